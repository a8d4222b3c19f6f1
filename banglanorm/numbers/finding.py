r"""`find_numbers`: the numbers in running text, with their place, exact value, kind, unit and ending.

Every way a number stands in a sentence is a row of `constructions`, which the engine of `finder` reads.

>>> for m in find_numbers("দেড় লাখ টাকা, ৩০-৩৫ হাজার মানুষ, ছ’দিন; কিন্তু দশটি নয়।"):
...     print(m.text, "=", m.value or (m.low, m.high), m.unit or m.kind)
দেড় লাখ = 150000 taka
৩০-৩৫ হাজার = (30000, 35000) range
ছ’দিন = 6 day
দশটি = 10 cardinal
"""

from dataclasses import replace
from functools import cache
from typing import Literal

from banglanorm.errors import require_one_of, require_str
from banglanorm.finder import Finder
from banglanorm.lexer import without_unseen
from banglanorm.numbers.constructions import CONSTRUCTIONS
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.names import is_name
from banglanorm.numbers.patterns import CORE, NUMERAL, RUNNING_GROUPS
from banglanorm.numbers.words import lexer

_TAKA = {"bd": "BDT", "in": "INR"}  # what টাকা means in a region


def find_numbers(text: str, /, *, region: Literal["bd", "in"] | None = None) -> list[NumberMatch]:
    """Return the numbers in ``text``, sorted and without overlap; of overlapping readings the longest.

    Left out is what is not certain: indefinite quantities (লক্ষ লক্ষ, কয়েক হাজার), একটি as an article, clock times in
    digits, scores, dates in digits, digits inside names and addresses. Lines are read one by one. With ``region``
    ``"bd"`` or ``"in"`` টাকা is BDT or INR, else ``taka``.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: the region does not exist.

    >>> [(m.start, m.text, m.value) for m in find_numbers("এক হাজার আটশত সত্তর কোটি ডলার, আর ৫.৫ শতাংশ")]
    [(0, 'এক হাজার আটশত সত্তর কোটি', 18700000000), (34, '৫.৫', Decimal('5.5'))]
    >>> [(m.text, m.value, m.low, m.qualifier, m.unit) for m in find_numbers("৫০০ টাকারও বেশি", region="in")]
    [('৫০০', 500, 500, 'more_than', 'INR')]
    """
    require_str(text)
    if region is not None:
        require_one_of("region", region, _TAKA)
    visible, places = without_unseen(text)
    found = [match for match in _finder().find(visible) if not _is_name(visible, match)]
    if region is not None:
        found = [replace(match, unit=_TAKA[region]) if match.unit == "taka" else match for match in found]
    if visible is text:
        return found
    spans = [(places[match.start], places[match.end - 1] + 1) for match in found]
    return [
        replace(match, start=start, end=end, text=text[start:end])
        for match, (start, end) in zip(found, spans, strict=True)
    ]


def _is_name(text: str, match: NumberMatch) -> bool:
    if is_name(text, match.start, match.end):
        return True
    stem = match.end - len(match.suffix)
    return match.start < stem < match.end and is_name(text, match.start, stem)


@cache
def _finder() -> Finder[NumberMatch]:
    return Finder(lexer(), CONSTRUCTIONS, groups=RUNNING_GROUPS, compound=NUMERAL, core=CORE)
