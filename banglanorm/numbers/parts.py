"""Builders of ordinals, fractions, products and rough numbers."""

from dataclasses import replace
from fractions import Fraction

from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.making import NUMERAL_TYPES, Build, Tokens, below_zero, make_match
from banglanorm.numbers.match import NumberKind, NumberMatch, Qualifier
from banglanorm.numbers.ordinal_marks import ordinal_marks
from banglanorm.numbers.units import unit_and_kind
from banglanorm.numbers.values import (
    COLLECTIVES,
    MINUS_SIGNS,
    SHARED,
    exact,
    number_value,
    ordinal_value,
    part_value,
    product_value,
    scale_value,
    sign_value,
)
from banglanorm.numbers.words import tails
from banglanorm.script.letters import DANDA

_TEAM = 11  # একাদশ at the end of a clause is a team, before a noun "eleventh"


def ordinal(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read তৃতীয়, পঞ্চাশতম; প্রথমে is "at first"."""
    mark = next((i for i, token in enumerate(tokens) if token.type == "ORDINAL_MARK"), 0)
    head, tail = tokens[: mark + 1], tokens[mark + 1 :]
    if not mark and tail and tail[0].type == "ENDING" and not tail[0].value.startswith(tails("ordinal")):
        return None
    unit = next((token.value for token in tail if token.type == "CENTURY"), "")
    rank = ordinal_value(tokens)
    if rank == _TEAM and not text[head[-1].end : head[-1].end + 2].strip(f" {DANDA},.;"):
        return None
    match = make_match(text, head, tail, rank, "ordinal", unit=unit)
    return replace(match, suffix=text[head[-1].start : match.end]) if mark else match


def digit_ordinal(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২য়, ১১শ শতক, ১৮ই, ২৬'শে; the mark must be the one that its digits take."""
    at = next(i for i, token in enumerate(tokens) if token.type in _MARKS)
    digits, mark = tokens[0], tokens[at]
    if mark.type != "SHO" and fold_word(text[mark.start : mark.end]) not in ordinal_marks(digits.value):
        return None
    unit = next((token.value for token in tokens if token.type == "CENTURY"), "")
    kind: NumberKind = "ordinal_date" if mark.type == "DIGIT_DATE" else "ordinal"
    match = make_match(text, tokens[: at + 1], value=digits.value, kind=kind, unit=unit)
    return replace(match, suffix=text[mark.start : mark.end])


_MARKS = frozenset({"DIGIT_ORDINAL", "DIGIT_DATE", "SHO"})


def day(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read পহেলা and চৌঠা."""
    return make_match(text, tokens[:1], value=tokens[0].value, kind="ordinal_date")


# --- fractions, products ----------------------------------------------------------------------------------------------


def fraction(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দুই-তৃতীয়াংশ, and পাঁচ ভাগের তিন ভাগ, which is less than the whole."""
    mark = next(i for i, token in enumerate(tokens) if token.type in ("PART", "BHAGER"))
    value = part_value([token for token in tokens if token.type not in ("DASH", "ENDING")])
    if tokens[mark].type == "PART":
        return make_match(text, tokens[: mark + 1], tokens[mark + 1 :], value, "fraction")
    return make_match(text, tokens, value=value, kind="fraction") if Fraction(value) < 1 else None


def slashed(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ১/৩ অংশ, ১/২ কাপ and ২ ১/২ কাপ; ২/৩ দিন is two or three days."""
    slash = next(i for i, token in enumerate(tokens) if token.type in ("SLASH", "FRACTION_SLASH"))
    head, tail = tokens[: slash + 2], tokens[slash + 2 :]
    part, whole = head[slash - 1].value, head[-1].value
    if not 0 < part < whole:
        return None
    is_sure = is_fraction(part, whole, tail) and not may_be_range(part, whole, tail)
    if tokens[slash].type == "SLASH" and slash == 1 and not is_sure:
        return None
    return make_match(text, head, tail, part_value(head), "fraction")


_USUAL_PARTS = frozenset({2, 3, 4, 5, 8, 10, 16})
_COUNTED_WHOLE = frozenset({"day", "week", "month", "year", "hour", "minute", "person", "page", "floor", "run", "goal"})


_THIRDS = frozenset({3})
# What is measured in other parts than halves and quarters.
_MEASURED_PARTS = {
    **dict.fromkeys(("cup", "glass", "spoon", "teaspoon", "tablespoon"), _THIRDS),
    "inch": frozenset({8, 16}),
}


def is_fraction(part: int, whole: int, tail: Tokens) -> bool:
    """Say whether digits with a slash are a fraction of what is measured: ১/২ কাপ, but not ২/৩ দিন, ৫/৬ কেজি."""
    if not tail or tail[0].type == "SHARE":
        return bool(tail)
    if not _is_measured(tail) or not 0 < part < whole:
        return False
    usual = whole in (2, 4) or (part == 1 and whole in _USUAL_PARTS)
    return usual or whole in _MEASURED_PARTS.get(tail[0].value, ())


def may_be_range(part: int, whole: int, tail: Tokens) -> bool:
    """Say whether it may be a fraction as well as a range: ২/৩ কেজি, ৭/৮ ইঞ্চি."""
    if not _is_measured(tail) or part != whole - 1:
        return False
    return whole in ({3} if not is_fraction(part, whole, tail) else _USUAL_PARTS - {2, 3, 4})


def _is_measured(tail: Tokens) -> bool:
    return bool(tail) and tail[0].type in _MEASURES and tail[0].value not in _COUNTED_WHOLE


_MEASURES = frozenset({"MEASURE", "SHORT", "SPOON", "SQUARE", "CUBIC", "METRIC"})


def mixed(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৩ ১/৪ at the end of a phrase; before a word it may be three, and one or four of something."""
    part, whole = tokens[1].value, tokens[3].value
    after = text[tokens[-1].end : tokens[-1].end + 2].strip(f" \n{DANDA},.;)")
    if not 0 < part < whole or whole not in _USUAL_PARTS or after:
        return None
    return make_match(text, tokens, value=part_value(tokens), kind="fraction")


def quarter(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read সোয়া কেজি and পৌনে কেজি: a quarter more or less than one; সাড়ে needs its number."""
    more = tokens[0].value
    return make_match(text, tokens[:1], tokens[1:], 1 + more) if abs(more) == Fraction(1, 4) else None


def signed(build: Build) -> Build:
    """Return ``build`` for a fraction behind a sign too; a hyphen may be punctuation, and then nothing is certain."""

    def built(text: str, tokens: list[Token]) -> NumberMatch | None:
        if tokens[0].type not in MINUS_SIGNS:
            return build(text, tokens)
        match = build(text, tokens[1:])
        is_sure = match is not None and (tokens[0].type != "DASH" or match.unit == "percent")
        return below_zero(text, tokens[0], match) if match and is_sure else None

    return built


def vulgar(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ½ and ১½."""
    sign = next(i for i, token in enumerate(tokens) if token.type == "VULGAR")
    head, tail = tokens[: sign + 1], tokens[sign + 1 :]
    return make_match(text, head, tail, sign_value(head), "fraction")


def roughly(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read হাজারখানেক, জনা দশেক, তিন শতাধিক, পঞ্চাশোর্ধ্ব, and with the scale or the unit first: লাখ দুয়েক, বছর পাঁচেক."""
    at = next(i for i, token in enumerate(tokens) if token.type in ("ROUGHLY", "MORE_THAN", "COUPLE", "SOME"))
    rough = tokens[at]
    units = [
        token for token in tokens[:at] if token.type in ("MEASURE", "CURRENCY", "BAR", "PERSON")
    ]  # বার তিনেক is three times
    before = [token for token in tokens[:at] if token.type in NUMERAL_TYPES | COLLECTIVES and not units]
    counted = str(tokens[0].value) if tokens[0].type == "ABOUT" else ""  # জনা counts people, গোটা anything
    bare = all(token.type in SHARED | COLLECTIVES for token in before)
    if rough.value < _LEAST_SHARED and not bare:
        return None
    factor = scale_value(before) if bare else Fraction(number_value(before))
    value = exact(factor * rough.value)
    said: Qualifier = "more_than" if rough.type == "MORE_THAN" else "about"
    match = make_match(text, tokens[: at + 1], tokens[at + 1 :], value, unit=counted or None, qualifier=said)
    if units:
        unit, kind = unit_and_kind(text, units, value)
        return replace(match, unit=unit, kind=kind)
    if said == "more_than" and match.unit == "g":  # শতাধিক গ্রাম are villages
        return replace(match, unit="")
    return match


_LEAST_SHARED = 100


def count(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read তিন ডজন."""
    at = next(i for i, token in enumerate(tokens) if token.type in COLLECTIVES)
    return make_match(text, tokens[: at + 1], tokens[at + 1 :], product_value(tokens))


def multiple(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দ্বিগুণ."""
    return make_match(text, tokens[:1], tokens[1:], tokens[0].value, "multiple")
