"""``banglanorm spoken``: write out what a voice would say, for speech synthesis."""

import argparse
from functools import partial
from typing import Any

from banglanorm.cli import options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "spoken",
        summary="write numbers, dates, money and abbreviations as words",
        about="Write each line as a Bengali voice says it: numbers, dates, times, money, phones, abbreviations and "
        "signs as words. What is ambiguous, and lines without Bengali, stay as they are.",
        examples=(
            "banglanorm spoken --text '১২টি বই, দাম ৳৫০০'",
            "banglanorm spoken --region in --phones english news.txt",
        ),
    )
    options.add_rewriting(parser)
    group = parser.add_argument_group("speech")
    group.add_argument("--region", choices=("bd", "in"), default="bd", help="Bangladesh (the default) or India")
    group.add_argument(
        "--years", choices=("hundreds", "thousands"), default="hundreds", help="how 1100 to 1999 are said"
    )
    group.add_argument(
        "--dates", choices=("ordinal", "cardinal"), default="ordinal", help="how days of a month are said"
    )
    group.add_argument("--clock", choices=("quarters", "digits"), default="quarters", help="how minutes are said")
    group.add_argument("--phones", choices=("bengali", "english"), default="bengali", help="names of single digits")
    group.add_argument("--doubles", action="store_true", help="say repeated digits of phones as ডাবল and ট্রিপল")


def run(args: argparse.Namespace) -> int:
    """Write each line as it is said."""
    from banglanorm.spoken.verbalizing import verbalize

    names = ("region", "years", "dates", "clock", "phones", "doubles")
    chosen = {name: getattr(args, name) for name in names}
    streams.rewrite(args, partial(verbalize, **chosen))
    return 0
