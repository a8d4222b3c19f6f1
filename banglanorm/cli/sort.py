"""``banglanorm sort``: sort lines as a Bengali dictionary does."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "sort",
        summary="sort lines as a Bengali dictionary does",
        about="Write the lines in the order of CLDR's collation. All lines are held in memory. Lines with the same key "
        "(১ and 1, joiners apart) keep their order.",
        examples=("banglanorm sort words.txt", "banglanorm sort --unique --language as words.txt"),
    )
    options.add_input(parser)
    options.add_output(parser)
    group = parser.add_argument_group("order")
    group.add_argument("-r", "--reverse", action="store_true", help="the last first")
    group.add_argument("-u", "--unique", action="store_true", help="of equal lines write the first only")
    group.add_argument(
        "--language", choices=("bn", "as"), default="bn", help="whose order: Bengali (the default) or Assamese"
    )


def run(args: argparse.Namespace) -> int:
    """Read all lines, then print them in order."""
    from banglanorm.keys.collation import sort_key

    lines = [text for _, _, text in streams.numbered_texts(args)]
    if args.unique:
        lines = list(dict.fromkeys(lines))
    lines.sort(key=lambda line: sort_key(line, language=args.language), reverse=args.reverse)
    with streams.open_output(args) as output:
        for line in lines:
            output.write(line + "\n")
    return 0
