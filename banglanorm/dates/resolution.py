"""The value of an expression of time, once it is known when it was said.

With a reference, relative and incomplete dates are completed as news uses them; without one they stay what they are.

>>> resolve(Point(month=8, day=15), None, "bd").iso
'XXXX-08-15'
>>> resolve(Point(month=8, day=15, direction=-1), datetime(2024, 1, 2), "bd").iso
'2023-08-15'
"""

from dataclasses import replace
from datetime import datetime

from banglanorm.dates.expressions import Expression, FiscalYear, Part, Period, Several, Window
from banglanorm.dates.lengths import Length
from banglanorm.dates.moments import point_value, unresolved
from banglanorm.dates.periods import fiscal_year_value, part_value, period_value, several_value, window_value
from banglanorm.dates.points import Point, Reference, UnresolvedError
from banglanorm.dates.region import Region
from banglanorm.dates.temporal import Temporal
from banglanorm.errors import DateParseError


def resolve(expression: Expression, reference: Reference, region: Region) -> Temporal:
    """Return the value of an expression said at ``reference`` in ``region``.

    Raises:
        DateParseError: it names a day that does not exist.

    >>> resolve(Point(days=-1), datetime(2024, 1, 2, 13, 53), "bd").iso
    '2024-01-01'
    """
    if isinstance(expression, Length):
        return Temporal(expression.settled().iso, "duration", expression.precision)
    zone = reference.tzinfo if isinstance(reference, datetime) else None
    value = _settled(expression, reference, region)
    return replace(value, timezone=zone) if zone else value


def _settled(
    expression: Point | Period | Several | Window | FiscalYear | Part, reference: Reference, region: Region
) -> Temporal:
    try:
        match expression:
            case Point():
                return point_value(expression, reference, region)
            case Period():
                return period_value(expression, reference, region)
            case Several():
                return several_value(expression, reference, region)
            case Window():
                return window_value(expression, reference)
            case FiscalYear():
                return fiscal_year_value(expression, reference, region)
            case Part():
                return part_value(expression, reference, region)
    except UnresolvedError:
        return unresolved(expression, region)
    except (ValueError, OverflowError) as error:  # no such day, or none that Python can hold
        raise DateParseError(str(error)) from None
