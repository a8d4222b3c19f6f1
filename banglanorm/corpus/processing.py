"""The work on one block: change its texts in their places, or write down what is found in them.

A task is small and can be sent to another process, with the blocks one after another; what it returns is what the
writer needs and nothing else.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from banglanorm.corpus.decoding import Place, decoded, judged
from banglanorm.corpus.lines import plain_lines
from banglanorm.corpus.rows import BadRow, Block, Column, Encoded, Record, Span, bad_row
from banglanorm.edits import splice
from banglanorm.errors import CorpusError


class Work(NamedTuple):
    """A block, or texts out of a table, and what is known of their file."""

    block: Block | Encoded | Span | Column
    place: Place


_NOTHING = Counter[str]()  # that nobody adds to


class Done(NamedTuple):
    """What became of a block: the bytes to write, its good rows, their texts, how many changed, and its bad rows.

    For a :class:`Column` the new ``column`` stands in the place of the bytes. ``found`` is for who gathers what was
    found, instead of writing it. ``comma`` parts the first item of a JSON list from the one before it; where there is
    none it has to go.
    """

    data: bytes = b""
    rows: int = 0
    texts: int = 0
    changed: int = 0
    bad: tuple[BadRow, ...] = ()
    counts: Counter[str] = _NOTHING
    comma: bytes = b""
    column: Sequence[str | None] = ()
    found: Any = None


@dataclass(frozen=True, slots=True)
class Rewriting:
    """Write ``function(text)`` in the place of every text.

    ``function`` may have a method ``batch`` for many texts at once, as a ``Normalizer`` has. ``count(text)`` tells by
    name what was done to a text that changed. With ``skips`` bad rows are left out; without, the first ends the block.

    Raises:
        TypeError: ``function`` returned something else than ``str``.
        CorpusError: the encoding does not have a character.
    """

    function: Callable[[str], str]
    encoding: str | None = "utf-8"  # of what is written; None is that of the file
    skips: bool = False
    count: Callable[[str], Iterable[str]] | None = None

    def __call__(self, work: Work, /) -> Done:
        """Do the work of one block."""
        block, place = work
        if isinstance(block, Column):
            return self._column(block, place)
        block = decoded(block, place)
        lines = plain_lines(block)
        return self._rows(block, place) if lines is None else self._lines(block, lines, place)

    def _rows(self, block: Block, place: Place) -> Done:
        """Do the work of a block in whose rows texts stand somewhere."""
        from banglanorm.corpus.json_rows import JsonItems  # blocks of lines do without it

        good, bad, end = _sorted_out(judged(block, place), len(block.text), skips=self.skips)
        slots = [slot for record in good for slot in record.slots]
        after = self._applied([slot.text for slot in slots], [slot.line for slot in slots], place)
        changed = [(slot, text) for slot, text in zip(slots, after, strict=True) if text != slot.text]
        edits = [
            (slot.start, slot.end, block.layout.spell(text, block.text[slot.start : slot.end]))
            for slot, text in changed
        ]
        if self.skips and bad:
            edits = sorted(edits + [(record.start, record.end, "") for record in bad])
        text = splice(block.text[:end], edits) if edits else block.text[:end]
        is_item = isinstance(block.layout, JsonItems) and text.lstrip().startswith(",")
        return Done(
            _encoded(text, self.encoding, place),
            len(good),
            len(slots),
            len(changed),
            _bad_rows(bad, block, place),
            self._counted(slot.text for slot, _ in changed),
            ",".encode(self.encoding or place.encoding) if is_item else b"",
        )

    def _lines(self, block: Block, before: list[str], place: Place) -> Done:
        """Do the work of a block that is nothing but lines."""
        after = self._applied(before, range(block.line, block.line + len(before)), place)
        changed = [text for text, new in zip(before, after, strict=True) if text != new]
        text = "\n".join(after) + "\n" * block.text.endswith("\n") if changed else block.text
        return Done(
            _encoded(text, self.encoding, place),
            len(before),
            len(before),
            len(changed),
            counts=self._counted(changed),
        )

    def _column(self, column: Column, place: Place) -> Done:
        numbered = column.numbered
        before = [text for _, text in numbered]
        after = self._applied(before, [number for number, _ in numbered], place)
        changed = [text for text, new in zip(before, after, strict=True) if text != new]
        rest = iter(after)
        texts = [None if text is None else next(rest) for text in column.texts]
        return Done(
            rows=column.rows,
            texts=len(before),
            changed=len(changed),
            counts=self._counted(changed),
            column=texts,
        )

    def _applied(self, texts: list[str], lines: Iterable[int], place: Place) -> list[str]:
        batch = getattr(self.function, "batch", None)
        if batch:
            return list(batch(texts))
        function = self.function
        applied = [function(text) for text in texts]
        for line, text in zip(lines, applied, strict=True):
            if not isinstance(text, str):
                raise TypeError(f"{place.name}:{line}: the function returned {type(text).__name__}, not str")
        return applied

    def _counted(self, texts: Iterable[str]) -> Counter[str]:
        return Counter([name for text in texts for name in self.count(text)]) if self.count else Counter()


@dataclass(frozen=True, slots=True)
class Listing:
    """Write what ``function(name, line, text)`` returns for every text, one after another."""

    function: Callable[[str, int, str], str]
    skips: bool = False

    def __call__(self, work: Work, /) -> Done:
        """Do the work of one block."""
        rows, good, bad = gathered(work, skips=self.skips)
        function = self.function
        listed = [function(work.place.name, line, text) for line, text in rows]
        data = _encoded("".join(listed), "utf-8", work.place)
        return Done(data, good, len(rows), sum(map(bool, listed)), bad)


def gathered(work: Work, /, *, skips: bool) -> tuple[list[tuple[int, str]], int, tuple[BadRow, ...]]:
    r"""Return the texts of a block with their lines, the number of its good rows, and its bad rows.

    >>> from banglanorm.corpus.lines import Lines
    >>> gathered(Work(Block("এক\nদুই\n", 1, Lines()), Place("a.txt")), skips=False)
    ([(1, 'এক'), (2, 'দুই')], 2, ())
    """
    block, place = work
    if isinstance(block, Column):
        return block.numbered, block.rows, ()
    block = decoded(block, place)
    lines = plain_lines(block)
    if lines is not None:
        return list(enumerate(lines, block.line)), len(lines), ()
    good, bad, _ = _sorted_out(judged(block, place), 0, skips=skips)
    texts = [(slot.line, slot.text) for record in good for slot in record.slots]
    return texts, len(good), _bad_rows(bad, block, place)


def _sorted_out(records: Iterable[Record], end: int, *, skips: bool) -> tuple[list[Record], list[Record], int]:
    """Part good rows from bad; without ``skips`` the block ends before the first of these."""
    good, bad = [], []
    for record in records:
        if not record.fault:
            good.append(record)
            continue
        bad.append(record)
        if not skips:
            return good, bad, record.start
    return good, bad, end


def _bad_rows(records: Iterable[Record], block: Block | Column, place: Place) -> tuple[BadRow, ...]:
    if isinstance(block, Column):
        return ()
    return tuple([bad_row(record, block, place.name) for record in records])


def _encoded(text: str, encoding: str | None, place: Place) -> bytes:
    """Encode what is to be written, as the file was for None; bytes that the input handed through stay themselves."""
    errors = "surrogateescape" if place.errors == "surrogateescape" else "strict"
    chosen = encoding or place.encoding
    try:
        return text.encode(chosen, errors)
    except UnicodeEncodeError as error:
        char = error.object[error.start]
        what = f"{char!r} (U+{ord(char):04X}) {'of' if encoding else 'to'} {place.name}"
        raise CorpusError(f"cannot write {what} in {chosen.upper()}") from error
