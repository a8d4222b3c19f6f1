"""``banglanorm words``: cut a text into words, one line of words with spaces between them for each line."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams

if TYPE_CHECKING:
    from banglanorm.segmentation.words import Word


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "words",
        summary="cut a text into words and marks",
        about="Write each line with its words, numbers, marks and addresses apart, a space between them; in JSON lines "
        "each with its place and kind.",
        examples=('banglanorm words --text "ছ\'দিনের সফর, ২০২৩-এর"', "banglanorm words --format jsonl article.txt"),
    )
    options.add_listing(parser)


def run(args: argparse.Namespace) -> int:
    """Print the words of each text."""
    from banglanorm.segmentation.words import find_words

    if args.format == "jsonl":
        streams.list_found(args, find_words)
    else:
        streams.list_texts(args, partial(_as_line, find_words))
    return 0


def _as_line(find: "Callable[[str], list[Word]]", _file: str, _line: int, text: str) -> str:
    return " ".join([word.text for word in find(text)]) + "\n"
