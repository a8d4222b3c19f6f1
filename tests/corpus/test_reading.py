"""The texts of files in every format, with the lines they begin in."""

import bz2
import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from banglanorm import corpus
from banglanorm.corpus import decoding
from banglanorm.corpus.reading import files_of
from banglanorm.errors import CorpusError

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def found(path: Path, field: str | None = None, **options: str) -> list[tuple[int, str]]:
    return [(row.line, row.text) for row in corpus.read(path, field=field, **options)]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


class TestLines:
    @pytest.mark.parametrize(
        ("content", "texts"),
        [
            ("", []),
            ("এক", [(1, "এক")]),
            ("এক\n", [(1, "এক")]),
            ("এক\r\n\r\nদুই\r", [(1, "এক"), (2, ""), (3, "দুই\r")]),
            ("\n\n", [(1, ""), (2, "")]),
            ("\ufeffএক\n", [(1, "এক")]),
            ("ক\rখ\x0bগ\x85ঘ\u2028ঙ\n", [(1, "ক\rখ\x0bগ\x85ঘ\u2028ঙ")]),
            ("ক\0খ\n", [(1, "ক\0খ")]),
        ],
    )
    def test_every_line_is_a_text(self, tmp_path: Path, content: str, texts: list[tuple[int, str]]) -> None:
        assert found(written(tmp_path, "a.txt", content)) == texts

    @given(st.lists(st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=9)))
    def test_lines_that_are_joined_come_back(self, lines: list[str]) -> None:
        with TemporaryDirectory() as folder:
            path = written(
                Path(folder), "a.txt", "\N{ZERO WIDTH NO-BREAK SPACE}" + "".join(f"{line}\n" for line in lines)
            )
            assert found(path) == list(enumerate(lines, 1))

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-8-sig", "cp1252"])
    def test_other_encodings(self, tmp_path: Path, encoding: str) -> None:
        texts = ["naïve", "bête"]
        path = written(tmp_path, "a.txt", "\r\n".join(texts).encode(encoding))
        assert found(path, encoding=encoding) == [(1, texts[0]), (2, texts[1])]

    def test_a_line_longer_than_a_block(self, tmp_path: Path) -> None:
        long = "ক" * 1_000_000
        path = written(tmp_path, "a.txt", f"খ\n{long}\nগ")
        assert found(path) == [(1, "খ"), (2, long), (3, "গ")]

    def test_bytes_that_do_not_decode(self, tmp_path: Path) -> None:
        path = written(tmp_path, "a.txt", "ভালো\nখারাপ ".encode() + b"\xe9 \nshesh")
        with pytest.raises(CorpusError, match=r"a\.txt:2: byte 17 of the line \(0xE9\) is not UTF-8"):
            found(path)
        bad: list[corpus.BadRow] = []
        assert [row.line for row in corpus.read(path, rejected=bad.append)] == [1, 3]
        assert [(row.line, row.path) for row in bad] == [(2, str(path))]
        assert [row.text for row in corpus.read(path, errors="replace")][1] == "খারাপ \ufffd "


class TestPacked:
    @pytest.mark.parametrize("ending", PACKINGS)
    def test_packed_files(self, tmp_path: Path, ending: str) -> None:
        content = "".join(f"{number} বাংলা\n" for number in range(12_000)).encode()
        path = written(
            tmp_path, f"a.txt{ending}", PACKINGS[ending](content[:99_999]) + PACKINGS[ending](content[99_999:])
        )
        assert [text for _, text in found(path)] == content.decode().splitlines()

    @pytest.mark.parametrize("ending", PACKINGS)
    @pytest.mark.parametrize(
        "damage", [lambda data: data[:-9], lambda data: b"plain text\n", lambda data: data[:40] + b"?" * 40]
    )
    def test_damaged_files(self, tmp_path: Path, ending: str, damage: Callable[[bytes], bytes]) -> None:
        content = "".join(f"{number * 7919 % 1000} বাংলা\n" for number in range(3_000)).encode()
        path = written(tmp_path, f"a.txt{ending}", damage(PACKINGS[ending](content)))
        with pytest.raises(CorpusError, match=rf"cannot read .*a\.txt\{ending}: "):
            found(path)

    def test_a_field_of_a_packed_file(self, tmp_path: Path) -> None:
        assert found(written(tmp_path, "a.CSV.gz", gzip.compress("ক,খ\n১,২\n".encode())), "খ") == [(2, "২")]


