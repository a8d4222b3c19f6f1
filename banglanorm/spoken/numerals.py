"""Readings of numbers: counts, money, measures, shares, ranges, scores, and digits one by one."""

import re
from fractions import Fraction
from functools import cache

from banglanorm.endings import is_ending
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.ordinal_marks import ordinal_marks
from banglanorm.numbers.spelling import number_to_words
from banglanorm.script.characters import is_letter
from banglanorm.script.letters import SIGNS
from banglanorm.spoken.patterns import BEGIN, CASE, DASH, END, JOIN, LETTERS, NUMBER, SCALE, TAIL, WHOLE, D
from banglanorm.spoken.reading import Line, Reading, one_of, words_of
from banglanorm.spoken.style import joined
from banglanorm.tables import read_table


def _number(digits: str) -> int:
    return int(to_ascii_digits(digits).replace(",", ""))


# --- digits one by one ------------------------------------------------------------------------------------------------


def digit_by_digit(m: re.Match[str], line: Line) -> str | None:
    """Say a phone number, a code or an account digit by digit, an opening + as প্লাস."""
    sign = "প্লাস " if "+" in m["digits"] else ""
    begin = " " if is_letter(m.string[: m.start("digits")][-1:]) else ""  # A01234567
    return f"{begin}{sign}{joined(line.style.digits(m['digits']), m['tail'] or '')}"


def identifier(m: re.Match[str], line: Line) -> str | None:
    """Say the number after a word that names identifiers, unless it counts something."""
    known = line.number_at(m.start("digits"))
    if known and (known.unit or known.kind not in ("cardinal", "label", "phone", "digits", "range")):
        return None
    if len(re.sub(f"(?!{D}).", "", m["digits"])) < _FEWEST_DIGITS or line.date_at(m.start("digits")):
        return None
    return digit_by_digit(m, line)


_FEWEST_DIGITS = 3


def found_digits(m: re.Match[str], line: Line) -> str | None:
    """Say what the finder of numbers knows to be a phone number or digits."""
    if len(m["digits"]) < _FEWEST_DIGITS:
        return None
    known = line.number_at(m.start("digits"))
    if known is None or known.kind not in ("phone", "digits") or known.end < m.end("digits"):
        return None
    return digit_by_digit(m, line)


def grouped_digits(m: re.Match[str], line: Line) -> str | None:
    """Say groups of digits with hyphens that are together as long as a phone number."""
    return digit_by_digit(m, line) if len(m["digits"].replace("-", "")) in _PHONE_LENGTHS else None


_PHONE_LENGTHS = range(9, 16)


# --- money ------------------------------------------------------------------------------------------------------------


def _currencies() -> dict[str, tuple[str, str]]:
    return {row["sign"]: (row["unit"], row["hundredth"]) for row in read_table("spoken/currencies")}


def money(m: re.Match[str], line: Line) -> str | None:
    """Say ৳৩৫ হাজার: the currency after the number and its scale."""
    unit = _currencies()[m["sign"].rstrip(". ")][0]
    if unit == "রুপি" and line.style.style == "in":
        unit = "টাকা"
    spoken = line.style.cardinal(m["number"]) + (m["scale"] or "")
    if m["unit"]:  # ৳৫০০ টাকা
        return f"{spoken} {m['unit'].strip()}"
    return joined(f"{spoken} {unit}", m["tail"] or "")


def price(m: re.Match[str], line: Line) -> str:
    """Say ৫০/- and ১০০/= টাকা."""
    return f"{line.style.cardinal(m['number'])} টাকা"


def paisa(m: re.Match[str], line: Line) -> str:
    """Say ১২২.৫০ টাকা with its paisa."""
    rest = m["ending"] or ""
    hundredths = line.style.cardinal(m["part"].lstrip("0০") or "0")
    if not m["part"].strip("0০"):
        return f"{line.style.cardinal(m['number'])} টাকা{rest}"
    return joined(f"{line.style.cardinal(m['number'])} টাকা {hundredths} পয়সা", rest)


