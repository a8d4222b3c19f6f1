"""Readings of money."""

import re

from banglanorm.script.characters import is_letter
from banglanorm.script.letters import JOINERS
from banglanorm.spoken.patterns import BEGIN, CASE, LETTERS, NUMBER, SCALE, WHOLE, D, said_scales
from banglanorm.spoken.reading import Line, Reading, one_of
from banglanorm.spoken.style import joined
from banglanorm.tables import read_table


def currency(sign: str, line: Line) -> tuple[str, str]:
    """Return the words for a currency and its hundredth."""
    rows = {row["sign"]: (row["unit"], row["hundredth"]) for row in read_table("spoken/currencies")}
    unit, hundredth = rows[sign.strip(". ")]
    return "টাকা" if unit == "রুপি" and line.style.style == "in" else unit, hundredth


def money(m: re.Match[str], line: Line) -> str | None:
    """Say ৳৩৫ হাজার and ৫০০৳: the currency after the number and its scale."""
    unit, hundredth = currency(m["sign"], line)
    rest = _WHOLE.sub(lambda number: line.style.cardinal(number[0]), m["rest"] or "")
    amount = f"{line.style.cardinal(m['number'])}{said_scales(m['scale'] or '')}{rest}"
    if m["unit"]:  # ৳৫০০ টাকা
        return f"{amount} {m['unit'].strip()}"
    tail = m["tail"] or ""
    if _HUNDREDTHS.search(m["number"]) and not m["scale"]:
        return _with_hundredths(m["number"], unit, hundredth, tail, line)
    return joined(f"{amount} {unit}", tail)


def _with_hundredths(number: str, unit: str, hundredth: str, tail: str, line: Line) -> str:
    whole, _, part = number.partition(".")
    spoken = f"{line.style.cardinal(whole)} {unit}"
    return joined(f"{spoken} {line.style.cardinal(part)} {hundredth}" if part.strip("0০") else spoken, tail)


_WHOLE = re.compile(WHOLE)
_HUNDREDTHS = re.compile(rf"\.{D}{{2}}$")


def price(m: re.Match[str], line: Line) -> str:
    """Say ৫০/- and ১০০/= টাকা."""
    return f"{line.style.cardinal(m['number'])} টাকা{m['tail'] or ''}"


def paisa(m: re.Match[str], line: Line) -> str:
    """Say ১২২.৫০ টাকা with its paisa."""
    return _with_hundredths(m["number"], "টাকা", "পয়সা", m["tail"] or "", line)


_SIGNS = [row["sign"] for row in read_table("spoken/currencies")]
_WORDS = [sign for sign in _SIGNS if is_letter(sign[0]) and not sign.isascii()]
_OTHERS = [sign for sign in _SIGNS if sign not in _WORDS]
SIGN = f"(?:(?<!{LETTERS}){one_of(_WORDS)}|(?<![A-Za-z]){one_of(_OTHERS)})"  # শুরু ১০টায় holds no রু
PRICED = f"{one_of(_SIGNS)}\\.? ?{D}"
_MARK = one_of([row["sign"] for row in read_table("spoken/currencies") if len(row["sign"]) == 1 and row["sign"] != "$"])
_SCALE = f"{SCALE}(?![A-Za-z{JOINERS}]|{LETTERS})"
SCALES = f"(?P<scale>(?: {_SCALE})*+)"
# ৳১ কোটি ২০ লাখ, ৳৫ হাজার ৫০০
_AND_REST = rf"(?P<rest>(?:(?<!{D})(?: {WHOLE} {_SCALE})++)?+(?:(?<=হাজার) {D}{{3}}(?!{D}|[.,:/]{D}))?+)"
# What follows money that has its sign in front: ৳৫০০ টাকা, ৳৫০০-এর.
AMOUNT_TAIL = f"(?!{D})(?P<unit> টাকা{LETTERS}*+)?(?P<tail>{CASE}|{LETTERS}++)?"

READINGS = (
    Reading(
        "money",
        rf"(?P<sign>{SIGN}\.?) ?(?P<number>{NUMBER}){SCALES}{_AND_REST}{AMOUNT_TAIL}",
        money,
        "বেতন ৳৩৫ হাজার ৫০০, $২০",
        "বেতন পঁয়ত্রিশ হাজার পাঁচশো টাকা, বিশ ডলার",
        "৳ চিহ্ন",
        trigger=PRICED,
    ),
    Reading(
        "money",
        rf"{BEGIN}(?P<number>{NUMBER}){SCALES}(?P<rest>(?!))? ?(?P<sign>{_MARK})(?P<unit>(?!))?(?P<tail>{CASE})?",
        money,
        "দাম ৫০০৳",
        "দাম পাঁচশো টাকা",
        "দাম ৫০০ ডলার",
        _MARK,
    ),
    Reading(
        "money",
        f"{BEGIN}(?P<number>{NUMBER})/[-=](?: ?টাকা(?P<tail>{LETTERS}++)?)?",
        price,
        "মূল্য ৫০/-",
        "মূল্য পঞ্চাশ টাকা",
        "৫০/৬০",
        "/",
    ),
    Reading(
        "money",
        rf"{BEGIN}(?P<number>{WHOLE}\.{D}{{2}}) টাকা(?P<tail>{LETTERS}++)?",
        paisa,
        "১২২.৫০ টাকা",
        "একশো বাইশ টাকা পঞ্চাশ পয়সা",
        "১২২.৫ টাকা",
        ".",
    ),
)