class TestJson:
    @pytest.mark.parametrize(
        ("row", "texts"),
        [
            ('{"text": "ক"}', ["ক"]),
            ('{"n": 1, "text" : "\\u0995\\n\\"খ", "x": {"text": "না"}}', ['ক\n"খ']),
            ('{"text": null}', []),
            ('{"text": ["ক", null, "খ"]}', ["ক", "খ"]),
            ('[{"text": "ক"}, {"text": "খ"}]', ["ক", "খ"]),
            ('{"text": "ক", "text": "খ"}', ["ক", "খ"]),
            ('{"n": ' + "9" * 5_000 + ', "text": "ক"}', ["ক"]),
            ('{"te\\u0078t": "ক"}', ["ক"]),
            ("", []),
            ("  ", []),
        ],
    )
    def test_strings_at_a_key(self, tmp_path: Path, row: str, texts: list[str]) -> None:
        assert found(written(tmp_path, "a.jsonl", f"{row}\r\n"), "text") == [(1, text) for text in texts]
        if row.strip():
            assert [text for _, text in found(written(tmp_path, "a.json", row), "text")] == texts

    @pytest.mark.parametrize(
        ("row", "texts"),
        [
            ('{"a": {"b": "ক"}}', ["ক"]),
            ('{"a": [{"b": "ক"}, {"b": "খ"}]}', ["ক", "খ"]),
            ('{"a.b": "ক"}', ["ক"]),
            ('{"a": null}', []),
        ],
    )
    def test_a_path(self, tmp_path: Path, row: str, texts: list[str]) -> None:
        assert [text for _, text in found(written(tmp_path, "a.ndjson", row), "a.b")] == texts

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ('{"text": "ক"', "not JSON: Expecting ',' at character "),
            ('{"text": "ক"} x', "not JSON: Extra data"),
            ("{text: 1}", "not JSON"),
            ("nonsense", "not JSON"),
            ('{"text": "ক\tখ"}', "not JSON: Invalid control character"),
            ('{"text": 5}', "field 'text' is a number, not text"),
            ('{"text": {"a": 1}}', "field 'text' is an object, not text"),
            ('{"text": true}', "field 'text' is true or false, not text"),
            ('{"txt": "ক"}', "the row has no field 'text'"),
            ("{}", "the row has no field 'text'"),
            ('"ক"', "the row has no field 'text': there is text"),
            ("[" * 100_000, "not JSON that can be read: it is nested too deep"),
            ('{"a":' * 100_000, "not JSON that can be read: it is nested too deep"),
        ],
    )
    def test_bad_rows(self, tmp_path: Path, row: str, reason: str) -> None:
        path = written(tmp_path, "a.jsonl", f'{{"text": "ক"}}\n{row}\n{{"text": "খ"}}\n')
        bad: list[corpus.BadRow] = []
        assert [(r.line, r.text) for r in corpus.read(path, field="text", rejected=bad.append)] == [(1, "ক"), (3, "খ")]
        assert [(r.line, r.row) for r in bad] == [(2, f"{row}\n")]
        assert reason in bad[0].reason
        with pytest.raises(CorpusError, match=r"a\.jsonl:2: "):
            found(path, "text")

    def test_documents_in_pieces(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "_SIZE", 1 << 12)
        rows = [
            {"id": number, "text": f'ক{number}] "{{,', "more": [{"text": 1}] * (number % 3)} for number in range(4_000)
        ]
        path = written(tmp_path, "a.json", json.dumps(rows, ensure_ascii=False, indent=1))
        texts = found(path, "text")
        assert [text for _, text in texts] == [row["text"] for row in rows]
        assert texts[0][0] == 4
        path = written(tmp_path, "b.json", "\n".join(json.dumps(row) for row in rows))
        assert [text for _, text in found(path, "text")] == [row["text"] for row in rows]

    @pytest.mark.parametrize(
        "content", ['[{"t": "ক"}', '[{"t": "ক"},]', '[{"t": "ক"', '{"t": "ক', "[", '[{"t": "ক"}}', "]"]
    )
    def test_a_document_that_is_none(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(CorpusError, match="not JSON"):
            found(written(tmp_path, "a.json", content), "t")

    @pytest.mark.parametrize("content", ["", " \n", "[]", "[ ]\n", "[null]"])
    def test_documents_without_texts(self, tmp_path: Path, content: str) -> None:
        assert found(written(tmp_path, "a.json", content), "t") == []


class TestTables:
    @pytest.mark.parametrize(
        ("name", "content", "texts"),
        [
            ("a.csv", "id,text\n1,ক\n2,খ\n", [(2, "ক"), (3, "খ")]),
            ("a.csv", '\ufeffid,"text"\r\n1,"ক, ""খ"""\r\n', [(2, 'ক, "খ"')]),
            ("a.csv", 'text,id\n"ক\nখ",1\nগ,2', [(2, "ক\nখ"), (4, "গ")]),
            ("a.csv", '"i\nd",text\n"1\n\n1",ক\n', [(5, "ক")]),
            ("a.csv", "id;text\n1;ক,খ\n", [(2, "ক,খ")]),
            ("a.csv", "id,text\n1,5\" pipe\n2,\n\n3,'\n", [(2, '5" pipe'), (3, ""), (5, "'")]),
            ("a.tsv", 'id\ttext\n1\t"ক" খ\n2\t"\n', [(2, '"ক" খ'), (3, '"')]),
            ("a.tsv", 'id\ttext\n1\t"ক\tখ"\n', [(2, "ক\tখ")]),
            ("a.tab", "id\ttext\r\n1\tক\r\n", [(2, "ক")]),
            ("a.csv", "text\nক\rখ\n", [(2, "ক\rখ")]),
            ("a.csv", "text\n\n", []),
            ("a.csv", "text", []),
            ("a.tsv", "text", []),
            ("a.csv", "", []),
            ("a.dat", "id|text\n1|ক\n", [(2, "ক")]),
            ("a.dat", '{"text": "ক"}\n{"text": "খ"}\n', [(1, "ক"), (2, "খ")]),
            ("a.dat", '{\n"text":\n"ক"}\n', [(3, "ক")]),
            ("a.dat", '[{"text": "ক"}]', [(1, "ক")]),
        ],
    )
    def test_the_fields_of_a_column(
        self, tmp_path: Path, name: str, content: str, texts: list[tuple[int, str]]
    ) -> None:
        assert found(written(tmp_path, name, content), "text") == [row for row in texts if row[1] or name == "a.csv"]

    def test_a_column_by_number(self, tmp_path: Path) -> None:
        assert found(written(tmp_path, "a.csv", "ক,খ\nগ,ঘ\n"), "2") == [(1, "খ"), (2, "ঘ")]

    def test_lines_that_end_with_a_carriage_return_alone(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="do not end with a line feed"):
            found(written(tmp_path, "a.csv", "id,text\r1,ক\r"), "text")

    @pytest.mark.parametrize("content", ["id,txt\n1,ক\n", "text,text\n1,ক\n"])
    def test_no_such_column(self, tmp_path: Path, content: str) -> None:
        with pytest.raises(CorpusError, match=r"a\.csv has .*'text'"):
            found(written(tmp_path, "a.csv", content), "text")

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ("1\n", "too short"),
            ('1,"ক\n', "a quotation mark opens a field and does not close it"),
            ('1,"ক" খ\n', "a quotation mark opens a field and does not close it"),
            ('"1,ক\n', "a quotation mark opens a field and does not close it"),
        ],
    )
    @pytest.mark.parametrize("rest", ["", '3,"খ"\n', "3,গ\n" * 2_000])
    def test_bad_rows(self, tmp_path: Path, row: str, reason: str, rest: str) -> None:
        path = written(tmp_path, "a.csv", f"id,text\n0,অ\n{row}2,খ\n{rest}")
        bad: list[corpus.BadRow] = []
        texts = [r.text for r in corpus.read(path, field="text", rejected=bad.append)]
        assert texts[:2] == ["অ", "খ"]
        assert len(texts) == 2 + rest.count("\n")
        assert [(r.line, r.row) for r in bad] == [(3, row)]
        assert reason in bad[0].reason


