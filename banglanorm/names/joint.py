"""The joint model: which Latin chunks the units of a Bengali word may give, and how likely after what came before.

A state is a node of the tree of n-grams over pairs of unit and chunk. Many states have seen nothing of a unit: there
they are worth what the state is that they back off to, and share its steps.
"""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from banglanorm.names.model_file import read_array

_MOST_CHUNKS = 12  # chunks of a unit weighed in its window
_MOST_STEPS = 6  # and of these, chunks tried after what came before
_WIDTH = 6.0  # a chunk that falls this far behind the best of its unit never catches up
_CACHED_STEPS, _CACHED_WINDOWS = 20_000, 3_000  # entries; a full cache starts again

Step = tuple[float, bytes, int]  # score, chunk, state after it
# The likeliest chunks in a window: by graphone with their weights there, and as steps after nothing, best first.
_Window = tuple[dict[int, tuple[float, bytes]], list[Step]]


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
        self._chunks: dict[str, list[bytes]] = {}
        self._firsts: dict[str, int] = {}  # the graphones of a unit stand together: the number of the first
        for number, pair in enumerate(pairs[: self._end]):
            self._firsts.setdefault(pair[0], number)
            self._chunks.setdefault(pair[0], []).append(pair[1:].encode())
        lines = (line.partition(" ") for line in sections["windows"].decode("utf-8").split("\n"))
        self._windows = {context: weights for context, _, weights in lines}
        self._seen: dict[str, dict[int, tuple[int, float]]] = {}
        self._steps: dict[str, dict[int, tuple[Step, ...]]] = {}
        self._likeliest: dict[str, _Window] = {}
        self._entries = 0

    def seen(self, unit: str) -> dict[int, tuple[int, float]]:
        """Return what is remembered for ``unit`` of states: see `add_seen`."""
        return self._seen.setdefault(unit, {})

    def steps(self, window: str) -> dict[int, tuple[Step, ...]]:
        """Return what is remembered for ``window`` of the steps after a node: see `add_steps`."""
        found = self._steps.get(window)
        if found is None:
            if len(self._steps) >= _CACHED_WINDOWS or self._entries >= _CACHED_STEPS:
                self._steps, self._seen, self._likeliest, self._entries = {}, {}, {}, 0
            found = self._steps[window] = {}
        return found

    def add_seen(self, state: int, unit: str) -> tuple[int, float]:
        """Find, and remember, the longest end of ``state`` that has seen ``unit``, and the score that this costs."""
        first = self._firsts.get(unit)
        node, lost = (state, 0) if first is None else self._seen_of(state, first, first + len(self._chunks[unit]))
        found = self.seen(unit)[state] = (node, lost * self._scale)
        self._entries += 1
        return found

    def add_steps(self, node: int, window: str) -> tuple[Step, ...]:
        """Find, and remember, the chunks that the middle unit of ``window`` may give after ``node``, best first."""
        # A character that is in no name says nothing.
        steps = self._make_steps(node, window) if window[1] in self._firsts else ((0.0, b"", node),)
        self.steps(window)[node] = steps
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

    def _make_steps(self, node: int, window: str) -> tuple[Step, ...]:
        """Weigh the chunks that ``node`` has seen, or an end of it, and the best of those that only the root has."""
        weights, commonest = self._likeliest.get(window) or self._add_window(window)
        keys, children, logs, scale = self._keys, self._children, self._logs, self._scale
        first = self._firsts[window[1]]
        end = first + len(self._chunks[window[1]])
        steps: list[Step] = []
        seen: set[bytes] = set()
        lost = 0
        while node:
            base, high = node * self._size, children[node + 1]
            place = bisect_left(keys, base + first, children[node], high)
            while place < high and (graphone := keys[place] - base) < end:
                if graphone in weights:
                    weight, chunk = weights[graphone]
                    if chunk not in seen:
                        seen.add(chunk)
                        steps.append((weight - (lost + logs[place]) * scale, chunk, self._after[place]))
                place += 1
            lost += self._backoffs[node - 1]
            node = self._suffixes[node - 1]
        least = lost * scale
        others = commonest[: _MOST_STEPS + len(seen)]
        steps += [(score - least, chunk, after) for score, chunk, after in others if chunk not in seen]
        steps.sort(reverse=True)
        least = steps[0][0] - _WIDTH
        return tuple([step for step in steps[:_MOST_STEPS] if step[0] > least])

    def _add_window(self, window: str) -> _Window:
        """Find, and remember, the likeliest chunks of the middle unit of ``window``."""
        unit = window[1]
        first, chunks = self._firsts[unit], self._chunks[unit]
        weights = [0] * len(chunks)
        for context in (unit, "<" + window[:2], window[1:] + ">", window):
            line = self._windows.get(context)
            for chunk, weight in _weights(line) if line is not None else ():
                if chunk in chunks:
                    weights[chunks.index(chunk)] += weight
        scale, step, logs = self._scale, self._weight_step, self._logs
        ranked = [(weight * step - logs[at] * scale, at) for at, weight in enumerate(weights, first)]
        ranked.sort(reverse=True)
        best = ranked[:_MOST_CHUNKS]
        found = self._likeliest[window] = (
            {at: (weights[at - first] * step, chunks[at - first]) for _, at in best},
            [(score, chunks[at - first], self._after[at]) for score, at in best],
        )
        return found


@lru_cache(maxsize=2_000)
def _weights(line: str) -> list[tuple[bytes, int]]:
    """Read the weights of a context, ``chunk=weight chunk=weight …``, in steps."""
    pairs = (entry.partition("=") for entry in line.split())
    return [(chunk.encode(), int(steps)) for chunk, _, steps in pairs]
