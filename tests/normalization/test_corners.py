"""Corners of the rules: where an edit begins and ends, runs of marks, what a cheap look may pass over."""

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Normalizer, explain, label_quotes, normalize
from banglanorm.normalization import phases

MARKED_LINES = strategies.texts() | st.text("ক খা‘’“”'\"’ ‘.,।(৫-", max_size=24)


def test_edits_of_other_scripts_are_as_small_as_what_composes() -> None:
    edits = explain("ক e\u0301 খ e\u0301", profile="canonical").edits
    assert [(edit.start, edit.end) for edit in edits] == [(2, 4), (7, 9)]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("‘‘‘কই’", ["open", "open", "open", "close"]),
        ("‘ক’’ খ’", ["open", "close", "close", "close"]),
        ("'ক' 'খ'", ["open", "close", "open", "close"]),
        ("’৫২ 'ক'", ["apostrophe", "open", "close"]),
        ("‘‘ক ‘খ’’’", ["open", "open", "open", "close", "close", "close"]),
    ],
)
def test_runs_of_single_marks(text: str, roles: list[str]) -> None:
    assert [mark.role for mark in label_quotes(text)] == roles


def test_visarga_between_digits_is_a_colon_where_that_is_asked_for() -> None:
    assert normalize("বেলা ১০ঃ৩০", enable=("colon_for_visarga",)) == "বেলা ১০:৩০"
    assert normalize("নামঃ রহিম", enable=("colon_for_visarga",)) == "নাম: রহিম"


def test_anusvara_before_a_sign_is_read_as_the_known_word_has_it() -> None:
    assert normalize("জংীবাদ", enable=("anusvara_before_sign",)) == "জঙ্গীবাদ"


@each_row(
    "text, tidy",
    [
        ("এটা আমার বাংলাদেশ| সে এল", "এটা আমার বাংলাদেশ। সে এল"),
        ("আমার বাংলাদেশ| সে এল", "আমার বাংলাদেশ| সে এল"),
        ("আমার বাংলাদেশ|", "আমার বাংলাদেশ।"),
        ("বাংলাদেশ|", "বাংলাদেশ|"),
        ("এটা আমার বাংলাদেশ |", "এটা আমার বাংলাদেশ ।"),
        ("আমার বাংলাদেশ |", "আমার বাংলাদেশ |"),
        ("সে এটা আমার বাংলাদেশ | সে এল", "সে এটা আমার বাংলাদেশ | সে এল"),
        ("সে গেল| আমি", "সে গেল। আমি"),
    ],
)
def test_how_many_words_before_a_bar_are_a_sentence(text: str, tidy: str) -> None:
    assert normalize(text) == tidy


@given(MARKED_LINES)
def test_the_cheap_look_at_a_line_changes_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = Normalizer()(text)
        patch.setattr(phases, "glance", lambda line, coded, marks, scopes, *, has_unknown: None)
        assert Normalizer()(text) == quick
