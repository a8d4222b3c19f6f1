"""Digits to typed tokens: days, years, clock times, decimals, and dates with dots in them."""

import re
from collections.abc import Sequence
from fractions import Fraction

from banglanorm.dates.tokens import Dotted, Number, number_type
from banglanorm.errors import NumberParseError
from banglanorm.lexer import Piece
from banglanorm.numbers.digits import read_digits as read_plain_digits
from banglanorm.numbers.digits import to_ascii_digits


def read_digits(run: str) -> Sequence[Piece]:
    """Read digits with commas and dots between them as the engine asks: see `finder.Lexer`.

    >>> [piece.type for piece in read_digits("১৭.০৯.২৩") + read_digits("১৩,১৯২২")]
    ['DOTTED_DATE', 'D24', 'COMMA', 'YEAR_NUMBER']
    """
    if "." not in run and "," not in run:
        return (_digits(run),)
    parts = re.split("([.,])", to_ascii_digits(run))
    widths = tuple(map(len, parts[::2]))
    days_and_year = max(widths[:-1]) <= 2 and widths[-1] in (1, 2, 4)
    if "." not in parts and (days_and_year or set(widths) == {4}):  # a list, not one grouped number
        return tuple(Piece("COMMA", 1) if part == "," else _digits(part) for part in parts)
    return (_pointed(run, parts, widths) if "," not in parts else _grouped(run),)


def _pointed(run: str, parts: list[str], widths: tuple[int, ...]) -> Piece:
    """Read digits with points: a date, a clock time or a decimal."""
    if len(widths) == 3 and max(widths[:2]) <= 2 and widths[2] in (2, 4):
        sure = widths in ((2, 2, 2), (1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4))  # ২.৩.১৭ may be a section
        kind = "DOTTED_DATE" if sure else "SHORT_DATE"
        return Piece(kind, len(run), Dotted(tuple(map(int, parts[::2])), widths[-1]))
    if len(widths) == 2:
        if widths[1] == 2 and len(parts[0]) <= 2 and int(parts[0]) < 24 and int(parts[2]) < 60:
            return Piece("DOTTED_TIME", len(run), Dotted((int(parts[0]), int(parts[2])), 2))
        if widths[0] <= 3 and widths[1] <= 3:
            return Piece("DECIMAL", len(run), Number(Fraction(".".join(parts[::2]))))
    return Piece("OTHER_NUMBER", len(run))


def _grouped(run: str) -> Piece:
    """Read ১,২০০ and ১২,৩৪,৫৬৭: a number that counts something."""
    try:
        value = read_plain_digits(run)
    except NumberParseError:
        return Piece("OTHER_NUMBER", len(run))
    return Piece("GROUPED", len(run), Number(value)) if isinstance(value, int) else Piece("OTHER_NUMBER", len(run))


def _digits(digits: str) -> Piece:
    width = len(digits)
    if width == 8:
        return Piece("COMPACT_DATE", width, Dotted((int(digits[6:]), int(digits[4:6]), int(digits[:4])), 4))
    if width > 4:
        return Piece("LONG_NUMBER" if width <= 7 else "OTHER_NUMBER", width, Number(int(digits[:8]), width))
    value = int(digits)
    number = Number(value, width)
    if width <= 2:
        return Piece(number_type("D", value), width, number)
    if width == 3:
        return Piece("D999", width, number)
    if value < 1000:
        return Piece("D9999", width, number)
    if value < 1500:
        return Piece("OLD_YEAR", width, number)
    return Piece("YEAR_NUMBER" if value < 2200 else "D9999", width, number)
