"""Cuts text into typed tokens: the half of a finder that knows words; `finder` is the half that knows what they make.

>>> lexer = Lexer(read_word=lambda word, join: [Piece("FRUIT", len(word), "mango")] if word == "আম" else None,
...               read_digits=lambda run: [Piece("COUNT", len(run), int(run))])
>>> [(token.type, token.value) for token in lexer.tokens("৩ আম")]
[('COUNT', 3), ('BLANK', None), ('FRUIT', 'mango')]
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from banglanorm.script.canonical import encodings, nfc
from banglanorm.script.characters import is_letter_or_number, word_class
from banglanorm.script.letters import (
    BENGALI_DIGITS,
    DANDA,
    DOUBLE_DANDA,
    JOINERS,
    NUMERATOR_FOUR,
    WORD_CHARACTERS,
)

MEMO_SIZE = 1 << 14  # words with their tokens: some hundreds of bytes each
LONGEST_WORD = 60  # characters; nothing longer is in a lexicon, and normalizing endless words costs too much

APOSTROPHES = "’‘ʼ"  # read_word sees each of them as '
_MARKS = frozenset("'" + APOSTROPHES)
_FOLDS = dict.fromkeys(map(ord, JOINERS)) | dict.fromkeys(map(ord, APOSTROPHES), "'")
_FOLDED = frozenset(JOINERS + APOSTROPHES)
_LETTERS = frozenset(WORD_CHARACTERS)


class Token(NamedTuple):
    """A token of a text: ``text[start:end]`` is of type ``type`` and means ``value``."""

    type: str
    start: int
    end: int
    value: Any


class Piece(NamedTuple):
    """A part of a word as ``read_word`` or ``read_digits`` gives it: its type, its length in characters, its value."""

    type: str
    length: int
    value: Any = None


ReadWord = Callable[[str, str | None], Sequence[Piece] | None]
ReadDigits = Callable[[str], Sequence[Piece]]

# What a mark is called in patterns. Marks not listed are OTHER.
SYMBOLS = (
    dict.fromkeys("-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}", "DASH")
    | dict.fromkeys("'" + APOSTROPHES, "APOSTROPHE")
    | {"\N{MINUS SIGN}": "MINUS", "+": "PLUS", ",": "COMMA", ".": "DOT", "/": "SLASH", ":": "COLON", "%": "PERCENT"}
    | {"(": "OPEN", ")": "CLOSE", "[": "BRACKET", "]": "BRACKET"}
    | dict.fromkeys((DANDA, DOUBLE_DANDA, NUMERATOR_FOUR, "|"), "DANDA")
)


_DASHES = "".join(mark for mark, name in SYMBOLS.items() if name == "DASH")
_JOINS = _MARKS.union(_DASHES)  # what may stand between digits and their ending


class Lexer:
    """Cuts text into typed tokens.

    ``read_word(word, join)`` gets a word in NFC without joiners, its apostrophes as ``'``, its hyphen in ``join`` as
    ``-``. ``join`` says how the word hangs on digits before it: ``""`` directly (১২টি), ``"-"`` or ``"'"`` (৯০-এর; the
    mark becomes part of the first piece), ``None`` not at all. It answers with pieces whose lengths add up to the
    word's, or with ``None`` if it does not know the word. ``read_digits(run)`` does the same for digits of both scripts
    with ``,`` and ``.`` between them (১২,৩৪৫.৬). ``symbols`` adds to the names in `SYMBOLS` or replaces them;
    ``meanings`` gives the tokens of marks a value.
    ``may_read(word)``, if given, is a cheap test for speed: it gets a word of Bengali or of Latin letters as it is
    written, and where it says no, ``read_word`` would answer ``None``.
    """

    def __init__(
        self,
        *,
        read_word: ReadWord,
        read_digits: ReadDigits,
        symbols: Mapping[str, str] | None = None,
        meanings: Mapping[str, Any] | None = None,
        may_read: Callable[[str], bool] | None = None,
    ) -> None:
        self.may_read = may_read or _always
        self._read_word = read_word
        self._read_digits = read_digits
        self._symbols = SYMBOLS | dict(symbols or {})
        self._meanings = dict(meanings or {})
        self._pieces = _piece_pattern("".join(filter(is_letter_or_number, self._symbols)))
        self._memo: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of ``text``, blanks included; they lie end to end."""
        tokens: list[Token] = []
        at = 0
        for m in self._pieces.finditer(text):
            for part in self._parts(m.lastgroup, m[0]):
                tokens.append(Token(part.type, at, at + part.length, part.value))
                at += part.length
        return tuple(tokens)

    def symbol(self, mark: str) -> str:
        """Return the type of a mark."""
        return self._symbols.get(mark, "OTHER")

    def types_of_word(self, word: str) -> list[str]:
        """Return the types of ``tokens(word)`` for a word of Bengali letters that may be read."""
        parts = self._read_word(fold_word(word), None) if len(word) <= LONGEST_WORD else None
        return [part.type for part in parts] if parts else ["WORD"]

    def types(self, chunk: str) -> list[str]:
        """Return the types of ``tokens(chunk)``, with less work where all is marks and words that nobody knows."""
        types: list[str] = []
        if _words_and_marks().fullmatch(chunk):
            for piece in _word_or_mark().findall(chunk):
                if len(piece) == 1 and piece not in _LETTERS:
                    types.append(self.symbol(piece))
                elif self.may_read(piece):
                    break
                else:
                    types.append("WORD")
            else:
                return types
        return [token.type for token in self.known(chunk)]

    def known(self, chunk: str) -> tuple[Token, ...]:
        """Return ``tokens(chunk)``, remembered if the chunk is short."""
        tokens = self._memo.get(chunk)
        if tokens is None:
            tokens = self.tokens(chunk)
            if len(self._memo) >= MEMO_SIZE:
                self._memo.clear()
            if len(chunk) <= LONGEST_WORD:
                self._memo[chunk] = tokens
        return tokens

    def _parts(self, group: str | None, piece: str) -> Sequence[Piece]:
        """Return the parts of a piece that matched as ``group`` of `_piece_pattern`."""
        match group:
            case "tail":
                return self._tail(piece)
            case "word":
                return self._word(piece)
            case "digits":
                return self._read_digits(piece)
            case "blank":
                return (Piece("BLANK", len(piece)),)
        return (self._mark(piece),)

    def _mark(self, mark: str) -> Piece:
        return Piece(self.symbol(mark), 1, self._meanings.get(mark))

    def _tail(self, piece: str) -> Sequence[Piece]:
        """Read what hangs on digits; if it is no ending, the mark between is a mark and the word a word."""
        mark = piece[0] if piece[0] in _JOINS else ""
        word = piece[len(mark) :]
        parts = self._known_word(word, _fold_mark(mark))
        if parts is None and word[-1] in _MARKS:  # a quotation mark after ৫টি; ৫শ’ takes its apostrophe
            return [*self._tail(piece[:-1]), self._mark(word[-1])]
        if parts is None:
            return ([self._mark(mark)] if mark else []) + list(self._word(word))
        return [Piece(parts[0].type, parts[0].length + len(mark), parts[0].value), *parts[1:]]

    def _word(self, word: str) -> Sequence[Piece]:
        if word.isascii() and not self.may_read(word):  # Latin letters
            return (Piece("WORD", len(word)),)
        parts = self._known_word(word, None)
        if parts is not None:
            return parts
        if word[-1] in _MARKS:
            return [*self._word(word[:-1]), self._mark(word[-1])]
        if _MARKS.isdisjoint(word):
            return (Piece("WORD", len(word)),)
        found: list[Piece] = []
        for part in _mark_pattern().split(word):
            found += [self._mark(part)] if part in _MARKS else self._word(part)
        return found

    def _known_word(self, word: str, join: str | None) -> Sequence[Piece] | None:
        if len(word) > LONGEST_WORD:
            return None
        folded = fold_word(word)
        parts = self._read_word(folded, join)
        if parts is None or len(folded) == len(word):
            return parts
        return _unfold(word, parts)


