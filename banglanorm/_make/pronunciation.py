"""Makes the model of pronunciation: ``python -m banglanorm._make.pronunciation --data FILE`` (about two minutes).

``FILE`` has the columns ``word``, ``phonemes``, ``source`` and ``licence``; only rows under CC BY 4.0 are read, those
of Google's Bengali lexicon. Own transcriptions stand in ``pronunciation_words.tsv`` beside this module and go before;
the verbs in ``pronunciation_verbs.tsv`` are not learnt from, as nouns end like their forms and are spoken otherwise.

It needs numpy.

1. Align the units of each word with its phonemes (`alignment`).
2. Units that have one sound are fixed; for the others learn one multinomial logistic model over hashed features, by
   AdaGrad with features dropped at random, so that no single feature is relied on.
3. Round the weights to bytes and write ``data/latin/pronunciation_model.bin``: a line of JSON, then the compressed
   weights.
4. Write own transcriptions that the model misses to ``data/latin/pronunciation_exceptions.tsv``.

``--check`` says whether the files in ``data/`` belong together and speak the own transcriptions right, and, with
``--data``, whether they were made from that file; it exits with 1 if not.
"""

import argparse
import csv
import hashlib
import json
import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np

from banglanorm._make import alignment
from banglanorm.latin.pronunciation import pronounce
from banglanorm.latin.sound_model import (
    GEMINATE,
    SINGLE,
    Context,
    Model,
    base_sound,
    features,
    group_of,
    is_open,
    label_seed,
    pronounce_by,
    spoken,
)
from banglanorm.latin.sound_units import INHERENT, VOWEL_CHARS, Phonemes, split_units
from banglanorm.tables import read_sealed, seal

_DATA = Path(__file__).parents[1] / "data"
_MODEL = _DATA / "latin/pronunciation_model.bin"
_EXCEPTIONS = _DATA / "latin/pronunciation_exceptions.tsv"
_OWN = Path(__file__).with_name("pronunciation_words.tsv")
_VERBS = Path(__file__).with_name("pronunciation_verbs.tsv")
_COMMAND = "python -m banglanorm._make.pronunciation"
_LICENCE = "CC-BY-4.0"
_SOURCE = "google/language-resources bn/data/lexicon.tsv (Copyright Google Inc.), as training data"

_BITS = 21  # of the hash: so many weights there are
_SCALE = 24  # a weight of one is so many steps of a byte
_LEAST = 0.03  # of a weight that is kept
_ROUNDS = 10
_AVERAGED = 5  # of the rounds: the weights are the mean of those at the end of the last ones
_OWN_COUNT = 4  # how often an own transcription is learnt from in a round
_RATE = 0.1
_DROPPED = 0.4
_NEVER = 0.998  # a unit that has one sound more often than this is fixed
_VOWELS = frozenset("OoaiueE")

Word = tuple[tuple[str, ...], tuple[Phonemes, ...]]
Example = tuple[str, list[int], int]


def read_lexicon(path: Path) -> dict[str, Phonemes]:
    """Return the first pronunciation of each word whose row may be used."""
    words: dict[str, Phonemes] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["licence"] == _LICENCE:
                words.setdefault(row["word"], _phonemes(row["phonemes"]))
    return words


def read_own() -> dict[str, Phonemes]:
    """Return the transcriptions that the project made itself."""
    return {word: _phonemes(phonemes) for word, phonemes in _rows(_OWN)}


def read_verbs() -> dict[str, Phonemes]:
    """Return the forms of verbs (চলিল, শেখাব) with their sounds."""
    return {
        stem + ending: (*_phonemes(phonemes), *_ENDINGS[ending])
        for stem, phonemes, endings in _rows(_VERBS)
        for ending in endings.split(" ")
    }


_ENDINGS = {"ল": ("l", "o"), "ব": ("b", "o"), "ত": ("t", "o")}


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")][1:]


def _phonemes(text: str) -> Phonemes:
    return tuple(p for p in text.split() if p != ".")


# --- alignment --------------------------------------------------------------------------------------------------------


def align(words: dict[str, Phonemes], others: dict[str, Phonemes]) -> dict[str, Word]:
    """Give each unit of each word its phonemes, and of the others, from which nothing is learnt."""
    pairs = {word: (tuple(split_units(word)[0]), phonemes) for word, phonemes in (words | others).items()}
    aligner = alignment.train([pairs[word] for i, word in enumerate(words) if i % 6 == 0], rounds=6)
    aligned = {}
    for word, (units, phonemes) in pairs.items():
        chunks = aligner.align(units, phonemes)
        if chunks is not None:
            aligned[word] = (units, _settle(units, cast(tuple[Phonemes, ...], chunks)))
    return aligned