# --- measures, shares -------------------------------------------------------------------------------------------------


def measure(m: re.Match[str], line: Line) -> str:
    """Say a number with a unit in short: ৫ কিমি, ৮৫%, ৪৪°C."""
    unit = words_of("units")[m["unit"].rstrip(".")]
    tail = m["tail"] or ""
    return f"{_signed(m, line)} {joined(unit, tail) if tail else unit}"


def _signed(m: re.Match[str], line: Line) -> str:
    return ("মাইনাস " if m["minus"] else "") + line.style.cardinal(m["number"])


def negative(m: re.Match[str], line: Line) -> str:
    """Say -৫."""
    return joined(_signed(m, line), m["tail"] or "")


def range_of_measures(m: re.Match[str], line: Line) -> str:
    """Say ৫-১০%."""
    unit = words_of("units")[m["unit"].rstrip(".")]
    return f"{line.style.cardinal(m['number'])}-{line.style.cardinal(m['second'])} {joined(unit, m['tail'] or '')}"


def feet_and_inches(m: re.Match[str], line: Line) -> str:
    """Say ৫ feet and ৬ inches from their signs."""
    inches = f" {line.style.cardinal(m['inches'])} ইঞ্চি" if m["inches"] else ""
    return f"{line.style.cardinal(m['feet'])} ফুট{inches}"


def by(m: re.Match[str], line: Line) -> str:
    """Say ১২×১০ as বারো বাই দশ."""
    parts = re.split(" ?[×xX*] ?", m[0])
    return " বাই ".join(map(line.style.cardinal, parts))


def fraction(m: re.Match[str], line: Line) -> str | None:
    """Say ৩/৪ as a share, ৪/৫ দিন as a guess, ১৮৫/৬ as a cricket score, ৫৯/১ as an address."""
    above, below = _number(m["above"]), _number(m["below"])
    if m["whole"]:
        if not 0 < above < below:
            return None
        return f"{line.style.cardinal(m['whole'])} পূর্ণ {_share(above, below)}"
    if below == above + 1 and _COUNTED.match(line.text, m.end()):
        return f"{line.style.cardinal(m['above'])}-{line.style.cardinal(m['below'])}"
    if below <= 10 < above and _CRICKET.search(line.text):
        return f"{line.style.cardinal(m['below'])} উইকেটে {line.style.cardinal(m['above'])}"
    if 0 < above < below <= 20:
        return _share(above, below)
    return f"{line.style.cardinal(m['above'])} বাই {line.style.cardinal(m['below'])}"


_COUNTED = re.compile(f" (?:দিন|জন|মাস|বছর|বার|ঘণ্টা|মিনিট|সপ্তাহ|টি|টা|মাইল|কিলোমিটার|হাজার|লাখ|ফুট){LETTERS}*+")
_CRICKET = re.compile("স্কোর|রান|উইকেট|ওভার|ইনিংস|অলআউট|ব্যাট")


def _share(above: int, below: int) -> str:
    return (
        "আধা"
        if (above, below) == (1, 2)
        else number_to_words(Fraction(above, below))
        if _is_lowest(above, below)
        else f"{number_to_words(below)} ভাগের {number_to_words(above)} ভাগ"
    )


def _is_lowest(above: int, below: int) -> bool:
    return Fraction(above, below).denominator == below


_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_VULGAR |= {"⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅛": Fraction(1, 8)}


def vulgar(m: re.Match[str], line: Line) -> str:
    """Say ½ as আধা, ১½ as দেড়."""
    share = _VULGAR[m["sign"]]
    if not m["whole"]:
        return "আধা" if share == Fraction(1, 2) else number_to_words(share)
    whole = _number(m["whole"])
    if share.denominator in (2, 4):
        return joined(number_to_words(whole + share), m["tail"] or "")
    return f"{line.style.cardinal(m['whole'])} পূর্ণ {number_to_words(share)}"


