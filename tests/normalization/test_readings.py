"""Readings of damaged words, and the list of word forms that chooses among them."""

import re

import pytest
import strategies
from cases_reader import read_cases
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import explain, is_wellformed, normalize, rules
from banglanorm.normalization.rules.damages import MENDERS, READINGS, possible_readings
from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.normalization.rules.readings import WORD, likeliest_reading, mending_rules
from banglanorm.normalization.word_forms import level
from banglanorm.script.letters import ASSAMESE_RA, HASANTA, KHANDA_TA, RA, TA, YYA
from banglanorm.tables import read_table

REPAIRS = [rule.name for rule in rules() if rule.family == "repair"]
DAMAGED = st.one_of(strategies.damaged_words(), strategies.bengali_noise())


def test_readings_stand_in_the_order_of_their_rules() -> None:
    named = list(dict.fromkeys(reading.rule for reading in READINGS if reading.rule))
    assert named == [name for name in REPAIRS if name in named]


def test_each_reading_is_some_rule_of_the_profile() -> None:
    profiles = {rule.name: rule.profile for rule in rules()}
    assert {profiles[reading.rule] for reading in READINGS if reading.rule} == {"repair"}


def test_doubts_come_last() -> None:
    assert [not reading.rule for reading in READINGS] == sorted(not reading.rule for reading in READINGS)


@each_row("row", [*read_table("normalization/damaged_parts")])
def test_every_damaged_part_is_seen_in_its_example(row: dict[str, str]) -> None:
    (edit,) = explain(row["damaged"], profile="repair").edits
    assert row["part"] in row["damaged"]
    assert edit.rules == (row["rule"],)
    assert normalize(row["damaged"], profile="repair") == row["meant"]


@each_row("row", [*read_table("normalization/khanda_ta_stems")])
def test_every_stem_is_written_with_its_letter(row: dict[str, str]) -> None:
    before, after = {"start": ("", "ন"), "inside": ("ম", "ন"), "word": ("", "")}[row["where"]]
    word = before + row["stem"] + after
    assert normalize(word.replace(KHANDA_TA, TA + HASANTA), profile="repair") == word


@given(DAMAGED)
def test_a_reading_is_a_substitution_in_the_word(text: str) -> None:
    word = "".join(WORD.findall(text))
    for reading in READINGS:
        meant = reading.meant
        written = meant if isinstance(meant, str) else lambda m, meant=meant: meant(*m.groups())
        assert reading.read(word) == re.sub(reading.damaged, written, word)
        assert reading in possible_readings(word) or reading.read(word) == word


@given(DAMAGED)
def test_rules_that_are_not_asked_would_find_nothing(text: str) -> None:
    asked = mending_rules(text)
    assert not [rule.name for rule in rules() if rule.name in MENDERS - asked and rule.find(text)]


@each_row("case", read_cases("normalization/readings"))
def test_at_the_bounds_of_likelihood(case: dict[str, str]) -> None:
    assert normalize(case["typed"], profile="repair") == case["meant"]


@given(DAMAGED)
def test_a_reading_is_another_word(word: str) -> None:
    reading = likeliest_reading(word)
    assert reading is None or reading[1] != word


@given(strategies.words())
def test_known_words_stay(word: str) -> None:
    word = normalize(word)
    if is_wellformed(word) and level(word) >= 0 and ASSAMESE_RA not in word:
        assert normalize(word, profile="repair") == word


def test_the_list_holds_common_words_and_no_damage() -> None:
    assert min(map(level, ["আমাদের", "বাংলাদেশের", "সরকার", "কর্তৃক"])) >= 5
    assert max(map(level, ["সংক্রান্ত্ম", "পুরম্নষ", "উলেস্নখ", "চিত্কার", "", "\t", "কক" * 40])) == -1


@given(st.lists(strategies.words(), min_size=1, max_size=6))
def test_assamese_has_no_repairs(words: list[str]) -> None:
    line = " ".join([*words, "ঘৰত", "আছে"]).replace(RA, ASSAMESE_RA)
    assert is_other_language(line)
    assert not {name for edit in explain(line, profile="repair").edits for name in edit.rules} & set(REPAIRS)


@pytest.mark.parametrize(
    "line", ["চে" + YYA + "ারম " + HASANTA + "যান", "র" + HASANTA + YYA + "েছেন", "সম ্ পর ্ কে", "আল ্্লাহ", "ত।\u200c？"]
)
def test_one_pass_is_enough(line: str) -> None:
    once = normalize(line, profile="repair")
    assert normalize(once, profile="repair") == once


def test_a_repair_asked_for_by_name_is_made_in_any_language() -> None:
    line = "ঘৰত আছে ম\N{BENGALI AU LENGTH MARK}লিক"
    assert normalize(line, profile="repair") == line
    assert normalize(line, enable=["lone_au_length_mark"]) != line
