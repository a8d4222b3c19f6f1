"""The kinds of damage to a word, one after the other: what each looks like, and what was meant.

They are made from the letters, so they are written as patterns here and not in a file; examples and counter-examples
stand with their rules and in the tables of the tests.
"""

import re
from collections.abc import Callable, Collection, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from banglanorm.normalization.rules.rule import EDGE
from banglanorm.normalization.rules.visual import VOWEL_MARKS
from banglanorm.script.aksharas import CONSONANT, ONSET
from banglanorm.script.canonical import TWO_PART_VOWELS
from banglanorm.script.letters import (
    AA_KAR,
    AI_KAR,
    ANUSVARA,
    ASSAMESE_RA,
    ASSAMESE_WA,
    AU_KAR,
    AU_LENGTH_MARK,
    AVAGRAHA,
    BASIC_CONSONANTS,
    CANDRABINDU,
    CONSONANTS,
    E_KAR,
    FINAL_SIGNS,
    HASANTA,
    I_KAR,
    II_KAR,
    KHANDA_TA,
    NUKTA,
    O_KAR,
    RA,
    RI_KAR,
    TA,
    U_KAR,
    UU_KAR,
    VOWEL_LETTERS,
    YA,
    ZWNJ,
)

Written = str | Callable[..., str]  # a template as in re.sub, or a function of the groups of a match
# Sets of characters compile in a third of the time in Latin-1, so the Bengali letters of patterns and words move there.
_INTO_LATIN = {code: code - 0x900 for code in range(0x980, 0xA00)}
_OUT_OF_LATIN = {moved: code for code, moved in _INTO_LATIN.items()}


class Reading(NamedTuple):
    """One kind of damage: the rule that mends it, what it looks like, and what was meant.

    A reading without a rule is a doubt: where it is the likeliest the word stays as it is.
    """

    rule: str
    damaged: str
    meant: Written
    cost: int = 0  # in levels of the word list: of what is dropped as a slip; below zero, what a doubt is ahead by
    needs: Collection[str] = ("",)  # without one of these a word has no such damage
    needs_two_signs: bool = False  # one beside the other

    def read(self, word: str) -> str:
        """Return what the word was meant to be, if this is its damage."""
        return substituted(self.damaged, self.meant, word)


def substituted(pattern: str, written: Written, word: str) -> str:
    r"""Return a word of Bengali letters and joiners with what matches ``pattern`` written otherwise.

    >>> substituted("([কখ])র", r"\1ল", "করখ"), substituted("(ক)(খ)", lambda first, second: second + first, "কখ")
    ('কলখ', 'খক')
    """
    moved = _moved(word)
    if isinstance(written, str):
        after = _compiled(pattern).sub(_moved(written), moved)
    else:
        after = _compiled(pattern).sub(lambda m: _moved(written(*(_back(group) for group in m.groups()))), moved)
    return word if after == moved else _back(after)


def has(pattern: str, word: str) -> bool:
    """Say whether a pattern is found in a word of Bengali letters and joiners."""
    return _compiled(pattern).search(_moved(word)) is not None


@lru_cache(maxsize=256)
def _moved(text: str) -> str:
    return text.translate(_INTO_LATIN)


def _back(text: str) -> str:
    return text.translate(_OUT_OF_LATIN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_moved(pattern))  # when a word first asks


PRE_BASE = I_KAR + E_KAR + AI_KAR  # signs that are drawn before their consonant, and typed so by converters
BARE = f"[{CONSONANTS}{NUKTA}]"
_SIGN = f"[{VOWEL_MARKS}]"
SAME_VALUE = {"আ": AA_KAR, "ই": I_KAR, "ঈ": II_KAR, "উ": U_KAR, "ঊ": UU_KAR, "ঋ": RI_KAR, "এ": E_KAR, "ও": O_KAR}
SAME_VALUE |= {"ঐ": AI_KAR, "ঔ": AU_KAR}
_LETTERS_OF_SIGNS = {sign: letter for letter, sign in SAME_VALUE.items()}


def sign_after_onset(sign: str, onset: str, half: str) -> str:
    """Return a sign drawn before its consonants behind them, with its right half where it has one."""
    joined = TWO_PART_VOWELS.get(sign + half) if half else sign
    return onset + joined if joined else sign + onset + half


def _letter_of_sign(before: str, sign: str) -> str:
    return before + _LETTERS_OF_SIGNS[sign]


