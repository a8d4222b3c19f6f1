"""Dates in Bengali words and digits."""

from datetime import date, datetime
from typing import Literal, get_args

from banglanorm.dates.calendars import BanglaDate, require_date
from banglanorm.dates.region import Region, month_name, require_choice, require_region, weekday_name
from banglanorm.script.letters import TO_BENGALI_DIGITS

DateStyle = Literal["full", "long", "ordinal", "year-first", "short"]


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
    require_date(day)
    require_choice("calendar", calendar, ("gregorian", "bangla"))
    require_choice("style", style, get_args(DateStyle))
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
