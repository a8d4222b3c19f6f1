"""The akshara grammar on words that a reader would not doubt, and on broken ones."""

import pytest
from rows import each_row

from banglanorm import Conjunct, Malformed, find_conjuncts, find_malformed, is_wellformed, split_aksharas
from banglanorm.script.letters import (
    AA_KAR,
    CANDRABINDU,
    E_KAR,
    HASANTA,
    I_KAR,
    NUKTA,
    YYA,
    ZWJ,
    ZWNJ,
)

GOOD = [
    "হোয়াট্সঅ্যাপ",
    "ভর্ৎসনা",
    "উদ" + HASANTA + ZWNJ + "ঘাটন",
    "বাক্",
    "ভ্লাদিমির",
    "খড়্গ",
    "র" + ZWJ + HASANTA + "যাব",
    "অ্যাপ ও এ্যাপ",
    "ইয়াহ্ইয়া",
    "চাঁদ, দুঃখ, বাংলা",
    "শুনঽঽঽ",
    "১২টি",
    "ক" + E_KAR + AA_KAR + "ন",
    "বা" + YYA + "ু",
    "plain text, তারপর বাংলা।",
    "",
]


@each_row("text", GOOD)
def test_wellformed(text: str) -> None:
    assert is_wellformed(text)


@each_row(
    "text, start, end, reason",
    [
        (I_KAR + "ত", 0, 1, "vowel sign without a bare consonant before it"),
        ("কা" + AA_KAR + AA_KAR + "ন", 2, 4, "vowel sign without a bare consonant before it"),
        ("ক" + CANDRABINDU + CANDRABINDU, 2, 3, "final sign without a syllable before it, or out of order"),
        ("চু" + HASANTA + "ক্তি", 1, 2, "vowel sign without a bare consonant before it"),
        ("ক" + ZWNJ + "খ", 1, 2, "joiner with no function here"),
        ("কি" + NUKTA, 2, 3, "nukta not directly after its consonant"),
        ("এক ৎসাহ", 3, 4, "khanda ta without a syllable before it"),
        (HASANTA, 0, 1, "hasanta without a consonant before it"),
    ],
)
def test_malformed(text: str, start: int, end: int, reason: str) -> None:
    assert not is_wellformed(text)
    assert find_malformed(text)[0] == Malformed(start, end, text[start:end], reason)


@each_row(
    "text, aksharas",
    [
        ("শক্তিশালী", ["শ", "ক্তি", "শা", "লী"]),
        ("অ্যাপ", ["অ্যা", "প"]),
        ("র" + ZWJ + HASANTA + "যাব", ["র" + ZWJ + HASANTA + "যা", "ব"]),
        ("ভর্ৎসনা", ["ভ", "র্ৎ", "স", "না"]),
        ("উদ" + HASANTA + ZWNJ + "যাপন", ["উ", "দ" + HASANTA + ZWNJ + "যা", "প", "ন"]),
        ("কা" + AA_KAR + "ন", ["কা" + AA_KAR, "ন"]),
        ("১২ 👩" + ZWJ + "🚀é", ["১", "২", " ", "👩" + ZWJ + "🚀", "é"]),
    ],
)
def test_split_aksharas(text: str, aksharas: list[str]) -> None:
    assert split_aksharas(text) == aksharas


def test_find_conjuncts() -> None:
    assert find_conjuncts("এক স্ত্রী, ক্ষ") == [
        Conjunct(3, 8, "স্ত্র", ("স", "ত", "র")),
        Conjunct(11, 14, "ক্ষ", ("ক", "ষ")),
    ]


@pytest.mark.parametrize("function", [split_aksharas, find_conjuncts, find_malformed, is_wellformed])
def test_other_types_are_refused(function: object) -> None:
    for value in (b"x", None, 3):
        with pytest.raises(TypeError, match="expected str"):
            function(value)  # type: ignore[operator]
