"""Hypothesis strategies for numbers: values, ways to write them, and sentences with them."""

from decimal import Decimal
from fractions import Fraction

import strategies
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from banglanorm import format_number, number_to_words

STYLES = ("standard", "লক্ষ", "শত", "শ", "উন", "কুড়ি", "লক্ষ শত উন কুড়ি")


def integers() -> SearchStrategy[int]:
    """Whole numbers of every size, the round ones more often."""
    powers = st.integers(0, 25).map(lambda power: 10**power)
    round_ones = st.builds(int.__mul__, st.integers(0, 99), powers)
    return st.one_of(st.integers(0, 10**4), st.integers(0, 10**30), round_ones, st.integers(-(10**20), 0))


def decimals() -> SearchStrategy[Decimal]:
    """Finite decimals with up to twelve places, zeros at the end included."""
    return st.builds(lambda n, places: Decimal(n).scaleb(-places), st.integers(-(10**15), 10**15), st.integers(0, 12))


def fractions() -> SearchStrategy[Fraction]:
    """Fractions, the halves and quarters more often."""
    return st.one_of(
        st.builds(Fraction, st.integers(-400, 400), st.sampled_from((2, 4))),
        st.fractions(min_value=-(10**6), max_value=10**6, max_denominator=10**4),
    )


def values() -> SearchStrategy[int | Decimal | Fraction]:
    """A value of any of the three types."""
    return st.one_of(integers(), decimals(), fractions())


_SHAPES = (
    "{}",
    "{}টি",
    "{} জন",
    "{} টাকা",
    "{} শতাংশ",
    "{}-{} হাজার",
    "{} থেকে {} লাখ",
    "{}ই মে",
    "{}ম",
    "{} বছরের",
    "প্রায় {}",
)
_LEXEMES = (
    "নয়",
    "এক",
    "বার",
    "লক্ষ",
    "শত",
    "শো",
    "দু’",
    "ছ’",
    "সাড়ে",
    "দশমিক",
    "মাইনাস",
    "তম",
    "হাজার",
    "কোটি",
    "কয়েক",
    "ভাগের",
)


def expressions() -> SearchStrategy[str]:
    """A number as it stands in a sentence, in words or digits."""
    whole = st.integers(0, 10**9)
    written = st.one_of(whole.map(number_to_words), whole.map(format_number), strategies.numbers())
    return st.builds(str.format, st.sampled_from(_SHAPES), written, written)


def sentences() -> SearchStrategy[str]:
    """Numbers, words of numbers in any order, and other text."""
    part = st.one_of(expressions(), st.sampled_from(_LEXEMES), strategies.words(), strategies.pieces())
    return st.lists(st.builds("{}{}".format, part, st.sampled_from((" ", " ", ", ", "-", "", "।\n"))), max_size=6).map(
        "".join
    )
