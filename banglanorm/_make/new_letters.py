"""Makes ``data/script/new_letters.tsv``: the letters and numbers that Python 3.11 does not know.

``python -m banglanorm._make.new_letters`` writes the table, ``--check`` only says whether it is fresh; both need Python
3.11, the oldest that the library runs on, because its ``str.isalnum`` says what is new.
"""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

import unicodedata2

_TABLE = Path(__file__).parents[1] / "data" / "script" / "new_letters.tsv"
_OLDEST = (3, 11)

_HEAD = f"""\
# table: new_letters | letters and numbers assigned after Unicode 14, the version of Python 3.11, as ranges
# source: Unicode Character Database {unicodedata2.unidata_version}, general categories L* and N*
# licence: Unicode-3.0
# made: python -m banglanorm._make.new_letters
first\tlast
"""


def table() -> str:
    """Return the table for the versions of Unicode that this Python and ``unicodedata2`` have."""
    every = map(chr, range(sys.maxunicode + 1))
    new = [ord(char) for char in every if unicodedata2.category(char)[0] in "LN" and not char.isalnum()]
    return _HEAD + "".join(f"{first:04X}\t{last:04X}\n" for first, last in ranges(new))


def ranges(numbers: Iterable[int], /) -> list[tuple[int, int]]:
    """Return the runs of consecutive ``numbers``, which are sorted, each as its first and its last.

    >>> ranges([1, 2, 3, 7])
    [(1, 3), (7, 7)]
    """
    runs: list[tuple[int, int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def main() -> int:
    """Write the table, or with ``--check`` compare it; return 1 where it is not fresh, 2 on another Python."""
    parser = argparse.ArgumentParser(
        prog="python -m banglanorm._make.new_letters", description=__doc__.split("\n", 1)[0]
    )
    parser.add_argument("--check", action="store_true", help="only say whether the table is fresh")
    args = parser.parse_args()
    if sys.version_info[:2] != _OLDEST:
        return 2
    if args.check:
        return int(_TABLE.read_text(encoding="utf-8") != table())
    _TABLE.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
