"""Fenced code blocks in a text: lines of a program, whose marks are its own.

What a fence is follows CommonMark 0.31 (section 4.5) but for two cases that prose has as well: a fence that is never
closed is none, and neither is a bare line of tildes, which divides verses.
"""

import re
from collections.abc import Iterable
from itertools import chain

_INSIDE = r"[ \t>]*+(?:(?:[-*+]|[0-9]{1,9}[.)])[ \t]++)?"  # a quotation, an item of a list
_OPENING = re.compile(rf"{_INSIDE}(?:(?P<ticks>`{{3,}})[^`]*+|(?P<tildes>~{{3,}})[ \t]*+[A-Za-z{{.][^\n]*+)\Z")
_CLOSING = re.compile(r"[ \t>]*+(?P<fence>`{3,}|~{3,})[ \t\r]*+\Z")


def find_fences(text: str, /) -> list[range]:
    r"""Return the numbers of the lines of each fenced code block, its fences among them.

    >>> find_fences("এভাবে:\n```python\nprint('ক')\n```\nশেষ")
    [range(1, 4)]
    """
    if "```" not in text and "~~~" not in text:
        return []
    found: list[range] = []
    first, fence = -1, ""
    for number, line in enumerate(text.split("\n")):
        if fence:
            closing = _CLOSING.match(line)
            if closing and closing["fence"].startswith(fence):
                found.append(range(first, number + 1))
                fence = ""
        elif opening := _OPENING.match(line):
            first, fence = number, opening["ticks"] or opening["tildes"]
    return found


def without_fences(text: str, fences: Iterable[range], /) -> str:
    r"""Return a text with empty lines in place of those of code.

    >>> without_fences("ক\n```\nখ\n```\nগ", [range(1, 4)])
    'ক\n\n\n\nগ'
    """
    lines = text.split("\n")
    for number in chain.from_iterable(fences):
        lines[number] = ""
    return "\n".join(lines)
