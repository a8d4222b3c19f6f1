"""Rules that a caller chooses by an option: the script of digits, and precomposed nukta letters."""

import re

from banglanorm.edits import Change
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.script.canonical import DECOMPOSED
from banglanorm.script.letters import (
    ASCII_DIGITS,
    BENGALI_DIGITS,
    NUKTA,
    RRA,
    TO_ASCII_DIGITS,
    TO_BENGALI_DIGITS,
)

_COMPOSED = {decomposed: letter for letter, decomposed in DECOMPOSED.items()}
_ASCII_WORD = re.compile(r"[0-9A-Za-z_]++(?:[-.,:/][0-9A-Za-z_]++)*+")
_LATIN = re.compile("[A-Za-z_]")


def _bengali_digits(text: str) -> list[Change]:
    """Change whole ASCII numbers; digits of a word with Latin letters (mp3, v1.2, 10.5km, COVID-19) belong to it."""
    numbers = (m for m in _ASCII_WORD.finditer(text) if not _LATIN.search(m[0]))
    return [(m.start(), m.end(), m[0].translate(TO_BENGALI_DIGITS)) for m in numbers]


RULES = (
    Rule(
        name="ascii_digits",
        family="choice",
        profile="optional",
        summary="Write digits as 0123456789; the option digits='ascii'.",
        example="১2৩",
        counterexample="123",
        reference="CLDR numbering systems beng and latn",
        find=by_pattern(f"[{BENGALI_DIGITS}]++", lambda m: m[0].translate(TO_ASCII_DIGITS)),
        triggers=BENGALI_DIGITS,
        replaces=tuple(zip(BENGALI_DIGITS, ASCII_DIGITS, strict=True)),
    ),
    Rule(
        name="bengali_digits",
        family="choice",
        profile="optional",
        summary="Write digits as ০১২৩৪৫৬৭৮৯, outside Latin words and addresses; the option digits='bengali'.",
        example="১2৩ টাকা",
        counterexample="১২৩ টাকা, mp3, v1.2, 10.5km, https://example.org/24",
        reference="CLDR numbering systems beng and latn",
        find=_bengali_digits,
        triggers=ASCII_DIGITS,
    ),
    Rule(
        name="precomposed_nukta_letters",
        family="choice",
        profile="optional",
        summary="Write ড়, ঢ়, য় as one code point each, which is not NFC; the option nukta='composed'.",
        example="গাড" + NUKTA,
        counterexample="গা" + RRA,
        reference="U+09DC, U+09DD, U+09DF; most keyboards type them",
        find=by_pattern(f"[ডঢয]{NUKTA}", lambda m: _COMPOSED[m[0]]),
        triggers=NUKTA,
        replaces=tuple(_COMPOSED.items()),
    ),
)
