"""Days that are counted from today: those of a week before or after, and the next or the last of a number."""

from datetime import date, timedelta

from banglanorm.dates.temporal import Stretch, gregorian
from banglanorm.errors import DateParseError


def in_week(weekday: int, count: int, today: date) -> list[Stretch]:
    """Return which day সোমবার of গত সপ্তাহ may be: weeks begin on Sunday, by other calendars on Saturday or Monday."""
    days: dict[date, None] = {}
    for first in (7, 6, 1):
        begin = today + timedelta(days=7 * count - (today.isoweekday() - first) % 7)
        days[begin + timedelta(days=(weekday - first) % 7)] = None
    return [gregorian(day.year, day.month, day.day) for day in days]


def next_of_number(number: int, direction: int, today: date) -> Stretch:
    """Return the next or the last day of a number that any month has: আগামী ৭ তারিখ."""
    step = timedelta(days=1 if direction > 0 else -1)
    day = today + step
    while day.day != number:
        if abs(day - today) > _TWO_MONTHS:
            raise DateParseError(f"no month has a day {number}")
        day += step
    return gregorian(day.year, day.month, day.day)


_TWO_MONTHS = timedelta(days=62)
