"""All that is known of the values of whole expressions, and what is said of those that are none."""

from datetime import date

import pytest
from cases_reader import read_cases, when
from rows import each_row

from banglanorm import DateParseError, find_dates, parse_date, to_bengali_digits
from banglanorm.tables import read_table


def test_values() -> None:
    for case in read_cases("dates/points"):
        text, reference, region, *told = case.values()
        value = parse_date(text, reference=when(reference), region=region)
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
            parse_date(case["text"], reference=when(case["reference"]), region=case["region"])
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


def test_an_expression_has_a_thousand_characters_at_most() -> None:
    day = "৫ মে ২০২৪"
    for label in ("", "প্রকাশ: "):
        for rest in ("।", " ", "।।", "। "):
            text = f"{label}{day}{rest * 1000}"
            assert parse_date(text[: len(label) + 1000]).iso == "2024-05-05"
        more = f"{label}{day}{' ক' * 1000}"
        with pytest.raises(DateParseError) as caught:
            parse_date(more[: len(label) + 1000])
        assert caught.value.start == len(label) + len(day) + 1
        with pytest.raises(DateParseError) as caught:
            parse_date(more[: len(label) + 1001])
        assert caught.value.start == len(label)
    with pytest.raises(DateParseError) as caught:
        parse_date(f"{day}{'।' * 992}")
    assert (caught.value.start, caught.value.end) == (0, 1001)


@each_row(
    "text, part",
    [
        ("প্রকাশ: ৫ মে ২০২৪ ৬ মে ২০২৪", (0, 27)),
        ("প্রকাশ: বাংলাদেশ।", (0, 17)),
        ("বাংলাদেশ, ৫ মে ২০২৪", (0, 9)),
        ("৫ মে ২০২৪, বাংলাদেশ", (9, 19)),
        ("৫ মে ২০২৪ বাংলা ৬ মে ২০২৪", (10, 15)),
        (" ক ", (0, 3)),
        ("প্রকাশ:", (0, 7)),
        ("", (0, 0)),
        ("\u200bক\u200b ৫ মে ২০২৪", (1, 2)),
        ("৫ মে\u200b ২০২৪ ক\u200bখ\u200b", (11, 14)),
        ("প্রকাশ: ৩১ ফেব্রুয়ারি ২০২৪।", (8, 27)),
    ],
)
def test_an_error_names_its_place(text: str, part: tuple[int, int]) -> None:
    with pytest.raises(DateParseError) as caught:
        parse_date(text)
    assert (caught.value.start, caught.value.end) == part


def test_what_is_not_seen_is_part_of_a_match_only_inside() -> None:
    text = "\u200bআজ ৫\u200b মে\u200b ২০২৪\u200b, ৬\u200b মে\u200b"
    spans = [(match.start, match.end) for match in find_dates(text)]
    assert spans == [(1, 15), (18, 23)]
    assert [text[start:end] for start, end in spans] == [match.text for match in find_dates(text)]


def test_finds_and_their_parts() -> None:
    for case in read_cases("dates/parts_in_text"):
        found = find_dates(case["text"], reference=when(case["reference"]), region=case["region"])
        assert " | ".join(f"{m.text}={m.value.iso or '-'}" for m in found) == case["found"], case
