"""Dates and times of running text as ISO 8601, in three calendars.

The engine of `finder` finds what the table of constructions below describes, `readers` says what each find
means, and `expressions` settles it against the reference. Nothing is guessed: without a reference a relative date
stays unresolved, a date that does not exist is left out, and what may mean two days gives both.

>>> parse_date("২৫শে বৈশাখ ১৪৩১").iso
'2024-05-08'
>>> [(m.text, m.value.iso) for m in find_dates("১৭ সেপ্টেম্বর ২০২৩ রাত ৮টায় শুরু, চলবে ছ’দিনের জন্য")]
[('১৭ সেপ্টেম্বর ২০২৩ রাত ৮টায়', '2023-09-17T20:00'), ('ছ’দিনের', 'P6D')]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from banglanorm.dates.compounds import connector
from banglanorm.dates.constructions import closed_rows, open_rows, running_rows, whole_rows
from banglanorm.dates.expressions import Apart, Period
from banglanorm.dates.joining import Found, join_finds, running_joins, whole_joins
from banglanorm.dates.lexer import CORE, groups, lexer
from banglanorm.dates.points import Point, Reference, require_reference
from banglanorm.dates.readers import split_clock
from banglanorm.dates.region import Region, require_region
from banglanorm.dates.resolution import resolve
from banglanorm.dates.temporal import Temporal
from banglanorm.dates.tokens import Number, Word, base_type
from banglanorm.errors import DateParseError, require_str, shown
from banglanorm.finder import Finder
from banglanorm.lexer import Token, without_unseen
from banglanorm.script.addresses import is_in_address
from banglanorm.script.canonical import encodings
from banglanorm.script.letters import DANDA, E_KAR, JOINERS, NUKTA, WORD_CHARACTERS
from banglanorm.tables import read_table


@dataclass(frozen=True, slots=True, repr=False)
class DateMatch:
    """An expression of time at ``text[start:end]``, its value, and the ending on its last word.

    >>> find_dates("৫ মে ২০২৪-এর")[0]
    DateMatch(0, 12, '৫ মে ২০২৪-এর', '2024-05-05')
    """

    __module__ = "banglanorm"  # pickles name no private module

    start: int
    end: int
    text: str
    value: Temporal
    suffix: str = ""

    def __repr__(self) -> str:
        return f"DateMatch({self.start}, {self.end}, {self.text!r}, {self.value.iso!r})"

    def as_dict(self) -> dict[str, Any]:
        """Return the match as data for JSON: its place, its text, and the parts of its value.

        >>> find_dates("৫ মে ২০২৪")[0].as_dict()["iso"]
        '2024-05-05'
        """
        place = {"start": self.start, "end": self.end, "text": self.text}
        return {**place, **self.value.as_dict(), "suffix": self.suffix}


@cache
def running_finder() -> Finder[Found]:
    """Return the finder of running text, whose finds are still to be joined."""
    return Finder(lexer(), running_rows(), groups=groups(), core=CORE)


@cache
def _whole_finder() -> Finder[Found]:
    """Return the finder of texts that are one construction."""
    return Finder(lexer(), (*closed_rows(), *whole_rows()), groups=groups())


@cache
def _open_finder() -> Finder[Found]:
    """Return the finder of texts that are several constructions joined."""
    return Finder(lexer(), (*running_rows(), *open_rows()), groups=groups())


# --- finding ----------------------------------------------------------------------------------------------------------


def find_dates(text: str, /, *, reference: Reference = None, region: Region = "bd") -> list[DateMatch]:
    """Find the dates, times, periods, sets and lengths of time in ``text``: sorted, no overlap, the longest readings.

    ``reference`` is when the text was written, as ``date`` or ``datetime``; ``region`` (``"bd"`` or ``"in"``) decides
    the Bangla calendar and the fiscal year. Spans are code-point offsets. Without a reference, relative dates and bare
    weekdays are found with ``value.iso`` ``None``. Lines are read one by one.

    Raises:
        TypeError: ``text`` is not ``str``, or ``reference`` no date.
        ConfigError: the region does not exist.

    >>> from datetime import datetime
    >>> [(m.text, m.value.iso) for m in find_dates("গত শনিবার থেকে", reference=datetime(2023, 9, 17))]
    [('গত শনিবার', '2023-09-16')]
    """
    require_str(text)
    require_reference(reference)
    require_region(region)
    visible, places = without_unseen(text)
    finds = join_finds(visible, running_finder().find(visible), running_joins())
    found = [match for item in finds for match in _matches(visible, item, reference, region)]
    found = [match for match in found if not is_in_address(visible, match.start, match.end)]
    if visible is text:
        return found
    spans = [(places[match.start], places[match.end - 1] + 1) for match in found]
    return [
        replace(match, start=start, end=end, text=text[start:end])
        for match, (start, end) in zip(found, spans, strict=True)
    ]


def _matches(text: str, found: Found, reference: Reference, region: Region) -> Iterator[DateMatch]:
    if isinstance(found.expression, Apart):
        for tokens, expression in found.expression.parts:
            yield from _matches(text, Found("", tokens, expression), reference, region)
        return
    try:
        value = resolve(found.expression, reference, region)
    except DateParseError:
        return
    parts = _parts(found) if value.iso is None else []
    if not parts:
        yield _match(text, found.tokens, value)
    for part in parts:
        yield from _matches(text, part, reference, region)


def _parts(found: Found) -> list[Found]:
    """Return what can be told of a find by its parts: the time of an unknown day, the ends of an unknown period."""
    tokens, expression = found.tokens, found.expression
    if isinstance(expression, Period):
        at = connector(tokens)
        if at < 0:
            return []
        return [Found("", tokens[:at], expression.first), Found("", tokens[at + 1 :], expression.last)]
    if isinstance(expression, Point) and expression.clock:
        days, clocks = split_clock(tokens)
        if days[0].start < clocks[0].start < days[-1].start or clocks[0].start < days[0].start < clocks[-1].start:
            return []  # ১০ মাঘে একটার ৪৭-তে: neither stands by itself
        parts = [Found("", days, expression._replace(clock=None)), Found("", clocks, Point(clock=expression.clock))]
        return sorted(parts, key=lambda part: part.tokens[0].start)
    return []


def _match(text: str, tokens: Sequence[Token], value: Temporal) -> DateMatch:
    """Make the match, without punctuation around it and a bracket that was opened before it."""
    kinds = [token.type for token in tokens]
    end = len(kinds)
    while kinds[end - 1] in ("COMMA", "OPEN") or (kinds[end - 1] == "CLOSE" and "OPEN" not in kinds):
        end -= 1
    first = next(token for token in tokens if token.type != "COMMA")
    last = tokens[end - 1]
    suffix = last.value.ending if isinstance(last.value, (Word, Number)) else ""
    if base_type(last.type) in ("GENITIVE_PRONOUN", "CASE_ENDING"):  # ’৫২ এর, ২০১৩ তে
        suffix = text[last.start : last.end]
    return DateMatch(first.start, last.end, text[first.start : last.end], value, suffix)


def dates_to_iso(text: str, /, *, reference: Reference = None, region: Region = "bd") -> str:
    """Return ``text`` with its dates, times, periods and sets in ISO 8601; case endings stay, after a hyphen.

    Left as they are: what is not settled or may mean two things, lengths of time, and what is not written in Bengali.
    See `find_dates`.

    Raises:
        TypeError: ``text`` is not ``str``, or ``reference`` no date.
        ConfigError: the region does not exist.

    >>> dates_to_iso("২০২৪ সালের ৫ আগস্টের পর কাল বা ১৫ই আগস্ট ২০২৪, রাত ৮টায়")
    '2024-08-05-এর পর কাল বা 2024-08-15T20:00-এ'
    """
    done: list[str] = []
    at = 0
    for match in find_dates(text, reference=reference, region=region):
        value = match.value
        if value.iso is None or value.alternatives or value.kind == "duration" or match.text.isascii():
            continue
        between = text[at : match.start]
        if between == "/" and done:  # two dates, not the ends of an interval
            between = " / "
        done += [between, value.iso, _after_digits(match.suffix)]
        at = match.end
    return "".join([*done, text[at:]])


def _after_digits(suffix: str) -> str:
    """Write an ending as it stands after digits: আগস্টের has ের, 2024-08-এর has -এর."""
    if not suffix:
        return ""
    rest = suffix.removeprefix("য" + NUKTA)
    if rest.startswith(E_KAR):
        rest = "এ" + rest[1:]
    elif rest.startswith("র") or rest != suffix:
        rest = "এ" + rest
    return "-" + rest


# --- parsing --------------------------------------------------------------------------------------------------------


def parse_date(text: str, /, *, reference: Reference = None, region: Region = "bd") -> Temporal:
    """Read ``text`` as one expression of a date, time, period, set or length of time.

    A byline's label (প্রকাশ:, শেষ আপডেট:) and words such as তারিখ after the date are passed over. A relative date without
    a reference is read, with ``iso`` ``None``.

    Raises:
        TypeError: ``text`` is not ``str``, or ``reference`` no date.
        DateParseError: it is no such expression, or names a day that does not exist; ``text[e.start:e.end]`` is not
            understood.
        ConfigError: the region does not exist.

    >>> parse_date("শেষ আপডেট: ৩ মে ২০২১ ০৯:১৫").iso
    '2021-05-03T09:15'
    >>> parse_date("৩১ ফেব্রুয়ারি ২০২৪")
    Traceback (most recent call last):
    banglanorm.errors.DateParseError: there is no day 31 in month 2 of the year 2024
    """
    require_str(text)
    require_reference(reference)
    require_region(region)
    visible, places = without_unseen(text)
    start, end = _core(visible)
    found = _one_find(visible[start:end]) if end - start <= _LONGEST else None
    try:
        expression = found.expression if found else None
        whole = expression.together() if isinstance(expression, Apart) else expression
        if whole:
            return resolve(whole, reference, region)
        start, end = _not_understood(visible, start, end)
        part = "" if (start, end) == (0, len(visible)) else f": {shown(visible[start:end])} is not understood"
        raise DateParseError(f"not one expression of a date or time: {shown(visible)}{part}")
    except DateParseError as error:
        error.start = places[start] if start < end else start
        error.end = places[end - 1] + 1 if start < end else end
        raise


def _one_find(text: str) -> Found | None:
    """Return what the whole of ``text`` is, as one construction or as several joined."""
    found = _whole_finder().parse(text)
    if found or not text:
        return found
    joined = list(join_finds(text, _open_finder().find(text), whole_joins()))
    whole = len(joined) == 1 and (joined[0].tokens[0].start, joined[0].tokens[-1].end) == (0, len(text))
    return joined[0] if whole else None


_LONGEST = 1000  # characters; no expression of time is longer


def _core(text: str) -> tuple[int, int]:
    """Return where the date stands between the label before it and the marks and words such as তারিখ after it."""
    label, rest = _around()
    head = label.match(text)
    start = head.end() if head else 0
    end = len(text.rstrip())
    while end - start <= _LONGEST and (tail := rest.search(text, max(start, end - 40), end)):
        end = tail.start()
    return start, max(start, end)


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of the label at the beginning, and that of one mark or one word at the end."""
    words = {
        kind: [form for row in read_table("dates/words") if row["class"] == kind for form in encodings(row["word"])]
        for kind in ("byline", "after_date")
    }
    label = "|".join(map(_with_joiners, sorted(words["byline"], key=len, reverse=True)))
    after = "|".join(map(_with_joiners, words["after_date"]))
    return (
        re.compile(rf"\s*+(?:(?:শেষ\s++)?(?:{label})(?![{WORD_CHARACTERS}])\s*+[:|]?\s*+)*+"),
        re.compile(rf"(?:[\s.,;|{DANDA}]|(?<=\s)(?:{after})[{WORD_CHARACTERS}]*+)\Z"),
    )


def _with_joiners(word: str) -> str:
    """Return a pattern for ``word`` as it is read: joiners anywhere inside."""
    return f"[{JOINERS}]*+".join(word)


def _not_understood(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the first stretch of words that no find covers, or the whole where there is nothing but finds or none."""
    if end - start > _LONGEST:
        return start, end
    at = start
    for found in join_finds(text[:end], running_finder().find(text[:end]), running_joins()):
        first, last = found.tokens[0].start, found.tokens[-1].end
        gap = text[at:first].strip()
        if gap:
            break
        at = max(at, last)
    else:
        first = end
    gap = text[at:first]
    if not gap.strip() or first - at == end - start:
        return 0, len(text)
    return at + len(gap) - len(gap.lstrip()), at + len(gap.rstrip())
