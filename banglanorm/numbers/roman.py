"""Roman numerals in capitals, or in the letters that Unicode has for them."""

import re
from functools import cache

import unicodedata2

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_OWN_LETTERS = frozenset(map(chr, range(0x2160, 0x2180)))
_LONGEST = 15  # MMMDCCCLXXXVIII


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def roman_value(text: str, /) -> int | None:
    """Return the value of a Roman numeral, or ``None``.

    >>> roman_value("MCMLXXI"), roman_value("Ⅳ"), roman_value("IIII")
    (1971, 4, None)
    """
    if not text or len(text) > _LONGEST:
        return None
    letters: str = unicodedata2.normalize("NFKC", text).upper() if text[0] in _OWN_LETTERS else text
    if not _pattern().fullmatch(letters):
        return None
    values = [_VALUES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
