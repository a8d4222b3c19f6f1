"""Dates in words and digits."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import BanglaDate, ConfigError, format_date, format_relative, format_time, parse_date
from banglanorm.dates.region import month_name, weekday_name


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


def test_wrong_arguments_are_refused():
    with pytest.raises(TypeError, match="expected a date or datetime, got NoneType"):
        format_date(None)
    with pytest.raises(ConfigError, match="style: expected one of 'full'"):
        format_date(date(2024, 1, 1), style="tiny")


def test_a_bangla_date_is_written_in_its_own_calendar():
    day = BanglaDate(1431, 1, 25)
    assert format_date(day, style="ordinal") == "২৫শে বৈশাখ ১৪৩১"
    assert format_date(day, style="full") == "বুধবার, ২৫ বৈশাখ ১৪৩১"
    assert format_date(day, calendar="gregorian") == "৮ মে ২০২৪"


@each_row(
    "moment,region,long,short",
    [
        (time(0, 0), "bd", "রাত ১২টা", "রাত ১২:০০"),
        (time(4, 5), "bd", "ভোর ৪টা ৫", "ভোর ৪:০৫"),
        (time(9, 20), "in", "সকাল ৯টা ২০", "সকাল ৯:২০"),
        (time(12, 0), "bd", "দুপুর ১২টা", "দুপুর ১২:০০"),
        (time(15, 30), "in", "বিকেল ৩টা ৩০", "বিকেল ৩:৩০"),
        (time(19, 0), "in", "সন্ধে ৭টা", "সন্ধে ৭:০০"),
        (time(23, 59), "bd", "রাত ১১টা ৫৯", "রাত ১১:৫৯"),
    ],
)
def test_clock_times_by_the_part_of_the_day(moment, region, long, short):
    assert format_time(moment, region=region) == long
    assert format_time(moment, region=region, style="short") == short


@given(st.times(), st.sampled_from(["bd", "in"]), st.sampled_from(["long", "short", "digits"]))
def test_a_written_clock_time_is_read_back(moment, region, style):
    moment = moment.replace(microsecond=0)
    text = format_time(moment, region=region, style=style)
    assert parse_date(text).iso == "T" + moment.isoformat("seconds" if moment.second else "minutes"), text


@each_row(
    "moment,reference,text",
    [
        (date(2024, 5, 5), date(2024, 5, 8), "৩ দিন আগে"),
        (date(2026, 5, 8), date(2024, 5, 8), "২ বছর পরে"),
        (date(2024, 8, 20), date(2024, 5, 8), "৩ মাস পরে"),
        (date(2024, 5, 8), date(2024, 5, 8), "আজ"),
        (datetime(2024, 5, 8, 9, 0), datetime(2024, 5, 8, 9, 25), "২৫ মিনিট আগে"),
        (datetime(2024, 5, 8, 9, 0), datetime(2024, 5, 8, 9, 0), "এখন"),
    ],
)
def test_distances(moment, reference, text):
    assert format_relative(moment, reference=reference) == text


def test_distances_need_two_of_a_kind():
    with pytest.raises(TypeError, match="one of each"):
        format_relative(date(2024, 5, 8), reference=datetime(2024, 5, 8))


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(1, 27), st.sampled_from([-1, 1]))
def test_days_from_a_date_are_read_back(day, days, sign):
    try:
        other = day + timedelta(days=sign * days)
    except OverflowError:
        return
    assert parse_date(format_relative(other, reference=day), reference=day).iso == other.isoformat()


@each_row(
    "year,gregorian,year_first,bangla",
    [
        (999, "৮ মে ৯৯৯ খ্রিস্টাব্দ", "৯৯৯ খ্রিস্টাব্দের ৮ মে", "২৫ বৈশাখ ৯৯৯ বঙ্গাব্দ"),
        (1000, "৮ মে ১০০০", "১০০০ সালের ৮ মে", "২৫ বৈশাখ ১০০০"),
        (1700, "৮ মে ১৭০০", "১৭০০ সালের ৮ মে", "২৫ বৈশাখ ১৭০০"),
        (1701, "৮ মে ১৭০১", "১৭০১ সালের ৮ মে", "২৫ বৈশাখ ১৭০১ বঙ্গাব্দ"),
        (2199, "৮ মে ২১৯৯", "২১৯৯ সালের ৮ মে", "২৫ বৈশাখ ২১৯৯ বঙ্গাব্দ"),
        (2200, "৮ মে ২২০০ খ্রিস্টাব্দ", "২২০০ খ্রিস্টাব্দের ৮ মে", "২৫ বৈশাখ ২২০০ বঙ্গাব্দ"),
    ],
)
def test_years_that_need_their_era(year, gregorian, year_first, bangla):
    assert format_date(date(year, 5, 8)) == gregorian
    assert format_date(date(year, 5, 8), style="year-first") == year_first
    assert format_date(BanglaDate(year, 1, 25)) == bangla


def test_years_have_four_digits_in_short():
    assert format_date(date(712, 5, 8), style="short") == "০৮/০৫/০৭১২"


def test_the_part_of_the_day_of_every_hour():
    parts = ["রাত"] * 4 + ["ভোর"] * 2 + ["সকাল"] * 6 + ["দুপুর"] * 3 + ["বিকাল"] * 3 + ["সন্ধ্যা"] * 2 + ["রাত"] * 4
    assert [format_time(time(hour, 0)).split()[0] for hour in range(24)] == parts
    assert format_time(time(9, 1)) == "সকাল ৯টা ১"
    assert format_time(time(9, 0, 1)) == "০৯:০০:০১"
    assert format_time(time(12, 5), style="digits") == "১২:০৫"


@each_row(
    "gap,text",
    [
        (timedelta(microseconds=999_999), "এখন"),
        (timedelta(seconds=1), "১ সেকেন্ড"),
        (timedelta(seconds=59), "৫৯ সেকেন্ড"),
        (timedelta(seconds=60), "১ মিনিট"),
        (timedelta(minutes=59, seconds=59), "৫৯ মিনিট"),
        (timedelta(hours=1), "১ ঘণ্টা"),
        (timedelta(hours=23, minutes=59), "২৩ ঘণ্টা"),
        (timedelta(days=1), "১ দিন"),
        (timedelta(days=29), "২৯ দিন"),
        (timedelta(days=31), "১ মাস"),
        (timedelta(days=364), "১১ মাস"),
        (timedelta(days=366), "১ বছর"),
    ],
)
def test_how_far_a_moment_is_by_its_largest_unit(gap, text):
    here = datetime(2024, 5, 8, 12)
    now = text == "এখন"
    assert format_relative(here + gap, reference=here) == (text if now else f"{text} পরে")
    assert format_relative(here - gap, reference=here) == (text if now else f"{text} আগে")
