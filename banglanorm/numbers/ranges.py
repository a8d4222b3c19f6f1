"""Builders of ranges: ৩০-৩৫ হাজার, ১০ থেকে ১২ লাখ, পাঁচ সাত দিন, ৳৫০০-৭০০."""

from dataclasses import replace
from fractions import Fraction

from banglanorm.errors import NumberParseError
from banglanorm.lexer import Token
from banglanorm.numbers.amounts import YEARS, amount
from banglanorm.numbers.making import DIGIT_TYPES, Tokens, leave, make_match, split_amount
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.parts import is_fraction, may_be_range
from banglanorm.numbers.phones import phone_digits
from banglanorm.numbers.units import is_classified, unit_and_kind
from banglanorm.numbers.values import SCALES, SHARED, WIDEST, Number, amount_value, exact, is_near, negated, scale_value
from banglanorm.script.letters import RA

_BETWEEN = frozenset({"DASH", "FROM", "SLASH"})
_FARTHEST = 100  # ends of a range in digits that are farther apart are codes
_FARTHEST_UNCOUNTED, _LEAST_OF_CODES = 10, 1000  # ঢাকা মেট্রো-হ ৩২-১১৪৫
_HUNDRED = 100
_HUNDREDS = frozenset({"SHO", "SHOTO", "HUNDREDS"})


def span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৩০-৩৫ হাজার, where both share the thousand, and ২০০৪-০৫, where the second leaves out its century."""
    mark = next(i for i, token in enumerate(tokens) if i and token.type in _BETWEEN)
    before, (after, tail) = tokens[:mark], split_amount(tokens[mark + 1 :])
    if before[-1].type == after[0].type == "D5UP" and phone_digits(text[before[0].start : after[-1].end]) is not None:
        return leave()  # ৯৮৭৬৫-৪৩২১০ নম্বরে
    low, high = _ends(before, after)
    if _is_of_years(before, after, tail):
        high = int(low) // 100 * 100 + int(high) + (100 if int(high) < int(low) % 100 else 0)
    elif tokens[mark].type == "FROM" and Fraction(low) > Fraction(high) and low == amount_value(before):
        return leave()  # ১০০ থেকে ৮০ টাকায় নামল: two numbers
    elif not Fraction(low) < Fraction(high) or (tokens[mark].type != "FROM" and not _belong(before, low, high, tail)):
        return None  # a score, a code, two things
    return make_match(text, [*before, tokens[mark], *after], tail, kind="range", ends=(low, high))


def _is_of_years(before: Tokens, after: Tokens, tail: Tokens) -> bool:
    """Say whether the second end leaves out its century: ২০০৪-০৫, and ১৯৩৯-৪৫ সালের, which says so."""
    low, high = before[-1], after[0]
    if low.type != "D4" or low.value not in YEARS or len(after) > 1 or high.type not in ("D2", "Z2"):
        return False
    said = bool(tail) and tail[0].type == "YEAR_WORD" and high.value > low.value % 100
    return said or bool(high.value == (low.value + 1) % 100)


def span_below_zero(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read মাইনাস তিন-চার ডিগ্রি: the sign is that of both ends."""
    match = span(text, tokens[1:])
    if match is None or match.low is None or match.high is None:
        return None
    start, low, high = tokens[0].start, negated(match.high), negated(match.low)
    return replace(match, start=start, text=text[start : match.end], low=low, high=high)


def counted_span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৫ কেজি-৬ কেজি and ১০টি-১২টি, where each end has its unit; what does not rise is left."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "DASH")
    before, unit = split_amount(tokens[:mark])
    after, tail = split_amount(tokens[mark + 1 :])
    low, high = amount_value(before), amount_value(after)
    alike = unit_and_kind(text, unit, 1) == unit_and_kind(text, tail, 1) and is_classified(unit) == is_classified(tail)
    if not unit or not alike:
        return leave()
    if not Fraction(low) < Fraction(high) <= Fraction(low) * _FARTHEST:
        return None
    return make_match(text, [*tokens[: mark + 1], *after], tail, kind="range", ends=(low, high))


