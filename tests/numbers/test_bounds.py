"""What a number says at its borders: bounds, shares of more than a whole, errors that help."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import find_numbers, number_to_words, parse_number
from banglanorm.numbers.phones import FEWEST_DIGITS, _patterns, phone_digits


@each_row(
    "text, bounds",
    [
        ("একশোর বেশি লোক", (100, None)),
        ("অন্তত একশো লোক", (100, None)),
        ("একশোর কম লোক", (None, 100)),
        ("সর্বোচ্চ একশো লোক", (None, 100)),
        ("একশো লোক", (100, 100)),
        ("দুই-তিনশো টাকা", (200, 300)),
        ("দুই থেকে তিন হাজার টাকা", (2000, 3000)),
        ("দেড়-দুই লাখ টাকা", (150_000, 200_000)),
    ],
)
def test_bounds(text: str, bounds: tuple[int | None, int | None]) -> None:
    (found,) = find_numbers(text)
    assert (found.low, found.high) == bounds


def test_a_share_is_less_than_the_whole() -> None:
    assert [found.kind for found in find_numbers("পাঁচ ভাগের দুই ভাগ")] == ["fraction"]
    assert "fraction" not in {found.kind for found in find_numbers("পাঁচ ভাগের পাঁচ ভাগ, পাঁচ ভাগের সাত ভাগ")}


def test_a_scale_after_a_point_multiplies_it() -> None:
    assert parse_number("তিন দশমিক পাঁচ লাখ") == 350_000
    assert parse_number("শূন্য দশমিক শূন্য পাঁচ কোটি") == 500_000


def test_only_a_float_is_told_of_decimals() -> None:
    with pytest.raises(TypeError, match=r"got float: use Decimal\(str\(value\)\)"):
        number_to_words(1.5)
    with pytest.raises(TypeError, match=r"got str$"):
        number_to_words("5")


@pytest.mark.parametrize(("text", "found"), [("৫-দিন", "৫-দিন"), ("১০-লোক", "১০"), ("৫-কাল", "৫")])
def test_what_is_joined_with_a_hyphen_belongs_to_the_number_if_it_is_a_unit(text: str, found: str) -> None:
    assert [match.text for match in find_numbers(text)] == [found]


@given(st.sampled_from(_patterns()).flatmap(lambda pattern: st.from_regex(pattern.pattern, fullmatch=True)))
def test_no_phone_number_has_fewer_digits(number: str) -> None:
    assert len(number.removeprefix("+")) >= FEWEST_DIGITS
    assert phone_digits("০৫৬২১২৩") == "0562123"
