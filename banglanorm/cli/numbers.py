"""``banglanorm numbers``: list the numbers in a text, each with its place, value, kind and unit."""

import argparse
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import visible

if TYPE_CHECKING:
    from banglanorm.numbers.finding import NumberMatch


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "numbers",
        summary="list the numbers in a text with their values",
        about="List the numbers in a text, in digits and in words, each with its place, its exact value, its kind and "
        "its unit. What is not certainly a number is left out.",
        examples=("banglanorm numbers --text 'দেড় লাখ টাকা'", "banglanorm numbers --format jsonl article.txt"),
    )
    options.add_input(parser)
    options.add_output(parser)
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print one line for each number."""
    from banglanorm.numbers.finding import find_numbers

    with streams.open_output(args) as output:
        for file, number, line in streams.numbered_lines(args):
            for match in find_numbers(line):
                if args.format == "jsonl":
                    output.write_json(_record(file, number, match))
                else:
                    output.write(_shown(file, number, match))
    return 0


def _record(file: str, number: int, match: "NumberMatch") -> dict[str, Any]:
    """Return the match as a row of JSON lines; a value that JSON has no number for is written as a string."""
    return {
        "file": file,
        "line": number,
        "start": match.start,
        "end": match.end,
        "text": match.text,
        "value": match.value if isinstance(match.value, int) else _value(match.value),
        "kind": match.kind,
        "unit": match.unit,
        "suffix": match.suffix,
    }


def _shown(file: str, number: int, match: "NumberMatch") -> str:
    words = [word for word in (_value(match.value), match.kind, match.unit) if word]
    return f"{file}:{number}:{match.start + 1}: {visible(match.text)} = {' '.join(words)}\n"


def _value(value: Any) -> str:
    """Return the value as text: a range as ``30..35``, a fraction as ``2/3``, a decimal with its zeros.

    >>> _value((30000, 35000)), _value(Decimal("2.50"))
    ('30000..35000', '2.50')
    """
    if isinstance(value, tuple):
        return "..".join(map(_value, value))
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
