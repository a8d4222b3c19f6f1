"""The calendars of Bengali dates: three Bangla calendars to and from Gregorian, Hijri months, and dates in words.

``bd2019`` and ``bd1987`` are the two official calendars of Bangladesh, with fixed Gregorian month starts.
``traditional`` is the sidereal calendar of West Bengal, and of all Bengal before 1987: the true sun of the Surya
Siddhanta, by the midnight rule on the meridian of Kolkata. Which one a date is in follows from region and year.

>>> BanglaDate(1431, 1, 25, calendar="bd2019").to_gregorian()
datetime.date(2024, 5, 8)
>>> BanglaDate.from_gregorian(date(1941, 8, 7), region="in")
BanglaDate(year=1348, month=4, day=22, calendar='traditional')
"""

import math
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal, get_args

from banglanorm.errors import BanglanormError, ConfigError
from banglanorm.script.letters import TO_BENGALI_DIGITS
from banglanorm.tables import read_table

Calendar = Literal["bd2019", "bd1987", "traditional"]
Region = Literal["bd", "in"]
DateStyle = Literal["full", "long", "ordinal", "year-first", "short"]


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

    year: int
    month: int
    day: int
    calendar: Calendar = field(default="bd2019", kw_only=True)

    def __post_init__(self) -> None:
        _require("calendar", self.calendar, get_args(Calendar))
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
        _require_date(day)
        require_region(region)
        system: Calendar = calendar or calendar_in_force(day, region)
        _require("calendar", system, get_args(Calendar))
        ordinal = day.toordinal()
        year, month = _month_of(system, ordinal)
        if year < 1:
            raise BanglanormError(f"{day.isoformat()} is before the first day of the Bangla calendar {system}")
        return cls(year, month, ordinal - _month_start(system, year, month) + 1, calendar=system)


def _require_date(day: object) -> None:
    if not isinstance(day, date):
        kind = type(day).__name__
        raise TypeError(f"expected a date or datetime, got {kind}: make one first, for example date(2024, 5, 8)")


def require_region(region: str) -> None:
    """Refuse a region other than ``"bd"`` (Bangladesh) and ``"in"`` (India).

    Raises:
        ConfigError: the region does not exist.

    >>> require_region("bd")
    """
    _require("region", region, get_args(Region))


