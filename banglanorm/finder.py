r"""The engine that finders share: words become typed tokens, constructions turn runs of tokens into values.

A finder has two parts. The `Lexer` (in `lexer`) cuts text into tokens and asks its owner's ``read_word`` and
``read_digits`` what each is; a word nobody knows is a ``WORD``. The `Construction` rows say which runs of types mean
something, each with the function that builds the result. A new spelling is a row in the owner's lexicon; a new
construction is one row here. Numbers and dates are two owners.

A row's ``pattern`` is a regular expression over *types*. A name in capitals is one token of that type or group; a blank
between two parts lets blanks stand there; ``~`` forbids them; the rest is as in `re` (``(?:…|…)``, ``?``, ``(?!…)``; in
a lookbehind write ``NAME~BLANK``). A match never begins with a blank. At each place the longest match wins, then the
earlier row. Where ``build`` returns ``None`` the matched tokens are used up and yield nothing: what is not certain is
left out. Where it returns `PASS`, the next best match is tried. Nothing is matched across a line break.

How it is fast: text is split at spaces, and one look-up in a memo turns what stands between spaces into a string with a
letter for each token's type, so a line becomes a short string of types. Text with nothing of interest costs that and
one search for the types that a match can begin with (`first_types`); tokens with values and offsets are made only where
a row matches. It is linear as long as no pattern has an unbounded repetition.

>>> from banglanorm.lexer import Piece
>>> lexer = Lexer(read_word=lambda word, join: [Piece("FRUIT", len(word), "mango")] if word == "আম" else None,
...               read_digits=lambda run: [Piece("COUNT", len(run), int(run))])
>>> row = Construction("fruit", "COUNT FRUIT", lambda text, tokens: text[tokens[0].start : tokens[-1].end])
>>> list(Finder(lexer, [row]).find("আম নয়, ৩ আম"))
['৩ আম']
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import Any, Generic, TypeVar

from banglanorm.lexer import LONGEST_WORD, MEMO_SIZE, Lexer, Token

T = TypeVar("T")

PASS: Any = object()  # what a ``build`` returns to leave the place to other rows


@dataclass(frozen=True, slots=True)
class Construction(Generic[T]):
    """A row of a finder's table: where ``pattern`` matches, ``build(text, tokens)`` makes the result, or ``None``.

    ``tokens`` are the matched tokens without blanks; their offsets are offsets into ``text``. ``example`` is a text in
    which this row alone finds something, or uses up what would be found; in ``counterexample``, which is near it, the
    row finds nothing. ``needs`` may name types of which a line with a match has at least one: in other lines the
    pattern is not tried.
    """

    name: str
    pattern: str
    build: Callable[[str, list[Token]], T | None]
    example: str = ""
    counterexample: str = ""
    needs: str = ""


# --- the notation of patterns ---------------------------------------------------------------------------------------

_NAME = re.compile("[A-Z][A-Z0-9_]*+")
_BLANKS = re.compile(r" *\| *| +")  # beside a bar they are only layout
_NOTATION = re.compile(
    r"(?P<name>[A-Z][A-Z0-9_]*+)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>(?:[?*+]|\{\d*,?\d*\})[+?]?)|(?P<back>\\\d)|(?P<empty>[ ~^$])"
)


def type_names(pattern: str, /) -> frozenset[str]:
    """Return the names of types and groups in ``pattern``.

    >>> sorted(type_names("(?<!WORD)COUNT(?: FRUIT)?"))
    ['COUNT', 'FRUIT', 'WORD']
    """
    return frozenset(_NAME.findall(pattern))


def first_types(pattern: str, /) -> frozenset[str]:
    """Return the names of the types and groups that a match of ``pattern`` can begin with.

    Raises:
        ValueError: ``pattern`` is not in the notation, or matches nothing at all.

    >>> sorted(first_types("(?<!WORD)(?:ABOUT )?COUNT(?= FRUIT)"))
    ['ABOUT', 'COUNT']
    """
    parts = [(m.lastgroup or "", m[0]) for m in _NOTATION.finditer(pattern)]
    if "".join(text for _, text in parts) != pattern:
        raise ValueError(f"not in the notation of patterns: {pattern!r}")
    if [kind for kind, _ in parts].count("close") != sum(kind in ("open", "look") for kind, _ in parts):
        raise ValueError(f"a pattern whose brackets do not close: {pattern!r}")
    first, may_be_empty = _first_of_group(iter([*parts, ("close", ")")]))
    if may_be_empty or not first:
        raise ValueError(f"a pattern that may match nothing: {pattern!r}")
    return first


def _first_of_group(parts: Iterator[tuple[str, str]]) -> tuple[frozenset[str], bool]:
    """Read up to the bracket that closes a group: what its branches begin with, and whether one may be empty."""
    first: set[str] = set()
    may_be_empty = False
    branch: list[tuple[frozenset[str], bool]] = []
    for kind, text in parts:
        match kind:
            case "name":
                branch.append((frozenset({text}), False))
            case "open":
                branch.append(_first_of_group(parts))
            case "look":
                _first_of_group(parts)
                branch.append((frozenset(), True))
            case "times" if text[0] in "?*" or text.startswith(("{0", "{,")):
                branch[-1] = (branch[-1][0], True)
            case "bar" | "close":
                branch_first, empty = _first_of_branch(branch)
                first |= branch_first
                may_be_empty |= empty
                branch = []
                if kind == "close":
                    break
    return frozenset(first), may_be_empty


def _first_of_branch(branch: list[tuple[frozenset[str], bool]]) -> tuple[set[str], bool]:
    first: set[str] = set()
    for part, may_be_empty in branch:
        first |= part
        if not may_be_empty:
            return first - {"BLANK"}, False
    return first - {"BLANK"}, True


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
            source, first = alphabet.compile(row.pattern), alphabet.expand("|".join(sorted(first_types(row.pattern))))
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
                if result is not None and result is not PASS:
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
                if result is PASS:
                    end, result = self._next_best(text, line, types, at, best)
                if result is not None:
                    yield result
            start = self._search(types, max(end, at + 1))
            if not start:
                return
            at = start.start()

    def _next_best(
        self, text: str, line: "_Line", types: str, at: int, passed: Construction[T]
    ) -> tuple[int, T | None]:
        """Return the end and the result of the best match by another row than ``passed``."""
        found = []
        for pattern, row in self._rows_to_try(types[at], self._needed.intersection(types)):
            m = pattern.match(types, at)
            if m and m.end() > at and row is not passed:
                found.append((m.end(), row))
        for end, row in sorted(found, key=lambda match: -match[0]):
            result = row.build(text, line.tokens(at, end))
            if result is not PASS:
                return end, result
        return at, None

    def _rows_to_try(self, letter: str, present: frozenset[str]) -> list[tuple[re.Pattern[str], Construction[T]]]:
        """Return the rows that can begin with the type ``letter`` in a line with the types ``present``, remembered.

        Patterns are compiled only here: most texts need few of them, and the longest take some hundredths of a second.
        """
        rows = self._tried.get((letter, present))
        if rows is None:
            if len(self._tried) >= MEMO_SIZE:
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
        if len(self) >= MEMO_SIZE:
            self.clear()
        types = self._lexer.plain_types(chunk)
        if types is None:
            types = [token.type for token in self._lexer.tokens(chunk)]
        kinds = "".join(map(self.letter, types))
        if len(chunk) <= LONGEST_WORD:
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
        if len(text) <= LONGEST_WORD:
            return self._known(text)
        if chunk not in self._long:
            self._long[chunk] = self._known(text)
        return self._long[chunk]
