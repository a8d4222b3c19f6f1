"""Back-off n-gram models with modified Kneser-Ney smoothing (Chen and Goodman 1998), learned from sequences.

>>> model = train([("a", "b"), ("a", "c"), ("a", "b")], order=2)
>>> model.log(("a",), "b") > model.log(("b",), "c")
True
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import log

START, END = "<", ">"
Gram = tuple[Hashable, ...]
_UNSEEN = -15.0
_DEFAULT_DISCOUNTS = (0.9, 1.6, 2.5)  # where counts of counts say too little


@dataclass(frozen=True, slots=True)
class NgramModel:
    """Natural logarithms: of each n-gram given its context, and of each context's back-off weight."""

    order: int
    logs: dict[Gram, float]
    backoffs: dict[Gram, float]

    def log(self, context: Gram, item: Hashable) -> float:
        """Return the log probability of ``item`` after ``context``."""
        total = 0.0
        while (*context, item) not in self.logs:
            if not context:
                return total + _UNSEEN
            total += self.backoffs.get(context, 0.0)
            context = context[1:]
        return total + self.logs[(*context, item)]

    def state(self, context: Gram) -> Gram:
        """Return the longest end of ``context`` that says anything about what comes next."""
        context = context[max(0, len(context) - self.order + 1) :]
        while context and context not in self.backoffs:
            context = context[1:]
        return context


def train(sequences: Iterable[Sequence[Hashable]], *, order: int) -> NgramModel:
    """Learn a model of ``order`` from ``sequences``; each is framed by ``START`` and ``END``."""
    counts = _count(sequences, order)
    chances: dict[Gram, float] = {}
    backoffs: dict[Gram, float] = {}
    vocabulary = len(counts[1]) + 1
    for length in range(1, order + 1):
        discounts = _discounts(counts[length])
        totals: defaultdict[Gram, float] = defaultdict(float)
        saved: defaultdict[Gram, float] = defaultdict(float)
        for gram, count in counts[length].items():
            totals[gram[:-1]] += count
            saved[gram[:-1]] += discounts[min(count, 3)]
        for gram, count in counts[length].items():
            context = gram[:-1]
            lower = chances[gram[1:]] if length > 1 else 1 / vocabulary
            kept = count - discounts[min(count, 3)]
            chances[gram] = (kept + saved[context] * lower) / totals[context]
        backoffs.update({context: log(saved[context] / total) for context, total in totals.items()})
    return NgramModel(order, {gram: log(chance) for gram, chance in chances.items()}, backoffs)


def _count(sequences: Iterable[Sequence[Hashable]], order: int) -> list[Counter[Gram]]:
    """Count the n-grams of the highest order as they are, of the lower ones in how many contexts they continue."""
    seen: list[Counter[Gram]] = [Counter() for _ in range(order + 1)]
    for sequence in sequences:
        framed = (START, *sequence, END)
        for end in range(2, len(framed) + 1):
            for length in range(1, min(order, end) + 1):
                seen[length][framed[end - length : end]] += 1
    counts = [Counter[Gram]() for _ in range(order)] + [seen[order]]
    for length in range(1, order):
        counts[length].update(gram[1:] for gram in seen[length + 1])
        # Nothing comes before the start, so there the plain count is all there is.
        counts[length].update({gram: count for gram, count in seen[length].items() if gram[0] == START})
    return counts


def _discounts(counts: Counter[Gram]) -> tuple[float, float, float, float]:
    often = Counter(counts.values())
    one, two, three, four = (max(1, often[n]) for n in (1, 2, 3, 4))
    share = one / (one + 2 * two)
    raw = (1 - 2 * share * two / one, 2 - 3 * share * three / two, 3 - 4 * share * four / three)
    kept = [
        min(value, n) if value > 0.1 else usual
        for n, (value, usual) in enumerate(zip(raw, _DEFAULT_DISCOUNTS, strict=True), 1)
    ]
    return 0.0, kept[0], kept[1], kept[2]
