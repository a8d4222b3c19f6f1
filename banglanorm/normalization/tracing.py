"""The rules at work on a text, with every change they make and the names of the rules that made it.

The changes replay to what :mod:`banglanorm.normalization.pipeline` makes of the text.
"""

from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize

from banglanorm.edits import NamedChange, Trace, replay
from banglanorm.normalization.detector import UNKNOWN, Look, codes, is_foreign, marks_in
from banglanorm.normalization.phases import BENGALI, Phases, Spans, all_tokens, blocks, choosable, decompose
from banglanorm.normalization.pipeline import Pipeline
from banglanorm.normalization.rules.quotations import ANY_MARKS, MarksSeen, NamedMark
from banglanorm.normalization.tokens import run, traced
from banglanorm.script.addresses import has_address
from banglanorm.script.canonical import DECOMPOSED, TWO_PART_VOWELS
from banglanorm.script.letters import ZWNJ

_Writing = tuple[tuple[str, ...], Sequence[tuple[str, str]]]  # the name of a rule, and what it writes for what
_NUKTA_LETTERS: _Writing = ("nukta_letters",), tuple(DECOMPOSED.items())
_VOWEL_HALVES: _Writing = ("two_part_vowels",), tuple(TWO_PART_VOWELS.items())
_JOINER_RULE = ("idle_joiners",)
_UNKNOWN_CODE = codes(UNKNOWN)

Traced = tuple[str, list[NamedChange]]  # what a text is normalized to, and the changes that lead there


class Tracer:
    """The rules that are on, and the way through them that keeps every change."""

    def __init__(self, phases: Phases, pipeline: Pipeline) -> None:
        self._phases = phases
        self._look = phases.detector.look
        self._again = pipeline.again
        self._decomposes_unseen = phases.can_look and not phases.choices  # and does nothing else without a look

    def text(self, text: str) -> Traced:
        """Return the normalized text, and every change to the text with the names of its rules."""
        if text.isascii() or "\n" not in text:
            return self.line(text)
        changes: list[NamedChange] = []
        at = 0
        for block in blocks(text):
            for start, end, seen in self._parts(block):
                changes += moved(self._part(block[start:end], seen)[1], at + start)
            at += len(block)
        return replay(text, changes), changes

    def line(self, line: str) -> Traced:
        """Return a normalized text of one line, and every change to it with the names of its rules."""
        return (line, []) if line.isascii() else self._part(line, self._look(line))

    def _parts(self, block: str) -> Iterable[tuple[int, int, Look | None]]:
        """Yield the spans of lines, or of whole stretches where there is nothing to do but to decompose letters."""
        if self._decomposes_unseen:
            seen = self._look(block)
            return [(0, len(block), None)] if seen is None else self._phases.detector.parts(block, seen)
        return [(start, end, self._look(block[start:end])) for start, end in _line_spans(block)]

    def _part(self, part: str, seen: Look | None) -> Traced:
        """Return a line, or a stretch in which nothing was seen, as it is normalized, and its changes."""
        if seen is None and self._decomposes_unseen:
            decomposed = decompose(part)
            return decomposed, [] if decomposed is part else _written(part, _NUKTA_LETTERS)
        return self._line(part, seen)

    def _line(self, line: str, seen: Look | None) -> Traced:
        """Return a line as it is normalized and its changes, by the shortest way, as the pipeline does."""
        phases = self._phases
        if seen and phases.can_look:
            if not (seen[1] or seen[2].strip(phases.alone)):
                return self._marked(line, seen)
            trace = Trace(line)
            rest = self._without_slips(trace, seen)
            if not rest[1] and phases.has_marks_only(rest):
                if not trace.changes:
                    return self._marked(line, rest)
                trace.add(self._marked(trace.text, rest)[1])
                return trace.text, trace.changes
            if not trace.changes:
                seen = rest
        return self._through_phases(line, seen)

    def _without_slips(self, trace: Trace, seen: Look) -> Look:
        """Join halves of vowel signs and drop idle joiners, where these are all beside marks; return what is left."""
        phases = self._phases
        _, pairs, special = seen
        if pairs and phases.may_join(special) and (joined := _joined_vowels(trace.text, pairs)):
            trace.add(joined)
            seen = codes(trace.text), 0, special
        plain, rest = phases.without_joiners(trace.text, seen)
        trace.add(_dropped_joiners(trace.text, plain))
        return rest

    def _marked(self, line: str, seen: Look) -> Traced:
        """Trace a line in which nothing but marks was seen."""
        coded, _, special = seen
        among = marks_in(special)
        marks = _named(self._phases.mark_changes(line, among, coded, has_unknown=False)) if among else []
        if marks and not BENGALI.search(line):
            return line, []
        marked = replay(line, marks)
        decomposed = decompose(marked)
        return decomposed, marks if decomposed is marked else _together(marks, _written(line, _NUKTA_LETTERS))

    def _through_phases(self, line: str, seen: Look | None) -> Traced:
        """Trace a line through all phases; one that would change again on a second look has canonical changes only."""
        phases = self._phases
        trace = Trace(line)
        if phases.is_nfc_only or not BENGALI.search(line):
            run(phases.canonical, trace)
            return trace.text, trace.effective()
        if not (phases.settles_on(line) or self._is_settled(line)):
            run(phases.canonical, trace)
            if trace.text != line:  # with these it may settle
                trace.add(self._line(trace.text, self._look(trace.text))[1])
            return trace.text, trace.effective()
        if phases.first:
            run(phases.called_for(phases.first, seen), trace)
            seen = self._look(trace.text) if trace.changes else seen
        foreign = not phases.can_look or (seen is not None and is_foreign(trace.text, seen[0]))
        trace.add(self._words(trace.text, seen, foreign=foreign))
        if phases.choices:
            trace.add(self._choices(trace.text, foreign=foreign))
        run(phases.called_for(phases.line_rules, seen), trace)
        special = seen[2] if seen else b""
        among = marks_in(special) if phases.can_look else ANY_MARKS
        self._marks(trace, among, has_unknown=_UNKNOWN_CODE in special or not phases.can_look)
        run(phases.closing, trace)
        return trace.text, trace.effective()

    def _marks(self, trace: Trace, among: MarksSeen | None, *, has_unknown: bool = False) -> None:
        line = trace.text
        marks = self._phases.mark_changes(line, among, codes(line), has_unknown=has_unknown) if among else ()
        trace.add(_named(marks))

    def _is_settled(self, line: str) -> bool:
        once = self._again(line)
        return once == line or self._again(once) == once

    def _words(self, line: str, seen: Look | None, *, foreign: bool) -> list[NamedChange]:
        phases = self._phases
        if not phases.can_look:
            return self._tokens(line, all_tokens(line), has_nukta=False)
        if not seen:
            return _written(line, _NUKTA_LETTERS)
        _, pairs, special = seen
        has_work = foreign or special.translate(None, phases.of_words) != special
        joined = None if has_work else _joined_vowels(line, pairs)
        if joined is not None:
            return _together(joined, _written(line, _NUKTA_LETTERS))
        return self._tokens(line, phases.tokens_seen(line, seen, foreign=foreign), has_nukta=True)

    def _tokens(self, line: str, spans: Spans, *, has_nukta: bool) -> list[NamedChange]:
        """Return the changes to tokens, and to the letters with nukta between them where these are no tokens."""
        words = self._phases.words_of(line, spans)
        changes: list[NamedChange] = []
        at = 0
        for start, end in spans():
            token = line[start:end]
            changes += _written(line, _NUKTA_LETTERS, at, start) if has_nukta else ()
            changes += moved(words(token).trace(token), start)
            at = end
        changes += _written(line, _NUKTA_LETTERS, at) if has_nukta else ()
        return changes

    def _choices(self, line: str, *, foreign: bool) -> list[NamedChange]:
        changes: list[NamedChange] = []
        at = 0
        for part, may_change in choosable(line) if foreign or has_address(line) else [(line, True)]:
            changes += moved(traced(self._phases.choices, part), at) if may_change else []
            at += len(part)
        return changes


