"""Clock times and lengths of time: their patterns over tokens and the readers that turn tokens into values.

The part of the day says which half of the clock is meant (রাত ৮টা is 20:00, রাত ২টা is 02:00): an hour is the first one
of that name after the part begins, ``data/dates/words.tsv`` says when, as measured on news.

>>> from banglanorm.dates.lexer import lexer
>>> tokens = [token for token in lexer().tokens("বিকেল পৌনে পাঁচটা") if token.type != "BLANK"]
>>> read_clock(tokens).iso
'T16:45'
"""

from collections.abc import Sequence
from fractions import Fraction

from banglanorm.dates.lengths import Amount, Length, Precision
from banglanorm.dates.temporal import Clock
from banglanorm.dates.tokens import UNITS, Dotted, Number, Word, base_type
from banglanorm.errors import NumberParseError
from banglanorm.lexer import Token
from banglanorm.numbers.parsing import parse_number

# --- patterns -------------------------------------------------------------------------------------------------------

_PARTS_OF_HOUR = "(?:HALF|QUARTER|LESS_QUARTER)"
_TOLD = f"(?:{_PARTS_OF_HOUR}? HOUR_NUMBER|ONE_HALF|TWO_HALF)"
_MINUTE = "(?:MINUTE_UNIT|MINUTE_SHORT (?:DOT)?)"  # মিনিট, মিঃ, মি.
_MINUTES = (
    f"(?:MINUTE_NUMBER {_MINUTE} (?:MINUTE_NUMBER SECOND_UNIT)?|MINUTE_AT"
    "|MINUTE_DIGITS~(?:ENDING_AT|ENDING_OF)(?!BLANK*+DECADE)|DAY_WORD(?!BLANK*+MONTH))"
)
_TOLD_CLOCK = f"{_TOLD} OCLOCK(?: {_MINUTES})?"  # সাড়ে ৯টা, দেড়টায়, ৩টা ২০ মিনিটে, এগারোটা চল্লিশে
# বিকাল ৪টা ১৫ ও সন্ধ্যা ৭টা: without মিনিট, the number must be the last word of its phrase.
_END_OF_PHRASE = "AND|FROM|UNTIL|AROUND|GENITIVE_PRONOUN|THIS|COMMA|DASH|DOT|OPEN|CLOSE|BAR|OTHER|$"
_LISTED_MINUTES = f"MINUTE_DIGITS(?=BLANK*+(?:{_END_OF_PHRASE}))"
DAY_PART = "(?:DEEP)? (?:NIGHT_AFTER)? DAY_PART"  # গভীর রাত, দিবাগত রাত
_HALF_DAY = "(?:HALF_DAY|(?:HALF_LETTER|THIS) (?:DOT)? HALF_MARK(?:~DOT)?)(?:~DASH~OCLOCK)?"  # পিএম, পি এম, p.m., PM-টায়
# দুপুর একটা থেকে, পৌনে একটা বাজে: before a noun, and without what makes it an hour, একটা is "a".
_NO_NOUN = "(?=BLANK*+(?:STRIKES|FROM|UNTIL|AROUND|DASH|AND|OR|COMMA|DANDA|OPEN|CLOSE|$))"
_QUARTER = "(?:QUARTER|LESS_QUARTER)"
_ONE_OCLOCK = f"(?:DAY_PART_BARE {_QUARTER}?|{_QUARTER}) ONE_OCLOCK(?: {_MINUTES}|{_NO_NOUN})"
# ১০:২৪ রাত, ৩:২৪ (বিকাল); in ১০:২৪ রাত ৮টা the night belongs to what follows.
_HALF_AFTER = f"(?:{_HALF_DAY}|DAY_PART(?!BLANK*+(?:{_PARTS_OF_HOUR}|HOUR_NUMBER|DOTTED_TIME))|OPEN DAY_PART CLOSE)"
_COLON_TIME = "HOUR_DIGITS~COLON MINUTE_DIGITS(?:~COLON~MINUTE_DIGITS)?"
COLON_CLOCK = f"{_COLON_TIME} (?:{_HALF_AFTER}|OCLOCK|{_MINUTE})?"
ISO_CLOCK = f"{_COLON_TIME}(?:~ISO_ZONE|(?:~PLUS|~DASH|~MINUS)~HOUR_DIGITS~COLON~MINUTE_DIGITS)?"
_DOT_CLOCK = f"DOTTED_TIME (?:OCLOCK|{_MINUTE}|{_HALF_DAY})"
# সকাল ৯-৩০, সকাল ৯-১০ মিনিটে
_DASH_CLOCK = f"HOUR_DIGITS~DASH~(?:MINUTES_ONLY(?!DASH)(?: OCLOCK)?(?: {_MINUTE})?|MINUTE_DIGITS {_MINUTE})"
_HALF_DAY_CLOCK = (
    f"(?:(?:{_COLON_TIME}|DOTTED_TIME|HOUR_DIGITS|{_TOLD_CLOCK}) {_HALF_DAY}|{_COLON_TIME} {_HALF_AFTER}"
    f"|{_TOLD_CLOCK} OPEN DAY_PART CLOSE|HALF_DAY (?:{COLON_CLOCK}|{_TOLD_CLOCK}))"
)

