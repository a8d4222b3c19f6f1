"""What an expression of time says, before it is known when it was said; and its value once that is known.

The readers in `times` and `dates` build a `Point`, a `Period`, a `Several` or a `Window` from tokens. `resolve` turns it
into a `Temporal`: with a reference, relative and incomplete dates are completed as news uses them (measured in
reference/dates.md section 7); without one they stay what they are.

>>> resolve(Point(month=8, day=15), None, "bd").iso
'XXXX-08-15'
>>> resolve(Point(month=8, day=15, direction=-1), datetime(2024, 1, 2), "bd").iso
'2023-08-15'
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from banglanorm.calendars import (
    BanglaDate,
    Region,
    bangla_date,
    hijri_to_gregorian,
    hijri_year_of,
    weekday_name,
)
from banglanorm.errors import BanglanormError, DateParseError
from banglanorm.temporal import (
    Clock,
    Kind,
    Length,
    Precision,
    Stretch,
    Temporal,
    blurred,
    finest,
    gregorian,
    of_days,
    week_of,
)

Reference = date | datetime | None
System = Literal["gregorian", "bangla", "hijri"]


@dataclass(frozen=True, slots=True)
class Point:
    """A date, a time, or both, as far as the text names them. ``None`` is what it does not name."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    system: System = "gregorian"
    two_digits: bool = False  # the year is ’৭১
    unknown: int = 0  # how many last digits of the year are unknown: a decade 1, a century 2
    weekday: int | None = None  # Monday is 1
    clock: Clock | None = None
    direction: int | None = None  # গত -1, এ 0, আগামী 1
    unit: Literal["year", "month", "week"] | None = None  # what the direction counts: গত বছর
    days: int | None = None  # আজ 0, গতকাল -1
    either: bool = False  # ``days`` may count forward or back: কাল, পরশু
    length: Length | None = None  # তিন দিন আগে
    sign: int = 0  # of the length: আগে -1, পরে 1
    about: bool = False  # আনুমানিক
    yearly: bool = False  # প্রতিবছর ২৬ মার্চ


@dataclass(frozen=True, slots=True)
class Period:
    """From one point to another, both included."""

    first: Point
    last: Point


@dataclass(frozen=True, slots=True)
class Several:
    """Each of some points; what only the last one names holds for all."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """A length of time up to the reference (গত তিন দিনে) or from it on (আগামী তিন দিন)."""

    length: Length
    sign: int


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by its first calendar year, or by its distance from the one of the reference."""

    year: int | None
    direction: int = 0
    indian: bool = False


Expression = Point | Period | Several | Window | FiscalYear | Length


class _Unresolved(Exception):
    """Only a reference could settle this."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A point once settled: its stretch of the calendar, its time, and what else there is to say."""

    stretch: Stretch
    conflicts: tuple[str, ...] = ()
    others: tuple[Stretch, ...] = ()


def resolve(expression: Expression, reference: Reference, region: Region) -> Temporal:
    """Return the value of an expression said at ``reference`` in ``region``.

    Raises:
        DateParseError: it names a day that does not exist.

    >>> resolve(Point(days=-1), datetime(2024, 1, 2, 13, 53), "bd").iso
    '2024-01-01'
    """
    if isinstance(expression, Length):
        return Temporal(expression.settled().iso, "duration", expression.precision)
    try:
        match expression:
            case Point():
                return _point(expression, reference, region)
            case Period():
                return _period(expression, reference, region)
            case Several():
                return _several(expression, reference, region)
            case Window():
                return _window(expression, reference)
            case FiscalYear():
                return _fiscal_year(expression, reference, region)
    except _Unresolved:
        return Temporal(None, _unresolved_kind(expression))
    except (BanglanormError, OverflowError) as error:
        raise DateParseError(str(error)) from None


def _unresolved_kind(expression: Expression) -> Kind:
    if not isinstance(expression, Point):
        return "relative"
    if expression.clock:
        return "datetime"
    if expression.days is None and expression.weekday and not expression.month:
        return "weekday"
    return "relative" if expression.system == "gregorian" else "date"


# --- one point ----------------------------------------------------------------------------------------------------------