def moved(changes: Sequence[NamedChange], by: int) -> Sequence[NamedChange]:
    """Return the changes with their offsets moved."""
    return [(start + by, end + by, after, names) for start, end, after, names in changes] if by else changes


def _line_spans(block: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the lines, without their ends."""
    start = 0
    for line in block.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _named(marks: Iterable[NamedMark]) -> list[NamedChange]:
    return [(start, end, after, (name,)) for start, end, after, name in marks]


def _together(first: list[NamedChange], second: list[NamedChange]) -> list[NamedChange]:
    """Return changes on one text that do not touch each other, in order."""
    return sorted(first + second) if first and second else first or second


def _joined_vowels(line: str, pairs: int) -> list[NamedChange] | None:
    """Return the changes that join the halves of vowel signs; None where some pair that was seen is none of them."""
    changes = _written(line, _VOWEL_HALVES) if pairs else []
    return changes if len(changes) == pairs.bit_count() else None


def _dropped_joiners(line: str, plain: str) -> list[NamedChange]:
    """Return the changes that make ``plain`` of a line: joiners at the end of words go."""
    changes: list[NamedChange] = []
    at = line.find(ZWNJ) if plain is not line else -1
    while at >= 0:
        if not plain.startswith(ZWNJ, at - len(changes)):
            changes.append((at, at + 1, "", _JOINER_RULE))
        at = line.find(ZWNJ, at + 1)
    return changes


def _written(line: str, writing: _Writing, start: int = 0, end: int = maxsize) -> list[NamedChange]:
    """Return the changes of a rule that writes one string for another in a part of a line."""
    names, pairs = writing
    changes: list[NamedChange] = []
    for before, after in pairs:
        width = len(before)
        at = line.find(before, start, end)
        while at >= 0:
            behind = at + width
            changes.append((at, behind, after, names))
            at = line.find(before, behind, end)
    changes.sort()
    return changes
