"""What converters from the encoding Bijoy left in published text: repairs of the profile ``repair``.

Glyphs that mean two things were read as the wrong one (ত্ম for ্ত, স্ন for ্ল, ম্ন for ু), signs and reph stayed where they
are drawn, and a few glyphs were not converted at all.
"""

import re

from banglanorm.edits import Change
from banglanorm.normalization.rules.damages import MISPLACED, ONSET_LETTERS
from banglanorm.normalization.rules.readings import by_word, damaged_parts, word_after, word_before
from banglanorm.normalization.rules.rule import EDGE, Rule, by_pattern
from banglanorm.normalization.rules.visual import VOWEL_MARKS
from banglanorm.normalization.word_forms import UNKNOWN, level
from banglanorm.script.letters import (
    AA_KAR,
    ASSAMESE_RA,
    CONSONANTS,
    E_KAR,
    HASANTA,
    I_KAR,
    II_KAR,
    NUKTA,
    RA,
    RI_KAR,
    TA,
    U_KAR,
    UU_KAR,
    WORD_CHARACTERS,
    YA,
)

_LOW_QUOTE = "\N{SINGLE LOW-9 QUOTATION MARK}"
_LOW = re.compile(f"(?<=[{CONSONANTS}{NUKTA}]){_LOW_QUOTE}(?=[{WORD_CHARACTERS}])")


def _low_quotes(text: str) -> list[Change]:
    """Change a low quotation mark inside a word; between two known words it is a comma."""
    changes = []
    for m in _LOW.finditer(text):
        before, after = word_before(text, m.start()), word_after(text, m.end())
        if level(before + UU_KAR + after) > UNKNOWN or UNKNOWN in (level(before), level(after)):
            changes.append((m.start(), m.end(), UU_KAR))
    return changes


RULES = (
    Rule(
        name="bijoy_macron_for_s",
        family="repair",
        profile="repair",
        summary="Write স for a macron before a hasanta.",
        example="¯" + HASANTA + "থান",
        counterexample="x¯, স্থান",
        reference="Left over from the encoding Bijoy, seen in comments: ¯্থান",
        find=by_pattern(f"¯(?={HASANTA}[{CONSONANTS}])", "স", needs="¯"),
        triggers="¯",
    ),
    Rule(
        name="bijoy_low_quote_for_uu",
        family="repair",
        profile="repair",
        summary="Write ূ for a low quotation mark between Bengali letters, left over from Bijoy.",
        example="ভ\N{SINGLE LOW-9 QUOTATION MARK}মিকা",
        counterexample=_LOW_QUOTE + "ভূমিকা’, বাংলা" + _LOW_QUOTE + "ইংরেজি",
        reference="Left over from the encoding Bijoy, seen in news: ভ‚মিকা",
        find=_low_quotes,
        triggers=_LOW_QUOTE,
    ),
    Rule(
        name="bijoy_numerator_for_ya_phala",
        family="repair",
        profile="repair",
        summary="Write ya-phala for the numerator sign ৵ inside a word, left over from Bijoy.",
        example="স্বাচ্ছন্দ" + E_KAR + "৵র",
        counterexample="৵৹",
        reference="Left over from the encoding Bijoy, seen in news: স্বাচ্ছন্দে৵র",
        find=by_pattern(f"(?<=[{CONSONANTS}{NUKTA}])([{VOWEL_MARKS}]?+)৵", rf"{HASANTA}{YA}\1", needs="৵"),
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
        find=by_word("bijoy_u_sign_for_mma", f"^ন{I_KAR}{U_KAR}", "নিম্ন"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="reph_after_letter",
        family="repair",
        profile="repair",
        summary="Put a reph before the letter it is drawn on.",
        example="কতর" + HASANTA + RI_KAR + "ক",
        counterexample="কর্তৃক, করে",
        reference="Left over from the encoding Bijoy, seen in law: কতর্ৃক",
        find=by_word(
            "reph_after_letter",
            f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}([{RI_KAR}{UU_KAR}])",
            rf"{RA}{HASANTA}\1\2",
        ),
        literals=damaged_parts("reph_after_letter"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="bijoy_half_forms",
        family="repair",
        profile="repair",
        summary="Write ঙ্ক্ষ or ক্স for ঙ্ whose other half is lost, where the word list has that word.",
        example="শুভাকাঙ" + HASANTA + II_KAR,
        counterexample="শুভাকাঙ্ক্ষী",
        reference="Left over from the encoding Bijoy, seen in blogs: শুভাকাঙ্ী, টেঙ্াস",
        find=by_word("bijoy_half_forms"),
        literals=("ঙ" + HASANTA + EDGE,),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="bijoy_lost_kra",
        family="repair",
        profile="repair",
        summary="Write ক্রিকেট for a word that lost its ক্র.",
        example=I_KAR + "কেটের",
        counterexample="ক্রিকেটের, টিকেট",
        reference="Left over from the encoding Bijoy, seen in news: িকেটের",
        find=by_word("bijoy_lost_kra"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="bijoy_sna_for_la",
        family="repair",
        profile="repair",
        summary="Write ল joined to the letter before for স্ন, where the word list has that word.",
        example="উলেস" + HASANTA + "নখ",
        counterexample="গঙ্গাস্নান, স্নেহ",
        reference="Left over from the encoding Bijoy, seen in law: উলেস্নখ",
        find=by_word(
            "bijoy_sna_for_la", f"(?<=[কগপফ])স{HASANTA}ন(?!{AA_KAR}[নতয]|{E_KAR}হ|{I_KAR}[গয])", HASANTA + "ল"
        ),
        literals=("স" + HASANTA + "ন",),
    ),
    Rule(
        name="bijoy_mna_for_u",
        family="repair",
        profile="repair",
        summary="Write রু for রম্ন.",
        example="পুরম" + HASANTA + "নষ",
        counterexample="নিম্ন, পুরুষ",
        reference="Left over from the encoding Bijoy, seen in law: পুরম্নষ",
        find=by_word("bijoy_mna_for_u", f"{RA}ম{HASANTA}ন(?![{VOWEL_MARKS}])", RA + U_KAR),
        literals=(RA + "ম" + HASANTA + "ন",),
    ),
    Rule(
        name="bijoy_tma_for_ta",
        family="repair",
        profile="repair",
        summary="Write ন্ত and স্ত for ন্ত্ম and স্ত্ম.",
        example="সংক্রান" + HASANTA + "ত" + HASANTA + "ম",
        counterexample="আত্মা, অন্ত",
        reference="Left over from the encoding Bijoy, seen in law: সংক্রান্ত্ম",
        find=by_pattern(f"(?<=[নস]{HASANTA}{TA}){HASANTA}ম", ""),
        literals=(HASANTA + TA + HASANTA + "ম",),
    ),
    Rule(
        name="bijoy_ra_for_ksha",
        family="repair",
        profile="repair",
        summary="Write ক্ষ for ৰ in a Bengali word of the word list.",
        example=ASSAMESE_RA + "মতা",
        counterexample="ৰাম",
        reference="Left over from the encoding Bijoy, seen in law: ৰমতা",
        find=by_word("bijoy_ra_for_ksha"),
        triggers=ASSAMESE_RA,
    ),
)
