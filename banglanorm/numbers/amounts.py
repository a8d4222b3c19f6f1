"""Builders of amounts, money, phones and codes: one for each way they stand in a sentence.

Each serves rows of the table in `finding`; it returns ``None`` for what is no number, or not certainly one.
"""

from dataclasses import replace
from decimal import Decimal

from banglanorm.lexer import Token
from banglanorm.numbers.beside import ends_as, follows, is_of
from banglanorm.numbers.certainty import YEAR_NAMES, is_certain
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.making import DIGIT_TYPES, NUMERAL_TYPES, Tokens, below_zero, leave, make_match, split_amount
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.phones import phone_digits
from banglanorm.numbers.qualifiers import qualifier_before
from banglanorm.numbers.units import CLASSIFIERS, WITHOUT_UNIT, is_classified
from banglanorm.numbers.values import (
    MINUS_SIGNS,
    SCALES,
    amount_value,
    exact,
    is_near,
    number_value,
    scale_value,
    spoken_digits,
)
from banglanorm.script.letters import ASCII_DIGITS, DANDA, E_KAR, RA, WORD_CHARACTERS
from banglanorm.tables import cells

_LONGEST_NUMERAL = 1000  # characters
FEWEST_PHONE_DIGITS = 10
YEARS = range(1000, 2101)
_FEW = frozenset({"SMALL", "TENS", "KURI"})
# ১৯৭১-এ, ১৯৭১-এর, ১৯৭১সালে
_OF_YEARS = cells("endings", "ending", "meaning", "locative", "genitive")
_OF_YEARS += cells("dates/words", "word", "class", "year_word")


