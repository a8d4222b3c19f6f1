"""The rows of readings: each has an example that it alone says, and a text that it leaves alone."""

import pytest
from cases_reader import read_cases
from rows import each_row

from banglanorm.edits import splice
from banglanorm.spoken import verbalizing
from banglanorm.spoken.reading import Reading, compiled
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


def texts() -> list[str]:
    """Return what rows say, keep and make of it, and lines with marks before their digits."""
    cases = [cell for name in ("verbalize", "written") for row in read_cases(f"spoken/{name}") for cell in row.values()]
    rows = [text for row in READINGS for text in (row.example, row.spoken, row.counterexample)]
    return [*cases, *rows, "a+৫, +৮৮০ ১৭১১ ২২৩৩৪৪ +৫", "-৫ --৬ (-৭ কিমি) −৮.৫", "দশমিক ১২৩ .৫ ..৬ .৭৮৯০১ ক-১২৩৪৫৬"]


@each_row("reading", [row for row in READINGS if row.trigger])
def test_the_trigger_is_found_wherever_the_row_matches(reading: Reading) -> None:
    matched = [text for text in texts() if compiled(reading.pattern).search(text)]
    assert matched
    assert [text for text in matched if not compiled(reading.trigger).search(text)] == []


@each_row("reading", [row for row in READINGS if row.lead is not None])
def test_a_row_with_a_lead_is_found_as_a_search_of_the_whole_line_finds_it(reading: Reading) -> None:
    for text in texts():
        runs = [m.start() for m in verbalizing._RUN.finditer(text)]
        spans = [m.span() for m in verbalizing._matches(reading, text, runs, ())]
        assert spans == [m.span() for m in compiled(reading.pattern).finditer(text)]


@each_row("table", ["abbreviations", "units", "currencies", "acronyms", "address_words", "hours"])
def test_what_is_said_holds_no_digit_and_no_latin(table: str) -> None:
    for row in read_table(f"spoken/{table}"):
        for spoken in list(row.values())[1:2]:
            assert not any(char.isascii() and char.isalnum() for char in spoken)
