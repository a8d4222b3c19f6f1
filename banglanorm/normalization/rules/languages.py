"""Which lines are not Bengali: repairs know Bengali only, and other languages of the script have their own words."""

import re
from functools import cache

from banglanorm.normalization.rules.readings import LONGEST, WORD, likeliest_reading
from banglanorm.normalization.word_forms import UNKNOWN, level
from banglanorm.script.letters import (
    ASSAMESE_RA,
    ASSAMESE_WA,
    BASIC_CONSONANTS,
    HASANTA,
    RA,
)
from banglanorm.tables import read_table

_ASSAMESE = re.compile(f"[{ASSAMESE_RA}{ASSAMESE_WA}]")


@cache
def _words_of_others() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("normalization/other_languages"))


def is_other_language(line: str, /) -> bool:
    """Say whether a line is Assamese, Meitei or Bishnupriya Manipuri: repairs know Bengali only.

    Assamese writes ৰ for every র that is no part of a conjunct. A line that has such র as well is Bengali with some ৰ,
    left by a converter or a slip, unless most are ৰ; without any it is Bengali only if no word can be Assamese.

    >>> is_other_language("মই ঘৰলৈ যাম"), is_other_language("আমার তাৰ কথা"), is_other_language("ৰমতা")
    (True, False, False)
    """
    has_any = _ASSAMESE.search(line) is not None
    words = WORD.findall(line) if has_any or len(line) < _LONGEST_LINE else ()
    if sum(map(_words_of_others().__contains__, words)) * 4 >= min(len(words), 8) > 0:
        return True
    if not has_any or _FRAGMENT.fullmatch(line.strip()):
        return False
    free = len(_FREE_RA.findall(line))
    if free:
        return len(_FREE_ASSAMESE.findall(line)) > free
    return not all(_is_slip(word) for word in words if _ASSAMESE.search(word))


_FREE_RA = re.compile(f"(?<!{HASANTA}){RA}(?!{HASANTA})")
_FREE_ASSAMESE = re.compile(f"(?<!{HASANTA})[{ASSAMESE_RA}{ASSAMESE_WA}](?!{HASANTA})")
_FRAGMENT = re.compile(f"[{BASIC_CONSONANTS}]{HASANTA}[{BASIC_CONSONANTS}]")  # a conjunct by itself, of any language
_LONGEST_LINE = 1 << 16


def _is_slip(word: str) -> bool:
    """Say whether ৰ in a word is what a converter made of ক্ষ, or ৱ a slip for র: without it no word is known."""
    reading = likeliest_reading(word) if len(word) <= LONGEST else None
    if reading is None or ASSAMESE_RA in word:
        return reading is not None and reading[0] == "bijoy_ra_for_ksha" and level(reading[1]) >= _COMMON_KSHA
    return level(word.replace(ASSAMESE_WA, "ব")) == UNKNOWN and level(reading[1]) >= _COMMON


_COMMON, _COMMON_KSHA = 5, 4  # levels of a word
