"""What is written onto digits, and how it is said: an ending is joined, a word of its own stands apart."""

import re
from functools import cache

from banglanorm.endings import is_ending
from banglanorm.script.canonical import nfc
from banglanorm.spoken.patterns import JOIN, TIME_UNITS
from banglanorm.spoken.style import joined
from banglanorm.tables import cells


def with_tail(words: str, tail: str) -> str:
    """Write onto the words for a number what is written onto its digits.

    >>> with_tail("বারো", "টির"), with_tail("তিন", "দিন"), with_tail("সাত", "নং"), with_tail("একশো", "এবং")
    ('বারোটির', 'তিন দিন', 'সাত নম্বর', 'একশো এবং')
    """
    if not tail or _clings(nfc(tail)):
        return joined(words, tail)
    return f"{words} {'নম্বর' if tail == 'নং' else tail}"


def _clings(tail: str) -> bool:
    """Say whether letters written onto digits are an ending and not a word of its own."""
    if tail in _words_apart():
        return False
    return re.match(JOIN, tail) is not None or len(tail) <= _SHORT or is_ending(tail, join="")


_SHORT = 2  # letters of what is written onto digits: শ, জি


@cache
def _words_apart() -> frozenset[str]:
    """Return the measures and lengths of time that may be written onto digits but stand apart in words: ১২ফুট."""
    units = cells("numbers/units", "word", "type", "MEASURE", "CURRENCY", "LABEL")
    return frozenset(units + cells("dates/words", "word", "class", *TIME_UNITS))
