"""How much do the memories of the library keep? Run by hand: ``python tests/benchmarks/bench_memory.py``.

Every public function that takes a text, each in a process of its own, is given two million distinct words, then lines;
the figure is by how many MB the process grew from the thousandth call on. All of them together should stay under 64.
"""

import argparse
import random
import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress

from public_functions import text_functions

from banglanorm import BanglanormError, Normalizer

LETTERS = "কখগঘচছজটডতথদধনপফবভমযরলশসহ"
SIGNS = ["", "া", "ি", "ু", "ে", "ো", "্য", "্র", "র্", "ং", "ুু", "ে\N{BENGALI SIGN CANDRABINDU}া", "’", "ড়"]


def words(count: int) -> Iterator[str]:
    """Yield made-up words, nearly all distinct, many of them damaged or with an apostrophe."""
    chance = random.Random(7)
    for _ in range(count):
        yield "".join(chance.choice(LETTERS) + chance.choice(SIGNS) for _ in range(chance.randint(2, 9)))


def lines(count: int) -> Iterator[str]:
    """Yield lines of such words, full of marks and numbers."""
    chance = random.Random(11)
    source = words(count * 4)
    for number in range(count):
        marks = chance.sample("‘’“”'\"’‘", 4)
        yield " ".join(mark + next(source) for mark in marks) + f" {number} টাকা"


def functions() -> dict[str, Callable[[str], object]]:
    """Return what is measured, by name."""
    repair = Normalizer(profile="repair")
    return {"normalize repair": repair, "explain repair": repair.explain} | text_functions()


def feed(function: Callable[[str], object], texts: Iterator[str]) -> None:
    for text in texts:
        with suppress(BanglanormError):
            function(text)


def growth(function: Callable[[str], object], count: int) -> float:
    """Return by how many MB the process grows."""
    feed(function, words(1000))
    feed(function, lines(200))
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    feed(function, words(count))
    feed(function, lines(count // 10))
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000_000, help="words; and a tenth as many lines")
    parser.add_argument("--only", nargs="+", metavar="NAME")
    parser.add_argument("--one", metavar="NAME", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(growth(functions()[arguments.one], arguments.count))
        return
    total = 0.0
    for name in arguments.only or functions():
        run = [sys.executable, __file__, "--one", name, "--count", str(arguments.count)]
        grown = float(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
        total += grown
        print(f"{name:24s} {grown:8.1f} MB", flush=True)
    print(f"{'together':24s} {total:8.1f} MB")


if __name__ == "__main__":
    main()
