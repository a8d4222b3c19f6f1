"""Names without their endings: পুতিনের is Putin's, and কবির, হুপার, জুবায়ের are names as they stand.

Every way to cut an ending off is weighed against the name as it stands. What speaks for a cut is a sum of weights: how
often the ending follows such letters, whether the rest is a name that the tables or the model know, how much likelier
the model finds it than the whole, whether it ends as places do. ``data/names/ending_weights.tsv`` has the weights,
which ``python -m banglanorm._make.name_endings`` learns.

>>> [without_ending(word) for word in ("মুশফিকের", "হাতিরঝিলে", "জুবায়ের", "হুপার")]
['মুশফিক', 'হাতিরঝিল', 'জুবায়ের', 'হুপার']
"""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import floor, fsum

from banglanorm.endings import Split, split_endings
from banglanorm.latin.pronunciation import pronounce
from banglanorm.names import initials, lexicon, model
from banglanorm.names.keys import fold
from banglanorm.names.units import name_units
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
    ANUSVARA,
    CONSONANTS,
    E_KAR,
    HASANTA,
    I_KAR,
    KHANDA_TA,
    NUKTA,
    RA,
    U_KAR,
    VOWEL_SIGNS,
    YA,
)
from banglanorm.tables import cells, read_table

_YYA = YA + NUKTA
_AAH = AA_KAR + "হ"  # its breath takes endings as a vowel does: মাহমুদউল্লাহর
_PHALAS = (HASANTA + RA, HASANTA + YA)
_PERSONAL = ("word", "person")
_ONE_SYLLABLE = 2  # units
_DOUBT, _UNKNOWN_DOUBT = 1.0, 2.0  # how much must speak for an ending of a name that a table has, and of another
_INSIDE = 3.5  # how much more must speak for an ending of a word that is not the last
_FEWEST_INITIALS = 3  # before what may be one more letter: এনএসইউও is NSU and ও, আইএলও is ILO
_MOST_APART, _LEAST_APART = 12, -6  # steps of likelihood that are told apart


def without_ending(key: str, /, *, last: bool = True) -> str:
    """Return the folded word ``key`` without the ending it has in a text, or as it is; ``last``: of its name.

    What stands after a hyphen or an apostrophe comes off too; a word that a table has is left as it is.
    """
    while not lexicon.is_key(key):
        joined = _joined_stem(key)
        if joined is None:
            if initials.spell_initials(key) is not None:
                return _initials_stem(key) or key
            return _initials_stem(key) or _before_bare_genitive(key, last=last) or _likeliest(key, last=last)
        key = joined
    return key


def _joined_stem(key: str) -> str | None:
    """Return what stands before the ending after a hyphen or an apostrophe; a particle has to follow a known name."""
    for split in split_endings(key):
        if split.join and "classifier" not in split.slots and len(split.stem) > 1:
            known = lexicon.find(split.stem) or initials.spell_initials(split.stem)
            if known or split.slots != ("particle",):
                return split.stem
    return None


def _initials_stem(key: str) -> str | None:
    """Return the initialism in ``key`` if a direct ending follows it; None if ``key`` is none or is one as it stands.

    The longest rest that letters spell is right where the whole spells none: সিআইএর is CIA's. Where the whole spells
    one as well, its last letters are an ending after a known or a long initialism only.
    """
    splits = [split for split in split_endings(key) if not split.join and "classifier" not in split.slots]
    known = [s.stem for s in splits if (entry := lexicon.find(s.stem)) is not None and entry.text.isupper()]
    spelled = [s.stem for s in splits if not s.ending.startswith("এ") and initials.spell_initials(s.stem)]  # এ is an A
    if known:
        return known[0]
    if initials.spell_initials(key) is None:
        return spelled[-1] if spelled else None
    return next((stem for stem in spelled if len(initials.spell_initials(stem) or "") >= _FEWEST_INITIALS), None)


def _before_bare_genitive(key: str, *, last: bool) -> str | None:
    """Return the known name that র follows as its last consonant has a vowel (শান্তর), or as it ends in ু (রাজুর) or ে.

    A name that ends in a phala need not be known (নীরেন্দ্রর): none ends in a phala and র. One in ে is meant where no
    table has what is before ে: গ্যেটের is Goethe's, ডেলের is Dell's; French names end in িয়ের by themselves.
    """
    for split in split_endings(key, any_stem=True) if last else ():
        stem = split.stem
        if split.ending[0] == RA and split.slots[0] == "case" and len(stem) > 1:
            if stem.endswith(_PHALAS):
                return stem
            entry = lexicon.find(stem)
            if entry is None:
                continue
            if stem[-1] == U_KAR or (entry.kind in _PERSONAL and _ends_in_vowel(stem)):
                return stem
            if stem[-1] == E_KAR and not stem.endswith(I_KAR + _YYA + E_KAR) and lexicon.find(stem[:-1]) is None:
                return stem
    return None


