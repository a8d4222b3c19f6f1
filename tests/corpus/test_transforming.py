"""A function over the texts of files: what changes, what stays to the byte, and what happens to the files."""

import codecs
import csv
import errno
import gzip
import io
import json
import os
import tempfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from rows import each_row

from banglanorm import Normalizer, corpus, normalize
from banglanorm.corpus import decoding, workers
from banglanorm.errors import CorpusError

STANDARD = Normalizer()
TYPED, CLEAN = "দু’জন বা\u09dcি", "দু'জন বা\u09a1\u09bcি"


def marked(text: str) -> str:
    """A function that changes every text, and can be told to be broken."""
    return f"<{text}>"


def refuse(*_: Any) -> Any:
    raise OSError(errno.ENOSPC, "No space left on device")


def same(text: str) -> str:
    return text


def changed(name: str, content: str | bytes, function: Any = STANDARD, **options: Any) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        corpus.transform(path, function, in_place=True, **options)
        return path.read_bytes()


class TestBytes:
    @each_row(
        "name, content",
        [
            ("a.txt", "@\r\n\r\n@\n  @  \n@"),
            ("a.txt", "\ufeff@\n"),
            ("a.csv", 'id,"text",x\r\n1,"@","a ""b"""\r\n\r\n"2",@, z \r\n3,"@, @\n@",\n'),
            ("a.csv", "\ufefftext;id\n@;1\n;2\n"),
            ("a.tsv", 'id\ttext\n1\t"@"\n2\t@ " @\n3\t"@\n'),
            ("a.jsonl", '{"text": "@ \\ud800"}'),
            ("a.jsonl", '{ "id":1.50e+3,"text" :"@" , "ক":"\\u0995\\/" }\r\n\r\n{"text":null}\n{"text":["@","@"]}'),
            ("a.json", '[\n  {"text": "@", "n": 1.0},\n  {"text": "@"}\n]\n'),
            ("a.json", '{"text": "@"}{"text":"@"}\n\n{"text": "@"}'),
        ],
    )
    def test_only_the_texts_change(self, name: str, content: str) -> None:
        options = {} if name.endswith(".txt") else {"field": "text"}
        before = content.replace("@", TYPED).encode()
        assert changed(name, before, same, **options) == before
        assert changed(name, before, **options) == content.replace("@", CLEAN).encode()

    def test_escapes_stay_where_the_string_had_them(self) -> None:
        row = json.dumps({"text": TYPED, "note": "ক"})
        assert changed("a.jsonl", row, field="text").decode() == json.dumps({"text": CLEAN, "note": "ক"})

    def test_what_a_string_needs_is_escaped(self) -> None:
        after = changed("a.jsonl", '{"text": "ক"}', lambda text: text + '"\\\n\ud800', field="text")
        assert json.loads(after) == {"text": 'ক"\\\n\ud800'}

    @each_row("text", ['"', "a,b", "a\nb", "a\r\nb", "", " ", '"a"', 'a"b'])
    @each_row("before", ["ক", '"ক"'])
    def test_what_a_field_needs_is_quoted(self, text: str, before: str) -> None:
        after = changed("a.csv", f"x,text,y\n1,{before},2\n", lambda _: text, field="text").decode()
        assert list(csv.reader(io.StringIO(after, newline=""))) == [["x", "text", "y"], ["1", text, "2"]]

    @given(st.lists(st.tuples(*[st.text(st.sampled_from('aক,;"\n\r \t'), max_size=6)] * 3), max_size=8), st.booleans())
    def test_tables_mean_what_they_meant(self, rows: list[tuple[str, str, str]], quotes: bool) -> None:
        written = io.StringIO(newline="")
        rows = [("id", "text", "x"), *((f"{number}{a}", b, c) for number, (a, b, c) in enumerate(rows))]
        csv.writer(written, quoting=csv.QUOTE_ALL if quotes else csv.QUOTE_MINIMAL).writerows(rows)
        before = written.getvalue().encode()
        assert changed("a.csv", before, same, field="text") == before
        after = changed("a.csv", before, marked, field="text").decode()
        read = [tuple(row) for row in csv.reader(io.StringIO(after, newline=""))]
        assert read == [rows[0], *((a, f"<{b}>", c) for a, b, c in rows[1:])]

    @given(
        st.lists(
            st.recursive(
                st.none() | st.integers() | st.text(max_size=5),
                lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
                max_leaves=6,
            )
        ),
        st.sampled_from([None, 1]),
        st.booleans(),
    )
    def test_documents_mean_what_they_meant(self, values: list[Any], indent: int | None, escapes: bool) -> None:
        rows = [{"more": value, "text": '[{"' + str(number)} for number, value in enumerate(values)]
        before = json.dumps(rows, indent=indent, ensure_ascii=escapes).encode("utf-8", "surrogatepass")
        assert changed("a.json", before, same, field="text") == before
        after = json.loads(changed("a.json", before, marked, field="text"))
        assert after == [row | {"text": f"<{row['text']}>"} for row in rows]

    def test_an_encoding_is_kept_in_place(self) -> None:
        for encoding in ("utf-16", "utf-16-be", "utf-8-sig", "utf-32"):
            before = f"id,text\r\n1,{TYPED}\r\n".encode(encoding)
            assert changed("a.csv", before, field="text", encoding=encoding) == before.decode(encoding).replace(
                TYPED, CLEAN
            ).encode(encoding)

    def test_parquet(self, tmp_path: Path) -> None:
        text = pyarrow.array([TYPED, None, "ok"] * 6_000, pyarrow.dictionary(pyarrow.int32(), pyarrow.string()))
        table = pyarrow.table({"id": range(18_000), "text": text, "n": [[1.5, None]] * 18_000})
        table = table.replace_schema_metadata({"origin": "somewhere"})
        parquet.write_table(table, tmp_path / "a.parquet", compression="zstd")
        before = parquet.read_table(tmp_path / "a.parquet")
        summary = corpus.transform(tmp_path / "a.parquet", Normalizer(), output=tmp_path / "b.parquet", field="text")
        after = parquet.read_table(tmp_path / "b.parquet")
        assert (summary.texts, summary.changed) == (12_000, 6_000)
        assert after.schema.equals(before.schema, check_metadata=True)
        assert after["text"].to_pylist() == [CLEAN, None, "ok"] * 6_000
        assert after.drop(["text"]).equals(before.drop(["text"]))
        assert parquet.ParquetFile(tmp_path / "b.parquet").metadata.row_group(0).column(0).compression == "ZSTD"

    @pytest.mark.parametrize("is_nullable", [True, False])
    def test_parquet_in_structs(self, tmp_path: Path, is_nullable: bool) -> None:
        kind = pyarrow.struct(
            [
                pyarrow.field("name", pyarrow.string(), nullable=is_nullable, metadata={"k": "v"}),
                pyarrow.field("more", pyarrow.struct([("bio", pyarrow.large_string()), ("n", pyarrow.int8())])),
            ]
        )
        rows = [{"name": TYPED, "more": {"bio": TYPED, "n": 1}}, None, {"name": "ok", "more": None}] * 6_000
        table = pyarrow.table({"id": range(18_000), "author": pyarrow.array(rows, kind)})
        parquet.write_table(table, tmp_path / "a.parquet")
        fields = ["author.more.bio", "author.name"]
        summary = corpus.transform(
            tmp_path / "a.parquet", Normalizer(), output=tmp_path / "b.parquet", field=fields, workers=2
        )
        after = parquet.read_table(tmp_path / "b.parquet")
        assert (summary.texts, summary.changed) == (18_000, 12_000)
        assert after.schema.equals(table.schema, check_metadata=True)
        clean = [{"name": CLEAN, "more": {"bio": CLEAN, "n": 1}}, *rows[1:3]] * 6_000
        assert after["author"].to_pylist() == clean
        texts = [(row.line, row.text) for row in corpus.read(tmp_path / "b.parquet", field=fields)]
        assert texts[:4] == [(1, CLEAN), (1, CLEAN), (3, "ok"), (4, CLEAN)]

    @each_row(
        "name, content, fields",
        [
            ("a.csv", 'id,a,x,b\r\n1,"@",y,@\r\n2,@,"@",""\r\n', ["b", "a"]),
            ("a.csv", 'id,a,x,b\n1,"@",y,@\n', ["b", "2"]),
            ("a.csv", '1,"@\n@",y,@\n', ["4", "2", "4"]),
            ("a.tsv", 'a\tb\tc\n@\t@\t\n"\t"@"\t@\n', ["a", "b"]),
            ("a.jsonl", '{"b": "@", "id": {"a": ["@", null]}, "x": "y"}\n{"id":{"a":[]},"b":null}\n', ["id.a", "b"]),
            ("a.json", '[{"b": "@",\n "a": "@"}, {"a": "", "b": ""}]', ["a", "b", "a"]),
        ],
    )
    def test_several_fields(self, name: str, content: str, fields: list[str]) -> None:
        before = content.replace("@", TYPED).replace("y", TYPED).encode()
        assert changed(name, before, same, field=fields) == before
        after = content.replace("@", CLEAN).replace("y", TYPED).replace('"x": "@"', f'"x": "{TYPED}"')
        if '"@",""' in content:  # the third field was not asked for
            after = after.replace(f'2,{CLEAN},"{CLEAN}"', f'2,{CLEAN},"{TYPED}"')
        if name == "a.tsv":
            after = after.replace(f'"\t"{CLEAN}"\t{CLEAN}', f'"\t"{CLEAN}"\t{TYPED}')
        assert changed(name, before, field=fields).decode() == after

    @given(
        st.lists(st.tuples(*[st.text(st.sampled_from('aক,;"\n\r \t'), max_size=5)] * 4), max_size=6),
        st.sets(st.integers(1, 4), min_size=1),
    )
    def test_several_columns_mean_what_they_meant(self, rows: list[tuple[str, ...]], columns: set[int]) -> None:
        written = io.StringIO(newline="")
        csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
        after = changed("a.csv", written.getvalue(), marked, field=[str(column) for column in columns]).decode()
        assert [tuple(row) for row in csv.reader(io.StringIO(after, newline=""))] == [
            tuple([f"<{cell}>" if at in columns else cell for at, cell in enumerate(row, 1)]) for row in rows
        ]

    def test_a_row_too_short_names_the_field(self, tmp_path: Path) -> None:
        (tmp_path / "a.csv").write_text("a,b,c\n1,2\n", encoding="utf-8")
        with pytest.raises(CorpusError, match=r"a\.csv:2: the row has no field 'c': it is too short"):
            list(corpus.read(tmp_path / "a.csv", field=["a", "c"]))

    @pytest.mark.parametrize("field", [[], [1], 5])
    def test_what_names_no_field_is_refused(self, field: Any) -> None:
        with pytest.raises(TypeError):
            corpus.read("a.csv", field=field)


