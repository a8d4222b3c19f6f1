"""Readers of decades and centuries, and of lists of them."""

from collections.abc import Callable
from itertools import pairwise

from banglanorm.dates.date_parts import SIDES, Tokens, kinds_of
from banglanorm.dates.expressions import Expression, Period, Several
from banglanorm.dates.points import Point
from banglanorm.dates.tokens import Number


def read_century(text: str, tokens: Tokens) -> Expression | None:
    """Read একবিংশ শতাব্দী, ১৯ শতকে, গত শতকে; of two centuries neither."""
    kinds = kinds_of(tokens)
    if sum(isinstance(token.value, Number) for token in tokens) > 1:
        return None
    first_year = _century_of(tokens, kinds)
    if first_year is None or (kinds[0] == "W24" and tokens[-1].type == "CENTURY_BARE" and first_year < 1400):
        return None  # চোদ্দ শতক may be so many runs or so much land
    if {"BEFORE_ERA", "BEFORE_CHRIST"} & set(kinds):
        return Point(year=-99 - first_year, unknown=2)  # the first century BCE is -0099 to 0000
    return Point(year=first_year, unknown=2)


def _century_of(tokens: Tokens, kinds: list[str]) -> int | None:
    """Return the first year of a century; গত শতক is the twentieth, as long as no reference is looked at."""
    for token, kind in zip(tokens, kinds, strict=True):
        if isinstance(token.value, Number):
            number = int(token.value.value)
            return (number - 1) * 100 if 1 <= number <= 21 else None
        if kind in SIDES:
            return 2000 + 100 * SIDES[kind]
    return None


def read_decade(text: str, tokens: Tokens) -> Point | None:
    """Read নব্বইয়ের দশক, ১৯৭০-এর দশকে, গত শতকের ষাটের দশক."""
    kinds = kinds_of(tokens)
    century = 1900
    if "CENTURY" in kinds:
        cut = kinds.index("CENTURY") + 1
        named = _century_of(tokens[:cut], kinds[:cut])
        if named is None:
            return None
        century, tokens = named, tokens[cut:]
    number = next(token.value for token in tokens if isinstance(token.value, Number))
    year = int(number.value)
    if year % 10 or year < 10:
        return None
    if year < 100:
        bare = not number.digits and not number.ending
        if bare and year < 30:
            return None  # বিশ দশক may be twenty decades
        return Point(year=century + year, unknown=1, two_digits="CENTURY" not in kinds)
    return Point(year=year, unknown=1)


def read_decades(text: str, tokens: Tokens) -> Several | Period | None:
    """Read ষাট ও সত্তরের দশকে, গত শতকের ষাট-সত্তরের দশকে."""
    kinds = kinds_of(tokens)
    listed = kinds.index("CENTURY") + 1 if "CENTURY" in kinds else 0
    return _listed(text, tokens[listed:], tokens[:listed], read_decade)


def read_centuries(text: str, tokens: Tokens) -> Several | Period | None:
    """Read অষ্টাদশ ও ঊনবিংশ শতাব্দী."""
    return _listed(text, tokens, (), read_century)


def _listed(
    text: str, tokens: Tokens, before: Tokens, read: Callable[[str, Tokens], Expression | None]
) -> Several | Period | None:
    """Read the members of a list that share what stands before them and the last word."""
    kinds = kinds_of(tokens)
    links = [at for at, kind in enumerate(kinds) if kind in ("AND", "OR", "DASH", "COMMA")]
    parts = [tokens[start + 1 : end] for start, end in pairwise([-1, *links, len(tokens) - 1])]
    points = [point for part in parts if isinstance(point := read(text, [*before, *part, tokens[-1]]), Point)]
    if len(points) < len(parts):
        return None
    link = kinds[links[-1]]
    return Period(points[0], points[-1]) if link == "DASH" else Several(tuple(points), one_of=link == "OR")
