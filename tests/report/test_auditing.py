"""The audit as values: the counts are those of each line by itself, and the memory has a bound."""

import pickle
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row
from strategies import texts

from banglanorm import Edit, Normalizer, audit, corpus, explain, find_malformed, label_quotes, rules
from banglanorm.report import auditing, census, effects
from banglanorm.report.places import block_of
from banglanorm.script.letters import HASANTA, ZWJ, ZWNJ

BOM, NBSP, NUMERATOR = "\N{ZERO WIDTH NO-BREAK SPACE}", "\N{NO-BREAK SPACE}", "\N{BENGALI CURRENCY NUMERATOR FOUR}"
lines = st.lists(texts().map(lambda text: text.replace("\n", " ")), max_size=6)


@given(lines)
def test_the_counts_are_those_of_each_line_by_itself(given_lines: list[str]) -> None:
    found = audit(given_lines)
    edits = [explain(line).edits for line in given_lines]
    fired = Counter(name for each in edits for edit in each for name in edit.rules)
    assert found.lines == len(given_lines)
    assert found.effect.lines == sum(map(bool, edits))
    assert found.effect.edits == sum(map(len, edits))
    assert {rule.name: rule.count for rule in found.effect.rules} == fired
    assert sum(change.count for change in found.effect.changes) + found.effect.unlisted == found.effect.edits
    for when, texts_then in ((found.before, given_lines), (found.after, [explain(line).text for line in given_lines])):
        marks = Counter((mark.char, mark.role) for line in texts_then for mark in label_quotes(line))
        assert when.characters == sum(len(line.replace("\r", "")) for line in texts_then)
        assert when.quotes == tuple(sorted(((*key, n) for key, n in marks.items()), key=lambda row: (-row[2], row)))
        assert sum(n for _, n in when.malformed) == sum(len(find_malformed(line)) for line in texts_then)
        assert sum(n for _, n in when.scripts) == when.characters


@given(lines, st.integers(1, 40))
def test_blocks_change_nothing(given_lines: list[str], size: int) -> None:
    whole = audit(given_lines)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(auditing, "_BLOCK", size)
        assert audit(given_lines) == whole
        assert audit(line + "\n" for line in given_lines) == whole


@given(st.lists(texts(), max_size=4))
def test_a_text_of_many_lines_changes_as_a_whole(given_texts: list[str]) -> None:
    quotation = 'তিনি বললেন, "আমি কাল বাড়ি যাব এবং\nসেখানে তিন দিন থাকব।" তারপর চলে গেলেন।'
    explained = [explain(text) for text in [*given_texts, quotation]]
    found = audit([*given_texts, quotation])
    assert found.effect.edits == sum(len(explanation.edits) for explanation in explained)
    assert dict(found.after.scripts) == dict(audit(explanation.text for explanation in explained).before.scripts)
    assert {"“", "”"} <= {char for char, *_ in found.after.quotes}


@given(lines)
def test_repair_counts_what_only_its_own_rules_do(given_lines: list[str]) -> None:
    own = {rule.name for rule in rules() if rule.profile == "repair"}
    repairer = Normalizer(profile="repair")
    edits = [edit for line in given_lines for edit in repairer.explain(line).edits if own & set(edit.rules)]
    found = audit(given_lines).repair
    assert found.edits == len(edits)
    assert {rule.name for rule in found.rules} == {name for edit in edits for name in edit.rules} & own


@given(lines)
def test_examples_are_stretches_of_the_text_with_one_edit(given_lines: list[str]) -> None:
    for rule in audit(given_lines).effect.rules:
        assert 1 <= len(rule.examples) <= 4 or rule.count
        for example in (each.change for each in rule.examples):
            assert any(example.original in line for line in given_lines)
            assert len(example.edits) == 1
            assert rule.name in example.edits[0].rules
            assert example.replay() == example.text


