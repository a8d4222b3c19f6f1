"""``banglanorm keys``: write the matching key of each text, which is the same for its spellings."""

import argparse
from functools import partial
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "keys",
        summary="write the matching keys of lines or fields",
        about="Write in the place of each text its matching key: texts that are the same but for what --fold names "
        "have the same key, so that tables can be joined and doubles found.",
        examples=("banglanorm keys --text বাড়ী --fold loose", "banglanorm keys --field name people.csv -o keys.csv"),
    )
    options.add_rewriting(parser)
    parser.add_argument(
        "--fold", default="exact", metavar="NAMES", help="exact (the default), loose, speech, or names of folds: a,b"
    )


def run(args: argparse.Namespace) -> int:
    """Write the key of each text."""
    from banglanorm.keys.matching import matching_key

    fold = tuple(args.fold.split(",")) if "," in args.fold else args.fold
    streams.rewrite(args, partial(matching_key, fold=fold))
    return 0
