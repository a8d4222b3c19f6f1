r"""`parse_number`: the value of a text that is one number and nothing else.

Each way to write a number is a row of `CONSTRUCTIONS`; what its tokens are worth is said in `values`. A quantity
without a value (লক্ষ লক্ষ, কয়েক হাজার, শতাধিক) is an error that says so, and so is a share: ৫% of what?
"""

from collections.abc import Callable
from functools import cache

from banglanorm.errors import NumberParseError, require_str, shown
from banglanorm.finder import Construction, Finder
from banglanorm.lexer import Token
from banglanorm.notation import type_names
from banglanorm.numbers.ordinal_marks import ordinal_marks
from banglanorm.numbers.patterns import GROUPS, NUMERAL
from banglanorm.numbers.roman import roman_value
from banglanorm.numbers.values import (
    MINUS_SIGNS,
    SCALES,
    Number,
    amount_value,
    negated,
    ordinal_value,
    part_value,
    product_value,
    sign_value,
)
from banglanorm.numbers.words import lexer

Build = Callable[[str, list[Token]], Number | None]

LONGEST = 100_000  # characters: a number of 4,000 digits in words is shorter

# --- builders -------------------------------------------------------------------------------------------------------


def _of(value: Callable[[list[Token]], Number]) -> Build:
    return lambda text, tokens: value(tokens)


def _signed_part(text: str, tokens: list[Token]) -> Number:
    value = part_value(tokens)
    return negated(value) if tokens[0].type in MINUS_SIGNS else value


def _ordinal(text: str, tokens: list[Token]) -> Number:
    ending = tokens[-1]
    if ending.type == "ENDING" and ending.value == "\N{BENGALI VOWEL SIGN E}":  # প্রথমে is "at first"
        raise NumberParseError("an adverb, not a number", start=tokens[0].start, end=ending.end)
    return ordinal_value(tokens)


def _digit_ordinal(text: str, tokens: list[Token]) -> Number | None:
    value: int = tokens[0].value
    return value if tokens[1].value in ordinal_marks(value) else None


def _century(text: str, tokens: list[Token]) -> Number | None:
    """Read ১৯শ as nineteenth; ৫শ is five hundred."""
    value: int = tokens[0].value
    return value if value in range(11, 21) else None


def _first(text: str, tokens: list[Token]) -> Number:
    value: Number = tokens[0].value
    return value


def _score(text: str, tokens: list[Token]) -> Number:
    return product_value(tokens, ("KURI",))


def _times(text: str, tokens: list[Token]) -> Number | None:
    """Read তিন বার as three times; after a hundred or a scale বার may be its twelve, which the numeral reads."""
    counted = tokens[:-1]
    return None if counted[-1].type in _BEFORE_TWELVE else amount_value(counted)


_BEFORE_TWELVE = SCALES | {"HUNDREDS", "SHO", "SHOTO", "QUARTER"}


def _refuse(reason: str) -> Build:
    def refuse(text: str, tokens: list[Token]) -> Number:
        raise NumberParseError(reason, start=tokens[0].start, end=tokens[-1].end)

    return refuse


# --- the table ------------------------------------------------------------------------------------------------------
# Only whole texts are matched, once, so a run of parts may be as long as it likes.

_PART = "(?:(?:D1|D2)~APOSTROPHE~HUNDRED|UNIT|OLD|ELIDED_BARE|DIGITS|D0|DECIMAL|HUNDREDS|HUNDRED|MIXED|QUARTER|SCALE)"
_RUN = f"{_PART}(?: {_PART})*+"
_SIGN = "(?:(?:NEGATIVE|OWED|MINUS|DASH|PLUS) )?"  # ঋণ is "minus" only where nothing else is said: it is also a debt
_LOOSE = "BLANK~(?:LOOSE_ENDING|PERSON|MULTIPLE)"
_TAIL = f"(?:ENDING|{_LOOSE}|MEASURE|TIMES|MULTIPLE|PERSON|BHAG)?"
_DECIMALS = "POINT (?:UNIT|DIGITS|D0)(?: (?:UNIT|DIGITS|D0))*+"
_FRACTION = "DIGITS~(?:SLASH|FRACTION_SLASH)~DIGITS"
_INDEFINITE = _refuse("an indefinite quantity has no value")
_ROUGH = _refuse("an approximate quantity has no exact value")
_SHARE = _refuse("a percentage is a share of something")


