r"""From the tokens of a construction to a `NumberMatch`: is it certain, what is its value, its kind, its unit.

Number words are also other words (নয় is "is not", একটি an article, হাজার an idiom), so a word that stands alone must be
certain by itself or by its neighbours: `_NEEDS`. Each builder serves a row of the table in
`banglanorm.numbers.finding`; it returns ``None`` for what is no number, or not certainly one.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

from banglanorm.endings import APOSTROPHES
from banglanorm.errors import NumberParseError
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.parsing import amount_value, ordinal_marks, spoken_digits
from banglanorm.numbers.words import Number, exact, lexicon, number_value
from banglanorm.script.letters import RA


@dataclass(frozen=True, slots=True)
class NumberMatch:
    """A number at ``text[start:end]``.

    ``value`` is exact: ``int``, ``Decimal`` or ``Fraction``; a pair of them for a range; the ASCII digits as ``str``
    for a phone number or digits read one by one, where leading zeros count. ``kind`` is one of cardinal, decimal,
    ordinal, ordinal_date, percent, currency, fraction, multiple, range, approximate, more_than, year, decade, label,
    phone and digits. ``unit`` names what is counted (year, km, person, USD …; ``taka`` where টাকা may be BDT or INR) or
    is empty; ``suffix`` is what is written onto the number.
    """

    start: int
    end: int
    text: str
    value: Number | tuple[Number, Number] | str
    kind: str
    unit: str = ""
    suffix: str = ""


# --- from tokens to a match -----------------------------------------------------------------------------------------

_NUMERAL_TYPES = {"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI", "ELIDED", "ELIDED_MARKED", "ELIDED_BARE"}
_NUMERAL_TYPES |= {"HUNDREDS", "SHO", "SHOTO", "MIXED", "QUARTER", "HALF", "POINT", "THOUSAND", "LAKH", "LOKKHO"}
_NUMERAL_TYPES |= {"CRORE", "WESTERN", "D0", "D1", "D2", "D3", "D4", "D5UP", "GROUPED", "DECIMAL"}
_SIGN_TYPES = frozenset({"NEGATIVE", "MINUS", "DASH"})

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
    if kind == "ELIDED" and text[head[0].end - 1] in APOSTROPHES:
        return True
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
    if kind in ("ONE", "BAR", "ZERO"):
        return False
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
        glued = tail[1].end if tail[0].type == "SLASH" else tail[0].end  # /- is two marks
        suffix, end = text[end:glued].lstrip("'’‘ʼ"), glued
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


def lenient(build: Build, /) -> Build:
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


def amount(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read a numeral with its ending and its unit."""
    head, tail = _split(tokens)
    if not _certain(text, head, tail) or head[-1].end - head[0].start > _LONGEST_NUMERAL:
        return None
    if sum(token.type == "CRORE" for token in head) > 1:
        return None  # দুই কোটি তিন কোটি may be two numbers, or "two or three crores"
    if len(head) == 1 and head[0].end - head[0].start >= _FEWEST_PHONE_DIGITS and not tail:
        return phone(text, head)
    value = amount_value(head)
    kind = "year" if head[0].type == "D4" and len(head) == 1 and _says_year(value, tail) else ""
    return _make(text, head, tail, value, kind)


_LONGEST_NUMERAL = 200  # characters


def _says_year(value: object, tail: list[Token]) -> bool:
    endings = [token.value for token in tail if token.type in ("ENDING", "LOOSE_ENDING")]
    return value in _YEARS and bool(endings) and endings[0].lstrip("-").startswith(_LOCATIVES)


_YEARS = range(1000, 2101)
_LOCATIVES = ("এ", "তে", "সাল")


