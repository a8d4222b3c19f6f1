"""Runs the command as a process of its own, the way a user does."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from depth import WHOLE
from forks import Forks

import banglanorm

# What a terminal in a bare container may say: no UTF-8 anywhere, and nothing that Python could be mended by.
HOSTILE = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
# For tests of something else that are hostile too; the ordinary run takes the fork.
HOSTILE_IN_DEPTH = HOSTILE if WHOLE else {}
DECIDED_AT_START = ("LC_", "LANG", "PYTHON")  # variables that only a new interpreter looks at
# Where the package under test lies, installed or not, so that a new interpreter finds the same one.
HOME = str(Path(banglanorm.__file__).parents[1])


@dataclass(frozen=True)
class Result:
    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


class Command:
    """Runs ``python -m banglanorm`` in a folder of its own; in the ordinary run a fork that stands for it."""

    def __init__(self, folder: Path, forks: Forks) -> None:
        self.folder = folder
        self._forks = forks

    @staticmethod
    def environment(**variables: str) -> dict[str, str]:
        dropped = ("LC_", "LANG", "PYTHONIO", "PYTHONUTF8", "PYTHONUNBUFFERED", "NO_COLOR")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
        return kept | {"PYTHONPATH": HOME, "PYTHONWARNINGS": "error", "TERM": "xterm"} | variables

    def arguments(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "banglanorm", *arguments]

    def __call__(self, *arguments: str, stdin: bytes = b"", **variables: str) -> Result:
        environment = self.environment(**variables)
        if WHOLE or any(name.startswith(DECIDED_AT_START) for name in variables):
            done = subprocess.run(
                self.arguments(*arguments),
                input=stdin,
                capture_output=True,
                cwd=self.folder,
                env=environment,
                timeout=60,
                check=False,
            )
            status, out, err = done.returncode, done.stdout, done.stderr
        else:
            status, out, err = self._forks.run(list(arguments), self.folder, environment, stdin)
        return Result(status, out, err.decode("utf-8"))

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


def until(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.005)
