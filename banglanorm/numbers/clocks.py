"""Builders of clock times: the hour in সকাল নটায় and in ১০টা ৪৫; what only `banglanorm.dates` reads is used up."""

import re

from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.amounts import amount
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.making import DIGIT_TYPES, Tokens, leave, make_match, split_amount
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.units import CLASSIFIERS, is_classified
from banglanorm.numbers.values import amount_value
from banglanorm.numbers.words import lexicon
from banglanorm.script.letters import DANDA, E_KAR, RA
from banglanorm.tables import cells

_LONGEST_WORD = 30  # characters


def clock(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the hour in সকাল নটার; রাতে দুটো is "two at night", and দুপুরে একটা has an article."""
    in_day = tokens[0].type == "DAYPART"
    rest = tokens[1:] if in_day else tokens
    head, tail = split_amount(rest)
    bare = not in_day or fold_word(text[tokens[0].start : tokens[0].end]) in lexicon()
    if head[0].type == "DECIMAL":
        told = in_day and not is_classified(tail) and _is_told(text, head[0])
        return None if told else pointed_clock(text, rest)  # বিকেল ৫.৩০-এ
    is_hour = bare and tail[0].value.startswith(_HOUR_ENDINGS)
    if not is_hour or (head[0].type == "ONE" and tail[0].value == "টা"):
        return amount(text, rest)
    return make_match(text, head, tail, amount_value(head), unit="hour_clock")


def ruined(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up দেশের বারোটা বাজে, which is no hour; the hour has no owner but the night and the clock."""
    before = text[max(0, tokens[0].start - _LONGEST_WORD) : tokens[0].start].rstrip(" ").rpartition(" ")[2]
    ruins = tokens[0].value == _RUINED and before.endswith(RA) and not fold_word(before).startswith(_CLOCKS)
    return None if ruins else leave()


_RUINED, _CLOCKS = 12, "ঘড়ি"


def clock_with_minutes(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the hour in ১০টা ৪৫; its minutes are no number that stands alone."""
    in_day = tokens[0].type == "DAYPART"
    head, (ending, minutes, *after) = split_amount(tokens[1:] if in_day else tokens)
    hour = amount_value(head)
    told = ending.value in _HOUR_ENDINGS and hour in _HOURS and minutes.type in _OF_MINUTES
    if not told or minutes.value not in _MINUTES or is_classified(after):
        return leave()
    rest = text[tokens[-1].end : tokens[-1].end + 2].strip(" ")
    is_round = head[0].type in DIGIT_TYPES and minutes.type == "D2" and minutes.value % 5 == 0
    if not (in_day or after or is_round or not rest or rest[0] in _STOPS):
        return leave()  # একটা ১২ তালা বাড়ি
    return make_match(text, head, [ending], hour, unit="hour_clock")


_STOPS = f"{DANDA},.;)\n"
_HOURS, _MINUTES = range(1, 13), range(1, 60)
_OF_MINUTES = frozenset({"D2", "TENS", "KURI"})


def clock_in_digits(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up বিকাল ৩.৩০ মিনিটে and সকাল ১১.৩০, which are clock times and no numbers."""
    told = len(tokens) == 2 and _is_told(text, tokens[1])
    return None if told or tokens[-1].value == "minute" else leave()


def _is_told(text: str, token: Token) -> bool:
    """Say whether a decimal is an hour of the half day and its minutes, as people tell them: ১০.৩০."""
    return _TOLD.fullmatch(to_ascii_digits(text[token.start : token.end])) is not None


_TOLD = re.compile(r"(?:0?[1-9]|1[0-2])\.[0-5][0-9]")


def pointed_clock(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up ১০.৩০টায়, ১০.৩০ ঘটিকায় and ১০.৩০ মিনিটে, which are clock times: nobody counts hundredths with টা."""
    if len(tokens) > 1 and tokens[1].value == "minute" and text[tokens[1].start : tokens[1].end].endswith(E_KAR):
        return None if _is_told(text, tokens[0]) else leave()
    hundredths = text[tokens[0].start : tokens[0].end].partition(".")[2]
    ending = str(tokens[1].value) if len(tokens) > 1 else text[tokens[0].end : tokens[0].end + _LONGEST_HOUR_WORD]
    told = ending.startswith(_HOUR_ENDINGS if len(tokens) > 1 else _HOUR_WORDS)
    return None if len(hundredths) == 2 and told else leave()


_HOUR_ENDINGS = cells("dates/words", "word", "class", "oclock")
_HOUR_WORDS = tuple(" " + word for word in _HOUR_ENDINGS if word not in CLASSIFIERS)  # ঘটিকা
_LONGEST_HOUR_WORD = max(map(len, _HOUR_WORDS))
