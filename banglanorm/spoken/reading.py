"""What a reading is: a way to write something, and the function that says it.

A line is read by the rows of a table in order; what an earlier row took a later one does not touch. A row knows its
pattern, the characters without which it has nothing to find, an example with its spoken form, and a text that it must
leave alone; a test proves each.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from banglanorm.dates.finding import find_dates
from banglanorm.numbers.finding import find_numbers
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import PRECOMPOSED_NUKTA_LETTERS
from banglanorm.spoken.style import Style
from banglanorm.tables import read_table


class Fact(NamedTuple):
    """What a finder says of ``line[start:end]``: the kind of the number or date, the unit or the ISO form."""

    start: int
    end: int
    kind: str
    unit: str


class Line:
    """A line with the options it is said with, and what the finders know of its digits, asked for once."""

    def __init__(self, text: str, style: Style) -> None:
        self.text = text
        self.style = style
        self._numbers: list[Fact] | None = None
        self._dates: list[Fact] | None = None
        self._mentioned: dict[str, bool] = {}

    def number_at(self, at: int) -> Fact | None:
        """Return the number that the finder of numbers finds at the offset ``at``."""
        if self._numbers is None:
            found = find_numbers(self.text, region=self.style.region)
            self._numbers = [Fact(m.start, m.end, m.kind, m.unit) for m in found]
        return _covering(self._numbers, at)

    def date_at(self, at: int) -> Fact | None:
        """Return the date or time that the finder of dates finds at the offset ``at``."""
        if self._dates is None:
            found = find_dates(self.text, region=self.style.region)
            self._dates = [Fact(m.start, m.end, m.value.kind, m.value.iso or "") for m in found]
        return _covering(self._dates, at)

    def before(self, at: int) -> str:
        """Return what stands close before the offset ``at``; all of it would be read again for each number."""
        return self.text[max(0, at - _NEAR) : at]

    def behind(self, at: int) -> str:
        """Return what stands close behind the offset ``at``."""
        return self.text[at : at + _NEAR]

    def mentions(self, pattern: str) -> bool:
        """Say whether the pattern matches anywhere in the line; asked for once."""
        if pattern not in self._mentioned:
            self._mentioned[pattern] = compiled(pattern).search(self.text) is not None
        return self._mentioned[pattern]


_NEAR = 80  # characters


def _covering(facts: Sequence[Fact], at: int) -> Fact | None:
    i = bisect_right(facts, at, key=lambda fact: fact.start) - 1
    return facts[i] if i >= 0 and at < facts[i].end else None


Say = Callable[[re.Match[str], Line], str | None]


@dataclass(frozen=True, slots=True)
class Reading:
    """A row: where ``pattern`` matches, ``say`` gives the words, or ``None`` to leave the place to later rows.

    ``needs`` are characters of which a line must have one for the row to be tried; ``digits`` stands for any digit.
    Where there are several, with blanks between them, it must have one of each. ``trigger``, if given, is a simpler
    pattern that matches wherever the row does: lines without are not searched. ``lead``, if given, says that a match
    begins with digits, or with one of these characters right before them.
    """

    kind: str
    pattern: str
    say: Say = field(repr=False)
    example: str
    spoken: str
    counterexample: str
    needs: str = "digits"
    trigger: str = ""
    lead: str | None = None


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the compiled pattern of a row; য়, ড় and ঢ় in it stand for both of their spellings."""
    return re.compile(_in_both_spellings(pattern))


def _in_both_spellings(pattern: str) -> str:
    """Let the letters that have two spellings stand for both; those that do so already stay."""
    for letter in PRECOMPOSED_NUKTA_LETTERS:
        pattern = re.sub(f"{nfc(letter)}(?!\\|{letter}\\))", f"(?:{nfc(letter)}|{letter})", pattern)
    return pattern


@cache
def words_of(table: str) -> Mapping[str, str]:
    """Return the first column of a table of ``data/spoken/`` with the second, or with nothing.

    >>> words_of("acronyms")["UNESCO"]
    'ইউনেস্কো'
    """
    rows = read_table(f"spoken/{table}")
    first, second, *_ = rows[0]
    return {row[first]: row[second] for row in rows}


@cache
def letter_names() -> Mapping[str, str]:
    """Return the Latin capitals with the names that Bengali gives them.

    >>> letter_names()["B"]
    'বি'
    """
    names: dict[str, str] = {}
    for row in read_table("names/letter_names"):
        names.setdefault(row["letter"], row["bn"])
    return names


def one_of(words: Sequence[str]) -> str:
    """Return a pattern for any of ``words``, the longest first, in either spelling of য়, ড় and ঢ়.

    >>> one_of(["ক", "কখ"])
    '(?:কখ|ক)'
    """
    escaped = map(re.escape, sorted(words, key=len, reverse=True))
    return _in_both_spellings(f"(?:{'|'.join(escaped)})")
