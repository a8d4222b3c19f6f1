"""What a damaged word may have been: its readings, each by one kind of damage, and the likeliest of them.

All kinds of damage compete for a word, and the word list decides between them: চু্ক্তি is চুক্তি, its hasanta dropped,
and উলি্লখিত is উল্লিখিত, its hasanta moved. The rule that is named with the likeliest reading makes the change. Where no
reading is known the word stays as it is, but for damage that has one meaning (``certain``).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from banglanorm.edits import Change
from banglanorm.normalization.rules.rule import EDGE, Finder
from banglanorm.normalization.rules.visual import VOWEL_MARKS
from banglanorm.normalization.word_forms import UNKNOWN, has_known_stem, level
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
    JOINERS,
    KHANDA_TA,
    NUKTA,
    O_KAR,
    RA,
    RI_KAR,
    TA,
    U_KAR,
    UU_KAR,
    VOWEL_LETTERS,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)
from banglanorm.tables import read_table

_Written = str | Callable[..., str]  # a template as in re.sub, or a function of the groups of a match
# Sets of characters compile in a third of the time in Latin-1, so the Bengali letters of patterns and words move there.
_INTO_LATIN = {code: code - 0x900 for code in range(0x980, 0xA00)}
_OUT_OF_LATIN = {moved: code for code, moved in _INTO_LATIN.items()}


class Reading(NamedTuple):
    """One kind of damage: the rule that mends it, what it looks like, and what was meant.

    A reading without a rule is a doubt: where it is the likeliest the word stays as it is.
    """

    rule: str
    damaged: str
    meant: _Written
    cost: int = 0  # in levels of the word list: of what is dropped as a slip; below zero, what a doubt is ahead by
    needs: str = ""  # without it a word has no such damage

    def read(self, word: str) -> str:
        """Return what the word was meant to be, if this is its damage."""
        return substituted(self.damaged, self.meant, word) if self.needs in word else word


def substituted(pattern: str, written: _Written, word: str) -> str:
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


@lru_cache(maxsize=256)
def _moved(text: str) -> str:
    return text.translate(_INTO_LATIN)


def _back(text: str) -> str:
    return text.translate(_OUT_OF_LATIN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_moved(pattern))  # when a word first asks


PRE_BASE = I_KAR + E_KAR + AI_KAR  # signs that are drawn before their consonant, and typed so by converters
_BARE = f"[{CONSONANTS}{NUKTA}]"
_SIGN = f"[{VOWEL_MARKS}]"
SAME_VALUE = {"আ": AA_KAR, "ই": I_KAR, "ঈ": II_KAR, "উ": U_KAR, "ঊ": UU_KAR, "ঋ": RI_KAR, "এ": E_KAR, "ও": O_KAR}
SAME_VALUE |= {"ঐ": AI_KAR, "ঔ": AU_KAR}
_LETTERS_OF_SIGNS = {sign: letter for letter, sign in SAME_VALUE.items()}


def sign_after_onset(sign: str, onset: str, half: str) -> str:
    joined = TWO_PART_VOWELS.get(sign + half) if half else sign
    return onset + joined if joined else sign + onset + half


def _letter_of_sign(before: str, sign: str) -> str:
    return before + _LETTERS_OF_SIGNS[sign]


_DROPPED = 10  # the cost of a sign that is dropped
_DOUBT = ""  # the rule of a reading that leaves the word
NO_TA = "কখচপফস"  # what follows ৎ inside words; other letters join ত
# Neighbours of which the second does not belong there: a sign, or a hasanta, that stands on no consonant.
MISPLACED = (VOWEL_LETTERS + AVAGRAHA + KHANDA_TA + VOWEL_MARKS + FINAL_SIGNS + HASANTA + EDGE, VOWEL_MARKS + HASANTA)
_BELOW = U_KAR + UU_KAR + RI_KAR  # signs that are easily taken for each other
ONSET_LETTERS = f"(?:{CONSONANT}{HASANTA})*+{CONSONANT}"
_NO_LOOK_ALIKES = str.maketrans("", "", "এও")
_SIGN_OF_ITS_LETTER = "|".join(f"(?<={letter}){sign}++" for letter, sign in SAME_VALUE.items())
IN_VISUAL_ORDER = f"([{PRE_BASE}])({ONSET})([{AA_KAR}{AU_LENGTH_MARK}]?)"

# In the order in which the rules run; of readings as likely the first is taken.
READINGS = (
    Reading("bijoy_u_sign_for_mma", f"ন{I_KAR}{U_KAR}", "নিম্ন", needs=f"ন{I_KAR}{U_KAR}"),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}({_SIGN})",
        rf"{RA}{HASANTA}\1\2",
        needs=RA + HASANTA,
    ),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA}){RA}{HASANTA}(?!{_SIGN})",
        rf"{RA}{HASANTA}\1",
        needs=RA + HASANTA,
    ),
    Reading(
        "reph_after_letter",
        f"({ONSET_LETTERS})(?<!{RA})([{AA_KAR}{I_KAR}{II_KAR}{U_KAR}]){RA}{HASANTA}(?!{_SIGN})",
        rf"{RA}{HASANTA}\1\2",
        needs=RA + HASANTA,
    ),
    Reading("reph_after_letter", f"({ONSET_LETTERS})({_SIGN}){HASANTA}$", rf"{RA}{HASANTA}\1\2", needs=HASANTA),
    Reading("bijoy_half_forms", f"ঙ{HASANTA}(?={_SIGN}|$)", "ঙ্ক্ষ", needs="ঙ" + HASANTA),
    Reading("bijoy_half_forms", f"ঙ{HASANTA}(?={_SIGN}|$)", "ক্স", needs="ঙ" + HASANTA),
    Reading("bijoy_lost_kra", f"^(?={I_KAR}কেট)", "ক্র", needs=I_KAR),
    Reading(
        "bijoy_sna_for_la",
        f"(?<=[{BASIC_CONSONANTS}])(?<!^হ)({_SIGN}?)স{HASANTA}ন",
        rf"{HASANTA}ল\1",
        needs=f"স{HASANTA}ন",
    ),
    Reading("bijoy_mna_for_u", f"{RA}ম{HASANTA}ন", RA + U_KAR, needs=f"{RA}ম{HASANTA}ন"),
    Reading("bijoy_ra_for_ksha", ASSAMESE_RA, "ক্ষ", needs=ASSAMESE_RA),
    Reading("visual_order_vowel_sign", f"(?<!{_BARE}){IN_VISUAL_ORDER}", sign_after_onset),
    Reading("visual_order_vowel_sign", IN_VISUAL_ORDER, sign_after_onset),
    Reading(
        "hasanta_after_vowel_sign", f"({CONSONANT})({_SIGN}){HASANTA}({CONSONANT})", rf"\1{HASANTA}\3\2", needs=HASANTA
    ),
    Reading("hasanta_after_vowel_sign", f"({CONSONANT}){I_KAR}{HASANTA}$", rf"\1{HASANTA}{YA}{I_KAR}", needs=HASANTA),
    Reading("stray_hasanta", f"(?<=[{VOWEL_MARKS}{FINAL_SIGNS}]){HASANTA}++|^{HASANTA}++(?!{YA})", "", needs=HASANTA),
    Reading("stray_hasanta", f"(?<=[{VOWEL_LETTERS}]){HASANTA}++(?!{YA}{AA_KAR})", "", needs=HASANTA),
    Reading("stray_hasanta", f"(?<={U_KAR}){HASANTA}{YA}", "", needs=HASANTA),
    Reading("khanda_ta_in_stems", f"{TA}{HASANTA}{ZWNJ}?(?=[{NO_TA}])", KHANDA_TA, needs=TA + HASANTA),
    Reading("vowel_sign_after_khanda_ta", f"{HASANTA}?{KHANDA_TA}({_SIGN})", rf"\1{KHANDA_TA}", needs=KHANDA_TA),
    Reading("vowel_sign_after_khanda_ta", f"{KHANDA_TA}(?={_SIGN})", TA, needs=KHANDA_TA),
    Reading("doubled_vowel_signs", f"({_SIGN})\\1++", r"\1"),
    Reading("doubled_vowel_signs", f"({_BARE})({_BARE}++)([{PRE_BASE}])\\3", r"\1\3\2\3"),
    Reading("vowel_letter_and_same_sign", _SIGN_OF_ITS_LETTER, ""),
    Reading("repeated_phala", f"(?<!{RA})({HASANTA}[যরব])\\1++(?!{NUKTA})", r"\1", needs=HASANTA),
    Reading("lone_au_length_mark", f"(?<={_BARE}){AU_LENGTH_MARK}", AU_KAR, needs=AU_LENGTH_MARK),
    Reading("reversed_o_halves", AA_KAR + E_KAR, O_KAR, needs=AA_KAR + E_KAR),
    Reading(
        "misplaced_candrabindu",
        f"{CANDRABINDU}({HASANTA}{CONSONANT})({_SIGN}?)",
        rf"\1\2{CANDRABINDU}",
        needs=CANDRABINDU,
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
    Reading("look_alike_letters", f"হ{U_KAR}(?={_SIGN})", "ন্ড", needs="হ" + U_KAR),
    Reading("look_alike_letters", E_KAR + II_KAR, AU_KAR, needs=E_KAR + II_KAR),
    Reading("anusvara_before_sign", f"{ANUSVARA}(?={_SIGN})", "ঙ", needs=ANUSVARA),
    Reading("anusvara_before_sign", f"{ANUSVARA}(?={_SIGN})", "ঙ্গ", needs=ANUSVARA),
    Reading("lost_ya", f"(?<={I_KAR})(?=[{AA_KAR}{E_KAR}])|(?<=[ই{AA_KAR}])(?={E_KAR}{RA})", "য" + NUKTA),
    Reading("lost_ya", f"(?<=ই)(?={AA_KAR}|{E_KAR}$)", "য" + NUKTA, cost=3),
    Reading("extra_vowel_sign", f"(?<={AA_KAR}){E_KAR}(?={RA}$)", "", needs=AA_KAR + E_KAR),
    Reading("extra_vowel_sign", f"(?!{E_KAR}[{II_KAR}{O_KAR}])({_SIGN})(?!\\1){_SIGN}", r"\1", cost=_DROPPED),
    Reading("extra_vowel_sign", f"([{_BELOW}])[{_BELOW}]", r"\1", cost=9),
    Reading(
        "extra_vowel_sign", f"(?!{E_KAR}{II_KAR})({_SIGN})(?!\\1|[{PRE_BASE}]{_BARE})({_SIGN})", r"\2", cost=_DROPPED
    ),
    Reading("extra_vowel_sign", f"[{_BELOW}]([{_BELOW}])", r"\1", cost=9),
    Reading("extra_vowel_sign", f"(?<=[{VOWEL_LETTERS.translate(_NO_LOOK_ALIKES)}]){_SIGN}", "", cost=_DROPPED),
    Reading("assamese_letters", f"[{ASSAMESE_RA}{ASSAMESE_WA}]", RA),
    # What else may be meant, with no rule for it: a sign for its letter (আমিো: আমিও), a lost glide (সবচেে: সবচেয়ে), a
    # letter for the glide (পাএ: পায়ে), a lost ত (জমিে: জমিতে), a sign one letter too early (টাাক: টাকা), one typed for
    # nothing (বাংলােদেশ: বাংলাদেশ), ব that looks like ৰ.
    Reading(_DOUBT, f"(?<!^ন)(?!{E_KAR}{O_KAR})({_SIGN})(?!\\1)([{I_KAR}{U_KAR}{O_KAR}])", _letter_of_sign, cost=-12),
    Reading(_DOUBT, f"(?<={_SIGN})(?=[{AA_KAR}{E_KAR}])", "য" + NUKTA, cost=-2),
    Reading(_DOUBT, f"(?<={AA_KAR})এ$", "য" + NUKTA + E_KAR, cost=-2, needs=AA_KAR + "এ"),
    Reading(_DOUBT, f"(?<={I_KAR})(?={E_KAR}$)", TA, cost=-3, needs=I_KAR + E_KAR),
    Reading(_DOUBT, f"({_SIGN})((?![{PRE_BASE}]){_SIGN})({_BARE}++)(?!{_SIGN}|{HASANTA})", r"\1\3\2", cost=-2),
    Reading(_DOUBT, f"(?<={AA_KAR}){E_KAR}(?={ONSET}{E_KAR})", "", cost=-3, needs=AA_KAR + E_KAR),
    Reading(_DOUBT, f"[{ASSAMESE_RA}{ASSAMESE_WA}]", "ব", cost=-4),
)

WORD = re.compile(f"[{WORD_CHARACTERS}{JOINERS}]++")
LONGEST = 40  # code points of a word
_MOST_REMEMBERED = 4096
# Levels: of two words so nearly as likely neither is taken; the second where signs are dropped.
_CLOSE, _CLOSE_DROPPED = 3, 4
_MARGIN = 4  # levels: a known word is taken for the damage of another only if that is far more common
_COMMON_BY_TWO, _SHORTEST_OF_TWO = 2, 5  # level, code points of a word damaged in two ways
_SHORTEST_OF_DROPPED = 3  # code points
_RULES_OF_PARTS = ("reph_after_letter", "look_alike_letters")
_COMMON = 8  # level: nearly any two letters are a word of some collection
_BY_STEM, _LEAST, _IMPOSSIBLE = -3, -6, -99  # a reading must be likelier than the second


@lru_cache(maxsize=_MOST_REMEMBERED)
def likeliest_reading(word: str, /) -> tuple[str, str] | None:
    """Return the rule and the word of the likeliest reading of a damaged word, or None where no reading is known.

    >>> likeliest_reading("সূ্ত্র"), likeliest_reading("উলি্লখিত")
    (('stray_hasanta', 'সূত্র'), ('hasanta_after_vowel_sign', 'উল্লিখিত'))
    """
    own = level(word)
    best, found = _best(word, READINGS)
    if found is None and own == UNKNOWN:
        return _first_of_two(word) if len(word) >= _SHORTEST_OF_TWO and _HAS_ODD_SIGN.search(word) else None
    if own == UNKNOWN:
        return None if best == _BY_STEM and has_known_stem(word) else found
    return found if best >= own + _MARGIN else None


def _best(word: str, readings: Iterable[Reading]) -> tuple[int, tuple[str, str] | None]:
    """Return the likeliest reading and its likelihood; one of no rule where another one is as likely."""
    best, found = _LEAST, None
    likely: list[tuple[int, Reading, str]] = []
    for reading in readings:
        read = reading.read(word)
        if reading.cost > 0 and len(read) < _SHORTEST_OF_DROPPED:
            continue
        if read != word and (likelihood := likelihood_of(read) - reading.cost) > _LEAST:
            likely.append((likelihood, reading, read))
            if likelihood > best and (found is None or read != found[1]):
                best, found = likelihood, (reading.rule, read)
    if found and any(_is_rival(other, best, found) for other in likely):
        return best, (_DOUBT, found[1])
    return best, found


def _is_rival(other: tuple[int, Reading, str], best: int, found: tuple[str, str]) -> bool:
    likelihood, reading, read = other
    if not reading.rule or read == found[1]:
        return False  # what a doubt is ahead by is in its cost
    dropped = reading.cost == _DROPPED
    return likelihood > best - (_CLOSE_DROPPED if dropped else _CLOSE) and (dropped or reading.rule != found[0])


def _first_of_two(word: str) -> tuple[str, str] | None:
    """Return the first step where two kinds of damage, mended one after the other, give a common word."""
    best, found = _COMMON_BY_TWO, None
    for i, reading in enumerate(READINGS):
        step = reading.read(word)
        if step != word and reading.rule:
            likelihood, last = _best(step, READINGS[i + 1 :])
            if last and last[0] and likelihood - reading.cost > best:
                best, found = likelihood - reading.cost, (reading.rule, step)
    return found


def likelihood_of(word: str, /) -> int:
    """Return how likely a word is to be meant: its level, or that of a stem with an ending."""
    known = level(word)
    if known > UNKNOWN:
        return known if len(word) > 2 or known >= _COMMON else _IMPOSSIBLE
    return _BY_STEM if has_known_stem(word) else _IMPOSSIBLE


def by_word(
    rule: str,
    certain: str | Callable[[], str] = "",
    written: str | Callable[[re.Match[str]], str] = "",
) -> Finder:
    """Make the finder of a rule that mends a word where its reading is the likeliest one.

    ``certain`` is the damage that has one meaning, mended also where no reading of the word is known.
    """

    @cache
    def pattern() -> str:
        return certain if isinstance(certain, str) else certain()

    def mended(word: str) -> str:
        return substituted(pattern(), written, word) if isinstance(written, str) else re.sub(pattern(), written, word)

    def find(text: str) -> list[Change]:
        changes = []
        for start, word, reading in (_damage_remembered if len(text) <= 2 * LONGEST else _damage)(text):
            if reading and reading[0] == rule:
                changes.append(trimmed(start, word, reading[1]))
            elif reading is None and certain:
                after = mended(word)
                if after != word:
                    changes.append(trimmed(start, word, after))
        return changes

    return find


@cache
def damaged_parts(*rules: str) -> tuple[str, ...]:
    """Return the parts of words that show damage by themselves, for these rules."""
    return tuple(row["part"] for row in read_table("normalization/damaged_parts") if row["rule"] in rules)


_HAS_ODD_SIGN = re.compile(
    f"(?<!{_BARE})(?!(?<=[অএ]){HASANTA}{YA}|(?<={RA}{ZWJ}){HASANTA}{YA})[{VOWEL_MARKS}{HASANTA}]|[{ASSAMESE_RA}{ASSAMESE_WA}{AU_LENGTH_MARK}]|স{HASANTA}ন|{RA}ম{HASANTA}ন"
    f"|{TA}{HASANTA}{ZWNJ}?[{NO_TA}]|(?<!{RA})({HASANTA}[যরব])\\1"
)


def _is_damaged(text: str) -> bool:
    return bool(_HAS_ODD_SIGN.search(text)) or any(map(text.__contains__, damaged_parts(*_RULES_OF_PARTS)))


# An ending that lost its word, as after Latin letters: the genitive, the locative.
ENDING = re.compile(f"{E_KAR}(?:{RA}[{AA_KAR}ইও]?|{TA}{E_KAR}|[ইও])?")


def _damage(text: str) -> Iterator[tuple[int, str, tuple[str, str] | None]]:
    """Yield where damaged words begin in a text, each with its likeliest reading."""
    if not _is_damaged(text):
        return
    for m in WORD.finditer(text):
        word = m[0]
        if len(word) <= LONGEST and _is_damaged(word) and not ENDING.fullmatch(word):
            yield m.start(), word, likeliest_reading(word)


@lru_cache(maxsize=256)
def _damage_remembered(text: str) -> tuple[tuple[int, str, tuple[str, str] | None], ...]:
    return tuple(_damage(text))  # every rule asks for it


def trimmed(start: int, before: str, after: str) -> Change:
    """Return the change without what stands at both ends of the two."""
    first, last = 0, 0
    shortest = min(len(before), len(after))
    while first < shortest and before[first] == after[first]:
        first += 1
    while last < shortest - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return start + first, start + len(before) - last, after[first : len(after) - last]


def word_before(text: str, end: int) -> str:
    """Return what of a word ends at ``text[end]``, without joiners."""
    start = end
    while start > max(end - LONGEST, 0) and text[start - 1] in WORD_CHARACTERS:
        start -= 1
    return text[start:end]


def word_after(text: str, start: int) -> str:
    """Return the word that begins at ``text[start]``."""
    m = WORD.match(text, start, start + LONGEST)
    return m[0] if m else ""
