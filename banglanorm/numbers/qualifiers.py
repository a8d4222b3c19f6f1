"""Words beside a number that say how exactly it is meant: প্রায় ৫০০, অন্তত ২০, ৫০০ জনেরও বেশি, ১৮ বা তার কম."""

import re
from functools import cache
from typing import Literal

from banglanorm.endings import unstressed
from banglanorm.lexer import fold_word
from banglanorm.numbers.match import Qualifier
from banglanorm.script.letters import (
    AA_KAR,
    ASCII_DIGITS,
    AU_LENGTH_MARK,
    BENGALI_DIGITS,
    DANDA,
    HASANTA,
    NUKTA,
    PRECOMPOSED_NUKTA_LETTERS,
    RA,
    WORD_CHARACTERS,
)
from banglanorm.tables import read_table

_WINDOW, _LONGER_WINDOW = 30, 60  # characters that the longest phrase and its blanks fill, and what turns it round
Counted = Literal["measure", "money", "thing", "floor", "bare"]
_PLACES: dict[Counted, tuple[str, ...]] = {
    "measure": ("than", "above", "upon"),
    "money": ("than", "above", "upon"),
    "thing": ("than", "above"),
    "floor": ("than",),
    "bare": (),
}
_NEGATED: dict[Qualifier, Qualifier] = {"less_than": "at_least", "more_than": "at_most"}


def qualifier_before(text: str, start: int, /) -> Qualifier:
    """Return what the words directly before ``text[start:]`` say about the number there.

    >>> qualifier_before("প্রায় ৫০০", 7), qualifier_before("মোট ৫০০", 4)
    ('about', '')
    """
    written = text[max(0, start - _WINDOW) : start]
    end = written.rstrip()[-2:]
    if end not in _ends_of_phrases() and _unchanging().issuperset(end):
        return ""
    window = fold_word(written)
    if window.rstrip()[-2:] not in _ends_of_phrases():
        return ""
    m = _pattern("before").search(window)
    return _meanings("before")[" ".join(m[1].split())] if m else ""


def qualifier_after(text: str, end: int, /, *, counted: Counted = "measure") -> Qualifier:
    """Return what the words directly after a number and its unit, which end at ``end``, say about it.

    ``counted`` tells of what উপরে and ওপর may be more than so many.

    >>> qualifier_after("৫০০ জনেরও বেশি মানুষ", 9), qualifier_after("৫ টাকা বেশি", 6)
    ('more_than', '')
    >>> qualifier_after("৫ জনের ওপর", 6), qualifier_after("৫ জনের ওপর", 6, counted="thing")
    ('more_than', '')
    """
    if not may_qualify(text, end):
        return ""
    window = fold_word(_after(text, end))
    m = _pattern("after").match(window)
    if m:
        return _meanings("after")[" ".join(m[1].split())]
    if not _is_genitive(text[max(0, end - 3) : end]):
        return ""
    for place in _PLACES[counted]:
        m = _pattern(place).match(window)
        if m is None:
            continue
        if place == "upon" and _pattern("levied").match(window, m.end()):
            return ""
        meaning = _meanings(place)[" ".join(m[1].split())]
        return _NEGATED.get(meaning, meaning) if _pattern("not").match(window, m.end()) else meaning
    return ""


def may_qualify(text: str, end: int, /) -> bool:
    """Say whether `qualifier_after` may say anything, by the first letter of what comes after a number and its unit."""
    return _after(text, end)[:1] in _first_letters()


def _after(text: str, end: int) -> str:
    return text[end : end + _LONGER_WINDOW].lstrip().removeprefix("-")  # ৫০-ঊর্ধ্ব


def _is_genitive(end_of_word: str) -> bool:
    return unstressed(end_of_word).endswith(RA)


@cache
def _meanings(place: str) -> dict[str, Qualifier]:
    rows = (row for row in read_table("numbers/qualifiers") if row["place"] == place)
    return {row["phrase"]: row["qualifier"].strip("-") for row in rows}  # type: ignore[misc]


@cache
def _ends_of_phrases() -> frozenset[str]:
    return frozenset(phrase[-2:] for phrase in _meanings("before"))


@cache
def _unchanging() -> frozenset[str]:
    """Return characters that stand as they are in every encoding: those that neither compose nor change."""
    changing = {NUKTA, HASANTA, AA_KAR, AU_LENGTH_MARK, *PRECOMPOSED_NUKTA_LETTERS}
    return frozenset(WORD_CHARACTERS + " ,;:()|" + DANDA) - changing


@cache
def _first_letters() -> frozenset[str]:
    return frozenset(phrase[0] for place in ("after", *_PLACES["measure"]) for phrase in _meanings(place))


@cache
def _pattern(place: str) -> re.Pattern[str]:
    phrases = sorted(_meanings(place), key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    if place == "before":
        return re.compile(rf"(?<![{WORD_CHARACTERS}])({either})\s*\Z")
    return re.compile(rf"\s*+({either})(?![{WORD_CHARACTERS}{ASCII_DIGITS}{BENGALI_DIGITS}])")
