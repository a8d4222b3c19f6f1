"""Readings of single numbers: ordinals, Roman numerals, sums, negatives, and numbers with an ending."""

import re

from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.ordinal_marks import ordinal_marks
from banglanorm.numbers.roman import roman_value
from banglanorm.numbers.spelling import number_to_words
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import AA_KAR, BENGALI_DIGITS, SIGNS
from banglanorm.spoken.measures import signed
from banglanorm.spoken.patterns import BEGIN, END, LETTERS, NUMBER, TAIL, WHOLE, D, cue
from banglanorm.spoken.reading import Line, Reading, one_of, words_of
from banglanorm.spoken.style import joined
from banglanorm.spoken.tails import with_tail


def ordinal(m: re.Match[str], line: Line) -> str | None:
    """Say ৩য়, ৪০তম, ১৯শ শতক."""
    number = int(to_ascii_digits(m["number"]).replace(",", ""))
    mark, rest = nfc(m["mark"]), m["rest"] or ""
    if mark == "শ":
        return number_to_words(number, ordinal=True) + rest if 10 < number < 21 else None
    if mark == "তম":
        return line.style.cardinal(m["number"]) + ("" if m["blank"] == "" else " ") + "তম" + rest
    if number == 0 or mark not in ordinal_marks(number):
        return None
    return number_to_words(number, ordinal=True) + rest


def roman(m: re.Match[str], line: Line) -> str | None:
    """Say a Roman numeral after খণ্ড, অধ্যায়, পার্ট; one of two letters or more after any Bengali word."""
    value = roman_value(m["said"])
    return line.style.cardinal(str(value)) if value else None


def roman_class(m: re.Match[str], line: Line) -> str | None:
    """Say VI শ্রেণি as ষষ্ঠ শ্রেণি."""
    value = roman_value(m["said"])
    return number_to_words(value, ordinal=True) if value else None


def operator(m: re.Match[str], line: Line) -> str:
    """Say + − × ÷ = between operands."""
    return f" {words_of('signs')[m['sign'] or m['sign2']]} "


def negative(m: re.Match[str], line: Line) -> str | None:
    """Say -৫ where it opens a line or bracket, after a word that asks for a value, before degrees, with a point."""
    before = line.before(m.start())
    is_open = not before.strip() or before.rstrip()[-1] in "([=" or re.search(f"{cue('negative')} $", before)
    if not (is_open or re.match(f" {cue('degree')}", line.behind(m.end())) or "." in m["number"]):
        return None
    return joined(signed(m, line), m["tail"] or "")


def mixed_point(m: re.Match[str], line: Line) -> str:
    """Say the digits after the word দশমিক one by one: ১৪ দশমিক ৪২."""
    return joined(line.style.digits(m["digits"]), m["tail"] or "")


def bare_point(m: re.Match[str], line: Line) -> str:
    """Say .৫ with its point."""
    return joined(f"দশমিক {line.style.digits(m['digits'])}", m["tail"] or "")


def plain(m: re.Match[str], line: Line) -> str | None:
    """Say a number with its ending; one with leading zeros, or too long to be counted, digit by digit."""
    number, tail = m["number"], m["tail"] or ""
    if tail and tail[0] in SIGNS:
        return None  # a digit typed into a word
    if _is_code(number, m.start(), line):
        return with_tail(" দশমিক ".join(map(line.style.digits, number.split("."))), tail)
    return with_tail(line.style.cardinal(number), tail)


def _is_code(number: str, at: int, line: Line) -> bool:
    if "." in number or "," in number:
        return len(number) > _MOST_DIGITS
    if number[0] in "0০" and len(number) > 2:
        return True
    known = line.number_at(at) if len(number) > _MOST_COUNTED else None
    return len(number) > _MOST_DIGITS or (len(number) > _MOST_COUNTED and not (known and known.unit))


_MOST_COUNTED = 10  # without commas and a unit, what is longer is the number of something
_MOST_DIGITS = 25  # nobody says a longer number as one


def named(m: re.Match[str], line: Line) -> str:
    """Say টি-২০ and 2nd in English, as they are said."""
    return words_of("names")[to_ascii_digits(m[0])]


def _either_digits(pattern: str) -> str:
    """Let each digit stand for that of both scripts."""
    return re.sub("[0-9]", lambda m: f"[{m[0]}{BENGALI_DIGITS[int(m[0])]}]", pattern)


def keep(m: re.Match[str], line: Line) -> str:
    """Leave it as it is."""
    return m[0]


