"""Well-known names: the own list, the words of its persons, and the names that CLDR and GeoNames have.

Tables in ``data/names``: ``lexicon`` (own list), ``public`` (CLDR and GeoNames), ``particles``, ``variants``,
``outside_bengal``. Keys are folded, so spellings that differ in joiners or apostrophes only are one. A word of a
person's entry is a name as well where its spelling has its sound: পুতিন is Putin, and the রাজা of a person's entry is no
King.

>>> find("ভ্লাদিমির পুতিন"), find("পুতিন")
(Entry(text='Vladimir Putin', kind='person'), Entry(text='Putin', kind='word'))
"""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from banglanorm.endings import split_endings
from banglanorm.names.keys import fold, standard
from banglanorm.names.skeleton import distance, sounds, transliterates
from banglanorm.names.units import AE_LETTER, AE_SIGN, INHERENT, name_units
from banglanorm.script.letters import VOWEL_LETTERS, VOWEL_SIGNS
from banglanorm.tables import read_table

_OPEN_SYLLABLE = 2  # units: সু is Suu in Aung San Suu Kyi only
_LONG = 3  # syllables
_NOT_QUITE = 0.5  # of sounds: half a consonant
_VOWEL_UNIT = re.compile(f"[{INHERENT}{AE_LETTER}{AE_SIGN}{VOWEL_LETTERS}{VOWEL_SIGNS}]")


class Entry(NamedTuple):
    """The usual English spelling of a name, and what it names, as the tables say: person, word, place …."""

    text: str
    kind: str


class Particle(NamedTuple):
    """A small word inside a name: ``way`` is "lower", "join", "hyphen" or "both" as the table explains."""

    text: str
    way: str


def find(key: str, /) -> Entry | None:
    """Return what is known of the folded name ``key``, or None.

    >>> find("ঢাকা"), find("পৃথিবী")
    (Entry(text='Dhaka', kind='place'), None)
    """
    own = _own().get(key) or (_own().get(standard(key)) if " " in key else _person_word(key))
    return own or _public().get(key)


def is_key(key: str, /) -> bool:
    """Say whether a table has the folded name ``key`` as a row of its own, not as a word of a person's entry."""
    return key in _own() or key in _public()


def is_common_word(key: str, /) -> bool:
    """Say whether the folded word ``key`` is an everyday word, though a place has its name."""
    return key in _common_words()


def is_ordinary_word(key: str, /) -> bool:
    """Say whether the folded word ``key`` is a word of every text and no name: a pronoun, a form of a verb, a weekday.

    Weekdays and months are so with an ending as well.

    >>> is_ordinary_word("তোমাকে"), is_ordinary_word("শনিবারের"), is_ordinary_word("তারা")
    (True, True, False)
    """
    stems = (split.stem for split in split_endings(key) if not split.join)
    return key in _ordinary_words() or any(_ordinary_words().get(stem) in ("weekday", "month") for stem in stems)


def is_surely_a_name(key: str, /) -> bool:
    """Say whether the folded ``key`` can only be a name in a sentence: a country, a place, a person with two names.

    >>> is_surely_a_name("ঢাকা"), is_surely_a_name("শেখ হাসিনা"), is_surely_a_name("তালা"), is_surely_a_name("আশা")
    (True, True, False, False)
    """
    if is_common_word(key):
        return False
    entry = _own().get(key)
    if entry is None:
        return key in _public() and _public()[key].kind == "country"
    return entry.kind in ("country", "place") or (entry.kind == "person" and " " in key)


def other_spellings(spelling: str, /) -> tuple[str, ...]:
    """Return the other spellings of the English name ``spelling`` that are in use, the commonest first.

    >>> other_spellings("Dhaka")
    ('Dacca',)
    """
    return tuple(other for other in _variants().get(spelling, ()) if other != spelling)


def is_no_person(key: str, country: Entry, /) -> bool:
    """Say whether nobody is called ``key`` after that ``country``, as it is long and spelled by its sound.

    >>> [is_no_person(key, find(key)) for key in ("নিউজিল্যান্ড", "চিন", "ভারতবর্ষ")]
    [True, False, False]
    """
    return len(_VOWEL_UNIT.findall(name_units(key))) >= _LONG and transliterates(key, country.text)


