"""Which names of two lists are the same.

Only names that share the consonants of a word are compared, and of these only those that share the rarest words: so ten
thousand names meet ten thousand others in a minute.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from banglanorm.errors import ConfigError, require_str
from banglanorm.names.similarity import TITLE_WEIGHT, Word, likeness, words_of

_COMPARED = 20  # choices compared in full with a query: those that share most
_SOUNDS = str.maketrans("GCJDPL", "KSSTBR", "aeiouh")  # classes that sound alike are one, as in Kabir and Gabir


@dataclass(frozen=True, slots=True)
class NamePair:
    """A name of the first list and one of the second: the names, their places in the lists, and how alike they are."""

    query: str
    choice: str
    score: float
    query_index: int
    choice_index: int

    def __repr__(self) -> str:
        return f"NamePair({self.query!r}, {self.choice!r}, {self.score:.3g})"

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> NamePair("করিম", "Karim", 1.0, 0, 4).as_dict()["choice"]
        'Karim'
        """
        return asdict(self)


NamePair.__module__ = "banglanorm"  # pickles name the public home


def match_names(
    queries: Iterable[str], choices: Iterable[str], /, *, least: float = 0.75, limit: int = 1
) -> list[NamePair]:
    """Return for each name of ``queries`` up to ``limit`` names of ``choices`` that are likely the same, best first.

    Each name may be in Bengali or Latin letters. Pairs are as alike as ``least``, from 0 to 1, at the least: see
    :func:`name_similarity`. A query that nothing matches is in no pair; a choice may be in several.

    Raises:
        TypeError: a list is a ``str``, or a name is none.
        ConfigError: ``least`` is no number from 0 to 1, or ``limit`` no whole number of at least 1.

    >>> match_names(["মোঃ আব্দুল করিম", "সাবিনা ইয়াসমিন"], ["Rahim Uddin", "Abdul Karim", "Sabina Yasmin"])
    [NamePair('মোঃ আব্দুল করিম', 'Abdul Karim', 1), NamePair('সাবিনা ইয়াসমিন', 'Sabina Yasmin', 1)]
    """
    _check(least, limit)
    mine, theirs = _names(queries), _names(choices)
    index = _Index([words_of(name) for name in theirs])
    pairs = []
    for at, query in enumerate(mine):
        words = words_of(query)
        scored = ((likeness(words, index.words[other]), other) for other in index.nearest(words))
        best = sorted(((score, other) for score, other in scored if score >= least), key=lambda s: (-s[0], s[1]))
        pairs += [NamePair(query, theirs[other], score, at, other) for score, other in best[:limit]]
    return pairs


def _check(least: object, limit: object) -> None:
    if isinstance(least, bool) or not isinstance(least, (int, float)) or not 0 <= least <= 1:
        raise ConfigError(f"least: expected a number from 0 to 1, got {least!r}")
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise ConfigError(f"limit: expected a whole number of at least 1, got {limit!r}")


def _names(names: Iterable[str]) -> Sequence[str]:
    if isinstance(names, str | bytes):
        raise TypeError(f"expected a list of names, got one {type(names).__name__}: put it into a list")
    found = list(names)
    for name in found:
        require_str(name)
    return found


class _Index:
    """The choices by the consonants of their words."""

    def __init__(self, words: list[tuple[Word, ...]]) -> None:
        self.words = words
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(words):
            for key in set(_keys(name)):
                self._places[key].append(at)

    def nearest(self, words: tuple[Word, ...]) -> list[int]:
        """Return the places of the choices that share most with ``words``; a rare word counts more."""
        shared: Counter[int] = Counter()
        for key in sorted(set(_keys(words))):
            places = self._places.get(key, ())
            for place in places:
                shared[place] += len(self.words) // len(places)
        return [place for place, _ in shared.most_common(_COMPARED)]


def _keys(words: tuple[Word, ...]) -> Iterator[str]:
    """Yield the consonants of each spelling of each word of a name, and of the name as one word; titles say nothing."""
    for word in words:
        if word.weight > TITLE_WEIGHT and not word.is_initial:
            yield from (_blocked(form) for form in word.forms)
    yield _blocked("".join(word.forms[0] for word in words if word.weight > TITLE_WEIGHT))


def _blocked(form: str) -> str:
    return form.translate(_SOUNDS) or form
