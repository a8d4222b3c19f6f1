"""Dates at the borders of what is one: years in brackets, days after the month, decades, midnight, tense of a verb."""

from datetime import date

import pytest
from cases_reader import read_cases
from rows import each_row

from banglanorm import find_dates, parse_date


@each_row(
    "text, iso",
    [
        ("লেখা [১৭০১]", ["1701"]),
        ("লেখা [১৭০০]", []),
        ("লেখা [২০৪৯]", ["2049"]),
        ("লেখা [২০৫০]", []),
        ("৩৬শে জুলাই ২০২৪", ["2024-08-05"]),
        ("৩৬শে আগস্ট ২০২৪", []),
        ("১৯৯০-এর দশক", ["199X"]),
        ("১৯৯৫-এর দশক", []),
        ("12:00 AM", ["T00:00"]),
        ("12:30 AM", ["T00:30"]),
        ("১২:৫৯ এ.এম.", ["T00:59"]),
        ("১:০৫ এ.এম.", ["T01:05"]),
        ("12:30 PM", ["T12:30"]),
        ("রাত দেড়টা", ["T01:30"]),
        ("সকাল ৯:৫০ থেকে ৫:১০", ["T09:50/T17:10"]),
        ("সকাল ৯:৫০ থেকে ৯:৪০", ["T09:50/T21:40"]),
        ("দুপুর আড়াইটা", ["T14:30"]),
        ("রাত আড়াইটায়", ["T02:30"]),
    ],
)
def test_borders(text: str, iso: list[str]) -> None:
    assert [found.value.iso for found in find_dates(text)] == iso


@pytest.mark.parametrize(
    ("text", "iso"), [("হবে শনিবার", "2024-05-18"), ("হয়েছিল শনিবার", "2024-05-11"), ("গেল শনিবার", "2024-05-11")]
)
def test_a_verb_at_the_very_beginning_tells_the_week(text: str, iso: str) -> None:
    (found,) = find_dates(text, reference=date(2024, 5, 16))
    assert found.value.iso == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("১৮ মে সভা হবে", "2024-05-18"),
        ("১৪ মে সভা হয়েছিল", "2024-05-14"),
        ("১৪ ডিসেম্বর সভা হয়েছিল", "2023-12-14"),
        ("১৪ জানুয়ারি সভা হবে", "2025-01-14"),
        ("১৪ জানুয়ারি ২০২০ সভা হবে", "2020-01-14"),
    ],
)
def test_the_verb_says_on_which_side_a_day_without_its_year_lies(text: str, iso: str) -> None:
    assert find_dates(text, reference=date(2024, 5, 16))[0].value.iso == iso


@pytest.mark.parametrize(
    ("text", "iso", "others"),
    [
        ("৬ জুলাই সভা হয়েছিল", "2024-07-06", ()),  # within a month the verb may be about what concerns the day
        ("৭ জুলাই সভা হয়েছিল", "2023-07-07", ("2024-07-07",)),  # beyond, it decides
        ("৭ জুলাই সভা", "2024-07-07", ()),
        ("৫ সেপ্টেম্বর সভা", "2024-09-05", ()),
        ("৬ সেপ্টেম্বর সভা", "2024-09-06", ("2023-09-06",)),  # beyond a quarter of a year either may be meant
        ("৬ সেপ্টেম্বর সভা হয়েছিল", "2023-09-06", ("2024-09-06",)),
        ("আগামী ১০ ডিসেম্বর সভা হবে", "2024-12-10", ()),
    ],
)
def test_how_near_a_day_is_what_its_verb_counts_for(text: str, iso: str, others: tuple[str, ...]) -> None:
    (found,) = find_dates(text, reference=date(2024, 6, 5))
    assert (found.value.iso, found.value.alternatives) == (iso, others)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("গতকাল থেকে আজ", "relative"),
        ("সোমবার থেকে বুধবার", "relative"),
        ("সোমবার সকাল ৮টা থেকে দুপুর ১টা", "interval"),
    ],
)
def test_what_is_known_of_a_period_without_a_reference(text: str, kind: str) -> None:
    value = parse_date(text)
    assert (value.kind, value.iso, len(value.members)) == (kind, None, 2)


def test_what_is_known_of_a_value_besides_its_iso_form() -> None:
    for case in read_cases("dates/values"):
        value = parse_date(case["text"], reference=date(2024, 6, 5))
        days = (str(day or "") for day in (value.earliest, value.latest))
        found = (value.iso, value.kind, value.precision, value.calendar, *days, "|".join(value.conflicts))
        assert (case["text"], *found, str(len(value.members))) == tuple(case.values())
