"""What ``check`` does with a block of texts: it lists places, a few of each rule, or the lines before and after."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

from banglanorm.cli import edits, streams
from banglanorm.cli.errors import CommandError
from banglanorm.corpus.decoding import decoded
from banglanorm.corpus.processing import Done, Rewriting, Work, gathered
from banglanorm.corpus.rows import Column

if TYPE_CHECKING:
    from banglanorm.edits import Edit
    from banglanorm.normalization.normalizer import Normalizer


@dataclass(frozen=True, slots=True)
class Places:
    """List the places that would change: at most ``most`` of each rule in a block, all for None.

    Lines for people have the rules before them, with a tab, where only some are listed: see :class:`FirstPlaces`.
    """

    normalizer: "Normalizer"
    form: str
    most: int | None
    skips: bool = False

    def __call__(self, work: Work, /) -> Done:
        """Do the work of one block."""
        rows, good, bad = gathered(work, skips=self.skips)
        after = self.normalizer.batch([text for _, text in rows])
        changed = [row for row, text in zip(rows, after, strict=True) if row[1] != text]
        counts: Counter[str] = Counter()
        listed: Counter[str] = Counter()
        shown = []
        for line, text in changed:
            for edit in self.normalizer.explain(text).edits:
                counts.update(edit.rules)
                names = ",".join(edit.rules)
                if self.most is None or listed[names] < self.most:
                    listed[names] += 1
                    shown.append(self._shown(work.place.name, line, text, edit, names))
        data = "".join(shown).encode(
            "utf-8", "surrogateescape" if work.place.errors == "surrogateescape" else "replace"
        )
        return Done(data, good, len(rows), len(changed), bad, counts)

    def _shown(self, file: str, line: int, text: str, edit: "Edit", names: str) -> str:
        if self.form == "jsonl":
            return streams.json_line(edits.record(file, line, edit))
        summaries = _summaries()
        message = " ".join([summaries[name] for name in edit.rules])
        head = "" if self.most is None else f"{names}\t"
        return f"{head}{edits.location(file, line, edit)}: {names} {edits.change(text, edit)}: {message}\n"


@cache
def _summaries() -> dict[str, str]:
    from banglanorm.normalization.rules.catalogue import rules

    return {rule.name: rule.summary for rule in rules()}


class FirstPlaces:
    """Writes the first places of each rule, and says at the end how many more there are."""

    MOST = 5

    def __init__(self) -> None:
        self._listed: Counter[bytes] = Counter()
        self._stream: Any = None

    def writer(self, stream: Any, _source: streams.Source) -> "FirstPlaces":
        """Return what the lines of a file are written to."""
        self._stream = stream
        return self

    def write(self, data: bytes) -> None:
        """Write the lines of the rules that were not listed often enough."""
        for line in data.splitlines(keepends=True):
            names, _, shown = line.partition(b"\t")
            self._listed[names] += 1
            if self._listed[names] <= self.MOST:
                self._stream.write(shown)

    def rest(self, found: Counter[str]) -> Iterator[str]:
        """Yield a line for each rule whose places are not all listed."""
        listed: Counter[str] = Counter()
        for names, number in self._listed.items():
            for name in names.decode().split(","):
                listed[name] += min(number, self.MOST)
        for name, number in found.most_common():
            if number > listed[name]:
                yield f"{name}: {number - listed[name]:,} more, {number:,} in all\n"


@dataclass(frozen=True, slots=True)
class Differences:
    """Write the lines that would change, before and after, as hunks of a unified diff without context."""

    normalizer: "Normalizer"

    def __call__(self, work: Work, /) -> Done:
        """Do the work of one block.

        Raises:
            CommandError: the file has no lines.
        """
        block, place = work
        if isinstance(block, Column):
            raise CommandError(f"--diff shows lines, and {place.name} has none")
        block = decoded(block, place)
        done = Rewriting(self.normalizer, "utf-8")(Work(block, place))
        before = block.text.encode("utf-8", "surrogateescape").split(b"\n")
        after = done.data.split(b"\n")
        if done.bad or not done.changed:
            return Done(b"", done.rows, done.texts, done.changed, done.bad)
        hunks = b"".join(_hunks(before, after, block.line))
        return Done(hunks, done.rows, done.texts, done.changed)


def _hunks(before: list[bytes], after: list[bytes], line: int) -> Iterator[bytes]:
    """Yield a hunk for each run of lines that differ; the rules of normalization keep the number of lines."""
    last = len(before) - 1
    for differ, run in groupby(range(len(before)), lambda at: before[at] != after[at]):
        if differ:
            places = list(run)
            yield f"@@ -{line + places[0]},{len(places)} +{line + places[0]},{len(places)} @@\n".encode()
            for sign, lines in ((b"-", before), (b"+", after)):
                for at in places:
                    end = b"\n\\ No newline at end of file\n" if at == last else b"\n"
                    yield sign + lines[at] + end


class _Headed:
    """Writes the name of a file before its first hunk."""

    def __init__(self, stream: Any, name: str) -> None:
        self._stream = stream
        self._head = f"--- {name}\n+++ {name}\n".encode()

    def write(self, data: bytes) -> None:
        if data:
            self._stream.write(self._head + data)
            self._head = b""


def headed(stream: Any, source: streams.Source) -> Any:
    """Return what the hunks of a file are written to."""
    return _Headed(stream, source.name)
