"""The library and a slow, plain reference of the same rules agree on any text."""

import reference_normalizer as reference
import strategies
from hypothesis import assume, given
from reference_marks import Line

from banglanorm import label_quotes, normalize


@given(strategies.texts())
def test_visual(text: str) -> None:
    assume(reference.is_covered(text))
    assert normalize(text, profile="visual") == reference.visual(text)


@given(strategies.texts())
def test_standard(text: str) -> None:
    assume(reference.is_covered(text))
    for line in text.split("\n"):
        assert normalize(line) == reference.standard(line)


@given(strategies.mark_dense_lines())
def test_marks(line: str) -> None:
    assume(reference.is_covered(line) and "@" not in line)
    assert normalize(line) == reference.standard(line)
    assert [mark.role for mark in label_quotes(line)] == [mark.role for mark in Line(line).labels for _ in mark.text]


@given(strategies.damaged_words())
def test_damaged_words(text: str) -> None:
    assert normalize(text, profile="visual") == reference.visual(text)


@given(strategies.bengali_noise())
def test_bengali_noise(text: str) -> None:
    assert normalize(text, profile="visual") == reference.visual(text)
