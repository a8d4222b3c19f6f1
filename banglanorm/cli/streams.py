"""Reads texts and writes results: files of every format, packed or not, folders, standard input and output.

What is read is UTF-8 whatever the locale says, and comes block by block in constant memory. A mark of byte order at the
start of the input is accepted and not passed on, but where a field is read. A file that is rewritten in place keeps its
encoding and its mark; an interrupted run leaves it as it was.
"""

import argparse
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from banglanorm.cli.errors import CommandError, printable
from banglanorm.cli.options import as_utf8
from banglanorm.cli.passes import passing
from banglanorm.corpus import reading
from banglanorm.corpus.compression import packed
from banglanorm.corpus.decoding import require_encoding
from banglanorm.corpus.passing import Pass
from banglanorm.corpus.processing import Done, Listing, Rewriting, Work
from banglanorm.corpus.replacing import replacing, status_of
from banglanorm.corpus.transforming import is_folder, plan, require_one_table, write

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source(reading.Source):
    """One input: a file, standard input (``-``), or a text from the command line (``text``)."""

    text: str | None = None
    is_shown: bool = True  # in listings and messages, where no control character may reach a terminal

    @property
    def name(self) -> str:
        """What the input is called in what is written."""
        return printable(self.file) if self.is_shown else self.file

    @property
    def file(self) -> str:
        """What the input is called in JSON: the name of the file, with its bytes that are not UTF-8 replaced."""
        if self.text is not None:
            return "<text>"
        return "<stdin>" if self.path == STDIN else as_utf8(self.path).encode("utf-8", "replace").decode()

    def lines(self) -> Iterator[str]:
        r"""Yield the texts.

        Raises:
            CorpusError: the file cannot be read, or has a row that cannot be used.

        >>> list(Source("", text="এক\r\nদুই").lines())
        ['এক', 'দুই']
        """
        return (row.text for row in reading.rows_of(self))

    @contextmanager
    def raw(self) -> Iterator[BinaryIO]:
        """Open the input as bytes; standard input stays open."""
        if self.text is not None:
            yield io.BytesIO(self.text.encode())
        elif self.path != STDIN:
            with reading.Source.raw(self) as stream:
                yield stream
        else:
            if sys.stdin is None:
                raise CommandError("standard input is closed")
            if sys.stdin.isatty():
                print("banglanorm: reading from the terminal; end with Ctrl-D", file=sys.stderr)
            yield sys.stdin.buffer


def sources(args: argparse.Namespace, /) -> list[Source]:
    """Return the inputs that ``options.add_input`` read from the command line, with the files of folders.

    Raises:
        CommandError: files and a text are given at once, or there is no such encoding of text.

    >>> sources(argparse.Namespace(files=[], text=None, encoding="utf-8", errors="strict"))[0].name
    '<stdin>'
    """
    require_encoding(args.encoding)
    if args.text is None:
        paths = [name for path in args.files or [STDIN] for name in _files(path)]
        return [_input(args, path) for path in paths]
    if args.files:
        raise CommandError("files and --text cannot be read at once")
    if not _is_utf8(args.text):
        raise CommandError("--text is not UTF-8", "put the text into a file and name its encoding with --encoding")
    return [Source("", text=args.text + "\n")]


def _input(args: argparse.Namespace, path: str) -> Source:
    is_shown = getattr(args, "format", "text") != "jsonl"
    return Source(path, tuple(getattr(args, "field", None) or ()), args.encoding, args.errors, is_shown=is_shown)


def _files(path: str) -> list[str]:
    if not path:
        raise CommandError("the name of a file is empty")
    return [path] if path == STDIN else reading.files_of(path)


def numbered_texts(args: argparse.Namespace, /) -> Iterator[tuple[str, int, str]]:
    r"""Yield every text of the inputs with the name of its input and the number of its line there, from 1.

    Raises:
        CommandError: as :func:`sources` says.
        CorpusError: an input cannot be read, or has a row that cannot be used.

    >>> list(numbered_texts(argparse.Namespace(files=[], text="এক", encoding="utf-8", errors="strict")))
    [('<text>', 1, 'এক')]
    """
    for source in sources(args):
        for row in reading.rows_of(source):
            yield row.path, row.line, row.text


def json_line(record: dict[str, Any], /) -> str:
    r"""Return ``record`` as one line of JSON, with its Bengali readable.

    >>> json_line({"text": "ক"})
    '{"text": "ক"}\n'
    """
    import json  # what writes texts does without it

    line = json.dumps(record, ensure_ascii=False)
    return (line if _is_utf8(line) else json.dumps(record)) + "\n"


class Output:
    """Where results go, as UTF-8."""

    def __init__(self, stream: BinaryIO, name: str, errors: str = "strict") -> None:
        self.stream = stream
        self._name = name
        # Bytes that the input handed through go out as they came.
        self._errors = "surrogateescape" if errors == "surrogateescape" else "strict"

    def write(self, text: str) -> None:
        """Write ``text`` as it is."""
        try:
            data = text.encode("utf-8", self._errors)
        except UnicodeEncodeError as error:
            what = f"{error.object[error.start]!r} (U+{ord(error.object[error.start]):04X})"
            raise CommandError(f"cannot write {what} to {self._name} in UTF-8") from error
        self.write_bytes(data)

    def write_bytes(self, data: bytes) -> None:
        """Write ``data`` as it is."""
        self.stream.write(data)

    def write_json(self, record: dict[str, Any]) -> None:
        """Write ``record`` as one line of JSON, with its Bengali readable."""
        self.write(json_line(record))


