"""The detector: one cheap look at a line says that it is clean, or where there is work.

Every character becomes one byte (``codecs.charmap_encode``, one pass in C). The bytes of characters that some rule
needs are picked out, and one operation on a big integer finds every pair of neighbours that some rule needs. What to
look for comes from the rules themselves. A false alarm costs a little time; a miss would be an error, so any character
without a byte of its own raises the alarm.
"""

import codecs
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache

from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules.catalogue import CATALOGUE
from banglanorm.normalization.rules.quotations import MarksSeen
from banglanorm.normalization.rules.rule import EDGE, Pair, Rule
from banglanorm.script.canonical import DECOMPOSED, is_inert
from banglanorm.script.letters import (
    BENGALI_DIGITS,
    BENGALI_SYMBOLS,
    DANDA,
    DOUBLE_DANDA,
    HASANTA,
    JOINERS,
    LETTERS,
    NUKTA,
    SIGNS,
    WORD_CHARACTERS,
)

UNKNOWN = "?"  # what charmap_encode writes for a character without a byte of its own
_UNMAPPED = "\ufffe"
_ASCII = "\0\n\t\r" + "".join(map(chr, range(32, 127)))  # NUL is first: charmap_build wants it there
_ORDINARY = _ASCII + LETTERS + SIGNS + JOINERS + BENGALI_DIGITS + DANDA + DOUBLE_DANDA + MARKS + "–—…"
_TRIGGERS = "".join(rule.triggers for rule in CATALOGUE)
# What finds no room is looked at more closely wherever it stands.
ALPHABET = "".join(dict.fromkeys(_ORDINARY + _TRIGGERS + "৳°₹×•·÷½§©" + BENGALI_SYMBOLS))[:256]
_TO_BYTES = codecs.charmap_build(ALPHABET.ljust(256, _UNMAPPED))


def codes(chars: str) -> bytes:
    """Return the bytes that stand for ``chars``; a character without one of its own is :data:`UNKNOWN`."""
    return codecs.charmap_encode(chars, "replace", _TO_BYTES)[0]


_UNKNOWN_CODE = codes(UNKNOWN)
_LINE_END = codes("\n")
_MARKS_BY_CODE = dict(zip(codes(MARKS), MARKS, strict=True))
_EDGE_CODE = codes(EDGE)
_EDGE_CODES = codes("".join(char for char in ALPHABET if char not in WORD_CHARACTERS + JOINERS))
_HASANTA_CODE = codes(HASANTA)
_WORD_CODES = bytes(set(range(256)) - set(_EDGE_CODES))

# A table gives each byte the bits of up to three pairs: bit k where it may be first in the pair, bit k + 3 where it may
# be second; shifted by a byte and three bits, the two meet. Bit 7 of the first table says that it is a trigger.
_PAIRS_A_TABLE = 3
_SHIFT = 8 + _PAIRS_A_TABLE
_LONG = 1 << 16
_SECOND_BITS = int.from_bytes(b"\x38" * (_LONG + 2), "little")  # where the bits of a pair meet; others meet by chance
_IS_TRIGGER = 1 << 7
_NOWHERE = sys.maxsize

# What one look at a line saw: the code of every character; the pairs of neighbours and the literals that some rule
# needs, as an integer with one byte a character that is not zero where the second of a pair stands or a literal is;
# the codes of the triggers, in order.
Look = tuple[bytes, int, bytes]


