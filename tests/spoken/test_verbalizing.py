"""What a voice says."""

import pickle

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, format_number, verbalize, verbalize_explained

SPOKEN_LIKE = st.text("০১২৩৫৯1058.,:/-+%৳$°C টাজনসালেরমে।\n()'×", max_size=40)


@each_row("case", read_cases("spoken/verbalize"))
def test_cases(case: dict[str, str]) -> None:
    assert verbalize(case["text"]) == case["spoken"]


def test_what_was_said_is_said_as_it_stands() -> None:
    for case in read_cases("spoken/verbalize"):
        assert verbalize(case["spoken"]) == case["spoken"]


@each_row(
    "options, text, spoken",
    [
        ({"years": "thousands"}, "১৯৭১ সালে", "এক হাজার নয়শো একাত্তর সালে"),
        ({"dates": "cardinal"}, "১৭ মে", "সতেরো মে"),
        ({"clock": "digits"}, "সকাল ১০:৩০", "সকাল দশটা ত্রিশ মিনিট"),
        ({"phones": "english"}, "ফোন ০১৭১২৩৪৫৬৭৮", "ফোন জিরো ওয়ান সেভেন ওয়ান টু থ্রি ফোর ফাইভ সিক্স সেভেন এইট"),
        ({"doubles": True}, "ফোন ০১৭১১১২২৩৩৪", "ফোন শূন্য এক সাত ট্রিপল এক ডাবল দুই ডাবল তিন চার"),
        ({"abbreviations": False}, "ড. করিম ৫টি", "ড. করিম পাঁচটি"),
        ({"acronyms": False}, "WHO ৫টি", "WHO পাঁচটি"),
        ({"region": "in"}, "₹২,২০,০০০", "দুই লক্ষ কুড়ি হাজার টাকা"),
        ({"region": "in", "style": "bd"}, "২০ জন", "বিশ জন"),
    ],
)
def test_options(options: dict[str, object], text: str, spoken: str) -> None:
    assert verbalize(text, **options) == spoken


def _options(cell: str) -> dict[str, object]:
    options = dict(pair.split("=") for pair in cell.split())
    return {name: {"yes": True, "no": False}.get(value, value) for name, value in options.items()}


def test_corners() -> None:
    for case in read_cases("spoken/corners"):
        assert verbalize(case["text"], **_options(case["options"])) == case["spoken"]


def test_edits_are_told_where_they_stand_in_a_text_of_several_lines() -> None:
    edits = verbalize_explained("ক ৫ জন\n\n৭%\nabc 5\nখ ৯").edits
    assert [(edit.start, edit.end, edit.after) for edit in edits] == [
        (2, 3, "পাঁচ"), (8, 10, "সাত শতাংশ"), (19, 20, "নয়"),
    ]  # fmt: skip


@each_row("option", ["region", "years", "dates", "clock", "phones", "style"])
def test_a_wrong_option_is_refused_by_name(option: str) -> None:
    with pytest.raises(ConfigError, match=f"{option}: expected one of .*, got 'nonsense'"):
        verbalize("১", **{option: "nonsense"})


@given(strategies.texts() | SPOKEN_LIKE)
def test_only_what_was_found_changes(text: str) -> None:
    explanation = verbalize_explained(text)
    assert explanation.replay() == explanation.text == verbalize(text)
    assert all(edit.before == text[edit.start : edit.end] != edit.after for edit in explanation.edits)
    assert text.count("\n") == explanation.text.count("\n")


@given(strategies.texts() | SPOKEN_LIKE)
def test_saying_twice_is_saying_once(text: str) -> None:
    once = verbalize(text)
    assert verbalize(once) == once


LATIN_PIECES = (
    *("BG", "-147", "UNESCO", "15", "iPhone", "ODI", "USB 3", "Tk 500", "XII", "GPT-4", "km/h"),
    *("২০", "%", "টি"),
)


@given(st.lists(st.sampled_from(LATIN_PIECES), max_size=6).map(" ".join))
def test_saying_twice_is_saying_once_among_latin_words(text: str) -> None:
    once = verbalize(f"বাংলা {text}")
    assert verbalize(once) == once


def test_a_number_between_words_that_are_said_is_said() -> None:
    assert verbalize("বাংলা BG 147 (UNESCO)") == "বাংলা বিজি একশো সাতচল্লিশ (ইউনেস্কো)"
    assert verbalize("বাংলা iPhone 15 Pro") == "বাংলা iPhone 15 Pro"


@given(st.integers(0, 10**12))
def test_no_digit_is_left_of_a_number(number: int) -> None:
    spoken = verbalize(f"মোট {format_number(number)} টাকা")
    assert not any(char.isdigit() for char in spoken)


@given(st.text("abcXYZ 0123456789.,-:/@#%$()", max_size=60))
def test_lines_without_bengali_stay(text: str) -> None:
    assert verbalize(text) == text


def test_an_explanation_travels() -> None:
    explanation = verbalize_explained("৫ কিমি")
    assert pickle.loads(pickle.dumps(explanation)) == explanation


@pytest.mark.parametrize("function", [verbalize, verbalize_explained])
def test_only_text_is_taken(function) -> None:
    with pytest.raises(TypeError, match="expected str, got None"):
        function(None)
