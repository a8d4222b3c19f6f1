"""The rules at work on a text: quickly where nothing is wrong, rule by rule where something may be.

A line goes through phases: rules over the whole line, its tokens one by one, the choices of a caller (digits, nukta
letters), rules over the line again, apostrophes and quotation marks, closing rules. Two ways lead through the phases
and agree: ``text`` gives the text, by the cheapest means the detector allows; ``trace_text`` gives the changes, with
the names of the rules that made them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from banglanorm.edits import NamedChange, Trace, splice
from banglanorm.normalization.detector import UNKNOWN, Detector, Look, codes, is_foreign, marks_in
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
from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.normalization.rules.punctuation import MARK_RULE_NAMES, Apostrophe, Quotes, mark_changes
from banglanorm.normalization.rules.rule import Rule
from banglanorm.normalization.tokens import Tokens, apply, has_address, is_foreign_piece, pieces, run, traced
from banglanorm.script.canonical import DECOMPOSED, TWO_PART_VOWELS, nfc
from banglanorm.script.letters import PRECOMPOSED_NUKTA_LETTERS

BLOCK = 1 << 16  # code points that are looked at together

_TOKEN = re.compile("[^ ]++")
_BENGALI = re.compile("[\u0980-\u09ff]")
_UNKNOWN_CODE = codes(UNKNOWN)
_MARK_CODES = frozenset(codes(MARKS))
_DECOMPOSED = tuple(DECOMPOSED.items())
_NUKTA_LETTER = re.compile(f"[{PRECOMPOSED_NUKTA_LETTERS}]")
_NUKTA_RULE = ("nukta_letters",)
# What is done without a look: letters that decompose stand in every line, and every look finds other scripts.
_WITHOUT_LOOK = frozenset({"nukta_letters", "unicode_nfc"})

_CANONICAL_NAMES = frozenset(rule.name for rule in canonical.RULES)
_CHOICE_NAMES = frozenset(rule.name for rule in LAST_STEPS)
_REPAIR_NAMES = frozenset(rule.name for rule in REPAIR_STEPS if rule.profile == "repair")
# The rules of each profile: together they are known to leave nothing for a second look.
_SETTLED = [
    frozenset(rule.name for rule in CATALOGUE if rule.profile in PROFILES[: count + 1])
    for count in range(len(PROFILES))
]


class Pipeline:
    """The rules that are on, phase by phase."""

    def __init__(
        self, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes, named: Iterable[str] = ()
    ) -> None:
        def on(steps: Iterable[Rule]) -> tuple[Rule, ...]:
            return tuple(rule for rule in steps if rule.name in active)

        self._settles = active - _CHOICE_NAMES in _SETTLED
        self._canonical = on(canonical.RULES)
        self._first = on(FIRST_STEPS)
        self._tokens = Tokens(active, settles=self._settles)
        # Lines of other languages have only the repairs that the caller named.
        likely = (active & _REPAIR_NAMES) - frozenset(named)
        self._plain_tokens = Tokens(active - likely, settles=self._settles) if likely else None
        self._choices = on(LAST_STEPS)
        self._line_rules = on(LINE_STEPS)
        self._marks = active & MARK_RULE_NAMES
        self._apostrophe: Apostrophe = apostrophe
        self._quotes: Quotes = quotes
        self._closing = on(CLOSING_STEPS)

        of_words = [rule for rule in on((*VISUAL_STEPS, *REPAIR_STEPS)) if rule.name not in _WITHOUT_LOOK]
        looked_for = [*of_words, *self._first, *self._line_rules, *self._closing]
        triggers = "".join(rule.triggers for rule in looked_for)
        self._detector = Detector(looked_for, MARKS if self._marks else "")
        self._look = self._detector.look
        self._of_words = codes("".join(rule.triggers for rule in of_words))
        # Characters without a code only matter here where some trigger has none either.
        self._idle = b"" if any(codes(char) == _UNKNOWN_CODE for char in triggers) else _UNKNOWN_CODE
        self._known = self._detector.triggers.replace(_UNKNOWN_CODE, b"")
        in_phases = (*self._first, *self._line_rules)
        self._codes = {rule.name: frozenset(codes(rule.triggers)) for rule in in_phases}
        self._of_phases = frozenset[int]().union(*self._codes.values())
        self._asks_for_triggers = all(rule.triggers for rule in in_phases)
        self._is_nfc_only = active == _CANONICAL_NAMES
        self._composes = any(rule.name == "precomposed_nukta_letters" for rule in self._choices)
        self._can_look = active >= _CANONICAL_NAMES and all(rule.says_what_it_needs for rule in looked_for)

    # --- plain ------------------------------------------------------------------------------------------------------

    def text(self, text: str) -> str:
        """Normalize a whole text; the same object comes back where nothing changes."""
        if text.isascii():
            return text
        if not self._can_look:
            normalized = "\n".join(map(self._by_rules, text.split("\n")))
        elif len(text) > BLOCK:
            normalized = "".join(map(self._block, blocks(text)))
        else:
            seen = self._look(text)
            if seen is None:
                return self._finish(text)
            normalized = self._line(text, seen) if "\n" not in text else self._lines(text, seen)
        return text if normalized == text else normalized

    def _block(self, block: str) -> str:
        seen = self._look(block)
        return self._finish(block) if seen is None else self._lines(block, seen)

    def _lines(self, block: str, seen: Look) -> str:
        """Normalize lines that were looked at together: each line where something was seen, and all between them."""
        done = []
        for start, end, seen_there in self._parts(block, seen):
            part = block[start:end]
            done.append(self._finish(part) if seen_there is None else self._line(part, seen_there))
        return "".join(done)

    def _parts(self, block: str, seen: Look) -> Iterator[tuple[int, int, Look | None]]:
        """Yield spans that make up the block: lines with work, and the clean stretches between them."""
        spots = self._detector.spots(seen, self._detector.triggers if _UNKNOWN_CODE in seen[2] else self._known)
        done = 0
        spot = spots.find(1)
        while spot >= 0:
            start = block.rfind("\n", done, spot) + 1 or done
            end = block.find("\n", spot)
            if end < 0:
                end = len(block)
            if start > done:
                yield done, start, None
            yield start, end, self._look(block[start:end])
            done = end
            spot = spots.find(1, end + 1)  # a line break that is seen ends the line that was just given
        if done < len(block):
            yield done, len(block), None

    def _line(self, line: str, seen: Look) -> str:
        """Normalize one line; a line that would change again on a second look has the canonical rules only."""
        once = self._once(line, seen)
        if self._settles or once == line or self._again(once) == once:
            return once
        return apply(self._canonical, line)

    def _again(self, line: str) -> str:
        if not self._can_look:
            return self._once_by_rules(line)
        seen = self._look(line)
        return self._finish(line) if seen is None else self._once(line, seen)

    def _once(self, line: str, seen: Look) -> str:
        """Take a line through the phases, and in each do only what is called for by what was seen."""
        coded, pairs, special = seen
        foreign = _UNKNOWN_CODE in special and is_foreign(line, coded)
        if not (pairs or foreign or special.strip(self._idle)):
            return self._finish(line)
        if self._is_nfc_only or not _BENGALI.search(line):
            return nfc(line)
        if self._first and (called_for := self._called_for(self._first, seen)):
            first = apply(called_for, line)
            if first != line:
                return self._again(first)
        if foreign or pairs or len(special.translate(None, self._of_words)) < len(special):
            line = self._repair_words(line, seen, foreign=foreign)
        line = self._finish(line, foreign=foreign)
        line = apply(self._called_for(self._line_rules, seen), line)
        if self._marks and not _MARK_CODES.isdisjoint(special):
            line = self._mark(line, marks_in(special))
        return apply(self._closing, line)

    def _called_for(self, rules: Sequence[Rule], seen: Look | None) -> Sequence[Rule]:
        """Return the rules of a phase that may have something to do on the line."""
        if not self._can_look:
            return rules
        special = seen[2] if seen else b""
        if self._asks_for_triggers and self._of_phases.isdisjoint(special):
            return ()
        return [rule for rule in rules if not rule.triggers or not self._codes[rule.name].isdisjoint(special)]

    def _repair_words(self, line: str, seen: Look, *, foreign: bool) -> str:
        _, pairs, special = seen
        if pairs and not foreign and not special:
            joined = _join_vowels(line)
            if len(line) - len(joined) == pairs.bit_count():
                return joined  # nothing was seen but halves of vowel signs
        spans = [*_tokens_at(line, self._word_spots(seen, foreign=foreign))]
        words = self._words_of(line, spans)
        return _with_tokens(line, spans, lambda token: words(token).repair(token))

    def _words_of(self, line: str, spans: Sequence[tuple[int, int]]) -> Callable[[str], Tokens]:
        """Return what says how to treat a token of the line: a line of another language has no repairs."""
        plain = self._plain_tokens
        if plain is None:
            return lambda token: self._tokens
        is_other: list[bool] = []  # once it was asked

        def tokens(token: str) -> Tokens:
            repaired = self._tokens.repair(token)
            if repaired == token or repaired == plain.repair(token):
                return self._tokens
            if not is_other:
                is_other.append(is_other_language(_decompose(_with_tokens(line, spans, plain.repair))))
            return plain if is_other[0] else self._tokens

        return tokens

    def _word_spots(self, seen: Look, *, foreign: bool) -> bytes:
        return self._detector.spots(seen, self._of_words + _UNKNOWN_CODE if foreign else self._of_words)

    def _finish(self, lines: str, *, foreign: bool = False) -> str:
        """Do what is done without a look: write the letters with nukta, and what the caller chose."""
        if self._choices:
            return "\n".join([self._choose(line, foreign=foreign) for line in lines.split("\n")])
        return _decompose(lines)

    def _choose(self, line: str, *, foreign: bool) -> str:
        if foreign or has_address(line):
            parts = _choosable(_decompose(line))
            return "".join(apply(self._choices, part) if may_change else part for part, may_change in parts)
        if not self._composes:
            line = _decompose(line)
        return apply(self._choices, line) if _BENGALI.search(line) else line

    def _mark(self, line: str, among: Iterable[str]) -> str:
        changes = mark_changes(line, self._marks, self._apostrophe, self._quotes, among)
        return splice(line, [change[:3] for change in changes]) if changes else line

    # --- rule by rule -----------------------------------------------------------------------------------------------

    def _by_rules(self, line: str) -> str:
        """Normalize one line without the detector."""
        once = self._once_by_rules(line)
        return once if self._settles or self._once_by_rules(once) == once else apply(self._canonical, line)

    def _once_by_rules(self, line: str) -> str:
        if not _BENGALI.search(line):
            return apply(self._canonical, line)
        line = apply(self._first, line)
        spans = [m.span() for m in _TOKEN.finditer(line)]
        words = self._words_of(line, spans)
        line = _with_tokens(line, spans, lambda token: words(token).repair(token))
        parts = _choosable(line)
        line = "".join(apply(self._choices, part) if may_change else part for part, may_change in parts)
        line = apply(self._line_rules, line)
        if self._marks:
            line = self._mark(line, MARKS)
        return apply(self._closing, line)

    # --- traced -----------------------------------------------------------------------------------------------------

    def trace_text(self, text: str) -> tuple[str, list[NamedChange]]:
        """Return the normalized text, and every change to the text with the names of its rules."""
        if text.isascii():
            return text, []
        if len(text) <= BLOCK and "\n" not in text:
            seen = self._look(text)
            if seen is None and not self._choices and self._can_look:
                return _decompose(text), _nukta_changes(text, 0, len(text))
            changes = self._trace(text, seen)
            return replay(text, changes), changes
        changes = []
        at = 0
        for block in blocks(text):
            for start, end, seen in self._traceable(block):
                is_clean = seen is None and not self._choices and self._can_look
                part = block[start:end]
                found = _nukta_changes(part, 0, len(part)) if is_clean else self._trace(part, seen)
                changes += _moved(found, at + start)
            at += len(block)
        return replay(text, changes), changes

    def _traceable(self, block: str) -> Iterable[tuple[int, int, Look | None]]:
        """Yield the spans of lines, or of whole stretches where there is nothing to do but to decompose letters."""
        if not self._choices and self._can_look:
            seen = self._look(block)
            return [(0, len(block), None)] if seen is None else self._parts(block, seen)
        return [(start, end, self._look(block[start:end])) for start, end in _line_spans(block)]

    def _trace(self, line: str, seen: Look | None) -> list[NamedChange]:
        """Return the changes to one line; they replay to what the line is normalized to."""
        if not _BENGALI.search(line) or not (self._settles or self._is_settled(line)):
            return traced(self._canonical, line)
        trace = Trace(line)
        if self._first:
            run(self._called_for(self._first, seen), trace)
            seen = self._look(trace.text) if trace.changes else seen
        foreign = not self._can_look or (seen is not None and is_foreign(trace.text, seen[0]))
        trace.add(self._trace_words(trace.text, seen, foreign=foreign))
        if self._choices:
            trace.add(self._trace_choices(trace.text, foreign=foreign))
        run(self._called_for(self._line_rules, seen), trace)
        among = MARKS if not self._can_look else marks_in(seen[2]) if seen else ()
        if self._marks and among:
            marks = mark_changes(trace.text, self._marks, self._apostrophe, self._quotes, among)
            trace.add([(start, end, after, (name,)) for start, end, after, name in marks])
        run(self._closing, trace)
        return trace.effective()

    def _is_settled(self, line: str) -> bool:
        once = self._again(line)
        return once == line or self._again(once) == once

    def _trace_words(self, line: str, seen: Look | None, *, foreign: bool) -> list[NamedChange]:
        spans: list[tuple[int, int]] = []
        if not self._can_look:
            spans = [m.span() for m in _TOKEN.finditer(line)]
        elif seen:
            spans = [*_tokens_at(line, self._word_spots(seen, foreign=foreign))]
        words = self._words_of(line, spans)
        changes: list[NamedChange] = []
        at = 0
        for start, end in spans:
            token = line[start:end]
            changes += _nukta_changes(line, at, start) if self._can_look else ()
            changes += _moved(words(token).trace(token), start)
            at = end
        changes += _nukta_changes(line, at, len(line)) if self._can_look else ()
        return changes

    def _trace_choices(self, line: str, *, foreign: bool) -> list[NamedChange]:
        changes: list[NamedChange] = []
        at = 0
        for part, may_change in _choosable(line) if foreign or has_address(line) else [(line, True)]:
            changes += _moved(traced(self._choices, part), at) if may_change else []
            at += len(part)
        return changes


def blocks(text: str) -> Iterator[str]:
    """Cut a text into blocks of whole lines, as long as one look takes in; a line is never cut."""
    at = 0
    while len(text) - at > BLOCK:
        end = text.rfind("\n", at, at + BLOCK) + 1 or text.find("\n", at + BLOCK) + 1 or len(text)
        yield text[at:end]
        at = end
    if at < len(text):
        yield text[at:]


def _line_spans(block: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines, without their ends."""
    start = 0
    for line in block.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def replay(text: str, changes: Sequence[NamedChange]) -> str:
    """Apply named changes; the same object comes back where there are none."""
    return splice(text, [change[:3] for change in changes]) if changes else text


