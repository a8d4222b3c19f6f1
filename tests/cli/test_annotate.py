"""The command ``annotate``."""

import json

from runner import Command


def test_a_record_a_line(command: Command) -> None:
    command.write("a.txt", "দু’জন এলো৷\nগতকাল ৫টি\n")
    result = command("annotate", "--reference", "2024-05-05", "a.txt")
    first, second = [json.loads(line) for line in result.text.splitlines()]
    assert (first["file"], first["line"], first["text"]) == ("a.txt", 1, "দু'জন এলো।")
    assert [word["text"] for word in first["words"]] == ["দু'জন", "এলো", "।"]
    assert [(date["text"], date["original_start"]) for date in second["dates"]] == [("গতকাল", 0)]
    assert [number["value"] for number in second["numbers"]] == [5]
