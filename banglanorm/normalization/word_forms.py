"""Which word forms are known, and how common each is: the evidence of every repair that more than one reading allows.

The list (``data/normalization/word_forms.bin``) is read when a repair first asks, and searched as it is: a table of it
would take longer to build than most texts to repair. A form that is not in it is known by
its stem where an ending clings to it: বাংলাদেশেরই is বাংলাদেশ + ের + ই.
"""

import zlib
from bisect import bisect_left
from functools import cache

from banglanorm.endings import split_endings
from banglanorm.tables import read_sealed

UNKNOWN = -1
_SHORTEST_STEM, _RAREST_STEM = 4, 2  # code points, level; shorter and rarer ones fit too much


@cache
def _lines() -> list[str]:
    return unpack(read_sealed("normalization/word_forms.bin"))


def level(word: str, /) -> int:
    """Return how common ``word`` is, the binary logarithm of its count, or -1 where the list does not have it.

    >>> level("বাংলাদেশ") > level("বাঙালি") >= 0 > level("বাাংলা")
    True
    """
    lines = _lines()
    wanted = f"{word}\t"
    at = bisect_left(lines, wanted)
    return int(lines[at][len(wanted) :], 16) if at < len(lines) and lines[at].startswith(wanted) else UNKNOWN


def has_known_stem(word: str, /) -> bool:
    """Say whether ``word`` is a common stem and an ending.

    >>> has_known_stem("বাংলাদেশেরই"), has_known_stem("বাাংলা")
    (True, False)
    """
    stems = (split.stem for split in split_endings(word) if not split.join and len(split.stem) >= _SHORTEST_STEM)
    return any(level(stem) >= _RAREST_STEM for stem in stems)


def pack(levels: dict[str, int], /) -> bytes:
    r"""Write word forms as :func:`unpack` reads them.

    >>> unpack(pack({"কগ": 12, "কখ": 1}))
    ['কখ\t1', 'কগ\tc']
    """
    return zlib.compress("\n".join(sorted(f"{word}\t{number:x}" for word, number in levels.items())).encode(), 9)


def unpack(packed: bytes, /) -> list[str]:
    r"""Read word forms: sorted lines of a word, a tab and its level in hexadecimal.

    >>> unpack(pack({"ক": 15}))
    ['ক\tf']
    """
    return zlib.decompress(packed).decode().split("\n")
