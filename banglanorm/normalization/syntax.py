"""Straight quotation marks that are syntax: strings of a program, fields of a table, attributes, markup.

Straight marks serve prose and programs alike, and a program breaks where one of its marks is rewritten. So a line is
searched for evidence of syntax beside its straight marks, the rows of ``data/normalization/mark_syntax.tsv``. In doubt
straight marks stay as they were typed. Typographic marks are prose but for what stands in a tag, a link or a code span.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from string import ascii_letters
from typing import NamedTuple

from banglanorm.script.addresses import URL
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS, DANDA, DOUBLE_DANDA, JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

Span = tuple[int, int]

LINK_SIGNS = ("://", "www.")
MARKUP_SIGNS = ("<", "`", "{{", "[[", "](")
SPAN_SIGNS = (*MARKUP_SIGNS, *LINK_SIGNS)  # without one of these a line holds no span of syntax
_IN_WORD = f"0-9A-Za-z{BENGALI_DIGITS}{WORD_CHARACTERS}{JOINERS}"
_MOST_REMEMBERED = 1 << 10  # sets of signs
_LOOSE = re.compile(f"'(?:(?<![{_IN_WORD}]')|(?![{_IN_WORD}]))")  # not between two letters
_KINDS = {
    **dict.fromkeys(map(chr, range(0x980, 0xA00)), "ক"),
    **dict.fromkeys(BENGALI_DIGITS, "০"),
    **dict.fromkeys(ascii_letters, "a"),
    **dict.fromkeys(ASCII_DIGITS, "1"),
    **dict.fromkeys([DANDA, DOUBLE_DANDA, *map(chr, range(0x2013, 0x2027))], DANDA),
}
# What stands before and after marks of prose: with both beside it, a mark is matched by no pattern for marks.
_BEFORE = r"^|(?<=[^\t -~]|[!\"').?-])|(?<=[A-Za-z0-9]{2})|(?<=(?:[^ -~]|[!),?0-9-]) )"
_BEFORE += r"|(?<=[^ -~]: )|(?<=[^ -~]\()|(?<=[^ -~] \()|(?<=,)(?=. )"
_AFTER = r" ?$|[^\s!-/:-@[-^`{-~]|,? [^\s!#)+./:=&|}\]]|['?-]|[).](?:$| ?[^\s -~])"
_IN_PROSE = f"(?:{_BEFORE}).(?={_AFTER})"


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
    unwritten = "'" if ("’" in line or "‘" in line) and has_line_evidence(line, "plain") else ""
    if not delimiters:
        return Syntax(spans, unwritten) if spans or unwritten else _NONE
    is_doubtful = _has_evidence(line, "doubt", delimiters, spans)
    is_certain = _has_evidence(line, "line", delimiters, spans)
    if not (is_doubtful or is_certain):
        return Syntax(spans, unwritten)
    return Syntax(spans, delimiters if unwritten in delimiters else delimiters + unwritten, is_certain)


def are_strings(line: str, /) -> bool:
    """Say of a line whose marks are all straight that all may delimit strings, by what the line is as a whole.

    >>> are_strings("  'বাংলা', 'ইংরেজি'"), are_strings("তিনি বললেন, 'যাব'।")
    (True, False)
    """
    return ("'" not in line or _LOOSE.search(line) is not None) and has_line_evidence(line, "doubt")


@cache
def in_prose() -> re.Pattern[str]:
    """Return the pattern that matches a mark with such characters beside it that no pattern for marks matches there.

    >>> in_prose().match('বলেন, "যাব"', 6) is not None, in_prose().match('f("যাব")', 2)
    (True, None)
    """
    return re.compile(_IN_PROSE)


def _find_spans(line: str) -> tuple[Span, ...]:
    signs = tuple(filter(line.__contains__, SPAN_SIGNS))
    return tuple([m.span() for m in _spans(signs).finditer(line)]) if signs else ()


@cache
def _spans(signs: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern for the spans of syntax in a line with these signs."""
    patterns = [row.pattern for row in _rows("anywhere", "", ("span",)).rows if not row.signs.isdisjoint(signs)]
    return re.compile("|".join(patterns if set(signs).isdisjoint(LINK_SIGNS) else [*patterns, URL]))


def _has_evidence(line: str, scope: str, delimiters: str, spans: Iterable[Span]) -> bool:
    if has_line_evidence(line, scope):
        return True
    places = _outside_prose(line, delimiters, spans)
    first = next(places, None)
    if first is None:
        return False
    rows = _rows("mark", "", (scope,))
    beside = _with_signs(rows, ends_of(line)[1], rows.signs_in(line))
    return any(pattern.match(line, at) for at in chain([first], places) for pattern in beside)


