"""Which word forms are known, and how common each is: the evidence of every repair that more than one reading allows.

The list (``data/normalization/word_forms.bin``) is read when a repair first asks. A form that is not in it is known by
its stem where an ending clings to it: বাংলাদেশেরই is বাংলাদেশ + ের + ই.
"""

import zlib
from functools import cache

from banglanorm.endings import split_endings
from banglanorm.tables import read_sealed

UNKNOWN = -1
_SHORTEST_STEM, _RAREST_STEM = 4, 2  # code points, level; shorter and rarer ones fit too much


@cache
def _levels() -> dict[str, int]:
    return unpack(read_sealed("normalization/word_forms.bin"))


def level(word: str, /) -> int:
    """Return how common ``word`` is, the binary logarithm of its count, or -1 where the list does not have it.

    >>> level("বাংলাদেশ") > level("বাঙালি") >= 0 > level("বাাংলা")
    True
    """
    return _levels().get(word, UNKNOWN)


def has_known_stem(word: str, /) -> bool:
    """Say whether ``word`` is a common stem and an ending.

    >>> has_known_stem("বাংলাদেশেরই"), has_known_stem("বাাংলা")
    (True, False)
    """
    stems = (split.stem for split in split_endings(word) if not split.join and len(split.stem) >= _SHORTEST_STEM)
    return any(level(stem) >= _RAREST_STEM for stem in stems)


def pack(levels: dict[str, int], /) -> bytes:
    """Write word forms with their levels as :func:`unpack` reads them.

    >>> unpack(pack({"কখ": 1, "কগ": 12}))
    {'কখ': 1, 'কগ': 12}
    """
    lines = []
    before = ""
    for word in sorted(levels):
        shared = 0
        while shared < min(len(before), len(word)) and before[shared] == word[shared]:
            shared += 1
        lines.append(f"{chr(_ZERO + shared)}{chr(_ZERO + levels[word])}{word[shared:]}")
        before = word
    return zlib.compress("\n".join(lines).encode(), 9)


def unpack(packed: bytes, /) -> dict[str, int]:
    """Read word forms with their levels; each line tells how much of the word before it begins it, the level, the rest.

    >>> unpack(pack({}))
    {}
    """
    levels = {}
    word = ""
    text = zlib.decompress(packed).decode()
    for line in text.split("\n") if text else ():
        word = word[: ord(line[0]) - _ZERO] + line[2:]
        levels[word] = ord(line[1]) - _ZERO
    return levels


_ZERO = ord("0")
