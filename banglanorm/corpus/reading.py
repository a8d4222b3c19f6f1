"""`read`: the texts of a file in any of the formats, each with the number of its line."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path, PurePath
from typing import Any, BinaryIO, TypeVar

from banglanorm.corpus.compression import damages, packing, unpacking
from banglanorm.corpus.decoding import Decoder, Place, UndecodableError, decoded, judged, require_encoding
from banglanorm.corpus.lines import Lines, cut_encoded_lines, cut_lines, cut_spans
from banglanorm.corpus.parquet import texts_of
from banglanorm.corpus.rows import BadRow, Block, Encoded, Layout, Span, bad_row
from banglanorm.errors import CorpusError

T = TypeVar("T")

_JSON_LINES = (".jsonl", ".ndjson")


@dataclass(frozen=True, slots=True)
class Row:
    """A text of a file, and the number of the line where it begins, from 1; in Parquet files that of its row."""

    __module__ = "banglanorm.corpus"

    path: str
    line: int
    text: str

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> Row("a.txt", 1, "এক").as_dict()
        {'path': 'a.txt', 'line': 1, 'text': 'এক'}
        """
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: what it is called, which fields are wanted (none: its lines), and how it is encoded."""

    path: str
    fields: tuple[str, ...] = ()
    encoding: str = "utf-8"
    errors: str = "strict"

    @property
    def name(self) -> str:
        """What the file is called in messages and results."""
        return self.path

    @property
    def is_parquet(self) -> bool:
        """Whether it is a Parquet file, which is not read as text."""
        return self.kind == ".parquet"

    @property
    def kind(self) -> str:
        """The end of the name, without that of a packed file."""
        return PurePath(self.path.removesuffix(packing(self.path))).suffix.lower()

    @property
    def joins(self) -> bool:
        """Whether files of its kind can follow each other in one file."""
        return self.kind in _JSON_LINES

    @contextmanager
    def raw(self) -> Iterator[BinaryIO]:
        """Open the file as it lies on the disk."""
        with naming(self.name):
            stream = Path(self.path).open("rb")  # noqa: SIM115 # what is done with it does not fail under its name
        with stream:
            yield stream


class Opened:
    """A file that is open for reading as text.

    Raises:
        CorpusError: it cannot be read, or it is damaged.
    """

    def __init__(self, source: Source, raw: BinaryIO) -> None:
        self._source = source
        self._raw = raw
        with naming(source.name):
            self.decoder = Decoder(unpacking(raw, source.path), source.encoding, source.errors)
        self.place = Place(source.name, self.decoder.encoding, source.errors, len(self.decoder.mark))

    def blocks(self) -> Iterator[Block]:
        """Yield the blocks of the file, each of whole rows.

        Raises:
            CorpusError: the file is damaged, does not decode, or has no such field.
        """
        return (decoded(block, self.place) for block in self.raw_blocks())

    def raw_blocks(self) -> Iterator[Block | Encoded | Span]:
        """Yield the blocks as they are to be sent to another process: by their places in the file, or as bytes.

        Raises:
            CorpusError: the file is damaged, does not decode, or has no such field.
        """
        name, fields, kind = self._source.name, self._source.fields, self._source.kind
        layout = Lines() if not fields else _json_layout(fields) if kind in _JSON_LINES else None
        if layout is not None and self.decoder.is_utf8:
            pieces = _named(self.decoder.pieces(), name)
            whole = self._lying(layout)
            return cut_spans(pieces, whole) if whole else cut_encoded_lines(pieces, layout)
        texts = _named(self.decoder, name)
        if layout is not None:
            return cut_lines(texts, layout)
        return _KINDS.get(kind, _by_content)(texts, fields, name)

    def _lying(self, layout: Layout) -> Span | None:
        """Return the text of the file as it lies on the disk, if others can read it there under its name."""
        path = os.path.realpath(self._source.path)
        try:
            here, there = os.fstat(self._raw.fileno()), Path(path).stat()
        except OSError:
            return None
        is_plain = stat.S_ISREG(there.st_mode) and there.st_size and not packing(self._source.path)
        if not is_plain or not os.path.samestat(here, there):  # files of the system itself have no size
            return None
        start = len(self.decoder.mark)
        return Span(path, (there.st_dev, there.st_ino), start, there.st_size - start, 1, layout)


def _named(pieces: Iterable[T], name: str) -> Iterator[T]:
    with naming(name):
        yield from pieces


# The modules of the formats are loaded when a file of theirs is read: most files have lines and no fields.


def _json_layout(fields: tuple[str, ...]) -> Layout:
    from banglanorm.corpus.json_rows import JsonLines

    return JsonLines(fields)


def _json_lines(pieces: Iterable[str], fields: tuple[str, ...], _name: str) -> Iterator[Block]:
    return cut_lines(pieces, _json_layout(fields))


def _documents(pieces: Iterable[str], fields: tuple[str, ...], _name: str) -> Iterator[Block]:
    from banglanorm.corpus.json_rows import cut_documents

    return cut_documents(pieces, fields)


def _table(pieces: Iterable[str], fields: tuple[str, ...], name: str, delimiters: str = ",;\t|") -> Iterator[Block]:
    from banglanorm.corpus.delimited import cut_table

    return cut_table(pieces, fields, delimiters, name=name)


def _tabs(pieces: Iterable[str], fields: tuple[str, ...], name: str) -> Iterator[Block]:
    return _table(pieces, fields, name, "\t")


def _by_content(pieces: Iterator[str], fields: tuple[str, ...], name: str) -> Iterator[Block]:
    """Read what has no name that tells: JSON begins with a bracket, and a table has the fields in its first row."""
    first = next(pieces, "")
    beginning = first.lstrip()[:1]
    whole = chain([first], pieces)
    if beginning == "{":
        return (
            _json_lines(whole, fields, name)
            if _is_json(first.lstrip().partition("\n")[0])
            else _documents(whole, fields, name)
        )
    return _documents(whole, fields, name) if beginning == "[" else _table(whole, fields, name)


def _is_json(line: str) -> bool:
    import json

    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


# The end of a name, without that of a packed file -> how it is cut.
_KINDS: dict[str, Callable[[Iterator[str], tuple[str, ...], str], Iterator[Block]]] = {
    ".json": _documents,
    ".csv": _table,
    ".tsv": _tabs,
    ".tab": _tabs,
}


@contextmanager
def naming(name: str, /) -> Iterator[None]:
    """Name the file in what goes wrong when it is read.

    >>> with naming("a.gz"):
    ...     raise EOFError("no end")
    Traceback (most recent call last):
    ...
    banglanorm.errors.CorpusError: cannot read a.gz: it is damaged: no end
    """
    try:
        yield
    except UndecodableError as error:
        raise CorpusError(f"{name}:{error}", "name the encoding it is in, or read on with errors replaced") from error
    except damages() as error:
        raise CorpusError(f"cannot read {name}: it is damaged: {error}") from error
    except OSError as error:
        raise CorpusError(f"cannot read {name}: {error.strerror or error}") from error


def read(
    path: str | os.PathLike[str],
    /,
    *,
    field: str | Iterable[str] | None = None,
    encoding: str = "utf-8",
    errors: str = "strict",
    rejected: Callable[[BadRow], object] | None = None,
) -> Iterator[Row]:
    r"""Yield the texts of a file, or of all files of a folder, in order, each with its file and line.

    Without ``field`` every line is a text. With it the files are JSON lines, JSON, CSV, TSV or Parquet, as their names
    say, and the field is the name of a column or a path such as ``article.title``; several are read in the order in
    which they stand in the row. Files may be packed (``.gz``, ``.bz2``, ``.xz``, ``.zst``). A row that cannot be used
    is an error, or is handed to ``rejected`` and passed over. Memory does not grow with the file.

    Raises:
        CorpusError: a file cannot be read, has no such field, or has a row that cannot be used.

    >>> from banglanorm import corpus
    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "news.csv")
    ...     _ = path.write_text("id,title\n1,দু’জন\n", encoding="utf-8")
    ...     [(row.line, row.text) for row in corpus.read(path, field="title")]
    [(2, 'দু’জন')]
    """
    require_encoding(encoding)
    fields = fields_of(field)
    sources = [Source(file, fields, encoding, errors) for file in files_of(path)]
    return (row for source in sources for row in rows_of(source, rejected))


def fields_of(field: str | Iterable[str] | None, /) -> tuple[str, ...]:
    """Return the fields that are asked for, each once; none for None.

    Raises:
        TypeError: there are none in the collection, or something else than ``str``.

    >>> fields_of("title"), fields_of(["title", "body"]), fields_of(None)
    (('title',), ('title', 'body'), ())
    """
    if field is None:
        return ()
    fields = (field,) if isinstance(field, str) else tuple(dict.fromkeys(field))
    if not fields or not all(isinstance(name, str) for name in fields):
        raise TypeError(f"field: expected the name of a field or several, got {field!r}")
    return fields


def files_of(path: str | os.PathLike[str], /) -> list[str]:
    """Return the file, or the files of a folder and its folders, sorted; hidden ones are left out.

    Raises:
        CorpusError: a folder cannot be read.

    >>> files_of("a.txt")
    ['a.txt']
    """
    start = os.fspath(path)
    if not Path(start).is_dir():
        return [start]
    found: list[str] = []
    for folder, inner, names in os.walk(start, onerror=_refuse):
        inner[:] = [name for name in inner if not name.startswith(".")]
        found += [str(Path(folder, name)) for name in names if not name.startswith(".")]
    return sorted(file for file in found if Path(file).is_file())


def _refuse(error: OSError) -> None:
    raise CorpusError(f"cannot read {error.filename}: {error.strerror}") from error


def rows_of(source: Source, rejected: Callable[[BadRow], object] | None = None, /) -> Iterator[Row]:
    """Yield the texts of one file; its bad rows are handed to ``rejected``.

    Raises:
        CorpusError: the file cannot be read, has no such field, or has a bad row that nobody takes.
    """
    if source.is_parquet:
        yield from (Row(source.name, line, text) for line, text in texts_of(source))
        return
    with source.raw() as raw:
        file = Opened(source, raw)
        for block in file.blocks():
            for record in judged(block, file.place):
                if record.fault:
                    take(bad_row(record, block, source.name), rejected)
                else:
                    yield from (Row(source.name, slot.line, slot.text) for slot in record.slots)


def take(row: BadRow, rejected: Callable[[BadRow], object] | None, /) -> None:
    """Hand a bad row to who takes it.

    Raises:
        CorpusError: nobody does.
    """
    if rejected is None:
        raise BadRowError(row)
    rejected(row)


class BadRowError(CorpusError):
    """A row cannot be used, and there is nobody who takes it: ``row``."""

    def __init__(self, row: BadRow) -> None:
        super().__init__(str(row))
        self.row = row

    def __reduce__(self) -> tuple[type["BadRowError"], tuple[BadRow]]:
        return BadRowError, (self.row,)
