"""PyInstaller: the program of the page, frozen by the commands of the page, finds tables and modules."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "engines" / "pyinstaller.md"


@pytest.mark.timeout(600)
def test_the_program_of_the_page_runs_frozen(tmp_path: Path) -> None:
    blocks = dict(re.findall(r"^```(\w+)\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))
    (tmp_path / "clean.py").write_text(blocks["python"], encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment["PATH"] = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment["PYINSTALLER_CONFIG_DIR"] = str(tmp_path / "config")
    done = subprocess.run(
        ["bash", "-euc", blocks["sh"]],
        cwd=tmp_path,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=500,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.decode() == blocks["text"]
    assert not (tmp_path / "dist" / "clean" / "_internal" / "pyarrow").exists()
