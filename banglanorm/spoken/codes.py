"""Readings of what is said digit by digit: phones, short codes, identifiers, vehicles."""

import re

from banglanorm.numbers.phones import FEWEST_DIGITS
from banglanorm.script.characters import is_letter
from banglanorm.script.letters import BENGALI_DIGITS, WORD_CHARACTERS
from banglanorm.spoken.patterns import BEGIN, CASE, DASH, JOIN, LETTERS, D, cue
from banglanorm.spoken.reading import Line, Reading, letter_names, one_of, words_of
from banglanorm.spoken.style import joined
from banglanorm.tables import cells


def digit_by_digit(m: re.Match[str], line: Line) -> str | None:
    """Say a phone number, a code or an account digit by digit, an opening + as its name."""
    sign = f"{words_of('signs')['+']} " if "+" in m["digits"] else ""
    return sign + joined(line.style.digits(m["digits"]), m["tail"] or "")


def identifier(m: re.Match[str], line: Line) -> str | None:
    """Say the number after a word that names identifiers, unless it counts something."""
    known = line.number_at(m.start("digits"))
    if known and (known.unit or known.kind not in ("cardinal", "label", "phone", "digits", "range")):
        return None
    if _digits_in(m["digits"]) < _FEWEST_DIGITS or line.date_at(m.start("digits")):
        return None
    prefix = m["prefix"] or ""
    if prefix.strip("-").isascii():
        prefix = "".join(letter_names().get(char, " ") for char in prefix)
    spoken = digit_by_digit(m, line)
    return f"{prefix}{'' if not prefix or prefix[-1] in ' -' else ' '}{spoken}"


_FEWEST_DIGITS = 3


def _digits_in(text: str) -> int:
    return len(re.findall(D, text))


def found_digits(m: re.Match[str], line: Line) -> str | None:
    """Say what the finder of numbers knows to be a phone number or digits."""
    if _digits_in(m["digits"]) < _FEWEST_DIGITS:
        return None
    start, end = m.span("digits")
    if _digits_around(start, end, line) < FEWEST_DIGITS:
        return None  # the finder need not be asked
    known = line.number_at(start)
    if known is None or known.kind not in ("phone", "digits") or known.end < end:
        return None
    return digit_by_digit(m, line)


def _digits_around(start: int, end: int, line: Line) -> int:
    """Return how many digits there are up to the letters on both sides."""
    before, behind = line.before(start)[::-1], line.behind(end)
    return sum(_digits_in(_letterless(part)) for part in (before, line.text[start:end], behind))


def _letterless(text: str) -> str:
    m = _NO_LETTERS.match(text)
    return m[0] if m else ""


_NO_LETTERS = re.compile(f"[^A-Za-z{WORD_CHARACTERS}]*+")


def grouped_digits(m: re.Match[str], line: Line) -> str | None:
    """Say groups of digits with hyphens that are together as long as a phone number."""
    return digit_by_digit(m, line) if _digits_in(m["digits"]) in _PHONE_LENGTHS else None


_PHONE_LENGTHS = range(9, 16)


def vehicle(m: re.Match[str], line: Line) -> str:
    """Say the plate of a vehicle: its letters by name, its digits one by one, the hyphens between them kept."""
    parts = (_plate_part(part, line) for part in _PLATE_PART.findall(m["plate"]))
    return "".join(parts).rstrip()


def _plate_part(part: str, line: Line) -> str:
    run, separator = (part[:-1], part[-1]) if part[-1] in "- " else (part, " ")
    if is_letter(run[0]):
        return " ".join(letter_names()[letter] for letter in run) + separator
    return line.style.digits(run) + separator


_PLATE_PART = re.compile(f"(?:[A-Z]++|{D}++)[- ]?")

_LABEL = one_of(cells("spoken/identifiers", "word", "place", "before"))
_LABEL_AFTER = one_of(cells("spoken/identifiers", "word", "place", "after"))
_BETWEEN = one_of(cells("spoken/identifiers", "word", "place", "between"))
_LATIN = "A-Za-z"
_NO_LETTER = f"(?<![{_LATIN}{WORD_CHARACTERS}])"
# What may stand between the word that names an identifier and its digits: words, a mark, the letters it begins with.
_AFTER_LABEL = f"(?:[:.\\-]? ?{_BETWEEN}(?!{LETTERS}))*+[:.]?[ \\-]*+#?"
_PREFIX = f"(?P<prefix>(?:[A-Z]{{1,3}}|(?!{_BETWEEN}){LETTERS}{{1,6}})-? ?)?"
_GROUPS = rf"\+?{D}++(?:[- ]{D}++)*+"
_POINTED = rf"{D}{{2,6}}(?:\.{D}{{2,6}}){{2,4}}"  # accounts: ১২৩.৪৫৬.৭৮৯০
_PLATE = f"[A-Z]{{2}}[- ]?{D}{{2}}"
_WHOLE = f"(?![{_LATIN}_]|[.,:/]{D}|{DASH}{D})"