def _point(point: Point, reference: Reference, region: Region) -> Temporal:
    if is_time_only(point):
        clock = point.clock
        assert clock is not None
        other = clock.other_half()
        return Temporal(clock.iso, "time", clock.precision, alternatives=(other.iso,) if other else ())
    if point.length and point.length.precision in ("hour", "minute", "second"):
        return _moment(point.length, point.sign, reference)
    reading = _read(point, reference, region)
    if point.clock:
        return _with_clock(reading, point.clock)
    stretch = reading.stretch
    mark = "~" if point.about or point.system == "hijri" else ""
    kind: Kind = "interval" if "/" in stretch.iso else "date"
    others = tuple(other.iso for other in reading.others)
    first, last = _bounds(stretch, point.system)
    iso = "/".join(end + mark for end in stretch.iso.split("/"))
    return Temporal(iso, kind, stretch.precision, stretch.calendar, first, last, reading.conflicts, others)


def is_time_only(point: Point) -> bool:
    """Say whether a point is a time of any day."""
    named = (point.year, point.month, point.day, point.weekday, point.days, point.unit, point.length)
    return point.clock is not None and all(part is None for part in named)


def _bounds(stretch: Stretch, system: System) -> tuple[date | None, date | None]:
    """Hijri dates follow the sighting of the moon and are known to two days."""
    if system != "hijri" or not stretch.first or not stretch.last:
        return stretch.first, stretch.last
    return stretch.first - timedelta(days=2), stretch.last + timedelta(days=2)


def _moment(length: Length, sign: int, reference: Reference) -> Temporal:
    if not isinstance(reference, datetime):
        raise _Unresolved
    moment = length.settled().before(reference.replace(tzinfo=None), sign)
    seconds = length.precision == "second" or moment.second
    precision: Precision = "second" if seconds else "minute"
    iso = moment.isoformat(timespec="seconds" if seconds else "minutes")
    return Temporal(iso, "datetime", precision, earliest=moment.date(), latest=moment.date())


def _with_clock(reading: _Reading, clock: Clock) -> Temporal:
    day = reading.stretch.first
    if reading.stretch.precision != "day" or day is None:
        raise _Unresolved
    later = day + timedelta(days=1)
    if clock.night == "after":
        day = later
    iso = day.isoformat() + clock.iso
    half = clock.other_half()
    others = [day.isoformat() + half.iso] if half else []
    if clock.night == "maybe":
        others.append(later.isoformat() + clock.iso)
    shift = timedelta(days=clock.night == "after")
    others += [
        (other.first + shift).isoformat() + clock.iso for other in reading.others if other.precision == "day" and other.first
    ]
    latest = later if clock.night == "maybe" else day
    calendar = reading.stretch.calendar
    return Temporal(iso, "datetime", clock.precision, calendar, day, latest, reading.conflicts, tuple(others))


def _read(
    point: Point,
    reference: Reference,
    region: Region,
    *,
    at_least: date | None = None,
    at_most: date | None = None,
) -> _Reading:
    """Settle the date of a point; the limits say on which side of another date it lies, if it leaves that open."""
    today = reference.date() if isinstance(reference, datetime) else reference
    said = _said_day(point, today, at_least)
    if point.unknown and point.year is not None:
        return _Reading(blurred(point.year, point.unknown), others=_other_century(point))
    if point.year is not None:
        year = _full_year(point.year, today) if point.two_digits else point.year
        stretch = _stretch(point, year, region)
        others = _as_bangla_year(point, region)
    elif point.unit and (today or not point.month):
        stretch, others = _counted(point, _needed(today), region), ()
    elif point.month:
        stretch, others = _without_year(point, said or today, region, at_least, at_most)
    elif said:
        others = tuple(_either_way(point, today))
        stretch = gregorian(said.year, said.month, said.day)
    elif point.length:
        stretch, others = _ago(point, _needed(today)), ()
    else:
        raise _Unresolved
    return _Reading(stretch, _conflicts(point, stretch, said), others)


def _needed(today: date | None) -> date:
    if today is None:
        raise _Unresolved
    return today


def _said_day(point: Point, today: date | None, at_least: date | None) -> date | None:
    """Return the day that গতকাল or গত শনিবার means, where the reference is known."""
    if today is None:
        return None
    if point.days is not None:
        return today + timedelta(days=point.days)
    if point.weekday is None or point.unit:
        return None
    back = (today.isoweekday() - point.weekday) % 7
    if at_least:
        return at_least + timedelta(days=(point.weekday - at_least.isoweekday()) % 7 or 7)
    if point.direction is None:
        return today - timedelta(days=back)
    if point.direction < 0:
        return today - timedelta(days=back or 7)
    return today + timedelta(days=7 - back if back or point.direction else 0)


