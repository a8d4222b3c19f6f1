"""parse_number: texts that are one number, and what is said about those that are not."""

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
import strategies
import strategies_numbers
from cases_reader import read_cases
from constructions import check_row, idle_types, parse
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import NumberParseError, parse_number, to_ascii_digits, to_bengali_digits
from banglanorm.dates.finding import running_finder
from banglanorm.dates.lexicon import lexicon as date_lexicon
from banglanorm.lexer import fold_word
from banglanorm.numbers import constructions
from banglanorm.numbers.finding import _finder
from banglanorm.numbers.parsing import CONSTRUCTIONS
from banglanorm.numbers.patterns import GROUPS, NUMERAL, RUNNING_GROUPS
from banglanorm.numbers.words import lexer, lexicon, read_word
from banglanorm.script.canonical import encodings
from banglanorm.tables import read_table

CASES = read_cases("numbers/texts")
RIGHT = [(row["text"], row["value"]) for row in CASES if not row["value"].startswith("error")]
WRONG = [(row["text"], row["value"].removeprefix("error: ")) for row in CASES if row["value"].startswith("error")]


@each_row("text, value", RIGHT)
def test_value(text: str, value: str) -> None:
    assert parse_number(text) == Fraction(value)


@each_row("text, beginning", WRONG)
def test_error(text: str, beginning: str) -> None:
    with pytest.raises(NumberParseError) as error:
        parse_number(text)
    assert str(error.value).startswith(beginning)


@each_row("at", range(len(CONSTRUCTIONS)))
def test_every_row_proves_itself(at: int) -> None:
    check_row(CONSTRUCTIONS, at, lexer(), GROUPS, read=parse, compound=NUMERAL)


@pytest.mark.parametrize(
    "text, value",
    [
        ("৭", 7),
        ("দুই দশমিক শূন্য", Decimal("2.0")),
        ("২.৫০", Decimal("2.50")),
        ("দেড়", Fraction(3, 2)),
        ("দেড় লাখ", 150000),
    ],
)
def test_the_type_is_the_narrowest_that_is_exact(text: str, value: object) -> None:
    got = parse_number(text)
    assert type(got) is type(value)
    assert str(got) == str(value)


