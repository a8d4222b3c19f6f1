"""``banglanorm bijoy``: Bijoy to Unicode and back, and where there is Bijoy in a text."""

import argparse
from collections.abc import Callable, Iterable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import visible
from banglanorm.cli.errors import CommandError

_DOCUMENTS = (".docx", ".xlsx")


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "bijoy",
        summary="convert Bijoy (SutonnyMJ) to Unicode, and back",
        about="Convert what is Bijoy in a text to Unicode, line by line; all else stays. With --whole all of it is "
        "taken for Bijoy. In .docx and .xlsx files (one at a time, with --output) the font says what is Bijoy: "
        "SutonnyMJ and others whose names end in MJ.",
        examples=(
            "banglanorm bijoy --text 'Avgvi †mvbvi evsjv (golden Bengal)'",
            "banglanorm bijoy --columns name,address list.csv",
        ),
    )
    options.add_rewriting(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--to-unicode", action="store_true", help="Bijoy to Unicode (the default)")
    what.add_argument("--to-bijoy", action="store_true", help="Unicode to Bijoy")
    what.add_argument("--detect", action="store_true", help="list the stretches that are Bijoy, with what they say")
    parser.add_argument("--whole", action="store_true", help="take all of the text for Bijoy")
    parser.add_argument(
        "--columns",
        metavar="NAMES",
        type=options.as_utf8,
        help="take these columns of CSV, by name or number from 1, for Bijoy as a whole: name,address",
    )
    parser.add_argument(
        "--font",
        metavar="NAME",
        default="Nikosh",
        help="in documents, the font for what was converted (default: Nikosh)",
    )
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Convert the input, or list what is Bijoy in it."""
    if args.format == "jsonl" and not args.detect:
        raise CommandError("--format jsonl is for lists", "ask for one with --detect")
    if any(Path(name).suffix.lower() in _DOCUMENTS for name in args.files):
        return _convert_document(args)
    if args.columns is not None:
        args.field, args.whole = [name.strip() for name in args.columns.split(",")], True
    if args.detect:
        return _list(args)
    from banglanorm.legacy.bijoy import bijoy_to_unicode
    from banglanorm.legacy.detection import fix_legacy
    from banglanorm.legacy.writing import unicode_to_bijoy

    streams.rewrite(args, unicode_to_bijoy if args.to_bijoy else bijoy_to_unicode if args.whole else fix_legacy)
    return 0


def _list(args: argparse.Namespace) -> int:
    from banglanorm.legacy.bijoy import bijoy_to_unicode
    from banglanorm.legacy.detection import bijoy_spans

    streams.list_texts(args, partial(_stretches, bijoy_spans, bijoy_to_unicode, args.format))
    return 0


def _stretches(
    find: "Callable[[str], Iterable[tuple[int, int]]]",
    convert: Callable[[str], str],
    form: str,
    file: str,
    line: int,
    text: str,
) -> str:
    shown = []
    for start, end in find(text):
        bijoy, unicode = text[start:end], convert(text[start:end])
        if form == "jsonl":
            place = {"file": file, "line": line, "start": start, "end": end}
            shown.append(streams.json_line({**place, "text": bijoy, "unicode": unicode}))
        else:
            shown.append(f"{file}:{line}:{start + 1}: {visible(bijoy)} → {visible(unicode)}\n")
    return "".join(shown)


# --- documents --------------------------------------------------------------------------------------------------------


def _convert_document(args: argparse.Namespace) -> int:
    from banglanorm.legacy.documents import convert_document

    if len(args.files) != 1 or not args.output or args.to_bijoy or args.detect or args.columns or args.whole:
        raise CommandError(
            "a document is converted to Unicode by itself, into another file",
            "banglanorm bijoy report.docx --output report-unicode.docx",
        )
    (name,) = args.files
    written = BytesIO()
    try:
        with Path(name).open("rb") as source:
            convert_document(source, written, suffix=Path(name).suffix.lower(), font=args.font)
    except OSError as error:
        raise CommandError(f"cannot read {name}: {error.strerror}") from error
    except ModuleNotFoundError as error:
        raise CommandError(str(error)) from error
    except ValueError as error:
        raise CommandError(f"cannot read {name}: {error}") from error
    with streams.open_output(args) as output:
        output.write_bytes(written.getvalue())
    return 0
