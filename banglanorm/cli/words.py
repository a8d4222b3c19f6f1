"""``banglanorm words``: cut a text into words, one line of words with spaces between them for each line."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


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
    options.add_input(parser)
    options.add_output(parser)
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the words of each line."""
    from banglanorm.segmentation.words import find_words

    with streams.open_output(args) as output:
        for file, number, line in streams.numbered_lines(args):
            words = find_words(line)
            if args.format == "jsonl":
                for word in words:
                    output.write_json({"file": file, "line": number} | word.as_dict())
            else:
                output.write(" ".join([word.text for word in words]) + "\n")
    return 0
