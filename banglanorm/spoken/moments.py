"""Readings of dates, years and times of the day."""

import re
from dataclasses import replace
from datetime import date
from functools import cache

from banglanorm.dates.region import month_name
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.ordinal_marks import day_marks
from banglanorm.script.canonical import nfc
from banglanorm.script.characters import is_decimal
from banglanorm.script.letters import E_KAR, NUKTA, YYA
from banglanorm.spoken.patterns import BEGIN, CASE, DASH, END, LETTERS, TAIL, D, cue, date_words
from banglanorm.spoken.reading import Line, Reading, compiled, one_of, words_of
from banglanorm.spoken.style import HOUR, joined
from banglanorm.tables import cells, read_table

_DAY = f"{D}{{1,2}}"
_SEPARATOR = "[-./\N{EN DASH}]"
_MARK = f"(?:{one_of(sorted(day_marks()))}|এ)(?!{LETTERS})"
_PART = "(?:AM|PM|A\\.M\\.|P\\.M\\.|am|pm|a\\.m\\.|p\\.m\\.|এএম|পিএম)"
_CENTURY_TURN = 40  # 01-01-39 is 2039, 01-01-41 is 1941


def _number(digits: str) -> int:
    return int(to_ascii_digits(digits))


def numeric_date(m: re.Match[str], line: Line) -> str | None:
    """Say ০৫-০৫-১৯৯৫ and 2024-01-15 as day, name of the month and year."""
    day, month, year = (m["day"], m["month"], m["year"]) if m["day"] else (m["iday"], m["imonth"], m["iyear"])
    name = month if month and not is_decimal(month[0]) else ""
    number = _number(year)
    if len(year) == 2:
        number += 2000 if number < _CENTURY_TURN else 1900
    try:
        checked = date(number, 1 if name else _number(month), _number(day))
    except ValueError:
        return None
    name = name or month_name("gregorian", checked.month, line.style.region)
    spoken = f"{line.style.day(checked.day)} {name}"
    return joined(f"{spoken} {line.style.year(str(number))}", m["tail"] or "")


def day_of_month(m: re.Match[str], line: Line) -> str | None:
    """Say ১৭ before the name of a month; a mark (ই, শে) always makes it an ordinal."""
    number = _number(m["day"])
    if not 1 <= number <= 32:
        return None
    return line.style.day(number) if not m["mark"] else _marked_day(number, line)


def marked_day(m: re.Match[str], line: Line) -> str | None:
    """Say ২১শে, ৫ই, ১লা."""
    number = _number(m["day"])
    return _marked_day(number, line) if 1 <= number <= 32 else None


def _marked_day(number: int, line: Line) -> str:
    return replace(line.style, dates="ordinal").day(number)


def year(m: re.Match[str], line: Line) -> str | None:
    """Say a year where its neighbours or a finder say that it is one."""
    if not m["cue"] and not _is_year(m, line):
        return None
    return joined(line.style.year(m["year"]), m["tail"] or "")


def short_year(m: re.Match[str], line: Line) -> str | None:
    """Say ’৭১ without its apostrophe, where the finder of dates finds a year."""
    return joined(line.style.cardinal(m["year"]), m["tail"] or "") if line.date_at(m.start()) else None


def _is_year(m: re.Match[str], line: Line) -> bool:
    """Ask the finders, then the neighbours, where a year would be said otherwise than a number."""
    if _number(m["year"]) not in _SAID_IN_HUNDREDS:
        return False
    date, number = line.date_at(m.start()), line.number_at(m.start())
    if (date is not None and date.kind != "duration") or (number is not None and number.kind in ("year", "decade")):
        return True
    if (number is not None and number.unit) or m["tail"]:
        return False
    if line.mentions(cue("hadith")):
        return False  # numbers of its collections stand in brackets
    around = line.before(m.start()) + _HERE + line.behind(m.end())
    return any(pattern.search(around) for pattern in _year_places())


@cache
def _year_places() -> tuple[re.Pattern[str], ...]:
    """Return where a number of four digits is a year: after a birth or a law, in brackets, at the end."""
    return (
        compiled(f"(?<!{LETTERS}){cue('year')}[.,:]?[ -]{{0,2}}{_HERE}(?! (?:জন|টি|টা|হাজার))"),
        re.compile(f"\\({_HERE}\\)|, {_HERE}$|^{_HERE} ?[–—:-] ?(?={LETTERS})"),
        compiled(f"{_HERE}(?:, {_YEAR})*+ (?:ও|এবং|থেকে|বা|হতে) {_YEAR}(?:{CASE}|{_CUE})"),
    )


