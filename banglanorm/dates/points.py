"""A date as far as a text names it, and the days it means once it is known when it was said.

Incomplete dates are completed as news uses them: the nearest such day, or with গত and আগামী the last and the next one; a
bare weekday is the most recent one. What only a reference could settle raises `UnresolvedError`.

>>> settle(Point(month=8, day=15, direction=-1), date(2024, 1, 2), "bd").stretch.iso
'2023-08-15'
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from banglanorm.dates.calendars import BanglaDate, bangla_date
from banglanorm.dates.feasts import Feast, System, day_of_feast
from banglanorm.dates.hijri import hijri_to_gregorian, hijri_year_of
from banglanorm.dates.lengths import Length, Precision
from banglanorm.dates.near_days import in_week, next_of_number
from banglanorm.dates.region import Region, weekday_name
from banglanorm.dates.temporal import Clock, Stretch, blurred, gregorian, of_days, week_of
from banglanorm.errors import BanglanormError, DateParseError

Reference = date | datetime | None
Unit = Literal["year", "month", "week"]
LATEST_OTHER_YEAR = 1700  # a later Bangla or Hijri year needs its era, for it may be one of the common era
_SHAKA = 515  # years that Shaka years are ahead of Bangla years; both begin with Baishakh in Bengal


class Point(NamedTuple):
    """A date, a time, or both, as far as the text names them. ``None`` is what it does not name."""

    year: int | None = None
    month: int | None = None
    day: int | None = None  # -1 is the last of its month
    system: System = "gregorian"
    two_digits: bool = False  # the year is ’৭১
    unknown: int = 0  # how many last digits of the year are unknown: a decade 1, a century 2
    weekday: int | None = None  # Monday is 1
    nth: int = 0  # which such weekday of its month or year: শেষ শুক্রবার is -1
    clock: Clock | None = None
    direction: int | None = None  # গত -1, এ 0, আগামী 1
    unit: Unit | None = None  # what the direction counts: গত বছর
    days: int | None = None  # আজ 0, গতকাল -1
    either: bool = False  # ``days`` may count forward or back: কাল, পরশু
    length: Length | None = None  # তিন দিন আগে
    sign: int = 0  # of the length: আগে -1, পরে 1
    about: bool = False  # আনুমানিক
    yearly: bool = False  # প্রতিবছর ২৬ মার্চ, ওই বছরের ২৬ মার্চ
    uncertain: bool = False  # ১৯৩৬?
    san: bool = False  # the year is called সন, so it is a Bangla year if it can be one
    common: bool = False  # the year is of the common era, though the month is not: ২০২৩ সালের ১ রমজান
    feast: Feast | None = None
    leaning: int = 0  # what the verb says of a date without its year: -1 is past, 1 to come


def require_reference(reference: object) -> None:
    """Refuse a reference that is no date.

    Raises:
        TypeError: ``reference`` is neither ``None`` nor a ``date`` or ``datetime``.

    >>> require_reference(date(2024, 1, 2))
    """
    if reference is None or isinstance(reference, date):
        return
    hint = ": convert it first, for example with datetime.fromisoformat(value)" if isinstance(reference, str) else ""
    raise TypeError(f"expected a date, a datetime or None as reference, got {type(reference).__name__}{hint}")


class UnresolvedError(Exception):
    """Only a reference could settle this."""


class Reading(NamedTuple):
    """A point once settled: its stretch of the calendar, its time, and what else there is to say."""

    stretch: Stretch
    conflicts: tuple[str, ...] = ()
    others: tuple[Stretch, ...] = ()


def settle(
    point: Point,
    reference: Reference,
    region: Region,
    *,
    at_least: date | None = None,
    at_most: date | None = None,
) -> Reading:
    """Settle the date of a point; the limits say on which side of another date it lies, if it leaves that open."""
    today = reference.date() if isinstance(reference, datetime) else reference
    point = on_its_day(point, region)
    if point.nth:
        whole = settle(point._replace(nth=0, weekday=None), reference, region, at_least=at_least, at_most=at_most)
        return Reading(_nth_weekday(point, whole.stretch), others=tuple(_nth_weekday(point, s) for s in whole.others))
    said = _said_day(point, today, at_least)
    others: tuple[Stretch, ...] = ()
    if point.unknown and point.year is not None:
        return Reading(blurred(point.year, point.unknown), others=_other_century(point))
    if point.year is not None:
        year = _full_year(point.year, today) if point.two_digits else point.year
        if point.common:
            stretch, others = _in_common_year(point, year, region)
        else:
            stretch, others = _stretch(point, year, region), _as_bangla_year(point, region)
        if others and point.san:
            stretch, others = others[0], (stretch,)
    elif point.unit == "week" and point.weekday:
        stretch, *others_in_week = in_week(point.weekday, point.direction or 0, _needed(today))
        others = tuple(others_in_week)
    elif point.unit and (today or not point.month):
        stretch = _counted(point, _needed(today), region)
    elif point.month:
        stretch, others = _without_year(point, said or today, region, at_least, at_most)
    elif point.day:
        stretch = next_of_number(point.day, point.direction or 0, _needed(today))
    elif said:
        stretch = gregorian(said.year, said.month, said.day)
        others = tuple(_other_side(point, said, today, at_least))
    elif point.length:
        stretch = _ago(point, _needed(today))
    else:
        raise UnresolvedError
    return Reading(stretch, _conflicts(point, stretch, said), others)


def on_its_day(point: Point, region: Region) -> Point:
    """Put the day of its feast into a point that has one: the one of the region, if the regions differ."""
    if point.feast is None:
        return point
    named = day_of_feast(point.feast, region)
    if named is None:
        raise UnresolvedError
    system, month, day = named
    common = system != point.system and (point.year or 0) > LATEST_OTHER_YEAR
    return point._replace(feast=None, system=system, month=month, day=day, common=common)


def _needed(today: date | None) -> date:
    if today is None:
        raise UnresolvedError
    return today


def _said_day(point: Point, today: date | None, at_least: date | None) -> date | None:
    """Return the day that গতকাল or গত শনিবার means, where the reference is known."""
    if today is None:
        return None
    if point.days is not None:
        day = today + timedelta(days=point.days)
        other = today - timedelta(days=point.days)
        if point.either and point.weekday and day.isoweekday() != point.weekday == other.isoweekday():
            return other  # কাল শনিবার
        return day
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


def _other_side(point: Point, said: date, today: date | None, at_least: date | None) -> Iterator[Stretch]:
    """Yield the day on the other side of today that কাল, or a weekday without গত or আগামী, may be."""
    if today is None or at_least:
        return
    if point.either and point.days and not point.weekday:
        other = today - timedelta(days=point.days)
    elif point.days is None and point.weekday and point.direction in (None, 0):
        coming = point.direction == 0
        other = said + timedelta(days=-7 if coming else 7)
    else:
        return
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


# --- years, months and days of the three systems --------------------------------------------------------------------


def _stretch(point: Point, year: int, region: Region) -> Stretch:
    """Return what a point with a known year means in its system."""
    if point.system == "bangla":
        return _bangla(year, point.month, point.day, region)
    if point.system == "shaka":
        return _bangla(year - _SHAKA, point.month, point.day, "in")
    if point.system == "hijri":
        return _hijri(year, point.month, point.day)
    if (year, point.month) == (2024, 7) and point.day and point.day > 31:
        return gregorian(2024, 8, point.day - 31)  # ৩৬শে জুলাই
    return gregorian(year, point.month, point.day)


def _in_common_year(point: Point, year: int, region: Region) -> tuple[Stretch, tuple[Stretch, ...]]:
    """Return the day or month of another calendar in a year of the common era; two Hijri ones may lie in one year."""
    found = [stretch for stretch in _candidates(point, date(year, 7, 1), region) if _lies_in(stretch, year)]
    if not found:
        raise DateParseError(f"no one such day or month lies in the year {year}")
    return found[0], tuple(found[1:])


def _lies_in(stretch: Stretch, year: int) -> bool:
    return stretch.first is not None and stretch.last is not None and stretch.first.year == stretch.last.year == year


def _bangla(year: int, month: int | None, day: int | None, region: Region) -> Stretch:
    if day == -1:
        after = bangla_date(year + (month == 12), (month or 0) % 12 + 1, 1, region).to_gregorian()
        last = BanglaDate.from_gregorian(after - timedelta(days=1), region=region)
        return of_days(last.to_gregorian(), last.to_gregorian(), "day", last.calendar)
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
    return (
        (blurred(point.year + 100, 1),)
        if point.unknown == 1 and point.year in (1910, 1920) and point.two_digits
        else ()
    )


def _without_year(
    point: Point, today: date | None, region: Region, at_least: date | None, at_most: date | None
) -> tuple[Stretch, tuple[Stretch, ...]]:
    """Complete a date without a year: the nearest, or the one on the side that গত, আগামী or the limits say."""
    if point.yearly or (today is None and at_least is None and at_most is None):
        if point.system != "gregorian":
            raise UnresolvedError
        return gregorian(None, point.month, point.day), ()
    centre = at_least or at_most or _needed(today)
    candidates = [stretch for stretch in _candidates(point, centre, region) if stretch.first and stretch.last]
    accept = _side(point, centre, at_least, at_most)
    ranked = sorted(candidates, key=lambda stretch: _distance(stretch, centre))
    good = [stretch for stretch in ranked if accept(stretch)]
    if not good:
        raise DateParseError(f"there is no day {point.day} in month {point.month} of any year near {centre.year}")
    free = point.direction is None and at_least is None and at_most is None
    far = _distance(good[0], centre)
    near = [stretch for stretch in good if _distance(stretch, centre) < _YEAR_AND_A_HALF]
    if far > _NEAR and point.system != "hijri":
        good = [stretch for stretch in near if _falls_on(stretch, point)] or good  # ৩০ ডিসেম্বর শনিবার
    if not free or len(good) < 2 or far <= _NEAR:
        return good[0], ()
    nearest = good[0]  # the verb does not reach over four years to 29 February
    meant = next((one for one in good if one in near and not _on_other_side(one, point.leaning, centre)), nearest)
    if meant is nearest and far <= _CLEARLY_NEAREST:
        return meant, ()
    return meant, (good[1] if meant is nearest else nearest,)


def _falls_on(stretch: Stretch, point: Point) -> bool:
    """Say whether a day is the weekday that the text says beside it."""
    return stretch.first is not None and stretch.first.isoweekday() == point.weekday and point.day is not None


def _on_other_side(stretch: Stretch, leaning: int, centre: date) -> bool:
    """Say whether the verb puts a date on the other side of today."""
    assert stretch.first is not None
    assert stretch.last is not None
    return (leaning < 0 and stretch.first > centre) or (leaning > 0 and stretch.last < centre)


_NEAR = 31  # days; so near a date the verb may be about something that concerns it: ১৫ আগস্টের ছুটি বাতিল হয়েছে
_YEAR_AND_A_HALF = 550
_CLEARLY_NEAREST = 92  # days; a date farther away than a quarter of a year may as well be that of the next or last year


def _candidates(point: Point, centre: date, region: Region) -> Iterator[Stretch]:
    """Yield the date in the years around; the last day of a month that not every year has may be eight years away."""
    here = _year_of(centre, point.system, region)
    reach = 8 if (point.day or 0) > 28 else 1
    for year in range(max(1, here - reach), here + reach + 1):
        try:
            yield _stretch(point, year, region)
        except (BanglanormError, OverflowError):
            continue


def _year_of(day: date, system: System, region: Region) -> int:
    """Return the year of the system that holds the day."""
    if system == "bangla":
        return BanglaDate.from_gregorian(day, region=region).year
    return hijri_year_of(day) if system == "hijri" else day.year


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
    if point.system == "hijri" and point.month:
        return _in_common_year(point, today.year + count, region)[0]  # last year is one of the common calendar
    return _stretch(point, _year_of(today, point.system, region) + count, region)


def _nth_weekday(point: Point, whole: Stretch) -> Stretch:
    """Return the first, the second … or the last such weekday of a month or a year."""
    first, last = whole.first, whole.last
    if first is None or last is None or point.weekday is None or point.system == "hijri":
        raise UnresolvedError  # no one knows the year, or where the moon will let the month begin
    if point.nth > 0:
        day = first + timedelta(days=(point.weekday - first.isoweekday()) % 7 + 7 * (point.nth - 1))
    else:
        day = last - timedelta(days=(last.isoweekday() - point.weekday) % 7)
    if day > last:
        raise DateParseError(f"{whole.iso} has no weekday {point.weekday} of number {point.nth}")
    return gregorian(day.year, day.month, day.day)


def _ago(point: Point, today: date) -> Stretch:
    """Return the day, month or year that lies a length before or after: as finely as the length is given."""
    assert point.length is not None
    length = point.length.settled()
    if length == Length(years=length.years):  # perhaps before the years of Python: আড়াই হাজার বছর আগে
        return gregorian(today.year + point.sign * int(length.years))
    found = length.before(datetime(today.year, today.month, today.day), point.sign).date()
    if length.days or length.weeks:
        return gregorian(found.year, found.month, found.day)
    return gregorian(found.year, found.month if length.months else None)
