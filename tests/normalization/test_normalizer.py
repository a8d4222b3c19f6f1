"""Normalizer, its options, and the two functions that use it."""

import dataclasses
import inspect
import pickle
from decimal import Decimal

import pytest
from rows import each_row

from banglanorm import ConfigError, Normalizer, explain, normalize
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.options import Asked, Options
from banglanorm.normalization.phases import BLOCK
from banglanorm.script.letters import NUKTA, YYA, ZWJ, ZWNJ

MIXED = 'দু’জন বলল, "হ্যাঁ" ১2৩ ৷'


class TestOptions:
    def test_standard(self) -> None:
        assert normalize(MIXED) == "দু'জন বলল, “হ্যাঁ” ১2৩ ।"

    def test_visual_leaves_the_marks(self) -> None:
        assert normalize(MIXED, profile="visual") == 'দু’জন বলল, "হ্যাঁ" ১2৩ ।'

    def test_canonical_is_nfc_alone(self) -> None:
        assert normalize(MIXED + YYA, profile="canonical") == MIXED + "য" + NUKTA

    @each_row(
        "options, expected",
        [
            ({"apostrophe": "’"}, "দু’জন বলল, “হ্যাঁ” ১2৩ ।"),
            ({"apostrophe": "ʼ"}, "দুʼজন বলল, “হ্যাঁ” ১2৩ ।"),
            ({"apostrophe": "keep", "quotes": "keep"}, 'দু’জন বলল, "হ্যাঁ" ১2৩ ।'),
            ({"quotes": "ascii"}, 'দু\'জন বলল, "হ্যাঁ" ১2৩ ।'),
            ({"digits": "ascii"}, "দু'জন বলল, “হ্যাঁ” 123 ।"),
            ({"digits": "bengali"}, "দু'জন বলল, “হ্যাঁ” ১২৩ ।"),
            ({"disable": ["apostrophes", "danda_for_numerator_four"]}, "দু’জন বলল, “হ্যাঁ” ১2৩ ৷"),
        ],
    )
    def test_choices(self, options: dict[str, str], expected: str) -> None:
        assert normalize(MIXED, **options) == expected

    def test_composed_nukta_letters(self) -> None:
        assert normalize("য" + NUKTA + YYA, nukta="composed") == YYA * 2
        assert explain(YYA, nukta="composed").edits == ()

    def test_a_repair_can_be_enabled_alone(self) -> None:
        lone = "চ\N{BENGALI AU LENGTH MARK}ধুরী"
        assert normalize(lone) == lone
        assert normalize(lone, enable=["lone_au_length_mark"]) == "চৌধুরী"

    def test_digits_in_addresses_and_latin_words_stay(self) -> None:
        text = "mp3 https://example.org/24 a1@example.org ২4 টি, 24"
        assert normalize(text, digits="bengali") == text.replace("২4", "২৪").removesuffix("24") + "২৪"


class TestErrors:
    @each_row(
        "options, message",
        [
            ({"profile": "strict"}, "profile: expected one of 'canonical', 'visual', .*, got 'strict'"),
            ({"digits": "latin"}, "digits: expected one of 'keep', 'ascii', 'bengali', got 'latin'"),
            ({"digits": 3}, "digits: expected one of .*, got 3"),
            ({"quotes": ["ascii"]}, r"quotes: expected one of .*, got \['ascii'\]"),
            ({"apostrophe": None}, "apostrophe: expected one of .*, got None"),
            ({"enable": ["lone_au_mark"]}, "got 'lone_au_mark'; did you mean 'lone_au_length_mark'"),
            ({"enable": [["e_ya_phala"]]}, r"enable: expected names of .*, got \['e_ya_phala'\]"),
            ({"enable": None}, "enable: expected a collection of rule names, got None"),
            ({"disable": "apostrophes"}, r"got 'apostrophes'; for one rule write \['apostrophes'\]"),
            ({"enable": ["e_ya_phala"], "disable": ["e_ya_phala"]}, "both in enable= and in disable="),
            ({"digits": "ascii", "enable": ["bengali_digits"]}, "cannot be both"),
        ],
    )
    def test_wrong_options(self, options: dict[str, str], message: str) -> None:
        with pytest.raises(ConfigError, match=message):
            normalize("ক", **options)
        with pytest.raises(ValueError, match=message):
            Normalizer(**options)

    @pytest.mark.parametrize(("value", "message"), [(b"x", "decode it first"), (None, "got None"), (3, "got int")])
    def test_wrong_types(self, value: object, message: str) -> None:
        for function in (normalize, explain, Normalizer(), Normalizer(profile="repair").explain):
            with pytest.raises(TypeError, match=message):
                function(value)

    def test_an_option_that_does_not_exist(self) -> None:
        for function in (normalize, explain):
            with pytest.raises(TypeError, match="unexpected keyword argument 'profil'"):
                function("ক", profil="standard")

    @pytest.mark.parametrize("function", [normalize, explain, Normalizer])
    def test_help_shows_every_option_with_its_default(self, function: object) -> None:
        shown = inspect.signature(function).parameters
        defaults = {name: parameter.default for name, parameter in shown.items() if name not in ("text", "self")}
        assert defaults == {field.name: field.default for field in dataclasses.fields(Options)}
        assert set(defaults) == set(Asked.__annotations__)

    def test_a_subclass_of_str_is_a_str(self) -> None:
        class Name(str):
            __slots__ = ()

        assert normalize(Name("দু’জন")) == "দু'জন"


