"""Reads the tables in ``data/``: tab-separated rows under a line of column names.

Lines that begin with ``#`` are comments; the first ones name the source, the licence and how the table was made. A
table whose text is invisible or combining is typed twice: beside a column ``raw`` stands a column ``raw_names`` with
the same text as Unicode character names (without ``BENGALI``) joined by `` + ``, and a row whose halves disagree is
refused. A file that is missing, empty or damaged is one error that names it, never an empty result.

>>> read_table("normalization/khanda_ta_stems")[0]
{'stem': 'উৎস'}
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
    file = f"{name}.tsv"
    try:
        text = read_bytes(file).decode("utf-8")
    except UnicodeDecodeError as error:
        raise _damaged(file, f"is not UTF-8 at byte {error.start}") from error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line and not line.startswith("#")]
    if len(lines) < 2:
        raise _damaged(file, "holds no row")
    if not text.endswith("\n"):
        raise _damaged(file, "is cut off: its last line has no end")
    header = lines[0][1].split("\t")
    named = [column for column in header if f"{column}_names" in header]
    return tuple([_row(f"{file}:{number}", header, named, line) for number, line in lines[1:]])


def cells(table: str, column: str, by: str, *kinds: str) -> tuple[str, ...]:
    """Return the cells of a column in those rows of a table whose cell ``by`` is one of ``kinds``, in order.

    >>> cells("endings", "ending", "meaning", "only")
    ('মাত্র',)
    """
    return tuple([row[column] for row in read_table(table) if row[by] in kinds])


def _row(place: str, header: list[str], named: list[str], line: str) -> dict[str, str]:
    cells = line.split("\t")
    if len(cells) != len(header):
        raise _damaged(place, f"has {len(cells)} cells where {len(header)} are wanted: {line!r}")
    row = dict(zip(header, cells, strict=True))
    for column in named:
        raw, names = row[column], row[f"{column}_names"]
        if _spelled(names) != raw:
            raise _damaged(place, f"has {raw!r} where {names!r} is named")
    return row


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