def ratio(m: re.Match[str], line: Line) -> str:
    """Say ৩:২ as তিন অনুপাত দুই, and the verse ২:১৮৩ as দুই একশো তিরাশি."""
    between = " " if _VERSE.search(line.text, 0, m.start()) else " অনুপাত "
    return f"{line.style.cardinal(m['first'])}{between}{line.style.cardinal(m['second'])}"


_VERSE = re.compile("সূরা|সুরা|আয়াত|কোরআন|কুরআন|বাইবেল|গীতা|শ্লোক|অধ্যায়")


def span(m: re.Match[str], line: Line) -> str | None:
    """Say ৮-১০ as আট-দশ, and scores alike."""
    return f"{line.style.cardinal(m['first'])}-{joined(line.style.cardinal(m['second']), m['tail'] or '')}"


# --- ordinals, Roman numerals, sums -----------------------------------------------------------------------------------


def ordinal(m: re.Match[str], line: Line) -> str | None:
    """Say ৩য়, ৪০তম, ১৯শ শতক."""
    number = _number(m["number"])
    mark, rest = m["mark"], m["rest"] or ""
    if mark == "শ":
        return number_to_words(number, ordinal=True) + rest if 10 < number < 21 else None
    if mark == "তম":
        return line.style.cardinal(m["number"]) + ("" if m["blank"] == "" else " ") + "তম" + rest
    if number == 0 or mark not in ordinal_marks(number)[:1]:
        return None
    return number_to_words(number, ordinal=True) + rest


def roman(m: re.Match[str], line: Line) -> str:
    """Say a Roman numeral after খণ্ড, অধ্যায়, পার্ট."""
    return line.style.cardinal(str(_ROMAN[m["said"]]))


_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11}
_ROMAN |= {"XII": 12, "XIII": 13, "XIV": 14, "XV": 15, "XVI": 16, "XVII": 17, "XVIII": 18, "XIX": 19, "XX": 20}
_SIGNS = {"+": "প্লাস", "-": "মাইনাস", "−": "মাইনাস", "–": "মাইনাস", "×": "গুণ", "÷": "ভাগ", "=": "সমান"}


def operator(m: re.Match[str], line: Line) -> str:
    """Say + − × ÷ = between operands."""
    return f" {_SIGNS[m['sign']]} "


def plain(m: re.Match[str], line: Line) -> str | None:
    """Say a number with its ending; one with leading zeros digit by digit."""
    if m["number"][0] in "0০" and len(m["number"]) > 1 and "." not in m["number"]:
        if len(m["number"]) > 2:
            return joined(line.style.digits(m["number"]), m["tail"] or "")
        return joined(line.style.cardinal(m["number"]), m["tail"] or "")
    if len(m["number"]) > _MOST_DIGITS:
        return joined(line.style.digits(m["number"]), m["tail"] or "")
    spoken, tail = line.style.cardinal(m["number"]), m["tail"] or ""
    if tail and tail[0] in SIGNS:
        return None  # a digit typed into a word
    if tail in _APART:
        return f"{spoken} {_APART[tail]}"
    if tail in _measures():
        return f"{spoken} {tail}"
    is_ending_of_digits = tail[:1] in _JOINS or len(tail) <= _SHORT or is_ending(tail, join="")
    return joined(spoken, tail) if is_ending_of_digits else f"{spoken} {tail}"


_JOINS = frozenset("-'’\N{HYPHEN}\N{NON-BREAKING HYPHEN}")
_SHORT = 3  # letters of what is written onto digits: শ, জি, টি


@cache
def _measures() -> frozenset[str]:
    """Return the measures that may be written onto digits but stand apart in words: ১২ফুট."""
    return frozenset(row["word"] for row in read_table("numbers/units") if row["type"] in ("MEASURE", "CURRENCY"))


