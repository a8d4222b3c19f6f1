"""``banglanorm dates``: list the dates and times of a text with their ISO form."""

import argparse
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import visible

if TYPE_CHECKING:
    from banglanorm.dates.finding import DateMatch


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "dates",
        summary="list dates and times with their ISO form",
        about="List the dates, times, periods, sets and lengths of time in a text, a line each: where, as written, in "
        "ISO 8601. A relative date needs --reference; without it a question mark stands for its value.",
        examples=(
            "banglanorm dates --text '২৫শে বৈশাখ ১৪৩১'",
            "banglanorm dates --format jsonl --reference 2023-09-17T17:57 --region in article.txt",
        ),
    )
    options.add_listing(parser)
    options.add_dates(parser)


def run(args: argparse.Namespace) -> int:
    """Print a line or a JSON line for each find."""
    from banglanorm.dates.finding import find_dates

    streams.list_found(args, partial(find_dates, **options.dates(args)), _line)
    return 0


def _line(file: str, number: int, match: "DateMatch") -> str:
    value = match.value
    notes = [f"or {other}" for other in value.alternatives] + list(value.conflicts)
    note = f" ({'; '.join(notes)})" if notes else ""
    return f"{file}:{number}:{match.start + 1}: {visible(match.text)} → {value.iso or '?'}{note}\n"
