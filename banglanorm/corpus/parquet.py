"""Parquet: columns of text, also in structs; the others, the schema and its metadata go into the new file as they are.

Rows are read and written some thousands at a time, fewer where they are long; these become the row groups of the new
file.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO

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
        """Return the number of the column, and of the field in each struct on the way."""
        path = _path(self.schema, name)
        if path is None:
            raise CorpusError(f"{file} has no field {name!r}", f"it has {shown}")
        kind = _field(self.schema, path).type
        if not _is_text(kind):
            raise CorpusError(f"field {name!r} of {file} is of the type {kind}, not text")
        return path

    def batches(self) -> Iterator[Any]:
        """Yield the rows, some thousands at a time."""
        import pyarrow

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
        """Return the texts of a batch, whose first row has the number ``line``."""
        columns = [_at(batch, path).to_pylist() for path in self._paths]
        return Column([text for row in zip(*columns, strict=True) for text in row], line, len(columns))

    def with_texts(self, batch: Any, texts: Sequence[str | None]) -> Any:
        """Return the batch with other texts in the fields."""
        import pyarrow

        width = len(self._paths)
        for number, path in enumerate(self._paths):
            column = _column(texts[number::width], _field(self.schema, path))
            first, *rest = path
            columns = [*batch.columns]
            columns[first] = _replaced(columns[first], rest, column)
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


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind):
        kind = kind.value_type
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


# --- fields in structs ------------------------------------------------------------------------------------------------


def _path(fields: Iterable[Any], name: str) -> tuple[int, ...] | None:
    """Return where the field stands that is called ``name``, such as ``author.name``; None where there is none."""
    fields = [*fields]
    names = [field.name for field in fields]
    if names.count(name) == 1:
        return (names.index(name),)
    for number, field in enumerate(fields):
        inner = field.type
        if name.startswith(f"{field.name}.") and names.count(field.name) == 1 and _is_struct(inner):
            rest = _path([inner.field(at) for at in range(inner.num_fields)], name[len(field.name) + 1 :])
            if rest is not None:
                return (number, *rest)
    return None


def _field(schema: Any, path: Sequence[int]) -> Any:
    field = schema.field(path[0])
    for number in path[1:]:
        field = field.type.field(number)
    return field


def _at(batch: Any, path: Sequence[int]) -> Any:
    array = batch.column(path[0])
    for number in path[1:]:
        array = array.flatten()[number]  # null where the struct is
    return array


def _replaced(array: Any, path: Sequence[int], texts: Any) -> Any:
    """Return the column with other texts at the path through its structs."""
    import pyarrow

    if not path:
        return texts
    inner = [array.field(number) for number in range(array.type.num_fields)]
    inner[path[0]] = _replaced(inner[path[0]], path[1:], texts)
    fields = [array.type.field(number) for number in range(array.type.num_fields)]
    return pyarrow.StructArray.from_arrays(inner, fields=fields, mask=array.is_null())


def _column(texts: Sequence[str | None], field: Any) -> Any:
    import pyarrow

    kind = field.type
    if not field.nullable:  # where the struct is missing something stands there all the same
        texts = [text or "" for text in texts]
    plain = kind.value_type if pyarrow.types.is_dictionary(kind) else kind
    column = pyarrow.array(texts, type=plain)
    return column if plain is kind else column.dictionary_encode().cast(kind)


def _is_struct(kind: Any) -> bool:
    from pyarrow import types

    return bool(types.is_struct(kind))


@contextmanager
def _told(name: str) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError, UnicodeError) as error:
        raise CorpusError(f"cannot read {name}: {str(error).splitlines()[0]}") from error
