"""The rules at work on one line: quickly where nothing is wrong, rule by rule where something may be.

A token is what stands between two ASCII spaces; the rules of a token never look past it, so tokens are repaired one by
one and remembered. Two ways lead through a line and agree: ``Pipeline.line`` gives the text, by the cheapest means the
detector allows; ``Pipeline.trace`` gives the changes, with the names of the rules that made them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from banglanorm.edits import Change, NamedChange, compose, splice
from banglanorm.normalization.detector import (
    SPECIAL,
    UNKNOWN,
    Look,
    Special,
    codes,
    is_foreign,
    look,
    places,
    seen_as,
    special_in,
)
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules import canonical
from banglanorm.normalization.rules.catalogue import (
    CATALOGUE,
    CLOSING_STEPS,
    FIRST_STEPS,
    LAST_STEPS,
    LINE_STEPS,
    PROFILES,
    REPAIR_STEPS,
    VISUAL_STEPS,
)
from banglanorm.normalization.rules.punctuation import MARK_RULE_NAMES, NBSP, Apostrophe, Quotes, mark_changes
from banglanorm.normalization.rules.rule import Rule
from banglanorm.normalization.rules.visual import UNSEEN
from banglanorm.script.addresses import ADDRESS, ADDRESS_SIGNS
from banglanorm.script.canonical import DECOMPOSED, TWO_PART_VOWELS, nfc
from banglanorm.script.letters import PRECOMPOSED_NUKTA_LETTERS

V = TypeVar("V")

_TOKEN = re.compile("[^ ]++")
_NO_BREAK = re.compile(f"({NBSP})")
_DECOMPOSED = tuple(DECOMPOSED.items())
_NUKTA_LETTER = re.compile(f"[{PRECOMPOSED_NUKTA_LETTERS}]")
_NUKTA_RULE = ("nukta_letters",)

_BENGALI = re.compile("[\u0980-\u09ff]")

_LONGEST_REMEMBERED = 64  # code points of a token
_LONGEST_LINE_REMEMBERED = 160  # a short line is often a title, a label or a word, and comes again
_MOST_REMEMBERED = 1 << 15  # tokens and lines of each kind; then the memory starts afresh

_CANONICAL_NAMES = frozenset(rule.name for rule in canonical.RULES)
_VISUAL_NAMES = frozenset(rule.name for rule in VISUAL_STEPS)
_CHOICE_NAMES = frozenset(rule.name for rule in LAST_STEPS)
_CERTAIN = [  # the rules of each profile but repair: these settle at once
    frozenset(rule.name for rule in CATALOGUE if rule.profile in PROFILES[: count + 1]) for count in range(3)
]
_SPECIAL = frozenset(SPECIAL)
_UNSEEN_CODES = codes(UNSEEN)
_FOREIGN_CODES = codes(UNSEEN + UNKNOWN)


class Pipeline:
    """The rules that are on, in order, with what was learned about tokens so far."""

    def __init__(self, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes) -> None:
        def on(steps: Iterable[Rule]) -> tuple[Rule, ...]:
            return tuple(rule for rule in steps if rule.name in active)

        self._canonical = on(canonical.RULES)
        self._certain = on((*VISUAL_STEPS, *LAST_STEPS))
        self._likely = on((*VISUAL_STEPS, *REPAIR_STEPS, *VISUAL_STEPS, *LAST_STEPS)) if on(REPAIR_STEPS) else ()
        self._first_rules = on(FIRST_STEPS)
        self._line_rules = on(LINE_STEPS)
        self._closing_rules = on(CLOSING_STEPS)
        self._seen_as = {rule.name: seen_as(rule.triggers) for rule in (*FIRST_STEPS, *LINE_STEPS)}
        self._marks = active & MARK_RULE_NAMES
        self._apostrophe: Apostrophe = apostrophe
        self._quotes: Quotes = quotes
        self._lines: dict[str, str] = {}
        self._repaired: dict[str, str] = {}
        self._traced: dict[str, tuple[NamedChange, ...]] = {}
        token_rules = {rule.name for rule in self._certain + self._likely}
        self._is_nfc_only = active == _CANONICAL_NAMES
        self._can_scan = (
            active >= _CANONICAL_NAMES
            and token_rules <= _VISUAL_NAMES
            and not self._closing_rules
            and all(self._seen_as[rule.name] <= _SPECIAL for rule in (*self._first_rules, *self._line_rules))
        )
        self._settles_at_once = active - _CHOICE_NAMES in _CERTAIN

    # --- plain ------------------------------------------------------------------------------------------------------

    def text(self, text: str) -> str:
        """Normalize a whole text; the same object comes back where nothing changes."""
        if text.isascii():
            return text
        if len(text) <= _LONGEST_LINE_REMEMBERED:
            known = self._lines.get(text)
            if known is None:
                known = self._text(text)
                _remember(self._lines, text, known)
            return text if known == text else known
        return self._text(text)

    def _text(self, text: str) -> str:
        if self._is_nfc_only:
            normalized = nfc(text)
        elif "\n" in text:
            normalized = "\n".join(map(self.line, text.split("\n")))
        else:
            normalized = self.line(text)
        return text if normalized == text else normalized

    def line(self, line: str) -> str:
        """Normalize one line; a line that would change again on a second look has the canonical rules only."""
        once = self._once(line)
        if self._settles_at_once or once == line or self._once(once) == once:
            return once
        return _apply(self._canonical, line)

    def _once(self, line: str) -> str:
        if not self._can_scan:
            return self._by_rules(line)
        seen = look(line)
        if seen[1] or seen[2]:
            return self._repair(line, seen)
        return _decompose(line)

    def _repair(self, line: str, seen: Look) -> str:
        """Repair what the detector saw, each thing by the cheapest means that is sure to be right."""
        coded, pairs, codes_seen = seen
        special = special_in(codes_seen)
        is_unsure = UNKNOWN in special.chars and is_foreign(line, coded)
        if codes_seen and not _BENGALI.search(line):
            return nfc(line) if is_unsure else line
        first = self._first(line, special.chars) if self._first_rules else line
        if first != line:
            return self._once(first)
        if is_unsure:
            line = self._repair_tokens(line, places(seen, _FOREIGN_CODES))
        elif special.has_unseen:
            line = self._repair_tokens(line, places(seen, _UNSEEN_CODES))
        elif pairs:
            joined = _join_vowels(line)
            only_halves = len(line) - len(joined) == pairs.bit_count()
            line = joined if only_halves else self._repair_tokens(line, places(seen, b""))
        line = _decompose(line)
        return self._repair_punctuation(line, special) if codes_seen else line

    def _repair_punctuation(self, line: str, special: Special) -> str:
        for rule in self._line_rules:
            if not special.chars.isdisjoint(self._seen_as[rule.name]):
                line = rule.apply(line)
        if self._marks and special.marks:
            changes = self._mark_changes(line, special.marks)
            line = splice(line, changes) if changes else line
        return line

    def _first(self, line: str, chars: frozenset[str]) -> str:
        for rule in self._first_rules:
            if not chars.isdisjoint(self._seen_as[rule.name]):
                line = rule.apply(line)
        return line

    def _repair_tokens(self, line: str, at: Iterable[int]) -> str:
        pieces = []
        done = 0
        for start, end in _tokens_at(line, at):
            pieces += [line[done:start], self._token(line[start:end])]
            done = end
        pieces.append(line[done:])
        return "".join(pieces)

    def _by_rules(self, line: str) -> str:
        """Normalize one line rule by rule, every token of it."""
        if not _BENGALI.search(line):
            return _apply(self._canonical, line)
        line = _apply(self._first_rules, line)
        line = " ".join(map(self._token, line.split(" ")))
        line = _apply(self._line_rules, line)
        line = splice(line, self._mark_changes(line, MARKS)) if self._marks else line
        return _apply(self._closing_rules, line)

    def _token(self, token: str) -> str:
        known = self._repaired.get(token)
        if known is not None:
            return known
        repaired = "".join(_apply(rules, piece) for piece, rules in self._pieces(token))
        if len(token) <= _LONGEST_REMEMBERED:
            _remember(self._repaired, token, repaired)
        return repaired

    def _mark_changes(self, line: str, among: Iterable[str]) -> list[Change]:
        changes = mark_changes(line, self._marks, self._apostrophe, self._quotes, among)
        return [change[:3] for change in changes]

    # --- which rules for which characters ---------------------------------------------------------------------------

    def _pieces(self, token: str) -> list[tuple[str, tuple[Rule, ...]]]:
        """Split a token into addresses, which only the canonical rules may touch, and the rest.

        A no-break space parts pieces too: once it is a space, they are tokens of their own.
        """
        return [pair for part in _NO_BREAK.split(token) for pair in self._parts(part)]

    def _parts(self, token: str) -> list[tuple[str, tuple[Rule, ...]]]:
        if not any(sign in token for sign in ADDRESS_SIGNS):
            return [(token, self._rules_for(token))]
        pieces = []
        at = 0
        for m in ADDRESS.finditer(token):
            before = token[at : m.start()]
            pieces += [(before, self._rules_for(before)), (m[0], self._canonical)]
            at = m.end()
        return [*pieces, (token[at:], self._rules_for(token[at:]))]

    def _rules_for(self, piece: str) -> tuple[Rule, ...]:
        composed = nfc(piece)
        if is_foreign(composed, codes(composed)):
            return self._canonical  # a combining mark of another script: no rule knows its place among ours
        if self._likely and _settles(self._likely, piece):
            return self._likely
        return self._certain if self._settles_at_once or _settles(self._certain, piece) else self._canonical

    # --- traced -----------------------------------------------------------------------------------------------------

    def trace_text(self, text: str) -> list[NamedChange]:
        """Return every change to a text with the names of its rules; they replay to ``self.text(text)``."""
        if "\n" not in text:
            return [] if text.isascii() else self.trace(text)
        changes = []
        at = 0
        for line in text.split("\n"):
            for start, end, after, names in self.trace(line):
                changes.append((at + start, at + end, after, names))
            at += len(line) + 1
        return changes

    def trace(self, line: str) -> list[NamedChange]:
        """Return every change to one line with the names of its rules; they replay to ``self.line(line)``."""
        if not _BENGALI.search(line):
            return _traced(self._canonical, line)
        if not self._settles_at_once and (once := self._once(line)) != line and self._once(once) != once:
            return _traced(self._canonical, line)
        first = _traced(self._first_rules, line)
        changes = self._trace_words(replay(line, first)) if first else self._trace_words(line)
        return compose(first, replay(line, first), changes) if first else changes

    def _trace_words(self, line: str) -> list[NamedChange]:
        seen = look(line) if self._can_scan else None
        if seen is None:
            changes = self._trace_tokens(line, _all_tokens(line))
        elif seen[1] or seen[2]:
            changes = self._trace_tokens(line, _tokens_at(line, places(seen, _FOREIGN_CODES)))
        else:
            return list(_nukta_changes(line, 0, len(line)))
        for rule in self._line_rules:
            middle = replay(line, changes)
            changes = compose(changes, middle, _named(rule.find(middle), rule.name))
        among = special_in(seen[2]).marks if seen else MARKS
        if self._marks and among:
            middle = replay(line, changes)
            marks = mark_changes(middle, self._marks, self._apostrophe, self._quotes, among)
            named = [(start, end, after, (name,)) for start, end, after, name in marks]
            changes = compose(changes, middle, named)
        if self._closing_rules:
            middle = replay(line, changes)
            changes = compose(changes, middle, _traced(self._closing_rules, middle))
        return changes

    def _trace_tokens(self, line: str, tokens: Iterable[tuple[int, int]]) -> list[NamedChange]:
        changes: list[NamedChange] = []
        at = 0
        for start, end in tokens:
            if self._can_scan:
                changes += _nukta_changes(line, at, start)
            for first, last, after, names in self._trace_token(line[start:end]):
                changes.append((start + first, start + last, after, names))
            at = end
        if self._can_scan:
            changes += _nukta_changes(line, at, len(line))
        return changes

    def _trace_token(self, token: str) -> tuple[NamedChange, ...]:
        known = self._traced.get(token)
        if known is not None:
            return known
        changes: list[NamedChange] = []
        at = 0
        for piece, rules in self._pieces(token):
            changes += [(at + start, at + end, after, names) for start, end, after, names in _traced(rules, piece)]
            at += len(piece)
        if len(token) <= _LONGEST_REMEMBERED:
            _remember(self._traced, token, tuple(changes))
        return tuple(changes)


def _settles(rules: Sequence[Rule], piece: str) -> bool:
    """Say whether the rules leave nothing for a second time; else none of them is likely enough."""
    once = _apply(rules, piece)
    return _apply(rules, once) == once


def _apply(rules: Iterable[Rule], text: str) -> str:
    for rule in rules:
        text = rule.apply(text)
    return text


def _traced(rules: Iterable[Rule], text: str) -> list[NamedChange]:
    changes: list[NamedChange] = []
    middle = text
    for rule in rules:
        found = rule.find(middle)
        if found:
            changes = compose(changes, middle, _named(found, rule.name))
            middle = splice(middle, found)
    return [change for change in changes if text[change[0] : change[1]] != change[2]]


def _named(changes: Iterable[Change], name: str) -> list[NamedChange]:
    return [(start, end, after, (name,)) for start, end, after in changes]


def replay(text: str, changes: Sequence[NamedChange]) -> str:
    """Apply named changes; the same object comes back where there are none."""
    return splice(text, [change[:3] for change in changes]) if changes else text


def _all_tokens(line: str) -> Iterator[tuple[int, int]]:
    return (m.span() for m in _TOKEN.finditer(line))


def _tokens_at(line: str, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the spans of the tokens that hold the places, each token once."""
    end = 0
    for place in places:
        if place < end:
            continue
        start = line.rfind(" ", end, place) + 1 or end
        end = line.find(" ", place)
        if end < 0:
            end = len(line)
        yield start, end


def _nukta_changes(line: str, start: int, end: int) -> Iterator[NamedChange]:
    for m in _NUKTA_LETTER.finditer(line, start, end):
        at = m.start()
        yield at, at + 1, DECOMPOSED[m[0]], _NUKTA_RULE


def _decompose(line: str) -> str:
    for letter, decomposed in _DECOMPOSED:
        if letter in line:
            line = line.replace(letter, decomposed)
    return line


def _join_vowels(line: str) -> str:
    for halves, sign in TWO_PART_VOWELS.items():
        line = line.replace(halves, sign)
    return line


def _remember(memo: dict[str, V], key: str, value: V) -> None:
    if len(memo) >= _MOST_REMEMBERED:
        memo.clear()
    memo[key] = value
