import unicodedata
from typing import get_args

import pytest
from cases_reader import read_cases
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import ConfigError, bijoy_to_unicode, bijoy_to_unicode_explained
from banglanorm.legacy import bijoy
from banglanorm.legacy.glyphs import EncodingName, load_glyphs
from banglanorm.script import letters as script
from banglanorm.tables import read_table

glyphs = st.text("".join(load_glyphs("bijoy")) + " 0123-.,", max_size=20)
"""Bijoy glyphs in any order."""


def signs_have_their_consonant(word: str) -> bool:
    """Say whether a whole consonant follows each sign that is typed before its consonant, as in all writing."""
    kinds = {typed: rows[0] for typed, rows in load_glyphs("bijoy").items()}
    signs = [at for at, typed in enumerate(word) if typed in kinds and kinds[typed].kind == "before"]
    followers = [kinds.get(word[at + 1 : at + 2]) for at in signs]
    return all(glyph is not None and glyph.kind == "base" and not glyph.after for glyph in followers)


@each_row("case", read_cases("legacy/bijoy"))
def test_cases(case: dict[str, str]) -> None:
    assert bijoy_to_unicode(case["bijoy"]) == unicodedata.normalize("NFC", case["unicode"])


@each_row("case", read_cases("legacy/others"))
def test_other_encodings(case: dict[str, str]) -> None:
    read = bijoy_to_unicode(case["typed"], encoding=case["encoding"])  # type: ignore[arg-type]
    assert read == unicodedata.normalize("NFC", case["unicode"])


class TestTable:
    @pytest.mark.parametrize("encoding", get_args(EncodingName))
    def test_letters_are_canonical(self, encoding: str) -> None:
        for row in read_table(f"legacy/{encoding}"):
            assert unicodedata.normalize("NFC", row["bengali"]) == row["bengali"]

    @pytest.mark.parametrize("encoding", get_args(EncodingName))
    def test_the_last_row_of_a_glyph_is_the_only_one_that_may_hold_anywhere(self, encoding: EncodingName) -> None:
        for rows in load_glyphs(encoding).values():
            assert all(glyph.after or glyph.before for glyph in rows[:-1])

    @pytest.mark.parametrize("encoding", get_args(EncodingName))
    def test_neighbours_are_glyphs_or_named(self, encoding: EncodingName) -> None:
        glyphs = load_glyphs(encoding)
        for glyph in (glyph for rows in glyphs.values() for glyph in rows):
            for beside in (glyph.after, glyph.before):
                assert beside in ("consonant", "letter", "digit", "র") or set(beside) <= set(glyphs)
            assert set(glyph.follows) <= {*glyphs, "*", "-"}

    def test_every_letter_and_sign_has_a_glyph(self) -> None:
        known = {row["bengali"] for row in read_table("legacy/bijoy")}
        for letter in unicodedata.normalize("NFC", "অইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎংঃঁ"):
            assert letter in known


class TestExplained:
    def test_pieces_have_their_places(self) -> None:
        explained = bijoy_to_unicode_explained("bs 5: wkÿv")
        edits = [(e.start, e.before, e.after, e.rules) for e in explained.edits]
        assert edits == [
            (0, "bs", "নং", ("bijoy",)),
            (3, "5", "৫", ("bijoy",)),
            (6, "wk", "শি", ("bijoy",)),
            (8, "ÿv", "ক্ষা", ("bijoy",)),
        ]
        assert explained.text == "নং ৫: শিক্ষা"

    @given(st.one_of(glyphs, st.text(max_size=12)))
    @example("A&K")
    @example("&&K‡")
    def test_edits_replay(self, text: str) -> None:
        explained = bijoy_to_unicode_explained(text)
        assert explained.replay() == explained.text == bijoy_to_unicode(text)
        assert all(text[e.start : e.end] == e.before != e.after for e in explained.edits)


class TestArguments:
    @each_row("value", [None, b"K", 5])
    @each_row("function", [bijoy_to_unicode, bijoy_to_unicode_explained])
    def test_wants_str(self, function: object, value: object) -> None:
        with pytest.raises(TypeError, match="expected str"):
            function(value)  # type: ignore[operator]

    def test_an_unknown_encoding_is_named_with_the_known_ones(self) -> None:
        with pytest.raises(ConfigError, match=r"encoding: expected one of 'bijoy'.*got 'proshika'"):
            bijoy_to_unicode("K", encoding="proshika")  # type: ignore[arg-type]


class TestProperties:
    @given(glyphs)
    def test_is_canonical(self, text: str) -> None:
        read = bijoy_to_unicode(text)
        assert unicodedata.normalize("NFC", read) == read

    @given(glyphs)
    @example("kÐK&”")
    def test_words_are_read_alike_alone_and_in_text(self, text: str) -> None:
        assert " ".join(map(bijoy_to_unicode, text.split(" "))) == bijoy_to_unicode(text)

    @given(st.text(script.WORD_CHARACTERS + script.JOINERS + "\n \t", max_size=12))
    def test_unicode_bengali_stays(self, text: str) -> None:
        assert bijoy_to_unicode(text) == text

    @given(st.text(max_size=20))
    def test_is_total_and_keeps_lines(self, text: str) -> None:
        assert bijoy_to_unicode(text).count("\n") == text.count("\n")

    @given(glyphs.map(lambda text: text.replace(" ", "")).filter(signs_have_their_consonant))
    @example("3Ï°")
    def test_the_stretches_of_a_word_are_read_as_the_whole_word(self, word: str) -> None:
        whole = "".join(after for _, _, after in bijoy._Reader("bijoy", word).pieces())
        assert bijoy_to_unicode(word) == whole
