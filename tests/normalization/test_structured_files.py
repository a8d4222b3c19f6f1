"""Data files and programs mean after normalization what they meant before, but for the text in their strings."""

import json
import re
from collections.abc import Callable

import strategies_files as files
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import normalize
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.syntax import are_strings, ends_of, find_syntax, in_prose, is_among
from banglanorm.tables import read_table

ROWS = read_table("normalization/mark_syntax")
KINDS = {
    "json": (files.json_files(), files.read_json),
    "csv": (files.csv_files(), files.read_csv),
    "sql": (files.sql_files(), files.read_sql),
    "po": (files.po_files(), files.read_po),
    "yaml": (files.yaml_files(), files.read_yaml),
    "android": (files.android_files(), files.read_android),
    "ios strings": (files.ios_strings_files(), files.read_ios_strings),
    "wiki": (files.wiki_files(), files.read_wiki),
    "markdown": (files.markdown_files(), files.read_markdown),
    "python": (files.python_files(), files.read_python),
    "script": (files.script_files(), files.read_script),
}


def without_marks(value: object) -> str:
    """Return a value as one text, with the letters of its strings as ``normalize`` writes them, without their marks."""
    text = normalize(json.dumps(value, ensure_ascii=False), profile="visual")
    return "".join(char for char in text if char not in MARKS + "\\")


@each_row("kind", KINDS)
def test_a_file_means_what_it_meant(kind: str) -> None:
    strategy, read = KINDS[kind]

    @given(strategy, st.sampled_from(["standard", "repair"]))
    def check(text: str, profile: str) -> None:
        before = _read(read, text)
        if before is not None:
            after = read(normalize(text, profile=profile))
            if profile == "standard":
                assert without_marks(after) == without_marks(before)

    check()


def _read(read: Callable[[str], object], text: str) -> object:
    """Read a file; None where its own reader refuses it."""
    try:
        return read(text)
    except (ValueError, SyntaxError, AssertionError):
        return None


@each_row("row", [row for row in ROWS if row["signs"]])
def test_a_pattern_matches_nothing_without_one_of_its_signs(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"])

    @given(st.text("ক \t\n'\"afrb_0[](){}<>=:;,.|+-&$\\!#/*।„“”", max_size=12))
    @example(row["example"])
    def check(line: str) -> None:
        signs = [sign.replace("\\s", " ").replace("\\t", "\t") for sign in row["signs"].split(" ")]
        for sign in signs:
            line = line.replace(sign, "")
        if not any(sign in line for sign in signs):
            assert pattern.search(line) is None

    check()


@each_row("row", [row for row in ROWS if row["begins"]])
def test_a_pattern_matches_no_line_that_begins_otherwise(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"])

    @given(
        st.sampled_from("ক০।^ax1\"'{[(<_->:;,.#~|}@ \té\u0967\u00a0").flatmap(
            lambda first: st.just(first + row["example"])
        )
    )
    @example(row["example"])
    def check(line: str) -> None:
        if not is_among(ends_of(line)[0], row["begins"]):
            assert pattern.match(line) is None

    check()


@each_row("row", [row for row in ROWS if row["ends"]])
def test_a_pattern_matches_no_line_that_ends_otherwise(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"])
    matches = pattern.match if row["where"] == "line" else pattern.search

    @given(
        st.sampled_from(["", " "]),
        st.sampled_from([row["example"], row["example"].rstrip()[:-1]]),
        st.text("ক০।॥’…–ax1\"'}])(<_->:;,.#~|@ \té\u0967\u00a0", max_size=3),
    )
    @example("", row["example"], "")
    def check(before: str, line: str, end: str) -> None:
        if not is_among(ends_of(before + line + end)[1], row["ends"]):
            assert matches(before + line + end) is None

    check()


PIECES = [
    *"ক১।,.?!;:()[]{}=+&|<>-$\\#/*’”‘ab1frn_ \t\u00a0…",
    '"',
    "'",
    '"',
    "'",
    " ",
    " = ",
    ": ",
    " -m ",
    "AS ",
    "IN (",
]
PIECES += [" . ", "&& ", "-> ", ": true", "\\n", ',"', '",', "';", '" :', "কথা ", "। ", ", ", "VALUES (", "echo "]


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
@example("".join(f'ক "ক" {sign} ক, "ক"{sign} ক ' for sign in "=:+|&!.#)]};,/"))
@example("".join(f'ক{sign}"ক" ক {sign} "ক"' for sign in "=:+|&!.#([{;,/"))
def test_no_pattern_for_marks_matches_where_one_stands_in_prose(line: str) -> None:
    patterns = [re.compile(row["pattern"]) for row in ROWS if row["where"] == "mark"]
    for m in re.finditer("[\"']", line):
        if in_prose().match(line, m.start()):
            assert not any(pattern.match(line, m.start()) for pattern in patterns)


@each_row("row", ROWS)
def test_every_row_is_seen_in_its_example_and_in_no_counterexample(row: dict[str, str]) -> None:
    assert _sees(row, row["example"])
    assert [other["name"] for other in ROWS if _sees(other, row["counterexample"])] == []


def _sees(row: dict[str, str], text: str) -> bool:
    pattern = re.compile(row["pattern"])
    return bool(pattern.match(text) if row["where"] == "line" else pattern.search(text))


@each_row("row", ROWS)
def test_straight_marks_of_an_example_stay(row: dict[str, str]) -> None:
    assert normalize(row["example"]) == row["example"]
    assert find_syntax(row["counterexample"]).delimiters == ""


@each_row(
    "line, delimiters",
    [
        ('সে বলল, "যাব"।', ""),
        ('"নাম": "মেঘ",', '"'),
        ("- ’৭১ সাল", "'"),
        ("- ‘৭১ সাল", "'"),
        ("- ‘মেঘ’ দেখি", ""),
        ('- ’৭১: "যুদ্ধ",', "\"'"),
        ("- ’৭১: 'যুদ্ধ',", "'"),
        ('<b>"$x" মেঘ জল', '"'),  # right behind a span
        ('<a b="$x"> মেঘ "জল" দেখি', ""),  # in a span
        ('"$x" মেঘ</string>', ""),  # at its beginning
    ],
)
def test_which_marks_may_delimit_strings(line: str, delimiters: str) -> None:
    assert find_syntax(line).delimiters == delimiters


def test_lines_of_strings_need_no_single_mark() -> None:
    assert are_strings('"মেঘ", "জল"')
    assert not are_strings("'মেঘ', জল")


def test_an_address_is_a_span_whatever_it_begins_with() -> None:
    for address in ("http://example.org/'x", "www.example.org/'x", "http://www.example.org/'x"):
        assert find_syntax(address).spans == ((0, len(address)),)


def test_the_block_of_bengali_has_its_bounds() -> None:
    assert [ends_of(char)[0] for char in "\u097f\u0980\u09ff\u0a00"] == ["*", "ক", "ক", "*"]
