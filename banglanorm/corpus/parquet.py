"""Parquet: columns of text, also in structs and lists.

All else, the schema and its metadata go into the new file as they are. Rows are read and written some thousands at a
time, fewer where they are long; these become the row groups of the new file.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING, Any, BinaryIO

from banglanorm.corpus.nesting import Place, field_at, find_path, is_text, leaves, replaced
from banglanorm.corpus.rows import Column
from banglanorm.errors import CorpusError

if TYPE_CHECKING:
    from banglanorm.corpus.reading import Source

_MOST_ROWS = 16_384  # at a time
_BLOCK = 1 << 20  # bytes of them, as a rule
_BUFFER = 1 << 20  # bytes that are read from the disk at once


def texts_of(source: "Source", /) -> Iterator[tuple[int, str]]:
    """Yield the texts of the fields, each with the number of its row from 1; nulls are passed over.

    Raises:
        CorpusError: the file cannot be read, or it has no such field of text.
    """
    row = 1
    with source.raw() as raw, open_table(raw, source) as table:
        for batch in table.batches():
            yield from table.texts(batch, row).numbered
            row += batch.num_rows


class Table:
    """An open Parquet file, and where the fields of it stand that are wanted."""

    def __init__(self, file: Any, source: "Source") -> None:
        self._file = file
        self._name = source.name
        self.schema = file.schema_arrow
        shown = ", ".join(map(repr, self.schema.names))
        if not source.fields:
            raise CorpusError(f"{source.name} is a table: name the field of the text", f"it has {shown}")
        self._paths = sorted({self._find(name, source.name, shown) for name in source.fields})

    def _find(self, name: str, file: str, shown: str) -> tuple[int, ...]:
        """Return the number of the column, and the steps from there."""
        path = find_path(self.schema, name)
        if path is None:
            raise CorpusError(f"{file} has no field {name!r}", f"it has {shown}")
        kind = field_at(self.schema, path).type
        if not is_text(kind):
            raise CorpusError(f"field {name!r} of {file} is of the type {kind}, not text")
        return path

    def batches(self) -> Iterator[Any]:
        """Yield the rows, some thousands at a time."""
        import pyarrow

        if not self._file.metadata.num_row_groups:
            return
        with _told(self._name):
            for batch in self._file.iter_batches(batch_size=self._rows(), use_threads=False):
                yield batch
                pyarrow.default_memory_pool().release_unused()

    def _rows(self) -> int:
        metadata = self._file.metadata
        size = sum(metadata.row_group(number).total_byte_size for number in range(metadata.num_row_groups))
        rows: int = _BLOCK * metadata.num_rows // max(1, size)
        return max(1, min(_MOST_ROWS, rows))

    def texts(self, batch: Any, line: int) -> Column:
        """Return the texts of a batch, whose first row has the number ``line``, in the order in which they stand."""
        found = sorted(chain.from_iterable(self._found(batch)), key=itemgetter(0))
        return Column([text for _, text in found], [line + place[0] for place, _ in found], batch.num_rows)

    def _found(self, batch: Any) -> list[list[tuple[Place, str | None]]]:
        """Return the texts of each field with their places: the number of the row, and the steps from there."""
        found = [(first, leaves(batch.column(first), path)) for first, *path in self._paths]
        return [
            [((row, first, *rest), text) for (row, *rest), text in zip(places, texts, strict=True)]
            for first, (places, texts) in found
        ]

    def with_texts(self, batch: Any, texts: Sequence[str | None]) -> Any:
        """Return the batch with other texts in the fields; they come in the order of :meth:`texts`."""
        import pyarrow

        places = [[place for place, _ in found] for found in self._found(batch)]
        new = dict(zip(sorted(chain.from_iterable(places)), texts, strict=True))
        for (first, *path), of_field in zip(self._paths, places, strict=True):
            columns = [*batch.columns]
            inner = [new[place] for place in of_field]
            columns[first] = replaced(columns[first], path, inner, batch.schema.field(first))
            batch = pyarrow.record_batch(columns, schema=batch.schema)
        return batch

    @contextmanager
    def writer(self, target: BinaryIO) -> Iterator[Any]:
        """Open a Parquet file of the same schema, packed as the first column of the old one is."""
        from pyarrow import parquet

        metadata = self._file.metadata
        packing = metadata.row_group(0).column(0).compression if metadata.num_row_groups else "SNAPPY"
        with parquet.ParquetWriter(target, self.schema, compression=_PACKINGS.get(packing, packing)) as writer:
            yield writer


_PACKINGS = {"UNCOMPRESSED": "NONE"}


@contextmanager
def open_table(raw: BinaryIO, source: "Source", /) -> Iterator[Table]:
    """Open a Parquet file.

    Raises:
        CorpusError: the package pyarrow is missing, the file is none of Parquet, or it has no such field of text.
    """
    try:
        from pyarrow import parquet
    except ImportError:
        raise CorpusError(
            "Parquet files need the package pyarrow", "pip install 'banglanorm[parquet]' brings it"
        ) from None
    with _told(source.name):
        file = parquet.ParquetFile(raw, buffer_size=_BUFFER, pre_buffer=False)
    with file:
        yield Table(file, source)


@contextmanager
def _told(name: str) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError, UnicodeError) as error:
        raise CorpusError(f"cannot read {name}: {str(error).splitlines()[0]}") from error