def _row(
    name: str, pattern: str, build: Build, example: str, counterexample: str, needs: str = ""
) -> Construction[Number]:
    return Construction(name, pattern, build, example, counterexample, needs)


CONSTRUCTIONS: tuple[Construction[Number], ...] = (
    _row("reduplicated", "(SCALE|SHOTO) \\1", _INDEFINITE, "লক্ষ লক্ষ", "দুই লক্ষ"),
    _row("score", "(?:ONE|SMALL) KURI(?:~ENDING)?", _score, "তিন কুড়ি", "বিশ কুড়ি"),
    _row("count", f"(?:(?:HALF|{_RUN}) )?COLLECTIVE(?:~ENDING)?", _of(product_value), "তিন ডজন", "তিন", "COLLECTIVE"),
    _row("times", "(?!BAR)NUMERAL BAR", _times, "তিন বার", "তিন", "BAR"),
    _row(
        "hyphen before a scale",
        f"(?:ELIDED|SMALL)~DASH~(?:SCALE|HUNDRED)(?: {_RUN})?",
        _of(amount_value),
        "দু-হাজার",
        "দু হাজার",
        "DASH",
    ),
    _row("century", "D2~SHO", _century, "১৯শ", "৫শ"),
    _row("numeral", f"{_SIGN}{_RUN}{_TAIL}", _of(amount_value), "এক লাখ ৫", "এক লাখ মানুষ"),
    _row(
        "decimal", f"{_SIGN}(?:{_RUN} )?{_DECIMALS}(?: SCALE)*+{_TAIL}", _of(amount_value), "তিন দশমিক পাঁচ", "তিন দশমিক"
    ),
    _row("percentage", f"{_SIGN}(?:{_RUN} {_DECIMALS}|{_RUN})(?: SCALE)*+ (?:PERCENT|PERCENT_WORD)", _SHARE, "৫%", "৫"),
    _row("percent of", f"PERCENT_OF {_RUN}(?: {_DECIMALS})?(?: BHAG)?", _SHARE, "শতকরা ৫ ভাগ", "৫ ভাগ"),
    _row("all of it", "PERCENTAGE", _SHARE, "শতভাগ", "শত"),
    _row("half", f"{_SIGN}(?:HALF|SIKI|PORTION)(?: SCALE)?(?:~ENDING)?", _of(amount_value), "অর্ধেক", "অর্ধেক মানুষ"),
    _row("part", f"{_SIGN}(?:{_RUN} DASH? )?PART(?:~ENDING)?", _signed_part, "দুই-তৃতীয়াংশ", "দুই-তৃতীয়", "PART"),
    _row("share", f"{_SIGN}{_RUN} BHAGER {_RUN} (?:BHAG|SHARE)", _signed_part, "পাঁচ ভাগের তিন ভাগ", "পাঁচ ভাগ", "BHAGER"),
    _row("digits with slash", f"{_SIGN}(?:DIGITS )?{_FRACTION}(?: SHARE)?", _signed_part, "১ ৩/৪", "১ ৩"),
    _row("digits with spaced slash", f"{_SIGN}DIGITS SLASH DIGITS(?: SHARE)?", _signed_part, "৩ / ৪", "৩ ও ৪", "SLASH"),
    _row("fraction sign", f"{_SIGN}(?:DIGITS )?VULGAR", _of(sign_value), "১½", "১"),
    _row("annas", "ANNA~SIXTEEN", _of(sign_value), "৵৹", "৵"),
    _row("ordinal", "(?:ORDINAL|LUNAR_DAY)(?:~ENDING)?", _ordinal, "তৃতীয়", "তৃতীয় দিন"),
    _row("ordinal in -tamo", f"{_RUN} DASH? ORDINAL_MARK(?:~ENDING)?", _ordinal, "পঞ্চাশতম", "পঞ্চাশ"),
    _row("digit ordinal", "DIGITS (?:DIGIT_ORDINAL|DIGIT_DATE)", _digit_ordinal, "২য়", "২ম"),
    _row("day of the month", "DATE_ORDINAL(?:~ENDING)?", _first, "পহেলা", "পহেলা মে"),
    _row("multiple", "MULTIPLE_WORD(?:~ENDING)?", _first, "দ্বিগুণ", "দ্বিগুণ দাম"),
    _row("indefinite", f"INDEFINITE(?: {_RUN})?", _INDEFINITE, "কয়েক হাজার", "হাজার"),
    _row("roughly", f"(?:{_RUN} )?(?:ROUGHLY|COUPLE|SOME)(?:~ENDING)?", _ROUGH, "হাজারখানেক", "হাজার"),
    _row("more than", f"(?:{_RUN} )?MORE_THAN(?:~ENDING)?", _ROUGH, "শতাধিক", "শত"),
)


