"""How fast are the number functions? Run by hand: ``python tests/benchmarks/bench_numbers.py [FILE ...] [--linear]``.

Reports for each file `find_numbers` in MB/s (UTF-8) and as a ratio to ``unicodedata.normalize("NFC")`` on the same
text, once with an empty memory of words (as in a new process) and once with a filled one; and the time of one
`parse_number` and one `number_to_words`. Rounds are interleaved; the figures are medians. ``--linear`` instead reads
texts of 1, 2 and 4 times a length; the exit status is 1 where four times the text takes over eight times as long.
"""

import argparse
import random
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from banglanorm import find_numbers, number_to_words, parse_number
from banglanorm.numbers import finding as numbers
from banglanorm.numbers.words import lexer

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
FILES = ("news_bd_jugantor.txt", "news_bd_prothomalo.txt")
UNITS = (
    "৫",
    "৫ ",
    "৫-",
    "৫,",
    "এক ",
    "দুই-",
    "হাজার ",
    "দু’",
    "শ’",
    "সাড়ে ",
    "১/",
    "+৫ ",
    "( ",
    "৷",
    "(৫",
    "লাখ কোটি ",
    "একটি। ",
    "ক",
)
SIZE = 50_000  # characters of the shortest text of --linear


def seconds(function: Callable[[], object]) -> float:
    started = time.process_time()
    function()
    return time.process_time() - started


def forget() -> None:
    numbers._finder.cache_clear()
    lexer.cache_clear()
    find_numbers("১")  # builds the tables; only the words of the text are to be new


def find_speed(path: Path, rounds: int) -> None:
    text = path.read_text(encoding="utf-8")
    megabytes = len(text.encode()) / 1e6
    new, known, nfc = [], [], []
    for _ in range(rounds):
        forget()
        new.append(seconds(lambda: find_numbers(text)))
        nfc.append(seconds(lambda: unicodedata.normalize("NFC", text)))
        known.append(seconds(lambda: find_numbers(text)))
    for name, times in (("new words", new), ("known words", known)):
        ratio = statistics.median(n / t for n, t in zip(nfc, times, strict=True))
        print(f"{path.name:28} {name:12} {megabytes / statistics.median(times):6.1f} MB/s   {ratio:.3f} of NFC")


def call_speed(rounds: int) -> None:
    chosen = random.Random(1)
    values = [chosen.randrange(10 ** chosen.randrange(1, 12)) for _ in range(5_000)]
    words = [number_to_words(value) for value in values]
    to_words = statistics.median(seconds(lambda: [number_to_words(value) for value in values]) for _ in range(rounds))
    parsing = statistics.median(seconds(lambda: [parse_number(text) for text in words]) for _ in range(rounds))
    for name, total in (("number_to_words", to_words), ("parse_number", parsing)):
        print(f"{name:28} {total / len(values) * 1e6:.2f} µs a call")


def linear() -> int:
    worst = 0.0
    for unit in UNITS:
        find_numbers(unit)
        texts = [unit * (n * SIZE // len(unit)) for n in (1, 2, 4)]
        times = [seconds(lambda text=text: find_numbers(text)) for text in texts]  # type: ignore[misc]
        ratio = times[2] / times[0] if times[0] > 0.005 else 4.0
        worst = max(worst, ratio)
        print(f"{unit!r:14} " + " ".join(f"{t:8.3f}" for t in times) + f" s   x{ratio:.1f}")
    return int(worst > 8)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--linear", action="store_true")
    args = parser.parse_args()
    if args.linear:
        return linear()
    for path in args.files or [CORPORA / name for name in FILES]:
        find_speed(path, args.rounds)
    call_speed(args.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
