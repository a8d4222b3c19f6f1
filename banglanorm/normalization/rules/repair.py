"""Likely errors of typing and conversion: these rules may change a spelling, so none is on by default.

``profile="repair"`` has the likely ones on; the ``optional`` ones change what a writer may have meant and must be named
in ``enable=``. Nasals are folded in ``matching_key`` only.
"""

import re
from functools import cache

from banglanorm.edits import Change
from banglanorm.normalization.rules.rule import EDGE, Rule, by_pattern
from banglanorm.normalization.rules.visual import SIGN_AND_SIGN, TAKES_NUKTA, VOWEL_MARKS
from banglanorm.script.aksharas import ONSET
from banglanorm.script.canonical import TWO_PART_VOWELS
from banglanorm.script.letters import (
    AA_KAR,
    AI_KAR,
    ANUSVARA,
    ASSAMESE_RA,
    AU_KAR,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    CANDRABINDU,
    CONSONANTS,
    E_KAR,
    FINAL_SIGNS,
    HASANTA,
    I_KAR,
    II_KAR,
    JOINERS,
    KHANDA_TA,
    LETTERS,
    NUKTA,
    O_KAR,
    RA,
    RI_KAR,
    SIGNS,
    TA,
    U_KAR,
    UU_KAR,
    VISARGA,
    VOCALIC_RR_KAR,
    VOWEL_LETTERS,
    WORD_CHARACTERS,
    YA,
)
from banglanorm.tables import read_table

_WORD_START = f"(?<![{WORD_CHARACTERS}{JOINERS}])"
_WORD_END = f"(?![{WORD_CHARACTERS}{JOINERS}])"
_PHALAS = "যরবমলন"
_SAME_VALUE = {
    "আ": AA_KAR,
    "ই": I_KAR,
    "ঈ": II_KAR,
    "উ": U_KAR,
    "ঊ": UU_KAR,
    "ঋ": RI_KAR,
    "এ": E_KAR,
    "ঐ": AI_KAR,
    "ও": O_KAR,
    "ঔ": AU_KAR,
}

# Neighbours that some rule below needs; see Rule.pairs.
_SIGN_BEFORE_WORD = (EDGE, SIGNS)
_BEFORE_HASANTA = (VOWEL_LETTERS + VOWEL_MARKS + FINAL_SIGNS, HASANTA)
_HASANTA_AT_END = (HASANTA, EDGE)
_LETTER_AND_SIGN = (VOWEL_LETTERS + KHANDA_TA, VOWEL_MARKS)


@cache
def _khanda_ta_stems() -> re.Pattern[str]:
    stems = [row["stem"] for row in read_table("normalization/khanda_ta_stems")]
    written_with_hasanta = "|".join(stem.replace(KHANDA_TA, TA + HASANTA) for stem in stems)
    return re.compile(f"{_WORD_START}(?:{written_with_hasanta})")


def _khanda_ta_in_stems(text: str) -> list[Change]:
    return [(m.start(), m.end(), m[0].replace(TA + HASANTA, KHANDA_TA)) for m in _khanda_ta_stems().finditer(text)]


@cache
def _conjunct_pairs() -> frozenset[str]:
    return frozenset(
        row["first"] + second for row in read_table("normalization/conjunct_pairs") for second in row["seconds"]
    )


def _hasanta_before_sign(m: re.Match[str]) -> str:
    """Swap sign and hasanta where the two consonants are known to join; elsewhere the hasanta is a slip."""
    first, sign, second = m.groups()
    return f"{first}{HASANTA}{second}{sign}" if first + second in _conjunct_pairs() else m[0]


def _sign_after_onset(m: re.Match[str]) -> str:
    sign, onset, half = m.groups()
    return onset + TWO_PART_VOWELS.get(sign + (half or ""), sign)


