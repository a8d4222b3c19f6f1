"""How fast are functions on text seen for the first time? ``python tests/benchmarks/bench_cold.py FILE [FUNCTION ...]``

For each function and each run a new process loads the library, times the first call, and gives every line of the file
to the function once, in turns with ``unicodedata.normalize("NFC")``. Reported are the first use in milliseconds (import
and first call), MB/s of UTF-8, and the ratio to the time of NFC, each the best of ``--runs``; the time is that of the
processor.
"""

import argparse
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

FUNCTIONS = ("find_numbers", "find_dates", "verbalize", "find_words", "find_sentences", "matching_key", "sort_key")
FIRST = "১৭ সেপ্টেম্বর ২০২৩ রাত ৮টায়"
BLOCKS = 40  # in which the two take turns


def measure(name: str, path: Path) -> tuple[float, float, float]:
    """Return the seconds of the first use, of the function on all lines, and of NFC on them, in this process."""
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line]
    start = time.process_time()
    import banglanorm

    function = getattr(banglanorm, name)
    function(FIRST)
    first = time.process_time() - start
    own = nfc = 0.0
    size = len(lines) // BLOCKS + 1
    for at in range(0, len(lines), size):
        block = lines[at : at + size]
        start = time.process_time()
        for line in block:
            unicodedata.normalize("NFC", line)
        middle = time.process_time()
        for line in block:
            function(line)
        nfc += middle - start
        own += time.process_time() - middle
    return first, own, nfc


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("functions", nargs="*", default=list(FUNCTIONS))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--here", action="store_true", help="measure one function in this process")
    args = parser.parse_args()
    if args.here:
        print(*measure(args.functions[0], args.file))
        return
    megabytes = args.file.stat().st_size / 1e6
    for name in args.functions:
        command = [sys.executable, __file__, str(args.file), name, "--here"]
        runs = []
        for _ in range(args.runs):
            done = subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL, timeout=300)
            runs.append(tuple(map(float, done.stdout.split())))
        first, own = min(run[0] for run in runs), min(run[1] for run in runs)
        ratio = max(nfc / own for _, own, nfc in runs)
        print(f"{name:16} first use {first * 1e3:4.0f} ms   {megabytes / own:6.2f} MB/s   {ratio:.3f} of NFC")


if __name__ == "__main__":
    main()
