"""Lines whose marks stay as typed because of what stands on other lines, where a whole text is given."""

import strategies
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Normalizer, explain, label_quotes, normalize
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules.quotations import MARK_RULE_NAMES
from banglanorm.normalization.verbatim import find_verbatim

PROSE = 'সে বলল, "ছ’দিন পরে।"'
SETTLED = "সে বলল, “ছ'দিন পরে।”"


@each_row(
    "text, fences",
    [
        ("```\nক\n```", [range(3)]),
        ("খ\n  ````sh\n```\nক\n`````  \r\nখ", [range(1, 5)]),
        ("> ```py\n> ক\n> ```", [range(3)]),
        ("- ```py\n  ক\n  ```", [range(3)]),
        ("১২\n3) ```\nক\n   ```", [range(1, 4)]),
        ("~~~ py\nক\n~~~\n```\nখ\n```", [range(3), range(3, 6)]),
        ("~~~ py\n```\nক\n~~~", [range(4)]),
        ("```\n```", [range(2)]),
        ("```\nক", []),
        ("ক ```\nখ\n```", []),
        ("```ক```\nখ\n```খ```", []),
        ("```\nক\n``` খ", []),
        ("~~~\nক\n~~~", []),
        ("~~~~~~~~\nক\n~~~~~~~~", []),
        ("``\nক\n``", []),
        ("- > ```\n  > ক\n  > ```", [range(3)]),
        ("1. - ```\n     ক\n     ```", [range(3)]),
        ("- ক ```\n  খ\n  ```", []),
        ("```\n> ```\nক\n```", [range(4)]),
        ("> ```\n> ক\n\nখ\n```\nগ\n```", [range(4, 7)]),
        ("> > ```\n> ক\n> ```\n> গ\n> ```", [range(2, 5)]),
        ("\N{ZERO WIDTH NO-BREAK SPACE}```\nক\n```\nখ", [range(3)]),
    ],
)
def test_fences(text: str, fences: list[range]) -> None:
    assert find_verbatim(text) == fences


@each_row(
    "text, strings",
    [
        ("নাম: 'ক\n  খ'\nগ", [range(2)]),
        ("- 'ক\n\n  খ ''গ'' ঘ' # ঙ", [range(3)]),
        ("  - 'ক': 'খ\n    গ'", [range(2)]),
        ("- নাম: 'ক\n    খ'\n- নাম: 'গ\n    ঘ'", [range(2), range(2, 4)]),
        ("নাম: 'ক'\n  খ'", []),
        ("নাম: 'ক\nখ'", []),
        ("  নাম: 'ক\n  খ'", []),
        ("নাম: 'ক\n  খ' গ", []),
        ("নাম: 'ক\n  খ", []),
        ("নাম: 'ক\n" + "  খ\n" * 62 + "  গ'", [range(64)]),
        ("নাম: 'ক\n" + "  খ\n" * 63 + "  গ'", []),
        ("নাম: 'ক' খ\n  গ'", []),
        ("নাম: 'ক'' খ\n  গ'", [range(2)]),
        ("\"ক'খ\": 'গ\n  ঘ'", [range(2)]),
        ("'ক''খ': 'গ\n  ঘ'", [range(2)]),
        ('<string name="ক">খ\nগ</string>\nঘ', [range(2)]),
        ("ঘ\n <item>খ\n<b>গ</b>\nগ</item>", [range(1, 4)]),
        ('<string name="ক">খ</string>\nগ</string>', []),
        ('<string name="ক">খ\n<string name="গ">ঘ</string>', []),
        ("<string>খ\nগ", []),
        ('<item name="ক"/>\nগ</item>', []),
        ("<item>\n  <title>ক</title>\n</item>", []),
        ("<item>\n\n<dc:title>ক</dc:title>\nখ</item>", []),
        ("<item>\n  <b>ক</b> খ\n</item>", [range(3)]),
        ("<item>\n  <![CDATA[ক\n]]></item>", [range(3)]),
        ("<string>\n  <xliff:g>ক</xliff:g>\n</string>", [range(3)]),
        ("insert into t values (1, 'ক\nদু’জন', 'খ\nগ', 5),\n(2, 'ক', 'খ\nগ');\nঘ", [range(3), range(3, 5)]),
        ("VALUES('\nক',7);", [range(2)]),
        ("  ('ক', 'খ\nগ', 2),", [range(2)]),
        ("$x = 'ক\n''খ'' \\'গ\\'\nঘ' . y;", [range(3)]),
        ("  'ক' => 'খ\nগ',", [range(2)]),
        ("x = '" + "ক\n" * 511 + "খ'", [range(512)]),
        ("x = '" + "ক\n" * 512 + "খ'", []),
        ("x = 'ক\nখ' গ", []),
        ("x == 'ক\nখ';", []),
        ("x = 'ক\nখ", []),
        ("সে বলল, 'ক\nখ';", []),
        ("(সে বলল, 'ক\nখ');", []),
        ("(1) সে বলল, 'ক\nখ।'", []),
        ("(1965 সালে) সে বলল, 'ক\nখ।'", []),
        ("(News) সে বলল, 'ক\nখ।'", []),
        ("Update: সে বলল, 'ক\nখ।'", []),
        ("call দিয়ে বলল, 'ক\nখ।'", []),
        ("(1, 'ক\nখ'),", [range(2)]),
        ("(1,'ক\nখ'),", [range(2)]),
        ("(NULL, -1.5, 'ক\nখ'),", [range(2)]),
        ("(N'ক', N'খ', 'ক\nখ'),", [range(2)]),
        ("update বই set নাম = 'ক\nখ';", [range(2)]),
        ("values ('ক', 'ক\nখ');", [range(2)]),
        ("```\nনাম: 'ক\n```\n  খ'", [range(3)]),
        ("নাম: 'ক\n  ```\n  খ'\n```", [range(3)]),
    ],
)
def test_strings(text: str, strings: list[range]) -> None:
    assert find_verbatim(text) == strings