def _require(option: str, value: object, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise ConfigError(f"there is no {option} {value!r}: choose one of {', '.join(allowed)}")


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


def calendar_of_bangla(year: int, month: int = 1, day: int = 1, region: Region = "bd") -> Calendar:
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
        return _sankranti_day(year, month) + 1
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


# --- the sun of the Surya Siddhanta ---------------------------------------------------------------------------------
# Sidereal year, epicycle, sine table and epoch as given by Reingold and Dershowitz, "Calendrical Calculations", chapter
# on the modern Hindu calendars. All arithmetic is exact; moments are days and fractions since the day number 0.

_EPOCH = -1132959  # the Kali age begins: 18 February 3102 BCE, Julian
_SIDEREAL_YEAR = 365 + Fraction(279457, 1080000)
_ANOMALISTIC_YEAR = Fraction(1577917828000, 4320000000 - 387)
_CREATION = _EPOCH - 1955880000 * _SIDEREAL_YEAR
_SINES = (
    *(0, 225, 449, 671, 890, 1105, 1315, 1520, 1719, 1910, 2093, 2267, 2431),
    *(2585, 2728, 2859, 2978, 3084, 3177, 3256, 3321, 3372, 3409, 3431, 3438),
)
_RADIUS = 3438
_STEP = Fraction(15, 4)  # degrees between two entries of the table
_EPICYCLE = Fraction(14, 360)
_SHRINKING = Fraction(1, 42)
# Kolkata (88 degrees 22 minutes) is east of Ujjain (75 degrees 46 minutes 6 seconds), so its midnight comes earlier.
_MIDNIGHT = -(Fraction(88 * 60 + 22, 60) - Fraction(75 * 3600 + 46 * 60 + 6, 3600)) / 360


def _sankranti_day(year: int, month: int) -> int:
    """Return the civil day, midnight to midnight in Kolkata, in which the sun enters the sign that begins the month."""
    moment = _EPOCH + (year + 3694 + Fraction(month - 1, 12)) * _SIDEREAL_YEAR  # the mean sun
    moment -= _beyond(moment, month) * _SIDEREAL_YEAR / 360
    day = math.floor(moment - _MIDNIGHT)
    while _beyond(day + 1 + _MIDNIGHT, month) <= 0:
        day += 1
    while _beyond(day + _MIDNIGHT, month) > 0:
        day -= 1
    return day


def _beyond(moment: Fraction, month: int) -> Fraction:
    """Return how many degrees the true sun is beyond the beginning of the sign of the month."""
    mean = (moment - _CREATION) / _SIDEREAL_YEAR % 1 * 360
    offset = _sine((moment - _CREATION) / _ANOMALISTIC_YEAR % 1 * 360)
    equation = _arcsine(offset * (_EPICYCLE - abs(offset) * _EPICYCLE * _SHRINKING))
    return (mean - equation - 30 * (month - 1) + 180) % 360 - 180


def _sine(degrees: Fraction) -> Fraction:
    step, rest = divmod(degrees / _STEP, 1)
    return (_entry(step) * (1 - rest) + _entry(step + 1) * rest) / _RADIUS


def _entry(step: int) -> int:
    step %= 96
    if step > 48:
        return -_entry(step - 48)
    return _SINES[min(step, 48 - step)]


def _arcsine(ratio: Fraction) -> Fraction:
    if ratio < 0:
        return -_arcsine(-ratio)
    height = ratio * _RADIUS
    step = next(i for i in range(1, len(_SINES)) if _SINES[i] >= height)
    below = _SINES[step - 1]
    return _STEP * (step - 1 + (height - below) / (_SINES[step] - below))


# --- Hijri ----------------------------------------------------------------------------------------------------------


_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in the civil reckoning, by the Gregorian calendar


def hijri_to_gregorian(year: int, month: int, day: int) -> date:
    """Return the date of the Umm al-Qura calendar, or of the arithmetic one where that does not reach.

    Umm al-Qura needs the extra ``hijridate`` and covers 1343 to 1500 AH. The arithmetic calendar has 30 and 29 days in
    turn and 11 leap years in 30. Bengal follows the local sighting of the moon, so the true date lies up to two days
    off either.

    Raises:
        BanglanormError: there is no such day in any Hijri year.

    >>> hijri_to_gregorian(1446, 1, 1), hijri_to_gregorian(61, 1, 10)
    (datetime.date(2024, 7, 7), datetime.date(680, 10, 13))
    """
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise BanglanormError(f"there is no day {day} in month {month} of the Hijri year {year}")
    return _umm_al_qura(year, month, day) or date.fromordinal(
        _hijri_year_start(year) + (59 * month - 58) // 2 + day - 1
    )


def _umm_al_qura(year: int, month: int, day: int) -> date | None:
    try:
        from hijridate import Hijri

        found = Hijri(year, month, day).to_gregorian()
    except (ImportError, ValueError, OverflowError):  # not installed; out of its range; a 30th in a month of 29 days
        return None
    return date(found.year, found.month, found.day)


def _hijri_year_start(year: int) -> int:
    return _HIJRI_EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30


def hijri_year_of(day: date) -> int:
    """Return the Hijri year that holds the day, by the arithmetic calendar.

    >>> hijri_year_of(date(2024, 7, 20))
    1446
    """
    year = (day.toordinal() - _HIJRI_EPOCH) * 30 // 10631 + 1  # the mean year; the true one may begin a day off
    if day.toordinal() < _hijri_year_start(year):
        return year - 1
    return year + (day.toordinal() >= _hijri_year_start(year + 1))


# --- dates in words -------------------------------------------------------------------------------------------------


@cache
def _names(kind: str, region: str) -> dict[int, str]:
    """The spellings that are written, by number: those of the region before those of everybody."""
    rows = [row for row in read_table("dates/words") if row["class"] == kind and row["use"] in ("standard", region)]
    rows.sort(key=lambda row: row["use"] == region)
    return {int(row["value"]): row["word"] for row in rows}


def month_name(calendar: Literal["gregorian", "bangla", "hijri"], month: int, region: Region = "bd") -> str:
    """Return the name of the month in the standard spelling of the region.

    >>> month_name("gregorian", 8, "bd"), month_name("gregorian", 8, "in"), month_name("bangla", 1)
    ('আগস্ট', 'অগস্ট', 'বৈশাখ')
    """
    return _names(f"{calendar}_month", region)[month]


def weekday_name(day: date, region: Region = "bd") -> str:
    """Return the name of the weekday as the region writes it.

    >>> weekday_name(date(2023, 9, 17), "bd"), weekday_name(date(2023, 9, 17), "in")
    ('রোববার', 'রবিবার')
    """
    return _names("weekday", region)[day.isoweekday()]


def format_date(
    day: date,
    /,
    *,
    calendar: Literal["gregorian", "bangla"] = "gregorian",
    region: Region = "bd",
    style: DateStyle = "long",
) -> str:
    """Write a date in Bengali; ``parse_date`` reads every style back.

    Styles: ``full`` (with the weekday), ``long``, ``ordinal`` (the day with its ending), ``year-first`` and ``short``
    (digits, day first). A ``datetime`` is written with its clock time, in whole minutes or seconds.

    Raises:
        TypeError: ``day`` is no ``date``.
        BanglanormError: ``day`` is before the Bangla year 1 and the Bangla calendar is asked for.
        ConfigError: the calendar, the region or the style does not exist.

    >>> format_date(date(2024, 5, 8)), format_date(date(2024, 5, 8), calendar="bangla", style="ordinal")
    ('৮ মে ২০২৪', '২৫শে বৈশাখ ১৪৩১')
    >>> format_date(date(2023, 9, 17), region="in", style="full")
    'রবিবার, ১৭ সেপ্টেম্বর ২০২৩'
    """
    _require_date(day)
    _require("calendar", calendar, ("gregorian", "bangla"))
    _require("style", style, get_args(DateStyle))
    require_region(region)
    written: date | BanglaDate = day
    if calendar == "bangla":
        written = BanglaDate.from_gregorian(day, region=region)
    text = _in_style(written, calendar, region, style)
    if style == "full":
        text = f"{weekday_name(day, region)}, {text}"
    if isinstance(day, datetime):
        text += f", {day.time().isoformat('seconds' if day.second else 'minutes')}"
    return text.translate(TO_BENGALI_DIGITS)


def _in_style(
    day: date | BanglaDate, calendar: Literal["gregorian", "bangla"], region: Region, style: DateStyle
) -> str:
    month = month_name(calendar, day.month, region)
    bangla = calendar == "bangla"
    era = "বঙ্গাব্দ" if bangla else "খ্রিস্টাব্দ"
    if style == "short":
        return f"{day.day:02}/{day.month:02}/{day.year:04}" + (f" {era}" if bangla else "")
    if style == "year-first":
        year_word = "বঙ্গাব্দের" if bangla else "সালের" if 1000 <= day.year <= 2199 else "খ্রিস্টাব্দের"
        return f"{day.year} {year_word} {day.day} {month}"
    number = f"{day.day}{day_ending(day.day)}" if style == "ordinal" else str(day.day)
    # A year of three digits or far ahead could be any number; its era says what it is.
    usual = 1000 <= day.year <= (1700 if bangla else 2199)
    return f"{number} {month} {day.year}" + ("" if usual else f" {era}")


def day_ending(day: int) -> str:
    """Return the ending that makes a day of the month of a number in digits.

    >>> [day_ending(n) for n in (1, 3, 4, 5, 18, 19, 31)]
    ['লা', 'রা', 'ঠা', 'ই', 'ই', 'শে', 'শে']
    """
    if day <= 4:
        return ("লা", "রা", "রা", "ঠা")[day - 1]
    return "ই" if day <= 18 else "শে"
