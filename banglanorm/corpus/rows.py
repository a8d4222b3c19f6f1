"""What every format of file gives: blocks of whole rows, and in each row the places of the texts.

A text that changes is spelled anew in its place, as a field of that format; all else of the row stays the characters
it was. So what did not change is the same to the byte, whatever the format.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from banglanorm.errors import CorpusError


class Slot(NamedTuple):
    """A text in a block: ``block.text[start:end]`` is how the file spells it; ``line`` is where it begins."""

    start: int
    end: int
    text: str
    line: int


class Record(NamedTuple):
    """A row of a block, ``block.text[start:end]`` with its end of line; ``fault`` says why it cannot be used.

    ``lead`` is the length of what parts it from the row before, such as the comma of a list.
    """

    start: int
    end: int
    line: int
    slots: tuple[Slot, ...] = ()
    fault: str = ""
    lead: int = 0


class Layout(Protocol):
    """Finds the texts in the rows of a block, and spells one; small, and the same in another process."""

    def records(self, text: str, line: int, /) -> Iterable[Record]:
        """Yield the rows of a block whose first line has the number ``line``."""

    def spell(self, text: str, before: str, /) -> str:
        """Return ``text`` as the file spells it in the place of ``before``."""


class Block(NamedTuple):
    """Whole rows of a file, the number of their first line, and how to read them.

    ``is_clean`` is true where it is known that all bytes decoded.
    """

    text: str
    line: int
    layout: Layout
    is_clean: bool = False


class Encoded(NamedTuple):
    """A block whose rows are still bytes; who works on it decodes them."""

    data: bytes
    line: int
    layout: Layout


class Span(NamedTuple):
    """A block that lies in a file on the disk, ``size`` bytes from ``start``; who works on it reads it there.

    ``identity`` is that of the file, by device and number, since another one may have taken its name.
    """

    path: str
    identity: tuple[int, int]
    start: int
    size: int
    line: int
    layout: Layout

    def encoded(self, name: str, /) -> Encoded:
        """Read the block; ``name`` is what the file is called in messages.

        Raises:
            CorpusError: the file cannot be read any more, or is another one, or shorter.
        """
        try:
            with Path(self.path).open("rb", buffering=0) as stream:
                there = os.fstat(stream.fileno())
                stream.seek(self.start)
                data = stream.read(self.size)
        except OSError as error:
            raise CorpusError(f"cannot read {name}: {error.strerror}") from error
        if (there.st_dev, there.st_ino) != self.identity or len(data) != self.size:
            raise CorpusError(f"cannot read {name}: it was replaced or cut short meanwhile")
        return Encoded(data, self.line, self.layout)


class Column(NamedTuple):
    """Texts of rows that are no text themselves, None for what is missing; ``lines`` has the number of each one's row.

    ``rows`` is how many there are.
    """

    texts: list[str | None]
    lines: list[int]
    rows: int

    @property
    def numbered(self) -> list[tuple[int, str]]:
        """The texts that are there, each with the number of its row.

        >>> Column(["ক", None, "খ", "গ"], [7, 7, 8, 8], 2).numbered
        [(7, 'ক'), (8, 'খ'), (8, 'গ')]
        """
        return [(line, text) for line, text in zip(self.lines, self.texts, strict=True) if text is not None]


class Apart(NamedTuple):
    """What belongs to no row, such as the header of a table: it stays as it is. A ``fault`` is one of the file."""

    fault: str = ""

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield no row but the fault."""
        if self.fault:
            yield Record(0, len(text), line, fault=self.fault)

    def spell(self, text: str, before: str, /) -> str:
        """Return ``text`` as it is."""
        return text


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was set aside: its file, the number of its line from 1, the reason, and the row as it stands."""

    __module__ = "banglanorm.corpus"

    path: str
    line: int
    reason: str
    row: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"

    def as_dict(self) -> dict[str, Any]:
        r"""Return the fields as plain JSON types.

        >>> BadRow("a.csv", 7, "the row has no such field", "ক\n").as_dict()["line"]
        7
        """
        return asdict(self)


def bad_row(record: Record, block: Block, name: str, /) -> BadRow:
    """Return the row of a block as one to set aside."""
    return BadRow(name, record.line, record.fault, block.text[record.start + record.lead : record.end])


def with_lines(spans: Iterable[tuple[int, int]], text: str, line: int, /) -> Iterator[tuple[int, int, int]]:
    r"""Add to each span, in order, the number of the line it begins in.

    >>> list(with_lines([(0, 2), (2, 4)], "a\nb\n", 7))
    [(0, 2, 7), (2, 4, 8)]
    """
    at = 0
    for start, end in spans:
        line += text.count("\n", at, start)
        yield start, end, line
        at = start


class Pieces:
    """A text that comes in pieces, joined only when there are twice as many: a long row costs no squares.

    >>> pieces = Pieces()
    >>> pieces.add("ক"), pieces.add("খ"), pieces.text
    (True, True, 'কখ')
    """

    def __init__(self) -> None:
        self.text = ""
        self._more: list[str] = []
        self._length = 0

    def add(self, piece: str) -> bool:
        """Take one more piece, and say whether it is worth to look at the text again."""
        self._more.append(piece)
        self._length += len(piece)
        if self._length < len(self.text):
            return False
        self.join()
        return True

    def join(self) -> None:
        """Bring all pieces into the text."""
        self.text = "".join([self.text, *self._more])
        self._more, self._length = [], 0

    def drop(self, length: int) -> str:
        """Take so much from the front of the text, and return it."""
        front, self.text = self.text[:length], self.text[length:]
        return front
