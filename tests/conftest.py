"""Fixtures that several test modules share."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from forks import Forks
from hypothesis import Phase, settings
from runner import Command

# A shell that runs the tests in the background has them ignore these, and what they start would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

# How fast an example runs says nothing on a machine that does other things too; benchmarks measure speed.
settings.register_profile("default", deadline=None, max_examples=10)
settings.register_profile(  # for mutants.py: that an example fails is enough, which one is the smallest does not matter
    "quick", deadline=None, max_examples=10, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
settings.register_profile("check", deadline=None, max_examples=15, derandomize=True, print_blob=True)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True, print_blob=True)
settings.register_profile("deep", deadline=None, max_examples=1000)  # for a search by hand: HYPOTHESIS_PROFILE=deep
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "default"))


@pytest.fixture(scope="session")
def forks() -> Iterator[Forks]:
    forks = Forks(Command.environment())
    yield forks
    forks.close()


@pytest.fixture
def command(tmp_path: Path, forks: Forks) -> Command:
    return Command(tmp_path, forks)
