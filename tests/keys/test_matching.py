"""Keys for look-ups."""

import pytest
import strategies
import unicodedata2
from hypothesis import example, given
from rows import each_row

from banglanorm import matching_key, normalize
from banglanorm.script.letters import (
    HASANTA,
    NUKTA,
    YA,
    YYA,
    ZWJ,
    ZWNJ,
)


@each_row(
    "left, right",
    [
        ("উদ" + HASANTA + ZWNJ + "যাপন", "উদ্যাপন"),
        ("র" + ZWJ + HASANTA + YA + "াব", "র" + ZWNJ + HASANTA + YA + "াব"),
        ("১২৩ টাকা", "123 টাকা"),
        ("দু’জন", "দু'জন"),
        ("‘ক’ “খ”", "'ক' \"খ\""),
        ("‘‘সীমা’’", "“সীমা”"),
        ("BBC বাংলা", "bbc বাংলা"),
        ("সম" + YYA, "সময" + NUKTA),
        ("অ্যাপ", "এ্যাপ"),
        ("চ্যালেংজ", "চ্যালেঞ্জ"),
        ("বাংগালি", "বাঙ্গালি"),
        ("Straße ক", "STRASSE ক"),
    ],
)
def test_equal_keys(left: str, right: str) -> None:
    assert matching_key(left) == matching_key(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("কাল", "কালো"), ("চাঁদ", "চান্দ"), ("বাংলা", "বাঙলা"), ("দিন", "দীন"), ("ক খ", "কখ")],
)
def test_different_keys(left: str, right: str) -> None:
    assert matching_key(left) != matching_key(right)


@given(strategies.texts())
@example("\N{COMBINING ACUTE ACCENT}" + HASANTA + ZWNJ + NUKTA)
def test_a_key_is_nfc(text: str) -> None:
    key = matching_key(text)
    assert unicodedata2.normalize("NFC", key) == key


@given(strategies.texts())
@example("İ\N{ZERO WIDTH SPACE}আজ")
@example("İ" + HASANTA + HASANTA + "ক")
def test_normalized_text_has_the_same_key(text: str) -> None:
    assert matching_key(normalize(text)) == matching_key(text)
