r"""The engine that finders share: words become typed tokens, constructions turn runs of tokens into values.

A finder has two parts. The `Lexer` cuts text into tokens and asks its owner's ``read_word`` and ``read_digits`` what
each is; a word nobody knows is a ``WORD``. The `Construction` rows say which runs of types mean something, each with
the function that builds the result. A new spelling is a row in the owner's lexicon; a new construction is one row here.
Numbers and dates are two owners; the one for dates hands words it does not know to the one for numbers.

A row's ``pattern`` is a regular expression over *types*. A name in capitals is one token of that type or group; a blank
between two parts lets blanks stand there; ``~`` forbids them; the rest is as in `re` (``(?:…|…)``, ``?``, ``(?!…)``; in
a lookbehind write ``NAME~BLANK``). ``first`` names the types a match can begin with. At each place the longest match
wins, then the earlier row. Where ``build`` returns ``None`` the matched tokens are used up and yield nothing: what is
not certain is left out. Nothing is matched across a line break.

How it is fast: text is split at spaces, and one look-up in a memo turns what stands between spaces into a string with a
letter for each token's type, so a line becomes a short string of types. Text with nothing of interest costs that and
one search for the ``first`` types; tokens with values and offsets are made only where a row matches. It is linear as
long as no pattern has an unbounded repetition.

>>> lexer = Lexer(read_word=lambda word, join: [Piece("FRUIT", len(word), "mango")] if word == "আম" else None,
...               read_digits=lambda run: [Piece("COUNT", len(run), int(run))])
>>> row = Construction("fruit", "COUNT", "COUNT FRUIT", lambda text, tokens: text[tokens[0].start : tokens[-1].end])
>>> list(Finder(lexer, [row]).find("আম নয়, ৩ আম"))
['৩ আম']
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, count
from operator import add
from typing import Any, Generic, NamedTuple, TypeVar

from banglanorm.script.letters import (
    BENGALI_DIGITS,
    DANDA,
    DOUBLE_DANDA,
    JOINERS,
    NUMERATOR_FOUR,
    WORD_CHARACTERS,
)

T = TypeVar("T")

_MEMO_SIZE = 1 << 16  # entries; the running vocabulary of some megabytes of news fits
_LONGEST_WORD = 60  # characters; nothing longer is in a lexicon, and normalizing endless words costs too much

_APOSTROPHES = "’‘ʼ"  # read_word sees each of them as '
_MARKS = frozenset("'" + _APOSTROPHES)
_FOLDS = dict.fromkeys(map(ord, JOINERS)) | dict.fromkeys(map(ord, _APOSTROPHES), "'")
_FOLDED = frozenset(JOINERS + _APOSTROPHES)


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
    | dict.fromkeys("'" + _APOSTROPHES, "APOSTROPHE")
    | {"\N{MINUS SIGN}": "MINUS", "+": "PLUS", ",": "COMMA", ".": "DOT", "/": "SLASH", ":": "COLON", "%": "PERCENT"}
    | {"(": "OPEN", ")": "CLOSE", "[": "BRACKET", "]": "BRACKET"}
    | dict.fromkeys((DANDA, DOUBLE_DANDA, NUMERATOR_FOUR, "|"), "DANDA")
)


_DASHES = "".join(mark for mark, name in SYMBOLS.items() if name == "DASH")
_JOINS = _MARKS.union(_DASHES)  # what may stand between digits and their ending


@dataclass(frozen=True, slots=True)
class Construction(Generic[T]):
    """A row of a finder's table: where ``pattern`` matches, ``build(text, tokens)`` makes the result, or ``None``.

    ``tokens`` are the matched tokens without blanks; their offsets are offsets into ``text``. ``needs`` may name types
    of which a match has at least one: where the line has none of them, the pattern is not tried.
    """

    name: str
    first: str
    pattern: str
    build: Callable[[str, list[Token]], T | None]
    needs: str = ""


class Lexer:
    """Cuts text into typed tokens.

    ``read_word(word, join)`` gets a word in NFC without joiners, its apostrophes as ``'``, its hyphen in ``join`` as
    ``-``. ``join`` says how the word hangs on digits before it: ``""`` directly (১২টি), ``"-"`` or ``"'"`` (৯০-এর; the
    mark becomes part of the first piece), ``None`` not at all. It answers with pieces whose lengths add up to the
    word's, or with ``None`` if it does not know the word. ``read_digits(run)`` does the same for digits of both scripts
    with ``,`` and ``.`` between them (১২,৩৪৫.৬). ``symbols`` adds to the names in `SYMBOLS` or replaces them.
    ``may_read(word)``, if given, is a cheap test for speed: it gets a word of Bengali letters as it is written, and
    where it says no, ``read_word`` would answer ``None``.
    """

    def __init__(
        self,
        *,
        read_word: ReadWord,
        read_digits: ReadDigits,
        symbols: Mapping[str, str] | None = None,
        may_read: Callable[[str], bool] | None = None,
    ) -> None:
        self._may_read = may_read
        self._read_word = read_word
        self._read_digits = read_digits
        self._symbols = SYMBOLS | dict(symbols or {})
        self._pieces = _piece_pattern("".join(filter(str.isalnum, self._symbols)))
        self._memo: dict[str, tuple[Token, ...]] = {}

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of ``text``, blanks included; they lie end to end."""
        tokens: list[Token] = []
        at = 0
        for m in self._pieces.finditer(text):
            for part in self._parts(m):
                tokens.append(Token(part.type, at, at + part.length, part.value))
                at += part.length
        return tuple(tokens)

    def plain_types(self, chunk: str) -> list[str] | None:
        """Return the types of ``chunk`` if it is made of marks and of words that need not be read, else ``None``."""
        may_read = self._may_read
        if may_read is None or not _plain_pattern().fullmatch(chunk):
            return None
        types = []
        for piece in _word_or_mark().findall(chunk):
            if len(piece) == 1 and piece not in WORD_CHARACTERS:
                types.append(self._symbols.get(piece, "OTHER"))
            elif may_read(piece):
                return None
            else:
                types.append("WORD")
        return types

    def known(self, chunk: str) -> tuple[Token, ...]:
        """Return ``tokens(chunk)``, remembered if the chunk is short."""
        tokens = self._memo.get(chunk)
        if tokens is None:
            tokens = self.tokens(chunk)
            if len(self._memo) >= _MEMO_SIZE:
                self._memo.clear()
            if len(chunk) <= _LONGEST_WORD:
                self._memo[chunk] = tokens
        return tokens

    def _parts(self, m: re.Match[str]) -> Sequence[Piece]:
        piece = m[0]
        match m.lastgroup:
            case "tail":
                return self._tail(piece)
            case "word":
                return self._word(piece)
            case "digits":
                return self._read_digits(piece)
            case "blank":
                return (Piece("BLANK", len(piece)),)
        return (Piece(self._symbols.get(piece, "OTHER"), 1),)

    def _tail(self, piece: str) -> Sequence[Piece]:
        """Read what hangs on digits; if it is no ending, the mark between is a mark and the word a word."""
        mark = piece[0] if piece[0] in _JOINS else ""
        word = piece[len(mark) :]
        parts = self._known_word(word, _fold_mark(mark))
        if parts is None and word[-1] in _MARKS:  # a quotation mark after ৫টি; ৫শ’ takes its apostrophe
            return [*self._tail(piece[:-1]), Piece(self._symbols.get(word[-1], "OTHER"), 1)]
        if parts is None:
            return ([Piece(self._symbols.get(mark, "OTHER"), 1)] if mark else []) + list(self._word(word))
        return [Piece(parts[0].type, parts[0].length + len(mark), parts[0].value), *parts[1:]]

    def _word(self, word: str) -> Sequence[Piece]:
        parts = self._known_word(word, None)
        if parts is not None:
            return parts
        if word[-1] in _MARKS:
            return [*self._word(word[:-1]), Piece(self._symbols.get(word[-1], "OTHER"), 1)]
        if _MARKS.isdisjoint(word):
            return (Piece("WORD", len(word)),)
        found: list[Piece] = []
        for part in _mark_pattern().split(word):
            found += [Piece(self._symbols.get(part, "OTHER"), 1)] if part in _MARKS else self._word(part)
        return found

    def _known_word(self, word: str, join: str | None) -> Sequence[Piece] | None:
        if len(word) > _LONGEST_WORD:
            return None
        folded = fold_word(word)
        parts = self._read_word(folded, join)
        if parts is None or len(folded) == len(word):
            return parts
        return _unfold(word, parts)


