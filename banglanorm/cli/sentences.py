"""``banglanorm sentences``: cut a text into sentences, one a line."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


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
    options.add_input(parser)
    options.add_output(parser)
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the sentences of each line."""
    from banglanorm.segmentation.sentences import find_sentences

    with streams.open_output(args) as output:
        for file, number, line in streams.numbered_lines(args):
            for sentence in find_sentences(line):
                if args.format == "jsonl":
                    output.write_json({"file": file, "line": number} | sentence.as_dict())
                else:
                    output.write(sentence.text + "\n")
    return 0
