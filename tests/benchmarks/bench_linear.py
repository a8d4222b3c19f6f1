"""Does time grow linearly with length? Run by hand: ``python tests/benchmarks/bench_linear.py [--explain]``.

Each worst case is 1, 2 and 4 MB (UTF-8) of one line. The figures are seconds, and the time for 4 MB over the time for
1 MB: about 4 where time is linear, 16 where it is quadratic. The exit status is 1 if a ratio is above 8.
"""

import argparse
import sys
import time
from collections.abc import Callable

from banglanorm import Normalizer, find_malformed, label_quotes, matching_key, split_aksharas

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
    "space": " ",
    "mixture": 'ক’\N{BENGALI SIGN VIRAMA}\N{ZERO WIDTH JOINER}\N{BENGALI SIGN NUKTA}‘\N{BENGALI VOWEL SIGN E}"৷',
}
NESTED = {"many “ in a ‘, then ক'ক": ("‘ক ", "“ক ", "খখক'কা ")}  # a beginning, and two units that share the length
ENDINGS = ("", "ক")  # with something Bengali at the end, the rules look at the line


def seconds(function: Callable[[str], object], what: str, megabytes: int, ending: str) -> float:
    beginning, first, second = NESTED.get(what) or ("", "", UNITS[what])
    count = megabytes * 1_000_000 // len((first + second).encode())
    text = beginning + first * count + second * count + ending
    start = time.process_time()
    function(text)
    return time.process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--explain", action="store_true", help="measure explain instead of normalize")
    parser.add_argument("--others", action="store_true", help="measure the functions on quotes, aksharas, keys instead")
    arguments = parser.parse_args()
    functions: dict[str, Callable[[str], object]] = {
        f"normalize {profile}": Normalizer(profile=profile) for profile in ("canonical", "standard", "repair")
    }
    if arguments.explain:
        functions = {"explain": Normalizer(profile="repair").explain}
    if arguments.others:
        functions = {f.__name__: f for f in (label_quotes, split_aksharas, find_malformed, matching_key)}
    worst = 0.0
    for name, function in functions.items():
        for what in (*UNITS, *NESTED):
            for ending in ENDINGS:
                times = [seconds(function, what, megabytes, ending) for megabytes in (1, 2, 4)]
                ratio = times[2] / max(times[0], 0.05)  # what takes next to no time has no ratio
                worst = max(worst, ratio)
                shown = "  ".join(f"{value:6.2f}" for value in times)
                warning = "   <-- not linear" if ratio > 8 else ""
                print(f"{name:22s} {what + ' …' + ending:32s} {shown}   x{ratio:4.1f}{warning}", flush=True)
    return worst > 8


if __name__ == "__main__":
    sys.exit(main())
