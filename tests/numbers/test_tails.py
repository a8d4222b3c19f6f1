"""Rows of what is written onto number words: the whole example is a number, the whole counterexample is none."""

from banglanorm import find_numbers
from banglanorm.tables import read_table


def _found(text: str) -> list[str]:
    return [match.text for match in find_numbers(text)]


def test_each_tail_is_read_in_its_example_and_not_in_its_counterexample() -> None:
    for row in read_table("numbers/tails"):
        assert _found(row["example"]) == [row["example"]], row
        assert row["counterexample"] not in _found(row["counterexample"]), row


def test_more_than_so_many_may_have_an_ending() -> None:
    assert [(m.text, m.value, m.qualifier) for m in find_numbers("বয়স পঞ্চাশোর্ধ্বদের, ষাটোর্ধ্ব")] == [
        ("পঞ্চাশোর্ধ্বদের", 50, "more_than"), ("ষাটোর্ধ্ব", 60, "more_than"),
    ]  # fmt: skip
