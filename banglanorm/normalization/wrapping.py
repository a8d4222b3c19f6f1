"""Lines of a text that continue one another, and the quotations that run over their ends.

A paragraph that was wrapped at a fixed width cuts quotations in two, and neither line alone says where they end. What
is asked of two lines is what remains when their apostrophes and quotation marks are written in another way, so a
rewritten text falls into the same parts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from string import ascii_letters
from typing import NamedTuple

from banglanorm.normalization.labels import Label, label_pieces
from banglanorm.normalization.marks import MARKS, begins, read_marks
from banglanorm.normalization.syntax import MARKUP_SIGNS, Syntax, are_strings, find_syntax
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS, DANDA, DOUBLE_DANDA, LETTERS, WORD_CHARACTERS

_LONGEST_LINE = 160  # code points; whoever wraps lines makes them shorter
_NARROWEST = 40  # code points of the longest line, for its block to have a width
_FEW_LINES = 8  # too few to tell that they have no width
_MOST_LINES = 16  # that one quotation runs over
_MOST_TRIES = 4  # to find the line in which a quotation ends
_MOST_TOGETHER = 64  # lines that are looked at together

_OPENERS = "‘“\"'`„«‛"
_DIGITS = BENGALI_DIGITS + ASCII_DIGITS
_DOUBLED = ("‘‘", "’’", "''", "``")
_ENDS_SENTENCE = re.compile(rf"[{re.escape(MARKS)})\]\s]*+[{DANDA}{DOUBLE_DANDA}.?!:;…]")  # in a line read from its end
_CONTINUES = re.compile(
    rf"(?![{re.escape(MARKS)}(]*+[{_DIGITS}]++[.){DANDA}:])"  # an item of a list
    rf"(?![{re.escape(MARKS)}(]*+.[{WORD_CHARACTERS}]?[.)])"
    rf"(?!\S++(?:[ ]?:|[ ][-–—])[ ])"  # who speaks, a key
    rf"[{re.escape(MARKS)}(]*+[{LETTERS}{_DIGITS}A-Za-z]"
)
# Cells, code, and breaks of other kinds are none of a paragraph.
_NO_PROSE = re.compile("[\t|{}=\\\\\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\r(?!\\Z)")
_LOOSE_MARK = re.compile(rf"(?<!\S)[{re.escape(MARKS)}](?!\S)")
_BENGALI = re.compile(f"[{LETTERS}]")
_NO_STRAIGHT = str.maketrans("", "", "'\"")
_MARK = re.compile(f"[{re.escape(MARKS)}]")
_OTHER_MARK = re.compile(f"[{re.escape(MARKS.translate(_NO_STRAIGHT))}]")
# What stands beside the marks of a plain pair.
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_SINGLE_CLOSERS = ("’", "'")
_LETTER = frozenset(WORD_CHARACTERS + _DIGITS + ascii_letters)
_STOP = frozenset(",;:.?!)" + DANDA)
_BEFORE_OPENING = ("", " ")  # so that none is in a link
_AFTER_CLOSING = frozenset(["", " ", *_STOP, *"-–—"])


class Stretch(NamedTuple):
    """Lines number ``first`` to ``last`` that continue one another.

    ``fills`` says of each but the last whether it is full: the first word of the next line had no room in it.
    """

    first: int
    last: int
    fills: tuple[bool, ...]


def find_stretches(text: str) -> Iterator[Stretch]:
    r"""Yield stretches of lines in which a quotation runs on from the first line, or from the second.

    >>> list(find_stretches("তিনি বললেন, “আমরা আগামীকাল\nযাব।” সবাই খুশি\n\nক"))
    [Stretch(first=0, last=1, fills=(False,))]
    """
    lines: list[str] = []
    block = _Block([], 0, 0, 0)
    number = at = done = 0
    for start, end in sorted(_followed_lines(text).items()):
        number += text.count("\n", at, start)
        at = start
        if (
            number < done
            or (number < block.end and not block.may_be_wrapped)
            or not sketch(text[start:end]).may_be_open
        ):
            continue
        lines = lines or text.split("\n")
        if block.end <= number:
            block = _block_at(lines, number)
        if not (block.may_be_wrapped and block.links(number)):
            continue
        last = number + 1
        while last + 1 < min(block.end, number + _MOST_TOGETHER) and block.links(last):
            last += 1
        if _may_be_closed(lines, number, last) and runs_on(lines[number]):
            first = number - 1 if number > max(done, block.start) and block.links(number - 1) else number
            yield Stretch(first, last, tuple(map(block.fills, range(first, last))))
            done = last + 1


def _followed_lines(text: str) -> dict[int, int]:
    """Return where lines with an opening mark begin and end that the next line may continue, if neither is long.

    Few lines have such marks, so the marks are looked for, and no other line is cut out.
    """
    lines: dict[int, int] = {}
    for mark in _OPENERS:
        at = text.find(mark)
        while at >= 0 and (end := text.find("\n", at)) >= 0:
            if end - at <= _LONGEST_LINE and end - (start := text.rfind("\n", 0, at) + 1) <= _LONGEST_LINE:
                lines[start] = end
            at = text.find(mark, end)
    return {start: end for start, end in lines.items() if _is_short(text, end + 1) and _CONTINUES.match(text, end + 1)}


def _is_short(text: str, start: int) -> bool:
    """Say whether the line from ``start`` on is not long."""
    return text.find("\n", start, start + _LONGEST_LINE + 1) >= 0 or len(text) - start <= _LONGEST_LINE


# --- the width --------------------------------------------------------------------------------------------------------


class _Block(NamedTuple):
    """Lines without a long one among them, and the length of a full one; 0 where few are full."""

    lines: Sequence[str]
    start: int
    end: int
    full: int

    @property
    def may_be_wrapped(self) -> bool:
        return bool(self.full) or self.end - self.start <= _FEW_LINES

    def links(self, number: int) -> bool:
        """Say whether a line goes on in the next one."""
        line, following = self.lines[number : number + 2]
        return (
            _CONTINUES.match(following) is not None
            and (not _ENDS_SENTENCE.match(line[::-1]) or self.fills(number))
            and not (_NO_PROSE.search(line) or _NO_PROSE.search(following))
            and _BENGALI.search(line) is not None
            and _BENGALI.search(following) is not None
        )

    def fills(self, number: int) -> bool:
        """Say whether the first word of the next line had no room in this one, or hardly any."""
        line, following = self.lines[number : number + 2]
        return bool(self.full) and _length(line) + 1 + _length(following.split(" ", 1)[0]) >= self.full


def _block_at(lines: Sequence[str], number: int) -> _Block:
    start, end = number, number + 1
    while start and len(lines[start - 1]) <= _LONGEST_LINE:
        start -= 1
    while end < len(lines) and len(lines[end]) <= _LONGEST_LINE:
        end += 1
    together = "\n".join(lines[start:end])
    has_doubled = any(doubled in together for doubled in _DOUBLED)
    lengths = sorted(filter(None, map(_length if has_doubled else len, lines[start:end])))
    width = lengths[-1 - len(lengths) // 20]  # a few lines may be longer: headings, addresses
    full = width * 9 // 10
    number_full = len(lengths) - bisect_left(lengths, full)
    is_wrapped = width >= _NARROWEST and number_full >= max(2, len(lengths) / 3)
    return _Block(lines, start, end, full if is_wrapped else 0)


def _length(line: str) -> int:
    """Return the length of a line in which every doubled mark counts as the one that it may be written as."""
    return len(line) - sum(map(line.count, _DOUBLED))


# --- quotations over several lines ------------------------------------------------------------------------------------


def runs_on(line: str) -> bool:
    """Say whether a quotation is open at the end of a line."""
    return sketch(line).may_be_open and any(map(_is_open, _read(line)[1]))


def _may_be_closed(lines: Sequence[str], first: int, last: int) -> bool:
    """Say whether what is open in the first of the lines, or before it, may be closed in them, up to the last."""
    return any(sketch(line).may_close for line in lines[first : min(first + _MOST_LINES, last + 1)])


class Sketch(NamedTuple):
    """What is told of a line without reading its marks."""

    may_be_open: bool = True  # a quotation, at its end
    may_close: bool = True  # a quotation that is open at its beginning


_READ = Sketch()  # nothing is told


@lru_cache(maxsize=_MOST_TOGETHER)
def sketch(line: str) -> Sketch:
    """Tell what can be told of a line whose marks are plain pairs, one after the other; the last may stay open.

    A mark with a letter on one side only opens or closes whatever stands around it, so these have no other role
    where lines are read together. One before a word that may begin with it opens nothing where none closes it.
    """
    closing = ""
    may_close = is_straight = may_begin = False
    for m in _MARK.finditer(line):
        mark, at = m[0], m.start()
        before, after = line[at - 1 : at], line[at + 1 : at + 2]
        if may_begin and mark != closing:
            closing, may_begin = "", False
        if mark == "'" and before in _LETTER and after in _LETTER:
            if closing in _SINGLE_CLOSERS:
                return _READ  # it may end the quotation
            may_close = True
        elif closing:
            if mark != closing or not (after in _AFTER_CLOSING and (before in _LETTER or before in _STOP)):
                return _READ
            closing, may_begin = "", False
        else:
            closing = _PAIRS.get(mark, "")
            if not (closing and before in _BEFORE_OPENING and after in _LETTER):
                return _READ
            may_begin = closing in _SINGLE_CLOSERS and begins(line, at, at + 1)
            may_close = may_close or may_begin
            is_straight = is_straight or closing == mark
    if any(map(line.__contains__, MARKUP_SIGNS)) or (is_straight and _OTHER_MARK.search(line)):
        return _READ
    return Sketch(bool(closing) and not may_begin, may_close)


def find_quotations(lines: Sequence[str], fills: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the numbers of the first and last line of quotations that run over the lines of one stretch.

    >>> find_quotations(["তিনি বললেন, “আমরা", "যাব।” সবাই খুশি", "হলো"], [False] * 2)
    [(0, 1)]
    """
    stretch = _Lines(lines, fills)
    found = []
    done = 0
    for first in range(len(lines) - 1):
        if first >= done and _may_be_closed(lines, first, len(lines) - 1) and stretch.lacks(first)[0]:
            span = stretch.quotation_from(first)
            # What looks like strings of data may be speech, as the line before shows.
            if not span and first > done and lines[first].startswith(("'", '"')):
                span = stretch.quotation_from(first - 1)
            if span:
                found.append(span)
                done = span[1] + 1
    return found


