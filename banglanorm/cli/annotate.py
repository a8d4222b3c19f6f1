"""``banglanorm annotate``: everything found in a text, a line of JSON for each line."""

import argparse
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "annotate",
        summary="find everything at once, as JSON lines",
        about="Write a line of JSON for each line of the text: the normalized line with its edits, words, sentences, "
        "numbers and dates, each with its place in the line as it was and in the normalized one.",
        examples=(
            "banglanorm annotate --text 'দু’জন ৫ মে ২০২৪ এলো৷'",
            "banglanorm annotate --reference 2023-09-17 article.txt",
        ),
    )
    options.add_input(parser)
    options.add_output(parser)
    options.add_dates(parser)


def run(args: argparse.Namespace) -> int:
    """Print one record for each line."""
    from banglanorm.corpus.annotation import annotate

    chosen = options.dates(args)
    with streams.open_output(args) as output:
        for file, number, line in streams.numbered_lines(args):
            found = annotate(line.rstrip("\r\n"), **chosen)
            output.write_json({"file": file, "line": number} | found.as_dict())
    return 0
