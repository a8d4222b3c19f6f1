"""What importing the package loads, and that its public names are all there."""

import ast
import inspect
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Literal, get_origin

import pytest
from rows import each_row
from runner import HOME

import banglanorm


def loaded_by(statement: str) -> set[str]:
    """The modules that a new interpreter loads for ``statement``, beyond those it starts with."""
    program = f"""
import json, sys
before = set(sys.modules)
{statement}
print(json.dumps(sorted(set(sys.modules) - before)), file=sys.stderr)
"""
    environment = os.environ | {"PYTHONPATH": HOME}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, timeout=60, check=True)
    return set(json.loads(done.stderr.splitlines()[-1]))


class TestImport:
    def test_the_package_loads_only_its_facade(self) -> None:
        loaded = loaded_by("import banglanorm")
        assert {name for name in loaded if name.startswith("banglanorm")} == {"banglanorm", "banglanorm.version"}
        assert not loaded & {"regex", "unicodedata2", "dateutil", "dataclasses", "pathlib", "typing"}

    def test_a_public_name_loads_its_module(self) -> None:
        assert "banglanorm.script.aksharas" in loaded_by("from banglanorm import split_aksharas")

    def test_the_face_of_the_corpora_loads_nothing(self) -> None:
        loaded = loaded_by("from banglanorm import corpus")
        assert {name for name in loaded if name.startswith("banglanorm.corpus")} == {"banglanorm.corpus"}
        assert not loaded & {"regex", "unicodedata2", "pathlib", "multiprocessing"}

    def test_reading_text_needs_no_other_package(self) -> None:
        loaded = loaded_by("from banglanorm import corpus; corpus.read, corpus.transform")
        assert not loaded & {"pyarrow", "zstandard"}

    def test_lines_of_text_need_no_format_of_files(self) -> None:
        loaded = loaded_by("from banglanorm.cli import main; main(['normalize', '--text', 'দু’জন'])")
        assert "banglanorm.corpus.lines" in loaded
        assert not loaded & {"banglanorm.corpus.json_rows", "banglanorm.corpus.delimited", "csv", "bz2", "gzip", "lzma"}

    @pytest.mark.parametrize("arguments", [["--help"], ["normalize", "--help"], ["nonsense"]])
    def test_help_loads_nothing_heavy(self, arguments: list[str]) -> None:
        loaded = loaded_by(f"from banglanorm.cli import main; main({arguments})")
        assert "banglanorm.cli.normalize" in loaded
        assert not loaded & {
            "regex",
            "unicodedata2",
            "dateutil",
            "banglanorm.normalization.normalizer",
            "banglanorm.script.letters",
        }

    def test_a_command_loads_only_its_own_module(self) -> None:
        loaded = loaded_by("from banglanorm.cli import main; main(['rules'])")
        assert "banglanorm.cli.rules" in loaded
        assert "banglanorm.cli.normalize" not in loaded


class TestFacade:
    @each_row("name", banglanorm.__all__)
    def test_every_public_name_is_there_and_documented(self, name: str) -> None:
        value = getattr(banglanorm, name)
        assert name in dir(banglanorm)
        if callable(value) and get_origin(value) is not Literal:
            assert inspect.getdoc(value)

    def test_an_unknown_name_is_an_attribute_error(self) -> None:
        with pytest.raises(AttributeError, match="'banglanorm' has no attribute 'nonsense'"):
            banglanorm.nonsense  # noqa: B018

    def test_type_checkers_see_the_same_names(self) -> None:
        assert banglanorm.__file__
        tree = ast.parse(Path(banglanorm.__file__).read_text(encoding="utf-8"))
        block = next(node for node in tree.body if isinstance(node, ast.If))
        seen = {
            alias.asname: node.module for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names
        }
        homes = {name: f"banglanorm.{home}" for name, home in banglanorm._HOMES.items()}
        assert seen == homes

    def test_the_package_says_it_is_typed(self) -> None:
        assert banglanorm.__file__
        assert (Path(banglanorm.__file__).parent / "py.typed").exists()
