"""The detector: one cheap look at a line says that it is clean, or where there is work.

Every character becomes one byte (``codecs.charmap_encode``, one pass in C). The bytes of characters that have rules of
their own are picked out, and one operation on a big integer finds every pair of neighbours that the rules may change. A
false alarm costs a little time; a miss would be an error, so anything unknown raises the alarm.
"""

import codecs
import re

from banglanorm.quote_pieces import MARKS
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

# Bit k of a byte meets bit k + 3 of the next one: the pair is looked at. Bit 6 stays free and bit 7, which says that
# the character is special, is taken off first, so that nothing else meets, but for bit 5 and bit 0 two bytes on: a
# nukta, any character, a final sign, which is rare and only a false alarm.
_PAIRS = (
    (FINAL_SIGNS + HASANTA, CANDRABINDU + HASANTA),
    (VOWEL_MARKS + FINAL_SIGNS + "অঋঌ", VOWEL_MARKS + NUKTA),
    ("ব" + HASANTA + NUKTA + PRECOMPOSED_NUKTA_LETTERS, NUKTA),
)
_SHIFT = 8 + 3
_IS_SPECIAL = 1 << 7

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
    for code in codes(_SPECIAL):
        table[code] |= _IS_SPECIAL
    return bytes(table)


_CLASSES = _class_table()
_WITHOUT_SPECIAL = bytes(code & ~_IS_SPECIAL for code in range(256))
_DULL = codes("".join(char for char in _ALPHABET if char not in _SPECIAL))
_MARK_OF = dict(zip(codes(MARKS), MARKS, strict=True))
_HIT = re.compile(rb"[^\0]")


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
        classes = classes.translate(_WITHOUT_SPECIAL)
    bits = int.from_bytes(classes, "little")
    return coded, (bits << _SHIFT) & bits, special


def places(seen: Look, special: re.Pattern[bytes]) -> list[int]:
    """Return where in the line there is work: pairs, and the special codes that the pattern names, in order.

    >>> places(look("এক দুুই"), re.compile(codes("|")))
    [5]
    """
    coded, pairs, specials = seen
    found = [m.start() for m in special.finditer(coded)] if specials else []
    if pairs:
        hits = pairs.to_bytes((pairs.bit_length() + 7) // 8, "little")
        found += [m.start() for m in _HIT.finditer(hits)]
        found.sort()
    return found


def marks_in(special: bytes) -> list[str]:
    """Return which apostrophes and quotation marks are among the special characters.

    >>> marks_in(look("‘ক’ ও ‘খ’")[2]) == ["‘", "’"]
    True
    """
    return [_MARK_OF[code] for code in sorted(set(special)) if code in _MARK_OF]


def is_foreign(line: str, coded: bytes) -> bool:
    """Say whether NFC may change a character of ``line`` that has no code of its own.

    >>> [is_foreign(text, codes(text)) for text in ("বাংলা, Ελλάδα 🙂?", "cafe\N{COMBINING ACUTE ACCENT}")]
    [False, True]
    """
    return not all(map(is_inert, {line[m.start()] for m in _UNKNOWN_CODE.finditer(coded)}))


def one_of(chars: str) -> re.Pattern[bytes]:
    """Return a pattern that finds the codes of these characters."""
    return re.compile(b"[" + re.escape(codes(chars)) + b"]")


_UNKNOWN_CODE = one_of(UNKNOWN)