def _refuse(_: object) -> bool:
    raise TypeError("boolean value of NA is ambiguous")


class TestNormalizer:
    def test_equal_options_are_equal_normalizers(self) -> None:
        assert Normalizer(enable=["e_ya_phala"]) == Normalizer(enable=("e_ya_phala",))
        assert hash(Normalizer(quotes="keep")) == hash(Normalizer(quotes="keep"))
        assert len({Normalizer(), Normalizer(quotes="keep"), Normalizer()}) == 2
        assert Normalizer() != "Normalizer()"

    def test_pickles_as_its_options(self) -> None:
        normalizer = Normalizer(profile="repair", disable=["apostrophes"])
        normalizer("দু’জন র" + ZWNJ + "্যাব")
        again = pickle.loads(pickle.dumps(normalizer))
        assert again == normalizer
        assert again("দু’জন") == "দু’জন"
        assert len(pickle.dumps(normalizer)) < 300

    def test_its_repr_makes_it_again(self) -> None:
        normalizer = Normalizer(apostrophe="’", enable=["e_ya_phala"])
        assert eval(repr(normalizer)) == normalizer

    def test_batch_passes_none_through(self) -> None:
        assert Normalizer().batch(iter(["দু’জন", None, ""])) == ["দু'জন", None, ""]

    def test_batch_names_the_item_that_is_no_text(self) -> None:
        with pytest.raises(TypeError, match="item 1: expected str or a missing value, got bytes"):
            Normalizer().batch(["ক", b"x"])

    def test_batch_gives_none_for_every_missing_value(self) -> None:
        NaT = type("NaTType", (), {"__ne__": lambda self, other: True, "__hash__": None})  # noqa: N806
        refuses = type("NAType", (), {"__ne__": lambda self, other: self, "__bool__": _refuse})()
        missing = [None, float("nan"), NaT(), refuses, Decimal("NaN")]
        assert Normalizer().batch([*missing, "দু’জন", *missing]) == [None] * 5 + ["দু'জন"] + [None] * 5

    def test_batch_refuses_one_text(self) -> None:
        with pytest.raises(TypeError, match="got one str"):
            Normalizer().batch("দু’জন")

    @pytest.mark.parametrize("profile", ["canonical", "standard", "repair"])
    def test_batch_is_one_call_a_text(self, profile: str) -> None:
        normalizer = Normalizer(profile=profile)
        texts = ["দু’জন", "", "এক\nদুু", "ক\n", "plain", "কুু " * 40_000, "‘ক’", "\n", "বাংলা"] * 3
        assert normalizer.batch(texts) == [normalizer(text) for text in texts]
        assert normalizer.batch([]) == []

    @pytest.mark.parametrize("often", [1, 2, 400], ids=["often", "every second", "seldom"])
    def test_lines_with_work_among_lines_without(self, often: int) -> None:
        lines = [f"বাংলা\N{BENGALI LETTER YYA} {number}" for number in range(1000)]
        lines[::often] = [f"{line} ‘কুু’ দু’জন ক | 🙂?" for line in lines[::often]]
        lines[500] = "plain"
        normalizer = Normalizer()
        normalized = [normalizer(line) for line in lines]
        assert normalizer.batch(lines) == normalized
        assert normalizer("\n".join(lines)) == "\n".join(normalized)

    def test_batch_gives_the_same_objects_where_nothing_changes(self) -> None:
        texts = ["বাংলা ভাষা", "দু’জন", "‘শক্তিশালী’ নেতা", "এক\nদুই"]
        normalized = Normalizer().batch(texts)
        assert [before is after for before, after in zip(texts, normalized, strict=True)] == [True, False, True, True]

    def test_the_same_object_comes_back_where_nothing_changes(self) -> None:
        for text in ("বাংলা ভাষা", "plain", "এক\nদুই", "‘শক্তিশালী’ নেতা", "```\nদু’জন\n```"):
            assert normalize(text) is text

    @each_row("options", [{"digits": "ascii"}, {"digits": "bengali", "profile": "canonical"}, {"nukta": "composed"}])
    def test_the_same_object_comes_back_beside_an_address(self, options: dict[str, str]) -> None:
        text = "লিখুন ক@example.org"
        assert Normalizer(**options)(text) is text  # type: ignore[arg-type]


