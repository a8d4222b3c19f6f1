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
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
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
    unwritten = "'" if ("’" in line or "‘" in line) and _is_plain(line) else ""
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


def _is_plain(line: str) -> bool:
    """Say whether a straight mark would make a string of what begins with a typographic one."""
    if not _begins_value().match(line):
        return False
    return any(pattern.match(line) for pattern in _called_for("line", "", kind_of_beginning(line), ("plain",)))


@cache
def _begins_value() -> re.Pattern[str]:
    """Return the pattern of lines whose first mark stands where a value may begin, and may be an apostrophe there."""
    return re.compile(r"(?:[^’‘]*+(?<=[ \[{])|\s*+)(?:’|‘\d)")


@cache
def in_prose() -> re.Pattern[str]:
    """Return the pattern that matches a mark with such characters beside it that no pattern for marks matches there.

    >>> in_prose().match('বলেন, "যাব"', 6) is not None, in_prose().match('f("যাব")', 2)
    (True, None)
    """
    return re.compile(_IN_PROSE)


def _find_spans(line: str) -> tuple[Span, ...]:
    signs = " ".join(filter(line.__contains__, SPAN_SIGNS))
    return tuple([m.span() for m in _spans(signs).finditer(line)]) if signs else ()


@cache
def _spans(signs: str) -> re.Pattern[str]:
    """Return the pattern for the spans of syntax in a line with these signs."""
    patterns = _patterns("anywhere", signs, "", "span")
    return re.compile("|".join([*patterns, URL] if any(sign in signs for sign in LINK_SIGNS) else patterns))


def _has_evidence(line: str, scope: str, delimiters: str, spans: Iterable[Span]) -> bool:
    if has_line_evidence(line, scope):
        return True
    places = _outside_prose(line, delimiters, spans)
    first = next(places, None)
    if first is None:
        return False
    beside = _called_for("mark", _signs_in(line, "mark", ""), "", (scope,))
    return any(pattern.match(line, at) for at in chain([first], places) for pattern in beside)


def has_line_evidence(line: str, *scopes: str) -> bool:
    """Say whether the line as a whole looks like syntax; ``scopes`` are those of the rows that are asked."""
    begins = kind_of_beginning(line)
    patterns = _called_for("line", _signs_in(line, "line", begins), begins, scopes)
    return bool(patterns) and any(pattern.match(line) for pattern in patterns)


def kind_of_beginning(line: str) -> str:
    """Return what the first character of a line is called in the table.

    >>> [kind_of_beginning(line) for line in ("কখ", "x = 1", " x", "{")]
    ['ক', 'a', ' ', '{']
    """
    first = line[:1]
    return _KINDS.get(first) or (" " if first.isspace() else first if first.isascii() else "*")


def may_begin(line_begins: str, kinds: str) -> bool:
    """Say whether such a beginning is in a class of kinds.

    >>> may_begin("a", "a {"), may_begin("a", "^ক০"), may_begin("ক", "^ক০")
    (True, True, False)
    """
    return line_begins not in kinds if kinds.startswith("^") else not kinds or line_begins in kinds


def _signs_in(line: str, where: str, begins: str) -> str:
    """Return which of the signs are in the line that the patterns for such a place need, as they stand in the table."""
    return " ".join(filter(line.__contains__, _signs(where, begins)))


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


@lru_cache(maxsize=_MOST_REMEMBERED)
def _called_for(where: str, signs: str, begins: str, scopes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that may match somewhere in a line with these signs, which ``begins`` with such a kind."""
    return tuple([_compiled(pattern) for scope in scopes for pattern in _patterns(where, signs, begins, scope)])


_compiled = cache(re.compile)


def _patterns(where: str, signs: str, begins: str, scope: str) -> list[str]:
    present = signs.split(" ")
    rows = _rows(where, begins, scope)
    return [pattern for needed, pattern in rows if not needed or not needed.isdisjoint(present)]


@cache
def _rows(where: str, begins: str, scope: str) -> tuple[tuple[frozenset[str], str], ...]:
    """Return signs, and the patterns that match no line without one of them; all without such signs come first."""
    by_signs: dict[str, list[str]] = {}
    for kinds, signs, pattern in _table()[where, scope]:
        if may_begin(begins, kinds):
            by_signs.setdefault(signs, []).append(pattern)
    rows = [(_parted(signs), "|".join(patterns)) for signs, patterns in by_signs.items()]
    return tuple(sorted(rows, key=lambda row: bool(row[0])))


@cache
def _table() -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Return the first characters, signs and patterns of the rows, by the place and scope."""
    rows: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in read_table("normalization/mark_syntax"):
        rows[row["where"], row["scope"]].append((row["begins"], row["signs"], row["pattern"]))
    return rows


@cache
def _parted(signs: str) -> frozenset[str]:
    return frozenset(filter(None, signs.replace("\\t", "\t").split(" ")))


@cache
def _signs(where: str, begins: str) -> tuple[str, ...]:
    """Return the signs without which some pattern for such a place matches nothing."""
    needed = (signs for scope in ("doubt", "line") for signs, _ in _rows(where, begins, scope))
    return tuple(sorted(frozenset().union(*needed)))
