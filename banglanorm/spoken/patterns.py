"""Parts of the patterns of readings."""

from functools import cache

from banglanorm.script.characters import is_letter
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, VISARGA, WORD_CHARACTERS
from banglanorm.spoken.reading import one_of, words_of
from banglanorm.tables import cells, read_table

D = f"[0-9{BENGALI_DIGITS}]"
LETTERS = f"[{WORD_CHARACTERS}{JOINERS}]"
DASH = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}]"
JOIN = "[-'’\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}]"
WHOLE = f"{D}++(?:,{D}{{2,3}}(?!{D}))*+"
NUMBER = f"{WHOLE}(?:\\.{D}++)?+"
# Where digits begin and end that are not a part of something longer.
BEGIN = f"(?<![0-9{BENGALI_DIGITS}A-Za-z_])(?<!{D}[.,:/{VISARGA}])"
END = f"(?!{D})(?![.,:/]{D})(?![A-Za-z_])"
MINUS = f"(?P<minus>(?<![^\\s(\\[\"'“‘=])[-\N{MINUS SIGN}\N{EN DASH}](?={D}))"


@cache
def cue(kind: str) -> str:
    """Return a pattern for the words that tell how a number beside them is meant.

    >>> import re
    >>> bool(re.search(cue("verse"), "সূরা নিসা ৪:১১"))
    True
    """
    return one_of(cells("spoken/cues", "word", "kind", kind))


# What is written onto digits: a case ending after a hyphen or an apostrophe, or any letters directly.
CASE = f"{JOIN}{cue('case')}(?!{LETTERS})"
TAIL = f"(?P<tail>{CASE}|{LETTERS}++)?"

_LATIN_SCALES = {row["word"]: row["spoken"] for row in read_table("spoken/latin_scales")}
_SCALE_TYPES = ("THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "SHO", "SHOTO")
SCALE = one_of([*cells("numbers/words", "word", "type", *_SCALE_TYPES), *_LATIN_SCALES])

_UNITS = list(words_of("units"))
LATIN_UNITS = [unit for unit in _UNITS if unit.isascii() and all(map(is_letter, unit))]
UNIT = f"(?P<unit>{one_of([*_UNITS, *(f'{unit}.' for unit in _UNITS)])})"
UNIT_END = f"(?![A-Za-z0-9_]|(?<![%°℃℉.]){LETTERS})"


def said_scales(scales: str) -> str:
    """Return scale words of either script in Bengali.

    >>> said_scales(" million"), said_scales(" হাজার কোটি")
    (' মিলিয়ন', ' হাজার কোটি')
    """
    return "".join(f" {_LATIN_SCALES.get(scale, scale)}" for scale in scales.split())


def date_words(*classes: str) -> str:
    """Return a pattern for the words of the given classes of ``data/dates/words.tsv``.

    >>> import re
    >>> bool(re.match(date_words("day_part"), "সকালে"))
    True
    """
    return one_of(cells("dates/words", "word", "class", *classes))


TIME_UNITS = ("day_unit", "week_unit", "month_unit", "year_unit", "hour_unit", "minute_unit", "second_unit")


@cache
def counted_words() -> str:
    """Return a pattern for what is counted: people, things, money, lengths of time, and larger numbers."""
    counted = cells("numbers/units", "word", "type", "COUNTED", "CURRENCY", "PERSON", "TIMES")
    times = cells("dates/words", "word", "class", *TIME_UNITS)
    classifiers = cells("endings", "ending", "slot", "classifier")
    scales = cells("numbers/words", "word", "type", *_SCALE_TYPES)
    return one_of([*counted, *times, *classifiers, *scales, *cells("spoken/cues", "word", "kind", "guess")])


@cache
def measured_words() -> str:
    """Return a pattern for the words of measures."""
    return one_of(cells("numbers/units", "word", "type", "MEASURE"))
