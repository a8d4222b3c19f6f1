"""A date, read from its tokens: each token gives the field of a `Point` that its type and its neighbours say.

The pattern has vouched for the shape, so it only has to be seen what each token is: a number beside a month is a day,
one before সাল is a year, and so on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from banglanorm.dates.feasts import Feast, System
from banglanorm.dates.lexicon import hijri_months
from banglanorm.dates.points import LATEST_OTHER_YEAR, Point, Unit
from banglanorm.dates.tokens import Dotted, Number, Word, base_type
from banglanorm.lexer import Token
from banglanorm.script.letters import E_KAR

Tokens = Sequence[Token]


def kinds_of(tokens: Tokens) -> list[str]:
    """Return the types of tokens without their inflections."""
    return [base_type(token.type) for token in tokens]


SIDES = {"LAST": -1, "GONE": -1, "THIS": 0, "NEXT": 1, "FOLLOWING": 1}
_OTHER_SYSTEMS: dict[str, System] = {"BANGLA_MONTH": "bangla", "HIJRI_MONTH": "hijri"}
_MONTHS = frozenset({"GREGORIAN_MONTH", "GREGORIAN_MONTH_SHORT", "LATIN_MONTH", *_OTHER_SYSTEMS})
_ERAS: dict[str, System] = {
    "BANGLA_ERA": "bangla",
    "BANGLA": "bangla",
    "OF_BANGLA": "bangla",
    "HIJRI_ERA": "hijri",
    "SHAKA_ERA": "shaka",
}
_YEAR_CUES = frozenset(
    {
        *("SEASON", "YEAR_WORD", "COMMON_ERA", "BANGLA_ERA", "HIJRI_ERA", "SHAKA_ERA", "ENGLISH", "BANGLA"),
        *("OF_BANGLA", "ABDA", "BEFORE_ERA", "CHRIST"),
    }
)
AFTER_DAY_OR_YEAR = _MONTHS | _YEAR_CUES
_SAFAR = 2
_YEARS_BEFORE = frozenset({"BEFORE_ERA", "BEFORE_CHRIST"})  # these stand before their year too
_COUNTED: dict[str, Unit] = {"YEAR_UNIT": "year", "MONTH_UNIT": "month", "WEEK_UNIT": "week"}
_YEARS_IN_WORDS = frozenset({"W_HUNDREDS", "HUNDRED", "THOUSAND"})


class _Fields(TypedDict, total=False):
    """The fields of a `Point` that a date may name."""

    year: int
    month: int | None
    day: int
    system: System
    two_digits: bool
    weekday: int
    nth: int
    direction: int | None
    unit: Unit
    days: int
    either: bool
    about: bool
    yearly: bool
    uncertain: bool
    san: bool
    common: bool
    feast: Feast


@dataclass(slots=True)
class _Draft:
    """The fields of a `Point` as they come together, and what decides whether they go together."""

    fields: _Fields = field(default_factory=_Fields)
    year_in_words: int = 0  # the sum of its words
    before_era: bool = False
    named_era: bool = False
    doubtful_month: bool = False  # সফর is also a journey, এক রমজানে "in one Ramadan"
    year_first: bool = False  # the year stands before the month
    sure_month: bool = False  # মাস stands after it
    one_month: bool = False  # এক মাঘে is "in one winter"
    nth: int = 0  # what an ordinal says of the word after it
    first_word: str = ""  # the first word of a name of two

    @property
    def has_year(self) -> bool:
        return "year" in self.fields or self.year_in_words > 0

    def set(self, **fields: Unpack[_Fields]) -> None:
        self.fields.update(fields)

    def finished(self) -> Point | None:
        """Return the point, or ``None`` if its parts do not go together."""
        fields = self.fields
        if self.year_in_words:
            fields["year"] = self.year_in_words
        year, system = fields.get("year"), fields.get("system", "gregorian")
        if year is None and (self.one_month or (system == "hijri" and self.doubtful_month)):
            return None
        if self.before_era and year is not None:
            fields["year"] = 1 - year
        if year is not None and year > LATEST_OTHER_YEAR and not self.named_era and system != "gregorian":
            if "day" not in fields and not (self.year_first and self.sure_month):
                return None  # ২০২৩ সালে কার্তিক: the month may be a name
            fields["common"] = True
        return Point(**fields)


def read_date(tokens: Tokens) -> Point | None:
    """Return what the tokens of a date name, without a clock time; ``None`` where they do not go together."""
    draft = _Draft()
    kinds = ["", *[base_type(token.type) for token in tokens], ""]
    for at, token in enumerate(tokens, start=1):
        kind, before, after = kinds[at], kinds[at - 1], kinds[at + 1]
        match token.value:
            case Number() as number:
                _number(draft, number, kind, before, after)
            case Dotted() as dotted:
                day, month, year = dotted.parts
                draft.set(day=day, month=month, year=year, two_digits=dotted.digits == 2)
            case Word() as word if kind in _TAKES:
                _TAKES[kind](draft, word, kind, before)
            case None if kind == "QUESTION":
                draft.set(uncertain=True)
    numbers = [token.value for token in tokens if isinstance(token.value, Number)]
    if draft.fields.get("month") is None and len(numbers) >= 3 and ("SLASH" in kinds or kinds.count("DASH") >= 2):
        _numeric(draft, numbers[:3])
    return draft.finished()


def _number(draft: _Draft, number: Number, kind: str, before: str, after: str) -> None:
    """Take a number as the year or the day, by its neighbours and its size."""
    value = int(number.value)
    day, month = draft.fields.get("day"), draft.fields.get("month")
    if kind == "ORDINAL" or after == "ORDINAL_MARK":
        draft.nth = value
    elif kind == "W_HUNDREDS" or after in ("HUNDRED", "THOUSAND"):
        draft.year_in_words = value * {"HUNDRED": 100, "THOUSAND": 1000}.get(after, 1)
    elif draft.year_in_words and before in _YEARS_IN_WORDS:
        draft.year_in_words += value
    elif _is_short_year(number, before, after):
        draft.set(year=value, two_digits=True)
    elif number.digits > 2 or after in _YEAR_CUES or before in _YEARS_BEFORE:
        named_era = after in _YEAR_CUES - {"YEAR_WORD", "SEASON"} or before in _YEARS_BEFORE | {"HIJRI_ERA"}
        draft.set(year=value, two_digits=number.digits in (0, 2) and value < 100 and not named_era)
    elif (before in ("HIJRI_ERA", "BANGLA", "YEAR_WORD") and day) or (
        before == "HIJRI_ERA" and "year" not in draft.fields
    ):
        draft.set(year=value)
    elif before in ("DASH", "SLASH", "DOT") and day and month:  # ০১-এপ্রিল-২৩
        draft.set(year=value, two_digits=True)
    else:
        draft.set(day=value)


def _is_short_year(number: Number, before: str, after: str) -> bool:
    """Say whether a number is the end of a year: ’৭১, ৭১' সালে, ৬৯ এর, একাত্তরের."""
    if number.digits == 0:
        return number.value > 31 and bool(number.ending)
    cased = number.value > 31 and after in ("ENDING", "GENITIVE_PRONOUN")
    return number.digits == 2 and (cased or "APOSTROPHE" in (before, after))


