r"""CSV and TSV: the fields of one column, found by its name in the first row or by its number.

A field may be in quotation marks, with ``""`` for one of its own, and then hold delimiters and ends of lines. A row
whose quotation marks do not close is bad; it ends with its line, and the next one is read again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from banglanorm.corpus.rows import Apart, Block, Layout, Pieces, Record, Slot, with_lines
from banglanorm.errors import CorpusError, shown

_LONGEST = 1 << 24  # characters of a field in quotation marks, after which its mark is taken for a stray one
_NAMED = 20  # fields that a message names
_NUMBER = re.compile("[1-9][0-9]{0,5}")
_TAB = "\t"


class _Patterns(NamedTuple):
    """How the rows of a delimiter look: whole ones, the rows of a file's end, and those that may go on."""

    row: re.Pattern[str]
    last: re.Pattern[str]
    open: re.Pattern[str]
    field: str


@cache
def _patterns(delimiter: str) -> _Patterns:
    d = re.escape(delimiter)
    quoted = rf'"(?:[^"]++|"")*+"(?={d}|\r?\n|\r?\Z)'
    plain = rf"(?:[^{d}\r\n]++|\r(?!\n|\Z))*+"
    # Programs that write TSV seldom quote: there a mark that closes nowhere is a character like others.
    field = rf"(?>{quoted}|{plain})" if delimiter == _TAB else rf'(?>{quoted}|(?!"){plain})'
    fields = rf"(?>{field}(?:{d}{field})*+)"
    return _Patterns(
        row=re.compile(rf"{fields}\r?\n"),
        last=re.compile(rf"{fields}\r?\Z"),
        open=re.compile(rf'(?>(?:{field}{d})*+)(?:"(?:[^"]++|"")*+"?|{plain})\r?\Z'),
        field=field,
    )