def _either_way(point: Point, today: date | None) -> Iterator[Stretch]:
    if point.either and point.days and today:
        other = today - timedelta(days=point.days)
        yield gregorian(other.year, other.month, other.day)


def _conflicts(point: Point, stretch: Stretch, said: date | None) -> tuple[str, ...]:
    """Say where a weekday or a relative day contradicts a date; the date is kept."""
    day = stretch.first
    if stretch.precision != "day" or day is None:
        return ()
    found = []
    if point.weekday and day.isoweekday() != point.weekday:
        # Any day of that name will do: 1 January 2024 was a Monday.
        name = weekday_name(date(2024, 1, point.weekday))
        found.append(f"the text says {name}, but {day.isoformat()} is {weekday_name(day)}")
    if point.days is not None and said and said != day and not point.either:
        found.append(f"the text says a day that is {said.isoformat()}, and the date {day.isoformat()}")
    return tuple(found)


# --- years, months and days of the three systems --------------------------------------------------------------------------


def _stretch(point: Point, year: int, region: Region) -> Stretch:
    """Return what a point with a known year means in its system."""
    if point.system == "bangla":
        return _bangla(year, point.month, point.day, region)
    if point.system == "hijri":
        return _hijri(year, point.month, point.day)
    if (year, point.month) == (2024, 7) and point.day and point.day > 31:
        return gregorian(2024, 8, point.day - 31)  # ৩৬শে জুলাই
    return gregorian(year, point.month, point.day)


