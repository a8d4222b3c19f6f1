"""What stands seldom in a text: references to characters, invisible spaces in a conjunct, lines of a book in one."""

import pytest
from rows import each_row

from banglanorm import explain, label_quotes, normalize

VIRAMA = "\N{BENGALI SIGN VIRAMA}"
NUKTA = "\N{BENGALI SIGN NUKTA}"
ANUSVARA = "\N{BENGALI SIGN ANUSVARA}"
AA, II, U = "\N{BENGALI VOWEL SIGN AA}", "\N{BENGALI VOWEL SIGN II}", "\N{BENGALI VOWEL SIGN U}"
VOCALIC_R = "\N{BENGALI VOWEL SIGN VOCALIC R}"
ZWJ, ZWNJ, ZWSP = "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}", "\N{ZERO WIDTH SPACE}"


@each_row(
    "written, meant",
    [
        ("ক &amp; খ", "ক & খ"),
        ("ক &amp;amp; খ", "ক & খ"),
        ("ক&nbsp;খ", "ক\u00a0খ"),
        ("ক &#2453;&#x995;&#X995;", "ক ককক"),
        ("&#32;ক&#126;", " ক~"),
        ("&#160;ক", "\u00a0ক"),
        ("&#31; ক", "&#31; ক"),  # a control character
        ("&#127; ক &#159;", "&#127; ক &#159;"),
        ("&#55295; ক", "&#55295; ক"),  # nothing is assigned there
        ("&#55296; ক &#57343;", "&#55296; ক &#57343;"),  # halves of a pair
        ("&#57344; ক", "&#57344; ক"),  # of private use
        ("&#1114111; ক &#1114112;", "&#1114111; ক &#1114112;"),
        ("&#8232; ক", "&#8232; ক"),  # would break the line
        ("&nosuch; ক", "&nosuch; ক"),
        ("http://example.com/?a=১&amp;b=২ ক", "http://example.com/?a=১&amp;b=২ ক"),
    ],
)
def test_references_to_characters(written: str, meant: str) -> None:
    assert normalize(written, profile="canonical", enable=["html_entities"]) == normalize(meant, profile="canonical")


def test_an_invisible_space_between_hasanta_and_a_consonant_shows_the_hasanta() -> None:
    assert normalize(f"ক{VIRAMA}{ZWSP}ষ") == f"ক{VIRAMA}{ZWNJ}ষ"
    assert normalize(f"ক{ZWSP}ষ") == "কষ"


def test_a_letter_with_a_dot_is_looked_up_with_it() -> None:
    assert normalize(f"ড{NUKTA}{VIRAMA}{ZWJ}গ") == normalize(f"ড{NUKTA}{VIRAMA}{ZWNJ}গ") == f"ড{NUKTA}{VIRAMA}{ZWNJ}গ"


def test_a_pair_of_backquotes_is_markup_whatever_it_holds() -> None:
    assert [(mark.index, mark.role) for mark in label_quotes("`ক` খ দু’জন")] == [
        (0, "other"), (2, "other"), (8, "apostrophe"),
    ]  # fmt: skip


def test_a_line_as_long_as_a_book_is_read_as_its_parts_are() -> None:
    part = "দু’জন ‘শক্তিশালী’ “নেতা” এলেন। "
    assert normalize(part * 4_000) == normalize(part) * 4_000
    assert len(explain(part * 4_000).edits) == 4_000


@pytest.mark.parametrize(
    "amount",
    [
        "৫\N{BENGALI CURRENCY NUMERATOR FOUR} ক",
        "ক \N{BENGALI CURRENCY NUMERATOR FOUR}৫",
        "৫\N{BENGALI CURRENCY NUMERATOR FOUR}৫ ক",
    ],
)
def test_a_numerator_beside_a_digit_is_money(amount: str) -> None:
    assert normalize(amount) == amount


def test_a_numerator_beside_no_digit_is_a_danda() -> None:
    assert normalize("৫ক\N{BENGALI CURRENCY NUMERATOR FOUR} খ") == "৫ক\N{DEVANAGARI DANDA} খ"


@pytest.mark.parametrize("line", ["`'ক’(", "`’ক’", "‘'ক’", " [`ল ''", "’’ খ]’৭১‘"])
def test_marks_that_would_be_read_otherwise_a_second_time_stay(line: str) -> None:
    assert normalize(line) == line


RUNS = {"``ক’": "``ক'", ")'' ক’": ")'' ক'", "ক’ ''": "ক' ''", "’৭১ '": "'৭১ '"}


@pytest.mark.parametrize("typed", RUNS)
def test_an_apostrophe_beside_a_run_of_marks(typed: str) -> None:
    assert normalize(typed) == RUNS[typed]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (f"ন{AA}{II}চ", f"ন{AA}চ"),  # of three code points when mended
        (f"ভ{U}{VOCALIC_R}ত", f"ভ{U}ত"),  # the first sign is likelier meant than the second
        (f"র{VOCALIC_R}{U}ল", f"র{U}ল"),  # or the second, where that alone is a word
        (f"ব{ANUSVARA}{AA}জ", f"ব{ANUSVARA}{AA}জ".replace(ANUSVARA, "ঙ")),  # no known word begins so with ঙ্গ
    ],
)
def test_repairs_that_hang_on_a_letter(typed: str, meant: str) -> None:
    assert normalize(typed, profile="repair") == meant


def test_a_bar_after_one_word_ends_no_sentence_by_itself() -> None:
    assert normalize("করে | আমি সে") == "করে | আমি সে"


@pytest.mark.parametrize("unseen", [ZWSP, ZWNJ, ZWJ])
def test_what_cannot_be_seen_goes_beside_latin_letters_at_the_edge_of_a_word(unseen: str) -> None:
    assert normalize(f"{unseen}aক ১B{unseen}") == "aক ১B"


def test_an_address_may_begin_between_an_explicit_hasanta_and_the_next_letter() -> None:
    for before in ("", "ক"):
        text = f"{before}{VIRAMA}{ZWNJ}য@b.c অ"
        assert normalize(text) == explain(text).text == f"{before}{VIRAMA}য@b.c অ"
