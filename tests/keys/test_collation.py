"""The order of the dictionary."""

import random

import pytest
import strategies
import unicodedata2
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, sort_key
from banglanorm.script.letters import HASANTA, JOINERS, NUKTA, RRA, ZWJ

# Each list is in order; the Bengali ones follow CLDR's bn collation and the dictionaries.
ORDERED = [
    "অংশ অঁচ অক অট আ আংটি আঁকা আকাশ ই ঈ উ ঊ ঋ এ ঐ ও ঔ ক কা কি কী কু কূ কৃ কে কৈ কো কৌ ক্ক ক্ষ খ",
    "উত্তর উৎস উহ্য",
    "ডাল ড়াল ঢাল",
    "যম য়ম রম",
    "শক ষক সক হক",
    "১ ২ ৯ ক",
    "1 ২ 3",
    "বাংলা বাঁধ বাক",
    "কাক a A b",
    "ক क a α",
]


@each_row("words", ORDERED)
def test_order(words: str) -> None:
    wanted = words.split()
    shuffled = random.Random(7).sample(wanted, len(wanted))
    assert sorted(shuffled, key=sort_key) == wanted


def test_marks_and_spaces_come_before_letters() -> None:
    assert sorted(["কখ", "ক-খ", "ক খ", "ক"], key=sort_key) == ["ক", "ক খ", "ক-খ", "কখ"]


def test_assamese() -> None:
    words = ["হ", "ক্ষ", "ত", "ৎ", "ঃ", "ঁ", "ং", "ঔ", "ক"]
    assert sorted(words, key=lambda word: sort_key(word, language="as")) == [
        "ঔ",
        "ং",
        "ঁ",
        "ঃ",
        "ক",
        "ৎ",
        "ত",
        "হ",
        "ক্ষ",
    ]
    assert sort_key("ৎ", language="as") == sort_key("ত" + HASANTA + ZWJ, language="as") < sort_key("ত", language="as")


@pytest.mark.parametrize("pair", [("১২", "12"), ("উদ্" + ZWJ + "যাপন", "উদ্যাপন"), ("র" + JOINERS, "র")])
def test_what_counts_for_nothing(pair: tuple[str, str]) -> None:
    assert sort_key(pair[0]) == sort_key(pair[1])


def test_what_the_table_does_not_hold_comes_last_by_code_point() -> None:
    assert sorted(["漢", "字", "\U00013000", "হ", "z"], key=sort_key) == ["হ", "z", "字", "漢", "\U00013000"]


@given(strategies.texts())
@example(RRA)
@example("ক" + HASANTA + NUKTA)
@example("\N{BENGALI VOWEL SIGN E}\N{BENGALI VOWEL SIGN AA}")
def test_canonically_equivalent_texts_have_one_key(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert sort_key(unicodedata2.normalize(form, text)) == sort_key(text)


@given(strategies.texts(), st.text("কখঅৎ", min_size=1))
def test_a_longer_text_comes_after_its_beginning(text: str, more: str) -> None:
    assert sort_key(text + " ") < sort_key(text + " " + more)


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ConfigError, match="language: expected one of 'bn', 'as', got 'en'"):
        sort_key("ক", language="en")


def test_only_text_is_taken() -> None:
    with pytest.raises(TypeError, match="expected str, got bytes"):
        sort_key(b"")
