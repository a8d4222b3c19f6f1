"""`annotate`: the normalized text with its edits, words, sentences, numbers and dates, each with its place both ways.

>>> annotation = annotate("দু’জন ৫ মে ২০২৪ এলো৷")
>>> annotation.text, [(date.item.text, date.item.value.iso) for date in annotation.dates]
("দু'জন ৫ মে ২০২৪ এলো।", [('৫ মে ২০২৪', '2024-05-05')])
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from banglanorm.dates.finding import DateMatch, find_dates
from banglanorm.dates.points import Reference
from banglanorm.dates.region import Region
from banglanorm.edits import Edit, Explanation
from banglanorm.normalization.normalizer import explain
from banglanorm.numbers.finding import find_numbers
from banglanorm.numbers.match import NumberMatch
from banglanorm.segmentation.sentences import Sentence, find_sentences
from banglanorm.segmentation.words import Word, find_words

T = TypeVar("T", Word, Sentence, NumberMatch, DateMatch)


@dataclass(frozen=True, slots=True)
class Annotated(Generic[T]):
    """Something found in the normalized text, and the place ``original[original_start:original_end]`` it came from.

    The spans of ``item`` are offsets into the normalized text.
    """

    __module__ = "banglanorm"

    item: T
    original_start: int
    original_end: int

    def as_dict(self) -> dict[str, Any]:
        """Return the fields of the item and the place in the original as plain JSON types.

        >>> from banglanorm import annotate
        >>> annotate("দু’জন").words[0].as_dict()["original_end"]
        5
        """
        return self.item.as_dict() | {"original_start": self.original_start, "original_end": self.original_end}


@dataclass(frozen=True, slots=True)
class Annotation:
    """A text and what was found in it: ``text`` is normalized, ``edits`` lead there from ``original``.

    ``words``, ``sentences``, ``numbers`` and ``dates`` are sorted, each with its place in both texts.
    """

    __module__ = "banglanorm"

    original: str
    text: str
    edits: tuple[Edit, ...]
    words: tuple[Annotated[Word], ...]
    sentences: tuple[Annotated[Sentence], ...]
    numbers: tuple[Annotated[NumberMatch], ...]
    dates: tuple[Annotated[DateMatch], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain JSON types.

        >>> from banglanorm import annotate
        >>> sorted(annotate("৫টি").as_dict())
        ['dates', 'edits', 'numbers', 'original', 'sentences', 'text', 'words']
        """
        lists = {name: getattr(self, name) for name in ("edits", "words", "sentences", "numbers", "dates")}
        found = {name: [item.as_dict() for item in items] for name, items in lists.items()}
        return {"original": self.original, "text": self.text} | found


def annotate(text: str, /, *, reference: Reference = None, region: Region = "bd") -> Annotation:
    """Normalize ``text`` and find its words, sentences, numbers and dates, with their places in both texts.

    ``reference`` is when the text was written, ``region`` where (``"bd"`` or ``"in"``); relative dates need the first.
    Spans are code-point offsets; a border inside an edit moves outwards to the edge of the edit.

    Raises:
        TypeError: ``text`` is not ``str``, or ``reference`` no date.
        ConfigError: the region does not exist.

    >>> from banglanorm import annotate
    >>> found = annotate("‘‘দুই’’ লাখ টাকা৷")
    >>> [(n.item.start, n.item.end, n.original_start, n.original_end) for n in found.sentences]
    [(0, 15, 0, 17)]
    """
    explanation = explain(text)
    normalized = explanation.text
    dates = find_dates(normalized, reference=reference, region=region)
    return Annotation(
        original=text,
        text=normalized,
        edits=explanation.edits,
        words=_placed(find_words(normalized), explanation),
        sentences=_placed(find_sentences(normalized), explanation),
        numbers=_placed(find_numbers(normalized, region=region), explanation),
        dates=_placed(dates, explanation),
    )


def _placed(items: Iterable[T], explanation: Explanation) -> tuple[Annotated[T], ...]:
    return tuple(Annotated(item, *explanation.to_original(item.start, item.end)) for item in items)
