"""Readings of ranges of money and of measures, and what is said between the two ends of a range."""

import re
from fractions import Fraction

from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.spoken.money import AMOUNT_TAIL, PRICED, SCALES, SIGN, currency
from banglanorm.spoken.patterns import BEGIN, DASH, NUMBER, UNIT, UNIT_END, said_scales
from banglanorm.spoken.reading import Line, Reading
from banglanorm.spoken.style import joined

_LARGEST_GUESS, _WIDEST_GUESS = 100, 10


def between(m: re.Match[str], line: Line) -> str:
    """Return a hyphen for a guess (৮-১০) and for what is no range, থেকে for ends far apart or with a point: ৫০০-৭০০."""
    if not _is_wide(m):
        return "-"
    known = line.number_at(m.start("first"))
    return _FROM if known and known.kind == "range" and known.end >= m.end("second") else "-"


_FROM = " থেকে "


def _is_wide(m: re.Match[str]) -> bool:
    ends = [to_ascii_digits(m[end]).replace(",", "") for end in ("first", "second")]
    first, second = map(Fraction, ends)
    has_point = any("." in end for end in ends)  # the digits after it would run into the other end
    return first < second and (has_point or second > _LARGEST_GUESS or second - first > _WIDEST_GUESS)


def money_range(m: re.Match[str], line: Line) -> str:
    """Say ৳৫০০-৭০০: the currency once, after both ends and their scale."""
    first, second = line.style.cardinal(m["first"]), line.style.cardinal(m["second"])
    spoken = f"{first}{_FROM if _is_wide(m) else '-'}{second}{said_scales(m['scale'] or '')}"
    unit = m["unit"].strip() if m["unit"] else currency(m["sign"], line)[0]
    return joined(f"{spoken} {unit}", m["tail"] or "")


def measured_range(m: re.Match[str], line: Line) -> str | None:
    """Say থেকে between the ends of ২০-৪০ কিমি; the ends and the unit have rows of their own."""
    word = between(m, line)
    return None if word == "-" else word


_NEEDS = "digits -\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}"

READINGS = (
    Reading(
        "money",
        rf"(?P<sign>{SIGN}\.?) ?(?P<first>{NUMBER}) ?{DASH} ?(?:{SIGN}\.? ?)?(?P<second>{NUMBER})"
        rf"{SCALES}{AMOUNT_TAIL}",
        money_range,
        "দাম ৳৫০০-৭০০, $২-৩ কোটি",
        "দাম পাঁচশো থেকে সাতশো টাকা, দুই-তিন কোটি ডলার",
        "দাম ৳৫০০",
        _NEEDS,
        PRICED,
    ),
    Reading(
        "range",
        f"{BEGIN}(?P<first>{NUMBER})(?P<said>{DASH})(?P<second>{NUMBER})(?= ?{UNIT}{UNIT_END})",
        measured_range,
        "২০-৪০ কিমি",
        "বিশ থেকে চল্লিশ কিলোমিটার",
        "২-৪ কিমি",
        _NEEDS,
    ),
)
