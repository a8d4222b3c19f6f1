"""The promises of DESIGN.md about ``explain``: edits that replay, offsets both ways, safe at aksharas."""

import itertools

import strategies
from hypothesis import example, given
from hypothesis import strategies as st

from banglanorm import explain, normalize, rules, split_aksharas
from banglanorm.script.letters import (
    AA_KAR,
    BENGALI_DIGITS,
    E_KAR,
    HASANTA,
    VOCALIC_RR_KAR,
    WORD_CHARACTERS,
    YYA,
    ZWNJ,
)

NAMES = {rule.name for rule in rules()}
ANY = strategies.options_with_switches()


@given(strategies.texts(), ANY)
@example("ক a@b.c\N{COMBINING CEDILLA}", {"profile": "canonical"})
def test_edits_replay_to_the_normalized_text(text: str, options: dict[str, object]) -> None:
    explanation = explain(text, **options)
    assert explanation.text == normalize(text, **options)
    replayed, at = [], 0
    for edit in explanation.edits:
        replayed += [text[at : edit.start], edit.after]
        at = edit.end
    assert "".join([*replayed, text[at:]]) == explanation.text


@given(strategies.mark_dense_lines(), ANY)
@example("‘‘“৷", {})  # no Bengali character is left
def test_edits_replay_where_marks_are_dense(line: str, options: dict[str, object]) -> None:
    explanation = explain(line, **options)
    assert explanation.text == explanation.replay() == normalize(line, **options)


@given(st.text(f"কহড় ।,’‘'{YYA}{E_KAR}{AA_KAR}{HASANTA}{ZWNJ}", max_size=24) | strategies.mark_dense_lines())
@example(f"বা{YYA}াহ{HASANTA}{ZWNJ} ও দু’জন")
@example(f"ক{E_KAR}{AA_KAR}ন{ZWNJ} দু’জন")
@example(f"উদ{HASANTA}{ZWNJ}যাপন দু’জনের{ZWNJ}’")
def test_the_short_way_makes_the_edits_of_the_long_way(line: str) -> None:
    line = line.replace(VOCALIC_RR_KAR, "")
    # A rule more, which finds nothing in the line, leads it through its tokens and all phases.
    assert explain(line).edits == explain(line, enable=["long_vocalic_r_sign"]).edits


@given(strategies.texts(), ANY)
def test_edits_are_sorted_apart_and_change_something(text: str, options: dict[str, object]) -> None:
    edits = explain(text, **options).edits
    for edit in edits:
        assert text[edit.start : edit.end] == edit.before != edit.after
        assert edit.rules
        assert set(edit.rules) <= NAMES
    for left, right in itertools.pairwise(edits):
        assert left.end <= right.start
        assert (left.start, left.end) < (right.start, right.end)


@given(strategies.texts(), ANY)
def test_no_edit_crosses_a_line(text: str, options: dict[str, object]) -> None:
    assert not any("\n" in edit.before + edit.after for edit in explain(text, **options).edits)


@given(strategies.texts(), st.data())
def test_every_rule_named_was_switched_on(text: str, data: st.DataObject) -> None:
    off = data.draw(st.sets(st.sampled_from(sorted(NAMES)), max_size=5))
    used = {name for edit in explain(text, profile="repair", disable=tuple(off)).edits for name in edit.rules}
    assert not used & off


@given(strategies.texts(), ANY, st.data())
def test_offsets_map_both_ways(text: str, options: dict[str, object], data: st.DataObject) -> None:
    explanation = explain(text, **options)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    there = explanation.to_normalized(start, end)
    assert 0 <= there[0] <= there[1] <= len(explanation.text)
    back = explanation.to_original(*there)
    lost = {at for edit in explanation.edits if not edit.after for at in range(edit.start, edit.end)}
    if there[0] < there[1]:
        assert set(range(start, end)) - lost <= set(range(*back))


@given(strategies.texts(), ANY)
def test_borders_outside_of_edits_map_exactly(text: str, options: dict[str, object]) -> None:
    explanation = explain(text, **options)
    inside = {at for edit in explanation.edits for at in range(edit.start, edit.end + 1)}
    previous = 0
    for at in range(len(text) + 1):
        if at in inside:
            continue
        there = explanation.to_normalized(at, at)[0]
        assert explanation.to_original(there, there) == (at, at)
        assert previous <= there
        previous = there


@given(strategies.texts(), ANY, st.data())
def test_larger_spans_map_to_larger_spans(text: str, options: dict[str, object], data: st.DataObject) -> None:
    explanation = explain(text, **options)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    outer = explanation.to_normalized(cuts[0], cuts[3])
    inner = explanation.to_normalized(cuts[1], cuts[2])
    if cuts[1] < cuts[2]:
        assert outer[0] <= inner[0]
        assert inner[1] <= outer[1]


@given(strategies.texts(), ANY)
def test_the_whole_maps_to_the_whole(text: str, options: dict[str, object]) -> None:
    explanation = explain(text, **options)
    if text and explanation.text:
        assert explanation.to_normalized(0, len(text)) == (0, len(explanation.text))


def holds_bengali(word: str) -> bool:
    """A word of unseen characters alone goes or stays with its line."""
    return not BENGALI.isdisjoint(word)


BENGALI = frozenset(WORD_CHARACTERS)
_words = st.one_of(strategies.words(), strategies.damaged_words(), strategies.apostrophe_words())


@given(st.lists(_words.filter(holds_bengali), min_size=1))
def test_words_map_to_their_normalized_words(words: list[str]) -> None:
    options = {"profile": "visual"}  # the marks of a line depend on each other, words do not
    text = " ".join(words)
    explanation = explain(text, **options)
    at = 0
    for word in words:
        start, end = explanation.to_normalized(at, at + len(word))
        assert explanation.text[start:end] == normalize(word, **options)
        at += len(word) + 1


@given(strategies.sentences(), strategies.options())
def test_edits_stay_within_aksharas_of_well_formed_text(text: str, options: dict[str, object]) -> None:
    clean = normalize(text, profile="visual")
    borders, at = {0}, 0
    for akshara in split_aksharas(clean):
        at += len(akshara)
        borders.add(at)
    for edit in explain(clean, **options).edits:
        inside = {border for border in borders if edit.start < border < edit.end}
        assert not inside or not edit.before.strip("‘’'\"`´৷। |" + BENGALI_DIGITS + "0123456789"), edit