def amount(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read a numeral with its ending and its unit."""
    head, tail = split_amount(tokens)
    if tail and tail[0].type == "BAR" and is_classified(tail[1:]):
        return leave()  # দশ বারটা is "ten or twelve"
    if not is_certain(text, head, tail) or head[-1].end - head[0].start > _LONGEST_NUMERAL or _is_loose_pair(head):
        return None
    if len(head) == 1 and head[0].type == "D5UP" and head[0].end - head[0].start >= FEWEST_PHONE_DIGITS and not tail:
        return phone(text, head)
    if head[0].type == "THOUSAND" and len(head) == 2 and head[1].type in _FEW:  # হাজার দুই is about two thousand
        value = exact(scale_value(head[:1]) * head[1].value)
        return make_match(text, head, tail, value, qualifier="about")
    value = amount_value(head)
    if tail and tail[0].value == _KILO and len(head) == 1 and _is_audience(text, head[0], tail[0]):
        return make_match(text, head, tail[:1], head[0].value * 1000)
    if head[-1].type == "SHO" and head[0].type == "D2" and _may_rank(text, tail):
        return None
    if len(head) == 1 and _says_year(head[0], tail):
        return make_match(text, head, tail, value, "year")
    match = _labelled(make_match(text, head, tail, value))
    if match.unit == "g" and head[-1].type == "HUNDREDS" and value == _HALF_A_HUNDRED:
        return replace(match, unit="")  # অর্ধশত গ্রাম are villages
    return match


_HALF_A_HUNDRED = 50
_KILO = "কে"


def _is_audience(text: str, digits: Token, ending: Token) -> bool:
    """Say whether কে after digits is the K of 5K: ৫কে ভিউ, but ৫কে ভাগ করো."""
    return digits.type in DIGIT_TYPES and follows(text[ending.end : ending.end + _LONGEST_WORD], "audience", within=1)


def _may_rank(text: str, tail: Tokens) -> bool:
    """Say whether শ may be the mark of an ordinal: ১৪শ বর্ষ, ২৫শ দিন, but ১৪শ বছর আগে is long ago."""
    if not tail:
        return False
    return is_of(text[tail[0].start : tail[0].end], "volume") or tail[0].value in ("day", "week", "month")


def _is_loose_pair(head: Tokens) -> bool:
    """Say whether a numeral may be two: দুই কোটি তিন কোটি is "two or three crores" as well as 2,00,00,003 crores."""
    if len(head) != 4 or head[1].type != "CRORE" or head[3].type != "CRORE" or head[0].type in MINUS_SIGNS:
        return False
    return head[0].value == head[2].value or is_near(head[0].value, head[2].value)


def _labelled(match: NumberMatch) -> NumberMatch:
    """Give a label (১২ নম্বর) its digits."""
    if match.kind != "label":
        return match
    digits = to_ascii_digits(match.text.removesuffix(match.suffix))
    return replace(match, digits=digits) if digits and not digits.strip(ASCII_DIGITS) else match


def _says_year(numeral: Token, tail: Tokens) -> bool:
    """Say whether an ending makes a numeral a year: ১৯৭১-এর, and একাত্তরের where nothing is counted after it."""
    endings = [token.value for token in tail if token.type in ("ENDING", "LOOSE_ENDING")]
    if not endings or not endings[0].lstrip("-'").startswith(_OF_YEARS) or tail[-1].type == "DECADE":
        return False
    named = numeral.value in YEAR_NAMES and endings[0].endswith(RA) and tail[-1].type in ("MONTH", *WITHOUT_UNIT)
    return (numeral.type == "D4" and numeral.value in YEARS) or (named and tail[-1].type != "COMPARED")


def year(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the year after a month; another number there is an amount."""
    head, tail = split_amount(tokens)
    value = amount_value(head)
    is_year = value in YEARS and all(token.type in WITHOUT_UNIT | {"YEAR_WORD", "DATE_WORD"} for token in tail)
    return make_match(text, head, tail, value, "year") if is_year else amount(text, tokens)


def signed(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read -৫%, -১২ কোটি and -১.৫২; a hyphen before a bare number may be punctuation, and then nothing is certain."""
    head, tail = split_amount(tokens)
    if head[1].type not in DIGIT_TYPES | {"DECIMAL"}:
        return leave()
    measured = any(token.type in _BELOW_ZERO or token.value == "point" for token in tail) or head[1].type == "DECIMAL"
    enclosed = text[head[0].start - 1 : head[0].start] + text[head[-1].end : head[-1].end + 1] == "()"
    if text[head[0].start] != "-":  # a dash between words, or typed for a minus
        return None if measured or enclosed else leave()
    return amount(text, tokens) if measured or enclosed or _is_sum(text, head, tail) else None


def _is_sum(text: str, head: Tokens, tail: Tokens) -> bool:
    """Say whether a number with a scale is money, or ends its phrase: people are not fewer than none."""
    if head[-1].type not in SCALES:
        return False
    last = (*head, *tail)[-1].end
    return any(token.type in _MONEY for token in tail) or not text[last : last + 2].strip(f" \n{DANDA},.;)")


_MONEY = frozenset({"CURRENCY", "CURRENCY_CODE", "NATION"})
_BELOW_ZERO = frozenset({"DEGREE", "PERCENT", "PERCENT_WORD"})


def elided(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read দু’ before a noun that is written onto it: দু’পক্ষের."""
    return make_match(text, tokens, value=tokens[0].value)


def point(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read .৫ গ্রাম."""
    digits, tail = tokens[1], tokens[2:]
    if digits.type == "GROUPED":
        return None
    value = Decimal("0." + to_ascii_digits(text[digits.start : digits.end]))
    return make_match(text, tokens[:2], tail, value)


def twice(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২৫ (পঁচিশ) লক্ষ, as laws write, if both agree; ৫০ (ষাট) লক্ষ is not certain, ৫০ (ষাট) may be two numbers."""
    opening, closing = (next(i for i, t in enumerate(tokens) if t.type == kind) for kind in ("OPEN", "CLOSE"))
    after, tail = split_amount(tokens[closing + 1 :])
    if number_value(tokens[opening + 1 : closing]) != number_value(tokens[:opening]):
        return None if after else leave()
    return make_match(text, [*tokens[: closing + 1], *after], tail, number_value([*tokens[:opening], *after]))


def percent_of(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read শতকরা ১০ ভাগ."""
    head, _ = split_amount(tokens[1:])
    return make_match(text, head, value=amount_value(head), kind="percent", unit="percent")


def portion(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read অর্ধেক and সিকি; in "half dead with fear" nothing is divided."""
    if tokens[-1].type == "BECOME":
        return None
    return make_match(text, tokens[:1], tokens[1:], tokens[0].value, "fraction")


def all_of_it(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read শতভাগ."""
    return make_match(text, tokens[:1], value=tokens[0].value, kind="percent", unit="percent")


def only_one(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read মাত্র একটি, where the words around say that one is counted."""
    one = next(i for i, token in enumerate(tokens) if token.type == "ONE")
    if not tokens[one + 1].value.startswith(CLASSIFIERS):
        return None
    if tokens[0].type == "AMONG" and not _is_one_of(text, tokens[0].start, tokens[one + 1]):
        return None
    return make_match(text, tokens[one : one + 1], tokens[one + 1 :], 1)


def _is_one_of(text: str, among: int, ending: Token) -> bool:
    """Say whether one of many is meant: গাছগুলোর মধ্যে একটি, but দুই ঘরের মধ্যে একটি দেয়াল."""
    if ending.value not in CLASSIFIERS:  # একটিকে, একজনের
        return True
    after = text[ending.end : ending.end + _LONGEST_WORD]
    if not after.lstrip(" ") or after.lstrip(" ")[0] not in WORD_CHARACTERS or follows(after, "is one", within=1):
        return True
    kind = "one of people" if ending.value.startswith("জন") else "one of things"
    return ends_as(text[max(0, among - _LONGEST_WORD) : among], kind)


_LONGEST_WORD = 30  # characters


def one_of(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the last word of a sentence that ends "… one of the three"; in বাঁদর একটা nobody is counted."""
    start = tokens[0].start
    before = text[max(0, start - 3) : start].rstrip(" ")
    is_genitive = before.endswith(_SURE_GENITIVES if tokens[1].value == "টা" else RA)
    return only_one(text, tokens) if is_genitive else leave()


_SURE_GENITIVES = (E_KAR + RA, "এ" + RA)  # বাঁদর is none


def boundary(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up চার and ছয় in ৬টি চার ও ২টি ছয়, which are strokes."""
    counted = text[: tokens[0].start].rstrip(" ").endswith(CLASSIFIERS)
    return None if counted and tokens[0].value in _BOUNDARIES else leave()


def boundaries(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ১১ চার, which are eleven strokes; other numbers side by side are uncertain."""
    return make_match(text, tokens[:1], value=tokens[0].value) if tokens[1].value in _BOUNDARIES else leave()


_BOUNDARIES = frozenset({4, 6})


# --- money ------------------------------------------------------------------------------------------------------------


def money(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৳৫০০, $ ৩০ লাখ, Tk. ৫০০ and টাকা ৫০০ মাত্র: a sign that is written onto the number belongs to it."""
    at = next(i for i, token in enumerate(tokens) if token.type in NUMERAL_TYPES)
    head, tail = split_amount(tokens[at:])
    said = qualifier_before(text, tokens[0].start)
    match = make_match(text, head, tail, amount_value(head), "currency", unit=tokens[0].value, qualifier=said)
    sign = tokens[at - 1]
    if sign.type != "CURRENCY_SIGN" or sign.end != match.start:
        return match
    return replace(match, start=sign.start, text=text[sign.start : match.end])


def debt(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read -৳৫০০."""
    if text[tokens[0].start] != "-":
        return leave()
    match = money(text, tokens[1:])
    if match is None or match.value is None:
        return None
    return below_zero(text, tokens[0], match)


def with_change(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ২ টাকা ৫০ পয়সা as one amount."""
    at = next(i for i, token in enumerate(tokens) if token.type == "CURRENCY")
    whole, (change, _) = number_value(tokens[:at]), split_amount(tokens[at + 1 :])
    hundredths = number_value(change)
    if not isinstance(whole, int) or not isinstance(hundredths, int) or not 0 < hundredths < 100:
        return None
    value = Decimal((0, tuple(map(int, str(whole * 100 + hundredths))), -2))
    return make_match(text, [*tokens[: at + 1], *change], (), value, "currency", unit=tokens[at].value)


# --- phones, codes, digits one by one ---------------------------------------------------------------------------------


def phone(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read a phone number with its blanks and hyphens; digits that are none may be something shorter."""
    number = phone_digits(text[tokens[0].start : tokens[-1].end])
    return leave() if number is None else make_match(text, tokens, kind="phone", digits=number)


def toll_free(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ১৮০০ ৩৪৫ ৬৭৮৯: toll-free numbers of India are dialled without the 0."""
    if tokens[0].value not in _TOLL_FREE:
        return leave()
    number = phone_digits("0" + text[tokens[0].start : tokens[-1].end])
    return leave() if number is None else make_match(text, tokens, kind="phone", digits=number[1:])


_TOLL_FREE = frozenset({1800, 1803})


def halved(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up a code of six digits in two halves (৭০০ ০৯১); a longer second half may be a phone number."""
    return None if tokens[1].end - tokens[1].start == _HALF_OF_CODE else leave()


_HALF_OF_CODE = 3


def label(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read the number after রোল নং, পিন কোড and the like: its digits, and its value if no zero stands in front."""
    at = next(i for i, token in enumerate(tokens) if token.type in NUMERAL_TYPES)
    end = next((i for i, token in enumerate(tokens) if token.type in _AFTER_CODE), len(tokens))
    head, tail = tokens[at:end], tokens[end:]
    if is_classified(tail):
        return leave()  # পাতা নং ১২টি
    written = text[head[0].start : head[-1].end]
    number = phone_digits(written)
    if number is not None:
        return make_match(text, head, tail, kind="phone", digits=number)
    digits = "".join([char for char in to_ascii_digits(written) if char in "0123456789"])
    value = head[0].value if len(head) == 1 and (digits[0] != "0" or len(digits) == 1) else None
    return make_match(text, head, tail, value, "label", digits=digits)


def clause(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read ৯(১) ধারায়: its clauses are no numbers that stand alone."""
    digits = to_ascii_digits(text[tokens[0].start : tokens[0].end]).replace(",", "")
    value = None if digits[0] == "0" else tokens[0].value
    return make_match(text, tokens[:1], value=value, kind="label", digits=digits)


def page(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read পৃষ্ঠা ৪৫, which names a page; মোট পৃষ্ঠা ১২০ counts them, and পাতা is also a leaf."""
    named = is_of(text[tokens[0].start : tokens[0].end], "page")
    if not named or text[: tokens[0].start].rstrip(" ").endswith(_IN_ALL):
        return leave()
    return label(text, tokens)


_IN_ALL = "মোট"
_AFTER_CODE = frozenset({"OPEN", "ENDING", "LOOSE_ENDING"})


def spoken(text: str, tokens: Tokens) -> NumberMatch | None:
    """Read digits one by one: আট আট আট সাত."""
    if any(token.type == "TENS" for token in tokens):  # পাঁচ পাঁচ পাঁচ এগারো এক
        return None
    digits = spoken_digits(tokens)
    if digits is None or digits in _COUNTING:
        return None
    return make_match(text, tokens, kind="phone" if len(digits) >= FEWEST_PHONE_DIGITS else "digits", digits=digits)


_COUNTING = "123456789"


def nothing(text: str, tokens: Tokens) -> NumberMatch | None:
    """Use up what looks like a number and is none, or has no value."""
    return None