def _ends_in_vowel(name: str) -> bool:
    """Say whether a vowel is spoken after the last letter of ``name``, a consonant."""
    return name[-1] in CONSONANTS and (name.endswith(_AAH) or bool(pronounce(name)[-1].phonemes))


def _likeliest(key: str, *, last: bool) -> str:
    """Return the likeliest rest of ``key``; a particle comes off first, and what is before it is asked again."""
    best, most = None, 0.0
    splits = cuts(key)
    for split in splits:
        known = lexicon.find(split.stem) is not None or split.stem.endswith(_place_tails())
        if not (last or known):
            continue
        doubt = _INSIDE if not last else _DOUBT if known else _UNKNOWN_DOUBT
        score = fsum(_weights().get(feature, 0.0) for feature in features(key, split, splits)) - doubt
        if score > most:
            best, most = split, score
    if best is None:
        return key
    if best.slots[-1] == "particle":
        particle = next(ending for ending in _particles() if best.ending.endswith(ending))
        return without_ending(key.removesuffix(particle), last=last)
    return best.stem


@cache
def _particles() -> tuple[str, ...]:
    return cells("endings", "ending", "slot", "particle")


def cuts(key: str, /) -> list[Split]:
    """Return the ways to cut an ending directly off ``key`` that may be right; where a table has a rest, none shorter.

    Classifiers are no endings of names (সুজন is not সু and জন), and small words and letters have no endings.
    """
    splits = [
        split._replace(stem=_respelled(split.stem))
        for split in split_endings(key)
        if not split.join and "classifier" not in split.slots and _may_lose(split.stem, split.ending)
    ]
    known = {split.stem: entry.kind for split in splits if (entry := lexicon.find(split.stem)) is not None}
    if "country" in known.values():  # ইরাকে is in Iraq, not to Ira
        return [split for split in splits if known.get(split.stem) == "country"]
    longest = max(map(len, known), default=0)
    return [split for split in splits if len(split.stem) >= longest or split.stem in known]


def _may_lose(stem: str, ending: str) -> bool:
    """Say whether ``ending`` follows ``stem`` as the grammar of names has it: ঢাকার and ভাইয়ের, not জুবা-য়ের, মলিয়-ের."""
    if len(stem) < 2 or lexicon.particle(stem) is not None or initials.letter(stem) is not None:
        return False
    if ending.startswith(_YYA + E_KAR):
        return stem[-1] not in VOWEL_SIGNS or len(name_units(stem)) <= _ONE_SYLLABLE
    return not (ending.startswith(E_KAR) and stem.endswith(I_KAR + _YYA)) or lexicon.find(stem) is not None


def _respelled(stem: str) -> str:
    """Return ``stem`` as it ends without an ending: ৎ and ং change before one (রণজিতের, হংকঙের)."""
    for changed, letter in (("ত", KHANDA_TA), ("ঙ", ANUSVARA)):
        if stem.endswith(changed) and lexicon.find(stem[:-1] + letter) is not None and lexicon.find(stem) is None:
            return stem[:-1] + letter
    return stem


def features(key: str, split: Split, splits: Iterable[Split], /) -> Iterator[str]:
    """Yield what speaks for or against ``split``, one of the ``splits`` of ``key``; each has a weight in the table."""
    ending, units = split.ending, name_units(split.stem)
    yield f"ending {ending}"
    for length in (1, 2, 3):
        yield f"after {nfc(units[-length:])} {ending}"
    yield f"length {min(len(units), 9)} {ending}"
    if split.stem.endswith(_place_tails()):
        yield f"place {ending}"
    part, whole = _best(split.stem), _best(key)
    known = _standing(split.stem)
    beside = "known" if whole and whole.known else "unknown"
    yield f"is {known} {ending}"
    yield f"is {known} beside {beside}"
    rivals = {other.stem for other in splits if len(other.stem) != len(split.stem)}
    for rival in rivals:
        side = "longer" if len(rival) > len(split.stem) else "shorter"
        yield f"is {known} {side} {_standing(rival)}"
    if part and whole:
        gap = max(_LEAST_APART, min(_MOST_APART, floor(part.log - whole.log)))
        yield f"gap {gap}"
        yield f"gap {gap} {known} {beside}"
        yield f"gap {gap} {split.slots[0]}"


def _standing(stem: str) -> str:
    """Return what is known of ``stem``: the kind that a table says, or whether the model has such a name."""
    entry = lexicon.find(stem)
    if entry is not None:
        return entry.kind
    best = _best(stem)
    return "model" if best is not None and best.known else "unknown"


@lru_cache(maxsize=4096)
def _best(word: str) -> model.Spelling | None:
    return next(iter(model.load().spellings(word, limit=1)), None)


@cache
def _place_tails() -> tuple[str, ...]:
    return tuple(fold(row["tail"]) for row in read_table("names/place_tails"))


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("names/ending_weights")}
