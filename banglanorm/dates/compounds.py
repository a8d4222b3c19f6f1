"""Readers of what is made of several dates, of lengths of time, and of parts of longer times; `ages` has decades."""

from itertools import pairwise
from typing import Literal

from banglanorm.dates.context import counted_from_event, follows_participle, is_habit, is_since_last, tense
from banglanorm.dates.date_parts import SIDES, Tokens, kinds_of
from banglanorm.dates.expressions import LAST, Apart, Dated, Expression, FiscalYear, Part, Period, Several, Window
from banglanorm.dates.lengths import Length
from banglanorm.dates.points import Point
from banglanorm.dates.readers import has_open_year, is_bare_weekday, is_verb, read_plain_point
from banglanorm.dates.times import read_length
from banglanorm.dates.tokens import UNITS, Number, Word, base_type
from banglanorm.lexer import Token

# --- periods and sets -----------------------------------------------------------------------------------------------


def read_period(text: str, tokens: Tokens) -> Period | None:
    """Read two points with থেকে or a dash between them."""
    at = connector(tokens)
    first, last = _end(text, tokens[:at]), _end(text, tokens[at + 1 :])
    if first is None or last is None:
        return None
    is_short = last.two_digits or _is_short(tokens[at + 1])
    if first.year is not None and last.year is not None and is_short and not (last.month or first.two_digits):
        year = last.year
        if min(first.year, year) > 0:
            year = first.year - first.year % 100 + year % 100  # ২০১৩-১৪
            last = last._replace(year=year, two_digits=False)
        if year <= first.year and tokens[at].type == "DASH":
            return None  # ১৮০০-০১ খ্রিস্টপূর্বাব্দ
    first, last = _beside_verb(text, tokens, (first, last))
    return Period(*_same_half(first, last))


def _end(text: str, tokens: Tokens) -> Point | None:
    """Read one end; its hour may be of either half of the day where only the other end says which: ৭:৩০ থেকে ৮:৩০."""
    point = read_plain_point(text, tokens)
    if point is None or point.clock is None or not 0 < point.clock.hour <= 12:
        return point
    kinds = kinds_of(tokens)
    hour = next(tokens[at - 1] for at, kind in enumerate(kinds) if kind == "COLON") if "COLON" in kinds else None
    open_half = hour is not None and not _SAYS_HALF.intersection(kinds) and text[hour.start] not in _LEADING_ZEROS
    return point._replace(clock=point.clock._replace(half_known=False)) if open_half else point


_SAYS_HALF = frozenset({"DAY_PART", "HALF_DAY", "HALF_LETTER", "NIGHT_AFTER"})
_LEADING_ZEROS = ("0", "০")  # ০৭:৩০ counts the hours of the whole day


def read_short_years(text: str, tokens: Tokens) -> Period | None:
    """Read ৭৩-৭৪ সালে."""
    first, last = tokens[0].value, tokens[2].value
    if not (_is_short(tokens[0]) and _is_short(tokens[2])) or first.value >= last.value:
        return None
    return Period(*(Point(year=int(year.value), two_digits=True) for year in (first, last)))


def read_months_beside(text: str, tokens: Tokens) -> Period | None:
    """Read মে জুন মাসে: of two months that follow each other."""
    first, last = read_plain_point(text, tokens[:1]), read_plain_point(text, tokens[1:])
    if first is None or last is None or first.system != last.system or not first.month or not last.month:
        return None
    return Period(*_beside_verb(text, tokens, (first, last))) if first.month % 12 + 1 == last.month else None


def read_year_on(text: str, tokens: Tokens) -> Period | None:
    """Read a year with থেকে and the month or day, of a year that is named too, at which its period ends."""
    period = read_period(text, tokens)
    named = period and (period.last.year is not None or period.last.unit or period.last.direction is not None)
    return period if named else None


def read_dated_on(text: str, tokens: Tokens) -> Period | None:
    """Read a month or a day of a year that is named, with থেকে and the year at which its period ends."""
    if tokens[-1].type.endswith("_OF"):
        return None  # ১৯৭৫ সালের জুন থেকে ১৯৭৯ সালের শীত: the year belongs to what follows
    period = read_period(text, tokens)
    return period if period and period.first.year is not None else None


def read_years(text: str, tokens: Tokens) -> Period | None:
    """Read ১৮৬১-১৮৬২: two years that may be those of a life or a work."""
    period = read_period(text, tokens)
    if period is None or period.first.year is None or period.last.year is None:
        return None
    likely = 1700 < period.first.year < period.last.year < 2050
    return period if likely and period.last.year - period.first.year < 120 else None


