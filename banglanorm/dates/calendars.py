"""The three Bangla calendars, to and from Gregorian dates.

``bd2019`` and ``bd1987`` are the two official calendars of Bangladesh, with fixed Gregorian month starts.
``traditional`` is the sidereal calendar of West Bengal, and of all Bengal before 1987: the true sun of the Surya
Siddhanta, by the midnight rule on the meridian of Kolkata. Which one a date is in follows from region and year.

>>> BanglaDate(1431, 1, 25, calendar="bd2019").to_gregorian()
datetime.date(2024, 5, 8)
>>> BanglaDate.from_gregorian(date(1941, 8, 7), region="in")
BanglaDate(year=1348, month=4, day=22, calendar='traditional')
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import accumulate
from operator import index
from typing import Literal, get_args

from banglanorm.dates.region import Region, month_name, require_region
from banglanorm.dates.sun import sankranti_day
from banglanorm.errors import BanglanormError, require_one_of
from banglanorm.script.letters import TO_BENGALI_DIGITS

Calendar = Literal["bd2019", "bd1987", "traditional"]


@dataclass(frozen=True, slots=True)
class BanglaDate:
    """A day of a Bangla calendar: year 1431 is 2024-25, month 1 is Baishakh.

    The calendars are ``"bd2019"`` (Bangladesh since 2019-10-16), ``"bd1987"`` (Bangladesh 1987 to 2019) and
    ``"traditional"`` (West Bengal; all Bengal before 1987). The civil day is meant: the Bengali day of custom runs from
    sunrise, so an event after midnight may be dated a day earlier in old sources.

    Raises:
        BanglanormError: the day does not exist.
        ConfigError: the calendar does not exist.

    >>> BanglaDate(1430, 11, 8).to_gregorian().isoformat()
    '2024-02-21'
    """

    __module__ = "banglanorm"  # pickles name no private module

    year: int
    month: int
    day: int
    calendar: Calendar = field(default="bd2019", kw_only=True)

    def __post_init__(self) -> None:
        for part in ("year", "month", "day"):  # also the integers of other libraries
            object.__setattr__(self, part, index(getattr(self, part)))
        require_one_of("calendar", self.calendar, get_args(Calendar))
        if self.year < 1:
            raise BanglanormError(f"there is no Bangla year {self.year}: years begin with 1, in the Gregorian year 594")
        if not 1 <= self.month <= 12:
            raise BanglanormError(f"there is no Bangla month {self.month}: months are 1 to 12")
        first = _month_start(self.calendar, self.year, self.month)
        length = _month_start(self.calendar, self.year, self.month + 1) - first
        if not 1 <= self.day <= length:
            name = month_name("bangla", self.month)
            raise BanglanormError(
                f"there is no day {self.day} in {name} {self.year} of calendar {self.calendar}: it has {length} days"
            )
        if self._ordinal() > date.max.toordinal():
            raise BanglanormError(f"the Bangla year {self.year} lies beyond the Gregorian year {date.max.year}")

    def __str__(self) -> str:
        return f"{self.day} {month_name('bangla', self.month)} {self.year}".translate(TO_BENGALI_DIGITS)

    def as_dict(self) -> dict[str, int | str]:
        """Return the fields as plain JSON types.

        >>> BanglaDate(1431, 1, 1).as_dict()
        {'year': 1431, 'month': 1, 'day': 1, 'calendar': 'bd2019'}
        """
        return {"year": self.year, "month": self.month, "day": self.day, "calendar": self.calendar}

    def _ordinal(self) -> int:
        return _month_start(self.calendar, self.year, self.month) + self.day - 1

    def to_gregorian(self) -> date:
        """Return the Gregorian date of this day.

        >>> BanglaDate(1268, 1, 25, calendar="traditional").to_gregorian().isoformat()
        '1861-05-06'
        """
        return date.fromordinal(self._ordinal())

    @classmethod
    def from_gregorian(cls, day: date, /, *, region: Region = "bd", calendar: Calendar | None = None) -> "BanglaDate":
        """Return ``day`` in the calendar in force in ``region`` on that day, or in ``calendar`` where one is named.

        Raises:
            TypeError: ``day`` is no ``date``.
            BanglanormError: ``day`` is before the first day of the Bangla year 1.
            ConfigError: the region or the calendar does not exist.

        >>> BanglaDate.from_gregorian(date(2023, 9, 17), region="in")
        BanglaDate(year=1430, month=5, day=30, calendar='traditional')
        """
        require_date(day)
        require_region(region)
        system: Calendar = calendar or calendar_in_force(day, region)
        require_one_of("calendar", system, get_args(Calendar))
        ordinal = day.toordinal()
        year, month = _month_of(system, ordinal)
        if year < 1:
            raise BanglanormError(f"{day.isoformat()} is before the first day of the Bangla calendar {system}")
        return cls(year, month, ordinal - _month_start(system, year, month) + 1, calendar=system)


def require_date(day: object) -> None:
    """Refuse anything but a date.

    Raises:
        TypeError: ``day`` is no ``date``.

    >>> require_date(date(2024, 5, 8))
    """
    if not isinstance(day, date):
        kind = type(day).__name__
        raise TypeError(f"expected a date or datetime, got {kind}: make one first, for example date(2024, 5, 8)")


# --- which calendar -------------------------------------------------------------------------------------------------

REFORM_2019 = date(2019, 10, 16)  # 31 Ashvin 1426, the day that the older calendar does not have
REFORM_1987 = date(1987, 4, 14)  # 1 Baishakh 1394


def calendar_in_force(day: date, region: Region = "bd") -> Calendar:
    """Return the Bangla calendar used in ``region`` on the Gregorian ``day``.

    >>> calendar_in_force(date(1972, 11, 4), "bd"), calendar_in_force(date(2014, 4, 14), "bd")
    ('traditional', 'bd1987')
    """
    if region == "in" or day.toordinal() < REFORM_1987.toordinal():
        return "traditional"
    return "bd2019" if day.toordinal() >= REFORM_2019.toordinal() else "bd1987"


def calendar_of_bangla(year: int, month: int, day: int, region: Region = "bd") -> Calendar:
    """Return the Bangla calendar in which a date written in ``region`` is to be read.

    >>> calendar_of_bangla(1426, 6, 30), calendar_of_bangla(1426, 6, 31)
    ('bd1987', 'bd2019')
    """
    if region == "in" or year < 1394:
        return "traditional"
    return "bd2019" if (year, month, day) >= (1426, 6, 31) else "bd1987"


def bangla_date(year: int, month: int, day: int, region: Region = "bd") -> BanglaDate:
    """Return the date as a ``BanglaDate`` of the calendar in force.

    Raises:
        BanglanormError: the day does not exist in that calendar.

    >>> bangla_date(1379, 7, 18).to_gregorian().isoformat()
    '1972-11-04'
    """
    return BanglaDate(year, month, day, calendar=calendar_of_bangla(year, month, day, region))


# --- month starts, as day numbers of ``date.toordinal`` -------------------------------------------------------------

_LENGTHS = {  # Falgun (the eleventh) has a day more where it holds a 29 February
    "bd2019": (31, 31, 31, 31, 31, 31, 30, 30, 30, 30, 29, 30),
    "bd1987": (31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30, 30),
}
_STARTS = {name: (0, *accumulate(lengths)) for name, lengths in _LENGTHS.items()}


@lru_cache(maxsize=1 << 15)
def _month_start(calendar: Calendar, year: int, month: int) -> int:
    """Return the day number of the first day of the month; month 13 is month 1 of the next year."""
    if month > 12:
        return _month_start(calendar, year + 1, month - 12)
    if calendar == "traditional":
        return sankranti_day(year, month) + 1
    return _new_year(year) + _STARTS[calendar][month - 1] + (month == 12 and _is_leap(year + 594))


def _new_year(year: int) -> int:
    """14 April of the year ``year + 593``, also beyond the years of ``datetime.date``."""
    cycles, rest = divmod(year + 593 - 1, 400)
    return date(rest + 1, 4, 14).toordinal() + cycles * 146097


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_of(calendar: Calendar, ordinal: int) -> tuple[int, int]:
    """Return the year and the month that hold the day: from the mean length of a month, then by a step or two."""
    months = (ordinal - _month_start(calendar, 1, 1)) * 1200 // 36525
    while _month_start(calendar, *_split(months + 1)) <= ordinal:
        months += 1
    while _month_start(calendar, *_split(months)) > ordinal:
        months -= 1
    return _split(months)


def _split(months: int) -> tuple[int, int]:
    return months // 12 + 1, months % 12 + 1
