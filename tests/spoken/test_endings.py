"""Rows of what is written onto numbers: each example needs its row, which the counterexample does without."""

from collections.abc import Callable

import pytest

from banglanorm import to_written, verbalize
from banglanorm.tables import read_table

ROWS = [
    *(("endings", verbalize, "spoken", row) for row in read_table("spoken/endings")),
    *(("clock_words", verbalize, "spoken", row) for row in read_table("spoken/clock_words")),
    *(("written_endings", to_written, "digits", row) for row in read_table("spoken/written_endings")),
]


@pytest.mark.parametrize(("table", "change", "column", "row"), ROWS, ids=str)
def test_each_ending_is_written_as_its_row_says(
    table: str, change: Callable[[str], str], column: str, row: dict[str, str]
) -> None:
    assert change(row["example"]) == row[column]
    counter = f"counter_{column}"
    assert change(row["counterexample"]) == row[counter]