_YEAR = f"[1১][1-9১-৯]{D}{{2}}"
_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for the number itself


_SAID_IN_HUNDREDS = range(1100, 2000)


def years(m: re.Match[str], line: Line) -> str | None:
    """Say ২০২২-২৩ and ১৯৯০-১৯৯৫."""
    first, second = _number(m["first"]), _number(m["second"])
    if len(m["second"]) == 2:
        if second != (first + 1) % 100 and not (m["cue"] or m["term"]):
            return None
        return f"{line.style.year(m['first'])}-{line.style.cardinal(m['second'])}"
    known = line.date_at(m.start()) is not None
    if not (first < second and (m["cue"] or m["term"] or known)):
        return None
    return f"{line.style.year(m['first'])}-{line.style.year(m['second'])}"


def clock(m: re.Match[str], line: Line) -> str | None:
    """Say ১০:৩০, with the part of the day where 24 hours or AM and PM tell it and no word does."""
    hour, minute = _number(m["hour"]), _number(m["minute"])
    before = line.before(m.start())
    if not _is_clock(hour, minute) or re.search(f"{cue('no_clock')}|{cue('verse')}[ (]*+$", before):
        return None
    if hour == 0 and not m["part"] and "মিনিট" in (m["tail"] or ""):
        return None  # 0:49 minutes long
    half = re.sub("[^APapএপ]", "", m["half"] or "")[:1]
    if half in ("P", "p", "প") and hour < 12:
        hour += 12
    elif half in ("A", "a", "এ") and hour == 12:
        hour = 0
    spoken = line.style.time(hour, minute)
    if m["second"]:
        spoken += f" {line.style.cardinal(m['second'])} সেকেন্ড"
    spoken = _with_tail(spoken, m["tail"])
    if (half or hour == 0 or hour > 12) and not m["part"]:
        spoken = f"{words_of('hours')[str(hour % 24)]} {spoken}"
    return f"{m['part'] or ''}{spoken}"


def _is_clock(hour: int, minute: int) -> bool:
    return hour <= 24 and minute <= 59


def found_clock(m: re.Match[str], line: Line) -> str | None:
    """Say ১০.৩০টায় and দুপুর ২-৩০ মিনিটে, where the finder of dates finds that time."""
    if not _is_clock(_number(m["hour"]), _number(m["minute"])):
        return None
    known = line.date_at(m.start("hour"))
    if known is None or not known.unit.endswith(f":{_number(m['minute']):02}"):
        return None
    return clock(m, line)


def _with_tail(spoken: str, tail: str | None) -> str:
    """Put the ending of a time onto its last word: ১০:৩০টায় is সাড়ে দশটায়, ১০:৩৫টায় দশটা পঁয়ত্রিশ মিনিটে."""
    if not tail:
        return spoken
    bare = nfc(tail.strip().lstrip("-'’"))
    row = _clock_words().get(bare)
    if row is None:
        return joined(spoken, bare)
    if spoken.endswith(HOUR):
        return spoken.removesuffix(HOUR) + row["hour"]
    return joined(spoken, row["minute"])


@cache
def _clock_words() -> dict[str, dict[str, str]]:
    """Return what is written after a time -> how it is said; an ending of place and time is said as that of an hour."""
    words = {row["word"]: row for row in read_table("spoken/clock_words")}
    at = next(row for row in words.values() if row["minute"] == "এ")
    return dict.fromkeys(cells("endings", "ending", "meaning", "locative"), at) | words


_MONTHS = date_words("gregorian_month", "bangla_month", "hijri_month")
_MONTH_ENDING = f"(?:{E_KAR}র|{E_KAR}|র|তে|য{NUKTA}|{YYA}|কে)?(?:ই|ও)?(?!{LETTERS})"
_TIME_TAIL = f"(?P<tail>{CASE}| ?{one_of(list(words_of('clock_words')))}(?!{LETTERS})| (?:এ|তে)(?!{LETTERS}))?"
_DAY_PART = f"(?P<part>{date_words('day_part', 'midnight', 'half_day')}{E_KAR}? (?:ঠিক )?)?"
_ERAS = date_words("year_word", "common_era", "bangla_era", "hijri_era", "shaka_era")
_CUE = f"(?P<cue> ?(?:{_ERAS}|{cue('year_after')})(?!দ|রেজ))"  # not সনদ, ইংরেজের

