"""What an expression of time says, before it is known when it was said.

The readers build these, a `Point` or a `Length` from tokens; `resolution` turns them into a `Temporal`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from banglanorm.dates.lengths import Length
from banglanorm.dates.points import Point
from banglanorm.lexer import Token


@dataclass(slots=True)
class Period:
    """From one point to another, both included."""

    first: Point
    last: Point


@dataclass(slots=True)
class Several:
    """Each of some points, or one of them; what only the last one names holds for all."""

    points: tuple[Point, ...]
    one_of: bool = False


@dataclass(slots=True)
class Window:
    """A length of time up to the reference (গত তিন দিনে) or from it on (আগামী তিন দিন)."""

    length: Length
    sign: int


@dataclass(slots=True)
class FiscalYear:
    """A fiscal year by its first calendar year, or by its distance from the one of the reference."""

    year: int | None
    direction: int = 0
    indian: bool = False


LAST = 0  # the number of the last week of a month


@dataclass(slots=True)
class Part:
    """A part of a longer time: a quarter of a year, a week of a month, its beginning or its end."""

    whole: Point | FiscalYear
    which: Literal["quarter", "week", "begin", "end"]
    number: int = 0  # of the quarter or the week, which may be the LAST


Dated = Point | Period | Several


@dataclass(slots=True)
class Apart:
    """Dates in a list that are finds of their own in running text, each with the tokens that name it.

    ``is_whole`` is false where others of the list are not certain.
    """

    parts: Sequence[tuple[Sequence[Token], Dated]]
    is_whole: bool = True

    def together(self) -> Several | None:
        """Return the set of all where each is one day."""
        points = [expression for _, expression in self.parts if isinstance(expression, Point)]
        return Several(tuple(points)) if self.is_whole and len(points) == len(self.parts) else None


Expression = Point | Period | Several | Window | FiscalYear | Part | Length
