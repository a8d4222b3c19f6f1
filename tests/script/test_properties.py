"""Promises about aksharas and well-formedness, on any text."""

import strategies
from hypothesis import given

from banglanorm import find_conjuncts, find_malformed, is_wellformed, normalize, split_aksharas


@given(strategies.texts())
def test_aksharas_join_to_the_text(text: str) -> None:
    parts = split_aksharas(text)
    assert "".join(parts) == text
    assert all(parts)


@given(strategies.words())
def test_made_up_words_are_well_formed(word: str) -> None:
    assert find_malformed(word) == [], [part.reason for part in find_malformed(word)]


@given(strategies.texts())
def test_misfits_have_true_spans(text: str) -> None:
    found = find_malformed(text)
    assert is_wellformed(text) is (not found)
    at = 0
    for part in found:
        assert at <= part.start < part.end
        assert text[part.start : part.end] == part.text
        assert part.reason
        at = part.end


@given(strategies.texts())
def test_conjuncts_have_true_spans(text: str) -> None:
    at = 0
    for conjunct in find_conjuncts(text):
        assert at <= conjunct.start < conjunct.end
        assert text[conjunct.start : conjunct.end] == conjunct.text
        assert len(conjunct.letters) > 1
        at = conjunct.end


@given(strategies.sentences())
def test_normalizing_breaks_no_word(text: str) -> None:
    if is_wellformed(text):
        assert is_wellformed(normalize(text))
