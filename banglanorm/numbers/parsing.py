r"""`parse_number`: the value of a text that is one number and nothing else.

Each way to write a number is a row of `CONSTRUCTIONS`; the value of its words is `words.number_value`. A
quantity without a value (লক্ষ লক্ষ, কয়েক হাজার, শতাধিক) is an error that says so.
"""

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import cache

from banglanorm.errors import NumberParseError, require_str, shown
from banglanorm.finder import Construction, Finder
from banglanorm.lexer import Token
from banglanorm.numbers.digits import MOST_DIGITS, to_ascii_digits
from banglanorm.numbers.words import GROUPS, NUMERAL, Number, exact, lexer, number_value

# --- values ---------------------------------------------------------------------------------------------------------

_SKIPPED = frozenset({"ENDING", "LOOSE_ENDING", "MEASURE", "TIMES", "MULTIPLE", "PERSON", "BHAG", "MINUS", "NEGATIVE"})
_SKIPPED |= {"DASH", "PLUS", "PERCENT", "PERCENT_WORD", "PERCENT_OF", "SHARE", "CURRENCY", "APOSTROPHE"}
_MINUS_TYPES = frozenset({"NEGATIVE", "MINUS", "DASH"})
_FEWEST_SPOKEN_DIGITS = 3  # two digits side by side are more often "five or seven"


def amount_value(tokens: list[Token], /) -> Number:
    """Return the value of a numeral with its sign and decimals; endings and units beside it are passed over.

    Raises:
        NumberParseError: the parts do not make one number.

    >>> amount_value([t for t in lexer().tokens("মাইনাস তিন দশমিক পাঁচ") if t.type != "BLANK"])
    Decimal('-3.5')
    """
    parts = [token for token in tokens if token.type not in _SKIPPED]
    kinds = [token.type for token in parts]
    negative = tokens[0].type in _MINUS_TYPES
    if "POINT" in kinds:
        value = _pointed(parts, kinds.index("POINT"))
    elif kinds[0] in ("HALF", "SIKI"):
        value = parts[0].value * number_value(parts[1:]) if len(parts) > 1 else parts[0].value
        value = exact(Fraction(value), decimal=False)
    else:
        value = spoken_digits(parts) or number_value(parts)
    return _negated(value) if negative else value


def _negated(value: Number) -> Number:
    # Not -value: the sign of a Decimal would be applied in the caller's context and round it.
    return value.copy_negate() if isinstance(value, Decimal) else -value


def _pointed(parts: list[Token], point: int) -> Number:
    """Read দশমিক: the words after it are digits one by one, or one cardinal whose digits they are (তিন দশমিক পঁচাত্তর)."""
    end = len(parts)
    while parts[end - 1].type in _SCALES:
        end -= 1
    whole = number_value(parts[:point]) if point else 0
    digits = "".join([_digits_of(token) for token in parts[point + 1 : end]])
    if not isinstance(whole, int):
        raise NumberParseError("two decimal points")
    if len(digits) > MOST_DIGITS:
        raise NumberParseError(f"more than {MOST_DIGITS} digits")
    value = Decimal(f"{whole}.{digits}")
    if end == len(parts):
        return value
    scale = number_value(parts[end:])
    return exact(Fraction(value) * Fraction(scale), decimal=True)


_SCALES = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN"})


def _digits_of(token: Token) -> str:
    return to_ascii_digits(token.value) if isinstance(token.value, str) else str(token.value)


def spoken_digits(parts: list[Token], /) -> int | None:
    """Return the number that three or more single digits spell one by one, or ``None``.

    Raises:
        NumberParseError: there are more than `MOST_DIGITS`.

    >>> spoken_digits([t for t in lexer().tokens("তিন ছয় তিন") if t.type != "BLANK"])
    363
    """
    if len(parts) < _FEWEST_SPOKEN_DIGITS or any(part.type not in _SINGLE_DIGITS for part in parts):
        return None
    if len(parts) > MOST_DIGITS:
        raise NumberParseError(f"more than {MOST_DIGITS} digits")
    return int("".join([str(part.value) for part in parts]))


_SINGLE_DIGITS = frozenset({"ZERO", "ONE", "SMALL", "NOY"})