class _Lines:
    """The lines of a stretch, whether each is full, and the labels of its marks alone."""

    def __init__(self, lines: Sequence[str], fills: Sequence[bool]) -> None:
        self.lines = lines
        self.fills = fills

    def labels(self, number: int) -> Sequence[Label]:
        """Return the labels of the marks of a line."""
        return _read(self.lines[number])[1]

    def lacks(self, number: int) -> tuple[int, int]:
        """Return how many quotations a line leaves open, and how many it closes that are none of its own."""
        if not sketch(self.lines[number]).may_be_open:
            return 0, 0
        labels = self.labels(number)
        return sum(map(_is_open, labels)), sum(map(_is_lonely, labels))

    def quotation_from(self, first: int) -> tuple[int, int] | None:
        """Return the first and last number of lines, from ``first`` on, with no quotation open at their end."""
        may_close = False
        tries = 0
        lacking, _ = self.lacks(first)  # marks that close what is open
        for last in range(first + 1, min(first + _MOST_LINES, len(self.lines))):
            opened, closed = self.lacks(last)
            lacking += opened - closed
            may_close = may_close or sketch(self.lines[last]).may_close
            are_full = all(self.fills[first:last])
            if may_close and tries < _MOST_TRIES and (are_full or lacking <= 0) and has_marks(self.lines[last]):
                tries += 1
                if self._belong_together(first, last, are_full=are_full):
                    return first, last
        return None

    def _belong_together(self, first: int, last: int, *, are_full: bool) -> bool:
        """Say whether the marks of these lines, read as those of one line, find the partners that they lack.

        Where the lines are not full, or a mark stands by itself in the first, none may have another role than in its
        line alone.
        """
        together = self.lines[first : last + 1]
        joined = " ".join(together)
        has_straight = "'" in joined or '"' in joined
        if has_straight and are_strings(joined):
            return False
        syntax = find_syntax(joined)
        if syntax.delimiters or any(_read(line)[0].is_certain for line in together):
            return False
        labels = _label(joined, syntax)
        if any(map(_is_open, labels)) or not all(label in self.labels(first) for label in filter(_is_lonely, labels)):
            return False
        may_change_roles = are_full and not _LOOSE_MARK.search(self.lines[first])
        apart = chain.from_iterable(map(self.labels, range(first, last + 1)))
        return may_change_roles or _shape(labels) == _shape(apart)


@lru_cache(maxsize=_MOST_TOGETHER)
def _read(line: str) -> tuple[Syntax, Sequence[Label]]:
    """Return what is syntax in one line, and the labels of its marks; each look at a stretch asks for them again."""
    if not has_marks(line):
        return Syntax(), ()
    syntax = find_syntax(line)
    return syntax, _label(line, syntax)


def has_marks(line: str) -> bool:
    """Say whether some apostrophe or quotation mark is in the line."""
    return _MARK.search(line) is not None


def _label(line: str, syntax: Syntax) -> list[Label]:
    marked = read_marks(line, MARKS, syntax)
    return label_pieces(marked.pieces, marked.delimiters) if marked.pieces else []


def _is_open(label: Label) -> bool:
    return label.role == "open" and label.partner < 0 and not label.keeps


def _is_lonely(label: Label) -> bool:
    """Say whether a mark closes a quotation that was not opened."""
    return label.role == "close" and label.partner < 0


def _shape(labels: Iterable[Label]) -> list[tuple[str, str]]:
    return [(label.role, label.text) for label in labels]
