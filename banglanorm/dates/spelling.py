"""Dates, clock times and distances in time, in Bengali words and digits."""

from datetime import date, datetime, time
from functools import cache
from typing import Literal, get_args

from dateutil.relativedelta import relativedelta

from banglanorm.dates.calendars import BanglaDate, require_date
from banglanorm.dates.region import Region, month_name, require_region, weekday_name
from banglanorm.errors import require_one_of
from banglanorm.numbers.ordinal_marks import day_mark
from banglanorm.script.letters import TO_BENGALI_DIGITS
from banglanorm.tables import cells, read_table

DateStyle = Literal["full", "long", "ordinal", "year-first", "short"]
TimeStyle = Literal["long", "short", "digits"]
WrittenCalendar = Literal["gregorian", "bangla"]


def format_date(
    day: date | BanglaDate,
    /,
    *,
    calendar: WrittenCalendar | None = None,
    region: Region = "bd",
    style: DateStyle = "long",
    clock: TimeStyle = "digits",
) -> str:
    """Write a date in Bengali; ``parse_date`` reads every style back.

    Styles: ``full`` (with the weekday), ``long``, ``ordinal`` (the day with its ending), ``year-first`` and ``short``
    (digits, day first). A ``datetime`` is written with its clock time, as `format_time` does in the style ``clock``. A
    `BanglaDate` is written in its own calendar, a ``date`` in the Gregorian one, unless ``calendar`` says otherwise.

    Raises:
        TypeError: ``day`` is no ``date`` and no ``BanglaDate``.
        BanglanormError: ``day`` is before the Bangla year 1 and the Bangla calendar is asked for.
        ConfigError: the calendar, the region or a style does not exist.

    >>> format_date(date(2024, 5, 8)), format_date(date(2024, 5, 8), calendar="bangla", style="ordinal")
    ('৮ মে ২০২৪', '২৫শে বৈশাখ ১৪৩১')
    >>> format_date(date(2023, 9, 17), region="in", style="full")
    'রবিবার, ১৭ সেপ্টেম্বর ২০২৩'
    >>> format_date(BanglaDate(1431, 1, 25), style="full")
    'বুধবার, ২৫ বৈশাখ ১৪৩১'
    """
    if calendar is not None:
        require_one_of("calendar", calendar, get_args(WrittenCalendar))
    require_one_of("style", style, get_args(DateStyle))
    require_region(region)
    written, gregorian_day = _in_calendar(day, calendar, region)
    text = _in_style(written, region, style)
    if style == "full":
        text = f"{weekday_name(gregorian_day, region)}, {text}"
    if isinstance(day, datetime):
        text += f", {format_time(day.time(), region=region, style=clock)}"
    return text.translate(TO_BENGALI_DIGITS)


def _in_calendar(day: date | BanglaDate, calendar: str | None, region: Region) -> tuple[date | BanglaDate, date]:
    """Return the day in the calendar asked for, and its Gregorian date."""
    if isinstance(day, BanglaDate):
        gregorian_day = day.to_gregorian()
        return (gregorian_day if calendar == "gregorian" else day), gregorian_day
    require_date(day)
    return (BanglaDate.from_gregorian(day, region=region) if calendar == "bangla" else day), day


def _in_style(day: date | BanglaDate, region: Region, style: DateStyle) -> str:
    bangla = isinstance(day, BanglaDate)
    month = month_name("bangla" if bangla else "gregorian", day.month, region)
    era = "বঙ্গাব্দ" if bangla else "খ্রিস্টাব্দ"
    if style == "short":
        return f"{day.day:02}/{day.month:02}/{day.year:04}" + (f" {era}" if bangla else "")
    if style == "year-first":
        year_word = "বঙ্গাব্দের" if bangla else "সালের" if 1000 <= day.year <= 2199 else "খ্রিস্টাব্দের"
        return f"{day.year} {year_word} {day.day} {month}"
    number = f"{day.day}{day_mark(day.day)}" if style == "ordinal" else str(day.day)
    # A year of three digits or far ahead could be any number; its era says what it is.
    usual = 1000 <= day.year <= (1700 if bangla else 2199)
    return f"{number} {month} {day.year}" + ("" if usual else f" {era}")


def format_time(moment: time, /, *, region: Region = "bd", style: TimeStyle = "long") -> str:
    """Write a clock time in Bengali; ``parse_date`` reads every style back, in whole minutes or seconds.

    Styles: ``long`` (রাত ৯টা ২০), ``short`` (দুপুর ১:৩৮) and ``digits`` (১৩:৩৮). Seconds that are not 0 are written in
    digits.

    Raises:
        TypeError: ``moment`` is no ``time``.
        ConfigError: the region or the style does not exist.

    >>> format_time(time(21, 20)), format_time(time(13, 38), style="short")
    ('রাত ৯টা ২০', 'দুপুর ১:৩৮')
    """
    if not isinstance(moment, time):
        raise TypeError(f"expected a time, got {type(moment).__name__}: make one first, for example time(9, 20)")
    require_region(region)
    require_one_of("style", style, get_args(TimeStyle))
    if style == "digits" or moment.second:
        text = moment.replace(tzinfo=None).isoformat("seconds" if moment.second else "minutes")
        return text.translate(TO_BENGALI_DIGITS)
    hour = moment.hour % 12 or 12
    told = (
        f"{hour}:{moment.minute:02}" if style == "short" else f"{hour}টা" + (f" {moment.minute}" * (moment.minute > 0))
    )
    return f"{_part_of_day(moment.hour, region)} {told}".translate(TO_BENGALI_DIGITS)


@cache
def _part_of_day(hour: int, region: Region) -> str:
    rows = [row for row in read_table("dates/parts_of_day") if int(row["hour"]) <= hour]
    return rows[-1][region]


def format_relative(moment: date, /, *, reference: date) -> str:
    """Write how far a moment lies from another, in its largest unit: ৩ দিন আগে, ২ ঘণ্টা পরে.

    Two dates, or two moments of one kind (both with or both without a time zone). Less than a second, or the same day,
    is এখন and আজ.

    Raises:
        TypeError: one is a ``date`` and the other a ``datetime``, or neither; or only one has a time zone.

    >>> format_relative(date(2024, 5, 5), reference=date(2024, 5, 8))
    '৩ দিন আগে'
    >>> format_relative(datetime(2024, 5, 8, 12), reference=datetime(2024, 5, 8, 9, 45))
    '২ ঘণ্টা পরে'
    """
    require_date(moment)
    require_date(reference)
    if isinstance(moment, datetime) != isinstance(reference, datetime):
        raise TypeError("expected two dates or two datetimes, got one of each")
    later = moment > reference
    gap = relativedelta(max(moment, reference), min(moment, reference))
    for unit in _UNITS:
        amount = getattr(gap, unit)
        if amount:
            return f"{amount} {_unit_name(unit)} {'পরে' if later else 'আগে'}".translate(TO_BENGALI_DIGITS)
    return "এখন" if isinstance(moment, datetime) else "আজ"


_UNITS = ("years", "months", "days", "hours", "minutes", "seconds")


@cache
def _unit_name(unit: str) -> str:
    kind = unit.removesuffix("s") + "_unit"
    return cells("dates/words", "word", "class", kind)[0]