READINGS = (
    Reading(
        "date",
        rf"{BEGIN}(?:(?P<day>{_DAY})(?P<s>{_SEPARATOR})(?P<month>{_DAY}|{_MONTHS}){_SEPARATOR}(?P<year>{D}{{4}}|{D}{{2}})"
        rf"|(?P<iyear>{D}{{4}})-(?P<imonth>{D}{{2}})-(?P<iday>{D}{{2}})){END}(?P<tail>{CASE})?",
        numeric_date,
        "আজ ১৫-০৮-২০২৩",
        "আজ পনেরোই আগস্ট দুই হাজার তেইশ",
        "কক্ষ ৪৫-৩২",
    ),
    Reading(
        "date",
        f"{BEGIN}(?<!{D}{DASH})(?P<day>{_DAY})(?: ?(?P<mark>{_MARK}))?(?= ?{DASH}? ?{_MONTHS}{_MONTH_ENDING})",
        day_of_month,
        "৭ মার্চের ভাষণ",
        "সাতই মার্চের ভাষণ",
        "৭ মানুষের ভাষণ",
    ),
    Reading(
        "date",
        f"{BEGIN}(?P<day>{_DAY}) ?(?P<mark>{one_of(sorted(day_marks()))}(?!{LETTERS}))",
        marked_day,
        "২১শে উপলক্ষে",
        "একুশে উপলক্ষে",
        "২১টি উপলক্ষ",
    ),
    Reading(
        "year",
        f"{BEGIN}(?P<first>{D}{{4}}){DASH}(?P<second>{D}{{4}}|{D}{{2}}){END}"
        f"(?:(?={_CUE})|(?=(?P<term> ?{cue('term')}))|)",
        years,
        "১৯৯০–৯১ অর্থবছর",
        "উনিশশো নব্বই-একানব্বই অর্থবছর",
        "২০০০-২৫ টাকা",
    ),
    Reading(
        "year",
        f"{BEGIN}(?P<year>{D}{{3,4}}){END}(?:(?={_CUE})|{TAIL})",
        year,
        "১৯৫২ সালে",
        "উনিশশো বাহান্ন সালে",
        "১৯৫২ জন",
    ),
    Reading(
        "year",
        f"(?<!{LETTERS})(?<!{D})['’](?P<year>{D}{{2}})(?!{D}|[.,:/]{D}){TAIL}",
        short_year,
        "’৭১ সালে",
        "একাত্তর সালে",
        "’৭১ জন’",
        "'’",
    ),
    Reading(
        "time",
        f"{_DAY_PART}{BEGIN}(?P<hour>{_DAY})(?:[:ঃ]|(?<={D}{{2}}): )"
        rf"(?P<minute>{D}{{2}})(?:[:ঃ](?P<second>{D}{{2}}))?(?!{D}|[:.]{D})"
        f"(?: ?(?P<half>{_PART})(?![A-Za-z]))?{_TIME_TAIL}",
        clock,
        "দুপুর ১:৩০টায়, ২৩:৫৯",
        "দুপুর দেড়টায়, রাত এগারোটা ঊনষাট মিনিট",
        "অনুপাত ৩:২০",
        "digits :ঃ",
        f"{D}[:ঃ] ?{D}{{2}}",
    ),
    Reading(
        "time",
        f"{_DAY_PART}{BEGIN}(?P<hour>{_DAY})(?:\\.|{DASH})(?P<minute>{D}{{2}})(?P<second>(?!))?(?!{D}|[.]{D})"
        f"(?: ?(?P<half>{_PART})(?![A-Za-z]))?{_TIME_TAIL}",
        found_clock,
        "সকাল ৮.৩০ মিনিটে, ১০.৩০টায়",
        "সকাল সাড়ে আটটায়, সাড়ে দশটায়",
        "গতি ৮.৩০ মিটার",
        "digits .-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}",
        f"{D}(?:\\.|{DASH}){D}{{2}}",
    ),
)
