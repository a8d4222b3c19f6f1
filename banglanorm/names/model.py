"""The statistical model of names: from the units of a Bengali word to its likeliest Latin spellings.

Three parts give a spelling its score, a sum of logarithms:

- a joint 4-gram over pairs of unit and Latin chunk (ম with ``m``, ``@`` with ``a`` or nothing);
- weights of a chunk in the window of the units beside it, trained to tell right spellings from wrong ones;
- a prior for the whole spelling: one byte for each of 700,000 Latin names, a constant for all other spellings.

The decoder reads the word from left to right and keeps two beams of beginnings: those that begin a known name, so that
Putin or Lhasa can come out though no letter asks for them, and the best whatever they spell.

The file ``data/names/model.bin`` is made by ``python -m banglanorm._make.names``, which tells its format and sources.
"""

import json
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, fsum
from typing import Any, NamedTuple

from banglanorm.names.units import name_units
from banglanorm.tables import read_sealed

MAGIC = b"banglanorm names 2\n"
LONGEST = 40  # units; a longer "name" is no name, and the search would only waste time on it
_KNOWN_BEAM, _OPEN_BEAM = 10, 4
_MOST_CHUNKS = 12  # chunks of a unit weighed in its window
_FEW_CHILDREN = 16  # of a context: all are looked at, where there are more each chunk is looked for
_MOST_STEPS = 6  # and of these, chunks tried after what came before
_WIDTH = 6.0  # a chunk that falls this far behind the best of its unit never catches up
_NEVER = 255  # log steps: what a graphone is worth that was never seen
_LINE_END = ord("\n")
_SHORTEST_LINE = 4  # two letters, a prior, a line end
_PRIORS = 128  # what stands after a name in the list is this and the step of its prior
_MANY = 200  # names; the best prior among more is not looked up but taken to be this good:
_GOOD_PRIOR = 110
_CACHED_STEPS, _CACHED_WINDOWS = 10_000, 3_000  # entries, a kilobyte each; a full cache starts again
_SCANNED = 8_192  # bytes of the list of names: a shorter stretch is scanned, a longer one halved
_FREQUENT = 4  # letters; the names that begin with so few are looked up once
_EDGE = "#"


class Spelling(NamedTuple):
    """A Latin spelling in lower case.

    ``score`` is its share among the spellings considered, from 0 to 1; ``log`` is what the model gives it together with
    the Bengali word, a logarithm to compare readings of different words; ``known`` says whether the list has the name.
    """

    text: str
    score: float
    known: bool
    log: float


# Plain tuples: the search makes a few hundred of each for a word. The hope of a beginning is its score with the best
# prior among the names that begin so; those are names[first:last].
_Beginning = tuple[float, float, str, int, int, int]  # hope, score, text, state, first, last
_Step = tuple[float, str, int]  # score, chunk, state after it
_Context = tuple[int, int, int, int]  # its key, the first and the end of its children, what it cost to get there
_Range = tuple[int, int, float]  # where the names that begin so are in the list, and the best prior among them