def _beside_verb(text: str, tokens: Tokens, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Let the verb say whether bare weekdays are coming ones, and on which side days without their year lie."""
    if any(map(has_open_year, points)) and not any(point.year or point.unit for point in points):
        leaning = tense(text, tokens[0].start, tokens[-1].end)
        return tuple(point._replace(leaning=leaning) for point in points)
    if not any(map(is_bare_weekday, points)):
        return points
    hours = any(point.clock for point in points)
    if tense(text, tokens[0].start, tokens[-1].end, bounded=not hours) <= 0:
        return points
    return tuple(point._replace(direction=0) if is_bare_weekday(point) else point for point in points)


def connector(tokens: Tokens) -> int:
    """Return the index of the থেকে or the dash of a period; -1 where two months only stand side by side."""
    kinds = kinds_of(tokens)
    if "FROM" in kinds:
        return kinds.index("FROM")
    dashes = [at for at, kind in enumerate(kinds) if kind == "DASH"]
    return dashes[len(dashes) // 2] if dashes else -1


_SHORT = 2  # digits of a year


def _is_short(token: Token) -> bool:
    return isinstance(token.value, Number) and token.value.digits == _SHORT


def _same_half(first: Point, last: Point) -> tuple[Point, Point]:
    """Let the end that names the part of the day settle the other: রাত ১০টা থেকে ১২টা, ৩টা থেকে বিকেল ৫টা."""
    start, end = first.clock, last.clock
    if start is None or end is None or start.half_known == end.half_known:
        return first, last
    apart = (end.hour * 60 + end.minute - start.hour * 60 - start.minute) % (24 * 60)
    far = apart > 12 * 60
    if start.half_known:
        return first, last._replace(clock=end.other_half() if far else end._replace(half_known=True))
    return first._replace(clock=start.other_half() if far else start._replace(half_known=True)), last


def read_several(text: str, tokens: Tokens) -> Several | None:
    """Read points with commas and ও or বা between them."""
    parts: list[list[Token]] = [[]]
    kinds = kinds_of(tokens)
    link = next((kind for kind in ("AND", "OR", "SLASH") if kind in kinds), "")
    end = kinds.index(link) if link else _last_listing_comma(kinds)
    for at, token in enumerate(tokens):
        if kinds[at] == link or (kinds[at] == "COMMA" and at <= end):
            parts.append([])
        else:
            parts[-1].append(token)
    members = [_members(text, part) for part in parts]
    points = tuple(point for member in members for point in member)
    if not all(members) or (link in ("", "SLASH") and not _counts_up(points)):
        return None
    return Several(_beside_verb(text, tokens, points), one_of=link in ("OR", "SLASH"))


def read_bare_weekdays(text: str, tokens: Tokens) -> Several | None:
    """Read রবি ও সোমবার, if the verb shows that days of one week are meant; a weekend may be that of every week."""
    several = read_several(text, tokens)
    side = tense(text, tokens[0].start, tokens[-1].end)
    if several is None or side == 0 or is_habit(text, tokens[-1].end):
        return None
    is_weekend = {point.weekday for point in several.points} in _WEEKENDS
    return None if is_weekend and side > 0 else several


_WEEKENDS = ({5, 6}, {6, 7})  # of Bangladesh and of India


def read_years_before_christ(text: str, tokens: Tokens) -> Period | None:
    """Read খ্রিস্টপূর্ব ৩২১-১৮৫, where both years are before Christ; rising years may be on both sides."""
    period = read_period(text, tokens)
    if period is None or period.first.year is None or not period.last.year:
        return None
    last = 1 - period.last.year
    return Period(period.first, period.last._replace(year=last)) if period.first.year < last else None


def read_dates_of_year(text: str, tokens: Tokens) -> Apart | None:
    """Read days of several months with one year before or after them; after a year they come in their order."""
    parts = [(part, _part_of_list(text, part)) for part in _by_month(tokens)]
    read = [(part, expression) for part, expression in parts if expression is not None]
    if len(read) < len(parts):
        return None
    head, last = _ends_of(read[0][1])[0], _ends_of(read[-1][1])[1]
    if last.common or head.common:
        return None  # ১৫ অগ্রহায়ণ ও ২৫ পৌষ ২০২৪: the Bangla year begins within it
    if last.year is not None:
        return Apart([(part, _with_year(expression, last)) for part, expression in read])
    months = [_ends_of(expression)[1].month or 0 for _, expression in read]
    head, rising = head._replace(month=12), len(months)
    if head.year is not None:  # ২০১৯ সালের ৩০ ডিসেম্বর ও ২ জানুয়ারি: the year of the second is not certain
        rising = next((at for at in range(1, len(months)) if months[at] < months[at - 1]), rising)
    dated = [read[0], *((part, _with_year(expression, head)) for part, expression in read[1:rising])]
    return Apart(dated, is_whole=rising == len(months))


def _by_month(tokens: Tokens) -> list[Tokens]:
    """Divide a list of dates at what stands after each month but the last."""
    months = [at for at, kind in enumerate(kinds_of(tokens)) if kind.endswith(("_MONTH", "MONTH_SECOND"))]
    cuts = [-1, *(at + 1 for at in months[:-1]), len(tokens)]
    return [tokens[before + 1 : after] for before, after in pairwise(cuts)]


def _part_of_list(text: str, tokens: Tokens) -> Dated | None:
    kinds = set(kinds_of(tokens))
    if kinds & {"FROM", "DASH"}:
        return read_period(text, tokens)
    return read_several(text, tokens) if kinds & {"AND", "OR"} else read_plain_point(text, tokens)


def _ends_of(expression: Dated) -> tuple[Point, Point]:
    if isinstance(expression, Point):
        return expression, expression
    if isinstance(expression, Period):
        return expression.first, expression.last
    return expression.points[0], expression.points[-1]


def _with_year(expression: Dated, named: Point) -> Dated:
    """Give days the year, or the side, of another of their list; a later month is of the year before.

    In ২৯ ডিসেম্বর ও ২ জানুয়ারি ২০২৩ the first is of 2022.
    """
    last = _ends_of(expression)[1]
    year = None if named.year is None else named.year - ((last.month or 0) > (named.month or 0))

    def dated(point: Point) -> Point:
        return point._replace(
            year=year, two_digits=named.two_digits, direction=named.direction, unit=named.unit, yearly=named.yearly
        )

    if isinstance(expression, Point):
        return dated(expression)
    if isinstance(expression, Period):
        return Period(dated(expression.first), dated(expression.last))
    return Several(tuple(map(dated, expression.points)), expression.one_of)


def _members(text: str, tokens: Tokens) -> list[Point]:
    """Read one part of a list: a point, or the days from one to another (১০-১২ ও ১৫ মে), or nothing."""
    point = read_plain_point(text, tokens)
    if point is None:
        return []
    if not {"FROM", "DASH"} & set(kinds_of(tokens[:-1])):
        return [point]
    at = connector(tokens)
    first, last = read_plain_point(text, tokens[:at]), read_plain_point(text, tokens[at + 1 :])
    if first is None or last is None or first.day is None or last.day is None or last.month or first.day >= last.day:
        return []
    return [first._replace(day=day) for day in range(first.day, last.day + 1)]


def _last_listing_comma(kinds: list[str]) -> int:
    """Return the last comma before the month: those after it belong to the last date."""
    month = next(at for at, kind in enumerate(kinds) if "MONTH" in kind)
    return max(at for at, kind in enumerate(kinds[:month]) if kind == "COMMA")


def _counts_up(points: tuple[Point, ...]) -> bool:
    """Say whether days without a word between them make a list; two alone must follow each other."""
    days = [point.day or 0 for point in points]
    steps = [after - before for before, after in pairwise(days)]
    return all(step == 1 for step in steps) if len(days) == 2 else all(step > 0 for step in steps)


# --- lengths --------------------------------------------------------------------------------------------------------


def read_duration(text: str, tokens: Tokens) -> Length | None:
    """Read a length of time."""
    return read_length(text, [token for token in tokens if base_type(token.type) != "DURING"])


def read_plain_duration(text: str, tokens: Tokens) -> Length | None:
    """Read a length of time without an ending; এক দিন may be "one day" of long ago, বারো মাস and ২৪ ঘণ্টা "always"."""
    length = read_duration(text, tokens)
    idiom = tokens[0].type == "W12_BARE" and length in (Length(days=1), _ALL_THE_YEAR)
    always = length == _ROUND_THE_CLOCK and tokens[-1].type.endswith("_BARE")
    return None if idiom or always else length


_ROUND_THE_CLOCK = Length(hours=24)
_ALL_THE_YEAR = Length(months=12)  # বারো মাস


def read_length_ago(text: str, tokens: Tokens) -> Expression | None:
    """Read a length before now in running text.

    One that is counted from an event stays open: মৃত্যুর তিন দিন আগে, তিন দিন আগে জানাতে হবে.
    """
    ahead = tense(text, tokens[0].start, tokens[-1].end) > 0
    return None if ahead or counted_from_event(text, tokens[0].start) else read_ago(text, tokens)


def read_length_after(text: str, tokens: Tokens) -> Expression | None:
    """Read a length after now in running text."""
    point = read_ago(text, tokens)
    if point is None or base_type(tokens[0].type) == "NEAR_DAY":  # আজ থেকে একশ বছর পরে
        return point
    is_long = point.length is not None and point.length.precision in ("year", "month")
    from_now = _is_after_now(text, tokens) and not (is_long and is_since_last(text, tokens[-1].end))
    return point if from_now else None


def _is_after_now(text: str, tokens: Tokens) -> bool:
    """Say whether a length after something is counted from now: only the future tense shows it."""
    return not counted_from_event(text, tokens[0].start) and tense(text, tokens[0].start, tokens[-1].end) > 0


_NOT_OF_LENGTH = frozenset({"NEAR_DAY", "LAST", "GONE", "FROM", "ABOUT", "EXACTLY", "AGO", "AFTER"})


def read_ago(text: str, tokens: Tokens) -> Point | None:
    """Read a length of time before or after now."""
    kinds = kinds_of(tokens)
    length = read_length(text, [t for t, kind in zip(tokens, kinds, strict=True) if kind not in _NOT_OF_LENGTH])
    return Point(length=length, sign=-1 if "AGO" in kinds else 1) if length else None


def read_rough_length(text: str, tokens: Tokens) -> Point | None:
    """Read দিন দশেক আগে in running text, as `read_length_ago` and `read_length_after` do an exact length."""
    is_after = "AFTER" in kinds_of(tokens)
    from_now = _is_after_now(text, tokens) if is_after else not counted_from_event(text, tokens[0].start)
    return read_rough_ago(text, tokens) if from_now else None


def read_rough_ago(text: str, tokens: Tokens) -> Point | None:
    """Read দিন দশেক আগে and মাসখানেক পরে."""
    kinds = kinds_of(tokens)
    unit, amount = "", 1
    for token, kind in zip(tokens, kinds, strict=True):
        if isinstance(token.value, Number):
            amount = int(token.value.value)
        elif kind == "ROUGHLY_TWO":
            amount = 2
        elif kind in UNITS:
            unit = kind.removesuffix("_UNIT")
        elif kind == "ABOUT_ONE" and isinstance(token.value, Word):
            unit = token.value.text.removesuffix("_UNIT")
    if not unit:
        return None
    length = Length(**{unit.lower() + "s": amount})
    return Point(length=length, sign=-1 if "AGO" in kinds else 1, about=True)


def read_window(text: str, tokens: Tokens) -> Expression | None:
    """Read a length of time that ends or begins now: গত তিন দিনে."""
    length = read_length(text, tokens[1:])
    if length is None or (tokens[0].type == "GONE_BARE" and follows_participle(text, tokens[0].start)):
        if tokens[-1].type.endswith("_OF"):  # পিষে গেল ৬ মাসের শিশু
            return length
        return read_plain_duration(text, tokens[1:]) if is_verb(text, tokens) else None  # কেটে গেল তিন বছর
    return Window(length, SIDES[base_type(tokens[0].type)])


# --- fiscal years, quarters, weeks ----------------------------------------------------------------------------------


def read_fiscal_year(text: str, tokens: Tokens) -> FiscalYear | None:
    """Read ২০২৩-২৪ অর্থবছর or চলতি অর্থবছর."""
    if is_verb(text, tokens):
        return None
    indian = base_type(tokens[-1].type) == "FISCAL_YEAR_IN"
    side = SIDES.get(base_type(tokens[0].type))
    if side is not None:
        return FiscalYear(None, side, indian)
    dash = kinds_of(tokens).index("DASH")
    first, last = read_plain_point(text, tokens[:dash]), int(tokens[dash + 1].value.value)
    if first is None or first.year is None or last % 100 != (first.year + 1) % 100:
        return None
    return FiscalYear(first.year, indian=indian)


def read_quarter(text: str, tokens: Tokens) -> Part | None:
    """Read ২০২৪ সালের প্রথম প্রান্তিক, and the quarters of a fiscal year."""
    which = tokens[-2]
    number = int(which.value.value) if isinstance(which.value, Number) else 4
    is_fiscal = any(kind.startswith("FISCAL_YEAR") for kind in kinds_of(tokens))
    whole = read_fiscal_year(text, tokens[:-2]) if is_fiscal else read_plain_point(text, tokens[:-2])
    return Part(whole, "quarter", number) if whole and 1 <= number <= 4 else None


def read_week_of_month(text: str, tokens: Tokens) -> Part | None:
    """Read মার্চের প্রথম সপ্তাহ: seven days from its first on, or up to its last."""
    which, whole = tokens[-2], read_plain_point(text, tokens[:-2])
    number = int(which.value.value) if isinstance(which.value, Number) else LAST
    return Part(whole, "week", number) if whole and number <= 4 else None


_PARTS: dict[str, Literal["begin", "end"]] = {"BEGIN": "begin", "FINAL": "end"}


def read_part_of_month(text: str, tokens: Tokens) -> Part | None:
    """Read মাসের শেষে, মার্চের শুরুতে: near the last or the first day."""
    whole = read_plain_point(text, tokens[:-1])
    return Part(whole, _PARTS[base_type(tokens[-1].type)]) if whole else None
