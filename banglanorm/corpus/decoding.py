"""From bytes to text and back: marks of byte order, and bytes that do not decode."""

import codecs
import re
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from banglanorm.corpus.rows import Block, Encoded, Record, Span
from banglanorm.errors import CorpusError

_ORDER = "le" if sys.byteorder == "little" else "be"
_SIZE = 1 << 20  # bytes that are read at a time
_ESCAPED = re.compile("[\udc80-\udcff]")  # what ``surrogateescape`` makes of bytes that do not decode

# What the codec is called -> the marks that files in it may begin with, and what follows each.
_MARKS = {
    "utf-8": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8")),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", f"utf-16-{_ORDER}")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (b"", f"utf-32-{_ORDER}")),
}


def require_encoding(name: str, /) -> None:
    """Refuse what is no encoding of text.

    Raises:
        CorpusError: it is none.

    >>> require_encoding("utf-8")
    """
    try:
        "".encode(name)  # finds codecs that are not for text (hex, rot13) as well as what is none
    except (LookupError, UnicodeError, ValueError) as error:
        raise CorpusError(f"unknown encoding {name!r}", "for example utf-8, utf-16, windows-1252") from error


class UndecodableError(Exception):
    """The text cannot be read on: its encoding has more than a byte for a line end, so no row is sure any more."""


class Decoder:
    """Reads a stream as text, piece by piece; ``mark`` is the mark of byte order that it began with.

    With ``errors="strict"`` bytes that do not decode come as surrogates, for :func:`judged` to report with their row;
    ``encoding`` is that of the text after the mark.
    """

    def __init__(self, stream: BinaryIO, encoding: str, errors: str) -> None:
        self._stream = stream
        self._read = getattr(stream, "read1", stream.read)  # what is there: a terminal is not kept waiting
        self._first = self._beginning(encoding)
        self.mark, self.encoding = next(
            ((mark, rest) for mark, rest in _marks(encoding) if self._first.startswith(mark)), (b"", encoding)
        )
        self.is_wide = "\n".encode(self.encoding) != b"\n"
        self._decoder = codecs.getincrementaldecoder(self.encoding)(errors if self.is_wide else _handling(errors))
        self.size = len(self._first)  # bytes read so far
        self._lines = 1

    def _beginning(self, encoding: str) -> bytes:
        first = self._read(_SIZE)
        while first and any(first != mark and mark.startswith(first) for mark, _ in _marks(encoding)):
            more = self._read(_SIZE)
            if not more:
                break
            first += more
        return bytes(first)

    def __iter__(self) -> Iterator[str]:
        for piece in self.pieces():
            if text := self._decode(piece):
                yield text
        if text := self._decode(b"", final=True):
            yield text

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes after the mark as they come."""
        if first := self._first[len(self.mark) :]:
            yield first
        while piece := self._read(_SIZE):
            self.size += len(piece)
            yield piece

    def _decode(self, piece: bytes, *, final: bool = False) -> str:
        try:
            text = self._decoder.decode(piece, final)
        except UnicodeError as error:
            where = f"{self._lines}: something in or after this line"
            raise UndecodableError(f"{where} is not {self.encoding.upper()}") from error
        self._lines += text.count("\n")
        return text

    def beginning(self, size: int = 4096) -> str:
        """Return the first characters, as far as they decode."""
        return self._first[len(self.mark) :][:size].decode(self.encoding, "replace")

    @property
    def is_utf8(self) -> bool:
        """Whether rows can be told apart, and each decoded by itself, before anything is decoded."""
        return codecs.lookup(self.encoding).name == "utf-8"

    @property
    def looks_wide(self) -> bool:
        """Whether the text begins as UTF-16 does."""
        return self._first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _handling(errors: str) -> str:
    """Return what the codec is told to do: bytes that are refused are refused with their row, by :func:`judged`."""
    return "surrogateescape" if errors == "strict" else errors


def _marks(encoding: str) -> tuple[tuple[bytes, str], ...]:
    return _MARKS.get(codecs.lookup(encoding).name, ())


class Place(NamedTuple):
    """What is the same for all blocks of a file: its name and encoding, and how many bytes come before the text."""

    name: str
    encoding: str = "utf-8"
    errors: str = "strict"
    skipped: int = 0


def decoded(block: Block | Encoded | Span, place: Place, /) -> Block:
    """Return the block as text.

    >>> from banglanorm.corpus.lines import Lines
    >>> decoded(Encoded("ক".encode(), 1, Lines()), Place("a.txt")).text
    'ক'
    """
    if isinstance(block, Block):
        return block
    if isinstance(block, Span):
        block = block.encoded(place.name)
    try:
        return Block(block.data.decode(place.encoding), block.line, block.layout, is_clean=True)
    except UnicodeDecodeError:
        return Block(block.data.decode(place.encoding, _handling(place.errors)), block.line, block.layout)


def judged(block: Block, place: Place, /) -> Iterable[Record]:
    r"""Return the rows of a block; those with bytes that do not decode are at fault.

    >>> from banglanorm.corpus.lines import Lines
    >>> [record.fault for record in judged(Block("ক\udcff\n", 1, Lines()), Place("a.txt"))]
    ['byte 4 of the line (0xFF) is not UTF-8']
    """
    records = block.layout.records(block.text, block.line)
    if block.is_clean or place.errors != "strict" or not _ESCAPED.search(block.text):
        return records
    return [_judged(record, block, place) for record in records]


def _judged(record: Record, block: Block, place: Place) -> Record:
    row = block.text[record.start : record.end]
    m = _ESCAPED.search(row)
    if not m:
        return record
    line = record.line + row.count("\n", 0, m.start())
    before = row[row.rfind("\n", 0, m.start()) + 1 : m.start()]
    byte = len(before.encode(place.encoding, "surrogateescape")) + 1 + (place.skipped if line == 1 else 0)
    fault = f"byte {byte} of the line (0x{ord(m[0]) - 0xDC00:02X}) is not {place.encoding.upper()}"
    return record._replace(line=line, slots=(), fault=fault)
