"""What stands around an apostrophe or quotation mark, reduced to what decides about it.

Running text is full of words and poor in ways to set a mark: দু’জন, ছ’টি and ক’দিন are one case. So a mark is described
by its :class:`Piece`, in which letters count only by their kind and words only by the lists they are on. Equal pieces
are one object, so what was once learned about a line of marks holds for every line with the same pieces. The words that
decide are rows of ``data/normalization/apostrophe_words.tsv``.
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from string import ascii_letters
from typing import NamedTuple

from banglanorm.normalization.syntax import Syntax, find_syntax
from banglanorm.script.canonical import DECOMPOSED
from banglanorm.script.characters import is_letter_or_number
from banglanorm.script.letters import (
    ASCII_DIGITS,
    BENGALI_DIGITS,
    JOINERS,
    NUKTA,
    WORD_CHARACTERS,
)
from banglanorm.tables import cells

MARKS = "‘’'`´‚ʼ‛′“”\"″«»„"
DOUBLE_MARKS = '“”"«»„'  # as quotation marks these are double by themselves, and ‘‘ ’’ '' `` are as pairs

# What a character beside a mark is reduced to; a mark stands for itself.
BENGALI, FOREIGN, BENGALI_DIGIT, ASCII_DIGIT, EDGE, END = "ক", "a", "০", "0", " ", "\n"
BRACKET, DASH, COMMA, STOP, ANY_OTHER = "(", "-", ",", ".", "*"
DIGITS = BENGALI_DIGIT + ASCII_DIGIT
WORD = frozenset(BENGALI + FOREIGN + DIGITS)

_KINDS = {
    **dict.fromkeys(WORD_CHARACTERS + JOINERS, BENGALI),
    **dict.fromkeys(BENGALI_DIGITS, BENGALI_DIGIT),
    **dict.fromkeys(ASCII_DIGITS, ASCII_DIGIT),
    **{mark: mark for mark in MARKS},
    **dict.fromkeys("([{", BRACKET),
    **dict.fromkeys("-–—", DASH),
    **dict.fromkeys(",:;", COMMA),
    **dict.fromkeys("।.?!)]", STOP),
    END: END,
}
_DIGITS = BENGALI_DIGITS + ASCII_DIGITS
_IN_WORD = WORD_CHARACTERS + JOINERS + BENGALI_DIGITS + ASCII_DIGITS + ascii_letters
_LONGEST_WORD = 16  # no word of the table is as long as this
_LONG = 3  # code points, in NFC, of a word that ʿayn seldom follows
_RUNS = "‘’'`"  # several of one of these are one piece: doubled marks, and the longer runs of wiki markup and rules
_LONG_LINE = 1 << 16
_MOST_REMEMBERED = 1 << 14

_SINGLE = frozenset("‘’'`´‛")
_YEAR = re.compile(f"(?:[{BENGALI_DIGITS}]{{2}}|[0-9]{{2}})(?![0-9{BENGALI_DIGITS}])")
_SPEECH = re.compile(f"[^0-9{BENGALI_DIGITS}]?[,:] ")
_AFTER_LATIN = re.compile("[A-Za-z] ")
_PLURAL = re.compile("[A-Za-z]+s")
_WORD = re.compile(f"[{_IN_WORD}]*+")
_HUNDREDS = re.compile(f"[{BENGALI_DIGITS}0-9]++শ")


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A mark, or a run of one mark, with what decides about it: its neighbours and facts of the words beside it.

    Pieces are shared and compare by identity.
    """

    char: str
    length: int
    before: str = EDGE
    after: str = EDGE
    is_code: bool = False
    ends_text: bool = False  # delimits a string in code: what is inside is a text of its own
    elides: bool = False  # the word before is one that elision leaves: দু, ছ
    may_end: bool = False  # the word before is one that may end in an apostrophe: একশ, ল, Students
    is_long: bool = False
    has_suffix: bool = False  # what comes after is a case ending: র, কে
    has_word: bool = False  # what comes after is a word that clings to a quotation: সহ, নামক
    begins: bool = False  # what comes after may begin with an apostrophe: ’৭১, ‘আলাইহি


