"""Speed of transliteration and pronunciation: ``python tests/benchmarks/bench_sounds.py FILE``.

Each function runs over the lines of FILE beside ``unicodedata.normalize("NFC")`` in the same run; the ratio of the two
says more than the seconds, which depend on the machine. Words are also spoken without any memory, the load is timed.
"""

import argparse
import re
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from banglanorm import from_iso15919, romanize, to_ipa, to_iso15919
from banglanorm.latin import pronunciation
from banglanorm.latin.sound_model import load_model, pronounce_by


def seconds(function: Callable[[str], object], lines: list[str]) -> float:
    start = time.process_time()
    for line in lines:
        function(line)
    return time.process_time() - start


def compare(name: str, function: Callable[[str], object], lines: list[str], rounds: int) -> None:
    """Print the speed of ``function`` and the median of its ratio to NFC, the runs interleaved."""
    size = len("".join(lines).encode()) / 1e6
    nfc = partial(unicodedata.normalize, "NFC")
    function("".join(lines[:1]))
    times = [(seconds(function, lines), seconds(nfc, lines)) for _ in range(rounds)]
    ratio = median(other / own for own, other in times)
    print(f"{name:24} {size / min(own for own, _ in times):7.2f} MB/s  {ratio:6.3f} of NFC")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--lines", type=int, default=4000)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()

    start = time.perf_counter()
    model = load_model()
    print(f"model loaded in {1000 * (time.perf_counter() - start):.0f} ms")

    lines = args.file.read_text(encoding="utf-8").splitlines()[: args.lines]
    latin = [to_iso15919(line) for line in lines]
    compare("to_iso15919", to_iso15919, lines, args.rounds)
    compare("from_iso15919", from_iso15919, latin, args.rounds)
    compare("to_ipa", to_ipa, lines, args.rounds)
    compare("romanize", romanize, lines, args.rounds)

    words = sorted({word for line in lines for word in re.findall(pronunciation.WORD, line)})
    spent = min(seconds(partial(pronounce_by, model), words) for _ in range(args.rounds))
    print(f"words spoken, none remembered: {len(words) / spent:,.0f} words/s")


if __name__ == "__main__":
    main()
