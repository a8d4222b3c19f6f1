"""The words of dates and times as typed tokens: the lexicon of `dates` and `times`, for the engine in `finder`.

The table ``data/dates/words.tsv`` gives each word a class; its token type is the class in capitals with an ending that
says how the word is inflected: ``MONTH_BARE`` (আগস্ট), ``MONTH_OF`` in the genitive (আগস্টের), ``MONTH_AT`` with any
other ending (আগস্টে, আগস্টেই). The class name alone stands for all three in patterns.

Numbers are told apart by what they can be in a date: ``D12`` is a number in digits up to 12 (a day, a month, an
hour), ``D24`` up to 24, then ``D31``, ``D32``, ``D59`` and ``D99``; ``YEAR_NUMBER`` and ``OLD_YEAR`` have four digits;
``W12`` and so on are number words. Their value is a `Number`, that of other words a `Word`.

>>> [token.type for token in lexer().tokens("১৭ই আগস্টের") if token.type != "BLANK"]
['D24', 'DAY_ENDING_BARE', 'GREGORIAN_MONTH_OF']
"""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from banglanorm.endings import APOSTROPHES, split_endings
from banglanorm.errors import NumberParseError
from banglanorm.lexer import SYMBOLS, Lexer, Piece, trie
from banglanorm.numbers.digits import read_digits as read_plain_digits
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.numbers.words import lexicon as number_lexicon
from banglanorm.numbers.words import read_word as read_number_word
from banglanorm.script.canonical import nfc, nfd
from banglanorm.script.letters import (
    AA_KAR,
    AU_LENGTH_MARK,
    BENGALI_DIGITS,
    E_KAR,
    JOINERS,
    PRECOMPOSED_NUKTA_LETTERS,
    VISARGA,
    WORD_CHARACTERS,
)
from banglanorm.tables import read_table


class Word(NamedTuple):
    """A word of the lexicon: the number in its row (0 where none is), the word, and the ending it was met with."""

    value: int = 0
    text: str = ""
    ending: str = ""


class Number(NamedTuple):
    """A number, how many digits it was written with (0 for a word), and the ending it was met with."""

    value: int | Fraction
    digits: int = 0
    ending: str = ""


class Dotted(NamedTuple):
    """Digits with dots between them, or eight digits in one: ১৭.০৯.২৩, ১০.৩০, ২০২৩০৯১৭."""

    parts: tuple[int, ...]
    digits: int  # of the last part


# Classes whose words stand as they are, so that এর is not এ + র, nor বাংলার a calendar.
_UNINFLECTED = frozenset(
    {
        *("day_word", "day_ending", "last", "next", "gone", "this", "that", "every", "and", "or", "about", "around"),
        *("age_of_time", "black", "bangla", "english", "genitive_pronoun", "case_ending", "more", "land", "person"),
        *("half_letter", "half_mark", "iso_time", "iso_zone", "latin_ending", "latin_month", "minute_short", "to_go"),
        *("becoming", "apart", "exactly", "strikes", "struck", "about_to_strike", "about_short", "newspaper"),
        *("gregorian_month_short", "following"),
    }
)
# Words that tell the time take টা and its forms; with these it is a token of its own.
_COUNTED = frozenset({"one_half", "two_half"})
_CLOCK_ENDINGS = ("টা", "টে", "টো")
_ENDINGS_OF_DIGITS = ("এর", "এ", "র", "তে")
_HOUR_CASES = ("", "য়", "র")
_CLASSIFIED = frozenset({"year_word", "century", "decade", "month_unit", "year_unit", "week_unit", "day_unit"})
UNITS = frozenset({"SECOND_UNIT", "MINUTE_UNIT", "HOUR_UNIT", "DAY_UNIT", "WEEK_UNIT", "MONTH_UNIT", "YEAR_UNIT"})
# What a number may be written together with, and what is written together with a unit: জুনমাসে.
_AFTER_NUMBER = UNITS | {"CENTURY", "DECADE", "WORKDAY_UNIT"}
_JOINED = frozenset({"this", "last", "next", "every", "gregorian_month", "bangla_month"})
_LIMITS = (12, 24, 31, 32, 59, 99)  # months of the traditional calendar have up to 32 days

