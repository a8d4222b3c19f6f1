"""From the tokens of one date to what it says: the functions that the constructions of `dates` build with.

The pattern has vouched for the shape, so a reader only has to see what each token is: a number beside a month is a day,
one before সাল is a year, and so on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from banglanorm.dates.context import counted_from_event, tense
from banglanorm.dates.expressions import Expression, FiscalYear, Period, Several, Window
from banglanorm.dates.lengths import Length
from banglanorm.dates.points import Point
from banglanorm.dates.times import read_clock, read_length
from banglanorm.dates.words import Dotted, Number, Word, base_type, hijri_months, lexer
from banglanorm.lexer import Token

Tokens = Sequence[Token]

_CLOCK_WORDS = frozenset(
    {
        *("DAY_PART", "NIGHT_AFTER", "DEEP", "MIDNIGHT", "HALF_DAY", "HALF", "QUARTER", "LESS_QUARTER"),
        *("ONE_HALF", "TWO_HALF", "OCLOCK", "DOTTED_TIME", "COLON"),
    }
)
_SIDES = {"LAST": -1, "THIS": 0, "NEXT": 1}
_OTHER_SYSTEMS = {"BANGLA_MONTH": "bangla", "HIJRI_MONTH": "hijri"}
_MONTHS = frozenset({"GREGORIAN_MONTH", *_OTHER_SYSTEMS})
_LATEST_OTHER_YEAR = 1700  # a Bangla or Hijri year after it needs its era, for it may be a Gregorian one
_ERAS = {"BANGLA_ERA": "bangla", "BANGLA": "bangla", "HIJRI_ERA": "hijri"}
_YEAR_CUES = frozenset(
    {
        *("SEASON", "YEAR_WORD", "COMMON_ERA", "BANGLA_ERA", "HIJRI_ERA", "ENGLISH", "BANGLA", "ABDA", "BEFORE_ERA"),
        "CHRIST",
    }
)
_SAFAR = 2
_YEARS_BEFORE = frozenset({"BEFORE_ERA", "BEFORE_CHRIST"})  # these stand before their year too
_COUNTED = {"YEAR_UNIT": "year", "MONTH_UNIT": "month", "WEEK_UNIT": "week"}


@dataclass(slots=True)
class _Draft:
    """The fields of a `Point` as they come together."""

    fields: dict[str, Any] = field(default_factory=dict)
    year: int = 0  # the sum of the words of a year
    before_era: bool = False
    named_era: bool = False
    doubtful_month: bool = False  # সফর is also a journey, এক রমজানে "in one Ramadan"

    def point(self) -> Point | None:
        """Return the point, or ``None`` if its parts do not go together."""
        if self.year:
            self.fields["year"] = self.year
        year = self.fields.get("year")
        if self.fields.get("system") == "hijri" and year is None and self.doubtful_month:
            return None
        if self.before_era and year is not None:
            self.fields["year"] = 1 - year
        if year is not None and year > _LATEST_OTHER_YEAR and not self.named_era and self.fields.get("system"):
            return None  # a Gregorian year with a Bangla or Hijri month
        return Point(**self.fields)


def read_point(text: str, tokens: Tokens) -> Point | None:
    """Read a date, a clock time, or both."""
    days, clocks = split_clock(tokens)
    point = _read_date(days) if days else Point()
    if point is None:
        return None
    if point == Point(weekday=point.weekday) and point.weekday and tense(text, tokens[-1].end) > 0:
        point = replace(point, direction=0)  # শনিবার বৈঠক হবে: the coming one
    if not clocks:
        return point
    clock = read_clock(clocks)
    return replace(point, clock=clock) if clock else None


def split_clock(tokens: Tokens) -> tuple[list[Token], list[Token]]:
    """Return the tokens of the date and those of the clock time."""
    kinds = ["", *(base_type(token.type) for token in tokens), ""]
    days: list[Token] = []
    clocks: list[Token] = []
    for at, token in enumerate(tokens, start=1):
        kind, before, after = kinds[at], kinds[at - 1], kinds[at + 1]
        if isinstance(token.value, Number):
            told = (
                after in ("COLON", "OCLOCK", "HALF_DAY")
                or before in _CLOCK_WORDS
                or after in ("MINUTE_UNIT", "SECOND_UNIT")
            )
        elif kind == "DAY_WORD":
            told = before == "OCLOCK"
        else:
            told = kind in _CLOCK_WORDS or kind in ("MINUTE_UNIT", "SECOND_UNIT")
        (clocks if told else days).append(token)
    return days, clocks


def _read_date(tokens: Tokens) -> Point | None:
    draft = _Draft()
    kinds = ["", *(base_type(token.type) for token in tokens), ""]
    for at, token in enumerate(tokens, start=1):
        kind, before, after = kinds[at], kinds[at - 1], kinds[at + 1]
        if isinstance(token.value, Number):
            _number(draft, token.value, kind, before, after)
        elif isinstance(token.value, Dotted):
            _dotted(draft, token.value)
        else:
            _word(draft, token, kind, before)
    numbers = [token for token in tokens if isinstance(token.value, Number)]
    if "SLASH" in kinds or kinds.count("DASH") == 2:
        _numeric(draft, numbers)
    return draft.point()


def _number(draft: _Draft, number: Number, kind: str, before: str, after: str) -> None:
    """Take a number as the year or the day, by its neighbours and its size."""
    value = int(number.value)
    if kind == "W_HUNDREDS" or after in ("HUNDRED", "THOUSAND"):
        draft.year = value if kind == "W_HUNDREDS" else value * (100 if after == "HUNDRED" else 1000)
    elif draft.year and before in ("W_HUNDREDS", "HUNDRED", "THOUSAND"):
        draft.year += value
    elif number.digits == 2 and (before == "APOSTROPHE" or (value > 31 and after in ("ENDING", "GENITIVE_PRONOUN"))):
        draft.fields |= {"year": value, "two_digits": True}
    elif number.digits > 2 or after in _YEAR_CUES or before in _YEARS_BEFORE:
        named_era = after in _YEAR_CUES - {"YEAR_WORD", "SEASON"} or before in _YEARS_BEFORE | {"HIJRI_ERA"}
        draft.fields |= {"year": value, "two_digits": number.digits in (0, 2) and value < 100 and not named_era}
    elif (before in ("HIJRI_ERA", "BANGLA", "YEAR_WORD") and draft.fields.get("day")) or before == "HIJRI_ERA":
        draft.fields["year"] = value
    else:
        draft.fields["day"] = value


def _dotted(draft: _Draft, dotted: Dotted) -> None:
    day, month, year = dotted.parts
    draft.fields |= {"day": day, "month": month, "year": year, "two_digits": dotted.digits == 2}


def _numeric(draft: _Draft, numbers: Tokens) -> None:
    """Read ১৭/০৯/২০২৩ and ২০২৩-০৯-১৭: the day comes first unless the year does."""
    values = [token.value for token in numbers[:3]]
    if values[0].digits == 4:
        values.reverse()
    day, month, year = values
    draft.fields |= {
        "day": int(day.value),
        "month": int(month.value),
        "year": int(year.value),
        "two_digits": year.digits == 2,
    }


def _word(draft: _Draft, token: Token, kind: str, before: str) -> None:
    fields = draft.fields
    value: Any = token.value.value if isinstance(token.value, Word) else None
    if kind in _MONTHS:
        fields["month"] = value
        if kind in _OTHER_SYSTEMS:
            fields["system"] = _OTHER_SYSTEMS[kind]
        draft.doubtful_month = value == _SAFAR or before == "W12"
    elif kind == "MONTH_UNIT" and before in _MONTHS:
        draft.doubtful_month = False
    elif kind == "EVERY":
        fields["yearly"] = True
    elif kind == "HIJRI_MONTH_FIRST":
        fields |= {"month": value, "system": "hijri"}
    elif kind == "HIJRI_MONTH_SECOND":
        fields["month"] = hijri_months().get((fields["month"], value), 0)
    elif kind == "DAY_WORD":
        fields["day"] = value
    elif kind in ("WEEKDAY", "WEEKDAY_SHORT"):
        fields["weekday"] = value
    elif kind == "NEAR_DAY":
        fields["days"] = value
    elif kind == "EITHER_DAY":
        side = fields.pop("direction", None)
        fields |= {"days": value * (side or 1), "either": side is None}
    elif kind in _SIDES:
        fields["direction"] = _SIDES[kind]
    elif kind in _COUNTED and before in _SIDES:
        fields["unit"] = _COUNTED[kind]
    elif kind in _ERAS:
        fields["system"] = _ERAS[kind]
        draft.named_era = True
    elif kind in ("BEFORE_ERA", "BEFORE_CHRIST"):
        draft.before_era = True
    elif kind in ("ABOUT", "AROUND"):
        fields["about"] = True


# --- what is made of several points ---------------------------------------------------------------------------------


def read_period(text: str, tokens: Tokens) -> Period | None:
    """Read two points with থেকে or a dash between them."""
    at = connector(tokens)
    first, last = read_point(text, tokens[:at]), read_point(text, tokens[at + 1 :])
    if first is None or last is None:
        return None
    if last.year is not None and first.year is not None and not last.month and _digits(tokens[at + 1]) == 2:
        last = replace(last, year=first.year - first.year % 100 + last.year % 100, two_digits=False)  # ২০১৩-১৪
        if last.year is not None and last.year <= first.year:
            return None
    return Period(*_same_half(first, last))


def connector(tokens: Tokens) -> int:
    """Return the index of the থেকে or the dash of a period."""
    kinds = [base_type(token.type) for token in tokens]
    if "FROM" in kinds:
        return kinds.index("FROM")
    dashes = [at for at, kind in enumerate(kinds) if kind == "DASH"]
    return dashes[len(dashes) // 2]


def _digits(token: Token) -> int:
    return token.value.digits if isinstance(token.value, Number) else 0


def _same_half(first: Point, last: Point) -> tuple[Point, Point]:
    """Let the end that names the part of the day settle the other: রাত ১০টা থেকে ১২টা, ৩টা থেকে বিকেল ৫টা."""
    start, end = first.clock, last.clock
    if start is None or end is None or start.half_known == end.half_known:
        return first, last
    apart = (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % (24 * 60)
    far = apart > 12 * 60
    if start.half_known:
        return first, replace(last, clock=end.other_half() if far else end._replace(half_known=True))
    return replace(first, clock=start.other_half() if far else start._replace(half_known=True)), last


def read_several(text: str, tokens: Tokens) -> Several | None:
    """Read points with commas and ও between them."""
    parts: list[list[Token]] = [[]]
    kinds = [base_type(token.type) for token in tokens]
    end = kinds.index("AND")
    for at, token in enumerate(tokens):
        if kinds[at] == "AND" or (kinds[at] == "COMMA" and at < end):
            parts.append([])
        else:
            parts[-1].append(token)
    points = tuple(point for point in (read_point(text, part) for part in parts) if point)
    return Several(points) if len(points) == len(parts) else None


# --- lengths and the rest -------------------------------------------------------------------------------------------


def read_duration(text: str, tokens: Tokens) -> Length | None:
    """Read a length of time."""
    return read_length(tokens)


def read_uncued_year(text: str, tokens: Tokens) -> Point | None:
    """Read a year that only its ending or থেকে shows (১৯৩০-এর, ২০০৬ থেকে); round numbers may count anything."""
    year = int(tokens[0].value.value)
    if year % 100 == 0 or (len(tokens) == 1 and not 1900 < year < 2100):
        return None
    return Point(year=year)


def read_july_2024(text: str, tokens: Tokens) -> Point | None:
    """Read ৩৬শে জুলাই: the uprising of 2024 counted the days of July on until it had won."""
    day, month = tokens[0].value, next(token.value.value for token in tokens if "MONTH" in token.type)
    years = [int(token.value.value) for token in tokens[1:] if isinstance(token.value, Number)]
    if month != 7 or day.value > 36 or years not in ([], [2024]):
        return None
    return Point(year=2024, month=7, day=int(day.value))


def read_either_day(text: str, tokens: Tokens) -> Point | None:
    """Read কাল and পরশু, if an ending or the tense of the clause shows that a day is meant."""
    point = read_point(text, tokens)
    if point is None or point.days is None:
        return None
    when = tense(text, tokens[-1].end)
    if when:
        return replace(point, days=point.days * when, either=False)
    return (
        point if tokens[-1].type != "EITHER_DAY_BARE" or point.days > 1 or _part_of_day_follows(text, tokens) else None
    )


def _part_of_day_follows(text: str, tokens: Tokens) -> bool:
    after = text[tokens[-1].end : tokens[-1].end + 20].split()
    return bool(after) and any(base_type(token.type) == "DAY_PART" for token in lexer().known(after[0]))


def read_sure_clock(text: str, tokens: Tokens) -> Point | None:
    """Read a clock time; একটায় without a part of the day may be "in one of them"."""
    if len(tokens) == 2 and tokens[0].value == Number(1):
        return None
    return read_point(text, tokens)


def read_length_ago(text: str, tokens: Tokens) -> Expression | None:
    """Read a length before now in running text: one that is counted from an event (মৃত্যুর তিন দিন আগে) stays open."""
    point = read_ago(text, tokens)
    return None if counted_from_event(text, tokens[0].start) else point


def read_length_after(text: str, tokens: Tokens) -> Expression | None:
    """Read a length after now in running text: only the future tense shows that it is counted from now."""
    from_today = base_type(tokens[0].type) == "NEAR_DAY"  # আজ থেকে একশ বছর পরে
    if not from_today and (counted_from_event(text, tokens[0].start) or tense(text, tokens[-1].end) <= 0):
        return None
    return read_ago(text, tokens)


def read_ago(text: str, tokens: Tokens) -> Point | None:
    """Read a length of time before or after now."""
    kinds = [base_type(token.type) for token in tokens]
    length = read_length([token for token, kind in zip(tokens, kinds, strict=True) if kind not in ("NEAR_DAY", "LAST")])
    return Point(length=length, sign=-1 if "AGO" in kinds else 1) if length else None


def read_window(text: str, tokens: Tokens) -> Window | None:
    """Read a length of time that ends or begins now: গত তিন দিনে."""
    length = read_length(tokens[1:])
    return Window(length, _SIDES[base_type(tokens[0].type)]) if length else None


def read_fiscal_year(text: str, tokens: Tokens) -> FiscalYear | None:
    """Read ২০২৩-২৪ অর্থবছর or চলতি অর্থবছর."""
    indian = base_type(tokens[-1].type) == "FISCAL_YEAR_IN"
    side = _SIDES.get(base_type(tokens[0].type))
    if side is not None:
        return FiscalYear(None, side, indian)
    first, last = int(tokens[0].value.value), int(tokens[2].value.value)
    if last % 100 != (first + 1) % 100:
        return None
    return FiscalYear(first, indian=indian)


def read_century(text: str, tokens: Tokens) -> Expression | None:
    """Read একবিংশ শতাব্দী, ১৯ শতকে, গত শতকে."""
    kinds = [base_type(token.type) for token in tokens]
    first_year = _century_of(tokens, kinds)
    if first_year is None:
        return None
    if {"BEFORE_ERA", "BEFORE_CHRIST"} & set(kinds):
        return Point(year=-99 - first_year, unknown=2)  # the first century BCE is -0099 to 0000
    return Point(year=first_year, unknown=2)


def _century_of(tokens: Tokens, kinds: list[str]) -> int | None:
    """Return the first year of a century; গত শতক is the twentieth, as long as no reference is looked at."""
    for token, kind in zip(tokens, kinds, strict=True):
        if isinstance(token.value, Number):
            number = int(token.value.value)
            return (number - 1) * 100 if 1 <= number <= 21 else None
        if kind in _SIDES:
            return 2000 + 100 * _SIDES[kind]
    return None


def read_decade(text: str, tokens: Tokens) -> Point | None:
    """Read নব্বইয়ের দশক, ১৯৭০-এর দশকে, গত শতকের ষাটের দশক."""
    kinds = [base_type(token.type) for token in tokens]
    century = 1900
    if "CENTURY" in kinds:
        cut = kinds.index("CENTURY") + 1
        named = _century_of(tokens[:cut], kinds[:cut])
        if named is None:
            return None
        century, tokens = named, tokens[cut:]
    number = next(token.value for token in tokens if isinstance(token.value, Number))
    year = int(number.value)
    if year % 10 or year < 10:
        return None
    if year < 100:
        bare = not number.digits and not number.ending
        if bare and year < 30:
            return None  # বিশ দশক may be twenty decades
        return Point(year=century + year, unknown=1, two_digits="CENTURY" not in kinds)
    return Point(year=year, unknown=1)
