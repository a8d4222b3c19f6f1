"""Likely errors of typing and conversion: these rules may change a spelling, so none is on by default.

``profile="repair"`` has the likely ones on; the ``optional`` ones change what a writer may have meant and must be named
in ``enable=``. Nasals are folded in ``matching_key`` only. Where a word can be read in more than one way, the word list
decides (``readings``). Lines of other languages of the script are left alone (``is_other_language``).
"""

import re

from banglanorm.edits import Change
from banglanorm.normalization.rules import khanda_ta
from banglanorm.normalization.rules.damages import LOST_AFTER_ING, MISPLACED, PRE_BASE, SAME_VALUE
from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.normalization.rules.readings import by_word, damaged_parts, is_likely, word_after, word_before
from banglanorm.normalization.rules.rule import EDGE, Rule, by_pattern
from banglanorm.normalization.rules.visual import TAKES_NUKTA, VOWEL_MARKS
from banglanorm.normalization.word_forms import UNKNOWN, level
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
    AI_KAR,
    ANUSVARA,
    ASSAMESE_RA,
    ASSAMESE_WA,
    AU_KAR,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    CANDRABINDU,
    CONSONANTS,
    E_KAR,
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
    U_KAR,
    VISARGA,
    VOCALIC_RR_KAR,
    VOWEL_LETTERS,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)

_WORD_START = f"(?<![{WORD_CHARACTERS}{JOINERS}])"
_WORD_END = f"(?![{WORD_CHARACTERS}{JOINERS}])"
# A sign that is drawn before the consonant after it may be that one's.
_ANUSVARA_AND_SIGN = f"{ANUSVARA}(?![{PRE_BASE}][{CONSONANTS}]|{LOST_AFTER_ING})([{VOWEL_MARKS}])"

# --- finders --------------------------------------------------------------------------------------------------------


_MOST_APART = 4  # hasantas in a word
_APART = re.compile(f"(?<=[{WORD_CHARACTERS}]) {HASANTA} ?(?=[{LETTERS}])")


def _hasanta_apart(line: str) -> list[Change]:
    """Join what a hasanta between spaces holds together, where that is a known word."""
    if f" {HASANTA}" not in line or is_other_language(line):
        return []
    changes: list[Change] = []
    chain: list[re.Match[str]] = []
    for m in _APART.finditer(line):
        if chain and _end_of_word(line, chain[-1]) != m.start():
            changes += _joined(line, chain)
            chain = []
        chain.append(m)
    return changes + _joined(line, chain)


def _end_of_word(line: str, m: re.Match[str]) -> int:
    return m.end() + len(word_after(line, m.end()))


def _joined(line: str, chain: list[re.Match[str]]) -> list[Change]:
    """Return the changes that join as many of a chain of hasantas as make a word, each with the part behind it."""
    changes: list[Change] = []
    at = 0
    while at < len(chain):
        end = min(at + _MOST_APART, len(chain))
        while end > at and not is_likely(nfc(_word_apart(line, chain[at:end]))):
            end -= 1
        changes += [(*m.span(), HASANTA) for m in chain[at:end]]
        at = max(end, at + 1)
    return changes


def _word_apart(line: str, chain: list[re.Match[str]]) -> str:
    return HASANTA.join([word_before(line, chain[0].start()), *(word_after(line, m.end()) for m in chain)])


def _a_ya_phala(m: re.Match[str]) -> str:
    """Write অ্যা for আ with ya-phala; অ্য and এ্য lose the joiner in them."""
    if m[1] == "আ":
        return "অ" + HASANTA + YA + AA_KAR
    return m[0].replace(ZWNJ, "").replace(ZWJ, "")


def _nasal_and_sign(m: re.Match[str]) -> str:
    """Write ঙ্গ where that begins a known word (জঙ্গীবাদ), else ঙ."""
    with_ga = f"ঙ{HASANTA}গ{m[1]}"
    return with_ga if level(m.string[: m.start()] + with_ga) > UNKNOWN else f"ঙ{m[1]}"


