"""Words to typed tokens: inflected words of the lexicon, words written together, and what hangs on digits."""

from collections.abc import Sequence
from functools import cache

from banglanorm.dates.lexicon import (
    AFTER_NUMBER,
    CARDINALS,
    CLASSIFIED,
    COUNTED,
    ELIDED,
    JOINED,
    MULTIPLIERS,
    UNINFLECTED,
    clock_endings,
    endings_of,
    lexicon,
    number_words,
    type_of_number,
)
from banglanorm.dates.tokens import UNITS, Number, Word, base_type, number_type
from banglanorm.endings import beginnings_of_endings, split_endings, unstressed
from banglanorm.lexer import Beginnings, Piece
from banglanorm.numbers.ordinal_marks import marks_of_ordinals
from banglanorm.numbers.words import read_word as read_number_word
from banglanorm.numbers.words import tails
from banglanorm.script.letters import VISARGA

_ENDINGS_OF_DIGITS = endings_of("digits")
_ENDINGS_OF_NUMBERS = endings_of("number")
_HOUR_CASES = ("", *endings_of("hour"))


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
    if not _may_be_split(word):
        return None
    return _inflected(word) or _joined(word) or _roughly(word)


def may_read(word: str) -> bool:
    """Say whether `read_word` may know a word, by its first letters.

    >>> may_read("শনিবারে"), may_read("খবর")
    (True, False)
    """
    if word.isascii():
        return word.lower() in lexicon()
    return _beginnings().may_be(word)


@cache
def _beginnings() -> Beginnings:
    joined = [*_units(), *clock_endings()]  # ছটা, এমাসে
    endings = (*beginnings_of_endings(), *_ENDINGS_OF_NUMBERS, *tails("some"), *tails("roughly"))
    return Beginnings(_stems(), _stems(), (*joined, *endings), joined)


def _may_be_split(word: str) -> bool:
    """Say whether ``word`` may be a known word with something on it: most are not, and need not be taken apart."""
    stems, rests = _stems(), _beginnings().tails
    for cut in range(1, len(word)):  # noqa: SIM110 (this is where most words end, and a generator costs as much again)
        if word[:cut] in stems and word[cut : cut + 2] in rests:
            return True
    return False


def _units() -> list[str]:
    """Return the words that a number, গত, এ or a month is written together with."""
    return [word for word, (kind, _) in lexicon().items() if kind.upper() in AFTER_NUMBER]


@cache
def _stems() -> frozenset[str]:
    return frozenset((*lexicon(), *number_words()))


def _latin(word: str) -> Sequence[Piece] | None:
    found = lexicon().get(word.lower())
    return (Piece(found[0].upper() + "_BARE", len(word), Word(found[1], word)),) if found else None


def _stem(stem: str, ending: str, length: int) -> Piece | None:
    """Return the token of a known stem, or ``None``."""
    found = lexicon().get(stem)
    if found:
        kind, value = found
        if ending and (kind in UNINFLECTED or (kind == "oclock" and unstressed(ending) not in _HOUR_CASES)):
            return None
        return Piece(kind.upper() + _inflection(ending), length, Word(value, stem, ending))
    return _number_piece(stem, ending, length)


def _number_piece(stem: str, ending: str, length: int) -> Piece | None:
    """Return the token of a number word, as the lexicon of numbers knows it."""
    kind, value = number_words().get(stem, ("", 0))
    if kind in CARDINALS:
        return Piece(number_type("W", value) + _inflection(ending), length, Number(value, ending=ending))
    if kind == "HUNDREDS":
        return Piece("W_HUNDREDS" + _inflection(ending), length, Number(value, ending=ending))
    if kind == "ORDINAL":
        return Piece("ORDINAL" + _inflection(ending), length, Number(value, ending=ending))
    if kind in ELIDED and not ending and _elision_shows(stem):  # দু হাজার
        return _elided_piece(stem)
    if kind in MULTIPLIERS and not ending:
        return Piece(MULTIPLIERS[kind], length, Word(value, stem))
    return None


def _inflection(ending: str) -> str:
    """Name the case; ই and ও only stress the word (একটাই is "only one", no time)."""
    case = unstressed(ending)
    if not case:
        return "_BARE"
    return "_OF" if case.endswith("র") else "_AT"


