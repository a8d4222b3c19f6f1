"""find_numbers: what is found in sentences, what is not, and what holds for any text."""

from itertools import pairwise

import pytest
import strategies
import strategies_numbers
from cases_reader import read_cases
from constructions import check_row
from hypothesis import given

from banglanorm import NumberMatch, find_numbers, format_number, normalize, number_to_words
from banglanorm.numbers.finding import CONSTRUCTIONS, GROUPS
from banglanorm.numbers.words import lexer

CASES = read_cases("numbers/sentences")


def shown(match: NumberMatch) -> str:
    row = match.as_dict()
    value = match.digits if match.value is None else row["value"]
    words = [value or f"{row['low']}..{row['high']}", match.kind, match.unit, match.qualifier]
    return f"{match.text} = {' '.join(str(word) for word in words if word != '')}"


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["sentence"][:30])
def test_sentence(row: dict[str, str]) -> None:
    assert " | ".join(map(shown, find_numbers(row["sentence"]))) == row["found"]


@pytest.mark.parametrize("row", CASES, ids=lambda row: row["sentence"][:30])
def test_normalizing_loses_no_number(row: dict[str, str]) -> None:
    before, after = find_numbers(row["sentence"]), find_numbers(normalize(row["sentence"]))
    assert [m.value for m in after] == [m.value for m in before]


@pytest.mark.parametrize(
    "sentence, suffix",
    [
        ("পাঁচটিরও", "টিরও"),
        ("ছ’দিনের", "দিনের"),
        ("১৯৮০-র দশক", "-র"),
        ("৫০%", "%"),
        ("২য়", "য়"),
        ("তিন জন", ""),
        ("১০০তম", "তম"),
    ],
)
def test_suffix(sentence: str, suffix: str) -> None:
    assert find_numbers(sentence)[0].suffix == suffix


@pytest.mark.parametrize("at", range(len(CONSTRUCTIONS)), ids=lambda at: CONSTRUCTIONS[at].name)
def test_every_row_proves_itself(at: int) -> None:
    check_row(CONSTRUCTIONS, at, lexer(), GROUPS)


def test_constructions_have_names_of_their_own() -> None:
    names = [row.name for row in CONSTRUCTIONS]
    assert len(set(names)) == len(names)


@given(strategies_numbers.sentences() | strategies.texts())
def test_spans(text: str) -> None:
    matches = find_numbers(text)
    assert all(text[m.start : m.end] == m.text and m.text for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert not any("\n" in m.text for m in matches)


@given(strategies_numbers.sentences() | strategies.texts())
def test_lines_are_read_one_by_one(text: str) -> None:
    one_by_one = [m.value for line in text.split("\n") for m in find_numbers(line)]
    assert [m.value for m in find_numbers(text)] == one_by_one


@given(strategies_numbers.integers().filter(lambda n: 1 < n < 10**14))
def test_a_number_in_words_or_digits_is_found_whole(n: int) -> None:
    for written in (number_to_words(n), format_number(n), format_number(n, digits="ascii", grouping="western")):
        found = find_numbers(f"সেখানে মোট {written} টাকা আছে")
        assert [(m.text, m.value, m.kind) for m in found] == [(written, n, "currency")]


@given(strategies_numbers.expressions())
def test_normalizing_keeps_what_is_found(text: str) -> None:
    before = [m.value for m in find_numbers(text)]
    after = [m.value for m in find_numbers(normalize(text))]
    assert all(value in after for value in before)


@given(strategies.texts_without_bengali())
def test_text_without_bengali_gives_numbers_in_figures_only(text: str) -> None:
    assert all(any(char.isnumeric() for char in m.text) for m in find_numbers(text))


@pytest.mark.parametrize("text", [None, b"1", 5])
def test_only_str(text: object) -> None:
    with pytest.raises(TypeError):
        find_numbers(text)  # type: ignore[arg-type]
