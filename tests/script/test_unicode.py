"""``profile="canonical"`` is NFC: by Unicode's own test data, and by ``unicodedata2`` for what that does not hold.

The rows of NormalizationTest.txt are what the standard says, so they bind ``unicodedata2`` too; the changes that
``explain`` makes come from the canonical rules, which know nothing of the answers.
"""

import random
import unicodedata

import strategies
import unicodedata2
from cases_reader import read_cases
from depth import sample
from hypothesis import given
from rows import each_row

from banglanorm import explain, normalize

SURROGATES = range(0xD800, 0xE000)
BETWEEN = "ক{}\N{BENGALI SIGN NUKTA}"


def canonical(text: str) -> str:
    return normalize(text, profile="canonical")


def nfc(text: str) -> str:
    return unicodedata2.normalize("NFC", text)


def nfd(text: str) -> str:
    return unicodedata2.normalize("NFD", text)


def _text(codes: str) -> str:
    return "".join(chr(int(code, 16)) for code in codes.split())


def test_the_rows_of_normalization_test() -> None:
    wrong = []
    for row in read_cases("script/normalization_test"):
        source, composed, decomposed = (_text(row[column]) for column in ("source", "nfc", "nfd"))
        for text in (source, composed, decomposed):
            explained = explain(text, profile="canonical")
            if not canonical(text) == explained.text == composed:
                wrong.append(row["source"])
    assert wrong == []


def test_the_rows_of_normalization_test_inside_bengali_text() -> None:
    rows = read_cases("script/normalization_test")
    source, composed = ("।\n".join("ক " + _text(row[column]) for row in rows) for column in ("source", "nfc"))
    assert canonical(source) == explain(source, profile="canonical").text == composed


def test_every_code_point_by_itself_after_a_bengali_letter_and_before_a_mark() -> None:
    """Each on a line of its own: lines are independent, so a few calls do for all."""
    assigned = [code for code in range(0x32000) if code != ord("\n")]
    other = sample(range(0x32000, 0x110000), 1_000)
    codes = sample(assigned, 5_000) + other
    for start in range(0, len(codes), 4096):
        lines = [form.format(chr(code)) for code in codes[start : start + 4096] for form in ("{}", BETWEEN)]
        wanted = [nfc(line) for line in lines]
        assert canonical("\n".join(lines)).split("\n") == wanted, f"U+{codes[start]:04X} and after"


def test_all_code_points_in_one_line() -> None:
    everything = "".join(chr(code) for code in range(0x110000) if chr(code) != "\n")
    assert canonical(everything) == nfc(everything)


def test_invariants_of_normalization_test() -> None:
    """NFC(x) == NFC(NFC(x)) == NFC(NFD(x)) for every character that has a decomposition or a combining class."""
    for code in range(0x110000):
        char = chr(code)
        if code in SURROGATES or not (unicodedata2.decomposition(char) or unicodedata2.combining(char)):
            continue
        composed = canonical(char)
        assert canonical(composed) == composed == canonical(nfd(char)), f"U+{code:04X}"


def _by_class() -> dict[int, list[str]]:
    classes: dict[int, list[str]] = {}
    for code in range(0x110000):
        combining = unicodedata2.combining(chr(code))
        if combining:
            classes.setdefault(combining, []).append(chr(code))
    return classes


def test_a_pair_of_marks_of_every_two_classes() -> None:
    chosen = random.Random(2026)
    classes = _by_class()
    assert len(classes) > 50
    for first in classes.values():
        for second in classes.values():
            pair = chosen.choice(first) + chosen.choice(second)
            for text in (pair, "ক" + pair, "a" + pair + "খ", pair[0] + "য়" + pair[1]):
                assert canonical(text) == nfc(text), ascii(text)


def test_all_pairs_within_the_bengali_block() -> None:
    block = [chr(code) for code in range(0x980, 0xA00)] + ["\u200c", "\u200d", "\u0301", "a", " "]
    for first in block:
        for second in block:
            for text in (first + second, "ক" + first + second, first + second + "\u09be"):
                assert canonical(text) == nfc(text), ascii(text)


@each_row(
    "pair",
    [
        "\u1100\u1161\u11a8",  # Hangul jamo compose by arithmetic
        "\uac00\u11a7",
        "\u0344",  # excluded from composition, singletons
        "\u212b",
        "\u0f77",
        "\U0001d15e",
        "\U00011131\U00011127",  # Chakma, outside the Basic Multilingual Plane
        "\U00016d67\U00016d67",  # Kirat Rai vowels, Unicode 16
        "\ufb2c",
        "\u0915\u093c",
        "\u09a1\u09bc",
    ],
)
def test_special_compositions(pair: str) -> None:
    for text in (pair, "ক" + pair, pair + "ড়", pair + "\u0301", "ক" + nfd(pair)):
        assert canonical(text) == nfc(text)


@given(strategies.marks_of_any_script())
def test_runs_of_marks(text: str) -> None:
    assert canonical(text) == nfc(text)


@each_row("unit", ["\u09cd\u09bc", "\u0301\u0327", "\u09bc", "\u09c7\u09be", "\u3099\u0327\u09cd", "\u09df\u09bc"])
def test_long_runs_of_marks(unit: str) -> None:
    text = "ক" + unit * 20_000 + "খ"
    assert canonical(text) == nfc(text)


def test_the_unicode_version_is_that_of_unicodedata2_whatever_the_python() -> None:
    newest = "\U00016d63\U00016d67\U00016d67"  # composes since Unicode 16, unknown to older Pythons
    assert canonical(newest) == nfc(newest)
    assert unicodedata2.unidata_version >= "16.0.0"
    if unicodedata.unidata_version < "16.0.0":
        assert unicodedata.normalize("NFC", newest) == newest