def _inflected(word: str) -> Sequence[Piece] | None:
    for split in reversed(split_endings(word, stems=_stems())):  # the longest stem first: দশকে is দশক + ে, not দশ + কে
        if split.join or "plural" in split.slots or split.ending.startswith("গুল"):
            continue  # more than one is no date: বছরগুলোতে
        if split.ending.startswith(clock_endings()):
            pieces = _told_hour(split.stem, split.ending)
            if pieces:
                return pieces
        if "classifier" in split.slots and lexicon().get(split.stem, ("",))[0] not in CLASSIFIED:
            continue  # পাঁচটি and দুজন count things, মেটা is no May
        piece = _stem(split.stem, split.ending, len(word))
        if piece:
            return (piece,)
    for ending in _ENDINGS_OF_NUMBERS:
        piece = _number_piece(word.removesuffix(ending), ending, len(word)) if word.endswith(ending) else None
        if piece:
            return (piece,)
    return None


def _told_hour(stem: str, ending: str) -> Sequence[Piece] | None:
    """Read সাতটায় and দেড়টা as a number and টা with its ending."""
    if type_of_number(stem) not in CARDINALS | ELIDED and lexicon().get(stem, ("", 0))[0] not in COUNTED:
        return None
    hour = _oclock(ending)
    if hour is None:
        return None
    return (_stem(stem, "", len(stem)) or _elided_piece(stem), hour)


def _oclock(ending: str) -> Piece | None:
    """Return the token of টা, টায় or টার; with other endings (একটাকে, দুটোতে) things are counted."""
    rest = ending[2:]
    if unstressed(rest) not in _HOUR_CASES:
        return None
    return Piece("OCLOCK" + _inflection(rest), len(ending), Word(ending=rest))


def _elided_piece(stem: str) -> Piece:
    return Piece("W12_BARE", len(stem), Number(number_words()[stem][1]))


def _joined(word: str) -> Sequence[Piece] | None:
    """Read a number with its unit in one word (তিনদিনের, ছ'দিনের), and গত, এ or a month with one (গতবছর, জুনমাসে)."""
    heads, rests = _heads(), _first_of_rests()
    for cut in range(1, min(len(word) - 1, 14)):
        head, rest = word[:cut], word[cut:]
        if head not in heads or rest[:2] not in rests:
            continue
        kind = type_of_number(head)
        if kind in ELIDED:
            if rest.startswith(clock_endings()):
                hour = _oclock(rest)
                return (_elided_piece(head), hour) if hour else None
            if not _elision_shows(head):
                continue
        first = _elided_piece(head) if kind in ELIDED else _stem(head, "", cut)
        unit = (lexicon().get(rest) and _stem(rest, "", len(rest))) or next(iter(_inflected(rest) or ()), None)
        if first and unit and base_type(unit.type) in (AFTER_NUMBER if kind else UNITS):
            return (first, unit)
    return None


@cache
def _heads() -> frozenset[str]:
    """Return the words that `_joined` begins with."""
    heads = {word for word, (kind, _) in number_words().items() if kind in CARDINALS | ELIDED}
    return frozenset(heads.union(word for word, (kind, _) in lexicon().items() if kind in JOINED))


@cache
def _first_of_rests() -> frozenset[str]:
    """Return the first two letters of what follows the words that `_joined` begins with."""
    return frozenset(word[:2] for word in (*_units(), *clock_endings()))


def _roughly(word: str) -> Sequence[Piece] | None:
    """Read দশেক and পঞ্চাশেক, which follow their unit, and মাসখানেক, which is about one."""
    if not word.endswith("ক"):
        return None
    for tail in tails("some"):
        unit = lexicon().get(word.removesuffix(tail), ("",))[0]
        if word.endswith(tail) and unit.endswith("_unit"):
            return (Piece("ABOUT_ONE", len(word), Word(text=unit.upper())),)
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
        if word in ("শ", "তম") or (word in marks_of_ordinals() and word not in _ENDINGS_OF_DIGITS):
            return (Piece("ORDINAL_MARK", len(word)),)
        if word == VISARGA:  # ৭ঃ৩০
            return (Piece("COLON", 1),)
        if word.startswith(clock_endings()):
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
