"""Speed of names: ``python tests/benchmarks/bench_names.py FILE``, with names in the first column of each line of FILE.

Prints the time of the first name (which loads the tables and the model), the words a second that the model reads with
nothing remembered, and the names a second that come from the cache beside a plain dictionary look-up in the same run.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from banglanorm import romanize_name
from banglanorm.names import model, reading
from banglanorm.names import words as name_words
from banglanorm.tables import read_sealed


def seconds(function: Callable[[str], object], words: list[str]) -> float:
    start = time.process_time()
    for word in words:
        function(word)
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--words", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    lines = args.file.read_text(encoding="utf-8").splitlines()[1:]
    words = list(dict.fromkeys(line.split("\t")[0] for line in lines))[: args.words]

    start = time.process_time()
    romanize_name(words[0])
    print(f"first name: {1000 * (time.process_time() - start):.0f} ms, loading included")

    speeds = []
    for _ in range(args.rounds):
        fresh = model.NameModel(read_sealed("names/model.bin"))
        speeds.append(len(words) / seconds(fresh.spellings, words))
    print(f"model, nothing remembered: {median(speeds):,.0f} words/s")

    speeds = []
    for _ in range(args.rounds):
        model.load.cache_clear()
        model.load()
        reading._best.cache_clear()
        name_words._read.cache_clear()
        speeds.append(len(words) / seconds(romanize_name, words))
    print(f"names, nothing remembered: {median(speeds):,.0f} words/s")

    remembered = {word: romanize_name(word) for word in words}
    ratios = []
    for _ in range(args.rounds):
        cached = seconds(romanize_name, words * 20)
        ratios.append(seconds(remembered.get, words * 20) / cached)
    print(f"remembered names: {20 * len(words) / cached:,.0f} a second, {median(ratios):.2f} of a dictionary look-up")


if __name__ == "__main__":
    main()
