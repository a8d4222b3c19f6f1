r"""Number words: the lexicon, and how a word falls into typed pieces.

The words are rows of ``data/numbers/words.tsv`` and ``data/numbers/units.tsv``, those of time rows of
``data/dates/words.tsv``. `read_word` finds them inside written words: with an ending (পাঁচটিই), with a hundred or a
scale joined on (তিনশো, দু'হাজার), with a measure (ছ'দিনের), or after digits (২য়, ৫শ, ৩০টাকা). What the pieces are
worth together, `values` says.

>>> [(p.type, p.value) for p in read_word("পাঁচটিই", None)]
[('SMALL', 5), ('ENDING', 'টিই')]
>>> [(p.type, p.value) for p in read_word("ছ'দিনের", None)]
[('ELIDED_MARKED', 6), ('MEASURE', 'day')]
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from banglanorm.endings import beginnings_of_endings, ending_slots, is_ending, loose_endings, split_endings
from banglanorm.errors import NumberParseError
from banglanorm.lexer import Beginnings, Lexer, Piece
from banglanorm.numbers.digits import MOST_DIGITS, int_of, read_digits
from banglanorm.numbers.values import SCALES
from banglanorm.script.canonical import encodings
from banglanorm.script.letters import E_KAR, VISARGA
from banglanorm.tables import cells, read_table

Lexeme = tuple[str, object]

# --- the lexicon ----------------------------------------------------------------------------------------------------

_CARDINAL_TYPES = frozenset({"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI"})
_ELIDED_TYPES = frozenset({"ELIDED", "ELIDED_MARKED", "ELIDED_BARE"})
_HEAD_TYPES = (_CARDINAL_TYPES - {"ZERO"}) | _ELIDED_TYPES | {"HUNDREDS", "SHOTO", "MIXED", "THOUSAND", "LAKH", "CRORE"}
_LABEL_TYPES = frozenset({"LABEL", "CODE"})
_INFLECTED_TYPES = _CARDINAL_TYPES | _ELIDED_TYPES | SCALES
_INFLECTED_TYPES |= {
    "HUNDREDS",
    "SHO",
    "SHOTO",
    "MIXED",
    "HALF",
    "PORTION",
    "ORDINAL",
    "LUNAR_DAY",
    "PART",
    "DOZEN",
    "JORA",
    "HALI",
}
_INFLECTED_TYPES |= {"MULTIPLE_WORD", "MORE_THAN", "DATE_ORDINAL"}
_GLUED_TYPES = SCALES | {"ORDINAL_MARK"}
# Words beside numbers whose endings are of no interest, so the word with its ending is one token.
_UNIT_TYPES = frozenset({"MEASURE", "TIMES", "MULTIPLE", "PERSON", "PERCENT_WORD", "DECADE", "CENTURY", "YEAR_WORD"})
_UNIT_TYPES |= {
    "LABEL",
    "CURRENCY",
    "DEGREE",
    "CELSIUS",
    "FAHRENHEIT",
    "SHARE",
    "BHAG",
    "MONTH",
    "DATE_WORD",
    "DAYPART",
    "COUNTED",
    "CHANGE",
    "CODE",
    "WEEKDAY",
    "DISTANCE",
    "NAME_TAIL",
}

_ROUGH_STEMS = frozenset(
    {"SMALL", "TENS", "KURI", "HUNDREDS", "SHO", "SHOTO", "THOUSAND", "LAKH", "LOKKHO", "CRORE", "DOZEN"}
)
_LONGEST = 30  # characters of the longest word looked into


@cache
def tails(kind: str, /) -> tuple[str, ...]:
    """Return what is written onto a number word or a unit, of one kind: rows of ``data/numbers/tails.tsv``.

    >>> tails("some")
    ('খানেক',)
    """
    return cells("numbers/tails", "tail", "kind", kind)


def _exact(cell: str) -> int | Fraction:
    return Fraction(cell) if "/" in cell else int(cell)


@cache
def lexicon() -> dict[str, Lexeme]:
    """Return every word that is looked up whole: spelling -> its type and its value.

    >>> lexicon()["দেড়"]
    ('MIXED', Fraction(3, 2))
    """
    words: dict[str, Lexeme] = _words_of_time()
    words |= {row["word"]: (row["type"], row["unit"]) for row in read_table("numbers/units")}
    words |= {
        row["phrase"]: ("COMPARED", row["qualifier"]) for row in read_table("numbers/qualifiers") if _is_compared(row)
    }
    heads: list[tuple[str, int | Fraction]] = []
    for row in read_table("numbers/words"):
        value = _exact(row["value"])
        words[row["word"]] = (row["type"], value)
        if row["type"] in ("MIXED", "QUARTER") or (row["type"] in _HEAD_TYPES and 0 < value < 100 and value % 10):
            heads.append((row["word"], value))
    for word, value in heads:
        if word == "সাড়ে" or word == "পৌনে":
            continue
        coefficient = value + 1 if value == Fraction(1, 4) else value  # সোয়াশো is a hundred and a quarter
        for kind, name in (("hundred", "HUNDREDS"), ("more_than_hundred", "MORE_THAN")):
            for tail in tails(kind):
                words.setdefault(word + tail, (name, int(coefficient * 100)))
    for ending in loose_endings():
        words.setdefault(ending, ("LOOSE_ENDING", ending))
    return words


def _is_compared(row: dict[str, str]) -> bool:
    return row["place"] in ("than", "above", "upon") and " " not in row["phrase"]


# The words of dates that numbers need to know: class there -> type here, and the unit.
_TIME_CLASSES = {
    "gregorian_month": ("MONTH", ""),
    "bangla_month": ("MONTH", ""),
    "hijri_month": ("MONTH", ""),
    "day_part": ("DAYPART", ""),
    "midnight": ("DAYPART", ""),
    "weekday": ("WEEKDAY", ""),
    "year_unit": ("MEASURE", "year"),
    "month_unit": ("MEASURE", "month"),
    "week_unit": ("MEASURE", "week"),
    "day_unit": ("MEASURE", "day"),
    "hour_unit": ("MEASURE", "hour"),
    "minute_unit": ("MEASURE", "minute"),
    "second_unit": ("MEASURE", "second"),
    "decade": ("DECADE", "decade"),
    "century": ("CENTURY", "century"),
    "year_word": ("YEAR_WORD", "year"),
    "common_era": ("YEAR_WORD", "year"),
    "bangla_era": ("YEAR_WORD", "year"),
    "hijri_era": ("YEAR_WORD", "year"),
    "shaka_era": ("YEAR_WORD", "year"),
    "before_era": ("YEAR_WORD", "year"),
    "abda": ("YEAR_WORD", "year"),
    "date_word": ("DATE_WORD", ""),
    "from": ("FROM", ""),
}


_OTHER_WORDS = frozenset({"সফর"})  # a journey, rather than the month


def _words_of_time() -> dict[str, Lexeme]:
    """Return the words of months, days, hours and parts of the day, from the one table that has them."""
    rows = [row for row in read_table("dates/words") if row["class"] in _TIME_CLASSES and " " not in row["word"]]
    rows = [row for row in rows if row["word"] not in _OTHER_WORDS]
    return {row["word"]: _TIME_CLASSES[row["class"]] for row in rows}


@cache
def _stems() -> dict[str, Lexeme]:
    """Return the words of the lexicon that something may be written onto."""
    kinds = _INFLECTED_TYPES | _HEAD_TYPES | _UNIT_TYPES | {"NOT"}
    return {word: lexeme for word, lexeme in lexicon().items() if lexeme[0] in kinds}


@cache
def _glued_units() -> dict[str, Lexeme]:
    glued: dict[str, Lexeme] = {
        row["word"]: (row["type"], row["unit"]) for row in read_table("numbers/units") if row["glued"] == "yes"
    }
    glued |= {word: lexeme for word, lexeme in _words_of_time().items() if lexeme[0] == "MEASURE"}
    return glued | {word: lexeme for word, lexeme in lexicon().items() if lexeme[0] in _GLUED_TYPES}


# --- words into pieces ----------------------------------------------------------------------------------------------


@cache
def _beginnings() -> Beginnings:
    usual = {*loose_endings(), *_glued_units(), *tails("roughly"), *tails("after_sho")}
    endings = {*usual, *tails("more_than"), *tails("some"), *tails("lasting"), VISARGA, *beginnings_of_endings()}
    letters = {form[0] for tail in usual for form in encodings(tail)}
    return Beginnings(lexicon(), _stems(), endings, (tail for tail in endings if tail[0] in letters))


def read_word(word: str, join: str | None, /) -> Sequence[Piece] | None:
    """Return the typed pieces of ``word``, or ``None`` if it has to do with no number; see `banglanorm.finder.Lexer`.

    >>> read_word("দুঃখ", None), read_word("বিশ্ব", None)
    (None, None)
    """
    if join is not None:
        return _read_after_digits(word, join)
    if len(word) > _LONGEST:
        return None
    found = lexicon().get(word)
    if found:
        return [Piece(found[0], len(word), found[1])]
    stems = _stems()
    for cut in range(len(word) - 1, 0, -1):  # the longest stem first
        stem = word[:cut]
        if stem in stems:
            if stems[stem][0] == "NOT":
                return [Piece("NOT", len(word))]
            pieces = _read_stem(stem, word[cut:], *stems[stem])
            if pieces:
                return pieces
    return None


_NUMBER_SLOTS = frozenset({"classifier", "case", "particle"})
_SLOTS_OF = dict.fromkeys(_ELIDED_TYPES, frozenset({"classifier"}))


def _read_stem(stem: str, tail: str, kind: str, value: object) -> list[Piece] | None:
    """Read what is written onto a stem: an ending, a measure or scale, "about", "more than"."""
    size = len(stem)
    slots = ending_slots(tail)
    if slots and kind in _UNIT_TYPES and tail[0] not in "'-":
        return [Piece(kind, size + len(tail), value)]
    if kind == "SHO" and not tail.startswith(tails("after_sho")):
        return None
    if kind == "HUNDREDS" and tail == E_KAR and stem.endswith("শ"):
        return None  # দুশে is no form of দুশ
    if slots and kind in _INFLECTED_TYPES and slots[0] in _SLOTS_OF.get(kind, _NUMBER_SLOTS):
        return [Piece(kind, size, value), Piece("ENDING", len(tail), tail)]
    if tail == VISARGA and kind in _LABEL_TYPES:  # নংঃ, মোবাইলঃ: typed for a colon
        return [Piece(kind, size, value), Piece("COLON", 1)]
    if kind in _HEAD_TYPES or kind == "HALF":
        glued = _read_glued(tail)
        if glued:
            return [Piece(kind, size, value), *glued]
    if kind == "MEASURE" and tail in tails("some"):  # মাসখানেক
        return [Piece(kind, size, value), Piece("SOME", len(tail), 1)]
    if kind in ("MEASURE", "YEAR_WORD") and tail in tails("lasting"):  # দিনব্যাপী, সালজুড়ে
        return [Piece(kind, size + len(tail), value)]
    if kind in _ROUGH_STEMS:
        if tail in tails("roughly"):
            return [Piece("ROUGHLY", size + len(tail), value)]
        over = next((over for over in tails("more_than") if tail.startswith(over)), None)
        if over and (tail == over or ending_slots(tail[len(over) :])):
            return [Piece("MORE_THAN", size + len(tail), value)]
    return None


def _read_after_digits(word: str, join: str) -> Sequence[Piece] | None:
    found = lexicon().get(word)
    if join == "" and found and found[0] in _DIGIT_TAILS:
        return [Piece(found[0], len(word), word)]
    if is_ending(word, join=join):
        return [Piece("ENDING", len(word), word)]
    pieces = None if join == "'" else read_word(word, None)
    return pieces if not join or (pieces and pieces[0].type in _UNIT_TYPES) else None


_DIGIT_TAILS = frozenset({"DIGIT_ORDINAL", "DIGIT_DATE", "ORDINAL_MARK"})


def _read_glued(word: str) -> list[Piece] | None:
    units = _glued_units()
    stem = next((word[: -len(tail)] for tail in tails("lasting") if word.endswith(tail)), word)  # দুদিনব্যাপী
    if stem in units:
        return [Piece(units[stem][0], len(word), units[stem][1])]
    for split in split_endings(word, stems=units):
        kind, value = units[split.stem]
        if kind in SCALES:
            return [Piece(kind, len(split.stem), value), Piece("ENDING", len(word) - len(split.stem), split.ending)]
        return [Piece(kind, len(word), value)]
    return None


def read_digit_run(run: str, /) -> Sequence[Piece]:
    """Return the typed pieces of digits with commas and points: one number, or the numbers of a list.

    >>> [(p.type, p.value) for p in read_digit_run("১২,৩৪,৫৬৭.৮৯")]
    [('DECIMAL', Decimal('1234567.89'))]
    >>> [p.type for p in read_digit_run("১৭.০৯.২০২৩")]
    ['D2', 'DOT', 'Z2', 'DOT', 'D4']
    """
    if "," not in run and "." not in run:
        return _digit_piece(run)
    try:
        value = read_digits(run)
    except NumberParseError:
        return [piece for part in _separators().split(run) for piece in _digit_piece(part)]
    if isinstance(value, Decimal):
        return [Piece("DECIMAL", len(run), value)]
    return [Piece("GROUPED", len(run), value)]


@cache
def _separators() -> re.Pattern[str]:
    return re.compile("([,.])")


def _digit_piece(run: str) -> list[Piece]:
    if run in ",.":
        return [Piece("COMMA" if run == "," else "DOT", 1)]
    size = len(run)
    if size > MOST_DIGITS:
        return [Piece("OTHER", size)]
    return [Piece(_digit_type(run), size, int_of(run))]


def _digit_type(run: str) -> str:
    """Name digits by their number, and apart those with zeros in front."""
    if run[0] in "০0" and len(run) > 1:
        return "Z2" if len(run) == 2 else "D0"
    return f"D{len(run)}" if len(run) <= 4 else "D5UP"


@cache
def lexer() -> Lexer:
    """Return the lexer of numbers; a finder with words of its own passes the rest on to `read_word`."""
    signs = read_table("numbers/signs")
    return Lexer(
        read_word=read_word,
        read_digits=read_digit_run,
        symbols={row["sign"]: row["type"] for row in signs},
        meanings={row["sign"]: _meaning(row["meaning"]) for row in signs},
        may_read=_beginnings().may_be,
    )


def _meaning(cell: str) -> object:
    return _exact(cell) if cell[0] in "0123456789" else cell
