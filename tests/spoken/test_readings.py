"""The rows of readings: each has an example that it alone says, and a text that it leaves alone."""

import pytest

from banglanorm.edits import splice
from banglanorm.spoken import verbalizing
from banglanorm.spoken.reading import Reading
from banglanorm.spoken.style import Style
from banglanorm.tables import read_table

READINGS = verbalizing.readings()
IDS = [f"{reading.kind}: {reading.example}" for reading in READINGS]


def said(text: str, readings: tuple[Reading, ...], monkeypatch: pytest.MonkeyPatch) -> str:
    rows = verbalizing.Rows(readings)
    monkeypatch.setattr(verbalizing, "_rows", lambda: rows)
    return splice(text, [(start, end, after) for start, end, after, _ in verbalizing._changes(text, Style())])


@pytest.mark.parametrize("reading", READINGS, ids=IDS)
def test_the_example_is_said(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(reading.example, READINGS, monkeypatch) == reading.spoken


@pytest.mark.parametrize("reading", READINGS, ids=IDS)
def test_the_example_needs_the_row(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    without = tuple(other for other in READINGS if other is not reading)
    assert said(reading.example, without, monkeypatch) != reading.spoken


@pytest.mark.parametrize("reading", READINGS, ids=IDS)
def test_the_counter_example_is_left_alone(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(reading.counterexample, (reading,), monkeypatch) == reading.counterexample


@pytest.mark.parametrize("table", ["abbreviations", "units", "currencies", "acronyms", "address_words", "hours"])
def test_what_is_said_holds_no_digit_and_no_latin(table: str) -> None:
    for row in read_table(f"spoken/{table}"):
        for spoken in list(row.values())[1:2]:
            assert not any(char.isascii() and char.isalnum() for char in spoken)
