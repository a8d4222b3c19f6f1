"""Dates at the borders of what is one: years in brackets, days after the month, decades, midnight, tense of a verb."""

from datetime import date

import pytest

from banglanorm import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
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
