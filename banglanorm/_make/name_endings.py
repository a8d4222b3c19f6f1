"""Makes ``data/names/ending_weights.tsv``: ``python -m banglanorm._make.name_endings --pairs FILE``.

FILE has Bengali names in a column ``bn_word``; they only inform the weights. Each name is read as it stands and with
endings put on by the grammar of ``data/endings.tsv``; a log-linear model learns to tell the right cut from the others.
A name that a table has as it stands is not asked about, so it teaches nothing.
"""

import argparse
import csv
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from banglanorm._make import ranking
from banglanorm.endings import inflected
from banglanorm.names import lexicon
from banglanorm.names.inflection import cuts, features
from banglanorm.names.keys import fold

TABLE = Path(__file__).parent.parent / "data" / "names/ending_weights.tsv"
LEAST_WEIGHT = 0.04
NAMES = 5_000
FORMS_A_NAME = 4
_BARE_WEIGHT = 3  # a name as it stands is read this many times
_HEAD = """\
# table: names/ending_weights | what speaks for an ending of a name and what against one
# source: learned from names with and without endings; no name is in the table but the lines of three units
# licence: MIT
# made: python -m banglanorm._make.name_endings
feature	weight
"""


def readings(names: Iterable[str], seed: int = 1) -> Iterator[list[ranking.Candidate]]:
    """Yield the readings of each name, as it stands and with endings: one is right."""
    chance = random.Random(seed)
    for name in names:
        forms = inflected(name)
        chosen = forms[: chance.randint(1, 3)] + chance.sample(forms, FORMS_A_NAME - 2)
        for key, stem in [*[(name, name)] * _BARE_WEIGHT, *((form, name) for form in chosen)]:
            if lexicon.is_key(key):
                continue
            splits = cuts(key)
            rights = [split.stem == stem for split in splits]
            if splits and (any(rights) or key == stem):
                yield [
                    ranking.Candidate(("whole",), 0.0, float(key == stem)),
                    *(
                        ranking.Candidate(tuple(features(key, split, splits)), 0.0, float(right))
                        for split, right in zip(splits, rights, strict=True)
                    ),
                ]


def table(names: Iterable[str]) -> str:
    """Return the table of weights as text."""
    weights = ranking.train(readings(names), rounds=8, penalty=0.02, least=3).features
    whole = weights.pop("whole", 0.0)
    for feature in weights:
        if str(feature).startswith("gap ") and str(feature).count(" ") == 1:  # every cut has one of these
            weights[feature] -= whole
    rows = sorted((str(feature), weight) for feature, weight in weights.items() if abs(weight) >= LEAST_WEIGHT)
    return _HEAD + "".join(f"{feature}\t{weight:.2f}\n" for feature, weight in rows)


def main() -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.name_endings", description=__doc__.split("\n")[0])
    parser.add_argument("--pairs", type=Path, required=True, help="table with a column bn_word")
    with parser.parse_args().pairs.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        names = sorted({fold(row["bn_word"]) for row in rows})
    names = random.Random(1).sample([name for name in names if len(name) > 1], NAMES)
    TABLE.write_text(table(names), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