class TestParquet:
    def test_texts_and_nulls(self, tmp_path: Path) -> None:
        for kind in (pyarrow.string(), pyarrow.large_string(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())):
            table = pyarrow.table(
                {"id": [1, 2, 3], "text": pyarrow.array(["ক", None, "খ"], pyarrow.string()).cast(kind)}
            )
            parquet.write_table(table, tmp_path / "a.parquet")
            assert found(tmp_path / "a.parquet", "text") == [(1, "ক"), (3, "খ")]

    @pytest.mark.parametrize("field", [None, "txt", "id"])
    def test_no_such_text(self, tmp_path: Path, field: str | None) -> None:
        parquet.write_table(pyarrow.table({"id": [1], "text": ["ক"]}), tmp_path / "a.parquet")
        with pytest.raises(CorpusError, match=r"a\.parquet"):
            found(tmp_path / "a.parquet", field)

    def test_what_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match=r"cannot read .*a\.parquet: "):
            found(written(tmp_path, "a.parquet", "nonsense"), "text")


class TestFolders:
    def test_all_files_in_order(self, tmp_path: Path) -> None:
        (tmp_path / "b" / ".git").mkdir(parents=True)
        for name in ("b/২.txt", "a.txt", "b/১.txt", ".hidden", "b/.git/x"):
            written(tmp_path, name, name)
        (tmp_path / "b" / "loop").symlink_to(tmp_path, target_is_directory=True)
        (tmp_path / "c.txt").symlink_to("a.txt")
        (tmp_path / "gone.txt").symlink_to("nowhere")
        assert [Path(row.path).relative_to(tmp_path).as_posix() for row in corpus.read(tmp_path)] == [
            "a.txt", "b/১.txt", "b/২.txt", "c.txt",
        ]  # fmt: skip
        assert files_of(tmp_path / "nowhere") == [str(tmp_path / "nowhere")]

    def test_a_missing_file(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="No such file"):
            found(tmp_path / "nowhere.txt")

    def test_an_unknown_encoding_is_told_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(CorpusError, match="unknown encoding"):
            corpus.read(tmp_path, encoding="hex")
