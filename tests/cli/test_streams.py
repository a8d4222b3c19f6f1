"""What every sub-command does with its input and output, seen from outside, under a locale that knows no Bengali."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from depth import sample
from runner import HOSTILE, HOSTILE_IN_DEPTH, Command, until

COMPOSED = "বা\N{BENGALI LETTER RRA}ি"  # changes in every profile
DECOMPOSED = "বা\N{BENGALI LETTER DDA}\N{BENGALI SIGN NUKTA}ি"
LOCALES = [{}, HOSTILE, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1", "PYTHONUNBUFFERED": "1"}]


class TestInput:
    @pytest.mark.parametrize("locale", LOCALES)
    def test_standard_input_is_utf8_whatever_the_locale(self, command: Command, locale: dict[str, str]) -> None:
        result = command("normalize", stdin=COMPOSED.encode(), **locale)
        assert (result.status, result.out, result.err) == (0, DECOMPOSED.encode(), "")

    @pytest.mark.parametrize("arguments", [[], ["-"]])
    def test_no_file_and_a_dash_are_standard_input(self, command: Command, arguments: list[str]) -> None:
        assert command("normalize", *arguments, stdin=COMPOSED.encode()).text == DECOMPOSED

    def test_files_are_read_in_order(self, command: Command) -> None:
        command.write("এক.txt", "এক\n")
        command.write("two.txt", "দুই\n")
        result = command("normalize", "two.txt", "-", "এক.txt", stdin="তিন\n".encode())
        assert result.text == "দুই\nতিন\nএক\n"

    @pytest.mark.parametrize("locale", sample(LOCALES, 1))
    def test_text_option(self, command: Command, locale: dict[str, str]) -> None:
        assert command("normalize", "--text", COMPOSED, **locale).text == DECOMPOSED + "\n"

    def test_text_option_that_is_not_utf8(self, command: Command) -> None:
        result = command("normalize", "--text", "\udcff", LC_ALL="C")
        assert (result.status, result.out) == (2, b"")
        assert result.err.startswith("banglanorm: error: --text is not UTF-8\nbanglanorm: hint: ")

    @pytest.mark.parametrize("locale", LOCALES)
    def test_file_names_are_utf8_whatever_the_locale(self, command: Command, locale: dict[str, str]) -> None:
        command.write("বাংলা.txt", COMPOSED)
        assert '"file": "বাংলা.txt"' in command("explain", "--format", "jsonl", "বাংলা.txt", **locale).text
        assert command("normalize", "নেই.txt", **locale).err.startswith("banglanorm: error: cannot read নেই.txt: ")

    def test_an_option_may_be_bengali_text(self, command: Command) -> None:
        result = command("normalize", "--apostrophe", "’", "--text", "দু'জন", **HOSTILE)
        assert result.text == "দু’জন\n"

    def test_text_and_files_at_once_are_refused(self, command: Command) -> None:
        result = command("normalize", "--text", "ক", "a.txt")
        assert (result.status, result.out) == (2, b"")
        assert result.err == "banglanorm: error: files and --text cannot be read at once\n"

    @pytest.mark.parametrize(
        "text", ["", "ক", "ক\n", "ক\r\nখ\r\n", "ক\rখ\n\n", "ক\N{LINE SEPARATOR}খ\x0b\x0cগ\x1c\x85ঘ"]
    )
    def test_line_ends_stay_as_they_are(self, command: Command, text: str) -> None:
        assert command("normalize", "--profile", "canonical", stdin=text.encode()).out == text.encode()

    def test_byte_order_mark_is_accepted(self, command: Command) -> None:
        result = command("explain", "--format", "jsonl", stdin=b"\xef\xbb\xbf" + COMPOSED.encode())
        assert '"start": 2' in result.text
        assert command("normalize", stdin=b"\xef\xbb\xbf" + COMPOSED.encode()).text == DECOMPOSED

    def test_other_encodings(self, command: Command) -> None:
        command.write("wide.txt", f"ক\r\n{COMPOSED}\n".encode("utf-16"))
        assert command("normalize", "--encoding", "utf-16", "wide.txt").text == f"ক\r\n{DECOMPOSED}\n"
        assert command("normalize", "--encoding", "windows-1252", stdin=b"caf\xe9").text == "café"

    @pytest.mark.parametrize("encoding", ["utf-9", "hex", "rot13", "undefined"])
    def test_unknown_encoding(self, command: Command, encoding: str) -> None:
        result = command("normalize", "--encoding", encoding, stdin=b"a")
        assert (result.status, result.out) == (2, b"")
        assert result.err.startswith(f"banglanorm: error: unknown encoding {encoding!r}\nbanglanorm: hint: ")


class TestBadInput:
    def test_missing_file(self, command: Command) -> None:
        result = command("normalize", "nowhere.txt")
        assert (result.status, result.out) == (2, b"")
        assert result.err == "banglanorm: error: cannot read nowhere.txt: No such file or directory\n"

    def test_folder(self, command: Command) -> None:
        command.write("b.txt", "খ")
        command.write("a.txt", "ক")
        assert [line for line in command("inspect", ".").text.splitlines() if line[0] != " "] == [
            "a.txt:1:1: ক",
            "b.txt:1:1: খ",
        ]

    def test_bad_utf8_is_named_by_file_line_and_byte(self, command: Command) -> None:
        command.write("bad.txt", "ভালো\nখারাপ ".encode() + b"\xe9 \n")
        result = command("normalize", "bad.txt")
        assert result.status == 2
        first, hint = result.err.splitlines()
        assert first == "banglanorm: error: bad.txt:2: byte 17 of the line (0xE9) is not UTF-8"
        assert "--encoding windows-1252" in hint
        assert "--errors replace" in hint
        assert result.text == "ভালো\n"

    def test_bytes_are_counted_with_the_byte_order_mark(self, command: Command) -> None:
        assert "<stdin>:1: byte 5 of the line (0xFF)" in command("check", stdin=b"\xef\xbb\xbfa\xff").err

    def test_utf16_is_recognized(self, command: Command) -> None:
        result = command("normalize", stdin="ক".encode("utf-16"))
        assert result.status == 2
        assert "--encoding utf-16" in result.err

    def test_cut_utf16(self, command: Command) -> None:
        result = command("normalize", "--encoding", "utf-16-le", stdin="ক\nখ".encode("utf-16-le")[:-1])
        assert result.status == 2
        assert result.err.startswith("banglanorm: error: <stdin>:2: ")
        assert result.err.count("\n") == 2

    def test_errors_replace(self, command: Command) -> None:
        result = command("normalize", "--errors", "replace", stdin=b"a\xff" + COMPOSED.encode())
        assert (result.status, result.text) == (0, "a\N{REPLACEMENT CHARACTER}" + DECOMPOSED)

    def test_errors_surrogateescape_hands_bytes_through(self, command: Command) -> None:
        result = command("normalize", "--errors", "surrogateescape", stdin=b"a\xff\n" + COMPOSED.encode())
        assert (result.status, result.out) == (0, b"a\xff\n" + DECOMPOSED.encode())

    def test_json_of_an_escaped_byte_is_still_json(self, command: Command) -> None:
        result = command("inspect", "--format", "jsonl", "--errors", "surrogateescape", stdin=b"\xff")
        assert '"text": "\\udcff"' in result.text


class TestUsage:
    @pytest.mark.parametrize(
        ("arguments", "named"),
        [
            ([], "COMMAND"),
            (["nonsense"], "nonsense"),
            (["normalize", "--nonsense"], "--nonsense"),
            (["normalize", "--profile", "nonsense"], "nonsense"),
            (["normalize", "--apostrophe", "nonsense"], "nonsense"),
            (["normalize", "--disable", "nonsense"], "nonsense"),
            (["explain", "--enable", "nonsense"], "nonsense"),
            (["rules", "nonsense"], "nonsense"),
            (["normalize", "--in-place"], "--in-place"),
            (["normalize", "--in-place", "-"], "--in-place"),
            (["normalize", "--in-place", "-o", "b", "a"], "--in-place"),
        ],
    )
    def test_wrong_usage_is_one_line_and_status_2(self, command: Command, arguments: list[str], named: str) -> None:
        result = command(*arguments, **HOSTILE_IN_DEPTH)
        assert (result.status, result.out) == (2, b"")
        first, *hint = result.err.splitlines()
        assert first.startswith(("banglanorm: error: ", f"banglanorm {' '.join(arguments[:1])}: error: "))
        assert named in first
        assert all(line.startswith("banglanorm: hint: ") for line in hint)

    @pytest.mark.parametrize("name", ["normalize", "explain", "check", "rules", "inspect"])
    def test_help_ends_with_two_examples(self, command: Command, name: str) -> None:
        result = command(name, "--help", **HOSTILE_IN_DEPTH)
        assert (result.status, result.err) == (0, "")
        *_, title, first, second = result.text.rstrip("\n").split("\n")
        assert title == "examples:"
        assert first.startswith("  banglanorm ")
        assert second.startswith("  banglanorm ")

    def test_version(self, command: Command) -> None:
        from banglanorm import __version__

        result = command("--version")
        assert result.status == 0
        assert result.text.startswith(f"banglanorm {__version__} (Unicode ")


class TestOutput:
    def test_output_file(self, command: Command) -> None:
        command.write("in.txt", COMPOSED)
        result = command("normalize", "in.txt", "-o", "out.txt", LC_ALL="C")
        assert (result.status, result.out, result.err) == (0, b"", "")
        assert (command.folder / "out.txt").read_bytes() == DECOMPOSED.encode()
        assert (command.folder / "in.txt").read_bytes() == COMPOSED.encode()

    @pytest.mark.parametrize("alias", ["in.txt", "./in.txt", "link.txt", "hard.txt"])
    def test_the_input_is_not_written_over(self, command: Command, alias: str) -> None:
        path = command.write("in.txt", COMPOSED)
        (command.folder / "link.txt").symlink_to(path)
        (command.folder / "hard.txt").hardlink_to(path)
        result = command("normalize", "in.txt", "-o", alias)
        assert (result.status, result.out) == (2, b"")
        assert result.err.startswith(f"banglanorm: error: {alias} is also the input in.txt\n")
        assert path.read_bytes() == COMPOSED.encode()

    def test_standard_output_that_is_the_input_is_refused(self, command: Command) -> None:
        path = command.write("in.txt", COMPOSED)
        with path.open("ab") as appended:
            done = subprocess.run(
                command.arguments("normalize", "in.txt"),
                cwd=command.folder,
                env=command.environment(),
                stdout=appended,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
        assert done.returncode == 2
        assert b"standard output is also the input" in done.stderr
        assert path.read_bytes() == COMPOSED.encode()

    def test_a_failed_run_leaves_the_old_output_whole(self, command: Command) -> None:
        old = command.write("out.txt", "old")
        command.write("bad.txt", b"fine\n" * 100_000 + b"\xff")
        assert command("normalize", "bad.txt", "-o", "out.txt").status == 2
        assert old.read_bytes() == b"old"
        assert sorted(path.name for path in command.folder.iterdir()) == ["bad.txt", "out.txt"]

    def test_a_device_is_written_not_replaced(self, command: Command) -> None:
        assert command("normalize", "-o", "/dev/null", stdin=b"x").status == 0
        assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)

    def test_unwritable_output(self, command: Command) -> None:
        result = command("normalize", "-o", "no/such/folder.txt", stdin=b"x")
        assert (result.status, result.out) == (2, b"")
        assert result.err == "banglanorm: error: cannot write to no/such/folder.txt: No such file or directory\n"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
    @pytest.mark.parametrize("size", [1, 1_000_000])
    def test_full_disk(self, command: Command, size: int) -> None:
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                command.arguments("normalize"),
                input=b"x\n" * size,
                env=command.environment(),
                stdout=full,
                stderr=subprocess.PIPE,
                timeout=60,
                check=False,
            )
        assert done.returncode == 2
        assert done.stderr == b"banglanorm: error: cannot write to standard output: No space left on device\n"

    def test_no_colour_for_a_pipe(self, command: Command) -> None:
        assert b"\033" not in command("explain", stdin=COMPOSED.encode()).out


class TestTerminal:
    """What a person at a terminal sees; a pseudo-terminal stands for it."""

    def shown(self, command: Command, **variables: str) -> bytes:
        pty = pytest.importorskip("pty", reason="the system has no pseudo-terminals")
        reader, writer = pty.openpty()
        done = subprocess.run(
            command.arguments("explain", "--text", COMPOSED),
            env=command.environment(**variables),
            stdout=writer,
            timeout=60,
            check=True,
        )
        os.close(writer)
        shown = os.read(reader, 10_000)
        os.close(reader)
        assert done.returncode == 0
        return shown

    def test_colour(self, command: Command) -> None:
        shown = self.shown(command)
        assert f"\033[31m{COMPOSED}\033[0m".encode() in shown
        assert f"\033[32m{DECOMPOSED}\033[0m".encode() in shown

    @pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_colour_is_not_forced(self, command: Command, variables: dict[str, str]) -> None:
        assert b"\033" not in self.shown(command, **variables)


class TestInPlace:
    def test_only_the_files_that_change_are_written(self, command: Command) -> None:
        changed = command.write("changed.txt", COMPOSED + "\r\n")
        same = command.write("same.txt", b"\xef\xbb\xbf" + DECOMPOSED.encode())
        before = same.stat()
        result = command("normalize", "--in-place", "changed.txt", "same.txt", LC_ALL="C")
        assert (result.status, result.out, result.err) == (0, b"", "")
        assert changed.read_bytes() == (DECOMPOSED + "\r\n").encode()
        assert same.read_bytes() == b"\xef\xbb\xbf" + DECOMPOSED.encode()
        assert (same.stat().st_ino, same.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_the_mode_of_the_file_and_a_link_to_it_stay(self, command: Command) -> None:
        path = command.write("a.txt", COMPOSED)
        path.chmod(0o640)
        link = command.folder / "link.txt"
        link.symlink_to("a.txt")
        assert command("normalize", "--in-place", "link.txt").status == 0
        assert link.is_symlink()
        assert path.read_text(encoding="utf-8") == DECOMPOSED
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_bad_input_leaves_the_file_whole(self, command: Command) -> None:
        content = COMPOSED.encode() + b"\n\xff"
        path = command.write("a.txt", content)
        assert command("normalize", "--in-place", "a.txt").status == 2
        assert path.read_bytes() == content
        assert list(command.folder.iterdir()) == [path]

    def test_only_regular_files(self, command: Command) -> None:
        result = command("normalize", "--in-place", "/dev/null")
        assert (result.status, result.err) == (2, "banglanorm: error: cannot rewrite /dev/null: not a regular file\n")

    def test_interrupted_run_leaves_the_file_whole(self, command: Command) -> None:
        content = (COMPOSED + "\n").encode() * 500_000
        path = command.write("big.txt", content)
        process = subprocess.Popen(
            command.arguments("normalize", "--in-place", "big.txt"),
            cwd=command.folder,
            env=command.environment(),
            stderr=subprocess.PIPE,
        )
        until(lambda: any(p.stat().st_size for p in command.folder.glob(".banglanorm-*")))
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        first, hint = err.decode().splitlines()
        assert (process.returncode, first) == (130, "banglanorm: interrupted")
        assert hint == "banglanorm: hint: every file is whole; the same command goes on with those that were not done"
        assert path.read_bytes() == content
        assert list(command.folder.iterdir()) == [path]


class TestStreaming:
    def start(self, command: Command, *arguments: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            command.arguments(*arguments),
            cwd=command.folder,
            env=command.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def test_closed_pipe_is_silent(self, command: Command) -> None:
        command.write("big.txt", (COMPOSED + "\n") * 200_000)
        process = self.start(command, "normalize", "big.txt")
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (141, b"")

    def test_pipe_closed_before_anything_is_written(self, command: Command) -> None:
        process = self.start(command, "normalize")
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate(COMPOSED.encode(), timeout=60)
        assert (process.returncode, err) == (141, b"")

    def test_interrupt_while_waiting_for_input(self, command: Command) -> None:
        process = self.start(command, "normalize")
        assert process.stdin is not None
        assert process.stdout is not None
        # More than the buffer of the output holds: when something comes out, the command is at work.
        process.stdin.write((COMPOSED + "\n").encode() * 3_000)
        process.stdin.flush()
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (130, b"banglanorm: interrupted\n")

    def test_error_after_the_pipe_was_closed(self, command: Command) -> None:
        process = self.start(command, "normalize")
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(COMPOSED.encode() + b"\n\xff\n")
        process.stdout.close()
        process.stdout = None
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (141, b"")

    def test_closed_standard_streams(self, command: Command) -> None:
        shell = ["sh", "-c", f"'{sys.executable}' -m banglanorm normalize >&-"]
        done = subprocess.run(
            shell, input=b"x", capture_output=True, env=command.environment(), timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (2, b"banglanorm: error: standard output is closed\n")

    @pytest.mark.parametrize("name", sample(["normalize", "explain", "check", "inspect"], 1))
    def test_memory_does_not_grow_with_the_input(self, command: Command, name: str) -> None:
        pytest.importorskip("resource", reason="the system does not tell how much memory a program took")
        small = self.peak(command, name, lines=2_000)
        large = self.peak(command, name, lines=20_000)
        assert large < small * 1.1

    def peak(self, command: Command, name: str, lines: int) -> int:
        """The most memory a run takes, as the system counts it; the lines all differ, so that none is remembered."""
        command.write("in.txt", "".join(f"{number} {COMPOSED} ক{number}খ\n" for number in range(lines)))
        program = (
            "import resource, sys; from banglanorm.cli import main; "
            f"status = main(['{name}', 'in.txt', '-o', '/dev/null']); "
            "print(status, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        out = subprocess.run(
            [sys.executable, "-c", program],
            cwd=command.folder,
            env=command.environment(),
            capture_output=True,
            timeout=60,
            check=True,
        ).stdout
        status, peak = map(int, out.split())
        assert status in (0, 1)
        return peak
