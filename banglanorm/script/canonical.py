"""Canonical form: NFC in one Unicode version, whatever Python runs, and what composes in Bengali."""

from functools import lru_cache

import unicodedata2

from banglanorm.script.characters import is_mark
from banglanorm.script.letters import (
    AA_KAR,
    AU_KAR,
    AU_LENGTH_MARK,
    E_KAR,
    NUKTA,
    O_KAR,
    RHA,
    RRA,
    YYA,
)

DECOMPOSED = {RRA: "ড" + NUKTA, RHA: "ঢ" + NUKTA, YYA: "য" + NUKTA}
TWO_PART_VOWELS = {E_KAR + AA_KAR: O_KAR, E_KAR + AU_LENGTH_MARK: AU_KAR}


def nfc(text: str) -> str:
    """Return the NFC of ``text`` in the Unicode version of ``unicodedata2``, in linear time.

    >>> nfc("বাড়ি") == "বাড়ি"
    True
    """
    normalized: str = unicodedata2.normalize("NFC", text)
    return normalized


def nfd(text: str) -> str:
    """Return the NFD of ``text`` in the Unicode version of ``unicodedata2``.

    >>> nfd("কো") == "ক" + E_KAR + AA_KAR
    True
    """
    normalized: str = unicodedata2.normalize("NFD", text)
    return normalized


def encodings(word: str) -> list[str]:
    """Return a word in NFC in every way it may be encoded: letters with nukta and two-part vowels as one or as two.

    >>> len(encodings("দেড়")), len(encodings("কোথায়")), encodings("দশ")
    (2, 4, ['দশ'])
    """
    forms = [word]
    if NUKTA in word:
        for letter, parts in DECOMPOSED.items():
            if parts in word:
                forms += [form.replace(parts, letter) for form in forms]
    if O_KAR in word or AU_KAR in word:
        for parts, whole in TWO_PART_VOWELS.items():
            if whole in word:
                forms += [form.replace(whole, parts) for form in forms]
    return forms


@lru_cache(maxsize=4096)
def is_inert(char: str) -> bool:
    """Say whether NFC never changes ``char``, whatever stands beside it.

    Marks, jamo and the Kirat Rai vowels count as not inert without a closer look: they may join the character before.

    >>> is_inert("ক"), is_inert("\N{COMBINING ACUTE ACCENT}"), is_inert("\N{OHM SIGN}")
    (True, False, False)
    """
    joins = is_mark(char) or any(first <= char <= last for first, last in _COMPOSING_LETTERS)
    return not joins and nfc(char) == char


_COMPOSING_LETTERS = (("\u1100", "\u11ff"), ("\ua960", "\ua97f"), ("\ud7b0", "\ud7ff"), ("\U00016d63", "\U00016d6a"))