class Detector:
    """Finds where some rule of ``rules`` may have work, from what each rule says that it needs.

    >>> from banglanorm import rules
    >>> detector = Detector([rule for rule in rules() if rule.name in ("danda_for_pipe", "two_part_vowels")])
    >>> detector.look("বাংলা"), detector.look("এক|দুই") is None
    (None, False)
    """

    def __init__(self, rules: Iterable[Rule], triggers: str = "") -> None:
        rules = list(rules)
        self.triggers = bytes(set(codes(UNKNOWN + triggers + "".join(rule.triggers for rule in rules))))
        self._known = self.triggers.replace(_UNKNOWN_CODE, b"")
        self._dull = bytes(set(range(256)) - set(self.triggers))
        literals = [codes(literal) for rule in rules for literal in rule.literals]
        self._literals = _patterns_of(literals)
        given = [pair for rule in rules for pair in rule.pairs]
        self._has_edges = any(EDGE in firsts + seconds for firsts, seconds in given)
        pairs = _widest(given)
        cut = range(0, len(pairs) or 1, _PAIRS_A_TABLE)
        self._tables = [_table(pairs[at : at + _PAIRS_A_TABLE], b"" if at else self.triggers) for at in cut]
        self.look: Callable[[str], Look | None] = self._compiled()

    def _compiled(self) -> Callable[[str], Look | None]:
        """Return the function that looks at a line: None where no rule has work. What it needs is at hand as locals."""
        encode, to_bytes, to_int = codecs.charmap_encode, _TO_BYTES, int.from_bytes
        dull, table, others = self._dull, self._tables[0], self._tables[1:]
        has_edges, literals = self._has_edges, self._literals

        def specials(line: str, coded: bytes) -> bytes:
            special = coded.translate(None, dull)
            if _UNKNOWN_CODE in special:
                return _without_question_marks(special, line.count(UNKNOWN))
            return special

        def look_closely(line: str) -> Look | None:
            coded = encode(line, "replace", to_bytes)[0]
            edged = _EDGE_CODE + coded + _EDGE_CODE if has_edges else coded
            kinds = edged.translate(table)
            pairs_in = _pairs_of_long if len(edged) > _LONG else _pairs_of
            pairs = pairs_in(kinds)
            for other in others:
                pairs |= pairs_in(edged.translate(other))
            if has_edges:
                pairs >>= 8  # without the edge at the beginning
            for pattern in literals:
                if pattern.search(coded):
                    pairs |= _places(coded, pattern)
            special = b"" if kinds.isascii() else specials(line, coded)
            return (coded, pairs, special) if special or pairs else None

        def look(line: str) -> Look | None:
            if len(line) > _LONG:
                return look_closely(line)
            coded = encode(line, "replace", to_bytes)[0]
            kinds = coded.translate(table)
            bits = to_int(kinds, "little")
            pairs = bits << _SHIFT & bits & _SECOND_BITS
            if kinds.isascii():  # no byte is a trigger
                return (coded, pairs, b"") if pairs else None
            special = specials(line, coded)
            return (coded, pairs, special) if special or pairs else None

        return look_closely if has_edges or literals or others else look

    def spots(self, seen: Look, triggers: bytes) -> bytes:
        """Return a byte for every character: 1 where something was seen that is no trigger, or one of ``triggers``."""
        coded, pairs, _ = seen
        triggered = coded.translate(_one_for(triggers))
        if not pairs:
            return triggered
        marked = pairs | int.from_bytes(triggered, "little")
        return marked.to_bytes(len(coded) + 1, "little").translate(_ONES)

    def parts(self, block: str, seen: Look) -> Iterator[tuple[int, int, Look | None]]:
        """Yield spans that make up a block of lines: lines with work, and the clean stretches between them.

        What a look at the line by itself would see is cut out of what was ``seen`` of the block.
        """
        coded, pairs, special = seen
        triggered = coded.translate(_one_for(self.triggers if _UNKNOWN_CODE in special else self._known))
        paired = pairs.to_bytes(len(coded) + 1, "little") if pairs else b""
        seconds = paired.translate(_ONES)
        trigger, pair = _next(triggered, 0), _next(seconds, 0)
        done = 0
        while (spot := min(trigger, pair)) < _NOWHERE:
            start = coded.rfind(_LINE_END, done, spot) + 1 or done
            end = coded.find(_LINE_END, spot)
            if end < 0:
                end = len(coded)
            if start > done:
                yield done, start, None
            part = coded[start:end]
            special = part.translate(None, self._dull)
            if _UNKNOWN_CODE in special:
                special = _without_question_marks(special, block.count(UNKNOWN, start, end))
            pairs = int.from_bytes(paired[start : end + 1], "little") if pair <= end else 0
            yield start, end, (part, pairs, special) if special or pairs else None
            done = end
            if trigger <= end:
                trigger = _next(triggered, end + 1)
            if pair <= end:
                pair = _next(seconds, end + 1)
        if done < len(block):
            yield done, len(block), None


def _next(spots: bytes, start: int) -> int:
    """Return where the next spot is, or a place behind all."""
    at = spots.find(1, start)
    return at if at >= 0 else _NOWHERE


def _without_question_marks(special: bytes, count: int) -> bytes:
    """Return the triggers of a line without its unknown characters where all of them are real question marks."""
    return special.replace(_UNKNOWN_CODE, b"") if special.count(_UNKNOWN_CODE) == count else special


def _patterns_of(literals: Iterable[bytes]) -> list[re.Pattern[bytes]]:
    """Return patterns for the literals: one from their last hasanta on, which is rarer than letters, or last letter."""
    ways: dict[bytes, dict[bytes, list[bytes]]] = {}  # by the letter that is looked for: what stands after and before
    for literal in literals:
        rare = _HASANTA_CODE if _HASANTA_CODE in literal else literal[-1:]
        before, _, after = literal.rpartition(rare)
        ways.setdefault(rare, {}).setdefault(after, []).append(before)
    patterns = []
    for rare, befores in ways.items():
        by_length = sorted(befores, key=len, reverse=True)  # a letter is compared in less time than what stands before
        told = [_ahead(after) + _behind(befores[after], rare + after.rstrip(_EDGE_CODE)) for after in by_length]
        patterns.append(b"%b(?:%b)" % (re.escape(rare), b"|".join(told)))
    return [re.compile(pattern) for pattern in patterns]


