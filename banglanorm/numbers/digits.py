r"""Digits of the Bengali and the ASCII script, and numbers written with them.

A written number is a run of digits of either script (or both: ১2৩ is a slip of the keyboard), with commas that group it
the Indian way (১২,৩৪,৫৬৭: three digits, then twos; crores may stand whole: ২৩৪৫,০৬,০৭,০০০) or the western way
(1,234,567), and with a point before decimals.
Other groupings are refused (CLDR's pattern for bn is ``#,##,##0.###``; both ways occur in Bengali print).

>>> to_ascii_digits("১2৩ টাকা"), to_bengali_digits("Section 14")
('123 টাকা', 'Section ১৪')
>>> read_digits("১২,৩৪,৫৬৭.৮৯")
Decimal('1234567.89')
"""

import re
from decimal import Decimal
from functools import cache

from banglanorm.errors import NumberParseError, require_str, shown
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS

MOST_DIGITS = 4000  # of a number that is read or written
TOO_LARGE = 10**MOST_DIGITS
_CHUNK = 600  # digits that ``int`` and ``str`` convert whatever ``sys.set_int_max_str_digits`` says


def to_ascii_digits(text: str, /) -> str:
    """Return ``text`` with every Bengali digit as an ASCII digit; nothing else changes.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> to_ascii_digits("১৭ সেপ্টেম্বর ২০২৩")
    '17 সেপ্টেম্বর 2023'
    """
    return _replace(text, BENGALI_DIGITS, ASCII_DIGITS)


def to_bengali_digits(text: str, /) -> str:
    """Return ``text`` with every ASCII digit as a Bengali digit; nothing else changes.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> to_bengali_digits("১2৩")
    '১২৩'
    """
    return _replace(text, ASCII_DIGITS, BENGALI_DIGITS)


def _replace(text: str, digits: str, others: str) -> str:
    require_str(text)
    if not _any_of(digits).search(text):
        return text
    for digit, other in zip(digits, others, strict=True):
        text = text.replace(digit, other)
    return text


@cache
def _any_of(characters: str) -> re.Pattern[str]:
    return re.compile(f"[{characters}]")


_D = f"[0-9{BENGALI_DIGITS}]"
_PLAIN = f"{_D}++"
_INDIAN = f"{_D}{{1,2}}(?:,{_D}{{2}})*,{_D}{{3}}"
_CRORES = f"(?:{_D}{{3,6}}|{_D}{{1,2}},{_D}{{3}}),{_D}{{2}},{_D}{{2}},{_D}{{3}}"
_WESTERN = f"{_D}{{1,3}}(?:,{_D}{{3}})+"


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"({_PLAIN}|{_INDIAN}|{_CRORES}|{_WESTERN})(\.{_PLAIN})?")


def read_digits(text: str, /) -> int | Decimal:
    """Return the value of ``text``, digits of either script with grouping commas and decimals.

    Zeros after the point are kept: ``২.৫০`` is ``Decimal("2.50")``.

    Raises:
        TypeError: ``text`` is not ``str``.
        NumberParseError: ``text`` is not such a number, its grouping is wrong, or it has more than 4,000 digits.

    >>> read_digits("০০৭"), read_digits("1,234,567")
    (7, 1234567)
    """
    require_str(text)
    m = _number().fullmatch(text)
    if m is None:
        wrong = "commas do not group the digits" if "," in text else "not a number in digits"
        raise NumberParseError(f"{wrong}: {shown(text)}", end=len(text))
    digits = text.replace(",", "")
    if len(digits) - bool(m[2]) > MOST_DIGITS:
        raise NumberParseError(f"more than {MOST_DIGITS:,} digits: {shown(text)}", end=len(text))
    return Decimal(digits) if m[2] else int_of(digits)


def int_of(digits: str, /) -> int:
    """Return the value of a run of digits of either script, however long it is.

    >>> int_of("১৯৭১")
    1971
    """
    if len(digits) <= _CHUNK:
        return int(digits)
    low = len(digits) // 2
    power: int = 10**low
    return int_of(digits[:-low]) * power + int_of(digits[-low:])


def digits_of(n: int, /) -> str:
    """Return the ASCII digits of ``n``, which is at least 0, however many they are.

    >>> digits_of(1971)
    '1971'
    """
    if n < 10**_CHUNK:
        return str(n)
    half = n.bit_length() * 3 // 20  # about half the number of its digits
    high, low = divmod(n, 10**half)
    return digits_of(high) + digits_of(low).zfill(half)


def group_digits(digits: str, grouping: str, /) -> str:
    """Return the digits of a whole number with commas: ``"lakh"`` (12,34,567), ``"western"`` or ``"none"``.

    >>> group_digits("1234567", "lakh"), group_digits("1234567", "western")
    ('12,34,567', '1,234,567')
    """
    if grouping == "none":
        return digits
    size = 2 if grouping == "lakh" else 3
    head, tail = digits[:-3], digits[-3:]
    groups = [head[max(0, end - size) : end] for end in range(len(head), 0, -size)]
    return ",".join([*reversed(groups), tail])