_shared = lru_cache(maxsize=_MOST_REMEMBERED)(Piece)


class MarkedLine(NamedTuple):
    """Where the marks of a line are, character by character; their pieces; the marks that may delimit strings in it."""

    places: Sequence[int]
    pieces: tuple[Piece, ...]
    delimiters: str = ""


def read_marks(line: str, among: Iterable[str] = MARKS, syntax: Syntax | None = None) -> MarkedLine:
    """Find the marks of a line and describe what is around them.

    ``among`` names the marks that may be there; ``syntax`` is what :func:`find_syntax` says of the line, if known.

    >>> places, pieces, _ = read_marks("দু’জন ও ছ’টি")
    >>> places, pieces[0] is pieces[1], pieces[0].elides
    ([2, 9], True, True)
    """
    places = _places(line, among)
    if not places:
        return MarkedLine(places, ())
    if syntax is None:
        syntax = find_syntax(line)
    has_syntax = bool(syntax.spans) or syntax.is_certain
    starts, pieces = [], []
    end = 0
    for start in places:
        if start < end:
            continue
        end = start + 1
        if line[start] in _RUNS:
            while line.startswith(line[start], end):
                end += 1
        if has_syntax:
            starts.append(start)
        pieces.append(_piece(line, start, end))
    if has_syntax:
        pieces = _with_syntax(pieces, starts, syntax)
    return MarkedLine(places, tuple(pieces), syntax.delimiters)


def _places(line: str, among: Iterable[str]) -> Sequence[int]:
    """Return where the marks are, in order; looking for one at a time is the fastest way in pure Python."""
    if len(line) > _LONG_LINE:
        return array("q", (m.start() for m in re.finditer(f"[{MARKS}]", line)))  # a list would take more room
    places = []
    for mark in among:
        at = line.find(mark)
        while at >= 0:
            places.append(at)
            at = line.find(mark, at + 1)
    places.sort()
    return places


def _with_syntax(pieces: list[Piece], starts: list[int], syntax: Syntax) -> list[Piece]:
    """Return the pieces with those that are syntax described as such."""
    spans = list(reversed(syntax.spans))
    described = []
    for piece, at in zip(pieces, starts, strict=True):
        while spans and spans[-1][1] <= at:
            spans.pop()
        delimits = syntax.is_certain and piece.char in syntax.delimiters
        is_code = delimits or (bool(spans) and spans[-1][0] <= at)
        described.append(_shared(piece.char, piece.length, is_code=True, ends_text=delimits) if is_code else piece)
    return described


# --- one mark -------------------------------------------------------------------------------------------------------


def _piece(line: str, start: int, end: int) -> Piece:
    """Describe the mark, or run of a mark, at ``line[start:end]`` by its neighbours and the words beside it."""
    left, right = line[start - 1 : start] or EDGE, line[end : end + 1] or END
    before, after = _KINDS.get(left) or kind_of(left), _KINDS.get(right) or kind_of(right)
    mark = line[start]
    if mark in _SINGLE and end - start == 1:
        if before in WORD:
            if after in WORD:
                facts = _facts_between(_word_before(line, start), _word_after(line, end))
                return _shared(mark, 1, before, after, False, False, *facts)
            if after in EDGE + END and may_end(line, start):
                return _shared(mark, 1, before, after, may_end=True)
        elif after in WORD and begins(line, start, end):
            return _shared(mark, 1, before, after, begins=True)
    return _shared(mark, end - start, before, after)


@lru_cache(maxsize=_MOST_REMEMBERED)
def kind_of(char: str) -> str:
    """Return what a character beside a mark is reduced to.

    >>> [kind_of(char) for char in "কz৫,”"]
    ['ক', 'a', '০', ',', '”']
    """
    return _KINDS.get(char) or (FOREIGN if is_letter_or_number(char) else EDGE if char.isspace() else ANY_OTHER)


