"""Searches for texts that break a promise: ``python tests/fuzz/run.py --runs 100000``.

Every call picks a public function, its options and a text; a text that breaks a promise is printed and kept in
``--out``. With ``--guided`` the search follows the coverage of the library's code (``pip install atheris``) and reuses
what it kept in ``--corpus``. The first byte of its input chooses the function, the next two the options.
"""

import argparse
import random
import sys
import time
import traceback
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
    parser.add_argument("--guided", action="store_true", help="by coverage, with atheris")
    parser.add_argument("--corpus", default="", metavar="FOLDER", help="where a guided search keeps its inputs")
    parser.add_argument("--out", default=".", metavar="FOLDER", help="where texts that break something are kept")
    parser.add_argument("functions", nargs="*", help="public functions (default: all of a text)")
    args = parser.parse_args()
    return guided(args) if args.guided else unguided(args)


def unguided(args: argparse.Namespace) -> int:
    """Change seeds at random; each function gets the same number of calls."""
    import promises
    import texts

    names = args.functions or promises.targets()
    began, calls, broken = time.monotonic(), Counter[str](), Counter[str]()
    with suppress(KeyboardInterrupt):  # whoever ends a long search sees how far it came
        chance = random.Random(args.seed)
        for number in range(args.runs):
            if time.monotonic() - began > args.seconds:
                break
            name, text, turn = names[number % len(names)], texts.fresh(chance), chance.randrange(1 << 16)
            calls[name] += 1
            try:
                promises.check(name, text, turn)
            except Exception:
                broken[name] += 1
                if broken[name] <= 5:
                    print(f"{name} {turn} {text!a}\n{traceback.format_exc(limit=-3)}", flush=True)
                    keep = Path(args.out, f"broken-{name}-{broken[name]}.txt")
                    keep.write_bytes(text.encode("utf-8", "surrogatepass"))
    print(f"{calls.total()} calls in {time.monotonic() - began:.0f} s, {broken.total()} broke a promise")
    for name, count in calls.items():
        print(f"{name}: {count}" + (f", {broken[name]} broken" if broken[name] else ""))
    return int(broken.total() > 0)


def guided(args: argparse.Namespace) -> int:
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