class NameModel:
    """The model, read from the bytes of its file; `spellings` is its one use. Threads may share it."""

    def __init__(self, data: bytes) -> None:
        header, sections = unpack(data)
        pairs = sections["graphones"].decode("utf-8").split("\n")
        self._graphones = [(pair[:1], pair[1:]) for pair in pairs]
        self._size = len(pairs)
        self._start, self._end = header["start"], header["end"]
        self._scale = header["joint_weight"] * header["log_step"]
        self._keys, self._after = _read_array(sections["keys"]), _read_array(sections["after"])
        self._children = array("I", (bisect_left(self._keys, node * self._size) for node in range(len(self._keys) + 2)))
        self._suffixes = _read_array(sections["suffixes"])
        self._logs, self._backoffs = sections["logs"], sections["backoffs"]
        self._choices: dict[str, list[int]] = {}
        for number in range(self._end):
            self._choices.setdefault(self._graphones[number][0], []).append(number)
        lines = (line.partition(" ") for line in sections["windows"].decode("utf-8").split("\n"))
        self._windows = {context: weights for context, _, weights in lines}
        self._weight_step: float = header["weight_step"]
        self._names = sections["names"]
        self._prior_table = [header["prior_first"] + header["prior_step"] * byte for byte in range(128)]
        self._open_priors: list[float] = header["open_priors"]
        self._longest = len(self._open_priors) - 1
        self._no_names = [(0, 0, self._open_priors[min(n + 2, self._longest)]) for n in range(self._longest + 1)]
        self._good_prior = self._prior_table[_GOOD_PRIOR]
        self._steps: dict[tuple[int, str], tuple[_Step, ...]] = {}
        self._windows_seen: dict[str, dict[int, tuple[float, str]]] = {}
        self._ranges: dict[str, _Range] = {}

    def spellings(self, word: str, /, *, limit: int = 5) -> list[Spelling]:
        """Return the best spellings of a Bengali ``word``, best first; none for a word without letters.

        >>> load().spellings("ভ্লাদিমির")[0].text
        'vladimir'
        """
        units = name_units(word)
        if not units or len(units) > LONGEST:
            return []
        scores = self._search(units)
        best = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
        top = best[0][1][0] if best else 0.0
        total = fsum(exp(score - top) for score, _ in scores.values())
        return [Spelling(text, exp(score - top) / total, known, score) for text, (score, known) in best[:limit]]

    def _search(self, units: str) -> dict[str, tuple[float, bool]]:
        """Decode; return each whole spelling found with its score and whether the name is known."""
        everything = (1, len(self._names))
        ranges = {"": (*everything, self._good_prior)}
        beginnings: list[_Beginning] = [(0.0, 0.0, "", self._start, *everything)]
        framed = _EDGE + units + _EDGE
        for place in range(len(units)):
            window = framed[place : place + 3]
            grown: dict[tuple[int, str], _Beginning] = {}
            for _, score, text, state, first, last in beginnings:
                for more, chunk, after in self._steps.get((state, window)) or self._add_steps(state, window):
                    total, longer = score + more, text + chunk
                    key = (after, longer)
                    rival = grown.get(key)
                    if rival is not None and rival[1] >= total:
                        continue
                    span = ranges.get(longer)
                    if span is None:
                        span = ranges[longer] = self._narrow(longer, first, last)
                    grown[key] = (total + span[2], total, longer, after, span[0], span[1])
            beginnings = _keep(grown.values())
        return self._finish(beginnings)

    def _narrow(self, text: str, first: int, last: int) -> _Range:
        """Return the range, inside the one from ``first`` to ``last``, of the names that begin with ``text``."""
        if first >= last:
            return self._no_names[min(len(text), self._longest)]
        if len(text) > _FREQUENT:
            return self._look_up(text, first, last)
        known = self._ranges.get(text)
        if known is None:  # at most as many as there are beginnings of four letters
            known = self._ranges[text] = self._look_up(text, first, last)
        return known

    def _look_up(self, text: str, first: int, last: int) -> _Range:
        names, key = self._names, b"\n" + text.encode()
        if last - first > _SCANNED:
            first = self._at_or_after(key, first, last)
            last = self._at_or_after(key + b"\xff\xff", first, last)
        else:
            place = names.find(key, first - 1, last)
            first, last = place + 1, names.find(b"\n", names.rfind(key, place, last) + 1) + 1 if place >= 0 else 0
        size = last - first
        if size <= 0:
            return self._no_names[min(len(text), self._longest)]
        if size > _MANY * _SHORTEST_LINE and names.count(b"\n", first, last) > _MANY:
            return first, last, self._good_prior
        return first, last, self._prior_table[max(names[first:last]) - _PRIORS]

    def _at_or_after(self, key: bytes, first: int, last: int) -> int:
        """Return where the first name of the range begins that is not before ``key``, a line end and letters."""
        names = self._names
        while first < last:
            middle = names.rfind(b"\n", first - 1, (first + last + 1) // 2)
            if names[middle : middle + len(key)] < key:
                first = names.find(b"\n", middle + 1) + 1
            else:
                last = middle + 1
        return first

    def _finish(self, beginnings: list[_Beginning]) -> dict[str, tuple[float, bool]]:
        found: dict[str, tuple[float, bool]] = {}
        for _, score, text, state, first, last in beginnings:
            if not text:
                continue
            length = len(text)
            known = first < last and self._names[last - length - 3] == _LINE_END  # the name itself is the last of them
            if known:
                prior = self._prior_table[self._names[last - 2] - _PRIORS]
            else:
                prior = self._open_priors[min(length, self._longest)]
            total = score - self._cost(self._contexts(state), self._end) * self._scale + prior
            if text not in found or found[text][0] < total:
                found[text] = (total, known)
        return found

    def _add_steps(self, state: int, window: str) -> tuple[_Step, ...]:
        """Find, and remember, the chunks the middle unit of ``window`` may give after ``state``, best first."""
        if len(self._steps) >= _CACHED_STEPS:
            self._steps.clear()
        steps = self._steps[state, window] = self._make_steps(state, window)
        return steps

    def _make_steps(self, state: int, window: str) -> tuple[_Step, ...]:
        keys, logs, after = self._keys, self._logs, self._after
        waiting = self._chunks_in(window).copy()
        steps = []
        for base, first, end, cost in self._contexts(state):
            if end - first <= _FEW_CHILDREN:
                places = [place for place in range(first, end) if keys[place] - base in waiting]
            else:
                places = [
                    place
                    for graphone in waiting
                    if (place := bisect_left(keys, base + graphone, first, end)) < end
                    and keys[place] == base + graphone
                ]
            for place in places:
                weight, chunk = waiting.pop(keys[place] - base)
                steps.append((weight - (cost + logs[place]) * self._scale, chunk, after[place]))
            if not waiting:
                break
        steps += [(weight - (cost + _NEVER) * self._scale, chunk, 0) for weight, chunk in waiting.values()]
        if not steps:  # a character that is in no name says nothing
            return ((0.0, "", state),)
        steps.sort(reverse=True)
        least = steps[0][0] - _WIDTH
        return tuple(step for step in steps[:_MOST_STEPS] if step[0] > least)

    def _chunks_in(self, window: str) -> dict[int, tuple[float, str]]:
        """Return the likeliest chunks of the middle unit of ``window``, by number, each with its weight there."""
        chunks = self._windows_seen.get(window)
        if chunks is None:
            contexts = (window[1], "<" + window[:2], window[1:] + ">", window)
            weights = [self._weights_in(context) for context in contexts]
            ranked = []
            for graphone in self._choices.get(window[1], ()):
                chunk = self._graphones[graphone][1]
                weight = fsum([weight.get(chunk, 0.0) for weight in weights])
                ranked.append((weight - self._root_cost(graphone) * self._scale, graphone, chunk, weight))
            ranked.sort(reverse=True)
            chunks = {graphone: (weight, chunk) for _, graphone, chunk, weight in ranked[:_MOST_CHUNKS]}
            if len(self._windows_seen) >= _CACHED_WINDOWS:
                self._windows_seen.clear()
            self._windows_seen[window] = chunks
        return chunks

    def _weights_in(self, context: str) -> dict[str, float]:
        """Read the line of ``context``: ``chunk=weight chunk=weight …``, the weights in steps."""
        pairs = (entry.partition("=") for entry in self._windows.get(context, "").split())
        return {chunk: int(steps) * self._weight_step for chunk, _, steps in pairs}

    def _contexts(self, state: int) -> list[_Context]:
        """Return the contexts that are asked in turn after ``state``: it, and what is left of it as it is cut down."""
        contexts, cost = [], 0
        while state:
            first, end = self._children[state], self._children[state + 1]
            if first < end:
                contexts.append((state * self._size, first, end, cost))
            cost += self._backoffs[state - 1]
            state = self._suffixes[state - 1]
        return [*contexts, (0, self._children[0], self._children[1], cost)]

    def _root_cost(self, graphone: int) -> int:
        return self._cost([(0, self._children[0], self._children[1], 0)], graphone)

    def _cost(self, contexts: Sequence[_Context], graphone: int) -> int:
        """Return how improbable ``graphone`` is after ``contexts``, in steps of a logarithm."""
        keys, cost = self._keys, 0
        for base, first, end, cost in contexts:
            place = bisect_left(keys, base + graphone, first, end)
            if place < end and keys[place] == base + graphone:
                return cost + self._logs[place]
        return cost + _NEVER


def _keep(beginnings: Iterable[_Beginning]) -> list[_Beginning]:
    """Keep the best beginnings of known names, and the best of the rest."""
    known: list[_Beginning] = []
    opened: list[_Beginning] = []
    for beginning in sorted(beginnings, reverse=True):
        if beginning[4] < beginning[5] and len(known) < _KNOWN_BEAM:
            known.append(beginning)
        elif len(opened) < _OPEN_BEAM:
            opened.append(beginning)
    return known + opened


def _read_array(content: bytes) -> "array[int]":
    """Read little-endian numbers of four bytes."""
    numbers = array("I", content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def pack(header: dict[str, Any], sections: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a model file: the magic line, the header as a line of JSON, the sections compressed.

    >>> unpack(pack({"end": 3}, {"names": b"kim"}))
    ({'end': 3}, {'names': b'kim'})
    """
    packed = {name: zlib.compress(content, 9) for name, content in sections.items()}
    sizes = {name: len(content) for name, content in packed.items()}
    line = json.dumps(header | {"sections": sizes}, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return MAGIC + line + b"\n" + b"".join(packed.values())


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the header and the sections of a model file.

    Raises:
        ValueError: ``data`` does not begin as a model file does.
    """
    if not data.startswith(MAGIC):
        raise ValueError(f"not a name model: {data[:20]!r}")
    line, _, rest = data[len(MAGIC) :].partition(b"\n")
    header = json.loads(line)
    sections, start = {}, 0
    for name, size in header.pop("sections").items():
        sections[name] = zlib.decompress(rest[start : start + size])
        start += size
    return header, sections


@cache
def load() -> NameModel:
    """Return the model that comes with the library, read on first use.

    >>> load() is load()
    True
    """
    return NameModel(read_sealed("names/model.bin"))