_APART = {"নং": "নম্বর"}


_MOST_DIGITS = 25  # nobody says a longer number as one


def keep(m: re.Match[str], line: Line) -> str:
    """Leave it as it is."""
    return m[0]


_COUNTING = ("ONE", "SMALL", "NOY", "TENS", "HALF", "MIXED", "QUARTER", "SHOTO", "THOUSAND")
_UNIT_WORDS = [row["unit"] for row in read_table("spoken/units")]
_LATIN_UNITS = [unit for unit in _UNIT_WORDS if re.fullmatch("[A-Za-z]+", unit)]
_UNIT = f"(?P<unit>{one_of([*_UNIT_WORDS, *(unit + '.' for unit in _UNIT_WORDS if LETTERS and '.' not in unit[-1:])])})"
_UNIT_END = f"(?![A-Za-z0-9]|(?<![%°℃℉.]){LETTERS})"
_WORDS_BEFORE_UNITS = one_of([row["word"] for row in read_table("numbers/words") if row["type"] in _COUNTING])
_MINUS = f"(?P<minus>(?<![{LETTERS[1:-1]}0-9A-Za-z)])[-\N{MINUS SIGN}\N{EN DASH}](?={D}))"
_SIGN = one_of([row["sign"] for row in read_table("spoken/currencies")])
_LABEL = one_of([row["word"] for row in read_table("spoken/identifiers")])
# What may stand between the word that names an identifier and its digits.
_AFTER_LABEL = (
    "(?:[:.\\-]? ?(?:নম্বর|নাম্বার|নং|নম্বরে|আইডি|কোড|নম্বরটি|হলো|হল|করুন|পারেন|করতে|সেন্টার|অফিস))*+"
    "[:.]?[ \\-]*+(?:[A-Z]{1,3}-?)?"
)
_GROUPS = rf"\+?{D}++(?:[- ]{D}++)*+"

DIGITS = (
    Reading("keep", rf"^[ \t]*[(\[]?{D}{{1,2}}[.)\]](?= |$)", keep, "১. শুরু", "১. শুরু", "১ শুরু"),
    Reading(
        "phone",
        rf"(?<![0-9A-Za-z])(?P<digits>{_GROUPS})(?![A-Za-z]|[.,:/]{D}|{DASH}{D})(?P<tail>{CASE})?",
        found_digits,
        "ডাকো +৯১ ৯৮৭৬৫৪৩২১০",
        "ডাকো প্লাস নয় এক নয় আট সাত ছয় পাঁচ চার তিন দুই এক শূন্য",
        "০৫-০৬ জন",
    ),
    Reading(
        "phone",
        f"{BEGIN}(?P<digits>{D}{{3,5}}(?:-{D}{{3,6}}){{1,3}})(?![A-Za-z]|[.,:/]{D}|{DASH}{D})(?P<tail>{CASE})?",
        grouped_digits,
        "টোল ফ্রি ১৮০০-১২৩-৪৫৬৭",
        "টোল ফ্রি এক আট শূন্য শূন্য এক দুই তিন চার পাঁচ ছয় সাত",
        "১৯৯০-১৯৯৫",
        "-",
    ),
    Reading(
        "identifier",
        rf"(?<!{LETTERS}){_LABEL}{_AFTER_LABEL}(?P<said>(?P<digits>{_GROUPS})(?![A-Za-z]|[.,:/]{D})(?P<tail>{CASE})?)",
        identifier,
        "ওটিপি 938221",
        "ওটিপি নয় তিন আট দুই দুই এক",
        "ওটিপি এসেছে ৩ বার",
    ),
    Reading(
        "shortcode",
        rf"{BEGIN}(?P<digits>{D}{{3,6}})(?={JOIN}এ (?:ফোন|কল)| (?:নম্বরে|নাম্বারে)(?!{LETTERS}))(?P<tail>{CASE})?",
        digit_by_digit,
        "৯৯৯ নম্বরে কল করুন",
        "নয় নয় নয় নম্বরে কল করুন",
        "৯৯৯ নম্বর পেয়েছে",
    ),
)

