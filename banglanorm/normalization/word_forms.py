"""Which word forms are known, and how common each is: the evidence of every repair that more than one reading allows.

The list (``data/normalization/word_forms.bin``) is read when a repair first asks, and searched as it is: a table of it
would take longer to build than most texts to repair, and so would a packed list to unpack. A form that is not in it is
known by its stem where an ending clings to it: বাংলাদেশেরই is বাংলাদেশ + ের + ই.
"""

import codecs
from bisect import bisect_right
from functools import cache

from banglanorm.endings import split_endings
from banglanorm.script.letters import ZWJ, ZWNJ
from banglanorm.tables import read_sealed

UNKNOWN = -1
_PAGE = 1 << 11  # bytes
_SHORTEST_STEM, _RAREST_STEM = 4, 2  # code points, level; shorter and rarer ones fit too much
_SHORTEST_PART, _RAREST_PART = 4, 3  # of two words written as one
# One byte a character: ASCII, but for two controls that are the joiners, and the Bengali block in the upper half.
_ALPHABET = "\0" + ZWNJ + ZWJ + "".join(map(chr, range(3, 0x80))) + "".join(map(chr, range(0x980, 0xA00)))
_TO_BYTES = codecs.charmap_build(_ALPHABET)


@cache
def _pages() -> tuple[bytes, list[bytes], list[int]]:
    """Return the list, the first word of each page of whole lines with its tab, and where the pages begin and end."""
    listed = read_sealed("normalization/word_forms.bin")
    borders = [0]
    while borders[-1] + _PAGE < len(listed):
        borders.append(listed.rindex(b"\n", 0, borders[-1] + _PAGE) + 1)
    firsts = [listed[at : listed.index(b"\t", at) + 1] for at in borders]
    return listed, firsts, [*borders, len(listed)]


def level(word: str, /) -> int:
    """Return how common ``word`` is, the binary logarithm of its count, or -1 where the list does not have it.

    >>> level("বাংলাদেশ") > level("বাঙালি") >= 0 > level("বাাংলা")
    True
    """
    listed, firsts, borders = _pages()
    wanted = _encoded(word) + b"\t"
    page = bisect_right(firsts, wanted) - 1
    if firsts[page] == wanted:
        at = borders[page]
    else:
        at = listed.find(b"\n" + wanted, borders[page], borders[page + 1]) + 1
        if not at:
            return UNKNOWN
    at += len(wanted)
    return int(listed[at : at + 1], 16)


def has_known_stem(word: str, /) -> bool:
    """Say whether ``word`` is a common stem and an ending.

    >>> has_known_stem("বাংলাদেশেরই"), has_known_stem("বাাংলা")
    (True, False)
    """
    stems = (split.stem for split in split_endings(word) if not split.join and len(split.stem) >= _SHORTEST_STEM)
    return any(level(stem) >= _RAREST_STEM for stem in stems)


def has_known_parts(word: str, /) -> bool:
    """Say whether ``word`` is two common words written as one, the second perhaps with an ending.

    >>> has_known_parts("চিকিৎসাকর্মীদের"), has_known_parts("বাাংলাদেশ")
    (True, False)
    """
    cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    return any(level(word[:at]) >= _RAREST_PART and level(word[at:]) >= _RAREST_PART for at in cuts)


def pack(levels: dict[str, int], /) -> bytes:
    r"""Write word forms as :func:`unpack` reads them; a level has one hexadecimal digit.

    >>> unpack(pack({"কগ": 12, "কখ": 1}))
    'কখ\t1\nকগ\tc\n'
    """
    return b"".join(sorted(_encoded(f"{word}\t{number:x}\n") for word, number in levels.items()))


def unpack(packed: bytes, /) -> str:
    r"""Read word forms: sorted lines of a word, a tab and its level in hexadecimal.

    >>> unpack(pack({"ক": 15}))
    'ক\tf\n'
    """
    return codecs.charmap_decode(packed, "strict", _ALPHABET)[0]


def _encoded(text: str) -> bytes:
    return codecs.charmap_encode(text, "replace", _TO_BYTES)[0]  # no word has the question mark it may give
