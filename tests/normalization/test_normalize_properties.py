"""The promises of DESIGN.md about ``normalize``, for every profile and option, on any text."""

import os
import unicodedata
from collections.abc import Callable

import pytest
import strategies
import unicodedata2
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rows import each_row

from banglanorm import Normalizer, explain, is_wellformed, matching_key, normalize, rules
from banglanorm.script.letters import AA_KAR, E_KAR, HASANTA, NUKTA, RHA, ZWJ, ZWNJ

PROFILES = strategies.CHOICES["profile"]


def nfc(text: str) -> str:
    return unicodedata2.normalize("NFC", text)


# --- total ------------------------------------------------------------------------------------------------------------


@given(strategies.texts(), strategies.options_with_switches())
def test_any_text_gives_a_text(text: str, options: dict[str, object]) -> None:
    assert isinstance(normalize(text, **options), str)


@each_row("function", [normalize, explain, matching_key, is_wellformed, Normalizer()])
@each_row("value, advice", [(b"bytes", "decode"), (None, "skip missing"), (3, "str")])
def test_other_types_are_refused_with_advice(function: Callable[[object], object], value: object, advice: str) -> None:
    with pytest.raises(TypeError, match=advice):
        function(value)


# --- idempotent, NFC-stable -------------------------------------------------------------------------------------------


@given(strategies.texts(), strategies.options())
def test_idempotent(text: str, options: dict[str, object]) -> None:
    once = normalize(text, **options)
    assert normalize(once, **options) == once


@given(strategies.texts(), strategies.options_with_switches())
def test_idempotent_with_rules_switched(text: str, options: dict[str, object]) -> None:
    once = normalize(text, **options)
    assert normalize(once, **options) == once


RULE_NAMES = sorted({rule.name for rule in rules()} - {"ascii_digits", "bengali_digits"})
SUBSETS = st.sets(st.sampled_from(RULE_NAMES))


@given(strategies.texts(), SUBSETS, st.sampled_from(strategies.CHOICES["digits"]))
@example("৮" + RHA, {"nukta_letters"}, "ascii")
@example("৮" + E_KAR + AA_KAR, {"two_part_vowels"}, "ascii")
def test_idempotent_with_any_rules_off_and_the_others_on(text: str, off: set[str], digits: str) -> None:
    options = {"digits": digits, "disable": sorted(off), "enable": sorted(set(RULE_NAMES) - off)}
    for each in (options, options | {"enable": ()}, options | {"enable": (), "profile": "repair"}):
        once = normalize(text, **each)
        assert normalize(once, **each) == once


# What a second look sees depends on every mark of the line, so this search is the longest: HYPOTHESIS_PROFILE=deep.
SEARCH = settings(max_examples=100_000) if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else settings()


@SEARCH
@given(strategies.mark_dense_lines(), strategies.options_with_switches())
@example("’৭১ ` ল’", {})
@example("হ`ল ‘যদি’র ল’", {})
@example("“a”:[’৭১ ল’", {"quotes": "ascii", "apostrophe": "’"})
@example("‘www.’ক’", {})
@example("=’৭১ \"ক\" 'খ'", {})
@example("ক" + ZWJ + "ʼ", {})
@example("কʼ\N{ZERO WIDTH SPACE}5", {})
def test_idempotent_where_marks_are_dense(line: str, options: dict[str, object]) -> None:
    once = normalize(line, **options)
    assert normalize(once, **options) == once


@given(strategies.texts(), strategies.options())
@example("ক a@b.c\N{COMBINING CEDILLA}", {})
def test_the_result_is_in_nfc(text: str, options: dict[str, object]) -> None:
    result = normalize(text, **options | {"nukta": "decomposed"})
    assert nfc(result) == result


@given(strategies.texts(), strategies.options())
def test_composed_nukta_letters_are_the_only_difference(text: str, options: dict[str, object]) -> None:
    composed = normalize(text, **options | {"nukta": "composed"})
    assert nfc(composed) == normalize(text, **options | {"nukta": "decomposed"})


@given(strategies.texts())
@example("a" + "\u0301\u0327" * 200)
@example(("ক" + HASANTA + NUKTA + ZWJ) * 50)
def test_canonical_is_nfc(text: str) -> None:
    assert normalize(text, profile="canonical") == nfc(text)


