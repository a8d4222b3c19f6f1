"""Makes ``data/normalization/word_forms.bin``, the word forms that repairs take for known.

    python -m banglanorm._make.word_forms --lexicon LEXICON.tsv TEXT.txt …

``LEXICON.tsv`` has a column ``word`` and a column ``licence``, of which the rows under CC BY 4.0 are read: Google's
Bengali lexicon (google/language-resources, bn/data/lexicon.tsv). The texts are public collections, one a file: two
newspapers of Bangladesh and one of India, two blogs, law, translations of Quran, hadith and Gita, comments and reviews
from five sources, tweets, the sentences of Tatoeba, prompts for speakers, search topics, translations of software. Of
them nothing is kept but which word forms are common to at least two, and the binary logarithm of how often each occurs
in all. A form is left out where it is not well-formed, where it has an Assamese letter, and where it looks like the
damage of another form that is more common.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from banglanorm import is_wellformed, normalize
from banglanorm.normalization.rules.damages import ONSET_LETTERS
from banglanorm.normalization.rules.readings import damaged_parts
from banglanorm.normalization.word_forms import pack
from banglanorm.script.letters import (
    ASSAMESE_RA,
    ASSAMESE_WA,
    CONSONANTS,
    HASANTA,
    JOINERS,
    VOWEL_SIGNS,
    WORD_CHARACTERS,
    ZWJ,
)
from banglanorm.tables import seal

TABLE = Path(__file__).parent.parent / "data" / "normalization/word_forms.bin"
_WORD = re.compile(f"[{WORD_CHARACTERS}{JOINERS}]+")
_ASSAMESE = re.compile(f"[{ASSAMESE_RA}{ASSAMESE_WA}]")
_MOST_COMMON = 15
# What damage writes, and what was meant: a form that holds the first gives way to a more common one with the second.
_DAMAGE = [
    (f"([নস]{HASANTA}ত){HASANTA}ম", r"\1"),
    ("রম্ন", "রু"),
    (f"(?<=[{CONSONANTS}])([{VOWEL_SIGNS}]?)স্ন", rf"{HASANTA}ল\1"),
    (f"ত{HASANTA}(?=[কখগপফসশচছটদলভহ])", "ৎ"),
    (f"ত{HASANTA}$", "ৎ"),
    ("^র্য", f"র{ZWJ}{HASANTA}য"),
    ("নিু", "নিম্ন"),
]
# The same, for forms that hold a part that tells of such damage.
_DAMAGE_OF_PARTS = [
    (f"({ONSET_LETTERS})(?<!র)র{HASANTA}(?![{VOWEL_SIGNS}])", rf"র{HASANTA}\1"),
    (f"({ONSET_LETTERS})(?<!র)([{VOWEL_SIGNS}])র{HASANTA}(?![{VOWEL_SIGNS}])", rf"র{HASANTA}\1\2"),
    ("(?<!^)এ", "ত্র"),
    ("^উও", "উত্ত"),
]


_PARTS = damaged_parts("reph_after_letter", "look_alike_letters")


def word_forms(lexicon: Iterable[str], texts: Iterable[Iterable[str]], /) -> dict[str, int]:
    """Return word forms with their levels, from the words of a lexicon and the lines of several texts."""
    counts: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    for text in texts:
        found = Counter(word for line in text for word in _WORD.findall(normalize(line, quotes="keep")))
        counts.update(found)
        sources.update(found.keys())
    words = {normalize(word) for word in lexicon} | {word for word, number in sources.items() if number > 1}
    kept = (word for word in words if len(word) > 1 and is_wellformed(word) and not _ASSAMESE.search(word))
    return {word: min(counts[word].bit_length(), _MOST_COMMON) for word in kept if not _is_damaged(word, counts)}


def _is_damaged(word: str, counts: Counter[str]) -> bool:
    kinds = _DAMAGE + _DAMAGE_OF_PARTS if any(map(word.__contains__, _PARTS)) else _DAMAGE
    meant = (re.sub(typed, written, word) for typed, written in kinds)
    return any(other != word and counts[other] > 2 * counts[word] for other in meant)


def main() -> None:
    """Read the files named on the command line and write the list."""
    parser = argparse.ArgumentParser(
        prog="python -m banglanorm._make.word_forms", description=__doc__.split("\n", 1)[0]
    )
    parser.add_argument("--lexicon", type=Path, nargs="+", required=True)
    parser.add_argument("texts", type=Path, nargs="+")
    args = parser.parse_args()
    lexicon = []
    for path in args.lexicon:
        with path.open(encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            lexicon += [row["word"] for row in rows if row["licence"].startswith("CC-BY-4.0")]
    texts = (path.read_text(encoding="utf-8").split("\n") for path in args.texts)
    TABLE.write_bytes(seal(pack(word_forms(lexicon, texts))))


if __name__ == "__main__":
    main()
