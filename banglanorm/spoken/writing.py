"""Writes spoken numbers, dates, times, money and phones in digits: the way back from speech to text.

The finders of numbers and dates say what is certain; inside what they found, each run of number words becomes digits
and every other word stays. Digits said one by one (শূন্য এক সাত …, জিরো ওয়ান …, ডাবল) are read here. Idioms are rows
of ``data/spoken/idioms.tsv``.

>>> to_written("দুই হাজার তেইশ সালের সতেরো সেপ্টেম্বর সকাল দশটা ত্রিশ মিনিটে পাঁচশো টাকা")
'২০২৩ সালের ১৭ সেপ্টেম্বর সকাল ১০টা ৩০ মিনিটে ৫০০ টাকা'
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import Literal

from banglanorm.dates.finding import find_dates
from banglanorm.dates.region import Region, require_region
from banglanorm.edits import Edit, Explanation, splice
from banglanorm.endings import unstressed
from banglanorm.errors import ConfigError, NumberParseError, require_str
from banglanorm.lexer import Token
from banglanorm.numbers.digits import to_bengali_digits
from banglanorm.numbers.finding import find_numbers
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.ordinal_marks import day_mark, day_marks
from banglanorm.numbers.spelling import format_number, number_to_words
from banglanorm.numbers.values import number_value
from banglanorm.numbers.words import lexer
from banglanorm.script.characters import is_decimal, is_digits
from banglanorm.script.letters import BENGALI_DIGITS, E_KAR, JOINERS, WORD_CHARACTERS
from banglanorm.spoken.patterns import date_words
from banglanorm.spoken.reading import one_of, words_of
from banglanorm.spoken.style import english_digits
from banglanorm.tables import cells, read_table

Digits = Literal["bengali", "ascii"]
Change = tuple[int, int, str, str]


def to_written(text: str, /, *, region: Region = "bd", digits: Digits = "bengali") -> str:
    """Return ``text`` with spoken numbers, dates, times, money, measures and phones in digits; only what is certain.

    Idioms, এক by itself, small numbers that measure nothing, named ordinals (পঞ্চম) and দেড়, আড়াই, সাড়ে stay words.

    Args:
        text: the text, as a recognizer gives it.
        region: ``"bd"`` or ``"in"``: the calendar that dates are read in.
        digits: which digits to write, ``"bengali"`` or ``"ascii"``.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist.

    >>> from banglanorm import to_written
    >>> to_written("পঁচাশি শতাংশ, ফোন শূন্য এক সাত এক ডাবল দুই তিন চার পাঁচ ছয় সাত")
    '৮৫ শতাংশ, ফোন ০১৭১২২৩৪৫৬৭'
    """
    changes = _changes(text, region, digits)
    return splice(text, [(start, end, after) for start, end, after, _ in changes])


def to_written_explained(text: str, /, *, region: Region = "bd", digits: Digits = "bengali") -> Explanation:
    """Write ``text`` as :func:`banglanorm.to_written` does and return every edit with its kind as its rule.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist.

    >>> from banglanorm import to_written_explained
    >>> [(edit.before, edit.after, edit.rules) for edit in to_written_explained("পঁচাশি শতাংশ").edits]
    [('পঁচাশি', '৮৫', ('percent',))]
    """
    changes = _changes(text, region, digits)
    edits = tuple(Edit(start, end, text[start:end], after, (kind,)) for start, end, after, kind in changes)
    return Explanation(text, splice(text, [(start, end, after) for start, end, after, _ in changes]), edits)


def _changes(text: str, region: Region, digits: Digits) -> list[Change]:
    require_str(text)
    require_region(region)
    if digits not in ("bengali", "ascii"):
        raise ConfigError(f"digits: expected one of 'bengali', 'ascii', got {digits!r}")
    found: list[Change] = []
    offset = 0
    for line in text.split("\n"):
        if _WORD.search(line):
            for start, end, after, kind in _line(line, region):
                written = to_bengali_digits(after) if digits == "bengali" else after
                found.append((start + offset, end + offset, written, kind))
        offset += len(line) + 1
    return found


_WORD = re.compile(f"[{WORD_CHARACTERS}]")


def _line(line: str, region: Region) -> list[Change]:
    taken = bytearray(len(line))
    found = list(_said_digits(line))
    for start, end in (*((change[0], change[1]) for change in found), *_idioms(line)):
        taken[start:end] = b"\x01" * (end - start)
    for start, end, after, kind in _candidates(line, region):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            found.append((start, end, after, kind))
    return sorted(found)


def _candidates(line: str, region: Region) -> Iterator[Change]:
    """Yield what may change beside digits said one by one, the surest first: years, dates and times, numbers."""
    numbers = [number for number in find_numbers(line, region=region) if not _DIGIT.search(number.text)]
    for number in numbers:
        if number.kind == "year":
            yield from _number(line, number)
    for match in find_dates(line, region=region):
        if match.value.kind != "duration":
            yield from _runs(line, match.start, match.end, "date")
    for number in numbers:
        yield from _number(line, number)


_DIGIT = re.compile(f"[0-9{BENGALI_DIGITS}]")


# --- digits said one by one -------------------------------------------------------------------------------------------


@cache
def _digit_names() -> dict[str, str]:
    bengali = {number_to_words(n): str(n) for n in range(10)}
    return bengali | {name: str(n) for n, name in enumerate(english_digits())}


@cache
def _repeats() -> dict[str, int]:
    return {row["word"]: int(row["times"]) for row in read_table("spoken/repeats")}


def _plus() -> str:
    return words_of("signs")["+"]


_FEWEST_DIGITS = 4


@cache
def _said() -> re.Pattern[str]:
    name = f"(?:(?:{'|'.join(_repeats())}) )?{one_of(list(_digit_names()))}(?![{WORD_CHARACTERS}{JOINERS}])"
    labels = one_of(cells("numbers/units", "word", "type", "LABEL"))
    few = f"{name}(?:,? {name}){{{_FEWEST_DIGITS - 2}}}(?= {labels})"  # নয় নয় নয় নম্বরে
    return re.compile(
        f"(?<![{WORD_CHARACTERS}{JOINERS}])(?:{_plus()} )?(?:{name}(?:,? {name}){{{_FEWEST_DIGITS - 1},}}|{few})"
    )


def _said_digits(line: str) -> Iterator[Change]:
    for m in _said().finditer(line):
        digits: list[str] = []
        times = 1
        for word in m[0].replace(",", "").split():
            if word in _repeats():
                times = _repeats()[word]
            elif word in _digit_names():
                digits.append(_digit_names()[word] * times)
                times = 1
        yield m.start(), m.end(), ("+" if m[0].startswith(_plus()) else "") + "".join(digits), "digits"


# --- numbers ----------------------------------------------------------------------------------------------------------

_CERTAIN_KINDS = frozenset({"currency", "percent", "decimal", "year", "decade", "label"})
_KEPT_KINDS = frozenset({"fraction", "multiple", "ordinal_date", "phone", "digits"})
_NO_MEASURES = frozenset({"", "person", "time"})  # what is counted, not measured
_SMALL = 10


def _number(line: str, match: NumberMatch) -> Iterator[Change]:
    """Yield what changes in a number, if it is one that is written in digits."""
    if match.kind in _KEPT_KINDS or match.value == 1:
        return
    if match.kind == "ordinal" and all(token.type != "ORDINAL_MARK" for token in _tokens(line, match)):
        return
    low = match.low if match.value is None else match.value
    if low is None or (low < _SMALL and match.kind not in _CERTAIN_KINDS and match.unit in _NO_MEASURES):
        return
    if match.kind == "range" and low < _SMALL:
        return
    if match.kind == "range" and low == _first_value(line, match) * 100:
        yield from _hundreds(line, match)
    else:
        yield from _runs(line, match.start, match.end, match.kind)


def _first_value(line: str, match: NumberMatch) -> int:
    value = _tokens(line, match)[0].value
    return value if isinstance(value, int) else 0


def _tokens(line: str, match: NumberMatch) -> Sequence[Token]:
    return lexer().tokens(line[match.start : match.end])


def _hundreds(line: str, match: NumberMatch) -> Iterator[Change]:
    """Yield চার-পাঁচশো, whose ends share their hundred, as ৪০০-৫০০; larger scales stay as a word: ৪-৫ হাজার."""
    if match.suffix or match.high is None or match.high >= _FEWEST_SCALED:
        return
    ends = (f" {match.text[token.start : token.end]} " for token in _tokens(line, match) if token.type == "FROM")
    between = next(ends, "-")
    yield match.start, match.end, f"{match.low}{between}{match.high}", match.kind


_FEWEST_SCALED = 2000


# --- runs of number words ---------------------------------------------------------------------------------------------

_NUMERALS = frozenset(
    {"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI", "ELIDED", "ELIDED_MARKED", "ELIDED_BARE", "HUNDREDS"}
)
_NUMERALS |= {"SHO", "SHOTO", "THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN"}
_HALVES = frozenset({"MIXED", "QUARTER", "HALF", "SIKI"})
_SCALES = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN"})


def _runs(line: str, start: int, end: int, kind: str) -> Iterator[Change]:
    """Yield each run of number words of ``line[start:end]`` in ASCII digits, with the ending on it."""
    tokens = [
        Token(token.type, token.start + start, token.end + start, token.value)
        for token in lexer().tokens(line[start:end])
    ]
    at = 0
    while at < len(tokens):
        if kind == "date" and tokens[at].type == "DATE_ORDINAL":
            yield tokens[at].start, tokens[at].end, f"{tokens[at].value}{day_mark(tokens[at].value)}", kind
        stop = _run_end(tokens, at)
        if stop > at and not (at > 1 and tokens[at - 2].type in _HALVES and tokens[stop - 1].type in _SCALES):
            yield from _run(tokens[at:stop], tokens[stop:], line, kind)
        at = max(stop, at + 1)


def _run_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the run of number words ends that begins at ``at``; ``at`` itself where none does."""
    stop = at
    while stop < len(tokens) and (
        tokens[stop].type in _NUMERALS
        or (tokens[stop].type == "POINT" and stop > at)
        or (tokens[stop].type == "BLANK" and stop > at)
    ):
        stop += 1
    while stop > at and tokens[stop - 1].type in ("BLANK", "POINT"):
        stop -= 1
    return stop