_INFLECTIONS = ("_BARE", "_AT", "_OF")
# The types of tokens that are neither words with inflections nor what every lexer has.
_OF_DIGITS = frozenset(
    {
        *("DOTTED_DATE", "SHORT_DATE", "COMPACT_DATE", "DOTTED_TIME", "DECIMAL", "GROUPED", "LONG_NUMBER", "ZERO"),
        *("D12", "D24", "D31", "D32", "D59", "D99", "D999", "D9999", "OLD_YEAR", "YEAR_NUMBER"),
    }
)
TYPES = _OF_DIGITS | {
    *("OPEN", "CLOSE", "BAR", "QUESTION", "ORDINAL_MARK", "ROUGHLY", "HUNDRED", "THOUSAND", "LAKH_OR_CRORE"),
}


# --- the lexicon ----------------------------------------------------------------------------------------------------


@cache
def _lexicon() -> dict[str, tuple[str, int]]:
    """Word -> its class and value; the words of a name of two have its class with ``_first`` and ``_second``."""
    words: dict[str, tuple[str, int]] = {}
    for row in read_table("dates/words"):
        first, _, second = row["word"].partition(" ")
        if second:
            words.setdefault(first, (f"{row['class']}_first", 0))
            words.setdefault(second, (f"{row['class']}_second", 0))
        else:
            words[first] = (row["class"], int(row["value"] or 0))
    for row in read_table("dates/fixed_days"):
        words.setdefault(row["first"], ("fixed_day_first" if row["second"] else "fixed_day", 0))
        words.setdefault(row["second"], ("fixed_day_second", 0))
    words.pop("", None)
    return words


@cache
def hijri_months() -> dict[tuple[str, str], int]:
    """Return the months of two words: রবিউল আউয়াল -> 3."""
    rows = (row for row in read_table("dates/words") if row["class"] == "hijri_month" and " " in row["word"])
    return {(first, second): int(row["value"]) for row in rows for first, second in [row["word"].split(" ")]}


# The types of the number words of `banglanorm.numbers` that dates are made with.
_CARDINALS = frozenset({"ONE", "SMALL", "NOY", "TENS", "BAR", "KURI"})
_ELIDED = frozenset({"ELIDED", "ELIDED_MARKED", "ELIDED_BARE"})
_MULTIPLIERS = {"SHO": "HUNDRED", "SHOTO": "HUNDRED", "THOUSAND": "THOUSAND"}
_MULTIPLIERS |= dict.fromkeys(("LAKH", "LOKKHO", "CRORE"), "LAKH_OR_CRORE")
_USED_TYPES = _CARDINALS | _ELIDED | _MULTIPLIERS.keys() | {"HUNDREDS", "ORDINAL"}


@cache
def _number_words() -> dict[str, tuple[str, int]]:
    """Number word -> the type and the value that the lexicon of numbers gives it."""
    return {
        word: (kind, value)
        for word, (kind, value) in number_lexicon().items()
        if kind in _USED_TYPES and isinstance(value, int)
    }


def _type_of_number(word: str) -> str:
    return _number_words().get(word, ("",))[0]


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """The first four letters of every longer word that is known, and the shorter words: most words are told apart."""
    words = [*_lexicon(), *_number_words()]
    words += [word + "টা" for word, (kind, _) in _number_words().items() if kind in _ELIDED]  # ছটা
    words += ["এ" + word for word, (kind, _) in _lexicon().items() if kind.endswith("_unit")]  # এমাসে
    forms = {form for word in words for form in encodings(word)}
    return frozenset(form[:4] for form in forms if len(form) > 3), frozenset(form for form in forms if len(form) < 4)


def encodings(word: str) -> tuple[str, str, str]:
    """Return the word with letters of nukta and two-part vowels composed and decomposed, as they are all written."""
    composed = word
    for letter in PRECOMPOSED_NUKTA_LETTERS:
        composed = composed.replace(nfc(letter), letter)
    return word, composed, nfd(word)


def may_read(word: str) -> bool:
    """Say whether `read_word` may know a word, by its first letters in either encoding."""
    long, short = _beginnings()
    return word[:4] in long or word[:3] in short or word[:2] in short


