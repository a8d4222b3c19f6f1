"""One spelling for what looks the same, or is malformed and has one possible repair.

The rules run in this order on characters without a space between them, after the canonical rules. Each works on whole
runs of marks, so that one pass is enough: unseen characters go first, then the marks find their order, doubled ones go,
halves join, and last a letter takes the sign that belongs to it.
"""

import re

from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.script.letters import (
    AA_KAR,
    AU_KAR,
    AU_LENGTH_MARK,
    BENGALI_SYMBOLS,
    CANDRABINDU,
    CONSONANTS,
    E_KAR,
    FINAL_SIGNS,
    HASANTA,
    JOINERS,
    KHANDA_TA,
    NUKTA,
    O_KAR,
    RA,
    RI_KAR,
    TA,
    U_KAR,
    UU_KAR,
    VOCALIC_L_KAR,
    VOCALIC_LL_KAR,
    VOCALIC_RR_KAR,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    WORD_CHARACTERS,
    YA,
    YYA,
    ZWJ,
    ZWNJ,
)

ZWSP = "\N{ZERO WIDTH SPACE}"
INVISIBLE = "\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}"
UNSEEN = INVISIBLE + ZWSP + JOINERS

VOWEL_MARKS = VOWEL_SIGNS + AU_LENGTH_MARK
NONSPACING_SIGNS = (
    CANDRABINDU + NUKTA + HASANTA + U_KAR + UU_KAR + RI_KAR + VOCALIC_RR_KAR + VOCALIC_L_KAR + VOCALIC_LL_KAR
)
TAKES_NUKTA = "ডঢযকখগজফ"  # ড় ঢ় য়, and the loan letters for q, x, gh, z and f
WHOLE_LETTERS = {"অ" + AA_KAR: "আ", "ঋ" + RI_KAR: "ৠ", "ঌ" + VOCALIC_L_KAR: "ৡ"}
REVERSED_VOWELS = {AA_KAR + E_KAR: O_KAR, AU_LENGTH_MARK + E_KAR: AU_KAR}


def _neighbours(m: re.Match[str]) -> tuple[str, str]:
    return m.string[m.start() - 1 : m.start()], m.string[m.end() : m.end() + 1]


def _is_bengali(char: str) -> bool:
    return char != "" and char in WORD_CHARACTERS


def _is_in_word(char: str) -> bool:
    return _is_bengali(char) or (char.isalnum() and char not in BENGALI_SYMBOLS)


def _without_invisible(m: re.Match[str]) -> str:
    if not any(map(_is_bengali, _neighbours(m))):
        return m[0]
    return "".join(char for char in m[0] if char not in INVISIBLE)


def _without_zero_width_space(m: re.Match[str]) -> str:
    """Delete it inside a Bengali word and beside punctuation; between two words it is their space.

    After a hasanta it keeps the next consonant from joining, as the explicit hasanta does.
    """
    before, after = _neighbours(m)
    inside = _is_bengali(before), _is_bengali(after)
    if ZWSP not in m[0] or not any(inside):
        return m[0]
    if not all(inside) and _is_in_word(before) and _is_in_word(after):
        return " "
    if before == HASANTA and after in CONSONANTS:
        return ZWNJ
    return m[0].replace(ZWSP, "")


def _without_idle_joiners(m: re.Match[str]) -> str:
    before, after = _neighbours(m)
    if not _is_bengali(before) and not _is_bengali(after):
        return m[0]  # an emoji sequence, or another script's joiner
    if before == RA and re.match(f"{HASANTA}[{YA}{YYA}]", m.string[m.end() : m.end() + 2]):
        return m[0]  # ya-phala after a full ra
    if before == HASANTA and m[0][0] == ZWNJ and after and after in CONSONANTS + VOWEL_LETTERS + KHANDA_TA:
        return ZWNJ  # explicit hasanta
    return ""


def _nukta_first(m: re.Match[str]) -> str:
    return NUKTA + m[0].replace(NUKTA, "") if NUKTA in m[0].lstrip(NUKTA) else m[0]


def _vowel_signs_first(m: re.Match[str]) -> str:
    return "".join(sorted(m[0], key=lambda char: char in FINAL_SIGNS))


def _candrabindu_first(m: re.Match[str]) -> str:
    return "".join(sorted(m[0], key=lambda char: char != CANDRABINDU))


