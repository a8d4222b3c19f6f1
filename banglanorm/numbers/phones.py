"""Phone numbers of Bangladesh and India as their numbering plans have them, and of other countries behind a plus."""

import re
from functools import cache

from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.tables import read_table

_SEPARATORS = re.compile("[^0-9+]")
_HALVES = re.compile("[6-9][0-9]{4}[ -][0-9]{5}")
_LONGEST = 40  # characters
FEWEST_DIGITS = 7  # with the 0 of calls inside a country
_MOST_DIGITS = 17  # with country code and plus
_FIRST = frozenset("+089")  # of the plus, of the calls inside a country, and of the country codes


def phone_digits(text: str, /) -> str | None:
    """Return the digits of a phone number, ``+`` before its country code, or ``None`` if ``text`` is none.

    A number begins with the country's code or with the 0 of calls inside it; an Indian mobile number in two halves
    stands without either.

    >>> phone_digits("০১৭১২-৩৪৫৬৭৮"), phone_digits("০৩৩ ২২১৪ ৫৪৮৬"), phone_digits("০২-১২")
    ('01712345678', '03322145486', None)
    """
    if len(text) > _LONGEST:
        return None
    written = to_ascii_digits(text)
    digits = _SEPARATORS.sub("", written)
    if _HALVES.fullmatch(written):
        return digits if any(pattern.fullmatch("0" + digits) for pattern in _patterns()) else None
    if len(digits) > _MOST_DIGITS or digits[:1] not in _FIRST:
        return None
    if _abroad().fullmatch(digits):
        return digits
    return digits if any(pattern.fullmatch(digits) for pattern in _patterns()) else None


@cache
def _abroad() -> re.Pattern[str]:
    """Return the pattern of numbers of other countries: a plus and, by E.164, at most fifteen digits."""
    codes = "|".join(sorted({row["code"] for row in read_table("numbers/phones")}))
    return re.compile(rf"\+(?!{codes})[1-9][0-9]{{10,14}}")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?:\+?{row['code']}|{row['trunk']})(?:{row['pattern']})") for row in read_table("numbers/phones")
    )
