"""The rules at work on one line: quickly where nothing is wrong, rule by rule where something may be.

A token is what stands between two ASCII spaces; the rules of a token never look past it, so tokens are repaired one by
one and remembered. Two ways lead through a line and agree: ``Pipeline.line`` asks the detector where to work,
``Pipeline.trace`` runs every token through the rules and keeps their names.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from banglanorm.edits import Change, NamedChange, compose, splice
from banglanorm.quotes import MARKS
from banglanorm.ruleset import LAST_STEPS, REPAIR_STEPS, VISUAL_STEPS, canonical
from banglanorm.ruleset.canonical import DECOMPOSED, TWO_PART_VOWELS, nfc
from banglanorm.ruleset.punctuation import MARK_RULE_NAMES, NBSP, PIPE, Apostrophe, Quotes, danda_for_pipes, mark_changes
from banglanorm.ruleset.rule import Rule
from banglanorm.ruleset.visual import UNSEEN
from banglanorm.scan import UNKNOWN, Look, codes, is_foreign, look
from banglanorm.script import NUMERATOR_FOUR

V = TypeVar("V")

_BENGALI = re.compile("[\u0980-\u09ff]")
# Addresses keep their spelling: a link must go on working. Canonical equivalence is safe for them too.
_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S++|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
_ADDRESS_SIGNS = ("://", "www.", "@")

_LONGEST_REMEMBERED = 64  # code points
_MOST_REMEMBERED = 50_000  # tokens; about 15 MB

_CANONICAL_NAMES = frozenset(rule.name for rule in canonical.RULES)
_FAST_STEPS = frozenset(rule.name for rule in (*VISUAL_STEPS, *LAST_STEPS) if rule.profile != "optional")
_NBSP_CODE, _PIPE_CODE, _UNKNOWN_CODE = codes(NBSP), codes(PIPE), codes(UNKNOWN)
_TOKEN_CODES = re.compile(b"[" + re.escape(codes(UNSEEN + NUMERATOR_FOUR)) + b"]")
_MARK_CODES = re.compile(b"[" + re.escape(codes(MARKS)) + b"]")


class Pipeline:
    """The rules that are on, in order, with what was learned about tokens so far."""

    def __init__(self, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes) -> None:
        def on(steps: Iterable[Rule]) -> tuple[Rule, ...]:
            return tuple(rule for rule in steps if rule.name in active)

        self._canonical = on(canonical.RULES)
        self._certain = on((*VISUAL_STEPS, *LAST_STEPS))
        self._likely = on((*VISUAL_STEPS, *REPAIR_STEPS, *VISUAL_STEPS, *LAST_STEPS)) if on(REPAIR_STEPS) else ()
        self._spaces = "no_break_spaces" in active
        self._pipes = "danda_for_pipe" in active
        self._marks = active & MARK_RULE_NAMES
        self._apostrophe: Apostrophe = apostrophe
        self._quotes: Quotes = quotes
        self._repaired: dict[str, str] = {}
        self._traced: dict[str, tuple[NamedChange, ...]] = {}
        token_rules = {rule.name for rule in self._certain + self._likely}
        self._is_nfc_only = active == _CANONICAL_NAMES
        self._can_scan = _CANONICAL_NAMES <= active and token_rules <= _FAST_STEPS

    # --- plain ----------------------------------------------------------------------------------------------------------

    def text(self, text: str) -> str:
        """Normalize a whole text; the same object comes back where nothing changes."""
        if text.isascii():
            return text
        if self._is_nfc_only:
            normalized = nfc(text)
        elif "\n" in text:
            normalized = "\n".join(map(self.line, text.split("\n")))
        else:
            return self.line(text)
        return text if normalized == text else normalized

    def line(self, line: str) -> str:
        """Normalize one line."""
        if not self._can_scan:
            return self._by_rules(line)
        seen = look(line)
        if not seen.pairs and not seen.special:
            return _decompose(line)
        return self._repair(line, seen)

    def _repair(self, line: str, seen: Look) -> str:
        """Repair what the detector saw, each thing by the cheapest means that is sure to be right."""
        special = seen.special
        if _UNKNOWN_CODE in special and is_foreign(line):
            return self._by_rules(line)
        if seen.pairs or (special and _TOKEN_CODES.search(special)):
            line = self._repair_pairs(line, seen)
        line = _decompose(line)
        if special and _BENGALI.search(line):
            if self._spaces and _NBSP_CODE in special:
                line = line.replace(NBSP, " ")
            if self._pipes and _PIPE_CODE in special:
                line = splice(line, danda_for_pipes(line))
            if self._marks and _MARK_CODES.search(special):
                line = splice(line, self._mark_changes(line))
        return line

    def _repair_pairs(self, line: str, seen: Look) -> str:
        joined = _join_vowels(line)
        only_vowel_halves = len(line) - len(joined) == seen.pairs.bit_count()
        if only_vowel_halves and not _TOKEN_CODES.search(seen.special):
            return joined
        pieces = []
        at = 0
        for place in seen.places():
            if place < at:
                continue
            start = line.rfind(" ", at, place) + 1 or at
            end = line.find(" ", place)
            end = len(line) if end < 0 else end
            pieces += [line[at:start], self._token(line[start:end])]
            at = end
        pieces.append(line[at:])
        return "".join(pieces)

    def _by_rules(self, line: str) -> str:
        """Normalize one line rule by rule, every token of it."""
        if not _BENGALI.search(line):
            return _apply(self._canonical, line)
        line = " ".join(map(self._token, line.split(" ")))
        if self._pipes:
            line = splice(line, danda_for_pipes(line))
        return splice(line, self._mark_changes(line)) if self._marks else line

    def _token(self, token: str) -> str:
        known = self._repaired.get(token)
        if known is not None:
            return known
        repaired = "".join(_apply(rules, piece) for piece, rules in self._pieces(token))
        _remember(self._repaired, token, repaired)
        return repaired

    def _mark_changes(self, line: str) -> list[Change]:
        return [change[:3] for change in mark_changes(line, self._marks, self._apostrophe, self._quotes)]

    # --- which rules for which characters -------------------------------------------------------------------------------

    def _pieces(self, token: str) -> list[tuple[str, tuple[Rule, ...]]]:
        """Split a token into addresses, which only the canonical rules may touch, and the rest."""
        if not any(sign in token for sign in _ADDRESS_SIGNS):
            return [(token, self._rules_for(token))]
        pieces = []
        at = 0
        for m in _ADDRESS.finditer(token):
            before = token[at : m.start()]
            pieces += [(before, self._rules_for(before)), (m[0], self._canonical)]
            at = m.end()
        return [*pieces, (token[at:], self._rules_for(token[at:]))]

    def _rules_for(self, piece: str) -> tuple[Rule, ...]:
        if is_foreign(piece):
            return self._canonical  # marks of two scripts on one letter: no rule knows their order
        if self._likely and self._settles(piece):
            return self._likely
        return self._certain

    def _settles(self, piece: str) -> bool:
        """Say whether the likely repairs leave nothing for a second time; else none of them is likely enough."""
        once = _apply(self._likely, piece)
        return _apply(self._likely, once) == once

    # --- traced ---------------------------------------------------------------------------------------------------------

    def trace(self, line: str) -> list[NamedChange]:
        """Return every change to one line with the names of its rules; they replay to ``self.line(line)``."""
        if not _BENGALI.search(line):
            return _traced(self._canonical, line)
        changes: list[NamedChange] = []
        at = 0
        for token in line.split(" "):
            changes += [(at + start, at + end, after, names) for start, end, after, names in self._trace_token(token)]
            at += len(token) + 1
        if self._pipes and PIPE in line:
            middle = _replay(line, changes)
            dandas = [(*change, ("danda_for_pipe",)) for change in danda_for_pipes(middle)]
            changes = compose(changes, middle, dandas)
        if self._marks:
            middle = _replay(line, changes)
            marks = mark_changes(middle, self._marks, self._apostrophe, self._quotes)
            changes = compose(changes, middle, [(*change, (name,)) for *change, name in marks])
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
        _remember(self._traced, token, tuple(changes))
        return tuple(changes)


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
            changes = compose(changes, middle, [(*change, (rule.name,)) for change in found])
            middle = splice(middle, found)
    return [change for change in changes if text[change[0] : change[1]] != change[2]]


def _replay(line: str, changes: Sequence[NamedChange]) -> str:
    return splice(line, [change[:3] for change in changes]) if changes else line


def _decompose(line: str) -> str:
    for letter, decomposed in DECOMPOSED.items():
        if letter in line:
            line = line.replace(letter, decomposed)
    return line


def _join_vowels(line: str) -> str:
    for halves, sign in TWO_PART_VOWELS.items():
        line = line.replace(halves, sign)
    return line


def _remember(memo: dict[str, V], token: str, value: V) -> None:
    if len(token) > _LONGEST_REMEMBERED:
        return
    if len(memo) >= _MOST_REMEMBERED:
        memo.clear()
    memo[token] = value
