"""Is a word of numbers a number here? নয় is also "is not", একটি an article, হাজার an idiom.

A numeral in digits, or of two words or more, is one; a word that stands alone must be certain by itself or by its
neighbours: the table ``numbers/certainty``.
"""

from collections.abc import Sequence
from functools import cache

from banglanorm.endings import APOSTROPHES
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.beside import is_of
from banglanorm.numbers.units import CLASSIFIERS, is_classified
from banglanorm.numbers.words import lexicon
from banglanorm.script.letters import RA
from banglanorm.tables import cells, read_table

_COUNTABLE = frozenset({"MEASURE", "SHORT", "CURRENCY", "CHANGE", "NATION", "PERCENT_WORD", "PERCENT", "MULTIPLE"})
_COUNTABLE |= {"BHAG", "DEGREE", "SQUARE", "CUBIC", "METRIC", "SPOON"}
_TIME_AND_WEIGHT = frozenset({"year", "month", "day", "hour", "km", "kg"})  # what বার before is twelve of
_OWN_CLASSIFIER = frozenset({"SMALL", "TENS", "KURI", "NOY", "ELIDED", "ELIDED_MARKED", "ZERO", "MIXED"})
# একটিমাত্র, একটাই: one and no more, so not the article
_ONLY_ONE = cells("endings", "ending", "meaning", "only", "emphatic")
YEAR_NAMES = frozenset({52, 69, 71})  # বায়ান্নর, ঊনসত্তরের, একাত্তরের: years of national history
_ALONE_NO_NUMBER = frozenset({"LAKH", "LOKKHO", "CRORE", "SHO", "SHOTO"})  # nor are two of these


@cache
def _followers() -> dict[str, frozenset[str]]:
    """Return type -> the types of which one must follow."""
    found = {}
    for row in read_table("numbers/certainty"):
        names = frozenset(row["followers"].split()) - {"-"}
        found[row["type"]] = names - {"COUNTABLE"} | (_COUNTABLE if "COUNTABLE" in names else frozenset())
    return found


def is_certain(text: str, head: Sequence[Token], tail: Sequence[Token]) -> bool:
    """Say whether the numeral ``head``, with ``tail`` after it, is a number.

    >>> from banglanorm.numbers.words import lexer
    >>> tokens = [t for t in lexer().tokens("নয় মাস") if t.type != "BLANK"]
    >>> is_certain("নয় মাস", tokens[:1], tokens[1:]), is_certain("নয় মাস", tokens[:1], [])
    (True, False)
    """
    kind = head[0].type
    follower = tail[0].type if tail else ""
    if len(head) > 1 and kind not in _ALONE_NO_NUMBER:
        return True
    if kind == "ONE" and tail and tail[0].start == head[0].end and follower in ("MEASURE", "TIMES"):
        word = text[tail[0].start : tail[0].end]  # একদিন is "some day", একবার "once", but একদিনের is "of one day"
        return word.endswith(RA) and fold_word(word) not in lexicon()
    if follower == "ENDING":
        return _certain_by_ending(kind, head[0].value, tail[0].value, tail[1].type if len(tail) > 1 else "")
    if kind == "BAR" and follower == "MEASURE":
        return tail[0].value in _TIME_AND_WEIGHT
    if kind == "ELIDED" and text[head[0].end - 1] in APOSTROPHES:
        return True
    if kind == "NOY" and follower == "COUNTED":
        if text[: head[0].start].rstrip(" ").endswith(RA):
            return False  # জনগণের নয়, দেশের: "is not" after a genitive
        if is_of(text[tail[0].start : tail[0].end], "no counted thing"):
            return False  # উন্নয়ন নয় দেশে …
    if kind in _followers():
        counts = follower == "LOOSE_ENDING" and kind in _OWN_CLASSIFIER
        return follower in _followers()[kind] or (counts and (kind != "NOY" or is_classified(tail)))  # কাজ নয় এ ঘরে
    return True


def _certain_by_ending(kind: str, value: object, ending: str, follower: str) -> bool:
    if kind[0] == "D" or kind in ("Z2", "GROUPED", "HUNDREDS"):
        return True
    if ending.startswith(CLASSIFIERS):
        if kind == "ONE":
            return ending.endswith(_ONLY_ONE)
        return kind in _OWN_CLASSIFIER or (kind in ("BAR", "ELIDED_BARE") and ending.startswith("জন"))
    if kind in ("ONE", "BAR", "ZERO"):
        return False
    return follower in ("COMPARED", "DECADE", "MONTH") or (value in YEAR_NAMES and kind == "TENS")