# The classes of which every find has a word, unless it has digits.
_CORE_CLASSES = frozenset(
    {
        *("gregorian_month", "bangla_month", "hijri_month", "hijri_month_first", "weekday", "near_day", "either_day"),
        *("second_unit", "minute_unit", "hour_unit", "day_unit", "week_unit", "month_unit", "year_unit"),
        *("workday_unit", "decade", "century", "fiscal_year", "fiscal_year_in", "quarter_year", "year_word"),
        *("common_era", "bangla_era", "hijri_era", "shaka_era", "english", "midnight", "roughly_one", "oclock"),
        *("fixed_day", "fixed_day_second"),
    }
)
CORE = "|".join(sorted({*(name.upper() for name in _CORE_CLASSES), *_OF_DIGITS, "OCLOCK"}))
_DECOMPOSED = re.compile(f"{E_KAR}[{AA_KAR}{AU_LENGTH_MARK}]")


@cache
def hits() -> re.Pattern[str]:
    """Return an expression that finds every place in a text where a token of `CORE` may begin: see `finder.Finder`."""
    core = [word for word, (kind, _) in _lexicon().items() if kind in _CORE_CLASSES]
    joined = [word for word, (kind, _) in _lexicon().items() if kind in _JOINED]
    numbers = [word for word, (kind, _) in _number_words().items() if kind in _CARDINALS | _ELIDED]
    told = [word + _CLOCK_ENDINGS[0][0] for word, (kind, _) in _lexicon().items() if kind in _COUNTED]
    whole = {form for word in (*core, *told) for form in encodings(word)}
    heads = {form for word in (*joined, *numbers) for form in encodings(word)}
    units = "".join(sorted({word[0] for word in core if word not in joined} | {_CLOCK_ENDINGS[0][0]}))
    return re.compile(
        f"[^{WORD_CHARACTERS}](?:(?<=[0-9{BENGALI_DIGITS}{JOINERS}])|{trie(whole)}|{_any_of(heads)}[{units}]"
        f"|[{WORD_CHARACTERS}]*?{_DECOMPOSED.pattern})"
    )


def _any_of(words: Iterable[str]) -> str:
    """Return an expression for any of ``words``, also where one begins another (এক, একুশ)."""
    any_of = "|".join(sorted(map(re.escape, words), reverse=True))
    return f"(?:{any_of.replace(APOSTROPHES[0], f'[{APOSTROPHES}]')})"


# --- words to pieces ------------------------------------------------------------------------------------------------


def read_word(word: str, join: str | None) -> Sequence[Piece] | None:
    """Read a word as the engine asks: see `lexer.Lexer`."""
    if join is not None:
        return _after_digits(word, join)
    if word.isascii():
        return _latin(word)
    if not may_read(word):
        return None
    whole = _stem(word, "", len(word))
    if whole:
        return (whole,)
    return _inflected(word) or _joined(word) or _roughly(word)


def _latin(word: str) -> Sequence[Piece] | None:
    found = _lexicon().get(word.lower())
    return (Piece(found[0].upper() + "_BARE", len(word), Word(found[1], word)),) if found else None


def _stem(stem: str, ending: str, length: int) -> Piece | None:
    """Return the token of a known stem, or ``None``."""
    found = _lexicon().get(stem)
    if found:
        kind, value = found
        if ending and (kind in _UNINFLECTED or (kind == "oclock" and ending.rstrip("ইও") not in _HOUR_CASES)):
            return None
        return Piece(kind.upper() + _inflection(ending), length, Word(value, stem, ending))
    return _number_piece(stem, ending, length)


def _number_piece(stem: str, ending: str, length: int) -> Piece | None:
    """Return the token of a number word, as the lexicon of numbers knows it."""
    kind, value = _number_words().get(stem, ("", 0))
    if kind in _CARDINALS:
        return Piece(_number_type("W", value) + _inflection(ending), length, Number(value, 0, ending))
    if kind == "HUNDREDS":
        return Piece("W_HUNDREDS" + _inflection(ending), length, Number(value, 0, ending))
    if kind == "ORDINAL":
        return Piece("ORDINAL" + _inflection(ending), length, Number(value, 0, ending))
    if kind in _ELIDED and not ending and _elision_shows(stem):  # দু হাজার
        return _elided_piece(stem)
    if kind in _MULTIPLIERS and not ending:
        return Piece(_MULTIPLIERS[kind], length, Word(value, stem))
    return None


