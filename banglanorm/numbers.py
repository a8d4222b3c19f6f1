r"""`find_numbers`: the numbers in running text, with their place, exact value, kind, unit and ending.

Every way a number stands in a sentence is a row of `CONSTRUCTIONS` over the tokens of `number_words`. Number words are also
other words (নয় is "is not", লক্ষ করা is "to notice", একটি is an article), so a word that stands alone must be certain by
itself or by its neighbours (`_NEEDS`), and what is not certain is left out. Ambiguities: reference/numbers.md, section 10.

>>> [(m.text, m.value, m.kind, m.unit) for m in find_numbers("দেড় লাখ টাকা, ৩০-৩৫ হাজার মানুষ আর ছ’দিন; কিন্তু দশটি নয়।")]
[('দেড় লাখ', 150000, 'currency', 'taka'), ('৩০-৩৫ হাজার', (30000, 35000), 'range', ''), \
('ছ’দিন', 6, 'cardinal', 'day'), ('দশটি', 10, 'cardinal', '')]
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from banglanorm.digits import to_ascii_digits
from banglanorm.errors import NumberParseError, require_str
from banglanorm.finder import Construction, Finder, Token, fold_word
from banglanorm.number_parsing import amount_value, ordinal_marks, spoken_digits
from banglanorm.number_words import GROUPS, NUMERAL, Number, exact, lexer, lexicon, number_value
from banglanorm.script import RA


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number at ``text[start:end]``.

    ``value`` is exact: ``int``, ``Decimal`` or ``Fraction``; a pair of them for a range; the ASCII digits as ``str`` for a
    phone number or digits read one by one, where leading zeros count. ``kind`` is one of cardinal, decimal, ordinal,
    ordinal_date, percent, currency, fraction, multiple, range, approximate, more_than, year, decade, label, phone, digits.
    ``unit`` names what is counted (year, km, person, USD …; ``taka`` where টাকা may be BDT or INR) or is empty, and ``suffix``
    is what is written onto the number.
    """

    start: int
    end: int
    text: str
    value: Number | tuple[Number, Number] | str
    kind: str
    unit: str = ""
    suffix: str = ""


def find_numbers(text: str, /) -> list[NumberMatch]:
    """Return the numbers in ``text``, sorted and without overlap; of overlapping readings the longest.

    Left out is what is not certain: indefinite quantities (লক্ষ লক্ষ, কয়েক হাজার), একটি as an article, clock times in
    digits, scores, dates in digits, digits inside names and addresses. Lines are read one by one.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(m.start, m.text, m.value) for m in find_numbers("এক হাজার আটশত সত্তর কোটি ডলার, ২য় দফায় ৫.৫ শতাংশ")]
    [(0, 'এক হাজার আটশত সত্তর কোটি', 18700000000), (32, '২য়', 2), (41, '৫.৫', Decimal('5.5'))]
    """
    require_str(text)
    return list(_finder().find(text))


@cache
def _finder() -> Finder[NumberMatch]:
    return Finder(lexer(), CONSTRUCTIONS, groups=GROUPS | _GROUPS)


# --- from tokens to a match ---------------------------------------------------------------------------------------------

_NUMERAL_TYPES = frozenset(
    [
        "ZERO",
        "ONE",
        "NOY",
        "BAR",
        "SMALL",
        "TENS",
        "KURI",
        "ELIDED",
        "ELIDED_MARKED",
        "ELIDED_BARE",
        "HUNDREDS",
        "SHO",
        "SHOTO",
        "MIXED",
        "QUARTER",
        "HALF",
        "POINT",
        "D0",
        "D1",
        "D2",
        "D3",
        "D4",
        "D5UP",
        "GROUPED",
        "DECIMAL",
        "THOUSAND",
        "LAKH",
        "LOKKHO",
        "CRORE",
        "WESTERN",
    ]
)
_SIGN_TYPES = frozenset({"NEGATIVE", "MINUS", "DASH"})
_LONGEST_NUMBER = 20  # digits; longer runs are identifiers

