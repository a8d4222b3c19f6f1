"""The detector: one cheap look at a line says that it is clean, or where there is work.

Every character becomes one byte (``codecs.charmap_encode``, one pass in C). The bytes of characters that have rules of
their own are picked out, and one operation on a big integer finds every pair of neighbours that the rules may change. A
false alarm costs a little time; a miss would be an error, so anything unknown raises the alarm.
"""

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules.punctuation import NBSP, PIPE
from banglanorm.normalization.rules.visual import UNSEEN, VOWEL_MARKS
from banglanorm.script.canonical import is_inert
from banglanorm.script.letters import (
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

# Bit k of a byte meets bit k + 3 of the next one: the pair is looked at. Bit 7 says that the character is special.
_PAIRS = (
    (FINAL_SIGNS + HASANTA, CANDRABINDU + HASANTA),
    (VOWEL_MARKS + FINAL_SIGNS + "অঋঌ", VOWEL_MARKS + NUKTA),
    ("ব" + HASANTA + NUKTA + PRECOMPOSED_NUKTA_LETTERS, NUKTA),
)
_SHIFT = 8 + 3
_SECOND_BITS = int.from_bytes(b"\x38" * 4096, "little")  # where the bits of a pair meet; other bits meet by chance
_IS_SPECIAL = 1 << 7

UNKNOWN = "?"  # what charmap_encode writes for a character without a byte of its own
_UNMAPPED = "\ufffe"
_ASCII = "\0\t\r" + "".join(map(chr, range(32, 127)))
_ORDINARY = _ASCII + LETTERS + SIGNS + BENGALI_DIGITS + BENGALI_SYMBOLS + DANDA + DOUBLE_DANDA + "–—…•·₹×÷°½§©"
SPECIAL = UNSEEN + NBSP + NUMERATOR_FOUR + PIPE + MARKS + UNKNOWN
_ALPHABET = "".join(dict.fromkeys(_ORDINARY + SPECIAL))  # NUL is first: charmap_build wants it there
_TO_BYTES = codecs.charmap_build(_ALPHABET.ljust(256, _UNMAPPED))


def codes(chars: str) -> bytes:
    """Return the bytes that stand for ``chars`` in :func:`look`."""
    return codecs.charmap_encode(chars, "replace", _TO_BYTES)[0]


def seen_as(chars: str) -> frozenset[str]:
    """Return ``chars`` as :func:`special_in` names them: one without a byte of its own is :data:`UNKNOWN`.

    >>> sorted(seen_as("|？"))
    ['?', '|']
    """
    return frozenset(char if char in _ALPHABET else UNKNOWN for char in chars)


def _class_table() -> bytes:
    table = bytearray(256)
    for k, (firsts, seconds) in enumerate(_PAIRS):
        for code in codes(firsts):
            table[code] |= 1 << k
        for code in codes(seconds):
            table[code] |= 1 << (k + 3)
    for code in codes(SPECIAL):
        table[code] |= _IS_SPECIAL
    return bytes(table)


_CLASSES = _class_table()
_DULL = codes("".join(char for char in _ALPHABET if char not in SPECIAL))
_SPECIAL_OF = dict(zip(codes(SPECIAL), SPECIAL, strict=True))
_UNKNOWN_CODE = codes(UNKNOWN)
_LONGEST_REMEMBERED = 64
_HIT = re.compile(rb"[^\0]")


class Special(NamedTuple):
    """Which special characters a line has, and what kinds of them."""

    chars: frozenset[str]
    marks: tuple[str, ...]
    has_unseen: bool


# What one look at a line saw: the code of every character; the pairs of neighbours to look at, as the bits of an
# integer with one byte a character; the codes of the special characters, in order.
Look = tuple[bytes, int, bytes]


def look(line: str) -> Look:
    """Look at a line once.

    >>> look("বাংলা")[1:], len(look("এক|দুই")[2])
    ((0, b''), 1)
    """
    coded = codecs.charmap_encode(line, "replace", _TO_BYTES)[0]
    classes = coded.translate(_CLASSES)
    special = b""
    if not classes.isascii():  # some byte has the bit for special characters
        special = coded.translate(None, _DULL)
        if _UNKNOWN_CODE in special and special.count(_UNKNOWN_CODE) == line.count(UNKNOWN):
            special = special.replace(_UNKNOWN_CODE, b"")  # real question marks
    bits = int.from_bytes(classes, "little")
    met = _SECOND_BITS if len(coded) < 4096 else int.from_bytes(b"\x38" * len(coded), "little")
    return coded, (bits << _SHIFT) & bits & met, special


def special_in(codes_seen: bytes) -> Special:
    """Say which special characters are there, from their codes.

    >>> special_in(look("‘ক’ ও ‘খ’")[2]).marks
    ('‘', '’')
    """
    return _remembered_special(codes_seen) if len(codes_seen) <= _LONGEST_REMEMBERED else _special(codes_seen)


def _special(codes_seen: bytes) -> Special:
    chars = [_SPECIAL_OF[code] for code in sorted(set(codes_seen))]
    return Special(frozenset(chars), tuple(c for c in chars if c in MARKS), any(c in UNSEEN for c in chars))


_remembered_special = lru_cache(maxsize=4096)(_special)


def places(seen: Look, wanted: bytes) -> list[int]:
    """Return where in the line there is work, in order: pairs of neighbours, and the special characters of these codes.

    >>> places(look("এক দুুই"), b"")
    [5]
    """
    coded, pairs, special = seen
    found = []
    for code in wanted:
        if code in special:
            found += _places_of(coded, code)
    if pairs:
        hits = pairs.to_bytes((pairs.bit_length() + 7) // 8, "little")
        found += [m.start() for m in _HIT.finditer(hits)]
    found.sort()
    return found


def _places_of(coded: bytes, code: int) -> list[int]:
    found = []
    at = coded.find(code)
    while at >= 0:
        found.append(at)
        at = coded.find(code, at + 1)
    return found


def is_foreign(line: str, coded: bytes) -> bool:
    """Say whether NFC may change a character of ``line`` that has no code of its own.

    >>> [is_foreign(text, codes(text)) for text in ("বাংলা, Ελλάδα 🙂?", "cafe\N{COMBINING ACUTE ACCENT}")]
    [False, True]
    """
    return not all(map(is_inert, {line[at] for at in _places_of(coded, _UNKNOWN_CODE[0])}))
