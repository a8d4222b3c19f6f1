"""`NumberMatch`: a number in a text, with its place, its value and what it counts."""

from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Literal

from banglanorm.numbers.values import Number

NumberKind = Literal[
    "cardinal",
    "decimal",
    "ordinal",
    "ordinal_date",
    "percent",
    "currency",
    "fraction",
    "multiple",
    "range",
    "year",
    "decade",
    "label",
    "phone",
    "digits",
]
Qualifier = Literal["", "about", "more_than", "less_than", "at_least", "at_most"]


@dataclass(frozen=True, slots=True, repr=False)
class NumberMatch:
    """A number at ``text[start:end]``: the numeral and what is written onto it without a blank.

    ``value`` is exact (``int``, ``Decimal`` or ``Fraction``), or ``None`` where there is no single value: in a range,
    which has only its ends ``low`` and ``high``, and where zeros in front count (phones, codes, digits read one by
    one), which have ``digits`` in ASCII. ``low`` and ``high`` are the value of a plain number; an end is ``None`` where
    it is open ("more than 500" has ``low`` 500). ``qualifier`` says how exactly the number is meant, ``unit`` what is
    counted (year, km, person, USD …, or nothing); ``suffix`` is what is written onto the number.

    >>> from banglanorm import find_numbers
    >>> find_numbers("৫০০ টাকার বেশি")[0].as_dict()["low"]
    500
    """

    __module__ = "banglanorm"

    start: int
    end: int
    text: str
    kind: NumberKind
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    qualifier: Qualifier = ""
    digits: str = ""
    unit: str = ""
    suffix: str = ""

    def as_dict(self) -> dict[str, int | str | None]:
        """Return the match as plain JSON types: whole numbers as they are, other exact numbers as strings."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    def __repr__(self) -> str:
        value = self.digits or (
            f"{_plain(self.low)}..{_plain(self.high)}" if self.value is None else _plain(self.value)
        )
        rest = [f"{name}={getattr(self, name)!r}" for name in ("qualifier", "unit", "suffix") if getattr(self, name)]
        return f"NumberMatch({', '.join([f'{self.start}, {self.end}, {self.text!r}, {value}, {self.kind}', *rest])})"


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (int, str)):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
