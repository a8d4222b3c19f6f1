"""The two regions, and the names that months and weekdays have there."""

from datetime import date
from functools import cache
from typing import Literal, get_args

from banglanorm.errors import require_one_of
from banglanorm.tables import read_table

Region = Literal["bd", "in"]
_REGIONS = get_args(Region)


def require_region(region: str) -> None:
    """Refuse a region other than ``"bd"`` (Bangladesh) and ``"in"`` (India).

    Raises:
        ConfigError: the region does not exist.

    >>> require_region("bd")
    """
    require_one_of("region", region, _REGIONS)


@cache
def _names(kind: str, region: str) -> dict[int, str]:
    """The spellings that are written, by number: those of the region before those of everybody."""
    rows = [row for row in read_table("dates/words") if row["class"] == kind and row["use"] in ("standard", region)]
    rows.sort(key=lambda row: row["use"] == region)
    return {int(row["value"]): row["word"] for row in rows}


def month_name(calendar: Literal["gregorian", "bangla", "hijri"], month: int, region: Region = "bd") -> str:
    """Return the name of the month in the standard spelling of the region.

    >>> month_name("gregorian", 8, "bd"), month_name("gregorian", 8, "in"), month_name("bangla", 1)
    ('আগস্ট', 'অগস্ট', 'বৈশাখ')
    """
    return _names(f"{calendar}_month", region)[month]


def weekday_name(day: date, region: Region = "bd") -> str:
    """Return the name of the weekday as the region writes it.

    >>> weekday_name(date(2023, 9, 17), "bd"), weekday_name(date(2023, 9, 17), "in")
    ('রোববার', 'রবিবার')
    """
    return _names("weekday", region)[day.isoweekday()]
