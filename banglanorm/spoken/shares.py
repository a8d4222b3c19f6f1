"""Readings of two numbers with a sign between them: fractions, ratios, scores, verses, ranges, sections of a law."""

import re
from fractions import Fraction

from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.spelling import number_to_words
from banglanorm.script.letters import VISARGA
from banglanorm.spoken.patterns import BEGIN, DASH, LETTERS, NUMBER, TAIL, D, counted_words, cue, measured_words
from banglanorm.spoken.ranges import between
from banglanorm.spoken.reading import Line, Reading, one_of
from banglanorm.spoken.style import joined
from banglanorm.spoken.tails import with_tail


def _number(digits: str) -> int:
    return int(to_ascii_digits(digits))


# --- fractions --------------------------------------------------------------------------------------------------------


def fraction(m: re.Match[str], line: Line) -> str | None:
    """Say ৩/৪ as a share, ৪/৫ দিন as a guess, ১৮৫/৬ as a cricket score, ৫৯/১ as an address."""
    above, below = _number(m["above"]), _number(m["below"])
    if m["whole"]:
        return _mixed(_number(m["whole"]), Fraction(above, below), line) if 0 < above < below else None
    spoken_above, spoken_below = line.style.cardinal(m["above"]), line.style.cardinal(m["below"])
    if 0 < above < below and _is_guess(above, below, m, line):
        return f"{spoken_above}-{spoken_below}"
    if below <= 10 < above and line.mentions(f"(?<!{LETTERS}){cue('cricket')}"):
        return f"{spoken_below} উইকেটে {spoken_above}"
    if re.search(cue("verse"), line.before(m.start())):
        return f"{spoken_above} {spoken_below}"
    if re.search(cue("address"), line.before(m.start())):
        return f"{spoken_above} বাই {spoken_below}"
    is_share = 0 < above < below <= (_LARGEST_SHARE if _SHARE_FOLLOWS.match(line.text, m.end()) else _LARGEST_PART)
    return _share(above, below) if is_share else f"{spoken_above} বাই {spoken_below}"


_LARGEST_SHARE, _LARGEST_PART = 20, 10  # with অংশ after it, and without: ৯/১১
_SHARE_FOLLOWS = re.compile(" ?অংশ")


def _is_guess(above: int, below: int, m: re.Match[str], line: Line) -> bool:
    """Say whether two numbers count what follows, one or the other: ১০/১২টি গাড়ি, ৩০/৪০ বছর, but ৩/৪ কেজি."""
    following = line.behind(m.end())
    if below > _WIDEST_GUESS * above:
        return False
    return re.match(f" ?{counted_words()}", following) is not None or (
        above > _LARGEST_QUARTER and re.match(f" ?{measured_words()}", following) is not None
    )


_WIDEST_GUESS = 2
_LARGEST_QUARTER = 3


def _mixed(whole: int, share: Fraction, line: Line) -> str:
    """Say দেড়, সোয়া তিন, পৌনে চার; other shares with পূর্ণ."""
    if share.denominator in (2, 4):
        return number_to_words(whole + share)
    return f"{line.style.cardinal(str(whole))} পূর্ণ {number_to_words(share)}"


def _share(above: int, below: int) -> str:
    if (above, below) == (1, 2):
        return "আধা"
    if Fraction(above, below).denominator == below:
        return number_to_words(Fraction(above, below))
    return f"{number_to_words(below)} ভাগের {number_to_words(above)} ভাগ"


_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_VULGAR |= {"⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅛": Fraction(1, 8)}


def vulgar(m: re.Match[str], line: Line) -> str:
    """Say ½ as আধা, ১½ as দেড়."""
    share = _VULGAR[m["sign"]]
    if not m["whole"]:
        return _share(share.numerator, share.denominator)
    return joined(_mixed(_number(m["whole"]), share, line), m["tail"] or "")


# --- ratios, scores, verses -------------------------------------------------------------------------------------------


def ratio(m: re.Match[str], line: Line) -> str | None:
    """Say ৩:২ as তিন অনুপাত দুই, the verse ২:১৮৩ as দুই একশো তিরাশি, ৩:১ গোলে as a score."""
    if not _number(m["first"]) or m["second"][0] in "0০":
        return None  # a time or a length of it: 0:49
    spoken = f"{line.style.cardinal(m['first'])}{_between(m, line)}{line.style.cardinal(m['second'])}"
    return f"{spoken}-{line.style.cardinal(m['last'])}" if m["last"] else spoken


def _between(m: re.Match[str], line: Line) -> str:
    if re.match(f" {cue('score')}", line.behind(m.end())):
        return "-"
    if m["last"] or re.search(cue("verse"), line.before(m.start())):
        return " "
    if _RATIO_FOLLOWS.match(line.text, m.end()):
        return " ইজ টু "
    return " অনুপাত "


_RATIO_FOLLOWS = re.compile(" অনুপাত")


def span(m: re.Match[str], line: Line) -> str | None:
    """Say ৮-১০ as আট-দশ, and scores alike; the ends of a range that is no guess have থেকে between them: ৫০০-৭০০."""
    first, second = line.style.cardinal(m["first"]), line.style.cardinal(m["second"])
    return f"{first}{between(m, line)}{with_tail(second, m['tail'] or '')}"


def section(m: re.Match[str], line: Line) -> str:
    """Say the section of a law: ৫৪(২) is চুয়ান্নর দুই."""
    return f"{joined(line.style.cardinal(m['section']), 'এর')} {line.style.cardinal(m['part'])}"


READINGS = (
    Reading(
        "fraction",
        f"{BEGIN}(?:(?P<whole>{D}{{1,3}}) )?(?P<above>{D}{{1,4}})[/⁄](?P<below>{D}{{1,4}})(?!{D}|[.,:/]{D}|[A-Za-z])",
        fraction,
        "৩/৪ অংশ, ১০/১২টি বই",
        "তিন-চতুর্থাংশ অংশ, দশ-বারোটি বই",
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
        f"{BEGIN}(?P<first>{D}{{1,4}}) ?[:{VISARGA}] ?(?P<second>{D}{{1,6}})"
        f"(?:{DASH}(?P<last>{D}{{1,3}}))?(?!{D}|[:.,]{D})",
        ratio,
        "অনুপাত ৩:২",
        "অনুপাত তিন অনুপাত দুই",
        "৩: শুরু",
        f":{VISARGA}",
    ),
    Reading(
        "law",
        rf"{BEGIN}(?P<section>{D}{{1,3}})(?: (?=\({D}++\) {cue('law')}))?\((?P<part>{D}{{1,2}})\)"
        rf"(?= ?(?:\(|{cue('law')})|[ ,।)]|$)",
        section,
        "ধারা ৫৪(২) এর",
        "ধারা চুয়ান্নর দুই এর",
        "রহিম (২)",
        "(",
    ),
    Reading(
        "range",
        f"{BEGIN}(?P<first>{NUMBER}){DASH}(?P<second>{NUMBER})(?!{DASH}{D}|[.:/]{D}|[A-Za-z]){TAIL}",
        span,
        "৮–১০ গ্লাস",
        "আট-দশ গ্লাস",
        "৮ গ্লাস",
        "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}",
    ),
)
