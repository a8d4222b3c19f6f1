"""Every rule of the catalogue: its example fires it alone, switching it off breaks that, its counter-example stays."""

import re
from itertools import product

import pytest
from cases_reader import read_cases
from rows import each_row

from banglanorm import Rule, explain, is_wellformed, normalize, rules
from banglanorm.normalization.rules.visual import UNSEEN
from banglanorm.script.letters import ASSAMESE_RA, JOINERS, KHANDA_TA, SIGNS

ALL = rules()
CHANGES = read_cases("normalization/rule_changes")
OPTIONAL = {"precomposed_nukta_letters": {"nukta": "composed"}, "ascii_digits": {"digits": "ascii"}}
OPTIONAL["bengali_digits"] = {"digits": "bengali"}


def options(rule: object) -> dict[str, object]:
    """The least options that have the rule on."""
    if rule.name in OPTIONAL:
        return OPTIONAL[rule.name]
    if rule.profile == "optional":
        return {"enable": (rule.name,)}
    return {"profile": rule.profile}


def off(rule: object) -> dict[str, object]:
    return {key: value for key, value in options(rule).items() if key == "profile"} | {"disable": (rule.name,)}


@pytest.fixture(params=ALL, ids=lambda rule: rule.name)
def rule(request: pytest.FixtureRequest) -> object:
    return request.param


def test_example_fires_this_rule_and_no_other(rule) -> None:
    assert {name for edit in explain(rule.example, **options(rule)).edits for name in edit.rules} == {rule.name}


@each_row("rule", [rule for rule in ALL if hasattr(rule.find, "__wrapped__")])
def test_without_what_it_needs_a_pattern_finds_nothing(rule: Rule) -> None:
    between = map("".join, product(SIGNS + JOINERS + UNSEEN + KHANDA_TA + "আয৵¯" + ASSAMESE_RA, repeat=2))
    texts = [first + chars + "য" for chars in between for first in "তরঅ"]
    assert [rule.find(text) for text in texts] == [rule.find.__wrapped__(text) for text in texts]


@each_row("case", CHANGES)
def test_what_it_makes_of_a_text(case: dict[str, str]) -> None:
    rule = next(rule for rule in ALL if rule.name == case["rule"])
    assert normalize(case["before"], **options(rule)) == case["after"] != case["before"]


@each_row("case", read_cases("normalization/optional_keeps"))
def test_what_it_leaves(case: dict[str, str]) -> None:
    rule = next(rule for rule in ALL if rule.name == case["rule"])
    assert rule.name not in {name for edit in explain(case["text"], **options(rule)).edits for name in edit.rules}


def test_it_is_known_what_it_makes_of_its_example(rule) -> None:
    assert rule.example in {case["before"] for case in CHANGES if case["rule"] == rule.name}


def test_switching_it_off_breaks_the_example(rule) -> None:
    assert normalize(rule.example, **off(rule)) != normalize(rule.example, **options(rule))


def test_example_settles_at_once(rule) -> None:
    once = normalize(rule.example, **options(rule))
    assert normalize(once, **options(rule)) == once != rule.example


def test_counterexample_stays(rule) -> None:
    assert rule.name not in {
        name for edit in explain(rule.counterexample, **options(rule)).edits for name in edit.rules
    }
    assert normalize(rule.counterexample, **options(rule)) == rule.counterexample


def test_the_rule_alone_makes_the_change(rule) -> None:
    assert rule.apply(rule.example) == normalize(rule.example, **options(rule))


def test_earlier_profiles_do_not_have_the_rule(rule) -> None:
    earlier = {"visual": "canonical", "standard": "visual", "repair": "standard", "optional": "repair"}
    if rule.profile in earlier:
        edits = explain(rule.example, profile=earlier[rule.profile]).edits
        assert rule.name not in {name for edit in edits for name in edit.rules}


def test_it_says_what_it_does(rule) -> None:
    assert re.fullmatch(r"[A-Z].+\.", rule.summary, re.DOTALL)
    assert rule.reference
    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", rule.name)


def test_names_are_unique_and_profiles_known() -> None:
    names = [rule.name for rule in ALL]
    assert len(set(names)) == len(names)
    assert {rule.profile for rule in ALL} == {"canonical", "visual", "standard", "repair", "optional"}


def test_rules_are_values() -> None:
    assert rules() == ALL
    assert len({*ALL, *rules()}) == len(ALL)
    with pytest.raises(AttributeError):
        ALL[0].name = "other"  # type: ignore[misc]


@pytest.mark.parametrize("name", ["nukta_before_vowel_sign", "vowel_sign_before_final_signs", "reversed_vowel_halves"])
def test_repaired_words_are_well_formed(name: str) -> None:
    rule = next(rule for rule in ALL if rule.name == name)
    assert not is_wellformed(rule.example)
    assert is_wellformed(normalize(rule.example))
