r"""Case endings, classifiers and particles: what clings to a number, a date or a name.

One table (``data/endings.tsv``) serves all three. A word carries at most a classifier or plural, a case and a particle,
in this order: পাঁচটিরই is পাঁচ + টি + র + ই.

An ending stands directly after its stem, or after a hyphen, an apostrophe or a space; which of these it may, and after
what kind of letter, the table says. Whether a word *has* an ending is for the caller to decide: পুতিনের has one and
টয়োটার has one, কবির and দিনে may be whole words. So `split_endings` gives every possible reading, and the caller
keeps those whose stem it knows.

>>> split_endings("পাঁচটিরই")[0]
Split(stem='পাঁচ', join='', ending='টিরই', slots=('classifier', 'case', 'particle'))
>>> [(s.stem, s.join, s.ending) for s in split_endings("কেসিএনএ-র")]
[('কেসিএনএ', '-', 'র')]
>>> [s.stem for s in split_endings("ব্লাডিভস্তকে")]
['ব্লাডিভস্ত', 'ব্লাডিভস্তক']
"""

from collections.abc import Container
from functools import cache
from typing import NamedTuple

from banglanorm.errors import require_str
from banglanorm.script.letters import (
    AA_KAR,
    ANUSVARA,
    CANDRABINDU,
    CONSONANTS,
    E_KAR,
    HASANTA,
    KHANDA_TA,
    NUKTA,
    VISARGA,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    YA,
    YYA,
)
from banglanorm.tables import cells, read_table

HYPHENS = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{MINUS SIGN}"
APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"

_SLOT_RANK = {"classifier": 0, "plural": 0, "case": 1, "particle": 2}
_NEVER_LAST = HASANTA + HYPHENS  # in a stem
_JOIN_NAMES = {"": "direct", " ": "space"} | dict.fromkeys(HYPHENS, "hyphen") | dict.fromkeys(APOSTROPHES, "apostrophe")


class Split(NamedTuple):
    """One way to read a word as ``stem + join + ending``; ``slots`` names the parts of the ending, in order."""

    stem: str
    join: str
    ending: str
    slots: tuple[str, ...]


class _Chain(NamedTuple):
    """A whole ending, such as টিরই: what its first part may follow, how it may be joined, which slots it fills."""

    after: frozenset[str]
    joins: frozenset[str]
    slots: tuple[str, ...]


def split_endings(word: str, /, *, any_stem: bool = False, stems: Container[str] | None = None) -> tuple[Split, ...]:
    """Return every reading of ``word`` as a stem and an ending, the longest ending first; ``()`` if there is none.

    ``word`` is one token in NFC without spaces, with or without a hyphen or an apostrophe before the ending. The stem
    is never empty, and one of ``stems`` if they are given. ``any_stem=True`` also accepts an ending after a letter it
    does not regularly follow (একশর), for callers who check the stem against a list.

    Raises:
        TypeError: ``word`` is not ``str``.

    >>> [s.stem for s in split_endings("হাসিনাকে")]
    ['হাসিনা', 'হাসিনাক']
    >>> split_endings("জল")
    ()
    """
    require_str(word)
    table = _chains()
    found: list[Split] = []
    for cut in range(max(1, len(word) - _longest()), len(word)):
        chains = table.get(word[cut:])
        if chains is None:
            continue
        join = word[cut - 1] if word[cut - 1] in _JOIN_NAMES else ""
        stem = word[: cut - len(join)]
        if not stem or (stems is not None and stem not in stems) or stem[-1] in _NEVER_LAST:
            continue
        kind, letter = _JOIN_NAMES[join], _letter_class(stem)
        found += [
            Split(stem, join, word[cut:], chain.slots)
            for chain in chains
            if kind in chain.joins and (any_stem or not letter.isdisjoint(chain.after))
        ]
    return tuple(found)


def ending_slots(tail: str, /) -> tuple[str, ...] | None:
    """Return the slots that ``tail`` fills if it is a whole ending, with or without its mark, else ``None``.

    For callers who know the stem before it; which letters an ending regularly follows is not asked.

    >>> ending_slots("টিরই"), ending_slots("-এর"), ending_slots("টক")
    (('classifier', 'case', 'particle'), ('case',), None)
    """
    join = tail[0] if tail[0] in _JOIN_NAMES else ""
    kind = _JOIN_NAMES[join]
    return next((chain.slots for chain in _chains().get(tail[len(join) :], ()) if kind in chain.joins), None)


