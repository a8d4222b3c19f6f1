"""From the tokens of a construction to a `NumberMatch`: one builder for each way a number stands in a sentence.

Each builder serves rows of the table in `finding`; it returns ``None`` for what is no number, or not certainly one.
What tokens are worth is said in `values`, what follows a numeral in `units`, what a word alone means in `certainty`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from banglanorm.errors import NumberParseError
from banglanorm.finder import PASS
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.certainty import is_certain
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.match import NumberKind, NumberMatch, Qualifier
from banglanorm.numbers.ordinal_marks import ordinal_marks
from banglanorm.numbers.phones import phone_digits
from banglanorm.numbers.qualifiers import qualifier_after, qualifier_before
from banglanorm.numbers.units import CLASSIFIERS, WITHOUT_UNIT, unit_and_kind
from banglanorm.numbers.values import (
    COLLECTIVES,
    MINUS_SIGNS,
    SCALES,
    Number,
    amount_value,
    exact,
    number_value,
    ordinal_value,
    part_value,
    product_value,
    sign_value,
    spoken_digits,
)
from banglanorm.numbers.words import lexicon
from banglanorm.script.letters import ASCII_DIGITS, RA

Tokens = Sequence[Token]
Build = Callable[[str, list[Token]], NumberMatch | None]

# --- from tokens to a match -----------------------------------------------------------------------------------------

_NUMERAL_TYPES = SCALES | {"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI", "ELIDED", "ELIDED_MARKED"}
_NUMERAL_TYPES |= {"ELIDED_BARE", "HUNDREDS", "SHO", "SHOTO", "MIXED", "QUARTER", "HALF", "SIKI", "POINT"}
_NUMERAL_TYPES |= {"D0", "D1", "D2", "Z2", "D3", "D4", "D5UP", "GROUPED", "DECIMAL"}
_GLUED_ON = frozenset(
    {"ENDING", "MEASURE", "SHORT", "TIMES", "MULTIPLE", "BHAG", "PERCENT", "CURRENCY_SIGN", "CURRENCY"}
)
_GLUED_ON |= {"DEGREE", "CELSIUS", "FAHRENHEIT", "ORDINAL_MARK", "SLASH", "EQUALS", "DASH", "PERSON"}


def lenient(build: Build, /) -> Build:
    """Return ``build`` with "these parts make no number" as ``None``."""

    def built(text: str, tokens: list[Token]) -> NumberMatch | None:
        try:
            return build(text, tokens)
        except NumberParseError:
            return None

    return built


def _pass() -> NumberMatch | None:
    """Leave the place to other rows."""
    result: NumberMatch | None = PASS
    return result


def _split(tokens: Tokens) -> tuple[list[Token], list[Token]]:
    """Split the tokens of an amount into its numeral and what stands after it."""
    for i, token in enumerate(tokens):
        if token.type not in _NUMERAL_TYPES and (i or token.type not in MINUS_SIGNS):
            return list(tokens[:i]), list(tokens[i:])
        if i and token.type == "BAR" and tokens[i - 1].type not in MINUS_SIGNS:
            return list(tokens[:i]), list(tokens[i:])  # after a number বার is "times"
    return list(tokens), []


def _make(
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
    stop = end
    for token in tail:
        if token.start != stop or token.type not in _GLUED_ON:
            break
        stop = token.end
    meant, plain = unit_and_kind(text, tail, value)
    said = qualifier or qualifier_before(text, start) or qualifier_after(text, _end_of_unit(tail, end))
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
        text[end:stop].lstrip("'’‘ʼ"),
    )


def _end_of_unit(tail: Tokens, end: int) -> int:
    ends = [token.end for token in tail if token.type not in ("COMPARED", "COMMA")]
    return ends[-1] if ends else end


def _bounds(value: Number | None, qualifier: Qualifier) -> tuple[Number | None, Number | None]:
    low = None if qualifier in ("less_than", "at_most") else value
    high = None if qualifier in ("more_than", "at_least") else value
    return low, high


# --- amounts --------------------------------------------------------------------------------------------------------

_LONGEST_NUMERAL = 1000  # characters
_FEWEST_PHONE_DIGITS = 10
_YEARS = range(1000, 2101)
_LOCATIVES = ("এ", "তে", "সাল", "র")


def amount(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read a numeral with its ending and its unit."""
    head, tail = _split(tokens)
    if not is_certain(text, head, tail) or head[-1].end - head[0].start > _LONGEST_NUMERAL or _is_loose_pair(head):
        return None
    if len(head) == 1 and head[0].end - head[0].start >= _FEWEST_PHONE_DIGITS and not tail:
        return phone(text, head)
    value = amount_value(head)
    if head[0].type == "D4" and len(head) == 1 and _says_year(value, tail):
        return _make(text, head, tail, value, "year")
    return _labelled(_make(text, head, tail, value))


