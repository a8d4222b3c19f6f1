"""The page: well-formed HTML that asks nobody for anything, and in which no text of the corpus can act."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from string import Formatter

import pytest
from hostile import HOSTILE
from hypothesis import given, settings
from hypothesis import strategies as st
from rows import each_row
from strategies import texts

from banglanorm import audit, rules
from banglanorm.script.aksharas import _REASONS
from banglanorm.tables import read_table

VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Checks that tags are balanced, and collects what there is."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.said = {"en": 0, "bn": 0}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        assert len(values) == len(attributes)
        self.tags.append((tag, values))
        if values.get("class") in self.said:
            self.said[str(values["class"])] += 1
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.text.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def assert_sound(page: str) -> Reader:
    """Everything that must be true of every page."""
    page.encode("utf-8")
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]", page
    )
    reader = read(page)
    ids = [values["id"] for _, values in reader.tags if "id" in values]
    assert len(ids) == len(set(ids))
    for tag, values in reader.tags:
        assert tag not in {"a", "label"} or values.get("href", values.get("for", "")).removeprefix("#") in {*ids, ""}
        assert not {"src", "style", "srcset", "action", "data"} & set(values)
        assert not [name for name in values if name.startswith("on")]
        assert tag not in {"link", "img", "iframe", "object", "embed", "base", "audio", "video", "source"}
    assert not re.search(
        r"https?:|//[a-z]|url\(|@import", re.sub(r"(?s)<li.*?</li>|<h1>.*?</h1>|<title>.*?</title>", "", page)
    )
    assert [tag for tag, _ in reader.tags].count("script") == 1
    assert reader.said["en"] == reader.said["bn"]
    return reader


@given(st.lists(texts(), max_size=4), texts())
@settings(max_examples=15)
def test_every_page_is_sound(lines: list[str], title: str) -> None:
    found = audit(lines)
    assert_sound(found.to_html(title=title))
    assert found.to_html(title=title) == audit(lines).to_html(title=title)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_cannot_act(text: str) -> None:
    page = audit([text]).to_html(title=text)
    assert_sound(page)
    assert "<img" not in page
    assert "alert(1)</script>" not in page
    assert "{{nothing}}" in page or "{{" not in text


def test_the_page_names_its_own_style_and_script_and_no_other() -> None:
    page = audit(["এক"]).to_html()
    policy = re.search('Content-Security-Policy" content="([^"]*)"', page)[1]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        content = re.search(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]
        checksum = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{checksum}'" in policy


def test_the_page_of_an_empty_corpus_says_so() -> None:
    reader = assert_sound(audit([]).to_html())
    assert "There is no text here." in reader.text
    assert "এখানে কোনো পাঠ নেই।" in reader.text


def test_the_page_says_what_was_found() -> None:
    page = audit(["দু’জন এলো৷", "অামি ন’টি বই\N{NO-BREAK SPACE}কিনি"]).to_html(title="আমার পাঠ", language="bn")
    reader = assert_sound(page)
    said = "".join(reader.text)
    assert "2 of 2 lines (100 %) would change: 5 edits by 4 rules." in said
    assert "২ লাইনের মধ্যে ২টি (১০০ %) বদলাবে: ৪টি নিয়মে ৫টি সম্পাদনা।" in said
    assert '<del title="U+2019">’</del><ins title="U+0027">&#x27;</ins>জন' in page
    assert '<del title="U+0985 U+09BE">অা</del><ins title="U+0986">আ</ins>মি' in page
    assert 'id="rule-no_break_spaces"' in page
    assert '<html lang="bn">' in page
    assert re.search('id="bn" aria-label="[^"]*" checked', page)


def test_changes_are_shown_once_each_the_frequent_and_the_rare() -> None:
    page = audit(["দু’জন এলো৷ ‘‘এসো’’", "ন’টি | ", "অামি\N{NO-BREAK SPACE}যাই"]).to_html()
    lists = re.findall(r'<ol class="changes".*?</ol>', page, re.DOTALL)
    counts = [[int(n) for n in re.findall(r'data-count="(\d+)"', each)] for each in lists]
    assert counts == [[2, 1, 1], [1, 1, 1]]
    rows = re.findall(r"U\+\w{4}[^<]*?→[^<]*", "".join(lists))
    assert len(rows) == len(set(rows)) == 6


def test_no_such_language() -> None:
    with pytest.raises(ValueError, match="language: expected one of 'en', 'bn', got 'fr'"):
        audit([]).to_html(language="fr")


# --- the tables -------------------------------------------------------------------------------------------------------


def test_every_rule_has_its_sentence_in_bengali() -> None:
    assert {row["rule"] for row in read_table("report/rules")} == {rule.name for rule in rules()}


@each_row("row", read_table("report/texts"))
def test_both_languages_are_filled_in_alike(row: dict[str, str]) -> None:
    names = [sorted(name for _, name, _, _ in Formatter().parse(row[half]) if name) for half in ("en", "bn")]
    assert names[0] == names[1]
    assert row["en"] != row["bn"]


def test_every_reason_is_said_in_both_languages() -> None:
    assert {reason for _, reason in _REASONS} <= {row["key"] for row in read_table("report/texts")}


def test_no_row_stands_twice() -> None:
    for table, key in (("texts", "key"), ("rules", "rule"), ("characters", "code"), ("scripts", "script")):
        keys = [row[key] for row in read_table(f"report/{table}")]
        assert len(keys) == len(set(keys))
