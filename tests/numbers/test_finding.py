"""find_numbers: what is found in sentences, what is not, and what holds for any text."""

import decimal
import json
import math
import pickle
from itertools import pairwise
from typing import Literal

import pytest
import strategies
import strategies_numbers
from cases_reader import read_cases
from constructions import check_row
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, NumberMatch, find_numbers, format_number, normalize, number_to_words
from banglanorm.finder import Finder
from banglanorm.numbers.constructions import CONSTRUCTIONS
from banglanorm.numbers.finding import _finder as finder
from banglanorm.numbers.patterns import CORE, NUMERAL, RUNNING_GROUPS
from banglanorm.numbers.words import lexer

CASES = read_cases("numbers/sentences")


def shown(match: NumberMatch) -> str:
    row = match.as_dict()
    value = match.digits if match.value is None else row["value"]
    words = [value or f"{row['low']}..{row['high']}", match.kind, match.unit, match.qualifier]
    return f"{match.text} = {' '.join(str(word) for word in words if word != '')}"


@each_row("row", CASES)
def test_sentence(row: dict[str, str]) -> None:
    assert " | ".join(map(shown, find_numbers(row["sentence"]))) == row["found"]


def test_normalizing_loses_no_number() -> None:
    for row in CASES:
        before, after = find_numbers(row["sentence"]), find_numbers(normalize(row["sentence"]))
        assert list(map(meant, after)) == list(map(meant, before)), row


def meant(match: NumberMatch) -> tuple[object, ...]:
    return match.value, match.low, match.high, match.digits, match.kind, match.unit, match.qualifier


@each_row(
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


@each_row("at", range(len(CONSTRUCTIONS)))
def test_every_row_proves_itself(at: int) -> None:
    check_row(CONSTRUCTIONS, at, lexer(), RUNNING_GROUPS, compound=NUMERAL, core=CORE)


@given(strategies_numbers.sentences() | strategies.texts())
def test_reading_around_the_core_finds_what_reading_everything_finds(text: str) -> None:
    everything = Finder(lexer(), CONSTRUCTIONS, groups=RUNNING_GROUPS, compound=NUMERAL)
    long = " ".join([text.replace("\n", " ")] * 3) + " কথা" * 50  # long lines are read in stretches
    for line in (text, long, "কথা " * 50 + long):
        assert list(map(repr, finder().find(line))) == list(map(repr, everything.find(line)))


@given(st.lists(strategies_numbers.integers().filter(lambda n: n > 1), min_size=1, max_size=3))
def test_numbers_of_several_crores_are_found_again(numbers: list[int]) -> None:
    text = "; ".join(f"মোট {number_to_words(n)} টাকা" for n in numbers)
    assert [m.value for m in find_numbers(text)] == numbers


@pytest.mark.parametrize(
    "text, spans",
    [
        ("৳৫০০ আর ৫০০টাকা", ["৳৫০০", "৫০০টাকা"]),
        ("৳ ৫০০ আর ৫০০ টাকা", ["৫০০", "৫০০"]),
        ("৫০% আর ৫০ শতাংশ", ["৫০%", "৫০"]),
        ("৩২°C আর ৩২ ডিগ্রি", ["৩২°C", "৩২"]),
        ("১০কি.মি. আর ১০ কি.মি.", ["১০কি.মি.", "১০"]),
    ],
)
def test_what_is_written_onto_a_number_belongs_to_it(text: str, spans: list[str]) -> None:
    assert [m.text for m in find_numbers(text)] == spans


@pytest.mark.parametrize("region, unit", [(None, "taka"), ("bd", "BDT"), ("in", "INR")])
def test_the_region_tells_the_currency(region: Literal["bd", "in"] | None, unit: str) -> None:
    found = find_numbers("৫০০ টাকা, ৭০০/-, ২ টাকা ৫০ পয়সা, ৩০-৪০ টাকা, ৳৫", region=region)
    assert [m.unit for m in found] == [unit] * 4 + ["BDT"]


@pytest.mark.parametrize("value", [None, math.nan, decimal.Decimal("NaN")])
def test_missing_values_are_to_be_skipped(value: object) -> None:
    with pytest.raises(TypeError, match="skip missing values"):
        find_numbers(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("region", ["pk", "", 1])
def test_unknown_regions_are_refused(region: object) -> None:
    with pytest.raises(ConfigError, match="region: expected one of 'bd', 'in'"):
        find_numbers("৫", region=region)  # type: ignore[arg-type]


@each_row(
    "text",
    ["éʼʼe", "½ʼʼক", "ʼ", "৫ʼʼ", "\ud800৫\x00", "২.৫-সাড়ে তিন লাখ", "৫" * 5000, "০" * 50, "নং 1,234", "এক দশমিক দেড়"],
)
def test_odd_texts(text: str) -> None:
    assert all(match.text == text[match.start : match.end] != "" for match in find_numbers(text))


@given(strategies_numbers.sentences())
def test_results_travel(text: str) -> None:
    for match in find_numbers(text):
        assert pickle.loads(pickle.dumps(match)) == match
        row = json.loads(json.dumps(match.as_dict()))
        assert row == match.as_dict()
        assert {type(value) for value in row.values()} <= {int, str, type(None)}


def test_results_are_short_to_look_at() -> None:
    assert list(map(repr, find_numbers("৩০-৩৫ হাজার টাকা, প্রায় ২.৫০ কেজি, হটলাইন ৩৩৩"))) == [
        "NumberMatch(0, 11, '৩০-৩৫ হাজার', 30000..35000, range, unit='taka')",
        "NumberMatch(25, 29, '২.৫০', 2.50, decimal, qualifier='about', unit='kg')",
        "NumberMatch(43, 46, '৩৩৩', 333, label)",
    ]


def test_constructions_have_names_of_their_own() -> None:
    names = [row.name for row in CONSTRUCTIONS]
    assert len(set(names)) == len(names)


@given(strategies_numbers.sentences() | strategies.texts())
def test_spans(text: str) -> None:
    matches = find_numbers(text)
    assert all(text[m.start : m.end] == m.text and m.text for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert not any("\n" in m.text for m in matches)


def test_a_label_has_a_value_where_no_zero_stands_in_front() -> None:
    found = find_numbers("রোল নং ০ খালি, রোল নং ০৫ রহিমের, রোল নং ৫ করিমের")
    assert [(m.value, m.digits) for m in found] == [(0, "0"), (None, "05"), (5, "5")]


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
