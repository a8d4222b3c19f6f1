"""``banglanorm numbers``: list the numbers in a text, each with its place, value, kind and unit."""

import argparse
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import visible

if TYPE_CHECKING:
    from banglanorm.numbers.match import NumberMatch


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "numbers",
        summary="list the numbers in a text with their values",
        about="List the numbers in a text, in digits and in words, each with its place, its exact value, its kind and "
        "its unit. What is not certainly a number is left out.",
        examples=("banglanorm numbers --text 'দেড় লাখ টাকা'", "banglanorm numbers --format jsonl article.txt"),
    )
    options.add_listing(parser)


def run(args: argparse.Namespace) -> int:
    """Print one line for each number."""
    from banglanorm.numbers.finding import find_numbers

    streams.list_found(args, find_numbers, _shown)
    return 0


def _shown(file: str, number: int, match: "NumberMatch") -> str:
    row = match.as_dict()
    value = match.digits or (f"{row['low']}..{row['high']}" if match.value is None else row["value"])
    words = [str(word) for word in (value, match.kind, match.qualifier, match.unit) if word != ""]
    return f"{file}:{number}:{match.start + 1}: {visible(match.text)} = {' '.join(words)}\n"
