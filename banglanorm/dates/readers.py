"""From the tokens of one date to what it says: a date, a clock time or both, and what the sentence has to say of it.

`date_parts` reads the date itself, `times` the clock time; `compounds` has the readers of what is made of several.
"""

import re

from banglanorm.dates.context import ends_at, ends_verb, is_habit, is_surely_day, is_title, of_something, tense
from banglanorm.dates.date_parts import AFTER_DAY_OR_YEAR, Tokens, read_date
from banglanorm.dates.lexer import lexer
from banglanorm.dates.points import Point
from banglanorm.dates.times import read_clock
from banglanorm.dates.tokens import Number, base_type
from banglanorm.endings import unstressed
from banglanorm.lexer import Token, fold_word
from banglanorm.numbers.words import read_word as read_number_word
from banglanorm.script.letters import E_KAR, JOINERS, WORD_CHARACTERS

_CLOCK_WORDS = frozenset(
    {
        *("DAY_PART", "NIGHT_AFTER", "DEEP", "MIDNIGHT", "HALF_DAY", "HALF", "QUARTER", "LESS_QUARTER", "ONE_HALF"),
        *("TWO_HALF", "OCLOCK", "ONE_OCLOCK", "DOTTED_TIME", "COLON", "HALF_LETTER", "HALF_MARK", "EXACTLY"),
        *("STRUCK", "ABOUT_TO_STRIKE", "TO_GO", "MINUTE_UNIT", "MINUTE_SHORT", "SECOND_UNIT"),
    }
)
_OF_CLOCK = _CLOCK_WORDS | {"DOT"}  # এ.এম.
# A number is told by the clock if one of these stands after it; before it, every word of the clock will do, unless the
# number has its month or its era after it.
_AFTER_CLOCK_NUMBER = frozenset({"COLON", "OCLOCK", "HALF_DAY", "HALF_LETTER", "MINUTE_UNIT", "MINUTE_SHORT"})
_AFTER_CLOCK_NUMBER |= {"SECOND_UNIT"}


# --- a date and its clock time --------------------------------------------------------------------------------------


def read_point(text: str, tokens: Tokens) -> Point | None:
    """Read a date, a clock time, or both; the tense of the sentence says which day a bare weekday is."""
    point = read_plain_point(text, tokens[1:] if is_verb(text, tokens) else tokens)
    if point is None or point == _NOTHING or point == Point(day=point.day):  # ‘৩-এ is no year
        return None
    start, end = tokens[0].start, tokens[-1].end
    if is_bare_weekday(point) and (is_habit(text, end) or is_title(text, start, end) or _is_every(text, tokens)):
        return None
    if base_type(tokens[0].type) == "FOLLOWING" and tense(text, start, end) < 0:
        return None  # পরবর্তী সোমবার তিনি গিয়েছিলেন: it follows something else than today
    return beside_verb(text, tokens, point)


_NOTHING = Point()


def _is_every(text: str, tokens: Tokens) -> bool:
    """Say whether a weekday in the locative may be that of every week: শুক্রবারে বন্ধ, unless its verb has a side."""
    last = tokens[-1]
    is_locative = base_type(last.type) == "WEEKDAY" and unstressed(last.value.ending) == E_KAR
    return is_locative and tense(text, tokens[0].start, last.end) == 0


def is_verb(text: str, tokens: Tokens) -> bool:
    """Say whether গেল before a time ends a verb: হারিয়ে গেল, and is not "last"."""
    return tokens[0].type == "GONE_BARE" and ends_verb(text, tokens[0].start)


def beside_verb(text: str, tokens: Tokens, point: Point) -> Point:
    """Let the verb of the clause say on which side a bare weekday lies: শনিবার বৈঠক হবে is the coming one.

    Of a day or a month without its year, the verb says on which side it lies where both are far.
    """
    if is_bare_weekday(point):
        return point._replace(direction=0) if tense(text, tokens[0].start, tokens[-1].end) > 0 else point
    if point.direction == 0 and is_bare_weekday(point._replace(direction=None)):  # এই মঙ্গলবার গিয়েছিলাম
        return point._replace(direction=None) if tense(text, tokens[0].start, tokens[-1].end) < 0 else point
    if has_open_year(point):
        return point._replace(leaning=tense(text, tokens[0].start, tokens[-1].end))
    return point