def _settle(units: Sequence[str], chunks: Sequence[Phonemes]) -> tuple[Phonemes, ...]:
    """Put right what the aligner cannot know: a vowel belongs to the vowel's unit, and যফলা has no sound of its own."""
    settled = list(chunks)
    for at, unit in enumerate(units):
        if at and units[at - 1] == INHERENT and not settled[at - 1] and _begins_with_vowel(unit, settled[at]):
            settled[at - 1], settled[at] = settled[at][:1], settled[at][1:]
        chunk = settled[at]
        following = units[at + 1] if at + 1 < len(units) else ""
        if (
            following == INHERENT
            and not settled[at + 1]
            and chunk
            and chunk[-1] in _VOWELS
            and base_sound(unit) not in ((), chunk)
        ):
            settled[at], settled[at + 1] = chunk[:-1], chunk[-1:]
        elif unit == "য়" and chunk == ("i^",):
            settled[at] = ("e^",)
        elif unit == "য়" and chunk == ("o^",) and following == INHERENT and not settled[at + 1]:
            settled[at], settled[at + 1] = (), ("o",)
    return tuple(settled)


def _begins_with_vowel(unit: str, chunk: Phonemes) -> bool:
    return unit[0] not in VOWEL_CHARS and bool(_VOWELS & {*chunk[:1]})


def _label(unit: str, phonemes: Phonemes) -> Phonemes:
    """Return the label of ``phonemes``; of a cluster, relative to its base sound."""
    if group_of(unit) != "P":
        return phonemes
    return next((label for label in ((SINGLE,), (GEMINATE,)) if spoken(unit, label) == phonemes), phonemes)


# --- training ---------------------------------------------------------------------------------------------------------


def choose_labels(words: Iterable[Word]) -> tuple[dict[str, tuple[Phonemes, ...]], dict[str, Phonemes]]:
    """Return the labels of each open group, the most common first, and the sound of each fixed unit."""
    groups: defaultdict[str, Counter[Phonemes]] = defaultdict(Counter)
    units: defaultdict[str, Counter[Phonemes]] = defaultdict(Counter)
    for word in words:
        for unit, chunk in zip(*word, strict=True):
            groups[group_of(unit)][_label(unit, chunk)] += 1
            units[unit][chunk] += 1
    labels, fixed = {}, {}
    for group, counts in sorted(groups.items()):
        total = counts.total()
        kept = [label for label, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= max(3, total / 2000)]
        if len(kept) > 1 and counts[kept[0]] < _NEVER * total:
            labels[group] = tuple(kept)
    for unit, counts in sorted(units.items()):
        if group_of(unit) not in labels:
            fixed[unit] = min(counts, key=lambda chunk: (-counts[chunk], chunk))
    return labels, fixed


def find_clusters(words: Iterable[Word]) -> list[tuple[str, str]]:
    """Return the pairs of consonants that more than one word has with no inherent vowel spoken after either."""
    pairs: Counter[tuple[str, str]] = Counter()
    for units, chunks in words:
        for at in range(3, len(units)):
            if units[at] == units[at - 2] == INHERENT and not chunks[at] and not chunks[at - 2]:
                pairs[units[at - 3], units[at - 1]] += 1
    return sorted(pair for pair, n in pairs.items() if n > 1)


def examples(words: Iterable[Word], labels: dict[str, tuple[Phonemes, ...]]) -> Iterable[Example]:
    """Yield each decision of the words: its group, its features (with the right decisions before it), its label."""
    for units, chunks in words:
        context = Context(units)
        for at, unit in enumerate(units):
            group = group_of(unit)
            if group not in labels or not is_open(units, at):
                continue
            label = _label(unit, chunks[at])
            if label in labels[group]:
                yield group, features(context, at, group.encode()), labels[group].index(label)
            context.decide(label)


def learn(
    decisions: Sequence[Example], labels: dict[str, tuple[Phonemes, ...]]
) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """Return the weights of a multinomial logistic model, one for each hash of a feature and a label."""
    mask = (1 << _BITS) - 1
    seeds = {group: np.array([[label_seed(label) & mask] for label in range(len(labels[group]))]) for group in labels}
    known = [(np.array(hashes) & mask, seeds[group], right) for group, hashes, right in decisions]
    weights, squares, mean = np.zeros(mask + 1), np.full(mask + 1, 0.1), np.zeros(mask + 1)
    chance = np.random.default_rng(15919)
    for turn in range(_ROUNDS):
        rate = _RATE * (1 - turn / _ROUNDS)
        wrong = 0
        for at in chance.permutation(len(known)):
            hashes, seed, right = known[at]
            places = hashes[chance.random(len(hashes)) >= _DROPPED] ^ seed
            scores = weights[places].sum(axis=1) / (1 - _DROPPED)
            odds = np.exp(scores - scores.max())
            gradient = odds / odds.sum()
            wrong += gradient[right] < gradient.max()
            gradient[right] -= 1
            squares[places] += gradient[:, None] ** 2
            weights[places] -= rate * gradient[:, None] / np.sqrt(squares[places])
        if turn >= _ROUNDS - _AVERAGED:
            mean += weights / _AVERAGED
        print(f"round {turn + 1}: {wrong} of {len(known)} wrong", file=sys.stderr)
    return mean


