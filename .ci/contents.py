"""Say what is wrong with the contents of a wheel and a source distribution, if anything is."""

import re
import sys
import tarfile
import zipfile
from pathlib import Path

WHEEL = re.compile(
    r"banglanorm/(?!_make/)([a-z0-9_/]+\.py|integrations/hooks/hook-banglanorm\.py|py\.typed|data/[a-z0-9_/]+\.(tsv|bin|html|css|js)|data/LICENSES/[\w.-]+\.(txt|md))"
    r"|banglanorm-[\d.]+\.dist-info/(METADATA|RECORD|WHEEL|entry_points\.txt|licenses/[\w./-]+)"
)
SOURCE = re.compile(
    r"banglanorm/[\w/-]+\.(py|tsv|bin|html|css|js)|banglanorm/py\.typed|banglanorm/data/LICENSES/[\w.-]+|tests/[\w./-]+|docs/[\w./-]+"
    r"|\.ci/[\w.]+|README\.md|CHANGELOG\.md|LICENSE|pyproject\.toml|PKG-INFO|\.gitignore"
)
NEEDED = ("banglanorm/__init__.py", "banglanorm/py.typed", "banglanorm/data/LICENSES/Unicode-3.0.txt")

for path in map(Path, sys.argv[1:]):
    if path.suffix == ".whl":
        allowed = WHEEL
        with zipfile.ZipFile(path) as wheel:
            names = wheel.namelist()
    else:
        allowed = SOURCE
        with tarfile.open(path) as archive:
            names = [name.split("/", 1)[1] for name in archive.getnames() if "/" in name]
    wrong = [name for name in names if not allowed.fullmatch(name)]
    wrong += [f"no {name}" for name in NEEDED if name not in names]
    if wrong:
        sys.exit(f"{path.name}: {', '.join(wrong)}")
    print(f"{path.name}: {len(names)} files")
