"""What stands around an apostrophe or quotation mark, reduced to what decides about it.

Running text is full of words and poor in ways to set a mark: দু’জন, ছ’টি and ক’দিন are one case. So a token (what stands
between two spaces) is described by its :class:`Piece` s, in which letters count only by their kind and words only by
the lists they are on; equal descriptions are one object, and tokens seen before are remembered. The words that decide
are rows of ``data/normalization/apostrophe_words.tsv``.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from banglanorm.normalization.syntax import Syntax, find_syntax
from banglanorm.script.characters import is_decimal, is_letter_or_number
from banglanorm.script.letters import (
    BENGALI_DIGITS,
    JOINERS,
    NUKTA,
    WORD_CHARACTERS,
    YA,
    YYA,
)
from banglanorm.tables import read_table

MARKS = "‘’'`´‚ʼ‛′“”\"″«»„"

# What a letter or digit beside a mark is reduced to; any other character stands for itself, a space for the edge.
BENGALI, FOREIGN, BENGALI_DIGIT, ASCII_DIGIT, EDGE, END = "ক", "a", "০", "0", " ", "\n"
DIGITS = BENGALI_DIGIT + ASCII_DIGIT
WORD = frozenset(BENGALI + FOREIGN + DIGITS)

_KINDS = {
    **dict.fromkeys(WORD_CHARACTERS + JOINERS, BENGALI),
    **dict.fromkeys(BENGALI_DIGITS, BENGALI_DIGIT),
    **dict.fromkeys("0123456789", ASCII_DIGIT),
    END: END,
}
_IN_BENGALI_WORD = WORD_CHARACTERS + JOINERS + BENGALI_DIGITS
_IN_WORD = frozenset(_IN_BENGALI_WORD + "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LONGEST_WORD = 16  # no word of the table is as long as this
_LONG = 3  # code points of a word that ʿayn seldom follows
_MOST_REMEMBERED = 1 << 15
_LONGEST_REMEMBERED = 64

# A run of one character is one piece: doubled marks, and the longer runs of wiki markup and rules.
_PIECE = re.compile(f"‘++|’++|'++|`++|[{MARKS}]")
_REST_OF_WORD = re.compile(f"[{_IN_BENGALI_WORD}]{{0,{_LONGEST_WORD}}}")
_YEAR = re.compile(f"(?:[{BENGALI_DIGITS}]{{2}}|[0-9]{{2}})(?![0-9{BENGALI_DIGITS}])")
_SPEECH = re.compile(f"[^0-9{BENGALI_DIGITS}]?[,:] ")
_AFTER_SPEECH = ": "  # stands before a token that follows such a comma or colon
_HUNDREDS = re.compile(f"[{BENGALI_DIGITS}0-9]++শ")


class Piece(NamedTuple):
    """A mark, or a run of one mark, with what decides about it: its neighbours and facts of the words beside it."""

    char: str
    length: int
    before: str
    after: str
    is_code: bool = False
    delimiters: str = ""  # the marks that may delimit strings in this line of code or data
    elides: bool = False  # the word before is one that elision leaves: দু, ছ
    may_end: bool = False  # the word before is one that may end in an apostrophe: একশ, ল
    is_long: bool = False
    has_suffix: bool = False  # what comes after is a case ending: র, কে
    has_word: bool = False  # what comes after is a word that clings to a quotation: সহ, নামক
    begins: bool = False  # what comes after may begin with an apostrophe: ’৭১, ‘আলাইহি
    touches_mark: bool = False  # another mark is next to this one, or next to the word after it


class Kind:
    """All the pieces of a token. Tokens with the same pieces share one kind, so kinds compare by identity."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self.pieces = pieces


class MarkedLine(NamedTuple):
    """Where the marks of a line are, character by character, and the kinds of the tokens that hold them."""

    places: list[int]
    kinds: tuple[Kind, ...]

    def pieces(self) -> list[Piece]:
        """Return the pieces of all tokens, in order."""
        return [piece for kind in self.kinds for piece in kind.pieces]


