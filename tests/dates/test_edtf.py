"""The package ``edtf`` reads what the documentation calls EDTF; the rest is ISO 8601 alone, or not settled."""

import warnings
from datetime import datetime

import pytest
from cases_reader import read_cases
from depth import sample
from hypothesis import given
from rows import each_row
from strategies_dates import date_noise, references, regions

from banglanorm import find_dates, parse_date

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # the grammar of edtf is older than the warnings of its parser generator
    from edtf import EDTFParseException, parse_edtf

LEVELS = [
    ("৮ মে ২০২৪", "Date"),
    ("মে ২০২৪", "Date"),
    ("২০২৪ সাল", "Date"),
    ("খ্রিস্টপূর্ব ৪৪ অব্দের ১৫ মার্চ", "Date"),
    ("৫ মে ২০২৪ রাত ৮টা ৫ মিনিট", "DateAndTime"),
    ("৫ থেকে ৯ মে ২০২৪", "Interval"),
    ("২০২৩ সালের জুলাই–সেপ্টেম্বর", "Interval"),
    ("নব্বইয়ের দশক", "Unspecified"),
    ("ঊনবিংশ শতাব্দী", "Unspecified"),
    ("১৮৭২ সালের দিকে", "UncertainOrApproximate"),
    ("১৯৩৬?", "UncertainOrApproximate"),
    ("১ রমজান ১৪৪৫", "UncertainOrApproximate"),
    ("রমজান ১৪৪৫ হিজরি", "Level1Interval"),
    ("১৫ আগস্ট", "PartialUnspecified"),
    ("১৫ থেকে ২০ আগস্ট", "Level2Interval"),
    ("৪, ৫ ও ৮ মার্চ ২০২৪", "MultipleDates"),
    ("১০ বা ১১ মে ২০২৪", "OneOfASet"),
]


def as_edtf(iso: str) -> str:
    """EDTF wants seconds; ISO 8601 does not."""
    return iso + ":00" if "T" in iso and iso.count(":") == 1 else iso


@each_row("text,kind", LEVELS)
def test_levels(text, kind):
    assert type(parse_edtf(as_edtf(parse_date(text).iso))).__name__ == kind


def is_edtf(value) -> bool:
    """EDTF has no weeks, no times without a day, no intervals with times, and no lengths."""
    times = "T" in value.iso and ("/" in value.iso or value.kind == "time")
    return value.kind != "duration" and "W" not in value.iso and not times


@each_row("case", sample(read_cases("dates/dates"), 50))
def test_every_case_is_of_one_of_the_two_standards(case):
    when = datetime.fromisoformat(case["reference"]) if case["reference"] else None
    value = parse_date(case["text"], reference=when, region=case["region"])
    if value.iso is not None and is_edtf(value):
        assert parse_edtf(as_edtf(value.iso)) is not None


@given(date_noise(), references(), regions())
def test_whatever_is_found_is_of_one_of_the_two_standards(text, reference, region):
    for match in find_dates(text, reference=reference, region=region):
        if match.value.iso is not None and is_edtf(match.value):
            try:
                assert parse_edtf(as_edtf(match.value.iso)) is not None
            except EDTFParseException:
                pytest.fail(match.value.iso)
