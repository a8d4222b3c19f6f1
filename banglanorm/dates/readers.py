"""From the tokens of one date to what it says: the readers of days, months, years and clock times.

The pattern has vouched for the shape, so a reader only has to see what each token is: a number beside a month is a day,
one before সাল is a year, and so on. `compounds` has the readers of what is made of several dates.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from banglanorm.dates.context import ends_verb, of_something, tense
from banglanorm.dates.lexer import lexer
from banglanorm.dates.lexicon import hijri_months
from banglanorm.dates.points import Feast, Point, System, Unit
from banglanorm.dates.times import read_clock
from banglanorm.dates.tokens import Dotted, Number, Word, base_type
from banglanorm.lexer import Token
from banglanorm.script.letters import E_KAR

Tokens = Sequence[Token]

_CLOCK_WORDS = frozenset(
    {
        *("DAY_PART", "NIGHT_AFTER", "DEEP", "MIDNIGHT", "HALF_DAY", "HALF", "QUARTER", "LESS_QUARTER"),
        *(
            "ONE_HALF",
            "TWO_HALF",
            "OCLOCK",
            "ONE_OCLOCK",
            "DOTTED_TIME",
            "COLON",
            "HALF_LETTER",
            "HALF_MARK",
            "EXACTLY",
        ),
        *("STRUCK", "ABOUT_TO_STRIKE", "TO_GO", "MINUTE_UNIT", "MINUTE_SHORT", "SECOND_UNIT"),
    }
)
_OF_CLOCK = _CLOCK_WORDS | {"DOT"}  # এ.এম.
# A number is told by the clock if one of these stands after it; before it, every word of the clock will do, unless the
# number has its month or its era after it.
_AFTER_CLOCK_NUMBER = frozenset({"COLON", "OCLOCK", "HALF_DAY", "HALF_LETTER", "MINUTE_UNIT", "MINUTE_SHORT"})
_AFTER_CLOCK_NUMBER |= {"SECOND_UNIT"}
SIDES = {"LAST": -1, "GONE": -1, "THIS": 0, "NEXT": 1, "FOLLOWING": 1}
_OTHER_SYSTEMS: dict[str, System] = {"BANGLA_MONTH": "bangla", "HIJRI_MONTH": "hijri"}
_MONTHS = frozenset({"GREGORIAN_MONTH", "GREGORIAN_MONTH_SHORT", "LATIN_MONTH", *_OTHER_SYSTEMS})
_LATEST_OTHER_YEAR = 1700  # a Bangla or Hijri year after it needs its era, for it may be a Gregorian one
_ERAS: dict[str, System] = {
    "BANGLA_ERA": "bangla",
    "BANGLA": "bangla",
    "OF_BANGLA": "bangla",
    "HIJRI_ERA": "hijri",
    "SHAKA_ERA": "shaka",
}
_YEAR_CUES = frozenset(
    {
        *(
            "SEASON",
            "YEAR_WORD",
            "COMMON_ERA",
            "BANGLA_ERA",
            "HIJRI_ERA",
            "SHAKA_ERA",
            "ENGLISH",
            "BANGLA",
            "OF_BANGLA",
            "ABDA",
        ),
        *("BEFORE_ERA", "CHRIST"),
    }
)
_AFTER_DAY_OR_YEAR = _MONTHS | _YEAR_CUES
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
    direction: int | None
    unit: Unit
    days: int
    either: bool
    about: bool
    yearly: bool
    uncertain: bool
    san: bool
    feast: Feast


@dataclass(slots=True)
class _Draft:
    """The fields of a `Point` as they come together, and what decides whether they go together."""

    fields: _Fields = field(default_factory=_Fields)
    year_in_words: int = 0  # the sum of its words
    before_era: bool = False
    named_era: bool = False
    doubtful_month: bool = False  # সফর is also a journey, এক রমজানে "in one Ramadan"
    one_month: bool = False  # এক মাঘে is "in one winter"
    first_word: str = ""  # the first word of a name of two

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
        if year is not None and year > _LATEST_OTHER_YEAR and not self.named_era and system != "gregorian":
            return None  # a Gregorian year with a Bangla or Hijri month
        return Point(**fields)


# --- a date and its clock time --------------------------------------------------------------------------------------


def read_point(text: str, tokens: Tokens) -> Point | None:
    """Read a date, a clock time, or both; the tense of the sentence says which day a bare weekday is."""
    point = read_plain_point(text, tokens[1:] if is_verb(text, tokens) else tokens)
    return None if point is None or point == _NOTHING else beside_verb(text, tokens, point)


_NOTHING = Point()


def is_verb(text: str, tokens: Tokens) -> bool:
    """Say whether গেল before a time ends a verb: হারিয়ে গেল, and is not "last"."""
    return tokens[0].type == "GONE_BARE" and ends_verb(text, tokens[0].start)


def beside_verb(text: str, tokens: Tokens, point: Point) -> Point:
    """Let the verb of the clause say on which side a bare weekday lies: শনিবার বৈঠক হবে is the coming one.

    Of a day or a month without its year, the verb says on which side it lies where both are far.
    """
    if is_bare_weekday(point):
        return point._replace(direction=0) if tense(text, tokens[0].start, tokens[-1].end) > 0 else point
    if point.month and point.year is None and point.unit is None and point.direction is None:
        return point._replace(leaning=tense(text, tokens[0].start, tokens[-1].end))
    return point


def is_bare_weekday(point: Point) -> bool:
    """Say whether nothing but a weekday, and perhaps a clock time, is named."""
    return bool(point.weekday) and point._replace(clock=None) == Point(weekday=point.weekday)


def read_plain_point(text: str, tokens: Tokens) -> Point | None:
    """Read a date, a clock time, or both, without a look at the sentence."""
    days, clocks = split_clock(tokens)
    point = _read_date(days) if days else _NOTHING
    if point is None or not clocks:
        return point
    clock = read_clock(clocks)
    return point._replace(clock=clock) if clock else None


def split_clock(tokens: Tokens) -> tuple[list[Token], list[Token]]:
    """Return the tokens of the date and those of the clock time."""
    kinds = ["", *[base_type(token.type) for token in tokens], ""]
    if _OF_CLOCK.isdisjoint(kinds):
        return list(tokens), []
    days: list[Token] = []
    clocks: list[Token] = []
    for at, token in enumerate(tokens, start=1):
        kind, before, after = kinds[at], kinds[at - 1], kinds[at + 1]
        if isinstance(token.value, Number):
            told = after in _AFTER_CLOCK_NUMBER or (
                after not in _AFTER_DAY_OR_YEAR
                and (before in _CLOCK_WORDS or (before == "DASH" and _is_dash_clock(kinds)))
            )
        elif kind == "DAY_WORD":
            told = before == "OCLOCK"
        elif kind == "THIS":  # এ.এম.
            told = after == "DOT"
        else:
            told = kind in _CLOCK_WORDS
        (clocks if told else days).append(token)
    return days, clocks


def _is_dash_clock(kinds: list[str]) -> bool:
    """Say whether a dash stands between the hour and the minutes: সকাল ৯-৩০."""
    return any(kinds[at] == "DAY_PART" and kinds[at + 2] == "DASH" for at in range(len(kinds) - 2))


# --- the tokens of a date -------------------------------------------------------------------------------------------


def _read_date(tokens: Tokens) -> Point | None:
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
    if kind == "W_HUNDREDS" or after in ("HUNDRED", "THOUSAND"):
        draft.year_in_words = value * {"HUNDRED": 100, "THOUSAND": 1000}.get(after, 1)
    elif draft.year_in_words and before in _YEARS_IN_WORDS:
        draft.year_in_words += value
    elif _is_short_year(number, before, after):
        draft.set(year=value, two_digits=True)
    elif number.digits > 2 or after in _YEAR_CUES or before in _YEARS_BEFORE:
        named_era = after in _YEAR_CUES - {"YEAR_WORD", "SEASON"} or before in _YEARS_BEFORE | {"HIJRI_ERA"}
        draft.set(year=value, two_digits=number.digits in (0, 2) and value < 100 and not named_era)
    elif (before in ("HIJRI_ERA", "BANGLA", "YEAR_WORD") and day) or before == "HIJRI_ERA":
        draft.set(year=value)
    elif before in ("DASH", "SLASH", "DOT") and day and month:  # ০১-এপ্রিল-২৩
        draft.set(year=value, two_digits=True)
    else:
        draft.set(day=value)


def _is_short_year(number: Number, before: str, after: str) -> bool:
    """Say whether a number is the end of a year: ’৭১, ৬৯ এর, একাত্তরের."""
    if number.digits == 0:
        return number.value > 31 and bool(number.ending)
    cased = number.value > 31 and after in ("ENDING", "GENITIVE_PRONOUN")
    return number.digits == 2 and (before == "APOSTROPHE" or cased)


def _numeric(draft: _Draft, numbers: list[Number]) -> None:
    """Read ১৭/০৯/২০২৩ and ২০২৩-০৯-১৭: the day comes first unless the year does."""
    if numbers[0].digits == 4:
        numbers = numbers[::-1]
    day, month, year = numbers
    draft.set(day=int(day.value), month=int(month.value), year=int(year.value), two_digits=year.digits == 2)


_Take = Callable[[_Draft, Word, str, str], None]


def _take_month(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(month=word.value)
    if kind in _OTHER_SYSTEMS:
        draft.set(system=_OTHER_SYSTEMS[kind])
    draft.first_word = word.text
    draft.doubtful_month = word.value == _SAFAR or before == "W12"
    draft.one_month = before == "W12" and draft.fields.get("day") == 1 and word.ending.endswith(E_KAR)


def _take_month_unit(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if before in _MONTHS:
        draft.doubtful_month = False
    else:
        _take_counted(draft, word, kind, before)


def _take_counted(draft: _Draft, word: Word, kind: str, before: str) -> None:
    if before == "FOLLOWING":  # পরবর্তী বছরের ৩১ মার্চ follows a year that the text before knows
        draft.set(direction=None, yearly=True)
    elif before in SIDES:
        draft.set(unit=_COUNTED[kind])


def _take_hijri_first(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(system="hijri")
    draft.first_word = word.text


def _take_hijri_second(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(month=hijri_months().get((draft.first_word, word.text), 0))


def _take_either_day(draft: _Draft, word: Word, kind: str, before: str) -> None:
    side = draft.fields.get("direction")
    draft.set(direction=None, days=word.value * (side or 1), either=side is None)


def _take_side(draft: _Draft, word: Word, kind: str, before: str) -> None:
    draft.set(direction=SIDES[kind])


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
    **dict.fromkeys(("ABOUT", "AROUND", "ABOUT_SHORT"), lambda draft, word, kind, before: draft.set(about=True)),
    **dict.fromkeys(("WEEKDAY", "WEEKDAY_SHORT"), lambda draft, word, kind, before: draft.set(weekday=word.value)),
    "MONTH_UNIT": _take_month_unit,
    "YEAR_UNIT": _take_counted,
    "WEEK_UNIT": _take_counted,
    # A year that is every year, or one that only the text before knows: ওই বছরের ৭ মার্চ.
    **dict.fromkeys(("EVERY", "THAT"), lambda draft, word, kind, before: draft.set(yearly=True)),
    "HIJRI_MONTH_FIRST": _take_hijri_first,
    "HIJRI_MONTH_SECOND": _take_hijri_second,
    "DAY_WORD": lambda draft, word, kind, before: draft.set(day=word.value),
    "NEAR_DAY": lambda draft, word, kind, before: draft.set(days=word.value),
    "EITHER_DAY": _take_either_day,
    "YEAR_WORD": _take_year_word,
    "SANKRANTI": lambda draft, word, kind, before: draft.set(day=-1),  # the last day
}


# --- readers that look at the sentence ------------------------------------------------------------------------------


def read_uncued_year(text: str, tokens: Tokens) -> Point | None:
    """Read a year that only its ending or থেকে shows (১৯৩০-এর, ২০০৬ থেকে); round numbers may count anything."""
    year = int(tokens[0].value.value)
    if year % 100 == 0 or (len(tokens) == 1 and not 1900 < year < 2100):
        return None
    return Point(year=year)


def read_years_of_library(text: str, tokens: Tokens) -> Point | None:
    """Read ১৯২৯ in square brackets, ১৯৩৬?, আনু. ১৯৫৭."""
    point = read_plain_point(text, tokens)
    if point is None or point.year is None or text[tokens[0].start] == "(":
        return None  # in round brackets any number may stand
    return point if _FIRST_LIKELY_YEAR < point.year < _LAST_LIKELY_YEAR else None


_FIRST_LIKELY_YEAR, _LAST_LIKELY_YEAR = 1700, 2050


def read_july_2024(text: str, tokens: Tokens) -> Point | None:
    """Read ৩৬শে জুলাই: the uprising of 2024 counted the days of July on until it had won."""
    day, month = tokens[0].value, next(token.value.value for token in tokens if "MONTH" in token.type)
    years = [int(token.value.value) for token in tokens[1:] if isinstance(token.value, Number)]
    if month != 7 or day.value > 36 or years not in ([], [2024]):
        return None
    return Point(year=2024, month=7, day=int(day.value))


def read_either_day(text: str, tokens: Tokens) -> Point | None:
    """Read কাল and পরশু, if an ending or the tense of the clause shows that a day is meant."""
    point = read_plain_point(text, tokens)
    if point is None or point.days is None:
        return None
    bare = tokens[-1].type == "EITHER_DAY_BARE"
    if bare and len(tokens) == 1 and point.days == 1 and of_something(text, tokens[0].start):
        return None
    when = tense(text, tokens[0].start, tokens[-1].end)
    if when:  # কালকের belongs to a noun, so the verb does not settle it
        return point._replace(days=point.days * when, either=tokens[-1].type == "EITHER_DAY_OF")
    sure = not bare or point.days > 1 or _part_of_day_follows(text, tokens)
    return point if sure else None


def _part_of_day_follows(text: str, tokens: Tokens) -> bool:
    after = text[tokens[-1].end : tokens[-1].end + 20].split()
    return bool(after) and any(base_type(token.type) in ("DAY_PART", "OCLOCK") for token in lexer().known(after[0]))


def read_either_point(text: str, tokens: Tokens) -> Point | None:
    """Read a day with a clock time; the tense settles কাল."""
    point = read_point(text, tokens)
    if point is None or not point.either or point.days is None or point.weekday:
        return point
    when = tense(text, tokens[0].start, tokens[-1].end)
    return point._replace(days=point.days * when, either=False) if when else point


def read_sure_clock(text: str, tokens: Tokens) -> Point | None:
    """Read a clock time in running text; ০:৪৯ মিনিট is a length."""
    length = text[tokens[0].start : tokens[0].end] in _ZEROS and tokens[-1].type.startswith("MINUTE_UNIT")
    return None if length else read_plain_point(text, tokens)


_ZEROS = ("0", "০")


def read_iso_moment(text: str, tokens: Tokens) -> Point | None:
    """Read 2023-09-17T17:57:00+06:00."""
    at = next(at for at, token in enumerate(tokens) if token.type == "ISO_TIME_BARE")
    clock_ends = next(
        (k for k in range(at + 1, len(tokens)) if tokens[k].type in ("PLUS", "DASH", "MINUS", "ISO_ZONE_BARE")),
        len(tokens),
    )
    point, clock = _read_date(tokens[:at]), read_clock(tokens[at + 1 : clock_ends])
    if point is None or clock is None:
        return None
    zone = [token.value.value for token in tokens[clock_ends:] if isinstance(token.value, Number)]
    sign = "+" if clock_ends < len(tokens) and tokens[clock_ends].type == "PLUS" else "-"
    written = f"{sign}{int(zone[0]):02}:{int(zone[1]):02}" if zone else "Z" if clock_ends < len(tokens) else ""
    return point._replace(clock=clock._replace(zone=written, half_known=True))
