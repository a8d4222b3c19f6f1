"""Settings of a project: ``[tool.banglanorm]`` in the nearest ``pyproject.toml`` gives options other defaults.

The keys are the long names of options; what the command line says goes before them. A command takes those it has.
"""

import argparse
from pathlib import Path
from typing import Any

from banglanorm.cli.errors import CommandError

_NAME, _TABLE = "pyproject.toml", "banglanorm"
_LISTS = ("enable", "disable", "select", "ignore")
# What a project may settle; where results go and what is read is for each run to say.
KEYS = (
    "profile", "nukta", "apostrophe", "quotes", "digits", *_LISTS,
    "region", "encoding", "errors", "field", "jobs", "summary", "quiet",
)  # fmt: skip


def find(folder: Path, /) -> tuple[Path, dict[str, Any]] | None:
    """Return the nearest file with settings, in a folder or one above it, and what it says.

    Raises:
        CommandError: the file cannot be read.
    """
    for place in (folder, *folder.parents):
        path = place / _NAME
        if path.is_file():
            table = _read(path).get("tool", {}).get(_TABLE)
            if table is not None:
                return path, table
    return None


def _read(path: Path) -> dict[str, Any]:
    """Return the tables of a file; none where it does not even have our name, which takes less time to tell."""
    try:
        text = path.read_bytes().decode("utf-8")
        if _TABLE not in text:
            return {}
        import tomllib

        return tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise CommandError(f"cannot read {path}: {error}") from error


def apply(parser: argparse.ArgumentParser, folder: Path, /) -> None:
    """Give the options of a command the defaults that the project has.

    Raises:
        CommandError: there is no such setting, or it has a value that the option does not take.
    """
    found = find(folder)
    if found is None:
        return
    path, table = found
    if not isinstance(table, dict):
        raise CommandError(f"{path}: [tool.banglanorm] is no table")
    unknown = sorted(set(table) - set(KEYS))
    if unknown:
        raise CommandError(f"{path}: no setting is called {unknown[0]!r}", f"there are {', '.join(KEYS)}")
    actions = {action.dest: action for action in parser._actions}
    defaults = {key: _checked(actions[key], value, path) for key, value in table.items() if key in actions}
    parser.set_defaults(**defaults)


def _checked(action: argparse.Action, value: Any, path: Path) -> Any:
    """Return a setting as its option would have it."""
    key = action.dest
    is_list = isinstance(value, list) and all(isinstance(name, str) for name in value)
    if key in _LISTS:
        kind, is_right = "a list of names", is_list
    elif key == "field":
        kind, is_right = "a name or a list of names", is_list or isinstance(value, str)
        value = [value] if isinstance(value, str) else value
    elif action.nargs == 0:
        kind, is_right = "true or false", isinstance(value, bool)
    elif key == "jobs":
        kind, is_right = "a number", type(value) is int and 0 <= value < 1000
    elif action.choices is not None:
        kind, is_right = f"one of {', '.join(map(str, action.choices))}", value in action.choices
    else:
        kind, is_right = "text", isinstance(value, str)
    if not is_right:
        raise CommandError(f"{path}: {key} is {kind}, not {value!r}")
    return value