def is_ending(text: str, /, *, join: str = " ") -> bool:
    """Say whether ``text`` is a whole ending that may stand after ``join``: ``" "``, ``"-"``, ``"’"`` or ``""``.

    >>> is_ending("টির"), is_ending("এর", join="-"), is_ending("র")
    (True, True, False)
    """
    require_str(text)
    return any(_JOIN_NAMES[join] in chain.joins for chain in _chains().get(text, ()))


def loose_endings() -> tuple[str, ...]:
    """Return the endings that may stand as words of their own after a number: টি, জন, এর, তে ...

    >>> "টায়" in loose_endings(), "র" in loose_endings()
    (True, False)
    """
    return tuple(text for text, chains in _chains().items() if any("space" in chain.joins for chain in chains))


@cache
def beginnings_of_endings() -> frozenset[str]:
    """Return the first two characters, or the only one, of what can stand directly after a stem: an ending or its mark.

    >>> "টি" in beginnings_of_endings(), "-এ" in beginnings_of_endings(), "কল" in beginnings_of_endings()
    (True, True, False)
    """
    forms = {form for text in _chains() for form in (text, text.replace(YA + NUKTA, YYA))}
    return frozenset((join + form)[:2] for form in forms for join in _JOIN_NAMES)


def _letter_class(stem: str) -> frozenset[str]:
    return _class_of(stem.rstrip(CANDRABINDU)[-1:])


@cache
def _class_of(last: str) -> frozenset[str]:
    if last in (ANUSVARA, VISARGA):
        return frozenset({"nasal"})
    if last in (AA_KAR, "আ"):
        return frozenset({"vowel", "aa"})
    if last and last in VOWEL_SIGNS + VOWEL_LETTERS:
        return frozenset({"vowel"})
    if last and last in CONSONANTS + NUKTA + KHANDA_TA:
        return frozenset({"consonant"})
    return frozenset({"other"})


@cache
def _chains() -> dict[str, tuple[_Chain, ...]]:
    """All endings: one part, or parts of later slots after it where the last letter allows it."""
    parts = [
        (row["ending"], _Chain(frozenset(row["after"].split()), frozenset(row["joins"].split()), (row["slot"],)))
        for row in read_table("endings")
    ]
    added = [(more, part, _SLOT_RANK[part.slots[0]]) for more, part in parts if "direct" in part.joins]

    @cache
    def behind(slot: str, letters: frozenset[str]) -> list[tuple[str, _Chain]]:
        last = _SLOT_RANK[slot]
        return [(more, part) for more, part, rank in added if last < rank and not letters.isdisjoint(part.after)]

    chains = list(parts)
    grown = parts
    while grown:
        grown = [
            (text + more, _Chain(chain.after, chain.joins, chain.slots + part.slots))
            for text, chain in grown
            for more, part in behind(chain.slots[-1], _letter_class(text))
        ]
        chains += grown
    table: dict[str, tuple[_Chain, ...]] = {}
    for text, chain in chains:
        table[text] = (*table.get(text, ()), chain)
    return table


@cache
def _longest() -> int:
    return max(map(len, _chains()))


def unstressed(word: str) -> str:
    """Return ``word`` without the particles ই and ও at its end, which only stress it.

    >>> unstressed("শনিবারেরই"), unstressed("কালও"), unstressed("কাল")
    ('শনিবারের', 'কাল', 'কাল')
    """
    return word.rstrip(_particles())


@cache
def _particles() -> str:
    return "".join(cells("endings", "ending", "meaning", "emphatic", "inclusive"))


def inflected(name: str) -> list[str]:
    """Return the forms of ``name`` with one ending, as the grammar of the last letter wants.

    >>> inflected("রহিম")[:3], inflected("ঢাকা")[:3]
    (['রহিমের', 'রহিমে', 'রহিমকে'], ['ঢাকার', 'ঢাকায়', 'ঢাকাকে'])
    """
    classes = _letter_class(name)
    if "consonant" in classes:
        genitive, locative = E_KAR + "র", E_KAR
    elif "nasal" in classes or name[-1] in "ইউওঐঔ":
        genitive, locative = YA + NUKTA + E_KAR + "র", YA + NUKTA + E_KAR
    else:
        genitive, locative = "র", YA + NUKTA if name.endswith(AA_KAR) else "তে"
    cases = [genitive, locative, "কে"]
    return [name + ending for ending in (*cases, "ই", "ও", genitive + "ই", genitive + "ও", "কেও", locative + "ও")]
