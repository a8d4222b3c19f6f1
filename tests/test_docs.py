"""Every code block of the README and of the pages in docs/ runs and prints what it says."""

import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import peers
import pytest
from depth import WHOLE
from forks import Forks
from rows import each_row
from runner import HOME, Command
from sybil import Example, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from wcwidth import wcswidth

from banglanorm.cli import main

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
HOSTS = {*(DOCS / "engines").glob("*.md")} - {DOCS / "engines" / "index.md"}  # run by tests/integrations/test_pages.py
PAGES = [ROOT / "README.md", *sorted({*DOCS.rglob("*.md")} - HOSTS)]
NARROW = 88  # columns of code that are read without scrolling
BLOCK = re.compile(r"^```(\w*).*\n", re.MULTILINE)
HELP = re.compile(r"\$ banglanorm (\w* ?--help)\n([^$]*)")
PLAIN = re.compile(r"banglanorm (?:[^\n'\"|<>;&$*?~(){}\\\\#`]|'[^'\n]*')*+")  # a command without anything for a shell
END = "--- end of output, status $? ---"


def script(block: str) -> tuple[str, list[str]]:
    """Turn a block of ``$ command`` and output into a shell script, and the outputs that its commands should have."""
    commands: list[str] = []
    outputs: list[str] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            commands.append(line[2:])
            outputs.append("")
        else:
            outputs[-1] += line
    # After each command a line that no command prints; the brackets hand on the status for a later `echo $?`.
    marked = "".join(f"{command}s=$?; echo '{END}'; (exit $s)\n" for command in commands)
    return marked, outputs


def run_console(example: Example) -> str:
    """Run the block in the folder of its page, where the commands of earlier blocks may have left files."""
    helped = HELP.fullmatch(example.parsed)
    if helped:  # most blocks of the page on the command; a process for each takes long
        printed = io.StringIO()
        with redirect_stdout(printed):
            assert main(helped[1].split()) == 0
        return "" if squeezed(printed.getvalue()) == squeezed(helped[2]) else printed.getvalue()
    marked, expected = script(example.parsed)
    folder = Path(example.namespace["folder"])
    if (printed := forked(example.parsed, folder, example.namespace["forks"])) is not None:
        return "" if list(map(squeezed, printed)) == list(map(squeezed, expected)) else "\n---\n".join(printed)
    done = subprocess.run(
        ["bash", "-c", f"banglanorm() {{ '{sys.executable}' -m banglanorm \"$@\"; }}\n{marked}"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": HOME},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=60,
        check=False,
    )
    printed = done.stdout.decode().split(f"{END}\n")[:-1]
    if [squeezed(text) for text in printed] == [squeezed(text) for text in expected]:
        return ""
    return "\n---\n".join(printed)


def forked(block: str, folder: Path, forks: Forks) -> list[str] | None:
    """What the commands print that need no shell, in the ordinary run; None where any needs one."""
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    if WHOLE or not all(PLAIN.fullmatch(command) for command in commands):
        return None
    runs = (forks.run(shlex.split(command)[1:], folder, Command.environment(), b"") for command in commands)
    return [(out + err).decode() for _, out, err in runs]


def squeezed(text: str) -> str:
    """Pythons differ in how far argparse indents; the words and their lines are the same."""
    return re.sub(r"(?<=\S) {2,}", "  ", text)


def blocks(page: Path) -> Iterator[Example]:
    sybil = Sybil(parsers=[PythonCodeBlockParser(), CodeBlockParser("console", run_console)])
    yield from sybil.parse(page).examples()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_block_runs(page: Path, forks: Forks) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for example in blocks(page):
            example.namespace |= {"folder": folder, "forks": forks}
            assert example.evaluate() is None  # an example that fails raises


@each_row("page", PAGES)
def test_every_block_is_of_a_kind_that_is_run(page: Path) -> None:
    opened = BLOCK.findall(page.read_text(encoding="utf-8"))[::2]
    # The README's two blocks marked sh are run by .ci/run on a clean copy of the project; text is a drawing.
    assert set(opened) <= {"python", "console", "sh" if page.name == "README.md" else "text"}


def test_a_wrong_block_is_noticed(tmp_path: Path, forks: Forks) -> None:
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo এক\nদুই\n```\n\n```python\n>>> 1\n2\n```\n", encoding="utf-8")
    wrong, also_wrong = blocks(page)
    wrong.namespace |= {"folder": str(tmp_path), "forks": forks}
    for example in (wrong, also_wrong):
        with pytest.raises(AssertionError):
            example.evaluate()


def test_every_command_shows_its_help_on_the_command_line_page() -> None:
    from banglanorm import cli

    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    shown = re.findall(r"^\$ banglanorm (\w*) ?--help$", page, re.MULTILINE)
    assert shown == ["", *cli._COMMANDS]


def test_the_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^):]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_page_is_in_the_table_of_contents() -> None:
    index = (DOCS / "index.md").read_text(encoding="utf-8") + (DOCS / "bn" / "index.md").read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([\w/-]+\.md)\)", index.replace("](tutorial.md): দশ", "](bn/tutorial.md): দশ")))
    assert linked == {str(page.relative_to(DOCS)) for page in PAGES[1:]} - {"index.md"}


def test_code_is_read_without_scrolling() -> None:
    lines = [(page.name, line) for page in PAGES for line in page.read_text(encoding="utf-8").splitlines()]
    code = [(page, line) for page, line in lines if line.startswith((">>> ", "... "))]
    assert [(page, line) for page, line in code if wcswidth(line) > NARROW] == []


def test_the_table_of_peers_is_what_the_library_does_now() -> None:
    page = (DOCS / "comparison.md").read_text(encoding="utf-8")
    right = Counter(case["kind"] for case in peers.read_cases() if peers.outcome(peers.banglanorm(), case)[0])
    counts = re.search(r"^\| banglanorm \| \S+ \| (\d+) of \d+ \| (\d+) of \d+ \|", page, re.MULTILINE)
    assert counts is not None
    assert (int(counts[1]), int(counts[2])) == (right["mend"], right["keep"])
