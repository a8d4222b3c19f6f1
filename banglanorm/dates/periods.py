"""The values of what has two ends or several members: periods, sets, windows, fiscal years, parts of longer times."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from banglanorm.dates.expressions import LAST, FiscalYear, Part, Period, Several, Window
from banglanorm.dates.lengths import Precision
from banglanorm.dates.moments import is_time_only, of_reading, point_value, with_clock
from banglanorm.dates.points import LATEST_OTHER_YEAR, Point, Reading, Reference, UnresolvedError, settle
from banglanorm.dates.region import Region
from banglanorm.dates.temporal import Clock, Temporal, finest, gregorian
from banglanorm.errors import DateParseError


def period_value(period: Period, reference: Reference, region: Region) -> Temporal:
    """Return the value of a period; where its ends may be a week away, that is the other reading."""
    first, last = period.first, period.last
    if is_time_only(first) and is_time_only(last):
        return _of_ends(point_value(first, reference, region), point_value(last, reference, region))
    first, last = _share(first, last)
    if _goes_back(first, last):
        raise DateParseError("the end of the period is before its beginning")
    a, b = _both_ends(first, last, reference, region)
    value = _between(first, last, a, b, region)
    here, there = a.stretch.first, a.others[0].first if a.others else None
    if here and there and first.weekday and (last.weekday or a is b):
        other = _days_on(a, there - here)
        other_end = other if a is b else _days_on(b, there - here)
        value = replace(value, alternatives=(_between(first, last, other, other_end, region).iso or "",))
    # ১০ থেকে ১২ এপ্রিল: of last year, or this.
    if b.others and last.month and last.year is None and not _is_fixed(first):
        value = replace(value, alternatives=tuple(_other_year(first, last, b, reference, region)))
    if a.others and b.others and first.month is last.month is None and first.year and last.year:  # ১৩৫০ থেকে ১৩৫৩ সালে
        value = replace(value, alternatives=(f"{_ends(a.others[0].iso)[0]}/{_ends(b.others[0].iso)[1]}",))
    return value


def _ends(iso: str) -> tuple[str, str]:
    first, _, last = iso.partition("/")
    return first, last or first


def _other_year(first: Point, last: Point, end: Reading, reference: Reference, region: Region) -> Iterator[str]:
    """Yield the period in the year of the other reading of its end, if that is the next or the last one."""
    other = end.others[0]
    if other.last is None or end.stretch.last is None or abs(other.last - end.stretch.last) > _MORE_THAN_A_YEAR:
        return
    begin = settle(first, reference, region, at_most=other.last)
    yield _between(first, last, begin, Reading(other), region).iso or ""


_MORE_THAN_A_YEAR = timedelta(days=390)


def _between(first: Point, last: Point, a: Reading, b: Reading, region: Region) -> Temporal:
    if first.clock or last.clock:
        return _of_ends(*_clocks(a, b, first.clock, last.clock))
    return _of_ends(of_reading(a, first, region), of_reading(b, last, region))


def _days_on(reading: Reading, shift: timedelta) -> Reading:
    assert reading.stretch.first is not None
    day = reading.stretch.first + shift
    return Reading(gregorian(day.year, day.month, day.day))


def _goes_back(first: Point, last: Point) -> bool:
    """Say whether the end is named as one before the beginning: ৫ থেকে ৩ মে, ১৫০০-১৮০০ খ্রিস্টপূর্বাব্দ."""
    if first.year is not None and last.year is not None and last.year < 0:
        return first.year > last.year  # what lies before the year 1 has no days to compare
    return first.month == last.month and last.year == first.year and (first.day or 0) > (last.day or 32)


def _of_ends(first: Temporal, last: Temporal) -> Temporal:
    if first.earliest and last.latest and first.earliest > last.latest:
        raise DateParseError(f"the end {last.iso} is before the beginning {first.iso}")
    iso = f"{(first.iso or '').split('/')[0]}/{(last.iso or '').split('/')[-1]}"
    precision = finest(first.precision or "day", last.precision or "day")
    conflicts = first.conflicts + last.conflicts
    return Temporal(
        iso, "interval", precision, first.calendar, first.earliest, last.latest, conflicts, members=(first, last)
    )


def _share(first: Point, last: Point) -> tuple[Point, Point]:
    """Let each end name what the other leaves open: ৩ থেকে ৫ মে ২০২১, রাত ১০টা থেকে ১২টা."""
    if first.month is None and first.day and last.month:
        first = _with_month_of(first, last)
    elif last.month is None and last.day and first.month:
        last = last._replace(month=first.month, system=first.system)
    elif last.month is None and last.day and first.unit == "month":  # চলতি মাসের ৪ থেকে ৮ তারিখ
        last = last._replace(unit=first.unit, direction=first.direction)
    first = _in_calendar_of(first, last)
    if last.year is not None and last.year <= 0 and first.year and first.year > 0 and first.month is None:
        first = first._replace(year=1 - first.year)
    return first, last


def _in_calendar_of(point: Point, last: Point) -> Point:
    """Put a bare year, or a day, into the calendar that only the last of its list names: ১৪২৯ ও ১৪৩০ বঙ্গাব্দে."""
    if point.month is not None or point.system != "gregorian":
        return point
    return point._replace(system=last.system, san=last.san)


def _with_month_of(point: Point, other: Point) -> Point:
    """Complete a day by the month of another; its own year stays, and may be of another calendar than the month."""
    if _has_no_year(point):
        point = point._replace(year=other.year, two_digits=other.two_digits, common=other.common)
    elif point.system != other.system:  # ২০২৪ সালের ৫-৭ বৈশাখ
        point = point._replace(common=(point.year or 0) > LATEST_OTHER_YEAR)
    return point._replace(month=other.month, system=other.system)


def _both_ends(first: Point, last: Point, reference: Reference, region: Region) -> tuple[Reading, Reading]:
    """Settle the end that says more first; the other lies before or after it."""
    if is_time_only(last):
        a = settle(first, reference, region)
        return a, a
    if _is_fixed(first) or (first.direction is not None and not _is_fixed(last)) or first.weekday or last.weekday:
        a = settle(first, reference, region)
        return a, settle(last, reference, region, at_least=a.stretch.first)
    b = settle(last, reference, region)
    return settle(first, reference, region, at_most=b.stretch.last), b


def _is_fixed(point: Point) -> bool:
    return point.year is not None or point.days is not None or point.unit is not None


def _clocks(a: Reading, b: Reading, first: Clock | None, last: Clock | None) -> tuple[Temporal, Temporal]:
    if first is None or last is None:
        raise UnresolvedError
    start, end = with_clock(a, first), with_clock(b, last)
    sooner = with_clock(b, last._replace(night=""))
    if last.night == "end" and first.hour >= _EVENING and (start.iso or "") < (sooner.iso or "") and _follows(b, a):
        end = sooner  # ২৫ মার্চ রাত ১১টা থেকে ২৬ মার্চ রাত ১২টা
    if start.iso and end.iso and end.iso <= start.iso and a is b:
        assert b.stretch.first is not None
        later = b.stretch.first + timedelta(days=1)
        end = with_clock(Reading(gregorian(later.year, later.month, later.day)), last._replace(night=""))
    return start, end


_EVENING = 18  # the hour


def _follows(later: Reading, day: Reading) -> bool:
    """Say whether one day is the next after another."""
    first, last = day.stretch.first, later.stretch.first
    return first is not None and last is not None and last - first == timedelta(days=1)


def several_value(several: Several, reference: Reference, region: Region) -> Temporal:
    """Return the value of a set, or of one of a set (``[…]``); where the year of months is open, both readings."""
    head, last = several.points[0], several.points[-1]
    named = last if last.month else head  # মার্চের ৪ ও ৮ তারিখে
    points = [_with_month_of(point, named) if point.month is None and point.day else point for point in several.points]
    if last.year is None:  # ২০২১ সালের ২৫ ও ২৬ মার্চ, গত ৭ ও ৮ জানুয়ারি
        points = [_with_year_of(point, points[0]) for point in points]
    else:  # জানুয়ারি ও মার্চ ২০২৪
        points = [_with_year_of(point, last) if point.month and _has_no_year(point) else point for point in points]
        points = [_in_calendar_of(point, last) for point in points]
    if reference:
        points = _one_after_another(points, reference, region)
    readings = _over_new_year(points, several.points)
    meant, *others = [_set_of(reading, several.one_of, reference, region) for reading in readings]
    alternatives = tuple(other.iso or "" for other in others) or _other_years(points, meant, several.one_of)
    return replace(meant, alternatives=alternatives)


def _one_after_another(points: list[Point], reference: Reference, region: Region) -> list[Point]:
    """Put a list of weekdays in order: the first is the coming one, or the last the one just gone."""
    if any(not point.weekday or point.month or point.unit or point.days is not None for point in points):
        return points
    coming = points[0].direction in (0, 1)
    anchor = settle(points[0] if coming else points[-1], reference, region).stretch.first
    assert anchor is not None
    step = 1 if coming else -1
    dated = []
    for point in points[::step]:
        anchor += timedelta(days=step * ((step * ((point.weekday or 0) - anchor.isoweekday())) % 7))
        dated.append(point._replace(year=anchor.year, month=anchor.month, day=anchor.day, direction=None))
    return dated[::step]


def _other_years(points: Sequence[Point], meant: Temporal, one_of: bool) -> tuple[str, ...]:
    """Return the other reading of years of either calendar, or of days of this or another year.

    ১৩৫০ ও ১৩৫১ সালে; ৩ ও ৪ এপ্রিল.
    """
    are_open = all((point.month is None) == bool(point.year) for point in points)
    others = [member.alternatives[0] for member in meant.members if member.alternatives]
    return (_written(others, one_of),) if are_open and len(others) == len(points) else ()


def _written(members: Iterable[str], one_of: bool) -> str:
    """Write a set, or one of a set, as EDTF does."""
    listed = ",".join(member.replace("/", "..") for member in members)
    return f"[{listed}]" if one_of else f"{{{listed}}}"


def _has_no_year(point: Point) -> bool:
    return point.year is None and point.unit is None


def _with_year_of(point: Point, named: Point) -> Point:
    return point._replace(
        year=named.year,
        two_digits=named.two_digits,
        direction=named.direction,
        unit=named.unit,
        yearly=named.yearly,
        common=named.common,
    )


def _over_new_year(points: list[Point], written: Sequence[Point]) -> list[list[Point]]:
    """Return the readings of months of which one names the year, the likely one first: ২০১৯ সালের নভেম্বর ও জানুয়ারি.

    Where they fall back once, those on the far side of the fall may be of the next year, or of the year before.
    """
    named = [at for at, point in enumerate(written) if not _has_no_year(point)]
    falls = [at for at, (one, other) in enumerate(pairwise(points), 1) if (one.month or 0) > (other.month or 0)]
    if len(named) != 1 or len(falls) != 1 or not _has_year(points[named[0]]):
        return [points]
    fall, years = falls[0], 1 if named[0] == 0 else -1
    apart = [_years_on(point, years) if (at >= fall) == (years > 0) else point for at, point in enumerate(points)]
    months_on = ((points[fall].month or 0) - (points[fall - 1].month or 0)) % 12
    if months_on > _HALF_A_YEAR:
        return [points, apart]
    return [apart, points] if years > 0 else [apart]  # ডিসেম্বর ও জানুয়ারি ২০২০: nobody turns one year round


_HALF_A_YEAR = 6  # months


def _has_year(point: Point) -> bool:
    return (point.year is not None and not point.common) or point.unit == "year"


def _years_on(point: Point, count: int) -> Point:
    if point.year is None:
        return point._replace(direction=(point.direction or 0) + count)
    return point._replace(year=point.year + count)


def _set_of(points: list[Point], one_of: bool, reference: Reference, region: Region) -> Temporal:
    members = tuple(point_value(point, reference, region) for point in points)
    iso = _written((member.iso or "" for member in members), one_of)
    days = [day for member in members for day in (member.earliest, member.latest) if day]
    conflicts = tuple(text for member in members for text in member.conflicts)
    earliest, latest = (min(days), max(days)) if days else (None, None)
    last_member = members[-1]
    return Temporal(
        iso, "set", last_member.precision, last_member.calendar, earliest, latest, conflicts, members=members
    )


def window_value(window: Window, reference: Reference) -> Temporal:
    """Return the value of a length of time that begins or ends now."""
    if reference is None:
        raise UnresolvedError
    length = window.length.settled()
    precision = window.length.precision
    if precision in ("hour", "minute", "second"):
        if not isinstance(reference, datetime):
            raise UnresolvedError
        here = reference.replace(tzinfo=None)
        ends = sorted((here, length.before(here, window.sign)))
        moments = [end.isoformat(timespec="minutes") for end in ends]
        return _of_ends(
            *(
                Temporal(iso, "datetime", "minute", earliest=end.date(), latest=end.date())
                for iso, end in zip(moments, ends, strict=True)
            )
        )
    today = datetime(reference.year, reference.month, reference.day)
    first, last = sorted((today.date(), length.before(today, window.sign).date()))
    return _of_days(first, last)


def _of_days(first: date, last: date, precision: Precision = "day") -> Temporal:
    ends = [Temporal(day.isoformat(), "date", "day", earliest=day, latest=day) for day in (first, last)]
    return replace(_of_ends(*ends), precision=precision)


def fiscal_year_value(fiscal: FiscalYear, reference: Reference, region: Region) -> Temporal:
    """A fiscal year begins on 1 July in Bangladesh and on 1 April in India (অর্থবর্ষ is the Indian word)."""
    begins = 4 if fiscal.indian or region == "in" else 7
    year = fiscal.year
    if year is None:
        if reference is None:
            raise UnresolvedError
        year = reference.year - (reference.month < begins) + fiscal.direction
    return _of_days(date(year, begins, 1), date(year + 1, begins, 1) - timedelta(days=1), "year")


def part_value(part: Part, reference: Reference, region: Region) -> Temporal:
    """Return the value of a quarter, of seven days of a month, or of the day near a beginning or an end."""
    if part.which == "quarter":
        return _quarter(part, reference, region)
    whole = settle(_as_point(part.whole), reference, region).stretch
    if whole.first is None or whole.last is None:
        raise UnresolvedError
    if part.which == "week":
        if part.number == LAST:
            return _of_days(whole.last - timedelta(days=6), whole.last)
        first = whole.first + timedelta(days=7 * (part.number - 1))
        return _of_days(first, first + timedelta(days=6))
    day = whole.first if part.which == "begin" else whole.last
    return Temporal(day.isoformat() + "~", "date", "day", whole.calendar, day, day)


def _as_point(whole: Point | FiscalYear) -> Point:
    if isinstance(whole, FiscalYear):
        raise UnresolvedError
    return whole


def _quarter(part: Part, reference: Reference, region: Region) -> Temporal:
    """A quarter without its year is one of the calendar year; of the fiscal year is then the other reading."""
    whole = part.whole
    if isinstance(whole, FiscalYear) or whole != Point():
        if isinstance(whole, FiscalYear):
            first = fiscal_year_value(whole, reference, region).earliest
        else:
            first = settle(whole, reference, region).stretch.first
        if first is None:
            raise UnresolvedError
        return _three_months(first, part.number)
    if reference is None:
        raise UnresolvedError
    other = fiscal_year_value(FiscalYear(None), reference, region).earliest
    assert other is not None
    alternative = _three_months(other, part.number).iso or ""
    return replace(_three_months(date(reference.year, 1, 1), part.number), alternatives=(alternative,))


def _three_months(start: date, number: int) -> Temporal:
    months = start.year * 12 + start.month - 1 + 3 * (number - 1)
    ends = [gregorian(month // 12, month % 12 + 1) for month in (months, months + 2)]
    return _of_ends(*(Temporal(end.iso, "date", "month", earliest=end.first, latest=end.last) for end in ends))