def test_code_keeps_its_marks_and_nothing_else() -> None:
    text = f"{PROSE}\n```\n{PROSE}৷\n```\n{PROSE}"
    after = f"{SETTLED}\n```\n{PROSE}।\n```\n{SETTLED}"
    assert normalize(text) == normalize(after) == explain(text).replay() == after
    assert {rule for edit in explain(text).edits for rule in edit.rules} > {"danda_for_numerator_four"}


def test_a_fence_that_is_not_closed_is_none() -> None:
    assert normalize(f"```\n{PROSE}") == f"```\n{SETTLED}"


@each_row("text, once", [(f"\N{ZERO WIDTH SPACE}``` ক\n```\n{PROSE}\n```\n", f"``` ক\n```\n{SETTLED}\n```\n")])
def test_what_is_not_seen_beside_a_fence_does_not_move_it(text: str, once: str) -> None:
    assert normalize(text) == normalize(once) == explain(text).replay() == once


def test_marks_that_would_make_other_strings_stay() -> None:
    text = "y = 'ক\nএই 'ছাগল' খায়\nx = ',\nমা’র\nগ';"
    once = normalize(text)
    assert normalize(once) == explain(text).text == explain(text).replay() == once


def test_marks_far_from_strings_that_would_be_made_change() -> None:
    strings = "y = 'ক\nএই 'ছাগল' খায়\nx = ',\nমা’র\nগ';"
    text, after = f"{PROSE}\n\n{strings}\n\n{PROSE}", f"{SETTLED}\n\n{strings}\n\n{SETTLED}"
    assert normalize(text) == normalize(after) == explain(text).replay() == after


def test_a_line_alone_knows_no_fence() -> None:
    lines = ["```", PROSE, "```"]
    assert Normalizer().batch(lines) == ["```", SETTLED, "```"]
    assert normalize("\n".join(lines)) == "\n".join(lines)


@each_row("text", ["নাম: 'দু’জন\n  ছ’টায় \"যাবে\"'", "x = 'ক\nদু’জন \"যাবে\"\nখ';", '<string>দু’জন\nবলল "ছ’টায়"।\nকাল</string>'])
def test_a_string_over_lines_keeps_its_marks(text: str) -> None:
    assert normalize(text) == explain(text).text == text
    assert Normalizer().batch(text.split("\n")) != text.split("\n")


def test_no_quotation_runs_over_a_fence() -> None:
    text = 'সে বলল, "আমি\n```\nক"\n```\nযাব।"'
    assert normalize(text) == text


def test_marks_of_code_have_no_role() -> None:
    marks = label_quotes(f"{PROSE}\n```\n{PROSE}\n```\n{PROSE}")
    roles = ["open", "apostrophe", "close"]
    assert [mark.role for mark in marks if mark.char != "`"] == [*roles, *["other"] * 3, *roles]
    assert {mark.role for mark in marks if mark.char == "`"} == {"other"}


LINES = st.sampled_from(
    [
        *(
            "```",
            "````",
            "``` py",
            "> ```",
            "~~~",
            "~~~ sh",
            "নাম: 'ক",
            "- 'ক",
            "  দু’জন",
            "  খ'",
            "<string>ক",
            "</string>",
        ),
        *("'ক", 'খ"', PROSE, "“কাল", "যাব”", ""),
    ]
)


@given(st.lists(LINES | strategies.texts(), max_size=9).map("\n".join), strategies.options())
@example("```\n'ক\n\u200b```\n", {})
def test_a_text_settles_and_what_is_kept_keeps_its_marks(text: str, options: dict[str, object]) -> None:
    after = normalize(text, **options)  # type: ignore[arg-type]
    assert normalize(after, **options) == after  # type: ignore[arg-type]
    assert explain(text, **options).replay() == after  # type: ignore[arg-type]
    before_lines, after_lines = text.split("\n"), after.split("\n")
    seen = normalize(text, **options, disable=MARK_RULE_NAMES) if find_verbatim(text) else ""  # type: ignore[arg-type]
    for number in {number for lines in find_verbatim(seen) for number in lines}:
        assert _marks(after_lines[number]) == _marks(before_lines[number])


def _marks(line: str) -> str:
    return "".join(char for char in line if char in MARKS)
