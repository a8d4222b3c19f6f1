"""Readings of what is not a number: abbreviations, acronyms, addresses, signs."""

import re

from banglanorm.lexer import fold_word
from banglanorm.numbers.making import NUMERAL_TYPES
from banglanorm.numbers.words import read_word
from banglanorm.script.characters import is_digits
from banglanorm.script.letters import VISARGA
from banglanorm.spoken.patterns import LETTERS, SCALE, D, cue
from banglanorm.spoken.reading import Line, Reading, letter_names, one_of, words_of
from banglanorm.tables import read_table

_MARK = f"[.{VISARGA}:]"


def _abbreviations(*places: str) -> dict[str, str]:
    rows = read_table("spoken/abbreviations")
    return {row["abbreviation"]: row["spoken"] for row in rows if row["place"] in places}


def _spoken(places: tuple[str, ...], m: re.Match[str], line: Line) -> str | None:
    return _abbreviations(*places)[m["short"]] if line.style.abbreviations else None


def title(m: re.Match[str], line: Line) -> str | None:
    """Say ড. before a name as ডক্টর, আ. before র as আব্দুর and else as আব্দুল; after a prophet it is a blessing."""
    name = line.behind(m.end()).lstrip()
    is_blessing = m["short"] in _abbreviations("after_name") and _follows(cue("prophet"), m, line)
    if is_blessing or _is_number(name) or _is_after_number(m, line) or _is_sigh(m, name, line):
        return None
    return _spoken(("name before র",) if m["short"] == "আ" and name.startswith("র") else ("name",), m, line)


def _follows(words: str, m: re.Match[str], line: Line) -> bool:
    return re.search(f"(?<!{LETTERS}){words} *+$", line.before(m.start())) is not None


def _is_sigh(m: re.Match[str], name: str, line: Line) -> bool:
    """Say whether sighs or laughter stand beside it, so that it is no title: হাঃ হাঃ, আঃ হাঃ রে."""
    sigh = f"{cue('sigh')}(?!{LETTERS})"
    beside = re.match(sigh, name) is not None or _follows(sigh, m, line)
    return beside and re.match(sigh, m[0].strip()) is not None


def _is_number(text: str) -> bool:
    """Say whether a text begins with a number word, which is no name: মি. ১২ stays when its digits are words."""
    word = _WORD.match(text)
    pieces = read_word(fold_word(word[0]), None) if word else None
    return pieces is not None and pieces[0].type in NUMERAL_TYPES | {"ORDINAL", "DATE_ORDINAL"}


def _is_after_number(m: re.Match[str], line: Line) -> bool:
    """Say whether a number word stands before it: মি. after ১০ is a measure, also when its digits are words."""
    word = _LAST_WORD.search(line.before(m.start()))
    return word is not None and _is_number(word[0])


_WORD = re.compile(f"{LETTERS}++")
_LAST_WORD = re.compile(f"(?<!{LETTERS}){LETTERS}++(?= ?\\Z)")


def party(m: re.Match[str], line: Line) -> str | None:
    """Say আ.লীগ as আওয়ামী লীগ."""
    spoken = _spoken(("party",), m, line)
    return spoken if spoken is None or line.text[m.end() : m.end() + 1] == " " else spoken + " "


def after_name(m: re.Match[str], line: Line) -> str | None:
    """Say the blessing after a holy name, that of a woman in its own form, and (অব.)."""
    if _is_after_number(m, line):
        return None
    is_woman = re.search(f"{cue('woman')}[ (\\[]*+$", line.before(m.start()))
    place = "after_woman" if is_woman and m["short"] in _abbreviations("after_woman") else "after_name"
    return _spoken((place,), m, line)


def other(m: re.Match[str], line: Line) -> str | None:
    """Say an abbreviation that stands anywhere."""
    return _spoken(("any", "word", "before_number", "after_number"), m, line)


def degree(m: re.Match[str], line: Line) -> str | None:
    """Say এম.এ. without its points."""
    return m[0].replace(".", "") if line.style.abbreviations else None


