"""Makes what the documentation shows of the program: its rules, its interface, and each command's help.

``python -m banglanorm._make.docs`` rewrites ``docs/rules.md``, ``docs/interface.md``, ``docs/units.md`` and the help in
``docs/command-line.md``; ``--check`` only says whether they are fresh.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stdout
from importlib import import_module
from pathlib import Path

import banglanorm
from banglanorm.cli import main as run_command
from banglanorm.cli.edits import visible
from banglanorm.cli.rules import example
from banglanorm.normalization.rules.catalogue import rules
from banglanorm.normalization.rules.rule import Rule
from banglanorm.tables import read_table

_DOCS = Path(__file__).parents[2] / "docs"

_INTRODUCTION = """\
<!-- Made by `python -m banglanorm._make.docs`; edit the rules, not this page. -->
# The rules

Each rule has a name, which [`explain`](tutorial.md) and [`banglanorm check`](command-line.md) report and which
`enable=` and `disable=` take. The profile named with a rule is the first that has it on; the profiles after it have it
too, in the order canonical, visual, standard, repair. An *optional* rule is on only when `enable=` names it.

What cannot be seen is written as its code point, for example `<U+200C>`, and a space that matters as `␣`.

The references name [Unicode](https://www.unicode.org/versions/latest/) and [CLDR](https://cldr.unicode.org/); *nisaba*,
Google's [library of Brahmic scripts](https://github.com/google-research/nisaba); *ICANN Root Zone LGR-5*, the rules
for Bengali in domain names; *Richard Ishida*, the author of
[notes on Bengali](https://r12a.github.io/scripts/beng/bn.html); and *own counts* in 18 million characters of news, law,
religion, blogs and social media.
"""

_INTERFACE = """\
<!-- Made by `python -m banglanorm._make.docs` from the docstrings; edit those, not this page. -->
# The interface

Every name below is imported from `banglanorm` itself: `from banglanorm import normalize`. The first argument is
positional, all others are named. Spans are half-open offsets in code points of the text that was passed in:
`text[match.start:match.end] == match.text`.
"""

_UNITS = """\
<!-- Made by `python -m banglanorm._make.docs` from data/numbers/units.tsv; edit the table, not this page. -->
# Units

What [`find_numbers`](numbers.md) gives as `.unit`, and the words that stand for it. Endings (টাকার, কেজিতে) are read as
well, and so are the dots of abbreviations: কি.মি. is কিমি.
"""

# Heading -> the token types whose words it shows.
_KINDS_OF_UNIT = {
    "Money": ("CURRENCY", "CURRENCY_CODE", "CHANGE"),
    "Measures": ("MEASURE", "SHORT", "SPOON", "CELSIUS", "FAHRENHEIT", "DEGREE", "PERCENT_WORD"),
    "What is counted": ("PERSON", "TIMES", "MULTIPLE"),
}

_FAMILIES = {
    "canonical": "Spellings that Unicode declares to be the same text. Together they are exactly NFC.",
    "visual": "One spelling for what looks the same, or is malformed and has one possible repair.",
    "punctuation": "Every mark in one role, and no stray spaces.",
    "typography": "Typing habits around the words. All but the first must be asked for by name.",
    "repair": "Likely errors of typing and conversion. They may change a spelling, so they are on only in `repair`.",
    "choice": "What an option asks for: other digits, or nukta letters as one code point each.",
}

_HELP = re.compile(r"^```console\n\$ banglanorm (\w* ?--help)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def rules_page(catalogue: Sequence[Rule], /) -> str:
    """Return the page of rules, a section a family and an entry a rule.

    >>> rules_page(()).split("## ")[1].split()[0]
    'Canonical'
    """
    entries: dict[str, list[str]] = {family: [] for family in _FAMILIES}
    for rule in catalogue:
        entries[rule.family].append(_entry(rule))
    sections = [_INTRODUCTION]
    for family, about in _FAMILIES.items():
        sections += [f"\n## {family.capitalize()}\n\n{about}\n", *entries[family]]
    return "".join(sections)


def _entry(rule: Rule) -> str:
    return (
        f"\n### {rule.name}\n\n{rule.summary}\n\n- Profile: {rule.profile}\n"
        f"- Changes: {_quoted(example(rule))}\n- Leaves alone: {_quoted(visible(rule.counterexample))}\n"
        f"- Reference: {rule.reference}\n"
    )


def _quoted(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if "`" in text or text != text.strip() else f"{fence}{text}{fence}"


def interface_page(homes: Mapping[str, str], /) -> str:
    """Return the page of public names; ``homes`` maps each to its module, and each wing of the house is a section.

    >>> interface_page({"is_wellformed": "script.aksharas"}).splitlines()[-1]
    '::: banglanorm.is_wellformed'
    """
    wings: dict[str, list[str]] = {}
    for name, home in homes.items():
        wings.setdefault(home.split(".", 1)[0], []).append(name)
    sections = [_INTERFACE]
    for wing, names in wings.items():
        about = (import_module(f"banglanorm.{wing}").__doc__ or "").split("\n", 1)[0]
        sections.append(f"\n## {wing.capitalize()}\n\n{about}\n")
        sections += [f"\n::: banglanorm.{name}\n" for name in names]
    return "".join(sections)


def units_page(rows: Iterable[Mapping[str, str]], /) -> str:
    """Return the page of units, a table a kind; ``rows`` are those of the table of units.

    >>> units_page([{"word": "কেজি", "type": "MEASURE", "unit": "kg", "glued": "-"}]).splitlines()[-1]
    '| `kg` | কেজি |'
    """
    words: dict[str, dict[str, list[str]]] = {heading: {} for heading in _KINDS_OF_UNIT}
    headings = {kind: heading for heading, kinds in _KINDS_OF_UNIT.items() for kind in kinds}
    for row in rows:
        if row["type"] in headings and row["unit"] not in ("", "-"):
            words[headings[row["type"]]].setdefault(row["unit"], []).append(row["word"])
    parts = [_UNITS]
    for heading, units in words.items():
        if units:
            parts.append(f"\n## {heading}\n\n| unit | words |\n|---|---|\n")
            parts += [f"| `{unit}` | {', '.join(units[unit])} |\n" for unit in sorted(units, key=str.lower)]
    return "".join(parts)


def with_help(page: str, /) -> str:
    """Return ``page`` with the present help in each block that begins with ``$ banglanorm … --help``.

    >>> with_help("no help here")
    'no help here'
    """
    return _HELP.sub(lambda m: f"```console\n$ banglanorm {m[1]}\n{_help(m[1].split())}```", page)


def _help(arguments: list[str]) -> str:
    printed = io.StringIO()
    with redirect_stdout(printed):
        run_command(arguments)
    return printed.getvalue()


def main() -> int:
    """Write the pages, or with ``--check`` compare them; return 1 where one is not fresh."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.docs", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="only say whether the pages are fresh")
    args = parser.parse_args()
    command_line = _DOCS / "command-line.md"
    pages = {
        _DOCS / "rules.md": rules_page(rules()),
        _DOCS / "interface.md": interface_page(banglanorm._HOMES),
        _DOCS / "units.md": units_page(read_table("numbers/units")),
        command_line: with_help(command_line.read_text(encoding="utf-8")),
    }
    status = 0
    for path, text in pages.items():
        if args.check:
            fresh = path.exists() and path.read_text(encoding="utf-8") == text
            print(f"docs/{path.name} is {'fresh' if fresh else 'stale: run python -m banglanorm._make.docs'}")
            status = max(status, int(not fresh))
        else:
            path.write_text(text, encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
