"""The constructions of dates: what each means, the pattern that finds it, the function that reads it, and two examples.

An example is found by its row alone; in the counter-example, which is near it, the row finds nothing. Where the reader
returns ``None``, or is `_nothing`, what matched is used up and is no date.
"""

from collections.abc import Sequence
from functools import cache

from banglanorm.dates import ages
from banglanorm.dates import compounds as many
from banglanorm.dates import patterns as look
from banglanorm.dates import readers as one
from banglanorm.dates.expressions import Apart, Expression
from banglanorm.dates.joining import LOOSE, Found, Reader
from banglanorm.dates.lengths import Length
from banglanorm.dates.points import Point
from banglanorm.dates.times import BARE_CLOCK, COLON_CLOCK, HOURS, STRUCK
from banglanorm.finder import Construction
from banglanorm.lexer import Token

_ANY_MONTH = "MONTH|HIJRI_MONTH_FIRST"
_ANY_CUE = "YEAR_WORD|ERA|ENGLISH|BANGLA|BEFORE_ERA|CHRIST|YEAR_UNIT|APOSTROPHE"
# For speed: what a line with a find of the row has at least one of.
_NEEDS = {
    "weekday that is not one day": "WEEKDAY|GREGORIAN_MONTH|EITHER_DAY|NEWSPAPER",
    "job scheme": "SCHEME",
    "weekdays in short": "WEEKDAY_SHORT",
    "months in brackets": "OPEN",
    "person": "PERSON|ROLE",
    "July 2024": "GREGORIAN_MONTH",
    "date": f"{_ANY_MONTH}|MONTH_SHORT|DASH|SLASH|DOTTED_DATE",
    "day of a month at the end": "GREGORIAN_MONTH",
    "days of a month": "DATE_WORD",
    "period of days of a month": "DATE_WORD",
    "day of a month": "DATE_WORD",
    "weekday of a month": "WEEKDAY",
    "said": "NEAR_DAY|WEEKDAY|EITHER_DAY",
    "day on either side": "EITHER_DAY",
    "day with a name": "SANKRANTI|FIXED_DAY|FIXED_DAY_SECOND",
    "eight digits": "COMPACT_DATE",
    "month": f"{_ANY_MONTH}|MONTH_UNIT",
    "year": f"{_ANY_CUE}|SEASON",
    "short numeric date with its word": "DATE_WORD",
    "moment": "ISO_TIME",
    "clock": "OCLOCK|ONE_OCLOCK|COLON|DOTTED_TIME|MIDNIGHT|HALF_DAY|HALF_MARK|DAY_PART",
    "clock that strikes": "STRUCK|ABOUT_TO_STRIKE",
    "period of hours": "DAY_PART",
    "told": "OCLOCK",
    "colon": "COLON",
    "open_days": _ANY_MONTH,
    "open_year": _ANY_MONTH,
    "open_set": _ANY_MONTH,
    "week": "WEEK_UNIT",
    "period of days": _ANY_MONTH,
    "set of days": _ANY_MONTH,
    "dates of one year": _ANY_MONTH,
    "period of weekdays": "WEEKDAY_SHORT",
    "period of months": _ANY_MONTH,
    "period of months of a year": _ANY_MONTH,
    "period of years": _ANY_CUE,
    "years before Christ": _ANY_CUE,
    "period of short years": "YEAR_WORD",
    "two months": "MONTH_UNIT",
    "period up to a year": "UNTIL",
    "year of a library": "QUESTION|OPEN|ABOUT_SHORT",
    "period from a month on": _ANY_MONTH,
    "season": "SEASON",
    "set of months": _ANY_MONTH,
    "set of months of a year": _ANY_MONTH,
    "set of years": _ANY_CUE,
    "set of weekdays": "WEEKDAY",
    "ago": "AGO",
    "later": "AFTER",
    "about so long ago": "AGO|AFTER",
    "length up to now": "PAST_SIDE|NEXT",
    "length": "UNIT|DECADE",
    "length without an ending": "UNIT|DECADE",
    "length said twice": "OPEN",
    "working days": "WORKDAY_UNIT",
    "length that is not exact": "UNIT|DECADE",
    "how often": "EVERY|APART",
    "fiscal year": "FISCAL_YEAR|FISCAL_YEAR_IN|FISCAL_YEAR_FIRST",
    "quarter": "QUARTER_YEAR|QUARTERLY",
    "week of a month": "WEEK_UNIT",
    "beginning or end of a month": "FINAL_AT|BEGIN_AT",
    "century": "CENTURY",
    "decade": "DECADE",
    "centuries": "CENTURY",
    "decades": "DECADE",
}


