"""Days with a name that have one place in a calendar: the rows of ``data/dates/fixed_days.tsv``."""

from functools import cache
from typing import Literal, NamedTuple

from banglanorm.dates.region import Region
from banglanorm.tables import read_table

System = Literal["gregorian", "bangla", "hijri", "shaka"]


class Feast(NamedTuple):
    """A day with a name, by its one or two words."""

    first: str
    second: str = ""


def day_of_feast(feast: Feast, region: Region) -> tuple[System, int, int] | None:
    """Return the calendar, the month and the day of a feast: the one of the region, if the regions differ.

    It is ``None`` where several days of the region have the name.

    >>> day_of_feast(Feast("স্বাধীনতা", "দিবস"), "in"), day_of_feast(Feast("পহেলা", "দিবস"), "in")
    (('gregorian', 8, 15), None)
    """
    rows = _fixed_days().get(feast, {})
    return rows[region] if region in rows else next(iter(rows.values()), None)


@cache
def _fixed_days() -> dict[Feast, dict[str, tuple[System, int, int] | None]]:
    days: dict[Feast, dict[str, tuple[System, int, int] | None]] = {}
    for row in read_table("dates/fixed_days"):
        system: System = row["system"]  # type: ignore[assignment]
        for region in ("bd", "in") if row["region"] == "-" else (row["region"],):
            feast = Feast(row["first"], row["second"])
            day = (system, int(row["month"]), int(row["day"])) if row["month"] != "-" else None
            days.setdefault(feast, {})[region] = day
    return days
