"""The folds of matching keys: each row by itself, the presets, and what a key promises."""

import re
from pathlib import Path

import pytest
import strategies
from cases_reader import read_cases, unescaped
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, matching_key
from banglanorm.keys.matching import PRESETS
from banglanorm.script.letters import HASANTA, NUKTA
from banglanorm.tables import read_table

ROWS = read_table("keys/folds")
NAMES = [row["name"] for row in ROWS]


@each_row("row", ROWS)
def test_the_example_is_one_with_the_fold_and_two_without(row: dict[str, str]) -> None:
    a, b = unescaped(row["same_a"]), unescaped(row["same_b"])
    needed = {"punctuation": ("spaces",)}.get(row["name"], ())
    assert matching_key(a, fold=(row["name"], *needed)) == matching_key(b, fold=(row["name"], *needed))
    assert matching_key(a, fold=needed) != matching_key(b, fold=needed)


@each_row("row", ROWS)
def test_the_unlike_stay_two(row: dict[str, str]) -> None:
    a, b = unescaped(row["unlike_a"]), unescaped(row["unlike_b"])
    for fold in (row["name"], *row["presets"].split()):
        assert matching_key(a, fold=fold) != matching_key(b, fold=fold)


@each_row("a, b", [("সঙ্গত", "সন্ত"), ("অঙ্গকে", "অঙ্কে"), ("প্রসঙ্গগুলো", "প্রসঙ্গুলো")])
@each_row("fold", ["loose", "speech"])
def test_what_a_fold_leaves_is_no_beginning_for_another(a: str, b: str, fold: str) -> None:
    assert matching_key(a, fold=fold) != matching_key(b, fold=fold)


@each_row("unit", ["ঃ", f"ত{HASANTA}", f"{NUKTA}\N{COMBINING ACUTE ACCENT}"])
def test_what_goes_goes_at_once(unit: str) -> None:
    assert matching_key(f"কর{HASANTA}" + unit * 20_000 + "ত", fold="loose")  # one by one it would take minutes
    assert matching_key("ক" + unit * 20_000, fold="loose")


def test_names_are_unique_and_presets_exist() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert {preset for row in ROWS for preset in row["presets"].split()} == set(PRESETS)


@pytest.mark.parametrize("fold", ["nonsense", ("digits", "nonsense")])
def test_an_unknown_fold_is_refused_by_name(fold: str) -> None:
    with pytest.raises(ConfigError, match=r"fold: expected one of 'exact', .*, got 'nonsense'"):
        matching_key("ক", fold=fold)


@given(strategies.texts(), st.sampled_from([*PRESETS, *NAMES]))
@example("র\N{ZERO WIDTH JOINER}্যার\N{ZERO WIDTH JOINER}্য", "endings")
@example("অ্য" + NUKTA, "loose")
@example("0:এ|", "loose")
@example("‘ক’‘ক’" + (HASANTA + NUKTA) * 2, "loose")
@example("উদ" + HASANTA + "\N{ZERO WIDTH NON-JOINER}যাপন", "final_hasanta")
def test_the_key_of_a_key_is_the_key(text: str, fold: str) -> None:
    key = matching_key(text, fold=fold)
    assert matching_key(key, fold=fold) == key


def test_loose_finds_the_variants_and_keeps_the_unlike_apart() -> None:
    cases = read_cases("keys/variants")
    one = [matching_key(case["a"], fold="loose") == matching_key(case["b"], fold="loose") for case in cases]
    assert [case for case, is_one in zip(cases, one, strict=True) if is_one != (case["kind"] == "same")] == []


def test_the_docs_list_every_fold() -> None:
    page = (Path(__file__).parents[2] / "docs/sorting.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|", page, re.MULTILINE)
    marks = [(row["name"], *("yes" if preset in row["presets"] else "" for preset in PRESETS)) for row in ROWS]
    assert listed == marks
