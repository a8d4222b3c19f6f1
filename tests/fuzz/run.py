"""Searches for texts that break a promise: ``python tests/fuzz/run.py --runs 100000``.

Every call picks a public function, its options and a text; a text that breaks a promise is printed and kept in
``--out``. With ``--guided`` a text that made the library do something new is changed further (Python 3.12 or later).
With ``--atheris`` the search follows the coverage of the byte code instead (``pip install atheris``) and keeps its
inputs in ``--corpus``; their first byte chooses the function, the next two the options.
"""

import argparse
import random
import sys
import time
import traceback
import zlib
from collections import Counter
from contextlib import suppress
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]


def main() -> int:
    """Search, print how many calls were made of each function, and return 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=10_000, help="calls to make (default: 10,000)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after this time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="change further what did something new")
    parser.add_argument("--atheris", action="store_true", help="by the coverage of byte code, with atheris")
    parser.add_argument("--corpus", default="", metavar="FOLDER", help="where atheris keeps its inputs")
    parser.add_argument("--out", default=".", metavar="FOLDER", help="where texts that break something are kept")
    parser.add_argument("functions", nargs="*", help="public functions (default: all of a text)")
    args = parser.parse_args()
    return with_atheris(args) if args.atheris else search(args)


def search(args: argparse.Namespace) -> int:
    """Change seeds at random, or what they became; each function gets the same number of calls."""
    import promises

    names = args.functions or promises.targets()
    began, calls, broken = time.monotonic(), Counter[str](), Counter[str]()
    texts = _Guided(names) if args.guided else _Unguided()
    with suppress(KeyboardInterrupt):  # whoever ends a long search sees how far it came
        chance = random.Random(args.seed)
        for number in range(args.runs):
            if time.monotonic() - began > args.seconds:
                break
            name, turn = names[number % len(names)], chance.randrange(1 << 16)
            text = texts.next(name, chance)
            calls[name] += 1
            try:
                texts.look(name, text, promises.check(name, text, turn))
            except Exception:
                broken[name] += 1
                if broken[name] <= 5:
                    print(f"{name} {turn} {text!a}\n{traceback.format_exc(limit=-3)}", flush=True)
                    keep = Path(args.out, f"broken-{name}-{broken[name]}.txt")
                    keep.write_bytes(text.encode("utf-8", "surrogatepass"))
    print(f"{calls.total()} calls in {time.monotonic() - began:.0f} s, {broken.total()} broke a promise{texts}")
    for name, count in calls.items():
        print(f"{name}: {count}" + (f", {broken[name]} broken" if broken[name] else ""))
    return int(broken.total() > 0)


class _Unguided:
    """Seeds, changed."""

    def next(self, name: str, chance: random.Random) -> str:
        import texts

        return texts.fresh(chance)

    def look(self, name: str, text: str, result: object) -> None:
        """Nothing is kept."""

    def __str__(self) -> str:
        return ""


class _Guided:
    """Texts that did something new, changed further; a third of the time a seed."""

    MOST = 5000  # texts kept of a function

    def __init__(self, names: list[str]) -> None:
        from coverage_guide import Coverage

        self._coverage = Coverage()
        self._kept: dict[str, list[str]] = {name: [] for name in names}
        self._lines = 0

    def next(self, name: str, chance: random.Random) -> str:
        import texts

        kept = self._kept[name] if chance.random() < 0.8 else self._kept[chance.choice(list(self._kept))]
        self._lines = self._coverage.lines
        return texts.changed(chance.choice(kept), chance) if kept and chance.random() < 0.7 else texts.fresh(chance)

    def look(self, name: str, text: str, result: object) -> None:
        if not self._coverage.is_news(self._lines, name, result):
            return
        kept = self._kept[name]
        if len(kept) < self.MOST:
            kept.append(text)
        else:
            kept[zlib.crc32(repr(text).encode()) % self.MOST] = text

    def __str__(self) -> str:
        kept = sum(map(len, self._kept.values()))
        return f"; {kept} texts did something new, {self._coverage.lines} lines of the library ran"


def with_atheris(args: argparse.Namespace) -> int:
    """Let atheris change the inputs; half of the changes are those of the unguided search."""
    import atheris

    import banglanorm

    with atheris.instrument_imports(include=["banglanorm"]):
        import promises

        for name in banglanorm.__all__:  # each loads its module on first use
            getattr(banglanorm, name)
    import texts

    names = args.functions or promises.targets()

    def check(data: bytes) -> None:
        if len(data) > 3:
            promises.check(names[data[0] % len(names)], _text(data[3:]), int.from_bytes(data[1:3], "big"))

    def change(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        head, text = (data[:3], _text(data[3:])) if len(data) > 3 else (chance.randbytes(3), texts.fresh(chance))
        if chance.random() < 0.2:
            head = chance.randbytes(3)
        if chance.random() < 0.3:
            return bytes(atheris.Mutate(data, most))
        return (head + texts.changed(text, chance).encode("utf-8", "surrogatepass"))[:most]

    options = [f"-runs={args.runs}", f"-seed={args.seed}", "-max_len=1200", "-timeout=20", "-print_final_stats=1"]
    options += [f"-artifact_prefix={args.out}/", *([args.corpus] if args.corpus else [])]
    if args.seconds < float("inf"):
        options.append(f"-max_total_time={int(args.seconds)}")
    atheris.Setup([sys.argv[0], *options], check, custom_mutator=change)
    atheris.Fuzz()
    return 0


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    sys.exit(main())
