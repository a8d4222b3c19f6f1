"""Dates in words and digits."""

from datetime import date, datetime

import pytest

from banglanorm import ConfigError, format_date
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
    with pytest.raises(ConfigError, match="no style 'tiny'"):
        format_date(date(2024, 1, 1), style="tiny")
