"""What stands after a numeral and what it says: the unit that is counted, and the kind of number.

One row of `_SENSES` for each type of token that can follow. Units made of two words (বর্গ কিলোমিটার, চা চামচ,
কিমি/ঘণ্টা, কি.মি.) are put together here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from banglanorm.endings import unstressed
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.beside import follows, is_of, precedes
from banglanorm.numbers.match import NumberKind
from banglanorm.numbers.words import lexicon, read_word
from banglanorm.script.letters import JOINERS, WORD_CHARACTERS
from banglanorm.tables import cells

WITHOUT_UNIT = frozenset({"PLUS", "ENDING", "LOOSE_ENDING", "COUNTED", "COMPARED", "COMMA", "DOT"})
CLASSIFIERS = cells("endings", "ending", "meaning", "definite", "person")


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a type of token says of the number before it: a kind, and a unit where it is not the token's own.

    The sense holds for values from ``least`` to ``most``; for others the unit is ``otherwise`` and the kind plain.
    """

    kind: NumberKind | None = None
    unit: str | None = None
    least: int | None = None
    most: int | None = None
    otherwise: str = ""


_SENSES = {
    "MEASURE": _Sense(),
    "SHORT": _Sense(),
    "SQUARE": _Sense(),
    "CUBIC": _Sense(),
    "METRIC": _Sense(),
    "SPOON": _Sense(),
    "DEGREE": _Sense(),
    "CELSIUS": _Sense(),
    "FAHRENHEIT": _Sense(),
    "TIMES": _Sense(),
    "PERSON": _Sense(),
    "CURRENCY": _Sense("currency"),
    "CHANGE": _Sense("currency"),
    "CURRENCY_CODE": _Sense("currency"),
    "NATION": _Sense("currency"),
    "CURRENCY_SIGN": _Sense("currency"),
    "SLASH": _Sense("currency", "taka"),
    "PERCENT": _Sense("percent", "percent"),
    "PERCENT_WORD": _Sense("percent"),
    "MULTIPLE": _Sense("multiple"),
    "YEAR_WORD": _Sense("year", "", least=1, most=9999),
    "LABEL": _Sense("label", ""),
    "CLOCK": _Sense(unit="hour_clock", most=24),
    "MONTH": _Sense("ordinal_date", "", least=1, most=32),
    "DATE_WORD": _Sense("ordinal_date", "", least=1, most=32),
    "CENTURY": _Sense("ordinal", "century", least=5, most=21),
    "DECADE": _Sense("decade", "", least=20, otherwise="decade"),  # দুই দশক is two decades, নব্বই দশক the nineties
}
_PER = {"hour": "h", "second": "s", "minute": "min"}  # as the international symbols write them: km/h


def unit_and_kind(text: str, tail: Sequence[Token], value: object) -> tuple[str, NumberKind]:
    """Return the unit and the kind that the tokens after a numeral give it.

    >>> from banglanorm.numbers.words import lexer
    >>> unit_and_kind("টাকা", lexer().tokens("টাকা"), 5), unit_and_kind("সালে", lexer().tokens("সালে"), 1971)
    (('taka', 'currency'), ('', 'year'))
    """
    plain: NumberKind = "decimal" if isinstance(value, Decimal) else "cardinal"
    if not tail:
        return "", plain
    rest = [token for token in tail if token.type not in WITHOUT_UNIT]
    if not rest:
        return ("person" if tail[0].type != "COMPARED" and "জন" in str(tail[0].value) else ""), plain
    first = rest[0]
    if first.type == "BAR":  # after a number বার is "times"; after an ending it is "twelve"
        return ("times" if tail[0] is first else ""), plain
    if first.type in ("LABEL", "MULTIPLE") and is_classified(tail):  # ৯টি ধারায়, তিনটি গুণ: things that are counted
        return "", plain
    if first.value == "g" and (is_classified(tail) or _is_village(text, first, value)):  # দশটি গ্রাম are villages
        return "", plain
    if first.type in ("PERCENT_WORD", "CENTURY") and _is_decimal(text, first, tail):
        return "decimal", plain
    sense = _SENSES.get(first.type)
    if sense is None:
        return "", plain
    if not _within(sense, value) or (first.type == "CENTURY" and not _is_age(text, first, value)):
        return sense.otherwise, plain
    return unit_name(text, rest) if sense.unit is None else sense.unit, sense.kind or plain


def _within(sense: _Sense, value: object) -> bool:
    if sense.least is None:
        return sense.most is None or not isinstance(value, int) or value <= sense.most
    return isinstance(value, int) and value >= sense.least and (sense.most is None or value <= sense.most)


