"""``banglanorm check``: say where the text would change; the exit status is 1 if it would anywhere."""

import argparse
from typing import Any

from banglanorm.cli import FOUND, OK, edits, options, streams


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "check",
        summary="say where the text would change; exit 1 if it would",
        about="Say where normalize would change the text, as file:line:column: rule message. "
        "The exit status is 1 if it would change anywhere, 0 if nowhere.",
        examples=("banglanorm check article.txt", "banglanorm check --profile canonical --format jsonl *.txt"),
    )
    options.add_input(parser)
    options.add_output(parser)
    options.add_format(parser)
    options.add_normalization(parser)


def run(args: argparse.Namespace) -> int:
    """Print one line for each place that would change."""
    from banglanorm.normalization.normalizer import Normalizer
    from banglanorm.normalization.rules.catalogue import rules

    normalizer = Normalizer(**options.normalization(args))
    summaries = {rule.name: rule.summary for rule in rules()}
    status = OK
    with streams.open_output(args) as output:
        for source in streams.sources(args):
            for number, line, found in edits.edited_lines(source, normalizer):
                status = FOUND
                for edit in found:
                    if args.format == "jsonl":
                        output.write_json(edits.record(source, number, edit))
                        continue
                    place, shown = edits.location(source, number, edit), edits.change(line, edit)
                    message = " ".join(summaries[name] for name in edit.rules)
                    output.write(f"{place}: {','.join(edit.rules)} {shown}: {message}\n")
    return status