# A word that alone is more often something else -> the types one of which must follow it.
_COUNTABLE = frozenset(
    {"MEASURE", "CURRENCY", "PERCENT_WORD", "PERCENT", "MULTIPLE", "BHAG", "DEGREE", "SQUARE", "CUBIC", "SPOON"}
)
_NEEDS = {
    "ONE": _COUNTABLE | {"LABEL"},
    "ZERO": _COUNTABLE | {"LABEL"},
    "NOY": _COUNTABLE | {"PERSON", "LABEL", "COUNTED", "MONTH", "TIMES", "DECADE", "CENTURY", "DATE_WORD"},
    "BAR": frozenset({"MEASURE", "CURRENCY", "PERSON", "PERCENT_WORD", "MONTH"}),
    "ELIDED": _COUNTABLE | {"PERSON", "COUNTED", "TIMES"},
    "ELIDED_MARKED": _COUNTABLE | {"PERSON", "COUNTED", "TIMES"},
    "SHOTO": frozenset({"MEASURE"}),
    "THOUSAND": frozenset({"MEASURE", "CURRENCY"}),
    "HALF": frozenset({"MEASURE", "SPOON"}),
    "LAKH": frozenset(),
    "LOKKHO": frozenset(),
    "CRORE": frozenset(),
    "WESTERN": frozenset(),
    "SHO": frozenset(),
}
_TIME_AND_WEIGHT = frozenset({"year", "month", "day", "hour", "km", "kg"})  # what বার before is twelve of
_OWN_CLASSIFIER = frozenset({"SMALL", "TENS", "KURI", "NOY", "ELIDED", "ELIDED_MARKED", "ZERO"})
_CLASSIFIERS = ("টি", "টা", "টো", "টে", "জন", "খানা", "খানি", "খান")
_ONLY_ONE = ("মাত্র", "ই")  # একটিমাত্র, একটাই: one and no more, so not the article
_YEAR_NAMES = frozenset({52, 69, 71})  # বায়ান্নর, ঊনসত্তরের, একাত্তরের: years of national history


def _certain(text: str, head: list[Token], tail: list[Token]) -> bool:
    """Say whether a numeral of one word is a number here; of two words or more, and in digits, it always is."""
    kind = head[0].type
    follower = tail[0].type if tail else ""
    if len(head) > 1 and kind not in ("LAKH", "LOKKHO", "CRORE", "SHO", "SHOTO"):
        return True
    if kind == "ONE" and tail and tail[0].start == head[0].end and follower in ("MEASURE", "TIMES"):
        word = text[tail[0].start : tail[0].end]  # একদিন is "some day", একবার "once", but একদিনের is "of one day"
        return word.endswith(RA) and fold_word(word) not in lexicon()
    if follower == "ENDING":
        return _certain_ending(kind, head[0].value, tail[0].value, tail[1].type if len(tail) > 1 else "")
    if kind == "BAR" and follower == "MEASURE":
        return tail[0].value in _TIME_AND_WEIGHT
    if kind in _NEEDS:
        return follower in _NEEDS[kind] or (follower == "LOOSE_ENDING" and kind in _OWN_CLASSIFIER)
    return True


def _certain_ending(kind: str, value: object, ending: str, follower: str) -> bool:
    if kind.startswith(("D", "GROUPED", "HUNDREDS")):
        return True
    if ending.startswith(_CLASSIFIERS):
        if kind == "ONE":
            return ending.endswith(_ONLY_ONE)
        return kind in _OWN_CLASSIFIER or (kind in ("BAR", "ELIDED_BARE") and ending.startswith("জন"))
    return follower in ("COMPARED", "DECADE", "MONTH") or (value in _YEAR_NAMES and kind == "TENS")