# Times that are certain in running text: the part of the day or of the clock says so.
CLOCK = (
    f"(?:{_ONE_OCLOCK}|{DAY_PART} (?:ABOUT|GUESS|EXACTLY)? (?:{_TOLD} OCLOCK_BARE {_LISTED_MINUTES}|{_TOLD_CLOCK}"
    f"|{COLON_CLOCK}|{_DOT_CLOCK}|DOTTED_TIME|{_DASH_CLOCK})"
    f"|(?:NIGHT_AFTER)? MIDNIGHT|{_HALF_DAY_CLOCK}|{_DOT_CLOCK})"
)
# Times without a part of the day: certain if the hour is in the locative (৫টায়), has minutes, or "around" after it.
SURE_CLOCK = (
    f"(?:(?<!TO_GO~BLANK){_TOLD} OCLOCK_AT|{_TOLD} OCLOCK {_MINUTES}|{_TOLD} (?:OCLOCK_BARE|OCLOCK_OF)(?=BLANK*+AROUND)"
    f"|{_TOLD} OCLOCK_OF(?=BLANK*+(?:AFTER_DATE|AFTER|AGO))"  # ৮টার সময়, ৮টার আগে
    f"|EXACTLY {_TOLD_CLOCK}|{_TOLD} OCLOCK_BARE(?=BLANK*+STRIKES)"  # ঠিক ১২টা, আটটা বাজে
    f"|HOUR_DIGITS~COLON~MINUTE_DIGITS (?:OCLOCK|{_MINUTE}))"
)
HOURS = f"{DAY_PART}(?<=DAY_PART_BARE) {_TOLD} (?:DASH|FROM) {_TOLD} OCLOCK"  # রাত ৮-১০টা, সকাল ১০ থেকে ১১টার মধ্যে
# আটটা বেজে দশ মিনিট, আটটা বাজতে দশ মিনিট বাকি
STRUCK = (
    f"(?:{DAY_PART})? (?:{_TOLD} OCLOCK_BARE|ONE_OCLOCK) (?:STRUCK|ABOUT_TO_STRIKE) MINUTE_NUMBER {_MINUTE} (?:TO_GO)?"
)
# Only certain where nothing else is in the text: সাতটা may be seven of anything, ১২:১০ a verse.
BARE_CLOCK = (
    f"(?:{_TOLD} OCLOCK_BARE {_LISTED_MINUTES}|{_TOLD_CLOCK}"
    f"|{DAY_PART} {_TOLD} OCLOCK_BARE MINUTE_NUMBER(?!BLANK*+(?:MONTH|WORD)))"
)

# সাড়ে তিনশো, দেড় হাজার, দুই হাজার পাঁচশো, ২ লাখ
_TIMES = "(?:MULTIPLIER (?:COUNT (?:MULTIPLIER (?:COUNT)?)?)?|WORD_BELOW_100)?"
_MANY = f"(?:{_PARTS_OF_HOUR}? COUNT|ONE_HALF|TWO_HALF) {_TIMES}"
# As laws write a number: ৩ (তিন) মাস, দুই (২) বছর.
SAID_TWICE = f"COUNT {_TIMES} OPEN COUNT {_TIMES} CLOSE (?:UNIT|WORKDAY_UNIT)"
# The decade as a unit takes small numbers only: ৯০ দশক is the nineties.
AMOUNT = f"(?:{_MANY} UNIT|(?:ONE_HALF|TWO_HALF|D12|W12_BARE) DECADE|(?:HALF_UNIT|QUARTER|LESS_QUARTER) UNIT)"

# --- readers --------------------------------------------------------------------------------------------------------

_SHIFTS = {"HALF": 30, "QUARTER": 15, "LESS_QUARTER": -15}
_WHOLE_TIMES = {"ONE_HALF": 90, "TWO_HALF": 150}
# What has no number beside it: আধা ঘণ্টা, সোয়া ঘণ্টা is one and a quarter.
_LONE_SHARES = {"HALF_UNIT": Fraction(1, 2), "QUARTER": Fraction(5, 4), "LESS_QUARTER": Fraction(3, 4)}
_HALF_A_DAY = 12 * 60
_NIGHT = 18  # the hour at which রাত begins
_LONGEST_PART = 10 * 60  # minutes after its beginning when a part of the day is surely over; the night is longer