def _bangla(year: int, month: int | None, day: int | None, region: Region) -> Stretch:
    first = bangla_date(year, month or 1, day or 1, region)
    if day:
        return of_days(first.to_gregorian(), first.to_gregorian(), "day", first.calendar)
    months = year * 12 + (month or 12)
    after = bangla_date(months // 12, months % 12 + 1, 1, region).to_gregorian()
    precision: Precision = "month" if month else "year"
    return of_days(first.to_gregorian(), after - timedelta(days=1), precision, first.calendar)


def _hijri(year: int, month: int | None, day: int | None) -> Stretch:
    first = hijri_to_gregorian(year, month or 1, day or 1)
    if day:
        return of_days(first, first, "day", "hijri")
    months = year * 12 + (month or 12)
    after = hijri_to_gregorian(months // 12, months % 12 + 1, 1)
    return of_days(first, after - timedelta(days=1), "month" if month else "year", "hijri")


def _full_year(short: int, today: date | None) -> int:
    """Return the year of ’৭১: the latest that is at most ten years ahead; without a reference 1940 to 2039."""
    latest = today.year + 10 if today else 2039
    return latest - (latest - short) % 100


def _as_bangla_year(point: Point, region: Region) -> tuple[Stretch, ...]:
    """A year such as ১৩৫০ সাল may be one of the Bangla calendar, if nothing says which."""
    if point.system != "gregorian" or point.month or point.year is None or not 1000 <= point.year <= 1450:
        return ()
    return (_bangla(point.year, None, None, region),)


def _other_century(point: Point) -> tuple[Stretch, ...]:
    """The twenties and tens have come again in this century."""
    return (blurred(point.year + 100, 1),) if point.unknown == 1 and point.year in (1910, 1920) and point.two_digits else ()


def _without_year(
    point: Point, today: date | None, region: Region, at_least: date | None, at_most: date | None
) -> tuple[Stretch, tuple[Stretch, ...]]:
    """Complete a date without a year: the nearest, or the one on the side that গত, আগামী or the limits say."""
    if point.yearly or (today is None and at_least is None and at_most is None):
        if point.system != "gregorian":
            raise _Unresolved
        return gregorian(None, point.month, point.day), ()
    centre = at_least or at_most or _needed(today)
    candidates = [stretch for stretch in _candidates(point, centre, region) if stretch.first and stretch.last]
    accept = _side(point, centre, at_least, at_most)
    ranked = sorted(candidates, key=lambda stretch: _distance(stretch, centre))
    good = [stretch for stretch in ranked if accept(stretch)]
    if not good:
        raise DateParseError(f"there is no day {point.day} in month {point.month} of any year near {centre.year}")
    free = point.direction is None and at_least is None and at_most is None
    doubtful = free and len(good) > 1 and _distance(good[0], centre) > _CLEARLY_NEAREST
    return good[0], tuple(good[1:2]) if doubtful else ()


_CLEARLY_NEAREST = 92  # days; a date farther away than a quarter of a year may as well be that of the next or last year


def _candidates(point: Point, centre: date, region: Region) -> Iterator[Stretch]:
    """Yield the date in the years around; a 29 February may be up to eight years away."""
    if point.system == "bangla":
        here = BanglaDate.from_gregorian(centre, region=region).year
    elif point.system == "hijri":
        here = hijri_year_of(centre)
    else:
        here = centre.year
    reach = 8 if (point.month, point.day) == (2, 29) else 2
    for year in range(max(1, here - reach), here + reach + 1):
        try:
            yield _stretch(point, year, region)
        except (BanglanormError, OverflowError):
            continue


def _distance(stretch: Stretch, day: date) -> int:
    assert stretch.first is not None
    assert stretch.last is not None
    return max((stretch.first - day).days, (day - stretch.last).days, 0)


def _side(point: Point, centre: date, at_least: date | None, at_most: date | None) -> Callable[[Stretch], bool]:
    def accept(stretch: Stretch) -> bool:
        assert stretch.first is not None
        assert stretch.last is not None
        if at_least:
            return stretch.last >= at_least
        if at_most:
            return stretch.first <= at_most
        same_day = stretch.first == stretch.last == centre
        if point.direction is None or point.days is not None:
            return True
        if point.direction < 0:
            return stretch.last < centre or same_day
        if point.direction > 0:
            return stretch.first > centre or same_day
        return stretch.first.year == centre.year

    return accept


def _counted(point: Point, today: date, region: Region) -> Stretch:
    """Return what গত বছর, এ মাস, গত বছরের নভেম্বর mean."""
    count = point.direction or 0
    if point.unit == "week":
        return week_of(today + timedelta(days=7 * count))
    if point.unit == "month":
        months = today.year * 12 + today.month - 1 + count
        return gregorian(months // 12, months % 12 + 1, point.day)
    if point.system == "bangla":
        return _stretch(point, BanglaDate.from_gregorian(today, region=region).year + count, region)
    return gregorian(today.year + count, point.month, point.day)


def _ago(point: Point, today: date) -> Stretch:
    """Return the day, month or year that lies a length before or after: as finely as the length is given."""
    assert point.length is not None
    length = point.length.settled()
    found = length.before(datetime(today.year, today.month, today.day), point.sign).date()
    if length.days or length.weeks:
        return gregorian(found.year, found.month, found.day)
    return gregorian(found.year, found.month if length.months else None)


# --- periods, sets and the rest ---------------------------------------------------------------------------------------------


def _period(period: Period, reference: Reference, region: Region) -> Temporal:
    first, last = period.first, period.last
    if is_time_only(first) and is_time_only(last):
        assert first.clock is not None
        assert last.clock is not None
        iso = f"{first.clock.iso}/{last.clock.iso}"
        return Temporal(iso, "interval", finest(first.clock.precision, last.clock.precision))
    first, last = _share(first, last)
    a, b = _both_ends(first, last, reference, region)
    iso_a, iso_b = a.stretch.ends[0], b.stretch.ends[1]
    first_day, last_day = a.stretch.first, b.stretch.last
    precision = finest(a.stretch.precision, b.stretch.precision)
    if first.clock or last.clock:
        with_a, with_b = _clocks(a, b, first.clock, last.clock)
        iso_a, iso_b = with_a.iso or "", with_b.iso or ""
        first_day, last_day = with_a.earliest, with_b.earliest
        precision = finest(with_a.precision or "day", with_b.precision or "day")
    if first_day and last_day and first_day > last_day:
        raise DateParseError(f"the end {iso_b} is before the beginning {iso_a}")
    mark = "~" if first.system == "hijri" else ""
    conflicts = a.conflicts + b.conflicts
    return Temporal(
        f"{iso_a}{mark}/{iso_b}{mark}", "interval", precision, a.stretch.calendar, first_day, last_day, conflicts
    )


def _share(first: Point, last: Point) -> tuple[Point, Point]:
    """Let each end name what the other leaves open: ১৭ থেকে ১৯ সেপ্টেম্বর ২০২৩, রাত ১০টা থেকে ১২টা."""
    if first.month is None and first.day and last.month:
        first = _with_month_of(first, last)
    elif last.month is None and last.day and first.month:
        last = replace(last, month=first.month, system=first.system)
    if first.system == "gregorian" and first.month is None and last.system != "gregorian":
        first = replace(first, system=last.system)
    if last.year is not None and last.year < 0 and first.year and first.year > 0 and first.month is None:
        first = replace(first, year=1 - first.year)
    return first, last


def _with_month_of(point: Point, other: Point) -> Point:
    """Complete a day by the month of another; its own year stays."""
    if point.year is None and point.unit is None:
        point = replace(point, year=other.year, two_digits=other.two_digits)
    return replace(point, month=other.month, system=other.system)


def _both_ends(first: Point, last: Point, reference: Reference, region: Region) -> tuple[_Reading, _Reading]:
    """Settle the end that says more first; the other lies before or after it."""
    if is_time_only(last):
        a = _read(first, reference, region)
        return a, a
    if _is_fixed(first) or (first.direction is not None and not _is_fixed(last)) or first.weekday or last.weekday:
        a = _read(first, reference, region)
        return a, _read(last, reference, region, at_least=a.stretch.first)
    b = _read(last, reference, region)
    return _read(first, reference, region, at_most=b.stretch.last), b


def _is_fixed(point: Point) -> bool:
    return point.year is not None or point.days is not None or point.unit is not None


def _clocks(a: _Reading, b: _Reading, first: Clock | None, last: Clock | None) -> tuple[Temporal, Temporal]:
    if first is None or last is None:
        raise _Unresolved
    start, end = _with_clock(a, first), _with_clock(b, last)
    if start.iso and end.iso and end.iso <= start.iso and a is b:
        assert b.stretch.first is not None
        later = b.stretch.first + timedelta(days=1)
        end = _with_clock(_Reading(gregorian(later.year, later.month, later.day)), last._replace(night=""))
    return start, end


def _several(several: Several, reference: Reference, region: Region) -> Temporal:
    head, last = several.points[0], several.points[-1]
    points = [
        _with_month_of(point, last) if point.month is None and point.day else point for point in several.points
    ]
    if last.year is None:  # ২০২১ সালের ২৫ ও ২৬ মার্চ, গত ৭ ও ৮ জানুয়ারি
        said = {"year": head.year, "two_digits": head.two_digits, "direction": head.direction, "unit": head.unit}
        points = [replace(point, **said) for point in points]
    readings = [_read(point, reference, region) for point in points]
    stretches = [reading.stretch for reading in readings]
    iso = "{" + ",".join(stretch.iso for stretch in stretches) + "}"
    days = [day for stretch in stretches for day in (stretch.first, stretch.last) if day]
    conflicts = tuple(text for reading in readings for text in reading.conflicts)
    earliest, latest = (min(days), max(days)) if days else (None, None)
    return Temporal(iso, "set", stretches[-1].precision, stretches[-1].calendar, earliest, latest, conflicts)


def _window(window: Window, reference: Reference) -> Temporal:
    if reference is None:
        raise _Unresolved
    length = window.length.settled()
    precision = window.length.precision
    if precision in ("hour", "minute", "second"):
        if not isinstance(reference, datetime):
            raise _Unresolved
        here = reference.replace(tzinfo=None, microsecond=0)
        ends = sorted((here, length.before(here, window.sign)))
        iso = "/".join(end.isoformat(timespec="minutes") for end in ends)
        return Temporal(iso, "interval", "minute", earliest=ends[0].date(), latest=ends[1].date())
    today = datetime(reference.year, reference.month, reference.day)
    first, last = sorted((today.date(), length.before(today, window.sign).date()))
    return Temporal(f"{first.isoformat()}/{last.isoformat()}", "interval", "day", earliest=first, latest=last)


def _fiscal_year(fiscal: FiscalYear, reference: Reference, region: Region) -> Temporal:
    """A fiscal year begins on 1 July in Bangladesh and on 1 April in India (অর্থবর্ষ is the Indian word)."""
    begins = 4 if fiscal.indian or region == "in" else 7
    year = fiscal.year
    if year is None:
        if reference is None:
            raise _Unresolved
        year = reference.year - (reference.month < begins) + fiscal.direction
    first, last = date(year, begins, 1), date(year + 1, begins, 1) - timedelta(days=1)
    iso = f"{first.isoformat()}/{last.isoformat()}"
    return Temporal(iso, "interval", "year", earliest=first, latest=last)


