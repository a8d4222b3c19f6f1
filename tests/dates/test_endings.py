"""Rows of the endings that words of dates take, each with a date that its counterexample does not have."""

from datetime import date

from banglanorm import find_dates
from banglanorm.tables import read_table

SOME_DAY = date(2024, 5, 15)


def _found(text: str) -> list[str]:
    return [match.text for match in find_dates(text, reference=SOME_DAY)]


def test_each_ending_is_read_in_its_example_and_no_other_in_its_counterexample() -> None:
    for row in read_table("dates/endings"):
        assert row["found"] in _found(row["example"]), row
        assert not {row["found"], row["counterexample"]} & set(_found(row["counterexample"])), row


def test_each_word_of_a_plan_tells_the_day_of_its_example_from_that_of_its_counterexample() -> None:
    for row in read_table("dates/plans"):
        for text, iso in ((row["example"], row["iso"]), (row["counterexample"], row["counter_iso"])):
            found = find_dates(text, reference=SOME_DAY)
            assert (found[0].value.iso if found else "") == iso, row
