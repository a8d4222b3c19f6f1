"""The rules at work on one token, which is what stands between two ASCII spaces; they never look past it.

Tokens that were repaired are remembered. Addresses in a token keep their spelling; a piece with a combining mark of
another script has the canonical rules only; and a piece that would change again on a second look has fewer rules.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from banglanorm.edits import NamedChange, Trace
from banglanorm.memory import Memory, Room
from banglanorm.normalization.detector import UNKNOWN, Detector, Look, codes, is_foreign
from banglanorm.normalization.rules import canonical
from banglanorm.normalization.rules.catalogue import REPAIR_STEPS, VISUAL_STEPS
from banglanorm.normalization.rules.damages import MENDERS
from banglanorm.normalization.rules.punctuation import NBSP
from banglanorm.normalization.rules.readings import mending_rules
from banglanorm.normalization.rules.rule import Rule
from banglanorm.script.addresses import find_addresses
from banglanorm.script.canonical import nfc
from banglanorm.script.characters import category

_NO_BREAK = re.compile(f"({NBSP})")
_UNKNOWN_CODE = codes(UNKNOWN)
_NOTHING: Look = (b"", 0, b"")
_MOST_REMEMBERED_NEEDS = 1 << 8
_LONGEST_REMEMBERED = 64  # code points of a token
_ROOM = Room(8 << 20)  # for the tokens of all normalizers, plain and traced


class Steps:
    """Rules that run one after the other, each only where a look at the text saw what it needs."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._look = Detector(rule for rule in rules if rule.says_what_it_needs).look
        self._menders = frozenset(number for number, rule in enumerate(rules) if rule.name in MENDERS)
        # What triggers each rule, whether something beside triggers may call for it, and whether it is always asked.
        self._needs = [
            (frozenset(_triggers_of(rule)), bool(rule.pairs or rule.literals), not rule.says_what_it_needs)
            for rule in rules
        ]
        self._numbers_for = lru_cache(maxsize=_MOST_REMEMBERED_NEEDS)(self._numbers)

    def apply(self, text: str, first: int = 0) -> str:
        """Apply the rules in order, from the ``first`` on; the same object comes back where nothing changes."""
        for number in self._called_for(text):
            if number >= first and (after := self._rules[number].apply(text)) is not text:
                return self.apply(after, number + 1)  # which may need other rules
        return text

    def run(self, trace: Trace, first: int = 0) -> None:
        """Apply the rules in order, from the ``first`` on, to the text of a trace."""
        for number in self._called_for(trace.text):
            if number >= first and run_one(self._rules[number], trace):
                return self.run(trace, number + 1)
        return None

    def _called_for(self, text: str) -> Sequence[int]:
        """Return the numbers of the rules that may have something to do."""
        _, pairs, special = self._look(text) or _NOTHING
        numbers = self._numbers_for(frozenset(special), has_pairs=bool(pairs))
        if self._menders.isdisjoint(numbers):
            return numbers
        mending = mending_rules(text)
        return [number for number in numbers if number not in self._menders or self._rules[number].name in mending]

    def _numbers(self, special: frozenset[int], *, has_pairs: bool) -> tuple[int, ...]:
        return tuple(
            number
            for number, (triggers, has_others, is_always_asked) in enumerate(self._needs)
            if (has_pairs and has_others) or is_always_asked or not triggers.isdisjoint(special)
        )


def _triggers_of(rule: Rule) -> bytes:
    """Return the codes of what triggers a rule: canonical ones are for the characters of other scripts as well."""
    return codes(rule.triggers) + (_UNKNOWN_CODE if rule in canonical.RULES else b"")


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
        run_one(rule, trace)


def run_one(rule: Rule, trace: Trace) -> bool:
    """Apply a rule to the text of a trace, and say whether it changed something."""
    changes = rule.find(trace.text)
    if not changes:
        return False
    names = (rule.name,)
    trace.add([(start, end, after, names) for start, end, after in changes])
    return True