def _make(
    text: str,
    head: list[Token],
    tail: list[Token],
    value: Number | tuple[Number, Number] | str,
    kind: str = "",
) -> NumberMatch:
    """Make the match of a numeral and what stands after it; what is glued on belongs to it."""
    start, end = head[0].start, head[-1].end
    suffix = ""
    if tail and tail[0].start == end and tail[0].type in _GLUED_ON:
        suffix, end = text[end : tail[0].end].lstrip("'’‘ʼ"), tail[0].end
    unit, meaning = _unit_and_kind(text, tail, value)
    return NumberMatch(start, end, text[start:end], value, kind or meaning, unit, suffix)


_GLUED_ON = frozenset(
    {"ENDING", "MEASURE", "TIMES", "MULTIPLE", "BHAG", "PERCENT", "CURRENCY_SIGN", "DEGREE", "ORDINAL_MARK"}
)
_GLUED_ON |= {"SLASH", "PERSON"}


def _unit_and_kind(text: str, tail: list[Token], value: object) -> tuple[str, str]:
    """Return the unit and the kind that the words after a numeral give it."""
    plain = "decimal" if isinstance(value, Decimal) else "cardinal"
    rest = [token for token in tail if token.type not in _WITHOUT_UNIT]
    if not rest:
        return ("person" if tail and "জন" in tail[0].value else ""), plain
    first, last = rest[0], rest[-1]
    match first.type:
        case "MEASURE" | "SPOON" | "TIMES" | "PERSON" | "DEGREE" | "SQUARE" | "CUBIC":
            unit = last.value or "degree"
            return _POWERS.get(first.type, "") + unit, plain
        case "BAR":
            return ("times" if tail[0] is first else ""), plain
        case "NATION" | "CURRENCY":
            return first.value, "currency"
        case "CURRENCY_SIGN":
            return _MONEY[text[first.start]], "currency"
        case "SLASH":
            return "taka", "currency"
        case "DECADE":
            return ("decade", plain) if isinstance(value, Number) and value < _LEAST_DECADE else ("", "decade")
        case "CENTURY":
            return ("century", "ordinal") if value in _CENTURIES else ("", plain)
        case "MONTH" | "DATE_WORD":
            return "", "ordinal_date" if value in _DAYS else plain
        case "CLOCK":
            return "hour_clock", plain
    return _OTHER_UNITS.get(first.type, ""), _OTHER_KINDS.get(first.type, plain)


_WITHOUT_UNIT = frozenset({"ENDING", "LOOSE_ENDING", "COUNTED", "COMPARED", "COMMA"})
_POWERS = {"SQUARE": "sq", "CUBIC": "cu"}
_MONEY = {"৳": "BDT", "₹": "INR", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "৲": "INR"}
_OTHER_UNITS = {"PERCENT": "percent", "PERCENT_WORD": "percent", "MULTIPLE": "times"}
_OTHER_KINDS = {"PERCENT": "percent", "PERCENT_WORD": "percent", "MULTIPLE": "multiple"}
_OTHER_KINDS |= {"YEAR_WORD": "year", "LABEL": "label"}
_LEAST_DECADE = 20  # দুই দশক is two decades, নব্বই দশক the nineties
_CENTURIES = range(5, 22)
_DAYS = range(1, 33)

# --- builders: one a row of the table -------------------------------------------------------------------------------

Build = Callable[[str, list[Token]], NumberMatch | None]


def _lenient(build: Build) -> Build:
    """Return ``build`` with "these parts make no number" as ``None``."""

    def built(text: str, tokens: list[Token]) -> NumberMatch | None:
        try:
            return build(text, tokens)
        except NumberParseError:
            return None

    return built


