r"""Blocks of texts, which are looked at together, and where each text comes from.

>>> block = block_of([("a.txt", 7, "এক"), ("a.txt", 8, "দুই\n")])
>>> block.text, block.at(4)
('এক\nদুই\n', ('a.txt', 8))
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Block(NamedTuple):
    """Texts with their line ends, where each begins, and for each its file, which may have no name, and its line."""

    text: str
    starts: list[int]
    places: list[tuple[str, int]]

    def at(self, offset: int, /) -> tuple[str, int]:
        r"""Return the file and the line of the text at ``offset``; where there is no file the lines in it count too.

        >>> block_of([("", 7, "এক\nদুই")]).at(4)
        ('', 8)
        """
        number = bisect_right(self.starts, offset) - 1
        file, line = self.places[number]
        return file, line if file else line + self.text.count("\n", self.starts[number], offset)


def block_of(rows: Iterable[tuple[str, int, str]], /) -> Block:
    """Return the texts of the rows, each a file, a line and a text, as one block."""
    texts: list[str] = []
    starts: list[int] = []
    places: list[tuple[str, int]] = []
    length = 0
    for file, line, text in rows:
        whole = text if text.endswith("\n") else text + "\n"
        texts.append(whole)
        starts.append(length)
        places.append((file, line))
        length += len(whole)
    return Block("".join(texts), starts, places)
