"""The spellings of a name, and how those of its parts are put together."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Source = Literal["lexicon", "acronym", "model", "rules"]

# From the least to the most certain; a name is as certain as its least certain word.
_CERTAINTY: tuple[Source, ...] = ("rules", "model", "acronym", "lexicon")


@dataclass(frozen=True, slots=True)
class NameCandidate:
    """One spelling of a name.

    ``source`` says where it came from: "lexicon", "acronym", "model" or "rules". ``score``, from 0 to 1, is how likely
    the spelling is the one that is meant: of names with a score near 0.8 about four of five are.
    """

    text: str
    source: Source
    score: float

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"NameCandidate({self.text!r}, {self.source!r}, {self.score:.3g})"

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> NameCandidate("Dhaka", "lexicon", 1.0).as_dict()
        {'text': 'Dhaka', 'source': 'lexicon', 'score': 1.0}
        """
        return asdict(self)


NameCandidate.__module__ = "banglanorm"  # pickles name the public home

Piece = Sequence[NameCandidate]  # the spellings of a part of a name, the likeliest first


def sure(text: str, source: Source = "lexicon") -> Piece:
    """Return the piece that has one spelling only."""
    return (NameCandidate(text, source, 1.0),)


def products(pieces: Iterable[Piece], limit: int) -> list[NameCandidate]:
    """Return the ``limit`` best combinations of one candidate from each piece.

    >>> [c.text for c in products([sure("Mr. "), (NameCandidate("Rahim", "model", 0.7),)], 2)]
    ['Mr. Rahim']
    """
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
