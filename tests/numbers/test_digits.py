"""Digits of both scripts, grouping, and what only looks like a number."""

from decimal import Decimal

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import NumberParseError, to_ascii_digits, to_bengali_digits
from banglanorm.numbers.digits import group_digits, read_digits


def test_only_digits_change() -> None:
    assert to_ascii_digits("১2৩ টাকা, Section ৪৫") == "123 টাকা, Section 45"
    assert to_bengali_digits("1২3 টাকা, Section 45") == "১২৩ টাকা, Section ৪৫"


def test_text_without_digits_is_handed_back() -> None:
    text = "কোনো সংখ্যা নেই"
    assert to_ascii_digits(text) is text
    assert to_bengali_digits(text) is text


@each_row(
    "text, value",
    [
        ("০", 0),
        ("০০৭", 7),
        ("১2৩", 123),
        ("১২,৩৪,৫৬৭", 1234567),
        ("1,234,567", 1234567),
        ("১,২৩৪", 1234),
        ("১,০০,০০,০০০", 10000000),
        ("২.৫০", Decimal("2.50")),
        ("১২,৩৪৫.৬৭", Decimal("12345.67")),
    ],
)
def test_read_digits(text: str, value: int | Decimal) -> None:
    got = read_digits(text)
    assert (got, type(got), str(got)) == (value, type(value), str(value))


@each_row(
    "text",
    [
        "",
        ",",
        "১,২৩,৪",
        "১,২৩৪৫",
        "১২,৩৪",
        "১২৩,৪৫,৬৭৮",
        ",১২৩",
        "১২৩,",
        "১.",
        ".৫",
        "১.২.৩",
        "১ ২",
        "٣",
        "²",
        "x",
        "১" * 5000,
    ],
)
def test_what_is_not_a_number_in_digits(text: str) -> None:
    with pytest.raises(NumberParseError):
        read_digits(text)


def test_grouping() -> None:
    assert [group_digits("1" * n, "lakh") for n in (1, 3, 4, 6, 8)] == ["1", "111", "1,111", "1,11,111", "1,11,11,111"]
    assert group_digits("1234567", "western") == "1,234,567"
    assert group_digits("1234567", "none") == "1234567"


@given(st.integers(0, 10**40), st.sampled_from(["lakh", "western", "none"]))
def test_grouped_digits_are_read_back(n: int, grouping: str) -> None:
    assert read_digits(to_bengali_digits(group_digits(str(n), grouping))) == n


@given(strategies.texts())
def test_there_and_back(text: str) -> None:
    ascii_only = to_ascii_digits(text)
    assert to_ascii_digits(to_bengali_digits(ascii_only)) == ascii_only
    assert len(ascii_only) == len(text)
    assert not any("০" <= char <= "৯" for char in ascii_only)


@pytest.mark.parametrize("function", [to_ascii_digits, to_bengali_digits, read_digits])
def test_only_str(function: object) -> None:
    with pytest.raises(TypeError, match="decode it first"):
        function(b"1")  # type: ignore[operator]