def _run(run: Sequence[Token], rest: Sequence[Token], line: str, kind: str) -> Iterator[Change]:
    words = [token for token in run if token.type != "BLANK"]
    if words[0].type in _BARE or _is_in_word(line, run[0].start) or _stays(words, rest, line, kind):
        return
    written = _pointed(words, line) or _whole(words, line, kind)
    if not written:
        return
    end = run[-1].end
    if rest and rest[0].type == "ENDING":
        ending = line[rest[0].start : rest[0].end]
        is_word = not is_decimal(written[-1])  # ends in its scale: ১ লাখের
        yield run[0].start, rest[0].end, written + (ending if is_word else _ending(ending, written, kind)), kind
    else:
        yield run[0].start, end, written, kind


_BARE = _SCALES | {"SHO", "SHOTO"}  # হাজার বছরের is no 1000
_AFTER_SMALL = frozenset({"MONTH", "CLOCK", "DATE_WORD", "DIGIT_DATE"})


def _is_in_word(line: str, at: int) -> bool:
    return at > 1 and line[at - 1] in "’'" and line[at - 2] in WORD_CHARACTERS


def _stays(words: Sequence[Token], rest: Sequence[Token], line: str, kind: str) -> bool:
    """Say whether a run stays words: দু alone, before শতাধিক and শতক, a small number in a date that is no day or hour."""
    following = next((token for token in rest if token.type != "BLANK"), None)
    if words[0].type.startswith("ELIDED") and len(words) == 1:
        return True
    if following is not None and following.type in ("MORE_THAN", "ROUGHLY", "CENTURY"):
        return True
    value = _value(words)
    if kind != "date" or value is None or value >= _SMALL:
        return False
    if following is None:
        return _CLOCK.match(line, words[-1].end) is None
    is_counted = following.type == "ENDING" and line.startswith(_counting_endings(), following.start)
    return not (is_counted or following.type in _AFTER_SMALL or _CLOCK.match(line, words[-1].end))