def test_what_a_text_is_made_of() -> None:
    found = audit([f"{BOM}দু’জন 5টি ৩টি{NBSP}ক{ZWJ}খ abc अ!\x07\t{NUMERATOR}\r\n"]).before
    assert dict(found.scripts) == {
        "bengali": 10, "latin": 3, "devanagari": 1,
        "digits": 2, "punctuation": 2, "spaces": 5, "symbols": 1, "unseen": 4,
    }  # fmt: skip
    assert dict(found.digits) == {"ascii": 1, "bengali": 1}
    assert dict(found.invisible) == {BOM: 1, NBSP: 1, ZWJ: 1}
    assert dict(found.unwanted) == {"\x07": 1, NUMERATOR: 1}
    assert found.quotes == (("’", "apostrophe", 1),)
    assert found.malformed_words == ((f"ক{ZWJ}খ", 1),)
    assert found.bytes == len(f"{BOM}দু’জন 5টি ৩টি{NBSP}ক{ZWJ}খ abc अ!\x07\t{NUMERATOR}".encode())


@each_row(
    "char, script",
    [
        ("ক", "bengali"), (HASANTA, "bengali"), ("ñ", "latin"), ("ا", "arabic"), ("漢", "chinese"), ("か", "japanese"),
        ("᱐", "digits"), ("ᱚ", "ol_chiki"), ("½", "symbols"), ("৳", "symbols"), ("।", "punctuation"), ("😀", "symbols"),
        ("\u0301", "other_letters"), (ZWNJ, "unseen"), ("\ud800", "unseen"), ("\u0984", "unseen"), ("\t", "unseen"),
    ],
)  # fmt: skip
def test_every_character_is_counted_in_one_script(char: str, script: str) -> None:
    assert census.script_of(char) == script
    assert census.script_of(char) in {row["script"] for row in census.read_table("report/scripts")}


def test_words_are_estimated_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    digits = str.maketrans("0123456789", "কখগঘচছজঝটঠ")
    words = [str(n).translate(digits) for n in range(5_000)]
    assert audit(words).before.distinct_words == 5_000
    monkeypatch.setattr(census, "_WORDS_KEPT", 500)
    found = audit(words).before
    assert found.words == 5_000
    assert 4_000 < found.distinct_words < 6_000


def test_kinds_of_changes_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effects, "_CHANGES_KEPT", 1)
    found = audit(["দু’জন এলো৷", "ন’টি"]).effect
    assert [(change.before, change.count) for change in found.changes] == [("’", 2)]
    assert (found.edits, found.unlisted) == (3, 1)


def test_joiners_alone_are_no_word() -> None:
    found = audit([f"ক {ZWJ} {ZWNJ}{ZWJ} খ"]).before
    assert (found.words, found.distinct_words) == (2, 2)


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("আগের লাইন\r\nএ দু’জন\r\nপরের লাইন\n", 15, "এ দু’জন"),
        ("কখ " * 30 + "দু’জন" + " গঘ" * 30, 92, "কখ " * 11 + "দু’জন" + " গঘ" * 11),
        ("ক" * 90 + "’" + "খ" * 90, 90, "ক" * 36 + "’" + "খ" * 36),
    ],
)
def test_an_excerpt_keeps_to_its_line_and_to_whole_words(text: str, place: int, shown: str) -> None:
    assert text[place] == "’"
    found = effects.excerpt(text, Edit(place, place + 1, "’", "'", ("apostrophes",)))
    assert (found.original, found.replay()) == (shown, shown.replace("’", "'"))


def test_a_long_edit_is_counted_and_not_shown() -> None:
    found = audit(["ক" + ZWJ * 100 + "খ"]).effect
    assert (found.edits, found.unlisted, found.changes, found.rules[0].examples) == (1, 1, (), ())


def test_examples_come_from_the_whole_text() -> None:
    found = audit(f"লাইন {n} দু’জন" for n in range(2_000)).effect.rules[0]
    numbers = [int(example.change.original.split()[1]) for example in found.examples]
    assert [example.line for example in found.examples] == [number + 1 for number in numbers]
    assert (found.count, len(numbers)) == (2_000, 4)
    assert numbers == sorted(numbers)
    assert numbers[-1] > 100


