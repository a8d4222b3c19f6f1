"""``banglanorm inspect``: show the code points of a text by name, akshara by akshara."""

import argparse
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import code_point, visible


@dataclass(frozen=True, slots=True)
class _Unit:
    """An akshara, or a grapheme cluster of another script, at ``start`` of its line, and what is wrong with it."""

    start: int
    text: str
    reasons: tuple[str, ...]


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "inspect",
        summary="show the code points by name, akshara by akshara",
        about="Show the code points of a text with their names, akshara by akshara, and what is malformed.",
        examples=("banglanorm inspect --text ক্ষমা", "banglanorm inspect --format jsonl article.txt"),
    )
    options.add_listing(parser)


def run(args: argparse.Namespace) -> int:
    """Print a block of lines for each akshara, or one JSON line."""
    streams.list_texts(args, _records if args.format == "jsonl" else _blocks)
    return 0


def _records(file: str, line: int, text: str) -> str:
    return "".join([streams.json_line(_record(file, line, unit)) for unit in _units(text)])


def _blocks(file: str, line: int, text: str) -> str:
    return "".join([_block(file, line, unit) for unit in _units(text)])


def _units(line: str) -> Iterator[_Unit]:
    from banglanorm.script.aksharas import find_malformed, split_aksharas

    start = 0
    misfits = find_malformed(line)
    for text in split_aksharas(line):
        end = start + len(text)
        first = bisect_right(misfits, start, key=attrgetter("end"))
        last = bisect_left(misfits, end, key=attrgetter("start"))
        reasons = dict.fromkeys(m.reason for m in misfits[first:last])
        yield _Unit(start, text, tuple(reasons))
        start = end


def _record(file: str, number: int, unit: _Unit) -> dict[str, Any]:
    return {
        "file": file,
        "line": number,
        "start": unit.start,
        "end": unit.start + len(unit.text),
        "text": unit.text,
        "characters": [{"code": code_point(char), "name": _name(char)} for char in unit.text],
        "malformed": list(unit.reasons),
    }


def _block(file: str, number: int, unit: _Unit) -> str:
    rows = [f"    {code_point(char):8} {_name(char)}\n" for char in unit.text]
    problems = [f"    malformed: {reason}\n" for reason in unit.reasons]
    return f"{file}:{number}:{unit.start + 1}: {visible(unit.text)}\n" + "".join(rows + problems)


def _name(char: str) -> str:
    from banglanorm.script import characters

    return characters.name(char) or f"<{_UNNAMED.get(characters.category(char), 'unassigned')}>"


_UNNAMED = {"Cc": "control", "Cs": "surrogate", "Co": "private use"}
