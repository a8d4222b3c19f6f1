"""Changes, their composition, and offsets both ways."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Edit, Explanation, explain
from banglanorm.edits import NamedChange, Trace, compose, splice


@st.composite
def changes(draw: st.DrawFn, length: int, name: str) -> list[NamedChange]:
    """Sorted changes that do not overlap, on a text of this length."""
    borders = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    pairs = zip(borders[::2], borders[1::2], strict=False)
    return [(start, end, draw(st.text("xyz", max_size=2)), (name,)) for start, end in pairs]


def replay(text: str, named: list[NamedChange]) -> str:
    return splice(text, [change[:3] for change in named])


@given(st.data())
def test_composed_changes_do_what_one_after_the_other_does(data: st.DataObject) -> None:
    text = data.draw(st.text("abc", max_size=10))
    first = data.draw(changes(len(text), "first"))
    middle = replay(text, first)
    second = data.draw(changes(len(middle), "second"))
    composed = compose(first, middle, second)
    assert replay(text, composed) == replay(middle, second)
    assert all(left[1] <= right[0] for left, right in pairwise(composed))


def test_changes_apart_stay_apart_and_keep_their_names() -> None:
    composed = compose([(0, 1, "x", ("a",))], "xbc", [(2, 3, "z", ("b",))])
    assert composed == [(0, 1, "x", ("a",)), (2, 3, "z", ("b",))]


def test_changes_of_the_same_characters_become_one() -> None:
    assert compose([(0, 1, "xy", ("a",))], "xybc", [(1, 3, "", ("b",))]) == [(0, 2, "x", ("a", "b"))]


EXPLANATION = Explanation("abcdef", "abXYef", (Edit(2, 4, "cd", "XY", ("r",)),))
LONGER = Explanation("abcd", "abXYZd", (Edit(2, 3, "c", "XYZ", ("r",)),))
DELETED = Explanation("abcd", "abd", (Edit(2, 3, "c", "", ("r",)),))


@each_row(
    "span, mapped",
    [((0, 2), (0, 2)), ((0, 3), (0, 5)), ((2, 3), (2, 5)), ((3, 4), (5, 6)), ((3, 3), (5, 5)), ((0, 4), (0, 6))],
)
def test_to_normalized(span: tuple[int, int], mapped: tuple[int, int]) -> None:
    assert LONGER.to_normalized(*span) == mapped


@each_row(
    "span, mapped",
    [((0, 2), (0, 2)), ((3, 4), (2, 3)), ((2, 3), (2, 3)), ((4, 6), (2, 4)), ((5, 6), (3, 4)), ((0, 6), (0, 4))],
)
def test_to_original(span: tuple[int, int], mapped: tuple[int, int]) -> None:
    assert LONGER.to_original(*span) == mapped


def test_a_border_inside_an_edit_moves_to_its_edge() -> None:
    assert EXPLANATION.to_normalized(3, 5) == (2, 5)
    assert EXPLANATION.to_original(0, 3) == (0, 4)


def test_what_was_deleted_maps_to_nothing() -> None:
    assert DELETED.to_normalized(2, 3) == (2, 2)
    assert DELETED.to_original(1, 3) == (1, 4)
    assert DELETED.to_original(2, 3) == (3, 4)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 7)])
def test_a_span_outside_of_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="does not lie within a text of 6 code points"):
        EXPLANATION.to_normalized(*span)
    with pytest.raises(ValueError, match="does not lie within"):
        EXPLANATION.to_original(*span)


def test_an_explanation_replays() -> None:
    assert EXPLANATION.replay() == EXPLANATION.text


def test_an_edit_names_every_rule_at_work() -> None:
    nukta_out_of_place = "ড\N{BENGALI VOWEL SIGN AA}\N{BENGALI SIGN NUKTA}\N{BENGALI SIGN NUKTA}"
    assert [set(edit.rules) for edit in explain(nukta_out_of_place).edits] == [{"nukta_before_vowel_sign"}]
    halves_apart = "ক\N{BENGALI VOWEL SIGN E}\N{BENGALI SIGN CANDRABINDU}\N{BENGALI VOWEL SIGN AA}"
    assert [set(edit.rules) for edit in explain(halves_apart).edits] == [
        {"vowel_sign_before_final_signs", "two_part_vowels"}
    ]


def test_every_small_case_is_composed_in_order_with_all_names() -> None:
    def every(length: int, name: str) -> list[list[NamedChange]]:
        spans = [(a, b) for a in range(length + 1) for b in range(a, length + 1)]
        one = [[(a, b, after, (name,))] for a, b in spans for after in ("", "x", "yz") if a < b or after]
        two = [[*left, *right] for left in one for right in one if left[0][1] < right[0][0]]
        return one + two[:: len(two) // 60 + 1]

    for first in every(4, "first"):
        middle = replay("abcd", first)
        for second in every(len(middle), "second"):
            composed = compose(first, middle, second)
            assert replay("abcd", composed) == replay(middle, second)
            assert all(left[:2] <= right[:2] and left[1] <= right[0] for left, right in pairwise(composed))
            assert {name for change in composed for name in change[3]} == {"first", "second"}


def test_the_names_of_the_first_pass_come_first() -> None:
    assert compose([(0, 1, "x", ("a",))], "xbc", [(0, 1, "y", ("b",))]) == [(0, 1, "y", ("a", "b"))]


def test_what_an_explanation_shows_and_holds() -> None:
    assert repr(Explanation("a" * 40, "b" * 41, ())) == f"Explanation('{'a' * 40}' -> '{'b' * 39}…', 0 edits)"
    assert EXPLANATION.as_dict() == {
        "original": "abcdef",
        "text": "abXYef",
        "edits": [{"start": 2, "end": 4, "before": "cd", "after": "XY", "rules": ["r"]}],
    }


def test_a_deletion_and_a_change_of_what_follows_it_are_one() -> None:
    assert compose([(1, 2, "", ("a",))], "-yz", [(1, 2, "x", ("b",))]) == [(1, 3, "x", ("a", "b"))]


def test_an_explanation_that_was_asked_for_offsets_is_still_equal_to_its_like() -> None:
    fresh, asked = explain("দু’জন"), explain("দু’জন")
    assert asked.to_normalized(0, 3) == (0, 3)
    assert asked == fresh
    assert hash(asked) == hash(fresh)


def test_a_change_that_is_taken_back_is_no_effect() -> None:
    trace = Trace("abc")
    trace.add([(0, 1, "x", ("r",)), (2, 3, "z", ("r",))])
    trace.add([(0, 1, "a", ("s",))])
    assert trace.effective() == [(2, 3, "z", ("r",))]
