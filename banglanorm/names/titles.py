"""What stands around the names of persons: titles, initials, and the ordinals of kings and popes.

>>> title("ড:", "mark"), title("মোঃ", "mark"), regnal("ষোড়শ"), letters_of("আ.স.ম.")
('Dr.', 'Md.', 'XVI', 'A. S. M.')
"""

import re
from functools import cache

from banglanorm.names.keys import fold
from banglanorm.script.letters import VISARGA
from banglanorm.tables import read_table

_TOO_MANY = 40  # kings of one name
_MARK = re.compile(f"[.:{VISARGA}]")


def title(key: str, /, *ways: str) -> str | None:
    """Return the English form of the title ``key`` if its row has one of ``ways``; dot, colon, visarga are one mark."""
    row = _titles().get(_MARK.sub(".", key))
    return row[0] if row is not None and row[1] in ways else None


def regnal(key: str, /) -> str | None:
    """Return the Roman numeral of an ordinal word as kings and popes have it, or None."""
    value = _ordinals().get(key)
    return _roman(value) if value is not None else None


def letters_of(key: str, /) -> str | None:
    """Return the initials that Bengali letters with full stops stand for; None if anything else is in ``key``.

    >>> letters_of("ক"), letters_of("ক."), letters_of("রহিম.")
    (None, 'K.', None)
    """
    if not key.endswith("."):
        return None
    initials = [_letters().get(letter) for letter in key[:-1].split(".")]
    return " ".join(f"{initial}." for initial in initials) if all(initials) else None


def one_letter(key: str, /) -> str | None:
    """Return the initial that a word of one Bengali letter stands for, with its full stop, or None."""
    letter = _letters().get(key.rstrip("."))
    return f"{letter}." if letter else None


@cache
def longest_title() -> int:
    """Return how many words the longest title has."""
    return max(len(key.split(" ")) for key in _titles())


@cache
def _titles() -> dict[str, tuple[str, str]]:
    return {fold(row["bn"]): (row["en"], row["way"]) for row in read_table("names/titles")}


@cache
def _letters() -> dict[str, str]:
    return {row["bn"]: row["letter"] for row in read_table("names/initial_letters")}


@cache
def _ordinals() -> dict[str, int]:
    rows = (row for row in read_table("numbers/words") if row["type"] == "ORDINAL")
    return {fold(row["word"]): value for row in rows if (value := int(row["value"])) < _TOO_MANY}


def _roman(value: int) -> str:
    """Return the numeral of a ``value`` below `_TOO_MANY`."""
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (value // 10) + ones[value % 10]
