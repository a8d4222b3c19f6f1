"""The tokens of dates and times: their types, and the values they carry.

A token type is the class of a word in capitals with an ending that says how the word is inflected: ``MONTH_BARE``
(আগস্ট), ``MONTH_OF`` in the genitive (আগস্টের), ``MONTH_AT`` with any other ending (আগস্টে, আগস্টেই). The class name
alone stands for all three in patterns.

Numbers are told apart by what they can be in a date: ``D12`` is a number in digits up to 12 (a day, a month, an
hour), ``D24`` up to 24, then ``D31``, ``D32``, ``D59`` and ``D99``; ``YEAR_NUMBER`` and ``OLD_YEAR`` have four digits;
``W12`` and so on are number words. Their value is a `Number`, that of other words a `Word`.
"""

from fractions import Fraction
from functools import cache
from typing import NamedTuple


class Word(NamedTuple):
    """A word of the lexicon: the number in its row (0 where none is), the word, and the ending it was met with."""

    value: int = 0
    text: str = ""
    ending: str = ""


class Number(NamedTuple):
    """A number, how many digits it was written with (0 for a word), and the ending it was met with."""

    value: int | Fraction
    digits: int = 0
    ending: str = ""


class Dotted(NamedTuple):
    """Digits with dots between them, or eight digits in one: ১৭.০৯.২৩, ১০.৩০, ২০২৩০৯১৭."""

    parts: tuple[int, ...]
    digits: int  # of the last part


UNITS = frozenset({"SECOND_UNIT", "MINUTE_UNIT", "HOUR_UNIT", "DAY_UNIT", "WEEK_UNIT", "MONTH_UNIT", "YEAR_UNIT"})
LIMITS = (12, 24, 31, 32, 59, 99)  # months of the traditional calendar have up to 32 days
INFLECTIONS = ("_BARE", "_AT", "_OF")
# The types of tokens that are neither words with inflections nor what every lexer has.
OF_DIGITS = frozenset(
    {
        *("DOTTED_DATE", "SHORT_DATE", "COMPACT_DATE", "DOTTED_TIME", "DECIMAL", "GROUPED", "LONG_NUMBER", "ZERO"),
        *("D12", "D24", "D31", "D32", "D59", "D99", "D999", "D9999", "OLD_YEAR", "YEAR_NUMBER"),
    }
)
TYPES = OF_DIGITS | {
    *("OPEN", "CLOSE", "BAR", "QUESTION", "ORDINAL_MARK", "ROUGHLY", "ABOUT_ONE"),
    *("HUNDRED", "THOUSAND", "LAKH_OR_CRORE"),
}


def number_type(letter: str, value: int) -> str:
    """Name the type of a number by its size; ``letter`` says whether it is in digits or a word."""
    if value == 0:
        return "ZERO"
    limit = next((limit for limit in LIMITS if value <= limit), None)
    return f"{letter}{limit}" if limit else f"{letter}_HUNDREDS"


@cache
def base_type(kind: str) -> str:
    """Return a token type without its inflection.

    >>> base_type("OCLOCK_AT"), base_type("D12")
    ('OCLOCK', 'D12')
    """
    for inflection in INFLECTIONS:
        kind = kind.removesuffix(inflection)
    return kind
