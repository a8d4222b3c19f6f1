"""The rules at work on a text, with every change they make and the names of the rules that made it.

The changes replay to what :mod:`banglanorm.normalization.pipeline` makes of the text.
"""

from collections.abc import Iterable, Iterator, Sequence

from banglanorm.edits import NamedChange, Trace, splice
from banglanorm.normalization.detector import UNKNOWN, Look, codes, is_foreign, marks_in
from banglanorm.normalization.phases import BENGALI, BLOCK, Phases, all_tokens, blocks, choosable, decompose
from banglanorm.normalization.pipeline import Pipeline
from banglanorm.normalization.rules.quotations import ANY_MARKS, MarksSeen, NamedMark
from banglanorm.normalization.tokens import run, traced
from banglanorm.script.addresses import has_address
from banglanorm.script.canonical import DECOMPOSED

_NUKTA_LETTERS = tuple(DECOMPOSED.items())
_UNKNOWN_CODE = codes(UNKNOWN)
_NUKTA_RULE = ("nukta_letters",)
_MANY = 1 << 12  # changes, for which splicing takes less room


class Tracer:
    """The rules that are on, and the way through them that keeps every change."""

    def __init__(self, phases: Phases, pipeline: Pipeline) -> None:
        self._phases = phases
        self._look = phases.detector.look
        self._again = pipeline.again
        self._decomposes_unseen = phases.can_look and not phases.choices  # and does nothing else without a look

    def text(self, text: str) -> tuple[str, list[NamedChange]]:
        """Return the normalized text, and every change to the text with the names of its rules."""
        if text.isascii():
            return text, []
        if len(text) <= BLOCK and "\n" not in text:
            seen = self._look(text)
            if seen is None and self._decomposes_unseen:
                return decompose(text), _nukta_changes(text, 0, len(text))
            changes = self._line(text, seen)
            return replay(text, changes), changes
        changes = []
        at = 0
        for block in blocks(text):
            for start, end, seen in self._parts(block):
                is_clean = seen is None and self._decomposes_unseen
                part = block[start:end]
                found = _nukta_changes(part, 0, len(part)) if is_clean else self._line(part, seen)
                changes += moved(found, at + start)
            at += len(block)
        return replay(text, changes), changes

    def _parts(self, block: str) -> Iterable[tuple[int, int, Look | None]]:
        """Yield the spans of lines, or of whole stretches where there is nothing to do but to decompose letters."""
        if self._decomposes_unseen:
            seen = self._look(block)
            return [(0, len(block), None)] if seen is None else self._phases.detector.parts(block, seen)
        return [(start, end, self._look(block[start:end])) for start, end in _line_spans(block)]

    def _line(self, line: str, seen: Look | None) -> list[NamedChange]:
        """Return the changes to one line; they replay to what the line is normalized to."""
        phases = self._phases
        if phases.is_nfc_only or not BENGALI.search(line) or not (phases.settles_on(line) or self._is_settled(line)):
            return traced(phases.canonical, line)
        if seen and phases.can_look:
            plain, without = phases.without_joiners(line, seen)
            seen = without if plain is line else seen
        alone = phases.marks_alone(seen) if seen and phases.can_look else None
        if seen and alone:
            marks = phases.mark_changes(line, alone, seen[0], has_unknown=False)
            return _together(_named(marks), _nukta_changes(line, 0, len(line)))
        trace = Trace(line)
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
        return trace.effective()

    def _marks(self, trace: Trace, among: MarksSeen | None, *, has_unknown: bool = False) -> None:
        line = trace.text
        marks = self._phases.mark_changes(line, among, codes(line), has_unknown=has_unknown) if among else ()
        trace.add(_named(marks))

    def _is_settled(self, line: str) -> bool:
        once = self._again(line)
        return once == line or self._again(once) == once

    def _words(self, line: str, seen: Look | None, *, foreign: bool) -> list[NamedChange]:
        can_look = self._phases.can_look
        if can_look and not seen:
            return _nukta_changes(line, 0, len(line))
        spans = self._phases.tokens_seen(line, seen, foreign=foreign) if can_look and seen else all_tokens(line)
        words = self._phases.words_of(line, spans)
        changes: list[NamedChange] = []
        at = 0
        for start, end in spans():
            token = line[start:end]
            changes += _nukta_changes(line, at, start) if can_look else ()
            changes += moved(words(token).trace(token), start)
            at = end
        changes += _nukta_changes(line, at, len(line)) if can_look else ()
        return changes

    def _choices(self, line: str, *, foreign: bool) -> list[NamedChange]:
        changes: list[NamedChange] = []
        at = 0
        for part, may_change in choosable(line) if foreign or has_address(line) else [(line, True)]:
            changes += moved(traced(self._phases.choices, part), at) if may_change else []
            at += len(part)
        return changes


def replay(text: str, changes: Sequence[NamedChange]) -> str:
    """Apply named changes; the same object comes back where there are none."""
    if len(changes) > _MANY:
        return splice(text, (change[:3] for change in changes))
    if not changes:
        return text
    ends = [change[0] for change in changes[1:]]
    ends.append(len(text))
    parts = [after + text[at:end] for (_, at, after, _), end in zip(changes, ends, strict=True)]
    return text[: changes[0][0]] + "".join(parts)


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


def _nukta_changes(line: str, start: int, end: int) -> list[NamedChange]:
    changes: list[NamedChange] = []
    for letter, decomposed in _NUKTA_LETTERS:
        at = line.find(letter, start, end)
        while at >= 0:
            changes.append((at, at + 1, decomposed, _NUKTA_RULE))
            at = line.find(letter, at + 1, end)
    changes.sort()
    return changes
