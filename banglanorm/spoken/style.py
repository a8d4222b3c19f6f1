"""How a speaker says numbers: the options of spoken form, and the words that they choose."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, get_args

from banglanorm.dates.region import Region
from banglanorm.endings import unstressed
from banglanorm.errors import ConfigError
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.spelling import number_to_words
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import ASCII_DIGITS, CONSONANTS, E_KAR, NUKTA, VOWEL_SIGNS
from banglanorm.tables import read_table

HOUR = "টা"  # after the number of an hour

Years = Literal["hundreds", "thousands"]
DayNames = Literal["ordinal", "cardinal"]
Clock = Literal["quarters", "digits"]
DigitNames = Literal["bengali", "english"]
Manner = Literal["bd", "in"]

_CHOICES: dict[str, tuple[str, ...]] = {
    "region": get_args(Region),
    "years": get_args(Years),
    "dates": get_args(DayNames),
    "clock": get_args(Clock),
    "phones": get_args(DigitNames),
    "style": get_args(Manner),
}


@dataclass(frozen=True, slots=True)
class Style:
    """The options of :func:`banglanorm.verbalize`, checked.

    Raises:
        ConfigError: a value does not exist.
    """

    region: Region = "bd"
    years: Years = "hundreds"
    dates: DayNames = "ordinal"
    clock: Clock = "quarters"
    phones: DigitNames = "bengali"
    doubles: bool = False
    abbreviations: bool = True
    acronyms: bool = True
    style: Manner = "bd"

    def __post_init__(self) -> None:
        for option, choices in _CHOICES.items():
            value = getattr(self, option)
            if value not in choices:
                wanted = ", ".join(map(repr, choices))
                raise ConfigError(f"{option}: expected one of {wanted}, got {value!r}")

    # --- numbers ------------------------------------------------------------------------------------------------------

    def cardinal(self, digits: str) -> str:
        """Say digits of either script with their commas and point as one number.

        >>> Style().cardinal("১,২৫০.০৫")
        'এক হাজার দুইশো পঞ্চাশ দশমিক শূন্য পাঁচ'
        """
        plain = to_ascii_digits(digits).replace(",", "")
        number = Decimal(plain) if "." in plain else int(plain)
        return number_to_words(number, style=_WORDS[self.style])

    def year(self, digits: str) -> str:
        """Say a year: 1100 to 1999 in hundreds, where the option says so.

        >>> Style().year("1971"), Style().year("২০২৩")
        ('উনিশশো একাত্তর', 'দুই হাজার তেইশ')
        """
        style = _WORDS[self.style] + (" year" if self.years == "hundreds" else "")
        return number_to_words(int(to_ascii_digits(digits)), style=style.replace("standard ", ""))

    def digits(self, digits: str) -> str:
        """Say digits one by one; what stands between them is passed over.

        >>> Style(phones="english", doubles=True).digits("০১১১-৭৭")
        'জিরো ট্রিপল ওয়ান ডাবল সেভেন'
        """
        names = english_digits() if self.phones == "english" else _bengali_digits()
        values = [int(char) for char in to_ascii_digits(digits) if char in ASCII_DIGITS]
        spoken: list[str] = []
        at = 0
        while at < len(values):
            run = next((n for n in (3, 2) if self.doubles and values[at : at + n] == [values[at]] * n), 1)
            spoken.append(f"{_REPEATED[run]}{names[values[at]]}")
            at += run
        return " ".join(spoken)

    def day(self, number: int) -> str:
        """Say a day of the month before the name of the month.

        >>> Style().day(1), Style().day(17), Style().day(21), Style(dates="cardinal").day(17)
        ('পয়লা', 'সতেরোই', 'একুশে', 'সতেরো')
        """
        return _day_names()[number] if self.dates == "ordinal" else self.cardinal(str(number))

    def time(self, hour: int, minute: int) -> str:
        """Say a time of the twelve-hour clock, quarters by name where the option says so.

        >>> Style().time(2, 30), Style().time(5, 45), Style().time(9, 0), Style().time(7, 19)
        ('আড়াইটা', 'পৌনে ছয়টা', 'নয়টা', 'সাতটা উনিশ মিনিট')
        """
        hour = (hour - 1) % 12 + 1
        if minute == 0:
            return self.cardinal(str(hour)) + HOUR
        if self.clock == "quarters" and minute in (15, 30, 45):
            return _quarter(hour, minute, self) + HOUR
        return f"{self.cardinal(str(hour))}{HOUR} {self.cardinal(str(minute))} মিনিট"


def _quarter(hour: int, minute: int, style: Style) -> str:
    if minute == 30 and hour in _HALVES:
        return _HALVES[hour]
    if minute == 45:
        return f"পৌনে {style.cardinal(str(hour % 12 + 1))}"
    return f"{'সাড়ে' if minute == 30 else 'সোয়া'} {style.cardinal(str(hour))}"


_WORDS = {"bd": "standard", "in": "লক্ষ কুড়ি"}
_HALVES = {1: "দেড়", 2: "আড়াই"}
_REPEATED = {1: "", 2: "ডাবল ", 3: "ট্রিপল "}


@cache
def english_digits() -> tuple[str, ...]:
    """Return the English names of the digits in Bengali letters.

    >>> english_digits()[7]
    'সেভেন'
    """
    return tuple(row["name"] for row in read_table("spoken/english_digits"))


@cache
def _bengali_digits() -> tuple[str, ...]:
    return tuple(number_to_words(n) for n in range(10))


@cache
def _day_names() -> dict[int, str]:
    """Return the days of the month: own words up to four, then with -ই, from nineteen on with -এ."""
    named = {
        int(row["value"]): row["word"]
        for row in read_table("numbers/words")
        if row["type"] == "DATE_ORDINAL" and row["tier"] == "standard"
    }
    for day in range(5, 33):
        named[day] = number_to_words(day) + ("ই" if day < 19 else E_KAR)
    return named


def joined(words: str, ending: str) -> str:
    """Write an ending of digits onto the last of ``words``: ২০২৩-এর is তেইশের, ৯টায় নয়টায়, ৫০০র পাঁচশোর.

    >>> joined("তেইশ", "-এর"), joined("পাঁচশো", "র"), joined("দুই", "এর"), joined("আশি", "-তে"), joined("বারো", "টি")
    ('তেইশের', 'পাঁচশোর', 'দুইয়ের', 'আশিতে', 'বারোটি')
    >>> joined("বাহান্ন", "-এর"), joined("দুই", "টো")
    ('বাহান্নর', 'দুটো')
    """
    bare = ending.lstrip(_JOINS)
    if not bare:
        return words
    last, form = _last_sound(words), nfc(bare)
    for row in read_table("spoken/endings"):
        if form.startswith(row["ending"]) and (row["after"] == last or words.endswith(row["after"])):
            rest = form.removeprefix(row["ending"])
            if not (row["whole"] and unstressed(rest)):
                return words.removesuffix(row["drops"]) + row["said"] + rest
    return words + bare


def _last_sound(words: str) -> str:
    if words[-1] in VOWEL_SIGNS or words.endswith(_SPOKEN_OPEN):
        return "sign"
    return "consonant" if words[-1] in CONSONANTS or words[-1] == NUKTA else "letter"


_SPOKEN_OPEN = "ন্ন"  # বাহান্ন, চুয়ান্ন … end in a vowel that is not written
_JOINS = "-'’‘ʼ\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}"
