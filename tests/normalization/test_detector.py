"""The detector never misses: where it sees nothing for a rule, the rule finds nothing."""

from collections.abc import Iterable

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Rule, normalize, rules
from banglanorm.normalization.detector import Detector
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.phases import BLOCK
from banglanorm.normalization.rules.catalogue import LAST_STEPS, PROFILES
from banglanorm.normalization.rules.quotations import MARK_RULE_NAMES
from banglanorm.normalization.rules.rule import EDGE, by_pattern
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import E_KAR, HASANTA, JOINERS, NUKTA, RRA, SIGNS, WORD_CHARACTERS, YYA, ZWJ

APART = MARK_RULE_NAMES | {rule.name for rule in LAST_STEPS}  # marks have triggers of their own, choices need no look
LOOKED_FOR = [rule for rule in rules() if rule.name not in APART and rule.says_what_it_needs]
DETECTORS = {rule.name: Detector([rule]) for rule in LOOKED_FOR}
LINES = st.one_of(
    strategies.texts().map(lambda text: text.replace("\n", " ")),
    strategies.bengali_noise(),
    st.text("কতসহঅএউ ।ৰৎ" + SIGNS + JOINERS + HASANTA * 8 + NUKTA * 2 + RRA, max_size=8),
)


@given(LINES)
def test_a_line_where_nothing_is_seen_holds_nothing_for_the_rule(line: str) -> None:
    canonical = nfc(line)  # what the rules are given; the order of marks is seen by the canonical rules' own pairs
    composed = canonical.replace("ড" + NUKTA, RRA).replace("য" + NUKTA, YYA)
    for rule in LOOKED_FOR:
        look = DETECTORS[rule.name].look
        if look(canonical) is None or look(composed) is None:
            assert rule.find(canonical) == [], rule.name


def test_a_look_at_a_block_tells_of_its_lines_what_a_look_at_each_tells() -> None:
    found = Detector(rule for rule in rules() if rule.profile != "optional" and rule.says_what_it_needs)

    @given(st.lists(LINES, min_size=1, max_size=8).map("\n".join))
    def check(block: str) -> None:
        seen = found.look(block)
        parts = list(found.parts(block, seen)) if seen else [(0, len(block), None)]
        assert "".join(block[start:end] for start, end, _ in parts) == block
        for start, end, seen_there in parts:
            alone = [found.look(line) for line in block[start:end].split("\n")]
            assert alone == [seen_there] if seen_there else not any(alone)

    check()


def test_a_real_question_mark_is_nothing_unknown_in_a_block_either() -> None:
    found = Detector(rule for rule in rules() if rule.name == "danda_for_pipe")
    seen = found.look("ক? খ|")
    assert seen
    assert [part for _, _, part in found.parts("ক? খ|", seen)] == [seen]


@each_row("rule", LOOKED_FOR)
def test_the_example_of_a_rule_is_seen(rule: Rule) -> None:
    assert DETECTORS[rule.name].look(rule.example) is not None


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.replaces], ids=lambda rule: rule.name)
def test_what_a_rule_replaces_is_what_it_finds(rule: Rule) -> None:
    text = "".join(before + "ক " for before, _ in rule.replaces)
    found = [(text[start:end], after) for start, end, after in rule.find(text)]
    assert found == list(rule.replaces)


def detector(**needs: object) -> Detector:
    finds_nothing = by_pattern("x^", "")
    return Detector([Rule("r", "f", "p", "s", "e", "c", "r", finds_nothing, **needs)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "is_seen"),
    [("কে", False), (E_KAR, True), ("ক " + E_KAR, True), ("ক।" + E_KAR, True), ("ক🙂" + E_KAR, True)],
)
def test_an_edge_is_the_end_of_the_line_or_what_is_no_part_of_a_word(line: str, is_seen: bool) -> None:
    assert (detector(pairs=((EDGE, E_KAR),)).look(line) is not None) is is_seen


@pytest.mark.parametrize(("line", "is_seen"), [("ক্", True), ("ক্ ক", True), ("ক্ক", False), ("ক্" + ZWJ, False)])
def test_an_edge_at_the_end(line: str, is_seen: bool) -> None:
    assert (detector(pairs=((HASANTA, EDGE),)).look(line) is not None) is is_seen


