"""Print the requirements of the project and of the extras named, so that tools can run where it is not installed."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for extra in (project["dependencies"], *(project["optional-dependencies"][name] for name in sys.argv[1:])):
    print(*extra, sep="\n")
