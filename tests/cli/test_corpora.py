"""The command on files of every kind: fields, folders, packed files, many processes, rows set aside, what is told."""

import gzip
import json
import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow
import pytest
from depth import sample
from pyarrow import parquet
from rows import each_row
from runner import Command, until

from banglanorm import matching_key
from banglanorm.cli import main
from banglanorm.cli.passes import kind_of

TYPED, CLEAN = "দু’জন বা\u09dcি", "দু'জন বা\u09a1\u09bcি"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """The command in this process, in a folder of its own; a process for each case takes long."""
    monkeypatch.chdir(tmp_path)

    def run_command(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        return (status, *capfd.readouterr())

    return run_command


def write(name: str, content: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


class TestFields:
    def test_only_the_field_changes(self, run: Run) -> None:
        content = f'id,text,note\r\n1,"{TYPED}",{TYPED}\r\n'
        write("a.csv", content)
        assert run("normalize", "--field", "text", "a.csv") == (0, content.replace(TYPED, CLEAN, 1), "")

    def test_a_mark_of_byte_order_stays_with_a_table(self, run: Run) -> None:
        write("a.csv", f"\ufefftext\n{TYPED}\n")
        assert run("normalize", "--field", "text", "a.csv")[1] == f"\ufefftext\n{CLEAN}\n"
        write("a.txt", f"\ufeff{TYPED}\n")
        assert run("normalize", "a.txt")[1] == f"{CLEAN}\n"

    def test_several_fields_change(self, run: Run) -> None:
        write("a.csv", f"id,text,x,y\n1,{TYPED},{TYPED},{TYPED}\n")
        after = f"id,text,x,y\n1,{CLEAN},{TYPED},{CLEAN}\n"
        assert run("normalize", "--field", "y", "--field", "text", "a.csv") == (0, after, "")
        write("pyproject.toml", '[tool.banglanorm]\nfield = ["text", "y"]\n')
        assert run("normalize", "a.csv") == (0, after, "")
        assert run("normalize", "--field", "x", "a.csv")[1] == f"id,text,x,y\n1,{TYPED},{CLEAN},{TYPED}\n"
        write("pyproject.toml", '[tool.banglanorm]\nfield = "y"\n')
        assert run("numbers", "--field", "id", "--text", "id\n৫")[1] == "<text>:2:1: ৫ = 5 cardinal\n"
        write("pyproject.toml", "[tool.banglanorm]\nfield = [5]\n")
        assert "field is a name or a list of names" in run("normalize", "a.csv")[2]

    def test_finds_are_placed_in_the_field(self, run: Run) -> None:
        write("a.jsonl", '{"n": 1, "text": "দুই\\nকেজি ৫টি"}\n')
        status, out, _ = run("numbers", "--field", "text", "--format", "jsonl", "a.jsonl")
        found = [json.loads(line) for line in out.splitlines()]
        assert (status, [(row["file"], row["line"], row["text"]) for row in found][-1]) == (0, ("a.jsonl", 1, "৫টি"))
        assert "দুই\nকেজি ৫টি"[found[-1]["start"] : found[-1]["end"]] == "৫টি"

    def test_parquet(self, run: Run) -> None:
        parquet.write_table(pyarrow.table({"id": [1, 2], "text": [TYPED, None]}), "a.parquet")
        assert run("normalize", "--field", "text", "-o", "b.parquet", "a.parquet") == (0, "", "")
        assert parquet.read_table("b.parquet").to_pydict() == {"id": [1, 2], "text": [CLEAN, None]}
        assert run("words", "--field", "text", "b.parquet")[1] == CLEAN.replace(" ", " ") + "\n"
        assert run("normalize", "a.parquet")[0] == 2

    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            (["--field", "txt", "a.csv"], "a.csv has no field 'txt'"),
            (["--field", "text", "a.csv", "b.csv"], "a.csv and b.csv cannot be one file"),
            (["--field", "text", "c.jsonl"], "c.jsonl:2: field 'text' is a number, not text"),
            (["-j", "x", "a.csv"], "'x' is not a number of processes"),
            (["-o", "a.csv", "a.csv"], "a.csv is also the input a.csv"),
            (["d.gz"], "cannot read d.gz: it is damaged"),
        ],
    )
    def test_wrong_use_is_one_line(self, run: Run, arguments: list[str], named: str) -> None:
        for name in ("a.csv", "b.csv"):
            write(name, f"text\n{TYPED}\n")
        write("c.jsonl", '{"text": "ক"}\n{"text": 5}\n')
        write("d.gz", gzip.compress(b"text" * 99)[:-3])
        status, _, err = run("normalize", "-q", *arguments)
        first, *hint = err.splitlines()
        assert (status, len(hint) <= 1) == (2, True)
        assert named in first


