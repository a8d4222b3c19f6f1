"""Reads text and writes results: UTF-8 whatever the locale, newlines as they are, a line at a time in constant memory.

A mark of byte order at the start of the input is accepted and not passed on. A file that is rewritten in place keeps
its encoding and its mark; an interrupted run leaves it as it was.
"""

import argparse
import codecs
import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from banglanorm.cli.errors import CommandError, printable
from banglanorm.cli.options import as_utf8
from banglanorm.corpus.replacing import Draft, replacing, status_of

STDIN = "-"
_ORDER = "le" if sys.byteorder == "little" else "be"


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, standard input (``-``), or a text from the command line (``text``)."""

    path: str
    encoding: str = "utf-8"
    errors: str = "strict"
    text: str | None = None

    @property
    def file(self) -> str:
        """What the input is called in JSON: the name of the file, with its bytes that are not UTF-8 replaced."""
        if self.text is not None:
            return "<text>"
        return "<stdin>" if self.path == STDIN else as_utf8(self.path).encode("utf-8", "replace").decode()

    @property
    def name(self) -> str:
        """What the input is called in messages and listings, where no control character may reach a terminal."""
        return printable(self.file)

    def lines(self) -> Iterator[str]:
        r"""Yield the lines, each with its own end.

        Raises:
            CommandError: the file cannot be read, or its bytes do not decode.

        >>> list(Source("", text="এক\r\nদুই").lines())
        ['এক\r\n', 'দুই']
        """
        if self.text is not None:
            yield from io.StringIO(self.text, newline="\n")
            return
        try:
            with self._open() as stream:
                yield from self._decoded(stream)
        except OSError as error:
            raise CommandError(f"cannot read {self.name}: {error.strerror}") from error

    @contextmanager
    def _open(self) -> Iterator[BinaryIO]:
        if self.path != STDIN:
            _require_name(self.path)
            with Path(self.path).open("rb") as stream:
                yield stream
            return
        if sys.stdin is None:
            raise CommandError("standard input is closed")
        if sys.stdin.isatty():
            print("banglanorm: reading from the terminal; end with Ctrl-D", file=sys.stderr)
        yield sys.stdin.buffer

    def _decoded(self, stream: BinaryIO) -> Iterator[str]:
        if "\n".encode(self.encoding) != b"\n":  # UTF-16 and its like cannot be cut at a byte
            yield from self._decoded_wide(stream)
            return
        skipped = 0
        for number, raw in enumerate(stream, 1):
            line = raw
            if number == 1 and codecs.lookup(self.encoding).name == "utf-8":
                line = raw.removeprefix(codecs.BOM_UTF8)
                skipped = len(raw) - len(line)
            try:
                yield line.decode(self.encoding, self.errors)
            except UnicodeDecodeError as error:
                byte = error.start + 1 + (skipped if number == 1 else 0)
                where = f"{self.name}:{number}: byte {byte} of the line (0x{line[error.start]:02X})"
                raise self._undecodable(where, first=line if number == 1 else b"") from error

    def _decoded_wide(self, stream: BinaryIO) -> Iterator[str]:
        read = 0
        try:
            for line in io.TextIOWrapper(stream, self.encoding, self.errors, newline="\n"):
                read += 1
                yield line
        except UnicodeError as error:
            raise self._undecodable(f"{self.name}:{read + 1}: something in or after this line") from error

    def _undecodable(self, where: str, first: bytes = b"") -> CommandError:
        wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        other = "utf-16" if wide else "windows-1252"
        return CommandError(
            f"{where} is not {self.encoding.upper()}",
            f"if the text is in another encoding, name it (--encoding {other}); --errors replace reads on",
        )


def sources(args: argparse.Namespace, /) -> list[Source]:
    """Return the inputs that ``options.add_input`` read from the command line.

    Raises:
        CommandError: files and a text are given at once, or there is no such encoding of text.

    >>> sources(argparse.Namespace(files=[], text=None, encoding="utf-8", errors="strict"))[0].name
    '<stdin>'
    """
    try:
        "".encode(args.encoding)  # finds codecs that are not for text (hex, rot13) as well as what is none
    except (LookupError, UnicodeError) as error:
        raise CommandError(f"unknown encoding {args.encoding!r}", "for example utf-8, utf-16, windows-1252") from error
    if args.text is None:
        return [Source(path, args.encoding, args.errors) for path in args.files or [STDIN]]
    if args.files:
        raise CommandError("files and --text cannot be read at once")
    if not _is_utf8(args.text):
        raise CommandError("--text is not UTF-8", "put the text into a file and name its encoding with --encoding")
    return [Source("", text=args.text + "\n")]


def numbered_lines(args: argparse.Namespace, /) -> Iterator[tuple[str, int, str]]:
    r"""Yield every line of the inputs with the name of its input (for JSON or a listing) and its number there, from 1.

    Raises:
        CommandError: as :func:`sources` and :meth:`Source.lines` say.

    >>> list(numbered_lines(argparse.Namespace(files=[], text="এক", encoding="utf-8", errors="strict")))
    [('<text>', 1, 'এক\n')]
    """
    for source in sources(args):
        name = source.file if getattr(args, "format", "text") == "jsonl" else source.name
        for number, line in enumerate(source.lines(), 1):
            yield name, number, line


class Output:
    """Where results go: UTF-8, but for a file rewritten in place in another encoding."""

    def __init__(self, stream: BinaryIO, name: str, errors: str = "strict", encoding: str = "utf-8") -> None:
        self._stream = stream
        self._name = name
        self._encoding = encoding
        # Bytes that the input handed through go out as they came.
        self._errors = "surrogateescape" if errors == "surrogateescape" else "strict"
        self._flushes = stream.isatty()

    @property
    def colored(self) -> bool:
        """Whether the reader is a terminal that wants colours: see https://no-color.org."""
        return self._flushes and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def write(self, text: str) -> None:
        """Write ``text`` as it is; a terminal sees it at once."""
        try:
            self._stream.write(text.encode(self._encoding, self._errors))
            if self._flushes:
                self._stream.flush()
        except BrokenPipeError:
            raise
        except UnicodeEncodeError as error:
            what = f"{error.object[error.start]!r} (U+{ord(error.object[error.start]):04X})"
            raise CommandError(f"cannot write {what} to {self._name} in {self._encoding.upper()}") from error
        except OSError as error:
            raise CommandError(f"cannot write to {self._name}: {error.strerror}") from error

    def write_bytes(self, data: bytes) -> None:
        """Write ``data`` as it is: a file that is no text."""
        self._stream.write(data)

    def write_json(self, record: dict[str, Any]) -> None:
        """Write ``record`` as one line of JSON, with its Bengali readable."""
        line = json.dumps(record, ensure_ascii=False)
        self.write((line if _is_utf8(line) else json.dumps(record)) + "\n")


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def open_output(args: argparse.Namespace, /) -> Iterator[Output]:
    """Open what ``options.add_output`` was told: standard output, or a file that takes its place at the end.

    Raises:
        CommandError: the output is one of the inputs, or cannot be written.
    """
    errors = getattr(args, "errors", "strict")
    target = getattr(args, "output", None)
    if target is None or target == STDIN:
        if sys.stdout is None:
            raise CommandError("standard output is closed")
        _refuse_overwriting(args, os.fstat(sys.stdout.fileno()), "standard output")
        # Buffered also where PYTHONUNBUFFERED is set: an unbuffered write may write a part and say so.
        with open(sys.stdout.fileno(), "wb", closefd=False) as stream:
            yield Output(stream, "standard output", errors)
        return
    _require_name(target)
    _refuse_overwriting(args, status_of(target), target)
    with replacing(target, force=args.force) as draft:
        yield Output(draft.stream, target, errors)


