"""number_to_words and format_number, and that parse_number is their inverse."""

import sys
from collections.abc import Callable
from decimal import Context, Decimal, FloatOperation, Inexact, Rounded, localcontext
from fractions import Fraction

import numpy as np
import pytest
import strategies_numbers
from depth import sample
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import (
    BanglanormError,
    ConfigError,
    NumberParseError,
    find_numbers,
    format_number,
    number_to_words,
    parse_number,
)
from banglanorm.script.aksharas import is_wellformed

Number = int | Decimal | Fraction


@each_row(
    "n, words",
    [
        (0, "শূন্য"),
        (28, "আঠাশ"),
        (59, "ঊনষাট"),
        (100, "একশো"),
        (219, "দুইশো উনিশ"),
        (1000, "এক হাজার"),
        (100_000, "এক লাখ"),
        (10_000_000, "এক কোটি"),
        (10_000_007, "এক কোটি সাত"),
        (10**12, "এক লাখ কোটি"),
        (10**14, "এক কোটি কোটি"),
        (12_345_678, "এক কোটি তেইশ লাখ পঁয়তাল্লিশ হাজার ছয়শো আটাত্তর"),
        (-7, "মাইনাস সাত"),
        (Decimal("3.05"), "তিন দশমিক শূন্য পাঁচ"),
        (Decimal("1.0"), "এক দশমিক শূন্য"),
        (Decimal("-0.50"), "মাইনাস শূন্য দশমিক পাঁচ শূন্য"),
        (Decimal("1E+3"), "এক হাজার"),
        (Fraction(1, 2), "অর্ধেক"),
        (Fraction(3, 2), "দেড়"),
        (Fraction(5, 2), "আড়াই"),
        (Fraction(7, 2), "সাড়ে তিন"),
        (Fraction(5, 4), "সোয়া এক"),
        (Fraction(7, 4), "পৌনে দুই"),
        (Fraction(395, 4), "পৌনে নিরানব্বই"),
        (Fraction(199, 2), "সাড়ে নিরানব্বই"),
        (Fraction(399, 4), "তিনশো নিরানব্বই-চতুর্থাংশ"),  # পৌনে একশো is 75
        (Fraction(201, 2), "দুইশো এক-দ্বিতীয়াংশ"),  # সাড়ে একশো is 150
        (Fraction(2, 3), "দুই-তৃতীয়াংশ"),
        (Fraction(3, 7), "তিন-সপ্তমাংশ"),
        (Fraction(3, 37), "সাঁইত্রিশ ভাগের তিন ভাগ"),
        (Fraction(4, 2), "দুই"),
    ],
)
def test_words(n: Number, words: str) -> None:
    assert number_to_words(n) == words


@each_row(
    "n, style, words",
    [
        (120_000, "লক্ষ কুড়ি", "এক লক্ষ কুড়ি হাজার"),
        (159, "শত উন", "একশত উনষাট"),
        (300, "শ", "তিনশ"),
        (1971, "year", "উনিশশো একাত্তর"),
        (1900, "year", "উনিশশো"),
        (1752, "year শত", "সতেরোশত বাহান্ন"),
        (2024, "year", "দুই হাজার চব্বিশ"),
        (90210, "digits", "নয় শূন্য দুই এক শূন্য"),
    ],
)
def test_styles(n: int, style: str, words: str) -> None:
    assert number_to_words(n, style=style) == words


@each_row(
    "n, words",
    [
        (1, "প্রথম"),
        (6, "ষষ্ঠ"),
        (11, "একাদশ"),
        (21, "একবিংশ"),
        (22, "বাইশতম"),
        (30, "ত্রিশতম"),
        (100, "শততম"),
        (101, "একশো একতম"),
        (1000, "হাজারতম"),
    ],
)
def test_ordinals(n: int, words: str) -> None:
    assert number_to_words(n, ordinal=True) == words


@pytest.mark.parametrize("n", [0, -1, Decimal("1.5"), Fraction(1, 2)])
def test_what_has_no_ordinal(n: Number) -> None:
    with pytest.raises(BanglanormError, match="at least 1"):
        number_to_words(n, ordinal=True)


@pytest.mark.parametrize("n", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+100000")])
def test_what_has_no_words(n: Decimal) -> None:
    with pytest.raises(BanglanormError):
        number_to_words(n)
    with pytest.raises(BanglanormError):
        format_number(n)


@each_row("function", [number_to_words, format_number, lambda n: number_to_words(n, ordinal=True)])
@each_row("n", [1.5, "5", None])
def test_only_exact_numbers(function: object, n: object) -> None:
    with pytest.raises(TypeError, match="expected int, Decimal or Fraction"):
        function(n)  # type: ignore[operator]


def test_unknown_choices_are_refused() -> None:
    with pytest.raises(ConfigError, match="লাখ/লক্ষ"):
        number_to_words(1, style="french")
    for style in ("", None, 5):
        with pytest.raises(ConfigError):
            number_to_words(1, style=style)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="expected one of 'bengali', 'ascii'"):
        format_number(1, digits="roman")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="expected one of 'lakh', 'western', 'none'"):
        format_number(1, grouping="crore")  # type: ignore[arg-type]


