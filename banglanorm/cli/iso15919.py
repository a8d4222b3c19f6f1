"""``banglanorm iso15919``: write Bengali text by ISO 15919 so that it can be undone, and undo it."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "iso15919",
        summary="transliterate without loss, and back",
        about="Write Bengali text in Latin letters by ISO 15919, with the marks that keep every text reversible, line "
        "by line; with --reverse, write it in Bengali letters again.",
        examples=("banglanorm iso15919 article.txt > article.iso", "banglanorm iso15919 --reverse article.iso"),
    )
    options.add_rewriting(parser)
    parser.add_argument("-r", "--reverse", action="store_true", help="from ISO 15919 to Bengali letters")


def run(args: argparse.Namespace) -> int:
    """Transliterate every line of the input."""
    from banglanorm.latin.iso15919 import from_iso15919, to_iso15919

    streams.rewrite(args, from_iso15919 if args.reverse else to_iso15919)
    return 0
