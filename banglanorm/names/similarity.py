"""How alike two names are, each in either script.

A name is compared word by word: its titles count little, an initial stands for a word that begins so, the order may
differ and a word may be missing. A Bengali word is compared by its letters and by its likeliest Latin spellings.

>>> name_similarity("মোঃ আব্দুল করিম", "Karim, Abdul") > name_similarity("মোঃ আব্দুল করিম", "Abdul Rahim")
True
"""

import re
from functools import cache, lru_cache
from math import fsum
from typing import NamedTuple

from banglanorm.errors import require_str
from banglanorm.names import initials, titles
from banglanorm.names.keys import fold
from banglanorm.names.skeleton import distance, sounds
from banglanorm.names.words import read_word
from banglanorm.script.letters import WORD_CHARACTERS
from banglanorm.tables import read_table

_WORD = re.compile(f"[{WORD_CHARACTERS}]++[:.]?|[A-Za-z\u00c0-\u024f\u1e00-\u1eff]++")
_MOST_WORDS = 12  # what has more is no name
_LONGEST_WORD = 40  # characters
_SPELLINGS = 4  # of a Bengali word
TITLE_WEIGHT, _INITIAL_WEIGHT = 0.1, 0.5  # what a title counts, and an initial, where a word counts 1
_INITIAL_LIKENESS = 0.85  # of an initial and a word that begins so
_MISSING_MIDDLE, _MISSING_END = 0.08, 0.3  # what a word costs that the other name has not
_TOGETHER, _LEAST_TOGETHER = 0.95, 0.8  # of names whose words are written together in one of them
_ONE_OF_MANY = 0.8  # the likeness of a name of one word and a longer one that has it
_VOWEL_WEIGHT = 1 / 3


class Word(NamedTuple):
    """A word as it is compared: the sounds of its spellings, what it counts, and whether it is an initial."""

    forms: tuple[str, ...]
    weight: float
    is_initial: bool


def name_similarity(a: str, b: str, /) -> float:
    """Return how likely the names ``a`` and ``b`` are one, from 0 to 1; each may be in Bengali or Latin letters.

    Titles, initials, the order and a missing middle name cost little. 1 means the same words, 0 nothing in common.

    Raises:
        TypeError: a name is not ``str``.

    >>> name_similarity("শেখ হাসিনা", "Sheikh Hasina")
    1.0
    >>> name_similarity("সাকিব আল হাসান", "Shakib Al-Hasan") > 0.9 > name_similarity("সাকিব খান", "Shakib Al Hasan")
    True
    """
    require_str(a)
    require_str(b)
    return likeness(words_of(a), words_of(b))


@lru_cache(maxsize=8_192)
def words_of(name: str, /) -> tuple[Word, ...]:
    """Return the words of ``name`` as they are compared.

    >>> words_of("Dr. A Karim")[1:]
    (Word(forms=('a',), weight=0.5, is_initial=True), Word(forms=('KaRiM',), weight=1.0, is_initial=False))
    """
    found = [match[0] for match in _WORD.finditer(fold(name[: _MOST_WORDS * _LONGEST_WORD]))][:_MOST_WORDS]
    words = (_word(text, at == len(found) - 1) for at, text in enumerate(found))
    return tuple(word for word in words if word.forms)


def likeness(left: tuple[Word, ...], right: tuple[Word, ...], /) -> float:
    """Return how alike two names are, given their words: word by word, or as one where words are written together."""
    if not left or not right:
        return 0.0
    pairs = sorted(
        ((word_likeness(mine, theirs), i, j) for i, mine in enumerate(left) for j, theirs in enumerate(right)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2]), pair),
    )
    mine_left, theirs_left = set(range(len(left))), set(range(len(right)))
    matched: list[tuple[float, float]] = []
    for score, i, j in pairs:
        if i in mine_left and j in theirs_left:
            mine_left.discard(i)
            theirs_left.discard(j)
            matched.append((score, min(left[i].weight, right[j].weight)))
    missing = [_missing(left, i) for i in mine_left] + [_missing(right, j) for j in theirs_left]
    together = _TOGETHER * _form_likeness(_solid(left), _solid(right)) if len(left) != len(right) else 0.0
    return max(_joined(matched, missing), together if together > _LEAST_TOGETHER else 0.0)


def _missing(words: tuple[Word, ...], at: int) -> float:
    """Return what it costs that the other name has not the word at ``at``: a title nothing, an end more."""
    if words[at].weight <= TITLE_WEIGHT:
        return 0.0
    return words[at].weight * (_MISSING_MIDDLE if 0 < at < len(words) - 1 else _MISSING_END)


def _solid(words: tuple[Word, ...]) -> str:
    return "".join(word.forms[0] for word in words if word.weight > TITLE_WEIGHT)


def _joined(matched: list[tuple[float, float]], missing: list[float]) -> float:
    """Put the likeness of the words that stand for each other together; the worst of them counts double."""
    mean = fsum(score * weight for score, weight in matched) / fsum(weight for _, weight in matched)
    worst = max((1 - score) * min(1.0, 2 * weight) for score, weight in matched)
    whole = [weight for _, weight in matched if weight > _INITIAL_WEIGHT]
    alone = _ONE_OF_MANY if len(whole) < 2 and any(missing) else 1.0
    return max(0.0, alone * (mean - worst) - fsum(missing))


def word_likeness(mine: Word, theirs: Word, /) -> float:
    """Return how alike two words are, from 0 to 1."""
    if mine.is_initial or theirs.is_initial:
        first = {form[:1] for form in mine.forms} & {form[:1] for form in theirs.forms}
        return (1.0 if mine.is_initial and theirs.is_initial else _INITIAL_LIKENESS) if first else 0.0
    return max(_form_likeness(one, other) for one in mine.forms for other in theirs.forms)


@lru_cache(maxsize=65_536)
def _form_likeness(one: str, other: str) -> float:
    return 1.0 if one == other else max(0.0, 1 - distance(one, other) / max(_size(one), _size(other)))


def _size(form: str) -> float:
    return fsum(_VOWEL_WEIGHT if char.islower() else 1.0 for char in form)


@lru_cache(maxsize=8_192)
def _word(text: str, last: bool) -> Word:
    text = text[:_LONGEST_WORD]
    if text.isascii() or text[0] not in WORD_CHARACTERS:
        form = sounds(_abbreviations().get(text.lower(), text))
        forms = (form,) if form else ()
        if len(text) == 1:
            return Word(forms, _INITIAL_WEIGHT, True)
        return Word(forms, TITLE_WEIGHT if text.lower() in _english_titles() and not last else 1.0, False)
    english = titles.title(text, "mark", *(() if last else ("before", "after", "royal")))
    if english is not None:
        return Word((sounds(english), sounds(text)), TITLE_WEIGHT, False)
    key = text.rstrip(".:")
    letter = initials.letter(key) or titles.one_letter(key)
    if letter is not None and not last:
        return Word((sounds(letter),), _INITIAL_WEIGHT, True)
    spellings = [candidate.text for candidate in read_word(key, _SPELLINGS, last=last, alone=True)]
    return Word(tuple(dict.fromkeys(form for form in map(sounds, [*spellings, key]) if form)), 1.0, False)


@cache
def _english_titles() -> frozenset[str]:
    return frozenset(word for row in read_table("names/titles") for word in re.findall("[a-z]+", row["en"].lower()))


@cache
def _abbreviations() -> dict[str, str]:
    return {row["short"]: row["whole"] for row in read_table("names/abbreviations")}
