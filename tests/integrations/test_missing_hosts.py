"""Without its host an adapter says which extra brings it; the library itself needs none."""

import os
import subprocess
import sys

import pytest
from rows import each_row
from runner import HOME

from banglanorm.integrations.hosts import host

# Adapter -> what it imports.
ADAPTERS = {
    "datasets": "datasets",
    "pandas": "pandas",
    "polars": "polars",
    "sklearn": "sklearn",
    "spacy": "spacy",
    "spark": "pyspark",
}


# As if the package were not installed, whether it is or not.
HIDDEN = """
import sys
from importlib.machinery import PathFinder
find = PathFinder.find_spec
PathFinder.find_spec = lambda name, *rest: None if name == {package!r} else find(name, *rest)
"""


def run(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": HOME},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@each_row("adapter", ADAPTERS)
def test_a_missing_host_names_the_extra(adapter: str) -> None:
    done = run(HIDDEN.format(package=ADAPTERS[adapter]) + f"import banglanorm.integrations.{adapter}")
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ModuleNotFoundError: ")
    assert last.endswith(f" is not installed: pip install 'banglanorm[{adapter}]'")


def test_what_a_host_itself_lacks_is_another_error() -> None:
    error = ModuleNotFoundError("No module named 'pytz'", name="pytz")
    with pytest.raises(ModuleNotFoundError, match=r"^No module named 'pytz'$"), host("pandas", extra="pandas"):
        raise error


def test_the_library_loads_no_host() -> None:
    done = run(
        "import sys, banglanorm\n"
        "for name in banglanorm.__all__: getattr(banglanorm, name)\n"
        f"print(set(sys.modules) & {set(ADAPTERS.values()) | {'numpy', 'pyarrow'}})"
    )
    assert done.stdout == "set()\n"