def _split(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Split the tokens of an amount into its numeral and what stands after it."""
    for i, token in enumerate(tokens):
        if token.type not in _NUMERAL_TYPES and (i or token.type not in _SIGN_TYPES):
            return tokens[:i], tokens[i:]
        if i and token.type == "BAR" and tokens[i - 1].type not in _SIGN_TYPES:
            return tokens[:i], tokens[i:]  # after a number বার is "times"
    return tokens, []


def _amount(text: str, tokens: list[Token]) -> NumberMatch | None:
    head, tail = _split(tokens)
    if not _certain(text, head, tail) or head[-1].end - head[0].start > _LONGEST_NUMERAL:
        return None
    if len(head) == 1 and head[0].end - head[0].start >= _FEWEST_PHONE_DIGITS and not tail:
        return _phone(text, head)
    value = amount_value(head)
    kind = "year" if head[0].type == "D4" and len(head) == 1 and _says_year(value, tail) else ""
    return _make(text, head, tail, value, kind)


_LONGEST_NUMERAL = 200  # characters


def _says_year(value: object, tail: list[Token]) -> bool:
    endings = [token.value for token in tail if token.type in ("ENDING", "LOOSE_ENDING")]
    return value in _YEARS and bool(endings) and endings[0].lstrip("-").startswith(_LOCATIVES)


_YEARS = range(1000, 2101)
_LOCATIVES = ("এ", "তে", "সাল")


def _money(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ৳৫০০ and $ ৩০ লাখ."""
    head, _ = _split(tokens[1:])
    value = amount_value(head)
    start, end = tokens[0].start, head[-1].end
    return NumberMatch(start, end, text[start:end], value, "currency", _MONEY[text[start]])


def _elided(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দু’ before a noun that is written onto it: দু’পক্ষের."""
    return _make(text, tokens, [], tokens[0].value)


def _range(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ৩০-৩৫ হাজার, where both share the thousand, and ২০০৪-০৫, where the second leaves out its century."""
    mark = next(i for i, token in enumerate(tokens) if token.type in ("DASH", "FROM"))
    before, (after, tail) = tokens[:mark], _split(tokens[mark + 1 :])
    low, high = number_value(before), number_value(after)
    kind = "range"
    if before[-1].type == "D4" and after[0].type == "D2" and low in _YEARS and high == (low + 1) % 100:
        high = low + 1
    scales = [token for token in after if token.type in _SHARED]
    if scales and after[-1] is scales[-1] and before[-1].type not in _SHARED:
        low = number_value([*before, *scales])
    if tokens[mark].type == "DASH" and not low < high:
        return None  # a score, a code, two things
    return _make(text, [*before, tokens[mark], *after], tail, (low, high), kind)


def _pair(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দুই তিন দিন and দু'তিন হাজার as a range, তিন তিনটি as three; without something counted it is uncertain."""
    first, rest = tokens[0], [token for token in tokens[1:] if token.type != "APOSTROPHE"]
    if rest[0].type == "BAR":
        return _amount(text, [first, *rest])
    head, tail = _split(rest)
    low, high = first.value, head[0].value
    if (
        not tail
        or first.type == "ONE"
        or first.type[0] != head[0].type[0] == "D"
        or tail[0].type in ("MONTH", "YEAR_WORD", "COMPARED", "LABEL")
    ):
        return None
    if low == high and len(head) == 1:
        return _make(text, [first, *head], tail, low)
    if not low < high <= low * _WIDEST:
        return None
    scale = Fraction(number_value(head[1:])) if len(head) > 1 else Fraction(1)
    bounds = (exact(Fraction(low) * scale, decimal=False), exact(Fraction(high) * scale, decimal=False))
    return _make(text, [first, *head], tail, bounds, "range")


_WIDEST = 2.5  # পাঁচ সাত is a loose range, দুই দশ is not


def _twice(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ২৫ (পঁচিশ) লক্ষ, as laws write, if figures and words agree."""
    opening, closing = (next(i for i, t in enumerate(tokens) if t.type == kind) for kind in ("OPEN", "CLOSE"))
    figures = tokens[0].value
    if number_value(tokens[opening + 1 : closing]) != figures:
        return None
    after, tail = _split(tokens[closing + 1 :])
    value = number_value([tokens[0], *after])
    return _make(text, [*tokens[: closing + 1], *after], tail, value)


def _year(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the year after a month; another number there is an amount."""
    head, tail = _split(tokens)
    value = amount_value(head)
    is_year = value in _YEARS and all(token.type in _WITHOUT_UNIT | {"YEAR_WORD", "DATE_WORD"} for token in tail)
    return _make(text, head, tail, value, "year") if is_year else _amount(text, tokens)


_SHARED = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "SHO", "SHOTO"})


def _ordinal(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read তৃতীয়, পঞ্চাশতম; প্রথমে is "at first"."""
    if tokens[0].type in ("ORDINAL", "LUNAR_DAY"):
        head, tail = tokens[:1], tokens[1:]
        value: Number = head[0].value
        if tail and tail[0].type == "ENDING" and not tail[0].value.startswith(_ORDINAL_ENDINGS):
            return None
    else:
        mark = next(i for i, token in enumerate(tokens) if token.type == "ORDINAL_MARK")
        head, tail = tokens[: mark + 1], tokens[mark + 1 :]
        value = number_value(token for token in tokens[:mark] if token.type != "DASH")
    unit = next((token.value for token in tail if token.type == "CENTURY"), "")
    end = tail[0].end if tail and tail[0].start == head[-1].end else head[-1].end
    suffix = text[head[-1].end : end] if len(head) == 1 else text[head[-1].start : end]
    return NumberMatch(head[0].start, end, text[head[0].start : end], value, "ordinal", unit, suffix)


_ORDINAL_ENDINGS = ("টি", "টা", "জন", "র", "\N{BENGALI VOWEL SIGN E}র", "য়ের", "কে", "তে", "ই", "ও")


def _digit_ordinal(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ২য়, ১১শ শতক, ১৮ই; the mark must be the one that its digits take."""
    digits, mark = tokens[0], tokens[1]
    if mark.type != "SHO" and mark.value not in ordinal_marks(digits.value):
        return None
    unit = next((token.value for token in tokens if token.type == "CENTURY"), "")
    kind = "ordinal_date" if mark.type == "DIGIT_DATE" else "ordinal"
    return NumberMatch(
        digits.start, mark.end, text[digits.start : mark.end], digits.value, kind, unit, text[mark.start : mark.end]
    )


def _day(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read পহেলা and চৌঠা."""
    start, end = tokens[0].start, tokens[0].end
    return NumberMatch(start, end, text[start:end], tokens[0].value, "ordinal_date")


def _fraction(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দুই-তৃতীয়াংশ."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "PART")
    numerator = number_value(token for token in tokens[:mark] if token.type != "DASH")
    value = exact(Fraction(numerator) / tokens[mark].value, decimal=False)
    return _make(text, tokens[: mark + 1], tokens[mark + 1 :], value, "fraction")


def _share(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read পাঁচ ভাগের তিন ভাগ."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "BHAGER")
    whole = number_value(token for token in tokens[:mark] if token.type != "DASH")
    part = number_value(token for token in tokens[mark + 1 :] if token.type not in ("BHAG", "SHARE"))
    if not part < whole:
        return None
    return _make(text, tokens, [], exact(Fraction(part) / Fraction(whole), decimal=False), "fraction")


def _vulgar(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ½ and ১½."""
    part = Fraction(unicodedata.numeric(text[tokens[-1].start])).limit_denominator(16)
    value = exact(part + (tokens[0].value if len(tokens) > 1 else 0), decimal=False)
    return _make(text, tokens, [], value, "fraction")


def _roughly(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read হাজারখানেক, জনা দশেক, তিন শতাধিক, পঞ্চাশোর্ধ্ব."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("ROUGHLY", "MORE_THAN"))
    rough = tokens[at]
    before = [token for token in tokens[:at] if token.type != "ABOUT"]
    factor = Fraction(number_value(before)) if before else Fraction(1)
    kind = "approximate" if rough.type == "ROUGHLY" else "more_than"
    value = exact(factor * rough.value, decimal=False)
    return _make(text, tokens[: at + 1], tokens[at + 1 :], value, kind)


def _count(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read তিন ডজন."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("DOZEN", "HALI", "JORA"))
    value = exact(Fraction(amount_value(tokens[:at])) * tokens[at].value, decimal=False)
    return _make(text, tokens[: at + 1], tokens[at + 1 :], value)


def _multiple(text: str, tokens: list[Token]) -> NumberMatch | None:
    return _make(text, tokens[:1], tokens[1:], tokens[0].value, "multiple")


def _percent_of(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read শতকরা ১০ ভাগ."""
    head, _ = _split(tokens[1:])
    return _make(text, head, [], amount_value(head), "percent")


def _only_one(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read মাত্র একটি, where the words around say that one is counted."""
    one = next(i for i, token in enumerate(tokens) if token.type == "ONE")
    if not tokens[one + 1].value.startswith(_CLASSIFIERS):
        return None
    return _make(text, tokens[one : one + 1], tokens[one + 1 :], 1)


def _one_of(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the last word of a sentence that ends "… one of the three"."""
    before = text[: tokens[0].start].rstrip(" ")
    return _only_one(text, tokens) if before.endswith(RA) else None


def _clock(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the hour in সকাল নটার; রাতে দুটো is "two at night", and দুপুরে একটা has an article."""
    daypart, amount = tokens[0], tokens[1:]
    head, tail = _split(amount)
    is_hour = tail[0].value.startswith(_HOUR_ENDINGS) and fold_word(text[daypart.start : daypart.end]) in lexicon()
    if not is_hour or (head[0].type == "ONE" and tail[0].value == "টা"):
        return _amount(text, amount)
    match = _make(text, head, tail, amount_value(head))
    return replace(match, unit="hour_clock")


_HOUR_ENDINGS = ("টা", "টে", "টো")


def _phone(text: str, tokens: list[Token]) -> NumberMatch | None:
    start, end = tokens[0].start, tokens[-1].end
    number = to_ascii_digits("".join([c for c in text[start:end] if c not in "-– "]))
    if not _phone_pattern().fullmatch(number):
        return None
    return NumberMatch(start, end, text[start:end], number, "phone")


@cache
def _phone_pattern() -> re.Pattern[str]:
    """Mobile numbers of Bangladesh and India, as `phonenumbers` 9.0 describes them, with or without country code."""
    return re.compile(r"(?:\+?880|0)1[3-9]\d{8}|(?:\+91|0)[6-9]\d{9}")


def _spoken(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read digits one by one: আট আট আট সাত."""
    value = spoken_digits(tokens)
    digits = "".join([str(token.value) for token in tokens])
    if value is None or digits in _COUNTING:
        return None
    return _make(text, tokens, [], digits, "phone" if len(digits) >= _FEWEST_PHONE_DIGITS else "digits")


_COUNTING = "123456789"
_FEWEST_PHONE_DIGITS = 10


def _nothing(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Use up what looks like a number and is none, or has no value."""
    return None


# --- the table ------------------------------------------------------------------------------------------------------

_GROUPS = {
    "HEAD": "UNIT|DIGITS|DECIMAL|HUNDREDS|MIXED|QUARTER|SHOTO|SHO|SCALE",
    "STRAIGHT": "DIGITS|D0|DECIMAL",
    "SPOKEN": "ZERO|ONE|SMALL|NOY",
    "LOOSELY": "ONE|SMALL|NOY|BAR|TENS|KURI|MIXED|ELIDED|ELIDED_MARKED|HUNDREDS|D1|D2|D3",
}
_APART = "(?<!WORD)(?<!DOT)(?<!SLASH)(?<!COLON)(?<!GLUE)(?<!PERCENT)(?<!LOOSE_ENDING)(?<!DIGIT_ORDINAL)(?<!DIGIT_DATE)(?<!(?:WORD|DIGITS|LOOSE_ENDING)~DASH)"  # not inside a name, an address, a date
_DECIMALS = "POINT (?:UNIT|DIGITS|D0)(?: (?:UNIT|DIGITS|D0)){0,9}(?: SCALE)?"
_NUMBER = f"(?:{NUMERAL}(?: {_DECIMALS})?|HALF)"
_UNIT = (
    "(?:(?:NATION )?CURRENCY|(?:SQUARE|CUBIC) MEASURE|SPOON DASH? MEASURE|MEASURE(?: (?:CELSIUS|FAHRENHEIT))?"
    "|DEGREE(?: (?:CELSIUS|FAHRENHEIT))?|PERCENT|PERCENT_WORD|TIMES|BAR(?:ENDING)?(?! BAR)|MULTIPLE|PERSON|YEAR_WORD|LABEL"
    "|CENTURY|DECADE|COMMA? MONTH|DATE_WORD|CURRENCY_SIGN|SLASH~DASH|CLOCK|COUNTED|COMPARED|BHAG)"
)
_AFTER = f"(?:ENDING|BLANK~LOOSE_ENDING)?(?: {_UNIT})?(?!~(?:WORD|SHO|DIGIT_ORDINAL|DIGIT_DATE|BRACKET))(?!~(?:COLON|SLASH)~DIGITS)(?!~DOT~WORD)"

_AFTER_MONTH = "(?:(?<=MONTH~BLANK)|(?<=MONTH~COMMA~BLANK))"
_STRAIGHT = "(?:DIGITS|DECIMAL)(?: SCALE)?"

CONSTRUCTIONS: tuple[Construction[NumberMatch], ...] = (
    # what has no value, or is no number
    Construction("reduplicated", "SCALE|SHOTO", "(SCALE|SHOTO) \\1", _nothing),
    Construction("indefinite", "INDEFINITE", "INDEFINITE (?:HUNDRED|SCALE)(?: SCALE)?", _nothing),
    Construction(
        "enumerator",
        "OPEN|BRACKET|DIGITS|D0",
        "^(?:OPEN|BRACKET)?(?:DIGITS|D0)(?:CLOSE|DOT|DANDA|ANNA|BRACKET)",
        _nothing,
    ),
    Construction(
        "date or address", "DIGITS|D0", "(?:DIGITS|D0)(?:(?:DOT|COLON|SLASH|DASH)(?:DIGITS|D0)){2,9}+", _nothing
    ),
    Construction("time or ratio", "DIGITS|D0", "(?:DIGITS|D0)COLON (?:DIGITS|D0)", _nothing),
    Construction("slashed", "DIGITS", "DIGITS~SLASH~DIGITS", _nothing),
    Construction("footnote", "BRACKET", "BRACKET DIGITS BRACKET", _nothing),
    Construction("verse", "DANDA", "DANDA(?:DIGITS|D0)DANDA", _nothing),
    Construction("the worse for it", "TENS", "TENS~ENDING RUINED", _nothing),
    Construction("a day or two", "SMALL|ELIDED", "(?:SMALL|ELIDED)APOSTROPHE? DASH? ONE(?:ENDING)?", _nothing),
    Construction("from the first", "ORDINAL", "ORDINAL (?:SINCE|FROM(?! ORDINAL))", _nothing),
    # phones and codes
    Construction("phone", "D0", "D0(?: DASH (?:DIGITS|D0)){0,2}", _phone),
    Construction("phone abroad", "PLUS", "PLUS~DIGITS(?: DASH? (?:DIGITS|D0)){0,3}", _phone),
    Construction("digits one by one", "SPOKEN", "SPOKEN(?: SPOKEN){2,14}", _spoken),
    Construction("year after its month", "HEAD", f"{_AFTER_MONTH}{NUMERAL}{_AFTER}", _lenient(_year)),
    # amounts
    Construction("amount", "HEAD|HALF", f"{_APART}{_NUMBER}{_AFTER}", _lenient(_amount)),
    Construction("negative", "NEGATIVE|MINUS", f"(?:NEGATIVE|MINUS) {_NUMBER}{_AFTER}", _lenient(_amount)),
    Construction(
        "below zero",
        "DASH",
        "(?<!WORD)(?<!DIGITS)DASH~(?:DIGITS|DECIMAL) DEGREE(?: (?:CELSIUS|FAHRENHEIT))?",
        _lenient(_amount),
    ),
    Construction("money", "CURRENCY_SIGN", f"CURRENCY_SIGN {_NUMBER}(?!~WORD)", _lenient(_money)),
    Construction("hour", "DAYPART", f"DAYPART {_NUMBER}(?:ENDING|BLANK~LOOSE_ENDING)", _lenient(_clock)),
    Construction("hour elided", "DAYPART", "DAYPART ELIDED_BARE~ENDING", _clock),
    Construction("range", "HEAD", f"{_APART}{NUMERAL}DASH{NUMERAL}{_AFTER}", _lenient(_range)),
    Construction("spaced range", "STRAIGHT", f"{_APART}{_STRAIGHT} DASH {_STRAIGHT}{_AFTER}", _lenient(_range)),
    Construction("from to", "HEAD", f"{_APART}{NUMERAL} FROM {NUMERAL}{_AFTER}", _lenient(_range)),
    Construction("pair", "LOOSELY", f"{_APART}LOOSELY APOSTROPHE? LOOSELY(?: SCALE)?{_AFTER}", _lenient(_pair)),
    Construction(
        "in figures and words",
        "DIGITS",
        f"{_APART}DIGITS OPEN {NUMERAL} CLOSE(?: SCALE(?: SCALE)?)?{_AFTER}",
        _lenient(_twice),
    ),
    Construction("percent of", "PERCENT_OF", f"PERCENT_OF {_NUMBER}(?: BHAG)?", _lenient(_percent_of)),
    Construction("only one", "JUST", "JUST ONE~ENDING", _only_one),
    Construction("one among", "AMONG", "AMONG ONE~ENDING", _only_one),
    Construction("one of", "ONE", "ONE~ENDING(?= DANDA)", _one_of),
    Construction("elided before a noun", "ELIDED", "ELIDED(?=APOSTROPHE~WORD)", _lenient(_elided)),
    # fractions
    Construction("fraction", "HEAD", f"{NUMERAL} DASH? PART(?:ENDING)?", _lenient(_fraction)),
    Construction("share", "HEAD", f"{NUMERAL} DASH? BHAGER {NUMERAL}(?: (?:BHAG|SHARE))?", _lenient(_share)),
    Construction("fraction sign", "VULGAR|DIGITS", "(?:DIGITS )?VULGAR", _vulgar),
    # ordinals
    Construction("ordinal", "ORDINAL", "ORDINAL(?:ENDING)?(?: CENTURY)?(?! NAME_TAIL)", _ordinal),
    Construction("lunar day", "LUNAR_DAY", "LUNAR_DAY~ENDING", _ordinal),
    Construction("name", "ORDINAL", "ORDINAL NAME_TAIL", _nothing),
    Construction(
        "ordinal in -tamo", "HEAD", f"{NUMERAL} DASH? ORDINAL_MARK(?:ENDING)?(?: CENTURY)?", _lenient(_ordinal)
    ),
    Construction(
        "digit ordinal", "DIGITS", f"{_APART}DIGITS~(?:DIGIT_ORDINAL|DIGIT_DATE)(?: CENTURY)?", _digit_ordinal
    ),
    Construction("digit century", "D2", f"{_APART}D2~SHO CENTURY", _digit_ordinal),
    Construction("spaced day", "DIGITS", f"{_APART}DIGITS DIGIT_DATE(?= MONTH)", _digit_ordinal),
    Construction("day of the month", "DATE_ORDINAL", "DATE_ORDINAL(?:ENDING)?", _day),
    # about so many
    Construction("roughly", "ABOUT|ROUGHLY", "(?:ABOUT )?ROUGHLY(?:ENDING)?", _roughly),
    Construction("roughly so many", "HEAD", f"{NUMERAL} ROUGHLY", _lenient(_roughly)),
    Construction("more than", "HEAD|MORE_THAN", f"(?:{NUMERAL} )?MORE_THAN", _lenient(_roughly)),
    Construction("count", "HEAD", f"{NUMERAL} (?:DOZEN|HALI|JORA)(?:ENDING)?", _lenient(_count)),
    Construction("multiple", "MULTIPLE_WORD", "MULTIPLE_WORD(?:ENDING)?", _multiple),
)