def _inflection(ending: str) -> str:
    """Name the case; ই and ও only stress the word (একটাই is "only one", no time)."""
    case = ending.rstrip("ইও")
    if not case:
        return "_BARE"
    return "_OF" if case.endswith("র") else "_AT"


def _number_type(letter: str, value: int) -> str:
    if value == 0:
        return "ZERO"
    limit = next((limit for limit in _LIMITS if value <= limit), None)
    return f"{letter}{limit}" if limit else f"{letter}_HUNDREDS"


def _inflected(word: str) -> Sequence[Piece] | None:
    for split in reversed(split_endings(word)):  # the longest stem first: দশকে is দশক + ে, not দশ + কে
        if split.join or "plural" in split.slots or split.ending.startswith("গুল"):
            continue  # more than one is no date: বছরগুলোতে
        if split.ending.startswith(_CLOCK_ENDINGS):
            pieces = _told_hour(split.stem, split.ending)
            if pieces:
                return pieces
        if "classifier" in split.slots and _lexicon().get(split.stem, ("",))[0] not in _CLASSIFIED:
            continue  # পাঁচটি and দুজন count things, মেটা is no May
        piece = _stem(split.stem, split.ending, len(word))
        if piece:
            return (piece,)
    piece = _number_piece(word[:-1], "র", len(word)) if word.endswith("র") else None  # বায়ান্নর
    return (piece,) if piece else None


def _told_hour(stem: str, ending: str) -> Sequence[Piece] | None:
    """Read সাতটায় and দেড়টা as a number and টা with its ending."""
    if _type_of_number(stem) not in _CARDINALS | _ELIDED and _lexicon().get(stem, ("", 0))[0] not in _COUNTED:
        return None
    hour = _oclock(ending)
    if hour is None:
        return None
    return (_stem(stem, "", len(stem)) or _elided_piece(stem), hour)


def _oclock(ending: str) -> Piece | None:
    """Return the token of টা, টায় or টার; with other endings (একটাকে, দুটোতে) things are counted."""
    rest = ending[2:]
    if rest.rstrip("ইও") not in _HOUR_CASES:
        return None
    return Piece("OCLOCK" + _inflection(rest), len(ending), Word(ending=rest))


def _elided_piece(stem: str) -> Piece:
    return Piece("W12_BARE", len(stem), Number(_number_words()[stem][1]))


def _joined(word: str) -> Sequence[Piece] | None:
    """Read a number with its unit in one word (তিনদিনের, ছ'দিনের), and গত, এ or a month with one (গতবছর, জুনমাসে)."""
    if word[:2] not in _heads():
        return None
    for cut in range(1, min(len(word) - 1, 14)):
        head, rest = word[:cut], word[cut:]
        kind = _type_of_number(head)
        if kind in _ELIDED:
            if rest.startswith(_CLOCK_ENDINGS):
                hour = _oclock(rest)
                return (_elided_piece(head), hour) if hour else None
            if not _elision_shows(head):
                continue
        elif kind not in _CARDINALS and _lexicon().get(head, ("", 0))[0] not in _JOINED:
            continue
        first = _elided_piece(head) if kind in _ELIDED else _stem(head, "", cut)
        unit = (_lexicon().get(rest) and _stem(rest, "", len(rest))) or next(iter(_inflected(rest) or ()), None)
        if first and unit and base_type(unit.type) in (_AFTER_NUMBER if kind else UNITS):
            return (first, unit)
    return None


@cache
def _heads() -> frozenset[str]:
    """The first two letters of what `_joined` begins with; of the one letter এ, with each that may follow."""
    heads = [word for word, (kind, _) in _number_words().items() if kind in _CARDINALS | _ELIDED]
    heads += [word for word, (kind, _) in _lexicon().items() if kind in _JOINED]
    units = {word[0] for word, (kind, _) in _lexicon().items() if kind.upper() in _AFTER_NUMBER} | {"ট"}
    return frozenset(head[:2] if len(head) > 1 else head + unit for head in heads for unit in units)