@cache
def _counting_endings() -> tuple[str, ...]:
    """Return what is written onto the number of a day or of what is counted: আটই, পাঁচটি."""
    return *day_marks(), *cells("endings", "ending", "slot", "classifier")


_CLOCK = re.compile(f" ?{date_words('oclock', 'minute_unit', 'second_unit')}")


def _ending(ending: str, written: str, kind: str) -> str:
    """Write an ending onto digits: classifiers directly, case endings after a hyphen, a day with its mark."""
    if ending == E_KAR and kind == "date" and is_digits(written) and 19 <= int(written) <= 32:
        return day_mark(int(written))
    for row in read_table("spoken/written_endings"):
        rest = ending.removeprefix(row["ending"])
        if rest != ending and not (row["whole"] and unstressed(rest)):
            return row["written"] + rest
    return ending


def _pointed(words: Sequence[Token], line: str) -> str:
    """Write তিন দশমিক এক চার, with a scale after it kept as a word."""
    point = next((n for n, token in enumerate(words) if token.type == "POINT"), None)
    if point is None:
        return ""
    whole, after = _value(words[:point]), words[point + 1 :]
    digits = list(takewhile(lambda token: token.type not in _SCALES, after))
    scales = after[len(digits) :]
    if whole is None or any(token.type not in _SCALES for token in scales):
        return ""
    if not digits or not all(isinstance(token.value, int) for token in digits):
        return ""
    names = "".join(f" {line[token.start : token.end]}" for token in scales)
    return f"{whole}.{''.join(str(token.value) for token in digits)}{names}"


