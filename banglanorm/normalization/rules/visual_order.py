"""Lines out of PDF files, in which every pre-base sign stands before its letter: করেব for করবে, কের for করে.

Most of their words look sound, and some are other words. What tells is a word of the line that cannot be: অেনক. Where
the line has such words, its other words are read in the order in which they are drawn as well.
"""

import re
from functools import cache
from typing import NamedTuple

from banglanorm.edits import Change
from banglanorm.normalization.rules.damages import IN_VISUAL_ORDER, MISPLACED, PRE_BASE, sign_after_onset, substituted
from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.normalization.rules.readings import ENDING, LONGEST, WORD, likeliest_reading, likelihood_of, trimmed
from banglanorm.normalization.rules.rule import Rule
from banglanorm.normalization.rules.visual import outside_addresses
from banglanorm.normalization.word_forms import UNKNOWN, level
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import AU_KAR, CONSONANTS, E_KAR, NUKTA, O_KAR

_COMMON, _MARGIN = 3, 2  # levels
_ENOUGH = 2  # telling words
_RULE = "visual_order_vowel_sign"  # which mends such a word by itself


@cache
def _orphan() -> re.Pattern[str]:
    """Return the pattern of a sign on no letter; it asks for the sign first, which is faster."""
    return re.compile(f"[{PRE_BASE}](?<![{CONSONANTS}{NUKTA}][{PRE_BASE}])(?=[{CONSONANTS}])")


def _is_in_logical_order(word: str) -> bool:
    return word[-1] in PRE_BASE or O_KAR in word or AU_KAR in word  # in visual order these are cut in two


class _Word(NamedTuple):
    start: int
    typed: str
    before: str  # in NFC
    after: str  # if it is in visual order


def _lines_in_visual_order(line: str) -> list[Change]:
    """Mend the words of such a line; where all but those that tell are sound, a rule for words does it."""
    if not _orphan().search(line):
        return []
    found = [m for m in outside_addresses(line, WORD) if len(m[0]) <= LONGEST and not ENDING.fullmatch(m[0])]
    telling = [word for m in found if _orphan().search(m[0]) and _tells(word := _word(m[0], m.start()))]
    if not telling or is_other_language(line):
        return []
    words = [_word(m[0], m.start()) for m in found]
    is_mixed = any(_is_in_logical_order(word.before) and level(word.before) > UNKNOWN for word in words)
    is_sure = not is_mixed and len(telling) >= _ENOUGH
    read = [word for word in words if _is_read(word, is_mixed=is_mixed, is_sure=is_sure)]
    return sorted(trimmed(word.start, word.typed, word.after) for word in {*telling, *read}) if read else []


def _word(typed: str, start: int = 0) -> _Word:
    before = nfc(typed)
    return _Word(start, typed, before, substituted(IN_VISUAL_ORDER, sign_after_onset, before))


def _tells(word: _Word) -> bool:
    """Say whether a word with a sign on no letter shows that it is in visual order: nothing else is likelier."""
    return level(word.after) >= _COMMON and likeliest_reading(word.before) == (_RULE, word.after)


def _is_read(word: _Word, *, is_mixed: bool, is_sure: bool) -> bool:
    """Say whether another word of such a line is in visual order: it is likelier so, or unknown as it is.

    A sign on no letter has other readings as well; where the line is sure to be in visual order it has this one.
    """
    if word.after == word.before or _is_in_logical_order(word.before):
        return False
    is_odd = _orphan().search(word.before) is not None
    reading = likeliest_reading(word.before) if is_odd and not is_sure else None
    if reading and reading[0]:
        return False
    before, after = likelihood_of(word.before), likelihood_of(word.after)
    if is_mixed:
        is_likelier = before < 0 and after >= _COMMON and not is_odd
    else:
        is_likelier = after > (before + _MARGIN if before > UNKNOWN else UNKNOWN)
    return is_likelier and not _is_read(_word(word.after), is_mixed=is_mixed, is_sure=is_sure)  # nor on a second look


LINE_RULES = (
    Rule(
        name="line_in_visual_order",
        family="repair",
        profile="repair",
        summary="Move vowel signs behind their consonants in all words of a line in which a sign stands on no letter.",
        example="অ" + E_KAR + "নক কাজ কর" + E_KAR + "ত হ" + E_KAR + "ব",
        counterexample="কেন তা জানি না, হেল, কের",
        reference="Extraction from PDF files, as the glyphs are drawn: কাজ কেরত হেব",
        find=_lines_in_visual_order,
        pairs=(MISPLACED,),
    ),
)
