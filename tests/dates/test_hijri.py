"""Hijri dates: known days of Bangladesh, the arithmetic calendar, and their agreement."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import BanglanormError, parse_date
from banglanorm.dates.hijri import hijri_margin, hijri_to_gregorian, hijri_year_of

DAYS = st.dates(min_value=date(622, 7, 19), max_value=date(9999, 1, 1))  # the next year begins in time


@each_row(
    "year,month,day,gregorian",
    [  # the feasts and fasts as they were kept in Bangladesh
        (1437, 10, 1, "2016-07-07"),
        (1438, 10, 1, "2017-06-26"),
        (1440, 12, 10, "2019-08-12"),
        (1441, 10, 1, "2020-05-25"),
        (1442, 9, 1, "2021-04-14"),
        (1443, 12, 10, "2022-07-10"),
        (1444, 10, 1, "2023-04-22"),
        (1445, 9, 1, "2024-03-12"),
        (1445, 12, 10, "2024-06-17"),
        (1446, 10, 1, "2025-03-31"),
    ],
)
def test_feasts_of_bangladesh(year, month, day, gregorian):
    assert hijri_to_gregorian(year, month, day).isoformat() == gregorian


def test_arithmetic_years():
    assert hijri_to_gregorian(1, 1, 1) == date(622, 7, 19)
    assert hijri_to_gregorian(61, 1, 10) == date(680, 10, 13)


@pytest.mark.parametrize("wrong", [(1447, 9, 31), (1447, 13, 1), (1447, 1, 0), (0, 1, 1)])
def test_days_that_do_not_exist_are_refused(wrong):
    with pytest.raises(BanglanormError, match="there is no day"):
        hijri_to_gregorian(*wrong)


@given(DAYS)
def test_the_hijri_year_holds_its_day(day):
    year = hijri_year_of(day)
    assert hijri_to_gregorian(year, 1, 1) <= day < hijri_to_gregorian(year + 1, 1, 1)


def test_years_join_without_a_gap():
    for year in range(1340, 1504):
        length = (hijri_to_gregorian(year + 1, 1, 1) - hijri_to_gregorian(year, 1, 1)).days
        assert 353 <= length <= 356, year
        starts = [hijri_to_gregorian(year, month, 1) for month in range(1, 13)]
        assert all(28 <= (after - before).days <= 31 for before, after in pairwise(starts)), year


def test_the_bounds_are_those_of_the_sighting():
    value = parse_date("১ রমজান ১৪৪৫")
    assert (value.iso, value.earliest, value.latest) == ("2024-03-12~", date(2024, 3, 11), date(2024, 3, 13))
    assert hijri_margin(1445) == timedelta(days=1)
    assert hijri_margin(900) == timedelta(days=2)


LEAP_YEARS = (2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29)  # of thirty


@pytest.mark.parametrize("first", [1, 31, 1201, 1501])
def test_months_of_the_arithmetic_calendar(first):
    for place in range(30):
        year = first + place
        starts = [hijri_to_gregorian(year, month, 1) for month in range(1, 13)]
        starts.append(hijri_to_gregorian(year + 1, 1, 1))
        lengths = [(after - before).days for before, after in pairwise(starts)]
        last = 30 if place + 1 in LEAP_YEARS else 29
        assert lengths == [30, 29] * 5 + [30, last], year


def test_the_bounds_of_years():
    for year in (*range(2, 1341, 13), *range(1342, 1502), *range(1503, 1700, 13)):
        first = hijri_to_gregorian(year, 1, 1)
        assert (hijri_year_of(first), hijri_year_of(first - timedelta(days=1))) == (year, year - 1)


@pytest.mark.parametrize("year,days", [(1342, 2), (1343, 1), (1500, 1), (1501, 2)])
def test_years_that_were_published_are_known_to_a_day(year, days):
    assert hijri_margin(year) == timedelta(days=days)


def test_the_first_and_the_last_day():
    assert hijri_to_gregorian(1447, 12, 30) - hijri_to_gregorian(1447, 12, 1) == timedelta(days=29)
    for wrong in ((1447, 1, 31), (1447, 0, 1), (-1, 1, 1)):
        with pytest.raises(BanglanormError, match="there is no day"):
            hijri_to_gregorian(*wrong)
