r"""Makes ``data/keys/collation.tsv``: the order of CLDR's collations for Bengali and Assamese.

``python -m banglanorm._make.collation [--check] [--cldr FOLDER]`` reads the root collation (``uca/allkeys_CLDR.txt``)
and the tailorings (``collation/bn.xml``, ``collation/as.xml``) of a folder ``common`` of CLDR, such as Debian's package
``unicode-cldr-core`` installs. Kept are symbols, digits and the letters of the scripts that stand beside Bengali; what
is left out sorts after everything else, by its code points. Weights are numbered anew, from the lowest.
"""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import regex
import unicodedata2

TABLE = Path(__file__).parents[1] / "data/keys/collation.tsv"
LANGUAGES = ("bn", "as")
_FOLDER = Path("/usr/share/unicode/cldr/common")
# The scripts that both tailorings put first, in their order, and those that follow them.
_FIRST_SCRIPTS = ("Beng", "Deva", "Guru", "Gujr", "Orya", "Taml", "Telu", "Knda", "Mlym", "Sinh")
_OTHER_SCRIPTS = ("Latn", "Grek", "Cyrl", "Arab", "Olck", "Mtei")
_SCRIPTS = (*_FIRST_SCRIPTS, *_OTHER_SCRIPTS, "Zyyy", "Zinh")
_KEPT = regex.compile("[{}]+".format("".join(rf"\p{{sc={script}}}" for script in _SCRIPTS)))
_LEFT_OUT = re.compile(
    "[\u3200-\u33ff\uf900-\ufdff\ufe10-\ufefe\uff00-\uffff\U00010000-\U0001efff\U00020000-\U0010ffff]"
)
_ROW = re.compile(r"([0-9A-F ]+?) *; (\S+)")
_WEIGHTS = re.compile(r"\[[.*]([0-9A-F]+)\.([0-9A-F]+)\.([0-9A-F]+)\]")
_TAILORING = re.compile(r"<cr><!\[CDATA\[(.*?)\]\]></cr>", re.DOTALL)
_STEP = re.compile(r"&(\[before 1\])?([^<=&\s]+)|([<=])([^<=&\s]+)")
_VERSION = 41
_COMMON_SECONDARY, _COMMON_TERTIARY = 0x20, 2
_HEAD = """\
# table: keys/collation | the order of CLDR's bn and as collations: the weights of each text on three levels
# source: Unicode CLDR {version}, allkeys_CLDR.txt, bn.xml and as.xml
# licence: Unicode-3.0
# made: python -m banglanorm._make.collation
text	language	primary	secondary	tertiary
"""

Levels = tuple[Sequence[float], ...]  # primary, secondary, tertiary weights


class Row(NamedTuple):
    """The weights of ``text`` in one language, or with an empty ``language`` in both."""

    text: str
    language: str
    levels: Levels


def root(lines: Iterable[str]) -> list[Row]:
    """Return the rows of the root collation that are kept; outside Bengali those that do not decompose."""
    rows = []
    for line in lines:
        m = _ROW.match(line)
        if not m:
            continue
        text = "".join(chr(int(code, 16)) for code in m[1].split())
        is_bengali = all("\u0980" <= char <= "\u09ff" for char in text)
        decomposes = len(text) == 1 and unicodedata2.normalize("NFD", text) != text
        if _KEPT.fullmatch(text) and not _LEFT_OUT.search(text) and (is_bengali or not decomposes):
            weights = [[int(weight, 16) for weight in element] for element in _WEIGHTS.findall(m[2])]
            rows.append(Row(text, "", tuple([element[n] for element in weights if element[n]] for n in range(3))))
    return rows


def tailored(rows: Sequence[Row], language: str, rules: str) -> list[Row]:
    """Return the rows that ``rules`` add in ``language``; a new primary weight lies between two of the root."""
    weights = {row.text: row.levels for row in rows}
    at = LANGUAGES.index(language) / 8  # each language has its own places between two weights
    added: dict[str, Levels] = {}
    last = ""
    for before, anchor, relation, text in _STEP.findall(rules):
        if anchor:
            at = weights[anchor][0][0] + LANGUAGES.index(language) / 8 - bool(before)
        elif relation == "<":
            at += 1 / 64
            added[text] = ([at], [_COMMON_SECONDARY], [_COMMON_TERTIARY])
        else:
            added[text] = added[last]
        last = text
    return [Row(text, language, levels) for text, levels in added.items()]


def renumbered(rows: Sequence[Row]) -> list[Row]:
    """Give the weights of each level new numbers: symbols and digits first, then Bengali and its neighbours."""
    letters = next(row.levels[0][0] for row in rows if row.text == "a")  # what stands before it is no letter
    ranges = [_range(rows, script, letters) for script in _FIRST_SCRIPTS]

    def place(weight: float) -> tuple[int, float]:
        inside = [n for n, (first, last) in enumerate(ranges) if first <= weight <= last]
        return (0 if weight < letters else inside[0] + 1 if inside else len(ranges) + 1), weight

    numbers: list[dict[float, int]] = []
    for level in range(3):
        weights = {weight for row in rows for weight in row.levels[level]}
        ordered = sorted(weights, key=place if level == 0 else float)
        numbers.append({weight: number for number, weight in enumerate(ordered, 1)})
    return [
        Row(
            text, language, tuple([number[w] for w in weights] for number, weights in zip(numbers, levels, strict=True))
        )
        for text, language, levels in rows
    ]


def _range(rows: Sequence[Row], script: str, letters: float) -> tuple[float, float]:
    of_script = regex.compile(rf"\p{{sc={script}}}")
    weights = [
        w
        for row in rows
        if of_script.match(row.text)
        for w in row.levels[0]
        if w >= letters and len(row.levels[0]) == 1
    ]
    return min(weights), max(weights) + 1


def table(folder: Path) -> str:
    """Return the whole table as text."""
    lines = (folder / "uca/allkeys_CLDR.txt").read_text(encoding="utf-8").splitlines()
    rows = root(lines)
    for language in LANGUAGES:
        source = (folder / f"collation/{language}.xml").read_text(encoding="utf-8")
        rules = re.sub("(?m)#.*$", "", _TAILORING.search(source)[1])  # type: ignore[index]  # the standard one comes first
        rows += tailored(rows, language, rules.replace("\\u200D", "\N{ZERO WIDTH JOINER}"))
    written = []
    for text, language, levels in renumbered(rows):
        codes = " ".join(f"{ord(char):04X}" for char in text)
        written.append("\t".join([codes, language, *(" ".join(map(str, weights)) for weights in levels)]) + "\n")
    return _HEAD.format(version=_VERSION) + "".join(written)


def main() -> int:
    """Write the table; with ``--check`` return 1 where it is not fresh, 2 where its sources are not here."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.collation", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="only say whether the table is fresh")
    parser.add_argument("--cldr", type=Path, default=_FOLDER, help="the folder common of CLDR (default: %(default)s)")
    args = parser.parse_args()
    if not (args.cldr / "uca/allkeys_CLDR.txt").exists():
        return 2
    made = table(args.cldr)
    if args.check:
        return int(TABLE.read_text(encoding="utf-8") != made)
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
