"""``banglanorm normalize``: write the text in one spelling."""

import argparse
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


def run(args: argparse.Namespace) -> int:
    """Normalize every line of the input."""
    from banglanorm.normalizer import Normalizer

    streams.transform_lines(args, Normalizer(**options.normalization(args)))
    return 0
