"""How a builder makes a `NumberMatch` of the tokens of a construction.

What tokens are worth is said in `values`, what follows a numeral in `units`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from banglanorm.errors import NumberParseError
from banglanorm.finder import PASS
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.match import NumberKind, NumberMatch, Qualifier
from banglanorm.numbers.qualifiers import Counted, may_qualify, qualifier_after, qualifier_before
from banglanorm.numbers.units import is_classified, unit_and_kind
from banglanorm.numbers.values import MINUS_SIGNS, SCALES, Number, negated
from banglanorm.numbers.words import lexicon
from banglanorm.script.letters import RA

Tokens = Sequence[Token]
Build = Callable[[str, list[Token]], NumberMatch | None]

NUMERAL_TYPES = SCALES | {"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI", "ELIDED", "ELIDED_MARKED"}
NUMERAL_TYPES |= {"ELIDED_BARE", "HUNDREDS", "SHO", "SHOTO", "MIXED", "QUARTER", "HALF", "SIKI", "PORTION", "POINT"}
DIGIT_TYPES = frozenset({"D1", "D2", "Z2", "D3", "D4", "D5UP", "GROUPED"})
NUMERAL_TYPES |= DIGIT_TYPES | {"D0", "DECIMAL"}
_GLUED_ON = frozenset(
    {"ENDING", "MEASURE", "SHORT", "TIMES", "MULTIPLE", "BHAG", "PERCENT", "CURRENCY_SIGN", "CURRENCY"}
)
_GLUED_ON |= {
    "BAR",
    "DEGREE",
    "CELSIUS",
    "FAHRENHEIT",
    "ORDINAL_MARK",
    "SLASH",
    "EQUALS",
    "DASH",
    "PERSON",
    "LOOSE_ENDING",
}
_HUNDRED = frozenset({"SHO", "SHOTO"})
_BEFORE_TWELVE = MINUS_SIGNS | {"QUARTER"}  # after other numbers বার is "times"


def lenient(build: Build, /) -> Build:
    """Return ``build`` with "these parts make no number" as ``None``."""

    def built(text: str, tokens: list[Token]) -> NumberMatch | None:
        try:
            return build(text, tokens)
        except NumberParseError:
            return None

    return built


def below_zero(text: str, sign: Token, match: NumberMatch) -> NumberMatch:
    """Return the match of a number with the sign before it, and its value negated."""
    assert match.value is not None
    value = negated(match.value)
    return replace(match, value=value, low=value, high=value, start=sign.start, text=text[sign.start : match.end])


def leave() -> NumberMatch | None:
    """Leave the place to other rows."""
    result: NumberMatch | None = PASS
    return result


def split_amount(tokens: Tokens) -> tuple[list[Token], list[Token]]:
    """Split the tokens of an amount into its numeral and what stands after it."""
    for i, token in enumerate(tokens):
        if token.type == "APOSTROPHE" and i + 1 < len(tokens) and tokens[i + 1].type in _HUNDRED:  # ৫'শ
            continue
        if token.type not in NUMERAL_TYPES and (i or token.type not in MINUS_SIGNS):
            return list(tokens[:i]), list(tokens[i:])
        if token.type == "BAR" and i and tokens[i - 1].type not in _BEFORE_TWELVE and not _is_between_scales(tokens, i):
            return list(tokens[:i]), list(tokens[i:])
    return list(tokens), []


def _is_between_scales(tokens: Tokens, i: int) -> bool:
    return tokens[i - 1].type in SCALES and i + 1 < len(tokens) and tokens[i + 1].type in SCALES


def make_match(
    text: str,
    head: Tokens,
    tail: Tokens = (),
    value: Number | None = None,
    kind: NumberKind | None = None,
    *,
    ends: tuple[Number, Number] | None = None,
    digits: str = "",
    unit: str | None = None,
    qualifier: Qualifier = "",
) -> NumberMatch:
    """Make the match of a numeral and what stands after it; what is written onto it belongs to it."""
    start, end = head[0].start, head[-1].end
    stop = _end_of_word(head[-1], tail)
    meant, plain = unit_and_kind(text, tail, value)
    said = qualifier or _said_before(text, start, meant) or _said_after(text, head[-1], tail, meant, kind or plain)
    low, high = ends or _bounds(value, said)
    return NumberMatch(
        start,
        stop,
        text[start:stop],
        kind or plain,
        value,
        low,
        high,
        said,
        digits,
        meant if unit is None else unit,
        text[end:stop].lstrip("'’‘ʼ") if stop > end else "",
    )


def _said_before(text: str, start: int, unit: str) -> Qualifier:
    """Return what the words before a number say about it; the most runs of a player are so many runs."""
    said = qualifier_before(text, start)
    return "" if said and unit in _RECORDED and _RECORD in text[max(0, start - _WINDOW) : start] else said


_RECORDED = frozenset({"run", "wicket", "goal", "point"})
_RECORD, _WINDOW = "সর্ব", 12  # সর্বোচ্চ, সর্বনিম্ন


def _said_after(text: str, last: Token, tail: Tokens, unit: str, kind: NumberKind) -> Qualifier:
    """Return what the words after a number say about it; those after a date compare: ২০২২ সালের মতো."""
    if tail and tail[0].type == "PLUS":  # ৫+ বছর
        return "at_least"
    if kind in _DATES:
        return ""
    for token in tail:
        if token.type not in _NO_UNIT:
            last = token
    if not may_qualify(text, last.end):  # as after most
        return ""
    counted: Counted = "money" if kind == "currency" else "floor" if unit == "floor" else "measure"
    if unit == "person" or is_classified(tail):
        counted = "thing"
    if last.type not in _ENDINGS and text[last.end - 1] == RA and fold_word(text[last.start : last.end]) in lexicon():
        counted = "bare"  # ৫ কিলোমিটার বেশি, ৫ হাজার কম: so many more, so many less
    return qualifier_after(text, last.end, counted=counted)


_ENDINGS = frozenset({"ENDING", "LOOSE_ENDING"})
_NO_UNIT = frozenset({"COMPARED", "COMMA"})


_DATES = frozenset({"year", "decade", "ordinal_date"})


def _end_of_word(before: Token, tail: Tokens) -> int:
    """Return where what is written onto a numeral ends; its last token is ``before``."""
    for token in tail:
        of_abbreviation = token.type == "DOT" and before.type == "SHORT"
        if token.start != before.end or not (of_abbreviation or token.type in _GLUED_ON):
            break
        before = token
    return before.end


def _bounds(value: Number | None, qualifier: Qualifier) -> tuple[Number | None, Number | None]:
    if not qualifier:
        return value, value
    low = None if qualifier in ("less_than", "at_most") else value
    high = None if qualifier in ("more_than", "at_least") else value
    return low, high
