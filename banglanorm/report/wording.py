"""Says things in English and Bengali at once, as HTML of which the page shows one half.

>>> say("times", count=1234567)
'<span class="en" lang="en">1,234,567 times</span><span class="bn" lang="bn">১২,৩৪,৫৬৭ বার</span>'
"""

from functools import cache
from html import escape
from typing import Literal, NamedTuple

from banglanorm.numbers.digits import to_bengali_digits
from banglanorm.numbers.spelling import format_number
from banglanorm.tables import read_table

Language = Literal["en", "bn"]


class Both(NamedTuple):
    """The same in English and Bengali, as HTML."""

    en: str
    bn: str

    def __str__(self) -> str:
        if self.en == self.bn:
            return self.en
        return f'<span class="en" lang="en">{self.en}</span><span class="bn" lang="bn">{self.bn}</span>'


Value = int | str | Both  # a number, HTML that is the same in both languages, or a half for each


def say(key: str, /, **values: Value) -> str:
    """Return the row ``key`` of the table of texts, filled in, as two halves of which one is shown.

    >>> say("before")
    '<span class="en" lang="en">Before</span><span class="bn" lang="bn">আগে</span>'
    """
    return str(phrase(key, **values))


def phrase(key: str, /, **values: Value) -> Both:
    """Return the row ``key`` of the table of texts, filled in, for use within another.

    >>> phrase("times", count=3).en
    '3 times'
    """
    halves = {name: _both(value) for name, value in values.items()}
    en, bn = _texts()[key]
    return Both(
        en.format_map({name: both.en for name, both in halves.items()}),
        bn.format_map({name: both.bn for name, both in halves.items()}),
    )


def plain(key: str, /) -> str:
    """Return the row ``key`` where there is no room for two halves: in the value of an attribute.

    >>> plain("before")
    'Before · আগে'
    """
    return " · ".join(_texts()[key])


@cache
def _texts() -> dict[str, tuple[str, str]]:
    return {row["key"]: (escape(row["en"]), escape(row["bn"])) for row in read_table("report/texts")}


def _both(value: Value) -> Both:
    if isinstance(value, int):
        return number(value)
    return value if isinstance(value, Both) else Both(value, value)


def number(n: int, /) -> Both:
    """Return a number as each language writes it.

    >>> number(-1234567)
    Both(en='−1,234,567', bn='−১২,৩৪,৫৬৭')
    """
    sign = "−" if n < 0 else ""
    return Both(sign + format_number(abs(n), digits="ascii", grouping="western"), sign + format_number(abs(n)))


def percent(part: int, whole: int, /) -> Both:
    """Return which part of ``whole`` that is, to a tenth of a percent.

    >>> percent(1, 3).en, percent(1, 10_000).bn, percent(0, 0).en, percent(9_999, 10_000).en
    ('33.3 %', '০.১ %-এর কম', '0 %', 'nearly 100 %')
    """
    tenths = (2000 * part + whole) // (2 * whole) if whole else 0
    if part and not tenths:
        return Both("under 0.1 %", "০.১ %-এর কম")
    if tenths == 1000 and part != whole:
        return Both("nearly 100 %", "প্রায় ১০০ %")
    text = f"{tenths // 10}.{tenths % 10} %" if tenths % 10 else f"{tenths // 10} %"
    return Both(text, to_bengali_digits(text))