def _row(
    name: str, pattern: str, read: Reader, example: str, counterexample: str, kind: str = ""
) -> Construction[Found]:
    def build(text: str, tokens: list[Token]) -> Found | None:
        tokens = one.without_count(text, _without_label(tokens))
        expression = read(text, tokens)
        return None if expression is None else Found(kind or name, _meant(text, tokens, expression), expression)

    return Construction(name, pattern, build, example, counterexample, _NEEDS.get(name, ""))


def _without_label(tokens: list[Token]) -> list[Token]:
    """Leave out তারিখ: before a date, which only says what it is."""
    if tokens[0].type != "DATE_WORD_BARE":
        return tokens
    return tokens[2:] if tokens[1].type in ("COLON", "DASH") else tokens[1:]


def _meant(text: str, tokens: list[Token], expression: Expression | Apart) -> list[Token]:
    """Leave out গেল before a find where it ends a verb: পিষে গেল ৬ মাসের শিশু."""
    gone = tokens[0].type == "GONE_BARE" and isinstance(expression, Length)
    return tokens[1:] if gone or one.is_verb(text, tokens) else tokens


def _loose(text: str, tokens: Sequence[Token]) -> Point:
    """Read what is only a part of something: `joining` reads it with the rest."""
    return Point()


def _nothing(text: str, tokens: Sequence[Token]) -> None:
    """Use the tokens up."""


