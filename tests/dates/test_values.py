"""All that is known of the values of whole expressions, and what is said of those that are none."""

from datetime import date, datetime

import pytest
from cases_reader import read_cases

from banglanorm import DateParseError, parse_date


def _reference(cell: str) -> date | None:
    if not cell:
        return None
    return datetime.fromisoformat(cell) if "T" in cell else date.fromisoformat(cell)


def test_values() -> None:
    for case in read_cases("dates/points"):
        text, reference, region, *told = case.values()
        value = parse_date(text, reference=_reference(reference), region=region)
        days = (str(day or "") for day in (value.earliest, value.latest))
        kinds = (value.kind, value.precision or "", value.calendar)
        found = [value.iso or "-", " ".join(value.alternatives), *kinds, *days, "|".join(value.conflicts)]
        assert found == told, case


def test_errors() -> None:
    for case in read_cases("dates/errors"):
        with pytest.raises(DateParseError) as caught:
            parse_date(case["text"], reference=_reference(case["reference"]), region=case["region"])
        told = (str(caught.value), case["text"][caught.value.start : caught.value.end])
        assert told == (case["message"], case["part"]), case
