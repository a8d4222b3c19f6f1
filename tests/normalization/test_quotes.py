"""Roles of apostrophes and quotation marks: own cases, pairs, and promises on any text."""

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from rows import each_row

from banglanorm import QuoteMark, label_quotes, normalize
from banglanorm.normalization.labels import Label, label_pieces
from banglanorm.normalization.marks import _LONGEST_WORD, MARKS, read_marks
from banglanorm.normalization.quotes import label_lines
from banglanorm.tables import read_table

ROLES = {"apostrophe": "a", "open": "(", "close": ")", "other": "x"}


def label_line(line: str) -> tuple[Label, ...]:
    return label_pieces(*read_marks(line)[1:])


def roles(text: str) -> str:
    return "".join(ROLES[mark.role] for mark in label_quotes(text))


@each_row("case", read_cases("normalization/quotes"))
def test_cases(case: dict[str, str]) -> None:
    assert roles(case["text"]) == case["roles"]


def test_index_counts_in_the_whole_text() -> None:
    assert label_quotes("‘ক\nদু’টি") == [QuoteMark(0, "‘", "open"), QuoteMark(5, "’", "apostrophe")]


def test_a_quotation_over_two_lines_is_not_paired() -> None:
    assert [label.partner for line in ("সে বলল, ‘আমি", "যাব।’") for label in label_line(line)] == [-1, -1]


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
    assert [(number, label.partner) for number, label in enumerate(labels) if label.partner > number] == pairs


@pytest.mark.parametrize("case", read_cases("normalization/pairs"), ids=lambda case: case["text"])
def test_cases_of_pairs(case: dict[str, str]) -> None:
    assert roles(case["text"]) == case["roles"]
    labels = label_line(case["text"])
    pairs = [f"{number}-{label.partner}" for number, label in enumerate(labels) if label.partner > number]
    assert " ".join(pairs) == case["pairs"]


def test_quotation_marks_stay_where_their_rule_is_off() -> None:
    line = 'সে বলল, "দু’জন ভালো আছে"'
    assert normalize(line, disable=("quotation_marks",)) == line.replace("’", "'")


def test_a_doubled_mark_is_one_label() -> None:
    assert [(label.first, label.last, label.text) for label in label_line("‘‘ক’’")] == [(0, 1, "‘‘"), (2, 3, "’’")]


def test_an_apostrophe_of_another_script_and_ayn_keep_their_mark() -> None:
    keeps = [label.keeps for label in label_line("Google’s দু’টি, দু‘আ, ‘আলাইহি, নাফি‘, ‘৭১")]
    assert keeps == [True, False, True, True, True, False]


@given(strategies.texts())
def test_every_mark_has_one_label(text: str) -> None:
    assert [(mark.index, mark.char) for mark in label_quotes(text)] == [
        (at, char) for at, char in enumerate(text) if char in MARKS
    ]


def test_a_doubled_mark_that_closes_nothing_moves_nothing_after_it() -> None:
    text = "ক’’ দু’জন ‘খ’"
    assert [mark.index for mark in label_quotes(text)] == [1, 2, 6, 10, 12]
    assert normalize(text) == "ক’’ দু'জন ‘খ’"


def test_a_year_is_not_clipped_after_the_comma_that_begins_a_line() -> None:
    assert label_quotes(", ‘৭১")[0].role == "open"
    assert label_quotes("সালে ‘৭১")[0].role == "apostrophe"


@given(strategies.texts())
def test_pairs_are_mutual(text: str) -> None:
    for line in text.split("\n"):
        labels = label_line(line)
        for number, label in enumerate(labels):
            if label.partner >= 0:
                other = labels[label.partner]
                assert other.partner == number
                assert (label.role, other.role) == (("open", "close") if number < label.partner else ("close", "open"))


@given(strategies.texts())
def test_lines_are_labelled_one_by_one(text: str) -> None:
    lines = text.split("\n")
    assert [mark.role for line in lines for mark in label_quotes(line)] == [mark.role for mark in label_lines(lines)]


def test_words_are_shorter_than_what_is_looked_at() -> None:
    assert max(len(row["word"]) for row in read_table("normalization/apostrophe_words")) < _LONGEST_WORD


@pytest.mark.parametrize("value", [b"bytes", None, 3])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="expected str"):
        label_quotes(value)  # type: ignore[arg-type]
