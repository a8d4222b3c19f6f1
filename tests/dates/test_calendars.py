"""The Bangla calendars."""

import os
from datetime import date, timedelta
from itertools import accumulate

import pytest
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import BanglaDate, BanglanormError, ConfigError
from banglanorm.dates.calendars import bangla_date, calendar_in_force
from banglanorm.dates.sun import _SINES

CASES = [tuple(case.values()) for case in read_cases("dates/bangla_calendar")]
CALENDARS = ("bd2019", "bd1987", "traditional")
DAYS = st.dates(min_value=date(594, 6, 1))


@each_row("calendar,year,month,day,gregorian,why", CASES)
def test_known_days(calendar, year, month, day, gregorian, why):
    written = BanglaDate(int(year), int(month), int(day), calendar=calendar)
    assert written.to_gregorian().isoformat() == gregorian, why
    assert BanglaDate.from_gregorian(date.fromisoformat(gregorian), calendar=calendar) == written


# Every year takes 20 seconds, so that only a search by hand looks at them all.
YEARS = (
    range(600, 2100)
    if os.environ.get("HYPOTHESIS_PROFILE") == "deep"
    else (600, 1199, 1582, 1900, 1987, *range(2019, 2025))
)


@each_row("calendar", CALENDARS)
@each_row("year", YEARS)
def test_every_day_of_the_year_goes_there_and_back(calendar, year):
    first = date(year, 1, 1).toordinal()
    before = BanglaDate.from_gregorian(date.fromordinal(first - 1), calendar=calendar)
    for ordinal in range(first, date(year + 1, 1, 1).toordinal()):
        day = date.fromordinal(ordinal)
        there = BanglaDate.from_gregorian(day, calendar=calendar)
        assert there.to_gregorian() == day
        follows = there.day == before.day + 1 and (there.year, there.month) == (before.year, before.month)
        assert follows or (there.day == 1 and there.month == before.month % 12 + 1), (before, there)
        before = there


@given(DAYS, st.sampled_from(CALENDARS))
def test_any_day_goes_there_and_back(day, calendar):
    assert BanglaDate.from_gregorian(day, calendar=calendar).to_gregorian() == day


@given(DAYS, st.sampled_from(["bd", "in"]))
def test_a_written_date_is_read_in_the_calendar_it_was_written_in(day, region):
    written = BanglaDate.from_gregorian(day, region=region)
    assert written.calendar == calendar_in_force(day, region)
    last_traditional_days = region == "bd" and written.calendar == "traditional" and written.year == 1394
    assert last_traditional_days or bangla_date(written.year, written.month, written.day, region) == written


@pytest.mark.parametrize(
    "calendar,first", [("bd2019", (594, 4, 14)), ("bd1987", (594, 4, 14)), ("traditional", (594, 3, 22))]
)
def test_the_first_day_has_none_before_it(calendar, first):
    day = date(*first)
    assert BanglaDate.from_gregorian(day, calendar=calendar) == BanglaDate(1, 1, 1, calendar=calendar)
    with pytest.raises(BanglanormError, match=f"before the first day of the Bangla calendar {calendar}"):
        BanglaDate.from_gregorian(day - timedelta(days=1), calendar=calendar)


@each_row(
    "year,month,day,region,calendar",
    [
        (1393, 12, 30, "bd", "traditional"),
        (1394, 1, 1, "bd", "bd1987"),
        (1426, 6, 30, "bd", "bd1987"),
        (1426, 6, 31, "bd", "bd2019"),
        (1426, 7, 1, "bd", "bd2019"),
        (1394, 1, 1, "in", "traditional"),
        (1426, 7, 1, "in", "traditional"),
    ],
)
def test_a_written_day_is_of_the_calendar_in_force(year, month, day, region, calendar):
    assert bangla_date(year, month, day, region).calendar == calendar


def test_the_reforms():
    assert BanglaDate.from_gregorian(date(2019, 10, 15)) == BanglaDate(1426, 6, 30, calendar="bd1987")
    assert BanglaDate.from_gregorian(date(2019, 10, 16)) == BanglaDate(1426, 6, 31, calendar="bd2019")
    assert BanglaDate.from_gregorian(date(1987, 4, 13)).calendar == "traditional"
    assert BanglaDate.from_gregorian(date(1987, 4, 14)) == BanglaDate(1394, 1, 1, calendar="bd1987")
    assert BanglaDate.from_gregorian(date(2024, 4, 14), region="in").calendar == "traditional"


@each_row(
    "year,month,day,calendar,message",
    [
        (1429, 11, 30, "bd2019", "no day 30 in ফাল্গুন 1429 of calendar bd2019: it has 29 days"),
        (1430, 7, 31, "bd1987", "it has 30 days"),
        (1430, 1, 0, "bd2019", "no day 0"),
        (1430, 13, 1, "bd2019", "no Bangla month 13"),
        (1431, 12, 40, "bd2019", "no day 40 in চৈত্র 1431 of calendar bd2019: it has 30 days"),
        (1431, 12, 31, "bd2019", "it has 30 days"),
        (1431, 12, 32, "traditional", "it has 31 days"),
        (0, 1, 1, "bd2019", "no Bangla year 0"),
        (1430, 0, 1, "bd2019", "no Bangla month 0"),
        (9406, 9, 17, "bd2019", "beyond the Gregorian year 9999"),
        (9406, 9, 18, "bd1987", "beyond the Gregorian year 9999"),
        (9406, 5, 6, "traditional", "beyond the Gregorian year 9999"),
        (9500, 1, 1, "bd2019", "beyond the Gregorian year 9999"),
    ],
)
def test_days_that_do_not_exist_are_refused(year, month, day, calendar, message):
    with pytest.raises(BanglanormError, match=message):
        BanglaDate(year, month, day, calendar=calendar)


def test_options_that_do_not_exist_are_refused():
    with pytest.raises(ConfigError, match="calendar: expected one of 'bd2019'"):
        BanglaDate(1430, 1, 1, calendar="julian")
    with pytest.raises(ConfigError, match="region: expected one of 'bd', 'in', got 'uk'"):
        BanglaDate.from_gregorian(date(2024, 1, 1), region="uk")
    with pytest.raises(TypeError, match="expected a date or datetime, got NoneType"):
        BanglaDate.from_gregorian(None)
    with pytest.raises(BanglanormError, match="before the first day"):
        BanglaDate.from_gregorian(date(500, 1, 1))


def test_the_sines_are_those_of_the_old_books():
    """Their differences, as Aryabhata's verse has them."""
    verse = (
        225,
        224,
        222,
        219,
        215,
        210,
        205,
        199,
        191,
        183,
        174,
        164,
        154,
        143,
        131,
        119,
        106,
        93,
        79,
        65,
        51,
        37,
        22,
        7,
    )
    assert tuple(accumulate(verse, initial=0)) == _SINES


def test_the_text_of_a_bangla_date():
    assert str(BanglaDate(1431, 1, 25)) == "২৫ বৈশাখ ১৪৩১"


def test_integers_of_other_libraries_are_integers():
    class Count:
        def __index__(self):
            return 25

    assert BanglaDate(1431, 1, Count()) == BanglaDate(1431, 1, 25)
    with pytest.raises(TypeError):
        BanglaDate(1431, 1, 25.0)
