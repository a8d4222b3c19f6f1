"""``banglanorm normalize``: write the text in one spelling."""

import argparse
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams

if TYPE_CHECKING:
    from banglanorm.normalization.normalizer import Normalizer


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "normalize",
        summary="write the text in one spelling",
        about="Write the text in one spelling, line by line; explain shows what changes, and why.",
        examples=("banglanorm normalize article.txt > clean.txt", "banglanorm normalize --in-place *.txt"),
    )
    options.add_rewriting(parser, in_place=True)
    options.add_normalization(parser)
    parser.add_argument("--dates", choices=("keep", "iso"), default="keep", help="write dates and times in ISO 8601")
    options.add_dates(parser)


def run(args: argparse.Namespace) -> int:
    """Normalize every line of the input."""
    from banglanorm.normalization.normalizer import Normalizer

    normalizer = Normalizer(**options.normalization(args))
    function = _with_iso_dates(args, normalizer) if args.dates == "iso" else normalizer
    streams.rewrite(args, function, count=partial(_rules_of, normalizer))
    return 0


def _rules_of(normalizer: "Normalizer", text: str) -> Iterator[str]:
    """Yield the rules at work in a text, one for each edit that it makes."""
    for edit in normalizer.explain(text).edits:
        yield from edit.rules


def _with_iso_dates(args: argparse.Namespace, normalizer: "Normalizer") -> Callable[[str], str]:
    """Return a function that normalizes a text and then writes its dates in ISO 8601."""
    from banglanorm.dates.finding import dates_to_iso

    return partial(_in_turn, normalizer, partial(dates_to_iso, **options.dates(args)))


def _in_turn(first: Callable[[str], str], second: Callable[[str], str], text: str) -> str:
    return second(first(text))
