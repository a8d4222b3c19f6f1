"""Reads the tables in ``data/``: tab-separated rows under a line of column names.

Lines that begin with ``#`` are comments; the first ones name the source, the licence and how the table was made. A
table whose text is invisible or combining is typed twice: beside a column ``raw`` stands a column ``raw_names`` with
the same text as Unicode character names (without ``BENGALI``) joined by `` + ``, and a row whose halves disagree is
refused.

>>> read_table("normalization/khanda_ta_stems")[0]
{'stem': 'উৎস'}
"""

import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data"


def read_bytes(name: str, /) -> bytes:
    """Return the content of the file ``name`` in ``data/``, also when the package runs from a zip file.

    >>> read_bytes("normalization/khanda_ta_stems.tsv")[:1]
    b'#'
    """
    loader: Any = sys.modules[__name__].__spec__.loader  # type: ignore[union-attr]
    data: bytes = loader.get_data(str(_DATA / name))
    return data


@cache
def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of the table ``data/<name>.tsv`` as mappings from column name to cell.

    Raises:
        ValueError: a row has too few or too many cells, or the two halves of a doubly typed cell disagree.

    >>> read_table("normalization/conjunct_pairs")[0]["first"]
    'ক'
    """
    text = read_bytes(f"{name}.tsv").decode("utf-8")
    lines = (line for line in text.split("\n") if line and not line.startswith("#"))
    header = next(lines).split("\t")
    rows = []
    for line in lines:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ValueError(f"table {name}: {len(cells)} cells where {len(header)} are wanted: {line!r}")
        row = dict(zip(header, cells, strict=True))
        _check_double_entry(name, row)
        rows.append(row)
    return tuple(rows)


def _check_double_entry(name: str, row: dict[str, str]) -> None:
    for column, names in row.items():
        raw = row.get(column.removesuffix("_names"))
        if not column.endswith("_names") or raw is None:
            continue
        spelled = "".join(map(_lookup, names.split(" + "))) if names else ""
        if spelled != raw:
            raise ValueError(f"table {name}: {raw!r} is not {names!r}")


def _lookup(name: str) -> str:
    try:
        return unicodedata.lookup("BENGALI " + name)
    except KeyError:
        return unicodedata.lookup(name)
