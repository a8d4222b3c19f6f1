"""What stands seldom in a text: ends that do not fit, units twice, quarters, tenses, what has no reference."""

from datetime import datetime

import pytest
from rows import each_row

from banglanorm import DateParseError, Temporal, find_dates, format_time, parse_date
from banglanorm.dates.lengths import Length

NOON = datetime(2024, 8, 14, 12)


def iso(text: str) -> str | None:
    return parse_date(text, reference=NOON).iso


@each_row(
    "text",
    [
        "২০১৩-১২",  # the second is before the first
        "১৮৬২-১৮৬১",
        "১৬১০-১৬২০",  # anything may be counted from here to there
        "২০২০ থেকে ২০১০",
        "১৯৯৯-০২",
        "৪৫ শতকের",
        "সকাল ৯:৭০",
        "২৫:৭০",
        "৩ ঘণ্টা ২ ঘণ্টা",
        "ঘণ্টা",
        "১.২.৩.৪",
        "৩.১৪১৫",
        "১,২৩,৪",
        "২০০০-এর",  # round numbers may count anything
        "৩০০ থেকে",
        "মাসখানেক পর এসেছিলেন",  # in what is told, after another day
    ],
)
def test_no_date_is_made_of_what_may_be_none(text: str) -> None:
    assert find_dates(text, reference=NOON) == []
    with pytest.raises(DateParseError):
        parse_date(text, reference=NOON)


@each_row(
    "text, value",
    [
        ("১৮৬১-১৮৬২", "1861/1862"),
        ("ঊনবিংশ শতকের ষাটের দশক", "186X"),
        ("গত শতকের ষাটের দশক", "196X"),
        ("চলতি বছরের ৫ বৈশাখ", "2024-04-18"),
        ("চলতি বছরের দ্বিতীয় প্রান্তিক", "2024-04/2024-06"),
        ("গত অর্থবছরের প্রথম প্রান্তিক", "2023-07/2023-09"),
        ("গত মাসের শেষ সপ্তাহ", "2024-07-25/2024-07-31"),
        ("গত মাঘ", "2024-01-15/2024-02-13"),
        ("আগামী বৈশাখ", "2025-04-14/2025-05-14"),
        ("আগামী ৩ দিন", "2024-08-14/2024-08-17"),
        ("১০-১২ ও ১৫ মে", "{2024-05-10,2024-05-11,2024-05-12,2024-05-15}"),
        ("৫ জমাদিউস সানি", "2024-12-07~"),
        ("৫ রবিউল আউয়াল ১৪৪০", "2018-11-14~"),
        ("১৮৫০-এর", "1850"),
    ],
)
def test_what_is_seldom_said(text: str, value: str) -> None:
    assert iso(text) == value


def test_points_between_digits_make_a_date_where_they_can_make_nothing_else() -> None:
    dates = {"১২.০৩.১৭": "2017-03-12", "১.১.২০১৭": "2017-01-01", "১.১২.২০১৭": "2017-12-01", "১২.১.২০১৭": "2017-01-12"}
    assert {text: match.value.iso for text in dates for match in find_dates(text)} == dates
    assert find_dates("২.৩.১৭ ধারা") == []  # a section


@each_row(
    "text",
    [
        "চলতি বছরের দ্বিতীয় প্রান্তিক",
        "গত অর্থবছরের প্রথম প্রান্তিক",
        "গত মাসের শেষ সপ্তাহ",
        "গত অর্থবছর",
        "আগামী ৩ দিন",
        "৫ মে সকাল ১০টা থেকে ১২টা",
        "আগামী বৈশাখ",
        "৫ জমাদিউস সানি",
    ],
)
def test_without_a_reference_its_kind_is_known_and_its_value_is_not(text: str) -> None:
    value = parse_date(text)
    assert (value.iso, value.kind in ("relative", "date", "interval")) == (None, True)


def test_a_day_that_no_year_has() -> None:
    with pytest.raises(DateParseError, match="there is no day 30 in month 2 of any year near 2024"):
        parse_date("৩০ ফেব্রুয়ারি", reference=NOON)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("কাল সকাল ৯টায় আসবেন", "2024-08-15T09:00"),
        ("কাল সকাল ৯টায় এসেছিলেন", "2024-08-13T09:00"),
        ("কাল এসেছিলেন", "2024-08-13"),
        ("কাল আসবেন", "2024-08-15"),
    ],
)
def test_the_tense_tells_which_day_is_meant(text: str, value: str) -> None:
    assert [match.value.iso for match in find_dates(text, reference=NOON)] == [value]


def test_the_weekday_tells_which_day_is_meant() -> None:
    assert (iso("কাল মঙ্গলবার"), iso("কাল বৃহস্পতিবার")) == ("2024-08-13", "2024-08-15")


def test_parts_of_what_has_no_value_are_found() -> None:
    found = [(match.text, match.value.iso) for match in find_dates("৫ মে সকাল ১০টা থেকে ১২টা")]
    assert found == [("৫ মে", "XXXX-05-05"), ("সকাল ১০টা", "T10:00"), ("১২টা", "T12:00")]


def test_what_a_find_looks_like() -> None:
    assert [repr(match) for match in find_dates("৫ মে ২০২০")] == ["DateMatch(0, 9, '৫ মে ২০২০', '2020-05-05')"]


def test_a_length_longer_than_python_can_hold() -> None:
    with pytest.raises(ValueError, match="timedelta"):
        Temporal(f"P{10**12}D", "duration", "day").to_timedelta()
    assert str(Length(days=3).iso) == "P3D"


def test_a_time_of_day_is_a_time() -> None:
    with pytest.raises(TypeError, match="expected a time, got datetime"):
        format_time(NOON)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["রাত ১৩:০০", "সকাল ১৩টা"])
def test_an_hour_after_noon_in_digits_is_that_hour_whatever_the_part_of_the_day(text: str) -> None:
    assert iso(text) == "T13:00"
