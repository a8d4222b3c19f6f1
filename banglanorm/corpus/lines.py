r"""Plain text: every line is a text. Blocks are cut after a ``\n``, so a line of any length stays whole."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from banglanorm.corpus.rows import Block, Layout, Record, Slot


class Lines(NamedTuple):
    r"""Every line is a text, without its end, ``\n`` or ``\r\n``.

    >>> [slot.text for record in Lines().records("এক\r\nদুই", 1) for slot in record.slots]
    ['এক', 'দুই']
    """

    def records(self, text: str, line: int, /) -> Iterator[Record]:
        """Yield a row for each line."""
        start = 0
        for number, whole in enumerate(text.split("\n"), line):
            end = start + len(whole)
            if start == len(text):  # what follows the last end of line
                return
            stop = min(end + 1, len(text))
            content = whole.removesuffix("\r") if stop > end else whole
            yield Record(start, stop, number, (Slot(start, start + len(content), content, number),))
            start = stop

    def spell(self, text: str, before: str, /) -> str:
        """Return ``text`` as it is."""
        return text


def cut_lines(chunks: Iterable[str], layout: Layout, /) -> Iterator[Block]:
    r"""Cut a text that comes in pieces into blocks of whole lines, one a piece where the lines are short.

    >>> [block.text for block in cut_lines(["ক\nখ", "গ\nঘ"], Lines())]
    ['ক\n', 'খগ\n', 'ঘ']
    """
    waiting: list[str] = []
    line = 1
    for chunk in chunks:
        end = chunk.rfind("\n") + 1
        if end:
            text = "".join([*waiting, chunk[:end]])
            yield Block(text, line, layout)
            line += text.count("\n")
            waiting = [chunk[end:]]
        else:
            waiting.append(chunk)
    text = "".join(waiting)
    if text:
        yield Block(text, line, layout)
