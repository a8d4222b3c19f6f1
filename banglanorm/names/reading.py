"""Names in Latin letters as readers of English expect them: কিম জং উন is Kim Jong Un, not Kim jong un.

A name is read in this order: the lexicon; the lexicon without a case ending (পুতিনের); letter names (কেসিএনএ is KCNA);
the statistical model; and where even that knows nothing, the readable romanization. What is taken off as an ending is
only what leaves a name that is known, so টয়োটা and হায়দার keep theirs.

>>> romanize_name("কিম জং উন"), romanize_name("কেসিএনএ-র"), romanize_name("ব্লাডিভস্তকে")
('Kim Jong Un', 'KCNA', 'Vladivostok')
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from banglanorm.endings import APOSTROPHES, HYPHENS, Split, split_endings
from banglanorm.errors import ConfigError, require_str
from banglanorm.latin.romanization import PLAIN, romanize
from banglanorm.names import lexicon, model
from banglanorm.script.letters import JOINERS, WORD_CHARACTERS

Source = Literal["lexicon", "acronym", "model", "rules"]

# From the least to the most certain; a name is as certain as its least certain word.
_CERTAINTY: tuple[Source, ...] = ("rules", "model", "acronym", "lexicon")
_CACHED_LENGTH = 120  # longer texts are not kept, so the caches stay small

# How much likelier (in logarithms) a stem must be than the whole word before its ending is taken off. Measured on 6,000
# names without and 2,000 with an ending: at these margins about one name in a thousand loses a part of itself, and four
# endings in five come off.
_FAMOUS_STEM_MARGIN, _KNOWN_STEM_MARGIN, _STEM_MARGIN = -1.0, 2.0, 3.0

_RUN = f"[{WORD_CHARACTERS}]++"
_WORD = re.compile(f"{_RUN}(?:[.{re.escape(HYPHENS + APOSTROPHES)}]{_RUN})*+(?:\\.(?![^\\s]))?+")


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """One spelling of a name.

    ``source`` says where it came from: "lexicon", "acronym", "model" or "rules". ``score`` is its share, from 0 to 1,
    among the spellings that were considered: it ranks the candidates of one name, and says nothing about other names.
    """

    text: str
    source: Source
    score: float

    def __str__(self) -> str:
        return self.text


def romanize_name(text: str, /) -> str:
    """Return the name ``text`` in Latin letters, as the English press would most likely spell it.

    Case endings are taken off. What is not Bengali stays as it is, digits become ASCII digits.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> romanize_name("ভ্লাদিমির পুতিনের"), romanize_name("বাশার আল-আসাদ"), romanize_name("সুরাইয়া বেগম")
    ('Vladimir Putin', 'Bashar al-Assad', 'Suraiya Begum')
    """
    require_str(text)
    if len(text) <= _CACHED_LENGTH:
        return _best(text)
    return _combine(text, 1)[0].text


def name_candidates(text: str, /, *, limit: int = 5) -> list[NameCandidate]:
    """Return up to ``limit`` spellings of the name ``text``, the likeliest first; at least one.

    The first one is what :func:`romanize_name` gives.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: ``limit`` is less than 1.

    >>> [(c.text, c.source) for c in name_candidates("বিবিসির")]
    [('BBC', 'lexicon')]
    >>> len(name_candidates("ফারিহা", limit=3))
    3
    """
    require_str(text)
    if limit < 1:
        raise ConfigError(f"limit must be at least 1, not {limit!r}")
    return list(_combine(text, limit))


@lru_cache(maxsize=32_768)
def _best(text: str) -> str:
    return _combine(text, 1)[0].text


# --- a whole name -----------------------------------------------------------------------------------------------------

_Part = tuple[str, bool]  # a stretch of the text, and whether it is a word


def _combine(text: str, limit: int) -> list[NameCandidate]:
    """Read ``text`` part by part and put the candidates of its parts together, the likeliest combinations first."""
    parts = list(_parts(_drop_joiners(text)))
    words = [at for at, (_, is_word) in enumerate(parts) if is_word]
    pieces: list[Sequence[NameCandidate]] = []
    at = 0
    while at < len(parts):
        entry = _find_entry(parts, at, words[-1]) if parts[at][1] else None
        if entry is not None:
            at, spelling = entry
            pieces.append((NameCandidate(spelling, "lexicon", 1.0),))
        elif not parts[at][1]:
            pieces.append((NameCandidate(parts[at][0].translate(PLAIN), "lexicon", 1.0),))
            at += 1
        else:
            particle = _find_particle(parts, at, words)
            if particle is None:
                pieces.append(_read_word(parts[at][0], limit))
                at += 1
            else:
                pieces.append((NameCandidate(particle, "lexicon", 1.0),))
                at += 2 if particle.endswith("-") else 1
    return _products(pieces, limit)


_JOINER_RUN = re.compile(f"[{JOINERS}]++")


def _drop_joiners(text: str) -> str:
    """Return ``text`` without the joiners beside Bengali letters, which say nothing about a name; emoji keep theirs."""

    def kept(m: re.Match[str]) -> str:
        beside = m.string[m.start() - 1 : m.start()] + m.string[m.end() : m.end() + 1]
        return m[0] if not any(char in WORD_CHARACTERS for char in beside) else ""

    return _JOINER_RUN.sub(kept, text)


def _parts(text: str) -> Iterator[_Part]:
    end = 0
    for match in _WORD.finditer(text):
        if match.start() > end:
            yield text[end : match.start()], False
        word = match[0]
        if word.endswith(".") and not _takes_full_stop(lexicon.fold(word)):
            word = word[:-1]
        yield word, True
        end = match.start() + len(word)
    if end < len(text):
        yield text[end:], False


def _takes_full_stop(key: str) -> bool:
    """Say whether the full stop belongs to the word, as in মো. and এ., and does not end a sentence."""
    return lexicon.find(key) is not None or lexicon.letter(key) is not None


def _find_entry(parts: Sequence[_Part], at: int, last: int) -> tuple[int, str] | None:
    """Return the end and the spelling of the longest entry of several words that begins at ``at``."""
    end = at
    ends: list[int] = []
    while end + 2 < len(parts) and len(ends) < lexicon.LONGEST_ENTRY - 1 and parts[end + 1][0].isspace():
        end += 2
        ends.append(end)
    for end in reversed(ends):
        key = lexicon.fold("".join(part for part, _ in parts[at : end + 1]))
        spelling = lexicon.find(key)
        if spelling is None and end == last:
            stems = (lexicon.find(split.stem) for split in split_endings(key))
            spelling = next((stem for stem in stems if stem is not None), None)
        if spelling is not None:
            return end + 1, spelling
    return None


def _find_particle(parts: Sequence[_Part], at: int, words: Sequence[int]) -> str | None:
    """Return the small word or the initial at ``at`` of a name of several words; the last word is neither."""
    if at == words[-1] or not _stands_alone(parts, at):
        return None
    key = lexicon.fold(parts[at][0])
    initial = lexicon.letter(key)
    particle = lexicon.particle(key)
    if particle is None or particle.way == "hyphen":
        return initial
    if initial is not None:
        beside = [parts[other][0] for other in (at - 2, at + 2) if 0 <= other < len(parts)]
        if any(lexicon.letter(lexicon.fold(word)) for word in beside):
            return initial
    if at == words[0]:
        return particle.text.capitalize()
    return particle.text + "-" if particle.way == "join" else particle.text


def _stands_alone(parts: Sequence[_Part], at: int) -> bool:
    """Say whether spaces are on both sides: the টি of ৫টি is no initial."""
    return (at == 0 or parts[at - 1][0][-1].isspace()) and (at + 1 == len(parts) or parts[at + 1][0][0].isspace())


def _products(pieces: Iterable[Sequence[NameCandidate]], limit: int) -> list[NameCandidate]:
    """Return the ``limit`` best combinations of one candidate from each piece."""
    # A combination is a chain of links, joined only at the end: long texts stay linear.
    combinations: list[tuple[float, int, _Link]] = [(1.0, len(_CERTAINTY) - 1, None)]
    for piece in pieces:
        grown: list[tuple[float, int, _Link]] = [
            (score * candidate.score, min(rank, _CERTAINTY.index(candidate.source)), (link, candidate.text))
            for score, rank, link in combinations
            for candidate in piece[:limit]
        ]
        grown.sort(key=lambda combination: -combination[0])
        combinations = grown[:limit]
    return [NameCandidate(_joined(link), _CERTAINTY[rank], score) for score, rank, link in combinations]


_Link = tuple["_Link", str] | None


def _joined(link: _Link) -> str:
    texts = []
    while link is not None:
        link, text = link
        texts.append(text)
    return "".join(reversed(texts))


# --- one word ---------------------------------------------------------------------------------------------------------


def _read_word(word: str, limit: int) -> Sequence[NameCandidate]:
    key = lexicon.fold(word)
    if len(key) > _CACHED_LENGTH:
        return _read_key.__wrapped__(key, limit)
    return _read_key(key, limit)


@lru_cache(maxsize=32_768)
def _read_key(key: str, limit: int) -> Sequence[NameCandidate]:
    """Return the candidates of one folded word, the likeliest first; at least one."""
    known = _known(key) or _known_stem(key)
    if known is not None:
        return (known,)
    for split in _case_splits(key):
        if split.join and split.slots != ("particle",) and len(split.stem) > 1:
            return _read_key(split.stem, limit)
    for mark in "-'":
        if mark in key:
            return _read_compound(key, mark, limit)
    return _by_model(key, limit) or (NameCandidate(_by_rules(key), "rules", 1.0),)


def _known(key: str) -> NameCandidate | None:
    spelling = lexicon.find(key)
    if spelling is not None:
        return NameCandidate(spelling, "lexicon", 1.0)
    initials = lexicon.spell_initials(key)
    if initials is None:
        return None
    if key.endswith("কে") and len(initials) > 3:  # the objective case, rather than a last K
        initials = initials[:-1]
    return NameCandidate(initials, "acronym", 1.0)


def _known_stem(key: str) -> NameCandidate | None:
    """Return what ``key`` is without its ending, if that is known and ``key`` as it stands is no name by itself."""
    for split in _case_splits(key):
        known = _known(split.stem)
        if known is not None and (split.join or not _is_name(key, split.stem)):
            return known
    return None


def _case_splits(key: str) -> list[Split]:
    """Return the readings with an ending that a name takes: no classifiers (সুজন is not সু and জন)."""
    return [split for split in split_endings(key) if split.join or "classifier" not in split.slots]


def _is_name(key: str, stem: str) -> bool:
    """Say whether the model knows ``key`` as a name, and about as well as ``stem``: হুপার is Hooper, not Hupa's."""
    whole = model.load().spellings(key, limit=1)
    if not whole or not whole[0].known:
        return False
    part = model.load().spellings(stem, limit=1)
    margin = _FAMOUS_STEM_MARGIN if lexicon.is_famous_place(stem) else _KNOWN_STEM_MARGIN
    return not part or part[0].log - whole[0].log < margin


