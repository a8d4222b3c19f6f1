"""Where the patterns of a finder match in strings of token types, a letter each: worked out once, then remembered.

Texts are new, but the strings of types around what can be found are few. A `Plan` holds one of them and the matches in
it; what they mean depends on the text, and is for `finder` to ask.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from banglanorm.matcher import Matcher, matcher
from banglanorm.notation import Alphabet, beginnings, demands, first_types, type_names

R = TypeVar("R")  # what a row stands for

_MOST_PLANS = 1 << 12  # strings of types of at most this length, with the matches in them: about 3 MB in news
_LONGEST_PLAN = 80


class Row(Generic[R]):
    """A pattern ready to be tried; its matchers are made on first use, for most texts need few of them.

    ``needs`` are types of which a string with a match has one, or nothing; ``means`` is what the pattern stands for.
    """

    def __init__(self, means: R, pattern: str, needs: str, alphabet: Alphabet, compound: str) -> None:
        self.means = means
        self.pattern = pattern
        self.sees_compounds = compound in type_names(pattern)
        self.first = alphabet.expand("|".join(sorted(first_types(pattern))))
        self._alphabet = alphabet
        wanted = [*demands(pattern), frozenset(needs.split("|") if needs else ())]
        self.wanted = {frozenset(alphabet.expand("|".join(sorted(names)))) for names in wanted if names}

    def may_begin(self, first: str, second: str = "") -> bool:
        """Say whether a match may begin with the types ``first`` and ``second``, whatever blanks are between them."""
        seconds = self._seconds.get(first, "")
        return seconds is None or (second != "" and second in seconds)

    @cached_property
    def _seconds(self) -> dict[str, str | None]:
        """First type -> the types that may be the second, or ``None`` where there need not be another."""
        found: dict[str, str | None] = {}
        for name, seconds in beginnings(self.pattern).items():
            letters = None if "" in seconds else "".join(map(self._alphabet.expand, seconds))
            for first in self._alphabet.expand(name):
                others = found.get(first, "")
                found[first] = None if letters is None or others is None else others + letters
        return found

    @cached_property
    def match(self) -> Matcher:
        """Match at a place in a string of types."""
        return matcher(self.pattern, self._alphabet.letters_of)

    @cached_property
    def match_whole(self) -> Matcher:
        """Match from a place in a string of types to its end."""
        return matcher(self.pattern, self._alphabet.letters_of, whole=True)


Matches = list[tuple[int, R]]


class Plan(Generic[R]):
    """A string of types and where rows match in it, worked out as it is asked for."""

    __slots__ = ("_missing", "_places", "_plans", "_shown", "_steps", "_whole", "types")

    def __init__(self, plans: "Plans[R]", types: str) -> None:
        self._plans = plans
        self.types = types
        self._shown: str | None = None
        self._places: Sequence[int] = ()
        self._missing = 0
        self._steps: dict[int, tuple[int, Matches[R]]] = {}
        self._whole: list[R] | None = None

    def _show(self) -> str:
        """Return the types as rows that use the compound see them; ``_places`` and ``_missing`` are known with it."""
        if self._shown is None:
            self._shown, self._places = self._plans.compounded(self.types)
            self._missing = self._plans.missing(self.types + self._shown)
        return self._shown

    def step(self, at: int) -> tuple[int, Matches[R]]:
        """Return the first place from ``at`` on where rows match, and for each match there its end and what it means.

        The longest match is the first, then that of the earlier row; there is none where nothing matches any more.
        """
        step = self._steps.get(at)
        if step is None:
            step = self._steps[at] = self._next(at)
        return step

    def _next(self, at: int) -> tuple[int, Matches[R]]:
        search, shown = self._plans.search, self._show()
        places = self._places
        place = bisect_left(places, at)
        while found := search(shown, place):
            matches = self._matches(found.start())
            if matches:
                return places[found.start()], matches
            place = found.start() + 1
        return len(self.types), []

    def _matches(self, place: int) -> Matches[R]:
        """Return what `step` does for the rows that match right here."""
        begin = self._places[place]
        found = [(-end, n, row) for n, row, end in self._tried(self.types, begin, compounds=False)]
        if self._plans.compound:
            tried = self._tried(self._show(), place, compounds=True)
            found += [(-self._places[end], n, row) for n, row, end in tried]
        found.sort()
        return [(-end, row.means) for end, _, row in found]

    def _tried(self, types: str, at: int, *, compounds: bool) -> Iterator[tuple[int, Row[R], int]]:
        """Yield the rows that match at a place, with their places in the table and the ends of the matches."""
        for n, row, wanted in self._plans.rows_at(types[at] + _second(types, at), compounds=compounds):
            if not wanted & self._missing:
                end = row.match(types, at)
                if end is not None and end > at:
                    yield n, row, end

    def whole(self) -> list[R]:
        """Return what the rows that match the whole string mean, in their order."""
        if self._whole is None:
            missing = self._plans.missing(self.types + self._plans.compound)
            rows = [row for row, wanted in self._plans.wanted if not wanted & missing]
            self._whole = [row.means for row in rows if self._is_whole(row)]
        return self._whole

    def _is_whole(self, row: Row[R]) -> bool:
        if not row.sees_compounds:
            return self.types[:1] in row.first and row.match_whole(self.types, 0) is not None
        shown = self._show()
        return shown[:1] in row.first and row.match_whole(shown, 0) is not None


def _second(types: str, at: int) -> str:
    """Return the type after that at a place, or nothing; the rest of a long string is not copied."""
    at += 1
    while types[at : at + 1] == " ":
        at += 1
    return types[at : at + 1]


class Plans(Generic[R]):
    """The plans of the rows of one finder; ``compound`` is the name and the pattern of what rows see as one type."""

    def __init__(self, rows: Sequence[Row[R]], alphabet: Alphabet, compound: tuple[str, str] | None) -> None:
        self._rows = rows
        self._alphabet = alphabet
        self._pattern = compound[1] if compound else ""
        self.compound = alphabet.letter(compound[0]) if compound else ""  # its letter
        # What a row wants is a bit for each set of types, so that asking for all of them is one operation.
        sets = list(dict.fromkeys(letters for row in rows for letters in row.wanted))
        self.wanted = [(row, sum(1 << sets.index(letters) for letters in row.wanted)) for row in rows]
        self._met: dict[str, int] = {}
        for n, letters in enumerate(sets):
            for letter in letters:
                self._met[letter] = self._met.get(letter, 0) | 1 << n
        self._at: tuple[dict[str, list[tuple[int, Row[R], int]]], ...] = ({}, {})
        self._first: tuple[dict[str, list[tuple[int, Row[R], int]]], ...] = ({}, {})
        for n, (row, wanted) in enumerate(self.wanted):
            for letter in row.first:
                self._first[row.sees_compounds].setdefault(letter, []).append((n, row, wanted))
        self._plans: dict[str, Plan[R]] = {}

    def plan(self, types: str) -> Plan[R]:
        """Return where rows match in ``types``, remembered if they are few."""
        plan = self._plans.get(types)
        if plan is None:
            plan = Plan(self, types)
            if len(types) <= _LONGEST_PLAN:
                if len(self._plans) >= _MOST_PLANS:
                    self._plans.clear()
                self._plans[types] = plan
        return plan

    def missing(self, types: str) -> int:
        """Return a bit for each set of types that some row wants one of and that ``types`` has none of."""
        met = 0
        for letter in set(types):
            met |= self._met.get(letter, 0)
        return ~met

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Finds the next place where a row may begin."""
        return re.compile(f"[{''.join(sorted({letter for row in self._rows for letter in row.first}))}]").search

    @cached_property
    def _compounds(self) -> re.Pattern[str]:
        first = self._alphabet.expand("|".join(sorted(first_types(self._pattern))))
        return re.compile(f"(?=[{first}])(?:{self._alphabet.compile(self._pattern)})")

    def rows_at(self, begun: str, *, compounds: bool) -> list[tuple[int, Row[R], int]]:
        """Return the rows that may match where the types ``begun`` stand, which are one or two, whatever is between.

        With each stand its place in the table and the bits of what it wants (see `missing`). ``compounds`` tells the
        rows that use the compound from the others.
        """
        rows = self._at[compounds].get(begun)
        if rows is None:
            rows = self._at[compounds][begun] = [
                of_first for of_first in self._first[compounds].get(begun[0], ()) if of_first[1].may_begin(*begun)
            ]
        return rows

    def compounded(self, types: str) -> tuple[str, Sequence[int]]:
        """Return ``types`` with a letter for each compound, and for each letter its place in ``types``, and the end."""
        if not self.compound:
            return types, range(len(types) + 1)
        parts: list[str] = []
        places: list[int] = []
        at = 0
        for m in self._compounds.finditer(types):
            parts += types[at : m.start()], self.compound
            places += range(at, m.start() + 1)
            at = m.end()
        return "".join([*parts, types[at:]]), [*places, *range(at, len(types) + 1)]
