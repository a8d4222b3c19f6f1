"""Roles of apostrophes and quotation marks: own cases, pairs, and promises on any text."""

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st

from banglanorm import QuoteMark, label_quotes
from banglanorm.quotes import _LONGEST, MARKS, is_settled, label_line
from banglanorm.tables import read_table

ROLES = {"apostrophe": "a", "open": "(", "close": ")", "other": "x"}


def roles(text: str) -> str:
    return "".join(ROLES[mark.role] for mark in label_quotes(text))


@pytest.mark.parametrize("case", read_cases("quotes"), ids=lambda case: case["note"])
def test_cases(case: dict[str, str]) -> None:
    assert roles(case["text"]) == case["roles"]


def test_index_counts_in_the_whole_text() -> None:
    assert label_quotes("‘ক\nদু’টি") == [QuoteMark(0, "‘", "open"), QuoteMark(5, "’", "apostrophe")]


def test_a_quotation_over_two_lines_is_not_paired() -> None:
    assert [label[3] for line in ("সে বলল, ‘আমি", "যাব।’") for label in label_line(line)] == [-1, -1]


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("‘ক ‘খ’ গ’", [(0, 3), (1, 2)]),
        ("‘‘ক’’ ‘খ’", [(0, 1), (2, 3)]),
        ("“ক ‘খ”", [(0, 2)]),  # what is open inside a closed quotation has no partner
        ("‘ক দু’টি", []),
        ("''ক\" আর ‘‘খ”", [(0, 1), (2, 3)]),
    ],
)
def test_pairs(line: str, pairs: list[tuple[int, int]]) -> None:
    labels = label_line(line)
    assert [(number, label[3]) for number, label in enumerate(labels) if label[3] > number] == pairs


def test_a_doubled_mark_is_one_label() -> None:
    assert [(start, end) for start, end, *_ in label_line("‘‘ক’’")] == [(0, 2), (3, 5)]


def test_an_apostrophe_of_another_script_is_foreign() -> None:
    assert [label.foreign for label in label_line("Google’s দু’টি, দু‘আ, ‘আলাইহি, নাফি‘, ‘৭১")] == [
        True,
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("line", ["", "কথা", "‘ক’, “খ” ও ‘গান’।", "সে বলল, “যাও।” আর ‘না’"])
def test_settled(line: str) -> None:
    assert is_settled(line)


@pytest.mark.parametrize("line", ["দু’টি", "‘ক", "'ক'", '"ক"', "‘ক’র", "“ক ‘খ’”", "‘‘ক’’", "‘উমার দু’ ‘খ’"])
def test_not_settled(line: str) -> None:
    assert not is_settled(line)


@given(strategies.texts())
def test_every_mark_has_one_label(text: str) -> None:
    assert [(mark.index, mark.char) for mark in label_quotes(text)] == [
        (at, char) for at, char in enumerate(text) if char in MARKS
    ]


@given(strategies.texts())
def test_pairs_are_mutual(text: str) -> None:
    for line in text.split("\n"):
        labels = label_line(line)
        for number, (_, _, role, partner, _) in enumerate(labels):
            if partner >= 0:
                assert labels[partner][3] == number
                assert (role, labels[partner][2]) == (("open", "close") if number < partner else ("close", "open"))


@given(strategies.texts())
def test_lines_are_labelled_one_by_one(text: str) -> None:
    assert [mark.role for line in text.split("\n") for mark in label_quotes(line)] == [
        mark.role for mark in label_quotes(text)
    ]


@given(st.one_of(strategies.texts(), strategies.sentences()))
def test_what_is_settled_is_labelled_so(text: str) -> None:
    for line in filter(is_settled, text.split("\n")):
        labels = label_line(line)
        assert [label[2] for label in labels] == ["open", "close"] * (len(labels) // 2)
        assert [label[3] for label in labels] == [number ^ 1 for number in range(len(labels))]


def test_words_are_shorter_than_what_is_looked_at() -> None:
    assert max(len(row["word"]) for row in read_table("apostrophe_words")) < _LONGEST


@pytest.mark.parametrize("value", [b"bytes", None, 3])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="expected str"):
        label_quotes(value)  # type: ignore[arg-type]
