"""Aligns source units with chunks of the target, learned from pairs alone by expectation maximization.

Each unit of the source gives a chunk of zero or more symbols of the target, in order; nothing of the target is left
over. Sources are sequences of hashable units; targets are strings, or tuples of symbols such as phonemes. The method
is the many-to-many aligner of Jiampojamarn, Kondrak and Sherif (NAACL 2007) with one unit to a chunk.

>>> aligner = train([(("ক", "@"), "ko"), (("ক", "আ"), "ka"), (("ম", "আ"), "ma"), (("ম", "@"), "mo")])
>>> aligner.align(("ক", "আ"), "ka")
('k', 'a')
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import TypeVar

Target = TypeVar("Target", str, tuple[Hashable, ...])

# Before anything is known one symbol a unit is likeliest; the first round of counting settles the rest.
_FIRST_GUESS = (0.15, 1.0, 0.1, 0.02)
_RARE = 1e-9  # what a chunk never counted with its unit is worth: low, not impossible


@dataclass(frozen=True, slots=True)
class Aligner:
    """The chance of each chunk given its unit; ``chances[unit][chunk]`` sums to one over the chunks of a unit."""

    chances: Mapping[Hashable, Mapping[object, float]]
    longest: int

    def align(self, source: Sequence[Hashable], target: Target) -> tuple[Target, ...] | None:
        """Return the likeliest chunk of ``target`` for each unit of ``source``; None where no chunks fit.

        >>> train([(("ক", "আ"), "ka"), (("ক",), "k")]).align(("ক", "আ"), "ka")
        ('k', 'a')
        >>> train([(("ক",), "k")]).align(("ক",), "kkkkkkkk") is None
        True
        """
        best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
        for place, unit in enumerate(source):
            chances = self.chances.get(unit, {})
            left = (len(source) - place - 1) * self.longest
            row: dict[int, tuple[float, int]] = {}
            for start, (score, _) in best[-1].items():
                for end in range(start, min(len(target), start + self.longest) + 1):
                    if len(target) - end > left:
                        continue
                    total = score + log(chances.get(target[start:end], _RARE))
                    if end not in row or total > row[end][0]:
                        row[end] = (total, start)
            best.append(row)
        return _chunks(best, target)


def _chunks(best: list[dict[int, tuple[float, int]]], target: Target) -> tuple[Target, ...] | None:
    end = len(target)
    if end not in best[-1]:
        return None
    chunks: list[Target] = []
    for row in reversed(best[1:]):
        start = row[end][1]
        chunks.append(target[start:end])
        end = start
    return tuple(reversed(chunks))


def train(pairs: Iterable[tuple[Sequence[Hashable], Target]], *, longest: int = 3, rounds: int = 10) -> Aligner:
    """Learn an aligner from ``pairs`` of source and target; ``longest`` is the most symbols a unit may give.

    Pairs whose target is too long for their source teach nothing. The result depends on the pairs alone.

    >>> train([(("ক", "আ"), "ka"), (("ক",), "k")]).chances["ক"]["k"] > 0.9
    True
    """
    kept = [(source, target) for source, target in pairs if len(target) <= longest * len(source)]
    aligner = Aligner({}, longest)
    for _ in range(rounds):
        counts: defaultdict[Hashable, defaultdict[object, float]] = defaultdict(lambda: defaultdict(float))
        for source, target in kept:
            _count(aligner, source, target, counts)
        chances = {}
        for unit, chunks in counts.items():
            total = sum(chunks.values())
            chances[unit] = {chunk: count / total for chunk, count in chunks.items() if count / total > _RARE}
        aligner = Aligner(chances, longest)
    return aligner


def _count(
    aligner: Aligner,
    source: Sequence[Hashable],
    target: Target,
    counts: defaultdict[Hashable, defaultdict[object, float]],
) -> None:
    """Add what each chunk is expected to count in one pair: forward and backward sums over all alignments."""
    sums: list[dict[int, float]] = [{0: 1.0}]
    edges = []
    for place in range(len(source)):
        edges.append(_edges(aligner, source, target, place, sums[-1]))
        ahead: defaultdict[int, float] = defaultdict(float)
        for start, end, weight in edges[-1]:
            ahead[end] += sums[-1][start] * weight
        sums.append(ahead)
    total = sums[-1].get(len(target), 0.0)
    if not total:
        return
    behind: dict[int, float] = {len(target): 1.0}
    for place in reversed(range(len(source))):
        before: defaultdict[int, float] = defaultdict(float)
        for start, end, weight in edges[place]:
            if end in behind:
                through = weight * behind[end]
                before[start] += through
                counts[source[place]][target[start:end]] += sums[place][start] * through / total
        behind = before


def _edges(
    aligner: Aligner, source: Sequence[Hashable], target: Target, place: int, starts: Iterable[int]
) -> list[tuple[int, int, float]]:
    """Return (start, end, weight) of each chunk that unit ``place`` may give, leaving enough units for the rest."""
    chances = aligner.chances.get(source[place]) if aligner.chances else None
    least = len(target) - (len(source) - place - 1) * aligner.longest
    found = []
    for start in starts:
        for end in range(max(start, least), min(len(target), start + aligner.longest) + 1):
            if chances is None:
                weight = _FIRST_GUESS[min(end - start, len(_FIRST_GUESS) - 1)]
            else:
                weight = chances.get(target[start:end], _RARE)
            found.append((start, end, weight))
    return found
