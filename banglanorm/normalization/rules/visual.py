"""One spelling for what looks the same, or is malformed and has one possible repair.

The rules run in this order on characters without a space between them, after the canonical rules. Each works on whole
runs of marks, so that one pass is enough: unseen characters go first, then the marks find their order, doubled ones go,
halves join, and last a letter takes the sign that belongs to it.
"""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, punctuation, whitespace

from banglanorm.edits import Change
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.script.addresses import find_addresses
from banglanorm.script.characters import is_decimal, is_letter_or_number
from banglanorm.script.letters import (
    AA_KAR,
    ASCII_DIGITS,
    AU_KAR,
    AU_LENGTH_MARK,
    BENGALI_DIGITS,
    BENGALI_SYMBOLS,
    CANDRABINDU,
    CONSONANTS,
    DANDA,
    DOUBLE_DANDA,
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
from banglanorm.tables import read_table

ZWSP = "\N{ZERO WIDTH SPACE}"
INVISIBLE = "\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}"
UNSEEN = INVISIBLE + ZWSP + JOINERS
BIDI_CONTROLS = (
    "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
    "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}"
)
# Scripts written from right to left: Hebrew to Arabic, but for the Arabic control, their presentation forms, and those
# of the supplementary plane.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# Full-width, small and vertical forms of marks -> the plain marks.
MARK_FORMS = dict(zip("！＃％＆（）＊＋，－．／：；＝？［］", "!#%&()*+,-./:;=?[]", strict=True))
MARK_FORMS |= dict(zip("﹐﹒﹔﹕﹖﹗﹙﹚﹣︐︓︔︕︖", ",.;:?!()-,:;!?", strict=True))

# Where no letter is: digits, punctuation, spaces. An unseen character does nothing beside them.
NO_LETTER = BENGALI_DIGITS + ASCII_DIGITS + BENGALI_SYMBOLS + DANDA + DOUBLE_DANDA + punctuation + whitespace
NO_LETTER += "–—…°₹×÷" + MARKS + "".join(MARK_FORMS)

VOWEL_MARKS = VOWEL_SIGNS + AU_LENGTH_MARK
# Neighbours that some rule below needs; a few classes wide enough for all of them.
SIGN_AND_SIGN = (VOWEL_MARKS + FINAL_SIGNS + "অঋঌ", VOWEL_MARKS)
FINAL_AND_FINAL = (FINAL_SIGNS + HASANTA, CANDRABINDU + HASANTA)
BEFORE_NUKTA = ("ব" + HASANTA + NUKTA + VOWEL_MARKS + FINAL_SIGNS, NUKTA)

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
    return _is_bengali(char) or (is_letter_or_number(char) and char not in BENGALI_SYMBOLS + MARKS)


def _is_no_letter(char: str) -> bool:
    return char in NO_LETTER  # the edge of a word, an empty string, as well


def _does_nothing(m: re.Match[str]) -> bool:
    """Say whether unseen characters here are beside Bengali, or beside digits, punctuation or the edge of a word.

    In the second case the other neighbour may be an emoji or a letter of a script that needs its joiners.
    """
    before, after = _neighbours(m)
    if _is_bengali(before) or _is_bengali(after):
        return True
    known = (char for char in (before, after) if _is_no_letter(char) or char in ascii_letters)
    return len(list(known)) == 2 and (_is_no_letter(before) or _is_no_letter(after))


def _without_invisible(m: re.Match[str]) -> str:
    return "".join(char for char in m[0] if char not in INVISIBLE) if _does_nothing(m) else m[0]


def _without_zero_width_space(m: re.Match[str]) -> str:
    """Delete it inside a Bengali word and beside punctuation; between two words it is their space.

    After a hasanta it keeps the next consonant from joining, as the explicit hasanta does.
    """
    before, after = _neighbours(m)
    inside = _is_bengali(before), _is_bengali(after)
    if ZWSP not in m[0] or not _does_nothing(m):
        return m[0]
    between_digits = is_decimal(before) and is_decimal(after)
    if not all(inside) and _is_in_word(before) and _is_in_word(after) and not between_digits:
        return " " if any(inside) else m[0]
    if before == HASANTA and after in CONSONANTS:
        return ZWNJ
    return m[0].replace(ZWSP, "")


def _without_idle_joiners(m: re.Match[str]) -> str:
    before, after = _neighbours(m)
    if not _does_nothing(m):
        return m[0]  # an emoji sequence, or another script's joiner
    if before == RA and m.string.startswith((HASANTA + YA, HASANTA + YYA), m.end()):
        return m[0]  # ya-phala after a full ra
    if before == HASANTA and m[0][0] == ZWNJ and after and after in CONSONANTS + VOWEL_LETTERS + KHANDA_TA:
        return ZWNJ  # explicit hasanta
    if before == HASANTA and after and after in CONSONANTS:
        return _joiner_between(_consonant_before(m.string, m.start() - 2), after + _nukta_at(m.string, m.end() + 1))
    return ""


def _consonant_before(text: str, at: int) -> str:
    """Return the consonant that ends at ``text[at]``, over joiners, or nothing."""
    while at >= 0 and text[at] in JOINERS:
        at -= 1
    nukta = text[at] if at > 0 and text[at] == NUKTA else ""
    at -= len(nukta)
    return text[at] + nukta if at >= 0 and text[at] in CONSONANTS else ""


def _nukta_at(text: str, at: int) -> str:
    """Return the nukta of the consonant before ``text[at]``; it may still stand after other signs."""
    return NUKTA if _NUKTA_OF_CONSONANT.match(text, at) else ""


_NUKTA_OF_CONSONANT = re.compile(
    f"[{HASANTA}{JOINERS}]*+{NUKTA}|(?<=[{TAKES_NUKTA}])[{HASANTA}{JOINERS}{VOWEL_MARKS}{FINAL_SIGNS}]*+{NUKTA}"
)


def _joiner_between(first: str, second: str) -> str:
    """Return what ZWJ between two consonants, after the hasanta, stays as: itself, ZWNJ or nothing."""
    pair = (first + second).replace("ব" + NUKTA, RA)  # which `ba_nukta_for_ra` writes later
    return _joiner_pairs().get(pair, ZWJ) if first else ""


@cache
def _joiner_pairs() -> dict[str, str]:
    """Return what is written for ZWJ by the two consonants around it."""
    written = {}
    for row in read_table("normalization/zwj_pairs"):
        for column, joiner in (("alike", ""), ("explicit", ZWNJ)):
            for m in re.finditer(r"\((..)\)|(.)", row[column]):
                written[row["first"] + (m[1] or m[2])] = joiner
    return written


def _nukta_first(m: re.Match[str]) -> str:
    return NUKTA + m[0].replace(NUKTA, "") if NUKTA in m[0].lstrip(NUKTA) else m[0]


def _candrabindu_last(m: re.Match[str]) -> str:
    return "".join(sorted(m[0], key=lambda char: char == CANDRABINDU))


def _candrabindu_first(m: re.Match[str]) -> str:
    return "".join(sorted(m[0], key=lambda char: char != CANDRABINDU))


def _bidi_controls(line: str) -> list[Change]:
    """Delete the controls of a line without right-to-left letters, where they turn nothing; addresses keep theirs.

    On a line with such letters only the marks inside a Bengali word go, whatever else is not seen beside them.
    """
    if not _RIGHT_TO_LEFT.search(line):
        return [(*m.span(), "") for m in outside_addresses(line, _BIDI)]
    unseen = outside_addresses(line, _UNSEEN_IN_WORD)
    return [(*m.span(), "") for run in unseen for m in _BIDI_MARK.finditer(line, *run.span())]


def outside_addresses(line: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern that do not begin in an address."""
    at = 0
    for address in find_addresses(line):
        yield from pattern.finditer(line, at, address.start())
        at = address.end()
    yield from pattern.finditer(line, at)


_BIDI = re.compile(f"[{BIDI_CONTROLS}]++")
_BIDI_MARK = re.compile(f"[{BIDI_CONTROLS[:3]}]++")
_UNSEEN_IN_WORD = re.compile(f"(?<=[{WORD_CHARACTERS}])[{UNSEEN}{BIDI_CONTROLS[:3]}]++(?=[{WORD_CHARACTERS}])")

# Run once over a whole line, before its words are looked at.
LINE_RULES = (
    Rule(
        name="bidi_controls",
        family="visual",
        profile="visual",
        summary="Delete controls of the writing direction on a line of Bengali without right-to-left letters.",
        example="\N{LEFT-TO-RIGHT MARK}১৬ ডিসেম্বর",
        counterexample="আল্লাহ \N{RIGHT-TO-LEFT EMBEDDING}\N{ARABIC LETTER ALEF}\N{POP DIRECTIONAL FORMATTING} বলেন",
        reference="Unicode Standard Annex #9: they order right-to-left text, and do nothing where there is none",
        find=_bidi_controls,
        triggers=BIDI_CONTROLS,
    ),
)

UNSEEN_RULES = (
    Rule(
        name="invisible_characters",
        family="visual",
        profile="visual",
        summary="Delete soft hyphens, word joiners and byte order marks beside Bengali, digits, marks and spaces.",
        example="বাং\N{SOFT HYPHEN}লা",
        counterexample="hy\N{SOFT HYPHEN}phen বাংলা",
        reference="Unicode 15.0 §23.2",
        find=by_pattern(f"[{UNSEEN}]++", _without_invisible, needs=INVISIBLE),
        triggers=UNSEEN,
    ),
    Rule(
        name="zero_width_spaces",
        family="visual",
        profile="visual",
        summary="Delete a zero width space in a Bengali word, or write the space or explicit hasanta it stands for.",
        example="বাং" + ZWSP + "লা",
        counterexample="zero" + ZWSP + "width বাংলা",
        reference="nisaba deletes it, the Indic NLP Library makes it a space; here the letters beside it decide",
        find=by_pattern(f"[{UNSEEN}]++", _without_zero_width_space, needs=ZWSP),
        triggers=UNSEEN,
    ),
    Rule(
        name="khanda_ta_joiner",
        family="visual",
        profile="visual",
        summary="Write ত, hasanta, joiner as ৎ: the spelling before Unicode 4.1.",
        example="উত" + HASANTA + ZWJ + "সব",
        counterexample="উত" + HASANTA + ZWNJ + "সব",
        reference="Unicode 4.1 added U+09CE; nisaba, visual_rewrite for Beng",
        find=by_pattern(f"{TA}[{JOINERS}]*+{HASANTA}{ZWJ}[{JOINERS}]*+", KHANDA_TA, needs=[HASANTA + ZWJ]),
        triggers=JOINERS,
    ),
    Rule(
        name="ra_ya_phala_joiner",
        family="visual",
        profile="visual",
        summary="Write a full র with ya-phala with ZWJ, the one spelling of the word for RAB.",
        example=RA + ZWNJ + HASANTA + YA + AA_KAR + "ব",
        counterexample="সূর" + HASANTA + YA,
        reference="Unicode 15.0 §12.2; nisaba, visual_rewrite for Beng",
        find=by_pattern(
            f"(?<={RA})[{JOINERS}]++{HASANTA}[{JOINERS}]*+(?=[{YA}{YYA}])",
            ZWJ + HASANTA,
            needs=[RA + joiner for joiner in JOINERS],
        ),
        triggers=JOINERS,
    ),
    Rule(
        name="joiner_before_khanda_ta",
        family="visual",
        profile="visual",
        summary="Delete a joiner between hasanta and ৎ, where nothing could join.",
        example="ভর" + HASANTA + ZWNJ + "ৎসনা",
        counterexample="ভর্ৎসনা",
        reference="nisaba, visual_rewrite for Beng",
        find=by_pattern(f"(?<={HASANTA})[{JOINERS}]++(?={KHANDA_TA})", "", needs=KHANDA_TA),
        triggers=JOINERS,
    ),
    Rule(
        name="idle_joiners",
        family="visual",
        profile="visual",
        summary="Delete joiners that change nothing; keep explicit hasanta, half forms, the ya-phala after a full র.",
        example="সরকার" + ZWJ,
        counterexample="উদ" + HASANTA + ZWNJ + "যাপন, শক" + HASANTA + ZWJ + "তি",
        reference="Unicode 15.0 §12.2; table zwj_pairs, what eight fonts draw alike",
        find=by_pattern(f"[{JOINERS}]++", _without_idle_joiners),
        triggers=JOINERS,
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
        find=by_pattern(f"(?<=[{TAKES_NUKTA}])[{NUKTA}{VOWEL_MARKS}{FINAL_SIGNS}]{{2,}}+", _nukta_first, needs=NUKTA),
        pairs=(BEFORE_NUKTA,),
    ),
    Rule(
        name="vowel_sign_before_final_signs",
        family="visual",
        profile="visual",
        summary="Put the vowel sign before candrabindu.",
        example="ত" + CANDRABINDU + AA_KAR + "র",
        counterexample="তাঁর, বাং" + AA_KAR + "লি",
        reference="Unicode 15.0 §12.2; a sign after anusvara stays: ঙ was meant (বাঙালি)",
        find=by_pattern(f"[{VOWEL_MARKS}{CANDRABINDU}]{{2,}}+", _candrabindu_last, needs=CANDRABINDU),
        pairs=(SIGN_AND_SIGN,),
    ),
    Rule(
        name="candrabindu_first",
        family="visual",
        profile="visual",
        summary="Put candrabindu before anusvara and visarga.",
        example="হ" + "\N{BENGALI SIGN ANUSVARA}" + CANDRABINDU + "স",
        counterexample="হঁস",
        reference="ICANN Root Zone LGR-5 Bengali, rules 4 to 6",
        find=by_pattern(f"[{FINAL_SIGNS}]{{2,}}+", _candrabindu_first, needs=CANDRABINDU),
        pairs=(FINAL_AND_FINAL,),
    ),
    Rule(
        name="doubled_signs",
        family="visual",
        profile="visual",
        summary="Write a sign once that was typed twice onto the same place.",
        example="য" + U_KAR + U_KAR + "দ্ধ",
        counterexample="যা" + AA_KAR + "হ",
        reference="nisaba, visual_norm",
        find=by_pattern(rf"([{NONSPACING_SIGNS}])\1++", r"\1", needs=[sign * 2 for sign in NONSPACING_SIGNS]),
        pairs=(SIGN_AND_SIGN, FINAL_AND_FINAL, BEFORE_NUKTA),
    ),
)

LETTER_RULES = (
    Rule(
        name="reversed_vowel_halves",
        family="visual",
        profile="visual",
        summary="Join the halves of ো and ৌ that were typed in the wrong order.",
        example="আল" + AA_KAR + E_KAR,
        counterexample="আম" + AA_KAR + E_KAR + "দর",
        reference="nisaba, visual_rewrite for Beng; before a consonant, ে may be typed ahead of it (আমাদের)",
        find=by_pattern(
            f"{AA_KAR}{E_KAR}(?![{CONSONANTS}])|{AU_LENGTH_MARK}{E_KAR}",
            lambda m: REVERSED_VOWELS[m[0]],
            needs=REVERSED_VOWELS,
        ),
        pairs=(SIGN_AND_SIGN,),
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
        pairs=(BEFORE_NUKTA,),
    ),
    Rule(
        name="vowel_letter_with_sign",
        family="visual",
        profile="visual",
        summary="Write আ, ৠ, ৡ as one letter, not as a letter with a vowel sign.",
        example="অ" + AA_KAR + "মার",
        counterexample="অ্যাপ",
        reference="Unicode 12.0 table 12-11",
        find=by_pattern("|".join(WHOLE_LETTERS), lambda m: WHOLE_LETTERS[m[0]], needs=WHOLE_LETTERS),
        pairs=(SIGN_AND_SIGN,),
    ),
)

RULES = LINE_RULES + UNSEEN_RULES + MARK_ORDER_RULES + LETTER_RULES