class TestWarning:
    @each_row(
        "ending, beginning, kind",
        [
            (".csv", "", "CSV"), (".tsv", "", "CSV"), (".jsonl", "", "JSON"), (".po", "", "PO"), (".py", "", "code"),
            ("", "id,name\n1,ক\n", "CSV"), ("", '"id";"name"\r\n"1";"ক"\n', "CSV"), ("", '{"a": 1}', "JSON"),
            ("", '[\n {"a": 1}]', "JSON"), ("", '# x\n\nmsgid "a"\nmsgstr "ক"\n', "PO"), ("", "#!/bin/sh\n", "code"),
            ("", "<?xml version='1.0'?>", "code"), ("", "<!DOCTYPE html>", "code"),
            ("", "এক, দুই, তিন।\nচার।\n", ""), ("", "এক, দুই, তিন\n", ""), ("", "", ""), (".txt", "[সূত্র] কথা", ""),
            (".md", "# শিরোনাম\n", ""), (".txt", "তিনি বললেন, যাব\nআমি বললাম, যাও\n", ""),
        ],
    )  # fmt: skip
    def test_what_a_file_looks_like(self, ending: str, beginning: str, kind: str) -> None:
        assert kind_of(ending, beginning) == kind

    def test_it_is_one_line(self, run: Run) -> None:
        for name in ("a.csv", "b.csv"):
            write(name, "id,text\n")
        status, out, err = run("normalize", "a.csv", "b.csv")
        assert (status, out) == (0, "id,text\n" * 2)
        warning = "a.csv looks like CSV and is read line by line: --field NAME reads one field of it"
        assert err == f"banglanorm: warning: {warning}\n"
        assert run("normalize", "-q", "a.csv")[2] == ""


class TestFolders:
    def test_a_folder_into_a_folder(self, run: Run) -> None:
        write("in/a.txt", TYPED)
        write("in/b/a.txt.gz", gzip.compress(TYPED.encode()))
        assert run("normalize", "in", "-o", "out/") == (0, "", "")
        assert Path("out/a.txt").read_text(encoding="utf-8") == CLEAN
        assert gzip.decompress(Path("out/b/a.txt.gz").read_bytes()).decode() == CLEAN
        write("out/a.txt", "mine")
        Path("out/b/a.txt.gz").unlink()
        assert run("normalize", "in", "-o", "out", "--resume") == (0, "", "")
        assert Path("out/a.txt").read_text(encoding="utf-8") == "mine"
        assert Path("out/b/a.txt.gz").exists()

    def test_two_files_of_one_name(self, run: Run) -> None:
        write("a/x.txt", "ক")
        write("b/x.txt", "খ")
        status, _, err = run("normalize", "a/x.txt", "b/x.txt", "-o", "out/")
        assert (status, Path("out").exists()) == (2, False)
        assert "a/x.txt and b/x.txt would both be written to out/x.txt" in err

    def test_in_place_in_a_folder(self, run: Run) -> None:
        write("in/a.txt", TYPED)
        write("in/b.txt", CLEAN)
        assert run("normalize", "-i", "in", "--summary")[2].startswith("files 2, lines 2, changed 1; 0.0 MB in ")
        assert Path("in/a.txt").read_text(encoding="utf-8") == CLEAN


class TestRejects:
    def test_rows_are_set_aside_and_told(self, run: Run) -> None:
        bad = [b'{"text": 5}\n', b"nonsense\n", b'{"text": "\xff"}\n']
        good = f'{{"text": "{TYPED}"}}\n'.encode()
        write("a.jsonl", good.join([b"", *bad]))
        write("rejects", "old\n")
        status, out, err = run("normalize", "--field", "text", "--rejects", "rejects", "a.jsonl")
        assert (status, out) == (0, f'{{"text": "{CLEAN}"}}\n' * 3)
        assert [line.split(": ")[:3] for line in err.splitlines()] == [
            ["banglanorm", "set aside", f"a.jsonl:{number}"] for number in (2, 4, 6)
        ]
        assert Path("rejects").read_bytes() == b"".join([b"old\n", *bad])

    def test_a_run_that_fails_sets_nothing_aside(self, run: Run) -> None:
        write("a.jsonl", '{"text": 5}\n')
        assert run("normalize", "--field", "text", "-i", "--rejects", "rejects", "a.jsonl", "b.jsonl")[0] == 2
        assert Path("rejects").read_text(encoding="utf-8") == '{"text": 5}\n'
        assert Path("a.jsonl").read_text(encoding="utf-8") == ""

    def test_an_input_takes_no_rows(self, run: Run) -> None:
        write("a.jsonl", '{"text": 5}\n')
        status, _, err = run("normalize", "--field", "text", "--rejects", "./a.jsonl", "a.jsonl")
        assert (status, "./a.jsonl is also an input" in err) == (2, True)
        assert Path("a.jsonl").read_text(encoding="utf-8") == '{"text": 5}\n'


