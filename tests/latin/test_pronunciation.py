import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from hypothesis import example, given
from rows import each_row

from banglanorm import to_ipa
from banglanorm.latin import pronunciation
from banglanorm.latin.sound_model import GEMINATE, SINGLE, base_sound, load_model, pronounce_by
from banglanorm.latin.sound_units import drop_joiners, split_units
from banglanorm.script import letters as script
from banglanorm.tables import read_table

BENGALI = set(script.WORD_CHARACTERS + script.JOINERS)
PHONEMES = {row["phoneme"] for row in read_table("latin/phonemes")}


@each_row("case", read_cases("latin/pronunciation"))
def test_cases(case: dict[str, str]) -> None:
    assert unicodedata.normalize("NFD", to_ipa(case["word"])) == unicodedata.normalize("NFD", case["ipa"])


class TestText:
    def test_what_is_not_a_word_stays(self) -> None:
        assert to_ipa("কিম! KCNA, ১৯৭১। 👍") == "kim! KCNA, ১৯৭১। 👍"

    def test_words_are_spoken_alike_alone_and_in_text(self) -> None:
        text = "আমি তোমাকে ভালোবাসি"
        assert to_ipa(text).split() == [to_ipa(word) for word in text.split()]

    @pytest.mark.parametrize("value", [None, b"\xe0", 5])
    def test_wants_str(self, value: object) -> None:
        with pytest.raises(TypeError, match="expected str"):
            to_ipa(value)  # type: ignore[arg-type]

    def test_long_words_are_spoken_and_not_remembered(self) -> None:
        before = pronunciation._remembered.cache_info().currsize
        assert to_ipa("বাংলা" * 2000).startswith("baŋla")
        assert pronunciation._remembered.cache_info().currsize == before

    def test_threads_agree(self) -> None:
        words = [row["word"] for row in read_cases("latin/pronunciation")] * 20
        load_model.cache_clear()
        pronunciation._remembered.cache_clear()
        with ThreadPoolExecutor(8) as pool:
            spoken = list(pool.map(to_ipa, words))
        assert spoken == [to_ipa(word) for word in words]


class TestData:
    def test_every_label_is_of_known_phonemes(self) -> None:
        model = load_model()
        labels = [label for choices in model.labels.values() for label in choices] + list(model.fixed.values())
        known = PHONEMES | {SINGLE, GEMINATE}
        assert {p for label in labels for p in label} <= known

    def test_the_table_of_exceptions_fits_their_units(self) -> None:
        for row in read_table("latin/pronunciation_exceptions"):
            sounds = row["sounds"].split("|")
            assert len(sounds) == len(split_units(row["word"])[0])
            assert {p for sound in sounds for p in sound.split()} <= PHONEMES

    def test_the_exceptions_are_needed(self) -> None:
        for row in read_table("latin/pronunciation_exceptions"):
            by_model = pronounce_by(load_model(), row["word"])
            assert "|".join(" ".join(sound.phonemes) for sound in by_model) != row["sounds"]

    def test_weights_are_as_many_as_hashes(self) -> None:
        count = len(load_model().weights)
        assert count & (count - 1) == 0

    def test_every_letter_has_a_sound(self) -> None:
        for letter in script.VOWEL_LETTERS + script.BASIC_CONSONANTS:
            assert base_sound(split_units(letter)[0][0])


class TestProperties:
    @given(strategies.words)
    def test_words_become_latin(self, word: str) -> None:
        ipa = to_ipa(word)
        assert not set(ipa) & BENGALI

    @given(strategies.texts)
    def test_any_text_is_spoken(self, text: str) -> None:
        spoken = to_ipa(text)
        assert not set(spoken) & set(script.LETTERS)
        assert to_ipa(spoken) == spoken

    @given(strategies.texts)
    def test_lines_do_not_touch_each_other(self, text: str) -> None:
        assert "\n".join(map(to_ipa, text.split("\n"))) == to_ipa(text)

    @given(strategies.words)
    def test_spellings_of_one_word_are_spoken_alike(self, word: str) -> None:
        composed = unicodedata.normalize("NFD", word)
        for letter in script.PRECOMPOSED_NUKTA_LETTERS:
            composed = composed.replace(unicodedata.normalize("NFD", letter), letter)
        spellings = {unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word), composed}
        assert len({to_ipa(spelling) for spelling in spellings}) == 1

    @given(strategies.texts)
    @example("আষাড" + script.HASANTA + script.NUKTA)
    @example("ঊ\N{COMBINING DIAERESIS BELOW}")
    @example("ক\N{COMBINING DIAERESIS BELOW}" + script.HASANTA)
    def test_nfc_is_spoken_alike(self, text: str) -> None:
        assert to_ipa(unicodedata.normalize("NFC", text)) == unicodedata.normalize("NFC", to_ipa(text))

    @given(strategies.words)
    def test_joiners_are_silent(self, word: str) -> None:
        bare = drop_joiners(word)
        assert to_ipa(word) == to_ipa(bare) == to_ipa(bare + script.ZWJ)