READINGS = (
    Reading(
        "phone",
        rf"(?<![0-9{BENGALI_DIGITS}{_LATIN}_])(?P<digits>{_GROUPS}){_WHOLE}(?P<tail>{CASE})?",
        found_digits,
        "ডাকো +৯১ ৯৮৭৬৫৪৩২১০",
        "ডাকো প্লাস নয় এক নয় আট সাত ছয় পাঁচ চার তিন দুই এক শূন্য",
        "০৫-০৬ জন",
        lead="+",
    ),
    Reading(
        "phone",
        f"{BEGIN}(?<!{D}-)(?P<digits>{D}{{3,5}}(?:-{D}{{3,6}}){{1,3}}){_WHOLE}(?P<tail>{CASE})?",
        grouped_digits,
        "টোল ফ্রি ১৬০০-১২৩-৪৫৬৭",
        "টোল ফ্রি এক ছয় শূন্য শূন্য এক দুই তিন চার পাঁচ ছয় সাত",
        "১৯৯০-১৯৯৫",
        "digits -",
    ),
    Reading(
        "vehicle",
        rf"{cue('plate')}[- ]{LETTERS}{{1,3}}[- ](?P<said>(?P<plate>{D}{{2}}-{D}{{4}}))(?!{D})",
        vehicle,
        "ঢাকা মেট্রো-গ ১২-৩৪৫৬",
        "ঢাকা মেট্রো-গ এক দুই-তিন চার পাঁচ ছয়",
        "ঢাকা বিভাগ ১২-৩৪৫৬",
        "digits -",
        f"{D}{{2}}-{D}{{4}}",
    ),
    Reading(
        "vehicle",
        rf"(?<![0-9{_LATIN}_])(?P<plate>[A-Z]{{2}}[- ]?{D}{{2}}[- ]?[A-Z]{{1,2}}[- ]?{D}{{4}})(?![{_LATIN}0-9_])",
        vehicle,
        "গাড়ি WB-02-AB-1234",
        "গাড়ি ডব্লিউ বি-শূন্য দুই-এ বি-এক দুই তিন চার",
        "গাড়ি B-02",
        trigger=_PLATE,
    ),
    Reading(
        "vehicle",
        rf"(?<!{LETTERS}){cue('vehicle')}(?: {cue('vehicle')})?:? "
        rf"(?P<said>(?P<plate>[A-Z]{{2}}[- ]?{D}{{2}}[- ]{D}{{4}}))(?!{D})",
        vehicle,
        "গাড়ির নম্বর WB 06 1234",
        "গাড়ির নম্বর ডব্লিউ বি শূন্য ছয় এক দুই তিন চার",
        "দাম WB 06 1234",
        trigger=_PLATE,
    ),
    Reading(
        "identifier",
        rf"{_NO_LETTER}{_LABEL}(?![{_LATIN}{WORD_CHARACTERS}]){_AFTER_LABEL}"
        rf"(?P<said>{_PREFIX}(?P<digits>{_POINTED}|{_GROUPS})(?![{_LATIN}]|[.,:/]{D})(?P<tail>{CASE})?)",
        identifier,
        "ওটিপি 938221",
        "ওটিপি নয় তিন আট দুই দুই এক",
        "ওটিপি এসেছে ৩ বার",
        trigger=_LABEL,
    ),
    Reading(
        "shortcode",
        rf"{BEGIN}(?P<digits>{D}{{3,16}})(?={JOIN}এ (?:ফোন|কল)| (?:নম্বরে|নাম্বারে)(?!{LETTERS})| {_LABEL_AFTER})"
        rf"(?P<tail>{CASE})?",
        digit_by_digit,
        "৯৯৯ নম্বরে কল করুন",
        "নয় নয় নয় নম্বরে কল করুন",
        "৯৯৯ নম্বর পেয়েছে",
    ),
    Reading(
        "postcode",
        rf"(?<={LETTERS}-)(?P<digits>{D}{{6}})(?!{D}|[.,:/-]{D})(?P<tail>{CASE})?",
        digit_by_digit,
        "কলকাতা-৭০০০১৬",
        "কলকাতা-সাত শূন্য শূন্য শূন্য এক ছয়",
        "দল-৭০০",
        "digits -",
        lead="",
    ),
)
