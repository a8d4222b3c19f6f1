"""``banglanorm explain``: show each change that ``normalize`` would make, and the rule behind it."""

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import edits, options, streams

if TYPE_CHECKING:
    from banglanorm.normalization.normalizer import Normalizer


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "explain",
        summary="show each change, before and after, with its rule",
        about="Show each change that normalize would make: where, before and after, and the rule behind it.",
        examples=("banglanorm explain article.txt", "banglanorm explain --format jsonl article.txt > edits.jsonl"),
    )
    options.add_listing(parser)
    options.add_normalization(parser)


def run(args: argparse.Namespace) -> int:
    """Print one line for each edit."""
    from banglanorm.normalization.normalizer import Normalizer

    normalizer = Normalizer(**options.normalization(args))
    streams.list_texts(args, partial(_edits, normalizer, args.format, streams.is_colored(args)))
    return 0


def _edits(normalizer: "Normalizer", form: str, colored: bool, file: str, line: int, text: str) -> str:
    shown = []
    for edit in normalizer.explain(text).edits:
        if form == "jsonl":
            shown.append(streams.json_line(edits.record(file, line, edit)))
        else:
            change = edits.change(text, edit, colored=colored)
            shown.append(f"{edits.location(file, line, edit)}: {change}  {', '.join(edit.rules)}\n")
    return "".join(shown)
