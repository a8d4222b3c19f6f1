"""Straight quotation marks that are syntax: strings of a program, fields of a table, attributes, markup.

Straight marks serve prose and programs alike, and a program breaks where one of its marks is rewritten. So a line is
searched for evidence of syntax beside its straight marks, the rows of ``data/normalization/mark_syntax.tsv``. In doubt
straight marks stay as they were typed. Typographic marks are prose but for what stands in a tag, a link or a code span.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from banglanorm.script.addresses import URL
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

Span = tuple[int, int]

MARKUP_SIGNS = ("<", "`", "{{", "](")
_LINK_SIGNS = ("://", "www.")
SPAN_SIGNS = MARKUP_SIGNS + _LINK_SIGNS  # without one of these a line holds no span of syntax
_IN_WORD = f"0-9A-Za-z{BENGALI_DIGITS}{WORD_CHARACTERS}{JOINERS}"
_MOST_REMEMBERED = 1 << 10  # sets of signs
_LOOSE = re.compile(f"'(?:(?<![{_IN_WORD}]')|(?![{_IN_WORD}]))")  # not between two letters
_KINDS = {
    **dict.fromkeys(map(chr, range(0x980, 0xA00)), "ক"),
    **dict.fromkeys(ascii_letters, "a"),
    **dict.fromkeys("\"'", '"'),
}
_ANY_OTHER = "*"
# What stands before and after marks of prose: with both beside it, a mark is matched by no pattern for marks.
_BEFORE = r"^|(?<=[^\t -~]|[!\"').?-])|(?<=[A-Za-z0-9]{2})|(?<=(?:[^ -~]|[!),?0-9-]) )|(?<=[^ -~]: )|(?<=,)(?=. )"
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
    if not delimiters:
        return Syntax(spans) if spans else _NONE
    places = [at for at in _outside(line, delimiters, spans) if not stands_in_prose(line, at)]
    is_doubtful = _has_evidence(line, "doubt", places)
    is_certain = _has_evidence(line, "line", places)
    return Syntax(spans, delimiters if is_doubtful or is_certain else "", is_certain)


def are_strings(line: str, /) -> bool:
    """Say of a line whose marks are all straight that all may delimit strings, by what the line is as a whole.

    >>> are_strings("  'বাংলা', 'ইংরেজি'"), are_strings("তিনি বললেন, 'যাব'।")
    (True, False)
    """
    return ("'" not in line or _LOOSE.search(line) is not None) and has_line_evidence(line, "doubt")


def stands_in_prose(line: str, at: int, /) -> bool:
    """Say whether the characters beside a mark are such that no pattern for marks matches there.

    >>> stands_in_prose('বলেন, "যাব"', 6), stands_in_prose('f("যাব")', 2)
    (True, False)
    """
    return _compiled(_IN_PROSE).match(line, at) is not None


def _find_spans(line: str) -> tuple[Span, ...]:
    signs = " ".join(filter(line.__contains__, SPAN_SIGNS))
    return tuple([m.span() for m in _spans(signs).finditer(line)]) if signs else ()


@cache
def _spans(signs: str) -> re.Pattern[str]:
    """Return the pattern for the spans of syntax in a line with these signs."""
    patterns = _patterns("anywhere", signs, "", "span")
    return re.compile("|".join([*patterns, URL] if any(sign in signs for sign in _LINK_SIGNS) else patterns))


def _has_evidence(line: str, scope: str, places: Sequence[int]) -> bool:
    if has_line_evidence(line, scope):
        return True
    beside = _called_for("mark", _signs_in(line, "mark"), "", scope) if places else ()
    return any(pattern.match(line, at) for at in places for pattern in beside)


def has_line_evidence(line: str, *scopes: str) -> bool:
    """Say whether the line as a whole looks like syntax; ``scopes`` are those of the rows that are asked."""
    signs, begins = _signs_in(line, "line"), _KINDS.get(line[:1], _ANY_OTHER)
    return any(pattern.match(line) for scope in scopes for pattern in _called_for("line", signs, begins, scope))


def _signs_in(line: str, where: str) -> str:
    """Return which of the signs are in the line that the patterns for such a place need, as they stand in the table."""
    return " ".join(filter(line.__contains__, _signs(where)))


def _outside(line: str, delimiters: str, spans: Iterable[Span]) -> Iterator[int]:
    """Yield where the delimiters stand, but for those in spans that are syntax anyway."""
    left = iter(spans)
    start, end = next(left, (len(line), len(line)))
    for m in re.finditer(f"[{delimiters}]", line):
        while end <= m.start():
            start, end = next(left, (len(line), len(line)))
        if m.start() < start:
            yield m.start()


@lru_cache(maxsize=_MOST_REMEMBERED)
def _called_for(where: str, signs: str, begins: str, scope: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns that may match somewhere in a line with these signs, which ``begins`` with such a kind."""
    return tuple(map(_compiled, _patterns(where, signs, begins, scope)))


_compiled = cache(re.compile)


def _patterns(where: str, signs: str, begins: str, scope: str) -> list[str]:
    present = signs.split(" ")
    return [
        pattern
        for needed, kinds, pattern in _rows(where, scope)
        if not (needed and needed.isdisjoint(present)) and (not kinds or begins in kinds)
    ]


@cache
def _rows(where: str, scope: str) -> tuple[tuple[frozenset[str], str, str], ...]:
    """Return signs, kinds of a beginning, and the pattern that needs them; all without such signs come first."""
    alike: dict[tuple[str, str], list[str]] = {}
    for row in read_table("normalization/mark_syntax"):
        if (row["where"], row["scope"]) == (where, scope):
            alike.setdefault((row["signs"], row["begins"]), []).append(row["pattern"])
    rows = [(_parted(signs), begins, "|".join(patterns)) for (signs, begins), patterns in alike.items()]
    return tuple(sorted(rows, key=lambda row: bool(row[0])))


def _parted(signs: str) -> frozenset[str]:
    return frozenset(filter(None, signs.replace("\\t", "\t").split(" ")))


@cache
def _signs(where: str) -> tuple[str, ...]:
    """Return the signs without which some pattern for such a place matches nothing."""
    needed = (signs for scope in ("doubt", "line") for signs, _, _ in _rows(where, scope))
    return tuple(sorted(frozenset().union(*needed)))
