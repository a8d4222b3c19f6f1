"""The commands ``words``, ``sentences`` and ``sort``."""

import json

from runner import Command


def test_words_of_a_line(command: Command) -> None:
    assert command("words", "--text", "ছ'দিনের সফর, ১২টি!").text == "ছ'দিনের সফর , ১২টি !\n"


def test_words_as_json(command: Command) -> None:
    command.write("a.txt", "\nবই ১টি\n")
    rows = [json.loads(line) for line in command("words", "-f", "jsonl", "a.txt").text.splitlines()]
    assert rows[1] == {"file": "a.txt", "line": 2, "start": 3, "end": 6, "text": "১টি", "kind": "number"}


def test_a_sentence_a_line(command: Command) -> None:
    assert command("sentences", "--text", "ড. করিম এলেন। কেন?").text == "ড. করিম এলেন।\nকেন?\n"


def test_sentences_as_json(command: Command) -> None:
    rows = [json.loads(line) for line in command("sentences", "-f", "jsonl", "-t", "এসো। বসো!").text.splitlines()]
    assert rows[1] == {"file": "<text>", "line": 1, "start": 5, "end": 9, "text": "বসো!"}


def test_lines_in_order(command: Command) -> None:
    command.write("a.txt", "উহ্য\nউৎস\n")
    command.write("b.txt", "উত্তর\nউৎস")
    assert command("sort", "a.txt", "b.txt").text.split() == ["উত্তর", "উৎস", "উৎস", "উহ্য"]
    assert command("sort", "--unique", "--reverse", "a.txt", "b.txt").text.split() == ["উহ্য", "উৎস", "উত্তর"]


def test_the_result_may_go_to_a_file(command: Command) -> None:
    command.write("a.txt", "খ\nক\n")
    result = command("sort", "a.txt", "-o", "sorted.txt")
    assert (result.status, (command.folder / "sorted.txt").read_text(encoding="utf-8")) == (0, "ক\nখ\n")


def test_the_assamese_order(command: Command) -> None:
    assert command("sort", "--language", "as", stdin="হ\nক্ষ\nখ\n".encode()).text.split() == ["খ", "হ", "ক্ষ"]
