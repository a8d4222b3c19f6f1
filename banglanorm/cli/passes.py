"""A run over many files as the user sees it: a bar on a terminal, warnings, rows set aside, a summary at the end."""

import argparse
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, TextIO

from banglanorm.cli.errors import CommandError, Interrupted, printable
from banglanorm.corpus.passing import Pass
from banglanorm.corpus.processing import Done, Work
from banglanorm.corpus.reading import BadRowError, Source
from banglanorm.corpus.replacing import status_of
from banglanorm.corpus.rows import BadRow
from banglanorm.corpus.transforming import is_folder
from banglanorm.corpus.workers import workers

_MEGABYTE = 1_000_000


@contextmanager
def passing(
    args: argparse.Namespace,
    task: Callable[[Work], Done],
    inputs: "list[Any]",
    /,
    *,
    gather: Callable[[Any], None] | None = None,
) -> Iterator[tuple[Pass, Callable[[], None]]]:
    """Give a pass of the task over the inputs, and a function to call when what was written so far is whole.

    Raises:
        CommandError: a row cannot be used and ``--rejects`` was not given.
        Interrupted: the user ended the run.
    """
    bar = _Bar(inputs) if _wants_bar(args) else None
    with _rejects(args.rejects, inputs) as rejects, workers(task, args.jobs or os.cpu_count() or 1) as run:
        work = Pass(
            run,
            rejected=rejects.take if rejects else None,
            watch=bar.show if bar else None,
            begun=None if args.quiet else _Warning().look,
            gather=gather,
        )
        begun = time.perf_counter()
        try:
            yield work, rejects.settle if rejects else lambda: None
        except KeyboardInterrupt as interrupt:
            raise Interrupted(_way_on(args)) from interrupt
        except BadRowError as error:
            raise CommandError(str(error), _advice(error.row)) from error
        finally:
            if bar:
                bar.clear()
        if args.summary:
            _summarize(work, time.perf_counter() - begun)


def _way_on(args: argparse.Namespace) -> str:
    """Say what is done, and how to go on."""
    output = getattr(args, "output", None)
    if getattr(args, "in_place", False):
        return "every file is whole; the same command goes on with those that were not done"
    if output in (None, "-"):
        return ""
    if is_folder(output):
        return f"the files in {output} are whole; the same command with --resume goes on with the others"
    return f"{output} was not written; run the same command again"


def _advice(row: BadRow) -> str:
    if "(0x" in row.reason:
        wide = re.match("\ufeff|[\udcfe\udcff]{2}", row.row)
        other = "utf-16" if wide else "windows-1252"
        return f"if the text is in another encoding, name it (--encoding {other}); --errors replace reads on"
    return "--rejects FILE sets such rows aside and goes on"


# --- rows set aside ---------------------------------------------------------------------------------------------------


class _Rejects:
    """Keeps bad rows until what the others became is whole, and then adds them to a file: none is lost, none twice."""

    def __init__(self, target: BinaryIO, waiting: BinaryIO) -> None:
        self._target = target
        self._waiting = waiting

    def take(self, row: BadRow) -> None:
        """Keep a row, and tell."""
        print(f"banglanorm: set aside: {printable(str(row))}", file=sys.stderr)
        line = row.row if row.row.endswith("\n") else f"{row.row}\n"
        self._waiting.write(line.encode("utf-8", "surrogateescape"))

    def settle(self) -> None:
        """Add what was kept to the file."""
        size = self._waiting.tell()
        self._waiting.seek(0)
        while chunk := self._waiting.read(min(size, 1 << 16)):
            self._target.write(chunk)
        self._target.flush()
        os.fsync(self._target.fileno())
        self._waiting.seek(0)
        self._waiting.truncate()


@contextmanager
def _rejects(path: str | None, inputs: "list[Any]") -> Iterator[_Rejects | None]:
    if path is None:
        yield None
        return
    there = status_of(path)
    for here in map(status_of, (source.path for source in inputs)):
        if there and here and os.path.samestat(here, there):
            raise CommandError(f"{path} is also an input", "set rows aside in another file")
    try:
        target = open(path, "ab")  # noqa: SIM115, PTH123 # its errors are told here, those of the run elsewhere
    except OSError as error:
        raise CommandError(f"cannot write to {path}: {error.strerror}") from error
    from tempfile import TemporaryFile  # few runs need it, and all would wait for it to load

    with target, TemporaryFile() as waiting:
        yield _Rejects(target, waiting)


