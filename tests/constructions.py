"""What every table of constructions must keep: each row proves itself by its two examples, no type is idle.

A row finds its example, and without the row the example gives something else; it finds nothing in its counter-example.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from banglanorm.finder import Construction, Finder, type_names
from banglanorm.lexer import Lexer, Token

Rows = Sequence[Construction[Any]]
Read = Callable[[Finder[Any], str], object]


def find(finder: Finder[Any], text: str) -> object:
    return list(finder.find(text))


def parse(finder: Finder[Any], text: str) -> object:
    try:
        return finder.parse(text)
    except ValueError as error:  # rows that refuse a text with a reason of their own
        return str(error)


def check_row(
    rows: Rows, at: int, lexer: Lexer, groups: Mapping[str, str], *, read: Read = find, **options: str
) -> None:
    """Check the examples of ``rows[at]``; ``options`` are those of `Finder`."""
    row = rows[at]
    assert row.example, f"row {row.name!r} has no example"
    assert row.counterexample, f"row {row.name!r} has no counter-example"
    built = _built_by(rows, at, lexer, groups, row.example, read, options)
    assert built, f"row {row.name!r} does not find its example {row.example!r}"
    with_row = read(Finder(lexer, rows, groups=groups, **options), row.example)
    without = read(Finder(lexer, [*rows[:at], *rows[at + 1 :]], groups=groups, **options), row.example)
    assert with_row != without, f"{row.example!r} does not need row {row.name!r}"
    against = _built_by(rows, at, lexer, groups, row.counterexample, read, options)
    if any(result is not None for result in built):
        against = [result for result in against if result is not None]
    assert not against, f"row {row.name!r} finds its counter-example {row.counterexample!r}"


def _built_by(
    rows: Rows, at: int, lexer: Lexer, groups: Mapping[str, str], text: str, read: Read, options: dict[str, Any]
) -> list[object]:
    """Return what ``rows[at]`` made of ``text``; ``None`` stands for what it used up."""
    made: list[object] = []

    def build(text: str, tokens: list[Token]) -> Any:
        try:
            made.append(rows[at].build(text, tokens))
        except ValueError as error:
            made.append(error)
            raise
        return made[-1]

    watched = [*rows[:at], replace(rows[at], build=build), *rows[at + 1 :]]
    read(Finder(lexer, watched, groups=groups, **options), text)
    return made


def idle_types(types: Iterable[str], rows: Rows, groups: Mapping[str, str]) -> set[str]:
    """Return those of ``types`` that no row's pattern names, by itself or in a group."""
    used: set[str] = set()
    names = set().union(*(type_names(row.pattern) for row in rows))
    while names:
        used |= names
        names = {name for group in names & groups.keys() for name in groups[group].split("|")} - used
    return set(types) - used
