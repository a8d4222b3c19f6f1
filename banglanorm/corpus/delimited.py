r"""CSV and TSV: the fields of some columns, found by their names in the first row or by their numbers.

A field may be in quotation marks, with ``""`` for one of its own, and then hold delimiters and ends of lines. A row
whose quotation marks do not close is bad; it ends with its line, and the next one is read again.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
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
    r"""The fields of ``columns``: the number of each, from 0 and in order, and what it is called.

    >>> [slot.text for slot in next(Cells(",", ((1, "b"),)).records('a,"খ ""গ"" ঘ"\n', 1)).slots]
    ['খ "গ" ঘ']
    """

    delimiter: str
    columns: tuple[tuple[int, str], ...]

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield the rows, each with its fields."""
        find = _cells(self.delimiter, tuple([column for column, _ in self.columns])).match
        spans = list(_spans(text, self.delimiter))
        numbered = with_lines([(start, end) for start, end, _ in spans], text, line)
        for (start, end, number), (_, _, is_whole) in zip(numbered, spans, strict=True):
            if not is_whole:
                yield Record(start, end, number, fault="not CSV: a quotation mark opens a field and does not close it")
            elif end - start < 3 and not text[start:end].strip("\r\n"):
                yield Record(start, end, number)  # an empty line
            elif m := find(text, start, end):
                yield Record(start, end, number, self._slots(m, number))
            else:
                field = next(name for column, name in self.columns if not self._has(text, start, end, column))
                yield Record(start, end, number, fault=f"the row has no field {field!r}: it is too short")

    def _slots(self, m: re.Match[str], number: int) -> tuple[Slot, ...]:
        """Return the fields of a row that begins in line ``number``."""
        slots: list[Slot] = []
        at = m.start()
        for group in range(1, len(self.columns) + 1):
            start, end = m.span(group)
            number += m.string.count("\n", at, start)
            at = start
            slots.append(Slot(start, end, _value(m[group]), number))
        return tuple(slots)

    def _has(self, text: str, start: int, end: int, column: int) -> bool:
        return bool(_cells(self.delimiter, (column,)).match(text, start, end))

    def spell(self, text: str, before: str, /) -> str:
        r"""Return ``text`` in quotation marks where it had them, or needs them.

        >>> cells = Cells(",", ((0, "a"),))
        >>> cells.spell("ক", '"খ"'), cells.spell("ক, খ", "ক")
        ('"ক"', '"ক, খ"')
        """
        begins = text.startswith('"') and not before.startswith('"')
        if _is_quoted(before) or begins or re.search(rf"[{re.escape(self.delimiter)}\r\n]", text):
            return '"' + text.replace('"', '""') + '"'
        return text


def _value(spelled: str) -> str:
    return spelled[1:-1].replace('""', '"') if _is_quoted(spelled) else spelled


def _is_quoted(spelled: str) -> bool:
    return len(spelled) > 1 and spelled[0] == spelled[-1] == '"'


@cache
def _cells(delimiter: str, columns: tuple[int, ...]) -> re.Pattern[str]:
    """Return the pattern of a row as far as the last of the columns, each a group."""
    field, d = _patterns(delimiter).field, re.escape(delimiter)
    steps = [column - before for before, column in zip((0, *columns), columns, strict=False)]
    cells = [rf"(?>(?:{field}{d}){{{step}}}+)({field})" for step in steps[:1]]
    cells += [rf"{d}(?>(?:{field}{d}){{{step - 1}}}+)({field})" for step in steps[1:]]
    return re.compile("".join(cells))


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


def cut_table(chunks: Iterable[str], fields: tuple[str, ...], delimiters: str, /, *, name: str) -> Iterator[Block]:
    r"""Cut a table into blocks of whole rows; the delimiter is the first with which the first row has the fields.

    Where all fields are numbers of columns, the first row is a row like others.

    Raises:
        CorpusError: it has no such field, or two.

    >>> [block.text for block in cut_table(["ক;খ\n১;", "২\n"], ("খ",), ",;", name="a.csv")]
    ['ক;খ\n', '১;২\n']
    """
    cutter = _Cutter(fields, delimiters, name)
    for chunk in chunks:
        if cutter.pieces.add(chunk):
            yield from cutter.cut()
    cutter.pieces.join()
    yield from cutter.cut(is_last=True)


class _Cutter:
    """Cuts whole rows off a table that comes in pieces; the first row says where the field is."""

    def __init__(self, fields: tuple[str, ...], delimiters: str, name: str) -> None:
        self.pieces = Pieces()
        self._fields = fields
        self._delimiters = delimiters
        self._name = name
        self._cells = Cells(delimiters[0], _in_order(fields, ())) if all(map(_NUMBER.fullmatch, fields)) else None
        self._line = 1

    def cut(self, *, is_last: bool = False) -> Iterator[Block]:
        """Yield the first row, once it is whole, and then the whole rows that are there."""
        text = self.pieces.text
        if self._cells is None:
            end = _row_end(text, 0, self._delimiters[0], is_last=is_last) if text else None
            if end is None:
                return
            self._cells = _read_header(text[:end], self._fields, self._delimiters, self._name)
            yield self._block(end, Apart())
        end = _last_border(self.pieces.text, self._cells.delimiter, is_last=is_last)
        if end:
            yield self._block(end, self._cells)

    def _block(self, end: int, layout: Layout) -> Block:
        block = Block(self.pieces.drop(end), self._line, layout)
        self._line += block.text.count("\n")
        return block


def _read_header(row: str, fields: tuple[str, ...], delimiters: str, name: str) -> Cells:
    seen: list[str] = []
    for delimiter in delimiters:
        names, *more = csv.reader(io.StringIO(row, newline=""), delimiter=delimiter)
        if more:
            raise CorpusError(f"the rows of {name} do not end with a line feed", "convert its line ends first")
        for field in fields:
            if names.count(field) > 1:
                raise CorpusError(f"{name} has {names.count(field)} fields {field!r}", "make their names differ")
        if all(field in names or _is_place(field, names) for field in fields):
            return Cells(delimiter, _in_order(fields, names))
        seen = max(seen, names, key=len)
    missing = next((field for field in fields if field not in seen), fields[0])
    raise CorpusError(f"{name} has no field {missing!r}", f"it has {', '.join(map(shown, seen[:_NAMED]))}")


def _in_order(fields: Iterable[str], names: Sequence[str]) -> tuple[tuple[int, str], ...]:
    """Return the columns of the fields, each once: where there is no such name it is a number from 1."""
    return tuple(sorted({names.index(field) if field in names else int(field) - 1: field for field in fields}.items()))


def _is_place(field: str, names: Sequence[str]) -> bool:
    return bool(_NUMBER.fullmatch(field)) and int(field) <= len(names)


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
