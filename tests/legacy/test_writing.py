import unicodedata

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import bijoy_to_unicode, unicode_to_bijoy
from banglanorm.script import letters as script


@each_row(
    "bengali, bijoy",
    [
        ("আমি বাংলায় লিখি।", "Avwg evsjvq wjwL|"),
        ("গুরুত্ব শুরু হৃদয় বাহু", "¸iæZ¡ ïiæ ü`q evû"),
        ("ক্রূর ভ্রূ ধ্রুব কূপ", "µƒi åƒ aªæe K‚c"),
        ("কিন্তু স্ত্রী স্থান", "wKš‘ ¯¿x ¯’vb"),
        ("লক্ষ্মী তীক্ষ্ণ উজ্জ্বল", "j²x Zxÿè D¾¡j"),
        ("স্লাইড প্লাবিত ক্লাস", "¯¬vBW c­vweZ K¬vm"),
        ("কর্তৃপক্ষ", "KZ©…cÿ"),
        ("নৈর্ঋত ভর্ৎসনা", "ˆbF©Z fr©mbv"),
        ("অ্যাপ র‍্যাব", "A¨vc i¨ve"),
        ("ক্প ল্ত", "K&c j&Z"),
        ("‘হ্যাঁ’ – “না” — ৳৫০", "Ôn¨vuÕ Ð ÒbvÓ Ñ $50"),
        ("বাক্ আহ্\u200cমেদ", "evK& Avn&‡g`"),
    ],
)
def test_cases(bengali: str, bijoy: str) -> None:
    assert unicode_to_bijoy(bengali) == bijoy
    assert bijoy_to_unicode(bijoy) == unicodedata.normalize("NFC", bengali)


class TestWhatBijoyLacks:
    def test_letters_without_a_glyph_stay(self) -> None:
        assert unicode_to_bijoy("ৰাতি ৠ খ়") == "ৰাwZ ৠ " + unicodedata.normalize("NFC", "খ়")

    def test_latin_stays(self) -> None:
        assert unicode_to_bijoy("BBC বলে") == "BBC e‡j"

    @pytest.mark.parametrize("value", [None, b"\xe0", 5])
    def test_wants_str(self, value: object) -> None:
        with pytest.raises(TypeError, match="expected str"):
            unicode_to_bijoy(value)  # type: ignore[arg-type]


class TestProperties:
    @given(strategies.plain_words)
    @example("ন্ঢ")
    def test_reads_back(self, word: str) -> None:
        word, bijoy = unicodedata.normalize("NFC", word), unicode_to_bijoy(word)
        read = bijoy_to_unicode(bijoy)
        # A hasanta between two glyphs may be one that was to be seen.
        assert (read.replace(script.ZWNJ, "") if "&" in bijoy else read) == word

    @given(strategies.plain_words)
    def test_composed_and_decomposed_letters_are_written_alike(self, word: str) -> None:
        composed = word
        for letter in script.PRECOMPOSED_NUKTA_LETTERS:
            composed = composed.replace(unicodedata.normalize("NFD", letter), letter)
        spellings = [composed, *(unicodedata.normalize(form, word) for form in ("NFC", "NFD"))]
        assert len(set(map(unicode_to_bijoy, spellings))) == 1

    @given(strategies.plain_words)
    def test_words_become_bijoy(self, word: str) -> None:
        assert not set(unicode_to_bijoy(word)) & set(script.WORD_CHARACTERS)

    @given(st.one_of(strategies.texts, st.text(max_size=20)))
    def test_is_total_and_keeps_lines(self, text: str) -> None:
        assert unicode_to_bijoy(text).count("\n") == text.count("\n")
        assert "\n".join(map(unicode_to_bijoy, text.split("\n"))) == unicode_to_bijoy(text)


def test_the_cases_of_reading_are_written_so_that_they_are_read_alike() -> None:
    for case in read_cases("legacy/bijoy")[:20]:
        assert bijoy_to_unicode(unicode_to_bijoy(case["unicode"])) == unicodedata.normalize("NFC", case["unicode"])
