"""What every table of constructions must keep: each row proves itself by its two examples, no type is idle.

A row finds its example, and without the row the example gives something else; it finds nothing in its counter-example.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from banglanorm.finder import PASS, Construction, Finder
from banglanorm.lexer import Lexer, Token
from banglanorm.notation import type_names

Rows = Sequence[Construction[Any]]
Read = Callable[[Finder[Any], str], object]


def find(finder: Finder[Any], text: str) -> object:
    return list(finder.find(text))


def parse(finder: Finder[Any], text: str) -> object:
    try:
        return finder.parse(text)
    except ValueError as error:  # rows that refuse a text with a reason of their own
        return str(error)


class Watched:
    """A finder that notes what each row makes, and in which a row can be switched off."""

    def __init__(self, rows: Rows, lexer: Lexer, groups: Mapping[str, str], **options: Any) -> None:
        self.made: list[tuple[int, object]] = []
        self.off: int | None = None
        watched = [replace(row, build=self._build(at, row)) for at, row in enumerate(rows)]
        self.finder = Finder(lexer, watched, groups=groups, **options)

    def _build(self, at: int, row: Construction[Any]) -> Callable[[str, list[Token]], Any]:
        def build(text: str, tokens: list[Token]) -> Any:
            if at == self.off:
                return PASS
            try:
                result = row.build(text, tokens)
            except ValueError as error:
                self.made.append((at, error))
                raise
            if result is not PASS:
                self.made.append((at, result))
            return result

        return build

    def read(self, read: Read, text: str, at: int) -> tuple[object, list[object]]:
        """Return what is read in ``text``, and what row ``at`` made of it; ``None`` stands for what it used up."""
        self.made.clear()
        result = read(self.finder, text)
        return result, [made for row, made in self.made if row == at]


_WATCHED: dict[tuple[int, ...], tuple[Watched, object]] = {}


def check_row(
    rows: Rows, at: int, lexer: Lexer, groups: Mapping[str, str], *, read: Read = find, **options: Any
) -> None:
    """Check the examples of ``rows[at]``; ``options`` are those of `Finder`."""
    key = (*map(id, rows), id(lexer))
    if key not in _WATCHED:  # patterns take long to compile; what is remembered keeps the ids from being given anew
        _WATCHED[key] = (Watched(rows, lexer, groups, **options), (list(rows), lexer))
    watched, row = _WATCHED[key][0], rows[at]
    assert row.example, f"row {row.name!r} has no example"
    assert row.counterexample, f"row {row.name!r} has no counter-example"
    found, built = watched.read(read, row.example, at)
    assert built, f"row {row.name!r} does not find its example {row.example!r}"
    watched.off = at
    without, _ = watched.read(read, row.example, at)
    watched.off = None
    assert found != without, f"{row.example!r} does not need row {row.name!r}"
    _, against = watched.read(read, row.counterexample, at)
    if any(result is not None for result in built):
        against = [result for result in against if result is not None]
    assert not against, f"row {row.name!r} finds its counter-example {row.counterexample!r}"


def idle_types(types: Iterable[str], rows: Rows, groups: Mapping[str, str]) -> set[str]:
    """Return those of ``types`` that no row's pattern names, by itself or in a group."""
    used: set[str] = set()
    names = set().union(*(type_names(row.pattern) for row in rows))
    while names:
        used |= names
        names = {name for group in names & groups.keys() for name in groups[group].split("|")} - used
    return set(types) - used
