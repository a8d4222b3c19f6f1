"""Breaks the library in small ways and counts how often a test notices: ``python tests/mutants.py --count 40``.

A mutant is one change of the syntax tree of one module: another comparison, operator, number or truth value, a
condition turned round, a result dropped. A seeded sample of each group of modules is tried with the tests of its own
part, and a mutant that they pass has survived. Survivors that change nothing a caller can see are listed, each with
the reason, in ``cases/equivalent_mutants.tsv``.
"""

import argparse
import ast
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cases_reader import read_cases
from mutant_trials import PACKAGE, Change, tried

_RULE_TESTS = (
    *("rules", "corners", "readings", "languages", "cases", "normalizer", "rare"),
    *("normalize_properties", "explain_properties"),
)
_MARK_TESTS = ("quotes", "corners", "cases", "agreement", "structured_files", "normalize_properties", "rare", "glance")
_MARK_MODULES = ("quotes", "labels", "marks", "glance", "syntax", "rules/quotations")
_EVERYWHERE = ["test_results.py", "test_doctests.py"]

# Group -> the modules it breaks, and the tests that should notice.
GROUPS = {
    "edits": (["edits.py"], ["test_edits.py", "normalization/test_explain_properties.py", *_EVERYWHERE]),
    "rules": (
        ["normalization/rules/*.py"],
        [*(f"normalization/test_{part}.py" for part in _RULE_TESTS), *_EVERYWHERE],
    ),
    "quotes": (
        [f"normalization/{module}.py" for module in _MARK_MODULES],
        [*(f"normalization/test_{part}.py" for part in _MARK_TESTS), *_EVERYWHERE],
    ),
    "numbers": (["numbers/*.py"], ["numbers", *_EVERYWHERE]),
    "dates": (["dates/*.py"], ["dates", *_EVERYWHERE]),
    "names": (["names/*.py"], ["names", *_EVERYWHERE]),
    "spoken": (["spoken/*.py"], ["spoken", *_EVERYWHERE]),
}

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}


@dataclass(frozen=True)
class Mutant:
    """One module with one change; ``before`` and ``after`` are the changed expression as source."""

    group: str
    module: str
    number: int  # of the change, among all of the module
    line: int
    before: str
    after: str

    @property
    def change(self) -> str:
        return f"{self.before} -> {self.after}"

    @property
    def where(self) -> str:
        """The line of the module that is changed, without its blanks."""
        return (PACKAGE / self.module).read_text(encoding="utf-8").splitlines()[self.line - 1].strip()

    @property
    def tree(self) -> ast.Module:
        """The whole module with the change."""
        tree = _parsed(PACKAGE / self.module)
        node, field, other = next(islice(_changes_of(tree), self.number, None))
        setattr(node, field, other)
        return ast.fix_missing_locations(tree)


def mutants(group: str, module: Path) -> Iterator[Mutant]:
    """Every mutant of the module, each made on the tree and undone."""
    name = module.relative_to(PACKAGE).as_posix()
    for number, (node, field, other) in enumerate(_changes_of(_parsed(module))):
        kept, before = getattr(node, field), ast.unparse(node)
        setattr(node, field, other)
        after = ast.unparse(node)
        setattr(node, field, kept)
        yield Mutant(group, name, number, getattr(node, "lineno", 0), _first(before), _first(after))


def _parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def _changes_of(tree: ast.Module) -> Iterator[tuple[ast.AST, str, object]]:
    annotations = {id(part) for node in ast.walk(tree) for hint in _annotations(node) for part in ast.walk(hint)}
    for node in list(ast.walk(tree)):
        if id(node) not in annotations:
            for field, other in _changes(node):
                yield node, field, other


def _first(code: str) -> str:
    return code.split("\n", 1)[0]


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    for field in ("annotation", "returns"):
        if isinstance(hint := getattr(node, field, None), ast.AST):
            yield hint


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    """What may be put into which field of the node."""
    match node:
        case ast.Compare(ops=[op, *rest]) if type(op) in COMPARISONS:
            yield "ops", [COMPARISONS[type(op)](), *rest]
        case ast.BinOp(op=op) if type(op) in OPERATORS and not _is_text(node):
            yield "op", OPERATORS[type(op)]()
        case ast.BoolOp(op=op):
            yield "op", ast.Or() if isinstance(op, ast.And) else ast.And()
        case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
            yield "test", ast.UnaryOp(ast.Not(), test)
        case ast.comprehension(ifs=[test, *rest]):
            yield "ifs", [ast.UnaryOp(ast.Not(), test), *rest]
        case ast.Constant(value=bool() as value):
            yield "value", not value
        case ast.Constant(value=int() as value):
            yield "value", value + 1
        case ast.Return(value=ast.AST() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            yield "value", ast.Constant(None)


def _is_text(node: ast.BinOp) -> bool:
    """Texts and patterns that are put together break at once when they are subtracted, which tells nothing."""
    return any(isinstance(part, ast.JoinedStr) or _is_str(part) for part in ast.walk(node))


def _is_str(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def chosen(count: int, seed: int, group: str) -> list[Mutant]:
    """A sample of all mutants of a group."""
    modules = sorted(path for pattern in GROUPS[group][0] for path in PACKAGE.glob(pattern))
    every = [mutant for module in modules for mutant in mutants(group, module)]
    return random.Random(f"{seed} {group}").sample(every, min(count, len(every)))


def main() -> int:
    """Try the sample, print what survived and the share that was killed; return 1 where it is below ``--least``."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=40, help="mutants of each group (default: 40)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--least", type=float, default=0.0, help="the least share that is enough, such as 0.9")
    parser.add_argument("groups", nargs="*", default=[], metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    args = parser.parse_args()
    equivalent = {(row["module"], row["where"], row["change"]) for row in read_cases("equivalent_mutants")}
    enough = True
    for group in args.groups or GROUPS:
        sample = chosen(args.count, args.seed, group)
        told = [mutant for mutant in sample if (mutant.module, mutant.where, mutant.change) not in equivalent]
        counts: Counter[str] = Counter()
        changes = [Change(mutant.module, mutant.tree) for mutant in told]
        for mutant, outcome in zip(told, tried(changes, GROUPS[group][1]), strict=True):
            counts[outcome] += 1
            if outcome != "killed":
                print(f"{outcome}\t{mutant.module}:{mutant.line}\t{mutant.where}\t{mutant.change}", flush=True)
        noticed = counts["killed"] + counts["endless"]
        share = noticed / max(1, counts.total())
        print(f"{group}: {noticed} of {counts.total()} noticed, {share:.1%} ({counts['endless']} never end)", end="; ")
        print(f"{len(sample) - counts.total()} more are equivalent", flush=True)
        enough &= share >= args.least
    return int(not enough)


if __name__ == "__main__":
    sys.exit(main())