def _is_loose_pair(head: Tokens) -> bool:
    """Say whether a numeral may be two: দুই কোটি তিন কোটি is "two or three crores" as well as 2,00,00,003 crores."""
    if len(head) != 4 or head[1].type != "CRORE" or head[3].type != "CRORE":
        return False
    return head[0].value == head[2].value or _is_near(head[0].value, head[2].value)


def _labelled(match: NumberMatch) -> NumberMatch:
    """Give a label (১২ নম্বর) its digits."""
    if match.kind != "label":
        return match
    digits = to_ascii_digits(match.text.removesuffix(match.suffix))
    return replace(match, digits=digits) if digits and not digits.strip(ASCII_DIGITS) else match


def _says_year(value: object, tail: Tokens) -> bool:
    endings = [token.value for token in tail if token.type in ("ENDING", "LOOSE_ENDING")]
    return value in _YEARS and bool(endings) and endings[0].lstrip("-'").startswith(_LOCATIVES)


def year(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the year after a month; another number there is an amount."""
    head, tail = _split(tokens)
    value = amount_value(head)
    is_year = value in _YEARS and all(token.type in WITHOUT_UNIT | {"YEAR_WORD", "DATE_WORD"} for token in tail)
    return _make(text, head, tail, value, "year") if is_year else amount(text, tokens)


def signed(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read -৫% and -১.৫২; a hyphen before a bare number may be punctuation, and then nothing is certain."""
    head, tail = _split(tokens)
    if text[head[0].start] != "-":  # a dash between words
        return _pass()
    opening, closing = text[head[0].start - 1 : head[0].start], text[head[-1].end : head[-1].end + 1]
    measured = any(token.type in _BELOW_ZERO for token in tail) or head[1].type == "DECIMAL"
    return amount(text, tokens) if measured or (opening, closing) == ("(", ")") else None


_BELOW_ZERO = frozenset({"DEGREE", "PERCENT", "PERCENT_WORD"})


def elided(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দু’ before a noun that is written onto it: দু’পক্ষের."""
    return _make(text, tokens, value=tokens[0].value)


def point(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read .৫ গ্রাম."""
    digits, tail = tokens[1], tokens[2:]
    value = Decimal("0." + to_ascii_digits(text[digits.start : digits.end]))
    return _make(text, tokens[:2], tail, value)


def twice(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২৫ (পঁচিশ) লক্ষ, as laws write, if figures and words agree."""
    opening, closing = (next(i for i, t in enumerate(tokens) if t.type == kind) for kind in ("OPEN", "CLOSE"))
    if number_value(tokens[opening + 1 : closing]) != tokens[0].value:
        return None
    after, tail = _split(tokens[closing + 1 :])
    return _make(text, [*tokens[: closing + 1], *after], tail, number_value([tokens[0], *after]))


def percent_of(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read শতকরা ১০ ভাগ."""
    head, _ = _split(tokens[1:])
    return _make(text, head, value=amount_value(head), kind="percent", unit="percent")


def all_of_it(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read শতভাগ."""
    return _make(text, tokens[:1], value=tokens[0].value, kind="percent", unit="percent")


def only_one(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read মাত্র একটি, where the words around say that one is counted."""
    one = next(i for i, token in enumerate(tokens) if token.type == "ONE")
    if not tokens[one + 1].value.startswith(CLASSIFIERS):
        return None
    return _make(text, tokens[one : one + 1], tokens[one + 1 :], 1)


def one_of(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the last word of a sentence that ends "… one of the three"."""
    start = tokens[0].start
    before = text[max(0, start - 3) : start].rstrip(" ")
    return only_one(text, tokens) if before.endswith(RA) else _pass()


def clock(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the hour in সকাল নটার; রাতে দুটো is "two at night", and দুপুরে একটা has an article."""
    in_day = tokens[0].type == "DAYPART"
    rest = tokens[1:] if in_day else tokens
    head, tail = _split(rest)
    bare = not in_day or fold_word(text[tokens[0].start : tokens[0].end]) in lexicon()
    is_hour = bare and tail[0].value.startswith(_HOUR_ENDINGS)
    if not is_hour or (head[0].type == "ONE" and tail[0].value == "টা"):
        return amount(text, rest)
    return _make(text, head, tail, amount_value(head), unit="hour_clock")


_HOUR_ENDINGS = ("টা", "টে", "টো")

# --- money ----------------------------------------------------------------------------------------------------------


def money(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৳৫০০, $ ৩০ লাখ, Tk. ৫০০ and টাকা ৫০০ মাত্র: a sign that is written onto the number belongs to it."""
    at = next(i for i, token in enumerate(tokens) if token.type in _NUMERAL_TYPES)
    head, tail = _split(tokens[at:])
    match = _make(text, head, tail, amount_value(head), "currency", unit=tokens[0].value)
    sign = tokens[at - 1]
    if sign.type != "CURRENCY_SIGN" or sign.end != match.start:
        return match
    return replace(match, start=sign.start, text=text[sign.start : match.end])


def money_span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৳৫০০-৭০০."""
    match = span(text, tokens[1:])
    return match and replace(match, unit=tokens[0].value)


def with_change(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২ টাকা ৫০ পয়সা as one amount."""
    at = next(i for i, token in enumerate(tokens) if token.type == "CURRENCY")
    whole, (change, _) = number_value(tokens[:at]), _split(tokens[at + 1 :])
    hundredths = number_value(change)
    if not isinstance(whole, int) or not isinstance(hundredths, int) or not 0 < hundredths < 100:
        return None
    value = Decimal((0, tuple(map(int, str(whole * 100 + hundredths))), -2))
    return _make(text, [*tokens[: at + 1], *change], (), value, "currency", unit=tokens[at].value)


# --- ranges ---------------------------------------------------------------------------------------------------------

_WIDEST = Fraction(5, 2)  # পাঁচ সাত is a loose range, দুই দশ is not
_FARTHEST = 100  # ends of a range in digits that are farther apart are codes
_HUNDREDS = frozenset({"SHO", "SHOTO", "HUNDREDS"})
_SHARED = SCALES | {"SHO", "SHOTO"}


def _is_near(low: Number, high: Number) -> bool:
    return Fraction(low) < Fraction(high) <= Fraction(low) * _WIDEST


def span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৩০-৩৫ হাজার, where both share the thousand, and ২০০৪-০৫, where the second leaves out its century."""
    mark = next(i for i, token in enumerate(tokens) if i and token.type in ("DASH", "FROM"))
    before, (after, tail) = tokens[:mark], _split(tokens[mark + 1 :])
    low, high = _ends(before, after)
    if before[-1].type == "D4" and after[0].type in ("D2", "Z2") and low in _YEARS and high == (int(low) + 1) % 100:
        high = int(low) + 1
    elif not Fraction(low) < Fraction(high) or (tokens[mark].type == "DASH" and not _belong(before, low, high)):
        return None  # a score, a code, two things
    return _make(text, [*before, tokens[mark], *after], tail, kind="range", ends=(low, high))


def _ends(before: Tokens, after: Tokens) -> tuple[Number, Number]:
    """Return the ends of a range; a scale or a hundred that only the second end has belongs to both."""
    low, high = amount_value(before), amount_value(after)
    if before[-1].type in _SHARED:
        return low, high
    scales: list[Token] = []
    for token in reversed(after):
        if token.type not in _SHARED:
            break
        scales.insert(0, token)
    scale = Fraction(number_value(scales)) if scales else Fraction(1)
    if after[: len(after) - len(scales)][-1:] and after[-1 - len(scales)].type == "HUNDREDS" and _is_digit(before):
        scale *= 100
    if scale == 1:
        return low, high
    shared = exact(Fraction(low) * scale)
    if not Fraction(shared) < Fraction(high):
        raise NumberParseError("which scale the first end has is not certain")  # ৭০ থেকে ১ লাখ
    return shared, high


def _is_digit(tokens: Tokens) -> bool:
    """Say whether a numeral is one word below ten, which can share the hundred of the word after it: চার-পাঁচশ."""
    return len(tokens) == 1 and tokens[0].type not in _HUNDREDS and Fraction(tokens[0].value) < 10


def _belong(before: Tokens, low: Number, high: Number) -> bool:
    """Say whether two numbers with a dash between them are the ends of a range."""
    if before[-1].type in ("Z2", "D0"):
        return False
    if before[0].type[0] == "D" and before[0].type != "DOZEN":
        return Fraction(high) <= Fraction(low) * _FARTHEST or low == 0
    return Fraction(high) <= Fraction(low) * 2 * _WIDEST


def pair(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দুই তিন দিন and দু'তিন হাজার as a range, তিন তিনটি as three; without something counted it is uncertain."""
    first, rest = tokens[0], [token for token in tokens[1:] if token.type != "APOSTROPHE"]
    if rest[0].type == "BAR":
        return amount(text, [first, *rest])
    head, tail = _split(rest)
    counted = tail or head[-1].type in _HUNDREDS
    if not counted or first.type == "ONE" or first.type[0] != head[0].type[0] == "D":
        return None
    if tail and tail[0].type in ("MONTH", "YEAR_WORD", "COMPARED", "LABEL"):
        return None
    low, high = _ends([first], head)
    if low == high and len(head) == 1:
        return _make(text, [first, *head], tail, low)
    if not _is_near(low, high):
        return None
    return _make(text, [first, *head], tail, kind="range", ends=(low, high))


# --- ordinals -------------------------------------------------------------------------------------------------------

_ORDINAL_ENDINGS = (*CLASSIFIERS[:2], "জন", "র", "\N{BENGALI VOWEL SIGN E}র", "য়ের", "কে", "তে", "ই", "ও")


def ordinal(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read তৃতীয়, পঞ্চাশতম; প্রথমে is "at first"."""
    mark = next((i for i, token in enumerate(tokens) if token.type == "ORDINAL_MARK"), 0)
    head, tail = tokens[: mark + 1], tokens[mark + 1 :]
    if not mark and tail and tail[0].type == "ENDING" and not tail[0].value.startswith(_ORDINAL_ENDINGS):
        return None
    unit = next((token.value for token in tail if token.type == "CENTURY"), "")
    match = _make(text, head, tail, ordinal_value(tokens), "ordinal", unit=unit)
    return replace(match, suffix=text[head[-1].start : match.end]) if mark else match


def digit_ordinal(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২য়, ১১শ শতক, ১৮ই; the mark must be the one that its digits take."""
    digits, mark = tokens[0], tokens[1]
    if mark.type != "SHO" and mark.value not in ordinal_marks(digits.value):
        return None
    unit = next((token.value for token in tokens if token.type == "CENTURY"), "")
    kind: NumberKind = "ordinal_date" if mark.type == "DIGIT_DATE" else "ordinal"
    match = _make(text, tokens[:2], value=digits.value, kind=kind, unit=unit)
    return replace(match, suffix=text[mark.start : mark.end])


def day(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read পহেলা and চৌঠা."""
    return _make(text, tokens[:1], value=tokens[0].value, kind="ordinal_date")


# --- fractions, products --------------------------------------------------------------------------------------------


def fraction(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দুই-তৃতীয়াংশ, and পাঁচ ভাগের তিন ভাগ, which is less than the whole."""
    mark = next(i for i, token in enumerate(tokens) if token.type in ("PART", "BHAGER"))
    value = part_value([token for token in tokens if token.type not in ("DASH", "ENDING")])
    if tokens[mark].type == "PART":
        return _make(text, tokens[: mark + 1], tokens[mark + 1 :], value, "fraction")
    return _make(text, tokens, value=value, kind="fraction") if Fraction(value) < 1 else None


def slashed(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ১/৩ অংশ, ১/২ কাপ and ২ ১/২ কাপ; ২/৩ দিন is two or three days."""
    slash = next(i for i, token in enumerate(tokens) if token.type in ("SLASH", "FRACTION_SLASH"))
    head, tail = tokens[: slash + 2], tokens[slash + 2 :]
    part, whole = head[slash - 1].value, head[-1].value
    if not 0 < part < whole:
        return None
    plain = tokens[slash].type == "SLASH" and tail[0].type != "SHARE"
    if plain and (whole not in _USUAL_PARTS or tail[0].value in _COUNTED_WHOLE):
        return None
    return _make(text, head, tail, part_value(head), "fraction")


_USUAL_PARTS = frozenset({2, 3, 4, 5, 8, 10, 16})
_COUNTED_WHOLE = frozenset({"day", "week", "month", "year", "hour", "minute", "person", "page", "floor", "run", "goal"})


def vulgar(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ½ and ১½."""
    sign = next(i for i, token in enumerate(tokens) if token.type == "VULGAR")
    return _make(text, tokens[: sign + 1], tokens[sign + 1 :], sign_value(tokens), "fraction")


def roughly(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read হাজারখানেক, জনা দশেক, তিন শতাধিক, পঞ্চাশোর্ধ্ব, and with the scale or the unit first: লাখ দুয়েক, বছর পাঁচেক."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("ROUGHLY", "MORE_THAN", "COUPLE", "SOME"))
    rough = tokens[at]
    before = [token for token in tokens[:at] if token.type in _NUMERAL_TYPES]
    units = [token for token in tokens[:at] if token.type in ("MEASURE", "CURRENCY", "PERSON")]
    factor = Fraction(number_value(before)) if before else Fraction(1)
    value = exact(factor * rough.value)
    said: Qualifier = "more_than" if rough.type == "MORE_THAN" else "about"
    match = _make(text, tokens[: at + 1], tokens[at + 1 :], value, qualifier=said)
    if units:
        unit, kind = unit_and_kind(text, units, value)
        return replace(match, unit=unit, kind=kind)
    return match


def count(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read তিন ডজন."""
    at = next(i for i, token in enumerate(tokens) if token.type in COLLECTIVES)
    return _make(text, tokens[: at + 1], tokens[at + 1 :], product_value(tokens))


def multiple(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দ্বিগুণ."""
    return _make(text, tokens[:1], tokens[1:], tokens[0].value, "multiple")


# --- phones, codes, digits one by one -------------------------------------------------------------------------------


def phone(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read a phone number with its blanks and hyphens; digits that are none may be something shorter."""
    number = phone_digits(text[tokens[0].start : tokens[-1].end])
    return _pass() if number is None else _make(text, tokens, kind="phone", digits=number)


def label(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the number after রোল নং, পিন কোড and the like: its digits, and its value if no zero stands in front."""
    at = next(i for i, token in enumerate(tokens) if token.type[0] in "DZ" and token.type != "DASH")
    end = next((i for i, token in enumerate(tokens) if token.type == "OPEN"), len(tokens))
    head = tokens[at:end]
    written = text[head[0].start : head[-1].end]
    number = phone_digits(written)
    if number is not None:
        return _make(text, head, kind="phone", digits=number)
    digits = "".join([char for char in to_ascii_digits(written) if char in "0123456789"])
    value = head[0].value if len(head) == 1 and (digits[0] != "0" or len(digits) == 1) else None
    return _make(text, head, value=value, kind="label", digits=digits)


def spoken(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read digits one by one: আট আট আট সাত."""
    digits = spoken_digits(tokens)
    if digits is None or digits in _COUNTING:
        return None
    return _make(text, tokens, kind="phone" if len(digits) >= _FEWEST_PHONE_DIGITS else "digits", digits=digits)


_COUNTING = "123456789"


def nothing(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up what looks like a number and is none, or has no value."""
    return None
