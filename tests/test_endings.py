"""Endings: every reading of a word as stem and ending."""

import pytest
import strategies
from hypothesis import given
from rows import each_row

from banglanorm.endings import HYPHENS, ending_slots, is_ending, loose_endings, split_endings
from banglanorm.tables import read_table


def readings(word: str, **options: bool) -> list[tuple[str, str, str]]:
    return [(split.stem, split.join, split.ending) for split in split_endings(word, **options)]


@each_row(
    "word, stem, join, ending",
    [
        ("পাঁচটিরই", "পাঁচ", "", "টিরই"),
        ("দুজনের", "দু", "", "জনের"),
        ("দু’টিরও", "দু", "’", "টিরও"),
        ("কেসিএনএ-র", "কেসিএনএ", "-", "র"),
        ("১৯৮০–র", "১৯৮০", "–", "র"),
        ("৯০-এর", "৯০", "-", "এর"),
        ("১৮০০রও", "১৮০০", "", "রও"),
        ("কিমের", "কিম", "", "\u09c7র"),
        ("শোইগুর", "শোইগু", "", "র"),
        ("জুলাইয়ের", "জুলাই", "", "য়\u09c7র"),
        ("ঢাকায়", "ঢাকা", "", "য়"),
        ("বেইজিংয়ে", "বেইজিং", "", "য়\u09c7"),
        ("ব্লাডিভস্তকে", "ব্লাডিভস্তক", "", "\u09c7"),
        ("সাংবাদিকদেরকে", "সাংবাদিক", "", "দেরকে"),
        ("তিনখানাই", "তিন", "", "খানাই"),
        ("BBC-কে", "BBC", "-", "কে"),
    ],
)
def test_the_reading_is_among_those_given(word: str, stem: str, join: str, ending: str) -> None:
    assert (stem, join, ending) in readings(word)


@each_row("word", ["", "ক", "জল", "র", "টি", "-র", "মানুষ", "ক্র"])
def test_no_ending(word: str) -> None:
    assert readings(word) == []


def test_an_ending_follows_its_letters_only() -> None:
    assert readings("একশর") == []
    assert ("একশ", "", "র") in readings("একশর", any_stem=True)


def test_slots_come_in_order() -> None:
    assert split_endings("পাঁচটিরই")[0].slots == ("classifier", "case", "particle")
    assert ending_slots("রটি") is None


@pytest.mark.parametrize(
    "ending, join, expected",
    [("টি", " ", True), ("র", " ", False), ("র", "-", True), ("ের", "-", False), ("টক", "", False)],
)
def test_which_joins_an_ending_has(ending: str, join: str, expected: bool) -> None:
    assert is_ending(ending, join=join) is expected


def test_loose_endings_are_those_with_a_space() -> None:
    assert {"টি", "জন", "এর", "তে", "টায়"} <= set(loose_endings())
    assert all(is_ending(ending) for ending in loose_endings())


def test_every_row_of_the_table_is_an_ending() -> None:
    for row in read_table("endings"):
        assert ending_slots(row["ending"]) or "direct" not in row["joins"].split()


@given(strategies.words())
def test_a_reading_puts_the_word_together_again(word: str) -> None:
    for split in split_endings(word, any_stem=True):
        assert split.stem + split.join + split.ending == word
        assert split.stem
        assert split.stem[-1] not in HYPHENS


@given(strategies.words())
def test_stems_that_are_given_are_the_only_ones(word: str) -> None:
    every = split_endings(word)
    for stem in {split.stem for split in every} | {word}:
        assert split_endings(word, stems={stem}) == tuple(split for split in every if split.stem == stem)


@given(strategies.texts())
def test_any_text_has_readings_or_none(text: str) -> None:
    assert isinstance(split_endings(text), tuple)


def test_only_str() -> None:
    with pytest.raises(TypeError, match="decode it first"):
        split_endings(b"x")  # type: ignore[arg-type]
