"""Clock times and lengths of time: their patterns over tokens and the readers that turn tokens into values.

The part of the day says which half of the clock is meant (রাত ৮টা is 20:00, রাত ২টা is 02:00): an hour is the first one
of that name after the part begins, ``data/dates/words.tsv`` says when, as measured on news.

>>> from banglanorm.dates.words import lexer
>>> tokens = [token for token in lexer().tokens("বিকেল পৌনে পাঁচটা") if token.type != "BLANK"]
>>> read_clock(tokens).iso
'T16:45'
"""

from collections.abc import Sequence
from fractions import Fraction

from banglanorm.dates.lengths import Amount, Length, Precision
from banglanorm.dates.temporal import Clock
from banglanorm.dates.words import UNITS, Dotted, Number, Word, base_type
from banglanorm.lexer import Token

# --- patterns -------------------------------------------------------------------------------------------------------

_PARTS_OF_HOUR = "(?:HALF|QUARTER|LESS_QUARTER)"
_TOLD = f"(?:{_PARTS_OF_HOUR}? HOUR_NUMBER|ONE_HALF|TWO_HALF)"
_MINUTES = "(?:MINUTE_NUMBER MINUTE_UNIT (?:MINUTE_NUMBER SECOND_UNIT)?|MINUTE_AT|DAY_WORD(?!BLANK*+MONTH))"
_TOLD_CLOCK = f"{_TOLD} OCLOCK (?:{_MINUTES})?"  # সাড়ে ৯টা, দেড়টায়, ৩টা ২০ মিনিটে, এগারোটা চল্লিশে
# বিকাল ৪টা ১৫ ও সন্ধ্যা ৭টা: without মিনিট, the number must be the last word of its phrase.
_LISTED_MINUTES = "MINUTE_DIGITS(?=BLANK*+(?:AND|FROM|UNTIL|COMMA|DASH|DOT|CLOSE|OTHER|$))"
DAY_PART = "(?:DEEP)? (?:NIGHT_AFTER)? DAY_PART"  # গভীর রাত, দিবাগত রাত
COLON_CLOCK = "HOUR_DIGITS~COLON MINUTE_DIGITS(?:~COLON~MINUTE_DIGITS)? (?:HALF_DAY|OCLOCK|MINUTE_UNIT)?"
_DOT_CLOCK = "DOTTED_TIME (?:OCLOCK|MINUTE_UNIT|HALF_DAY)"
_HALF_DAY_CLOCK = (
    f"(?:(?:HOUR_DIGITS~COLON MINUTE_DIGITS|DOTTED_TIME|HOUR_DIGITS|{_TOLD_CLOCK}) HALF_DAY"
    f"|HALF_DAY (?:{COLON_CLOCK}|{_TOLD_CLOCK}))"
)

# Times that are certain in running text: the part of the day or of the clock says so.
CLOCK = (
    f"(?:{DAY_PART} (?:{_TOLD} OCLOCK_BARE {_LISTED_MINUTES}|{_TOLD_CLOCK}|{COLON_CLOCK}|{_DOT_CLOCK}|DOTTED_TIME)"
    f"|(?:NIGHT_AFTER)? MIDNIGHT|{_HALF_DAY_CLOCK}|{_DOT_CLOCK})"
)
# Times without a part of the day: certain if the hour is in the locative (৫টায়), has minutes, or "around" after it.
SURE_CLOCK = (
    f"(?:{_TOLD} OCLOCK_AT|{_TOLD} OCLOCK {_MINUTES}|{_TOLD} (?:OCLOCK_BARE|OCLOCK_OF)(?=BLANK*+AROUND)"
    f"|{_TOLD} OCLOCK_OF(?=BLANK*+(?:AFTER_DATE|AFTER|AGO))"  # ৮টার সময়, ৮টার আগে
    "|HOUR_DIGITS~COLON~MINUTE_DIGITS (?:OCLOCK|MINUTE_UNIT))"
)
# Only certain where nothing else is in the text: সাতটা may be seven of anything, ১২:১০ a verse.
BARE_CLOCK = f"(?:{_TOLD_CLOCK}|{COLON_CLOCK}|{DAY_PART} {_TOLD} OCLOCK MINUTE_NUMBER)"

