"""The sounds of a name as a few classes: what spellings of one name share, in either script.

>>> skeleton("পুতিন"), skeleton("Putin"), skeleton("চট্টোপাধ্যায়"), skeleton("Chattopadhyay")
('PTN', 'PTN', 'CTPD', 'CTPD')
"""

import re
from functools import cache
from itertools import accumulate

import unicodedata2

from banglanorm.script.canonical import nfc
from banglanorm.tables import read_table

_LONGEST = 64  # classes compared: nothing longer is one name
_VOWEL, _OTHER_VOWEL = 1 / 3, 1 / 5


def sounds(name: str, /) -> str:
    """Return the classes of the letters of ``name``, a doubled one once: capitals for consonants, small for vowels.

    >>> sounds("করিম"), sounds("Kareem")
    ('KRiM', 'KaRiM')
    """
    classes = _classes()
    out: list[str] = []
    for letters in _pattern().findall(_plain(name)):
        out += [char for char in classes[letters] if not out or out[-1] != char]
    return "".join(out)


def skeleton(name: str, /) -> str:
    """Return the classes of the consonants of ``name``, a doubled one once; vowels, h and y say nothing.

    >>> skeleton("রহমান") == skeleton("Rahman") == skeleton("Rehmaan")
    True
    """
    out: list[str] = []
    for char in sounds(name):
        if char.isupper() and out[-1:] != [char]:
            out.append(char)
    return "".join(out)


def transliterates(bengali: str, latin: str, /) -> bool:
    """Say whether ``latin`` writes the sounds of ``bengali`` rather than translating it.

    >>> transliterates("রাজা", "Raja"), transliterates("রাজা", "King"), transliterates("শাখা", "Yakut")
    (True, False, False)
    """
    left, right = skeleton(bengali), skeleton(latin)
    return distance(left, right) * 3 <= max(len(left), len(right))


def distance(left: str, right: str, /) -> float:
    """Return how much must change to make the sounds ``left`` into ``right``.

    A consonant counts 1, half where two sound alike; a vowel counts a third, less where another stands in its place.

    >>> distance("PTN", "PTN"), distance("CTPD", "STPD"), distance("R", "KN"), round(distance("KRiM", "KaRiM"), 2)
    (0.0, 0.5, 2.0, 0.33)
    """
    left, right = left[:_LONGEST], right[:_LONGEST]
    losses = [_VOWEL if char.islower() else 1.0 for char in right]
    above = [0.0, *accumulate(losses)]
    for mine in left:
        loss = _VOWEL if mine.islower() else 1.0
        line = [above[0] + loss]
        for column, theirs in enumerate(right):
            change = above[column] + (0.0 if mine == theirs else _change(mine, theirs))
            line.append(min(change, above[column + 1] + loss, line[column] + losses[column]))
        above = line
    return above[-1]


def _change(mine: str, theirs: str) -> float:
    if mine.islower() and theirs.islower():
        return _OTHER_VOWEL
    return 0.5 if (mine, theirs) in _alike() else 1.0


@cache
def _alike() -> frozenset[tuple[str, str]]:
    pairs = [(row["first"], row["second"]) for row in read_table("names/alike_sounds")]
    return frozenset(pairs + [(second, first) for first, second in pairs])


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