class TestJobs:
    COMMANDS = (
        ["normalize", "--summary"],
        ["explain"],
        ["numbers"],
        ["romanize"],
        ["check", "--all"],
        ["words", "-f", "jsonl"],
    )

    @pytest.mark.parametrize("arguments", sample(COMMANDS, 2), ids=lambda arguments: arguments[0])
    def test_two_processes_write_the_same(self, run: Run, arguments: list[str]) -> None:
        write("a.txt", "".join(f"{TYPED} {number}\n" for number in range(3_000)))
        one, two = run(*arguments, "a.txt"), run(*arguments, "-j", "2", "a.txt")
        assert one[:2] == two[:2]

    def test_every_command_hands_over_what_pickles(self, run: Run) -> None:
        for arguments in (
            ["normalize", "--dates", "iso"], ["dates"], ["annotate"], ["sentences"], ["keys", "--fold", "loose"],
            ["spoken"], ["written"], ["iso15919"], ["bijoy"], ["bijoy", "--detect"], ["inspect"], ["check"],
            ["check", "--statistics"], ["check", "--diff"], ["romanize", "--names"], ["romanize", "--candidates", "2"],
        ):  # fmt: skip
            assert run(*arguments, "-j", "2", "--text", TYPED)[0] in (0, 1), arguments

    def test_an_interrupted_run_says_how_to_go_on(self, command: Command) -> None:
        process = subprocess.Popen(
            command.arguments("normalize", "-j", "2", "-o", "out.txt"),
            cwd=command.folder,
            env=command.environment(PYTHONWARNINGS="ignore"),  # a file that was just being opened is left unclosed
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        assert process.stdin
        process.stdin.write(f"{TYPED}\n".encode() * 30_000)
        process.stdin.flush()  # and more may come
        until(lambda: any(p.stat().st_size for p in command.folder.glob(".banglanorm-*")))
        os.killpg(process.pid, signal.SIGINT)  # a terminal tells all processes
        _, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert err.decode().splitlines() == [
            "banglanorm: interrupted",
            "banglanorm: hint: out.txt was not written; run the same command again",
        ]
        assert list(command.folder.iterdir()) == []


class TestChoiceOfRules:
    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_an_unknown_rule_is_told_with_its_option(self, run: Run, option: str) -> None:
        status, out, err = run("check", option, "apostrophes,nope", "--text", TYPED)
        assert (status, out) == (2, "")
        assert err.splitlines()[0] == f"banglanorm: error: {option}: there is no rule 'nope'"


class TestSummary:
    def test_edits_are_counted_by_rule(self, run: Run) -> None:
        status, out, err = run("normalize", "--summary", "--text", f"{TYPED} {TYPED}")
        first, *rules = err.splitlines()
        assert (status, out) == (0, f"{CLEAN} {CLEAN}\n")
        assert first.startswith("files 1, lines 1, changed 1; 0.0 MB in ")
        assert [line.split() for line in rules] == [["apostrophes", "2"], ["nukta_letters", "2"]]

    def test_keys(self, run: Run) -> None:
        assert run("keys", "--fold", "loose", "--text", "বাড়ী")[1] == matching_key("বাড়ী", fold="loose") + "\n"

    def test_a_bar_on_a_terminal(self, command: Command) -> None:
        pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")
        command.write("a.txt", f"{TYPED}\n" * 40_000)
        reader, writer = pty.openpty()
        process = subprocess.Popen(
            command.arguments("normalize", "a.txt", "-o", "b.txt"),
            cwd=command.folder,
            env=command.environment(),
            stdin=subprocess.DEVNULL,
            stderr=writer,
        )
        os.close(writer)
        shown = b""
        while True:
            try:
                chunk = os.read(reader, 10_000)
            except OSError:  # the other end is closed
                break
            if not chunk:
                break
            shown += chunk
        os.close(reader)
        assert process.wait(timeout=60) == 0
        assert shown.endswith(b"\r\x1b[K")


class TestCheck:
    def test_places_of_a_rule_are_grouped(self, run: Run) -> None:
        write("a.txt", f"{TYPED}\n" * 100)
        status, out, _ = run("check", "a.txt")
        lines = out.splitlines()
        assert status == 1
        assert [line.split(": ")[0] for line in lines] == [
            *(f"a.txt:{number}:{column}" for number in range(1, 6) for column in (3, 9)),
            "apostrophes",
            "nukta_letters",
        ]
        assert lines[-1] == "nukta_letters: 95 more, 100 in all"
        assert len(run("check", "--all", "a.txt")[1].splitlines()) == 200
        assert len(run("check", "--format", "jsonl", "a.txt")[1].splitlines()) == 200

    def test_statistics(self, run: Run) -> None:
        status, out, _ = run("check", "--statistics", "--text", f"{TYPED} {TYPED}")
        assert (status, [line.split(":")[0].split() for line in out.splitlines()]) == (
            1, [["2", "apostrophes"], ["2", "nukta_letters"]],
        )  # fmt: skip
        assert json.loads(run("check", "--statistics", "-f", "jsonl", "--text", "দু’জন")[1])["count"] == 1
        assert run("check", "--statistics", "--text", CLEAN)[:2] == (0, "")

    @pytest.mark.parametrize(
        ("arguments", "rules"),
        [
            (["--select", "apostrophes"], ["apostrophes"]),
            (["--ignore", "apostrophes"], ["nukta_letters"]),
            (["--select", "apostrophes,nukta_letters", "--ignore", "nukta_letters"], ["apostrophes"]),
            (["--ignore", "apostrophes", "--ignore", "nukta_letters"], []),
        ],
    )
    def test_rules_are_chosen(self, run: Run, arguments: list[str], rules: list[str]) -> None:
        status, out, _ = run("check", *arguments, "--text", TYPED)
        assert (status, [line.split()[1] for line in out.splitlines()]) == (1 if rules else 0, rules)
        assert run("check", "--select", "nonsense", "--text", "ক")[0] == 2

    @pytest.mark.parametrize("content", ["@\n", "x\n@\n@\nx\n@", "x\r\n@\r\n", "@", "x\n\n@\n\n"])
    def test_a_difference_that_patch_takes(self, run: Run, content: str) -> None:
        path = write("a.txt", content.replace("@", TYPED))
        status, out, _ = run("check", "--diff", "a.txt")
        assert (status, out.startswith("--- a.txt\n+++ a.txt\n@@ -")) == (1, True)
        lines = path.read_bytes().decode().split("\n")
        for hunk in out.split("\n@@ -")[1:]:
            head, *body = hunk.split("\n")
            at, size = map(int, head.split(" ")[0].split(","))
            lines[at - 1 : at - 1 + size] = [line[1:] for line in body if line.startswith("+")]
        assert "\n".join(lines) == content.replace("@", CLEAN)
        assert out.endswith("\\ No newline at end of file\n") == (not content.endswith("\n"))
        assert run("check", "--diff", "--text", CLEAN)[:2] == (0, "")


class TestSettings:
    def test_the_project_settles_options(self, run: Run) -> None:
        write(
            "pyproject.toml",
            '[tool.banglanorm]\napostrophe = "’"\ndisable = ["nukta_letters"]\nselect = ["apostrophes"]\n',
        )
        assert run("normalize", "--text", "দু'জন বা\u09dcি")[1] == "দু’জন বা\u09dcি\n"
        assert run("normalize", "--apostrophe", "keep", "--text", "দু'জন")[1] == "দু'জন\n"
        assert run("--isolated", "normalize", "--text", TYPED)[1] == f"{CLEAN}\n"
        assert run("normalize", "--disable", "apostrophes", "--text", TYPED)[1] == f"{TYPED}\n"

    @pytest.mark.parametrize(
        ("settings", "named"),
        [
            ("profil = 1", "no setting is called 'profil'"),
            ("output = 'x'", "no setting is called 'output'"),
            ("profile = 'nonsense'", "profile is one of canonical"),
            ("enable = 'apostrophes'", "enable is a list of names"),
            ("jobs = 'two'", "jobs is a number"),
            ("summary = 1", "summary is true or false"),
            ("apostrophe = 1", "apostrophe is text"),
            ("profile =", "cannot read"),
        ],
    )
    def test_wrong_settings(self, run: Run, settings: str, named: str) -> None:
        write("pyproject.toml", f"[tool.banglanorm]\n{settings}\n")
        status, _, err = run("normalize", "--text", "ক")
        assert (status, named in err) == (2, True)
        assert run("--isolated", "normalize", "--text", "ক")[0] == 0

    def test_the_nearest_file_with_settings(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        write("pyproject.toml", '[tool.banglanorm]\nprofile = "canonical"\n')
        write("a/pyproject.toml", "[tool.other]\n")
        monkeypatch.chdir("a")
        assert run("normalize", "--text", "দু’জন")[1] == "দু’জন\n"


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh"])
    def test_a_script(self, run: Run, shell: str) -> None:
        status, out, err = run("completion", shell)
        assert (status, err) == (0, "")
        assert "--field" in out
        assert "romanize" in out
        if shell == "bash":
            checked = subprocess.run(["bash", "-n"], input=out.encode(), capture_output=True, timeout=60, check=False)
            assert (checked.returncode, checked.stderr) == (0, b"")
