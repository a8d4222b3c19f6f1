"""What happens to the files that a command writes: modes, owners, links, signals, full disks, names of every kind."""

import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from depth import sample
from runner import Command, until

COMPOSED = "বা\N{BENGALI LETTER RRA}ি\n"
DECOMPOSED = "বা\N{BENGALI LETTER DDA}\N{BENGALI SIGN NUKTA}ি\n"
BIG = COMPOSED * 500_000


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def shell(command: Command, line: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of bash in which ``banglanorm`` is the command."""
    call = f"banglanorm() {{ '{sys.executable}' -m banglanorm \"$@\"; }}; {line}"
    return subprocess.run(
        ["bash", "-c", call],
        cwd=command.folder,
        env=command.environment(),
        capture_output=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


class TestModes:
    @pytest.mark.parametrize("how", [["-i", "a.txt"], ["in.txt", "-o", "a.txt"]])
    @pytest.mark.parametrize("bits", [0o600, 0o640, 0o664, 0o755, 0o4755])
    def test_the_mode_stays(self, command: Command, how: list[str], bits: int) -> None:
        command.write("in.txt", COMPOSED)
        path = command.write("a.txt", COMPOSED)
        path.chmod(bits)
        assert command("normalize", *how).status == 0
        assert path.read_text(encoding="utf-8") == DECOMPOSED
        assert mode(path) == bits

    def test_a_new_file_gets_what_the_mask_leaves(self, command: Command) -> None:
        assert shell(command, "umask 027; banglanorm normalize -t ক -o new.txt").returncode == 0
        assert mode(command.folder / "new.txt") == 0o640

    @pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser gives files away")
    def test_the_owner_stays(self, command: Command) -> None:
        path = command.write("a.txt", COMPOSED)
        os.chown(path, 12345, 54321)
        path.chmod(0o6755)
        assert command("normalize", "-i", "a.txt").status == 0
        assert (path.stat().st_uid, path.stat().st_gid, mode(path)) == (12345, 54321, 0o6755)

    @pytest.mark.skipif(not hasattr(os, "setxattr"), reason="the system has no extended attributes")
    def test_extended_attributes_stay(self, command: Command) -> None:
        path = command.write("a.txt", COMPOSED)
        try:
            os.setxattr(path, "user.origin", b"somewhere")
        except OSError:
            pytest.skip("the file system has no extended attributes")
        assert command("normalize", "-i", "a.txt").status == 0
        assert os.getxattr(path, "user.origin") == b"somewhere"

    def test_the_draft_is_for_nobody_else(self, command: Command) -> None:
        command.write("a.txt", BIG).chmod(0o644)
        process = subprocess.Popen(
            command.arguments("normalize", "-i", "a.txt"), cwd=command.folder, env=command.environment()
        )
        until(lambda: bool(list(command.folder.glob(".banglanorm-*"))))
        modes = {mode(path) for path in command.folder.glob(".banglanorm-*")}
        process.kill()
        process.wait()
        assert modes == {0o600}


class TestReadOnly:
    @pytest.mark.parametrize("how", [["-i", "a.txt"], ["in.txt", "-o", "a.txt"]])
    def test_it_is_refused_and_can_be_forced(self, command: Command, how: list[str]) -> None:
        command.write("in.txt", COMPOSED)
        path = command.write("a.txt", COMPOSED)
        path.chmod(0o444)
        result = command("normalize", *how)
        assert (result.status, path.read_text(encoding="utf-8")) == (2, COMPOSED)
        assert result.err.splitlines() == [
            "banglanorm: error: cannot write to a.txt: it is read-only",
            "banglanorm: hint: --force writes it all the same",
        ]
        assert command("normalize", "--force", *how).status == 0
        assert (path.read_text(encoding="utf-8"), mode(path)) == (DECOMPOSED, 0o444)


class TestLinks:
    @pytest.mark.parametrize("how", [["-i", "a.txt"], ["in.txt", "-o", "a.txt"]])
    def test_the_other_names_of_a_file_are_rewritten_with_it(self, command: Command, how: list[str]) -> None:
        command.write("in.txt", COMPOSED)
        path = command.write("a.txt", COMPOSED * 3)
        other = command.folder / "b.txt"
        other.hardlink_to(path)
        path.chmod(0o640)
        assert command("normalize", *how).status == 0
        assert other.samefile(path)
        assert other.read_text(encoding="utf-8") == DECOMPOSED * (3 if how[0] == "-i" else 1)
        assert mode(other) == 0o640
        assert not list(command.folder.glob(".banglanorm-*"))

    @pytest.mark.parametrize("how", [["-i", "a"], ["-o", "a"], ["a"], ["check", "a"]])
    def test_a_loop_is_one_line(self, command: Command, how: list[str]) -> None:
        (command.folder / "a").symlink_to("b")
        (command.folder / "b").symlink_to("a")
        result = command(*(how if how[0] == "check" else ["normalize", *how]))
        assert (result.status, result.err.count("\n")) == (2, 1)
        assert "a: Too many levels of symbolic links" in result.err

    def test_a_link_to_what_is_not_there_yet(self, command: Command) -> None:
        (command.folder / "link").symlink_to("new.txt")
        assert command("normalize", "-o", "link", stdin=COMPOSED.encode()).status == 0
        assert (command.folder / "link").is_symlink()
        assert (command.folder / "new.txt").read_text(encoding="utf-8") == DECOMPOSED


class TestSignals:
    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_no_draft_is_left(self, command: Command, number: int) -> None:
        path = command.write("a.txt", BIG)
        process = subprocess.Popen(
            command.arguments("normalize", "-i", "a.txt"),
            cwd=command.folder,
            env=command.environment(),
            stderr=subprocess.PIPE,
        )
        until(lambda: any(p.stat().st_size for p in command.folder.glob(".banglanorm-*")))
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
        assert (process.returncode, err) == (-number, b"")
        assert path.stat().st_size == len(BIG.encode())
        assert list(command.folder.iterdir()) == [path]

    def test_a_signal_that_is_ignored_stays_so(self, command: Command) -> None:
        path = command.write("a.txt", BIG[: len(BIG) // 4])
        process = subprocess.Popen(
            command.arguments("normalize", "-i", "a.txt"),
            cwd=command.folder,
            env=command.environment(),
            preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        )
        until(lambda: any(p.stat().st_size for p in command.folder.glob(".banglanorm-*")))
        process.send_signal(signal.SIGHUP)
        assert process.wait(timeout=60) == 0
        assert path.read_text(encoding="utf-8").startswith(DECOMPOSED)


class TestEncodings:
    @pytest.mark.parametrize(
        ("name", "mark", "written"),
        [
            ("utf-8", b"\xef\xbb\xbf", "utf-8"),
            ("utf-8", b"", "utf-8"),
            ("utf-8-sig", b"\xef\xbb\xbf", "utf-8"),
            ("utf-8-sig", b"", "utf-8"),
            ("utf-16", b"\xff\xfe", "utf-16-le"),
            ("utf-16", b"\xfe\xff", "utf-16-be"),
            ("UTF-16-BE", b"", "utf-16-be"),
            ("utf-32", b"\xff\xfe\0\0", "utf-32-le"),
            ("utf-7", b"", "utf-7"),
        ],
    )
    def test_in_place_keeps_the_encoding_and_its_mark(
        self, command: Command, name: str, mark: bytes, written: str
    ) -> None:
        path = command.write("a.txt", mark + f"ক\r\n{COMPOSED}".encode(written))
        assert command("normalize", "-i", "-e", name, "a.txt").status == 0
        content = path.read_bytes()
        assert content.startswith(mark)
        assert content[len(mark) :].decode(written) == f"ক\r\n{DECOMPOSED}"

    def test_what_the_encoding_does_not_have_is_refused(self, command: Command) -> None:
        path = command.write("a.txt", b"caf\xe9 \xe9\n")
        result = command("normalize", "-i", "-e", "windows-1252", "--errors", "replace", "a.txt")
        assert (result.status, path.read_bytes()) == (0, b"caf\xe9 \xe9\n")
        broken = b"caf\x81\n"
        path.write_bytes(broken)
        result = command("normalize", "-i", "-e", "windows-1252", "--errors", "replace", "a.txt")
        assert (result.status, path.read_bytes()) == (2, broken)
        assert result.err == "banglanorm: error: cannot write '\ufffd' (U+FFFD) to a.txt in WINDOWS-1252\n"


class TestTheInputIsNotTheOutput:
    @pytest.mark.parametrize(
        "line",
        sample(
            [
                "banglanorm normalize < f >> f",
                "banglanorm normalize - < f >> f",
                "banglanorm normalize f >> f",
                "banglanorm normalize /dev/stdin < f >> f",
                "banglanorm normalize < f -o f",
                "banglanorm normalize < f -o /dev/stdout >> f",
                "banglanorm explain < f -o ./f",
                "banglanorm normalize < f -o /dev/fd/7 7>> f",
            ],
            3,
        ),
    )
    def test_it_is_refused(self, command: Command, line: str) -> None:
        path = command.write("f", COMPOSED)
        done = shell(command, line)
        assert done.returncode == 2
        assert done.stderr.decode().splitlines()[0].endswith(("is also the input f", "is also the input standard input",
                                                              "is also the input /dev/stdin"))  # fmt: skip
        assert path.read_text(encoding="utf-8") == COMPOSED

    def test_a_text_needs_no_standard_input(self, command: Command) -> None:
        path = command.write("f", COMPOSED)
        assert shell(command, "banglanorm normalize --text ক < f >> f").returncode == 0
        assert path.read_text(encoding="utf-8") == COMPOSED + "ক\n"


class TestDescriptors:
    @pytest.mark.parametrize(
        "line",
        sample(
            [
                "banglanorm normalize a -o /dev/stdout",
                "banglanorm normalize a -o /dev/stdout | cat",
                "banglanorm normalize a -o /dev/fd/1 | cat",
                "banglanorm normalize a -o /proc/self/fd/1 | cat",
                "banglanorm normalize a -o /dev/fd/5 5>&1",
                "banglanorm normalize a -o >(cat); wait",
                "mkfifo p; banglanorm normalize a -o p & cat p",
                "banglanorm normalize a -o /dev/stdout > out; cat out",
                "banglanorm normalize <(cat a)",
            ],
            3,
        ),
    )
    def test_they_are_written_themselves(self, command: Command, line: str) -> None:
        command.write("a", COMPOSED)
        done = shell(command, line)
        assert (done.returncode, done.stdout.decode(), done.stderr) == (0, DECOMPOSED, b"")

    def test_what_was_there_stays_before_it(self, command: Command) -> None:
        command.write("a", COMPOSED)
        done = shell(command, "echo first > out; banglanorm normalize a -o /dev/stdout >> out; cat out")
        assert done.stdout.decode() == f"first\n{DECOMPOSED}"

    def test_a_closed_descriptor_is_one_line(self, command: Command) -> None:
        result = command("normalize", "-o", "/dev/fd/77")
        assert result.status == 2
        assert result.err == "banglanorm: error: cannot write to /dev/fd/77: Bad file descriptor\n"


class TestFullDisks:
    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
    @pytest.mark.parametrize(
        "line",
        sample(
            [
                "banglanorm --help > /dev/full",
                "banglanorm normalize --help > /dev/full",
                "PYTHONUNBUFFERED=1 banglanorm --help > /dev/full",
                "banglanorm --version > /dev/full",
                "banglanorm rules > /dev/full",
                "banglanorm normalize -t ক > /dev/full",
            ],
            2,
        ),
    )
    def test_standard_output(self, command: Command, line: str) -> None:
        done = shell(command, line)
        assert done.returncode == 2
        assert done.stderr == b"banglanorm: error: cannot write to standard output: No space left on device\n"

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
    @pytest.mark.parametrize(
        "line",
        sample(
            [
                "banglanorm nonsense 2> /dev/full",
                "banglanorm normalize nowhere.txt 2> /dev/full",
                "banglanorm normalize --profile x 2> /dev/full",
                "PYTHONUNBUFFERED=1 banglanorm normalize --profile x 2> /dev/full",
                "banglanorm rules > /dev/full 2> /dev/full",
            ],
            2,
        ),
    )
    def test_standard_error(self, command: Command, line: str) -> None:
        done = shell(command, line)
        assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")

    @pytest.mark.parametrize("how", [["-i", "a.txt"], ["in.txt", "-o", "a.txt"], ["in.txt", "-o", "/dev/full"]])
    @pytest.mark.parametrize("lines", sample([3_000, 100], 1))
    def test_a_file_is_named_and_left_whole(self, command: Command, how: list[str], lines: int) -> None:
        content = COMPOSED * lines
        command.write("in.txt", content)
        path = command.write("a.txt", content)
        done = subprocess.run(
            command.arguments("normalize", *how),
            cwd=command.folder,
            env=command.environment(),
            capture_output=True,
            timeout=60,
            check=False,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)),
        )
        why = "No space left on device" if how[-1] == "/dev/full" else "File too large"
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"banglanorm: error: cannot write to {how[-1]}: {why}\n"
        assert path.read_text(encoding="utf-8") == content
        assert sorted(path.name for path in command.folder.iterdir()) == ["a.txt", "in.txt"]


class TestNames:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["normalize", "-i", ""],
            ["normalize", ""],
            ["check", ""],
            ["normalize", "-t", "a", "-o", ""],
            ["normalize", "a.txt", "-o", ""],
        ],
    )
    def test_an_empty_name_is_one_line(self, command: Command, arguments: list[str]) -> None:
        result = command(*arguments)
        assert (result.status, result.err) == (2, "banglanorm: error: the name of a file is empty\n")

    EVIL = "a\x1b[31m\n\u202e\x9bb.txt"
    SHOWN = "a\\x1b[31m\\n\\u202e\\x9bb.txt"

    @pytest.mark.parametrize(
        "arguments",
        [
            ["normalize", EVIL],
            ["normalize", "-i", EVIL],
            ["normalize", "-t", "a", "-o", f"{EVIL}/x"],
            ["rules", EVIL],
            ["normalize", "--profile", EVIL],
            ["normalize", "--enable", EVIL],
            ["normalize", "-e", EVIL],
            ["normalize", "--reference", EVIL],
            ["normalize", f"--{EVIL}"],
            ["romanize", "--limit", EVIL],
            [EVIL],
        ],
    )
    def test_control_characters_are_escaped_in_messages(self, command: Command, arguments: list[str]) -> None:
        result = command(*arguments)
        assert result.status == 2
        assert result.err.count("\n") <= 2
        assert not set(result.err) & set("\x1b\u202e\x9b")

    @pytest.mark.parametrize("arguments", [["check"], ["explain"], ["inspect"], ["numbers"], ["dates"]])
    def test_and_in_listings_but_json_has_the_name(self, command: Command, arguments: list[str]) -> None:
        command.write(self.EVIL, f"{COMPOSED}১২ টাকা ১২ মে ২০২০\n")
        result = command(*arguments, self.EVIL)
        assert self.SHOWN in result.text
        assert not set(result.text) & set("\x1b\u202e\x9b")
        assert "a\\u001b[31m\\n\u202e\x9bb.txt" in command(*arguments, "--format", "jsonl", self.EVIL).text


class TestStatus:
    def test_a_fault_of_the_program_is_not_status_1(self, command: Command) -> None:
        program = (
            "from banglanorm.cli import main, rules; rules.run = lambda args: 1 / 0; raise SystemExit(main(['rules']))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program], env=command.environment(), capture_output=True, timeout=60, check=False
        )
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"ZeroDivisionError" in done.stderr
        assert done.stderr.endswith(b"banglanorm: error: this is a fault of banglanorm, not of the input\n")