def fold_word(word: str) -> str:
    """Return ``word`` as ``read_word`` sees it: in NFC, without joiners, every apostrophe as ``'``.

    >>> fold_word("দু’টি")
    "দু'টি"
    """
    if not unicodedata.is_normalized("NFC", word):
        word = unicodedata.normalize("NFC", word)
    if not _FOLDED.isdisjoint(word):
        word = word.translate(_FOLDS)
    return word


def _fold_mark(mark: str) -> str:
    return "'" if mark in _MARKS else "-" if mark else ""


def _unfold(word: str, parts: Sequence[Piece]) -> list[Piece]:
    """Give the parts of a folded word their lengths in the word as written."""
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


@cache
def _piece_pattern(symbols: str) -> re.Pattern[str]:
    """Return the pattern of the pieces of a text; ``symbols`` are marks that would else pass for letters, such as ½."""
    digits = f"[0-9{BENGALI_DIGITS}]"
    letters = f"[{WORD_CHARACTERS}{JOINERS}]++"
    latin = "[A-Za-z]++"
    marks = "".join(_MARKS)
    symbol = f"[{re.escape(symbols)}]" if symbols else "(?!)"
    return re.compile(
        rf"{symbol}|(?P<digits>{digits}++(?:[,.]{digits}++)*+)"
        rf"|(?P<tail>(?<={digits})[{marks}{re.escape(_DASHES)}]?(?:{letters}(?:[{marks}](?!{letters}))?|{latin}))"
        rf"|(?P<word>{letters}(?:[{marks}]{letters})*+[{marks}]?|{latin}|[^\W\d_]++)"
        r"|(?P<blank>\s++)|(?s:.)"
    )


