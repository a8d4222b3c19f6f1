"""Straight quotation marks that are syntax: strings of a program, fields of a table, attributes, markup.

Straight marks serve prose and programs alike, and a program breaks where one of its marks is rewritten. So a line is
searched for evidence of syntax beside its straight marks, the rows of ``data/normalization/mark_syntax.tsv``. In doubt
straight marks stay as they were typed. Typographic marks are prose but for what stands in a tag, a link or a code span.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from banglanorm.script.addresses import URL
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

Span = tuple[int, int]

_MARKUP_SIGNS = ("<", "`", "{{", "](")  # without one of these, or of those of links, a line holds no span of syntax
_LINK_SIGNS = ("://", "www.")
SPAN_SIGNS = _MARKUP_SIGNS + _LINK_SIGNS
_IN_WORD = f"0-9A-Za-z{BENGALI_DIGITS}{WORD_CHARACTERS}{JOINERS}"
_MOST_REMEMBERED = 1 << 10  # sets of signs
_LOOSE = re.compile(f"'(?:(?<![{_IN_WORD}]')|(?![{_IN_WORD}]))")  # not between two letters


class Syntax(NamedTuple):
    """What is syntax in a line: spans whose marks all are, and the straight marks that may delimit its strings.

    The delimiters stay as they are, and none is written in the line. ``is_certain`` says that they are no quotations.
    """

    spans: tuple[Span, ...] = ()
    delimiters: str = ""
    is_certain: bool = False


_NONE = Syntax()


def find_syntax(line: str, /) -> Syntax:
    """Say which marks of a line are syntax.

    >>> find_syntax('"নাম": "মেঘ",').delimiters, find_syntax('তিনি বললেন, "যাব"।').delimiters
    ('"', '')
    """
    delimiters = '"' if '"' in line else ""
    if "'" in line and _LOOSE.search(line):
        delimiters += "'"
    spans = _find_spans(line)
    if not delimiters:
        return Syntax(spans) if spans else _NONE
    is_doubtful = _has_evidence(line, "doubt", delimiters, spans)
    is_certain = _has_evidence(line, "line", delimiters, spans)
    return Syntax(spans, delimiters if is_doubtful or is_certain else "", is_certain)


def are_strings(line: str, /) -> bool:
    """Say of a line whose marks are all straight that all may delimit strings, by what the line is as a whole.

    >>> are_strings("  'বাংলা', 'ইংরেজি'"), are_strings("তিনি বললেন, 'যাব'।")
    (True, False)
    """
    return ("'" not in line or _LOOSE.search(line) is not None) and has_line_evidence(line, "doubt")


def _find_spans(line: str) -> tuple[Span, ...]:
    for sign in _MARKUP_SIGNS:
        if sign in line:
            return tuple([m.span() for m in _spans().finditer(line)])
    for sign in _LINK_SIGNS:
        if sign in line:
            return tuple([m.span() for m in re.finditer(URL, line)])
    return ()


def _has_evidence(line: str, scope: str, delimiters: str, spans: Iterable[Span]) -> bool:
    if has_line_evidence(line, scope):
        return True
    beside = _called_for(_signs_in(line, "mark"), "mark", scope)
    return any(pattern.match(line, at) for at in _outside(line, delimiters, spans) for pattern in beside)


def has_line_evidence(line: str, *scopes: str) -> bool:
    """Say whether the line as a whole looks like syntax; ``scopes`` are those of the rows that are asked."""
    signs = _signs_in(line, "line")
    return any(pattern.match(line) for scope in scopes for pattern in _called_for(signs, "line", scope))


def _signs_in(line: str, where: str) -> str:
    """Return which of the signs are in the line that the patterns for such a place need, as they stand in the table."""
    return " ".join(filter(line.__contains__, _signs(where)))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _called_for(signs: str, where: str, scope: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that may match somewhere in a line with these signs."""
    present = signs.split(" ")
    patterns = _patterns(scope, where)
    return tuple(_compiled(pattern) for needed, pattern in patterns if not needed or not needed.isdisjoint(present))


def _outside(line: str, delimiters: str, spans: Iterable[Span]) -> Iterable[int]:
    """Yield where the delimiters stand, but for those in spans that are syntax anyway."""
    left = iter(spans)
    start, end = next(left, (len(line), len(line)))
    for m in re.finditer(f"[{delimiters}]", line):
        while end <= m.start():
            start, end = next(left, (len(line), len(line)))
        if m.start() < start:
            yield m.start()


@cache
def _signs(where: str) -> tuple[str, ...]:
    """Return the signs without which some pattern for such a place matches nothing."""
    needed = (signs for scope in ("doubt", "line") for signs, _ in _patterns(scope, where))
    return tuple(sorted(frozenset().union(*needed)))


@cache
def _patterns(scope: str, where: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Return signs, and the patterns that match no line without one of them; all without such signs come first."""
    by_signs: dict[str, list[str]] = {}
    for row in read_table("normalization/mark_syntax"):
        if (row["scope"], row["where"]) == (scope, where):
            by_signs.setdefault(row["signs"].replace("\\t", "\t"), []).append(row["pattern"])
    in_order = sorted(by_signs.items(), key=lambda item: item[0] != "")
    return tuple((frozenset(filter(None, signs.split(" "))), "|".join(patterns)) for signs, patterns in in_order)


_compiled = cache(re.compile)


@cache
def _spans() -> re.Pattern[str]:
    patterns = [pattern for _, pattern in _patterns("span", "anywhere")]
    return re.compile("|".join([*patterns, URL]))