@each_row("word", ["ব{}‘ান'", "খ{}‘র'", "আ{}`ান' কথা", "সে ব{}‘ভাই'"])
@each_row("composed, decomposed", [("\N{BENGALI LETTER YYA}", f"\N{BENGALI LETTER YA}{NUKTA}")])
def test_a_letter_with_nukta_before_a_mark_counts_as_what_it_becomes(word: str, composed: str, decomposed: str) -> None:
    once = normalize(word.format(decomposed))
    assert normalize(word.format(composed)) == normalize(once) == once


@each_row(
    "text, options",
    [
        ("চট\N{NO-BREAK SPACE}\N{BENGALI SIGN VIRAMA}রগ্রাম", {"profile": "repair"}),
        (f"a@b.comহ{YYA}অােও মজা", {}),
    ],
)
def test_what_a_second_look_would_see_is_seen(text: str, options: dict[str, str]) -> None:
    normalizer = Normalizer(**options)  # type: ignore[arg-type]
    once = normalizer(text)
    assert normalizer(once) == once == normalizer.explain(text).text == normalizer.explain(text).replay()


@each_row("tail", ["", " দুই", "\n", "\r\n", "\t", "\N{NO-BREAK SPACE}"])
def test_what_stands_around_a_word_does_not_matter(tail: str) -> None:
    changed = normalize("দুু" + tail)
    assert changed == "দু" + tail.replace("\N{NO-BREAK SPACE}", " ")


def test_a_line_without_bengali_is_left_alone() -> None:
    latin = "it’s\N{NO-BREAK SPACE}“x”|\N{ZERO WIDTH SPACE}y" + ZWJ
    assert normalize(latin + "\nদু’জন") == latin + "\nদু'জন"


def test_tokens_longer_than_what_is_remembered() -> None:
    long = "কুু" * 100 + "’র"
    assert normalize(long) == normalize(long) == "কু" * 100 + "'র"


def test_the_same_object_comes_back_for_an_equal_text() -> None:
    first, second = "এক কথা", "".join(["এক", " কথা"])
    assert normalize(first) is first
    assert normalize(second) is second


def test_a_word_of_two_scripts_before_a_no_break_space() -> None:
    text = "क़लम\N{NO-BREAK SPACE}\N{SOFT HYPHEN}ক"
    once = normalize(text)
    assert once == "क़लम ক"
    assert normalize(once) == once
    assert explain(text).text == once


@each_row("mark", MARKS)
def test_a_joiner_beside_any_mark_is_judged_alike(mark: str) -> None:
    """Marks turn into each other, so what is beside one may not depend on which of them it is."""
    once = normalize(ZWNJ + mark + "মত")
    assert normalize(once) == once


@pytest.mark.parametrize(
    "unit",
    [
        'সব ‘একই’ "ক" দু’জন ',
        "‘‘কেউ’’ একশ’ 'ভাবে' না, `ক' ",
        "''’৭১'' সালে ’৭১ ",
        "‘খোলা “ক” ",
        "x = 'ক' \"খ\" দু’জন ",
    ],
)
def test_a_line_that_is_longer_than_a_block_is_read_like_others(unit: str) -> None:
    line = unit * (BLOCK // len(unit) + 2)
    once = normalize(line)
    assert explain(line).text == once == normalize(once)
    short = normalize(unit * 40)
    assert once.startswith(short[: len(short) // 2])