def has_open_year(point: Point) -> bool:
    """Say whether nothing but the day of the reference tells the year of a month or a day."""
    return bool(point.month) and point.year is None and point.unit is None and point.direction is None


def is_bare_weekday(point: Point) -> bool:
    """Say whether nothing but a weekday, and perhaps a clock time, is named."""
    return bool(point.weekday) and point._replace(clock=None) == Point(weekday=point.weekday)


def read_plain_point(text: str, tokens: Tokens) -> Point | None:
    """Read a date, a clock time, or both, without a look at the sentence."""
    days, clocks = split_clock(tokens)
    point = read_date(days) if days else _NOTHING
    if point is None or not clocks:
        return point
    clock = read_clock(clocks)
    if clock and clock.night == "maybe" and clock.hour == 0 and ends_at(text, tokens[-1].end):
        clock = clock._replace(night="end")  # রাত ১২টা পর্যন্ত
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
                after not in AFTER_DAY_OR_YEAR
                and (before in _CLOCK_WORDS or (before == "DASH" and _is_dash_clock(kinds)))
            )
        elif kind == "DAY_WORD":
            told = before == "OCLOCK"
        elif kind in ("ABOUT", "GUESS"):  # রাত আনুমানিক ১০টায়
            told = before == "DAY_PART"
        elif kind == "THIS":  # এ.এম.
            told = after == "DOT"
        else:
            told = kind in _CLOCK_WORDS
        (clocks if told else days).append(token)
    return days, clocks


def _is_dash_clock(kinds: list[str]) -> bool:
    """Say whether a dash stands between the hour and the minutes: সকাল ৯-৩০."""
    return any(kinds[at] == "DAY_PART" and kinds[at + 2] == "DASH" for at in range(len(kinds) - 2))


# --- a number after a date that counts what follows -------------------------------------------------------------------


def without_count(text: str, tokens: list[Token]) -> list[Token]:
    """Leave out a number at the end of a date that counts what stands after it and is no year: ৫ জুন ১৫০০ টাকা."""
    if len(tokens) < 3 or tokens[-1].type not in _BARE_YEARS or "MONTH" not in base_type(tokens[-2].type):
        return tokens
    word = _NEXT_WORD.match(text, tokens[-1].end)
    pieces = read_number_word(fold_word(word[1]), None) if word else None
    if not pieces:
        return tokens
    counted = pieces[0].type in _COUNTED or (pieces[0].type == "MEASURE" and pieces[0].value not in _TIME)
    return tokens[:-1] if counted else tokens


_BARE_YEARS = frozenset({"YEAR_NUMBER", "OLD_YEAR", "D9999"})
_COUNTED = frozenset({"CURRENCY", "PERSON", "THOUSAND", "LAKH", "LOKKHO", "CRORE"})
_TIME = frozenset({"year", "month", "week", "day", "hour", "minute", "second"})
_NEXT_WORD = re.compile(f" ([{WORD_CHARACTERS}{JOINERS}]++)")


# --- readers that look at the sentence ------------------------------------------------------------------------------


def read_nth_weekday(text: str, tokens: Tokens) -> Point | None:
    """Read মার্চের প্রথম সোমবার; of every year it is no one day."""
    point = read_point(text, tokens)
    return None if point is None or point.yearly else point


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
    month = next(token.value.value for token in tokens if "MONTH" in token.type)
    numbers = [token.value for token in tokens if isinstance(token.value, Number)]
    day = next(number for number in numbers if number.digits < 4)
    years = [int(number.value) for number in numbers if number.digits == 4]
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
    sure = not bare or is_surely_day(tokens[-1].value.text) or _part_of_day_follows(text, tokens)
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
    point, clock = read_date(tokens[:at]), read_clock(tokens[at + 1 : clock_ends])
    if point is None or clock is None:
        return None
    zone = [token.value.value for token in tokens[clock_ends:] if isinstance(token.value, Number)]
    sign = "+" if clock_ends < len(tokens) and tokens[clock_ends].type == "PLUS" else "-"
    written = f"{sign}{int(zone[0]):02}:{int(zone[1]):02}" if zone else "Z" if clock_ends < len(tokens) else ""
    return point._replace(clock=clock._replace(zone=written, half_known=True))
