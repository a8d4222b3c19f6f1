"""Case files of normalization: what must change, what must not, and what is known to come out wrong."""

import pytest
from cases_reader import read_cases
from rows import each_row

from banglanorm import explain, normalize


@each_row("case", read_cases("normalization/changes"))
def test_must_change(case: dict[str, str]) -> None:
    assert normalize(case["before"], profile=case["profile"]) == case["after"]


def test_what_changed_stays_changed() -> None:
    for case in read_cases("normalization/changes"):
        assert normalize(case["after"], profile=case["profile"]) == case["after"], case


@each_row("case", read_cases("normalization/keeps"))
def test_must_not_change(case: dict[str, str]) -> None:
    assert explain(case["text"]).edits == ()
    assert normalize(case["text"]) == case["text"]


@each_row("case", read_cases("normalization/repair_keeps"))
def test_repair_must_not_change(case: dict[str, str]) -> None:
    assert normalize(case["text"], profile="repair") == case["text"]


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, marks=pytest.mark.xfail(reason=case["reason"], strict=True))
        for case in read_cases("normalization/known_failures")
    ],
    ids=lambda case: case["reason"],
)
def test_known_failures(case: dict[str, str]) -> None:
    assert normalize(case["text"], profile=case["profile"]) == case["wanted"]
