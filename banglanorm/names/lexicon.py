"""What is known of names without any model: the lexicon, initialisms, and the small words inside names.

All of it is tables in ``data/``: ``names/lexicon`` (own list), ``names/public`` (CLDR and GeoNames), ``letter_names``,
``name_particles``. Keys are folded, so spellings that differ in joiners or apostrophes only are one.

>>> find("ভ্লাদিমির পুতিন"), find("পুতিন")
('Vladimir Putin', 'Putin')
>>> spell_initials("কেসিএনএ")
'KCNA'
"""

from functools import cache
from typing import NamedTuple

from banglanorm.endings import APOSTROPHES, HYPHENS
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import JOINERS, VOWEL_LETTERS
from banglanorm.tables import read_table

_FOLDS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(JOINERS) | {"\N{NO-BREAK SPACE}": " "}
)
LONGEST_ENTRY = 5  # words
_LONGEST_INITIALS = 60  # characters
# Two letters are an initialism only if they cannot be a common syllable pair: বিবি is Bibi, এমপি is MP.
_CLEAR_OPENINGS = ("এফ", "এইচ", "এম", "এন", "এস", "এক্স", "আর", "পিএ")


class Particle(NamedTuple):
    """A small word inside a name: ``way`` is "lower", "join" or "hyphen" as the table explains."""

    text: str
    way: str


def fold(text: str, /) -> str:
    """Return ``text`` as keys of the tables are spelled: NFC, no joiners, plain hyphens and apostrophes, single spaces.

    >>> fold("জম্মু–কাশ্মীর  ")
    'জম্মু-কাশ্মীর'
    """
    return " ".join(nfc(text.translate(_FOLDS)).split())


def find(key: str, /) -> str | None:
    """Return the usual English spelling of the folded name ``key``, or None."""
    return _lexicon().get(key)


def is_famous_place(key: str, /) -> bool:
    """Say whether ``key`` is a place or an organisation of the own list: what takes an ending more often than not."""
    return key in _famous_places()


def particle(key: str, /) -> Particle | None:
    """Return the small word that the folded word ``key`` may be inside a name, or None."""
    return _particles().get(key)


def spell_initials(key: str, /) -> str | None:
    """Return the capitals that ``key`` spells by the names of letters, or None if it does not or may be a plain name.

    Dots and spaces between letters are left out.

    >>> spell_initials("ইউএনএইচসিআর"), spell_initials("এ.পি.জে"), spell_initials("বিবি")
    ('UNHCR', 'APJ', None)
    """
    solid = key.replace(".", "").replace(" ", "")
    letters = _segment(solid) if len(solid) <= _LONGEST_INITIALS else None
    if letters is None or len(letters) < 2 or (len(letters) == 2 and not _is_clear_pair(solid, letters)):
        return None
    return letters


def _segment(solid: str) -> str | None:
    """Return the letters whose names make up ``solid``; of two ways the one whose first name is longer."""
    spelled: list[str | None] = [None] * len(solid) + [""]
    for start in reversed(range(len(solid))):
        for length in _name_lengths():
            capital = _letters().get(solid[start : start + length])
            rest = spelled[start + length] if start + length <= len(solid) else None
            if capital is not None and rest is not None:
                spelled[start] = capital + rest
                break
    return spelled[0]


def letter(key: str, /) -> str | None:
    """Return the initials that ``key`` names, each with a full stop as in a person's name; or None.

    >>> letter("এ"), letter("কে."), letter("এ.পি.জে."), letter("রায়")
    ('A.', 'K.', 'A. P. J.', None)
    """
    capitals = [_letters().get(name) for name in key.rstrip(".").split(".")]
    return " ".join(f"{capital}." for capital in capitals) if all(capitals) else None


def _is_clear_pair(solid: str, letters: str) -> bool:
    if letters[-1] in "EO":  # rather a particle: আরও is no RO
        return False
    return solid.startswith(_CLEAR_OPENINGS) or any(char in VOWEL_LETTERS for char in solid[1:])


@cache
def _lexicon() -> dict[str, str]:
    lexicon: dict[str, str] = {}
    rows = read_table("names/lexicon")
    for row in rows:
        lexicon.setdefault(fold(row["bn"]), row["en"])
    for row in rows:
        if row["kind"] == "person":
            for word, spelling in _words(fold(row["bn"]), row["en"]):
                lexicon.setdefault(word, spelling)
    for row in read_table("names/public"):
        lexicon.setdefault(fold(row["bn"]), row["en"])
    return lexicon


@cache
def _famous_places() -> frozenset[str]:
    rows = read_table("names/lexicon")
    return frozenset(fold(row["bn"]) for row in rows if row["kind"] in ("place", "organisation"))


def _words(bn: str, en: str) -> list[tuple[str, str]]:
    """Pair the words of a person's name where both scripts have as many; initials and small words teach nothing."""
    left, right = bn.split(" "), en.split(" ")
    if len(left) != len(right) or len(left) == 1:
        return []
    return [
        (word, spelling)
        for word, spelling in zip(left, right, strict=True)
        if spelling[0].isupper() and not spelling.endswith(".") and len(spelling) > 2 and word not in _particles()
    ]


@cache
def _particles() -> dict[str, Particle]:
    return {fold(row["bn"]): Particle(row["en"], row["way"]) for row in read_table("names/particles")}


@cache
def _letters() -> dict[str, str]:
    return {fold(row["bn"]): row["letter"] for row in read_table("names/letter_names")}


@cache
def _name_lengths() -> list[int]:
    return sorted({len(name) for name in _letters()}, reverse=True)
