"""Sentences: where they end, and where they do not."""

import pickle

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Sentence, find_sentences, split_sentences
from banglanorm.tables import read_table

MARKS = st.text('ক খ১.।?!…|\n\t"”’)(ড', max_size=40)


@each_row("case", read_cases("segmentation/sentences"))
def test_cases(case: dict[str, str]) -> None:
    wanted = [sentence.strip() for sentence in case["text"].split("¦")]
    assert [sentence.text for sentence in find_sentences(case["text"].replace("¦", ""))] == wanted


def test_no_abbreviation_ends_a_sentence() -> None:
    for row in read_table("segmentation/abbreviations"):
        assert len(split_sentences(f"এখানে {row['abbreviation']}. করিম আছেন।")) == 1, row


@each_row("row", read_table("segmentation/speech_verbs"))
def test_a_quoted_question_goes_on_with_a_verb_of_saying(row: dict[str, str]) -> None:
    assert len(split_sentences(f"“যাবে?” {row['word']} সে।")) == 1
    assert len(split_sentences("“যাবে?” আমরা গেলাম।")) == 2


def test_lines_are_sentences() -> None:
    assert split_sentences("শিরোনাম\n\n  প্রথম চরণ\r\nদ্বিতীয়\n") == ["শিরোনাম\n\n  ", "প্রথম চরণ\r\n", "দ্বিতীয়\n"]
    assert [sentence.text for sentence in find_sentences("শিরোনাম\n\n  প্রথম চরণ\n")] == ["শিরোনাম", "প্রথম চরণ"]


@given(strategies.texts() | MARKS)
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split_sentences(text)) == text
    at = 0
    for sentence in find_sentences(text):
        assert sentence.text == text[sentence.start : sentence.end] == sentence.text.strip() != ""
        assert not text[at : sentence.start].strip()
        at = sentence.end
    assert not text[at:].strip()


def test_a_sentence_travels() -> None:
    sentence = find_sentences("এসো।")[0]
    assert pickle.loads(pickle.dumps(sentence)) == sentence == Sentence(**sentence.as_dict())


@pytest.mark.parametrize("function", [find_sentences, split_sentences])
def test_only_text_is_taken(function) -> None:
    with pytest.raises(TypeError, match="expected str, got None"):
        function(None)
