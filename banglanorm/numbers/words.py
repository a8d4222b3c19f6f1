r"""Number words: the lexicon, how a word falls into typed pieces, and the value of a run of them.

The words are rows of ``data/numbers/words.tsv`` and ``data/numbers/units.tsv``. `read_word` finds them inside written
words: with an ending (পাঁচটিই), with a hundred or a scale joined on (তিনশো, দু'হাজার), with a measure (ছ'দিনের), or
after digits (২য়, ৫শ, ৩০টাকা). `number_value` adds the pieces up: a scale multiplies everything smaller that stands
before it since the last larger one, so এক হাজার আটশত সত্তর কোটি is 1,870 × 10⁷. Spellings: reference/numbers.md,
sections 1 to 6.

>>> [(p.type, p.value) for p in read_word("পাঁচটিই", None)]
[('SMALL', 5), ('ENDING', 'টিই')]
>>> [(p.type, p.value) for p in read_word("ছ'দিনের", None)]
[('ELIDED_MARKED', 6), ('MEASURE', 'day')]
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache

from banglanorm.endings import ending_slots, is_ending, loose_endings, split_endings
from banglanorm.errors import NumberParseError
from banglanorm.lexer import Lexer, Piece, Token
from banglanorm.numbers.digits import MOST_DIGITS, read_digits
from banglanorm.script.letters import (
    AA_KAR,
    AU_LENGTH_MARK,
    E_KAR,
    NUKTA,
    O_KAR,
    RHA,
    RRA,
    YA,
    YYA,
)
from banglanorm.tables import read_table

Number = int | Decimal | Fraction
CRORE = 10**7
Lexeme = tuple[str, object]

# --- types ----------------------------------------------------------------------------------------------------------
# Groups of token types, for patterns: name -> the types it stands for.

GROUPS = {
    "DIGITS": "D1|D2|D3|D4|D5UP|GROUPED",
    "UNIT": "ZERO|ONE|NOY|BAR|SMALL|TENS|KURI|ELIDED|ELIDED_MARKED",
    "HUNDRED": "SHO|SHOTO",
    "LAKHS": "LAKH|LOKKHO",
    "BIG": "CRORE|WESTERN",
    "SCALE": "THOUSAND|LAKH|LOKKHO|CRORE|WESTERN|ARCHAIC",
}

# What a number below a thousand, or below a crore, is made of.
_BELOW_THOUSAND = (
    "(?:(?:UNIT|D1|DECIMAL) HUNDRED(?: UNIT)?|D2 SHOTO(?: UNIT)?|HUNDREDS(?: UNIT)?|MIXED(?: HUNDRED)?|SHOTO(?: UNIT)?"
    "|QUARTER (?:UNIT|DIGITS)(?: HUNDRED)?|QUARTER HUNDREDS|QUARTER HUNDRED|QUARTER(?= SCALE)|UNIT|DIGITS|DECIMAL)"
)
_BELOW_CRORE = (
    f"(?:(?:{_BELOW_THOUSAND} )?LAKHS(?: {_BELOW_THOUSAND} THOUSAND)?(?: {_BELOW_THOUSAND})?"
    f"|(?:{_BELOW_THOUSAND} )?THOUSAND(?: {_BELOW_THOUSAND})?|{_BELOW_THOUSAND})"
)
NUMERAL = f"(?:(?:{_BELOW_CRORE} )?BIG(?: CRORE)?(?: {_BELOW_CRORE} BIG)?(?: {_BELOW_CRORE})?|{_BELOW_CRORE})"

# --- the lexicon ----------------------------------------------------------------------------------------------------

_CARDINAL_TYPES = frozenset({"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI"})
_ELIDED_TYPES = frozenset({"ELIDED", "ELIDED_MARKED", "ELIDED_BARE"})
_HEAD_TYPES = (_CARDINAL_TYPES - {"ZERO"}) | _ELIDED_TYPES | {"HUNDREDS", "SHOTO", "MIXED", "THOUSAND", "LAKH", "CRORE"}
_SCALE_TYPES = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "ARCHAIC"})
_INFLECTED_TYPES = _CARDINAL_TYPES | _ELIDED_TYPES | _SCALE_TYPES
_INFLECTED_TYPES |= {
    "HUNDREDS",
    "SHO",
    "SHOTO",
    "MIXED",
    "HALF",
    "ORDINAL",
    "LUNAR_DAY",
    "PART",
    "DOZEN",
    "JORA",
    "HALI",
}
_INFLECTED_TYPES |= {"MULTIPLE_WORD", "MORE_THAN", "DATE_ORDINAL"}
_GLUED_TYPES = _SCALE_TYPES | {"ORDINAL_MARK"}
# Words beside numbers whose endings are of no interest, so the word with its ending is one token.
_UNIT_TYPES = frozenset({"MEASURE", "TIMES", "MULTIPLE", "PERSON", "PERCENT_WORD", "DECADE", "CENTURY", "YEAR_WORD"})
_UNIT_TYPES |= {
    "LABEL",
    "CURRENCY",
    "CELSIUS",
    "FAHRENHEIT",
    "SHARE",
    "BHAG",
    "MONTH",
    "DATE_WORD",
    "DAYPART",
    "COUNTED",
}

_HUNDRED_TAILS = ("শো", "শ", "শত", "শ'", "শো'", "'শ", "'শো")
_ROUGH_STEMS = frozenset({"SMALL", "TENS", "HUNDREDS", "SHO", "SHOTO", "THOUSAND", "LAKH", "LOKKHO", "CRORE", "DOZEN"})
_ROUGHLY = (E_KAR + "ক", "খানেক")  # পাঁচেক, হাজারখানেক
_OVER = (O_KAR + "র্ধ্ব", O_KAR + "র্ধ", "ঊর্ধ্ব", "উর্ধ্ব")  # পঞ্চাশোর্ধ্ব
_LONGEST = 30  # characters of the longest word looked into


def _exact(cell: str) -> int | Fraction:
    return Fraction(cell) if "/" in cell else int(cell)


@cache
def lexicon() -> dict[str, Lexeme]:
    """Return every word that is looked up whole: spelling -> its type and its value.

    >>> lexicon()["দেড়"]
    ('MIXED', Fraction(3, 2))
    """
    words: dict[str, Lexeme] = {row["word"]: (row["type"], row["unit"]) for row in read_table("numbers/units")}
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
        for tail in _HUNDRED_TAILS:
            words.setdefault(word + tail, ("HUNDREDS", int(coefficient * 100)))
        words.setdefault(word + "শতাধিক", ("MORE_THAN", int(coefficient * 100)))
    for ending in loose_endings():
        words.setdefault(ending, ("LOOSE_ENDING", ending))
    return words


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
    return glued | {word: lexeme for word, lexeme in lexicon().items() if lexeme[0] in _GLUED_TYPES}


# --- words into pieces ----------------------------------------------------------------------------------------------


@cache
def _beginnings() -> frozenset[str]:
    """Return what a word of interest begins with: four letters, or a shorter stem; see `may_read`."""
    words = {spelling for word in lexicon() for spelling in _spellings(word)}
    stems = {spelling for word in _stems() for spelling in _spellings(word) if len(spelling) < 4}
    tails = {tail[0] for tail in (*loose_endings(), *_glued_units(), *_ROUGHLY, *_AFTER_SHO)}
    single = {stem + tail for stem in stems if len(stem) == 1 for tail in tails}  # শটি, ন'টা
    return frozenset({word[:4] for word in words if len(word) > 3} | {stem for stem in stems if len(stem) > 1} | single)


@cache
def _short_words() -> frozenset[str]:
    return frozenset(spelling for word in lexicon() for spelling in _spellings(word) if len(spelling) < 4)


def _spellings(word: str) -> tuple[str, str]:
    composed = word.replace(YA + NUKTA, YYA).replace("ড" + NUKTA, RRA).replace("ঢ" + NUKTA, RHA)
    return word, composed


_DECOMPOSED = re.compile(f"{E_KAR}[{AA_KAR}{AU_LENGTH_MARK}]")


def may_read(word: str, /) -> bool:
    """Say whether ``word`` begins like a word of the lexicon; see `banglanorm.finder.Lexer`.

    >>> may_read("পাঁচটি"), may_read("খবর")
    (True, False)
    """
    if E_KAR in word and _DECOMPOSED.search(word):
        return True  # two-part vowel signs apart are rare; read_word sees them composed
    beginnings = _beginnings()
    return word[:4] in beginnings or word[:3] in beginnings or word[:2] in beginnings or word in _short_words()


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
                return None
            pieces = _read_stem(stem, word[cut:], *stems[stem])
            if pieces:
                return pieces
    return None


_NUMBER_SLOTS = frozenset({"classifier", "case", "particle"})
_SLOTS_OF = dict.fromkeys(_ELIDED_TYPES, frozenset({"classifier"}))
_AFTER_SHO = "'টজখরয"  # what may begin an ending after শ: দুই শর, not শকে


def _read_stem(stem: str, tail: str, kind: str, value: object) -> list[Piece] | None:
    """Read what is written onto a stem: an ending, a measure or scale, "about", "more than"."""
    size = len(stem)
    slots = ending_slots(tail)
    if slots and kind in _UNIT_TYPES and tail[0] not in "'-":
        return [Piece(kind, size + len(tail), value)]
    if kind == "SHO" and tail[0] not in _AFTER_SHO:
        return None
    if slots and kind in _INFLECTED_TYPES and slots[0] in _SLOTS_OF.get(kind, _NUMBER_SLOTS):
        return [Piece(kind, size, value), Piece("ENDING", len(tail), tail)]
    if kind in _HEAD_TYPES:
        glued = _read_glued(tail)
        if glued:
            return [Piece(kind, size, value), *glued]
    if kind in _ROUGH_STEMS:
        if tail in _ROUGHLY:
            return [Piece("ROUGHLY", size + len(tail), value)]
        if any(tail == over or (tail.startswith(over) and ending_slots(tail[len(over) :])) for over in _OVER):
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
    if word in units:
        return [Piece(units[word][0], len(word), units[word][1])]
    for split in split_endings(word):
        kind, value = units.get(split.stem, ("", None))
        if kind in _SCALE_TYPES:
            return [Piece(kind, len(split.stem), value), Piece("ENDING", len(word) - len(split.stem), split.ending)]
        if kind:
            return [Piece(kind, len(word), value)]
    return None


def read_digit_run(run: str, /) -> Sequence[Piece]:
    """Return the typed pieces of digits with commas and points: one number, or the numbers of a list.

    >>> [(p.type, p.value) for p in read_digit_run("১২,৩৪,৫৬৭.৮৯")]
    [('DECIMAL', Decimal('1234567.89'))]
    >>> [p.type for p in read_digit_run("১৭.০৯.২০২৩")]
    ['D2', 'DOT', 'D2', 'DOT', 'D4']
    """
    try:
        value = read_digits(run)
    except NumberParseError:
        return [piece for part in _separators().split(run) for piece in _digit_piece(part)]
    if isinstance(value, Decimal):
        return [Piece("DECIMAL", len(run), value)]
    return [Piece("GROUPED", len(run), value)] if "," in run else _digit_piece(run)


@cache
def _separators() -> re.Pattern[str]:
    return re.compile("([,.])")


def _digit_piece(run: str) -> list[Piece]:
    if run in ",.":
        return [Piece("COMMA" if run == "," else "DOT", 1)]
    size = len(run)
    if size > MOST_DIGITS:
        return [Piece("OTHER", size)]
    kind = "D0" if size > 2 and run[0] in "০0" else f"D{size}" if size <= 4 else "D5UP"
    return [Piece(kind, size, int(run))]


@cache
def lexer() -> Lexer:
    """Return the lexer of numbers; a finder with words of its own passes the rest on to `read_word`."""
    return Lexer(read_word=read_word, read_digits=read_digit_run, symbols=SYMBOL_TYPES, may_read=may_read)


SYMBOL_TYPES = (
    dict.fromkeys("৳₹$€£¥৲", "CURRENCY_SIGN")
    | dict.fromkeys("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞", "VULGAR")
    | {"\N{EM DASH}": "LONG_DASH"}
    | dict.fromkeys("@#&=_{}\\", "GLUE")
    | {"°": "DEGREE", "৴": "ANNA", "৵": "ANNA", "৶": "ANNA", "৷": "ANNA", "৸": "ANNA", "৹": "SIXTEEN"}
)


# --- values ---------------------------------------------------------------------------------------------------------


def number_value(tokens: Iterable[Token], /) -> Number:
    """Return the value of the tokens of one numeral: number words, digits, hundreds, scales, quarters.

    A scale multiplies everything smaller since the last larger one; কোটি multiplies everything before it, so that
    crores stack.

    Raises:
        NumberParseError: two parts stand side by side that do not add up, such as দশ বিশ.

    >>> number_value(lexer().tokens("দেড়লাখ"))
    150000
    """
    adder = _Adder()
    for token in tokens:
        adder.add(token)
    return adder.total()


_MOST_BITS = 332_000  # about 100,000 digits: beyond it the time of কোটি কোটি … would grow with the square


class _Adder:
    """The state of `number_value`: finished terms, and the group of at most three digits that is being built."""

    def __init__(self) -> None:
        self._terms: list[tuple[int, int | Fraction]] = []
        self._group: Number | None = None
        self._quarter: Fraction | None = None
        self._after_hundred = False
        self._decimal = False

    def add(self, token: Token) -> None:
        kind, value = token.type, token.value
        if kind in _SCALE_TYPES:
            self._scale(value)
        elif kind in ("SHO", "SHOTO"):
            self._hundred(bare=kind == "SHOTO")
        elif kind == "QUARTER":
            self._quarter = value
        elif self._group is None:
            self._start(kind, value)
        elif self._after_hundred and kind not in ("HUNDREDS", "MIXED", "DECIMAL") and value < 100:
            self._group = self._coefficient() + value
            self._after_hundred = False
        else:
            raise NumberParseError("two numbers stand side by side")

    def _start(self, kind: str, value: Number) -> None:
        if self._quarter is not None:
            value = Fraction(value) + self._quarter * (100 if kind == "HUNDREDS" else 1)
            self._quarter = None
        self._group = value
        self._after_hundred = kind == "HUNDREDS"
        self._decimal = self._decimal or kind == "DECIMAL"

    def _coefficient(self) -> int | Fraction:
        if self._group is None and self._quarter is not None:
            self._group, self._quarter = 1 + self._quarter, None  # সোয়া লাখ is one lakh and a quarter
        group = 1 if self._group is None else self._group
        return group if isinstance(group, int) else Fraction(group)

    def _hundred(self, *, bare: bool) -> None:
        if self._group is None and self._quarter is None and not bare:
            raise NumberParseError("a hundred stands without its number")
        if self._after_hundred:
            raise NumberParseError("two hundreds stand side by side")
        self._group = _whole(self._coefficient() * 100)
        self._after_hundred = True

    def _scale(self, scale: int) -> None:
        smaller = [value for size, value in self._terms if size < scale or size == scale == CRORE]
        bare = not smaller and self._group is None and self._quarter is None
        rest = [term for term in self._terms if not (term[0] < scale or term[0] == scale == CRORE)]
        if bare and self._terms:
            raise NumberParseError("a scale stands without a number")
        add = 0 if smaller and self._group is None and self._quarter is None else self._coefficient()
        term = (sum(smaller) + add) * scale
        if term.numerator.bit_length() > _MOST_BITS:
            raise NumberParseError("a value of about 100,000 digits or more")
        self._terms = [*rest, (scale, term)]
        self._group = None
        self._after_hundred = False

    def total(self) -> Number:
        """Return the sum; digits alone keep the zeros of their decimals."""
        if self._quarter is not None:
            raise NumberParseError("a fraction word stands without its number")
        if not self._terms and self._group is not None:
            return self._group if not isinstance(self._group, Fraction) else _whole(self._group)
        value = sum((term for _, term in self._terms), Fraction(0)) + Fraction(self._group or 0)
        return exact(value, decimal=self._decimal)


def _whole(value: int | Fraction) -> int | Fraction:
    return value if isinstance(value, int) or value.denominator != 1 else value.numerator


def exact(value: Fraction, /, *, decimal: bool) -> Number:
    """Return ``value`` as ``int`` if it is whole, else as ``Decimal`` if asked and possible, else unchanged.

    >>> exact(Fraction(2800000), decimal=True), exact(Fraction(5, 4), decimal=True)
    (2800000, Decimal('1.25'))
    """
    if value.denominator == 1:
        return value.numerator
    if not decimal:
        return value
    places = 0
    denominator = value.denominator
    while 10**places % denominator:
        places += 1
    scaled = abs(value.numerator) * 10**places // denominator
    return Decimal((int(value < 0), tuple(map(int, str(scaled))), -places))