def is_rude(spelling: str, /) -> bool:
    """Say whether ``spelling``, in lower case, is a word that nobody wants to be called."""
    return spelling in _rude()


def is_outside_bengal(key: str, /) -> bool:
    """Say whether the folded word ``key`` is a surname of Indians from outside Bengal."""
    return key in _outside_bengal() and not _outside_bengal()[key]


def spelling_outside_bengal(key: str, /) -> str | None:
    """Return how ``key`` is spelled beside a surname from outside Bengal, if that is known.

    >>> spelling_outside_bengal("বিশাল"), find("বিশাল")
    ('Vishal', Entry(text='Bishal', kind='word'))
    """
    return _outside_bengal().get(key) or None


def is_east_asian_surname(key: str, /) -> bool:
    """Say whether after the folded word ``key`` a given name of two parts has one capital: Kim Soo-hyun."""
    return key in _east_asian_surnames()


def particle(key: str, /) -> Particle | None:
    """Return the small word that the folded word ``key`` may be inside a name, or None."""
    return _particles().get(key)


@cache
def longest_entry() -> int:
    """Return how many words the longest entry of a table has."""
    return max(len(key.split(" ")) for table in (_own(), _public()) for key in table)


@cache
def _own() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in read_table("names/lexicon"):
        entries.setdefault(fold(row["bn"]), Entry(row["en"], row["kind"]))
    several = [(key, entry) for key, entry in entries.items() if " " in key]
    for key, entry in several:
        entries.setdefault(standard(key), entry)
    return entries


@cache
def _public() -> dict[str, Entry]:
    return {fold(row["bn"]): Entry(row["en"], row["kind"]) for row in read_table("names/public")}


def _person_word(key: str) -> Entry | None:
    """Return the spelling that most persons of the own list have for the word ``key``, of those with its sound."""
    spellings = _person_words().get(key)
    if spellings is None:
        return None
    sounding = [spelling for spelling, _ in Counter(spellings).most_common() if _sounds_like(key, spelling)]
    return Entry(sounding[0], "word") if sounding else None


def _sounds_like(key: str, spelling: str) -> bool:
    """Say whether ``spelling`` writes the word ``key``; one of one syllable exactly (শুন is Xun in Lu Xun only)."""
    units = name_units(key)
    one_syllable = len(_VOWEL_UNIT.findall(units)) <= 1
    if one_syllable and (len(units) <= _OPEN_SYLLABLE or distance(sounds(key), sounds(spelling)) >= _NOT_QUITE):
        return False
    return transliterates(key, spelling)


@cache
def _person_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for bn, entry in _own().items():
        if entry.kind == "person":
            for word, spelling in _pairs(bn, entry.text):
                words.setdefault(word, []).append(spelling)
    return words


def _pairs(bn: str, en: str) -> list[tuple[str, str]]:
    """Pair the words of a person's name where both scripts have as many; initials and small words teach nothing."""
    left, right = bn.split(" "), en.split(" ")
    if len(left) != len(right) or len(left) == 1:
        return []
    return [
        (word, spelling)
        for word, spelling in zip(left, right, strict=True)
        if spelling[0].isupper()
        and not spelling.endswith(".")
        and len(spelling) > 2
        and word.split("-")[0] not in _particles()
    ]


@cache
def _particles() -> dict[str, Particle]:
    return {fold(row["bn"]): Particle(row["en"], row["way"]) for row in read_table("names/particles")}


@cache
def _common_words() -> frozenset[str]:
    return frozenset(fold(row["bn"]) for row in read_table("names/common_words"))


@cache
def _ordinary_words() -> dict[str, str]:
    return {fold(row["bn"]): row["kind"] for row in read_table("names/ordinary_words")}


@cache
def _outside_bengal() -> dict[str, str]:
    return {fold(row["bn"]): row["en"] for row in read_table("names/outside_bengal")}


@cache
def _east_asian_surnames() -> frozenset[str]:
    return frozenset(fold(row["bn"]) for row in read_table("names/east_asian_surnames"))


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    groups = (tuple(row["spellings"].split(" ")) for row in read_table("names/variants"))
    return {spelling: group for group in groups for spelling in group}


@cache
def _rude() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("names/rude"))
