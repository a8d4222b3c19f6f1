"""What each apostrophe and quotation mark of a text is.

A paragraph is a line, or several that were wrapped; :mod:`banglanorm.normalization.labels` reads the marks of one.

>>> [(mark.char, mark.role) for mark in label_quotes("দু’জনের ‘শক্তিশালী’ সফর")]
[('’', 'apostrophe'), ('‘', 'open'), ('’', 'close')]
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from typing import Any

from banglanorm.errors import require_str
from banglanorm.normalization.labels import Role, label_pieces
from banglanorm.normalization.marks import read_marks
from banglanorm.normalization.verbatim import find_verbatim, line_starts, without
from banglanorm.normalization.wrapping import find_quotations, find_stretches


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """The mark at ``text[index]`` and its role. The two halves of a doubled mark have the same role."""

    __module__ = "banglanorm"

    index: int
    char: str
    role: Role

    def as_dict(self) -> dict[str, Any]:
        """Return the mark as plain JSON types.

        >>> label_quotes("দু’জন")[0].as_dict()
        {'index': 2, 'char': '’', 'role': 'apostrophe'}
        """
        return asdict(self)

    def __repr__(self) -> str:
        return f"QuoteMark({self.index}, {self.char!r}, {self.role})"


def label_quotes(text: str, /) -> list[QuoteMark]:
    """Give each apostrophe and quotation mark of ``text`` its role, in the order of the text.

    The role is ``"apostrophe"``, ``"open"``, ``"close"``, or ``"other"``: feet and minutes (৫′ ৬″, 5'10"), marks in
    URLs, tags and code, and ‚ that stands for a vowel sign. ``index`` counts code points in ``text``. Lines are
    labelled one by one, but for those of a wrapped paragraph that a quotation runs over, and what is
    code or data by its place among others (fences).

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(mark.index, mark.role) for mark in label_quotes("‘যদি’র কথা, ’৭১ সাল")]
    [(0, 'open'), (4, 'close'), (12, 'apostrophe')]
    """
    require_str(text)
    kept = find_verbatim(text)
    marks = label_lines(_paragraphs(text, kept))
    return _without_roles(text, marks, kept) if kept else marks


def label_lines(lines: Iterable[str], /) -> list[QuoteMark]:
    """Give the marks of each line their roles; ``index`` counts in the lines with one character between them.

    >>> [(mark.index, mark.role) for mark in label_lines(["‘যদি’র কথা,", "’৭১ সাল"])]
    [(0, 'open'), (4, 'close'), (12, 'apostrophe')]
    """
    found: list[QuoteMark] = []
    offset = 0
    for line in lines:
        marked = read_marks(line)
        for label in label_pieces(marked.pieces, marked.delimiters):
            for place in marked.places[label.first : label.last + 1]:
                found.append(QuoteMark(offset + place, line[place], label.role))
        offset += len(line) + 1
    return found


def _without_roles(text: str, marks: Iterable[QuoteMark], kept: Iterable[range]) -> list[QuoteMark]:
    """Return the marks of a text, those of the lines that are kept as ``"other"``."""
    starts = line_starts(text)
    code = set(chain.from_iterable(kept))
    return [replace(mark, role="other") if bisect_right(starts, mark.index) - 1 in code else mark for mark in marks]


def _paragraphs(text: str, kept: Sequence[range]) -> list[str]:
    """Return the lines of a text, those that a quotation runs over as one."""
    lines = text.split("\n")
    paragraphs = []
    done = 0
    for stretch, end, fills in find_stretches(without(text, kept)):
        for first, last in find_quotations(lines[stretch : end + 1], fills):
            paragraphs += lines[done : stretch + first]
            done = stretch + last + 1
            paragraphs.append(" ".join(lines[stretch + first : done]))
    return paragraphs + lines[done:]
