"""Values in words: an amount of money for a cheque, a date, a time of the day."""

import re
from datetime import date, time
from decimal import Decimal

from banglanorm.dates.calendars import BanglaDate
from banglanorm.dates.region import Region, month_name
from banglanorm.errors import BanglanormError, ConfigError
from banglanorm.numbers.spelling import number_to_words
from banglanorm.spoken.reading import words_of
from banglanorm.spoken.style import Clock, DayNames, Style, Years
from banglanorm.tables import read_table


def money_to_words(
    amount: int | Decimal, /, *, currency: str = "BDT", only: bool = True, style: str = "standard"
) -> str:
    """Return an amount as it stands on a cheque: … টাকা … পয়সা মাত্র.

    ``amount`` has at most two decimals and is not negative; ``currency`` is a code of ISO 4217 that the table of
    currencies holds; ``only`` adds মাত্র; ``style`` is that of :func:`banglanorm.number_to_words`.

    Raises:
        TypeError: ``amount`` is neither ``int`` nor ``Decimal``; a ``float`` has no exact value.
        BanglanormError: ``amount`` is negative, not finite, or has more than two decimals.
        ConfigError: the currency is not in the table, or the style does not exist.

    >>> from decimal import Decimal
    >>> from banglanorm import money_to_words
    >>> money_to_words(Decimal("1250.50")), money_to_words(500, only=False)
    ('এক হাজার দুইশো পঞ্চাশ টাকা পঞ্চাশ পয়সা মাত্র', 'পাঁচশো টাকা')
    """
    if isinstance(amount, bool) or not isinstance(amount, (int, Decimal)):
        hint = ": use Decimal(str(value)), a float has no exact decimal value" if isinstance(amount, float) else ""
        raise TypeError(f"expected int or Decimal, got {type(amount).__name__}{hint}")
    unit, hundredth = _currency(currency)
    whole, hundredths = _parts(amount)
    parts = [f"{number_to_words(whole, style=style)} {unit}"] if whole or not hundredths else []
    if hundredths:
        parts.append(f"{number_to_words(hundredths, style=style)} {hundredth}")
    return " ".join([*parts, "মাত্র"] if only else parts)


def _currency(code: str) -> tuple[str, str]:
    rows = {row["sign"]: (row["unit"], row["hundredth"]) for row in read_table("spoken/currencies")}
    codes = sorted(sign for sign in rows if re.fullmatch("[A-Za-z]{3}", sign))
    if code not in codes:
        raise ConfigError(f"currency: expected one of {', '.join(map(repr, codes))}, got {code!r}")
    return rows[code]


def _parts(amount: int | Decimal) -> tuple[int, int]:
    """Split an amount into its whole units and hundredths, exactly and whatever the decimal context."""
    sign, digits, exponent = Decimal(amount).as_tuple() if isinstance(amount, int) else amount.as_tuple()
    if not isinstance(exponent, int):
        raise BanglanormError(f"{amount} is no amount of money")
    text = "".join(map(str, digits)) + "0" * max(0, exponent)
    decimals = max(0, -exponent)
    whole, part = text[: len(text) - decimals] or "0", text.zfill(decimals)[len(text.zfill(decimals)) - decimals :]
    if sign and text.strip("0"):
        raise BanglanormError(f"expected an amount that is not negative, got {amount}")
    if part[2:].strip("0"):
        raise BanglanormError(f"expected at most two decimals, got {amount}")
    return int(whole), int(part[:2].ljust(2, "0"))


def say_date(
    day: date | BanglaDate, /, *, region: Region = "bd", dates: DayNames = "ordinal", years: Years = "hundreds"
) -> str:
    """Return a date in words, as :func:`banglanorm.verbalize` says it.

    Raises:
        TypeError: ``day`` is neither a ``date`` nor a ``BanglaDate``.
        ConfigError: an option has a value that does not exist.

    >>> from datetime import date
    >>> from banglanorm import say_date
    >>> say_date(date(1971, 12, 16))
    'ষোলোই ডিসেম্বর উনিশশো একাত্তর'
    """
    if not isinstance(day, (date, BanglaDate)):
        raise TypeError(f"expected date or BanglaDate, got {type(day).__name__}")
    style = Style(region=region, dates=dates, years=years)
    name = month_name("bangla" if isinstance(day, BanglaDate) else "gregorian", day.month, region)
    return f"{style.day(day.day)} {name} {style.year(str(day.year))}"


def say_time(moment: time, /, *, clock: Clock = "quarters", region: Region = "bd") -> str:
    """Return a time of the day in words, with the part of the day; seconds are left out.

    Raises:
        TypeError: ``moment`` is no ``time``.
        ConfigError: an option has a value that does not exist.

    >>> from datetime import time
    >>> from banglanorm import say_time
    >>> say_time(time(13, 30)), say_time(time(9, 20))
    ('দুপুর দেড়টা', 'সকাল নয়টা বিশ মিনিট')
    """
    if not isinstance(moment, time):
        raise TypeError(f"expected time, got {type(moment).__name__}")
    style = Style(region=region, clock=clock)
    return f"{words_of('hours')[str(moment.hour)]} {style.time(moment.hour or 12, moment.minute)}"