def _always(word: str) -> bool:
    return True


def fold_word(word: str) -> str:
    """Return ``word`` as ``read_word`` sees it: in NFC, without joiners, every apostrophe as ``'``.

    >>> fold_word("দু’টি")
    "দু'টি"
    """
    word = nfc(word)
    if not _FOLDED.isdisjoint(word):
        word = word.translate(_FOLDS)
    return word


def _fold_mark(mark: str) -> str:
    return "'" if mark in _MARKS else "-" if mark else ""


def _unfold(word: str, parts: Sequence[Piece]) -> list[Piece]:
    """Give the parts of a folded word their lengths in the word as written."""
    if len(parts) == 1:
        return [parts[0]._replace(length=len(word))]
    ends = [len(fold_word(word[:k])) for k in range(len(word) + 1)]
    found = []
    done, folded_end = 0, 0
    for part in parts:
        folded_end += part.length
        # A sign belongs to the letter before it, so the part ends at the last place with this folded length.
        end = len(word) if part is parts[-1] else bisect_right(ends, folded_end) - 1
        found.append(Piece(part.type, end - done, part.value))
        done = end
    return found


_LINK = r"https?:/{1,2}(?:[A-Za-z0-9./_~%#?&=+:;@-]|[,!$*'(](?=[A-Za-z0-9]))++"  # a word: its digits are no numbers


@cache
def _piece_pattern(symbols: str) -> re.Pattern[str]:
    """Return the pattern of the pieces of a text; ``symbols`` are marks that would else pass for letters, such as ½."""
    digits = f"[0-9{BENGALI_DIGITS}]"
    letters = f"[{WORD_CHARACTERS}{JOINERS}]++"
    latin = "[A-Za-z]++"
    marks = "".join(_MARKS)
    symbol = f"[{re.escape(symbols)}]" if symbols else "(?!)"
    others = f"(?:(?![0-9{BENGALI_DIGITS}_{marks}])[{word_class()}])++"
    return re.compile(
        rf"{symbol}|(?P<digits>{digits}++(?:[,.]{digits}++)*+)"
        rf"|(?P<tail>(?<={digits})[{marks}{re.escape(_DASHES)}]?(?:{letters}(?:[{marks}](?!{letters}))?|{latin}))"
        rf"|(?P<word>{letters}(?:[{marks}]{letters})*+[{marks}]?|{_LINK}|{latin}|{others})"
        r"|(?P<blank>\s++)|(?s:.)"
    )