@cache
def _plain_pattern() -> re.Pattern[str]:
    """Return the pattern of Bengali words and marks: no digits, no other letters, no blanks, no joiners."""
    return re.compile(f"(?:[{WORD_CHARACTERS}]|[^\\w\\s{WORD_CHARACTERS}{JOINERS}])++")


@cache
def _word_or_mark() -> re.Pattern[str]:
    return re.compile(f"[{WORD_CHARACTERS}]++|.", re.DOTALL)


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(f"([{''.join(_MARKS)}])")


class Finder(Generic[T]):
    """Finds what the constructions describe. ``groups`` names unions of types: ``{"COUNT": "DIGITS|WORDS"}``.

    A finder of many rows is faster with ``need_next``: types with which no row matches unless another token than a
    ``WORD`` follows. Such places are passed over at once, and one pattern of all rows finds those where any matches.
    """

    def __init__(
        self,
        lexer: Lexer,
        constructions: Sequence[Construction[T]],
        *,
        groups: Mapping[str, str] | None = None,
        need_next: str = "",
    ) -> None:
        self._lexer = lexer
        self._kinds = _Kinds(lexer)
        alphabet = _Alphabet(self._kinds, groups or {})
        self._rows: dict[str, list[tuple[frozenset[str], str, Construction[T]]]] = {}
        self._tried: dict[tuple[str, frozenset[str]], list[tuple[re.Pattern[str], Construction[T]]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        branches = []
        for row in constructions:
            source, first = alphabet.compile(row.pattern), alphabet.expand(row.first)
            needs = frozenset(alphabet.expand(row.needs) if row.needs else "")
            for letter in dict.fromkeys(first):
                self._rows.setdefault(letter, []).append((needs, source, row))
            branches.append(f"(?=[{first}])(?:{source})")
        self._needed = frozenset(letter for rows in self._rows.values() for needs, _, _ in rows for letter in needs)
        self._places = f"[{''.join(self._rows)}]"
        if need_next:
            self._places = f"(?={self._places}){alphabet.compile(f'(?!(?:{need_next}) WORD)')}(?:{'|'.join(branches)})"

    @cached_property
    def _search(self) -> Callable[..., re.Match[str] | None]:
        """Finds the next place where the rows are to be tried."""
        return re.compile(self._places).search

    def find(self, text: str) -> Iterator[T]:
        """Yield the results of all matches in ``text``, from left to right."""
        offset = 0
        kind_of = self._kinds.__getitem__
        for line in text.split("\n"):
            chunks = line.split(" ")
            kinds = list(map(kind_of, chunks))
            types = " ".join(kinds)
            start = self._search(types)
            if start:
                yield from self._matches(text, _Line(self._lexer, chunks, kinds, offset), types, start.start())
            offset += len(line) + 1

    def parse(self, text: str) -> T | None:
        """Return the result of the first row that matches the whole of ``text`` and builds something, or ``None``."""
        chunks = text.split(" ")
        kinds = list(map(self._kinds.__getitem__, chunks))
        types = " ".join(kinds)
        if types[:1] not in self._rows:
            return None
        for pattern, row in self._rows_to_try(types[0], self._needed.intersection(types)):
            if pattern.fullmatch(types):
                tokens = _Line(self._lexer, chunks, kinds, 0).tokens(0, len(types))
                result = row.build(text, tokens)
                if result is not None:
                    return result
        return None

    def _matches(self, text: str, line: "_Line", types: str, at: int) -> Iterator[T]:
        present = self._needed.intersection(types)
        while True:
            end, best = at, None
            for pattern, row in self._rows_to_try(types[at], present):
                m = pattern.match(types, at)
                if m and m.end() > end:
                    end, best = m.end(), row
            if best:
                result = best.build(text, line.tokens(at, end))
                if result is not None:
                    yield result
            start = self._search(types, max(end, at + 1))
            if not start:
                return
            at = start.start()

    def _rows_to_try(self, letter: str, present: frozenset[str]) -> list[tuple[re.Pattern[str], Construction[T]]]:
        """Return the rows that can begin with the type ``letter`` in a line with the types ``present``, remembered.

        Patterns are compiled only here: most texts need few of them, and the longest take some hundredths of a second.
        """
        rows = self._tried.get((letter, present))
        if rows is None:
            if len(self._tried) >= _MEMO_SIZE:
                self._tried.clear()
            rows = [
                (self._compiled(source), row)
                for needs, source, row in self._rows[letter]
                if not needs or not needs.isdisjoint(present)
            ]
            self._tried[letter, present] = rows
        return rows

    def _compiled(self, source: str) -> re.Pattern[str]:
        if source not in self._patterns:
            self._patterns[source] = re.compile(source)
        return self._patterns[source]


class _Kinds(dict[str, str]):
    """Chunk -> the types of its tokens, a letter each; filled as chunks are met."""

    def __init__(self, lexer: Lexer) -> None:
        self._lexer = lexer
        self.letters: dict[str, str] = {"BLANK": " "}

    def __missing__(self, chunk: str) -> str:
        if len(self) >= _MEMO_SIZE:
            self.clear()
        types = self._lexer.plain_types(chunk)
        if types is None:
            types = [token.type for token in self._lexer.tokens(chunk)]
        kinds = "".join(map(self.letter, types))
        if len(chunk) <= _LONGEST_WORD:
            self[chunk] = kinds
        return kinds

    def letter(self, name: str) -> str:
        """Return the letter that stands for the type ``name`` in strings of types."""
        letter = self.letters.get(name)
        if letter is None:
            letter = self.letters[name] = _LETTERS[len(self.letters)]
        return letter


# Letters without meaning in a regular expression; those below U+0100 first, for classes of others compile slowly.
_LETTERS = [chr(n) for n in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xA1, 0x400))]