def _refuse_overwriting(args: argparse.Namespace, there: os.stat_result | None, name: str) -> None:
    if there is None or not stat.S_ISREG(there.st_mode):
        return
    for path in _inputs(args):
        here = _status_of_input(path)
        if here and os.path.samestat(here, there):
            shown = "standard input" if path == STDIN else path
            raise CommandError(f"{name} is also the input {shown}", "write to another file, or use --in-place")


def _inputs(args: argparse.Namespace) -> list[str]:
    if not hasattr(args, "files") or args.text is not None:
        return []
    return args.files or [STDIN]


def _status_of_input(path: str) -> os.stat_result | None:
    if path != STDIN:
        return status_of(path)
    try:
        return os.fstat(sys.stdin.fileno()) if sys.stdin else None
    except (OSError, ValueError):  # no descriptor stands behind it
        return None


def _require_name(path: str) -> None:
    if not path:
        raise CommandError("the name of a file is empty")


def transform_lines(args: argparse.Namespace, function: Callable[[str], str], /) -> None:
    """Write ``function(line)`` for every line of the input, wherever the output goes; lines keep their ends.

    With ``--in-place`` a file whose lines all stay the same is not touched.

    Raises:
        CommandError: as :func:`sources`, :meth:`Source.lines` and :func:`open_output` say.
    """
    inputs = sources(args)
    if getattr(args, "in_place", False):
        if not args.files or STDIN in args.files:
            raise CommandError("--in-place needs the names of files")
        for source in inputs:
            _rewrite(source, function, force=args.force)
        return
    with open_output(args) as output:
        for source in inputs:
            for line in source.lines():
                output.write(function(line))


def _rewrite(source: Source, function: Callable[[str], str], *, force: bool) -> None:
    _require_name(source.path)
    there = status_of(source.path)
    if there and not stat.S_ISREG(there.st_mode):
        raise CommandError(f"cannot rewrite {source.path}: not a regular file")
    mark, encoding = _encoding_of(source)
    with replacing(source.path, force=force) as draft:
        draft.wanted = False
        draft.stream.write(mark)
        _write_changed(source, function, draft, Output(draft.stream, source.path, source.errors, encoding))


def _write_changed(source: Source, function: Callable[[str], str], draft: Draft, output: Output) -> None:
    for line in source.lines():
        after = function(line)
        draft.wanted = draft.wanted or after != line
        output.write(after)


# What the codec is called -> the marks that files in it may begin with, and what follows each.
_MARKS = {
    "utf-8": ((codecs.BOM_UTF8, "utf-8"),),
    "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"), (b"", "utf-8")),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", f"utf-16-{_ORDER}")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"), (b"", f"utf-32-{_ORDER}")),
}


def _encoding_of(source: Source) -> tuple[bytes, str]:
    """Return the mark of byte order that the file begins with, and the encoding of what follows it."""
    try:
        with Path(source.path).open("rb") as stream:
            beginning = stream.read(4)
    except OSError as error:
        raise CommandError(f"cannot read {source.name}: {error.strerror}") from error
    marks = _MARKS.get(codecs.lookup(source.encoding).name, ())
    return next(((mark, rest) for mark, rest in marks if beginning.startswith(mark)), (b"", source.encoding))
