"""Straight quotation marks that are syntax: strings of a program, fields of a table, attributes, markup.

Straight marks serve prose and programs alike, and a program breaks where one of its marks is rewritten. So a line is
searched for evidence of syntax beside its straight marks, the rows of ``data/normalization/mark_syntax.tsv``. In doubt
straight marks stay as they were typed. Typographic marks are prose but for what stands in a tag, a link or a code span.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from banglanorm.script.addresses import URL
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

Span = tuple[int, int]

_MARKUP_SIGNS = ("<", "`", "{{", "](")  # without one of these, or of those of links, a line holds no span of syntax
_LINK_SIGNS = ("://", "www.")
_IN_WORD = f"0-9A-Za-z{BENGALI_DIGITS}{WORD_CHARACTERS}{JOINERS}"
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
    spans = _find_spans(line)
    delimiters = '"' if '"' in line else ""
    if "'" in line and _LOOSE.search(line):
        delimiters += "'"
    if not delimiters:
        return Syntax(spans) if spans else _NONE
    if _has_evidence(line, "line", delimiters, spans):
        return Syntax(spans, delimiters, True)
    return Syntax(spans, delimiters if _has_evidence(line, "doubt", delimiters, spans) else "")


def _find_spans(line: str) -> tuple[Span, ...]:
    for sign in _MARKUP_SIGNS:
        if sign in line:
            return tuple([m.span() for m in _spans().finditer(line)])
    for sign in _LINK_SIGNS:
        if sign in line:
            return tuple([m.span() for m in URL.finditer(line)])
    return ()


def _has_evidence(line: str, scope: str, delimiters: str, spans: Iterable[Span]) -> bool:
    if _pattern(scope, "line").match(line):
        return True
    beside = _pattern(scope, "mark").match
    return any(beside(line, at) for at in _outside(line, delimiters, spans))


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
def _pattern(scope: str, where: str) -> re.Pattern[str]:
    rows = read_table("normalization/mark_syntax")
    return re.compile("|".join(row["pattern"] for row in rows if (row["scope"], row["where"]) == (scope, where)))


@cache
def _spans() -> re.Pattern[str]:
    return re.compile(f"{_pattern('span', 'anywhere').pattern}|{URL.pattern}")