@cache
def _parser() -> Finder[Number]:
    return Finder(lexer(), CONSTRUCTIONS, groups=GROUPS, compound=NUMERAL)


def parse_number(text: str, /) -> Number:
    """Return the value of ``text``, all of which must be one number, as ``int``, ``Decimal`` or ``Fraction``.

    Digits of either script and number words in any accepted spelling, joined or apart, with a classifier, ending or
    glued measure (ছ’দিনের is 6). An ordinal gives its rank. Numbers may have up to 4,000 digits.

    Raises:
        TypeError: ``text`` is not ``str``.
        NumberParseError: ``text`` is no number, more than one, or a quantity without a value such as লক্ষ লক্ষ or ৫%;
            its ``start`` and ``end`` are the place in ``text`` of what is not understood.

    >>> parse_number("এক হাজার আটশত সত্তর কোটি"), parse_number("১ লক্ষ ৪৭ হাজার ৫৭০"), parse_number("সাড়ে তিন")
    (18700000000, 147570, Fraction(7, 2))
    >>> parse_number("তিন দশমিক শূন্য পাঁচ"), parse_number("দুই-তৃতীয়াংশ"), parse_number("দ্বিতীয়")
    (Decimal('3.05'), Fraction(2, 3), 2)
    """
    require_str(text)
    if len(text) > LONGEST:
        raise NumberParseError(f"longer than any number: {shown(text)}", end=len(text))
    whole = text.strip()
    skipped = len(text) - len(text.lstrip())
    try:
        value = _parser().parse(whole)
        if value is None:
            value = roman_value(whole)
        if value is None:
            raise _what_is_wrong(whole)
    except NumberParseError as error:
        end = error.end or len(whole)
        raise NumberParseError(f"{error}: {shown(text)}", start=skipped + error.start, end=skipped + end) from None
    return value


@cache
def _types_of_numbers() -> frozenset[str]:
    names = frozenset().union(*(type_names(row.pattern) for row in CONSTRUCTIONS))
    names |= {name for group in GROUPS.values() for name in group.split("|")} | {"COMMA", "DOT"}
    return names - {"DIGIT_ORDINAL", "DIGIT_DATE"}  # these are right after some digits only


_GLUED_ONLY = frozenset({"MEASURE"})  # ছ’দিনের is a word of six, ছয় দিন a length of time


def _what_is_wrong(text: str) -> NumberParseError:
    if not text:
        return NumberParseError("no number in an empty text")
    tokens = [token for token in lexer().tokens(text) if token.type != "BLANK"]
    for token in tokens:
        loose_unit = token.type in _GLUED_ONLY and token.start and text[token.start - 1].isspace()
        if loose_unit or token.type not in _types_of_numbers():
            part = shown(text[token.start : token.end])
            return NumberParseError(f"{part} is not part of a number", start=token.start, end=token.end)
    comma = next((token for token in tokens if token.type == "COMMA"), None)
    if comma:
        return NumberParseError("commas do not group the digits", start=comma.start, end=comma.end)
    return NumberParseError("the parts do not make one number", end=len(text))