# --- what looks like something else -----------------------------------------------------------------------------------

# What a file may be -> the ends of names that say so, and how such files begin where the name does not tell.
_LOOKS = {
    "CSV": (".csv|.tsv|.tab", r'\A(?:"[^"\n]*"|[\w ]+)(?:([,;\t|])(?:"[^"\n]*"|[\w ]+))+\r?\n[^\n]*\1'),
    "JSON": (".json|.jsonl|.ndjson", r'\A\s*(?:\{\s*"|\[\s*[\{\["])'),
    "PO": (".po|.pot", r'^msgid "'),
    "code": (
        ".py|.js|.ts|.html|.htm|.xml|.svg|.yaml|.yml|.toml|.ini|.css|.java|.c|.h|.cpp|.go|.rs|.php|.sql|.sh|.tex",
        r"\A(?:#!|<\?(?:xml|php)|<!DOCTYPE|<html)",
    ),
}
_PATTERNS = {kind: re.compile(pattern, re.MULTILINE) for kind, (_, pattern) in _LOOKS.items()}


def kind_of(ending: str, beginning: str, /) -> str:
    """Return what a file read as plain text looks like, or nothing.

    >>> kind_of(".csv", ""), kind_of("", '{"a": 1}'), kind_of(".txt", "এক, দুই, তিন")
    ('CSV', 'JSON', '')
    """
    for kind, (endings, _) in _LOOKS.items():
        if ending in endings.split("|"):
            return kind
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(beginning)), "")


class _Warning:
    """Warns once in a run that a file read line by line looks like something with a syntax."""

    def __init__(self) -> None:
        self._warned = False

    def look(self, source: Source, beginning: str) -> None:
        """Look at a file that is about to be read."""
        if self._warned or source.fields:
            return
        if kind := kind_of(source.kind, beginning):
            self._warned = True
            way = "--field NAME reads one field of it" if kind in ("CSV", "JSON") else "its syntax is not known"
            name = printable(source.name)
            print(f"banglanorm: warning: {name} looks like {kind} and is read line by line: {way}", file=sys.stderr)


# --- what is shown ----------------------------------------------------------------------------------------------------


def _summarize(work: Pass, seconds: float) -> None:
    """Tell on standard error what was done."""
    speed = work.size / _MEGABYTE / max(seconds, 1e-9)
    aside = f", {work.bad:,} set aside" if work.bad else ""
    print(
        f"files {work.files:,}, lines {work.texts:,}, changed {work.changed:,}{aside}; "
        f"{work.size / _MEGABYTE:,.1f} MB in {seconds:.1f} s, {speed:.1f} MB/s",
        file=sys.stderr,
    )
    width = max(map(len, work.counts), default=0)
    for name, number in work.counts.most_common():
        print(f"  {name:{width}}  {number:>9,}", file=sys.stderr)


def _wants_bar(args: argparse.Namespace) -> bool:
    """Say whether somebody sees a bar, and nothing else that it would mix with."""
    to_terminal = getattr(args, "output", None) in (None, "-") and not getattr(args, "in_place", False)
    errors_shown = sys.stderr is not None and sys.stderr.isatty()
    return errors_shown and not args.quiet and not (to_terminal and sys.stdout is not None and sys.stdout.isatty())


class _Bar:
    """One line on a terminal: how much is read, how fast, and how many texts changed."""

    def __init__(self, inputs: "list[Source]", stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._total = sum(map(_size, inputs))
        self._begun = self._shown = time.monotonic()

    def show(self, work: Pass) -> None:
        """Draw the line anew, at most five times a second."""
        now = time.monotonic()
        if now - self._shown < 0.2:
            return
        self._shown = now
        part = min(1.0, work.position / self._total) if self._total else 0
        bar = f"{'█' * round(20 * part):░<20} {part:4.0%}  " if self._total else ""
        read = f"{work.size / _MEGABYTE:,.1f} MB  {work.size / _MEGABYTE / (now - self._begun):.1f} MB/s"
        self._stream.write(f"\r\033[K{bar}{read}  {work.changed:,} changed")
        self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        self._stream.write("\r\033[K")
        self._stream.flush()


def _size(source: Source) -> int:
    try:
        return os.stat(source.path).st_size  # noqa: PTH116
    except OSError:  # no file
        return 0