@cache
def _words_and_marks() -> re.Pattern[str]:
    """Return the pattern of Bengali words and marks: no digits, no other letters, no blanks, no joiners."""
    return re.compile(f"(?:[{WORD_CHARACTERS}]|[^{word_class()}\\s{WORD_CHARACTERS}{JOINERS}])++")


@cache
def bengali_word() -> re.Pattern[str]:
    """Return the pattern of a word of Bengali letters."""
    return re.compile(f"[{WORD_CHARACTERS}]++")


@cache
def _word_or_mark() -> re.Pattern[str]:
    return re.compile(f"[{WORD_CHARACTERS}]++|.", re.DOTALL)


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(f"([{''.join(_MARKS)}])")


# --- words told apart by their first letters -----------------------------------------------------------------------


_TELLING = 5  # letters; what begins like a word for so long may be one
_CUTS = range(_TELLING - 1, 1, -1)


class Beginnings:
    """Tells words that may be read from all others, which most are, by their first letters in every encoding.

    What may be read is one of ``words``, or one of ``stems`` with something written onto it: ``tails`` are what, or
    its first two letters, and ``tails_of_letters`` what a stem of one letter takes.

    >>> beginnings = Beginnings(["দশ", "পনেরো"], ["দশ"], ["টি"])
    >>> [beginnings.may_be(word) for word in ("দশ", "দশটি", "দশা", "পনেরোই", "খবর")]
    [True, True, False, True, False]
    """

    def __init__(
        self, words: Iterable[str], stems: Container[str], tails: Iterable[str], tails_of_letters: Iterable[str] = ()
    ) -> None:
        parts = {part for word in words for part in (word, word.partition("'")[0])}  # what is before an apostrophe
        heads = {part[: _TELLING + 2] for part in parts}  # a nukta may count or not
        forms = [(form, word) for word in heads for form in encodings(word)]
        self._long = {form[:_TELLING] for form, _ in forms if len(form) >= _TELLING}
        self._whole = {form for form, _ in forms if len(form) < _TELLING}
        short = {form for form, word in forms if len(form) < _TELLING and word in stems}
        self._letters = {stem for stem in short if len(stem) == 1}
        self._stems = short - self._letters
        self.tails = _first_two(tails)
        self._tails_of_letters = _first_two(tails_of_letters)
        firsts = {tail[0] for tail in self.tails}
        begun = {stem + first for stem in self._stems if len(stem) == 2 for first in firsts} | self._stems
        begun |= {letter + tail for letter in self._letters for tail in self._tails_of_letters}
        self._first_three = {word[:3] for words in (self._long, self._whole, begun) for word in words}

    def may_be(self, word: str) -> bool:
        """Say whether ``word`` begins like something that may be read."""
        if word[:3] not in self._first_three:  # as of most words
            return False
        if word[:_TELLING] in self._long or word in self._whole:
            return True
        stems, tails = self._stems, self.tails
        for cut in _CUTS:
            if word[:cut] in stems and word[cut : cut + 2] in tails:
                return True
        return word[:1] in self._letters and word[1:3] in self._tails_of_letters


def _first_two(tails: Iterable[str]) -> set[str]:
    return {form[:2] for tail in tails for form in encodings(tail)}


# --- what a reader does not see -------------------------------------------------------------------------------------

_UNSEEN = (
    "\N{ZERO WIDTH SPACE}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{WORD JOINER}\N{SOFT HYPHEN}"
    "\N{ZERO WIDTH NO-BREAK SPACE}\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}"
)


@cache
def _unseen_or_joiner() -> re.Pattern[str]:
    return re.compile(f"[{_UNSEEN}{JOINERS}]")


@cache
def _unseen_beside_digits() -> re.Pattern[str]:
    """Return the pattern of what is not seen, joiners beside a digit among it: they join nothing there."""
    digit = f"[0-9{BENGALI_DIGITS}]"
    return re.compile(f"[{_UNSEEN}]|(?<={digit})[{JOINERS}]++|[{JOINERS}]++(?={digit})")


def without_unseen(text: str, /) -> tuple[str, Sequence[int]]:
    """Return ``text`` without invisible characters, joiners in words apart, and the place in ``text`` of each one left.

    >>> without_unseen("১\N{ZERO WIDTH SPACE}৬")
    ('১৬', [0, 2])
    """
    unseen = _unseen_beside_digits()
    if not _unseen_or_joiner().search(text) or not unseen.search(text):
        return text, range(len(text))
    places: list[int] = []
    at = 0
    for m in unseen.finditer(text):
        places += range(at, m.start())
        at = m.end()
    places += range(at, len(text))
    return unseen.sub("", text), places
