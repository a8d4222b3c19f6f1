"""The statistical model of names: from the units of a Bengali word to its likeliest Latin spellings.

Three parts give a spelling its score, a sum of logarithms:

- a joint 4-gram over pairs of unit and Latin chunk (ম with ``m``, ``@`` with ``a`` or nothing);
- weights of a chunk in the window of the units beside it, trained to tell right spellings from wrong ones;
- a prior for the whole spelling: one byte for each of 700,000 Latin names, a constant for all other spellings.

The decoder reads the word from left to right and keeps two beams of beginnings: those that begin a known name, so that
Putin or Lhasa can come out though no letter asks for them, and the best whatever they spell.

The file ``data/names/model.bin`` is made by ``python -m banglanorm._make.names``, which tells its format and sources.
"""

from bisect import insort
from collections.abc import Iterable
from functools import cache
from math import exp, fsum, inf
from typing import NamedTuple

from banglanorm.names.joint import JointModel
from banglanorm.names.known import KnownNames
from banglanorm.names.model_file import unpack
from banglanorm.names.units import name_units
from banglanorm.tables import read_sealed

LONGEST = 40  # units; a longer "name" is no name, and the search would only waste time on it
_KNOWN_BEAM, _OPEN_BEAM = 10, 4
_DOUBT = 1.2  # the model is too sure of itself: measured on names it was not trained on
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


# Plain tuples: the search makes a few hundred of each for a word. The names that begin as a beginning does are a range
# of the list of names, from first to last; its hope is its score with the best prior among them.
_Beginning = tuple[float, float, bytes, int, int, int, float]  # hope, score, text, state, first, last, most
_Grown = tuple[float, float, bytes, int, int, int]  # the most it may hope for, score, text, state, and the range before
_NOBODY: _Beginning = (-inf, 0.0, b"", 0, 0, 0, 0.0)  # fills a beam


class NameModel:
    """The model, read from the bytes of its file; `spellings` is its one use. Threads may share it."""

    def __init__(self, data: bytes) -> None:
        header, sections = unpack(data)
        self._joint = JointModel(header, sections)
        self._known = KnownNames(header, sections["names"])
        first, last, hope, most = self._known.everything
        self._nothing: list[_Beginning] = [(hope, 0.0, b"\n", self._joint.start, first, last, most)]
        self._last: tuple[str, list[list[_Beginning]]] = ("", [])  # the word before with its beams: stem and whole

    def spellings(self, word: str, /, *, limit: int = 5) -> list[Spelling]:
        """Return the best spellings of a Bengali ``word``, best first; none for a word without letters.

        >>> load().spellings("ভ্লাদিমির")[0].text
        'vladimir'
        """
        units = name_units(word)
        if not units or len(units) > LONGEST:
            return []
        scores = self._finish(self._search(units))
        best = sorted(scores.items(), key=lambda item: (-item[1][0], item[0]))
        top = best[0][1][0] if best else 0.0
        total = fsum(exp((score - top) / _DOUBT) for score, _ in scores.values())
        return [
            Spelling(text, exp((score - top) / _DOUBT) / total, known, score) for text, (score, known) in best[:limit]
        ]

    def _search(self, units: str) -> list[_Beginning]:
        """Return the best whole spellings; what the word before began with alike is not searched again."""
        framed = _EDGE + units + _EDGE
        before, beams = self._last
        done = 0
        while done < len(beams) and framed[: done + 3] == before[: done + 3]:
            done += 1
        beams = beams[:done]
        for place in range(done, len(units)):
            beams.append(self._keep(self._grow(beams[-1] if beams else self._nothing, framed[place : place + 3])))
        self._last = (framed, beams)
        return beams[-1]

    def _grow(self, beginnings: Iterable[_Beginning], units: str) -> list[_Grown]:
        """Return the beginnings with a chunk of the middle one of three ``units``, those with the most hope first."""
        joint, window = self._joint, self._joint.window(units)
        unit, steps = window.unit, window.steps
        seen = unit.seen
        grown: list[_Grown] = []
        for _, score, text, state, first, last, most in beginnings:
            node, lost = seen.get(state) or joint.add_seen(state, unit)
            score -= lost
            for more, chunk, after in steps.get(node) or joint.add_steps(node, window):
                total = score + more
                grown.append((total + most, total, text + chunk, after, first, last))
        grown.sort(reverse=True)
        return grown

    def _keep(self, grown: Iterable[_Grown]) -> list[_Beginning]:
        """Keep the best beginnings of known names, and the best of the rest; no other is looked up if that is clear."""
        ranges, look_up = self._known.frequent, self._known.look_up
        texts: set[bytes] = set()
        known, rest = [_NOBODY] * _KNOWN_BEAM, [_NOBODY] * _OPEN_BEAM
        for most, total, text, state, first, last in grown:
            if known[0][0] > most and rest[0][0] > most:
                break
            if text in texts and not _is_better(total, text, state, (known, rest)):
                continue
            texts.add(text)
            first, last, hope, most = ranges.get(text) or look_up(text, first, last)
            hope += total
            if first < last and hope >= known[0][0]:
                insort(known, (hope, total, text, state, first, last, most))
                evicted = known.pop(0)
                if evicted[0] >= rest[0][0]:
                    insort(rest, evicted)
                    del rest[0]
            elif hope >= rest[0][0]:
                insort(rest, (hope, total, text, state, first, last, most))
                del rest[0]
        return [beginning for beginning in known[::-1] + rest[::-1] if beginning is not _NOBODY]

    def _finish(self, beginnings: Iterable[_Beginning]) -> dict[str, tuple[float, bool]]:
        """Return the score of each spelling, and whether the list has it."""
        found: dict[str, tuple[float, bool]] = {}
        for _, score, text, state, first, last, _ in beginnings:
            if len(text) > 1:
                prior, known = self._known.prior(text, first, last)
                total = score + self._joint.end(state) + prior
                spelling = text[1:].decode()
                if spelling not in found or found[spelling][0] < total:
                    found[spelling] = (total, known)
        return found


def _is_better(score: float, text: bytes, state: int, beams: Iterable[list[_Beginning]]) -> bool:
    """Say whether no beginning of ``beams`` has this text and state with as good a score; a worse one makes room."""
    for beam in beams:
        for at, beginning in enumerate(beam):
            if beginning[3] == state and beginning[2] == text:
                if beginning[1] >= score:
                    return False
                del beam[at]
                beam.insert(0, _NOBODY)
                return True
    return True


@cache
def load() -> NameModel:
    """Return the model that comes with the library, read on first use.

    >>> load() is load()
    True
    """
    return NameModel(read_sealed("names/model.bin"))
