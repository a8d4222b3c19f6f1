"""The command ``audit``."""

import gzip
import json

from runner import Command


def test_the_page_is_written(command: Command) -> None:
    command.write("ক.txt", "দু’জন এলো৷\n")
    command.write("b.txt", "এক\r\nদুই\r\n")
    result = command("audit", "ক.txt", "b.txt", "-o", "report.html", LC_ALL="C")
    assert (result.status, result.out, result.err) == (0, b"", "")
    page = (command.folder / "report.html").read_text(encoding="utf-8")
    assert "<title>ক.txt, b.txt</title>" in page
    assert "<strong>1</strong> of <strong>3</strong> lines" in page
    again = command("audit", "ক.txt", "b.txt")
    assert again.text == page


def test_figures_as_json(command: Command) -> None:
    result = command("audit", "--format", "json", "--profile", "canonical", stdin="দু’জন\n".encode())
    found = json.loads(result.text)
    assert (found["profile"], found["lines"], found["effect"]["edits"]) == ("canonical", 1, 0)


def test_title_and_language(command: Command) -> None:
    for name in "abcde":
        command.write(name, "এক\n")
    assert "<title>a, b, c + 2</title>" in command("audit", *"abcde").text
    page = command("audit", "--title", "<আমার>", "--language", "bn", stdin=b"").text
    assert "<title>&lt;আমার&gt;</title>" in page
    assert '<html lang="bn">' in page


def test_folders_and_packed_files(command: Command) -> None:
    (command.folder / "texts").mkdir()
    command.write("texts/a.txt", "দু’জন\n")
    command.write("texts/b.txt.gz", gzip.compress("এক\nদুই".encode()))
    assert json.loads(command("audit", "-f", "json", "texts").text)["lines"] == 3


def test_only_the_field_is_read(command: Command) -> None:
    command.write("news.csv", 'id,title\n7,"দু’জন"\n')
    found = json.loads(command("audit", "-f", "json", "--field", "title", "news.csv").text)
    assert (found["lines"], found["before"]["characters"]) == (1, 5)


def test_examples_name_their_places_whoever_counts(command: Command) -> None:
    command.write("a.txt", "".join(f"লাইন {n}\n" for n in range(40_000)) + "দু’জন\n")
    command.write("b.jsonl", '{"text": 5}\n{"text": "ন’টি"}\n')
    options = ["-f", "json", "--field", "text", "--rejects", "bad", "b.jsonl"]
    one, two = command("audit", "-f", "json", "a.txt"), command("audit", "-f", "json", "-j", "2", "--summary", "a.txt")
    assert one.out == two.out
    assert "lines 40,001, changed 1" in two.err
    (example,) = json.loads(one.text)["effect"]["rules"][0]["examples"]
    assert (example["file"], example["line"], example["original"]) == ("a.txt", 40_001, "দু’জন")
    (example,) = json.loads(command("audit", *options).text)["effect"]["rules"][0]["examples"]
    assert (example["file"], example["line"]) == ("b.jsonl", 2)
    assert (command.folder / "bad").read_text(encoding="utf-8") == '{"text": 5}\n'
    assert "<bdi>a.txt</bdi>:40001" in command("audit", "a.txt").text


def test_a_file_that_does_not_decode_leaves_no_page(command: Command) -> None:
    command.write("a.txt", b"\xff\n")
    result = command("audit", "a.txt", "-o", "report.html")
    assert result.status == 2
    assert "a.txt:1" in result.err
    assert not (command.folder / "report.html").exists()
