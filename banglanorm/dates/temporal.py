"""Temporal: what an expression of time means, as ISO 8601 with its bounds; and the pieces it is made from.

ISO 8601 dates, times, intervals and durations; EDTF level 1 where a year is known in part (``199X``), approximate
(``1950~``) or uncertain (``1936?``); EDTF level 2 for a day without a year (``XXXX-09-17``), a set
(``{2024-01-08,2024-01-11}``) and one of a set (``[2024-05-10,2024-05-11]``). Years before the common era are counted
astronomically, as ISO 8601 does: 356 BCE is ``-0355``.
"""

import re
from dataclasses import dataclass, field, fields
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from banglanorm.dates.lengths import Precision
from banglanorm.errors import BanglanormError, DateParseError

Kind = Literal["date", "time", "datetime", "interval", "set", "duration", "weekday", "relative"]

_PRECISIONS: tuple[Precision, ...] = (
    "century", "decade", "year", "month", "week", "day", "hour", "minute", "second",
)  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Temporal:
    """The value of an expression of time; ``str()`` gives its ISO form.

    ``iso`` is ``None`` where only a reference could settle it; ``kind`` is then ``"weekday"`` or ``"relative"``, or
    what the expression would be. ``precision`` is that of the finest part, ``calendar`` the one it was written in
    (``"bangla"`` where the year that would tell which is not known). ``earliest`` and ``latest`` are its first and last
    day, where Python can hold them. ``conflicts`` says in words what in the text contradicts the date;
    ``alternatives`` gives the ISO form of other readings; ``members`` are the two ends of an interval and the members
    of a set. ``year``, ``month``, ``day`` and ``weekday`` (Monday is 1) are what is known of a date in its calendar.

    >>> Temporal("2023-09", "date", "month")
    Temporal('2023-09', 'date')
    """

    __module__ = "banglanorm"  # pickles name no private module

    iso: str | None
    kind: Kind
    precision: Precision | None = None
    calendar: str = "gregorian"
    earliest: date | None = None
    latest: date | None = None
    conflicts: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    members: "tuple[Temporal, ...]" = ()
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    timezone: tzinfo | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.iso or ""

    def __repr__(self) -> str:
        more = [f"calendar={self.calendar!r}"] if self.calendar != "gregorian" else []
        if self.iso is None:
            parts = {name: getattr(self, name) for name in ("year", "month", "day", "weekday")}
            more += [f"{name}={value}" for name, value in parts.items() if value is not None]
        more += [f"{name}={getattr(self, name)!r}" for name in ("alternatives", "conflicts") if getattr(self, name)]
        return f"Temporal({', '.join([repr(self.iso), repr(self.kind), *more])})"

    def as_dict(self) -> dict[str, Any]:
        """Return the value as data for JSON; dates as ISO strings.

        >>> Temporal("T14:30", "time", "minute").as_dict()["iso"]
        'T14:30'
        """
        data = {item.name: getattr(self, item.name) for item in fields(self) if item.name != "timezone"}
        for bound in ("earliest", "latest"):
            data[bound] = data[bound] and data[bound].isoformat()
        data["members"] = [member.as_dict() for member in self.members]
        return data | {"conflicts": list(self.conflicts), "alternatives": list(self.alternatives)}

    def to_date(self) -> date:
        """Return the day as a ``date``; an approximate day (``2024-03-12~``) is given as it is.

        Raises:
            BanglanormError: the value is not one day.

        >>> Temporal("2024-05-08", "date", "day").to_date()
        datetime.date(2024, 5, 8)
        """
        try:
            if self.kind == "date" and self.precision == "day" and self.iso:
                return date.fromisoformat(self.iso.rstrip("~?"))
        except ValueError:  # XXXX-05-08, -0043-03-15
            pass
        raise self._is_no("date")

    def to_datetime(self) -> datetime:
        """Return the moment as a ``datetime``, in the reference's time zone if it had one.

        Raises:
            BanglanormError: the value is not a day with a clock time.

        >>> Temporal("2024-05-08T14:30", "datetime", "minute").to_datetime()
        datetime.datetime(2024, 5, 8, 14, 30)
        """
        if self.kind == "datetime" and self.iso:
            moment = datetime.fromisoformat(self.iso)
            return moment if moment.tzinfo else moment.replace(tzinfo=self.timezone)
        raise self._is_no("datetime")

    def to_timedelta(self) -> timedelta:
        """Return the length of time as a ``timedelta``.

        Raises:
            BanglanormError: the value is no length, or names months or years, which have no fixed length.

        >>> Temporal("PT2H30M", "duration", "hour").to_timedelta()
        datetime.timedelta(seconds=9000)
        """
        found = _DURATION.fullmatch(self.iso or "") if self.kind == "duration" else None
        if found is None:
            raise self._is_no("timedelta")
        amounts = {unit: Fraction(amount) for unit, amount in found.groupdict().items() if amount}
        seconds = sum(amount * _SECONDS[unit] for unit, amount in amounts.items())
        try:
            return timedelta(seconds=int(seconds), microseconds=round(seconds % 1 * 10**6))
        except OverflowError:
            raise self._is_no("timedelta") from None

    def _is_no(self, wanted: str) -> BanglanormError:
        shown = self.iso or f"not settled without a reference ({self.kind})"
        return BanglanormError(f"no {wanted}: the value is {shown}, kind {self.kind!r}, precision {self.precision!r}")


