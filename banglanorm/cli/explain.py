"""``banglanorm explain``: show each change that ``normalize`` would make, and the rule behind it."""

import argparse
from typing import Any

from banglanorm.cli import edits, options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "explain",
        summary="show each change, before and after, with its rule",
        about="Show each change that normalize would make: where, before and after, and the rule behind it.",
        examples=("banglanorm explain article.txt", "banglanorm explain --format jsonl article.txt > edits.jsonl"),
    )
    options.add_input(parser)
    options.add_output(parser)
    options.add_format(parser)
    options.add_normalization(parser)


def run(args: argparse.Namespace) -> int:
    """Print one line for each edit."""
    from banglanorm.normalization.normalizer import Normalizer

    normalizer = Normalizer(**options.normalization(args))
    with streams.open_output(args) as output:
        for source in streams.sources(args):
            for number, line, found in edits.edited_lines(source, normalizer):
                for edit in found:
                    if args.format == "jsonl":
                        output.write_json(edits.record(source, number, edit))
                        continue
                    shown = edits.change(line, edit, colored=output.colored)
                    output.write(f"{edits.location(source, number, edit)}: {shown}  {', '.join(edit.rules)}\n")
    return 0
