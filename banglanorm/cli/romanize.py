"""``banglanorm romanize``: write Bengali text in Latin letters."""

import argparse
import dataclasses
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams
from banglanorm.cli.errors import CommandError, printable

if TYPE_CHECKING:
    from banglanorm.names.candidates import NameCandidate


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
    options.add_rewriting(parser)
    parser.add_argument(
        "--scheme",
        choices=("readable", "hunterian", "ala-lc", "iso15919", "ipa"),
        help="as it is spoken (readable, the default), the official South Asian spellings (hunterian), letter by "
        "letter (ala-lc, iso15919), or the pronunciation in IPA",
    )
    parser.add_argument(
        "--capitals",
        choices=("sentences", "names"),
        help="what begins with a capital: sentences (the default), or the names in them that are sure as well",
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
    if args.capitals and (args.names or args.candidates):
        raise CommandError("names have capitals anyway", "leave out --capitals, or --names and --candidates")
    if args.capitals and args.scheme == "ipa":
        raise CommandError("IPA has no capitals", "leave out --capitals, or choose another --scheme")
    if args.format == "jsonl" and not args.candidates:
        raise CommandError("--format jsonl is for lists of spellings", "ask for them with --candidates N")
    if args.candidates:
        return _list_candidates(args)
    if args.names:
        from banglanorm.names.reading import romanize_name

        streams.rewrite(args, romanize_name)
        return 0
    from banglanorm.latin.pronunciation import to_ipa
    from banglanorm.names.capitals import romanize

    by_scheme = partial(romanize, scheme=args.scheme or "readable", capitals=args.capitals or "sentences")
    streams.rewrite(args, to_ipa if args.scheme == "ipa" else by_scheme)
    return 0


def _list_candidates(args: argparse.Namespace) -> int:
    """Write the spellings of each name, the likeliest first: name, spelling, source and score, or a JSON line."""
    from banglanorm.names.reading import name_candidates

    find = partial(name_candidates, limit=args.candidates)
    streams.list_texts(args, partial(_spellings, find, args.format))
    return 0


def _spellings(find: "Callable[[str], list[NameCandidate]]", form: str, file: str, line: int, name: str) -> str:
    found = find(name) if name else []
    if form == "jsonl":
        place = {"file": file, "line": line, "name": name}
        return "".join([streams.json_line(place | dataclasses.asdict(candidate)) for candidate in found])
    rows = [(printable(name), printable(one.text), one.source, f"{one.score:.3f}") for one in found]
    return "".join(["\t".join(row) + "\n" for row in rows])
