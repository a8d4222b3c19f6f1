"""The value of one point of time, and what is known of an expression that only a reference could settle."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from banglanorm.dates.expressions import Expression, Period, Several
from banglanorm.dates.hijri import hijri_margin, hijri_year_of
from banglanorm.dates.lengths import Length, Precision
from banglanorm.dates.points import Point, Reading, Reference, UnresolvedError, on_its_day, settle
from banglanorm.dates.region import Region
from banglanorm.dates.temporal import Clock, Kind, Stretch, Temporal


def point_value(point: Point, reference: Reference, region: Region) -> Temporal:
    """Return the value of a point said at ``reference``."""
    if is_time_only(point):
        clock = point.clock
        assert clock is not None
        other = clock.other_half()
        return Temporal(clock.iso, "time", clock.precision, alternatives=(other.iso,) if other else ())
    if point.length and point.length.precision in ("hour", "minute", "second"):
        return _moment(point.length, point.sign, reference)
    return of_reading(settle(point, reference, region), point, region)


def of_reading(reading: Reading, point: Point, region: Region) -> Temporal:
    """Return the value of a point whose day is settled."""
    point = on_its_day(point, region)
    if point.clock:
        return with_clock(reading, point.clock, point.weekday)
    stretch = reading.stretch
    mark = "~" if point.about or stretch.calendar == "hijri" else "?" if point.uncertain else ""
    kind: Kind = "interval" if "/" in stretch.iso else "date"
    others = tuple(_marked(other.iso, mark) for other in reading.others)
    first, last = _bounds(stretch)
    iso = _marked(stretch.iso, mark)
    parts = named(point, region)
    members = tuple(day_member(end, stretch) for end in iso.split("/")) if kind == "interval" else ()
    return Temporal(
        iso,
        kind,
        stretch.precision,
        parts.calendar if stretch.first is None else stretch.calendar,
        first,
        last,
        reading.conflicts,
        others,
        members,
        parts.year,
        parts.month,
        parts.day,
        parts.weekday,
    )


def _marked(iso: str, mark: str) -> str:
    return "/".join(end + mark for end in iso.split("/"))


def day_member(iso: str, whole: Stretch) -> Temporal:
    """Return one end of a month or a year of another calendar."""
    day = date.fromisoformat(iso.rstrip("~?")) if whole.first else None
    return Temporal(iso, "date", "day", whole.calendar, day, day)


def is_time_only(point: Point) -> bool:
    """Say whether a point is a time of any day."""
    named = (point.year, point.month, point.day, point.weekday, point.days, point.unit, point.length)
    return point.clock is not None and all(part is None for part in named)


def _bounds(stretch: Stretch) -> tuple[date | None, date | None]:
    """Hijri dates follow the sighting of the moon."""
    if stretch.calendar != "hijri" or not stretch.first or not stretch.last:
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


def with_clock(reading: Reading, clock: Clock, weekday: int | None = None) -> Temporal:
    """Return a settled day with its clock time; what is said at night may be of the next civil day."""
    day = reading.stretch.first
    if reading.stretch.precision != "day" or day is None:
        raise UnresolvedError
    later = day + timedelta(days=1)
    first = day
    if clock.night in ("after", "end"):
        day = later
    iso = day.isoformat() + clock.iso
    half = clock.other_half()
    others = [day.isoformat() + half.iso] if half else []
    if clock.night == "maybe":
        others.append(later.isoformat() + clock.iso)
    elif clock.night == "end":
        others.append(first.isoformat() + clock.iso)
    shift = day - first
    others += [
        (other.first + shift).isoformat() + clock.iso
        for other in reading.others
        if other.precision == "day" and other.first
    ]
    latest = later if clock.night == "maybe" else day
    calendar = reading.stretch.calendar
    return Temporal(
        iso, "datetime", clock.precision, calendar, day, latest, reading.conflicts, tuple(others), weekday=weekday
    )


def unresolved(expression: Expression, region: Region) -> Temporal:
    """Return what is known without a reference: the kind, the calendar, and the parts that are named."""
    match expression:
        case Point():
            return replace(named(expression, region), kind=_unresolved_kind(expression))
        case Period():
            members = (unresolved(expression.first, region), unresolved(expression.last, region))
            return Temporal(None, "interval" if expression.first.clock else "relative", members=members)
        case Several():
            return Temporal(None, "relative", members=tuple(unresolved(point, region) for point in expression.points))
    return Temporal(None, "relative")


def named(point: Point, region: Region) -> Temporal:
    """Return a value that holds what the point names, in its calendar, and no more."""
    calendar: str = point.system
    if point.system == "bangla":
        calendar = "traditional" if region == "in" else "bangla"
    elif point.system == "shaka":
        calendar = "traditional"
    day = None if point.day == -1 else point.day
    year = None if point.two_digits or point.common else point.year
    return Temporal(None, "date", None, calendar, year=year, month=point.month, day=day, weekday=point.weekday)


def _unresolved_kind(point: Point) -> Kind:
    if point.clock:
        return "datetime"
    if point.days is None and point.weekday and not point.month:
        return "weekday"
    return "relative" if point.system == "gregorian" and not point.feast else "date"
