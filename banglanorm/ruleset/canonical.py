"""Canonical equivalence: spellings that Unicode declares to be the same text. All of them together are exactly NFC.

The Bengali part is spelled out as rules of its own, so that an edit can say what happened; every other script goes
through ``unicodedata2``, whose Unicode version does not depend on the Python that runs.
"""

import re
from functools import cache

import unicodedata2

from banglanorm.edits import Change
from banglanorm.ruleset.rule import Rule, by_pattern
from banglanorm.script import (
    AA_KAR,
    AU_KAR,
    AU_LENGTH_MARK,
    E_KAR,
    HASANTA,
    I_KAR,
    NUKTA,
    O_KAR,
    RHA,
    RRA,
    SANDHI_MARK,
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


@cache
def is_inert(char: str) -> bool:
    """Say whether NFC never changes ``char``, whatever stands beside it.

    Marks, jamo and the Kirat Rai vowels count as not inert without a closer look: they may join the character before.

    >>> is_inert("ক"), is_inert("\N{COMBINING ACUTE ACCENT}"), is_inert("\N{OHM SIGN}")
    (True, False, False)
    """
    joins = unicodedata2.category(char)[0] == "M" or any(first <= char <= last for first, last in _COMPOSING_LETTERS)
    return not joins and nfc(char) == char


_COMPOSING_LETTERS = (("\u1100", "\u11ff"), ("\ua960", "\ua97f"), ("\ud7b0", "\ud7ff"), ("\U00016d63", "\U00016d6a"))


_FOREIGN = re.compile("[^\u0980-\u09ff]")


def _other_changes(text: str) -> list[Change]:
    """Compare text and NFC piece by piece; a piece begins at an inert character, so it normalizes by itself.

    Pieces of Bengali alone are left to the rules above.
    """
    if nfc(text) == text:
        return []
    starts = [i for i, char in enumerate(text) if is_inert(char)]
    if not starts or starts[0] != 0:
        starts.insert(0, 0)
    pieces = zip(starts, [*starts[1:], len(text)], strict=True)
    return [
        (start, end, after)
        for start, end in pieces
        if _FOREIGN.search(text, start, end) and (after := nfc(text[start:end])) != text[start:end]
    ]


RULES = (
    Rule(
        name="nukta_letters",
        family="canonical",
        profile="canonical",
        summary="Write ড়, ঢ়, য় as letter and nukta, as NFC has them.",
        example="বা" + RRA + I_KAR,
        counterexample="বাড" + NUKTA + I_KAR,
        reference="Unicode composition exclusions (U+09DC, U+09DD, U+09DF); UAX #15",
        find=by_pattern(f"[{RRA}{RHA}{YYA}]", lambda m: DECOMPOSED[m[0]]),
    ),
    Rule(
        name="two_part_vowels",
        family="canonical",
        profile="canonical",
        summary="Write the two halves of ো and ৌ as one vowel sign.",
        example="ক" + E_KAR + AA_KAR + "ন",
        counterexample="কোন",
        reference="Unicode canonical decomposition of U+09CB and U+09CC",
        find=by_pattern(f"{E_KAR}[{AA_KAR}{AU_LENGTH_MARK}]", lambda m: TWO_PART_VOWELS[m[0]]),
    ),
    Rule(
        name="nukta_before_hasanta",
        family="canonical",
        profile="canonical",
        summary="Put the nukta before the hasanta, their canonical order.",
        example="ড" + HASANTA + NUKTA + "গ",
        counterexample="ড" + NUKTA + HASANTA + "গ",
        reference="Unicode combining classes 7 (nukta), 9 (hasanta), 230 (sandhi mark)",
        find=by_pattern(f"[{NUKTA}{HASANTA}{SANDHI_MARK}]{{2,}}+", lambda m: "".join(sorted(m[0]))),
    ),
    Rule(
        name="unicode_nfc",
        family="canonical",
        profile="canonical",
        summary="Bring every other script into NFC.",
        example="cafe\N{COMBINING ACUTE ACCENT}",
        counterexample="café ½ …",
        reference="UAX #15, Unicode Normalization Form C",
        find=_other_changes,
    ),
)
