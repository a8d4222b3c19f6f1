"""The constructions of dates: what each means, the pattern that finds it, the function that reads it, and two examples.

An example is found by its row alone; in the counter-example, which is near it, the row finds nothing. Where the reader
returns ``None``, or is `_nothing`, what matched is used up and is no date.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from banglanorm.dates import compounds as many
from banglanorm.dates import patterns as look
from banglanorm.dates import readers as one
from banglanorm.dates.expressions import Expression
from banglanorm.dates.times import STRUCK
from banglanorm.finder import Construction
from banglanorm.lexer import Token


@dataclass(frozen=True, slots=True)
class Found:
    """What a construction has read, before the reference is known."""

    tokens: Sequence[Token]
    expression: Expression


Reader = Callable[[str, Sequence[Token]], Expression | None]


def _row(name: str, pattern: str, read: Reader, example: str, counterexample: str) -> Construction[Found]:
    def build(text: str, tokens: list[Token]) -> Found | None:
        expression = read(text, tokens)
        return None if expression is None else Found(tokens, expression)

    return Construction(name, pattern, build, example, counterexample)


def _nothing(text: str, tokens: Sequence[Token]) -> None:
    """Use the tokens up."""


@cache
def running_rows() -> tuple[Construction[Found], ...]:
    """What is certain in running text."""
    return (
        _row("weekday that is not one day", look.NOT_ONE_DAY, _nothing, "প্রতি শুক্রবার ছুটি", "গত শুক্রবার ছুটি"),
        _row("job scheme", "D999 DAY_UNIT_OF SCHEME", _nothing, "১০০ দিনের কাজ", "১০০ দিনের হিসাব"),
        _row("weekend", look.WEEKEND, _nothing, "শুক্র ও শনিবার বন্ধ", "শুক্রবার ও শনিবার বন্ধ"),
        _row("person", look.PERSON, _nothing, "থেরেসা মে ২০১৮ সালে", "গত মে ২০১৮ সালে"),
        _row("July 2024", look.JULY_2024, one.read_july_2024, "৩৬ জুলাই", "৩৬ আগস্ট"),
        _row("day", look.ANY_DAY, one.read_point, "গত শনিবার", "গত শনি"),
        _row("day on either side", look.EITHER_DAY, one.read_either_day, "কাল আসব", "আবহমান কাল ধরে"),
        _row("day with a name", look.FIXED_DAY, one.read_point, "চৈত্র সংক্রান্তি", "চৈত্র সেল"),
        _row("eight digits", look.COMPACT, one.read_point, "তারিখ: ২০২৩০৪০১", "কোড: ২০২৩০৪০১"),
        _row("month", f"{look.MONTH} (?:AROUND)?", one.read_point, "২০২৪ সালের মে মাসে", "মেয়ে মানুষ"),
        _row("year", f"{look.YEAR} (?:AROUND)?", one.read_point, "১৯৭১ সালে", "১৯৭১ জন"),
        _row("year without a cue", look.UNCUED_YEAR, one.read_uncued_year, "১৯৭১-এর যুদ্ধ", "২০০০-এর বেশি"),
        _row(
            "short numeric date with its word",
            f"{look.SHORT_NUMERIC}(?=BLANK*+DATE_WORD)",
            one.read_point,
            "২৭-০২-১৫ তারিখে",
            "২৭-০২-১৫ নম্বরে",
        ),
        _row("about", f"ABOUT (?:{look.DAY}|{look.MONTH}|{look.YEAR})", one.read_point, "আনুমানিক ১৯৫৭ সালে", "আনুমানিক ৫৭"),
        _row("week", "SIDE WEEK_UNIT", one.read_point, "গত সপ্তাহে", "এক সপ্তাহে"),
        _row("day and clock", look.DAY_CLOCK, one.read_either_point, "৫ মে ২০২৪ রাত ৮টায়", "৫ মে ২০২৪ আট জন"),
        _row("clock and day", look.CLOCK_DAY, one.read_point, "২১:৪৫, ৩ জুন ২০২৪", "২:১, ৩ জন"),
        _row("moment of ISO 8601", look.ISO_MOMENT, one.read_iso_moment, "2023-09-17T17:57:00+06:00", "2023-09-17"),
        _row("clock", look.SURE, one.read_sure_clock, "রাত ৮টায়", "আটটি"),
        _row("clock that strikes", STRUCK, one.read_sure_clock, "আটটা বাজতে দশ মিনিট বাকি", "আটটা বাজে"),
        _row("period of days", look.DAY_TO_DAY, many.read_period, "৫-৭ মে ২০২৪", "৫-৭ জন"),
        _row("period of full days", look.ANY_DAY_TO_ANY_DAY, many.read_period, "১ মে থেকে ৩ জুন", "১ মে এবং ৩ জুন"),
        _row("period of weekdays", look.WEEKDAY_TO_WEEKDAY, many.read_period, "সোম থেকে শুক্রবার", "সোম ও শুক্রবার"),
        _row("period of months", look.MONTH_TO_MONTH, many.read_period, "জুলাই-আগস্ট ২০২৪", "জুলাই, আগস্ট"),
        _row(
            "period of months of a year",
            look.MONTH_TO_BARE_MONTH,
            many.read_period,
            "২০২৪ সালের জুলাই-আগস্ট",
            "জুলাই-আগস্ট",
        ),
        _row(
            "period of full months",
            look.FULL_MONTH_TO_MONTH,
            many.read_period,
            "২০২৩ সালের জুলাই মাস থেকে ২০২৪ সালের জুন মাস",
            "২০২৩ সালের জুলাই মাস ও জুন",
        ),
        _row("period of years", look.YEAR_TO_YEAR, many.read_period, "২০০৮ থেকে ২০২৩ সাল", "২০০৮ জন থেকে ২০২৩ জন"),
        _row(
            "period from a year on", look.YEAR_TO_DAY, many.read_period, "২০০৯ থেকে ২০২৪ সালের জুন", "২০০৯ ও ২০২৪ সালের জুন"
        ),
        _row(
            "period up to a year", look.YEAR_UNTIL_YEAR, many.read_period, "২০০৯ থেকে ২০২৪ পর্যন্ত", "২০০৯ থেকে ২০২৪ জন"
        ),
        _row("years", look.BARE_YEAR_TO_YEAR, many.read_years, "১৮৬১–১৯৪১", "১৯৪১–১৮৬১"),
        _row("year of a library", look.LIBRARY_YEAR, one.read_years_of_library, "[১৯২৯]", "[১২২৯]"),
        _row("period from a month on", look.MONTH_FROM_MONTH, many.read_period, "জুন থেকে আগস্ট", "জুন ও আগস্ট"),
        _row("season", look.SEASON, many.read_period, "২০২১–২২ মৌসুমে", "২০২১–২২ জন"),
        _row(
            "period by the clock of a day",
            look.CLOCK_OF_DAY_TO_CLOCK,
            many.read_period,
            "৫ মে ২০২৪ সকাল ১০টা থেকে ১২টা",
            "৫ মে ২০২৪ সকাল ১০টা ও ১২টা",
        ),
        _row(
            "period up to a clock time", look.BARE_CLOCK_TO_CLOCK, many.read_period, "৩টা থেকে বিকেল ৫টা", "৩টি থেকে ৫টি"
        ),
        _row("period by the clock", look.CLOCK_TO_CLOCK, many.read_period, "রাত ১০টা থেকে ১২টা", "রাত ১০টা ও ১২টা"),
        _row("set of days", look.DAYS_AND_DAY, many.read_several, "৪, ৫ ও ৮ মার্চ", "৪, ৫ ও ৮ জন"),
        _row("list of days", look.DAYS_LISTED, many.read_several, "১০, ১১, ১২ মে", "১২, ১১, ১০ মে"),
        _row("set of months", look.MONTHS_AND_MONTH, many.read_several, "জানুয়ারি ও মার্চ ২০২৪", "জানুয়ারি, মার্চ ২০২৪"),
        _row(
            "set of months of a year",
            look.MONTHS_OF_YEAR,
            many.read_several,
            "২০২৪ সালের জুলাই ও আগস্ট",
            "২০২৪ সালের জুলাই, আগস্ট",
        ),
        _row("set of years", look.YEARS_AND_YEAR, many.read_several, "২০১৩ ও ২০১৪ সালের", "২০১৩ ও ২০১৪ জন"),
        _row("set of weekdays", look.WEEKDAYS_AND_WEEKDAY, many.read_several, "আগামী সোমবার ও বুধবার", "সোমবার ও বুধবার"),
        _row("ago", look.AGO, many.read_length_ago, "তিন দিন আগে", "মৃত্যুর তিন দিন আগে"),
        _row("later", look.LATER, many.read_length_after, "তিন দিন পর পরীক্ষা হবে", "তিন দিন পর মারা যান"),
        _row("about so long ago", look.ROUGH_LENGTH, many.read_rough_length, "দিন দশেক আগে", "দিন দশেক ছিল"),
        _row("length up to now", look.WINDOW, many.read_window, "গত তিন দিনে", "গত তিন জনে"),
        _row("length", look.RUNNING_LENGTH, many.read_duration, "তিন মাস ধরে", "তিন মামা ধরে"),
        _row("length without an ending", look.PLAIN_LENGTH, many.read_plain_duration, "১০ দিন", "এক দিন"),
        _row("working days", look.WORKDAYS, many.read_duration, "৩ কর্মদিবস", "কর্মদিবস"),
        _row("length that is not exact", look.VAGUE_LENGTH, _nothing, "ছয়-সাত দিনের", "ছয় দিনের"),
        _row("fiscal year", look.FISCAL_YEAR, many.read_fiscal_year, "২০২৩-২৪ অর্থবছর", "২০২৩-২৫ অর্থবছর"),
        _row("quarter", look.QUARTER, many.read_quarter, "২০২৪ সালের প্রথম প্রান্তিকে", "২০২৪ সালের প্রান্তিকে"),
        _row("week of a month", look.WEEK_OF_MONTH, many.read_week_of_month, "মে মাসের প্রথম সপ্তাহে", "প্রথম সপ্তাহে"),
        _row(
            "beginning or end of a month",
            look.PART_OF_MONTH,
            many.read_part_of_month,
            "চলতি মাসের শেষে",
            "চলতি মাসের শেষ দিকে",
        ),
        _row("century", look.CENTURY, many.read_century, "ঊনবিংশ শতাব্দী", "চোদ্দ শতক"),
        _row("decade", look.DECADE, many.read_decade, "নব্বইয়ের দশক", "বিশ দশক"),
    )


@cache
def whole_rows() -> tuple[Construction[Found], ...]:
    """What is certain only where nothing else is in the text."""
    return (
        _row("weekday in short", "WEEKDAY_SHORT", one.read_point, "শনি", "শনির দশা"),
        _row("clock, about", look.CLOCK_ABOUT, one.read_either_point, "সাতটা", "সাতটি"),
        _row("bare month", "MONTH|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND", one.read_point, "আগস্ট", "আগস্টিন"),
        _row("bare year", "YEAR_NUMBER", one.read_point, "২০২৪", "২৪"),
        _row("year, about", "ABOUT YEAR_NUMBER", one.read_point, "আনুমানিক ১৯৫৭", "আনুমানিক ৫৭"),
        _row("either day", "EITHER_DAY", one.read_point, "কাল", "সকাল"),
        _row("short numeric date", f"SHORT_DATE|{look.SHORT_NUMERIC}", one.read_point, "২৭-০২-১৫", "২৭-২৭-১৫"),
        _row("bare length", look.WHOLE_LENGTH, many.read_duration, "এক দিন", "এক দিক"),
        _row("ago or later", f"{look.AGO}|{look.LATER}", many.read_ago, "তিন দিন পর", "তিন দিন পথ"),
    )
