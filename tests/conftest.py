"""Fixtures that several test modules share."""

from pathlib import Path

import pytest
from runner import Command


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)
