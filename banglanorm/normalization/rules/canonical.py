"""Canonical equivalence: spellings that Unicode declares to be the same text. All of them together are exactly NFC.

The Bengali part is spelled out as rules of its own, so that an edit can say what happened; every other script goes
through ``unicodedata2``, whose Unicode version does not depend on the Python that runs.
"""

import re

from banglanorm.edits import Change
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.script.canonical import DECOMPOSED, TWO_PART_VOWELS, is_inert, nfc
from banglanorm.script.letters import (
    AA_KAR,
    AU_LENGTH_MARK,
    E_KAR,
    HASANTA,
    I_KAR,
    LETTERS,
    NUKTA,
    RHA,
    RRA,
    SANDHI_MARK,
    SIGNS,
    YYA,
)

_FOREIGN = re.compile("[^\u0980-\u09ff]")
_STARTERS = frozenset(LETTERS + SIGNS) - {NUKTA, HASANTA}  # among Bengali only; the rules above join their halves


def _other_changes(text: str) -> list[Change]:
    """Compare text and NFC piece by piece; a piece begins where nothing joins what is before.

    Pieces of Bengali alone are left to the rules above.
    """
    if nfc(text) == text:
        return []
    starts = [0, *(i for i, char in enumerate(text) if i and (char in _STARTERS or is_inert(char)))]
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
        triggers=RRA + RHA + YYA,
        replaces=tuple(DECOMPOSED.items()),
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
        pairs=((E_KAR, AA_KAR + AU_LENGTH_MARK),),
        replaces=tuple(TWO_PART_VOWELS.items()),
    ),
    Rule(
        name="nukta_before_hasanta",
        family="canonical",
        profile="canonical",
        summary="Put the nukta before the hasanta, their canonical order.",
        example="ড" + HASANTA + NUKTA + "গ",
        counterexample="ড" + NUKTA + HASANTA + "গ",
        reference="Unicode combining classes 7 (nukta), 9 (hasanta), 230 (sandhi mark)",
        find=by_pattern(
            f"[{NUKTA}{HASANTA}{SANDHI_MARK}]{{2,}}+",
            lambda m: "".join(sorted(m[0])),
            needs=[HASANTA + NUKTA, SANDHI_MARK + NUKTA, SANDHI_MARK + HASANTA],
        ),
        triggers=SANDHI_MARK,
        pairs=((HASANTA, NUKTA),),
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
        # Beside characters of other scripts, which every look finds: what the rules above do, should one be off.
        triggers=RRA + RHA + YYA + SANDHI_MARK,
        pairs=((E_KAR, AA_KAR + AU_LENGTH_MARK), (HASANTA, NUKTA)),
    ),
)
