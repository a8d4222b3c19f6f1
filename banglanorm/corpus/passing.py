"""One pass over files: what is read goes through a task, and what comes out is written, in order."""

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO

from banglanorm.corpus.decoding import Place
from banglanorm.corpus.parquet import Table, open_table
from banglanorm.corpus.processing import Done, Work
from banglanorm.corpus.reading import Opened, Source, take
from banglanorm.corpus.rows import BadRow

Run = Callable[[Iterable[Work]], Iterator[Done]]


class Pass:
    """Takes files through ``run`` one after another, and counts.

    ``rejected`` gets the bad rows; without it the first ends the pass with an error. ``watch`` is called after every
    block, when the counts are new: ``size`` is that of what was read, unpacked, ``position`` where the disk is read.
    ``begun`` is called with every file of text and its first characters, ``gather`` with what a block gives to gather.
    """

    def __init__(
        self,
        run: Run,
        *,
        rejected: Callable[[BadRow], object] | None = None,
        watch: Callable[["Pass"], None] | None = None,
        begun: Callable[[Source, str], None] | None = None,
        gather: Callable[[Any], None] | None = None,
    ) -> None:
        self._run = run
        self._rejected = rejected
        self._watch = watch
        self._begun = begun
        self._gather = gather
        self.files = self.texts = self.changed = self.bad = self.size = self.position = 0
        self.counts: Counter[str] = Counter()

    def rewrite(self, source: Source, target: BinaryIO, /, *, keeps_mark: bool = False, is_first: bool = True) -> bool:
        """Write the file with its new texts, and say whether it is anything else than it was.

        The mark of byte order goes along with ``keeps_mark``, and where a field is read, to the beginning of what is
        written: programs that read tables look for it.

        Raises:
            CorpusError: the file cannot be read, or has a bad row and nobody takes it.
        """
        before = self.changed + self.bad
        if source.is_parquet:
            self._rewrite_table(source, target)
        else:
            self._write_text(source, target, "all" if keeps_mark else "utf-8" if source.fields and is_first else "")
        return self.changed + self.bad > before

    def list(self, source: Source, target: BinaryIO, /) -> None:
        """Write what the task finds in the file.

        Raises:
            CorpusError: the file cannot be read, or has a bad row and nobody takes it.
        """
        if not source.is_parquet:
            self._write_text(source, target)
            return
        with source.raw() as raw, open_table(raw, source) as table:
            for done in self._run(self._columns(table, source, deque(maxlen=0))):
                target.write(done.data)
                self._take(done)
            self._finish(raw)

    def _write_text(self, source: Source, target: BinaryIO, marks: str = "") -> None:
        with source.raw() as raw:
            size, position = self.size, self.position
            file = Opened(source, raw)
            if self._begun:
                self._begun(source, file.decoder.beginning())
            if marks == "all" or marks == file.decoder.encoding:
                target.write(file.decoder.mark)
            rows = 0
            for done in self._run(Work(block, file.place) for block in file.raw_blocks()):
                target.write(done.data if rows else done.data.replace(done.comma, b"", 1))
                rows += done.rows
                self.size, self.position = size + file.decoder.size, position + _position(raw)
                self._take(done)
        self.files += 1

    def _rewrite_table(self, source: Source, target: BinaryIO) -> None:
        batches: deque[Any] = deque()
        with source.raw() as raw, open_table(raw, source) as table, table.writer(target) as writer:
            for done in self._run(self._columns(table, source, batches)):
                writer.write_batch(table.with_texts(batches.popleft(), done.column))
                self._take(done)
            self._finish(raw)

    def _columns(self, table: Table, source: Source, batches: deque[Any]) -> Iterator[Work]:
        """Yield the texts of a table some thousands at a time, and keep the rows they are of."""
        row = 1
        for batch in table.batches():
            batches.append(batch)
            yield Work(table.texts(batch, row), Place(source.name))
            row += batch.num_rows

    def _finish(self, raw: BinaryIO) -> None:
        size = raw.seek(0, 2)
        self.size, self.position = self.size + size, self.position + size
        self.files += 1

    def _take(self, done: Done) -> None:
        self.texts += done.texts
        self.changed += done.changed
        self.counts += done.counts
        if self._gather and done.found is not None:
            self._gather(done.found)
        for row in done.bad:
            take(row, self._rejected)
            self.bad += 1
        if self._watch:
            self._watch(self)


def _position(raw: BinaryIO) -> int:
    try:
        return raw.tell()
    except OSError:  # a pipe
        return 0
