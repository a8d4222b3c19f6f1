"""Hijri dates as Bengal counts them.

A Hijri month begins when its new moon is seen. In Bengal that is as a rule one day after the month of the Umm al-Qura
calendar begins, which is published in advance (``data/dates/umm_al_qura.tsv``, 1343 to 1500 AH); a sighting may lie a
day to either side. Outside those years the arithmetic calendar stands in: months of 30 and 29 days in turn and 11 leap
years in 30, which may be two days off.

>>> hijri_to_gregorian(1445, 9, 1), hijri_margin(1445)
(datetime.date(2024, 3, 12), datetime.timedelta(days=1))
"""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

from banglanorm.errors import BanglanormError
from banglanorm.tables import read_table

_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1 in the civil reckoning, by the Gregorian calendar
_SIGHTING = 1  # days after Umm al-Qura


def hijri_to_gregorian(year: int, month: int, day: int) -> date:
    """Return the likeliest date in Bengal of a Hijri day; `hijri_margin` tells how far off it may be.

    Raises:
        BanglanormError: there is no such day in any Hijri year.

    >>> hijri_to_gregorian(1446, 1, 1), hijri_to_gregorian(61, 1, 10)
    (datetime.date(2024, 7, 8), datetime.date(680, 10, 13))
    """
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= 30:
        raise BanglanormError(f"there is no day {day} in month {month} of the Hijri year {year}")
    return date.fromordinal(_month_start(year, month) + day - 1)


def hijri_margin(year: int) -> timedelta:
    """Return how many days the moon of the year may have been seen before or after the day that is given.

    >>> hijri_margin(1200).days
    2
    """
    return timedelta(days=1 if year in _published() else 2)


def hijri_year_of(day: date) -> int:
    """Return the Hijri year that holds the day.

    >>> hijri_year_of(date(2024, 7, 20))
    1446
    """
    ordinal = day.toordinal()
    year = (ordinal - _EPOCH) * 30 // 10631 + 1  # by the mean year; the true one may begin some days off
    if ordinal < _month_start(year, 1):
        return year - 1
    return year + (ordinal >= _month_start(year + 1, 1))


def _month_start(year: int, month: int) -> int:
    """Return the day number of the first day of the month."""
    starts = _published().get(year)
    if starts:
        return starts[month - 1] + _SIGHTING
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * month - 58) // 2


@cache
def _published() -> dict[int, tuple[int, ...]]:
    """Year -> the day numbers of its month starts in the Umm al-Qura calendar."""
    return {
        int(row["year"]): tuple(
            accumulate(map(int, row["lengths"].split()), initial=date.fromisoformat(row["first"]).toordinal())
        )
        for row in read_table("dates/umm_al_qura")
    }
