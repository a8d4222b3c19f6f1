"""``banglanorm sentences``: cut a text into sentences, one a line."""

import argparse
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams

if TYPE_CHECKING:
    from banglanorm.segmentation.sentences import Sentence


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "sentences",
        summary="cut a text into sentences, one a line",
        about="Write each sentence on a line of its own; in JSON lines each with its place. A line break ends a "
        "sentence, so join the lines of a hard-wrapped text first.",
        examples=(
            "banglanorm sentences --text 'ড. করিম এলেন। কেন?'",
            "banglanorm sentences --format jsonl article.txt",
        ),
    )
    options.add_listing(parser)


def run(args: argparse.Namespace) -> int:
    """Print the sentences of each line."""
    from banglanorm.segmentation.sentences import find_sentences

    streams.list_found(args, find_sentences, _as_line)
    return 0


def _as_line(_file: str, _line: int, sentence: "Sentence") -> str:
    return sentence.text + "\n"