def _roughly(word: str) -> Sequence[Piece] | None:
    """Read দশেক and পঞ্চাশেক, which follow their unit, and মাসখানেক, which is about one."""
    if not word.endswith("ক"):
        return None
    unit = _lexicon().get(word.removesuffix("খানেক"), ("",))[0]
    if word.endswith("খানেক") and unit.endswith("_unit"):
        return (Piece("ROUGHLY_ONE_BARE", len(word), Word(1, unit.upper())),)
    found = read_number_word(word, None)
    if found and found[0].type == "ROUGHLY" and isinstance(found[0].value, int):
        return (Piece("ROUGHLY", len(word), Number(found[0].value)),)
    return None


def _elision_shows(head: str) -> bool:
    """Say whether the number is surely cut short: দু, ছ' and ন' are, ছ and ন begin many words."""
    return len(head) > 1


def _after_digits(word: str, join: str) -> Sequence[Piece] | None:
    """Read what hangs on digits: ১৭ই, ৬টায়, ১৯৩০-এর, ৫দিন, ২০২৩খ্রি."""
    if not join:
        if word in ("শ", "তম"):
            return (Piece("ORDINAL_MARK", len(word)),)
        if word == VISARGA:  # ৭ঃ৩০
            return (Piece("COLON", 1),)
        if word.startswith(_CLOCK_ENDINGS):
            hour = _oclock(word)
            return (hour,) if hour else None
    known = None if word in _ENDINGS_OF_DIGITS else read_word(word, None)
    if known and (not join or known[0].type == "DAY_ENDING_BARE"):  # ২৫'শে, ১-লা
        return known
    if join and not word.startswith(_ENDINGS_OF_DIGITS):
        return None
    for split in split_endings("১" + join + word):
        if split.stem == "১" and "classifier" not in split.slots and "plural" not in split.slots:
            return (Piece("ENDING" + _inflection(word), len(word), Word(ending=word)),)
    return None


# --- digits to pieces -----------------------------------------------------------------------------------------------


def read_digits(run: str) -> Sequence[Piece]:
    """Read digits with commas and dots between them as the engine asks: see `finder.Lexer`.

    >>> [piece.type for piece in read_digits("১৭.০৯.২৩") + read_digits("১৩,১৯২২")]
    ['DOTTED_DATE', 'D24', 'COMMA', 'YEAR_NUMBER']
    """
    parts = re.split("([.,])", to_ascii_digits(run))
    if len(parts) == 1:
        return (_digits(parts[0]),)
    widths = tuple(map(len, parts[::2]))
    days_and_year = max(widths[:-1]) <= 2 and widths[-1] in (1, 2, 4)
    if "." not in parts and (days_and_year or set(widths) == {4}):  # a list, not one grouped number
        return tuple(Piece("COMMA", 1) if part == "," else _digits(part) for part in parts)
    return (_pointed(run, parts, widths) if "," not in parts else _grouped(run),)


def _pointed(run: str, parts: list[str], widths: tuple[int, ...]) -> Piece:
    """Read digits with points: a date, a clock time or a decimal."""
    if len(widths) == 3 and max(widths[:2]) <= 2 and widths[2] in (2, 4):
        sure = widths in ((2, 2, 2), (1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4))  # ২.৩.১৭ may be a section
        kind = "DOTTED_DATE" if sure else "SHORT_DATE"
        return Piece(kind, len(run), Dotted(tuple(map(int, parts[::2])), widths[-1]))
    if len(widths) == 2:
        if widths[1] == 2 and len(parts[0]) <= 2 and int(parts[0]) < 24 and int(parts[2]) < 60:
            return Piece("DOTTED_TIME", len(run), Dotted((int(parts[0]), int(parts[2])), 2))
        if widths[0] <= 3 and widths[1] <= 3:
            return Piece("DECIMAL", len(run), Number(Fraction(".".join(parts[::2]))))
    return Piece("OTHER_NUMBER", len(run))


def _grouped(run: str) -> Piece:
    """Read ১,২০০ and ১২,৩৪,৫৬৭: a number that counts something."""
    try:
        value = read_plain_digits(run)
    except NumberParseError:
        return Piece("OTHER_NUMBER", len(run))
    return Piece("GROUPED", len(run), Number(value)) if isinstance(value, int) else Piece("OTHER_NUMBER", len(run))


