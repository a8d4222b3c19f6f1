"""ৎ: older text writes ত with a hasanta for it, and it takes no vowel sign. Lists of words tell which have it."""

import re
from functools import cache

from banglanorm.edits import Change
from banglanorm.normalization.rules.damages import MISPLACED, NO_TA
from banglanorm.normalization.rules.readings import LONGEST, WORD, by_word
from banglanorm.normalization.rules.rule import EDGE, Rule
from banglanorm.normalization.rules.visual import VOWEL_MARKS
from banglanorm.normalization.word_forms import UNKNOWN, level
from banglanorm.script.letters import (
    AA_KAR,
    ANUSVARA,
    CANDRABINDU,
    HASANTA,
    II_KAR,
    JOINERS,
    KHANDA_TA,
    LETTERS,
    NUKTA,
    TA,
    U_KAR,
    VISARGA,
    WORD_CHARACTERS,
    ZWNJ,
)
from banglanorm.tables import read_table

_WORD_END = f"(?![{WORD_CHARACTERS}{JOINERS}])"


def _khanda_ta_stems() -> str:
    start, inside = (
        "|".join(stem.replace(KHANDA_TA, TA + HASANTA) for stem in _listed(where)) for where in ("start", "inside")
    )
    return f"^(?:{start})|{inside}"


@cache
def _listed(where: str) -> tuple[str, ...]:
    return tuple(row["stem"] for row in read_table("normalization/khanda_ta_stems") if row["where"] == where)


_FINAL_TA = re.compile(
    f"(?<=[{LETTERS}{NUKTA}{VOWEL_MARKS}{CANDRABINDU}{ANUSVARA}{VISARGA}]){TA}{HASANTA}{_WORD_END}(?![‘’'][{WORD_CHARACTERS}])"
)


def _final_khanda_ta(text: str) -> list[Change]:
    """Leave words that end in plain ত, whose hasanta shows how it is spoken, and what the word list does not have."""
    if TA + HASANTA not in text:
        return []
    words = (m for m in WORD.finditer(text) if m[0].endswith(TA + HASANTA) and len(m[0]) <= LONGEST)
    ends = (m.end() for m in words if _is_word(m[0][:-2] + KHANDA_TA))
    return [(end - 2, end, KHANDA_TA) for end in ends if _FINAL_TA.search(text, end - 2, min(end + 2, len(text)))]


def _is_word(word: str) -> bool:
    return level(word) > UNKNOWN or word in _listed("word")


RULES = (
    Rule(
        name="khanda_ta_at_word_end",
        family="repair",
        profile="repair",
        summary="Write ৎ for ত with hasanta at the end of a word.",
        example="অর্থাত" + HASANTA,
        counterexample="অর্থাৎ, ধিক্, ইজ্জত্",
        reference="Unicode 4.1 added U+09CE; seen in news: অর্থাত্",
        find=_final_khanda_ta,
        literals=(TA + HASANTA + EDGE,),
    ),
    Rule(
        name="khanda_ta_in_stems",
        family="repair",
        profile="repair",
        summary="Write ৎ for ত with hasanta in words of a list (চমৎকার) and stems of another (উৎস).",
        example="উত" + HASANTA + "স",
        counterexample="উত্তর, আত্মা, মাত্সুদা",
        reference="Unicode 4.1 added U+09CE; table khanda_ta_stems",
        find=by_word("khanda_ta_in_stems", _khanda_ta_stems, lambda m: m[0].replace(TA + HASANTA, KHANDA_TA)),
        literals=tuple(TA + HASANTA + letter for letter in NO_TA + ZWNJ),
    ),
    Rule(
        name="vowel_sign_after_khanda_ta",
        family="repair",
        profile="repair",
        summary="Move a vowel sign typed after ৎ before it, or write ত for ৎ (জগতে).",
        example="বিদ্য" + HASANTA + KHANDA_TA + U_KAR,
        counterexample="বিদ্যুৎ",
        reference="Khanda ta takes no vowel sign (nisaba, grammar for Beng)",
        find=by_word("vowel_sign_after_khanda_ta", f"{KHANDA_TA}(?=[{AA_KAR}{II_KAR}])", TA),
        pairs=(MISPLACED,),
    ),
)
