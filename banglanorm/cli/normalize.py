"""``banglanorm normalize``: write the text in one spelling."""

import argparse
from collections.abc import Callable
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "normalize",
        summary="write the text in one spelling",
        about="Write the text in one spelling, line by line; explain shows what changes, and why.",
        examples=("banglanorm normalize article.txt > clean.txt", "banglanorm normalize --in-place *.txt"),
    )
    options.add_input(parser)
    options.add_output(parser, in_place=True)
    options.add_normalization(parser)
    parser.add_argument("--dates", choices=("keep", "iso"), default="keep", help="write dates and times in ISO 8601")
    options.add_dates(parser)


def run(args: argparse.Namespace) -> int:
    """Normalize every line of the input."""
    from banglanorm.normalization.normalizer import Normalizer

    normalizer = Normalizer(**options.normalization(args))
    streams.transform_lines(args, _with_iso_dates(args, normalizer) if args.dates == "iso" else normalizer)
    return 0


def _with_iso_dates(args: argparse.Namespace, normalizer: Callable[[str], str]) -> Callable[[str], str]:
    """Return a function that normalizes a line and then writes its dates in ISO 8601."""
    from banglanorm.dates.finding import dates_to_iso

    settings = options.dates(args)
    return lambda line: dates_to_iso(normalizer(line), **settings)
