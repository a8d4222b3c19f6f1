"""The reader of tables, and the tables themselves."""

import re
import unicodedata
from pathlib import Path

import pytest
from rows import each_row

import banglanorm
from banglanorm import tables
from banglanorm.errors import DataError

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


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "t.tsv is empty"),
        (b"# only comments\n", "t.tsv holds no row"),
        (b"a\tb\n", "t.tsv holds no row"),
        (b"a\tb\n1\t2\t3\n", "t.tsv:2 has 3 cells where 2 are wanted"),
        (b"# why\na\tb\n1\t2\n3\n", "t.tsv:4 has 1 cells where 2 are wanted"),
        (b"a\tb\n1\t2", "t.tsv is cut off"),
        (b"a\n\xe0\xa6\n", "t.tsv is not UTF-8 at byte 2"),
        ("raw\traw_names\n\u09be\tVOWEL SIGN I\n".encode(), "t.tsv:2 has '\u09be' where 'VOWEL SIGN I' is named"),
        ("raw\traw_names\n\u09be\tNO SUCH SIGN\n".encode(), "t.tsv:2 has '\u09be' where 'NO SUCH SIGN' is named"),
    ],
)
def test_a_damaged_table_is_an_error_that_names_it(table: Path, content: bytes, message: str) -> None:
    table.write_bytes(content)
    with pytest.raises(DataError, match=re.escape(f"banglanorm/data/{message}")):
        tables.read_table("t")


def test_a_missing_table_is_an_error_that_names_it(table: Path) -> None:
    with pytest.raises(DataError, match=r"banglanorm/data/t\.tsv cannot be read \(No such file or directory\)"):
        tables.read_table("t")


def test_a_sealed_file_is_read_and_any_other_byte_refused(table: Path) -> None:
    sealed = tables.seal(b"a model")
    table.write_bytes(sealed)
    assert tables.read_sealed("t.tsv") == b"a model"
    for place in range(len(sealed)):
        table.write_bytes(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :])
        with pytest.raises(DataError, match=r"t\.tsv is damaged"):
            tables.read_sealed("t.tsv")
    for cut in range(1, len(sealed)):
        table.write_bytes(sealed[:cut])
        with pytest.raises(DataError, match=r"t\.tsv is damaged"):
            tables.read_sealed("t.tsv")


def test_halves_that_agree(table: Path) -> None:
    table.write_text("raw\traw_names\n\u09be\u200d\tVOWEL SIGN AA + ZERO WIDTH JOINER\n", encoding="utf-8")
    assert tables.read_table("t")[0]["raw"] == "\N{BENGALI VOWEL SIGN AA}\N{ZERO WIDTH JOINER}"


@each_row("path", sorted(DATA.rglob("*.tsv")))
def test_every_table_reads_is_nfc_and_names_its_licence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert tables.read_table(_name(path))
    assert unicodedata.is_normalized("NFC", text)
    header = [line for line in text.split("\n") if line.startswith("#")]
    assert "licence" in " ".join(header)
