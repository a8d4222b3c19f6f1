"""One word of a name: the lexicon, letter names, the statistical model, and rules where even that knows nothing."""

from collections.abc import Sequence
from functools import lru_cache

from banglanorm.latin.romanization import romanize
from banglanorm.names import initials, lexicon, model
from banglanorm.names.candidates import NameCandidate, Piece, products, sure
from banglanorm.names.inflection import without_ending

_CACHED_LENGTH = 120  # longer words are not kept, so the cache stays small
_MOST_PARTS = 12  # of a word with hyphens; more are no name
_SHORTEST_MC = 5  # letters


def read_word(key: str, limit: int, *, last: bool = True, alone: bool = True) -> Piece:
    """Return the candidates of one folded word, the likeliest first, at least one.

    ``last``: it is the last word of its name, the one that takes an ending. ``alone``: it is the whole name, so it may
    be a country.
    """
    if len(key) > _CACHED_LENGTH:
        return sure(_by_rules(key), "rules")
    return _read(key, limit, last, alone)


@lru_cache(maxsize=16_384)
def _read(key: str, limit: int, last: bool, alone: bool) -> Piece:
    stem = without_ending(key, last=last)
    entry = lexicon.find(stem)
    if entry is not None and (alone or entry.kind != "country"):
        return sure(entry.text)
    letters = initials.spell_initials(stem)
    if letters is not None:
        return sure(letters, "acronym")
    for mark in "-'":
        if mark in stem:
            return _read_compound(stem, mark, limit)
    return _by_model(stem, limit) or sure(_by_rules(stem), "rules")


def _read_compound(key: str, mark: str, limit: int) -> Piece:
    """Read the parts on both sides of hyphens or apostrophes by themselves: আল-আসাদ, ও'ব্রায়েন."""
    pieces: list[Piece] = []
    parts = [part for part in key.split(mark) if part]
    if len(parts) > _MOST_PARTS:
        return sure(_by_rules(key), "rules")
    for at, part in enumerate(parts):
        particle = lexicon.particle(part) if at < len(parts) - 1 else None
        initial = initials.letter(part) if mark == "'" and at == 0 else None
        if at and (mark == "-" or len(pieces[-1][0].text) == 1):
            pieces.append(sure(mark))
        if particle is not None and particle.way != "lower" and (at or particle.way == "join"):
            pieces.append(sure(particle.text))
        elif initial is not None:
            pieces.append(sure(initial.rstrip(".")))
        else:
            pieces.append(read_word(part, limit, last=at == len(parts) - 1, alone=False))
    return products(pieces, limit)


def _by_model(key: str, limit: int) -> Sequence[NameCandidate]:
    spellings = model.load().spellings(key, limit=limit)
    return tuple(NameCandidate(_capitalize(spelling), "model", spelling.score) for spelling in spellings)


def _by_rules(key: str) -> str:
    return romanize(key)


def _capitalize(spelling: model.Spelling) -> str:
    name = spelling.text
    if spelling.known and name.startswith("mc") and len(name) >= _SHORTEST_MC:
        return "Mc" + name[2:].capitalize()
    return name.capitalize()
