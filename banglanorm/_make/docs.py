"""Makes what the documentation shows of the program: its rules, its interface, and each command's help.

``python -m banglanorm._make.docs`` rewrites ``docs/rules.md``, ``docs/interface.md``, ``docs/values.md``,
``docs/units.md``, ``docs/citing.md`` and ``docs/audit-report.html``, and in ``docs/command-line.md`` the help of each
command and the line that names its functions; ``--check`` only says whether they are fresh.
"""

import argparse
import ast
import inspect
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Literal, get_args, get_origin

import banglanorm
import banglanorm.cli
from banglanorm.cli import _COMMANDS
from banglanorm.cli import main as run_command
from banglanorm.cli.edits import visible
from banglanorm.cli.rules import example
from banglanorm.normalization.rules.catalogue import rules
from banglanorm.normalization.rules.rule import Rule
from banglanorm.tables import read_table

_PROJECT = Path(__file__).parents[2]
_DOCS = _PROJECT / "docs"
_LICENCES = _PROJECT / "banglanorm" / "data" / "LICENSES" / "README.md"

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

_VALUES = """\
<!-- Made by `python -m banglanorm._make.docs` from the types; edit those, not this page. -->
# Values and results

What options may be, what fields hold, and who takes or gives it. Each name is public: `from banglanorm import Profile`.
"""

_UNITS = """\
<!-- Made by `python -m banglanorm._make.docs` from data/numbers/units.tsv; edit the table, not this page. -->
# Units

What [`find_numbers`](numbers.md) gives as `.unit`, and the words that stand for it. Endings (টাকার, কেজিতে) are read as
well, and so are the dots of abbreviations: কি.মি. is কিমি.
"""

_CITING = """\
<!-- Made by `python -m banglanorm._make.docs` from data/LICENSES/README.md; edit that, not this page. -->
# Citing, and whose data it is

In a paper, name the version that made the results: another release may write some of them otherwise
([Stability](stability.md)). `banglanorm.__version__` and `banglanorm --version` tell it.

```text
@software{{banglanorm,
  author = {{{{The banglanorm developers}}}},
  title = {{banglanorm: Bengali text in one spelling, its numbers, dates and names as values}},
  version = {{{version}}},
  year = {{{year}}}
}}
```

Who passes the library on passes its licences on: they lie in the wheel, in `banglanorm/data/LICENSES/`.
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

_PYTHON = re.compile(r"^## (\w+)\n(?:\nIn Python: .*\n)?", re.MULTILINE)
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
        sections.append(f"\n## {wing.capitalize()}\n\n{about}\n{_commands_of(names)}")
        sections += [f"\n::: banglanorm.{name}\n" for name in names]
    return "".join(sections)


def _commands_of(names: Iterable[str]) -> str:
    """Return a line that leads to the commands which call one of ``names``."""
    commands = [command for command in _COMMANDS if not _functions_of(command).isdisjoint(names)]
    links = ", ".join(f"[`{command}`](command-line.md#{command})" for command in commands)
    return f"\nOn the command line: {links}.\n" if commands else ""


@cache
def _functions_of(command: str) -> frozenset[str]:
    """Return the public functions that the module of a command imports, and the normalizer."""
    source = Path(banglanorm.cli.__file__).with_name(f"{command}.py").read_text(encoding="utf-8")
    imports = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom))
    names = {alias.name for node in imports for alias in node.names}
    public = {name: getattr(banglanorm, name) for name in names & set(banglanorm._HOMES)}
    return frozenset(
        name for name, value in public.items() if inspect.isfunction(value) or value is banglanorm.Normalizer
    )


def values_page(public: Mapping[str, object], /) -> str:
    """Return the page of the values of options and the fields of results; ``public`` holds the public names.

    >>> values_page({"Region": banglanorm.Region}).splitlines()[-1]
    '`"bd"`, `"in"`'
    """
    parts = [_VALUES, "\n## Values\n"]
    for name, value in public.items():
        if get_origin(value) is Literal:
            values = ", ".join(f"`{_quote(choice)}`" for choice in get_args(value))
            users = [user for user, annotations in _annotations(public) if value in annotations]
            taken = "".join(f"\n\nSeen in: {', '.join(_link(user) for user in users)}" if users else "")
            parts.append(f"\n### {name}\n\n{values}{taken}\n")
    results = {name: value for name, value in public.items() if is_dataclass(value)}
    if results:
        parts.append("\n## Results\n")
    for name, result in results.items():
        rows = "".join(f"| `{field.name}` | `{_type(field.type)}` |\n" for field in fields(result))
        parts.append(f"\n### {name}\n\n{_link(name)}\n\n| field | type |\n|---|---|\n{rows}")
    return "".join(parts)


def _annotations(public: Mapping[str, object]) -> Iterator[tuple[str, list[object]]]:
    """Yield each public function or result with what it is told to take or hold."""
    for name, value in public.items():
        if inspect.isfunction(value):
            yield name, [parameter.annotation for parameter in inspect.signature(value).parameters.values()]
        elif is_dataclass(value):
            yield name, [field.type for field in fields(value)]


def _link(name: str) -> str:
    return f"[`{name}`](interface.md#banglanorm.{name})"


def _quote(value: str) -> str:
    return f'"{value}"'


def _type(annotation: object) -> str:
    return inspect.formatannotation(annotation).replace("banglanorm.", "").replace("|", "\\|")


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


def with_functions(page: str, /) -> str:
    r"""Return ``page`` with a line under the heading of each command that leads to the functions it calls.

    >>> with_functions("## numbers\n")
    '## numbers\n\nIn Python: [`find_numbers`](interface.md#banglanorm.find_numbers).\n'
    """

    def with_line(heading: re.Match[str]) -> str:
        names = sorted(_functions_of(heading[1])) if heading[1] in _COMMANDS else []
        line = f"\nIn Python: {', '.join(map(_link, names))}.\n" if names else ""
        return f"## {heading[1]}\n{line}"

    return _PYTHON.sub(with_line, page)


def report_page(text: str, /) -> str:
    """Return the report of an audit that the page on audits leads to.

    >>> report_page("এক").splitlines()[0]
    '<!DOCTYPE html>'
    """
    return banglanorm.audit([text]).to_html(title="audit-example.txt")


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


def citing_page(licences: str, changelog: str, /) -> str:
    r"""Return the page on citing: the release, the year in which it came out, and what the licences' own page says.

    >>> citing_page("# The licences\n\nAll are free.", "## [0.2.0] - 2026-11-26").splitlines()[-1]
    'All are free.'
    """
    heading = f"## [{banglanorm.__version__}] - "
    year = changelog.partition(heading)[2][:4]
    return f"{_CITING.format(version=banglanorm.__version__, year=year)}\n#{licences}"


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
        _DOCS / "citing.md": citing_page(
            _LICENCES.read_text(encoding="utf-8"), (_PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")
        ),
        _DOCS / "values.md": values_page({name: getattr(banglanorm, name) for name in banglanorm._HOMES}),
        _DOCS / "audit-report.html": report_page((_DOCS / "audit-example.txt").read_text(encoding="utf-8")),
        command_line: with_functions(with_help(command_line.read_text(encoding="utf-8"))),
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