@given(strategies.texts(), strategies.options())
def test_canonically_equivalent_texts_give_one_result(text: str, options: dict[str, object]) -> None:
    assert normalize(nfc(text), **options) == normalize(text, **options)
    assert normalize(unicodedata2.normalize("NFD", text), **options) == normalize(text, **options)


# --- harmless ---------------------------------------------------------------------------------------------------------


@given(strategies.texts_without_bengali(), strategies.options())
def test_text_without_bengali_changes_only_as_in_nfc(text: str, options: dict[str, object]) -> None:
    if options.get("digits") != "bengali":
        assert normalize(text, **options) == nfc(text)


@given(strategies.texts(), strategies.options_with_switches())
def test_line_structure_is_kept(text: str, options: dict[str, object]) -> None:
    kept = [char for char in text if char in "\n\r\t\x0b\x0c\x85\u2028\u2029"]
    assert [char for char in normalize(text, **options) if char in "\n\r\t\x0b\x0c\x85\u2028\u2029"] == kept


UNTOUCHED = st.one_of(
    strategies.emoji(),
    st.sampled_from(
        [
            "https://example.org/wiki/Euler's_theorem?a='b'|c",
            "o'hara.name@example.org",
            "don't",
            "Google’s",
            "5'10\"",
            "৫′ ৬″",
            "mp3",
            '<a href="x">',
            "| a | b |",
        ]
    ),
)


@given(st.lists(strategies.words(), min_size=1, max_size=3), UNTOUCHED, st.sampled_from(PROFILES))
def test_what_is_no_running_text_is_kept_in_a_bengali_line(words: list[str], kept: str, profile: str) -> None:
    line = f"{' '.join(words)} {kept} {words[0]}"
    assert f" {kept} " in normalize(line, profile=profile)


# --- line-local -------------------------------------------------------------------------------------------------------


@given(strategies.texts(), strategies.options_with_switches())
def test_lines_of_a_batch_are_normalized_one_by_one(text: str, options: dict[str, object]) -> None:
    lines = text.split("\n")
    assert Normalizer(**options).batch(lines) == [normalize(line, **options) for line in lines]


# --- pure, and one result on every way --------------------------------------------------------------------------------


@given(strategies.texts(), strategies.options_with_switches())
def test_function_normalizer_batch_and_explain_agree(text: str, options: dict[str, object]) -> None:
    result = normalize(text, **options)
    fresh = Normalizer(**options)
    assert fresh(text) == result
    assert fresh.explain(text).text == result
    assert fresh.batch([text, None, text]) == [result, None, result]


@given(st.lists(strategies.damaged_words(), min_size=1, max_size=5))
def test_what_was_normalized_before_makes_no_difference(words: list[str]) -> None:
    used = Normalizer()
    for word in words:
        used(word)
    assert [used(word) for word in words] == [Normalizer()(word) for word in words]


@given(st.one_of(strategies.words(), strategies.sentences()))
def test_the_same_object_where_nothing_changes(text: str) -> None:
    clean = normalize(text)
    assert normalize(clean) is clean


# --- what the profiles promise of each other --------------------------------------------------------------------------


@given(strategies.texts())
def test_visual_keeps_every_mark_and_standard_every_letter(text: str) -> None:
    visual, standard = normalize(text, profile="visual"), normalize(text)
    assert [c for c in visual if c in "‘’'\"“”"] == [c for c in text if c in "‘’'\"“”"] or nfc(text) != text
    letters = [c for c in visual if unicodedata.category(c)[0] in "LMN"]
    assert [c for c in standard if unicodedata.category(c)[0] in "LMN" and c not in "ʼ"] == [
        c for c in letters if c not in "ʼ"
    ]


@given(strategies.words())
def test_wellformed_words_stay_as_they_are(word: str) -> None:
    decomposed = nfc(word)
    if is_wellformed(word) and ZWNJ not in word and ZWJ not in word and ("ব" + NUKTA) not in word:
        assert normalize(word) == decomposed


# --- matching keys ----------------------------------------------------------------------------------------------------


@given(st.one_of(strategies.sentences(), strategies.damaged_words(), strategies.code()))
def test_a_key_is_its_own_key(text: str) -> None:
    key = matching_key(text)
    assert matching_key(key) == key


@given(strategies.texts(), strategies.options())
def test_a_normalized_text_has_the_key_of_the_text(text: str, options: dict[str, object]) -> None:
    if options.get("profile", "standard") != "repair":
        assert matching_key(normalize(text, **options)) == matching_key(text)