def more_than(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দুই-তিন শতাধিক: more than two or three hundred."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "DASH")
    at = next(i for i, token in enumerate(tokens) if token.type == "MORE_THAN")
    hundreds = Fraction(tokens[at].value)
    low, high = (exact(Fraction(amount_value(part)) * hundreds) for part in (tokens[:mark], tokens[mark + 1 : at]))
    if not is_near(low, high):
        return None
    ends = (low, high)
    return make_match(text, tokens[: at + 1], tokens[at + 1 :], kind="range", ends=ends, qualifier="more_than")


def slash_span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ১০/১২ জন and ৭/৮শ টাকা; what falls, lies far apart, counts nothing or may be a fraction is left."""
    mark = next(i for i, token in enumerate(tokens) if token.type == "SLASH")
    before, (after, tail) = tokens[:mark], split_amount(tokens[mark + 1 :])
    if len(before) > 1 or not after or any(end.type not in DIGIT_TYPES for end in (before[0], after[0])):
        return leave()
    is_counted = len(after) > 1 or is_classified(tail) or any(token.type in _COUNTING for token in tail[:1])
    end_values = before[0].value, after[0].value
    if not is_counted or is_fraction(*end_values, tail) or may_be_range(*end_values, tail):
        return leave()
    low, high = _ends(before, after)
    nearest = 1 if _is_of_money(text, tail) and len(after) == 1 else 0  # ৫/১০ টাকার নোট are two kinds of notes
    if not Fraction(low) < Fraction(high) <= Fraction(low) * 2 - nearest:
        return leave()
    return make_match(text, [*before, tokens[mark], *after], tail, kind="range", ends=(low, high))


_COUNTING = frozenset({"PERSON", "MEASURE", "SHORT", "CURRENCY", "TIMES", "BAR", "MULTIPLE", "PERCENT_WORD", "NATION"})


def _is_of_money(text: str, tail: Tokens) -> bool:
    return bool(tail) and tail[0].type == "CURRENCY" and text[tail[0].start : tail[0].end].endswith(RA)


def _ends(before: Tokens, after: Tokens) -> tuple[Number, Number]:
    """Return the ends of a range; a scale or a hundred that only the second end has belongs to both."""
    low, high = amount_value(before), amount_value(after)
    if before[-1].type in SHARED:
        return low, high
    scales: list[Token] = []
    for token in reversed(after):
        if token.type not in SHARED:
            break
        scales.insert(0, token)
    scale = scale_value(scales)
    if (
        after[: len(after) - len(scales)][-1:]
        and after[-1 - len(scales)].type == "HUNDREDS"
        and _shares_hundred(before)
    ):
        scale *= 100
    if scale == 1:
        return low, high
    shared = exact(Fraction(low) * scale)
    if scale == _HUNDRED and not scales and Fraction(shared) >= Fraction(high):
        return low, high  # এক থেকে একশ
    if not Fraction(shared) < Fraction(high):
        raise NumberParseError("which scale the first end has is not certain")  # ৭০ থেকে ১ লাখ
    return shared, high


def _shares_hundred(tokens: Tokens) -> bool:
    """Say whether a numeral can share the hundred of the word after it: চার-পাঁচশ, পনেরো-ষোলশ."""
    return len(tokens) == 1 and tokens[0].type not in _HUNDREDS and Fraction(tokens[0].value) < 20


def _belong(before: Tokens, low: Number, high: Number, tail: Tokens) -> bool:
    """Say whether two numbers with a dash between them are the ends of a range."""
    if before[-1].type in ("Z2", "D0"):
        return False
    if before[0].type[0] == "D" and before[0].type != "DOZEN":
        is_code = high >= _LEAST_OF_CODES and not any(token.type in _COUNTING for token in tail)
        return Fraction(high) <= Fraction(low) * (_FARTHEST_UNCOUNTED if is_code else _FARTHEST) or low == 0
    return Fraction(high) <= Fraction(low) * 2 * WIDEST


def either(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read চার বা পাঁচশ as from 400 to 500; without a scale for both, two numbers stand there."""
    mark = next(i for i, token in enumerate(tokens) if token.type in ("OR", "SHORT"))
    if tokens[mark].type == "SHORT" and text[tokens[mark].start : tokens[mark].end] != _OR:
        return leave()
    before, (after, tail) = tokens[:mark], split_amount(tokens[mark + 1 :])
    try:
        low, high = _ends(before, after)
    except NumberParseError:  # ৫০০ বা পাঁচ হাজার
        return leave()
    if low == amount_value(before) or not is_near(low, high):
        return leave()
    return make_match(text, [*before, tokens[mark], *after], tail, kind="range", ends=(low, high))


_OR = "কি"


def pair(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দুই তিন দিন and দু'তিন হাজার as a range, তিন তিনটি as three; without something counted it is uncertain."""
    first, rest = tokens[0], [token for token in tokens[1:] if token.type != "APOSTROPHE"]
    if rest[0].type == "BAR" and not is_classified(rest[1:]):  # দশ বারটা is "ten or twelve"
        return amount(text, [first, *rest])
    head, tail = split_amount(rest)
    counted = tail or head[-1].type in _HUNDREDS or (head[-1].type in SCALES and first.type[0] != "D")
    if not counted or first.type == "ONE" or first.type[0] != head[0].type[0] == "D":
        return None
    if tail and tail[0].type in ("MONTH", "YEAR_WORD", "COMPARED", "LABEL"):
        return None
    low, high = _ends([first], head)
    if low == high and len(head) == 1:
        return make_match(text, [first, *head], tail, low)
    if not is_near(low, high):
        return None
    return make_match(text, [first, *head], tail, kind="range", ends=(low, high))


def scaled_pair(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read চার লাখ পাঁচ লাখ as a range; other numbers that stand side by side are two."""
    mark = next((i + 1 for i, token in enumerate(tokens[:-1]) if token.type in SHARED), 0)
    before, (after, tail) = tokens[:mark], split_amount(tokens[mark:])
    if len(before) < 2 or len(after) < 2 or before[-1].type != after[-1].type:
        return leave()
    low, high = amount_value(before), amount_value(after)
    if not is_near(low, high) or len(before) + len(after) != len(tokens) - len(tail):
        return leave()
    return make_match(text, [*before, *after], tail, kind="range", ends=(low, high))


def percent_span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read শতকরা ১০-১৫ ভাগ."""
    match = span(text, tokens[1:])
    return match and replace(match, unit="percent")


def money_span(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৳৫০০-৭০০: a sign that is written onto the number belongs to it."""
    sign = tokens[0]
    match = span(text, tokens[1:])
    if match is None or sign.end != match.start:
        return match and replace(match, unit=sign.value)
    return replace(match, unit=sign.value, start=sign.start, text=text[sign.start : match.end])