RULES = (
    Rule(
        name="visual_order_vowel_sign",
        family="repair",
        profile="repair",
        summary="Move vowel signs typed before their consonants, as they are drawn, behind them.",
        example="বাংল" + AA_KAR + E_KAR + "দশ",
        counterexample="কেমন, সম্পর্ক " + E_KAR + "র",
        reference="Order of typewriters, PDF files and converters: বাংলােদশ; the word list decides",
        find=by_word("visual_order_vowel_sign"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="hasanta_after_vowel_sign",
        family="repair",
        profile="repair",
        summary="Put a hasanta typed after a vowel sign before it, between the consonants it joins.",
        example="উল" + I_KAR + HASANTA + "লখিত",
        counterexample="উল্লিখিত",
        reference="Damage of conversion, seen in news: উলি্লখিত",
        find=by_word("hasanta_after_vowel_sign"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="stray_hasanta",
        family="repair",
        profile="repair",
        summary="Delete a hasanta after a vowel sign, a vowel letter or a final sign, where it silences nothing.",
        example="চ" + U_KAR + HASANTA + "ক্তি",
        counterexample="অ্যাপ, ইয়াহ্ইয়া",
        reference="A hasanta follows a consonant (nisaba, grammar for Beng); keeps অ্যা and এ্যা",
        find=by_word("stray_hasanta", f"(?<=[{VOWEL_MARKS}{ANUSVARA}{VISARGA}{KHANDA_TA}]){HASANTA}++$"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="a_ya_phala",
        family="repair",
        profile="repair",
        summary="Write অ্যা for আ with ya-phala.",
        example="আ" + HASANTA + "যসিডিটি",
        counterexample="অ্যাসিডিটি",
        reference="A slip of the keyboard, seen in news: আ্যসিডিটি",
        find=by_pattern(
            f"([আঅএ]){HASANTA}[{JOINERS}]?{YA}{AA_KAR}?+", _a_ya_phala, needs=[letter + HASANTA for letter in "আঅএ"]
        ),
        triggers=JOINERS,
        pairs=(MISPLACED,),
    ),
    *khanda_ta.RULES,
    Rule(
        name="doubled_vowel_signs",
        family="repair",
        profile="repair",
        summary="Write a spacing vowel sign once, and ো without a further া.",
        example="সোস্যা" + AA_KAR + "ল",
        counterexample="সোস্যাল",
        reference="An akshara has one vowel sign; seen in news: সোস্যাাল",
        find=by_word(
            "doubled_vowel_signs",
            f"([{AA_KAR}{I_KAR}{II_KAR}{E_KAR}{AI_KAR}{O_KAR}{AU_KAR}])\\1++|({O_KAR}){AA_KAR}++|({AU_KAR}){AU_LENGTH_MARK}++",
            r"\1\2\3",
        ),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="vowel_letter_and_same_sign",
        family="repair",
        profile="repair",
        summary="Write a vowel letter without the sign of the same vowel.",
        example="উ" + U_KAR + "লু",
        counterexample="উলু, এই",
        reference="A vowel letter takes no sign of its own vowel; seen in news: উুলু",
        find=by_word(
            "vowel_letter_and_same_sign",
            "|".join(f"(?<=^{letter}){sign}++" for letter, sign in SAME_VALUE.items()),
        ),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="repeated_phala",
        family="repair",
        profile="repair",
        summary="Write a phala once that was typed twice; ব only where the word list has that word, or three times.",
        example="গ" + HASANTA + RA + HASANTA + RA + AA_KAR + "ম",
        counterexample="উজ্জ্বল, অন্ন, পর্য্যন্ত, ধর্ম্ম",
        reference="Damage of conversion: গ্র্রাম; doubling after reph is an older spelling",
        find=by_word(
            "repeated_phala",
            f"(?<!{RA})(?:({HASANTA}[যর])\\1++|({HASANTA}ব)\\2{{2,}}+)(?!{NUKTA})",
            r"\1\2",
        ),
        literals=((HASANTA + RA) * 2, (HASANTA + YA) * 2, (HASANTA + "ব") * 2),
    ),
    Rule(
        name="assamese_ra_in_conjuncts",
        family="repair",
        profile="repair",
        summary="Write the Bengali র for the Assamese ৰ inside a conjunct, where both look the same.",
        example="করিমের ঝক" + HASANTA + ASSAMESE_RA,
        counterexample="ৰাম",
        reference="nisaba, visual_rewrite for Bengali",
        find=by_pattern(
            f"(?<=[{CONSONANTS}{NUKTA}]{HASANTA}){ASSAMESE_RA}|{ASSAMESE_RA}(?={HASANTA}[{CONSONANTS}])",
            RA,
            needs=ASSAMESE_RA,
        ),
        triggers=ASSAMESE_RA,
    ),
    Rule(
        name="lone_au_length_mark",
        family="repair",
        profile="repair",
        summary="Write ৌ for its right half alone, where the word list has that word.",
        example="চ" + AU_LENGTH_MARK + "ধুরী",
        counterexample="চৌধুরী",
        reference="Half of a sign, seen in news: চৗধুরী; Santali and Kokborok use the mark by itself",
        find=by_word("lone_au_length_mark"),
        triggers=AU_LENGTH_MARK,
    ),
    Rule(
        name="reversed_o_halves",
        family="repair",
        profile="repair",
        summary="Join া and ে before a consonant to ো where the word list has that word.",
        example="গ" + AA_KAR + E_KAR + "পন",
        counterexample="আমাদের, গোপন",
        reference="Two halves typed in the wrong order; elsewhere ে belongs to the next consonant",
        find=by_word("reversed_o_halves"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="misplaced_candrabindu",
        family="repair",
        profile="repair",
        summary="Put a candrabindu typed inside a syllable at its end.",
        example="হ" + CANDRABINDU + HASANTA + YA + AA_KAR,
        counterexample="হ্যাঁ, অ্যাঁ",
        reference="Candrabindu ends a syllable (nisaba, grammar for Beng); seen in comments: হঁ্যা",
        find=by_word("misplaced_candrabindu", f"{CANDRABINDU}({HASANTA}{YA}{AA_KAR})", rf"\1{CANDRABINDU}"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="look_alike_letters",
        family="repair",
        profile="repair",
        summary="Write ত্র, ত্ত, ঙ্গ, ঝ, ৌ for এ, ও, ঈ, ঋ, ে and ী that look like them in a damaged word.",
        example="ন" + E_KAR + "এ" + II_KAR,
        counterexample="নেত্রী, এই, কুওমিনতাং",
        reference="Typed for conjuncts hard to find on a keyboard, seen in comments: নেএী, কুওা",
        find=by_word("look_alike_letters", f"{E_KAR}{II_KAR}(?!$)|(?<=^[{CONSONANTS}]){E_KAR}{II_KAR}", AU_KAR),
        literals=damaged_parts("look_alike_letters"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="anusvara_before_sign",
        family="repair",
        profile="repair",
        summary=f"Write ঙ or ঙ্গ for {ANUSVARA} before a vowel sign.",
        example="বা" + ANUSVARA + AA_KAR + "লি",
        counterexample="বাঙালি, বাংলা",
        reference=f"{ANUSVARA} takes no vowel sign (nisaba, grammar for Beng); the word list decides, else ঙ",
        find=by_word("anusvara_before_sign", _ANUSVARA_AND_SIGN, _nasal_and_sign),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="lost_ya",
        family="repair",
        profile="repair",
        summary="Write the য় between two vowels that is lost, where the word list has that word, and after -িং.",
        example="রাশ" + I_KAR + AA_KAR + "র",
        counterexample="রাশিয়ার, ভাইদের",
        reference="The glide is hardly heard, seen in comments: রাশিার, ভাইের",
        find=by_word("lost_ya", LOST_AFTER_ING, "য" + NUKTA),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="extra_vowel_sign",
        family="repair",
        profile="repair",
        summary="Drop one of two signs on one letter, or a sign on a vowel letter, where the word list has that word.",
        example="কিন্ত" + RI_KAR + U_KAR,
        counterexample="কিন্তু, যাহ",
        reference="An akshara has one vowel sign; seen in comments: এগেুলো",
        find=by_word("extra_vowel_sign"),
        pairs=(MISPLACED,),
    ),
    Rule(
        name="initial_ra_ya_phala",
        family="repair",
        profile="repair",
        summary="Write a full র with ya-phala at the start of a word, where no reph can stand.",
        example="র" + HASANTA + YA + AA_KAR + "ব",
        counterexample="কার্যালয়, সূর্য",
        reference="A reph follows a syllable; seen in news: র্যাব without its joiner",
        find=by_pattern(
            f"{_WORD_START}{RA}{HASANTA}(?:{YA}{HASANTA})?(?={YA}[{VOWEL_MARKS}])",
            RA + ZWJ + HASANTA,
            needs=[RA + HASANTA + YA],
        ),
        literals=(EDGE + RA + HASANTA + YA,),
    ),
    Rule(
        name="assamese_letters",
        family="repair",
        profile="repair",
        summary="Write র for ৰ and ৱ in a Bengali word of the word list.",
        example="সুন্দ" + ASSAMESE_WA,
        counterexample="ৰাম, হোৱা, সেৱা",
        reference="Keys beside each other, or a font of Assam; seen in comments: তাৰ",
        find=by_word("assamese_letters"),
        triggers=ASSAMESE_RA + ASSAMESE_WA,
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
        literals=("ন" + HASANTA + "হ", "স" + HASANTA + "হ"),
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
        pairs=((EDGE, SIGNS),),
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
        literals=("এ" + HASANTA + YA + AA_KAR,),
    ),
)

# Run over the whole line, once its words are repaired.
LINE_RULES = (
    Rule(
        name="hasanta_apart",
        family="repair",
        profile="repair",
        summary="Join the parts of a word around a hasanta that stands apart, where the word list has that word.",
        example="আল " + HASANTA + " লাহ",
        counterexample="ঢাকা " + HASANTA + " শহর",
        reference="Left over from extraction out of PDF files",
        find=_hasanta_apart,
        pairs=(MISPLACED,),
    ),
)
