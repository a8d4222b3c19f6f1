"""Values in words."""

import decimal
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import BanglaDate, BanglanormError, ConfigError, money_to_words, say_date, say_time


@each_row(
    "amount, options, words",
    [
        (0, {}, "শূন্য টাকা মাত্র"),
        (Decimal("0.05"), {}, "পাঁচ পয়সা মাত্র"),
        (Decimal("12.5"), {}, "বারো টাকা পঞ্চাশ পয়সা মাত্র"),
        (Decimal("12.500"), {}, "বারো টাকা পঞ্চাশ পয়সা মাত্র"),
        (Decimal("1E+3"), {"only": False}, "এক হাজার টাকা"),
        (Decimal("-0"), {}, "শূন্য টাকা মাত্র"),
        (150000, {"currency": "INR", "style": "লক্ষ"}, "এক লক্ষ পঞ্চাশ হাজার রুপি মাত্র"),
        (Decimal("3.20"), {"currency": "USD"}, "তিন ডলার বিশ সেন্ট মাত্র"),
    ],
)
def test_money(amount: object, options: dict[str, object], words: str) -> None:
    assert money_to_words(amount, **options) == words


@pytest.mark.parametrize("amount", [-1, Decimal("-0.01"), Decimal("1.005"), Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_amount_of_money(amount: object) -> None:
    with pytest.raises(BanglanormError):
        money_to_words(amount)


@pytest.mark.parametrize("amount", [1.5, True, "5", None])
def test_other_types_are_refused(amount: object) -> None:
    with pytest.raises(TypeError, match="expected int or Decimal"):
        money_to_words(amount)


def test_an_unknown_currency_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match=r"currency: expected one of 'BDT', .*, got 'XYZ'"):
        money_to_words(1, currency="XYZ")


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_every_amount_keeps_its_hundredths_in_any_context(whole: int, part: int) -> None:
    with decimal.localcontext(prec=1):
        words = money_to_words(Decimal((0, tuple(map(int, f"{whole}{part:02}")), -2)), only=False)
    assert ("পয়সা" in words) == bool(part)
    assert ("টাকা" in words) == bool(whole or not part)


def test_dates_and_times() -> None:
    assert say_date(date(2024, 8, 1), region="in", dates="cardinal") == "এক অগস্ট দুই হাজার চব্বিশ"
    assert say_date(BanglaDate(1431, 1, 1)) == "পয়লা বৈশাখ চৌদ্দশো একত্রিশ"
    assert say_time(time(0, 15)) == "রাত সোয়া বারোটা"
    assert say_time(time(16, 30), clock="digits") == "বিকেল চারটা ত্রিশ মিনিট"


@pytest.mark.parametrize(("function", "value"), [(say_date, "2024-01-01"), (say_time, date(2024, 1, 1))])
def test_only_their_own_types(function, value) -> None:
    with pytest.raises(TypeError, match="expected"):
        function(value)