def test_letters_that_decompose_count_as_what_they_become() -> None:
    assert detector(pairs=((NUKTA, NUKTA),)).look(YYA + NUKTA) is not None
    assert detector(pairs=((HASANTA, "য"),)).look("ক" + HASANTA + YYA) is not None


def places_of(literals: Iterable[str], line: str) -> list[int]:
    found = detector(literals=tuple(literals))
    seen = found.look(line)
    return [at for at, spot in enumerate(found.spots(seen, b"") if seen else b"") if spot]


@each_row(
    "literals, line, places",
    [
        (["ত্স"], "উত্স উত্স", [2, 7]),  # at the hasanta
        (["উও"], "উওর ক উও", [1, 7]),
        ([EDGE + "র্"], "কর্", []),
        ([EDGE + "র্"], "র্ক", [1]),
        ([EDGE + "র্"], "ক\nর্ (র্", [3, 7]),
        ([EDGE + "র্"], "ক" + ZWJ + "র্", []),
        ([EDGE + "র্", "কর্"], "র্ কর্ খর্", [1, 5]),
        (["কর্", "গকখর্", "খর্য"], "গকখর্ খর্য খর্ কর্", [4, 8, 17]),
        (["্র্র"], "্র্র ্র", [2]),
        (["ত্" + EDGE], "ত্ত ত্ ত্" + ZWJ + " খত্।\nত্", [5, 13, 17]),
        (["ত্" + EDGE, "ত্ত", EDGE + "ত্" + EDGE], "কত্ ত্ত", [2, 5]),
        ([EDGE + "ত্" + EDGE], "কত্ ত্ ত্ত", [5]),
    ],
)
def test_places_of_literals(literals: list[str], line: str, places: list[int]) -> None:
    assert places_of(literals, line) == places


@given(
    st.lists(st.text("কর" + HASANTA, min_size=1, max_size=4), min_size=1, max_size=6),
    st.text("কর" + HASANTA + " ", max_size=12),
)
def test_a_literal_is_seen_wherever_it_stands(literals: list[str], line: str) -> None:
    places = places_of(literals, line)
    assert bool(places) == any(literal in line for literal in literals)
    for word, start in ((word, line.index(word)) for word in set(line.split(" ")) if word and line.count(word) == 1):
        inside = any(start <= at < start + len(word) for at in places)
        assert inside == any(literal in word for literal in literals)


def test_more_pairs_than_a_table_holds() -> None:
    letters = WORD_CHARACTERS[:8]
    found = detector(pairs=tuple((letter, letter) for letter in letters))
    assert found.look("".join(letters)) is None
    for letter in letters:
        seen = found.look("খগ" + letter * 2)
        assert seen
        assert found.spots(seen, b"")[3] == 1


@each_row("length", [BLOCK - 1, BLOCK + 1])
@each_row("filler", ["ক", "ক\n", "কুু ‘ক’\n"])
def test_what_stands_at_the_border_of_a_block_is_seen(length: int, filler: str) -> None:
    text = (filler * length)[: length - 1] + "কুু\nকুু"
    lines = text.split("\n")
    alone = {line: normalize(line) for line in set(lines)}
    once = normalize(text)
    assert once == "\n".join(map(alone.__getitem__, lines))
    assert once.endswith("কু\nকু")


@pytest.mark.parametrize("profile", PROFILES)
def test_what_stands_at_a_line_break_is_seen(profile: str) -> None:
    for char in WORD_CHARACTERS + JOINERS + MARKS:
        text = f"ক{char}\n{char}ক\n{char}\n\nক{char}\nক"
        lines = [normalize(line, profile=profile) for line in text.split("\n")]
        assert normalize(text, profile=profile) == "\n".join(lines), ascii(char)


@given(st.lists(LINES, min_size=2, max_size=5), st.sampled_from(PROFILES))
def test_lines_are_looked_at_together_as_one_by_one(lines: list[str], profile: str) -> None:
    expected = "\n".join(normalize(line, profile=profile) for line in lines)
    assert normalize("\n".join(lines), profile=profile) == expected
