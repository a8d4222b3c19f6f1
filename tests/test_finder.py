"""The engine of finders, with a small language of its own: counts and fruits."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import pytest
import strategies
from constructions import check_row, idle_types
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm.finder import PASS, Construction, Finder
from banglanorm.lexer import Lexer, Piece, Token, fold_word, without_unseen
from banglanorm.notation import Alphabet, first_types, type_names
from banglanorm.plans import Row, _second
from banglanorm.script.letters import ZWNJ

FRUITS = {"আম": "mango", "পেয়ারা": "guava", "দু'আম": "two mangoes", "টি": "piece"}


def read_word(word: str, join: str | None) -> Sequence[Piece] | None:
    if join is not None:
        return [Piece("ENDING", len(word), word)] if word == "টি" else None
    if word in FRUITS:
        return [Piece("FRUIT", len(word), FRUITS[word])]
    if word.startswith("আম") and word.endswith("গুলো"):
        return [Piece("FRUIT", 2, "mango"), Piece("ENDING", len(word) - 2, word[2:])]
    return None


LEXER = Lexer(read_word=read_word, read_digits=lambda run: [Piece("COUNT", len(run), run)], symbols={"½": "HALF"})


def find(text: str, *patterns: str, groups: dict[str, str] | None = None, needs: str = "") -> list[str]:
    def build(text: str, tokens: list[Token]) -> str:
        return text[tokens[0].start : tokens[-1].end]

    constructions = [Construction(pattern, pattern, build, needs=needs) for pattern in patterns]
    return list(Finder(LEXER, constructions, groups=groups).find(text))


def kinds(text: str) -> list[str]:
    return [token.type for token in LEXER.tokens(text)]


@each_row(
    "text, expected",
    [
        ("আম খাই", ["FRUIT", "BLANK", "WORD"]),
        ("৩টি", ["COUNT", "ENDING"]),
        ("৩-টি", ["COUNT", "ENDING"]),
        ("৩ টি", ["COUNT", "BLANK", "FRUIT"]),
        ("৩-আম", ["COUNT", "DASH", "FRUIT"]),
        ("৩আম", ["COUNT", "FRUIT"]),
        ("৩’আম", ["COUNT", "APOSTROPHE", "FRUIT"]),
        ("আমগুলো।", ["FRUIT", "ENDING", "DANDA"]),
        ("‘আম’", ["APOSTROPHE", "FRUIT", "APOSTROPHE"]),
        ("দু’আম", ["FRUIT"]),
        ("খ’আম", ["WORD", "APOSTROPHE", "FRUIT"]),
        ("MP3", ["WORD", "COUNT"]),
        ("১½", ["COUNT", "HALF"]),
        ("क२", ["WORD"]),
        ("éʼʼe", ["WORD", "APOSTROPHE", "APOSTROPHE", "WORD"]),
        ("\t\u2028", ["BLANK"]),
        ("🍋", ["OTHER"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_composed_letters_and_joiners_are_seen_through() -> None:
    composed = "পেয়ারা".replace("য়", "\u09df")
    assert kinds(composed + " আ" + ZWNJ + "ম") == ["FRUIT", "BLANK", "FRUIT"]
    assert fold_word(composed) == "পেয়ারা"


def test_pieces_end_where_their_letters_end() -> None:
    word = "আম" + "গু" + ZWNJ + "লো"
    assert [(t.start, t.end) for t in LEXER.tokens(word)] == [(0, 2), (2, len(word))]


def test_a_blank_in_a_pattern_allows_blanks_and_a_tilde_forbids_them() -> None:
    assert find("৩ আম, ৪আম, ৫  আম", "COUNT FRUIT") == ["৩ আম", "৪আম", "৫  আম"]
    assert find("৩ আম, ৪আম", "COUNT~FRUIT") == ["৪আম"]


def test_the_longest_match_wins_then_the_earlier_row() -> None:
    assert find("৩ আম", "COUNT", "COUNT FRUIT") == ["৩ আম"]
    rows = [Construction(name, "COUNT", lambda text, tokens, name=name: name) for name in ("one", "two")]
    assert list(Finder(LEXER, rows).find("৩")) == ["one"]


def test_refused_tokens_are_used_up() -> None:
    refuse = Construction("no", "COUNT FRUIT", lambda text, tokens: None)
    fruit = Construction("fruit", "FRUIT", lambda text, tokens: tokens[0].value)
    assert list(Finder(LEXER, [refuse, fruit]).find("৩ আম আম")) == ["mango"]


def test_groups_bars_and_lookarounds() -> None:
    groups = {"THING": "COUNT|FRUIT"}
    assert find("আম ৩", "THING (?:COUNT|FRUIT)", groups=groups) == ["আম ৩"]
    assert find("MP3 ৪", "(?<!WORD)COUNT") == ["৪"]
    assert find("৩ আম ৪", "COUNT(?! FRUIT)") == ["৪"]


def test_what_is_sought_again_is_told_apart() -> None:
    assert find("৩ আম আম ৪ ৪", r"(COUNT|FRUIT) \1") == ["আম আম", "৪ ৪"]


def test_a_row_is_tried_only_where_its_need_is_met() -> None:
    assert find("৩ আম", "COUNT", needs="FRUIT") == ["৩"]
    assert find("৩ আছে", "COUNT", needs="FRUIT") == []


@each_row(
    "pattern, first",
    [
        ("COUNT FRUIT", "COUNT"),
        ("(?:ABOUT )?COUNT", "ABOUT COUNT"),
        ("(?:ABOUT|OVER)? (?:COUNT|FRUIT)(?: COUNT)", "ABOUT COUNT FRUIT OVER"),
        ("(?<!WORD)(?=COUNT)COUNT{2,3}+ FRUIT", "COUNT"),
        ("COUNT{0,2} FRUIT|HALF*+ DOT", "COUNT DOT FRUIT HALF"),
        ("(?:(?<=DOT~BLANK)|(?<=COMMA))COUNT", "COUNT"),
        ("^BLANK*+COUNT", "COUNT"),
        (r"(COUNT|FRUIT) \1", "COUNT FRUIT"),
        ("(?:(?:A )?(?:B )?)?C", "A B C"),
    ],
)
def test_what_a_match_begins_with_is_read_from_the_pattern(pattern: str, first: str) -> None:
    assert sorted(first_types(pattern)) == first.split()


@each_row("pattern", ["COUNT.", "(COUNT", "COUNT)", "(?:COUNT)?", "", "COUNT?|FRUIT", "BLANK?"])
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        first_types(pattern)


def test_the_names_in_a_pattern() -> None:
    assert type_names("(?<!WORD)COUNT (?:FRUIT|D2)") == {"WORD", "COUNT", "FRUIT", "D2"}


ROWS = [
    Construction("count", "COUNT", lambda text, tokens: tokens[0].value, "৩", "আম"),
    Construction("refused", "COUNT FRUIT", lambda text, tokens: None, "৩ আম", "৩ কলা"),
]


@pytest.mark.parametrize("at", range(len(ROWS)))
def test_rows_prove_themselves(at: int) -> None:
    check_row(ROWS, at, LEXER, {})


@pytest.mark.parametrize(
    "change, message",
    [
        ({"example": ""}, "no example"),
        ({"counterexample": ""}, "no counter-example"),
        ({"example": "আম"}, "does not find its example"),
        ({"counterexample": "৪ আম ৩"}, "finds its counter-example"),
    ],
)
def test_a_row_with_wrong_examples_is_caught(change: dict[str, str], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_row([replace(ROWS[0], **change), ROWS[1]], 0, LEXER, {})  # type: ignore[arg-type]


def test_a_row_that_is_not_needed_is_caught() -> None:
    with pytest.raises(AssertionError, match="does not need row 'count'"):
        check_row([ROWS[0], ROWS[0]], 0, LEXER, {})


def test_types_that_no_row_uses() -> None:
    assert idle_types({"COUNT", "FRUIT", "HALF"}, ROWS[:1], {"COUNT": "HALF|D2"}) == {"FRUIT"}


def test_what_passes_leaves_the_place_to_the_next_best() -> None:
    rows = [
        Construction("long", "COUNT FRUIT", lambda text, tokens: PASS),
        Construction("short", "COUNT", lambda text, tokens: tokens[0].value),
        Construction("fruit", "FRUIT", lambda text, tokens: tokens[0].value),
    ]
    assert list(Finder(LEXER, rows).find("৩ আম")) == ["৩", "mango"]
    assert list(Finder(LEXER, rows[:1]).find("৩ আম")) == []
    assert Finder(LEXER, [rows[0], Construction("two", "COUNT FRUIT", lambda text, tokens: 2)]).parse("৩ আম") == 2


COMPOUND = ("BASKET", "COUNT(?: COUNT)?")


def test_a_compound_is_one_token_for_the_rows_that_name_it() -> None:
    rows = [
        Construction("fruit", "BASKET FRUIT", lambda text, tokens: [token.value for token in tokens]),
        Construction("pair", "COUNT DASH COUNT", lambda text, tokens: "pair"),
    ]
    found = list(Finder(LEXER, rows, compound=COMPOUND).find("৩ ৪ আম, ৫ আম, ৬-৭"))
    assert found == [["৩", "৪", "mango"], ["৫", "mango"], "pair"]


@given(st.lists(st.sampled_from(["৩", "আম", "ক", "৩-আম", "", "খ,আম"]), max_size=90).map(" ".join))
def test_stretches_around_the_core_give_what_whole_lines_give(text: str) -> None:
    rows = [
        Construction("row", "COUNT FRUIT(?! COUNT)", lambda text, tokens: (tokens[0].start, tokens[-1].end)),
        Construction("start", "^COUNT DASH FRUIT", lambda text, tokens: tokens[0].start),
        Construction("many", "(?<=DASH)FRUIT FRUIT", lambda text, tokens: tokens[-1].start),
    ]
    around = Finder(LEXER, rows, core="COUNT|FRUIT")
    assert list(around.find(text)) == list(Finder(LEXER, rows).find(text))


PATTERNS = (
    "COUNT(?: FRUIT)?",
    "(?:HALF )?(?:COUNT|HALF~DASH) FRUIT",
    "(?<!WORD)FRUIT(?:BLANK*+DASH FRUIT){0,2}(?! COUNT)",
    r"(COUNT|HALF) \1 FRUIT?",
    "(?=FRUIT)(?:FRUIT|HALF)++ COUNT",
)
ALPHABET = Alphabet({}, PATTERNS)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_matches_may_begin_with_its_first_two_types(pattern: str) -> None:
    row = Row(pattern, pattern, "", ALPHABET, "")
    letters = [" ", *map(ALPHABET.letter, ("COUNT", "HALF", "FRUIT", "DASH"))]
    matched = 0
    for types in map("".join, product(letters, repeat=5)):
        end = row.match(types, 0)
        if end:
            matched += 1
            assert row.may_begin(types[0], types[1:].lstrip(" ")[:1])
    assert matched


def test_a_row_is_not_tried_where_its_second_type_is_another() -> None:
    row = Row("", "(?:HALF )?COUNT FRUIT", "", ALPHABET, "")
    count, half, fruit, dash = map(ALPHABET.letter, ("COUNT", "HALF", "FRUIT", "DASH"))
    assert row.may_begin(half, count)
    assert row.may_begin(count, fruit)
    assert not row.may_begin(count, dash)
    assert not row.may_begin(count, "")
    assert not row.may_begin(fruit, count)


def test_the_second_type_is_found_without_copying_what_is_after_it() -> None:
    copied = []

    class Types(str):
        __slots__ = ()

        def __getitem__(self, key: object) -> str:
            copied.append(len(found := super().__getitem__(key)))  # type: ignore[index]
            return found

    assert _second(Types("A  B" + "C" * 1000), 0) == "B"
    assert _second(Types("A  "), 0) == ""
    assert sum(copied) < 10


@pytest.mark.parametrize("patterns", [("PAIR", "COUNT COUNT"), ("COUNT COUNT", "PAIR")])
def test_of_equal_matches_the_earlier_row_wins_whether_it_uses_the_compound_or_not(patterns: tuple[str, str]) -> None:
    lexer = Lexer(read_word=lambda word, join: None, read_digits=lambda run: [Piece("COUNT", len(run))])
    rows = [Construction(pattern, pattern, lambda text, tokens, name=pattern: name) for pattern in patterns]
    assert list(Finder(lexer, rows, compound=("PAIR", "COUNT COUNT")).find("১ ২")) == [patterns[0]]


def test_a_row_without_the_core_is_refused() -> None:
    rows = [Construction("row", "COUNT?(?:FRUIT|HALF)", lambda text, tokens: 1)]
    with pytest.raises(ValueError, match="row 'row' can match without a token of the core"):
        Finder(LEXER, rows, core="COUNT|FRUIT")


def test_what_cannot_be_seen_is_left_out() -> None:
    assert without_unseen("ab") == ("ab", range(2))
    text, places = without_unseen("\u200ea\u200b\u200bb\u2066")
    assert (text, list(places)) == ("ab", [1, 4])


def test_nothing_is_matched_across_lines() -> None:
    assert find("৩\nআম", "COUNT FRUIT") == []
    assert find("ক\n৩ আম", "COUNT FRUIT") == ["৩ আম"]


@pytest.mark.parametrize("core", ["", "COUNT"])
def test_places_count_from_the_beginning_of_the_text(core: str) -> None:
    rows = [Construction("count", "COUNT FRUIT?", lambda text, tokens: (tokens[0].start, tokens[-1].end))]
    text = "ক\n\n৩ আম, ক ৪\nখ (৫)"
    found = Finder(LEXER, rows, core=core).find(text)
    assert [text[start:end] for start, end in found] == ["৩ আম", "৪", "৫"]


def test_few_types_of_chunks_are_kept_and_none_of_a_long_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("banglanorm.finder._MOST_KINDS", 3)
    finder = Finder(LEXER, [Construction("count", "COUNT", lambda text, tokens: 1)])
    assert finder.find("৩ ক ৪ খ গ ৫ ঘ " + "ক" * 61) == [1, 1, 1]
    assert list(finder.kinds) == ["ঘ"]
    assert finder.find("ক ক") == []
    assert list(finder.kinds) == ["ঘ", "ক"]


def test_parse_wants_the_whole_text() -> None:
    finder = Finder(LEXER, [Construction("fruit", "COUNT FRUIT", lambda text, tokens: tokens[-1].value)])
    assert finder.parse("৩ আম") == "mango"
    assert finder.parse("৩ আম খাই") is None
    assert finder.parse("") is None


def test_a_word_that_may_not_be_read_is_not_asked_about() -> None:
    asked: list[str] = []

    def reader(word: str, join: str | None) -> None:
        asked.append(word)

    lexer = Lexer(read_word=reader, read_digits=lambda run: [], may_read=lambda word: word.startswith("আ"))
    assert list(Finder(lexer, [Construction("x", "FRUIT", lambda text, tokens: 1)]).find("কলা আম।")) == []
    assert asked == ["আম"]


@given(strategies.texts() | st.text("০৩আম-’টি \n", max_size=30))
def test_tokens_lie_end_to_end(text: str) -> None:
    tokens = LEXER.tokens(text)
    assert [t.start for t in tokens] == [0, *(t.end for t in tokens)][: len(tokens)]
    assert sum(t.end - t.start for t in tokens) == len(text)


@given(strategies.texts() | st.text("০৩আম-’টি \n", max_size=30))
def test_a_token_found_twice_has_the_same_place(text: str) -> None:
    rows = [Construction("count", "COUNT", lambda text, tokens: (tokens[0].start, tokens[0].end))]
    finder = Finder(LEXER, rows)
    assert list(finder.find(text)) == list(finder.find(text))
    assert all(
        text[start:end].isdigit()
        for start, end in finder.find(text)
        if "," not in text[start:end] and "." not in text[start:end]
    )