UNSEEN_RULES = (
    Rule(
        name="invisible_characters",
        family="visual",
        profile="visual",
        summary="Delete soft hyphens, word joiners and byte order marks beside Bengali letters.",
        example="বাং\N{SOFT HYPHEN}লা",
        counterexample="hy\N{SOFT HYPHEN}phen বাংলা",
        reference="Unicode 15.0 §23.2",
        find=by_pattern(f"[{UNSEEN}]++", _without_invisible),
    ),
    Rule(
        name="zero_width_spaces",
        family="visual",
        profile="visual",
        summary="Delete a zero width space in a Bengali word, or write the space or explicit hasanta it stands for.",
        example="বাং" + ZWSP + "লা",
        counterexample="zero" + ZWSP + "width বাংলা",
        reference="nisaba deletes it, the Indic NLP Library makes it a space; here the letters beside it decide",
        find=by_pattern(f"[{UNSEEN}]++", _without_zero_width_space),
    ),
    Rule(
        name="khanda_ta_joiner",
        family="visual",
        profile="visual",
        summary="Write ত, hasanta, joiner as ৎ: the spelling before Unicode 4.1.",
        example="উত" + HASANTA + ZWJ + "সব",
        counterexample="উত" + HASANTA + ZWNJ + "সব",
        reference="Unicode 4.1 added U+09CE; nisaba, visual_rewrite for Beng",
        find=by_pattern(f"{TA}{HASANTA}{ZWJ}[{JOINERS}]*+", KHANDA_TA),
    ),
    Rule(
        name="ra_ya_phala_joiner",
        family="visual",
        profile="visual",
        summary="Write a full র with ya-phala with ZWJ, the one spelling of the word for RAB.",
        example=RA + ZWNJ + HASANTA + YA + AA_KAR + "ব",
        counterexample="সূর" + HASANTA + YA,
        reference="Unicode 15.0 §12.2; nisaba, visual_rewrite for Beng",
        find=by_pattern(f"(?<={RA})[{JOINERS}]++{HASANTA}[{JOINERS}]*+(?=[{YA}{YYA}])", ZWJ + HASANTA),
    ),
    Rule(
        name="joiner_before_khanda_ta",
        family="visual",
        profile="visual",
        summary="Delete a joiner between hasanta and ৎ, where nothing could join.",
        example="ভর" + HASANTA + ZWNJ + "ৎসনা",
        counterexample="ভর্ৎসনা",
        reference="nisaba, visual_rewrite for Beng",
        find=by_pattern(f"(?<={HASANTA})[{JOINERS}]++(?={KHANDA_TA})", ""),
    ),
    Rule(
        name="idle_joiners",
        family="visual",
        profile="visual",
        summary="Delete joiners that change nothing; keep the explicit hasanta and the ya-phala after a full র.",
        example="সরকার" + ZWJ,
        counterexample="উদ" + HASANTA + ZWNJ + "যাপন",
        reference="Unicode 15.0 §12.2; seven fonts draw both spellings alike",
        find=by_pattern(f"[{JOINERS}]++", _without_idle_joiners),
    ),
)

MARK_ORDER_RULES = (
    Rule(
        name="nukta_before_vowel_sign",
        family="visual",
        profile="visual",
        summary="Put the nukta right after its consonant.",
        example="রয" + E_KAR + NUKTA + "ছে",
        counterexample="গিদর" + AA_KAR + NUKTA,
        reference="Richard Ishida, notes on Bengali; Santali keeps a nukta after the sign where the letter takes none",
        find=by_pattern(f"(?<=[{TAKES_NUKTA}])[{NUKTA}{VOWEL_MARKS}{FINAL_SIGNS}]{{2,}}+", _nukta_first),
    ),
    Rule(
        name="vowel_sign_before_final_signs",
        family="visual",
        profile="visual",
        summary="Put the vowel sign before candrabindu, anusvara and visarga.",
        example="ত" + CANDRABINDU + AA_KAR + "র",
        counterexample="তাঁর",
        reference="Unicode 15.0 §12.2; other orders show a dotted circle",
        find=by_pattern(f"[{VOWEL_MARKS}{FINAL_SIGNS}]{{2,}}+", _vowel_signs_first),
    ),
    Rule(
        name="candrabindu_first",
        family="visual",
        profile="visual",
        summary="Put candrabindu before anusvara and visarga.",
        example="হ" + "\N{BENGALI SIGN ANUSVARA}" + CANDRABINDU + "স",
        counterexample="হঁস",
        reference="ICANN Root Zone LGR-5 Bengali, rules 4 to 6",
        find=by_pattern(f"[{FINAL_SIGNS}]{{2,}}+", _candrabindu_first),
    ),
    Rule(
        name="doubled_signs",
        family="visual",
        profile="visual",
        summary="Write a sign once that was typed twice onto the same place.",
        example="য" + U_KAR + U_KAR + "দ্ধ",
        counterexample="যা" + AA_KAR + "হ",
        reference="nisaba, visual_norm",
        find=by_pattern(rf"([{NONSPACING_SIGNS}])\1++", r"\1"),
    ),
)

LETTER_RULES = (
    Rule(
        name="reversed_vowel_halves",
        family="visual",
        profile="visual",
        summary="Join the halves of ো and ৌ that were typed in the wrong order.",
        example="গ" + AA_KAR + E_KAR + "পন",
        counterexample="গোপন",
        reference="nisaba, visual_rewrite for Beng",
        find=by_pattern(f"[{AA_KAR}{AU_LENGTH_MARK}]{E_KAR}", lambda m: REVERSED_VOWELS[m[0]]),
    ),
    Rule(
        name="ba_nukta_for_ra",
        family="visual",
        profile="visual",
        summary="Write র for ব with nukta.",
        example="আমাব" + NUKTA,
        counterexample="আমার",
        reference="Richard Ishida, notes on Bengali: not to be used",
        find=by_pattern(f"ব{NUKTA}", RA),
    ),
    Rule(
        name="vowel_letter_with_sign",
        family="visual",
        profile="visual",
        summary="Write আ, ৠ, ৡ as one letter, not as a letter with a vowel sign.",
        example="অ" + AA_KAR + "মার",
        counterexample="অ্যাপ",
        reference="Unicode 12.0 table 12-11",
        find=by_pattern(f"অ{AA_KAR}|ঋ{RI_KAR}|ঌ{VOCALIC_L_KAR}", lambda m: WHOLE_LETTERS[m[0]]),
    ),
)

RULES = UNSEEN_RULES + MARK_ORDER_RULES + LETTER_RULES