def read_marks(line: str, among: Iterable[str] = MARKS) -> MarkedLine:
    """Find the marks of a line and describe what is around them; ``among`` names the marks that may be there.

    >>> marked = read_marks("দু’জন ও ছ’টি")
    >>> marked.places, marked.kinds[0] is marked.kinds[1], marked.kinds[0].pieces[0].elides
    ([2, 9], True, True)
    """
    places = _places(line, among)
    if not places:
        return MarkedLine(places, ())
    syntax = find_syntax(line)
    if syntax.spans or syntax.delimiters:
        return MarkedLine(places, (_line_with_syntax(line, syntax),))
    kinds = []
    end = -1
    for place in places:
        if place < end:
            continue
        start = line.rfind(" ", end + 1, place) + 1 or end + 1
        end = line.find(" ", place)
        if end < 0:
            end = len(line)
            token = _as_last(line[start:])
        else:
            token = line[start:end]
        if start == place and is_decimal(line[place + 1 : place + 2]) and _is_after_speech(line, place):
            token = _AFTER_SPEECH + token
        kinds.append(_kind(token) if end - start <= _LONGEST_REMEMBERED else Kind(_pieces(token)))
    return MarkedLine(places, tuple(kinds))


def _places(line: str, among: Iterable[str]) -> list[int]:
    """Return where the marks are, in order; looking for one at a time is the fastest way in pure Python."""
    places = []
    for mark in among:
        at = line.find(mark)
        while at >= 0:
            places.append(at)
            at = line.find(mark, at + 1)
    places.sort()
    return places


def _as_last(token: str) -> str:
    """Mark the end of the line behind a mark that stands there: it is known to open nothing."""
    return token + END if token[-1:] in MARKS else token


def _is_after_speech(text: str, at: int) -> bool:
    """Say whether a comma or colon before ``at`` may introduce a speech; after a digit it goes on with a list."""
    return _SPEECH.fullmatch(text, max(0, at - 3), at) is not None


@lru_cache(maxsize=_MOST_REMEMBERED)
def _kind(token: str) -> Kind:
    return _shared_kind(_pieces(token))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _shared_kind(pieces: tuple[Piece, ...]) -> Kind:
    return Kind(pieces)


def _line_with_syntax(line: str, syntax: Syntax) -> Kind:
    """Describe a whole line, with the marks that are syntax as such."""
    spans = list(reversed(syntax.spans))
    pieces = []
    for piece, at in zip(_pieces(line), _starts(line), strict=True):
        while spans and spans[-1][1] <= at:
            spans.pop()
        in_span = bool(spans) and spans[-1][0] <= at
        is_code = in_span or (syntax.is_certain and piece.char in syntax.delimiters)
        pieces.append(piece._replace(is_code=is_code, delimiters=syntax.delimiters))
    return _shared_kind(tuple(pieces)) if len(pieces) <= _LONGEST_REMEMBERED else Kind(tuple(pieces))


def _starts(text: str) -> list[int]:
    return [m.start() for m in _PIECE.finditer(text)]


def _pieces(text: str) -> tuple[Piece, ...]:
    return tuple(_piece(text, *m.span()) for m in _PIECE.finditer(text))


def _piece(text: str, start: int, end: int) -> Piece:
    neighbours = text[start - 1 : start] or EDGE, text[end : end + 1] or EDGE
    before, after = map(_reduced, neighbours)
    stem = _word_before(text, start) if before in WORD else ""
    rest = _word_after(text, end) if after in WORD else ""
    is_initial = rest in words_of("initial")
    follower = text[end + len(rest) : end + len(rest) + 1] if is_initial else ""
    if after in DIGITS and _YEAR.match(text, end):
        begins = text[start] != "‘" or not _is_after_speech(text, start)
    else:
        begins = is_initial and follower not in tuple("’'")
    return Piece(
        char=text[start],
        length=end - start,
        before=before,
        after=after,
        elides=stem in words_of("elision"),
        may_end=after in EDGE + END and (stem in words_of("final") or _HUNDREDS.fullmatch(stem) is not None),
        is_long=len(stem) >= _LONG,
        has_suffix=rest in words_of("suffix"),
        has_word=rest in words_of("word"),
        begins=begins,
        touches_mark=any(char in MARKS for char in (*neighbours, follower or EDGE)),
    )


def _reduced(char: str) -> str:
    kind = _KINDS.get(char)
    if kind is None:
        kind = FOREIGN if is_letter_or_number(char) else EDGE if char.isspace() else char
    return kind


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind in the table, each as it is spelled in NFC and with a precomposed letter."""
    found = [row["word"] for row in read_table("normalization/apostrophe_words") if row["kind"] == kind]
    return frozenset(found + [word.replace(YA + NUKTA, YYA) for word in found])


def _word_before(text: str, at: int) -> str:
    """Return the word that ends at ``at``, or a longer piece than any word of the table."""
    least = max(0, at - _LONGEST_WORD)
    start = at
    while start > least and text[start - 1] in _IN_WORD:
        start -= 1
    return text[start:at]


def _word_after(text: str, at: int) -> str:
    m = _REST_OF_WORD.match(text, at)
    return m[0] if m else ""
