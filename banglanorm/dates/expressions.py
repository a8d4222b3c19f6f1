"""What an expression of time says, before it is known when it was said; and its value once that is known.

The readers build a `Point`, a `Period`, a `Several`, a `Window`, a `FiscalYear` or a `Length` from tokens. `resolve`
turns it into a `Temporal`: with a reference, relative and incomplete dates are completed as news uses them; without
one they stay what they are.

>>> resolve(Point(month=8, day=15), None, "bd").iso
'XXXX-08-15'
>>> resolve(Point(month=8, day=15, direction=-1), datetime(2024, 1, 2), "bd").iso
'2023-08-15'
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from banglanorm.dates.hijri import hijri_margin, hijri_year_of
from banglanorm.dates.lengths import Length, Precision
from banglanorm.dates.points import Point, Reading, Reference, System, UnresolvedError, settle
from banglanorm.dates.region import Region
from banglanorm.dates.temporal import Clock, Kind, Stretch, Temporal, finest, gregorian
from banglanorm.errors import DateParseError


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
    except UnresolvedError:
        return Temporal(None, _unresolved_kind(expression))
    except (ValueError, OverflowError) as error:  # no such day, or none that Python can hold
        raise DateParseError(str(error)) from None


def _unresolved_kind(expression: Expression) -> Kind:
    if not isinstance(expression, Point):
        return "relative"
    if expression.clock:
        return "datetime"
    if expression.days is None and expression.weekday and not expression.month:
        return "weekday"
    return "relative" if expression.system == "gregorian" else "date"


# --- one point ------------------------------------------------------------------------------------------------------


def _point(point: Point, reference: Reference, region: Region) -> Temporal:
    if is_time_only(point):
        clock = point.clock
        assert clock is not None
        other = clock.other_half()
        return Temporal(clock.iso, "time", clock.precision, alternatives=(other.iso,) if other else ())
    if point.length and point.length.precision in ("hour", "minute", "second"):
        return _moment(point.length, point.sign, reference)
    reading = settle(point, reference, region)
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
    """Hijri dates follow the sighting of the moon."""
    if system != "hijri" or not stretch.first or not stretch.last:
        return stretch.first, stretch.last
    margin = hijri_margin(hijri_year_of(stretch.first))
    return stretch.first - margin, stretch.last + margin


def _moment(length: Length, sign: int, reference: Reference) -> Temporal:
    if not isinstance(reference, datetime):
        raise UnresolvedError
    moment = length.settled().before(reference.replace(tzinfo=None), sign)
    seconds = length.precision == "second" or moment.second
    precision: Precision = "second" if seconds else "minute"
    iso = moment.isoformat(timespec="seconds" if seconds else "minutes")
    return Temporal(iso, "datetime", precision, earliest=moment.date(), latest=moment.date())


def _with_clock(reading: Reading, clock: Clock) -> Temporal:
    day = reading.stretch.first
    if reading.stretch.precision != "day" or day is None:
        raise UnresolvedError
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
        (other.first + shift).isoformat() + clock.iso
        for other in reading.others
        if other.precision == "day" and other.first
    ]
    latest = later if clock.night == "maybe" else day
    calendar = reading.stretch.calendar
    return Temporal(iso, "datetime", clock.precision, calendar, day, latest, reading.conflicts, tuple(others))


# --- periods, sets and the rest -------------------------------------------------------------------------------------


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
    """Let each end name what the other leaves open: ৩ থেকে ৫ মে ২০২১, রাত ১০টা থেকে ১২টা."""
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
    start, end = _with_clock(a, first), _with_clock(b, last)
    if start.iso and end.iso and end.iso <= start.iso and a is b:
        assert b.stretch.first is not None
        later = b.stretch.first + timedelta(days=1)
        end = _with_clock(Reading(gregorian(later.year, later.month, later.day)), last._replace(night=""))
    return start, end


def _with_year_of(point: Point, last: Point) -> Point:
    """Complete a month by the year of the last of a set: জানুয়ারি ও মার্চ ২০২৪, ডিসেম্বর ও জানুয়ারি ২০২৪."""
    if point.year is not None or point.unit is not None or point.month is None or last.month is None:
        return point
    assert last.year is not None
    return replace(point, year=last.year - (point.month > last.month), two_digits=last.two_digits)


def _several(several: Several, reference: Reference, region: Region) -> Temporal:
    head, last = several.points[0], several.points[-1]
    points = [_with_month_of(point, last) if point.month is None and point.day else point for point in several.points]
    if last.year is None:  # ২০২১ সালের ২৫ ও ২৬ মার্চ, গত ৭ ও ৮ জানুয়ারি
        points = [
            replace(
                point,
                year=head.year,
                two_digits=head.two_digits,
                direction=head.direction,
                unit=head.unit,
                yearly=head.yearly,
            )
            for point in points
        ]
    else:
        points = [_with_year_of(point, last) for point in points]
    readings = [settle(point, reference, region) for point in points]
    stretches = [reading.stretch for reading in readings]
    iso = "{" + ",".join(stretch.iso for stretch in stretches) + "}"
    days = [day for stretch in stretches for day in (stretch.first, stretch.last) if day]
    conflicts = tuple(text for reading in readings for text in reading.conflicts)
    earliest, latest = (min(days), max(days)) if days else (None, None)
    return Temporal(iso, "set", stretches[-1].precision, stretches[-1].calendar, earliest, latest, conflicts)


def _window(window: Window, reference: Reference) -> Temporal:
    if reference is None:
        raise UnresolvedError
    length = window.length.settled()
    precision = window.length.precision
    if precision in ("hour", "minute", "second"):
        if not isinstance(reference, datetime):
            raise UnresolvedError
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
            raise UnresolvedError
        year = reference.year - (reference.month < begins) + fiscal.direction
    first, last = date(year, begins, 1), date(year + 1, begins, 1) - timedelta(days=1)
    iso = f"{first.isoformat()}/{last.isoformat()}"
    return Temporal(iso, "interval", "year", earliest=first, latest=last)