@cache
def running_rows() -> tuple[Construction[Found], ...]:
    """What is certain in running text."""
    return (
        _row("weekday that is not one day", look.NOT_ONE_DAY, _nothing, "প্রতি শুক্রবার ছুটি", "গত শুক্রবার ছুটি"),
        _row("job scheme", "D999 DAY_UNIT_OF SCHEME", _nothing, "১০০ দিনের কাজ", "১০০ দিনের হিসাব"),
        _row(
            "weekdays in short",
            look.WEEKDAYS_IN_SHORT,
            many.read_bare_weekdays,
            "রবি ও সোমবার বৃষ্টি হয়েছে",
            "শুক্র ও শনিবার বন্ধ",
        ),
        _row("person", look.PERSON, _nothing, "থেরেসা মে ২০১৮ সালে", "গত মে ২০১৮ সালে"),
        _row("July 2024", look.JULY_2024, one.read_july_2024, "৩৬ জুলাই", "৩৬ আগস্ট", "date"),
        _row("date", f"(?:ABOUT )?{look.DAY}", one.read_point, "৫ মে ২০২৪", "৫ মেয়ে"),
        _row("day of a month", look.DAY_OF_MONTH, one.read_point, "নভেম্বরের সাত তারিখ", "নভেম্বরের সাত জন", "date"),
        _row("day of a month at the end", look.DAY_AT_END, one.read_point, "জুলাইয়ের উনিশ।", "জুলাইয়ের উনিশ জন", "date"),
        _row("days of a month", look.DAYS_OF_MONTH, many.read_several, "মার্চের ৪ ও ৮ তারিখে", "মার্চের ৪ ও ৮ জনে"),
        _row(
            "period of days of a month",
            look.DAYS_OF_MONTH_ON,
            many.read_period,
            "মার্চের ৪ থেকে ৮ তারিখে",
            "মার্চের ৪ থেকে ৮ জনে",
        ),
        _row(
            "weekday of a month", look.NTH_WEEKDAY, one.read_nth_weekday, "মে মাসের শেষ শুক্রবার", "মাসের শেষ শুক্রবার", "date"
        ),
        _row("said", look.SAID_DAY, one.read_point, "গত শনিবার", "গত শনি"),
        _row("day on either side", look.EITHER_DAY, one.read_either_day, "কাল আসব", "আবহমান কাল ধরে", "said"),
        _row("day with a name", look.FIXED_DAY, one.read_point, "চৈত্র সংক্রান্তি", "চৈত্র সেল", "date"),
        _row("eight digits", look.COMPACT, one.read_point, "তারিখ: ২০২৩০৪০১", "কোড: ২০২৩০৪০১", "date"),
        _row("month", f"(?:ABOUT )?{look.MONTH}(?: AROUND)?", one.read_point, "২০২৪ সালের মে মাসে", "মেয়ে মানুষ"),
        _row("year", f"(?:ABOUT )?{look.YEAR}(?: AROUND)?", one.read_point, "১৯৭১ সালে", "১৯৭১ জন"),
        _row("year without a cue", look.UNCUED_YEAR, one.read_uncued_year, "১৯৭১-এর যুদ্ধ", "২০০০-এর বেশি", "year"),
        _row(
            "short numeric date with its word",
            look.SHORT_WITH_WORD,
            one.read_point,
            "২৭-০২-১৫ তারিখে",
            "২৭-০২-১৫ নম্বরে",
            "date",
        ),
        _row("moment", look.ISO_MOMENT, one.read_iso_moment, "2023-09-17T17:57:00+06:00", "2023-09-17"),
        _row("clock", look.SURE, one.read_sure_clock, "রাত ৮টায়", "আটটি"),
        _row("clock that strikes", STRUCK, one.read_plain_point, "আটটা বাজতে দশ মিনিট বাকি", "আটটা বাজে", "clock"),
        _row("period of hours", HOURS, many.read_period, "রাত ৮-১০টা", "রাত ৮-১০টি", "period"),
        _row("told", BARE_CLOCK, one.read_plain_point, "৩টা থেকে বিকেল ৫টা", "৩টি"),
        _row("colon", COLON_CLOCK, one.read_plain_point, "১০:৩০, ৫ মে ২০২৪", "১০-৩০"),
        _row("open_days", look.OPEN_DAYS, _loose, "৫-৭ মে", "৫-৭ জন"),
        _row("open_year", look.OPEN_YEAR, _loose, "২০০৯ থেকে ২০২৪ সালের জুন", "২০০৯ থেকে ২০২৪ সালের"),
        _row("open_set", look.OPEN_SET, _loose, "৪, ৫ ও ৮ মার্চ", "৪, ৫ ও ৮ জন"),
        _row("week", "SIDE WEEK_UNIT", one.read_point, "গত সপ্তাহে", "এক সপ্তাহে"),
        _row("period of days", look.DAYS_IN_WORDS, many.read_period, "পাঁচ থেকে সাত মে", "পাঁচ থেকে সাত জন"),
        _row("set of days", look.SET_IN_WORDS, many.read_several, "পাঁচ ও সাত মে", "পাঁচ ও সাত জন"),
        _row(
            "dates of one year",
            look.DATES_OF_YEAR,
            many.read_dates_of_year,
            "৯ মার্চ ও ১১ এপ্রিল ২০২২",
            "৯ মার্চ ও ১১ এপ্রিল",
        ),
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
            "years before Christ",
            look.YEARS_BEFORE,
            many.read_years_before_christ,
            "খ্রিস্টপূর্ব ৩২১-১৮৫",
            "খ্রিস্টপূর্ব ৩২১ জন",
        ),
        _row("period of years", look.YEAR_TO_YEAR, many.read_period, "২০০৮ থেকে ২০২৩ সাল", "২০০৮ জন থেকে ২০২৩ জন"),
        _row(
            "period up to a year", look.YEAR_UNTIL_YEAR, many.read_period, "২০০৯ থেকে ২০২৪ পর্যন্ত", "২০০৯ থেকে ২০২৪ জন"
        ),
        _row("period of short years", look.SHORT_YEARS, many.read_short_years, "৭৩-৭৪ সালে", "৭৪-৭৩ সালে"),
        _row("years", look.BARE_YEAR_TO_YEAR, many.read_years, "১৮৬১–১৯৪১", "১৯৪১–১৮৬১"),
        _row("year of a library", look.LIBRARY_YEAR, one.read_years_of_library, "[১৯২৯]", "(১৯২৯)"),
        _row("period from a month on", look.MONTH_FROM_MONTH, many.read_period, "জুন থেকে আগস্ট", "জুন ও আগস্ট"),
        _row("months in brackets", look.MONTHS_IN_BRACKETS, many.read_period, "(জুলাই-ডিসেম্বর)", "জুলাই-ডিসেম্বর"),
        _row("two months", look.MONTHS_BESIDE, many.read_months_beside, "মে জুন মাসে", "মে আগস্ট মাসে"),
        _row("season", look.SEASON, many.read_period, "২০২১–২২ মৌসুমে", "২০২১–২২ জন"),
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
        _row("length said twice", look.LENGTH_TWICE, many.read_duration, "৩ (তিন) মাসের", "৩ (চার) মাসের"),
        _row("working days", look.WORKDAYS, many.read_duration, "৩ কর্মদিবস", "কর্মদিবস"),
        _row("length that is not exact", look.VAGUE_LENGTH, _nothing, "ছয়-সাত দিনের", "ছয় দিনের"),
        _row("how often", look.RECURRENCE, _nothing, "প্রতি দশ মিনিট", "দশ মিনিট"),
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
        _row("century", look.CENTURY, ages.read_century, "ঊনবিংশ শতাব্দী", "চোদ্দ শতক"),
        _row("centuries", look.CENTURIES, ages.read_centuries, "অষ্টাদশ ও ঊনবিংশ শতাব্দী", "অষ্টাদশ ও ঊনবিংশ অধ্যায়"),
        _row("decades", look.DECADES, ages.read_decades, "ষাট ও সত্তরের দশক", "ষাট ও সত্তরের ঘর"),
        _row("decade", look.DECADE, ages.read_decade, "নব্বইয়ের দশক", "বিশ দশক"),
    )


