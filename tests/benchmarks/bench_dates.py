"""How fast dates are found and read, beside ``unicodedata.normalize("NFC")`` in the same run.

``python tests/benchmarks/bench_dates.py FILE`` reads a text file line by line. Runs are interleaved, figures are
medians of the time of the processor, so that other work on the machine counts little.
"""

import argparse
import statistics
import time
import unicodedata
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

EXPRESSIONS = (
    "৭ নভেম্বর ১৯৭৫",
    "২০১৯ সালের ১২ জুন",
    "শেষ আপডেট: ৩ জুন ২০২৪ ১৭:৫৭",
    "গত শনিবার",
    "গত ৭ জুন",
    "রাত সাড়ে ১০টার",
    "২৮ ডিসেম্বর থেকে ৩ জানুয়ারি",
    "২২শে শ্রাবণ ১৩৪৮",
    "তিন দিন আগে",
    "ছ’দিনের",
)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def bench_finding(lines: list[str], rounds: int) -> None:
    from banglanorm import find_dates

    size = sum(len(line.encode("utf-8")) for line in lines) / 1e6
    first = seconds(lambda: [find_dates(line) for line in lines])
    pairs = []
    for _ in range(rounds):
        nfc = seconds(lambda: [unicodedata.normalize("NFC", line) for line in lines])
        pairs.append((nfc, seconds(lambda: [find_dates(line) for line in lines])))
    ratio = statistics.median(nfc / own for nfc, own in pairs)
    own = statistics.median(own for _, own in pairs)
    nfc = statistics.median(nfc for nfc, _ in pairs)
    print(f"find_dates        {size / own:6.1f} MB/s, first run {size / first:.1f} MB/s")
    print(f"NFC               {size / nfc:6.1f} MB/s; find_dates is {ratio:.2f} times as fast")


def read_all(texts: list[str]) -> None:
    from banglanorm import parse_date

    reference = datetime(2024, 6, 5, 12, 0)
    for text in texts:
        parse_date(text, reference=reference)


def bench_parsing(rounds: int) -> None:
    times = []
    for text in EXPRESSIONS:
        many = [text] * 500
        read_all(many)
        times.append(statistics.median(seconds(partial(read_all, many)) for _ in range(rounds)) / len(many) * 1e6)
        print(f"parse_date        {times[-1]:6.1f} µs  {text}")
    print(f"parse_date        {statistics.mean(times):6.1f} µs on average")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="a text file, for example a newspaper's")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    bench_finding(args.file.read_text(encoding="utf-8").splitlines(keepends=True), args.rounds)
    bench_parsing(args.rounds)


if __name__ == "__main__":
    main()
