"""Writes out what a voice would say: numbers, dates, times, money, phones, abbreviations and signs as words.

The readings are rows of tables (`codes`, `moments`, `ranges`, `money`, `measures`, `shares`, `numerals`, `words`).
They are tried in order on each line; what the finders of numbers and dates know of its digits decides where the form
alone does not. Nothing else of the text changes.

>>> verbalize("২০২৩-এর ১৭ই আগস্ট সকাল ১০:৩০-এ ১২টি বই, দাম ৳৫০০")
'দুই হাজার তেইশের সতেরোই আগস্ট সকাল সাড়ে দশটায় বারোটি বই, দাম পাঁচশো টাকা'
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from banglanorm.dates.region import Region
from banglanorm.edits import Edit, Explanation, NamedChange, Trace, splice
from banglanorm.errors import require_str
from banglanorm.memory import Memory
from banglanorm.script.characters import is_decimal, is_letter
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS, VISARGA, WORD_CHARACTERS
from banglanorm.spoken import codes, measures, moments, money, numerals, ranges, shares, words
from banglanorm.spoken.patterns import BEGIN, LETTERS, D
from banglanorm.spoken.reading import Line, Reading, compiled
from banglanorm.spoken.style import Clock, DayNames, DigitNames, Manner, Style, Years


@cache
def readings() -> tuple[Reading, ...]:
    """Return every reading, in the order in which they are tried."""
    return tuple(chain(words.ADDRESSES, numerals.KEPT, numerals.NAMED, *(module.READINGS for module in _MODULES)))


_MODULES = (codes, moments, ranges, money, measures, shares, numerals, words)


def verbalize(
    text: str,
    /,
    *,
    region: Region = "bd",
    years: Years = "hundreds",
    dates: DayNames = "ordinal",
    clock: Clock = "quarters",
    phones: DigitNames = "bengali",
    doubles: bool = False,
    abbreviations: bool = True,
    acronyms: bool = True,
    style: Manner | None = None,
) -> str:
    """Return ``text`` with its numbers, dates, times, money, abbreviations and signs as a Bengali voice says them.

    Lines are read one by one, and only those that hold Bengali; what is ambiguous stays as it is written.

    Args:
        text: the text.
        region: ``"bd"`` or ``"in"``: calendar and currency, and the ``style`` where none is given.
        years: ``"hundreds"`` (উনিশশো একাত্তর) or ``"thousands"``, for 1100 to 1999.
        dates: ``"ordinal"`` (সতেরোই সেপ্টেম্বর) or ``"cardinal"``.
        clock: ``"quarters"`` (সাড়ে দশটা) or ``"digits"`` (দশটা ত্রিশ মিনিট).
        phones: names of the digits of phones and codes, ``"bengali"`` or ``"english"``.
        doubles: whether repeated digits of phones are ডাবল and ট্রিপল.
        abbreviations: whether ড. and its like are written out.
        acronyms: whether Latin capitals are spelled by their letters.
        style: ``"bd"`` (লাখ, বিশ) or ``"in"`` (লক্ষ, কুড়ি).

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist.

    >>> from banglanorm import verbalize
    >>> verbalize("১৯৭১ সালে ৫.৫% বেড়ে ২ লাখ")
    'উনিশশো একাত্তর সালে পাঁচ দশমিক পাঁচ শতাংশ বেড়ে দুই লাখ'
    """
    return verbalize_explained(
        text,
        region=region,
        years=years,
        dates=dates,
        clock=clock,
        phones=phones,
        doubles=doubles,
        abbreviations=abbreviations,
        acronyms=acronyms,
        style=style,
    ).text


def verbalize_explained(
    text: str,
    /,
    *,
    region: Region = "bd",
    years: Years = "hundreds",
    dates: DayNames = "ordinal",
    clock: Clock = "quarters",
    phones: DigitNames = "bengali",
    doubles: bool = False,
    abbreviations: bool = True,
    acronyms: bool = True,
    style: Manner | None = None,
) -> Explanation:
    """Say ``text`` as :func:`banglanorm.verbalize` does and return every edit with the kind of reading as its rule.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist.

    >>> from banglanorm import verbalize_explained
    >>> [(edit.before, edit.after, edit.rules) for edit in verbalize_explained("৫ কিমি পথ").edits]
    [('৫ কিমি', 'পাঁচ কিলোমিটার', ('measure',))]
    """
    require_str(text)
    manner = region if style is None else style
    options = Style(region, years, dates, clock, phones, doubles, abbreviations, acronyms, manner)
    changes = _changes(text, options)
    edits = tuple(Edit(start, end, text[start:end], after, kinds) for start, end, after, kinds in changes)
    return Explanation(text, splice(text, [(start, end, after) for start, end, after, _ in changes]), edits)


# --- the engine -------------------------------------------------------------------------------------------------------

_BENGALI = re.compile("[\u0980-\u09ff]")
_DIGITS = frozenset(ASCII_DIGITS + BENGALI_DIGITS)
_RUN = re.compile(f"{D}{D}*+")
_BEGIN = re.compile(BEGIN)

# What may be said once its neighbours are: digits, Latin letters, an abbreviation with its mark.
_UNSAID = re.compile(
    f"[A-Za-z{ASCII_DIGITS}{BENGALI_DIGITS}]|{VISARGA}(?!{LETTERS})|(?<!{LETTERS}){LETTERS}{VISARGA}|{LETTERS}[.:] "
)
_MOST_LOOKS = 4


def _changes(text: str, style: Style) -> list[NamedChange]:
    """Return what changes where: start, end, the words, the kind of reading; sorted, without overlap."""
    found: list[NamedChange] = []
    offset = 0
    for line in text.split("\n"):
        if _BENGALI.search(line):
            found += (
                (start + offset, end + offset, after, kinds) for start, end, after, kinds in _settled(line, style)
            )
        offset += len(line) + 1
    return found


def _settled(text: str, style: Style) -> list[NamedChange]:
    """Return the changes to a line until nothing more is said: what was left may have lost the neighbours that kept it.

    In ``BG 147 (UNESCO)`` the number stands among Latin words until they are said. A line that does not settle stays.
    """
    trace = Trace(text)
    for _ in range(_MOST_LOOKS):
        changes = _line(trace.text, style)
        trace.add(changes)
        if not changes or not _UNSAID.search(trace.text):
            return trace.effective()
    return []


def _line(text: str, style: Style) -> list[NamedChange]:
    line = Line(text, style)
    runs = [m.start() for m in _RUN.finditer(text)]
    free = [at for at in runs if _BEGIN.match(text, at)]
    taken = bytearray(len(text))
    found: list[NamedChange] = []
    for reading in _rows().of_line(text):
        if reading.trigger and not line.mentions(reading.trigger):
            continue
        for m in _matches(reading, text, runs, free):
            start, end = m.span("said") if "said" in m.re.groupindex else m.span()
            if start == end or any(taken[start:end]):
                continue
            after = None if _is_english(text, start, end) else reading.say(m, line)
            if after is None:
                continue
            after = _apart(text, start, after, end, reading.kind)
            taken[start:end] = b"\x01" * (end - start)
            if after != text[start:end]:
                found.append((start, end, after, (reading.kind,)))
    return sorted(found)


def _is_english(text: str, start: int, end: int) -> bool:
    """Say whether digits or a Roman numeral stand among Latin words: in iPhone 15 Pro, section 5 of."""
    if not text[start:end].isascii() or not any(map(is_decimal, text[start:end])):
        return False
    return bool(_LATIN_BEFORE.search(text, max(0, start - _NEAR), start) and _LATIN_AFTER.match(text, end, end + _NEAR))


_NEAR = 12  # characters in which a neighbour is looked for
_LATIN_BEFORE = re.compile("[A-Za-z][^A-Za-z\u0980-\u09ff]*+$")
_LATIN_AFTER = re.compile("[^A-Za-z\u0980-\u09ff]*+[A-Za-z]")


def _apart(text: str, start: int, after: str, end: int, kind: str) -> str:
    """Put blanks where words would run into what was written onto digits or a point: জি২০, মোঃরহিম."""
    if after == text[start:end]:
        return after
    before = " " if text[start - 1 : start] in _LETTERS and is_letter(after[0]) else ""
    runs_on = kind == "abbreviation" and after[-1] != " " and _RUNS_ON.match(text, end - 1)
    behind = " " if runs_on else ""
    return f"{before}{after}{behind}"


_LETTERS = frozenset(WORD_CHARACTERS)
_RUNS_ON = re.compile(f".[{WORD_CHARACTERS}]|[^{WORD_CHARACTERS}]{D}")  # after a letter the numeral has its own


class Rows:
    """Readings in their order, and which of them a line has all the characters for."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._rows = [(row, frozenset(map(_characters, row.needs.split()))) for row in readings]
        self._sets = list(frozenset().union(*(needs for _, needs in self._rows)))
        self._known = Memory[bytes, list[Reading]](1 << 20)  # the rows, by which of the sets are missed

    def of_line(self, text: str) -> list[Reading]:
        """Return the readings that have a character in ``text`` of each set that they need."""
        missed = bytes(map(frozenset(text).isdisjoint, self._sets))
        rows = self._known.get(missed)
        if rows is None:
            lost = frozenset(needed for needed, is_missed in zip(self._sets, missed, strict=True) if is_missed)
            rows = [row for row, needs in self._rows if lost.isdisjoint(needs)]
            self._known.keep(missed, rows, size=len(missed) + 2 * len(rows))
        return rows


@cache
def _rows() -> Rows:
    return Rows(readings())


def _characters(need: str) -> frozenset[str]:
    return _DIGITS if need == "digits" else frozenset(need)


def _matches(reading: Reading, text: str, runs: Sequence[int], free: Sequence[int]) -> Iterable[re.Match[str]]:
    """Return where the pattern of a reading matches; one that begins with digits is tried only where digits begin.

    ``runs`` are where digits begin, ``free`` those of them that are not a part of something longer.
    """
    pattern = compiled(reading.pattern)
    if reading.pattern.startswith(BEGIN):
        return [m for at in free if (m := pattern.match(text, at))]
    if reading.lead is not None:
        return _led(pattern, text, runs, reading.lead)
    return pattern.finditer(text)


def _led(pattern: re.Pattern[str], text: str, runs: Sequence[int], lead: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin with digits, or with a character of ``lead`` before them, without overlap."""
    end = 0
    for run in runs:
        for at in (run - 1, run) if run and text[run - 1] in lead else (run,):
            m = pattern.match(text, at) if at >= end else None
            if m:
                yield m
                end = m.end()