KEPT = (
    Reading(
        "keep",
        rf"(?:^[ \t]*[(\[]?|(?<=[।?!] )){D}{{1,2}}[.)\]](?= |$)|^[ \t]*{D}{{1,2}}।(?= )",
        keep,
        "১. শুরু। ২. শেষ",
        "১. শুরু। ২. শেষ",
        "১ শুরু",
        trigger=f"{D}[.)\\]।](?: |$)",
    ),
    Reading(
        "keep",
        r"&?#[0-9]{2,6};|&?#x[0-9A-Fa-f]{2,6};|#[0-9A-Fa-f]{6}(?![0-9A-Za-z])|%[.0-9$]{1,6}[A-Za-z]|\{[0-9]{1,2}\}",
        keep,
        "রং #808000, নাম %1$s",
        "রং #808000, নাম %1$s",
        "১০%",
        "#%{",
    ),
)

NAMED = (
    Reading(
        "name",
        rf"(?<![A-Za-z_.-])(?<!{LETTERS})(?<!{D})(?<!{D} ){_either_digits(one_of(list(words_of('names'))))}"
        rf"(?![A-Za-z_]|{LETTERS}|{D})",
        named,
        "টি-২০ ম্যাচ, ২ন্ড ইনিংস",
        "টি-টোয়েন্টি ম্যাচ, সেকেন্ড ইনিংস",
        "১০ টি ২০ টাকার নোট, T200",
    ),
)

READINGS = (
    Reading(
        "ordinal",
        f"{BEGIN}(?P<number>{WHOLE})(?P<blank> ?)(?P<mark>তম|ম|য়|র্থ|ষ্ঠ|শ(?= {cue('after_rank')}))"
        f"(?P<rest>(?:{cue('rank_ending')}|{AA_KAR})?)(?!{LETTERS})",
        ordinal,
        "৩য় তলা, ৪০তম",
        "তৃতীয় তলা, চল্লিশতম",
        "৩টি তলা",
    ),
    Reading(
        "symbol",
        f"(?<={D}) ?(?P<sign>[+÷×=\N{MINUS SIGN}]) ?(?={D})|(?<={D}) (?P<sign2>-) (?={D}{{1,4}} =)",
        operator,
        "২ + ৩ = ৫",
        "দুই প্লাস তিন সমান পাঁচ",
        "ক + খ",
        "+÷×=\N{MINUS SIGN}",
    ),
    Reading("symbol", rf"(?<={D})\+(?![{D[1:-1]}+=])", lambda m, line: " প্লাস", "১৮+ ছবি", "আঠারো প্লাস ছবি", "ক+", "+"),
    Reading("symbol", rf"±(?= ?{D})", lambda m, line: "প্লাস মাইনাস ", "±৫", "প্লাস মাইনাস পাঁচ", "± ক", "±"),
    Reading(
        "negative",
        f"(?P<minus>(?<![^\\s(\\[\"'“‘=])[-\N{MINUS SIGN}])(?P<number>{NUMBER}){END}{TAIL}",
        negative,
        "-৩ থেকে ৩",
        "মাইনাস তিন থেকে তিন",
        "পর্ব -৩",
        "digits -\N{MINUS SIGN}",
        lead="-\N{MINUS SIGN}",
    ),
    Reading(
        "roman",
        rf"(?<![A-Za-z.])(?P<said>[IVX]{{1,5}})(?= {cue('roman_before')})",
        roman_class,
        "VI শ্রেণি",
        "ষষ্ঠ শ্রেণি",
        "MI শ্রেণি",
        "IVX",
    ),
    Reading(
        "roman",
        rf"(?<!{LETTERS}){cue('roman')}[ -](?P<said>[IVX]{{1,5}})(?![A-Za-z.])",
        roman,
        "পর্ব V",
        "পর্ব পাঁচ",
        "ভিটামিন C",
        "IVX",
    ),
    Reading(
        "roman",
        rf"(?<={LETTERS} )(?P<said>[IVX]{{2,5}})(?![A-Za-z.]|-[A-Za-z])",
        roman,
        "এলিজাবেথ II",
        "এলিজাবেথ দুই",
        "এলিজাবেথ CV",
        "IVX",
    ),
    Reading(
        "decimal",
        rf"(?<=দশমিক )(?P<digits>{D}{{2,6}})(?![A-Za-z]|[.,:/]{D}){TAIL}",
        mixed_point,
        "১৪ দশমিক ৪২",
        "চৌদ্দ দশমিক চার দুই",
        "১৪ দফা ৪২",
        lead="",
    ),
    Reading(
        "decimal",
        rf"(?<![^\s(])\.(?P<digits>{D}{{1,4}})(?![A-Za-z]|[.,:/]{D}){TAIL}",
        bare_point,
        ".৫ শতাংশ",
        "দশমিক পাঁচ শতাংশ",
        ". ৫",
        "digits .",
        lead=".",
    ),
    Reading(
        "cardinal", f"{BEGIN}(?P<number>{NUMBER})(?![A-Za-z]|[.,:/]{D}){TAIL}", plain, "১২টি বই", "বারোটি বই", "H2O"
    ),
)