def _numeric(draft: _Draft, numbers: list[Number]) -> None:
    """Read ১৭/০৯/২০২৩ and ২০২৩-০৯-১৭: the day comes first unless the year does."""
    if numbers[0].digits == 4:
        numbers = numbers[::-1]
    day, month, year = numbers
    draft.set(day=int(day.value), month=int(month.value), year=int(year.value), two_digits=year.digits == 2)


_Take = Callable[[_Draft, Word, str, str], None]


def _take_month(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(month=word.value)
    draft.year_first = draft.has_year
    if kind in _OTHER_SYSTEMS:
        draft.set(system=_OTHER_SYSTEMS[kind])
    draft.first_word = word.text
    draft.doubtful_month = word.value == _SAFAR or before == "W12"
    draft.one_month = before == "W12" and draft.fields.get("day") == 1 and word.ending.endswith(E_KAR)


def _take_month_unit(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if before in _MONTHS:
        draft.doubtful_month, draft.sure_month = False, True
    else:
        _take_counted(draft, word, kind, before)


def _take_counted(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if before == "FOLLOWING":  # পরবর্তী বছরের ৩১ মার্চ follows a year that the text before knows
        draft.set(direction=None, yearly=True)
    elif before in SIDES:
        draft.set(unit=_COUNTED[kind])


def _take_hijri_first(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(system="hijri")
    draft.year_first = draft.has_year
    draft.first_word = word.text


def _take_hijri_second(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(month=hijri_months().get((draft.first_word, word.text), 0))


def _take_either_day(draft: _Draft, word: Word, kind: str, before: str) -> None:
    side = draft.fields.get("direction")
    draft.set(direction=None, days=word.value * (side or 1), either=side is None)


def _take_side(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(direction=SIDES[kind])


def _take_weekday(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(weekday=word.value)
    if before in ("ORDINAL", "ORDINAL_MARK", "FINAL"):  # মার্চের শেষ শুক্রবার
        draft.set(nth=-1 if before == "FINAL" else draft.nth)


def _take_era(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(system=_ERAS[kind])
    draft.named_era = True
    draft.first_word = word.text  # বাংলা নববর্ষ


def _take_english(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.first_word = word.text  # ইংরেজি নববর্ষ


def _take_year_word(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if word.value:  # সন is the Bangla year first
        draft.set(san=True)


def _take_before_era(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.before_era = True


def _take_fixed_day(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if kind == "FIXED_DAY_SECOND":
        draft.set(feast=Feast(draft.first_word, word.text), month=None, system="gregorian")
    elif kind == "FIXED_DAY":
        draft.set(feast=Feast(word.text))
    else:
        draft.first_word = word.text


_TAKES: dict[str, _Take] = {
    **dict.fromkeys(_MONTHS, _take_month),
    **dict.fromkeys(SIDES, _take_side),
    **dict.fromkeys(_ERAS, _take_era),
    "ENGLISH": _take_english,
    **dict.fromkeys(("BEFORE_ERA", "BEFORE_CHRIST"), _take_before_era),
    **dict.fromkeys(("FIXED_DAY", "FIXED_DAY_FIRST", "FIXED_DAY_SECOND"), _take_fixed_day),
    "PERSON": _take_fixed_day,  # শিক্ষক দিবস
    **dict.fromkeys(("ABOUT", "AROUND", "ABOUT_SHORT"), lambda draft, word, kind, before: draft.set(about=True)),
    **dict.fromkeys(("WEEKDAY", "WEEKDAY_SHORT"), _take_weekday),
    "MONTH_UNIT": _take_month_unit,
    "YEAR_UNIT": _take_counted,
    "WEEK_UNIT": _take_counted,
    # A year that is every year, or one that only the text before knows: ওই বছরের ৭ মার্চ.
    **dict.fromkeys(("EVERY", "THAT", "PRONOUN", "AGO"), lambda draft, word, kind, before: draft.set(yearly=True)),
    "HIJRI_MONTH_FIRST": _take_hijri_first,
    "HIJRI_MONTH_SECOND": _take_hijri_second,
    "DAY_WORD": lambda draft, word, kind, before: draft.set(day=word.value),
    "NEAR_DAY": lambda draft, word, kind, before: draft.set(days=word.value),
    "EITHER_DAY": _take_either_day,
    "YEAR_WORD": _take_year_word,
    "SANKRANTI": lambda draft, word, kind, before: draft.set(day=-1),  # the last day
}
