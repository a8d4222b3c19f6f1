"""The Bangla calendars, Hijri conversion and dates in words."""

import sys
from datetime import date, datetime

import pytest
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st

from banglanorm import BanglaDate, BanglanormError, ConfigError, format_date
from banglanorm.dates.calendars import (
    bangla_date,
    calendar_in_force,
    hijri_to_gregorian,
    hijri_year_of,
    month_name,
    weekday_name,
)

CASES = [tuple(case.values()) for case in read_cases("dates/bangla_calendar")]
CALENDARS = ("bd2019", "bd1987", "traditional")
FIRST = date(600, 1, 1).toordinal()
DAYS = st.dates(min_value=date(594, 6, 1))


@pytest.mark.parametrize("calendar,year,month,day,gregorian,why", CASES)
def test_known_days(calendar, year, month, day, gregorian, why):
    written = BanglaDate(int(year), int(month), int(day), calendar=calendar)
    assert written.to_gregorian().isoformat() == gregorian, why
    assert BanglaDate.from_gregorian(date.fromisoformat(gregorian), calendar=calendar) == written


@pytest.mark.parametrize("calendar", CALENDARS)
def test_every_day_of_1500_years_goes_there_and_back(calendar):
    before = BanglaDate.from_gregorian(date.fromordinal(FIRST - 1), calendar=calendar)
    for ordinal in range(FIRST, FIRST + 1500 * 366):
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


def test_the_reforms():
    assert BanglaDate.from_gregorian(date(2019, 10, 15)) == BanglaDate(1426, 6, 30, calendar="bd1987")
    assert BanglaDate.from_gregorian(date(2019, 10, 16)) == BanglaDate(1426, 6, 31, calendar="bd2019")
    assert BanglaDate.from_gregorian(date(1987, 4, 13)).calendar == "traditional"
    assert BanglaDate.from_gregorian(date(1987, 4, 14)) == BanglaDate(1394, 1, 1, calendar="bd1987")
    assert BanglaDate.from_gregorian(date(2024, 4, 14), region="in").calendar == "traditional"


@pytest.mark.parametrize(
    "year,month,day,calendar,message",
    [
        (1429, 11, 30, "bd2019", "no day 30 in ফাল্গুন 1429 of calendar bd2019: it has 29 days"),
        (1430, 7, 31, "bd1987", "it has 30 days"),
        (1430, 1, 0, "bd2019", "no day 0"),
        (1430, 13, 1, "bd2019", "no Bangla month 13"),
        (0, 1, 1, "bd2019", "no Bangla year 0"),
        (9500, 1, 1, "bd2019", "beyond the Gregorian year 9999"),
    ],
)
def test_days_that_do_not_exist_are_refused(year, month, day, calendar, message):
    with pytest.raises(BanglanormError, match=message):
        BanglaDate(year, month, day, calendar=calendar)


def test_options_that_do_not_exist_are_refused():
    with pytest.raises(ConfigError, match="no calendar 'julian': choose one of bd2019"):
        BanglaDate(1430, 1, 1, calendar="julian")
    with pytest.raises(ConfigError, match="no region 'uk': choose one of bd, in"):
        BanglaDate.from_gregorian(date(2024, 1, 1), region="uk")
    for refuse in (format_date, BanglaDate.from_gregorian):
        with pytest.raises(TypeError, match="expected a date or datetime, got NoneType"):
            refuse(None)
    with pytest.raises(ConfigError, match="no style 'tiny'"):
        format_date(date(2024, 1, 1), style="tiny")
    with pytest.raises(BanglanormError, match="before the first day"):
        BanglaDate.from_gregorian(date(500, 1, 1))


def test_the_text_of_a_bangla_date():
    assert str(BanglaDate(1431, 1, 25)) == "২৫ বৈশাখ ১৪৩১"


@pytest.mark.parametrize(
    "style,gregorian,bangla",
    [
        ("full", "রোববার, ১৭ সেপ্টেম্বর ২০২৩", "রোববার, ২ আশ্বিন ১৪৩০"),
        ("long", "১৭ সেপ্টেম্বর ২০২৩", "২ আশ্বিন ১৪৩০"),
        ("ordinal", "১৭ই সেপ্টেম্বর ২০২৩", "২রা আশ্বিন ১৪৩০"),
        ("year-first", "২০২৩ সালের ১৭ সেপ্টেম্বর", "১৪৩০ বঙ্গাব্দের ২ আশ্বিন"),
        ("short", "১৭/০৯/২০২৩", "০২/০৬/১৪৩০ বঙ্গাব্দ"),
    ],
)
def test_styles(style, gregorian, bangla):
    assert format_date(date(2023, 9, 17), style=style) == gregorian
    assert format_date(date(2023, 9, 17), style=style, calendar="bangla") == bangla


def test_a_clock_time_is_written_too():
    assert format_date(datetime(2024, 5, 8, 9, 5)) == "৮ মে ২০২৪, ০৯:০৫"
    assert format_date(datetime(2024, 5, 8, 9, 5, 7)) == "৮ মে ২০২৪, ০৯:০৫:০৭"


def test_early_years_carry_their_era():
    assert format_date(date(712, 5, 8)) == "৮ মে ৭১২ খ্রিস্টাব্দ"
    assert format_date(date(712, 5, 8), calendar="bangla").endswith("১১৯ বঙ্গাব্দ")


def test_names_by_region():
    assert month_name("gregorian", 8, "in") == "অগস্ট"
    assert month_name("hijri", 9) == "রমজান"
    assert weekday_name(date(2024, 8, 13)) == "মঙ্গলবার"


def test_hijri():
    assert hijri_to_gregorian(1447, 9, 1) == date(2026, 2, 18)
    assert hijri_to_gregorian(1, 1, 1) == date(622, 7, 19)
    assert hijri_to_gregorian(61, 1, 10) == date(680, 10, 13)
    for wrong in ((1447, 9, 31), (1447, 13, 1), (0, 1, 1)):
        with pytest.raises(BanglanormError, match="there is no day"):
            hijri_to_gregorian(*wrong)


@pytest.mark.parametrize("year", [1343, 1400, 1446, 1500])
@pytest.mark.parametrize("month", range(1, 13))
def test_hijri_without_its_extra_is_at_most_two_days_off(year, month, monkeypatch):
    pytest.importorskip("hijridate")
    better = hijri_to_gregorian(year, month, 1)
    monkeypatch.setitem(sys.modules, "hijridate", None)
    assert abs((hijri_to_gregorian(year, month, 1) - better).days) <= 2


@given(DAYS)
def test_the_hijri_year_holds_its_day(day):
    year = hijri_year_of(day) if day >= date(622, 7, 19) else None
    if year is None or year >= 1342:  # from 1343 on Umm al-Qura may differ by a day or two
        return
    assert hijri_to_gregorian(year, 1, 1) <= day < hijri_to_gregorian(year + 1, 1, 1)