def _read_compound(key: str, mark: str, limit: int) -> Sequence[NameCandidate]:
    """Read the parts on both sides of hyphens or apostrophes by themselves: আল-আসাদ, ও'ব্রায়েন."""
    pieces: list[Sequence[NameCandidate]] = []
    parts = [part for part in key.split(mark) if part]
    for at, part in enumerate(parts):
        particle = lexicon.particle(part) if at < len(parts) - 1 else None
        initial = lexicon.letter(part) if mark == "'" and at == 0 else None
        if at and (mark == "-" or len(pieces[-1][0].text) == 1):
            pieces.append((NameCandidate(mark, "lexicon", 1.0),))
        if particle is not None and particle.way != "lower":
            pieces.append((NameCandidate(particle.text, "lexicon", 1.0),))
        elif initial is not None:
            pieces.append((NameCandidate(initial.rstrip("."), "lexicon", 1.0),))
        else:
            pieces.append(_read_word(part, limit))
    return _products(pieces, limit)


def _by_model(key: str, limit: int) -> Sequence[NameCandidate]:
    spellings = model.load().spellings(key, limit=limit)
    for split in _case_splits(key):
        if not spellings or split.slots == ("particle",):
            break
        stem = model.load().spellings(split.stem, limit=limit)
        if stem and stem[0].known and stem[0].log - spellings[0].log > _STEM_MARGIN:
            spellings = stem
            break
    return tuple(NameCandidate(_capitalize(spelling.text), "model", spelling.score) for spelling in spellings)


def _by_rules(key: str) -> str:
    return romanize(key).strip() or key


def _capitalize(name: str) -> str:
    if name.startswith("mc") and len(name) > 4:
        return "Mc" + name[2:].capitalize()
    return name.capitalize()
