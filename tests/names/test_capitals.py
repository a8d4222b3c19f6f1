"""Capitals of names in a text in Latin letters."""

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from hypothesis import given
from rows import each_row

from banglanorm import ConfigError, romanize
from banglanorm.names import lexicon
from banglanorm.names.keys import fold
from banglanorm.tables import read_table


@each_row("case", read_cases("names/capitals"))
def test_only_what_is_surely_a_name_begins_with_one(case: dict[str, str]) -> None:
    assert romanize(case["text"], capitals="names") == case["latin"]


def test_sentences_are_the_default() -> None:
    assert romanize("আমি ঢাকায়") == romanize("আমি ঢাকায়", capitals="sentences") == "Ami dhakay"


def test_a_scheme_without_capitals_has_none() -> None:
    assert romanize("আমি ঢাকায়", scheme="iso15919", capitals="names") == romanize("আমি ঢাকায়", scheme="iso15919")


def test_another_choice_is_refused_by_name() -> None:
    with pytest.raises(ConfigError, match=r"'all'.*sentences or names"):
        romanize("ঢাকা", capitals="all")  # type: ignore[arg-type]


@given(strategies.texts)
def test_nothing_but_capitals_changes(text: str) -> None:
    assert romanize(text, capitals="names").lower() == romanize(text).lower()


def test_a_common_word_is_in_the_table_for_a_place() -> None:
    for row in read_table("names/common_words"):
        assert not lexicon.is_surely_a_name(fold(row["bn"])), row
        assert romanize(f"ওই {row['bn']}", capitals="names")[3:].islower(), row
