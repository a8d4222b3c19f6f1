"""Capitals of names in a text in Latin letters."""

import pytest
import strategies_sounds as strategies
from hypothesis import given

from banglanorm import ConfigError, romanize
from banglanorm.names import lexicon
from banglanorm.names.keys import fold
from banglanorm.tables import read_table


@pytest.mark.parametrize(
    "text, latin",
    [
        ("কাল শেখ হাসিনা ঢাকায় ছিলেন।", "Kal Shekh Hasina Dhakay chhilen."),
        ("ওরা ভারত ও জম্মু ও কাশ্মীরে যায়", "Ora Bharot o Jommu o Kashmire jay"),
        ("আশা, আলো ও সবুজ", "Asha, alo o shobuj"),
        ("ওই তালা খুলে হাতিয়ার নিল", "Oi tala khule hatiyar nilo"),
        ("খেলা হবে কাতারে কাতারে", "Khela hobe katare katare"),
        ("আমরা মিরপুরে, সে নিউ ইয়র্কে", "Amra Mirpure, she Niu Iyorke"),
        ("ওরা অ্যাঙ্গুইলায়, অকোলায়", "Ora Anguilay, okolay"),  # of the public lists a country only
    ],
)
def test_only_what_is_surely_a_name_begins_with_one(text: str, latin: str) -> None:
    assert romanize(text, capitals="names") == latin


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


@pytest.mark.parametrize("row", read_table("names/common_words"), ids=lambda row: row["bn"])
def test_a_common_word_is_in_the_table_for_a_place(row: dict[str, str]) -> None:
    key = fold(row["bn"])
    assert not lexicon.is_surely_a_name(key)
    assert romanize(f"ওই {row['bn']}", capitals="names")[3:].islower()
