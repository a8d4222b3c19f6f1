"""Text in Latin letters, with capitals for the names in it that the lexicon is sure of."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from banglanorm.endings import split_endings
from banglanorm.errors import ConfigError, require_str
from banglanorm.latin import romanization
from banglanorm.latin.pronunciation import WORD
from banglanorm.latin.romanization import Scheme
from banglanorm.names import lexicon
from banglanorm.names.keys import fold

Capitals = Literal["sentences", "names"]


def romanize(text: str, /, *, scheme: Scheme = "readable", capitals: Capitals = "sentences") -> str:
    """Write Bengali text in Latin letters by ``scheme``: readable, hunterian, ala-lc or iso15919.

    What is not Bengali stays as it is. The result is for readers; only :func:`banglanorm.to_iso15919` can be undone.
    ``capitals="names"`` begins names with a capital as well, where the lexicon is sure: countries, places, and persons
    with more than one name. iso15919 has no capitals.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: there is no such scheme, or no such choice of capitals.

    >>> romanize("বিশ্ববিদ্যালয়, ১৯২১")
    'Bisshobiddaloy, 1921'
    >>> [romanize("চাঁদপুর", scheme=s) for s in ("hunterian", "ala-lc", "iso15919")]
    ['Chandpur', 'Cān̐dapura', 'cām̐dapura']
    >>> romanize("আমি কাল ঢাকায় যাব", capitals="names")
    'Ami kal Dhakay jabo'
    """
    require_str(text)
    if capitals not in ("sentences", "names"):
        raise ConfigError(f"there is no choice {capitals!r} of capitals: use sentences or names")
    places = frozenset(_names_in(text)) if capitals == "names" else ()
    return romanization.romanize(text, scheme=scheme, capital_at=places)


def _names_in(text: str) -> Iterator[int]:
    """Yield where the words of the names begin, the longest names first; a small word inside a name begins none."""
    words = list(WORD.finditer(text))
    keys = [fold(word[0]) for word in words]
    spaced = [text[one.end() : other.start()] == " " for one, other in pairwise(words)]
    at = 0
    while at < len(words):
        end = at + 1
        while end < min(len(words), at + lexicon.longest_entry()) and spaced[end - 1]:
            end += 1
        while end > at and not _is_name(keys[at:end]):
            end -= 1
        for place in range(at, end):
            if place == at or lexicon.particle(keys[place]) is None:
                yield words[place].start()
        at = max(end, at + 1)


def _is_name(keys: list[str]) -> bool:
    """Say whether the words are surely a name, the last one perhaps with an ending."""
    *first, last = keys
    if lexicon.is_common_word(last):
        return False
    stems = [last, *(split.stem for split in split_endings(last) if not split.join and "classifier" not in split.slots)]
    return any(lexicon.is_surely_a_name(" ".join([*first, stem])) for stem in stems)