class _Alphabet:
    """Turns patterns over type names into regular expressions over their letters."""

    def __init__(self, kinds: _Kinds, groups: Mapping[str, str]) -> None:
        self._letter = kinds.letter
        self._groups = groups

    def expand(self, names: str) -> str:
        """Return the letters of ``names``, types and groups with ``|`` between them."""
        return "".join([self._group(name) for name in names.split("|")])

    def compile(self, pattern: str) -> str:
        """Return ``pattern`` as a regular expression over letters."""
        pattern = _BLANKS.sub(lambda m: m[0].strip() or " *+", pattern)
        return _NAME.sub(lambda m: self._class(m[0]), pattern).replace("~", "")

    def _group(self, name: str) -> str:
        return self.expand(self._groups[name]) if name in self._groups else self._letter(name)

    def _class(self, name: str) -> str:
        letters = self._group(name)
        return letters if len(letters) == 1 else f"[{letters}]"


_NAME = re.compile("[A-Z][A-Z0-9_]*+")
_BLANKS = re.compile(r" *\| *| +")  # beside a bar they are only layout


class _Line:
    """One line on its way to results: makes tokens with offsets for the stretches that matched."""

    def __init__(self, lexer: Lexer, chunks: list[str], kinds: list[str], offset: int) -> None:
        self._known = lexer.known
        self._chunks = chunks
        self._long: dict[int, tuple[Token, ...]] = {}  # a long chunk is not remembered by the lexer
        # Where each chunk starts in the types and in the text: lengths summed, and a blank for each chunk before.
        self._type_starts = list(map(add, accumulate(map(len, kinds), initial=0), count()))
        self._text_starts = list(map(add, accumulate(map(len, chunks), initial=0), count(offset)))

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that ``types[start:end]`` stands for, without blanks."""
        found: list[Token] = []
        chunk = bisect_right(self._type_starts, start) - 1
        while (first := self._type_starts[chunk]) < end:
            at = self._text_starts[chunk]
            for kind, begin, stop, value in self._tokens_of(chunk)[max(0, start - first) : end - first]:
                if kind != "BLANK":
                    found.append(Token(kind, at + begin, at + stop, value))
            chunk += 1
        return found

    def _tokens_of(self, chunk: int) -> tuple[Token, ...]:
        text = self._chunks[chunk]
        if len(text) <= _LONGEST_WORD:
            return self._known(text)
        if chunk not in self._long:
            self._long[chunk] = self._known(text)
        return self._long[chunk]
