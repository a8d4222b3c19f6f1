"""Readings of measures: numbers with units in short, sizes, temperatures, percentages."""

import re
from functools import cache

from banglanorm.spoken.patterns import (
    BEGIN,
    CASE,
    LATIN_UNITS,
    LETTERS,
    MINUS,
    NUMBER,
    UNIT,
    UNIT_END,
    D,
)
from banglanorm.spoken.reading import Line, Reading, one_of, words_of
from banglanorm.spoken.style import joined
from banglanorm.tables import cells


def measure(m: re.Match[str], line: Line) -> str | None:
    """Say a number with a unit in short: ৫ কিমি, ৮৫%, ৪৪°C."""
    if len(m["unit"].strip(".")) == 1 and m["unit"][0] in LATIN_UNITS and _beside_latin(m):
        return None  # section 217A
    if m["unit"].removesuffix(".") in _minutes_in_short() and _is_clock(m, line):
        return f"{signed(m, line)} মিনিট"
    return f"{signed(m, line)} {_unit(m)}"


@cache
def _minutes_in_short() -> frozenset[str]:
    """Return what is metres but after the hour of a clock time: রাত ৮টা ৩০ মি."""
    return frozenset(cells("dates/words", "word", "class", "minute_short"))


def _is_clock(m: re.Match[str], line: Line) -> bool:
    known = line.date_at(m.start("number"))
    return known is not None and known.kind in ("time", "datetime")


def _unit(m: re.Match[str]) -> str:
    return joined(words_of("units")[m["unit"].removesuffix(".")], m["tail"] or "")


def _beside_latin(m: re.Match[str]) -> bool:
    before = m.string[max(0, m.start() - 2) : m.start()]
    return bool(_LATIN_BEFORE.fullmatch(before) or _LATIN_AFTER.match(m.string, m.end()))


_LATIN_BEFORE = re.compile("[A-Za-z][ .]")
_LATIN_AFTER = re.compile(" ?[A-Za-z]")


def signed(m: re.Match[str], line: Line) -> str:
    """Say a number with its minus."""
    return ("মাইনাস " if m["minus"] else "") + line.style.cardinal(m["number"])


def feet_and_inches(m: re.Match[str], line: Line) -> str:
    """Say ৫ feet and ৬ inches from their signs."""
    return f"{line.style.cardinal(m['feet'])} ফুট {line.style.cardinal(m['inches'])} ইঞ্চি"


def by(m: re.Match[str], line: Line) -> str:
    """Say ১২×১০ as বারো বাই দশ, and as a product where = follows."""
    between = " গুণ " if _EQUALS.match(line.text, m.end()) else " বাই "
    spoken = between.join(map(line.style.cardinal, re.split(" ?[×xX*] ?", m["numbers"])))
    return f"{spoken} {_unit(m)}" if m["unit"] else spoken


_EQUALS = re.compile(" ?=")

_COUNTING = ("ONE", "SMALL", "NOY", "TENS", "HALF", "MIXED", "QUARTER", "SHOTO", "THOUSAND")
_WORDS_BEFORE_UNITS = one_of(cells("numbers/words", "word", "type", *_COUNTING))

READINGS = (
    Reading(
        "measure",
        f"{MINUS}(?P<number>{NUMBER}) ?{UNIT}{UNIT_END}(?P<tail>{CASE})?",
        measure,
        "-৫°C",
        "মাইনাস পাঁচ ডিগ্রি সেলসিয়াস",
        "ক-৫°C",
        "digits -\N{MINUS SIGN}\N{EN DASH}",
        lead="-\N{MINUS SIGN}\N{EN DASH}",
    ),
    Reading(
        "measure",
        f"{BEGIN}(?P<minus>(?!))?(?P<number>{NUMBER}) ?{UNIT}{UNIT_END}(?P<tail>{CASE})?",
        measure,
        "৫ কিমি, ৮৫%",
        "পাঁচ কিলোমিটার, পঁচাশি শতাংশ",
        "৫ মিনার",
    ),
    Reading(
        "measure",
        f"(?<!{LETTERS}){_WORDS_BEFORE_UNITS} (?P<said>(?P<unit>{one_of(LATIN_UNITS)}))(?![A-Za-z0-9])",
        lambda m, line: words_of("units")[m["unit"]],
        "আধা kg চাল",
        "আধা কেজি চাল",
        "আধা kilo চাল",
        "".join(sorted({unit[0] for unit in LATIN_UNITS})),
    ),
    Reading(
        "measure",
        rf"{BEGIN}(?P<feet>{D}{{1,2}})['′’´] ?(?P<inches>{D}{{1,2}})(?:[\"″”]|''|´´|’’)",
        feet_and_inches,
        "উচ্চতা ৫'৬\"",
        "উচ্চতা পাঁচ ফুট ছয় ইঞ্চি",
        "৫'র",
        "'′’´",
    ),
    Reading(
        "measure",
        f"{BEGIN}(?P<numbers>{NUMBER}(?: ?[×xX*] ?{NUMBER})++)(?: ?{UNIT}{UNIT_END}(?P<tail>{CASE})?)?",
        by,
        "ঘরটি ১২×১০ ফুট",
        "ঘরটি বারো বাই দশ ফুট",
        "১২ ১০",
        "×xX*",
    ),
)