class Cells(NamedTuple):
    r"""The fields of column number ``column``, from 0, called ``field``.

    >>> [slot.text for slot in next(Cells(",", 1, "b").records('a,"খ ""গ"" ঘ"\n', 1)).slots]
    ['খ "গ" ঘ']
    """

    delimiter: str
    column: int
    field: str

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield the rows, each with its field."""
        find = _cell(self.delimiter, self.column).match
        spans = list(_spans(text, self.delimiter))
        numbered = with_lines([(start, end) for start, end, _ in spans], text, line)
        for (start, end, number), (_, _, is_whole) in zip(numbered, spans, strict=True):
            if not is_whole:
                yield Record(start, end, number, fault="not CSV: a quotation mark opens a field and does not close it")
            elif end - start < 3 and not text[start:end].strip("\r\n"):
                yield Record(start, end, number)  # an empty line
            elif m := find(text, start, end):
                spelled = m[1]
                value = spelled[1:-1].replace('""', '"') if _is_quoted(spelled) else spelled
                place = number + text.count("\n", start, m.start(1))
                yield Record(start, end, number, (Slot(*m.span(1), value, place),))
            else:
                yield Record(start, end, number, fault=f"the row has no field {self.field!r}: it is too short")

    def spell(self, text: str, before: str, /) -> str:
        r"""Return ``text`` in quotation marks where it had them, or needs them.

        >>> Cells(",", 0, "a").spell("ক", '"খ"'), Cells(",", 0, "a").spell("ক, খ", "ক")
        ('"ক"', '"ক, খ"')
        """
        begins = text.startswith('"') and not before.startswith('"')
        if _is_quoted(before) or begins or re.search(rf"[{re.escape(self.delimiter)}\r\n]", text):
            return '"' + text.replace('"', '""') + '"'
        return text


def _is_quoted(spelled: str) -> bool:
    return len(spelled) > 1 and spelled[0] == spelled[-1] == '"'


@cache
def _cell(delimiter: str, column: int) -> re.Pattern[str]:
    field = _patterns(delimiter).field
    return re.compile(rf"(?>(?:{field}{re.escape(delimiter)}){{{column}}}+)({field})")


def _spans(text: str, delimiter: str) -> Iterator[tuple[int, int, bool]]:
    """Yield where each row of a block begins and ends, and whether its quotation marks close."""
    patterns = _patterns(delimiter)
    at = 0
    while at < len(text):
        m = patterns.row.match(text, at) or patterns.last.match(text, at)
        end = m.end() if m else text.find("\n", at) + 1 or len(text)
        yield at, end, bool(m)
        at = end


# --- cutting ----------------------------------------------------------------------------------------------------------


def cut_table(chunks: Iterable[str], field: str, delimiters: str, /, *, name: str) -> Iterator[Block]:
    r"""Cut a table into blocks of whole rows; the delimiter is the first with which the first row has the field.

    Raises:
        CorpusError: it has no such field, or two.

    >>> [block.text for block in cut_table(["ক;খ\n১;", "২\n"], "খ", ",;", name="a.csv")]
    ['ক;খ\n', '১;২\n']
    """
    cutter = _Cutter(field, delimiters, name)
    for chunk in chunks:
        if cutter.pieces.add(chunk):
            yield from cutter.cut()
    cutter.pieces.join()
    yield from cutter.cut(is_last=True)


class _Cutter:
    """Cuts whole rows off a table that comes in pieces; the first row says where the field is."""

    def __init__(self, field: str, delimiters: str, name: str) -> None:
        self.pieces = Pieces()
        self._field = field
        self._delimiters = delimiters
        self._name = name
        is_number = _NUMBER.fullmatch(field)
        self._cells = Cells(delimiters[0], int(field) - 1, field) if is_number else None
        self._line = 1

    def cut(self, *, is_last: bool = False) -> Iterator[Block]:
        """Yield the first row, once it is whole, and then the whole rows that are there."""
        text = self.pieces.text
        if self._cells is None:
            end = _row_end(text, 0, self._delimiters[0], is_last=is_last) if text else None
            if end is None:
                return
            self._cells = _read_header(text[:end], self._field, self._delimiters, self._name)
            yield self._block(end, Apart())
        end = _last_border(self.pieces.text, self._cells.delimiter, is_last=is_last)
        if end:
            yield self._block(end, self._cells)

    def _block(self, end: int, layout: Layout) -> Block:
        block = Block(self.pieces.drop(end), self._line, layout)
        self._line += block.text.count("\n")
        return block


def _read_header(row: str, field: str, delimiters: str, name: str) -> Cells:
    seen: list[str] = []
    for delimiter in delimiters:
        names, *more = csv.reader(io.StringIO(row, newline=""), delimiter=delimiter)
        if more:
            raise CorpusError(f"the rows of {name} do not end with a line feed", "convert its line ends first")
        if names.count(field) > 1:
            raise CorpusError(f"{name} has {names.count(field)} fields {field!r}", "make their names differ")
        if field in names:
            return Cells(delimiter, names.index(field), field)
        seen = max(seen, names, key=len)
    raise CorpusError(f"{name} has no field {field!r}", f"it has {', '.join(map(shown, seen[:_NAMED]))}")


def _last_border(text: str, delimiter: str, *, is_last: bool) -> int:
    """Return where the last whole row of the text ends."""
    if '"' not in text:
        return len(text) if is_last else text.rfind("\n") + 1
    at = 0
    while at < len(text) and (end := _row_end(text, at, delimiter, is_last=is_last)) is not None:
        at = end
    return at


def _row_end(text: str, at: int, delimiter: str, *, is_last: bool) -> int | None:
    """Return where the row that begins at ``at`` ends; None where that is not in the text yet."""
    patterns = _patterns(delimiter)
    if m := patterns.row.match(text, at):
        return m.end()
    if not is_last and len(text) - at < _LONGEST and (text.find("\n", at) < 0 or patterns.open.match(text, at)):
        return None
    return text.find("\n", at) + 1 or (len(text) if is_last else None)
