"""Tries mutants: first in the loaded library, function by function; those that survive, in a copy of the package.

In the first trial pytest collects the tests once, and every mutant has a fork of that process, in which the functions
of its module get their changed code; tests that killed others run first. What is decided while modules are imported
stays unbroken there, so a mutant has survived only when it passes the tests in a new process too.
"""

import ast
import functools
import gc
import io
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "banglanorm"
PROFILE = "quick"  # few examples of a property: what only many of them notice is noticed too late

_OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-n", "0", "-o", "timeout=0")

# Seconds of processor time, which other work on the machine does not change; a test that takes more never ends, since
# the longest of these tests takes a few.
ENDLESS = 12.0

_IN_A_NEW_PROCESS = """
import resource, sys
seconds = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
import pytest
sys.exit(pytest.main())
"""


@dataclass(frozen=True)
class Change:
    """A module of the package, named by its path in it, and what is to stand in it, with the old line numbers."""

    module: str
    tree: ast.Module


def tried(changes: list[Change], tests: list[str]) -> Iterator[str]:
    """Yield what becomes of each change: "killed", "survived", or "endless" where a test did not end."""
    paths = [str(ROOT / "tests" / test) for test in tests]
    trials = _Trials(changes)
    os.environ["HYPOTHESIS_PROFILE"] = PROFILE
    with redirect_stdout(io.StringIO()) as said, redirect_stderr(said):
        status = pytest.main([*_OPTIONS, f"--rootdir={ROOT}", f"--config-file={ROOT}/pyproject.toml", *paths], [trials])
    if status or len(trials.outcomes) < len(changes):
        raise SystemExit(f"{said.getvalue()}\nthe tests fail on the unbroken package")
    with tempfile.TemporaryDirectory() as folder:
        copy = _Copy(Path(folder), ENDLESS + 10 * trials.seconds)
        for change, outcome in zip(changes, trials.outcomes, strict=True):
            yield outcome if outcome != "survived" else copy.outcome(change, paths)


class _Trials:
    """A plugin that runs the collected tests once for each change, each time in a fork."""

    def __init__(self, changes: list[Change]) -> None:
        self.changes = changes
        self.outcomes: list[str] = []
        self.seconds = 0.0  # of the tests of the unbroken package

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self._forked(session, None) == "survived":
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.seconds = used.ru_utime + used.ru_stime
            self.outcomes = [self._forked(session, change) for change in self.changes]
        return True

    def _forked(self, session: pytest.Session, change: Change | None) -> str:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            if change is not None:
                _break(change)
            failed = _first_failure(session)
            os.write(writer, str(failed).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            failed = pipe.read()
        _, status = os.waitpid(child, 0)
        if failed == "None":
            return "survived"
        if failed:
            session.items.insert(0, session.items.pop(int(failed)))
        return "endless" if os.WTERMSIG(status) == signal.SIGPROF else "killed"


def _first_failure(session: pytest.Session) -> int | None:
    """Run the tests up to the first that fails; its place."""
    for place, item in enumerate(session.items):
        after = session.items[place + 1] if place + 1 < len(session.items) else None
        signal.setitimer(signal.ITIMER_PROF, ENDLESS)
        session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        if session.testsfailed:
            return place
    return None


def _break(change: Change) -> None:
    """Give every function of the loaded module its changed code, and forget what its functions remember."""
    path = str(PACKAGE / change.module)
    codes: dict[tuple[str, int], list[CodeType]] = {}
    for code in _codes(compile(change.tree, path, "exec", dont_inherit=True)):
        codes.setdefault((code.co_qualname, code.co_firstlineno), []).append(code)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename == path:
            found = codes.get((thing.__code__.co_qualname, thing.__code__.co_firstlineno), [])
            if len(found) == 1 and found[0].co_freevars == thing.__code__.co_freevars:
                thing.__code__ = found[0]
        elif isinstance(thing, functools._lru_cache_wrapper) and _is_of(thing.__wrapped__, path):
            thing.cache_clear()


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _is_of(function: object, path: str) -> bool:
    return isinstance(function, FunctionType) and function.__code__.co_filename == path


class _Copy:
    """A copy of the package, in which a module is changed before the tests run in a new process."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self.folder = folder
        self.seconds = round(seconds)
        shutil.copytree(PACKAGE, folder / "banglanorm", ignore=shutil.ignore_patterns("__pycache__"))

    def outcome(self, change: Change, tests: list[str]) -> str:
        module = self.folder / "banglanorm" / change.module
        module.write_text(ast.unparse(change.tree), encoding="utf-8")
        surroundings = {
            "PYTHONPATH": str(self.folder),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "PYTHONDONTWRITEBYTECODE": "",
            "HYPOTHESIS_PROFILE": PROFILE,
        }
        try:
            status = subprocess.run(
                [sys.executable, "-P", "-c", _IN_A_NEW_PROCESS, str(self.seconds), *_OPTIONS, *tests],
                cwd=ROOT,
                env=os.environ | surroundings,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            ).returncode
        finally:
            shutil.copy2(PACKAGE / change.module, module)
        return "endless" if status == -signal.SIGXCPU else "killed" if status else "survived"
