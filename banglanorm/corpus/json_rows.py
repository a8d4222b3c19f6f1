r"""JSON lines and JSON documents: the strings at paths such as ``text`` or ``article.title``, wherever they stand.

A path goes through objects by their keys; where it meets a list it goes on into each item. A value is found in the
text of the row itself, so keys, numbers, escapes and spaces around it stay as they are.
"""

import json
import re
from collections.abc import Iterable, Iterator
from json import JSONDecodeError
from typing import NamedTuple

from banglanorm.corpus.rows import Apart, Block, Layout, Pieces, Record, Slot, with_lines

# Gives a value and where it ends; numbers of any length stay text.
_value_at = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str).raw_decode
_SPACE = re.compile(r"[ \t\n\r]*+")
_UNWRITABLE = re.compile("[\ud800-\udfff]")
_KINDS = {"{": "an object", "[": "a list", '"': "text", "t": "true or false", "f": "true or false"}


class _FaultError(Exception):
    """The row is JSON, but there is no text at the path."""


class JsonLines(NamedTuple):
    r"""Each line is a JSON value of its own.

    >>> row = '{"id": 1, "text": "\\u0995 এক"}'
    >>> [(row[slot.start : slot.end], slot.text) for slot in next(JsonLines(("text",)).records(row, 1)).slots]
    [('"\\u0995 এক"', 'ক এক')]
    """

    fields: tuple[str, ...]

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield a row for each line."""
        start = 0
        for number, content in enumerate(text.split("\n"), line):
            if start == len(text):  # what follows the last end of line
                return
            end = min(start + len(content) + 1, len(text))
            yield _record(text, start, end, number, self.fields)
            start = end

    def spell(self, text: str, before: str, /) -> str:
        """Return ``text`` as a string of JSON."""
        return spell_json(text, before)


class JsonItems(NamedTuple):
    """The items of a list, each with the comma before it, or documents one after another; ``borders`` parts them.

    >>> items = JsonItems(("t",), (0, 10, 21))
    >>> [slot.text for row in items.records('{"t": "a"}, {"t":"b"}', 1) for slot in row.slots]
    ['a', 'b']
    """

    fields: tuple[str, ...]
    borders: tuple[int, ...]

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield a row for each item."""
        for start, end, number in with_lines(zip(self.borders, self.borders[1:], strict=False), text, line):
            yield _record(text, start, end, number, self.fields, is_item=True)

    def spell(self, text: str, before: str, /) -> str:
        """Return ``text`` as a string of JSON."""
        return spell_json(text, before)


def spell_json(text: str, before: str, /) -> str:
    r"""Return ``text`` in quotation marks, with ``\u`` escapes where the string ``before`` was written in them.

    >>> print(spell_json("ক", '"\\u0995\\u09bc"'), spell_json("ক", '"ক়"'))
    "\u0995" "ক"
    """
    spelled = json.dumps(text, ensure_ascii=before.isascii() and "\\u" in before)
    return _UNWRITABLE.sub(lambda m: f"\\u{ord(m[0]):04x}", spelled)


def _record(text: str, start: int, end: int, line: int, fields: tuple[str, ...], *, is_item: bool = False) -> Record:
    row = text[start:end].rstrip(" \t\r\n")
    at = _skip(row, 0)
    if is_item and row.startswith(",", at):
        at = _skip(row, at + 1)
    if at == len(row) and not is_item:
        return Record(start, end, line)  # an empty line
    found: list[tuple[int, int, str]] = []
    try:
        for field in fields:
            stop = _skip(row, _walk(row, at, field, field, found))
            if stop < len(row):
                raise JSONDecodeError("Extra data", row, stop)
    except _FaultError as fault:
        return Record(start, end, line, fault=str(fault), lead=at)
    except JSONDecodeError as error:
        return Record(
            start,
            end,
            line,
            fault=f"not JSON: {error.msg.removesuffix(' at')} at character {error.pos + 1 - at} of the row",
            lead=at,
        )
    except RecursionError:
        return Record(start, end, line, fault="not JSON that can be read: it is nested too deep", lead=at)
    if len(fields) > 1:
        found = sorted(set(found))
    places = with_lines([(a, b) for a, b, _ in found], row, line)
    slots = [
        Slot(start + a, start + b, value, number) for (a, b, number), (_, _, value) in zip(places, found, strict=True)
    ]
    return Record(start, end, line, tuple(slots))


def _walk(row: str, at: int, path: str, field: str, found: list[tuple[int, int, str]]) -> int:
    """Find the strings at the rest ``path`` of ``field`` in the value that begins at ``at``; return where it ends."""
    opening = row[at : at + 1]
    if opening == "[":
        return _walk_list(row, at, path, field, found)
    if opening == "{" and path:
        return _walk_object(row, at, path, field, found)
    if opening == '"' and not path:
        value, end = _value_at(row, at)
        found.append((at, end, value))
        return end
    value, end = _value_at(row, at)
    if value is None:
        return end
    kind = _KINDS.get(opening, "a number")
    raise _FaultError(
        f"field {field!r} is {kind}, not text" if not path else f"the row has no field {field!r}: there is {kind}"
    )


