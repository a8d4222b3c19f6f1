"""Reads the tables in ``data/``: tab-separated rows under a line of column names.

Lines that begin with ``#`` are comments; the first ones name the source, the licence and how the table was made. A
table whose text is invisible or combining is typed twice: beside a column ``raw`` stands a column ``raw_names`` with
the same text as Unicode character names (without ``BENGALI``) joined by `` + ``, and a row whose halves disagree is
refused. A file that is missing, empty or damaged is one error that names it, never an empty result.

>>> read_table("normalization/khanda_ta_stems")[0]
{'stem': 'উৎস', 'where': 'start'}
"""

import os.path
import sys
import unicodedata
import zlib
from functools import cache
from typing import Any

from banglanorm.errors import DataError

_DATA = os.path.join(os.path.dirname(__file__), "data")  # noqa: PTH118, PTH120 (pathlib takes long to load)


def read_bytes(name: str, /) -> bytes:
    """Return the content of the file ``name`` in ``data/``, also when the package runs from a zip file.

    Raises:
        DataError: the file is missing, unreadable or empty.

    >>> read_bytes("normalization/khanda_ta_stems.tsv")[:1]
    b'#'
    """
    loader: Any = sys.modules[__name__].__spec__.loader  # type: ignore[union-attr]
    try:
        data: bytes = loader.get_data(os.path.join(_DATA, name))  # noqa: PTH118
    except OSError as error:
        raise _damaged(name, f"cannot be read ({error.strerror or 'it is missing'})") from error
    if not data:
        raise _damaged(name, "is empty")
    return data


def seal(data: bytes, /) -> bytes:
    """Return ``data`` with the checksum at its end that :func:`read_sealed` asks for.

    >>> seal(b"model")[:-4]
    b'model'
    """
    return data + zlib.crc32(data).to_bytes(4, "big")


def read_sealed(name: str, /) -> bytes:
    """Return the content of the file ``name`` in ``data/``, which ends in a checksum of every byte before it.

    Raises:
        DataError: the file is missing, empty, or not the one that was sealed.
    """
    data = read_bytes(name)
    content = data[:-4]
    if seal(content) != data:
        raise _damaged(name, "is damaged: its checksum is another")
    return content


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table ``data/<name>.tsv`` as mappings from column name to cell.

    Raises:
        DataError: the file is missing, is not UTF-8 or holds no row, a row has too few or too many cells, or the two
            halves of a doubly typed cell disagree.

    >>> read_table("normalization/conjunct_pairs")[0]["first"]
    'ক'
    """
    header, rows = _read(name)
    return tuple([dict(zip(header, row)) for row in rows])  # noqa: B905 (they are as long)


def cells(table: str, column: str, by: str, *kinds: str) -> tuple[str, ...]:
    """Return the cells of a column in those rows of a table whose cell ``by`` is one of ``kinds``, in order.

    >>> cells("endings", "ending", "meaning", "only")
    ('মাত্র',)
    """
    columns = _columns(table)
    return tuple([cell for cell, kind in zip(columns[column], columns[by], strict=True) if kind in kinds])


@cache
def _columns(name: str) -> dict[str, tuple[str, ...]]:
    header, rows = _read(name)
    return dict(zip(header, zip(*rows, strict=True), strict=True))


def _read(name: str) -> tuple[list[str], list[list[str]]]:
    """Return the header of a table and its rows, which are as long."""
    file = f"{name}.tsv"
    try:
        text = read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged(file, f"is not UTF-8 at byte {error.start}") from error
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    if len(lines) < 2:
        raise _damaged(file, "holds no row")
    if not text.endswith("\n"):
        raise _damaged(file, "is cut off: its last line has no end")
    header, *rows = [line.split("\t") for line in lines]
    named = [(header.index(f"{column}_names"), at) for at, column in enumerate(header) if f"{column}_names" in header]
    for line, row in zip(lines[1:], rows, strict=True):
        if len(row) != len(header):
            raise _damaged_row(file, text, line, f"has {len(row)} cells where {len(header)} are wanted: {line!r}")
        for names, raw in named:
            if _spelled(row[names]) != row[raw]:
                raise _damaged_row(file, text, line, f"has {row[raw]!r} where {row[names]!r} is named")
    return header, rows


def _damaged_row(file: str, text: str, line: str, what: str) -> DataError:
    number = text.split("\n").index(line) + 1
    return _damaged(f"{file}:{number}", what)


def _spelled(names: str) -> str | None:
    try:
        return "".join(map(_lookup, names.split(" + "))) if names else ""
    except KeyError:
        return None


def _lookup(name: str) -> str:
    try:
        return unicodedata.lookup("BENGALI " + name)
    except KeyError:
        return unicodedata.lookup(name)


def _damaged(name: str, what: str) -> DataError:
    return DataError(f"banglanorm/data/{name} {what}")