def test_every_word_of_the_lexicon_that_has_a_value_of_its_own_is_read() -> None:
    alone = {"ZERO", "ONE", "SMALL", "NOY", "BAR", "TENS", "KURI", "OLD", "ELIDED", "ELIDED_MARKED", "ELIDED_BARE"}
    alone |= {"HUNDREDS", "SHOTO", "THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "ARCHAIC", "MIXED", "HALF", "SIKI"}
    alone |= {"ORDINAL", "LUNAR_DAY", "DATE_ORDINAL", "DOZEN", "HALI", "JORA", "MULTIPLE_WORD"}
    for row in read_table("numbers/words"):
        if row["type"] in alone:
            assert parse_number(row["word"]) == Fraction(row["value"]), row
        else:
            assert lexicon()[row["word"]][0] == row["type"], row


def test_every_type_of_the_tables_is_used_by_a_row() -> None:
    types = {row["type"] for table in ("numbers/words", "numbers/units", "numbers/signs") for row in read_table(table)}
    of_the_lexer = {"LONG_DASH"}  # a dash that joins no numbers
    rows = (*CONSTRUCTIONS, *constructions.CONSTRUCTIONS)
    assert idle_types(types - of_the_lexer, rows, RUNNING_GROUPS) == set()


def test_hundreds_in_every_spelling() -> None:
    for head, value in (("এক", 1), ("দুই", 2), ("দু", 2), ("নয়", 9), ("উনিশ", 19)):
        for tail in ("শো", "শ", "শত", " শো", " শ", " শত", "শ’", "’শ", "'শো"):
            assert parse_number(head + tail) == value * 100


def test_composed_and_decomposed_spellings_and_joiners_are_the_same() -> None:
    for text in ("ছয়", "নয়শো", "দেড় হাজার", "সাড়ে পাঁচ", "আড়াইশ"):
        composed = text.replace("য়", "\u09df").replace("ড়", "\u09dc")
        assert composed != text
        assert parse_number(composed) == parse_number(text)
    assert parse_number("এ\u200dক") == 1


def test_a_number_of_five_thousand_digits_is_refused_in_words() -> None:
    with pytest.raises(NumberParseError):
        parse_number("৯" * 5000)


@given(strategies_numbers.sentences() | strategies.texts())
def test_any_text_is_a_number_or_an_error(text: str) -> None:
    value = result(text)
    assert value is None or isinstance(value, (int, Decimal, Fraction))


@given(strategies_numbers.sentences())
def test_the_script_of_the_digits_does_not_matter(text: str) -> None:
    assert result(to_ascii_digits(text)) == result(to_bengali_digits(text))


def result(text: str, *, errors: bool = False) -> object:
    try:
        return parse_number(text)
    except NumberParseError as error:
        return error if errors else None


@given(strategies.words() | strategies.damaged_words())
def test_the_pieces_of_a_word_cover_it(word: str) -> None:
    pieces = read_word(word, None)
    assert pieces is None or sum(piece.length for piece in pieces) == len(word)


@pytest.mark.parametrize("text", [None, b"1", 5])
def test_only_str(text: object) -> None:
    with pytest.raises(TypeError):
        parse_number(text)  # type: ignore[arg-type]


@given(
    strategies.words()
    | strategies.damaged_words()
    | st.sampled_from([row["word"] for row in read_table("numbers/words")])
)
def test_a_word_that_may_not_be_read_has_no_reading(word: str) -> None:
    if not lexer().may_read(word):
        assert read_word(fold_word(word), None) is None


INFLECTED = st.tuples(
    st.sampled_from([*lexicon(), *date_lexicon()]),
    st.sampled_from(["", "", "'", "’", "-"]),
    st.sampled_from(["", *(row["ending"] for row in read_table("endings")), *lexicon()]),
).flatmap(lambda parts: st.sampled_from(encodings("".join(parts))))


@given(INFLECTED | strategies_numbers.sentences() | strategies.texts(), st.text("‘“(\"'"), st.text("।,!)”\"'"))
def test_the_short_ways_to_the_types_of_a_chunk_agree_with_the_long_one(text: str, before: str, after: str) -> None:
    for chunk in text.split():
        assert lexer().types(chunk) == [token.type for token in lexer().tokens(chunk)]
        for kinds in (_finder().kinds, running_finder().kinds):
            chunk = before + chunk + after
            assert kinds[chunk] == "".join(kinds.letter(token.type) for token in kinds.lexer.tokens(chunk))


@pytest.mark.parametrize("text", ["এক " * 5000, "এক দশমিক " + "এক " * 5000 + "লাখ", "এক " + "কোটি " * 20_000])
def test_more_digits_than_can_be_read_are_an_error_of_the_number(text: str) -> None:
    with pytest.raises(NumberParseError, match=r"more than 4,000 digits|longer than any number"):
        parse_number(text)


@each_row(
    "text, part",
    [
        ("পাঁচ টাকা", "টাকা"),
        ("  পাঁচ টাকা", "টাকা"),
        ("দুই লাখ আম", "আম"),
        ("১,২৩,৪", ","),
        ("দশ বিশ", "বিশ"),
        ("লক্ষ লক্ষ", "লক্ষ লক্ষ"),
        ("এক দশমিক দশমিক", "এক দশমিক দশমিক"),
        ("৫%", "৫%"),
        ("প্রথমে", "প্রথমে"),
        ("১/০", "/"),
    ],
)
def test_an_error_says_where(text: str, part: str) -> None:
    with pytest.raises(NumberParseError) as error:
        parse_number(text)
    assert text[error.value.start : error.value.end] == part
    assert pickle.loads(pickle.dumps(error.value)).end == error.value.end


@given(strategies_numbers.sentences() | strategies.texts())
def test_the_place_of_an_error_is_in_the_text(text: str) -> None:
    error = result(text, errors=True)
    assert not isinstance(error, NumberParseError) or 0 <= error.start <= error.end <= len(text)


@pytest.mark.parametrize(
    "text", ["Ⅳ" + "\u0301\u0327" * 100_000, "৫" + " " * 90_000 + "x", "৫" * 200_000, "কোটি " * 30_000]
)
def test_long_texts_are_refused_at_once(text: str) -> None:
    with pytest.raises(NumberParseError):
        parse_number(text)
