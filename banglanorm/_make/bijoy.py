"""Makes ``data/legacy/bigrams.tsv``: how much likelier a pair of characters is in Bijoy than in other Latin text.

``python -m banglanorm._make.bijoy --data FILE`` needs the package Babel; ``FILE`` is the table of words that the maker
of pronunciation reads too, of which only the words under CC BY 4.0 are taken.

1. Bijoy: the words of the lexicon, and more often the common words in ``bijoy_words.tsv``, written by
   `unicode_to_bijoy`; glyphs that have another form of the same meaning are replaced by it now and then, as typists do.
2. Other Latin text: the sources of Python's own library (English and code), names of languages, territories and months
   in CLDR's locales (accented letters), the English names of ``data/names/public.tsv``, the
   common words in ``latin_words.tsv``, and the words of the lexicon in
   Latin letters by each scheme (romanised Bengali).
3. The weight of a pair is the difference of the logarithms of its chances after its first character, in tenths.
"""

import argparse
import csv
import math
import random
import sys
import sysconfig
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

from banglanorm.latin.romanization import Scheme, romanize
from banglanorm.legacy.detection import WORD, pairs
from banglanorm.legacy.glyphs import load_glyphs
from banglanorm.legacy.writing import unicode_to_bijoy
from banglanorm.tables import read_table

_TABLE = Path(__file__).parents[1] / "data/legacy/bigrams.tsv"
_LICENCE = "CC-BY-4.0"
_SMOOTHING = 0.4
_LEAST = 3  # pairs seen less often than this are left out
_COMMON = 200  # as how many words of the lexicon a common word counts
_OTHER_FORM = 0.2  # how often a glyph is replaced by another form of it


def read_lexicon(path: Path) -> list[str]:
    """Return the words whose row may be used."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return sorted({row["word"] for row in rows if row["licence"] == _LICENCE})


def _common_words(name: str) -> list[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")][1:]


def bijoy_words(words: Iterable[str]) -> Iterator[str]:
    """Yield the words in Bijoy, some of them with other forms of their glyphs."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for typed, rows in load_glyphs("bijoy").items():
        for glyph in rows:
            forms[glyph.letters].append(typed)
    others = {typed: forms[rows[0].letters] for typed, rows in load_glyphs("bijoy").items() if rows[0].kind != "other"}
    chance = random.Random(52)
    for word in words:
        written = unicode_to_bijoy(word)
        yield written
        yield "".join(chance.choice(others.get(g, [g])) if chance.random() < _OTHER_FORM else g for g in written)


def other_words(words: Iterable[str]) -> dict[str, list[str]]:
    """Return other Latin text by kind."""
    from babel import Locale, localedata

    library = Path(sysconfig.get_path("stdlib"))
    code = [path.read_text(encoding="utf-8", errors="ignore") for path in sorted(library.glob("*.py"))]
    names: list[str] = []
    for name in sorted(localedata.locale_identifiers()):
        if "_" not in name:
            locale = Locale(name)
            months = locale.months["format"]["wide"]
            names += [*locale.territories.values(), *locale.languages.values(), *months.values()]
    public = [row["en"] for row in read_table("names/public")]
    latin = [romanize(word, scheme=scheme) for word in words for scheme in get_args(Scheme)]
    common = _common_words("latin_words.tsv")
    common += [spelling for word in common for spelling in (word, word, word.title())]
    capitals = [text.upper() for text in public + code[::10]]
    return {"code": code, "names": names, "public": public, "latin": latin, "common": common, "capitals": capitals}


def count(texts: Iterable[str]) -> Counter[str]:
    """Count the pairs in all words that have an ASCII letter or a letter of Latin-1."""
    counts: Counter[str] = Counter()
    for text in texts:
        for word in WORD.findall(text):
            if any("A" <= char <= "\xff" for char in word):
                counts.update(pairs(word))
    return counts


def weigh(bijoy: Counter[str], other: dict[str, float]) -> dict[str, int]:
    """Return the weight of each pair in tenths of a natural logarithm."""
    weights = {}
    both: tuple[Mapping[str, float], ...] = (bijoy, other)
    after: list[dict[str, float]] = []
    for counts in both:
        firsts: defaultdict[str, float] = defaultdict(float)
        for pair, n in counts.items():
            firsts[pair[0]] += n
        after.append(firsts)
    size = len({pair[1] for pair in bijoy} | {pair[1] for pair in other})
    for pair in sorted(set(bijoy) | set(other)):
        if bijoy.get(pair, 0) + other.get(pair, 0) < _LEAST:
            continue
        chances = [
            (counts.get(pair, 0) + _SMOOTHING) / (firsts[pair[0]] + _SMOOTHING * size)
            for counts, firsts in zip(both, after, strict=True)
        ]
        weights[pair] = round(10 * math.log(chances[0] / chances[1]))
    return weights


def make(lexicon: Path) -> None:
    """Write the table."""
    words = read_lexicon(lexicon)
    bijoy = count(bijoy_words(words))
    for pair, n in count(bijoy_words(_common_words("bijoy_words.tsv"))).items():
        bijoy[pair] += n * _COMMON // 2
    parts = {kind: count(texts) for kind, texts in other_words(words).items()}
    other: defaultdict[str, float] = defaultdict(float)
    for counts in parts.values():  # each kind counts as much as all of Bijoy
        scale = bijoy.total() / counts.total()
        for pair, n in counts.items():
            other[pair] += n * scale / len(parts)
    weights = weigh(bijoy, other)
    head = (
        "# table: bigrams | how much likelier a pair of characters is in Bijoy than in other Latin text, tenths of ln\n"
        "# source: counts of words of google/language-resources bn/data/lexicon.tsv (CC BY 4.0), CLDR names"
        f" (Unicode-3.0), Python {sys.version_info[0]}.{sys.version_info[1]}'s library (PSF-2.0), names/public.tsv\n"
        "# licence: MIT (counts), with the credits above | made: python -m banglanorm._make.bijoy --data FILE\n"
        "# ␣ stands for the end of a word, ā for a character that is no glyph; a pair that is missing weighs nothing\n"
    )
    rows = [f"{pair.replace(' ', '␣')}\t{weight}\n" for pair, weight in sorted(weights.items()) if weight]
    _TABLE.write_text(head + "pair\tweight\n" + "".join(rows), encoding="utf-8", newline="\n")
    print(f"{_TABLE.name}: {len(rows)} pairs", file=sys.stderr)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="table of words")
    make(parser.parse_args().data)


if __name__ == "__main__":
    main()
