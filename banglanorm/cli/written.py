"""``banglanorm written``: write spoken numbers in digits, for what a recognizer heard."""

import argparse
from functools import partial
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "written",
        summary="write spoken numbers, dates and phones in digits",
        about="Write numbers, dates, times, money, measures and phones that are in words in digits, where that is "
        "certain; idioms and small numbers that measure nothing stay words.",
        examples=(
            "banglanorm written --text 'পঁচাশি শতাংশ'",
            "banglanorm written --digits ascii transcript.txt",
        ),
    )
    options.add_rewriting(parser)
    group = parser.add_argument_group("digits")
    group.add_argument("--digits", choices=("bengali", "ascii"), default="bengali", help="which digits to write")
    group.add_argument("--region", choices=("bd", "in"), default="bd", help="Bangladesh (the default) or India")


def run(args: argparse.Namespace) -> int:
    """Write each line with its numbers in digits."""
    from banglanorm.spoken.writing import to_written

    streams.rewrite(args, partial(to_written, region=args.region, digits=args.digits))
    return 0
