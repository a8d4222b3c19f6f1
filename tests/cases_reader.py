"""Reads the case files in ``tests/cases``: tab-separated rows under a line of column names, comments begin with ``# ``.

An invisible or lone combining character is written as ``\\uXXXX``.
"""

import re
from datetime import date, datetime
from pathlib import Path

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def unescaped(cell: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1] or m[2], 16)), cell)


def read_cases(name: str) -> list[dict[str, str]]:
    """Return the rows of ``cases/<name>.tsv`` as mappings from column name to text."""
    content = (Path(__file__).parent / "cases" / f"{name}.tsv").read_text(encoding="utf-8")
    header, *rows = (line.split("\t") for line in content.split("\n") if line and not line.startswith("# "))
    return [dict(zip(header, map(unescaped, row), strict=True)) for row in rows]


def when(cell: str) -> date | datetime | None:
    """Return the day or the moment that a cell names in ISO 8601; None where it is empty."""
    if not cell:
        return None
    return datetime.fromisoformat(cell) if "T" in cell else date.fromisoformat(cell)
