"""The reader of tables, and the tables themselves."""

import unicodedata
from pathlib import Path

import pytest

import banglanorm
from banglanorm import tables

DATA = Path(banglanorm.__file__).parent / "data"


def _name(path: Path) -> str:
    return path.relative_to(DATA).with_suffix("").as_posix()


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tables, "_DATA", tmp_path)
    tables.read_table.cache_clear()
    yield tmp_path / "t.tsv"
    tables.read_table.cache_clear()


def test_rows_and_comments(table: Path) -> None:
    table.write_text("# a comment\na\tb\n1\t2\n\n# another\n3\t\n", encoding="utf-8")
    assert tables.read_table("t") == ({"a": "1", "b": "2"}, {"a": "3", "b": ""})


def test_a_row_with_a_cell_too_many_is_refused(table: Path) -> None:
    table.write_text("a\tb\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(ValueError, match="3 cells where 2 are wanted"):
        tables.read_table("t")


def test_halves_that_agree(table: Path) -> None:
    table.write_text("raw\traw_names\n\u09be\u200d\tVOWEL SIGN AA + ZERO WIDTH JOINER\n", encoding="utf-8")
    assert tables.read_table("t")[0]["raw"] == "\N{BENGALI VOWEL SIGN AA}\N{ZERO WIDTH JOINER}"


def test_halves_that_disagree_are_refused(table: Path) -> None:
    table.write_text("raw\traw_names\n\u09be\tVOWEL SIGN I\n", encoding="utf-8")
    with pytest.raises(ValueError, match="is not 'VOWEL SIGN I'"):
        tables.read_table("t")


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.tsv")), ids=_name)
def test_every_table_reads_is_nfc_and_names_its_licence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tables.read_table(_name(path))
    assert unicodedata.is_normalized("NFC", text)
    header = [line for line in text.split("\n") if line.startswith("#")]
    assert "licence" in " ".join(header)
