import unicodedata
from typing import get_args

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from hypothesis import example, given
from rows import each_row

from banglanorm import ConfigError, romanize
from banglanorm.latin.romanization import Scheme
from banglanorm.latin.sound_units import drop_joiners
from banglanorm.script import letters as script
from banglanorm.tables import read_table


def is_bengali(char: str) -> bool:
    return "\N{BENGALI ANJI}" <= char <= "\N{BENGALI SANDHI MARK}" or char in (script.DANDA, script.DOUBLE_DANDA)


each_scheme = pytest.mark.parametrize("scheme", get_args(Scheme))


@each_scheme
@pytest.mark.parametrize("case", read_cases("latin/romanization"), ids=lambda case: case["text"])
def test_cases(case: dict[str, str], scheme: Scheme) -> None:
    assert romanize(case["text"], scheme=scheme) == case[scheme]


class TestOptions:
    def test_readable_is_the_default(self) -> None:
        assert romanize("কলম") == romanize("কলম", scheme="readable") == "Kolom"

    def test_an_unknown_scheme_is_named_with_the_known_ones(self) -> None:
        with pytest.raises(ConfigError, match=r"'iast'.*readable, hunterian, ala-lc, iso15919"):
            romanize("কলম", scheme="iast")

    @pytest.mark.parametrize("value", [None, b"\xe0", 5])
    def test_wants_str(self, value: object) -> None:
        with pytest.raises(TypeError, match="expected str"):
            romanize(value)  # type: ignore[arg-type]


class TestCapitals:
    @each_row(
        "text, latin",
        [
            ("আমি যাই। তুমি যাও?  সে যায়!", "Ami jai. Tumi jao?  She jay!"),
            ("‘আমি যাই,’ সে বলে। “তুমি?”", "‘Ami jai,’ she bole. “Tumi?”"),
            ("সে বলে, ‘আমি যাই।’ তুমি যাও।", "She bole, ‘ami jai.’ Tumi jao."),
            ("- আমি\n(তুমি)", "- Ami\n(Tumi)"),
            ("৫ জন", "5 jon"),
            ("KCNA বলে", "KCNA bole"),
            ("১.৫ লাখ", "1.5 lakh"),
            ("আমি॥ তুমি৷ সে", "Ami. Tumi. She"),
        ],
    )
    def test_a_sentence_begins_with_one(self, text: str, latin: str) -> None:
        assert romanize(text) == latin


class TestTables:
    def test_letter_tables_cover_the_script(self) -> None:
        letters = {row["letter"] for row in read_table("latin/romanization")}
        assert letters >= set(script.VOWEL_LETTERS + script.BASIC_CONSONANTS + script.VOWEL_SIGNS + script.FINAL_SIGNS)

    def test_schemes_are_written_in_latin(self) -> None:
        for row in read_table("latin/romanization"):
            for latin in (row["hunterian"], row["ala-lc"]):
                assert all("LATIN" in unicodedata.name(c) or unicodedata.combining(c) for c in latin if c != "’")


class TestProperties:
    @each_scheme
    @given(word=strategies.words)
    def test_words_become_latin(self, scheme: Scheme, word: str) -> None:
        latin = romanize(word, scheme=scheme)
        assert not set(latin) & set(script.WORD_CHARACTERS + script.JOINERS)

    @each_scheme
    @given(text=strategies.texts)
    @example(text="\n ঘ")
    def test_any_text_is_written(self, scheme: Scheme, text: str) -> None:
        latin = romanize(text, scheme=scheme)
        assert not set(latin) & set(script.LETTERS + script.BENGALI_DIGITS)
        assert "\n".join(romanize(line, scheme=scheme) for line in text.split("\n")) == latin

    @each_scheme
    @given(text=strategies.foreign.filter(lambda text: not any(is_bengali(c) for c in text)))
    def test_other_text_stays(self, scheme: Scheme, text: str) -> None:
        assert romanize(text, scheme=scheme) == text

    @each_scheme
    @given(word=strategies.words)
    def test_spellings_of_one_word_are_written_alike(self, scheme: Scheme, word: str) -> None:
        spellings = {unicodedata.normalize(form, word) for form in ("NFC", "NFD")} | {drop_joiners(word)}
        composed = word
        for letter in script.PRECOMPOSED_NUKTA_LETTERS:
            composed = composed.replace(unicodedata.normalize("NFD", letter), letter)
        assert len({romanize(spelling, scheme=scheme) for spelling in spellings | {composed}}) == 1

    @given(strategies.words)
    def test_the_standard_is_the_reversible_form_without_its_joiners(self, word: str) -> None:
        from banglanorm import to_iso15919

        written = drop_joiners(word).replace(script.ZWNJ, "")
        assert romanize(word, scheme="iso15919") == to_iso15919(written)