DROPPED = 10  # the cost of a sign that is dropped
DOUBT = ""  # the rule of a reading that leaves the word
NO_TA = "কখচপফস"  # what follows ৎ inside words; other letters join ত
# Neighbours of which the second does not belong there: a sign, or a hasanta, that stands on no consonant.
MISPLACED = (VOWEL_LETTERS + AVAGRAHA + KHANDA_TA + VOWEL_MARKS + FINAL_SIGNS + HASANTA + EDGE, VOWEL_MARKS + HASANTA)
_BELOW = U_KAR + UU_KAR + RI_KAR  # signs that are easily taken for each other
_ENDING = f"{E_KAR}(?:{RA}[ইও]?|[ইও])?"
LOST_AFTER_ING = f"(?<={I_KAR}{ANUSVARA})(?={_ENDING}$)"  # মিটিং keeps its letters before an ending
ONSET_LETTERS = f"(?:{CONSONANT}{HASANTA})*+{CONSONANT}"
_NO_LOOK_ALIKES = str.maketrans("", "", "এও")
_SIGN_OF_ITS_LETTER = "|".join(f"(?<={letter}){sign}++" for letter, sign in SAME_VALUE.items())
IN_VISUAL_ORDER = f"([{PRE_BASE}])({ONSET})([{AA_KAR}{AU_LENGTH_MARK}]?)"

TWO_SIGNS = f"{_SIGN}{_SIGN}"

