"""The sub-command ``dates`` and the option ``--dates`` of ``normalize``."""

import json

from runner import HOSTILE, Command


def test_a_line_for_each_find(command: Command) -> None:
    command.write("a.txt", "প্রথম\nশনিবার বৈঠক, ৫ মে ২০২৪ রাত ২টায়\n")
    result = command("dates", "a.txt", **HOSTILE)
    assert result.status == 0
    assert result.text == (
        "a.txt:2:1: শনিবার → ?\na.txt:2:14: ৫ মে ২০২৪ রাত ২টায় → 2024-05-05T02:00 (or 2024-05-06T02:00)\n"
    )


def test_conflicts_are_told(command: Command) -> None:
    result = command("dates", "--text", "সোমবার, ৫ মে ২০২৪")
    assert result.text.endswith("→ 2024-05-05 (the text says সোমবার, but 2024-05-05 is রোববার)\n")


def test_json_lines_with_reference_and_region(command: Command) -> None:
    command.write("a.txt", "শুক্রবারই জানা গেছে\n")
    result = command("dates", "--format", "jsonl", "--reference", "2023-09-17T17:57", "--region", "in", "a.txt")
    assert [json.loads(line) for line in result.text.splitlines()] == [
        {
            "file": "a.txt",
            "line": 1,
            "start": 0,
            "end": 9,
            "text": "শুক্রবারই",
            "iso": "2023-09-15",
            "kind": "date",
            "precision": "day",
            "calendar": "gregorian",
            "earliest": "2023-09-15",
            "latest": "2023-09-15",
            "conflicts": [],
            "alternatives": ["2023-09-22"],
            "members": [],
            "year": None,
            "month": None,
            "day": None,
            "weekday": 5,
            "suffix": "ই",
        }
    ]


def test_a_wrong_reference_is_refused_in_one_line(command: Command) -> None:
    result = command("dates", "--reference", "17/09/2023", "--text", "আজ")
    assert result.status == 2
    assert "'17/09/2023' is not a date like 2023-09-17 or 2023-09-17T17:57" in result.err
    assert result.err.count("\n") == 1


def test_normalize_writes_iso_dates(command: Command) -> None:
    text = "আজ ৫ মে ২০২৪ থেকে দু’জনের ছুটি৷"
    result = command("normalize", "--dates", "iso", "--reference", "2024-05-05", "--text", text)
    assert result.text == "2024-05-05 থেকে দু'জনের ছুটি।\n"
    assert command("normalize", "--text", text).text == "আজ ৫ মে ২০২৪ থেকে দু'জনের ছুটি।\n"
