"""What stands seldom in a text: pairs that are none, debts, too many parts of a unit, numbers that end nowhere."""

from decimal import Decimal

import pytest
from rows import each_row

from banglanorm import NumberParseError, find_numbers, parse_number


def found(text: str) -> list[tuple[str, object]]:
    return [
        (match.text, match.value if match.kind != "range" else (match.low, match.high)) for match in find_numbers(text)
    ]


@each_row(
    "text",
    [
        "মোট .১,২০০ গ্রাম",
        "মাত্র একমাত্র",
        "৫ টাকা ২৫০ পয়সা",
        "সাড়ে ৫ টাকা ৫০ পয়সা",
        "একাদশ।",  # a team
        "পাঁচ দুই দিন",
        "এক দুই দিন",
        "দুই তিন সাল",
        "বারটি খোলা",  # twelve only of persons
    ],
)
def test_nothing_is_counted(text: str) -> None:
    assert find_numbers(text) == []


@each_row(
    "text, numbers",
    [
        ("মাত্র একটা", [("একটা", 1)]),
        ("একাদশ স্থান", [("একাদশ", 11)]),
        ("-৳৫০০", [("-৳৫০০", -500)]),
        ("\N{EN DASH}৳৫০০", [("৳৫০০", 500)]),  # a dash, not a minus
        ("৫০ টাকা ৫০ পয়সা", [("৫০ টাকা ৫০", Decimal("50.50"))]),
        ("৫০০ বা পাঁচ হাজার টাকা", [("৫০০", 500), ("পাঁচ হাজার", 5000)]),
        ("দুই|তিন", [("দুই", 2), ("তিন", 3)]),
        ("তিন তিনটি", [("তিন তিনটি", 3)]),
        ("দুই তিন জন", [("দুই তিন", (2, 3))]),
        ("দুই পাঁচশ জন", [("দুই পাঁচশ", (200, 500))]),
        ("রাত একটায়", [("একটায়", 1)]),
        ("বারজন লোক", [("বারজন", 12)]),
        ("সকালে ৫টি", [("৫টি", 5)]),
    ],
)
def test_what_is_counted(text: str, numbers: list[tuple[str, object]]) -> None:
    assert found(text) == numbers


@each_row(
    "text, message",
    [
        ("দুইশ তিনশ", "two numbers stand side by side"),
        ("তিনশ শত", "two hundreds stand side by side"),
        ("১.৫ দশমিক পাঁচ", "two decimal points"),
        ("দেড় দশমিক পাঁচ", "two decimal points"),
        ("সাড়ে দশমিক পাঁচ", "a fraction word stands without its number"),
        ("শত শত", "an indefinite quantity has no value"),
        ("দশ দশমিক পাঁচ দশমিক ছয়", "the parts do not make one number"),
    ],
)
def test_what_is_no_number_says_why(text: str, message: str) -> None:
    with pytest.raises(NumberParseError, match=message):
        parse_number(text)


def test_scales_one_after_the_other_multiply() -> None:
    assert parse_number("তিন শ কোটি কোটি") == 3 * 10**16
    assert parse_number("সওয়া শ") == 125
