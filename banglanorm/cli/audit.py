"""``banglanorm audit``: what is in a corpus and what normalization does to it, as one page of HTML."""

import argparse
from collections.abc import Sequence
from typing import Any

from banglanorm.cli import options, streams
from banglanorm.cli.passes import passing

_MOST_NAMED = 3  # files in the title


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "audit",
        summary="show what is in a corpus, and what would change, as a page",
        about="Write a page of HTML that shows what is in the text and what normalize would do to it: scripts, marks, "
        "invisible characters, malformed words, each rule with examples. The page needs no other file and no network.",
        examples=("banglanorm audit -o report.html *.txt", "banglanorm audit --format json article.txt > report.json"),
    )
    options.add_input(parser)
    options.add_output(parser)
    options.add_work(parser)
    parser.add_argument("-f", "--format", choices=("html", "json"), default="html", help="html (the default) or json")
    parser.add_argument("--title", type=options.as_utf8, metavar="TEXT", help="of the page (default: names of files)")
    parser.add_argument(
        "--language", choices=("en", "bn"), default="en", help="shown first: English (the default) or Bengali"
    )
    options.add_normalization(parser)


def run(args: argparse.Namespace) -> int:
    """Read everything once and write the page."""
    from banglanorm.cli.auditing import AuditTask
    from banglanorm.report.auditing import Auditor

    auditor = Auditor(**options.normalization(args))
    tally = auditor.tally()
    inputs = streams.sources(args)
    task = AuditTask(auditor, skips=bool(args.rejects))
    with streams.open_output(args) as output, passing(args, task, inputs, gather=tally.merge) as (work, settle):
        for source in inputs:
            work.list(source, output.stream)
        found = auditor.audit(tally)
        if args.format == "json":
            output.write_json(found.as_dict())
        else:
            title = _title(inputs) if args.title is None else args.title
            output.write(found.to_html(title=title, language=args.language))
        settle()
    return 0


def _title(inputs: Sequence[streams.Source]) -> str:
    """Name the files; what came without a name gets none."""
    names = [source.file for source in inputs if not source.file.startswith("<")]
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" + {more}" if more > 0 else "")