def _moved(changes: Sequence[NamedChange], by: int) -> Sequence[NamedChange]:
    return [(start + by, end + by, after, names) for start, end, after, names in changes] if by else changes


def _tokens_at(line: str, spots: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of the tokens that hold a spot, each token once."""
    end = 0
    spot = spots.find(1)
    while spot >= 0:
        start = line.rfind(" ", end, spot) + 1 or end
        end = line.find(" ", spot)
        if end < 0:
            end = len(line)
        yield start, end
        spot = spots.find(1, end + 1)


def _with_tokens(line: str, spans: Iterable[tuple[int, int]], repair: Callable[[str], str]) -> str:
    done = []
    at = 0
    for start, end in spans:
        done += [line[at:start], repair(line[start:end])]
        at = end
    done.append(line[at:])
    return "".join(done)


def _choosable(line: str) -> Iterator[tuple[str, bool]]:
    """Cut a line into parts, and say which of them the choices of a caller may change."""
    for number, token in enumerate(line.split(" ")):
        if number:
            yield " ", False
        for piece, is_address in pieces(token):
            yield piece, not is_address and not is_foreign_piece(piece)


def _nukta_changes(line: str, start: int, end: int) -> list[NamedChange]:
    return [(m.start(), m.end(), DECOMPOSED[m[0]], _NUKTA_RULE) for m in _NUKTA_LETTER.finditer(line, start, end)]


def _decompose(line: str) -> str:
    for letter, decomposed in _DECOMPOSED:
        if letter in line:
            line = line.replace(letter, decomposed)
    return line


def _join_vowels(line: str) -> str:
    for halves, sign in TWO_PART_VOWELS.items():
        line = line.replace(halves, sign)
    return line
