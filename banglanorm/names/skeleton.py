"""The consonants of a name as a few classes: what spellings of one name share, in either script.

>>> skeleton("পুতিন"), skeleton("Putin"), skeleton("চট্টোপাধ্যায়"), skeleton("Chattopadhyay")
('PTN', 'PTN', 'CTPD', 'CTPD')
"""

import re
from functools import cache

import unicodedata2

from banglanorm.script.canonical import nfc
from banglanorm.tables import read_table

_ALIKE = frozenset(map(frozenset, ("CS", "CK", "CJ", "CT", "GJ", "GK", "DR", "DT", "JS", "KS", "LN", "BP", "MN", "ST")))
_LONGEST = 64  # classes compared: nothing longer is one name


def skeleton(name: str, /) -> str:
    """Return the classes of the consonants of ``name``, a doubled one once; vowels, h and y say nothing.

    >>> skeleton("রহমান") == skeleton("Rahman") == skeleton("Rehmaan")
    True
    """
    classes = _classes()
    out: list[str] = []
    for letters in _pattern().findall(_plain(name)):
        out += [char for char in classes[letters] if not out or out[-1] != char]
    return "".join(out)


def transliterates(bengali: str, latin: str, /) -> bool:
    """Say whether ``latin`` writes the sounds of ``bengali`` rather than translating it.

    >>> transliterates("রাজা", "Raja"), transliterates("রাজা", "King"), transliterates("শাখা", "Yakut")
    (True, False, False)
    """
    left, right = skeleton(bengali), skeleton(latin)
    return distance(left, right) * 3 <= max(len(left), len(right))


def distance(left: str, right: str, /) -> float:
    """Return how many classes must change to make ``left`` into ``right``; classes that sound alike count half.

    >>> distance("PTN", "PTN"), distance("CTPD", "STPD"), distance("R", "KN")
    (0.0, 0.5, 2.0)
    """
    left, right = left[:_LONGEST], right[:_LONGEST]
    above = [float(column) for column in range(len(right) + 1)]
    for row, mine in enumerate(left, 1):
        line = [float(row)]
        for column, theirs in enumerate(right, 1):
            change = 0.0 if mine == theirs else 0.5 if frozenset((mine, theirs)) in _ALIKE else 1.0
            line.append(min(above[column - 1] + change, above[column] + 1, line[-1] + 1))
        above = line
    return above[-1]


def _plain(name: str) -> str:
    """Return ``name`` as the table has letters: Bengali in NFC, Latin in lower case without marks."""
    if name.isascii():
        return name.lower()
    parts = (char if "\u0980" <= char <= "\u09ff" else unicodedata2.normalize("NFKD", char) for char in nfc(name))
    return "".join(parts).lower()


@cache
def _classes() -> dict[str, str]:
    return {nfc(row["letters"]): row["class"] for row in read_table("names/skeleton")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_classes(), key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, longest_first)))