@each_row(
    "n, options, text",
    [
        (1234567, {}, "১২,৩৪,৫৬৭"),
        (1234567, {"grouping": "western"}, "১,২৩৪,৫৬৭"),
        (-1234, {"digits": "ascii"}, "-1,234"),
        (Decimal("12345.50"), {}, "১২,৩৪৫.৫০"),
        (Decimal("-0.001"), {"digits": "ascii"}, "-0.001"),
        (Decimal("1E+5"), {"grouping": "none"}, "১০০০০০"),
        (Fraction(22, 7), {}, "২২/৭"),
        (999, {}, "৯৯৯"),
    ],
)
def test_format(n: Number, options: dict[str, str], text: str) -> None:
    assert format_number(n, **options) == text  # type: ignore[arg-type]


@given(strategies_numbers.values(), st.sampled_from(strategies_numbers.STYLES))
def test_words_are_read_back(n: Number, style: str) -> None:
    words = number_to_words(n, style=style)
    assert parse_number(words) == n
    assert is_wellformed(words)


@each_row("start", range(0, 10_000, 1_000))
def test_every_number_below_ten_thousand_is_read_back(start: int) -> None:
    for n in sample(range(start, start + 1_000), 250):
        assert parse_number(number_to_words(n)) == n
        assert parse_number(number_to_words(n, style="year")) == n


@given(st.integers(1, 10**12))
def test_ordinals_are_read_back(n: int) -> None:
    assert parse_number(number_to_words(n, ordinal=True)) == n


@given(st.integers(100, 10**20))
def test_digits_one_by_one_are_read_back(n: int) -> None:
    assert parse_number(number_to_words(n, style="digits")) == n


@given(strategies_numbers.values(), st.sampled_from(["bengali", "ascii"]), st.sampled_from(["lakh", "western", "none"]))
def test_formatted_numbers_are_read_back(n: Number, digits: str, grouping: str) -> None:
    text = format_number(n, digits=digits, grouping=grouping)  # type: ignore[arg-type]
    value = parse_number(text)
    assert value == n
    assert not isinstance(n, Decimal) or n.as_tuple().exponent >= 0 or f"{value:f}" == f"{n:f}"


LARGEST = 10**4000 - 1


@pytest.mark.parametrize(
    "n", [LARGEST, -LARGEST, 7 * 10**3999 + 3, Fraction(1, LARGEST), Decimal("1E-3999")], ids=range(5)
)
def test_numbers_of_four_thousand_digits_go_through(n: Number) -> None:
    assert parse_number(format_number(n)) == n
    assert isinstance(n, Fraction) or parse_number(number_to_words(n)) == n


@each_row("n", [LARGEST + 1, -LARGEST - 1, 10**100_000, Fraction(1, LARGEST + 1), Decimal("1E-4000")])
@each_row("function", [number_to_words, format_number, lambda n: number_to_words(n, ordinal=True)])
def test_longer_numbers_are_one_error(function: Callable[[Number], str], n: Number) -> None:
    with pytest.raises(BanglanormError, match="more than 4,000 digits"):
        function(n)


def test_the_digit_limit_of_the_interpreter_changes_nothing() -> None:
    old = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        assert parse_number(format_number(LARGEST)) == LARGEST
        assert parse_number(number_to_words(LARGEST, style="digits")) == LARGEST
        with pytest.raises(BanglanormError, match="at least 1"):
            number_to_words(-LARGEST, ordinal=True)
        with pytest.raises(NumberParseError, match="more than 4,000 digits"):
            parse_number("এক" + " কোটি" * 615 + " দশমিক ১")
    finally:
        sys.set_int_max_str_digits(old)


def test_the_decimal_context_changes_nothing() -> None:
    with localcontext(Context(prec=1, traps=[Inexact, Rounded, FloatOperation])):
        assert number_to_words(Decimal("-12.345")) == "মাইনাস বারো দশমিক তিন চার পাঁচ"
        assert format_number(Decimal("-1234.50"), digits="ascii") == "-1,234.50"
        assert str(parse_number("-১২.৩৪৫")) == "-12.345"
        assert str(parse_number("২.৫ লাখ")) == "250000"
        assert [m.as_dict()["value"] for m in find_numbers("২.৩৪৫ কেজি, ২ টাকা ৫০ পয়সা")] == ["2.345", "2.50"]


def test_what_is_an_index_is_an_integer() -> None:
    assert number_to_words(True, style="digits") == "এক"
    assert format_number(np.int64(1234567)) == "১২,৩৪,৫৬৭"  # type: ignore[arg-type]
    assert number_to_words(np.int16(-7)) == "মাইনাস সাত"  # type: ignore[arg-type]
