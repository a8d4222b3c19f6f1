"""The options that several sub-commands share, each group one function that adds it to a parser."""

import argparse
import os
import re
import textwrap
from datetime import date, datetime
from typing import Any

from banglanorm.cli.errors import CommandError

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


class _Several(argparse.Action):
    """Gathers the values of an option that is given several times; they take the place of a setting."""

    def __call__(self, parser: Any, namespace: argparse.Namespace, value: Any, option: str | None = None) -> None:
        given = getattr(namespace, self.dest)
        setattr(namespace, self.dest, [value] if given is self.default else [*given, value])


# How a shell completes the name of a file; ``banglanorm completion`` hands this on.
_A_FILE = {"bash": "_shtab_compgen_files", "zsh": "_files", "tcsh": "f"}


def add_input(parser: argparse.ArgumentParser, /) -> None:
    """Add what to read, files and folders or a text on the command line, and how."""
    group = parser.add_argument_group("input")
    files = group.add_argument(
        "files", nargs="*", metavar="FILE", help="files and folders to read; - or none is standard input"
    )
    files.complete = _A_FILE  # type: ignore[attr-defined]
    group.add_argument("-t", "--text", type=as_utf8, metavar="TEXT", help="read this text instead of files")
    group.add_argument(
        "--field",
        action=_Several,
        type=as_utf8,
        metavar="NAME",
        help="read only this field of JSON, CSV, TSV or Parquet (repeatable): a column, or a path like article.title",
    )
    group.add_argument(
        "-e", "--encoding", default="utf-8", metavar="NAME", help="encoding of the input (default: utf-8)"
    )
    group.add_argument(
        "--errors",
        choices=("strict", "replace", "surrogateescape"),
        default="strict",
        help="bytes that do not decode: stop (strict, the default), write U+FFFD (replace), or hand them through",
    )


def add_output(parser: argparse.ArgumentParser, /, *, folder: bool = False, in_place: bool = False) -> None:
    """Add where the result goes: standard output, a file, a ``folder``, or with ``in_place`` over the input files."""
    group: Any = parser.add_argument_group("output")
    place: Any = group.add_mutually_exclusive_group() if in_place else group
    output = place.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write to this file instead of standard output" + (", or many files into this folder" if folder else ""),
    )
    output.complete = _A_FILE
    if in_place:
        place.add_argument("-i", "--in-place", action="store_true", help="rewrite the files that would change")
    if folder:
        group.add_argument("--resume", action="store_true", help="leave out files that are already in the folder")
    group.add_argument("--force", action="store_true", help="write also to a file that is read-only")


def add_work(parser: argparse.ArgumentParser, /) -> None:
    """Add how the work is done and what is told about it."""
    group: Any = parser.add_argument_group("work")
    group.add_argument(
        "-j",
        "--jobs",
        type=_count,
        default=1,
        metavar="N",
        help="share the work among N processes (0: as many as cores)",
    )
    rejects = group.add_argument(
        "--rejects", metavar="FILE", help="add rows that cannot be used to this file and go on, instead of stopping"
    )
    rejects.complete = _A_FILE
    group.add_argument("--summary", action="store_true", help="tell at the end what was read, what changed, how fast")
    group.add_argument("-q", "--quiet", action="store_true", help="no warnings and no progress bar")


def _count(text: str) -> int:
    """Read a number of processes; the message is what argparse shows."""
    if not re.fullmatch("[0-9]{1,3}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)


def add_rewriting(parser: argparse.ArgumentParser, /, *, in_place: bool = False) -> None:
    """Add the options of a command that writes each text anew: input, output and work."""
    add_input(parser)
    add_output(parser, folder=True, in_place=in_place)
    add_work(parser)


def add_listing(parser: argparse.ArgumentParser, /) -> None:
    """Add the options of a command that lists what it finds: input, output, work and format."""
    add_input(parser)
    add_output(parser)
    add_work(parser)
    add_format(parser)


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
    switches = {name: _names(getattr(args, name)) for name in ("enable", "disable") if getattr(args, name)}
    return {name: getattr(args, name) for name in names} | switches


def add_choice_of_rules(parser: argparse.ArgumentParser, /) -> None:
    """Add which of the rules are looked at."""
    group = parser.add_argument_group("choice of rules")
    group.add_argument(
        "--select", action="append", default=[], metavar="RULE", help="look at this rule only (repeatable)"
    )
    group.add_argument("--ignore", action="append", default=[], metavar="RULE", help="do not look at this rule")


def chosen_rules(args: argparse.Namespace, /) -> dict[str, Any]:
    """Return the options of ``add_normalization`` with those rules only that ``add_choice_of_rules`` leaves.

    >>> parser = argparse.ArgumentParser()
    >>> add_normalization(parser)
    >>> add_choice_of_rules(parser)
    >>> chosen_rules(parser.parse_args(["--select", "apostrophes"]))["enable"]
    ('apostrophes',)
    """
    from banglanorm.normalization.rules.catalogue import rules

    chosen = normalization(args)
    selected, ignored = _names(args.select), _names(args.ignore)
    known = [rule.name for rule in rules()]
    for option, names in (("--select", selected), ("--ignore", ignored)):
        if unknown := next((name for name in names if name not in known), None):
            raise CommandError(f"{option}: there is no rule {unknown!r}", "banglanorm rules lists them")
    others = [name for name in known if name not in selected] if selected else []
    disable = {*chosen.get("disable", ()), *ignored, *others}
    enable = selected or chosen.get("enable", ())
    return chosen | {"enable": tuple(name for name in enable if name not in disable), "disable": tuple(sorted(disable))}


def _names(lists: list[str]) -> tuple[str, ...]:
    """Return the names of rules; ``a,b`` names two."""
    return tuple([name for names in lists for name in names.split(",")])


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
