"""One word of a name: the lexicon, letter names, the statistical model, and rules where even that knows nothing."""

from functools import lru_cache
from itertools import islice

from banglanorm.latin.romanization import romanize
from banglanorm.names import initials, lexicon, model
from banglanorm.names.candidates import NameCandidate, Piece, Source, products, sure
from banglanorm.names.inflection import without_ending

_CACHED_LENGTH = 120  # longer words are not kept, so the cache stays small
_MOST_PARTS = 12  # of a word with hyphens; more are no name
_SHORTEST_MC = 5  # letters
_SURENESS = {"word": 0.75, "person": 0.9}  # how often the spelling of a list is the one that is meant, by kind
_SURE = 0.97
_SCHEME_SCORE = 0.05  # of a spelling by rule that the model does not find
_RUDE_ROOM = 2  # spellings asked for above the limit, for those that are not offered


def read_word(key: str, limit: int, *, last: bool, alone: bool) -> Piece:
    """Return the candidates of one folded word, the likeliest first, at least one.

    ``last``: it is the last word of its name, the one that takes an ending. ``alone``: it is the whole name, so it may
    be a country, or an organisation's short name.
    """
    if len(key) > _CACHED_LENGTH:
        return sure(romanize(key), "rules")
    return _read(key, limit, last, alone)


@lru_cache(maxsize=16_384)
def _read(key: str, limit: int, last: bool, alone: bool) -> Piece:
    if lexicon.is_ordinary_word(key):
        return sure(romanize(key), "rules")
    stem = _without_breath(without_ending(key, last=last))
    entry = lexicon.find(stem)
    if entry is not None and (alone or _may_stand_inside(entry, stem)):
        return _with_others(stem, entry, limit)
    letters = initials.spell_initials(stem)
    if letters is not None:
        return sure(letters, "acronym")
    for mark in "-'":
        if mark in stem:
            return _read_compound(stem, mark, limit, last=last)
    return _by_model(stem, limit) or sure(romanize(stem), "rules")


def _without_breath(stem: str) -> str:
    """Return ``stem`` without an apostrophe that parts no initial from a name: মাস'উদ is মাসউদ, ডি'সুজা stays."""
    if lexicon.find(stem) is not None or "-" in stem or initials.letter(stem.partition("'")[0]) is not None:
        return stem
    return stem.replace("'", "")


def _may_stand_inside(entry: lexicon.Entry, stem: str) -> bool:
    """Say whether ``entry`` may be one word of several: no short name (লেস্টার for Leicester City) is one.

    Nor is a country that a person may be called after (চিন); নিউজিল্যান্ড, long and spelled by its sound, is no person.
    """
    is_short = entry.kind in ("person", "organisation") and entry.text.count(" ") > stem.count(" ")
    return not is_short and (entry.kind != "country" or lexicon.is_no_person(stem, entry))


def _with_others(stem: str, entry: lexicon.Entry, limit: int) -> Piece:
    """Return the spelling of ``entry`` and, if there is room, the others that are in use or likely."""
    sureness = _SURENESS.get(entry.kind, _SURE)
    if limit == 1 or " " in stem or entry.text.isupper():
        return (NameCandidate(entry.text, "lexicon", sureness),)
    others: dict[str, Source] = dict.fromkeys(lexicon.other_spellings(entry.text), "lexicon")
    for likely in _by_model(stem, limit):
        others.setdefault(likely.text, "model")
    others.pop(entry.text, None)
    rest = [
        NameCandidate(text, source, (1 - sureness) / 2 ** (at + 1)) for at, (text, source) in enumerate(others.items())
    ]
    return (NameCandidate(entry.text, "lexicon", sureness), *rest[: limit - 1])


def _read_compound(key: str, mark: str, limit: int, *, last: bool) -> Piece:
    """Read the parts on both sides of hyphens or apostrophes by themselves: আল-আসাদ, ও'ব্রায়েন."""
    pieces: list[Piece] = []
    parts = [part for part in key.split(mark) if part]
    if len(parts) > _MOST_PARTS:
        return sure(romanize(key), "rules")
    for at, part in enumerate(parts):
        particle = lexicon.particle(part) if at < len(parts) - 1 or not last else None
        initial = initials.letter(part) if mark == "'" and at == 0 else None
        if at:
            pieces.append(sure(mark))
        if particle is not None and particle.way != "lower" and (at or particle.way == "join"):
            pieces.append(sure(particle.text))
        elif initial is not None:
            pieces.append(sure(initial.rstrip(".")))
        else:
            pieces.append(read_word(part, limit, last=last and at == len(parts) - 1, alone=False))
    return products(pieces, limit)


def _by_model(key: str, limit: int) -> Piece:
    """Return the spellings of the model, and where there is room after them those of the two schemes for readers."""
    spellings = model.load().spellings(key, limit=limit + _RUDE_ROOM)
    found = {_capitalize(s): s.score for s in spellings if not lexicon.is_rude(s.text)}
    if found and len(found) < limit:
        least = min(*found.values(), _SCHEME_SCORE)
        for scheme in ("hunterian", "readable"):
            found.setdefault(romanize(key, scheme=scheme).capitalize(), least)
    return tuple(NameCandidate(text, "model", score) for text, score in islice(found.items(), limit))


def _capitalize(spelling: model.Spelling) -> str:
    name = spelling.text
    if spelling.known and name.startswith("mc") and len(name) >= _SHORTEST_MC:
        return "Mc" + name[2:].capitalize()
    return name.capitalize()
