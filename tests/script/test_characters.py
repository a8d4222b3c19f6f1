"""Questions about characters have one answer on every Python, that of ``unicodedata2``."""

import re
import sys

import pytest
import unicodedata2
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row

from banglanorm.script import characters

EVERY = "".join(map(chr, range(sys.maxunicode + 1)))
# Letters and digits of Unicode 15.0, 15.1, 16, 17 and 18; Pythons of today know some of them or none.
NEW = ["\U00011f02", "\U00011f51", "\U0002ebf0", "\u1c89", "\U00010d41", "\U000105c0", "\U00016d43", "\U00011db0"]


@each_row("char", NEW)
def test_new_letters_are_letters(char: str) -> None:
    assert characters.is_letter_or_number(char)
    assert re.fullmatch(f"[{characters.word_class()}]", char)
    assert not re.fullmatch(f"[^{characters.word_class()}]", char)


def test_the_class_is_letters_numbers_and_low_line_of_every_script() -> None:
    members = set(re.findall(f"[{characters.word_class()}]", EVERY))
    assert members == {char for char in EVERY if unicodedata2.category(char)[0] in "LN"} | {"_"}


def test_what_str_knows_of_old_characters_is_what_is_said_here() -> None:
    old = "".join(char for char in EVERY if char.isalnum())
    assert all(map(characters.is_letter_or_number, old))
    assert all(char.isalpha() == characters.is_letter(char) for char in old)
    assert all(char.isdecimal() == characters.is_decimal(char) for char in old)


def test_white_space_is_the_same_in_every_version() -> None:
    spaces = {char for char in EVERY if char.isspace()}
    assert spaces == set(re.findall(r"\s", EVERY))
    assert spaces == set("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85") | {
        char for char in EVERY if unicodedata2.category(char) in ("Zs", "Zl", "Zp")
    }


@pytest.mark.parametrize("char", ["\u1c89", "\ua7dc", "\U00010d50", "\U00016ea0"])
def test_new_capitals_stay(char: str) -> None:
    assert characters.casefold(f"ÀẞΣ{char}I{char}{char}") == f"àssσ{char}i{char}{char}"


@given(st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cn"]), max_size=20))
def test_casefold_of_old_letters(text: str) -> None:
    old = "".join(char for char in text if char not in NEW)
    assert characters.casefold(old) == old.casefold()


def test_the_empty_string_is_nothing() -> None:
    asked = (characters.is_letter, characters.is_letter_or_number, characters.is_decimal, characters.is_mark)
    assert not any(ask("") for ask in (*asked, characters.is_visible))
