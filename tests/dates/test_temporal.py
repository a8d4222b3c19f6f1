"""The values of dates and what they are made of: days of a calendar, clock times, stretches."""

from datetime import date, datetime, timedelta, timezone

import pytest
from rows import each_row

from banglanorm import BanglanormError, DateParseError, Temporal, parse_date
from banglanorm.dates.temporal import Clock, blurred, finest, gregorian, of_days, week_of

LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@each_row(
    "year,month,day,iso,first,last,precision",
    [
        (2024, 5, 8, "2024-05-08", date(2024, 5, 8), date(2024, 5, 8), "day"),
        (1, 1, 1, "0001-01-01", date(1, 1, 1), date(1, 1, 1), "day"),
        (1, 1, None, "0001-01", date(1, 1, 1), date(1, 1, 31), "month"),
        (1, None, None, "0001", date(1, 1, 1), date(1, 12, 31), "year"),
        (9999, 12, 31, "9999-12-31", date(9999, 12, 31), date(9999, 12, 31), "day"),
        (9999, 12, None, "9999-12", date(9999, 12, 1), date(9999, 12, 31), "month"),
        (9999, None, None, "9999", date(9999, 1, 1), date(9999, 12, 31), "year"),
        (0, None, None, "0000", None, None, "year"),
        (0, 2, 29, "0000-02-29", None, None, "day"),
        (-1, 3, None, "-0001-03", None, None, "month"),
        (-4, 2, 29, "-0004-02-29", None, None, "day"),
        (-9999, None, None, "-9999", None, None, "year"),
        (None, 2, 29, "XXXX-02-29", None, None, "day"),
        (None, 12, None, "XXXX-12", None, None, "month"),
        (2024, 2, None, "2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        (1900, 2, None, "1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),
        *(
            (2023, n, None, f"2023-{n:02}", date(2023, n, 1), date(2023, n, LENGTHS[n - 1]), "month")
            for n in range(1, 13)
        ),
    ],
)
def test_days_months_and_years(year, month, day, iso, first, last, precision):
    assert gregorian(year, month, day) == (iso, first, last, precision, "gregorian")


def test_months_of_a_year():
    for month, length in enumerate(LENGTHS, start=1):
        assert gregorian(2023, month).last == date(2023, month, length)


@each_row(
    "year,month,day,message",
    [
        (10000, None, None, "the year 10000 has more than four digits"),
        (-10000, None, None, "the year -10000 has more than four digits"),
        (2023, 2, 29, "there is no day 29 in month 2 of the year 2023"),
        (0, 2, 30, "there is no day 30 in month 2 of the year 0000"),
        (-1, 2, 29, "there is no day 29 in month 2 of the year -0001"),
        (None, 4, 31, "there is no day 31 in month 4 of any year"),
    ],
)
def test_days_that_there_are_not(year, month, day, message):
    with pytest.raises(DateParseError) as caught:
        gregorian(year, month, day)
    assert str(caught.value) == message


def test_decades_centuries_and_weeks():
    assert blurred(1990, 1) == ("199X", date(1990, 1, 1), date(1999, 12, 31), "decade", "gregorian")
    assert blurred(1800, 2) == ("18XX", date(1800, 1, 1), date(1899, 12, 31), "century", "gregorian")
    assert blurred(0, 2) == ("00XX", date(1, 1, 1), date(99, 12, 31), "century", "gregorian")
    assert blurred(-499, 2) == ("-0499/-0400", None, None, "century", "gregorian")
    assert blurred(-10, 1) == ("-0010/-0001", None, None, "decade", "gregorian")
    assert week_of(date(2024, 12, 30)) == ("2025-W01", date(2024, 12, 30), date(2025, 1, 5), "week", "gregorian")
    assert week_of(date(2024, 1, 7)) == ("2024-W01", date(2024, 1, 1), date(2024, 1, 7), "week", "gregorian")
    assert of_days(date(2024, 4, 14), date(2024, 4, 14), "day", "bd2019").iso == "2024-04-14"
    assert finest("century", "decade") == "decade"
    assert finest("second", "minute") == "second"