def read_clock(tokens: Sequence[Token]) -> Clock | None:
    """Return the time that the tokens of one clock time tell, or ``None`` if there is no such time."""
    numbers: list[int] = []
    begins: int | None = None  # the hour at which the part of the day begins
    minutes = 0
    kinds = [base_type(token.type) for token in tokens]
    for token, kind in zip(tokens, kinds, strict=True):
        match token.value:
            case Number(value=value):
                numbers.append(int(value))
            case Dotted(parts=parts):
                numbers += parts
            case Word(value=value) if kind in ("DAY_PART", "HALF_DAY", "HALF_LETTER"):
                begins = value
            case Word(value=value) if kind == "DAY_WORD":  # ছ'টা তিরিশে: the minutes look like a day of the month
                numbers.append(value)
        if kind == "ONE_OCLOCK":
            numbers.append(1)
        elif kind == "THIS":  # এ.এম.
            begins = 0
        elif kind == "MIDNIGHT":
            begins, minutes = _NIGHT, _HALF_A_DAY
        minutes += _SHIFTS.get(kind, 0) + _WHOLE_TIMES.get(kind, 0)
    hour, minute, second = (*numbers, 0, 0, 0)[:3]
    minutes += hour * 60 + (-minute if "ABOUT_TO_STRIKE" in kinds else minute)
    if (hour, minute, second) > (24, 0, 0) or (begins is None and minutes < 0):
        return None
    if begins is None and hour and minutes < 60:
        minutes += _HALF_A_DAY  # পৌনে ১টা is 12:45
    if "DAY_PART" in kinds and begins is not None and _is_over(begins, minutes):
        begins = None  # ভোর ১টা, সকাল ২টা: nobody says so, and either half may be meant
    precise: Precision = "second" if len(numbers) > 2 else "minute" if len(numbers) > 1 or minutes % 60 else "hour"
    told = minutes >= 60 and not {"OCLOCK", "ONE_OCLOCK"}.isdisjoint(kinds)  # ০টা ৩০ is of the whole day
    return _settle(minutes, second, begins, precise, told=told, after=hour == 24 or "NIGHT_AFTER" in kinds)


def _is_over(begins: int, minutes: int) -> bool:
    """Say whether a part of the day is over at a time, in either half."""
    return begins != _NIGHT and (minutes - begins * 60) % _HALF_A_DAY >= _LONGEST_PART


def _settle(minutes: int, second: int, begins: int | None, precision: Precision, *, told: bool, after: bool) -> Clock:
    """Choose the half of the day."""
    half_known = begins is not None or minutes >= _HALF_A_DAY + 60 or not told
    night = begins == _NIGHT
    if begins is not None and minutes < _HALF_A_DAY + 60:
        minutes = begins * 60 + (minutes - begins * 60) % _HALF_A_DAY
    minutes %= 2 * _HALF_A_DAY
    early = minutes < _HALF_A_DAY
    which = "after" if after and early else "maybe" if night and early else ""
    return Clock(minutes // 60, minutes % 60, second, precision, half_known, which)  # type: ignore[arg-type]


def read_length(text: str, tokens: Sequence[Token]) -> Length | None:
    """Return the length of time that the tokens name, unit by unit, or ``None`` if it is no number of units."""
    amounts: dict[str, Amount] = {}
    count: list[Token] = []
    for token in tokens:
        kind = base_type(token.type)
        if kind not in UNITS and kind not in ("DECADE", "WORKDAY_UNIT"):
            count.append(token)
            continue
        amount = _amount(text, count)
        unit = _UNIT_NAMES.get(kind) or kind.removesuffix("_UNIT").lower() + "s"
        if amount is None or unit in amounts:
            return None
        amounts[unit] = amount * 10 if kind == "DECADE" else amount
        count = []
    length = Length(**amounts)
    return length if length != Length() and not count else None


_UNIT_NAMES = {"DECADE": "years", "WORKDAY_UNIT": "days"}


def _amount(text: str, tokens: Sequence[Token]) -> Amount | None:
    """Return the number before a unit; the parser of numbers reads one of several words."""
    if not tokens:
        return None
    first, kinds = tokens[0], [token.type for token in tokens]
    if "OPEN" in kinds:  # ৩ (তিন) মাস
        opening = kinds.index("OPEN")
        amount = _amount(text, tokens[:opening])
        return amount if amount == _amount(text, tokens[opening + 1 : -1]) else None
    if len(tokens) == 1:
        if isinstance(first.value, Number):
            return first.value.value
        kind = base_type(first.type)
        if kind in _LONE_SHARES:
            return _LONE_SHARES[kind]
        if kind in _WHOLE_TIMES and not first.value.ending:  # আড়াই বছর
            return Fraction(_WHOLE_TIMES[kind], 60)
    try:
        value = parse_number(text[first.start : tokens[-1].end])
    except NumberParseError:
        return None
    return value if isinstance(value, int) else Fraction(value)
