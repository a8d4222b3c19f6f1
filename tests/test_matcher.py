"""Matchers of patterns over token types: they match what `re` does with the expression over letters."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banglanorm.dates.constructions import closed_rows, open_rows, running_rows, whole_rows
from banglanorm.dates.lexer import groups
from banglanorm.matcher import matcher
from banglanorm.notation import Alphabet, type_names
from banglanorm.numbers.constructions import CONSTRUCTIONS
from banglanorm.numbers.patterns import RUNNING_GROUPS

OF_DATES = (*running_rows(), *closed_rows(), *whole_rows(), *open_rows())
PATTERNS = [
    *((row.pattern, Alphabet(RUNNING_GROUPS, [row.pattern])) for row in CONSTRUCTIONS),
    *((row.pattern, Alphabet(groups(), [row.pattern])) for row in OF_DATES),
]


@cache
def expression(at: int) -> re.Pattern[str]:
    pattern, alphabet = PATTERNS[at]
    return re.compile(alphabet.compile(pattern))


@st.composite
def strings_of_types(draw: st.DrawFn) -> tuple[int, str, int]:
    """Return a pattern, types most of which it names, and a place."""
    at = draw(st.integers(0, len(PATTERNS) - 1))
    pattern, alphabet = PATTERNS[at]
    letters = sorted({letter for name in type_names(pattern) for letter in alphabet.expand(name)} | {"\N{SNOWMAN}"})
    types = "".join(draw(st.lists(st.sampled_from([*letters, " "]), max_size=14)))
    return at, types, draw(st.integers(0, len(types)))


@given(strings_of_types())
def test_matchers_match_what_expressions_do(drawn: tuple[int, str, int]) -> None:
    at, types, place = drawn
    pattern, alphabet = PATTERNS[at]
    m = expression(at).match(types, place)
    assert matcher(pattern, alphabet.letters_of)(types, place) == (m and m.end())
    m = expression(at).fullmatch(types)
    assert matcher(pattern, alphabet.letters_of, whole=True)(types, 0) == (m and m.end())


@pytest.mark.parametrize(
    ("pattern", "types"),
    [
        ("A{2,3}~B", "AAAB AAB AB AAAAB"),
        ("(?:A~B?){1,2}+C", "ABC AABC AAC ABABABC"),
        ("(?:A|A~B)(?:C|B~C~D)", "ABC ABCD AC"),
        ("(A|B) \\1~C", "AAC A BC B  BC"),
        ("(A|B)(?:(?:\\1|C)~D|E)", "AAD ABD ACD AE BBD BAD"),
        ("(?<=A~B)C(?!~D)", "ABC ABCD BC"),
        ("^A(?: B)*+$", "A B B"),
        ("(?<!^A)B", "AB BB"),
        ("A? B?~C", "C AC A BC  C"),
    ],
)
def test_forms(pattern: str, types: str) -> None:
    expected = re.compile(re.sub(" +", " *+", pattern).replace("~", ""))
    match = matcher(pattern, frozenset)
    for place in range(len(types) + 1):
        m = expected.match(types, place)
        assert match(types, place) == (m and m.end()), place


def test_a_look_behind_has_one_length() -> None:
    with pytest.raises(ValueError, match="differ in length"):
        matcher("(?<=A|B~C)D", frozenset)("D", 0)
