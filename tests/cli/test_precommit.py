"""The hooks that the docs tell to put into a project do what they say, run by pre-commit itself."""

import os
import subprocess
import sys
import textwrap
from pathlib import Path

from runner import HOME

PAGE = Path(__file__).parents[2] / "docs" / "corpora.md"


def documented() -> str:
    page = PAGE.read_text(encoding="utf-8")
    lines = page[page.index("    repos:\n") :].split("\n")
    end = next(at for at, line in enumerate(lines) if line and not line.startswith("    "))
    return textwrap.dedent("\n".join(lines[:end]))


def test_the_documented_hooks(tmp_path: Path) -> None:
    shim = tmp_path / "bin" / "banglanorm"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m banglanorm "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    project = tmp_path / "project"
    project.mkdir()
    (project / ".pre-commit-config.yaml").write_text(documented(), encoding="utf-8")
    (project / "a.txt").write_text("দু’জন\n", encoding="utf-8")
    (project / "a.py").write_text("x = 'দু’জন'\n", encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "PATH": f"{shim.parent}:{os.environ['PATH']}",
        "PYTHONPATH": HOME,
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
    }

    def run(*command: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command, cwd=project, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", timeout=120, check=False,
        )  # fmt: skip

    assert run("git", "init", "--quiet").returncode == 0
    assert run("git", "add", ".").returncode == 0
    hooks = (sys.executable, "-m", "pre_commit", "run", "--all-files")
    checked = run(*hooks, "banglanorm-check")
    assert checked.returncode == 1
    assert "a.txt:1:3: apostrophes" in checked.stdout
    assert run(*hooks, "banglanorm").returncode == 1  # the file was rewritten
    assert (project / "a.txt").read_text(encoding="utf-8") == "দু'জন\n"
    assert (project / "a.py").read_text(encoding="utf-8") == "x = 'দু’জন'\n"
    again = run(*hooks)
    assert (again.returncode, again.stdout.count("Passed")) == (0, 2)
