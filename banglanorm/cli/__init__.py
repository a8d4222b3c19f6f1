"""The command ``banglanorm``: one module of this package per sub-command, loaded only when it is asked for.

To add a sub-command, write a module of its name with two functions and put the name into ``_COMMANDS`` below:

``add_parser(subparsers) -> None``
    calls :func:`banglanorm.cli.options.command`, which makes the parser with its summary and examples, and then
    ``options.add_rewriting`` where texts are written anew, or ``options.add_listing`` where things are listed.
``run(args) -> int``
    does the work and returns the exit status: 0, or 1 where the command answers a question with “no”. It hands a
    function that pickles to :func:`banglanorm.cli.streams.rewrite` or :func:`banglanorm.cli.streams.list_found`, and
    raises :class:`banglanorm.cli.errors.CommandError` for what the user has to put right.

Command modules import the library inside ``run``, so that ``--help`` needs nothing but ``argparse``.

Exit status: 0 done, 1 ``check`` found something, 2 wrong usage or input or any other failure, 130 interrupted, 141 the
pipe was closed; a run that SIGTERM or SIGHUP ends cleans up and dies of the signal.
"""

import argparse
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from banglanorm.cli import options, settings
from banglanorm.cli.errors import CommandError, printable
from banglanorm.errors import BanglanormError

_COMMANDS = (
    "normalize",
    "explain",
    "check",
    "rules",
    "inspect",
    "numbers",
    "dates",
    "annotate",
    "audit",
    "words",
    "sentences",
    "sort",
    "keys",
    "spoken",
    "written",
    "romanize",
    "iso15919",
    "bijoy",
    "completion",
)

OK, FOUND, FAILED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with ``argv`` (``sys.argv[1:]`` by default) and return its exit status.

    >>> main(["rules", "--no-such-option"])
    2
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        with _ending_signals():
            status = _status(arguments)
    except _Ended as ended:
        signal.signal(ended.number, signal.SIG_DFL)
        signal.raise_signal(ended.number)
        status = FAILED  # where a signal ends nothing
    _flush_errors()
    return status


def _status(arguments: list[str]) -> int:
    """Run the command; whatever goes wrong is one line, and status 1 is left to ``check``."""
    try:
        status = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except (CommandError, BanglanormError) as error:
        return _fail(str(error), getattr(error, "hint", ""))
    except KeyboardInterrupt as interrupt:
        _say("banglanorm: interrupted")
        if hint := getattr(interrupt, "hint", ""):
            _say(f"banglanorm: hint: {hint}")
        return INTERRUPTED
    except BrokenPipeError:
        _abandon(sys.stdout)
        return PIPE_CLOSED
    except OSError as error:
        _abandon(sys.stdout)
        return _fail(f"cannot write to {error.filename or 'standard output'}: {error.strerror}")
    except Exception:
        import traceback

        for line in traceback.format_exc().splitlines():
            _say(line)
        return _fail("this is a fault of banglanorm, not of the input")


class _Ended(BaseException):
    """A signal that ends the run came; what is open is closed and cleaned up on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def _ending_signals() -> Iterator[None]:
    """Let SIGTERM and SIGHUP unwind the stack, where they would end the process and nobody else waits for them."""
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [number for name in names if signal.getsignal(number := getattr(signal, name)) is signal.SIG_DFL]

    def end(number: int, _frame: object) -> NoReturn:
        raise _Ended(number)

    with suppress(ValueError):  # only the main thread may listen
        for number in numbers:
            signal.signal(number, end)
    try:
        yield
    finally:
        with suppress(ValueError):
            for number in numbers:
                signal.signal(number, signal.SIG_DFL)


def _run(arguments: list[str]) -> int:
    chosen = next((argument for argument in arguments if not argument.startswith("-")), None)
    names = [chosen] if chosen in _COMMANDS else _COMMANDS
    modules = {name: import_module(f"banglanorm.cli.{name}") for name in names}
    try:
        args = _parser(modules, settings_of=None if "--isolated" in arguments else chosen).parse_args(arguments)
    except SystemExit as leaving:  # argparse has printed its help or its error
        return int(leaving.code or OK)
    status: int = modules[args.command].run(args)
    return status


class _Parser(argparse.ArgumentParser):
    """Reports an error as one line, without the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(FAILED, f"{self.prog}: error: {printable(message)} (see {self.prog} --help)\n")

    def _print_message(self, message: str, file: Any = None) -> None:
        """Write help or an error; argparse would pass over a disk that is full."""
        stream = file or sys.stderr
        if message and stream is not None:
            stream.write(message)


class _Version(argparse.Action):
    """Prints the versions; looks them up only then."""

    def __call__(self, parser: argparse.ArgumentParser, *_: Any) -> None:
        from banglanorm import __version__
        from banglanorm.script.characters import UNICODE_VERSION

        print(f"banglanorm {__version__} (Unicode {UNICODE_VERSION})")
        parser.exit()


def whole_parser() -> argparse.ArgumentParser:
    """Return the parser with all commands, as it is without the settings of a project."""
    return _parser({name: import_module(f"banglanorm.cli.{name}") for name in _COMMANDS}, settings_of=None)


def _parser(modules: dict[str, Any], settings_of: str | None) -> argparse.ArgumentParser:
    """Return the parser of some commands; ``settings_of`` is the one that takes the settings of the project."""
    parser = _Parser(
        prog="banglanorm",
        usage="%(prog)s [-h] [--version] COMMAND [OPTION ...] [FILE ...]",
        description="Bengali text in one spelling, every change explained.",
        epilog="banglanorm COMMAND --help tells more about each.",
        formatter_class=options.HelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version and exit")
    parser.add_argument("--isolated", action="store_true", help="do not look for settings in pyproject.toml")
    subparsers = parser.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title="commands", prog=parser.prog
    )
    for module in modules.values():
        module.add_parser(subparsers)
    if settings_of in modules:
        settings.apply(subparsers.choices[settings_of], Path.cwd())
    return parser


def _speak_utf8() -> None:
    """Make both output streams UTF-8 whatever the locale says; what cannot be written is escaped, not an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(message: str, hint: str = "") -> int:
    _say(f"banglanorm: error: {message}")
    if hint:
        _say(f"banglanorm: hint: {hint}")
    return FAILED


def _say(message: str) -> None:
    if sys.stderr is not None:
        with suppress(OSError):  # there is nobody left to tell
            print(printable(message), file=sys.stderr)


def _flush_errors() -> None:
    """Give standard error up where it cannot be written: the exit status says what there is to say."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        _abandon(sys.stderr)


def _abandon(stream: Any) -> None:
    """Let what is still buffered go nowhere, or the interpreter would complain about it at exit."""
    if stream is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
