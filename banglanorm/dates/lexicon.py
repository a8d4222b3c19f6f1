"""The words that dates and times are made of, with their classes, and the number words dates share."""

from functools import cache

from banglanorm.dates.tokens import UNITS
from banglanorm.numbers.ordinal_marks import day_marks
from banglanorm.numbers.words import lexicon as number_lexicon
from banglanorm.tables import cells, read_table

# Classes whose words stand as they are, so that এর is not এ + র, nor বাংলার a calendar.
UNINFLECTED = frozenset(
    {
        *("day_word", "day_ending", "last", "next", "gone", "this", "that", "every", "and", "or", "about", "around"),
        *("age_of_time", "black", "bangla", "english", "genitive_pronoun", "case_ending", "more", "land", "person"),
        *("half_letter", "half_mark", "iso_time", "iso_zone", "latin_ending", "latin_month", "minute_short", "to_go"),
        *("becoming", "apart", "exactly", "strikes", "struck", "about_to_strike", "about_short", "newspaper"),
        *("gregorian_month_short", "following", "roughly_two", "was", "called", "role", "of_bangla", "one_oclock"),
        *("half", "quarter", "less_quarter", "pronoun"),
    }
)
# Words that tell the time take টা and its forms, a token of its own.
COUNTED = frozenset({"one_half", "two_half"})
CLASSIFIED = frozenset({"year_word", "century", "decade", "month_unit", "year_unit", "week_unit", "day_unit"})
# What a number may be written together with, and what is written together with a unit: জুনমাসে.
AFTER_NUMBER = UNITS | {"CENTURY", "DECADE", "WORKDAY_UNIT"}
JOINED = frozenset({"this", "last", "next", "every", "gregorian_month", "bangla_month", "half_unit"})


@cache
def clock_endings() -> tuple[str, ...]:
    """Return what is written onto an hour: টা, টে, টো."""
    classifiers = cells("endings", "ending", "slot", "classifier")
    hours = cells("dates/words", "word", "class", "oclock")
    return tuple(word for word in hours if word in classifiers)


def endings_of(kind: str) -> tuple[str, ...]:
    """Return the endings that digits, number words, hours or verbs take: rows of ``data/dates/endings.tsv``.

    >>> endings_of("hour")
    ('য়', 'র')
    """
    return cells("dates/endings", "ending", "kind", kind)


@cache
def lexicon() -> dict[str, tuple[str, int]]:
    """Word -> its class and value; the words of a name of two have its class with ``_first`` and ``_second``."""
    words: dict[str, tuple[str, int]] = {}
    for row in read_table("dates/words"):
        first, _, second = row["word"].partition(" ")
        if second:
            words.setdefault(first, (f"{row['class']}_first", 0))
            words.setdefault(second, (f"{row['class']}_second", 0))
        else:
            words[first] = (row["class"], int(row["value"] or 0))
    for row in read_table("dates/fixed_days"):
        words.setdefault(row["first"], ("fixed_day_first" if row["second"] else "fixed_day", 0))
        words.setdefault(row["second"], ("fixed_day_second", 0))
    words.update((mark, ("day_ending", 0)) for mark in day_marks())
    words.pop("", None)
    return words


@cache
def hijri_months() -> dict[tuple[str, str], int]:
    """Return the months of two words: রবিউল আউয়াল -> 3."""
    rows = (row for row in read_table("dates/words") if row["class"] == "hijri_month" and " " in row["word"])
    return {(first, second): int(row["value"]) for row in rows for first, second in [row["word"].split(" ")]}


# The types of the number words of `banglanorm.numbers` that dates are made with.
CARDINALS = frozenset({"ONE", "SMALL", "NOY", "TENS", "BAR", "KURI"})
ELIDED = frozenset({"ELIDED", "ELIDED_MARKED", "ELIDED_BARE"})
MULTIPLIERS = {"SHO": "HUNDRED", "SHOTO": "HUNDRED", "THOUSAND": "THOUSAND"}
MULTIPLIERS |= dict.fromkeys(("LAKH", "LOKKHO", "CRORE"), "LAKH_OR_CRORE")
_USED_TYPES = CARDINALS | ELIDED | MULTIPLIERS.keys() | {"HUNDREDS", "ORDINAL"}


@cache
def number_words() -> dict[str, tuple[str, int]]:
    """Number word -> the type and the value that the lexicon of numbers gives it."""
    return {
        word: (kind, value)
        for word, (kind, value) in number_lexicon().items()
        if kind in _USED_TYPES and isinstance(value, int)
    }


def type_of_number(word: str) -> str:
    """Return the type of a number word, or nothing."""
    return number_words().get(word, ("",))[0]
