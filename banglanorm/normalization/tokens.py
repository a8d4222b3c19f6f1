"""The rules at work on one token, which is what stands between two ASCII spaces; they never look past it.

Tokens that were repaired are remembered. Addresses in a token keep their spelling; a piece with a combining mark of
another script has the canonical rules only; and a piece that would change again on a second look has fewer rules.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from banglanorm.edits import NamedChange, Trace
from banglanorm.memory import Memory, Room
from banglanorm.normalization.detector import UNKNOWN, Detector, codes, is_foreign
from banglanorm.normalization.rules import canonical
from banglanorm.normalization.rules.catalogue import REPAIR_STEPS, VISUAL_STEPS
from banglanorm.normalization.rules.punctuation import NBSP
from banglanorm.normalization.rules.rule import Rule
from banglanorm.script.addresses import find_addresses
from banglanorm.script.canonical import nfc
from banglanorm.script.characters import category

_NO_BREAK = re.compile(f"({NBSP})")
_UNKNOWN_CODE = codes(UNKNOWN)
_LONGEST_REMEMBERED = 64  # code points of a token
_ROOM = Room(8 << 20)  # for the tokens of all normalizers, plain and traced


class Steps:
    """Rules that run one after the other; neighbours of one family are skipped together where none has work."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._look = _look_of(rules)
        self._families = [(family, _look_of(family)) for _, each in groupby(rules, _family) if (family := [*each])]

    def apply(self, text: str) -> str:
        """Apply the rules in order; the same object comes back where nothing changes."""
        if self._look(text) is None:
            return text
        for rules, look in self._families:
            if look(text) is not None:
                text = apply(rules, text)
        return text

    def run(self, trace: Trace) -> None:
        """Apply the rules in order to the text of a trace."""
        for rules, look in self._families:
            if look(trace.text) is not None:
                run(rules, trace)


def _look_of(rules: Sequence[Rule]) -> Callable[[str], object | None]:
    """Return what sees whether some rule has work, as far as all of them say what they need."""
    return Detector(rules).look if all(rule.says_what_it_needs for rule in rules) else str


_family = attrgetter("family")


class Tokens:
    """What the active rules make of a token, and what was learned about tokens so far."""

    def __init__(self, active: frozenset[str], *, settles: bool) -> None:
        def on(steps: Iterable[Rule]) -> tuple[Rule, ...]:
            return tuple(rule for rule in steps if rule.name in active)

        visual, repairs = Steps(on(VISUAL_STEPS)), on(REPAIR_STEPS)
        self._canonical = (Steps(on(canonical.RULES)),)
        # The ways to treat a piece, the boldest first; the first that leaves nothing for a second look is taken.
        self._ways: list[tuple[Steps, ...]] = [(visual, Steps(repairs), visual)] if repairs else []
        self._ways.append((visual,))
        self._settles = settles  # whether the last way is known to
        self._repaired = Memory[str, str](_ROOM)
        self._traced = Memory[str, tuple[NamedChange, ...]](_ROOM)

    def repair(self, token: str) -> str:
        """Return the token as it should be."""
        known = self._repaired.get(token)
        if known is not None:
            return known
        repaired = "".join(self._treat(piece, is_address=is_address)[1] for piece, is_address in pieces(token))
        if len(token) <= _LONGEST_REMEMBERED:
            self._repaired.keep(token, repaired, size=len(token) + len(repaired))
        return repaired

    def trace(self, token: str) -> tuple[NamedChange, ...]:
        """Return every change to the token with the names of its rules; they replay to ``self.repair(token)``."""
        known = self._traced.get(token)
        if known is not None:
            return known
        found: list[NamedChange] = []
        at = 0
        for piece, is_address in pieces(token):
            trace = Trace(piece)
            for steps in self._treat(piece, is_address=is_address)[0]:
                steps.run(trace)
            found += [(at + start, at + end, after, names) for start, end, after, names in trace.effective()]
            at += len(piece)
        changes = tuple(found)
        if len(token) <= _LONGEST_REMEMBERED:
            self._traced.keep(token, changes, size=len(token) + 100 * len(changes))
        return changes

    def _treat(self, piece: str, *, is_address: bool) -> tuple[Sequence[Steps], str]:
        """Return the way to treat a piece, and what it makes of it."""
        if not is_address and not is_foreign_piece(piece):
            for way in self._ways:
                once = _take(way, piece)
                if once == piece or (self._settles and way is self._ways[-1]) or _take(way, once) == once:
                    return way, once
        return self._canonical, _take(self._canonical, piece)


def _take(way: Sequence[Steps], piece: str) -> str:
    for steps in way:
        piece = steps.apply(piece)
    return piece


def pieces(token: str) -> Iterator[tuple[str, bool]]:
    """Split a token into addresses and the rest, and say which is which.

    A no-break space parts pieces too: once it is a space, they are tokens of their own.

    >>> list(pieces("ক:www.example.org"))
    [('ক:', False), ('www.example.org', True), ('', False)]
    """
    for part in _NO_BREAK.split(token):
        at = 0
        for m in find_addresses(part):
            yield part[at : m.start()], False
            at = _after_marks(part, m.end())
            yield part[m.start() : at], True
        yield part[at:], False


def _after_marks(text: str, at: int) -> int:
    """Return where the combining marks end that stand at ``at``: they belong to the letter before them."""
    while at < len(text) and category(text[at])[0] == "M":
        at += 1
    return at


def is_foreign_piece(piece: str) -> bool:
    """Say whether a combining mark of another script is there: no rule knows its place among ours."""
    if _UNKNOWN_CODE not in codes(piece):
        return False
    composed = nfc(piece)
    return is_foreign(composed, codes(composed))


def apply(rules: Iterable[Rule], text: str) -> str:
    """Apply rules in order; the same object comes back where nothing changes."""
    for rule in rules:
        text = rule.apply(text)
    return text


def traced(rules: Iterable[Rule], text: str) -> list[NamedChange]:
    """Return the changes that the rules make in order, composed, each with the names of its rules."""
    trace = Trace(text)
    run(rules, trace)
    return trace.effective()


def run(rules: Iterable[Rule], trace: Trace) -> None:
    """Apply rules in order to the text of a trace."""
    for rule in rules:
        trace.add([(start, end, after, (rule.name,)) for start, end, after in rule.find(trace.text)])