# The decade as a unit takes small numbers only: ৯০ দশক is the nineties.
AMOUNT = (
    f"(?:{_PARTS_OF_HOUR}? COUNT (?:HUNDRED|THOUSAND)? UNIT"
    "|(?:ONE_HALF|TWO_HALF) (?:HUNDRED|THOUSAND)? (?:UNIT|DECADE)|(?:D12|W12_BARE) DECADE"
    "|(?:HALF_UNIT|QUARTER|LESS_QUARTER) UNIT)"
)

# --- readers --------------------------------------------------------------------------------------------------------

_SHIFTS = {"HALF": 30, "QUARTER": 15, "LESS_QUARTER": -15}
_WHOLE_TIMES = {"ONE_HALF": 90, "TWO_HALF": 150}
_SHARES = {"HALF": Fraction(1, 2), "QUARTER": Fraction(1, 4), "LESS_QUARTER": Fraction(-1, 4)}
_WHOLE_AMOUNTS = {"ONE_HALF": Fraction(3, 2), "TWO_HALF": Fraction(5, 2), "HALF_UNIT": Fraction(1, 2)}
_HALF_A_DAY = 12 * 60
_NIGHT = 18  # the hour at which রাত begins


def read_clock(tokens: Sequence[Token]) -> Clock | None:
    """Return the time that the tokens of one clock time tell, or ``None`` if there is no such time."""
    numbers: list[int] = []
    begins: int | None = None  # the hour at which the part of the day begins
    minutes = 0
    told = after = False
    for token in tokens:
        kind = base_type(token.type)
        value = token.value
        match value:
            case Number():
                numbers.append(int(value.value))
            case Dotted(parts=parts):
                numbers += parts
            case Word() if kind in ("DAY_PART", "HALF_DAY"):
                begins = int(value.value)
            case Word() if kind == "DAY_WORD":  # ছ'টা তিরিশে: the minutes look like a day of the month
                numbers.append(value.value)
        if kind == "MIDNIGHT":
            begins, minutes = _NIGHT, _HALF_A_DAY
        told = told or kind == "OCLOCK"
        after = after or kind == "NIGHT_AFTER"
        minutes += _SHIFTS.get(kind, 0) + _WHOLE_TIMES.get(kind, 0)
    hour, minute, second = (*numbers, 0, 0, 0)[:3]
    minutes += hour * 60 + minute
    if hour > 24 or minute > 59 or second > 59 or (begins is None and minutes < 0):
        return None
    precise: Precision = "second" if len(numbers) > 2 else "minute" if len(numbers) > 1 or minutes % 60 else "hour"
    return _settle(minutes, second, begins, precise, told=told, after=after)


def _settle(minutes: int, second: int, begins: int | None, precision: Precision, *, told: bool, after: bool) -> Clock:
    """Choose the half of the day."""
    half_known = begins is not None or minutes >= _HALF_A_DAY + 60 or minutes < 60 or not told
    night = begins == _NIGHT
    if begins is not None and minutes < _HALF_A_DAY + 60:
        minutes = begins * 60 + (minutes - begins * 60) % _HALF_A_DAY
    minutes %= 2 * _HALF_A_DAY
    early = minutes < 6 * 60
    which = "after" if after and early else "maybe" if night and early else ""
    return Clock(minutes // 60, minutes % 60, second, precision, half_known, which)  # type: ignore[arg-type]


def read_length(tokens: Sequence[Token]) -> Length | None:
    """Return the length of time that the tokens name, unit by unit, or ``None`` if it is no number of units."""
    amounts: dict[str, Amount] = {}
    count: Amount | None = None
    share: Amount = 0  # সাড়ে adds a half to the number after it, পৌনে takes a quarter off
    for token in tokens:
        kind, value = base_type(token.type), token.value
        if kind == "DECADE":
            kind, count = "YEAR_UNIT", (count or 1) * 10
        if kind in UNITS:
            unit = kind.removesuffix("_UNIT").lower() + "s"
            if unit in amounts:
                return None
            amounts[unit] = (1 if count is None else count) + share  # সোয়া ঘণ্টা is one and a quarter
            count, share = None, 0
        elif isinstance(value, Number):
            count = value.value
        elif isinstance(value, Dotted):
            count = Fraction(f"{value.parts[0]}.{value.parts[1]:02}")
        elif kind in ("HUNDRED", "THOUSAND") and count is not None:
            count, share = (count + share) * value.value, 0
        else:
            share += _SHARES.get(kind, 0)
            count = _WHOLE_AMOUNTS.get(kind, count)
    length = Length(**amounts)
    return length if length != Length() else None