@cache
def whole_rows() -> tuple[Construction[Found], ...]:
    """What is certain only where nothing else is in the text."""
    return (
        _row("weekday in short", "WEEKDAY_SHORT", one.read_point, "শনি", "শনির দশা"),
        _row("weekday with an ending", "WEEKDAY_AT", one.read_plain_point, "সোমবারে", "সোমবারগুলো"),
        _row("two weekdays", look.WEEKDAYS_IN_SHORT, many.read_several, "শুক্র ও শনিবার", "শুক্র ও শনির দশা"),
        _row("clock by itself", f"{BARE_CLOCK}|{COLON_CLOCK}", one.read_plain_point, "সাতটা", "সাতটি", "clock"),
        _row("bare month", "MONTH|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND", one.read_point, "আগস্ট", "আগস্টিন"),
        _row("bare year", "YEAR_NUMBER", one.read_point, "২০২৪", "২৪"),
        _row("year in brackets", "OPEN~YEAR_NUMBER~CLOSE", one.read_point, "(১৯২৯)", "(১৯২৯ জন)"),
        _row("year, about", "ABOUT YEAR_NUMBER", one.read_point, "আনুমানিক ১৯৫৭", "আনুমানিক ৫৭"),
        _row("either day", "EITHER_DAY", one.read_point, "কাল", "সকাল"),
        _row("short numeric date", f"SHORT_DATE|{look.SHORT_NUMERIC}", one.read_point, "২৭-০২-১৫", "২৭-২৭-১৫"),
        _row("bare length", look.WHOLE_LENGTH, many.read_duration, "এক দিন", "এক দিক"),
        _row("ago or later", f"{look.AGO}|{look.LATER}", many.read_ago, "তিন দিন পর", "তিন দিন পথ"),
        _row("about so long ago or later", look.ROUGH_LENGTH, many.read_rough_ago, "দিন দশেক পর", "দিন দশেক পথ"),
    )


@cache
def open_rows() -> tuple[Construction[Found], ...]:
    """What is joined with the rows of running text where nothing else is in the text."""
    return (
        _row("about", "ABOUT", _loose, "প্রায় রাত ৮টা", "রাত ৮টা"),
        _row("around", "AROUND", _loose, "রাত ৮টার দিকে", "রাত ৮টার দিক"),
    )


@cache
def closed_rows() -> tuple[Construction[Found], ...]:
    """The rows of running text that are finds by themselves."""
    return tuple(row for row in running_rows() if row.name not in LOOSE)
