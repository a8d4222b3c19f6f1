"""Fixtures that several test modules share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings
from runner import Command

# Machines are slow and shared, so no example has a deadline. HYPOTHESIS_PROFILE=deep looks further, at new examples.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.register_profile("deep", deadline=None, max_examples=3000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)
