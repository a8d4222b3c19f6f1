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
from collections.abc import Iterable, Mapping
from functools import cache
from math import exp
from typing import Any, NamedTuple

from banglanorm.names.units import name_units
from banglanorm.tables import read_bytes

MAGIC = b"banglanorm names 1\n"
LONGEST = 40  # units; a longer "name" is no name, and the search would only waste time on it
_KNOWN_BEAM, _OPEN_BEAM = 10, 4
_MOST_CHUNKS = 12  # chunks of a unit weighed in its window
_MOST_STEPS = 6  # and of these, chunks tried after what came before
_WIDTH = 6.0  # a chunk that falls this far behind the best of its unit never catches up
_NEVER = 255  # log steps: what a graphone is worth that was never seen
_NO_CONTEXT = 255  # in the place of a back-off: nothing was seen after this n-gram
_MANY = 200  # names; the best prior among more is not looked up but taken to be this good:
_GOOD_PRIOR = 110
_CACHE = 50_000  # entries of each cache; a full one starts again
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


class NameModel:
    """The model, read from the bytes of its file; `spellings` is its one use. Threads may share it."""

    def __init__(self, data: bytes) -> None:
        header, sections = unpack(data)
        pairs = sections["graphones"].decode("utf-8").split("\n")
        self._graphones = [(pair[:1], pair[1:]) for pair in pairs]
        self._size = len(pairs)
        self._start, self._end = header["start"], header["end"]
        self._scale = header["joint_weight"] * header["log_step"]
        keys = _read_array(sections["keys"])
        self._children = dict(zip(keys, range(1, len(keys) + 1), strict=True))
        self._suffixes = _read_array(sections["suffixes"])
        self._logs, self._backoffs = sections["logs"], sections["backoffs"]
        self._choices: dict[str, list[int]] = {}
        for number in range(self._end):
            self._choices.setdefault(self._graphones[number][0], []).append(number)
        lines = (line.partition(" ") for line in sections["windows"].decode("utf-8").split("\n"))
        self._windows = {context: weights for context, _, weights in lines}
        self._weight_step: float = header["weight_step"]
        self._names = sections["names"].decode("ascii").split("\n")
        self._priors = sections["priors"]
        self._prior_table = [header["prior_first"] + header["prior_step"] * byte for byte in range(256)]
        self._open_priors: list[float] = header["open_priors"]
        self._longest = len(self._open_priors) - 1
        self._good_prior = self._prior_table[_GOOD_PRIOR]
        self._steps: dict[tuple[int, str], tuple[_Step, ...]] = {}
        self._windows_seen: dict[str, list[tuple[int, str, float]]] = {}

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
        total = sum(exp(score - top) for score, _ in scores.values())
        return [Spelling(text, exp(score - top) / total, known, score) for text, (score, known) in best[:limit]]

    def _search(self, units: str) -> dict[str, tuple[float, bool]]:
        """Decode; return each whole spelling found with its score and whether the name is known."""
        everything = (0, len(self._names))
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

    def _narrow(self, text: str, first: int, last: int) -> tuple[int, int, float]:
        """Return the range in ``names[first:last]`` of the names that begin with ``text``, and the best prior there."""
        if first < last:
            first = bisect_left(self._names, text, first, last)
            last = bisect_left(self._names, text + "{", first, last)  # the character after z
        if first >= last:
            return 0, 0, self._open_priors[min(len(text) + 2, self._longest)]
        if last - first > _MANY:
            return first, last, self._good_prior
        return first, last, self._prior_table[max(self._priors[first:last])]

    def _finish(self, beginnings: list[_Beginning]) -> dict[str, tuple[float, bool]]:
        found: dict[str, tuple[float, bool]] = {}
        for _, score, text, state, first, last in beginnings:
            if not text:
                continue
            known = first < last and self._names[first] == text
            prior = (
                self._prior_table[self._priors[first]] if known else self._open_priors[min(len(text), self._longest)]
            )
            total = score + self._log(state, self._end)[0] * self._scale + prior
            if text not in found or found[text][0] < total:
                found[text] = (total, known)
        return found

    def _add_steps(self, state: int, window: str) -> tuple[_Step, ...]:
        """Find, and remember, the chunks the middle unit of ``window`` may give after ``state``, best first."""
        if len(self._steps) >= _CACHE:
            self._steps.clear()
        steps = self._steps[state, window] = self._make_steps(state, window)
        return steps

    def _make_steps(self, state: int, window: str) -> tuple[_Step, ...]:
        steps = []
        for graphone, chunk, weight in self._chunks_in(window):
            log, after = self._log(state, graphone)
            steps.append((weight + log * self._scale, chunk, after))
        if not steps:  # a character that is in no name says nothing
            return ((0.0, "", state),)
        steps.sort(reverse=True)
        least = steps[0][0] - _WIDTH
        return tuple(step for step in steps[:_MOST_STEPS] if step[0] > least)

    def _chunks_in(self, window: str) -> list[tuple[int, str, float]]:
        """Return the likeliest chunks of the middle unit of ``window``, each with its number and its weight there."""
        chunks = self._windows_seen.get(window)
        if chunks is None:
            contexts = (window[1], "<" + window[:2], window[1:] + ">", window)
            weights = [self._weights_in(context) for context in contexts]
            ranked = []
            for graphone in self._choices.get(window[1], ()):
                chunk = self._graphones[graphone][1]
                weight = sum([weight.get(chunk, 0.0) for weight in weights])
                ranked.append((weight + self._log(0, graphone)[0] * self._scale, graphone, chunk, weight))
            ranked.sort(reverse=True)
            chunks = [entry[1:] for entry in ranked[:_MOST_CHUNKS]]
            if len(self._windows_seen) >= _CACHE:
                self._windows_seen.clear()
            self._windows_seen[window] = chunks
        return chunks

    def _weights_in(self, context: str) -> dict[str, float]:
        """Read the line of ``context``: ``chunk=weight chunk=weight …``, the weights in steps."""
        pairs = (entry.partition("=") for entry in self._windows.get(context, "").split())
        return {chunk: int(steps) * self._weight_step for chunk, _, steps in pairs}

    def _log(self, state: int, graphone: int) -> tuple[int, int]:
        """Return the log probability of ``graphone`` after ``state``, in steps below zero, and the state after it."""
        total = 0
        children, size = self._children, self._size
        while (child := children.get(state * size + graphone)) is None:
            if not state:
                return total - _NEVER, 0
            total -= self._backoffs[state - 1]
            state = self._suffixes[state - 1]
        total -= self._logs[child - 1]
        while child and self._backoffs[child - 1] == _NO_CONTEXT:
            child = self._suffixes[child - 1]
        return total, child


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
    return NameModel(read_bytes("names/model.bin"))
