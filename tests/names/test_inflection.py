"""Names with endings put on by the grammar come out as the bare names; names that end so by themselves stay whole."""

import random

from cases_reader import read_cases
from depth import WHOLE
from rows import each_row

from banglanorm import romanize_name
from banglanorm.endings import inflected
from banglanorm.names.inflection import without_ending
from banglanorm.names.keys import fold
from banglanorm.tables import read_table

KEPT = [case["bn"] for case in read_cases("names/whole")]
ENDED = read_cases("names/inflected")


def share(names: list[str]) -> float:
    """Return how many of the five forms of each of ``names`` come out as the bare name."""
    right = [
        romanize_name(form) == bare for name in names for bare in [romanize_name(name)] for form in inflected(name)[:5]
    ]
    return sum(right) / len(right)


class TestGeneratedForms:
    def test_lexicon(self) -> None:
        names = [fold(row["bn"]) for row in read_table("names/lexicon")]
        assert share(random.Random(1).sample(names, 300 if WHOLE else 100)) >= 0.98

    def test_initialisms(self) -> None:
        letters = [row["bn"] for row in read_table("names/letter_names") if len(row["bn"]) < 5]
        chance = random.Random(2)
        names = ["".join(chance.choices(letters, k=chance.randint(3, 5))) for _ in range(200)]
        names = [name for name in names if not name.endswith(("কে", "ই", "ও"))]  # their last letter may be an ending
        assert share(names) >= 0.97

    def test_names_of_the_model(self) -> None:
        assert share([case["stem"] for case in ENDED]) >= 0.8


def test_whole_names_stay() -> None:
    for name in KEPT:
        assert without_ending(fold(name)) == fold(name)


@each_row("case", ENDED)
def test_endings_come_off(case: dict[str, str]) -> None:
    assert without_ending(fold(case["bn"])) == fold(case["stem"])


def test_inside_a_name_more_must_speak_for_an_ending() -> None:
    for case in read_cases("names/inside"):
        assert without_ending(fold(case["bn"]), last=False) == fold(case["stem"]), case


def test_a_word_is_too_long_for_the_model_with_its_ending_only() -> None:
    assert without_ending("কা" * 20 + "র") == "কা" * 20 + "র"


@each_row("row", read_table("names/place_tails"))
def test_place_tails(row: dict[str, str]) -> None:
    name = fold(row["example"])
    assert name.endswith(fold(row["tail"]))
    assert without_ending(inflected(name)[0]) == name
