"""Lengths of time: an exact amount of each unit, and the ISO 8601 duration that says it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Literal

Precision = Literal["century", "decade", "year", "month", "week", "day", "hour", "minute", "second"]
Amount = int | Fraction
_UNITS: tuple[Precision, ...] = ("second", "minute", "hour", "day", "week", "month", "year")


@dataclass(slots=True)
class Length:
    """A length of time: an exact amount of each unit that was named."""

    years: Amount = 0
    months: Amount = 0
    weeks: Amount = 0
    days: Amount = 0
    hours: Amount = 0
    minutes: Amount = 0
    seconds: Amount = 0

    def settled(self) -> "Length":
        """Return the same length with fractions carried to smaller units, as far as their ratio is fixed.

        >>> Length(years=Fraction(5, 2)).settled().iso, Length(hours=Fraction(5, 2)).settled().iso
        ('P2Y6M', 'PT2H30M')
        """
        months = self.months + self.years % 1 * 12
        weeks, days = self.weeks, self.days
        alone = not (self.years or months or days or self.hours or self.minutes or self.seconds)
        if not alone or weeks % 1:  # ISO 8601 has no weeks beside other units
            weeks, days = 0, days + weeks * 7
        hours = self.hours + days % 1 * 24
        minutes = self.minutes + hours % 1 * 60
        seconds = self.seconds + minutes % 1 * 60
        return Length(self.years // 1, months, weeks, days // 1, hours // 1, minutes // 1, seconds)

    @property
    def iso(self) -> str:
        """The ISO 8601 duration: ``P6D``, ``PT2H30M``."""
        days = _amounts((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
        clock = _amounts((self.hours, "H"), (self.minutes, "M"), (self.seconds, "S"))
        return "P" + days + (f"T{clock}" if clock else "") if days or clock else "PT0S"

    @property
    def precision(self) -> Precision | None:
        """The finest unit named."""
        amounts = (self.seconds, self.minutes, self.hours, self.days, self.weeks, self.months, self.years)
        return next((unit for unit, amount in zip(_UNITS, amounts, strict=True) if amount), None)

    def before(self, moment: datetime, sign: int) -> datetime:
        """Return the moment this much before (``sign=-1``) or after (``1``) another; half a month is 15 days.

        >>> Length(months=Fraction(1)).before(datetime(2024, 3, 31), -1)
        datetime.datetime(2024, 2, 29, 0, 0)
        """
        if self.years or self.months:
            from dateutil.relativedelta import relativedelta

            moment += relativedelta(years=sign * int(self.years), months=sign * int(self.months))
        days = self.weeks * 7 + self.days + self.months % 1 * 30
        seconds = ((days * 24 + self.hours) * 60 + self.minutes) * 60 + self.seconds
        return moment + sign * timedelta(seconds=int(seconds))


def _amounts(*parts: tuple[Amount, str]) -> str:
    return "".join(f"{_decimal(amount)}{unit}" for amount, unit in parts if amount)


def _decimal(amount: Amount) -> str:
    """Write a fraction as a decimal number of at most six places, as ISO 8601 allows for the smallest unit."""
    whole, rest = divmod(round(amount * 10**6), 10**6)
    return f"{whole}.{rest:06}".rstrip("0").rstrip(".")
