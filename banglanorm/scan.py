"""The detector: one cheap look at a line says that it is clean, or where there is work.

Every character becomes one byte (``codecs.charmap_encode``, one pass in C). The bytes of characters that have rules of
their own are picked out, and one operation on a big integer finds every pair of neighbours that the rules may change. A
false alarm costs a little time; a miss would be an error, so anything unknown raises the alarm.
"""

import codecs
import re
from typing import NamedTuple

from banglanorm.quotes import MARKS
from banglanorm.ruleset.canonical import is_inert
from banglanorm.ruleset.punctuation import NBSP, PIPE
from banglanorm.ruleset.visual import UNSEEN, VOWEL_MARKS
from banglanorm.script import (
    BENGALI_DIGITS,
    BENGALI_SYMBOLS,
    CANDRABINDU,
    DANDA,
    DOUBLE_DANDA,
    FINAL_SIGNS,
    HASANTA,
    LETTERS,
    NUKTA,
    NUMERATOR_FOUR,
    PRECOMPOSED_NUKTA_LETTERS,
    SIGNS,
)

# Bit k of a byte meets bit k + 3 of the next one: the pair is looked at. Bits 6 and 7 stay free, so that nothing else
# meets, but for bit 5 and bit 0 two bytes on: a nukta, any character, a final sign, which is rare and only a false alarm.
_PAIRS = (
    (FINAL_SIGNS + HASANTA, CANDRABINDU + HASANTA),
    (VOWEL_MARKS + FINAL_SIGNS + "অঋঌ", VOWEL_MARKS + NUKTA),
    ("ব" + HASANTA + NUKTA + PRECOMPOSED_NUKTA_LETTERS, NUKTA),
)
_SHIFT = 8 + 3

UNKNOWN = "?"  # what charmap_encode writes for a character without a byte of its own
_UNMAPPED = "\ufffe"
_ASCII = "\0\t\r" + "".join(map(chr, range(32, 127)))
_ORDINARY = _ASCII + LETTERS + SIGNS + BENGALI_DIGITS + BENGALI_SYMBOLS + DANDA + DOUBLE_DANDA + "–—…•·₹×÷°½§©"
_SPECIAL = UNSEEN + NBSP + NUMERATOR_FOUR + PIPE + MARKS + UNKNOWN
_ALPHABET = "".join(dict.fromkeys(_ORDINARY + _SPECIAL))  # NUL is first: charmap_build wants it there
_TO_BYTES = codecs.charmap_build(_ALPHABET.ljust(256, _UNMAPPED))


def codes(chars: str) -> bytes:
    """Return the bytes that stand for ``chars`` in :func:`look`."""
    return codecs.charmap_encode(chars, "replace", _TO_BYTES)[0]


def _class_table() -> bytes:
    table = bytearray(256)
    for k, (firsts, seconds) in enumerate(_PAIRS):
        for code in codes(firsts):
            table[code] |= 1 << k
        for code in codes(seconds):
            table[code] |= 1 << (k + 3)
    return bytes(table)


_CLASSES = _class_table()
_DULL = codes("".join(char for char in _ALPHABET if char not in _SPECIAL))
_UNKNOWN_CHARS = re.compile(f"[^{re.escape(_ALPHABET)}]++")
_HIT = re.compile(rb"[^\0]")
_TOKEN_CODES = re.compile(b"[" + re.escape(codes(UNSEEN + NUMERATOR_FOUR)) + b"]")


class Look(NamedTuple):
    """What one look at a line saw.

    ``hits`` counts the pairs of neighbours to look at; ``special`` holds the codes of the special characters in order.
    """

    codes: bytes
    pairs: int
    special: bytes

    def places(self) -> list[int]:
        """Return where in the line the tokens to repair are, as code-point offsets in ascending order.

        >>> look("এক দুুই").places()
        [5]
        """
        found = [m.start() for m in _TOKEN_CODES.finditer(self.codes)]
        if self.pairs:
            hits = self.pairs.to_bytes((self.pairs.bit_length() + 7) // 8, "little")
            found += [m.start() for m in _HIT.finditer(hits)]
            found.sort()
        return found


def look(line: str) -> Look:
    """Look at a line once.

    >>> look("বাংলা").pairs, look("বাংলা").special
    (0, b'')
    """
    coded = codecs.charmap_encode(line, "replace", _TO_BYTES)[0]
    bits = int.from_bytes(coded.translate(_CLASSES), "little")
    return Look(coded, (bits << _SHIFT) & bits, coded.translate(None, _DULL))


def is_foreign(line: str) -> bool:
    """Say whether NFC may change a character of ``line`` that is not Bengali.

    >>> is_foreign("বাংলা, Ελλάδα 🙂"), is_foreign("cafe\N{COMBINING ACUTE ACCENT}")
    (False, True)
    """
    return any(not is_inert(char) for run in _UNKNOWN_CHARS.findall(line) for char in run)