def _digits(digits: str) -> Piece:
    width = len(digits)
    if width == 8:
        return Piece("COMPACT_DATE", width, Dotted((int(digits[6:]), int(digits[4:6]), int(digits[:4])), 4))
    if width > 4:
        return Piece("LONG_NUMBER" if width <= 7 else "OTHER_NUMBER", width, Number(int(digits[:8]), width))
    value = int(digits)
    number = Number(value, width)
    if width <= 2:
        return Piece(_number_type("D", value), width, number)
    if width == 3:
        return Piece("D999", width, number)
    if value < 1000:
        return Piece("D9999", width, number)
    if value < 1500:
        return Piece("OLD_YEAR", width, number)
    return Piece("YEAR_NUMBER" if value < 2200 else "D9999", width, number)


# --- the lexer and its groups ---------------------------------------------------------------------------------------


@cache
def lexer() -> Lexer:
    """Return the lexer of dates and times."""
    return Lexer(
        read_word=read_word,
        read_digits=read_digits,
        may_read=may_read,
        symbols=SYMBOLS | {"[": "OPEN", "]": "CLOSE", "\N{VERTICAL LINE}": "BAR", "?": "QUESTION"},
    )


@cache
def groups() -> dict[str, str]:
    """Return the unions of token types that patterns use."""
    kinds = {kind.upper() for kind, _ in _lexicon().values()}
    kinds |= {"ORDINAL", "ENDING", "OCLOCK", "W_HUNDREDS", *(f"W{limit}" for limit in _LIMITS)}
    inflected = {kind: "|".join(kind + inflection for inflection in _INFLECTIONS) for kind in kinds}
    return inflected | {
        "MONTH": "GREGORIAN_MONTH|BANGLA_MONTH|HIJRI_MONTH",
        "MONTH_BARE": "GREGORIAN_MONTH_BARE|BANGLA_MONTH_BARE|HIJRI_MONTH_BARE",
        "MONTH_SHORT": "GREGORIAN_MONTH_SHORT|LATIN_MONTH",
        "ERA": "COMMON_ERA|BANGLA_ERA|HIJRI_ERA|SHAKA_ERA",
        "SIDE": "LAST|NEXT|THIS|GONE",
        "PAST_SIDE": "LAST|GONE",
        "CASE": "ENDING|GENITIVE_PRONOUN|CASE_ENDING",
        "DAY_NUMBER": "D12|D24|D31|W12_BARE|W24_BARE|W31_BARE",
        "HOUR_NUMBER": "ZERO|D12|D24|W12_BARE|W24_BARE",
        "MINUTE_NUMBER": "MINUTE_DIGITS|W12_BARE|W24_BARE|W31_BARE|W32_BARE|W59_BARE",
        "MINUTE_DIGITS": "ZERO|D12|D24|D31|D32|D59",
        "MINUTES_ONLY": "ZERO|D24|D31|D32|D59",
        "HOUR_DIGITS": "ZERO|D12|D24",
        "MINUTE_AT": "W12_AT|W24_AT|W31_AT|W32_AT|W59_AT",
        "TWO_DIGITS": "MINUTE_DIGITS|D99",
        "FOUR_DIGITS": "OLD_YEAR|YEAR_NUMBER",
        "WORD_BELOW_100": "W12_BARE|W24_BARE|W31_BARE|W32_BARE|W59_BARE|W99_BARE",
        "WORD_BELOW_100_OF": "W12_OF|W24_OF|W31_OF|W32_OF|W59_OF|W99_OF",
        "DIGITS": "TWO_DIGITS|D999|FOUR_DIGITS|D9999",
        "COUNT": "DIGITS|LONG_NUMBER|GROUPED|DECIMAL|DOTTED_TIME|WORD_BELOW_100|W_HUNDREDS_BARE",
        "MULTIPLIER": "HUNDRED|THOUSAND|LAKH_OR_CRORE",
        "LENGTH_OF": "|".join(f"{unit}_OF" for unit in sorted(UNITS | {"DECADE", "WORKDAY_UNIT"})),
        "UNIT": "|".join(sorted(UNITS)),
    }


@cache
def base_type(kind: str) -> str:
    """Return a token type without its inflection.

    >>> base_type("OCLOCK_AT"), base_type("D12")
    ('OCLOCK', 'D12')
    """
    for inflection in _INFLECTIONS:
        kind = kind.removesuffix(inflection)
    return kind
