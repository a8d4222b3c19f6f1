"""Does time grow linearly with length? Run by hand: ``python tests/benchmarks/bench_linear.py``.

Every public function that takes a text meets every worst case in one line of 1, 2 and 4 MB (UTF-8), or less with
``--kilobytes``. The figures are seconds, and the time for the longest over the time for the shortest: about 4 where
time is linear, 16 where it is quadratic. The exit status is 1 if a ratio is above 8.
"""

import argparse
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

from public_functions import text_functions

from banglanorm import BanglanormError, Normalizer

UNITS = {
    "hasanta": "\N{BENGALI SIGN VIRAMA}",
    "vowel sign": "\N{BENGALI VOWEL SIGN AA}",
    "e-kar": "\N{BENGALI VOWEL SIGN E}",
    "nukta": "\N{BENGALI SIGN NUKTA}",
    "candrabindu": "\N{BENGALI SIGN CANDRABINDU}",
    "anusvara, candrabindu": "\N{BENGALI SIGN ANUSVARA}\N{BENGALI SIGN CANDRABINDU}",
    "candrabindu, vowel sign": "\N{BENGALI SIGN CANDRABINDU}\N{BENGALI VOWEL SIGN AA}",
    "hasanta, nukta": "\N{BENGALI SIGN VIRAMA}\N{BENGALI SIGN NUKTA}",
    "aa, e": "\N{BENGALI VOWEL SIGN AA}\N{BENGALI VOWEL SIGN E}",
    "ya, aa, nukta": "য\N{BENGALI VOWEL SIGN AA}\N{BENGALI SIGN NUKTA}",
    "ZWJ": "\N{ZERO WIDTH JOINER}",
    "ZWNJ": "\N{ZERO WIDTH NON-JOINER}",
    "hasanta, ZWNJ": "\N{BENGALI SIGN VIRAMA}\N{ZERO WIDTH NON-JOINER}",
    "ka, ZWJ": "ক\N{ZERO WIDTH JOINER}",
    "ka, hasanta": "ক\N{BENGALI SIGN VIRAMA}",
    "ra, hasanta": "র\N{BENGALI SIGN VIRAMA}",
    "ta, hasanta": "ত\N{BENGALI SIGN VIRAMA}",
    "ZWSP": "\N{ZERO WIDTH SPACE}",
    "ka, soft hyphen": "ক\N{SOFT HYPHEN}",
    "NBSP": "\N{NO-BREAK SPACE}",
    "combining acute, cedilla": "\N{COMBINING ACUTE ACCENT}\N{COMBINING CEDILLA}",
    "‘": "‘",
    "’": "’",
    "'": "'",
    '"': '"',
    "`": "`",
    "ক’": "ক’",
    "শ’": "শ’",
    "‘ক": "‘ক",
    "‘ক ": "‘ক ",
    "'ক' ": "'ক' ",
    "“‘": "“‘",
    "’”ক": "’”ক",
    "<a'": "<a'",
    "`a": "`a",
    '":"': '":"',
    "৷": "৷",
    "ক৷": "ক৷",
    "|": "|",
    "ক খ|": "ক খ|",
    "।": "।",
    "http://": "http://",
    "www.": "www.",
    "a@": "a@",
    "a.": "a.",
    "ক@ক.": "ক@ক.",
    "digit": "৫",
    "flag": "🇧",
    "emoji, ZWJ": "👩\N{ZERO WIDTH JOINER}",
    "emoji, skin tone": "👍🏽",
    "digit, dot": "৫.",
    "digit, space": "৫ ",
    "digit, slash": "৫/",
    "roman, marks": "Ⅳ\N{COMBINING ACUTE ACCENT}\N{COMBINING CEDILLA}",
    "one": "এক",
    "one, space": "এক ",
    "crore, space": "কোটি ",
    "year's": "সালের ",
    "hyphen, ending": "-এর",
    "&": "&",
    "&amp;": "&amp;",
    "( ": "( ",
    "line break": "\n",
    "space": " ",
    "mixture": 'ক’\N{BENGALI SIGN VIRAMA}\N{ZERO WIDTH JOINER}\N{BENGALI SIGN NUKTA}‘\N{BENGALI VOWEL SIGN E}"৷',
}
NESTED = {  # a beginning, two units that share the length, and an end
    "many “ in a ‘, then ক'ক": ("‘ক ", "“ক ", "খখক'কা ", ""),
    "digit, many spaces, x": ("৫", " ", " ", "x"),
    "digit, many dots, x": ("৫", ".", ".", "x"),
    "digit, many dandas, x": ("৫", "।", "।", "x"),
    "digit, many no-break spaces, x": ("৫", "\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", "x"),
}
ENDINGS = ("", "ক")  # with something Bengali at the end, the rules look at the line


def seconds(function: Callable[[str], object], what: str, size: int, ending: str) -> float:
    beginning, first, second, end = NESTED.get(what) or ("", "", UNITS[what], "")
    count = size // len((first + second).encode())
    text = beginning + first * count + second * count + end + ending
    start = time.process_time()
    with suppress(BanglanormError):  # a parser may refuse the text, in as little time
        function(text)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=1000, help="the shortest of the three lengths")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="functions to measure")
    parser.add_argument("--all", action="store_true", help="print what is linear too")
    arguments = parser.parse_args()
    functions: dict[str, Callable[[str], object]] = {
        f"normalize {profile}": Normalizer(profile=profile) for profile in ("canonical", "visual", "standard", "repair")
    }
    functions["normalize options"] = Normalizer(nukta="composed", digits="bengali", quotes="ascii")
    functions["explain repair"] = Normalizer(profile="repair").explain
    functions["batch"] = lambda text: Normalizer().batch(text.split("\n"))
    functions |= text_functions()
    worst = 0.0
    for name, function in functions.items():
        if arguments.only and name.split()[0] not in arguments.only:
            continue
        for what in (*UNITS, *NESTED):
            for ending in ENDINGS:
                sizes = (1000 * arguments.kilobytes * factor for factor in (1, 2, 4))
                times = [*map(partial(seconds, function, what, ending=ending), sizes)]
                ratio = times[2] / max(times[0], 0.03)  # what takes next to no time has no ratio
                worst = max(worst, ratio)
                if arguments.all or ratio > 8:
                    shown = "  ".join(f"{value:6.2f}" for value in times)
                    warning = "   <-- not linear" if ratio > 8 else ""
                    print(f"{name:22s} {what + ' …' + ending:32s} {shown}   x{ratio:4.1f}{warning}", flush=True)
        print(f"{name}: done", flush=True)
    return worst > 8


if __name__ == "__main__":
    sys.exit(main())
