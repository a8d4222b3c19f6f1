r"""Plain text: every line is a text. Blocks are cut after a ``\n``, so a line of any length stays whole."""

from collections.abc import Iterable, Iterator
from typing import AnyStr, NamedTuple

from banglanorm.corpus.rows import Block, Encoded, Layout, Record, Slot, Span


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


def plain_lines(block: Block, /) -> list[str] | None:
    r"""Return the lines of a block that is nothing but texts, each with ``\n`` after it; None for any other.

    A text after the last end of line is a line as well.

    >>> plain_lines(Block("এক\n\nদুই\n", 1, Lines(), is_clean=True)), plain_lines(Block("এক\r\n", 1, Lines(), True))
    (['এক', '', 'দুই'], None)
    """
    if not (block.is_clean and isinstance(block.layout, Lines)) or "\r\n" in block.text:
        return None
    lines = block.text.split("\n")
    if not lines[-1]:
        lines.pop()
    return lines


def cut_lines(chunks: Iterable[str], layout: Layout, /) -> Iterator[Block]:
    r"""Cut a text that comes in pieces into blocks of whole lines, one a piece where the lines are short.

    >>> [block.text for block in cut_lines(["ক\nখ", "গ\nঘ"], Lines())]
    ['ক\n', 'খগ\n', 'ঘ']
    """
    return (Block(text, line, layout) for text, line in _whole_lines(chunks, "\n"))


def cut_encoded_lines(chunks: Iterable[bytes], layout: Layout, /) -> Iterator[Encoded]:
    r"""Cut bytes of UTF-8 as :func:`cut_lines` cuts text.

    >>> [block.data for block in cut_encoded_lines([b"a\nb", b"c"], Lines())]
    [b'a\n', b'bc']
    """
    return (Encoded(data, line, layout) for data, line in _whole_lines(chunks, b"\n"))


def cut_spans(chunks: Iterable[bytes], whole: Span, /) -> Iterator[Span]:
    r"""Cut what lies on the disk as :func:`cut_encoded_lines` cuts bytes: ``chunks`` are those of ``whole``.

    >>> whole = Span("a.txt", (0, 0), 3, 4, 1, Lines())
    >>> [(span.start, span.size, span.line) for span in cut_spans([b"a\nb", b"c"], whole)]
    [(3, 2, 1), (5, 2, 2)]
    """
    start = position = whole.start
    line = whole.line
    for chunk in chunks:
        if border := chunk.rfind(b"\n") + 1:
            yield whole._replace(start=start, size=position + border - start, line=line)
            start, line = position + border, line + chunk.count(b"\n")
        position += len(chunk)
    if position > start:
        yield whole._replace(start=start, size=position - start, line=line)


def _whole_lines(chunks: Iterable[AnyStr], border: AnyStr) -> Iterator[tuple[AnyStr, int]]:
    waiting: list[AnyStr] = []
    line = 1
    for chunk in chunks:
        end = chunk.rfind(border) + 1
        if end:
            waiting.append(chunk[:end])
            whole = border[:0].join(waiting)
            yield whole, line
            line += whole.count(border)
            waiting = [chunk[end:]]
        else:
            waiting.append(chunk)
    if rest := border[:0].join(waiting):
        yield rest, line