RULES = (
    Rule(
        name="visual_order_vowel_sign",
        family="repair",
        profile="repair",
        summary="Move a vowel sign typed before its consonant, as on old typewriters, behind it.",
        example=E_KAR + "কমন",
        counterexample="কেমন, সম্পর্ক " + E_KAR + "র",
        reference="Typewriters set the sign first; the genitive ending alone is an ending that lost its word",
        find=by_pattern(
            f"{_WORD_START}(?!{E_KAR}র{_WORD_END})([{I_KAR}{E_KAR}{AI_KAR}])({ONSET})"
            f"([{AA_KAR}{AU_LENGTH_MARK}]?+)(?![{VOWEL_MARKS}{HASANTA}{JOINERS}])",
            lambda m: _sign_after_onset(m) if m[1] == E_KAR or not m[3] else m[0],
        ),
        pairs=(_SIGN_BEFORE_WORD,),
    ),
    Rule(
        name="hasanta_after_vowel_sign",
        family="repair",
        profile="repair",
        summary="Swap vowel sign and hasanta where the consonants around them form a known conjunct.",
        example="উল" + I_KAR + HASANTA + "লখিত",
        counterexample="উল্লিখিত",
        reference="Damage of conversion, seen in news: উলি্লখিত",
        find=by_pattern(
            f"(?<=[{WORD_CHARACTERS}])([{BASIC_CONSONANTS}])([{I_KAR}{E_KAR}{AI_KAR}{U_KAR}]){HASANTA}([{BASIC_CONSONANTS}])"
            f"(?![{VOWEL_MARKS}{HASANTA}{NUKTA}{JOINERS}])",
            _hasanta_before_sign,
        ),
        pairs=(_BEFORE_HASANTA,),
    ),
    Rule(
        name="stray_hasanta",
        family="repair",
        profile="repair",
        summary="Delete a hasanta after a vowel sign, a vowel letter or a final sign, where it silences nothing.",
        example="চ" + U_KAR + HASANTA + "ক্তি",
        counterexample="অ্যাপ, ইয়াহ্ইয়া",
        reference="A hasanta follows a consonant (nisaba, grammar for Beng); keeps অ্যা and এ্যা",
        find=by_pattern(
            f"(?<=[{VOWEL_MARKS}{ANUSVARA}{VISARGA}]){HASANTA}++|(?<=[{VOWEL_LETTERS}{CANDRABINDU}]){HASANTA}++(?!{YA})",
            "",
        ),
        pairs=(_BEFORE_HASANTA,),
    ),
    Rule(
        name="a_ya_phala",
        family="repair",
        profile="repair",
        summary="Write অ্যা for আ with ya-phala.",
        example="আ" + HASANTA + "যসিডিটি",
        counterexample="অ্যাসিডিটি",
        reference="A slip of the keyboard, seen in news: আ্যসিডিটি",
        find=by_pattern(f"আ{HASANTA}{YA}{AA_KAR}?+", "অ" + HASANTA + YA + AA_KAR),
        pairs=(_BEFORE_HASANTA,),
    ),
    Rule(
        name="khanda_ta_at_word_end",
        family="repair",
        profile="repair",
        summary="Write ৎ for ত with hasanta at the end of a word.",
        example="অর্থাত" + HASANTA,
        counterexample="অর্থাৎ, ধিক্",
        reference="Unicode 4.1 added U+09CE; seen in news: অর্থাত্",
        find=by_pattern(
            f"(?<=[{LETTERS}{NUKTA}{VOWEL_MARKS}{CANDRABINDU}{ANUSVARA}{VISARGA}]){TA}{HASANTA}{_WORD_END}"
            f"(?![‘’'][{WORD_CHARACTERS}])",
            KHANDA_TA,
        ),
        pairs=(_HASANTA_AT_END,),
    ),
    Rule(
        name="khanda_ta_in_stems",
        family="repair",
        profile="repair",
        summary="Write ৎ for ত with hasanta in words of a list (উৎস, সাক্ষাৎকার).",
        example="উত" + HASANTA + "স",
        counterexample="উত্তর, আত্মা, মাত্সুদা",
        reference="Unicode 4.1 added U+09CE; table khanda_ta_stems",
        find=_khanda_ta_in_stems,
        literals=("ত্স", "ত্প", "ত্ক", "ত্খ", "ত্ফ", "ত্চ", "উত্র"),
    ),
    Rule(
        name="vowel_sign_after_khanda_ta",
        family="repair",
        profile="repair",
        summary="Move a vowel sign typed after ৎ before it.",
        example="বিদ্য" + HASANTA + KHANDA_TA + U_KAR,
        counterexample="বিদ্যুৎ",
        reference="Khanda ta takes no vowel sign (nisaba, grammar for Beng)",
        find=by_pattern(f"(?<=[{CONSONANTS}{NUKTA}]){HASANTA}?+{KHANDA_TA}([{VOWEL_MARKS}])", rf"\1{KHANDA_TA}"),
        pairs=(_LETTER_AND_SIGN,),
    ),
    Rule(
        name="doubled_vowel_signs",
        family="repair",
        profile="repair",
        summary="Write a spacing vowel sign once, and ো without a further া.",
        example="সোস্যা" + AA_KAR + "ল",
        counterexample="সোস্যাল",
        reference="An akshara has one vowel sign; seen in news: সোস্যাাল",
        find=by_pattern(
            f"([{AA_KAR}{I_KAR}{II_KAR}{E_KAR}{AI_KAR}{O_KAR}{AU_KAR}])\\1++|{O_KAR}{AA_KAR}++|{AU_KAR}{AU_LENGTH_MARK}++",
            lambda m: m[0][0],
        ),
        pairs=(SIGN_AND_SIGN,),
    ),
    Rule(
        name="vowel_letter_and_same_sign",
        family="repair",
        profile="repair",
        summary="Write a vowel letter without the sign of the same vowel.",
        example="উ" + U_KAR + "লু",
        counterexample="উলু",
        reference="A vowel letter takes no sign of its own vowel; seen in news: উুলু",
        find=by_pattern("|".join(f"{letter}{sign}++" for letter, sign in _SAME_VALUE.items()), lambda m: m[0][0]),
        pairs=(_LETTER_AND_SIGN,),
    ),
    Rule(
        name="repeated_phala",
        family="repair",
        profile="repair",
        summary="Write a phala once that was typed twice.",
        example="গ" + HASANTA + RA + HASANTA + RA + AA_KAR + "ম",
        counterexample="উজ্জ্বল, অন্ন, পর্য্যন্ত",
        reference="Damage of conversion: গ্র্রাম; doubling after reph is an older spelling",
        find=by_pattern(rf"(?<!{RA})({HASANTA}[{_PHALAS}])\1++", r"\1"),
        literals=tuple(f"{HASANTA}{phala}" * 2 for phala in _PHALAS),
    ),
    Rule(
        name="assamese_ra_in_conjuncts",
        family="repair",
        profile="repair",
        summary="Write the Bengali র for the Assamese ৰ inside a conjunct, where both look the same.",
        example="ক" + HASANTA + ASSAMESE_RA,
        counterexample="ৰাম",
        reference="nisaba, visual_rewrite for Bengali",
        find=by_pattern(
            f"(?<=[{CONSONANTS}{NUKTA}]{HASANTA}){ASSAMESE_RA}|{ASSAMESE_RA}(?={HASANTA}[{CONSONANTS}])",
            RA,
        ),
        triggers=ASSAMESE_RA,
    ),
    Rule(
        name="lone_au_length_mark",
        family="repair",
        profile="repair",
        summary="Write ৌ for its right half alone.",
        example="চ" + AU_LENGTH_MARK + "ধুরী",
        counterexample="চৌধুরী",
        reference="Half of a sign, seen in news: চৗধুরী; Santali and Kokborok use the mark by itself",
        find=by_pattern(f"(?<=[{CONSONANTS}{NUKTA}]){AU_LENGTH_MARK}", AU_KAR),
        triggers=AU_LENGTH_MARK,
    ),
    Rule(
        name="bijoy_low_quote_for_uu",
        family="repair",
        profile="repair",
        summary="Write ূ for a low quotation mark between Bengali letters, left over from Bijoy.",
        example="ভ\N{SINGLE LOW-9 QUOTATION MARK}মিকা",
        counterexample="\N{SINGLE LOW-9 QUOTATION MARK}ভূমিকা’",
        reference="Left over from the encoding Bijoy, seen in news: ভ‚মিকা",
        find=by_pattern(f"(?<=[{CONSONANTS}{NUKTA}])\N{SINGLE LOW-9 QUOTATION MARK}(?=[{WORD_CHARACTERS}])", UU_KAR),
        triggers="\N{SINGLE LOW-9 QUOTATION MARK}",
    ),
    Rule(
        name="bijoy_numerator_for_ya_phala",
        family="repair",
        profile="repair",
        summary="Write ya-phala for the numerator sign ৵ inside a word, left over from Bijoy.",
        example="স্বাচ্ছন্দ" + E_KAR + "৵র",
        counterexample="৵৹",
        reference="Left over from the encoding Bijoy, seen in news: স্বাচ্ছন্দে৵র",
        find=by_pattern(f"(?<=[{CONSONANTS}{NUKTA}])([{VOWEL_MARKS}]?+)৵", rf"{HASANTA}{YA}\1"),
        triggers="৵",
    ),
    Rule(
        name="bijoy_u_sign_for_mma",
        family="repair",
        profile="repair",
        summary="Write নিম্ন for নি with a second vowel sign, left over from Bijoy.",
        example="ন" + I_KAR + U_KAR + "লিখিত",
        counterexample="নিম্নলিখিত",
        reference="Left over from the encoding Bijoy, seen in news: নিু",
        find=by_pattern(f"{_WORD_START}ন{I_KAR}{U_KAR}", "নিম্ন"),
        pairs=(SIGN_AND_SIGN,),
    ),
    Rule(
        name="foreign_nukta",
        family="repair",
        profile="optional",
        summary="Take the nukta off loan letters (জ় ফ় ক় খ় গ়).",
        example="জ" + NUKTA + E_KAR + "ব্রা",
        counterexample="বাড" + NUKTA + I_KAR,
        reference="The loan letters are legal (nisaba, grammar for Beng), so optional",
        find=by_pattern(f"(?<=[{TAKES_NUKTA.strip('ডঢয')}]){NUKTA}", ""),
        pairs=((TAKES_NUKTA, NUKTA),),
    ),
    Rule(
        name="ha_for_tha",
        family="repair",
        profile="optional",
        summary="Write ন্থ and স্থ for ন্হ and স্হ, which look nearly the same in print.",
        example="স" + HASANTA + "হান",
        counterexample="চিহ্ন",
        reference="ICANN Root Zone LGR-5 Bengali, variant pairs",
        find=by_pattern(f"(?<=[নস]{HASANTA})হ", "থ"),
        literals=("ন্হ", "স্হ"),
    ),
    Rule(
        name="long_vocalic_r_sign",
        family="repair",
        profile="optional",
        summary="Write ৃ for the Sanskrit ৄ.",
        example="পিত" + VOCALIC_RR_KAR,
        counterexample="পিতৃ",
        reference="A letter of Sanskrit that ICANN Root Zone LGR-5 admits, so optional",
        find=by_pattern(VOCALIC_RR_KAR, RI_KAR),
        triggers=VOCALIC_RR_KAR,
    ),
    Rule(
        name="orphan_sign",
        family="repair",
        profile="optional",
        summary="Delete a sign at the start of a word, which stands on nothing.",
        example=I_KAR + "ত",
        counterexample="তি",
        reference="A guess where a letter may be missing, so optional",
        find=by_pattern(f"{_WORD_START}[{SIGNS}]++(?=[{CONSONANTS}{VOWEL_LETTERS}])", ""),
        pairs=(_SIGN_BEFORE_WORD,),
    ),
    Rule(
        name="doubled_consonant_after_reph",
        family="repair",
        profile="optional",
        summary="Write one consonant after reph, as the spelling reform has it.",
        example="র" + HASANTA + "ব" + HASANTA + "ব",
        counterexample="কর্ম, ভর্ত্সনা",
        reference="The spelling reform writes সূর্য for সূর্য্য; an older text keeps its spelling",
        find=by_pattern(rf"(?<=র{HASANTA})([{BASIC_CONSONANTS}]){HASANTA}\1", r"\1"),
    ),
    Rule(
        name="e_ya_phala",
        family="repair",
        profile="optional",
        summary="Write অ্যা for এ্যা.",
        example="এ" + HASANTA + YA + AA_KAR + "প",
        counterexample="অ্যাপ, এমন",
        reference="Both spellings are in use and well-formed (nisaba, grammar for Beng), so optional",
        find=by_pattern(f"এ{HASANTA}{YA}{AA_KAR}", "অ" + HASANTA + YA + AA_KAR),
        literals=("এ্যা",),
    ),
)