# In the order in which the rules run; of readings as likely the first is taken.
READINGS = (
    Reading("bijoy_u_sign_for_mma", f"ন{I_KAR}{U_KAR}", "নিম্ন", needs=[f"ন{I_KAR}{U_KAR}"]),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}({_SIGN})",
        rf"{RA}{HASANTA}\1\2",
        needs=[RA + HASANTA],
    ),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}(?!{_SIGN})",
        rf"{RA}{HASANTA}\1",
        needs=[RA + HASANTA],
    ),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}({_SIGN}?)",
        rf"{RA}{HASANTA}\1\2",
        needs=[RA + HASANTA],
    ),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA})({_SIGN}){RA}{HASANTA}(?!{_SIGN})",
        rf"{RA}{HASANTA}\1\2",
        needs=[RA + HASANTA],
    ),
    Reading("reph_after_letter", f"({ONSET_LETTERS})({_SIGN}){HASANTA}$", rf"{RA}{HASANTA}\1\2", needs=HASANTA),
    Reading("bijoy_half_forms", f"ঙ{HASANTA}(?={_SIGN}|$)", "ঙ্ক্ষ", needs=["ঙ" + HASANTA]),
    Reading("bijoy_half_forms", f"ঙ{HASANTA}(?={_SIGN}|$)", "ক্স", needs=["ঙ" + HASANTA]),
    Reading("bijoy_lost_kra", f"^(?={I_KAR}কেট)", "ক্র", needs=[f"{I_KAR}কেট"]),
    Reading(
        "bijoy_sna_for_la",
        f"(?<=[{BASIC_CONSONANTS}])(?<!^হ)({_SIGN}?)স{HASANTA}ন",
        rf"{HASANTA}ল\1",
        needs=[f"স{HASANTA}ন"],
    ),
    Reading("bijoy_mna_for_u", f"{RA}ম{HASANTA}ন", RA + U_KAR, needs=[f"{RA}ম{HASANTA}ন"]),
    Reading("bijoy_ra_for_ksha", ASSAMESE_RA, "ক্ষ", needs=ASSAMESE_RA),
    Reading("visual_order_vowel_sign", f"(?<!{BARE}){IN_VISUAL_ORDER}", sign_after_onset, needs=PRE_BASE),
    Reading("visual_order_vowel_sign", IN_VISUAL_ORDER, sign_after_onset, needs=PRE_BASE),
    Reading(
        "hasanta_after_vowel_sign", f"({CONSONANT})({_SIGN}){HASANTA}({CONSONANT})", rf"\1{HASANTA}\3\2", needs=HASANTA
    ),
    Reading(
        "hasanta_after_vowel_sign",
        f"({CONSONANT}){I_KAR}{HASANTA}$",
        rf"\1{HASANTA}{YA}{I_KAR}",
        needs=[I_KAR + HASANTA],
    ),
    Reading("stray_hasanta", f"(?<=[{VOWEL_MARKS}{FINAL_SIGNS}]){HASANTA}++|^{HASANTA}++(?!{YA})", "", needs=HASANTA),
    Reading("stray_hasanta", f"(?<={KHANDA_TA}){HASANTA}++|(?<={BARE}){HASANTA}++(?={_SIGN})", "", needs=HASANTA),
    Reading("stray_hasanta", f"(?<=[{VOWEL_LETTERS}]){HASANTA}++(?!{YA}{AA_KAR})", "", needs=HASANTA),
    Reading("stray_hasanta", f"(?<={U_KAR}){HASANTA}{YA}", "", needs=[U_KAR + HASANTA + YA]),
    Reading("khanda_ta_in_stems", f"{TA}{HASANTA}{ZWNJ}?(?=[{NO_TA}])", KHANDA_TA, needs=[TA + HASANTA]),
    Reading("vowel_sign_after_khanda_ta", f"{HASANTA}?{KHANDA_TA}({_SIGN})", rf"\1{KHANDA_TA}", needs=KHANDA_TA),
    Reading("vowel_sign_after_khanda_ta", f"{KHANDA_TA}(?={_SIGN})", TA, needs=KHANDA_TA),
    Reading("doubled_vowel_signs", f"({_SIGN})\\1++", r"\1", needs_two_signs=True),
    Reading("doubled_vowel_signs", f"({BARE})({BARE}++)([{PRE_BASE}])\\3", r"\1\3\2\3", needs_two_signs=True),
    Reading(
        "vowel_letter_and_same_sign",
        _SIGN_OF_ITS_LETTER,
        "",
        needs=[letter + sign for letter, sign in SAME_VALUE.items()],
    ),
    Reading(
        "repeated_phala",
        f"(?<!{RA})({HASANTA}[যরব])\\1++(?!{NUKTA})",
        r"\1",
        needs=[(HASANTA + letter) * 2 for letter in "যরব"],
    ),
    Reading("lone_au_length_mark", f"(?<={BARE}){AU_LENGTH_MARK}", AU_KAR, needs=AU_LENGTH_MARK),
    Reading("reversed_o_halves", AA_KAR + E_KAR, O_KAR, needs=[AA_KAR + E_KAR]),
    Reading(
        "misplaced_candrabindu",
        f"{CANDRABINDU}({HASANTA}{CONSONANT})({_SIGN}?)",
        rf"\1\2{CANDRABINDU}",
        needs=[CANDRABINDU + HASANTA],
    ),
    Reading("look_alike_letters", f"এ(?={_SIGN})", "ত্র", needs="এ"),
    Reading("look_alike_letters", f"ন{HASANTA}?এ(?={_SIGN})|ন{HASANTA}এ", "ন্ত্র", needs="এ"),
    Reading("look_alike_letters", "(?<!^)এ", "ত্র", needs="এ"),
    Reading("look_alike_letters", f"ও(?={_SIGN})|(?<=^উ)ও", "ত্ত", needs="ও"),
    Reading("look_alike_letters", f"ও(?={_SIGN})", "ক্ত", needs="ও"),
    Reading("look_alike_letters", f"ও(?={_SIGN})", "ও" + "য" + NUKTA, needs="ও"),
    Reading("look_alike_letters", f"ও(?={E_KAR})", RA, needs="ও"),
    Reading("look_alike_letters", f"ঈ(?={_SIGN})", "ঙ্গ", needs="ঈ"),
    Reading("look_alike_letters", f"ঋ(?={_SIGN})", "ঝ", needs="ঋ"),
    Reading("look_alike_letters", f"হ{U_KAR}(?={_SIGN})", "ন্ড", needs=["হ" + U_KAR]),
    Reading("look_alike_letters", E_KAR + II_KAR, AU_KAR, needs=[E_KAR + II_KAR]),
    Reading("anusvara_before_sign", f"{ANUSVARA}(?!{LOST_AFTER_ING})(?={_SIGN})", "ঙ", needs=ANUSVARA),
    Reading("anusvara_before_sign", f"{ANUSVARA}(?!{LOST_AFTER_ING})(?={_SIGN})", "ঙ্গ", needs=ANUSVARA),
    Reading(
        "lost_ya",
        f"(?<={I_KAR})(?=[{AA_KAR}{E_KAR}])|(?<=[ই{AA_KAR}])(?={E_KAR}{RA})",
        "য" + NUKTA,
        needs=[I_KAR + AA_KAR, I_KAR + E_KAR, "ই" + E_KAR, AA_KAR + E_KAR],
    ),
    Reading("lost_ya", f"(?<=ই)(?={AA_KAR}|{E_KAR}$)", "য" + NUKTA, cost=3, needs=["ই" + AA_KAR, "ই" + E_KAR]),
    Reading("lost_ya", LOST_AFTER_ING, "য" + NUKTA, needs=[ANUSVARA + E_KAR]),
    Reading("lost_ya", f"(?<={ANUSVARA})(?={_ENDING}$)", "য" + NUKTA, cost=2, needs=[ANUSVARA + E_KAR]),
    Reading("extra_vowel_sign", f"(?<={AA_KAR}){E_KAR}(?={RA}$)", "", needs=[AA_KAR + E_KAR]),
    Reading(
        "extra_vowel_sign",
        f"(?!{E_KAR}[{II_KAR}{O_KAR}])({_SIGN})(?!\\1){_SIGN}",
        r"\1",
        cost=DROPPED,
        needs_two_signs=True,
    ),
    Reading("extra_vowel_sign", f"([{_BELOW}])[{_BELOW}]", r"\1", cost=9, needs_two_signs=True),
    Reading(
        "extra_vowel_sign",
        f"(?!{E_KAR}{II_KAR})({_SIGN})(?!\\1|[{PRE_BASE}]{BARE})({_SIGN})",
        r"\2",
        cost=DROPPED,
        needs_two_signs=True,
    ),
    Reading("extra_vowel_sign", f"[{_BELOW}]([{_BELOW}])", r"\1", cost=9, needs_two_signs=True),
    Reading("extra_vowel_sign", f"(?<=[{VOWEL_LETTERS.translate(_NO_LOOK_ALIKES)}]){_SIGN}", "", cost=DROPPED),
    Reading("assamese_letters", f"[{ASSAMESE_RA}{ASSAMESE_WA}]", RA, needs=ASSAMESE_RA + ASSAMESE_WA),
    # What else may be meant, with no rule for it: a sign for its letter (আমিো: আমিও), a lost glide (সবচেে: সবচেয়ে), a
    # letter for the glide (পাএ: পায়ে), a lost ত (জমিে: জমিতে), a sign one letter too early (টাাক: টাকা), one typed for
    # nothing (বাংলােদেশ: বাংলাদেশ), ব that looks like ৰ.
    Reading(
        DOUBT,
        f"(?<!^ন)(?!{E_KAR}{O_KAR})({_SIGN})(?!\\1)([{I_KAR}{U_KAR}{O_KAR}])",
        _letter_of_sign,
        cost=-12,
        needs_two_signs=True,
    ),
    Reading(DOUBT, f"(?<={_SIGN})(?=[{AA_KAR}{E_KAR}])", "য" + NUKTA, cost=-2, needs_two_signs=True),
    Reading(DOUBT, f"(?<={AA_KAR})এ$", "য" + NUKTA + E_KAR, cost=-2, needs=[AA_KAR + "এ"]),
    Reading(DOUBT, f"(?<={I_KAR})(?={E_KAR}$)", TA, cost=-3, needs=[I_KAR + E_KAR]),
    Reading(
        DOUBT,
        f"({_SIGN})((?![{PRE_BASE}]){_SIGN})({BARE}++)(?!{_SIGN}|{HASANTA})",
        r"\1\3\2",
        cost=-2,
        needs_two_signs=True,
    ),
    Reading(DOUBT, f"(?<={AA_KAR}){E_KAR}(?={ONSET}{E_KAR})", "", cost=-3, needs=[AA_KAR + E_KAR]),
    Reading(DOUBT, f"[{ASSAMESE_RA}{ASSAMESE_WA}]", "ব", cost=-4, needs=ASSAMESE_RA + ASSAMESE_WA),
)
MENDERS = frozenset(reading.rule for reading in READINGS if reading.rule)
_NUMBERS_BY_NEED = {
    need: [number for number, reading in enumerate(READINGS) if need in [*reading.needs]]
    for need in dict.fromkeys(need for reading in READINGS for need in reading.needs)
}


def possible_readings(word: str, first: int = 0) -> Sequence[Reading]:
    """Return the readings, from the ``first`` on, whose damage a word may have, in order.

    >>> [reading.rule for reading in possible_readings("তাৰ")]
    ['bijoy_ra_for_ksha', 'extra_vowel_sign', 'assamese_letters', '']
    """
    found = {number for need, numbers in _NUMBERS_BY_NEED.items() if need in word for number in numbers}
    readings = [READINGS[number] for number in sorted(found) if number >= first]
    if has(TWO_SIGNS, word):
        return readings
    return [reading for reading in readings if not reading.needs_two_signs]