def money(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ৳৫০০ and $ ৩০ লাখ."""
    head, _ = _split(tokens[1:])
    value = amount_value(head)
    start, end = tokens[0].start, head[-1].end
    return NumberMatch(start, end, text[start:end], value, "currency", _MONEY[text[start]])


def elided(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দু’ before a noun that is written onto it: দু’পক্ষের."""
    return _make(text, tokens, [], tokens[0].value)


def span(text: str, tokens: list[Token]) -> NumberMatch | None:
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
        if not low < high:
            return None  # ৭০ থেকে ১ লাখ: seventy what?
    if tokens[mark].type == "DASH" and not low < high:
        return None  # a score, a code, two things
    return _make(text, [*before, tokens[mark], *after], tail, (low, high), kind)


def pair(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দুই তিন দিন and দু'তিন হাজার as a range, তিন তিনটি as three; without something counted it is uncertain."""
    first, rest = tokens[0], [token for token in tokens[1:] if token.type != "APOSTROPHE"]
    if rest[0].type == "BAR":
        return amount(text, [first, *rest])
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


def twice(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ২৫ (পঁচিশ) লক্ষ, as laws write, if figures and words agree."""
    opening, closing = (next(i for i, t in enumerate(tokens) if t.type == kind) for kind in ("OPEN", "CLOSE"))
    figures = tokens[0].value
    if number_value(tokens[opening + 1 : closing]) != figures:
        return None
    after, tail = _split(tokens[closing + 1 :])
    value = number_value([tokens[0], *after])
    return _make(text, [*tokens[: closing + 1], *after], tail, value)


def year(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the year after a month; another number there is an amount."""
    head, tail = _split(tokens)
    value = amount_value(head)
    is_year = value in _YEARS and all(token.type in _WITHOUT_UNIT | {"YEAR_WORD", "DATE_WORD"} for token in tail)
    return _make(text, head, tail, value, "year") if is_year else amount(text, tokens)


_SHARED = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "SHO", "SHOTO"})


def ordinal(text: str, tokens: list[Token]) -> NumberMatch | None:
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


def digit_ordinal(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ২য়, ১১শ শতক, ১৮ই; the mark must be the one that its digits take."""
    digits, mark = tokens[0], tokens[1]
    if mark.type != "SHO" and mark.value not in ordinal_marks(digits.value):
        return None
    unit = next((token.value for token in tokens if token.type == "CENTURY"), "")
    kind = "ordinal_date" if mark.type == "DIGIT_DATE" else "ordinal"
    return NumberMatch(
        digits.start, mark.end, text[digits.start : mark.end], digits.value, kind, unit, text[mark.start : mark.end]
    )


def day(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read পহেলা and চৌঠা."""
    start, end = tokens[0].start, tokens[0].end
    return NumberMatch(start, end, text[start:end], tokens[0].value, "ordinal_date")


def fraction(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দুই-তৃতীয়াংশ."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "PART")
    numerator = number_value(token for token in tokens[:mark] if token.type != "DASH")
    value = exact(Fraction(numerator) / tokens[mark].value, decimal=False)
    return _make(text, tokens[: mark + 1], tokens[mark + 1 :], value, "fraction")


def share(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read পাঁচ ভাগের তিন ভাগ."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "BHAGER")
    whole = number_value(token for token in tokens[:mark] if token.type != "DASH")
    part = number_value(token for token in tokens[mark + 1 :] if token.type not in ("BHAG", "SHARE"))
    if not part < whole:
        return None
    return _make(text, tokens, [], exact(Fraction(part) / Fraction(whole), decimal=False), "fraction")


def slashed(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ১/৩ before অংশ; ২/৩ ভাগ may be two or three parts."""
    part, whole = tokens[0].value, tokens[2].value
    if not part < whole:
        return None
    return _make(text, tokens[:3], tokens[3:], Fraction(part, whole), "fraction")


def vulgar(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read ½ and ১½."""
    part = Fraction(unicodedata.numeric(text[tokens[-1].start])).limit_denominator(16)
    value = exact(part + (tokens[0].value if len(tokens) > 1 else 0), decimal=False)
    return _make(text, tokens, [], value, "fraction")


def roughly(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read হাজারখানেক, জনা দশেক, তিন শতাধিক, পঞ্চাশোর্ধ্ব."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("ROUGHLY", "MORE_THAN"))
    rough = tokens[at]
    before = [token for token in tokens[:at] if token.type != "ABOUT"]
    factor = Fraction(number_value(before)) if before else Fraction(1)
    kind = "approximate" if rough.type == "ROUGHLY" else "more_than"
    value = exact(factor * rough.value, decimal=False)
    return _make(text, tokens[: at + 1], tokens[at + 1 :], value, kind)


def count(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read তিন ডজন."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("DOZEN", "HALI", "JORA"))
    value = exact(Fraction(amount_value(tokens[:at])) * tokens[at].value, decimal=False)
    return _make(text, tokens[: at + 1], tokens[at + 1 :], value)


def multiple(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read দ্বিগুণ."""
    return _make(text, tokens[:1], tokens[1:], tokens[0].value, "multiple")


def percent_of(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read শতকরা ১০ ভাগ."""
    head, _ = _split(tokens[1:])
    return _make(text, head, [], amount_value(head), "percent")


def only_one(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read মাত্র একটি, where the words around say that one is counted."""
    one = next(i for i, token in enumerate(tokens) if token.type == "ONE")
    if not tokens[one + 1].value.startswith(_CLASSIFIERS):
        return None
    return _make(text, tokens[one : one + 1], tokens[one + 1 :], 1)


def one_of(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the last word of a sentence that ends "… one of the three"."""
    start = tokens[0].start
    before = text[max(0, start - 3) : start].rstrip(" ")
    return only_one(text, tokens) if before.endswith(RA) else None


def clock(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read the hour in সকাল নটার; রাতে দুটো is "two at night", and দুপুরে একটা has an article."""
    in_day = tokens[0].type == "DAYPART"
    rest = tokens[1:] if in_day else tokens
    head, tail = _split(rest)
    bare = not in_day or fold_word(text[tokens[0].start : tokens[0].end]) in lexicon()
    is_hour = bare and tail[0].value.startswith(_HOUR_ENDINGS)
    if not is_hour or (head[0].type == "ONE" and tail[0].value == "টা"):
        return amount(text, rest)
    return replace(_make(text, head, tail, amount_value(head)), unit="hour_clock")


_HOUR_ENDINGS = ("টা", "টে", "টো")


def phone(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read a mobile number with its blanks and hyphens."""
    start, end = tokens[0].start, tokens[-1].end
    number = to_ascii_digits("".join([c for c in text[start:end] if c not in "-– "]))
    if not _phone_pattern().fullmatch(number):
        return None
    return NumberMatch(start, end, text[start:end], number, "phone")


@cache
def _phone_pattern() -> re.Pattern[str]:
    """Mobile numbers of Bangladesh and India, as `phonenumbers` 9.0 describes them, with or without country code."""
    return re.compile(r"(?:\+?880|0)1[3-9]\d{8}|(?:\+91|0)[6-9]\d{9}")


def spoken(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Read digits one by one: আট আট আট সাত."""
    value = spoken_digits(tokens)
    digits = "".join([str(token.value) for token in tokens])
    if value is None or digits in _COUNTING:
        return None
    return _make(text, tokens, [], digits, "phone" if len(digits) >= _FEWEST_PHONE_DIGITS else "digits")


_COUNTING = "123456789"
_FEWEST_PHONE_DIGITS = 10


def nothing(text: str, tokens: list[Token]) -> NumberMatch | None:
    """Use up what looks like a number and is none, or has no value."""
    return None