def initials(m: re.Match[str], line: Line) -> str | None:
    """Say ডি. and এ.কে. before a name without their points."""
    return m[0].replace(".", " ").rstrip() if line.style.abbreviations else None


def acronym(m: re.Match[str], line: Line) -> str | None:
    """Say Latin capitals by the names of their letters, or as the word they have become; an English word stays."""
    if not line.style.acronyms:
        return None
    word = words_of("acronyms").get(m["letters"])
    if word is None and _READABLE.fullmatch(m["letters"]):
        return None
    return word or "".join(letter_names()[letter] for letter in m["letters"])


# Four capitals or more that English could say as a word: LOVE, RUBBISH; not BCIC, IUCN.
_VOWEL, _CONSONANT = "[AEIOUY]{1,2}+", "[BCDFGHJKLMNPQRSTVWXYZ]"
_ONSET = f"(?:[BCFGPS]L|[BCDFGPTKW]R|[CGPSTW]H|S[CKMNPTW]|TW|QU|{_CONSONANT})"
_CODA = f"(?:[LNR][BCDFGKMNPST]|S[HKPST]|C[HKT]|[GPT]H|[FP]T|MP|BB|DD|FF|GG|LL|MM|PP|TT|ZZ|{_CONSONANT})"
_READABLE = re.compile(f"(?=.{{4}}){_ONSET}?(?:{_VOWEL}{_CODA})+(?:{_VOWEL})?")


def address(m: re.Match[str], line: Line) -> str:
    """Say a link or an e-mail address: dots, slashes and digits by name, known parts in Bengali."""
    parts = _ADDRESS_PART.findall(re.sub("^[a-z]+://", "", m["address"]))
    return " ".join(_address_part(part, line) for part in parts)


def _address_part(part: str, line: Line) -> str:
    if part in words_of("address_signs"):
        return words_of("address_signs")[part]
    return line.style.digits(part) if is_digits(part) else words_of("address_words").get(part.lower(), part)


_ADDRESS_PART = re.compile(f"{D}++|[A-Za-z]++|{LETTERS}++|[^ ]")

_NAME = f"(?= ?{LETTERS})"
_LETTER_NAMES = one_of([row["bn"] for row in read_table("names/letter_names")])
_LETTER = f"(?!{cue('letter_word')}\\.){_LETTER_NAMES}"
_LONE = f"(?<!{LETTERS})(?<!{LETTERS}[.-])"


def _shorts(place: str) -> str:
    return one_of(list(_abbreviations(place)))


def _pattern(place: str, after: str) -> str:
    return f"{_LONE}(?P<short>{_shorts(place)}){after}"


ADDRESSES = (
    Reading(
        "url",
        r"(?P<address>(?:https?://|www\.)[A-Za-z0-9./_@:-]*[A-Za-z0-9/]|[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+\.[a-z]{2,}"
        r"|(?<![A-Za-z0-9.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|info|gov|edu)(?:\.bd|\.in)?(?:/[A-Za-z0-9/_-]+)?)(?![A-Za-z0-9])",
        address,
        "দেখুন www.prokash.com",
        "দেখুন ডব্লিউ ডব্লিউ ডব্লিউ ডট prokash ডট কম",
        "দেখুন prokash",
        ".@",
        "[A-Za-z0-9_-][.@:]|@",
    ),
)

