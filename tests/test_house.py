"""The house itself: what its folders may hold, and what its names must not hide."""

import ast
import pkgutil
from pathlib import Path

import pytest

import banglanorm

HOME = Path(banglanorm.__file__).parent
PYTHON = sorted(HOME.rglob("*.py"))
WINGS = sorted(path.parent for path in HOME.glob("*/__init__.py") if path.parent.name != "cli")


def _name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def test_no_module_bears_a_public_name() -> None:
    """Importing ``banglanorm.x`` puts the module in the place of the public name ``x``."""
    modules = {module.name for module in pkgutil.iter_modules(banglanorm.__path__)}
    assert modules & set(banglanorm.__all__) == set()


@pytest.mark.parametrize("wing", WINGS, ids=_name)
def test_the_face_of_a_wing_is_a_docstring_only(wing: Path) -> None:
    """An eager face would load the whole wing for one name of it."""
    body = ast.parse((wing / "__init__.py").read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


def test_a_star_import_brings_the_public_names_only() -> None:
    brought: dict[str, object] = {}
    exec("from banglanorm import *", brought)
    assert set(brought) - {"__builtins__"} == set(banglanorm._HOMES)


@pytest.mark.parametrize("path", PYTHON, ids=_name)
def test_the_version_of_unicode_is_asked_in_one_place(path: Path) -> None:
    """``str`` methods, ``\\w`` and ``unicodedata`` answer by the Python that runs; ``script/characters`` does not."""
    if path.parent.name not in ("script", "cli"):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not imported & {"unicodedata"}
    assert asked & {"isalnum", "isalpha", "isdecimal", "isdigit", "isnumeric", "isprintable", "casefold"} <= (
        {"casefold"} if path.name == "characters.py" else set()
    )