def _walk_list(row: str, at: int, path: str, field: str, found: list[tuple[int, int, str]]) -> int:
    at = _skip(row, at + 1)
    if row.startswith("]", at):
        return at + 1
    while True:
        at = _skip(row, _walk(row, at, path, field, found))
        if row.startswith("]", at):
            return at + 1
        at = _skip(row, _after(row, at, ","))


def _walk_object(row: str, at: int, path: str, field: str, found: list[tuple[int, int, str]]) -> int:
    at = _skip(row, at + 1)
    is_there = False
    is_empty = row.startswith("}", at)
    while not is_empty:
        _after(row, at, '"')
        key, at = _value_at(row, at)
        at = _skip(row, _after(row, _skip(row, at), ":"))
        if key == path or path.startswith(f"{key}."):
            is_there = True
            at = _walk(row, at, path[len(key) + 1 :], field, found)
        else:
            _, at = _value_at(row, at)
        at = _skip(row, at)
        if row.startswith("}", at):
            break
        at = _skip(row, _after(row, at, ","))
    if not is_there:
        raise _FaultError(f"the row has no field {field!r}")
    return at + 1


def _skip(row: str, at: int) -> int:
    m = _SPACE.match(row, at)
    assert m
    return m.end()


def _after(row: str, at: int, sign: str) -> int:
    if not row.startswith(sign, at):
        raise JSONDecodeError(f"Expecting {sign!r}", row, at)
    return at + 1


# --- documents --------------------------------------------------------------------------------------------------------

# A string with its closing mark, or without where the text breaks off; all else that builds a document.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+("?)|[\[\]{},]', re.DOTALL)


def cut_documents(chunks: Iterable[str], fields: tuple[str, ...], /) -> Iterator[Block]:
    """Cut a JSON text between the items of its list, or between its documents; one document is held whole.

    >>> [block.text for block in cut_documents(['[{"t": "a"}, {"t"', ': "b"}]'], ("t",))]
    ['[', '{"t": "a"}', ', {"t": "b"}', ']']
    """
    cutter = _Cutter(fields)
    for chunk in chunks:
        if cutter.pieces.add(chunk):
            yield from cutter.cut()
    cutter.pieces.join()
    yield from cutter.cut()
    yield from cutter.end()


class _Cutter:
    """Counts brackets through a text that comes in pieces; ``_borders`` are those of the rows to be cut off next."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.pieces = Pieces()
        self._fields = fields
        self._at = 0  # how far the text is read
        self._depth = 0
        self._in_list = False
        self._borders = [0]
        self._line = 1

    def cut(self) -> Iterator[Block]:
        """Read on to the end of the text, and yield the rows that are whole."""
        at = len(self.pieces.text)
        for m in _TOKEN.finditer(self.pieces.text, self._at):
            if m[1] == "":  # a string that goes on in the next piece
                at = m.start()
                break
            yield from self._step(m[0], m.start(), m.end())
        yield from self._rows()
        dropped = self._borders[-1]
        self.pieces.drop(dropped)
        self._at = at - dropped
        self._borders = [0]

    def _step(self, token: str, start: int, end: int) -> Iterator[Block]:
        if token == ",":
            if self._depth == 1 and self._in_list:
                self._borders.append(start)
        elif token in "[{":
            self._depth += 1
            if token == "[" and self._depth == 1:
                self._in_list = True
                yield from self._rows()
                yield self._block(end, Apart())
        elif token in "]}":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0 and self._in_list:
                self._in_list = False
                if self.pieces.text[self._borders[-1] : start].strip():
                    self._borders.append(start)
                yield from self._rows()
                yield self._block(end, Apart("" if token == "]" else "not JSON: the list ends with }"))
            elif self._depth == 0:
                self._borders.append(end)

    def _rows(self) -> Iterator[Block]:
        first, *others = self._borders
        if others:
            borders = tuple([border - first for border in self._borders])
            self._borders = [first]
            yield self._block(others[-1], JsonItems(self._fields, borders))

    def _block(self, end: int, layout: Layout) -> Block:
        text = self.pieces.text[self._borders[-1] : end]
        block = Block(text, self._line, layout)
        self._line += text.count("\n")
        self._borders = [end]
        return block

    def end(self) -> Iterator[Block]:
        """Yield what is left when the file ends."""
        text = self.pieces.text
        if text.strip():
            yield self._block(len(text), JsonItems(self._fields, (0, len(text))))
        elif text:
            yield self._block(len(text), Apart())
        if self._depth:
            yield Block("", self._line, Apart("not JSON: the file ends before its list or object does"))
