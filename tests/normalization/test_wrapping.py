"""Whole texts whose lines were wrapped: what is read together, what is not, and the promises of a whole text."""

import strategies
from cases_reader import read_cases
from hypothesis import assume, example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Normalizer, explain, label_quotes, normalize
from banglanorm.normalization.labels import label_pieces
from banglanorm.normalization.marks import MARKS, read_marks
from banglanorm.normalization.quotes import label_lines
from banglanorm.normalization.syntax import find_syntax
from banglanorm.normalization.wrapping import find_stretches, sketch

CASES = read_cases("normalization/wrapped")


@each_row("case", CASES)
def test_cases(case: dict[str, str]) -> None:
    assert normalize(case["before"]) == case["after"]
    assert normalize(case["after"]) == case["after"]
    assert explain(case["before"]).replay() == case["after"]


def test_a_mark_has_the_role_that_it_has_in_the_paragraph() -> None:
    case = next(case for case in CASES if "closes what was opened" in case["note"])
    lines = case["before"].split("\n")
    assert [mark.role for mark in label_quotes(case["before"])] == ["open", "close"]
    assert [mark.role for mark in label_lines(lines)] == ["open", "apostrophe"]


def test_items_of_a_batch_are_texts_of_their_own() -> None:
    text = 'সে বলল, "আমি\nযাব।"'
    normalizer = Normalizer()
    assert normalizer.batch(text.split("\n")) == text.split("\n")
    assert normalizer.batch([text, "ক"]) == [normalize(text), "ক"] != [text, "ক"]


def test_many_lines_without_a_width_are_read_alone() -> None:
    text = 'সে বলল, "আমি\nযাব।"'
    assert normalize(text + "\nবটে" * 6) != text + "\nবটে" * 6
    assert normalize(text + "\nবটে" * 7) == text + "\nবটে" * 7


@each_row("length", [159, 160, 161])
def test_whoever_wraps_lines_makes_them_no_longer_than_160_code_points(length: int) -> None:
    for beginning, end in (("“আমি কাল ", "\nযাব।”"), ("“আমি কাল\nযাব ", "।”")):
        line = max(beginning.split("\n"), key=len) if end[0] == "\n" else beginning.split("\n")[1] + end
        text = beginning + "ক" * (length - len(line)) + end
        assert max(map(len, text.split("\n"))) == length
        assert bool(list(find_stretches(text))) == (length <= 160)


def test_lines_whose_own_reading_would_let_them_be_joined_a_second_time_keep_their_marks() -> None:
    text = '- সে বলল, "আমি\nযাব।-এর"এর"এর"\n- তুমি বলে'
    assert normalize(text) == explain(text).text == text


@each_row(
    "line, may_be_open, may_close",
    [
        ("সে বলল, ‘যাব’ ও “না”।", False, False),
        ("সে বলল, \"যাব\", আর 'না'।", False, False),
        ("সে বলল, ‘যাব", True, False),
        ("সে বলল, ‘যাব’, “না", True, False),
        ("ক'দিন পরে “যাব”", False, True),
        ("(রাঃ) ‘আলাইহি সালাম", False, True),
        ("‘৭১’ সালে “যাব”", False, True),
        ("সে বলল, ‘ক'দিন’ পরে", True, True),
        ("যাব’ সে বলল", True, True),
        ("“‘যাব’ সে বলল”", True, True),
        ("সে বলল, ‘ যাব’", True, True),
        ("সে বলল, ‘যাব’র", True, True),
        ("‘যাব’ ও 'না'", True, True),
        ("<b>‘যাব’</b>", True, True),
        ("‘যাব’ http://example.org/a'b", False, True),
    ],
)
def test_sketches(line: str, may_be_open: bool, may_close: bool) -> None:
    assert sketch(line) == (may_be_open, may_close)


# --- promises ---------------------------------------------------------------------------------------------------------


@given(strategies.wrapped_texts(), strategies.options_with_switches())
def test_idempotent(text: str, options: dict[str, object]) -> None:
    once = normalize(text, **options)
    assert normalize(once, **options) == once


@given(strategies.wrapped_texts(), strategies.options_with_switches())
def test_edits_replay(text: str, options: dict[str, object]) -> None:
    explanation = explain(text, **options)
    assert explanation.text == explanation.replay() == normalize(text, **options)
    assert not any("\n" in edit.before + edit.after for edit in explanation.edits)


@given(strategies.wrapped_texts())
def test_a_whole_text_differs_from_its_lines_in_marks_only(text: str) -> None:
    whole = normalize(text)
    lines = Normalizer().batch(text.split("\n"))
    assert _without_marks(whole) == _without_marks("\n".join(map(str, lines)))


def _without_marks(text: str) -> str:
    return "".join(char for char in text if char not in MARKS)


@given(strategies.wrapped_texts())
def test_every_mark_has_one_role(text: str) -> None:
    assert [(mark.index, mark.char) for mark in label_quotes(text)] == [
        (at, char) for at, char in enumerate(text) if char in MARKS
    ]


@given(strategies.quoting_paragraphs(), st.integers(50, 80))
def test_a_wrapped_paragraph_is_its_one_line(paragraph: str, width: int) -> None:
    wrapped = strategies.wrapped(paragraph, width)
    assume(not any(find_syntax(line).delimiters for line in wrapped.split("\n")))  # marks that stay in doubt
    assert normalize(wrapped).replace("\n", " ") == normalize(paragraph)
    assert [mark.role for mark in label_quotes(wrapped)] == [mark.role for mark in label_quotes(paragraph)]


@given(st.lists(strategies.mark_dense_lines().filter(lambda line: "\n" not in line), max_size=8))
@example(["‘ক", "খ’গ"] * 40)
def test_idempotent_where_marks_are_dense(lines: list[str]) -> None:
    once = normalize("\n".join(lines))
    assert normalize(once) == once
    assert explain("\n".join(lines)).replay() == once


_PARTS = [
    "‘ক",
    "“ক",
    "'ক",
    '"ক',
    "খ’",
    "খ”",
    "খ'",
    'খ"',
    "।’",
    "শ’",
    "ল'",
    "গ",
    "১",
    "‘৭১",
    "'৭১",
    "‘আলাইহি",
    "ক'র",
    "দু'জন",
    "‘",
    "’",
    "(",
    "ক‘র",
    "x",
    "<",
    "`",
    "www.a.b",
]


@given(st.lists(st.sampled_from(_PARTS), max_size=7).map(" ".join), st.sampled_from(["‘ক", "“ক", "'ক", '"ক', "‘ক “খ"]))
def test_a_sketch_says_what_a_reading_says(line: str, opened: str) -> None:
    told = sketch(line)
    labels = label_pieces(*read_marks(line)[1:])
    if not told.may_be_open:
        assert all(label.partner >= 0 or label.keeps for label in labels if label.role in ("open", "close"))
    if not told.may_close:
        together = label_pieces(read_marks(f"{opened} {line}").pieces)
        count = sum(char in MARKS for char in opened)
        assert all(label.partner < 0 for label in together[:count])
