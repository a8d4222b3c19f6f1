"""The joint model: which Latin chunks the units of a Bengali word may give, and how likely after what came before.

A state is a node of the tree of n-grams over pairs of unit and chunk. Many states have seen nothing of a unit: there
they are worth what the state is that they back off to, and share its steps.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from banglanorm.names.model_file import NO_WEIGHT, read_array, read_weights

_MOST_CHUNKS = 12  # chunks of a unit weighed in its window
_MOST_STEPS = 6  # and of these, chunks tried after what came before
_WIDTH = 6.0  # a chunk that falls this far behind the best of its unit never catches up
_CACHED_STEPS, _CACHED_SEEN = 6_000, 500  # entries of a generation of windows, and of what is seen of a unit

Step = tuple[float, bytes, int]  # score, chunk, state after it


class _Unit(NamedTuple):
    """The graphones of a unit, which stand together: the numbers of the first and the one after the last.

    Their chunks, what each costs where nothing came before, and what is remembered of states: see `add_seen`.
    """

    first: int
    end: int
    chunks: list[bytes]
    costs: list[float]
    seen: dict[int, tuple[int, float]]


class Window(NamedTuple):
    """What is remembered of a unit between two others."""

    unit: _Unit
    weights: dict[int, tuple[float, bytes]]  # of its likeliest graphones: weight and chunk
    ranked: dict[int, list[Step]]  # all of them after a node that others back off to, best first
    steps: dict[int, tuple[Step, ...]]  # the best of them after a node


class JointModel:
    """The n-grams and the weights of chunks in their windows."""

    def __init__(self, header: Mapping[str, Any], sections: Mapping[str, bytes]) -> None:
        pairs = sections["graphones"].decode("utf-8").split("\n")
        self._size = len(pairs)
        self.start: int = header["start"]
        self._end: int = header["end"]
        self._scale: float = header["joint_weight"] * header["log_step"]
        self._weight_step: float = header["weight_step"]
        self._keys, self._after = read_array(sections["keys"]), read_array(sections["after"])
        self._children = array("I", (bisect_left(self._keys, node * self._size) for node in range(len(self._keys) + 2)))
        self._suffixes = read_array(sections["suffixes"])
        self._logs, self._backoffs = sections["logs"], sections["backoffs"]
        self._units: dict[str, _Unit] = {}
        firsts = [number for number in range(self._end) if not number or pairs[number][0] != pairs[number - 1][0]]
        for first, end in pairwise([*firsts, self._end]):
            chunks = [pair[1:].encode() for pair in pairs[first:end]]
            costs = [log * self._scale for log in self._logs[first:end]]
            self._units[pairs[first][0]] = _Unit(first, end, chunks, costs, {})
        self._unknown = _Unit(0, 0, [b""], [0.0], {})  # of a character that is in no name, which says nothing
        self._weights = read_weights(sections)
        self._windows: dict[str, Window] = {}
        self._older: dict[str, Window] = {}
        self._entries = 0

    def window(self, units: str) -> Window:
        """Return what is remembered of the middle one of three ``units``.

        There are two generations of windows: when the young have grown too many, those not asked for since go.
        """
        found = self._windows.get(units)
        if found is None:
            found = self._older.get(units) or self._make_window(units)
            if self._entries >= _CACHED_STEPS:
                self._older, self._windows, self._entries = self._windows, {}, 0
            self._windows[units] = found
            self._entries += 1 + len(found.ranked) + len(found.steps)
        return found

    def add_seen(self, state: int, unit: _Unit) -> tuple[int, float]:
        """Find, and remember, the longest end of ``state`` that has seen ``unit``, and the score that this costs."""
        node, lost = self._seen_of(state, unit.first, unit.end) if unit.end else (state, 0)
        if len(unit.seen) >= _CACHED_SEEN:
            unit.seen.clear()
        found = unit.seen[state] = (node, lost * self._scale)
        return found

    def add_steps(self, node: int, window: Window) -> tuple[Step, ...]:
        """Find, and remember, the chunks that the middle unit of ``window`` may give after ``node``, best first."""
        if not window.unit.end:
            return ((0.0, b"", node),)
        ranked = self._rank(node, window, _MOST_STEPS)
        least = ranked[0][0] - _WIDTH
        steps = window.steps[node] = tuple([step for step in ranked[:_MOST_STEPS] if step[0] > least])
        self._entries += 1
        return steps

    def end(self, state: int) -> float:
        """Return the score of a name that ends after ``state``."""
        node, lost = self._seen_of(state, self._end, self._end + 1)
        place = bisect_left(self._keys, node * self._size + self._end, self._children[node], self._children[node + 1])
        return -(lost + self._logs[place]) * self._scale

    def _seen_of(self, state: int, first: int, end: int) -> tuple[int, int]:
        """Return the longest end of ``state`` that has seen graphones from ``first`` to ``end``, and what it costs."""
        keys, children, lost = self._keys, self._children, 0
        while state:
            low, high = children[state], children[state + 1]
            if low < high:
                base = state * self._size
                place = bisect_left(keys, base + first, low, high)
                if place < high and keys[place] < base + end:
                    break
            lost += self._backoffs[state - 1]
            state = self._suffixes[state - 1]
        return state, lost

    def _rank(self, node: int, window: Window, wanted: int) -> list[Step]:
        """Return the likeliest chunks after ``node``, the ``wanted`` best or more, best first.

        They are those that it has seen, and the rest as after the node that it backs off to.
        """
        found = window.ranked.get(node)
        if found is not None:
            return found
        unit, weights, scale, keys = window.unit, window.weights, self._scale, self._keys
        base, high = node * self._size, self._children[node + 1]
        place = bisect_left(keys, base + unit.first, self._children[node], high)
        ranked: list[Step] = []
        while place < high and (graphone := keys[place] - base) < unit.end:
            if graphone in weights:
                weight, chunk = weights[graphone]
                ranked.append((weight - self._logs[place] * scale, chunk, self._after[place]))
            place += 1
        before = self._suffixes[node - 1]
        suffix, lost = unit.seen.get(before) or self.add_seen(before, unit)
        lost += self._backoffs[node - 1] * scale
        rest = window.ranked.get(suffix)
        if rest is None:
            rest = window.ranked[suffix] = self._rank(suffix, window, _MOST_CHUNKS)
            self._entries += 1
        seen = [chunk for _, chunk, _ in ranked]
        likeliest = rest[: wanted + len(seen)]
        ranked += [(score - lost, chunk, after) for score, chunk, after in likeliest if chunk not in seen]
        ranked.sort(reverse=True)
        return ranked

    def _make_window(self, units: str) -> Window:
        """Weigh the chunks of the middle one of three ``units`` in the contexts that these make."""
        unit = self._units.get(units[1], self._unknown)
        weights = [0] * len(unit.chunks)
        for context in (units[1], "<" + units[:2], units[1:] + ">", units):
            line = self._weights.get(context, b"")
            for at, weight in zip(line[::2], line[1::2], strict=True):
                weights[at] += weight - NO_WEIGHT
        step, first = self._weight_step, unit.first
        scores = [(weight * step - cost, at) for at, (weight, cost) in enumerate(zip(weights, unit.costs, strict=True))]
        scores.sort(reverse=True)
        best = scores[:_MOST_CHUNKS]
        return Window(
            unit,
            {first + at: (weights[at] * step, unit.chunks[at]) for _, at in best},
            {0: [(score, unit.chunks[at], self._after[first + at]) for score, at in best]},
            {},
        )
