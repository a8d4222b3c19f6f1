"""``banglanorm rules``: list the rules of normalization, or show one."""

import argparse
from typing import TYPE_CHECKING, Any

from banglanorm.cli import options, streams
from banglanorm.cli.edits import change, visible
from banglanorm.cli.errors import CommandError

if TYPE_CHECKING:
    from banglanorm.normalization.rules.rule import Rule


def add_parser(subparsers: Any) -> None:
    """Add the parser of this sub-command."""
    parser = options.command(
        subparsers,
        "rules",
        summary="list the rules, or show one with its example",
        about="List the rules of normalization, or show one with its example and its reference.",
        examples=("banglanorm rules", "banglanorm rules apostrophes"),
        operands="[RULE ...]",
    )
    parser.add_argument("names", nargs="*", metavar="RULE", help="rules to show in full")
    options.add_output(parser)
    options.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the catalogue, a line a rule, or the rules asked for in full."""
    from banglanorm.normalization.rules.catalogue import rules

    catalogue = {rule.name: rule for rule in rules()}
    chosen = [_find(name, catalogue) for name in args.names] or list(catalogue.values())
    width = max(map(len, catalogue))
    with streams.open_output(args) as output:
        for rule in chosen:
            if args.format == "jsonl":
                output.write_json(_record(rule))
            elif args.names:
                output.write(_in_full(rule))
            else:
                output.write(f"{rule.name:{width}}  {rule.profile:9}  {rule.summary}\n")
    return 0


def _find(name: str, catalogue: "dict[str, Rule]") -> "Rule":
    if name in catalogue:
        return catalogue[name]
    import difflib

    near = difflib.get_close_matches(name, catalogue)
    raise CommandError(
        f"no rule is named {name!r}", f"did you mean {near[0]}?" if near else "banglanorm rules lists them"
    )


def example(rule: "Rule", /) -> str:
    """Return what the rule does to its example, as ``before → after``.

    >>> from banglanorm.normalization.rules.catalogue import rules
    >>> example(next(rule for rule in rules() if rule.name == "apostrophes"))
    "দু’জনের → দু'জনের"
    """
    from banglanorm.edits import Edit

    line = rule.example
    changes = rule.find(line)
    if len(changes) > 1:
        return f"{visible(line)} → {visible(rule.apply(line))}"
    start, end, after = changes[0]
    return change(line, Edit(start, end, line[start:end], after, (rule.name,)))


def _record(rule: "Rule") -> dict[str, str]:
    return {
        "name": rule.name,
        "family": rule.family,
        "profile": rule.profile,
        "summary": rule.summary,
        "before": rule.example,
        "after": rule.apply(rule.example),
        "unchanged": rule.counterexample,
        "reference": rule.reference,
    }


def _in_full(rule: "Rule") -> str:
    rows = {
        "family": rule.family,
        "profile": rule.profile,
        "example": example(rule),
        "leaves alone": visible(rule.counterexample),
        "reference": rule.reference,
    }
    return f"{rule.name}: {rule.summary}\n" + "".join(f"  {label:12}  {text}\n" for label, text in rows.items())