# --- builders: one a row of the table -------------------------------------------------------------------------------


def _amount(text: str, tokens: list[Token]) -> Number:
    return amount_value(tokens)


def _part(text: str, tokens: list[Token]) -> Number:
    """Read দুই-তৃতীয়াংশ, and পাঁচ ভাগের তিন ভাগ, which names the whole first."""
    mark = next(i for i, token in enumerate(tokens) if token.type in ("PART", "BHAGER", "SLASH"))
    before, after = tokens[:mark], tokens[mark + 1 :]
    if tokens[mark].type == "PART":
        numerator, denominator = amount_value(before) if before else 1, tokens[mark].value
    elif tokens[mark].type == "BHAGER":
        numerator, denominator = amount_value(after), amount_value(before)
    else:
        numerator, denominator = before[0].value, after[0].value
    if not denominator:
        raise NumberParseError("a fraction of zero parts")
    return exact(Fraction(numerator) / Fraction(denominator), decimal=False)


def _signed_part(text: str, tokens: list[Token]) -> Number:
    if tokens[0].type not in _MINUS_TYPES | {"PLUS"}:
        return _part(text, tokens)
    value = _part(text, tokens[1:])
    return _negated(value) if tokens[0].type in _MINUS_TYPES else value


def _whole_and_part(text: str, tokens: list[Token]) -> Number:
    """Read ১ ৩/৪."""
    return exact(tokens[0].value + Fraction(_part(text, tokens[1:])), decimal=False)


def _vulgar(text: str, tokens: list[Token]) -> Number:
    """Read ½ and ১½."""
    sign = text[tokens[-1].start]
    value = Fraction(unicodedata.numeric(sign)).limit_denominator(16)
    return exact(value + (tokens[0].value if len(tokens) > 1 else 0), decimal=False)


def _annas(text: str, tokens: list[Token]) -> Number:
    return exact(Fraction(unicodedata.numeric(text[tokens[0].start])).limit_denominator(16), decimal=False)


def _ordinal(text: str, tokens: list[Token]) -> Number:
    if tokens[-1].type == "ENDING" and len(tokens[-1].value) == 1 and not tokens[-1].value.isalpha():
        raise NumberParseError("an adverb, not a number")  # প্রথমে is "at first"
    return tokens[0].value if tokens[0].type in ("ORDINAL", "LUNAR_DAY") else number_value(_before_mark(tokens))


def _before_mark(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.type not in ("ORDINAL_MARK", "ENDING", "DASH")]


def _digit_ordinal(text: str, tokens: list[Token]) -> Number | None:
    value: int = tokens[0].value
    return value if tokens[1].value in ordinal_marks(value) else None


def _century(text: str, tokens: list[Token]) -> Number | None:
    """Read ১৯শ as nineteenth; ৫শ is five hundred."""
    value: int = tokens[0].value
    return value if value in range(11, 21) else None


def ordinal_marks(n: int, /) -> tuple[str, ...]:
    """Return what may stand after the digits of ``n``: the ordinal marks (CLDR plural rules) and those of dates.

    >>> ordinal_marks(2), ordinal_marks(21)
    (('য়', 'রা', 'nd'), ('শে', 'st'))
    """
    latin = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    bengali = _ORDINAL_MARKS.get(n) or (("ই",) if n in range(5, 19) else ("শে",) if n in range(19, 32) else ())
    return (*bengali, latin)


_ORDINAL_MARKS = {1: ("ম", "লা"), 2: ("য়", "রা"), 3: ("য়", "রা"), 4: ("র্থ", "ঠা"), 6: ("ষ্ঠ", "ষ্ট", "ই")}
_ORDINAL_MARKS |= dict.fromkeys((5, 7, 8, 9, 10), ("ম", "ই"))


def _value(text: str, tokens: list[Token]) -> Number:
    value: Number = tokens[0].value
    return value


def _product(text: str, tokens: list[Token]) -> Number:
    """Read তিন ডজন."""
    counted = [i for i, token in enumerate(tokens) if token.type in ("DOZEN", "HALI", "JORA", "KURI")][-1]
    factor = amount_value(tokens[:counted]) if counted else 1
    return exact(Fraction(factor) * tokens[counted].value, decimal=False)