def has_line_evidence(line: str, *scopes: str) -> bool:
    """Say whether the line as a whole looks like syntax; ``scopes`` are those of the rows that are asked."""
    begins, ends = ends_of(line)
    rows = _rows("line", begins, scopes)
    unsigned = _with_signs(rows, ends, ())
    if unsigned and any(pattern.match(line) for pattern in unsigned):
        return True
    signs = rows.signs_in(line)
    return bool(signs) and any(pattern.match(line) for pattern in _with_signs(rows, ends, signs))


def ends_of(line: str) -> tuple[str, str]:
    """Return what the first character of a line, and the last that is no white space, are called in the table.

    >>> [ends_of(line) for line in ("কখ।", "x = 1", " x ", "{")]
    [('ক', '।'), ('a', '1'), (' ', 'a'), ('{', '{')]
    """
    return _kind_of(line[:1]), _kind_of(line.rstrip()[-1:])


def _kind_of(char: str) -> str:
    return _KINDS.get(char) or (" " if char.isspace() else char if char.isascii() else "*")


def is_among(kind: str, kinds: str) -> bool:
    """Say whether the kind of a character is in a class of kinds.

    >>> is_among("a", "a {"), is_among("^", "^ক০"), is_among("ক", "^ক০")
    (True, True, False)
    """
    return kind not in kinds[1:] if kinds.startswith("^") else not kinds or kind in kinds


def _outside_prose(line: str, delimiters: str, spans: Iterable[Span]) -> Iterator[int]:
    """Yield where the delimiters stand, but for those in spans that are syntax anyway and those that are in prose."""
    is_in_prose = in_prose().match
    left = iter(spans)
    start, end = next(left, (len(line), len(line)))
    for m in re.finditer(f"[{delimiters}]", line):
        while end <= m.start():
            start, end = next(left, (len(line), len(line)))
        if m.start() < start and not is_in_prose(line, m.start()):
            yield m.start()


class _Row(NamedTuple):
    """Rows that are asked about the same lines: how these end, the signs of which they hold one, and the pattern."""

    ends: str
    signs: frozenset[str]
    pattern: str


class _Rows:
    """The rows for lines that begin in one way, or for marks, those of one scope before those of another."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self.rows = list(rows)
        # Looking for one character takes a tenth of the time that two take.
        self._signs: dict[str, tuple[str, ...]] = {}
        for sign in sorted(frozenset[str]().union(*(row.signs for row in self.rows))):
            rarest = sign.strip("\"' \t,")[:1] or sign.strip("\"' \t")[:1] or sign[0]
            self._signs[rarest] = (*self._signs.get(rarest, ()), sign)

    def signs_in(self, line: str) -> tuple[str, ...]:
        """Return which of the signs are in a line."""
        chars = list(filter(line.__contains__, self._signs))
        return tuple([sign for char in chars for sign in self._signs[char] if sign in line]) if chars else ()


@lru_cache(maxsize=_MOST_REMEMBERED)
def _with_signs(asked: _Rows, ends: str, found: tuple[str, ...]) -> list[re.Pattern[str]]:
    """Return the patterns for lines that end so which need one of these signs; with none, those that need none."""
    return [
        _compiled(row.pattern)
        for row in asked.rows
        if (not row.signs.isdisjoint(found) if found else not row.signs) and is_among(ends, row.ends)
    ]


_compiled = cache(re.compile)


@cache
def _rows(where: str, begins: str, scopes: tuple[str, ...]) -> _Rows:
    alike: dict[tuple[str, str, str], list[str]] = {}
    for scope in scopes:
        for row in _table()[where, scope]:
            if is_among(begins, row["begins"]):
                alike.setdefault((scope, row["ends"], row["signs"]), []).append(row["pattern"])
    return _Rows(_Row(ends, _parted(signs), "|".join(patterns)) for (_, ends, signs), patterns in alike.items())


@cache
def _table() -> dict[tuple[str, str], list[dict[str, str]]]:
    """Return the rows by their place and scope."""
    rows: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in read_table("normalization/mark_syntax"):
        rows[row["where"], row["scope"]].append(row)
    return rows


@cache
def _parted(signs: str) -> frozenset[str]:
    return frozenset([sign.replace("\\s", " ").replace("\\t", "\t") for sign in signs.split(" ") if sign])
