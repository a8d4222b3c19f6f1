"""All that is known of the values of whole expressions, and what is said of those that are none."""

from datetime import date, datetime

import pytest
from cases_reader import read_cases

from banglanorm import DateParseError, find_dates, parse_date, to_bengali_digits
from banglanorm.tables import read_table


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
        found.append(" ".join("|".join((member.iso or "-", *member.alternatives)) for member in value.members))
        parts = [value.year, value.month, value.day, value.weekday]
        found.append(" ".join("-" if part is None else str(part) for part in parts) if parts != [None] * 4 else "")
        assert found == told, case


def test_errors() -> None:
    for case in read_cases("dates/errors"):
        with pytest.raises(DateParseError) as caught:
            parse_date(case["text"], reference=_reference(case["reference"]), region=case["region"])
        told = (str(caught.value), case["text"][caught.value.start : caught.value.end])
        assert told == (case["message"], case["part"]), case


def test_each_day_with_a_name_is_found_in_its_region() -> None:
    for row in read_table("dates/fixed_days"):
        for region in ("bd", "in") if row["region"] == "-" else (row["region"],):
            text = f"এবার {row['first']} {row['second']}".strip()
            (found,) = find_dates(text, reference=date(2024, 6, 5), region=region)
            assert f"এবার {found.text}" == text
            if row["system"] == "gregorian":
                assert (found.value.iso or "").endswith(f"-{int(row['month']):02}-{int(row['day']):02}"), row


def test_hours_of_each_part_of_the_day() -> None:
    for case in read_cases("dates/hours"):
        part, form, *hours = case.values()
        for hour, iso in enumerate(hours, start=1):
            if iso:
                value = parse_date(f"{part} {form} {to_bengali_digits(str(hour))}টা".strip())
                assert "|".join((value.iso or "", *value.alternatives)) == iso, (part, form, hour)