READINGS = (
    Reading(
        "money",
        rf"(?P<sign>{_SIGN}\.?) ?(?P<number>{NUMBER})(?P<scale>(?: {SCALE}(?!{LETTERS}))*+)(?!{D})"
        rf"(?P<unit> টাকা{LETTERS}*+)?(?P<tail>{CASE}|{LETTERS}++)?",
        money,
        "বেতন ৳৩৫ হাজার, $২০",
        "বেতন পঁয়ত্রিশ হাজার টাকা, বিশ ডলার",
        "৳ চিহ্ন",
    ),
    Reading(
        "money",
        f"{BEGIN}(?P<number>{NUMBER})/[-=](?: ?টাকা(?!{LETTERS}))?",
        price,
        "মূল্য ৫০/-",
        "মূল্য পঞ্চাশ টাকা",
        "৫০/৬০",
        "/",
    ),
    Reading(
        "money",
        rf"{BEGIN}(?P<number>{WHOLE})\.(?P<part>{D}{{2}}) টাকা(?P<ending>{LETTERS}++)?",
        paisa,
        "১২২.৫০ টাকা",
        "একশো বাইশ টাকা পঞ্চাশ পয়সা",
        "১২২.৫ টাকা",
        ".",
    ),
    Reading(
        "measure",
        f"{BEGIN}(?P<number>{NUMBER}){DASH}(?P<second>{NUMBER}) ?{_UNIT}{_UNIT_END}(?P<tail>{CASE})?",
        range_of_measures,
        "৫-১০% মানুষ",
        "পাঁচ-দশ শতাংশ মানুষ",
        "৫-১০ মানুষ",
    ),
    Reading(
        "measure",
        f"{_MINUS}(?P<number>{NUMBER}) ?{_UNIT}{_UNIT_END}(?P<tail>{CASE})?",
        measure,
        "-৫°C",
        "মাইনাস পাঁচ ডিগ্রি সেলসিয়াস",
        "ক-৫°C",
        "-\N{MINUS SIGN}\N{EN DASH}",
    ),
    Reading(
        "measure",
        f"{BEGIN}(?P<minus>(?!))?(?P<number>{NUMBER}) ?{_UNIT}{_UNIT_END}(?P<tail>{CASE})?",
        measure,
        "৫ কিমি, ৮৫%",
        "পাঁচ কিলোমিটার, পঁচাশি শতাংশ",
        "৫ মিনার",
    ),
    Reading(
        "measure",
        f"(?<!{LETTERS}){_WORDS_BEFORE_UNITS} (?P<said>(?P<unit>{one_of(_LATIN_UNITS)}))(?![A-Za-z0-9])",
        lambda m, line: words_of("units")[m["unit"]],
        "আধা kg চাল",
        "আধা কেজি চাল",
        "আধা kilo চাল",
        "".join(sorted({unit[0] for unit in _LATIN_UNITS})),
    ),
    Reading(
        "measure",
        rf"{BEGIN}(?P<feet>{D}{{1,2}})['′’] ?(?:(?P<inches>{D}{{1,2}})[\"″”])",
        feet_and_inches,
        "উচ্চতা ৫'৬\"",
        "উচ্চতা পাঁচ ফুট ছয় ইঞ্চি",
        "৫'র",
        "'′’",
    ),
    Reading(
        "measure", f"{BEGIN}{NUMBER}(?: ?[×xX*] ?{NUMBER})++", by, "ঘরটি ১২×১০ ফুট", "ঘরটি বারো বাই দশ ফুট", "১২ ১০", "×xX*"
    ),
    Reading(
        "fraction",
        f"{BEGIN}(?:(?P<whole>{D}{{1,3}}) )?(?P<above>{D}{{1,4}})[/⁄](?P<below>{D}{{1,3}})(?!{D}|[.,:/]{D}|[A-Za-z])",
        fraction,
        "৩/৪ অংশ, ৪/৫ দিন",
        "তিন-চতুর্থাংশ অংশ, চার-পাঁচ দিন",
        "চা/কফি",
        "/⁄",
    ),
    Reading(
        "address",
        f"{BEGIN}(?P<above>{D}{{1,4}})/(?={LETTERS}(?!{LETTERS}))",
        lambda m, line: line.style.cardinal(m["above"]) + " বাই ",
        "বাসা ৩/ব",
        "বাসা তিন বাই ব",
        "৩/৪",
        "/",
    ),
    Reading(
        "fraction",
        f"(?:{BEGIN}(?P<whole>{D}{{1,4}}) ?)?(?P<sign>{one_of(list(_VULGAR))}){TAIL}",
        vulgar,
        "½ কাপ, ১½ কেজি",
        "আধা কাপ, দেড় কেজি",
        "১ কাপ",
        "".join(_VULGAR),
    ),
    Reading(
        "ratio",
        f"{BEGIN}(?P<first>{D}{{1,4}}) ?: ?(?P<second>{D}{{1,4}})(?!{D}|[:.]{D})",
        ratio,
        "অনুপাত ৩:২",
        "অনুপাত তিন অনুপাত দুই",
        "৩: শুরু",
        ":",
    ),
    Reading(
        "ordinal",
        f"{BEGIN}(?P<number>{WHOLE})(?P<blank> ?)(?P<mark>তম|ম|য়|য়|র্থ|ষ্ঠ|শ(?= শত))"
        f"(?P<rest>(?:বার|টি|টা|টির|ই|ও|র)?)(?!{LETTERS})",
        ordinal,
        "৩য় তলা, ৪০তম",
        "তৃতীয় তলা, চল্লিশতম",
        "৩টি তলা",
    ),
    Reading(
        "range",
        f"{BEGIN}(?P<first>{NUMBER}){DASH}(?P<second>{NUMBER})(?!{DASH}{D}|[.:/]{D}|[A-Za-z]){TAIL}",
        span,
        "৮-১০ গ্লাস",
        "আট-দশ গ্লাস",
        "৮ গ্লাস",
        "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}",
    ),
    Reading(
        "symbol",
        f"(?<={D}) ?(?P<sign>[+÷×=\N{MINUS SIGN}]) ?(?={D})|(?<={D}) (?P<sign2>-) (?={D}{{1,4}} =)",
        lambda m, line: f" {_SIGNS[m['sign'] or m['sign2']]} ",
        "২ + ৩ = ৫",
        "দুই প্লাস তিন সমান পাঁচ",
        "ক + খ",
        "+÷×=\N{MINUS SIGN}",
    ),
    Reading(
        "negative",
        f"(?<![{LETTERS[1:-1]}0-9A-Za-z)])(?P<minus>[-\N{MINUS SIGN}])(?P<number>{NUMBER}){END}{TAIL}",
        negative,
        "-৩ থেকে ৩",
        "মাইনাস তিন থেকে তিন",
        "- তিন",
        "-\N{MINUS SIGN}",
    ),
    Reading(
        "roman",
        f"(?:খণ্ড|অধ্যায়|পর্ব|পার্ট|ভলিউম|ধাপ|পর্যায়|শ্রেণি|গ্রেড|ইউনিট|তফসিল)[ -](?P<said>{one_of(list(_ROMAN))})(?![A-Za-z])",
        roman,
        "খণ্ড III",
        "খণ্ড তিন",
        "ভিটামিন C",
        "IVX",
    ),
    Reading(
        "cardinal", f"{BEGIN}(?P<number>{NUMBER})(?![A-Za-z]|[.,:/]{D}){TAIL}", plain, "১২টি বই", "বারোটি বই", "H2O"
    ),
)
