"""The options that several sub-commands share, each group one function that adds it to a parser."""

import argparse
import os
import textwrap
from datetime import date, datetime
from typing import Any

_WIDTH = 96  # of the help, on every terminal, so that it can stand in the docs


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Prints options as ``-o, --output FILE`` on every Python, and commands without a heading of their own."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=_WIDTH)

    def _format_action(self, action: argparse.Action) -> str:
        if not isinstance(action, argparse._SubParsersAction):
            return super()._format_action(action)
        return "".join(super(HelpFormatter, self)._format_action(command) for command in action._get_subactions())

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        value = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {value}"


def command(
    subparsers: Any,
    name: str,
    /,
    *,
    summary: str,
    about: str,
    examples: tuple[str, str],
    operands: str = "[FILE ...]",
) -> Any:
    """Add the parser of the sub-command ``name``; ``examples`` are two lines that can be run as they stand.

    >>> subparsers = argparse.ArgumentParser().add_subparsers()
    >>> command(subparsers, "echo", summary="say it again", about="", examples=("a", "b")).prog.split()[-1]
    'echo'
    """
    shown = "\n".join(f"  {example}" for example in examples)
    return subparsers.add_parser(
        name,
        usage=f"banglanorm {name} [OPTION ...] {operands}",
        help=summary,
        description=textwrap.fill(about, _WIDTH),
        epilog=f"examples:\n{shown}",
        formatter_class=HelpFormatter,
    )


def as_utf8(argument: str, /) -> str:
    """Return an argument of the command line as the UTF-8 that the shell handed over, whatever the locale.

    >>> as_utf8("বাংলা")
    'বাংলা'
    """
    try:
        return os.fsencode(argument).decode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # it never was bytes: a Python program calls main
        return argument


def add_input(parser: argparse.ArgumentParser, /) -> None:
    """Add the files to read, or a text on the command line, and how to decode them."""
    group = parser.add_argument_group("input")
    group.add_argument("files", nargs="*", metavar="FILE", help="files to read; - or none is standard input")
    group.add_argument("-t", "--text", type=as_utf8, metavar="TEXT", help="read this text instead of files")
    group.add_argument(
        "-e", "--encoding", default="utf-8", metavar="NAME", help="encoding of the input (default: utf-8)"
    )
    group.add_argument(
        "--errors",
        choices=("strict", "replace", "surrogateescape"),
        default="strict",
        help="bytes that do not decode: stop (strict, the default), write U+FFFD (replace), or hand them through",
    )


def add_output(parser: argparse.ArgumentParser, /, *, in_place: bool = False) -> None:
    """Add where the result goes: standard output, a file, or with ``in_place`` over the input files."""
    group: Any = parser.add_argument_group("output")
    place: Any = group.add_mutually_exclusive_group() if in_place else group
    place.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    if in_place:
        place.add_argument("-i", "--in-place", action="store_true", help="rewrite the files that would change")
    group.add_argument("--force", action="store_true", help="write also to a file that is read-only")


def add_format(parser: argparse.ArgumentParser, /) -> None:
    """Add the choice between lines for people and JSON lines for programs."""
    parser.add_argument(
        "-f", "--format", choices=("text", "jsonl"), default="text", help="text (the default) or JSON lines"
    )


def add_normalization(parser: argparse.ArgumentParser, /) -> None:
    """Add the options of :func:`banglanorm.normalize`, under the same names."""
    group = parser.add_argument_group("normalization")
    group.add_argument(
        "-p", "--profile", choices=("canonical", "visual", "standard", "repair"), default="standard",
        help="how much to do, each including the one before (default: standard)",
    )  # fmt: skip
    group.add_argument(
        "--nukta", choices=("decomposed", "composed"), default="decomposed", help="how ড়, ঢ় and য় are written"
    )
    group.add_argument("--apostrophe", type=as_utf8, metavar="MARK", default="'", help="' (the default), ’, ʼ or keep")
    group.add_argument(
        "--quotes", choices=("curly", "ascii", "keep"), default="curly", help="how quotation marks are written"
    )
    group.add_argument("--digits", choices=("keep", "ascii", "bengali"), default="keep", help="which digits to write")
    group.add_argument(
        "--enable", action="append", default=[], metavar="RULE", help="add a rule of another profile (repeatable)"
    )
    group.add_argument("--disable", action="append", default=[], metavar="RULE", help="leave a rule out (repeatable)")


def normalization(args: argparse.Namespace, /) -> dict[str, Any]:
    """Return the options of ``add_normalization`` as keyword arguments; ``a,b`` names two rules.

    >>> parser = argparse.ArgumentParser()
    >>> add_normalization(parser)
    >>> normalization(parser.parse_args(["--disable", "a,b", "--disable", "c"]))["disable"]
    ('a', 'b', 'c')
    """
    names = ("profile", "nukta", "apostrophe", "quotes", "digits")
    switches = {
        name: tuple(",".join(getattr(args, name)).split(",")) for name in ("enable", "disable") if getattr(args, name)
    }
    return {name: getattr(args, name) for name in names} | switches


def add_dates(parser: argparse.ArgumentParser, /) -> None:
    """Add when and where the text was written, which relative and Bangla dates need."""
    group = parser.add_argument_group("dates")
    group.add_argument(
        "--reference", type=_moment, metavar="DATE", help="when the text was written: 2023-09-17 or 2023-09-17T17:57"
    )
    group.add_argument(
        "--region", choices=("bd", "in"), default="bd", help="Bangladesh (the default) or India: calendar, fiscal year"
    )


def dates(args: argparse.Namespace, /) -> dict[str, Any]:
    """Return the options of ``add_dates`` as keyword arguments.

    >>> parser = argparse.ArgumentParser()
    >>> add_dates(parser)
    >>> dates(parser.parse_args(["--reference", "2023-09-17"]))["reference"]
    datetime.date(2023, 9, 17)
    """
    return {"reference": args.reference, "region": args.region}


def _moment(text: str) -> date:
    """Read a date, or a date with its time; the message is what argparse shows."""
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2023-09-17 or 2023-09-17T17:57") from None
