"""``banglanorm annotate``: everything found in a text, a line of JSON for each line."""

import argparse
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams

if TYPE_CHECKING:
    from banglanorm.corpus.annotation import Annotation


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
    options.add_work(parser)
    options.add_dates(parser)


def run(args: argparse.Namespace) -> int:
    """Print one record for each line."""
    from banglanorm.corpus.annotation import annotate

    streams.list_texts(args, partial(_record, partial(annotate, **options.dates(args))))
    return 0


def _record(annotate: "Callable[[str], Annotation]", file: str, line: int, text: str) -> str:
    return streams.json_line({"file": file, "line": line} | annotate(text).as_dict())