def is_colored(args: argparse.Namespace, /) -> bool:
    """Say whether the output goes to a terminal that wants colours: see https://no-color.org."""
    is_shown = args.output in (None, STDIN) and sys.stdout is not None and sys.stdout.isatty()
    return is_shown and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class _AtOnce(io.BufferedWriter):
    """Shows a terminal what is written at once."""

    def write(self, data: Any, /) -> int:
        size = super().write(data)
        self.flush()
        return size


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
        kind = _AtOnce if os.isatty(sys.stdout.fileno()) else io.BufferedWriter
        with kind(io.FileIO(sys.stdout.fileno(), "wb", closefd=False)) as stream:
            yield Output(stream, "standard output", errors)
        return
    _require_name(target)
    _refuse_overwriting(args, status_of(target), target)
    with replacing(target, force=args.force) as draft, packed(draft.stream, target) as packing:
        yield Output(packing, target, errors)


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


def rewrite(
    args: argparse.Namespace, function: Callable[[str], str], /, *, count: Callable[[str], Iterable[str]] | None = None
) -> None:
    """Write ``function(text)`` in the place of every text, wherever the output goes; all else stays as it is.

    With ``--in-place`` a file whose texts all stay the same is not touched. ``count`` tells for ``--summary`` by name
    what was done to a text. Both must pickle, for ``--jobs``.

    Raises:
        CommandError: as :func:`sources` and :func:`open_output` say.
        CorpusError: an input cannot be read, or has a row that cannot be used.
    """
    inputs = sources(args)
    in_place = getattr(args, "in_place", False)
    if in_place and (not args.files or STDIN in args.files):
        raise CommandError("--in-place needs the names of files")
    task = Rewriting(
        function, None if in_place else "utf-8", skips=bool(args.rejects), count=count if args.summary else None
    )
    jobs = [(source.path, [source]) for source in inputs] if in_place else _folder_jobs(args, inputs)
    with passing(args, task, inputs) as (work, settle):
        if jobs is None:
            require_one_table(inputs)
            with open_output(args) as output:
                for number, source in enumerate(inputs):
                    work.rewrite(source, output.stream, is_first=number == 0)
                settle()
        for target, parts in jobs or []:
            if not in_place:
                Path(target).parent.mkdir(parents=True, exist_ok=True)
            write(work, parts, target, in_place=in_place, force=args.force, settle=settle)


def _folder_jobs(args: argparse.Namespace, inputs: list[Source]) -> list[tuple[str, list[Source]]] | None:
    """Return the files to write into a folder, or None where all goes into one stream."""
    if args.output is None or args.output == STDIN or not args.files:
        return None
    _require_name(args.output)
    if not is_folder(args.output) and not any(Path(path).is_dir() for path in args.files):
        return None
    if STDIN in args.files:
        raise CommandError("standard input has no name that a file in a folder could have")
    by_path = {source.path: source for source in inputs}
    jobs = plan(args.files, args.output, resume=args.resume)
    return [(target, [by_path[name] for name in names]) for target, names in jobs]


def list_found(
    args: argparse.Namespace,
    find: Callable[[str], Iterable[Any]],
    show: Callable[[str, int, Any], str] | None = None,
    /,
) -> Pass:
    """Write what ``find`` finds in every text: as JSON lines by its ``as_dict``, or as ``show(name, line, found)``.

    Raises:
        CommandError: as :func:`sources` and :func:`open_output` say.
        CorpusError: an input cannot be read, or has a row that cannot be used.
    """
    if show is None or args.format == "jsonl":
        return list_texts(args, partial(_as_json, find))
    return list_texts(args, partial(_as_shown, find, show))


def _as_json(find: Callable[[str], Iterable[Any]], file: str, line: int, text: str) -> str:
    return "".join([json_line({"file": file, "line": line} | found.as_dict()) for found in find(text)])


def _as_shown(
    find: Callable[[str], Iterable[Any]], show: Callable[[str, int, Any], str], file: str, line: int, text: str
) -> str:
    return "".join([show(file, line, found) for found in find(text)])


def list_texts(args: argparse.Namespace, function: Callable[[str, int, str], str], /) -> Pass:
    """Write what ``function(name, line, text)`` returns for every text; for ``--jobs`` it must pickle.

    Raises:
        CommandError: as :func:`sources` and :func:`open_output` say.
        CorpusError: an input cannot be read, or has a row that cannot be used.
    """
    return list_by(args, Listing(function, skips=bool(args.rejects)))


def list_by(
    args: argparse.Namespace,
    task: Callable[[Work], Done],
    writer: Callable[[BinaryIO, Source], Any] | None = None,
    rest: Callable[[Counter[str]], Iterable[str]] | None = None,
    /,
) -> Pass:
    """Write what a task makes of the inputs, and what ``rest`` says of its counts at the end.

    What is made of a file goes through ``writer(stream, source)``, if there is one, to the stream. The pass that is
    returned has the counts.

    Raises:
        CommandError: as :func:`sources` and :func:`open_output` say.
        CorpusError: an input cannot be read, or has a row that cannot be used.
    """
    inputs = sources(args)
    with open_output(args) as output, passing(args, task, inputs) as (work, settle):
        for source in inputs:
            work.list(source, writer(output.stream, source) if writer else output.stream)
        for line in rest(work.counts) if rest else ():
            output.write(line)
        settle()
    return work
