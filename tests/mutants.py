"""Breaks the library in small ways and counts how often a test notices: ``python tests/mutants.py --count 200``.

A mutant is one change of the syntax tree of one module: another comparison, operator, number or truth value, a
condition turned round, a result dropped. A seeded sample of them is tried, the same share of each group of modules;
each runs the tests of its own part on a copy of the package, and a mutant that they pass has survived. Survivors that
change nothing a caller can see are listed, each with the reason, in ``cases/equivalent_mutants.tsv``.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import local

from cases_reader import read_cases

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "banglanorm"

_RULE_TESTS = ("rules", "corners", "readings", "cases", "normalizer", "normalize_properties", "explain_properties")
_MARK_TESTS = ("quotes", "corners", "cases", "agreement", "structured_files", "normalize_properties")
_MARK_MODULES = ("quotes", "labels", "marks", "glance", "rules/quotations")
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
    line: int
    before: str
    after: str
    source: str

    @property
    def change(self) -> str:
        return f"{self.before} -> {self.after}"

    @property
    def where(self) -> str:
        """The line of the module that is changed, without its blanks."""
        return (PACKAGE / self.module).read_text(encoding="utf-8").splitlines()[self.line - 1].strip()


def mutants(group: str, module: Path) -> Iterator[Mutant]:
    """Every mutant of the module, each made on the tree and undone."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    annotations = {id(part) for node in ast.walk(tree) for hint in _annotations(node) for part in ast.walk(hint)}
    for node in ast.walk(tree):
        if id(node) in annotations:
            continue
        for field, other in _changes(node):
            kept = getattr(node, field)
            before = ast.unparse(node)
            setattr(node, field, other)
            after = ast.unparse(node)
            source = ast.unparse(ast.fix_missing_locations(tree))
            setattr(node, field, kept)
            name = module.relative_to(PACKAGE).as_posix()
            yield Mutant(group, name, getattr(node, "lineno", 0), _first(before), _first(after), source)


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
        case ast.Return(value=ast.AST()):
            yield "value", ast.Constant(None)


def _is_text(node: ast.BinOp) -> bool:
    """Texts and patterns that are put together break at once when they are subtracted, which tells nothing."""
    return any(isinstance(part, ast.JoinedStr) or _is_str(part) for part in ast.walk(node))


def _is_str(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def chosen(count: int, seed: int, groups: list[str]) -> list[Mutant]:
    """A sample of all mutants, the same number of each group."""
    picked = []
    for group in groups:
        modules = sorted(path for pattern in GROUPS[group][0] for path in PACKAGE.glob(pattern))
        every = [mutant for module in modules for mutant in mutants(group, module)]
        share = min(count // len(groups), len(every))
        picked += random.Random(f"{seed} {group}").sample(every, share)
    return picked


class Workshop:
    """Copies of the package, one a thread, in which mutants are tried."""

    def __init__(self, folder: Path, seconds: float, profile: str) -> None:
        self.folder = folder
        self.seconds = seconds
        self.profile = profile
        self._own = local()

    def outcome(self, mutant: Mutant) -> str:
        """Try a mutant: "killed", "survived", or "late" where its tests took longer than a good while."""
        home = self._home()
        module = home / "banglanorm" / mutant.module
        module.write_text(mutant.source, encoding="utf-8")
        try:
            return self._tested(home, mutant.group)
        finally:
            shutil.copyfile(PACKAGE / mutant.module, module)

    def _home(self) -> Path:
        if not hasattr(self._own, "home"):
            self._own.home = Path(tempfile.mkdtemp(dir=self.folder))
            shutil.copytree(PACKAGE, self._own.home / "banglanorm", ignore=shutil.ignore_patterns("__pycache__"))
        home: Path = self._own.home
        return home

    def _tested(self, home: Path, group: str) -> str:
        tests = [str(ROOT / "tests" / test) for test in GROUPS[group][1]]
        try:
            done = subprocess.run(
                [sys.executable, "-P", "-B", "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-n", "0", *tests],
                cwd=ROOT,
                env=os.environ | {"PYTHONPATH": str(home), "HYPOTHESIS_PROFILE": self.profile},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=self.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return "late"
        return "killed" if done.returncode else "survived"


def main() -> int:
    """Try the sample, print what survived and the share that was killed; return 1 where it is below ``--least``."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--count", type=int, default=100, help="mutants to try (default: 100)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seconds", type=float, default=300, help="for one mutant (default: 300)")
    parser.add_argument("--profile", default="ci", help="how many examples of a property: quick or ci (default)")
    parser.add_argument("--least", type=float, default=0.0, help="the least share that is enough, such as 0.9")
    parser.add_argument("groups", nargs="*", default=[], metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    args = parser.parse_args()
    groups = args.groups or [group for group in GROUPS if any(any(PACKAGE.glob(p)) for p in GROUPS[group][0])]
    equivalent = {(row["module"], row["where"], row["change"]) for row in read_cases("equivalent_mutants")}
    sample = [m for m in chosen(args.count, args.seed, groups) if (m.module, m.where, m.change) not in equivalent]
    outcomes: list[tuple[str, str]] = []  # of which group, and what became of it
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(args.jobs) as pool:
        workshop = Workshop(Path(folder), args.seconds, args.profile)
        for mutant, outcome in zip(sample, pool.map(workshop.outcome, sample), strict=True):
            outcomes.append((mutant.group, outcome))
            if outcome != "killed":
                print(f"{outcome}\t{mutant.module}:{mutant.line}\t{mutant.change}", flush=True)
    for group in groups:
        counts = Counter(outcome for of, outcome in outcomes if of == group)
        print(f"{group}: {counts['killed']} of {counts.total()} killed, {counts['late']} not tested to the end")
    tested = [outcome for _, outcome in outcomes if outcome != "late"]
    share = tested.count("killed") / max(1, len(tested))
    print(f"{tested.count('killed')} of {len(tested)} killed, {share:.1%}")
    return int(share < args.least)


if __name__ == "__main__":
    sys.exit(main())