def test_clock_times():
    assert Clock(9).iso == "T09:00"
    assert Clock(9, 5, 7).iso == "T09:05"
    assert Clock(9, 5, 7, "second", zone="Z").iso == "T09:05:07Z"
    assert Clock(9).other_half() is None
    assert Clock(9, half_known=False).other_half() == Clock(21)
    assert Clock(21, half_known=False).other_half() == Clock(9)
    assert Clock(12, 30, half_known=False).other_half() == Clock(0, 30)


@each_row(
    "text,shown",
    [
        ("৫ মে ২০২৪", "Temporal('2024-05-05', 'date')"),
        ("১ বৈশাখ ১৪৩১", "Temporal('2024-04-14', 'date', calendar='bd2019')"),
        ("১ বৈশাখ", "Temporal(None, 'date', calendar='bangla', month=1, day=1)"),
        ("শনিবার", "Temporal(None, 'weekday', weekday=6)"),
        ("৮টা", "Temporal('T08:00', 'time', alternatives=('T20:00',))"),
        ("সোমবার, ৫ মে ২০২৪", "conflicts=('the text says সোমবার, but 2024-05-05 is রোববার',))"),
    ],
)
def test_a_value_shows_what_it_is(text, shown):
    assert repr(parse_date(text)).endswith(shown)
    assert str(parse_date(text)) == (parse_date(text).iso or "")


@each_row(
    "text,day",
    [
        ("৫ মে ২০২৪", date(2024, 5, 5)),
        ("১ রমজান ১৪৪৫", date(2024, 3, 12)),
        ("মে ২০২৪", None),
        ("৫ মে", None),
        ("শনিবার", None),
        ("৫ মে ২০২৪ রাত ৮টা", None),
        ("৫-৭ মে ২০২৪", None),
        ("তিন দিন", None),
        ("২০২৪ সাল", None),
    ],
)
def test_one_day_is_a_date(text, day):
    if day:
        assert parse_date(text).to_date() == day
    else:
        with pytest.raises(BanglanormError, match="no date: the value is"):
            parse_date(text).to_date()


def test_a_moment_is_a_datetime():
    assert parse_date("৫ মে ২০২৪ রাত ৮টা").to_datetime() == datetime(2024, 5, 5, 20)
    dhaka = timezone(timedelta(hours=6))
    here = datetime(2024, 6, 5, 12, tzinfo=dhaka)
    assert parse_date("তিন ঘণ্টা আগে", reference=here).to_datetime() == datetime(2024, 6, 5, 9, tzinfo=dhaka)
    assert parse_date("2024-05-05T10:30Z", reference=here).to_datetime().utcoffset() == timedelta(0)
    for text in ("৫ মে ২০২৪", "রাত ৮টা", "৫ মে রাত ৮টা"):
        with pytest.raises(BanglanormError, match="no datetime: the value is"):
            parse_date(text).to_datetime()
    with pytest.raises(BanglanormError, match=r"not settled without a reference \(datetime\), kind 'datetime'"):
        parse_date("৫ মে রাত ৮টা").to_datetime()


@each_row(
    "iso,length",
    [
        ("P2W", timedelta(14)),
        ("P3D", timedelta(3)),
        ("PT2H", timedelta(hours=2)),
        ("PT2M", timedelta(minutes=2)),
        ("PT2.5S", timedelta(seconds=2.5)),
        ("P1DT2H3M4S", timedelta(1, hours=2, minutes=3, seconds=4)),
        ("PT0.0000015S", timedelta(microseconds=2)),
        ("P999999999D", timedelta(999999999)),
        ("P1000000000D", None),
        ("P1Y", None),
        ("P1M", None),
    ],
)
def test_a_length_is_a_timedelta(iso, length):
    if length is not None:
        assert Temporal(iso, "duration", "day").to_timedelta() == length
    else:
        with pytest.raises(BanglanormError, match="no timedelta: the value is"):
            Temporal(iso, "duration", "day").to_timedelta()
    with pytest.raises(BanglanormError, match="no timedelta"):
        Temporal(iso, "date", "day").to_timedelta()


def test_plain_data():
    value = parse_date("৫-৭ মে ২০২৪")
    data = value.as_dict()
    assert (data["earliest"], data["latest"], "timezone" in data) == ("2024-05-05", "2024-05-07", False)
    assert [member["iso"] for member in data["members"]] == ["2024-05-05", "2024-05-07"]
    assert parse_date("৮টা").as_dict()["alternatives"] == ["T20:00"]
    assert parse_date("শনিবার").as_dict()["earliest"] is None
