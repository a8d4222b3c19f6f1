"""``banglanorm romanize``: write Bengali text in Latin letters."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "romanize",
        summary="write Bengali text in Latin letters, for readers",
        about="Write Bengali text in Latin letters, line by line. Digits and punctuation come along; what is not "
        "Bengali stays as it is.",
        examples=("banglanorm romanize --text বাংলাদেশ", "banglanorm romanize --scheme hunterian article.txt"),
    )
    options.add_input(parser)
    options.add_output(parser)
    parser.add_argument(
        "--scheme",
        choices=("readable", "hunterian", "ala-lc", "iso15919", "ipa"),
        default="readable",
        help="as it is spoken (readable, the default), the official South Asian spellings (hunterian), letter by "
        "letter (ala-lc, iso15919), or the pronunciation in IPA",
    )


def run(args: argparse.Namespace) -> int:
    """Romanize every line of the input."""
    from banglanorm.pronunciation import to_ipa
    from banglanorm.romanization import romanize

    def by_scheme(line: str) -> str:
        return romanize(line, scheme=args.scheme)

    streams.transform_lines(args, to_ipa if args.scheme == "ipa" else by_scheme)
    return 0
