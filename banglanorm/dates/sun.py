"""The sun of the Surya Siddhanta, whose true longitude begins the months of the traditional Bangla calendar.

Sidereal year, epicycle, sine table and epoch are those of Reingold and Dershowitz, "Calendrical Calculations", in the
chapter on the modern Hindu calendars. All arithmetic is exact; moments are days and fractions since the day number 0.

>>> from datetime import date
>>> date.fromordinal(sankranti_day(1422, 1)).isoformat()
'2015-04-14'
"""

import math
from fractions import Fraction

_EPOCH = -1132959  # the Kali age begins: 18 February 3102 BCE, Julian
_SIDEREAL_YEAR = 365 + Fraction(279457, 1080000)
_ANOMALISTIC_YEAR = Fraction(1577917828000, 4320000000 - 387)
_CREATION = _EPOCH - 1955880000 * _SIDEREAL_YEAR
_SINES = (
    *(0, 225, 449, 671, 890, 1105, 1315, 1520, 1719, 1910, 2093, 2267, 2431),
    *(2585, 2728, 2859, 2978, 3084, 3177, 3256, 3321, 3372, 3409, 3431, 3438),
)
_RADIUS = 3438
_STEP = Fraction(15, 4)  # degrees between two entries of the table
_EPICYCLE = Fraction(14, 360)
_SHRINKING = Fraction(1, 42)
# Kolkata (88 degrees 22 minutes) is east of Ujjain (75 degrees 46 minutes 6 seconds), so its midnight comes earlier.
_MIDNIGHT = -(Fraction(88 * 60 + 22, 60) - Fraction(75 * 3600 + 46 * 60 + 6, 3600)) / 360


def sankranti_day(year: int, month: int) -> int:
    """Return the civil day, midnight to midnight in Kolkata, in which the sun enters the sign that begins the month."""
    moment = _EPOCH + (year + 3694 + Fraction(month - 1, 12)) * _SIDEREAL_YEAR  # the mean sun
    moment -= _beyond(moment, month) * _SIDEREAL_YEAR / 360
    day = math.floor(moment - _MIDNIGHT)
    while _beyond(day + 1 + _MIDNIGHT, month) <= 0:
        day += 1
    while _beyond(day + _MIDNIGHT, month) > 0:
        day -= 1
    return day


def _beyond(moment: Fraction, month: int) -> Fraction:
    """Return how many degrees the true sun is beyond the beginning of the sign of the month."""
    mean = (moment - _CREATION) / _SIDEREAL_YEAR % 1 * 360
    offset = _sine((moment - _CREATION) / _ANOMALISTIC_YEAR % 1 * 360)
    equation = _arcsine(offset * (_EPICYCLE - abs(offset) * _EPICYCLE * _SHRINKING))
    return (mean - equation - 30 * (month - 1) + 180) % 360 - 180


def _sine(degrees: Fraction) -> Fraction:
    step, rest = divmod(degrees / _STEP, 1)
    return (_entry(step) * (1 - rest) + _entry(step + 1) * rest) / _RADIUS


def _entry(step: int) -> int:
    step %= 96
    if step > 48:
        return -_entry(step - 48)
    return _SINES[min(step, 48 - step)]


def _arcsine(ratio: Fraction) -> Fraction:
    if ratio < 0:
        return -_arcsine(-ratio)
    height = ratio * _RADIUS
    step = next(i for i in range(1, len(_SINES)) if _SINES[i] >= height)
    below = _SINES[step - 1]
    return _STEP * (step - 1 + (height - below) / (_SINES[step] - below))
