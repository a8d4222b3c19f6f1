"""A log-linear model that ranks candidates: trained so that the right ones of each set get the probability.

Each candidate is a list of features, which have a weight each, and an offset, which has one weight for all.
Training is AdaGrad on the conditional log-likelihood, with a quadratic penalty, the weights averaged over the rounds.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

_BATCH = 64
_RATE = 0.05
_OFFSET_RATE = 0.002
_FIRST_OFFSET_WEIGHT = 0.7

Floats: TypeAlias = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Features, offset, and how right the candidate is: its share of what is attested, 0 if wrong."""

    features: tuple[Hashable, ...]
    offset: float
    target: float


@dataclass(frozen=True, slots=True)
class Weights:
    """What training gives: a weight for each feature seen often enough, and one for the offset."""

    features: dict[Hashable, float]
    offset: float


class _Sets:
    """The candidate sets as flat arrays, each with the bounds of its parts."""

    def __init__(self, sets: Iterable[list[Candidate]]) -> None:
        self.index: dict[Hashable, int] = {}
        features: list[int] = []
        feature_bounds, set_bounds = [0], [0]
        offsets, targets = [], []
        for candidates in sets:
            for candidate in candidates:
                features += [self.index.setdefault(feature, len(self.index)) for feature in candidate.features]
                feature_bounds.append(len(features))
                offsets.append(candidate.offset)
                targets.append(candidate.target)
            set_bounds.append(len(offsets))
        self.features = np.array(features, dtype=np.int64)
        self.feature_bounds, self.set_bounds = np.array(feature_bounds), np.array(set_bounds)
        self.offsets, self.targets = np.array(offsets), np.array(targets)


def train(sets: Iterable[list[Candidate]], *, rounds: int = 6, penalty: float = 0.1, least: int = 2) -> Weights:
    """Learn weights from candidate ``sets``; features of fewer than ``least`` candidates get none.

    Every candidate needs a feature, and every set a right candidate.
    """
    data = _Sets(sets)
    usual = np.bincount(data.features, minlength=len(data.index)) >= least
    weights, squares, total = (np.full(len(data.index), start) for start in (0.0, 1e-8, 0.0))
    offset_weight = _FIRST_OFFSET_WEIGHT
    shuffle = np.random.default_rng(0)
    for _ in range(rounds):
        for first in shuffle.permutation(np.arange(0, len(data.set_bounds) - 1, _BATCH)):
            bounds = data.set_bounds[first : first + _BATCH + 1]
            push, used = _gradient(data, bounds, weights, offset_weight)
            offset_weight -= _OFFSET_RATE * float(push @ data.offsets[bounds[0] : bounds[-1]]) / (len(bounds) - 1)
            spread = np.repeat(push, np.diff(data.feature_bounds[bounds[0] : bounds[-1] + 1]))
            touched, where = np.unique(used, return_inverse=True)
            slope = (np.bincount(where, spread) + penalty * weights[touched]) * usual[touched]
            squares[touched] += slope * slope
            weights[touched] -= _RATE * slope / np.sqrt(squares[touched])
        total += weights
    mean = total / rounds
    return Weights({feature: float(mean[i]) for feature, i in data.index.items() if usual[i]}, offset_weight)


def _gradient(
    data: _Sets, bounds: npt.NDArray[np.int64], weights: Floats, offset_weight: float
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Return the slope of the loss by the score of each candidate of a batch, and the features they use."""
    first, last = bounds[0], bounds[-1]
    edges = data.feature_bounds[first : last + 1]
    used = data.features[edges[0] : edges[-1]]
    scores = offset_weight * data.offsets[first:last] + np.add.reduceat(weights[used], edges[:-1] - edges[0])
    starts, sizes = bounds[:-1] - first, np.diff(bounds)
    chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
    wanted = chances * np.sqrt(data.targets[first:last])
    wanted /= np.repeat(np.add.reduceat(wanted, starts), sizes)
    return chances - wanted, used
