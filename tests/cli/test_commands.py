"""What each sub-command says about a text."""

import json
from typing import Any

import pytest
from runner import HOSTILE, Command

COMPOSED = "বা\N{BENGALI LETTER RRA}ি"
DECOMPOSED = "বা\N{BENGALI LETTER DDA}\N{BENGALI SIGN NUKTA}ি"


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


class TestNormalize:
    def test_options_are_those_of_the_library(self, command: Command) -> None:
        from banglanorm import normalize

        text = "দু’জনের ‘লড়াই’ ১2৩৷"
        asked: dict[str, Any] = {"profile": "repair", "nukta": "composed", "apostrophe": "ʼ", "quotes": "ascii"}
        asked |= {"digits": "bengali", "disable": ("danda_for_numerator_four",)}
        arguments = [f"--{name}={value}" for name, value in asked.items() if name != "disable"]
        result = command("normalize", "--disable", "danda_for_numerator_four", "--text", text, *arguments)
        assert result.text == normalize(text, **asked) + "\n"
        assert result.text != normalize(text) + "\n"

    def test_rules_may_be_listed_with_commas(self, command: Command) -> None:
        result = command("normalize", "-t", "দু’জন৷", "--disable", "apostrophes,danda_for_numerator_four")
        assert result.text == "দু’জন৷\n"


class TestExplain:
    def test_text(self, command: Command) -> None:
        command.write("a.txt", "প্রথম\nওই দু’জনের ছবি\n")
        result = command("explain", "a.txt", **HOSTILE)
        assert (result.status, result.err) == (0, "")
        assert result.text == "a.txt:2:6: দু’জনের → দু'জনের  apostrophes\n"

    def test_what_looks_alike_is_spelled_out(self, command: Command) -> None:
        shown = command("explain", "--text", f"এই {COMPOSED}").text
        assert shown == f"<text>:1:6: {COMPOSED} → {DECOMPOSED} (U+09DC → U+09A1 U+09BC)  nukta_letters\n"

    def test_json(self, command: Command) -> None:
        command.write("a.txt", f"এক\nএই {COMPOSED}\n")
        result = command("explain", "--format", "jsonl", "a.txt")
        assert records(result.text) == [
            {
                "file": "a.txt",
                "line": 2,
                "start": 5,
                "end": 6,
                "before": "\N{BENGALI LETTER RRA}",
                "after": "\N{BENGALI LETTER DDA}\N{BENGALI SIGN NUKTA}",
                "rules": ["nukta_letters"],
            }
        ]
        assert "\N{BENGALI LETTER RRA}" in result.text

    def test_nothing_to_explain(self, command: Command) -> None:
        assert command("explain", "--text", "বাংলা").text == ""


class TestCheck:
    def test_clean(self, command: Command) -> None:
        result = command("check", "--text", "বাংলা")
        assert (result.status, result.out, result.err) == (0, b"", "")

    def test_found(self, command: Command) -> None:
        command.write("a.txt", f"বাংলা\n{COMPOSED}\n")
        command.write("b.txt", "বাংলা\n")
        result = command("check", "a.txt", "b.txt", **HOSTILE)
        assert (result.status, result.err) == (1, "")
        assert result.text.startswith("a.txt:2:3: nukta_letters ")
        assert result.text.count("\n") == 1

    def test_json(self, command: Command) -> None:
        result = command("check", "--format", "jsonl", stdin=COMPOSED.encode())
        assert result.status == 1
        assert [record["file"] for record in records(result.text)] == ["<stdin>"]

    def test_bad_input_is_not_the_answer_no(self, command: Command) -> None:
        assert command("check", stdin=COMPOSED.encode() + b"\n\xff").status == 2


class TestRules:
    def test_list(self, command: Command) -> None:
        from banglanorm import rules

        shown = command("rules", **HOSTILE).text.splitlines()
        assert [line.split()[:2] for line in shown] == [[rule.name, rule.profile] for rule in rules()]

    def test_one_in_full(self, command: Command) -> None:
        shown = command("rules", "nukta_letters").text
        assert shown.startswith("nukta_letters: ")
        for part in ("profile", "example", "leaves alone", "reference"):
            assert f"\n  {part}" in shown

    def test_json(self, command: Command) -> None:
        from banglanorm import rules

        shown = records(command("rules", "--format", "jsonl").text)
        assert [(row["name"], row["before"], row["unchanged"]) for row in shown] == [
            (rule.name, rule.example, rule.counterexample) for rule in rules()
        ]
        assert all(row["before"] != row["after"] for row in shown)

    def test_a_near_name_is_suggested(self, command: Command) -> None:
        result = command("rules", "nukta_leters")
        assert result.status == 2
        assert result.err == (
            "banglanorm: error: no rule is named 'nukta_leters'\nbanglanorm: hint: did you mean nukta_letters?\n"
        )


class TestInspect:
    def test_text(self, command: Command) -> None:
        shown = command("inspect", "--text", "ক্ষ\N{ZERO WIDTH NON-JOINER}", **HOSTILE).text
        assert shown == (
            "<text>:1:1: ক্ষ<U+200C>\n"
            "    U+0995   BENGALI LETTER KA\n"
            "    U+09CD   BENGALI SIGN VIRAMA\n"
            "    U+09B7   BENGALI LETTER SSA\n"
            "    U+200C   ZERO WIDTH NON-JOINER\n"
            "    malformed: joiner with no function here\n"
        )

    def test_json(self, command: Command) -> None:
        rows = records(command("inspect", "--format", "jsonl", stdin="ab\nকি\tা\r\n".encode()).text)
        assert [(row["line"], row["start"], row["end"], row["text"]) for row in rows] == [
            (1, 0, 1, "a"),
            (1, 1, 2, "b"),
            (2, 0, 2, "কি"),
            (2, 2, 3, "\t"),
            (2, 3, 4, "\N{BENGALI VOWEL SIGN AA}"),
        ]
        assert rows[2]["characters"][1] == {"code": "U+09BF", "name": "BENGALI VOWEL SIGN I"}
        assert rows[3]["characters"] == [{"code": "U+0009", "name": "<control>"}]
        assert [row["malformed"] for row in rows[3:5]] == [[], ["vowel sign without a bare consonant before it"]]

    def test_each_unit_has_its_own_reasons(self, command: Command) -> None:
        sign = "\N{BENGALI VOWEL SIGN AA}"
        text = f"ক{sign * 3}ক {sign}\N{BENGALI SIGN NUKTA}"
        rows = records(command("inspect", "--format", "jsonl", "--text", text).text)
        assert [(row["start"], len(row["malformed"])) for row in rows] == [(0, 1), (4, 0), (5, 2)]

    @pytest.mark.parametrize(
        ("char", "name"),
        [("\ue000", "<private use>"), ("\U000e0fff", "<unassigned>"), ("\u1c89", "CYRILLIC CAPITAL LETTER TJE")],
    )
    def test_names_are_those_of_the_pinned_unicode(self, command: Command, char: str, name: str) -> None:
        assert f" {name}\n" in command("inspect", "--text", char).text
