"""Rows of what is written onto numbers: each example needs its row, which the counterexample does without."""

from rows import each_row

from banglanorm import to_written, verbalize
from banglanorm.tables import read_table

SAID = [*read_table("spoken/endings"), *read_table("spoken/clock_words")]


@each_row("row", SAID)
def test_each_ending_of_digits_is_said_as_its_row_says(row: dict[str, str]) -> None:
    assert verbalize(row["example"]) == row["spoken"]
    assert verbalize(row["counterexample"]) == row["counter_spoken"]


@each_row("row", read_table("spoken/written_endings"))
def test_each_ending_of_words_is_written_as_its_row_says(row: dict[str, str]) -> None:
    assert to_written(row["example"]) == row["digits"]
    assert to_written(row["counterexample"]) == row["counter_digits"]


def test_endings_in_the_other_encoding_are_the_same() -> None:
    assert verbalize("১৯৭১\N{BENGALI LETTER YYA}\N{BENGALI VOWEL SIGN E}") == verbalize("১৯৭১য়ে") == "উনিশশো একাত্তরে"