def _is_village(text: str, word: Token, value: object) -> bool:
    """Say whether গ্রাম after a numeral is a village: ১২ গ্রামের মানুষ, ২০ গ্রামে; প্রতি ১০০ গ্রামে has grams."""
    if follows(text[word.end : word.end + _WINDOW], "villagers"):
        return True
    written = unstressed(text[word.start : word.end])
    if written == _OF_VILLAGES:
        return value == 1
    return written == _IN_VILLAGES and _EACH not in text[max(0, word.start - _WINDOW // 2) : word.start]


_IN_VILLAGES, _OF_VILLAGES, _EACH = "গ্রামে", "গ্রামের", "প্রতি"
_WINDOW = 40  # characters


def _is_decimal(text: str, word: Token, tail: Sequence[Token]) -> bool:
    """Say whether শতক or শতাংশ is the hundredth of an acre: ৫ শতাংশ জমি, but মোট জমির ৫ শতাংশ, ৫ শতাংশ জমি পতিত."""
    after = text[word.end : word.end + _WINDOW].lstrip(" ")
    if not after.startswith(cells("dates/words", "word", "class", "land")):
        return False
    if word.type == "CENTURY":
        return is_of(text[word.start : word.end], "century or land")
    before = text[max(0, tail[0].start - _WINDOW) : tail[0].start]
    return not follows(after.partition(" ")[2], "share of land") and not precedes(before, "land of all")


_FIRST_NAMED_CENTURY = 15  # পনেরো শতক; smaller numbers of শতক are of land or of runs


def _is_age(text: str, word: Token, value: object) -> bool:
    """Say whether শতক after a numeral is a century, not a measure of land (৭ শতক জমি) or a hundred runs (১০ শতক)."""
    if text[word.end : word.end + 8].lstrip(" ").startswith(cells("dates/words", "word", "class", "land")):
        return False
    is_bare = is_of(text[word.start : word.end], "century or land")
    return not is_bare or (isinstance(value, int) and value >= _FIRST_NAMED_CENTURY)


def is_classified(tail: Sequence[Token]) -> bool:
    """Say whether a numeral has a classifier, so that it counts things.

    >>> is_classified([Token("ENDING", 2, 4, "টি")]), is_classified([])
    (True, False)
    """
    return bool(tail) and tail[0].type in ("ENDING", "LOOSE_ENDING") and str(tail[0].value).startswith(CLASSIFIERS)


def unit_name(text: str, tokens: Sequence[Token]) -> str:
    """Return the name of a unit of one or more tokens: বর্গ কিলোমিটার is ``sqkm``, কিমি/ঘণ্টা ``km/h``.

    >>> from banglanorm.numbers.words import lexer
    >>> [unit_name(t, lexer().tokens(t)) for t in ("কিমি/ঘণ্টা", "মি.লি.", "বর্গ কি.মি.", "°C")]
    ['km/h', 'ml', 'sqkm', 'celsius']
    """
    tokens = [token for token in tokens if token.type not in ("DOT", "DASH", "BLANK")]
    slash = next((i for i, token in enumerate(tokens) if token.type in ("SLASH", "PER") and i), 0)
    if slash and tokens[slash].type == "PER" and fold_word(text[tokens[0].start : tokens[0].end]) not in lexicon():
        return unit_name(text, tokens[:slash])  # ৩০ বছরে প্রতি মাসে
    if slash and slash + 1 < len(tokens):
        below = unit_name(text, tokens[slash + 1 :])
        return f"{unit_name(text, tokens[:slash])}/{_PER.get(below, below)}"
    first, last = tokens[0], tokens[-1]
    if last.type == "DISTANCE":  # ৫ কিলো দূরে
        unit = unit_name(text, tokens[:-1])
        return "km" if unit == "kg" else unit
    if first.type in ("SQUARE", "CUBIC", "METRIC"):  # মেট্রিক টন is the tonne
        return _with_next_word(text, first) or f"{first.value}{unit_name(text, tokens[1:])}"
    if first.type == "SHORT" or last.type == "SHORT":
        return _short_unit(text, tokens)
    if first.type in ("SPOON", "NATION"):
        return str(first.value)
    if last is first:
        return _with_next_word(text, first) or str(first.value)
    return str(last.value)


def _with_next_word(text: str, token: Token) -> str:
    """Return the unit that a word is with the next one, if they make one: কিলো মিটার is no weight, বর্গ ফুট ``sqft``."""
    may_join = token.value == "kg" or token.type in ("SQUARE", "CUBIC")
    after = _NEXT_WORD.match(text, token.end) if may_join else None
    pieces = after and read_word(fold_word(text[token.start : token.end] + after[1]), None)
    return str(pieces[0].value) if pieces and pieces[0].type == "MEASURE" else ""


_NEXT_WORD = re.compile(f" ([{WORD_CHARACTERS}{JOINERS}]++)")


def _short_unit(text: str, tokens: Sequence[Token]) -> str:
    """Return the unit of কি.মি., মি. গ্রা., মি. গ্রাম, °সে. and মিঃ."""
    if tokens[0].type == "DEGREE":
        return "celsius"
    joined = "".join([fold_word(text[token.start : token.end]) for token in tokens])
    kind, unit = lexicon().get(joined, ("", ""))
    return str(unit) if kind in ("MEASURE", "SHORT") else str(tokens[0].value)