READINGS = (
    Reading(
        "abbreviation",
        _pattern("word", rf"\.?(?!{LETTERS}|{VISARGA})"),
        other,
        "নং ৫",
        "নম্বর পাঁচ",
        "রং ৫",
        "নকই",
        _shorts("word"),
    ),
    Reading(
        "abbreviation",
        _pattern("party", r"\.(?= ?লীগ)"),
        party,
        "আ.লীগের সভা",
        "আওয়ামী লীগের সভা",
        "আ. করিম",
        ".",
        rf"{_shorts('party')}\.",
    ),
    Reading(
        "abbreviation",
        rf"{_LONE}(?<!{D} )(?P<short>{_shorts('name')})"
        rf"(?:\.{_NAME}|{VISARGA}(?= ?{LETTERS}{{2}})|:(?= {LETTERS}{{2}}))(?! ?\))",
        title,
        "ড. রহিম",
        "ডক্টর রহিম",
        "ইংল্যান্ড।",
        f".{VISARGA}:",
        _shorts("name") + _MARK,
    ),
    Reading(
        "abbreviation",
        rf"(?:(?<=[(\[])|(?<={LETTERS} ))(?P<short>{_shorts('after_name')})"
        rf"(?:\.|{VISARGA}|:)(?=[)\]]| )",
        after_name,
        "মুসা (আ.) নবী",
        "মুসা (আলাইহিস সালাম) নবী",
        "সারা। তারা।",
        f".{VISARGA}:",
        _shorts("after_name") + _MARK,
    ),
    Reading(
        "abbreviation",
        _pattern("any", rf"{_MARK}(?!{LETTERS})"),
        other,
        "করিম লি. এর",
        "করিম লিমিটেড এর",
        "লিড দিল",
        f".{VISARGA}:",
        _shorts("any") + _MARK,
    ),
    Reading(
        "abbreviation",
        _pattern("before_number", rf"{_MARK}(?= ?{D})"),
        other,
        "পৃ. ৫",
        "পৃষ্ঠা পাঁচ",
        "পৃ. ক",
        f".{VISARGA}:",
        _shorts("before_number") + _MARK,
    ),
    Reading(
        "abbreviation",
        rf"(?<={D} )(?P<short>{_shorts('after_number')})(?:\.|{VISARGA})(?!{LETTERS})",
        other,
        "১৮৬১ খ্রি. জন্ম",
        "আঠারোশো একষট্টি খ্রিস্টাব্দ জন্ম",
        "খ্রি. জন্ম",
        f".{VISARGA}",
        _shorts("after_number") + _MARK,
    ),
    Reading(
        "abbreviation",
        rf"(?<!{LETTERS})(?<!{LETTERS}\.){cue('degree_first')}"
        rf"(?:\.{cue('degree_rest')})++\.?+(?!{LETTERS})(?! ?{LETTERS}\.)",
        degree,
        "এম.এ. পাস",
        "এমএ পাস",
        "করে. এল",
        ".",
        rf"{cue('degree_first')}\.",
    ),
    Reading(
        "abbreviation",
        rf"(?<!{LETTERS})(?<!{LETTERS}\.)(?:{_LETTER}\.){{1,4}}(?=(?: {_LETTER}\.){{0,3}} ?{LETTERS}{{2,}}+(?!\.))",
        initials,
        "ডি. কস্তা, এ.কে. হক",
        "ডি কস্তা, এ কে হক",
        "যাবে. কস্তা",
        ".",
        rf"{_LETTER_NAMES}\.",
    ),
    Reading(
        "acronym",
        rf"(?<![A-Za-z.@&_])(?<!{D})(?<!{LETTERS})(?<![A-Za-z] )(?<![a-z], )"
        rf"(?P<letters>[A-Z]{{2,7}})(?![A-Za-z.@&_]|{D}|[-'][A-Za-z]| [A-Za-z])",
        acronym,
        "MBBS পাস",
        "এমবিবিএস পাস",
        "Rahim পাস",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    ),
    Reading(
        "symbol",
        rf"(?<={LETTERS}) & (?={LETTERS})",
        lambda m, line: " এবং ",
        "করিম & সন্স",
        "করিম এবং সন্স",
        "a & b",
        "&",
    ),
    Reading("symbol", rf"© ?(?={D})", lambda m, line: "কপিরাইট ", "©২০২৪", "কপিরাইট দুই হাজার চব্বিশ", "© রহিম", "©"),
    Reading(
        "symbol",
        rf"(?<!{LETTERS})(?:{cue('graded')}|(?<={D} ){SCALE})(?P<said>\+)(?!\+|{D})",
        lambda m, line: " প্লাস",
        "এ+ রক্ত, ১ লাখ+ লাইক",
        "এ প্লাস রক্ত, এক লাখ প্লাস লাইক",
        "সি++",
        "+",
    ),
)
