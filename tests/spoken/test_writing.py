"""The way back from speech to digits."""

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import (
    ConfigError,
    find_numbers,
    format_number,
    number_to_words,
    to_written,
    to_written_explained,
    verbalize,
)
from banglanorm.tables import read_table


@each_row("case", read_cases("spoken/written"))
def test_cases(case: dict[str, str]) -> None:
    assert to_written(case["spoken"]) == case["written"]


@each_row("row", read_table("spoken/idioms"))
def test_idioms_stay(row: dict[str, str]) -> None:
    assert to_written(f"এ যেন {row['idiom']}") == f"এ যেন {row['idiom']}"


def test_ascii_digits() -> None:
    assert to_written("সাতচল্লিশ জন", digits="ascii") == "47 জন"


def test_edits_are_told_where_they_stand_in_a_text_of_several_lines() -> None:
    edits = to_written_explained("ক পঞ্চাশ জন\n\nসাত শতাংশ\nabc\nনব্বই টাকা").edits
    assert [(edit.start, edit.end, edit.after, edit.rules) for edit in edits] == [
        (2, 8, "৫০", ("cardinal",)), (13, 16, "৭", ("percent",)), (27, 32, "৯০", ("currency",)),
    ]  # fmt: skip


@pytest.mark.parametrize("option", ["digits", "region"])
def test_a_wrong_option_is_refused_by_name(option: str) -> None:
    with pytest.raises(ConfigError, match=f"{option}.*'nonsense'"):
        to_written("এক", **{option: "nonsense"})


@given(strategies.texts())
def test_the_edits_replay(text: str) -> None:
    explanation = to_written_explained(text)
    assert explanation.replay() == explanation.text == to_written(text)
    assert all(edit.before == text[edit.start : edit.end] for edit in explanation.edits)


@given(st.integers(10, 10**12))
def test_a_number_comes_back_with_its_value(number: int) -> None:
    line = to_written(verbalize(f"মোট {format_number(number)} টাকা"))
    assert [match.value for match in find_numbers(line)] == [number]


@given(st.integers(10, 10**9), st.sampled_from(["standard", "লক্ষ", "শত", "শ কুড়ি", "উন"]))
def test_every_style_comes_back(number: int, style: str) -> None:
    line = to_written(f"মোট {number_to_words(number, style=style)} টাকা")
    assert [match.value for match in find_numbers(line)] == [number]


@given(st.text("0123456789", min_size=6, max_size=14))
def test_digits_said_one_by_one_come_back(digits: str) -> None:
    said = " ".join(number_to_words(int(digit)) for digit in digits)
    assert to_written(f"ফোন {said}", digits="ascii") == f"ফোন {digits}"


@pytest.mark.parametrize("function", [to_written, to_written_explained])
def test_only_text_is_taken(function) -> None:
    with pytest.raises(TypeError, match="expected str, got bytes"):
        function(b"")
