"""The library and a slow, plain reference of the same rules agree on any text."""

import reference_normalizer as reference
import strategies
from hypothesis import assume, given

from banglanorm import normalize


@given(strategies.texts())
def test_visual(text: str) -> None:
    assume(reference.is_covered(text))
    assert normalize(text, profile="visual") == reference.visual(text)


@given(strategies.texts())
def test_standard(text: str) -> None:
    assume(reference.is_covered(text))
    assert normalize(text) == reference.standard(text)


@given(strategies.damaged_words())
def test_damaged_words(text: str) -> None:
    assert normalize(text, profile="visual") == reference.visual(text)


@given(strategies.bengali_noise())
def test_bengali_noise(text: str) -> None:
    assert normalize(text, profile="visual") == reference.visual(text)
