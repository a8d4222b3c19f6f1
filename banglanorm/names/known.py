"""The Latin names that the model knows: a sorted list in one ``bytes``, a prior after each, asked by beginnings."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping
from typing import Any

_LETTERS = bytes(range(128))  # what a line has but its prior
_LINE_END = ord("\n")
_SHORTEST_LINE = 4  # two letters, a prior, a line end
_PRIORS = 128  # what stands after a name in the list is this and the step of its prior
_MANY = 200  # names; the best prior among more is not looked up but taken to be this good:
_GOOD_PRIOR = 110
_SCANNED = 4_096  # bytes of the list of names: a shorter stretch is scanned, in a longer one its blocks are looked up
_BLOCK = 1_024  # bytes
_MARK = 24  # bytes, more than any key that is looked up in so long a stretch
_FREQUENT = 5  # bytes; the ranges of so short a key are remembered, as many as
_CACHED = 30_000

# Where the names that begin so are in the list, the best prior among them, and the most that a name of them has.
Range = tuple[int, int, float, float]


class KnownNames:
    """The names with their priors, and the prior of a spelling that is none of them, by its length."""

    def __init__(self, header: Mapping[str, Any], names: bytes) -> None:
        self.names = names
        self.priors = [header["prior_first"] + header["prior_step"] * byte for byte in range(_PRIORS)]
        self.open_priors: list[float] = header["open_priors"]
        self._longest = len(self.open_priors) - 1
        most = max(self.open_priors)
        self._none = [(0, 0, self.open_priors[min(n + 1, self._longest)], most) for n in range(self._longest + 1)]
        self.frequent: dict[bytes, Range] = {}
        # Every so many bytes the place of a line end, and what follows it: in order, as the lines are.
        self._places = array("I", (names.find(b"\n", place) for place in range(0, len(names) - _BLOCK, _BLOCK)))
        self._marks = [names[place : place + _MARK] for place in self._places]
        self._places.append(len(names) - 1)
        self.everything: Range = (1, len(names), self.priors[_GOOD_PRIOR], self.priors[-1])

    def look_up(self, key: bytes, first: int, last: int) -> Range:
        """Return the range, inside the one from ``first`` to ``last``, of the names that begin as ``key``.

        A key is a line end and letters. Those of the short keys are remembered in ``frequent``.
        """
        found = self._narrow(key, first, last) if first < last else self._none[min(len(key), self._longest)]
        if len(key) <= _FREQUENT:
            if len(self.frequent) >= _CACHED:
                self.frequent.clear()
            self.frequent[key] = found
        return found

    def _narrow(self, key: bytes, first: int, last: int) -> Range:
        names = self.names
        if last - first > _SCANNED:
            first, last = self._blocks(key, first, last)
        place = names.find(key, first - 1, last)
        if place < 0:
            return self._none[min(len(key), self._longest)]
        first, last = place + 1, names.find(b"\n", names.rfind(key, place, last - 1) + 1) + 1
        if last - first > _MANY * _SHORTEST_LINE and names.count(b"\n", first, last) > _MANY:
            return first, last, self.priors[_GOOD_PRIOR], self.priors[-1]
        best = self.priors[max(names[first:last].translate(None, _LETTERS)) - _PRIORS]
        return first, last, best, best

    def prior(self, key: bytes, first: int, last: int) -> tuple[float, bool]:
        """Return the prior of the spelling ``key``, whose range this is, and whether it is a name of the list."""
        if first < last and self.names[last - len(key) - 2] == _LINE_END:  # the name itself is the last of them
            return self.priors[self.names[last - 2] - _PRIORS], True
        return self.open_priors[min(len(key) - 1, self._longest)], False

    def _blocks(self, key: bytes, first: int, last: int) -> tuple[int, int]:
        """Return a stretch of whole lines that has all that begin with ``key``, a line end and letters."""
        end = last // _BLOCK + 1
        low = bisect_left(self._marks, key, first // _BLOCK, min(end, len(self._marks)))
        high = bisect_left(self._marks, key + b"\xff\xff", low, min(end, len(self._marks)))
        return self._places[max(low - 1, 0)] + 1, self._places[high] + 1
