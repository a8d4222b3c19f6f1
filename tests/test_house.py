"""The house itself: what its folders may hold, and what its names must not hide."""

import ast
import pkgutil
import re
import tomllib
from pathlib import Path

from rows import each_row

import banglanorm

ROOT = Path(__file__).parents[1]
HOME = Path(banglanorm.__file__).parent
PYTHON = sorted(HOME.rglob("*.py"))
# ``cli`` is the command; ``corpus`` is public, and its face loads on first use.
WINGS = sorted(path.parent for path in HOME.glob("*/__init__.py") if path.parent.name not in ("cli", "corpus"))


def _name(path: Path) -> str:
    return path.relative_to(HOME).as_posix()


def test_no_module_bears_a_public_name() -> None:
    """Importing ``banglanorm.x`` puts the module in the place of the public name ``x``."""
    modules = {module.name for module in pkgutil.iter_modules(banglanorm.__path__)}
    assert modules & set(banglanorm.__all__) == set()


@each_row("wing", WINGS)
def test_the_face_of_a_wing_is_a_docstring_only(wing: Path) -> None:
    """An eager face would load the whole wing for one name of it."""
    body = ast.parse((wing / "__init__.py").read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


def test_a_star_import_brings_the_public_names_only() -> None:
    brought: dict[str, object] = {}
    exec("from banglanorm import *", brought)
    assert set(brought) - {"__builtins__"} == set(banglanorm._HOMES)


def test_the_version_of_unicode_is_asked_in_one_place() -> None:
    """``str`` methods, ``\\w`` and ``unicodedata`` answer by the Python that runs; ``script/characters`` does not."""
    assert [str(path) for path in PYTHON if path.parent.name != "_make" and _asks_python(path)] == []


def _asks_python(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    asked &= {"isalnum", "isalpha", "isdecimal", "isdigit", "isnumeric", "isprintable", "casefold"}
    if path.name == "tables.py":  # names of characters never change
        imported.discard("unicodedata")
    if path.name == "characters.py":
        asked.discard("casefold")
    return bool(asked) or "unicodedata" in imported


# --- licences and references ------------------------------------------------------------------------------------------

LICENSES = HOME / "data" / "LICENSES"
TABLES = sorted((HOME / "data").rglob("*.tsv"))


def test_the_licence_of_every_table_has_its_text() -> None:
    texts = {path.stem for path in LICENSES.glob("*.txt")}
    for path in TABLES:
        head = [line for line in path.read_text(encoding="utf-8").split("\n") if line.startswith("# ")]
        named = re.findall(r"licence: (MIT|Unicode-3\.0|Apache-2\.0)\b|; (CC[- ]BY[- ]4\.0)\b", " ".join(head))
        assert named, path
        assert {"".join(licence).replace(" ", "-") for licence in named} <= texts, path


def test_the_package_says_which_licences_it_is_under() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(project["license"].split(" AND ")) == {path.stem for path in LICENSES.glob("*.txt")}


def test_no_page_is_cited_that_is_not_there() -> None:
    for path in (*PYTHON, *TABLES):
        cited = re.findall(r"\b(?:reference|docs)/[\w-]+\.md", path.read_text(encoding="utf-8"))
        assert [page for page in cited if not (ROOT / page).exists()] == [], path
