"""Words: where they begin and end, and their kinds."""

import pickle

import pytest
import strategies
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Word, find_words, split_words
from banglanorm.script.letters import HASANTA, ZWJ, ZWNJ

TYPED = st.text("কখার্য়ি১২0a@#.,:/'’‘-_ \n\N{ZERO WIDTH JOINER}👍🏽🇧🇩©日é\ud800\0")


@each_row(
    "text, pieces",
    [
        ("ক্ষমতা আছে", "ক্ষমতা|আছে"),
        ("ছ'দিনের দু’জন", "ছ'দিনের|দু’জন"),
        ("মা-বাবা দু-চার", "মা-বাবা|দু-চার"),
        ("২০২৩-এর ১২টি ৫ই", "২০২৩-এর|১২টি|৫ই"),
        ("১,২০০.৫০ টাকা, ১০:৩০-এ", "১,২০০.৫০|টাকা|,|১০:৩০-এ"),
        ("৫০-৬০ জন", "৫০|-|৬০|জন"),
        ("উদ্" + ZWNJ + "যাপন র" + ZWJ + HASANTA + "যাব", "উদ্" + ZWNJ + "যাপন|র" + ZWJ + HASANTA + "যাব"),
        ("‘গীতাঞ্জলি’র কবি", "‘|গীতাঞ্জলি|’|র|কবি"),
        ("‘ছ’দিনের সফর’", "‘|ছ’দিনের|সফর|’"),
        ("“যাব”, বলল।", "“|যাব|”|,|বলল|।"),
        ("(ক) [১] ৫%", "(|ক|)|[|১|]|৫|%"),
        ("COVID-19 ও জি-২০", "COVID-19|ও|জি-২০"),
        ("হিন্দি हिन्दी, में café", "হিন্দি|हिन्दी|,|में|café"),
        ("日本語、中文", "日本語|、|中文"),
        ("এলো।সে", "এলো|।|সে"),
        ("_নাম_", "_|নাম_"),
    ],
)
def test_pieces(text: str, pieces: str) -> None:
    assert [word.text for word in find_words(text)] == pieces.split("|")


@each_row(
    "text, kind",
    [
        ("ক্ষমতা", "word"),
        ("১২টি", "number"),
        ("৩.৫", "number"),
        ("।", "punctuation"),
        ("৳", "symbol"),
        ("\0", "symbol"),
        (ZWJ, "symbol"),
        ("https://example.org/a?b=c", "url"),
        ("a.b@example.org", "email"),
        ("@user", "mention"),
        ("#বইমেলা_২০২৪", "hashtag"),
        ("👍🏽", "emoji"),
        ("👨\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧", "emoji"),
        ("🇧🇩", "emoji"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [(word.text, word.kind) for word in find_words(f" {text} ")] == [(text, kind)]


def test_a_number_after_a_hash_is_no_hashtag() -> None:
    assert [word.kind for word in find_words("#১২")] == ["punctuation", "number"]


@given(strategies.texts() | TYPED)
def test_nothing_is_lost(text: str) -> None:
    assert "".join(split_words(text)) == text
    words = find_words(text)
    at = 0
    for word in words:
        assert word.text == text[word.start : word.end] != ""
        assert not text[at : word.start].strip()
        at = word.end
    assert not text[at:].strip()
    assert [word.text for word in words] == [piece for piece in split_words(text) if not piece.isspace()]


@given(st.text("কখা্িঁ", min_size=1))
def test_signs_never_leave_their_word(text: str) -> None:
    assert split_words("ক" + text) == ["ক" + text]


def test_a_word_travels() -> None:
    word = find_words("বই")[0]
    assert pickle.loads(pickle.dumps(word)) == word == Word(**word.as_dict())
    assert b"segmentation" not in pickle.dumps(word)


@pytest.mark.parametrize("function", [find_words, split_words])
def test_only_text_is_taken(function) -> None:
    with pytest.raises(TypeError, match="expected str, got bytes"):
        function(b"")