@given(lines, st.integers(0, 6))
def test_what_is_counted_apart_is_counted_together(given_lines: list[str], place: int) -> None:
    rows = [("a.txt", number, line) for number, line in enumerate(given_lines, 1)]
    auditor = auditing.Auditor()
    whole, first, second = auditor.tally(), auditor.tally("1"), auditor.tally("2")
    for tally, part in ((whole, rows), (first, rows[:place]), (second, rows[place:])):
        for block in auditing.blocks(part):
            auditor.add(block, tally)
    first.merge(pickle.loads(pickle.dumps(second)))
    one, two = auditor.audit(whole), auditor.audit(first)
    assert (one.before, one.after, one.lines) == (two.before, two.after, two.lines)
    for effect, merged in ((one.effect, two.effect), (one.repair, two.repair)):
        assert (effect.lines, effect.edits, effect.changes) == (merged.lines, merged.edits, merged.changes)
        assert [(rule.name, rule.count) for rule in effect.rules] == [(rule.name, rule.count) for rule in merged.rules]
        for rule in merged.rules:
            places = [(example.file, example.line) for example in rule.examples]
            assert places == sorted(places)
            assert all(example.change.original in given_lines[example.line - 1] for example in rule.examples)


def test_merged_counts_keep_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(effects, "_CHANGES_KEPT", 2)
    monkeypatch.setattr(census, "_WORDS_KEPT", 500)
    digits = str.maketrans("0123456789", "কখগঘচছজঝটঠ")
    auditor = auditing.Auditor()
    total = auditor.tally()
    for number in range(10):
        part = auditor.tally(str(number))
        words = " ".join([str(n).translate(digits) for n in range(500 * number, 500 * (number + 1))])
        auditor.add(block_of([("a.txt", number, f"{words} দু’জন এলো৷ {'ক' * number}য়\n")]), part)
        total.merge(part)
    found = auditor.audit(total)
    assert [(change.before, change.count) for change in found.effect.changes[:1]] == [("’", 10)]
    assert len(found.effect.changes) == 2
    assert sum(change.count for change in found.effect.changes) + found.effect.unlisted == found.effect.edits
    assert len(found.effect.rules[0].examples) == 4
    assert 4_000 < found.before.distinct_words < 6_000


def test_rows_of_files_name_their_places(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,"এক\nদুই"\n2,দু’জন\n', encoding="utf-8")
    rows = corpus.read(tmp_path / "a.csv", field="text")
    (example,) = audit(rows).effect.rules[0].examples
    assert (Path(example.file).name, example.line, example.change.text) == ("a.csv", 4, "দু'জন")
    assert example.as_dict()["line"] == 4


def test_lines_are_counted_through_texts_without_files() -> None:
    (rule,) = audit(["এক\nদুই\n", "তিন", None, "চার\nদু’জন"]).effect.rules
    assert [(example.file, example.line) for example in rule.examples] == [("", 5)]


def test_missing_values_are_left_out_and_others_refused() -> None:
    assert audit(["এক", None, float("nan"), ""]).lines == 2
    assert audit([]).lines == 0
    with pytest.raises(TypeError, match="item 1: expected str or a missing value, got int"):
        audit(["এক", 5])
    with pytest.raises(TypeError, match="got one str"):
        audit("এক")


def test_options_choose_what_is_audited() -> None:
    text = ["দু’জন ৫ অর্থাত্"]
    assert audit(text, profile="canonical").effect.edits == 0
    assert "ascii_digits" in {rule.name for rule in audit(text, digits="ascii").effect.rules}
    assert audit(text, profile="repair").repair.edits == 0
    with pytest.raises(ValueError, match="profile"):
        audit(text, profile="none")


@pytest.mark.parametrize("before", ["", "দুই\n"])
def test_an_excerpt_is_cut_only_where_the_line_goes_on(before: str) -> None:
    word = "ক" * (effects._ROOM - 3)
    line = f"এক {word}’{word} এক"
    edit = Edit(len(before) + effects._ROOM, len(before) + effects._ROOM + 1, "’", "'", ("apostrophes",))
    assert effects.excerpt(f"{before}{line}\n", edit).original == line