def rounded(weights: "np.ndarray[Any, np.dtype[np.float64]]") -> memoryview:
    """Return the weights as bytes; those near zero are none, which costs nothing and makes the file small."""
    kept = np.where(np.abs(weights) < _LEAST, 0.0, weights)
    return memoryview(np.clip(np.round(_SCALE * kept), -127, 127).astype(np.int8).tobytes()).cast("b")


# --- files ------------------------------------------------------------------------------------------------------------


def make(lexicon: Path) -> None:
    """Train and write the model and the exceptions."""
    own, verbs = read_own(), read_verbs()
    words = read_lexicon(lexicon) | own
    everything = align(words, verbs)
    aligned = {word: everything[word] for word in words}
    labels, fixed = choose_labels(aligned.values())
    clusters = find_clusters(aligned.values())
    learnt = [*aligned.values(), *(aligned[word] for word in own for _ in range(_OWN_COUNT - 1))]
    weights = rounded(learn(list(examples(learnt, labels)), labels))
    payload = lzma.compress(weights.tobytes(), format=lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME)
    header = {
        "model": "pronunciation of Bengali",
        "made": f"{_COMMAND} --data FILE",
        "sources": [f"{_SOURCE}: {_LICENCE}", f"{_OWN.name}: MIT"],
        "licence": "weights: MIT, with attribution to the source as CC BY 4.0 asks",
        "lexicon": checksum(read_lexicon(lexicon)),
        "words": checksum(own | verbs),
        "labels": {group: [" ".join(label) for label in choices] for group, choices in labels.items()},
        "fixed": {unit: " ".join(chunk) for unit, chunk in fixed.items()},
        "clusters": clusters,
    }
    _MODEL.write_bytes(seal(json.dumps(header, ensure_ascii=False).encode() + b"\n" + payload))
    model = Model(weights, labels, fixed, frozenset(clusters))
    sounds = {word: everything[word][1] for word in own | verbs}
    missed = [word for word in sounds if tuple(s.phonemes for s in pronounce_by(model, word)) != sounds[word]]
    write_exceptions({word: sounds[word] for word in missed})
    print(f"{_MODEL.name}: {_MODEL.stat().st_size} bytes; {len(missed)} exceptions", file=sys.stderr)


def write_exceptions(words: dict[str, tuple[Phonemes, ...]]) -> None:
    """Write the words whose own transcription the model misses."""
    rows = [f"{word}\t{'|'.join(' '.join(chunk) for chunk in chunks)}\n" for word, chunks in sorted(words.items())]
    head = (
        "# table: pronunciation_exceptions | words that the model gets wrong: the phonemes of each unit, parted by |\n"
        f"# source: {_OWN.name}, {_VERBS.name}, own transcriptions | licence: MIT | made: {_COMMAND}\nword\tsounds\n"
    )
    _EXCEPTIONS.write_text(head + "".join(rows), encoding="utf-8", newline="\n")


def checksum(words: dict[str, Phonemes]) -> str:
    """Return the checksum of a list of words with their phonemes."""
    lines = [f"{word} {' '.join(phonemes)}" for word, phonemes in words.items()]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def find_stale(lexicon: Path | None) -> str:
    """Return what is not fresh in ``data/``, or an empty string."""
    header = json.loads(read_sealed(f"latin/{_MODEL.name}").partition(b"\n")[0])
    own, verbs = read_own(), read_verbs()
    if lexicon is not None and header["lexicon"] != checksum(read_lexicon(lexicon)):
        return f"{_MODEL.name} was made from another lexicon"
    if header["words"] != checksum(own | verbs):
        return f"{_MODEL.name} was made from other words than those in {_OWN.name} and {_VERBS.name}"
    for word, phonemes in (own | verbs).items():
        if tuple(p for sound in pronounce(word) for p in sound.phonemes) != phonemes:
            return f"{word} is not spoken as it is transcribed"
    return ""


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog=_COMMAND, description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--data", type=Path, help="table of words and their phonemes")
    parser.add_argument("--check", action="store_true", help="only say whether the files in data/ are fresh")
    args = parser.parse_args()
    if not args.check:
        if args.data is None:
            parser.error("--data is needed, unless --check is given")
        make(args.data)
        return 0
    stale = find_stale(args.data)
    print(f"{stale}: run {_COMMAND} --data FILE" if stale else "pronunciation: fresh")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