def _ahead(after: bytes) -> bytes:
    """Return what finds the end of a literal."""
    if after.endswith(_EDGE_CODE):
        return re.escape(after[:-1]) + b"(?![%b])" % re.escape(_WORD_CODES)
    return re.escape(after)


def _behind(befores: Iterable[bytes], seen: bytes) -> bytes:
    """Return what looks back from the end of ``seen`` whether one of ``befores`` stands before it."""
    by_last: dict[bytes, list[bytes]] = {}
    for before in befores:
        by_last.setdefault(before[-1:], []).append(before[:-1])
    if b"" in by_last:
        return b""
    is_edge = by_last.pop(_EDGE_CODE, None) is not None
    told = [b"(?<=%b)%b" % (re.escape(last + seen), _behind(rest, last + seen)) for last, rest in by_last.items()]
    if is_edge:
        told.append(b"(?<![%b]%b)" % (re.escape(_WORD_CODES), re.escape(seen)))
    some = b"" if is_edge else b"(?<=[%b]%b)" % (re.escape(b"".join(by_last)), re.escape(seen))
    return b"%b(?:%b)" % (some, b"|".join(told)) if len(told) > 1 else told[0]


def _places(coded: bytes, literals: re.Pattern[bytes]) -> int:
    """Return where literals are, as pairs are given."""
    found = bytearray(len(coded))
    for m in literals.finditer(coded):
        found[m.start()] = 1
    return int.from_bytes(found, "little")


def _pairs_of(kinds: bytes) -> int:
    bits = int.from_bytes(kinds, "little")
    return bits << _SHIFT & bits & _SECOND_BITS


def _pairs_of_long(kinds: bytes) -> int:
    """Return the pairs of a long line, found piece by piece, for integers take room."""
    found = []
    for at in range(0, len(kinds), _LONG):
        start = max(at - 1, 0)  # a pair may stand across the border
        pairs = _pairs_of(kinds[start : at + _LONG])
        found.append((pairs >> 8 * (at - start)).to_bytes(_LONG, "little"))
    return int.from_bytes(b"".join(found), "little")


_ONES = b"\0" + b"\1" * 255


@cache
def _one_for(triggers: bytes) -> bytes:
    return bytes(code in triggers for code in range(256))


def _with_nukta_letters(pair: Pair) -> Pair:
    """Let a letter that decomposes stand for its nukta, at the end, and for its base, at the beginning."""
    firsts, seconds = pair
    if NUKTA in firsts:
        firsts += "".join(DECOMPOSED)
    seconds += "".join(letter for letter, decomposed in DECOMPOSED.items() if decomposed[0] in seconds)
    return firsts, seconds


def _widest(pairs: Sequence[Pair]) -> list[tuple[frozenset[int], frozenset[int]]]:
    """Return the pairs as codes, without those that another one contains."""
    coded = dict.fromkeys((_class(firsts), _class(seconds)) for firsts, seconds in map(_with_nukta_letters, pairs))
    return [
        (firsts, seconds)
        for firsts, seconds in coded
        if not any((firsts, seconds) != other and firsts <= other[0] and seconds <= other[1] for other in coded)
    ]


def _class(chars: str) -> frozenset[int]:
    return frozenset(codes(chars) + (_EDGE_CODES if EDGE in chars else b""))


def _table(pairs: Iterable[tuple[frozenset[int], frozenset[int]]], triggers: bytes) -> bytes:
    table = bytearray(256)
    for code in triggers:
        table[code] = _IS_TRIGGER
    for k, (firsts, seconds) in enumerate(pairs):
        for code in firsts:
            table[code] |= 1 << k
        for code in seconds:
            table[code] |= 1 << (k + _PAIRS_A_TABLE)
    return bytes(table)


@lru_cache(maxsize=4096)
def marks_in(special: bytes) -> MarksSeen | None:
    """Return which apostrophes and quotation marks are among the triggers of a line, if any is.

    >>> marks_in(codes("’|‘’")).marks, marks_in(codes("|"))
    (('‘', '’'), None)
    """
    marks = "".join([_MARKS_BY_CODE[code] for code in special if code in _MARKS_BY_CODE])
    return MarksSeen.of(marks) if marks else None


def is_foreign(line: str, coded: bytes) -> bool:
    """Say whether NFC may change a character of ``line`` that has no code of its own.

    >>> [is_foreign(text, codes(text)) for text in ("বাংলা, Ελλάδα 🙂?", "cafe\N{COMBINING ACUTE ACCENT}")]
    [False, True]
    """
    found = set()
    at = coded.find(_UNKNOWN_CODE)
    while at >= 0:
        found.add(line[at])
        at = coded.find(_UNKNOWN_CODE, at + 1)
    return not all(map(is_inert, found))