def _facts_between(stem: str, rest: str) -> tuple[bool, bool, bool, bool, bool]:
    """Say of the words around a mark between letters: elides, may_end, is_long, has_suffix, has_word."""
    elides = stem in words_of("elision")
    is_long = len(stem) >= _LONG or len(stem) + sum(map(stem.count, DECOMPOSED)) >= _LONG
    return elides, False, is_long, rest in words_of("suffix"), rest in words_of("word")


def may_end(line: str, at: int) -> bool:
    """Say whether the word before ``at`` may end in an apostrophe; its last two characters tell of most words."""
    tails = final_tails()
    if line[max(0, at - 2) : at] not in tails and line[at - 1] not in tails:
        return False
    stem = _word_before(line, at)
    return stem in words_of("final") or _PLURAL.fullmatch(stem) is not None or _HUNDREDS.fullmatch(stem) is not None


@cache
def final_tails() -> frozenset[str]:
    """Return how words end that may end in an apostrophe: their last two characters, or the only one."""
    hundreds = [digit + "শ" for digit in BENGALI_DIGITS + ASCII_DIGITS]
    plurals = [letter + "s" for letter in ascii_letters]
    return frozenset([*(word[-2:] for word in words_of("final")), *hundreds, *plurals, "s"])


@cache
def _heads() -> frozenset[str]:
    """Return how words begin that may begin with an apostrophe: their first two characters, or the only one."""
    return frozenset(word[:2] for word in words_of("initial"))


def begins(line: str, start: int, end: int) -> bool:
    """Say whether what comes after the mark may begin with an apostrophe."""
    heads = _heads()
    if line[end] in _DIGITS:
        if _YEAR.match(line, end):
            return line[start] != "‘" or not _is_after_speech(line, start)
    elif line[end : end + 2] not in heads and line[end] not in heads:
        return False
    rest = _word_after(line, end)
    return rest in words_of("initial") and _is_clipped(line, start, end + len(rest))


def elides(line: str, at: int) -> bool:
    """Say whether the word before a mark at ``at`` is one of elision, and what comes after is no case ending."""
    return _word_before(line, at) in words_of("elision") and _word_after(line, at + 1) not in words_of("suffix")


def clings(line: str, at: int) -> bool:
    """Say whether a word that clings to a quotation begins at ``at``: সহ, নামক."""
    return _word_after(line, at) in words_of("word")


def _is_clipped(line: str, start: int, end: int) -> bool:
    """Say whether an initial word is clipped, not quoted as ‘আলী’ may be; an English one follows English: rock 'n'."""
    if line[end - 1].isascii():
        return _AFTER_LATIN.match(line, max(0, start - 2)) is not None
    return not line.startswith(("’", "'"), end)


def _is_after_speech(text: str, at: int) -> bool:
    """Say whether a comma or colon before ``at`` may introduce a speech; after a digit it goes on with a list."""
    return _SPEECH.fullmatch(text, max(0, at - 3), at) is not None


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind in the table, each as it is spelled in NFC and with precomposed letters."""
    words = cells("normalization/apostrophe_words", "word", "kind", kind)
    return frozenset((*words, *[_composed(word) for word in words if NUKTA in word]))


def _composed(word: str) -> str:
    for letter, decomposed in DECOMPOSED.items():
        word = word.replace(decomposed, letter)
    return word


def _word_before(text: str, at: int) -> str:
    """Return the word that ends at ``at``, or a longer piece than any word of the table."""
    piece = text[max(0, at - _LONGEST_WORD) : at]
    return _word_after(piece[::-1], 0)[::-1]


def _word_after(text: str, at: int) -> str:
    word = _WORD.match(text, at, at + _LONGEST_WORD)
    assert word
    return word[0]
