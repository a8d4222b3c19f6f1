"""A whole text: its lines one by one, and together where a quotation runs over lines that were wrapped.

Lines read together have every rule but those of the marks line by line; their marks are then read as those of one line.
Where that would not settle on a second look, their marks stay as they are, as do those of code and data that no line
alone shows to be such.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from operator import itemgetter
from typing import NamedTuple

from banglanorm.edits import NamedChange, Trace, replay, splice
from banglanorm.normalization.phases import Phases
from banglanorm.normalization.pipeline import Pipeline
from banglanorm.normalization.rules.quotations import NamedMark
from banglanorm.normalization.tracing import Tracer, moved
from banglanorm.normalization.verbatim import find_verbatim, line_starts, without
from banglanorm.normalization.wrapping import Stretch, find_quotations, find_stretches, has_marks, runs_on


class _Reading(NamedTuple):
    """Lines number ``first`` to ``last``, and what changes in their marks, by offsets in these lines as one text."""

    first: int
    last: int
    marks: Sequence[NamedMark] = ()


class Paragraphs:
    """Whole texts under the rules of ``phases``; ``unmarked`` gives the same rules without those of the marks."""

    def __init__(self, phases: Phases, unmarked: Callable[[], Phases]) -> None:
        by_line = Pipeline(phases)
        self.by_line, self.line = by_line.text, by_line.line
        self.is_seldom_work = by_line.is_seldom_work
        tracer = Tracer(phases, by_line)
        self.trace_by_line, self.trace_line = tracer.text, tracer.line
        self._unmarked = cache(unmarked)
        self._quotations = phases.quotations
        self._has_closing = bool(phases.closing)

    def text(self, text: str) -> str:
        """Normalize a text; the same object comes back where nothing changes."""
        by_line = self.by_line(text)
        readings = self._all_readings(text, by_line)
        if not readings:
            return by_line
        return self._read(text, by_line, readings)

    def _read(self, text: str, by_line: str, readings: Iterable[_Reading]) -> str:
        before, after = text.split("\n"), by_line.split("\n")
        for first, last, marks in readings:
            after[first : last + 1] = self._marked(list(map(self._plain, before[first : last + 1])), marks)
        normalized = "\n".join(after)
        return text if normalized == text else normalized

    def trace(self, text: str) -> tuple[str, list[NamedChange]]:
        """Return the normalized text, and every change to the text with the names of its rules."""
        by_line, changes = self.trace_by_line(text)
        readings = self._all_readings(text, by_line)
        if not readings:
            return by_line, changes
        starts = line_starts(text)
        composed: list[NamedChange] = []
        done = 0
        for first, last, marks in readings:
            start, end = starts[first], starts[last + 1] - 1
            composed += changes[done : bisect_left(changes, start, key=_start)]
            composed += moved(self._traced(text[start:end], marks), start)
            done = bisect_right(changes, end, key=_start)
        composed += changes[done:]
        return replay(text, composed), composed

    @cached_property
    def _pipeline(self) -> Pipeline:
        return Pipeline(self._unmarked())

    @cached_property
    def _plain(self) -> Callable[[str], str]:
        return self._pipeline.line

    @cached_property
    def _trace_plain(self) -> Callable[[str], tuple[str, list[NamedChange]]]:
        return Tracer(self._unmarked(), self._pipeline).text

    def _all_readings(self, text: str, by_line: str) -> list[_Reading]:
        """Return which lines of a text are read in another way than ``by_line``, in order.

        Marks that change may make other strings of what stands around them. Then the marks of these strings stay too;
        where that would not settle on a second look, all marks of the text do.
        """
        readings, is_settled = self._with_strings(text, by_line)
        if is_settled or self._once_more(once := self._read(text, by_line, readings)) == once:
            return readings
        return [_Reading(0, text.count("\n"))]

    def _once_more(self, text: str) -> str:
        by_line = self.by_line(text)
        return self._read(text, by_line, self._with_strings(text, by_line)[0])

    def _with_strings(self, text: str, by_line: str) -> tuple[list[_Reading], bool]:
        """Return the lines that are read otherwise, with all strings that this makes, and whether it made none."""
        if not self._quotations:
            return [], True
        kept = find_verbatim(text)
        if kept and by_line != text:  # what is not seen beside a fence may go: a second look sees the fence without it
            kept = find_verbatim("\n".join(self._unmarked_lines(text.split("\n"), by_line.split("\n"))))
        stretches = list(find_stretches(without(by_line, kept)))
        together = self._readings(text.split("\n"), by_line.split("\n"), stretches) if stretches else ()
        readings = sorted([*together, *map(_as_typed, kept)])
        if kept and by_line != text and (seen := find_verbatim(self._read(text, by_line, readings))) != kept:
            return _merged([*readings, *map(_as_typed, seen)]), False
        return readings, True

    def _readings(self, before: list[str], after: list[str], stretches: Iterable[Stretch]) -> Iterator[_Reading]:
        """Yield which of the lines ``before`` are read together; ``after`` is what they are line by line."""
        for first, last, fills in stretches:
            lines, by_line = before[first : last + 1], after[first : last + 1]
            plain = self._unmarked_lines(lines, by_line)
            found, once = self._together(plain, by_line, fills)
            # A second look would see what this one saw.
            if once == by_line and by_line in (lines, plain):
                continue
            if self._again(once, by_line, fills) != once:
                found = [_Reading(0, last - first)]
            elif once == by_line:
                continue
            for reading in found:
                yield _Reading(first + reading.first, first + reading.last, reading.marks)

    def _together(
        self, plain: list[str], by_line: list[str], fills: Sequence[bool]
    ) -> tuple[list[_Reading], list[str]]:
        """Return what of the lines of a stretch, ``plain`` but for their marks, is read together, and what it makes."""
        assert self._quotations
        readings = []
        once = by_line.copy()
        for first, last in find_quotations(plain, fills):
            span = slice(first, last + 1)
            marks = self._quotations.changes(" ".join(plain[span]))
            readings.append(_Reading(first, last, marks))
            once[span] = self._marked(plain[span], marks)
        return readings, once

    def _again(self, lines: list[str], settled: list[str], fills: Sequence[bool]) -> list[str]:
        """Return what a second look makes of the lines of a stretch; ``settled`` lines stay as they are by line."""
        by_line = [line if line == known else self.line(line) for line, known in zip(lines, settled, strict=True)]
        if not any(map(runs_on, by_line)):
            return by_line
        return self._together(self._unmarked_lines(lines, by_line), by_line, fills)[1]

    def _unmarked_lines(self, lines: Iterable[str], by_line: Iterable[str]) -> list[str]:
        """Return the lines under all rules but those of the marks; most are known by what all rules make of them."""
        return [
            after if before == after or not has_marks(after) else self._plain(before)
            for before, after in zip(lines, by_line, strict=True)
        ]

    def _marked(self, plain: list[str], marks: Iterable[NamedMark]) -> list[str]:
        """Return lines, normalized but for their marks, with these changes to their marks."""
        lines = splice("\n".join(plain), (change[:3] for change in marks)).split("\n")
        return list(map(self._plain, lines)) if self._has_closing else lines

    def _traced(self, lines: str, marks: Iterable[NamedMark]) -> list[NamedChange]:
        """Return the changes to lines that are read together."""
        trace = Trace(lines)
        trace.add(self._trace_plain(lines)[1])
        trace.add([(start, end, after, (name,)) for start, end, after, name in marks])
        if self._has_closing:
            trace.add(self._trace_plain(trace.text)[1])
        return trace.effective()


def _as_typed(lines: range) -> _Reading:
    return _Reading(lines[0], lines[-1])


def _merged(readings: Iterable[_Reading]) -> list[_Reading]:
    """Return the readings in order; where some have lines in common, the marks of all their lines stay."""
    merged: list[_Reading] = []
    for reading in sorted(readings, key=_start):
        if merged and reading.first <= merged[-1].last:
            merged[-1] = _Reading(merged[-1].first, max(reading.last, merged[-1].last))
        else:
            merged.append(reading)
    return merged


_start = itemgetter(0)