def _times(text: str, tokens: list[Token]) -> Number | None:
    """Read তিন বার as three times; after a hundred or a scale বার may be its twelve, which the numeral reads."""
    counted = tokens[:-1]
    return None if counted[-1].type in _BEFORE_TWELVE else amount_value(counted)


_BEFORE_TWELVE = _SCALES | {"ARCHAIC", "HUNDREDS", "SHO", "SHOTO", "QUARTER"}


def _indefinite(text: str, tokens: list[Token]) -> Number:
    raise NumberParseError("an indefinite quantity has no value")


def _approximate(text: str, tokens: list[Token]) -> Number:
    raise NumberParseError("an approximate quantity has no exact value")


# --- the table ------------------------------------------------------------------------------------------------------
# Only whole texts are matched, once, so a run of parts may be as long as it likes.

_PART = "(?:UNIT|OLD|ELIDED_BARE|DIGITS|D0|DECIMAL|HUNDREDS|HUNDRED|MIXED|QUARTER|SCALE)"
_RUN = f"{_PART}(?: {_PART})*+"
_SIGN = "(?:(?:NEGATIVE|MINUS|DASH|PLUS) )?"
_LOOSE = "BLANK~(?:LOOSE_ENDING|PERSON|MULTIPLE)"
_TAIL = f"(?:ENDING|{_LOOSE}|MEASURE|TIMES|MULTIPLE|PERSON|BHAG)?(?: (?:PERCENT|PERCENT_WORD))?"
_FIRST = "UNIT|OLD|ELIDED_BARE|DIGITS|D0|DECIMAL|HUNDREDS|HUNDRED|MIXED|QUARTER|SCALE"
_SIGNS = "NEGATIVE|MINUS|DASH|PLUS"
_SIGNED = f"{_FIRST}|{_SIGNS}"

_DECIMALS = "POINT (?:UNIT|DIGITS|D0)(?: (?:UNIT|DIGITS|D0))*+"

CONSTRUCTIONS: tuple[Construction[Number], ...] = (
    Construction("reduplicated", "(SCALE|SHOTO) \\1", _indefinite),
    Construction("score", "(?:ONE|SMALL) KURI(?:~ENDING)?", _product),
    Construction("count", f"(?:(?:HALF|{_RUN}) )?(?:DOZEN|HALI|JORA)(?:~ENDING)?", _product),
    Construction("times", f"(?!BAR){NUMERAL} BAR", _times, needs="BAR"),
    Construction(
        "hyphen before a scale", f"(?:ELIDED|SMALL)~DASH~(?:SCALE|HUNDRED)(?: {_RUN})?", _amount, needs="DASH"
    ),
    Construction("century", "D2~SHO", _century),
    Construction("numeral", f"{_SIGN}{_RUN}{_TAIL}", _amount),
    Construction("decimal", f"{_SIGN}(?:{_RUN} )?{_DECIMALS}(?: SCALE)*+{_TAIL}", _amount),
    Construction("percent", f"PERCENT_OF {_RUN}(?: {_DECIMALS})?(?: BHAG)?", _amount),
    Construction("half", f"{_SIGN}(?:HALF|SIKI)(?: SCALE)?(?:~ENDING)?", _amount),
    Construction("part", f"{_SIGN}(?:{_RUN} DASH? )?PART(?:~ENDING)?", _signed_part),
    Construction("share", f"{_SIGN}{_RUN} BHAGER {_RUN} (?:BHAG|SHARE)", _signed_part),
    Construction("digits with slash", f"{_SIGN}DIGITS SLASH DIGITS(?: SHARE)?", _signed_part),
    Construction("whole and digits with slash", "DIGITS DIGITS~SLASH~DIGITS", _whole_and_part, needs="SLASH"),
    Construction("fraction sign", "(?:DIGITS )?VULGAR", _vulgar),
    Construction("annas", "ANNA~SIXTEEN", _annas),
    Construction("ordinal", "(?:ORDINAL|LUNAR_DAY)(?:~ENDING)?", _ordinal),
    Construction("ordinal in -tamo", f"{_RUN} DASH? ORDINAL_MARK(?:~ENDING)?", _ordinal),
    Construction("digit ordinal", "DIGITS (?:DIGIT_ORDINAL|DIGIT_DATE)", _digit_ordinal),
    Construction("day of the month", "DATE_ORDINAL(?:~ENDING)?", _value),
    Construction("multiple", "MULTIPLE_WORD(?:~ENDING)?", _value),
    Construction("indefinite", f"INDEFINITE(?: {_RUN})?", _indefinite),
    Construction("roughly", f"(?:{_RUN} )?ROUGHLY(?:~ENDING)?", _approximate),
    Construction("more than", f"(?:{_RUN} )?MORE_THAN(?:~ENDING)?", _approximate),
)