class TestFiles:
    def test_one_file_of_many(self, tmp_path: Path) -> None:
        for name in "ab":
            (tmp_path / f"{name}.txt").write_text(f"{name}{TYPED}\n", encoding="utf-8")
        paths = [tmp_path / "b.txt", tmp_path / "a.txt"]
        summary = corpus.transform(paths, normalize, output=tmp_path / "all.txt.gz")
        assert gzip.decompress((tmp_path / "all.txt.gz").read_bytes()).decode() == f"b{CLEAN}\na{CLEAN}\n"
        assert summary == corpus.Summary(files=2, texts=2, changed=2)

    def test_a_folder_of_folders(self, tmp_path: Path) -> None:
        (tmp_path / "in" / "b").mkdir(parents=True)
        for name in ("a.txt", "b/a.txt"):
            (tmp_path / "in" / name).write_text(TYPED, encoding="utf-8")
        corpus.transform(tmp_path / "in", normalize, output=tmp_path / "out" / "new")
        assert (tmp_path / "out" / "new" / "b" / "a.txt").read_text(encoding="utf-8") == CLEAN
        assert (tmp_path / "out" / "new" / "a.txt").read_text(encoding="utf-8") == CLEAN

    def test_a_run_that_is_taken_up_again(self, tmp_path: Path) -> None:
        (tmp_path / "out").mkdir()
        for name in ("a.txt", "b.txt", "out/a.txt"):
            (tmp_path / name).write_text(TYPED, encoding="utf-8")
        paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
        assert corpus.transform(paths, normalize, output=tmp_path / "out", resume=True).files == 1
        assert (tmp_path / "out" / "a.txt").read_text(encoding="utf-8") == TYPED
        assert (tmp_path / "out" / "b.txt").read_text(encoding="utf-8") == CLEAN

    def test_two_files_never_become_one_by_their_names(self, tmp_path: Path) -> None:
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "x.txt").write_text(name, encoding="utf-8")
        with pytest.raises(CorpusError, match="would both be written to"):
            corpus.transform([tmp_path / "a" / "x.txt", tmp_path / "b"], same, output=f"{tmp_path}/out/")
        assert not (tmp_path / "out").exists()

    @pytest.mark.parametrize("output", ["a.txt", "link.txt", "."])
    def test_the_input_is_not_written_over(self, tmp_path: Path, output: str) -> None:
        (tmp_path / "a.txt").write_text(TYPED, encoding="utf-8")
        (tmp_path / "link.txt").symlink_to("a.txt")
        with pytest.raises(CorpusError, match="is also the input"):
            corpus.transform(tmp_path / "a.txt", normalize, output=tmp_path / output)
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == TYPED

    @pytest.mark.parametrize("name", ["a.csv", "a.json"])
    def test_tables_are_not_put_one_after_another(self, tmp_path: Path, name: str) -> None:
        for path in (tmp_path / name, tmp_path / f"b{name}"):
            path.write_text('[{"text": 1}]', encoding="utf-8")
        with pytest.raises(CorpusError, match="cannot be one file"):
            corpus.transform([tmp_path / name, tmp_path / f"b{name}"], same, output=tmp_path / "x", field="text")

    def test_a_file_that_stays_is_not_touched(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt.gz"
        path.write_bytes(gzip.compress(CLEAN.encode(), 9))
        before = (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes())
        assert corpus.transform(path, normalize, in_place=True).changed == 0
        assert (path.stat().st_mtime_ns, path.stat().st_ino, path.read_bytes()) == before

    @pytest.mark.parametrize("function", [lambda text: 1 // (text != "গ"), lambda text: None if text == "গ" else text])
    def test_a_function_that_fails_leaves_no_file(self, tmp_path: Path, function: Any) -> None:
        path = tmp_path / "a.txt"
        path.write_text("ক\nগ\n", encoding="utf-8")
        for options in ({"in_place": True}, {"output": tmp_path / "b.txt"}):
            with pytest.raises((ZeroDivisionError, TypeError)):
                corpus.transform(path, function, **options)
        assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
        assert path.read_text(encoding="utf-8") == "ক\nগ\n"

    @pytest.mark.parametrize("options", [{}, {"in_place": True, "output": "x"}])
    def test_where_the_result_goes_must_be_told(self, options: dict[str, Any]) -> None:
        with pytest.raises(TypeError, match="either output= or in_place=True"):
            corpus.transform("a.txt", same, **options)


class TestBadRows:
    CONTENTS = {
        "a.jsonl": ('{"text": "@"}\n', '{"text": 5}\n'),
        "a.csv": ("@,1\n", '"@,1\n'),
    }

    @pytest.mark.parametrize("name", CONTENTS)
    def test_they_are_set_aside_and_the_rest_goes_on(self, tmp_path: Path, name: str) -> None:
        good, bad = (row.replace("@", TYPED) for row in self.CONTENTS[name])
        head = "text,id\n" if name == "a.csv" else ""
        path = tmp_path / name
        path.write_text(head + bad + good + bad + good, encoding="utf-8")
        with pytest.raises(CorpusError, match=rf"{name}:{2 if head else 1}: "):
            corpus.transform(path, normalize, in_place=True, field="text")
        aside: list[corpus.BadRow] = []
        summary = corpus.transform(path, normalize, in_place=True, field="text", rejected=aside.append)
        assert path.read_text(encoding="utf-8") == head + (good * 2).replace(TYPED, CLEAN)
        assert [row.row for row in aside] == [bad, bad]
        assert (summary.texts, summary.bad) == (2, 2)

    @pytest.mark.parametrize("kept", [(), (0,), (1,), (2,), (0, 2), (1, 2), (0, 1, 2)])
    def test_items_of_a_list(self, tmp_path: Path, kept: tuple[int, ...]) -> None:
        items = [{"text": TYPED if number in kept else number} for number in range(3)]
        path = tmp_path / "a.json"
        path.write_text(json.dumps(items, indent=1), encoding="utf-8")
        corpus.transform(path, normalize, in_place=True, field="text", rejected=lambda _: None)
        assert json.loads(path.read_bytes()) == [{"text": CLEAN} for _ in kept]


LISTS = {
    "list": pyarrow.list_(pyarrow.string()),
    "large": pyarrow.large_list(pyarrow.large_string()),
    "of lists": pyarrow.list_(pyarrow.list_(pyarrow.string())),
    "fixed": pyarrow.list_(pyarrow.string(), 2),
}


class TestListsOfParquet:
    @pytest.mark.parametrize("kind", LISTS)
    def test_items(self, tmp_path: Path, kind: str) -> None:
        pair = [TYPED, None]
        rows = [[pair, [], None], None, [pair]] if kind == "of lists" else [pair, ["ক", TYPED]]
        parquet.write_table(
            pyarrow.table({"id": range(len(rows)), "tags": pyarrow.array(rows, LISTS[kind])}), tmp_path / "a.parquet"
        )
        table = parquet.read_table(tmp_path / "a.parquet")
        summary = corpus.transform(tmp_path / "a.parquet", STANDARD, output=tmp_path / "b.parquet", field="tags")
        after = parquet.read_table(tmp_path / "b.parquet")
        assert after.schema.equals(table.schema, check_metadata=True)
        assert after.to_pydict() == json.loads(json.dumps(table.to_pydict()).replace(*map(json.dumps, (TYPED, CLEAN))))
        assert (summary.texts, summary.changed) == ((2, 2) if kind == "of lists" else (3, 2))

    def test_messages_of_a_chat(self, tmp_path: Path) -> None:
        chats = [[{"role": "ক", "content": TYPED}, {"role": TYPED, "content": None}], [], None, [None]]
        kind = pyarrow.list_(pyarrow.struct([("role", pyarrow.string()), ("content", pyarrow.string())]))
        parquet.write_table(pyarrow.table({"chat": pyarrow.array(chats, kind)}), tmp_path / "a.parquet")
        fields = ["chat.content", "chat.role"]
        read = [(row.line, row.text) for row in corpus.read(tmp_path / "a.parquet", field=fields)]
        assert read == [(1, "ক"), (1, TYPED), (1, TYPED)]
        corpus.transform(tmp_path / "a.parquet", marked, output=tmp_path / "b.parquet", field=fields, workers=2)
        first = [{"role": "<ক>", "content": f"<{TYPED}>"}, {"role": f"<{TYPED}>", "content": None}]
        assert parquet.read_table(tmp_path / "b.parquet").to_pydict() == {"chat": [first, [], None, [None]]}

    @given(st.lists(st.none() | st.lists(st.none() | st.lists(st.none() | st.text("ক,’", max_size=3), max_size=3))))
    def test_what_stays_the_same_comes_back(self, rows: list[Any]) -> None:
        kind = pyarrow.list_(pyarrow.struct([("n", pyarrow.int8()), ("t", pyarrow.list_(pyarrow.string()))]))
        made = [row and [item if item is None else {"n": 1, "t": item} for item in row] for row in rows]
        with TemporaryDirectory() as folder:
            source, target = Path(folder, "a.parquet"), Path(folder, "b.parquet")
            table = pyarrow.table({"x": pyarrow.array(made, kind)})
            parquet.write_table(table, source, row_group_size=2)
            corpus.transform(source, same, output=target, field="x.t")
            assert parquet.read_table(target) == table
            corpus.transform(source, marked, output=target, field="x.t")
            texts = [text for row in rows for item in row or [] for text in item or [] if text is not None]
            assert [row.text for row in corpus.read(target, field="x.t")] == [marked(text) for text in texts]


class TestWorkers:
    def test_the_order_is_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "_SIZE", 1 << 12)
        path = tmp_path / "a.csv"
        path.write_text("id,text\n" + "".join(f"{number},{TYPED}\n" for number in range(2_000)), encoding="utf-8")
        options: dict[str, Any] = {"field": "text"}
        one = corpus.transform(path, Normalizer(), output=tmp_path / "1.csv", **options)
        two = corpus.transform(path, Normalizer(), output=tmp_path / "2.csv", workers=2, **options)
        assert one == two
        assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "2.csv").read_bytes()

    def test_a_file_is_read_where_it_lies_by_each(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "_SIZE", 1 << 8)
        lines = [f"{TYPED} {number}\n".encode() for number in range(200)]
        path = tmp_path / "a.txt"
        path.write_bytes(codecs.BOM_UTF8 + b"".join(lines))
        (tmp_path / "b.txt").symlink_to("a.txt")
        corpus.transform(tmp_path / "b.txt", Normalizer(), output=tmp_path / "c.txt", workers=2)
        assert (tmp_path / "c.txt").read_bytes() == b"".join(lines).replace(TYPED.encode(), CLEAN.encode())

    @pytest.mark.parametrize("change", ["replaced", "shortened", "gone"])
    def test_a_file_that_changes_meanwhile_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
    ) -> None:
        monkeypatch.setattr(decoding, "_SIZE", 1 << 8)
        path, other = tmp_path / "a.txt", tmp_path / "b.txt"
        for file in (path, other):
            file.write_text(f"{TYPED}\n" * 100, encoding="utf-8")
        ways = {
            "replaced": lambda: other.replace(path),
            "shortened": lambda: os.truncate(path, 0),
            "gone": path.unlink,
        }

        def changing(text: str) -> str:
            if path.exists() and other.exists():
                ways[change]()
                other.unlink(missing_ok=True)
            return text

        with pytest.raises(CorpusError, match=r"cannot read .*a\.txt: (it was replaced or cut short|No such file)"):
            corpus.transform(path, changing, output=tmp_path / "c.txt")
        assert not (tmp_path / "c.txt").exists()

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
    @pytest.mark.parametrize("errors", ["strict", "surrogateescape", "replace"])
    def test_where_the_pieces_end_is_no_matter(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, errors: str
    ) -> None:
        text = TYPED if "utf" in encoding else "caf\u00e9"
        lines = [f"{text} {number}\r\n".encode(encoding) for number in range(6)]
        content = b"".join(lines if "16" in encoding else [*lines, b"\xe0\xa6\n\xa6\x95\xff", lines[0]])
        outcomes = set()
        for size in (1, 2, 5, 1 << 19):
            monkeypatch.setattr(decoding, "_SIZE", size)
            path = tmp_path / "a.txt"
            path.write_bytes(content)
            bad: list[corpus.BadRow] = []
            corpus.transform(path, marked, in_place=True, encoding=encoding, errors=errors, rejected=bad.append)
            outcomes.add((path.read_bytes(), tuple(bad)))
        assert len(outcomes) == 1

    def test_nothing_is_left_among_temporary_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
        with workers.workers(str.upper, 2) as run:
            assert list(run(["a", "b"] * 20)) == ["A", "B"] * 20
            assert [path.name.startswith("banglanorm-") for path in tmp_path.iterdir()] == [True]
        with workers.workers(str.upper, 2) as run:
            next(run("abcdefgh"))  # and the others are not fetched
        assert list(tmp_path.iterdir()) == []

    def test_no_room_for_temporary_files_is_said(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        with workers.workers(str.upper, 2) as run:
            monkeypatch.setattr(Path, "open", refuse)
            with pytest.raises(CorpusError, match=r"cannot write to .*banglanorm-.*: No space left on device"):
                list(run("ab"))

    def test_an_error_comes_back(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(decoding, "_SIZE", 1 << 12)
        path = tmp_path / "a.jsonl"
        path.write_text('{"text": "ক"}\n' * 2_000 + "nonsense\n", encoding="utf-8")
        with pytest.raises(CorpusError, match=r"a\.jsonl:2001: not JSON"):
            corpus.transform(path, marked, in_place=True, workers=2, field="text")
        assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]
