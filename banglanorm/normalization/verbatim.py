"""Lines of a text whose marks stay as typed because of what stands on other lines.

They are code between fences, and strings of YAML, Android, SQL and programs that go on over several lines; alone each
of them reads as prose. What a fence is follows CommonMark 0.31 (section 4.5) but for two cases that prose has as well:
a fence that is never closed is none, and neither is a bare line of tildes, which divides verses.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import accumulate, chain
from string import ascii_letters
from typing import NamedTuple

from banglanorm.script.letters import ASCII_DIGITS

_MOST_LINES = 64  # of a string
_MOST_LINES_OF_PROGRAM = 512  # an article may be one string of a database
_compiled = cache(re.compile)  # few texts need any of these patterns

# Quotations and items of lists, one in the other; a file may begin with a mark of byte order.
_CONTAINERS = "\N{ZERO WIDTH NO-BREAK SPACE}?+" r"(?P<containers>(?:[ \t>]|(?:[-*+]|[0-9]{1,9}[.)])[ \t])*+)"
_FENCE = rf"{_CONTAINERS}(?:(?P<ticks>`{{3,}})[^`]*+|(?P<tildes>~{{3,}})[ \t]*+[A-Za-z{{.][^\n]*+)\Z"
_FENCE_ENDS = r"[ \t>]*+(?P<fence>`{3,}|~{3,})[ \t\r]*+\Z"
# A string behind a key or a dash that does not end in its line; its next lines stand deeper.
_YAML_KEY = r"(?:[^\s:#'\"]++(?: [^\s:#'\"]++){0,3}+|'(?:[^']|'')*+'|\"[^\"]*+\"): ++"
_YAML = rf"(?P<margin> *+)(?:(?:- ++)++(?:{_YAML_KEY})?+|{_YAML_KEY})'(?:[^']|'')*+\Z"
_YAML_CONTINUES = r"(?:[^']|'')*+\Z"
_YAML_ENDS = r"(?:[^']|'')*+'\s*+(?:#.*+)?\Z"
_ANDROID = r"\s*+<(?:string|item)(?:\s[^<>]*+)?(?<!/)>(?!.*</(?:string|item)>)"
# What an item of another kind (a feed, a drawing) begins with: an element that is no markup of a text.
_ELEMENT = r"\s*+<(?![/!]|(?:[abiu]|annotation|big|em|font|small|strike|strong|su[bp]|tt|xliff:g)[\s>])"
_ANDROID_ENDS = r"(?:[^<]++|<(?!/?(?:string|item)[\s>]))*+</(?:string|item)>"
# A string in single marks behind what only a program or a record of SQL has there; a mark inside is escaped or doubled.
_INSIDE = r"(?:[^'\\]++|\\.|'')*+"
_CODE = rf"(?:[^'\"]++|'{_INSIDE}'|\"(?:[^\"\\]++|\\.)*+\")*+"
_FIELD = r"\(\s?+(?:[Nn]?'|(?:(?i:null)|-?[0-9][0-9A-Za-z.]*+)\s*+,)"
_WORDS_OF_SQL = r"(?i:insert|replace|update|values|set|select|call|define)\b(?![:,\s]*+[\u0980-\u09FF])"
_RECORD = rf"\s*+(?:{_FIELD}|{_WORDS_OF_SQL})"
_IN_RECORD = rf"(?={_RECORD}){_CODE}(?:(?<=[(,])|(?<=[(,=] ))"
_ASSIGNED = rf"{_CODE}(?:(?<=[^=]= )|(?<==> )|(?<==>))"
_PROGRAM = rf"(?:{_IN_RECORD}|{_ASSIGNED})'{_INSIDE}\Z"
_PROGRAM_CONTINUES = rf"{_INSIDE}(?:'{_CODE}(?<=[(,=> ])'{_INSIDE})?+\Z"
_PROGRAM_ENDS = rf"{_INSIDE}'(?=\s*+(?:[,;)\]}}.]|\Z)){_CODE}\Z"


def find_verbatim(text: str, /) -> list[range]:
    r"""Return the numbers of the lines of each stretch whose marks stay, in order, without overlap.

    >>> find_verbatim("এভাবে:\n```python\nprint('ক')\n```\nশেষ")
    [range(1, 4)]
    """
    begun = [(kind.find, sorted(_lines_with(text, kind))) for kind in _KINDS]
    if not any(numbers for _, numbers in begun):
        return []
    lines = text.split("\n")
    found: list[range] = []
    spans = [span for find, numbers in begun if numbers for span in find(lines, numbers)]
    for span in sorted(spans, key=lambda span: span.start):
        if not found or span.start >= found[-1].stop:
            found.append(span)
    return found


def without(text: str, spans: Sequence[range], /) -> str:
    r"""Return a text with empty lines in place of those of the spans.

    >>> without("ক\n```\nখ\n```\nগ", [range(1, 4)])
    'ক\n\n\n\nগ'
    """
    if not spans:
        return text
    lines = text.split("\n")
    for number in chain.from_iterable(spans):
        lines[number] = ""
    return "\n".join(lines)


def line_starts(text: str, /) -> list[int]:
    r"""Return where each line of a text begins, and where one after the last would, in code points.

    >>> line_starts("কখ\nগ")
    [0, 3, 5]
    """
    return list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


class _Kind(NamedTuple):
    """What finds a kind in lines of some numbers, and the signs of which each of these has one.

    A text is searched for single characters, the ``marks``, which takes a tenth of the time; the signs begin ``before``
    characters in front of them. What a line ``needs`` besides is asked before any pattern is compiled.
    """

    find: Callable[[Sequence[str], Iterable[int]], Iterator[range]]
    marks: str
    signs: tuple[str, ...]
    before: int = 0
    needs: Callable[[str], bool] = bool


def _lines_with(text: str, kind: _Kind) -> set[int]:
    """Return the numbers of the lines with one of the signs of a kind."""
    found = set()
    for mark in kind.marks:
        number = done = 0
        at = text.find(mark)
        while at >= 0:
            after = at + 1
            if text.startswith(kind.signs, max(at - kind.before, 0)):
                after = text.find("\n", at)
                if after < 0:
                    after = len(text)
                if kind.needs(text[text.rfind("\n", 0, at) + 1 : after]):
                    number += text.count("\n", done, at)
                    done = at
                    found.add(number)
            at = text.find(mark, after)
    return found


def _is_left_open(line: str) -> bool:
    """Say whether a string in single marks may go on in the next line; keys in double ones and escapes add marks."""
    return line.count("'") % 2 == 1 or '"' in line or "\\" in line


def _fences(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[range]:
    first, fence, depth = -1, "", 0
    for number in numbers:
        line = lines[number]
        quoted = _depth(line)
        if quoted < depth:  # the quotation has ended, and the code in it
            fence, depth = "", 0
        if fence:
            closing = _compiled(_FENCE_ENDS).match(line) if quoted == depth else None
            if closing and closing["fence"].startswith(fence):
                yield range(first, number + 1)
                fence, depth = "", 0
        elif opening := _compiled(_FENCE).match(line):
            first, fence = number, opening["ticks"] or opening["tildes"]
            depth = opening["containers"].count(">")


def _depth(line: str) -> int:
    """Return in how many quotations a line stands."""
    return line[: len(line) - len(line.lstrip(" \t>"))].count(">")


def _strings(
    last: Callable[[Sequence[str], int], int], lines: Sequence[str], numbers: Iterable[int]
) -> Iterator[range]:
    """Yield strings over several lines that begin in lines of these numbers; ``last`` finds their last lines, or 0."""
    done = 0
    for number in numbers:
        if number >= done and (end := last(lines, number)):
            yield range(number, end + 1)
            done = end + 1


def _single_strings(lines: Sequence[str], numbers: Iterable[int]) -> Iterator[range]:
    """Yield strings in single marks; what would go on in a string of a program is read once, wherever it begins."""
    stop = 0  # the line that ends what began before it

    def last(lines: Sequence[str], first: int) -> int:
        nonlocal stop
        if end := _last_of_yaml(lines, first):
            return end
        if not _begins_in_program(lines[first]):
            return 0
        if stop <= first:
            stop = first + 1
            while stop < len(lines) and _compiled(_PROGRAM_CONTINUES).match(lines[stop]):
                stop += 1
        is_near = stop < min(first + _MOST_LINES_OF_PROGRAM, len(lines))
        return stop if is_near and _compiled(_PROGRAM_ENDS).match(lines[stop]) else 0

    return _strings(last, lines, numbers)


def _last_of_yaml(lines: Sequence[str], first: int) -> int:
    begins = _compiled(_YAML).match(lines[first])
    if begins:
        inside = begins["margin"] + " "
        for number in range(first + 1, min(first + _MOST_LINES, len(lines))):
            line = lines[number]
            if line.strip() and not line.startswith(inside):
                break
            if not _compiled(_YAML_CONTINUES).match(line):
                return number if _compiled(_YAML_ENDS).match(line) else 0
    return 0


def _begins_in_program(line: str) -> bool:
    """Say whether a string of a program begins in a line and goes on in the next."""
    is_like_code = "=" in line or line.lstrip().startswith(_RECORD_BEGINS)
    return is_like_code and _compiled(_PROGRAM).match(line) is not None


def _last_of_android(lines: Sequence[str], first: int) -> int:
    begins = _compiled(_ANDROID).match(lines[first])
    if begins:
        texts = (lines[first][begins.end() :], *lines[first + 1 : first + _MOST_LINES])
        if _compiled(_ELEMENT).match(next(filter(str.strip, texts), "")):
            return 0
        for number in range(first + 1, min(first + _MOST_LINES, len(lines))):
            if any(map(lines[number].__contains__, _OF_ANDROID)):
                break
            if _compiled(_ANDROID_ENDS).match(lines[number]):
                return number
    return 0


_OF_ANDROID = ("<string", "<item")
_OF_YAML = ("- '", ": '")
_OF_PROGRAM = ("= '", "=>'", "> '", ", '", "','", " ('", "\n('", "L,'", "S('", "s('", "_('")
_RECORD_BEGINS = tuple("(" + ascii_letters)
_OF_RECORD = tuple(f"{digit},'" for digit in ASCII_DIGITS)
_KINDS = (
    _Kind(_fences, "`~", ("```", "~~~")),
    _Kind(_single_strings, "'", _OF_YAML + _OF_PROGRAM + _OF_RECORD, before=2, needs=_is_left_open),
    _Kind(partial(_strings, _last_of_android), "<", _OF_ANDROID),
)
