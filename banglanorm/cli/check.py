"""``banglanorm check``: say where the text would change; the exit status is 1 if it would anywhere."""

import argparse
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any

from banglanorm.cli import FOUND, OK, options, streams
from banglanorm.cli.errors import CommandError


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "check",
        summary="say where the text would change; exit 1 if it would",
        about="Say where normalize would change the text, as file:line:column: rule message: the first places of each "
        "rule, and how many more there are. The exit status is 1 if it would change anywhere, 0 if nowhere.",
        examples=("banglanorm check article.txt", "banglanorm check --select apostrophes --diff *.txt"),
    )
    options.add_listing(parser)
    group = parser.add_argument_group("what is shown")
    how = group.add_mutually_exclusive_group()
    how.add_argument("--all", action="store_true", help="list every place, as JSON lines always do")
    how.add_argument("--statistics", action="store_true", help="list only how often each rule is at work")
    how.add_argument("--diff", action="store_true", help="show the lines before and after, as patch reads them")
    options.add_normalization(parser)
    options.add_choice_of_rules(parser)


def run(args: argparse.Namespace) -> int:
    """Print what would change."""
    from banglanorm.cli.checking import Differences, FirstPlaces, Places, headed
    from banglanorm.normalization.normalizer import Normalizer

    if args.diff and (args.format == "jsonl" or args.rejects):
        raise CommandError("--diff shows whole lines, in a format of its own", "leave out --format and --rejects")
    normalizer = Normalizer(**options.chosen_rules(args))
    if args.diff:
        found = streams.list_by(args, Differences(normalizer), headed)
        return FOUND if found.changed else OK
    most = 0 if args.statistics else None if args.all or args.format == "jsonl" else FirstPlaces.MOST
    task = Places(normalizer, args.format, most, skips=bool(args.rejects))
    if args.statistics:
        found = streams.list_by(args, task, None, partial(_statistics, args.format))
    elif most is None:
        found = streams.list_by(args, task)
    else:
        first = FirstPlaces()
        found = streams.list_by(args, task, first.writer, first.rest)
    return FOUND if found.changed else OK


def _statistics(form: str, counts: Counter[str]) -> Iterator[str]:
    """Yield a line for each rule: how often it is at work, its name, and what it does."""
    from banglanorm.normalization.rules.catalogue import rules

    summaries = {rule.name: rule.summary for rule in rules()}
    for name, number in counts.most_common():
        if form == "jsonl":
            yield streams.json_line({"rule": name, "count": number, "summary": summaries[name]})
        else:
            yield f"{number:>9,}  {name}: {summaries[name]}\n"
