"""``banglanorm romanize``: write Bengali text in Latin letters."""

import argparse
import dataclasses
import re
from collections.abc import Callable
from functools import partial
from typing import Any

from banglanorm.cli import options, streams
from banglanorm.cli.errors import CommandError, printable


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "romanize",
        summary="write Bengali text in Latin letters, for readers",
        about="Write Bengali text in Latin letters, line by line. Digits and punctuation come along; what is not "
        "Bengali stays as it is. With --names every line is one name, spelled as the English press would.",
        examples=("banglanorm romanize --scheme hunterian article.txt", "banglanorm romanize --names --text পুতিনের"),
    )
    options.add_input(parser)
    options.add_output(parser)
    parser.add_argument(
        "--scheme",
        choices=("readable", "hunterian", "ala-lc", "iso15919", "ipa"),
        help="as it is spoken (readable, the default), the official South Asian spellings (hunterian), letter by "
        "letter (ala-lc, iso15919), or the pronunciation in IPA",
    )
    parser.add_argument("--names", action="store_true", help="read every line as one name")
    parser.add_argument(
        "--candidates",
        type=_positive,
        metavar="N",
        help="list up to N spellings of every name with their source and score",
    )
    options.add_format(parser)


def _positive(text: str) -> int:
    """Read a count; the message is what argparse shows."""
    if not re.fullmatch("0*[1-9][0-9]{0,8}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of at least 1")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Romanize every line of the input."""
    if args.scheme and (args.names or args.candidates):
        raise CommandError("names are not spelled by a scheme", "leave out --scheme, or --names and --candidates")
    if args.format == "jsonl" and not args.candidates:
        raise CommandError("--format jsonl is for lists of spellings", "ask for them with --candidates N")
    if args.candidates:
        return _list_candidates(args)
    if args.names:
        from banglanorm.names.reading import romanize_name

        streams.transform_lines(args, _keeping_line_end(romanize_name))
        return 0
    from banglanorm.latin.pronunciation import to_ipa
    from banglanorm.latin.romanization import romanize

    by_scheme = partial(romanize, scheme=args.scheme or "readable")
    streams.transform_lines(args, to_ipa if args.scheme == "ipa" else by_scheme)
    return 0


def _keeping_line_end(function: Callable[[str], str]) -> Callable[[str], str]:
    def on_line(line: str) -> str:
        name = line.rstrip("\r\n")
        return function(name) + line[len(name) :]

    return on_line


def _list_candidates(args: argparse.Namespace) -> int:
    """Write the spellings of each name, the likeliest first: name, spelling, source and score, or a JSON line."""
    from banglanorm.names.reading import name_candidates

    with streams.open_output(args) as output:
        for file, number, line in streams.numbered_lines(args):
            name = line.rstrip("\r\n")
            for candidate in name_candidates(name, limit=args.candidates) if name else ():
                if args.format == "jsonl":
                    record = {"file": file, "line": number, "name": name}
                    output.write_json(record | dataclasses.asdict(candidate))
                else:
                    output.write(
                        f"{printable(name)}\t{printable(candidate.text)}\t{candidate.source}\t{candidate.score:.3f}\n"
                    )
    return 0
