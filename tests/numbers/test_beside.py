"""The table of words near numbers: each kind is one that some module asks for."""

from pathlib import Path

from rows import each_row

import banglanorm.numbers
from banglanorm.tables import read_table

KINDS = sorted({row["kind"] for row in read_table("numbers/beside")})
SOURCES = [path.read_text(encoding="utf-8") for path in Path(banglanorm.numbers.__path__[0]).glob("*.py")]


@each_row("kind", KINDS)
def test_a_kind_is_asked_for(kind: str) -> None:
    assert any(f'"{kind}"' in source for source in SOURCES)
