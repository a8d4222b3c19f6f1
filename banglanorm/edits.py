"""What changed where: edits on the original text, and offsets both ways.

Rules speak in changes, ``(start, end, after)`` on the text they were given. Several passes over one text are composed
into one sorted list of changes on the first text, each with the names of the rules at work; an :class:`Explanation`
shows them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, fields
from typing import Any

# (start, end, after): text[start:end] becomes after.
Change = tuple[int, int, str]
# The same with the names of the rules that made it.
NamedChange = tuple[int, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, init=False)
class Edit:
    """One place where the text changes: ``original[start:end] == before`` becomes ``after``; ``rules`` says why."""

    __module__ = "banglanorm"

    start: int
    end: int
    before: str
    after: str
    rules: tuple[str, ...]

    def __init__(self, start: int, end: int, before: str, after: str, rules: tuple[str, ...]) -> None:
        # Edits are many: the fields of a frozen class are set in half the time without a look at their names.
        _set_start(self, start)
        _set_end(self, end)
        _set_before(self, before)
        _set_after(self, after)
        _set_rules(self, rules)

    def as_dict(self) -> dict[str, Any]:
        """Return the edit as plain JSON types.

        >>> from banglanorm import explain
        >>> explain("দু’জন").edits[0].as_dict()
        {'start': 2, 'end': 3, 'before': '’', 'after': "'", 'rules': ['apostrophes']}
        """
        return asdict(self) | {"rules": [*self.rules]}

    def __repr__(self) -> str:
        return f"Edit({self.start}, {self.end}, {self.before!r} -> {self.after!r}, {', '.join(self.rules)})"


_set_start, _set_end, _set_before, _set_after, _set_rules = (
    Edit.__dict__[field.name].__set__ for field in fields(Edit)
)


@dataclass(frozen=True, slots=True, init=False)
class Explanation:
    """A normalized ``text``, the ``original``, and the ``edits`` between them, sorted and without overlap.

    >>> from banglanorm import explain
    >>> e = explain("দু’জনের ছবি")
    >>> e.text, e.edits[0].before, e.edits[0].after, e.edits[0].rules
    ("দু'জনের ছবি", '’', "'", ('apostrophes',))
    """

    __module__ = "banglanorm"

    original: str
    text: str
    edits: tuple[Edit, ...]
    # Where each edit is, in the original and in the text; found once, when an offset is first asked for.
    _spans: tuple["Spans", "Spans"] | None = field(compare=False)

    def __init__(self, original: str, text: str, edits: tuple[Edit, ...]) -> None:
        _set_original(self, original)
        _set_text(self, text)
        _set_edits(self, edits)
        _set_spans(self, None)

    def as_dict(self) -> dict[str, Any]:
        """Return the two texts and the edits as plain JSON types.

        >>> from banglanorm import explain
        >>> explain("এক").as_dict()
        {'original': 'এক', 'text': 'এক', 'edits': []}
        """
        return {"original": self.original, "text": self.text, "edits": [edit.as_dict() for edit in self.edits]}

    def __repr__(self) -> str:
        return f"Explanation({_shortened(self.original)} -> {_shortened(self.text)}, {len(self.edits)} edits)"

    def __reduce__(self) -> tuple[Any, ...]:
        return Explanation, (self.original, self.text, self.edits)

    def replay(self) -> str:
        """Apply the edits to the original; the result is always ``text``.

        >>> from banglanorm import explain
        >>> explain("দু’জন").replay()
        "দু'জন"
        """
        return splice(self.original, [(e.start, e.end, e.after) for e in self.edits])

    def to_normalized(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of the original, in code points, to the span of ``text`` that came from it.

        A border inside an edit moves outwards to the edge of the edit; an empty span stays empty.

        Raises:
            ValueError: the span does not lie within the original.

        >>> from banglanorm import explain
        >>> explain("‘‘কই’’ গেল").to_normalized(0, 6)
        (0, 4)
        """
        here, there = self._both_spans()
        return _map_span(start, end, here, there, len(self.original))

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Map a span of ``text``, in code points, to the span of the original it came from.

        A border inside an edit moves outwards to the edge of the edit; an empty span stays empty.

        Raises:
            ValueError: the span does not lie within ``text``.

        >>> from banglanorm import explain
        >>> explain("‘‘কই’’ গেল").to_original(0, 4)
        (0, 6)
        """
        there, here = self._both_spans()
        return _map_span(start, end, here, there, len(self.text))

    def _both_spans(self) -> tuple["Spans", "Spans"]:
        if self._spans is None:
            normalized = []
            shift = 0
            for e in self.edits:
                at = e.start + shift
                normalized.append((at, at + len(e.after)))
                shift += len(e.after) - (e.end - e.start)
            _set_spans(self, ([(e.start, e.end) for e in self.edits], normalized))
        assert self._spans is not None
        return self._spans


_set_original, _set_text, _set_edits, _set_spans = (
    Explanation.__dict__[field.name].__set__ for field in fields(Explanation)
)
Spans = Sequence[tuple[int, int]]


def _shortened(text: str, most: int = 40) -> str:
    return repr(text if len(text) <= most else text[: most - 1] + "…")


def _map_span(start: int, end: int, here: Spans, there: Spans, length: int) -> tuple[int, int]:
    if not 0 <= start <= end <= length:
        raise ValueError(f"span ({start}, {end}) does not lie within a text of {length} code points")
    first = _map_border(start, here, there, last=False)
    return first, first if start == end else max(first, _map_border(end, here, there, last=True))


def _map_border(at: int, here: Spans, there: Spans, *, last: bool) -> int:
    """Map one border: shifted by the edits before it, or moved to the outer edge of the edit it lies in."""
    i = bisect_left(here, at, key=lambda span: span[1]) if last else bisect_right(here, at, key=lambda span: span[1])
    # Edits before i end before the border (for a last border: strictly before; one that ends right there is the next).
    if i < len(here) and here[i][0] < at:
        return there[i][1] if last else there[i][0]
    if i == 0:
        return at
    return at - here[i - 1][1] + there[i - 1][1]


def splice(text: str, changes: Iterable[Change]) -> str:
    """Apply sorted changes that do not overlap.

    >>> splice("abc", [(0, 1, "x"), (2, 2, "--")])
    'xb--c'
    """
    done: list[str] = []
    pieces: list[str] = []
    at = 0
    for start, end, after in changes:
        pieces.append(text[at:start])
        pieces.append(after)
        at = end
        if len(pieces) > _MOST_PIECES:
            done.append("".join(pieces))
            pieces.clear()
    return "".join([*done, *pieces, text[at:]])


_MOST_PIECES = 1 << 12  # of a text are kept apart: each takes more room than its characters


def replay(text: str, changes: Sequence[NamedChange]) -> str:
    """Apply named changes that are sorted and do not overlap; the same object comes back where there are none.

    >>> replay("abc", [(0, 1, "x", ("r",)), (2, 2, "--", ("s",))])
    'xb--c'
    """
    if len(changes) > _MOST_PIECES:
        return splice(text, (change[:3] for change in changes))
    if not changes:
        return text
    ends = [change[0] for change in changes[1:]]
    ends.append(len(text))
    parts = [after + text[at:end] for (_, at, after, _), end in zip(changes, ends, strict=True)]
    return text[: changes[0][0]] + "".join(parts)


class Trace:
    """A text on its way through passes of changes: what it is by now, and all changes so far on the first text.

    >>> trace = Trace("abc")
    >>> trace.add([(0, 1, "x", ("r",))])
    >>> trace.add([(1, 2, "", ("s",))])
    >>> trace.text, trace.changes
    ('xc', [(0, 1, 'x', ('r',)), (1, 2, '', ('s',))])
    """

    __slots__ = ("_original", "changes", "text")

    def __init__(self, text: str) -> None:
        self._original = self.text = text
        self.changes: list[NamedChange] = []

    def add(self, changes: Sequence[NamedChange]) -> None:
        """Make one more pass: sorted changes on the text as it is by now."""
        if changes:
            self.changes = compose(self.changes, self.text, changes) if self.changes else list(changes)
            self.text = replay(self.text, changes)

    def effective(self) -> list[NamedChange]:
        """Return the changes that leave something else than they found."""
        return [change for change in self.changes if self._original[change[0] : change[1]] != change[2]]


def compose(first: Sequence[NamedChange], middle: str, second: Sequence[NamedChange]) -> list[NamedChange]:
    """Compose changes on a text with changes on the text ``middle`` they make, as changes on the first text.

    Changes that touch the same characters of ``middle`` become one, with the names of both.

    >>> compose([(1, 2, "xy", ("a",))], "-xy-", [(2, 3, "z", ("b",)), (3, 4, "", ("c",))])
    [(1, 2, 'xz', ('a', 'b')), (2, 3, '', ('c',))]
    """
    apart = _merge_apart(first, second)
    return _merge_groups(first, middle, second) if apart is None else apart


def _merge_apart(first: Sequence[NamedChange], second: Sequence[NamedChange]) -> list[NamedChange] | None:
    """Compose changes that do not touch, the usual case and cheap; None where some do."""
    merged: list[NamedChange] = []
    shift = 0  # from an offset of the first text to one of middle
    i = 0
    for start, end, after, names in second:
        while i < len(first):
            begin = first[i][0] + shift
            grown = len(first[i][2])
            if begin + grown > start or (grown == 0 and begin == start):
                break
            merged.append(first[i])
            shift += grown - (first[i][1] - first[i][0])
            i += 1
        if i < len(first) and first[i][0] + shift < end:
            return None
        merged.append((start - shift, end - shift, after, names))
    return [*merged, *first[i:]]


def _merge_groups(first: Sequence[NamedChange], middle: str, second: Sequence[NamedChange]) -> list[NamedChange]:
    """Compose changes that may touch, group by group of those that do."""
    composed: list[NamedChange] = []
    shift = 0  # what to add to an offset of the first text to get one of middle, left of the next first change
    i = j = 0
    while i < len(first) or j < len(second):
        a, b = _in_middle(first, i, shift), _own(second, j)
        group_start = min(a[0], b[0])
        group_end = group_start
        base, names, pieces, at = shift, dict[str, None](), [], group_start
        while True:
            a, b = _in_middle(first, i, shift), _own(second, j)
            takes_first = _joins(a, group_start, group_end)
            takes_second = _joins(b, group_start, group_end)
            if takes_first and (not takes_second or a <= b):
                start, end, after, why = first[i]
                shift += len(after) - (end - start)
                group_end = max(group_end, a[1])
                i += 1
            elif takes_second:
                start, end, after, why = second[j]
                pieces += [middle[at:start], after]
                at = end
                group_end = max(group_end, end)
                j += 1
            else:
                break
            names.update(dict.fromkeys(why))
        pieces.append(middle[at:group_end])
        composed.append((group_start - base, group_end - shift, "".join(pieces), tuple(names)))
    return composed


_FAR = 1 << 62


def _in_middle(first: Sequence[NamedChange], i: int, shift: int) -> tuple[int, int]:
    if i == len(first):
        return (_FAR, _FAR)
    start, _, after, _ = first[i]
    return (start + shift, start + shift + len(after))


def _own(second: Sequence[NamedChange], j: int) -> tuple[int, int]:
    return second[j][:2] if j < len(second) else (_FAR, _FAR)


def _joins(span: tuple[int, int], start: int, end: int) -> bool:
    """Say whether a span opens the group (both begin there and the group is empty) or shares characters with it."""
    return span[0] < end or (span[0] == start and start == end)
