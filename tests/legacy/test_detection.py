import inspect

import pytest
import strategies_sounds as strategies
from cases_reader import read_cases
from hypothesis import example, given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import bijoy_to_unicode, fix_legacy, looks_like_bijoy, romanize, to_iso15919, unicode_to_bijoy
from banglanorm.legacy import detection
from banglanorm.script.letters import WORD_CHARACTERS

SENTENCES = [
    "নদীর ধারে পুরোনো বটগাছটির নিচে মেলা বসেছে",
    "শিক্ষকেরা বিদ্যালয়ের মাঠে গাছ লাগিয়েছেন",
    "আবেদনকারীর নাম ও স্থায়ী ঠিকানা",
    "আগামী সপ্তাহে বৃষ্টি হতে পারে বলে জানিয়েছে আবহাওয়া অফিস",
    "দুই হাজার টাকা জমা দিতে হবে",
    "আমরা সবাই মিলে কাজ করেছি",
]
OTHERS = [
    "The quick brown fox jumps over the lazy dog near Dhaka.",
    "Amar sonar bangla, ami tomay bhalobashi",
    "Élysée, Genève, Köln und Málaga: où est la façade?",
    "Đồng bằng sông Cửu Long là vùng cực nam của Việt Nam",
    "Łódź, Čeština, Şanlıurfa, Århus",
    "for key, value in sorted(self._items.items()): yield key[1:], value ** 2",
    "if (a[i] != b[j] && c->next) { return *p++ | 0xFF; }",
    "kṛṣṇa, bāṃlā, r̥ṣi",
    "SELECT id, name FROM users WHERE age >= 18 AND city = 'XYZ';",
    "GMT USB PDF WXYZ HTTP",
    "merge ad1c3fb jc/fix-diff later to maint",
    "https://example.com/evsjv/†`k?q=wk¶v mail evsjv.wk¶v@example.com",
    "© 2024 Ångström™ – «déjà vu» §5 ±3°",
    "আমার সোনার বাংলা, আমি তোমায় ভালোবাসি।",
    "",
]


@pytest.mark.parametrize("sentence", SENTENCES)
class TestBijoy:
    def test_is_found(self, sentence: str) -> None:
        assert looks_like_bijoy(unicode_to_bijoy(sentence))

    def test_is_converted_whole(self, sentence: str) -> None:
        bijoy = unicode_to_bijoy(sentence + "।")
        assert fix_legacy(bijoy) == bijoy_to_unicode(bijoy)

    @pytest.mark.parametrize("before, after", [("see page ", " (draft only)"), ("ঢাকা: ", " বলেছেন")])
    def test_is_found_in_other_text(self, sentence: str, before: str, after: str) -> None:
        bijoy = unicode_to_bijoy(sentence)
        assert fix_legacy(before + bijoy + after) == before + bijoy_to_unicode(bijoy) + after

    def test_is_found_under_c1_controls(self, sentence: str) -> None:
        raw = unicode_to_bijoy(sentence).encode("cp1252", "ignore").decode("latin-1")
        assert looks_like_bijoy(raw)


@each_row("text", OTHERS)
def test_other_text_is_left_alone(text: str) -> None:
    assert not looks_like_bijoy(text)
    assert fix_legacy(text) == text


@each_row("sentence", SENTENCES)
def test_bengali_in_latin_letters_is_left_alone(sentence: str) -> None:
    for latin in (romanize(sentence), romanize(sentence, scheme="ala-lc"), to_iso15919(sentence)):
        assert fix_legacy(latin) == latin


def test_source_code_is_left_alone() -> None:
    for line in inspect.getsource(inspect).split("\n"):
        assert fix_legacy(line) == line


@pytest.mark.parametrize("encoding", ["latin-1", "mac-roman", "cp437"])
def test_mojibake_is_left_alone(encoding: str) -> None:
    for sentence in SENTENCES:
        damaged = sentence.encode().decode(encoding)
        assert not looks_like_bijoy(damaged)
        assert fix_legacy(damaged) == damaged


@pytest.mark.parametrize("word", ["bvg", "gvm", "is", "Kg", "2wU"])
def test_a_word_or_two_of_ascii_are_not_enough(word: str) -> None:
    assert fix_legacy(word) == word


def test_attached_digits_and_marks_between_are_converted() -> None:
    assert fix_legacy("1g cÎ: XvKv-1212, evsjv‡`k|") == "১ম পত্র: ঢাকা-১২১২, বাংলাদেশ।"


@each_row("function", [looks_like_bijoy, fix_legacy])
@each_row("value", [None, b"K", 5])
def test_wants_str(function: object, value: object) -> None:
    with pytest.raises(TypeError, match="expected str"):
        function(value)  # type: ignore[operator]


_mixed = st.lists(
    st.one_of(
        strategies.plain_words.map(unicode_to_bijoy),
        st.sampled_from([unicode_to_bijoy(word) for sentence in SENTENCES for word in sentence.split()]),
        strategies.texts,
        st.sampled_from(["the", "def", "©", "5", "|", "evsjv,", "\n", "১২", "ÿ"]),
    ),
    max_size=12,
).map(" ".join)


class TestProperties:
    @given(_mixed)
    @example("1 evsjv‡`k 5 | wek¦we`¨vjq 7 name")
    def test_nothing_is_converted_twice(self, text: str) -> None:
        fixed = fix_legacy(text)
        assert fix_legacy(fixed) == fixed

    @given(_mixed)
    def test_spans_are_sorted_and_hold_no_bengali(self, text: str) -> None:
        last = 0
        for start, end in detection.bijoy_spans(text):
            assert last <= start < end <= len(text)
            assert not set(text[start:end]) & {*WORD_CHARACTERS, "\n"}
            last = end

    @given(_mixed)
    def test_lines_do_not_touch_each_other(self, text: str) -> None:
        assert "\n".join(map(fix_legacy, text.split("\n"))) == fix_legacy(text)

    @given(st.text(max_size=30))
    def test_is_total(self, text: str) -> None:
        assert isinstance(fix_legacy(text), str)
        assert isinstance(looks_like_bijoy(text), bool)


def test_the_cases_of_reading_are_found_where_they_are_long() -> None:
    for case in read_cases("legacy/bijoy")[:10]:
        if len(case["bijoy"].split()) > 2:
            assert looks_like_bijoy(case["bijoy"])
