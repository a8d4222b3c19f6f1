"""Parquet: one column of text; the others, the schema and its metadata go into the new file as they are.

Rows are read and written some thousands at a time, which become the row groups of the new file.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

from banglanorm.errors import CorpusError

if TYPE_CHECKING:
    from banglanorm.corpus.reading import Source

_ROWS = 16_384


def texts_of(source: "Source", /) -> Iterator[tuple[int, str]]:
    """Yield the texts of the field, each with the number of its row from 1; nulls are passed over.

    Raises:
        CorpusError: the file cannot be read, or it has no such field of text.
    """
    row = 1
    with source.raw() as raw, open_table(raw, source) as table:
        for batch in table.batches():
            texts = table.texts(batch)
            yield from ((number, text) for number, text in enumerate(texts, row) if text is not None)
            row += len(texts)


class Table:
    """An open Parquet file, and the column of it that is wanted."""

    def __init__(self, file: Any, source: "Source") -> None:
        self._file = file
        self._name = source.name
        self.schema = file.schema_arrow
        self._column = self._find(source)

    def _find(self, source: "Source") -> int:
        names = self.schema.names
        shown = ", ".join(map(repr, names))
        if source.field is None:
            raise CorpusError(f"{source.name} is a table: name the field of the text", f"it has {shown}")
        if names.count(source.field) != 1:
            raise CorpusError(f"{source.name} has no field {source.field!r}", f"it has {shown}")
        column: int = names.index(source.field)
        kind = self.schema.field(column).type
        if not _is_text(kind):
            raise CorpusError(f"field {source.field!r} of {source.name} is of the type {kind}, not text")
        return column

    def batches(self) -> Iterator[Any]:
        """Yield the rows, some thousands at a time."""
        with _told(self._name):
            yield from self._file.iter_batches(batch_size=_ROWS)

    def texts(self, batch: Any) -> list[str | None]:
        """Return the texts of a batch."""
        texts: list[str | None] = batch.column(self._column).to_pylist()
        return texts

    def with_texts(self, batch: Any, texts: Sequence[str | None]) -> Any:
        """Return the batch with other texts in the column."""
        import pyarrow

        kind = self.schema.field(self._column).type
        plain = kind.value_type if pyarrow.types.is_dictionary(kind) else kind
        column = pyarrow.array(texts, type=plain)
        if plain is not kind:
            column = column.dictionary_encode().cast(kind)
        columns = [*batch.columns]
        columns[self._column] = column
        return pyarrow.record_batch(columns, schema=batch.schema)

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
        file = parquet.ParquetFile(raw)
    with file:
        yield Table(file, source)


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


@contextmanager
def _told(name: str) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError, UnicodeError) as error:
        raise CorpusError(f"cannot read {name}: {str(error).splitlines()[0]}") from error