@cache
def _parser() -> Finder[Number]:
    return Finder(lexer(), CONSTRUCTIONS, groups=GROUPS)


def parse_number(text: str, /) -> Number:
    """Return the value of ``text``, all of which must be one number, as ``int``, ``Decimal`` or ``Fraction``.

    Digits of either script and number words in any accepted spelling, joined or apart, with a classifier, ending or
    glued measure (ছ’দিনের is 6). A percentage gives its number (দশ শতাংশ is 10), an ordinal its rank.

    Raises:
        TypeError: ``text`` is not ``str``.
        NumberParseError: ``text`` is no number, more than one, or a quantity without a value such as লক্ষ লক্ষ.

    >>> parse_number("এক হাজার আটশত সত্তর কোটি"), parse_number("১ লক্ষ ৪৭ হাজার ৫৭০"), parse_number("সাড়ে তিন")
    (18700000000, 147570, Fraction(7, 2))
    >>> parse_number("তিন দশমিক শূন্য পাঁচ"), parse_number("দুই-তৃতীয়াংশ"), parse_number("দ্বিতীয়")
    (Decimal('3.05'), Fraction(2, 3), 2)
    """
    require_str(text)
    whole = text.strip()
    try:
        value = _parser().parse(whole)
    except NumberParseError as error:
        raise NumberParseError(f"{error}: {shown(text)}") from None
    if value is None:
        value = _roman(whole)
    if value is None:
        raise NumberParseError(f"{_what_is_wrong(whole)}: {shown(text)}")
    return value


_PARTS_OF_NUMBERS = {name for row in CONSTRUCTIONS for name in re.findall("[A-Z][A-Z0-9_]+", row.pattern)}
_PARTS_OF_NUMBERS |= {name for group in GROUPS.values() for name in group.split("|")} | {"COMMA", "DOT"}
_PARTS_OF_NUMBERS -= {"DIGIT_ORDINAL", "DIGIT_DATE"}  # these are right after some digits only


_GLUED_ONLY = frozenset({"MEASURE"})  # ছ’দিনের is a word of six, ছয় দিন a length of time


def _what_is_wrong(text: str) -> str:
    if not text:
        return "no number in an empty text"
    tokens = [token for token in lexer().tokens(text) if token.type != "BLANK"]
    for token in tokens:
        loose_unit = token.type in _GLUED_ONLY and token.start and text[token.start - 1].isspace()
        if loose_unit or token.type not in _PARTS_OF_NUMBERS:
            return f"{shown(text[token.start : token.end])} is not part of a number"
    if any(token.type == "COMMA" for token in tokens):
        return "commas do not group the digits"
    return "the parts do not make one number"


# --- Roman numerals -------------------------------------------------------------------------------------------------


@cache
def _roman_pattern() -> re.Pattern[str]:
    return re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


def _roman(text: str) -> int | None:
    """Return the value of a Roman numeral in capitals or in the letters of U+2160 to U+217F."""
    letters = unicodedata.normalize("NFKC", text).upper() if text[:1] in _ROMAN_LETTERS else text
    if not letters or len(letters) > _LONGEST_ROMAN or not _roman_pattern().fullmatch(letters):
        return None
    values = [_ROMAN_VALUES[letter] for letter in letters]
    return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))


_ROMAN_LETTERS = frozenset(map(chr, range(0x2160, 0x2180)))
_LONGEST_ROMAN = 15