_SECONDS = {"weeks": 604800, "days": 86400, "hours": 3600, "minutes": 60, "seconds": 1}
_NUMBER = r"\d++(?:\.\d++)?"
_DURATION = re.compile(
    rf"P(?:(?P<weeks>{_NUMBER})W)?(?:(?P<days>{_NUMBER})D)?"
    rf"(?:T(?:(?P<hours>{_NUMBER})H)?(?:(?P<minutes>{_NUMBER})M)?(?:(?P<seconds>{_NUMBER})S)?)?"
)


class Clock(NamedTuple):
    """A time of day; ``night`` says if its date is the next one.

    It is surely (``"after"``: দিবাগত), likely (``"end"``: রাত ১২টা পর্যন্ত), less likely (``"maybe"``), or not.
    """

    hour: int
    minute: int = 0
    second: int = 0
    precision: Precision = "minute"
    half_known: bool = True
    night: Literal["", "after", "end", "maybe"] = ""
    zone: str = ""  # as ISO 8601 writes it: +06:00, Z

    @property
    def iso(self) -> str:
        """The time without its date: ``T14:30``."""
        seconds = f":{self.second:02}" if self.precision == "second" else ""
        return f"T{self.hour:02}:{self.minute:02}{seconds}{self.zone}"

    def other_half(self) -> "Clock | None":
        """Return the same time twelve hours later, where the text does not say which half of the day is meant."""
        return None if self.half_known else self._replace(hour=(self.hour + 12) % 24, half_known=True)


class Stretch(NamedTuple):
    """A piece of the calendar: its ISO form, its first and last day, and how finely it is known."""

    iso: str
    first: date | None
    last: date | None
    precision: Precision
    calendar: str = "gregorian"


def iso_year(year: int) -> str:
    """Return the year in four digits, with a sign before the year 0.

    >>> iso_year(71), iso_year(-355)
    ('0071', '-0355')
    """
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def gregorian(year: int | None, month: int | None = None, day: int | None = None) -> Stretch:
    """Return the day, the month or the year; without a year its digits are ``XXXX``.

    Raises:
        DateParseError: there is no such day.

    >>> gregorian(2023, 9).last, gregorian(None, 2, 29).iso
    (datetime.date(2023, 9, 30), 'XXXX-02-29')
    """
    if year is not None and abs(year) > 9999:
        raise DateParseError(f"the year {year} has more than four digits")
    if day and month and year is not None and year > 0:
        try:
            first = date(year, month, day)
        except ValueError:
            raise DateParseError(f"there is no day {day} in month {month} of the year {iso_year(year)}") from None
        return Stretch(first.isoformat(), first, first, "day")
    written = "XXXX" if year is None else iso_year(year)
    # The year 2000 has a 29 February, and so has every year whose 400th part is the same.
    usual = 2000 if year is None else year % 400 + 2000
    try:
        first = date(usual, month or 1, day or 1)
    except ValueError:
        when = "any year" if year is None else f"the year {written}"
        raise DateParseError(f"there is no day {day} in month {month} of {when}") from None
    last = first if day else date(usual + (month or 12) // 12, (month or 12) % 12 + 1, 1) - timedelta(days=1)
    iso = written + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
    precision: Precision = "day" if day else "month" if month else "year"
    if year is None or not 1 <= year <= 9999:
        return Stretch(iso, None, None, precision)
    return Stretch(iso, first.replace(year=year), last.replace(year=year), precision)


def of_days(first: date, last: date, precision: Precision, calendar: str) -> Stretch:
    """Return a stretch of another calendar by its Gregorian days.

    >>> of_days(date(2024, 4, 14), date(2024, 5, 14), "month", "bd2019").iso
    '2024-04-14/2024-05-14'
    """
    iso = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(iso, first, last, precision, calendar)


def blurred(year: int, unknown: int) -> Stretch:
    """Return the decade (``unknown=1``) or the century (``unknown=2``) that begins with ``year``.

    >>> blurred(1990, 1).iso, blurred(1800, 2).last
    ('199X', datetime.date(1899, 12, 31))
    """
    years = 10**unknown
    precision: Precision = "decade" if unknown == 1 else "century"
    if year < 0:  # the digits of an astronomical year before 0 do not show its century
        return Stretch(f"{iso_year(year)}/{iso_year(year + years - 1)}", None, None, precision)
    first = date(max(year, 1), 1, 1)
    last = date(year + years - 1, 12, 31)
    return Stretch(iso_year(year)[:-unknown] + "X" * unknown, first, last, precision)


def week_of(day: date) -> Stretch:
    """Return the ISO week, Monday to Sunday, that holds the day.

    >>> week_of(date(2023, 9, 17)).iso
    '2023-W37'
    """
    year, week, weekday = day.isocalendar()
    monday = day - timedelta(days=weekday - 1)
    return Stretch(f"{year:04}-W{week:02}", monday, monday + timedelta(days=6), "week")


def finest(first: Precision, second: Precision) -> Precision:
    """Return the finer of two precisions.

    >>> finest("month", "day")
    'day'
    """
    return max(first, second, key=_PRECISIONS.index)