def _whole(words: Sequence[Token], line: str, kind: str) -> str:
    value = _value(words)
    if value is None:
        return ""
    if kind in ("date", "year", "label", "decade") or value < 1000:
        return str(value)
    scales = [token for token in words if token.type in _SCALES]
    if scales == words[-len(scales) :]:  # ২ হাজার কোটি
        coefficient = _value(words[: -len(scales)])
        names = " ".join(line[token.start : token.end] for token in scales)
        return f"{coefficient} {names}" if coefficient is not None else ""
    lakh = next((line[token.start : token.end] for token in scales if token.type in ("LAKH", "LOKKHO")), "লাখ")
    return _grouped(value, lakh)


def _value(words: Sequence[Token]) -> int | None:
    try:
        value = number_value(words)
    except NumberParseError:
        return None
    return value if isinstance(value, int) else None


_CRORE, _LAKH = 10**7, 10**5


def _grouped(value: int, lakh: str) -> str:
    """Write a large number: crores and round lakhs with their words, else commas."""
    crores, rest = divmod(value, _CRORE)
    if crores and rest % _LAKH == 0:
        lakhs = f" {rest // _LAKH} {lakh}" if rest else ""
        return f"{_digits(crores)} কোটি{lakhs}"
    return _digits(value)


def _digits(value: int) -> str:
    return format_number(value, digits="ascii") if value >= 10_000 else str(value)


# --- idioms -----------------------------------------------------------------------------------------------------------


@cache
def _idiom() -> re.Pattern[str]:
    return re.compile(
        f"(?<![{WORD_CHARACTERS}{JOINERS}]){one_of([row['idiom'] for row in read_table('spoken/idioms')])}"
    )


def _idioms(line: str) -> Iterator[tuple[int, int]]:
    return (m.span() for m in _idiom().finditer(line))
