"""The rules that textbooks of Bengali give for phalas, visarga and silent vowels."""

import unicodedata

from cases_reader import read_cases
from rows import each_row

from banglanorm import to_ipa
from banglanorm.tables import read_table


def test_words_are_spoken_by_the_textbook() -> None:
    cases = read_cases("latin/textbook")
    right = [to_ipa(case["word"]) == unicodedata.normalize("NFC", case["ipa"]) for case in cases]
    assert sum(right) >= 0.97 * len(cases)


@each_row("row", read_table("latin/pronunciation_clusters"))
def test_each_row_of_the_clusters_speaks_its_example(row: dict[str, str]) -> None:
    assert to_ipa(row["example"]) == unicodedata.normalize("NFC", row["ipa"])
    assert unicodedata.normalize("NFC", row["cluster"]) in unicodedata.normalize("NFC", row["example"])
