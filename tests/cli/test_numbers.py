"""The command ``banglanorm numbers``."""

import json

from runner import Command


def test_a_line_a_number(command: Command) -> None:
    result = command("numbers", "--text", "দেড় লাখ টাকা, ৩০-৩৫ হাজার লোক, দুই-তৃতীয়াংশ, ২.৫০ কেজি")
    assert result.status == 0
    assert result.text.splitlines() == [
        "<text>:1:1: দেড় লাখ = 150000 currency taka",
        "<text>:1:16: ৩০-৩৫ হাজার = 30000..35000 range",
        "<text>:1:33: দুই-তৃতীয়াংশ = 2/3 fraction",
        "<text>:1:48: ২.৫০ = 2.50 decimal kg",
    ]


def test_json_lines(command: Command) -> None:
    command.write("a.txt", "কিছু না\nছ’দিনের পথ, ৩/৪ ভাগ\n")
    command.write("b.txt", "সাড়ে তিন কোটি, সাড়ে তিন")
    rows = [json.loads(line) for line in command("numbers", "-f", "jsonl", "a.txt", "b.txt").text.splitlines()]
    assert rows[0] == {
        "file": "a.txt",
        "line": 2,
        "start": 0,
        "end": 7,
        "text": "ছ’দিনের",
        "kind": "cardinal",
        "value": 6,
        "low": 6,
        "high": 6,
        "qualifier": "",
        "digits": "",
        "unit": "day",
        "suffix": "দিনের",
    }
    assert [(row["file"], row["line"], row["value"]) for row in rows[1:]] == [
        ("b.txt", 1, 35_000_000),
        ("b.txt", 1, "7/2"),
    ]


def test_nothing_found_is_no_failure(command: Command) -> None:
    result = command("numbers", "-t", "কোনো সংখ্যা নয়")
    assert (result.status, result.out) == (0, b"")


def test_help_runs(command: Command) -> None:
    result = command("numbers", "--help")
    assert result.status == 0
    assert "banglanorm numbers --format jsonl article.txt" in result.text
