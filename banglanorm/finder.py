r"""The engine that finders share: words become typed tokens, constructions turn runs of tokens into values.

A finder has two parts. The `Lexer` (in `lexer`) cuts text into tokens and asks its owner's ``read_word`` and
``read_digits`` what each is; a word nobody knows is a ``WORD``. The `Construction` rows say which runs of types mean
something, each with the function that builds the result. A new spelling is a row in the owner's lexicon; a new
construction is one row here. Numbers and dates are two owners.

A row's ``pattern`` is a regular expression over *types*, in the notation of `notation`. At each place the longest match
wins, then the earlier row. Where ``build`` returns ``None`` the matched tokens are used up and yield nothing: what is
not certain is left out. Where it returns `PASS`, the next best match is tried. Nothing is matched across a line break.

How it is fast: one expression finds the places in the text where something can be found, and only what stands around
them is read. It is split at blanks, and one look-up in a memo turns what stands between blanks into a string with a
letter for each token's type, so a line becomes a short string of types; tokens with values and offsets are made only
where a row matches. It is linear as long as no pattern has an unbounded repetition.

>>> from banglanorm.lexer import Piece
>>> lexer = Lexer(read_word=lambda word, join: [Piece("FRUIT", len(word), "mango")] if word == "আম" else None,
...               read_digits=lambda run: [Piece("COUNT", len(run), int(run))])
>>> row = Construction("fruit", "COUNT FRUIT", lambda text, tokens: text[tokens[0].start : tokens[-1].end])
>>> list(Finder(lexer, [row]).find("আম নয়, ৩ আম"))
['৩ আম']
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count
from operator import add
from typing import Any, Generic, TypeVar

from banglanorm.lexer import LONGEST_WORD, Lexer, Token
from banglanorm.notation import Alphabet, always_has, first_types, matched_types, type_names

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


class Finder(Generic[T]):
    """Finds what the constructions describe. ``groups`` names unions of types: ``{"COUNT": "DIGITS|WORDS"}``.

    What makes a finder of many rows fast:

    - ``compound``, a name and a pattern: where the pattern matches, the longest run is one token of that name for the
      rows that use it, so that what many rows have in them is described and sought once;
    - ``hits`` and ``core``: the types of which every match has one, and an expression that finds all places in a text
      where one of them may begin, as the last character of what it matches or as the word that this begins; only their
      surroundings are cut into tokens;
    - ``need_next``: types with which no row matches unless another token than a ``WORD`` follows. Such places are
      passed over at once, and one pattern of all rows finds those where any matches.

    Raises:
        ValueError: a pattern is not in the notation, or a row can match without a token of ``core``.
    """

    def __init__(
        self,
        lexer: Lexer,
        constructions: Sequence[Construction[T]],
        *,
        groups: Mapping[str, str] | None = None,
        compound: tuple[str, str] | None = None,
        hits: re.Pattern[str] | None = None,
        core: str = "",
        need_next: str = "",
    ) -> None:
        self.lexer = lexer
        self._alphabet = alphabet = Alphabet(groups or {})
        self._kinds = _Kinds(lexer, alphabet)
        self._compound = compound
        self._rows = [_Row(row, alphabet, compound[0] if compound else "") for row in constructions]
        self.needed = frozenset(letter for row in self._rows for letter in row.needs)
        self._first = frozenset(letter for row in self._rows for letter in row.first)
        self._tried: dict[tuple[str, str, frozenset[str]], list[_Row[T]]] = {}
        self._need_next = need_next
        self._hits = hits
        self._core = frozenset(alphabet.expand(core)) if core else frozenset()
        self._crossed = frozenset("".join(row.letters for row in self._rows))
        if compound:
            self._crossed |= set(alphabet.expand("|".join(matched_types(compound[1]))))
        for row in self._rows:
            if core and not always_has(row.pattern, lambda name: self._core.issuperset(alphabet.expand(name))):
                raise ValueError(f"row {row.construction.name!r} can match without a token of the core")

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Finds the next place where the rows are to be tried."""
        places = f"[{''.join(sorted(self._first))}]"
        if self._need_next:
            passed = self._alphabet.compile(f"(?!(?:{self._need_next}) WORD)")
            branches = "|".join(f"(?=[{row.first}])(?:{row.source})" for row in self._rows)
            places = f"(?={places}){passed}(?:{branches})"
        return re.compile(places).search

    @cached_property
    def _compounds(self) -> tuple[re.Pattern[str], str]:
        name, pattern = self._compound or ("NOTHING", "NOTHING")
        first = self._alphabet.expand("|".join(sorted(first_types(pattern))))
        return re.compile(f"(?=[{first}])(?:{self._alphabet.compile(pattern)})"), self._alphabet.letter(name)

    # --- finding ----------------------------------------------------------------------------------------------------

    def find(self, text: str) -> Iterator[T]:
        """Yield the results of all matches in ``text``, from left to right."""
        at = 0
        while at <= len(text):
            hit = at if self._hits is None else self._next_hit(text, at, len(text))
            if hit < 0:
                return
            start = text.rfind("\n", at, hit) + 1 or at
            end = text.find("\n", hit)
            end = len(text) if end < 0 else end
            chunks = text[start:end].split(" ")
            if self._hits is None or len(chunks) <= _SHORT_LINE:
                yield from self._find_in_line(text, chunks, start)
            else:
                yield from self._find_around_hits(text, chunks, start, end, hit)
            at = end + 1

    def _find_in_line(self, text: str, chunks: list[str], start: int) -> Iterator[T]:
        kinds = list(map(self._kinds.__getitem__, chunks))
        if self.search(" ".join(kinds)):
            yield from _Stretch(self, chunks, kinds, _starts(chunks, start)).results(text, 0, len(chunks), start)

    def _next_hit(self, text: str, at: int, end: int) -> int:
        """Return the next place from ``at`` to ``end``, where chunks begin, at which a token of the core may stand."""
        assert self._hits is not None
        if at:
            found = self._hits.search(text, at - 1, end)
        else:  # ``hits`` needs a character before a word
            chunk = _FIRST_CHUNK.match(text)
            first = chunk[0] if chunk else ""
            if not self._core.isdisjoint(self._kinds[first]):
                return 0
            found = self._hits.search(text, len(first), end)
        return found.end() - 1 if found else -1

    def _find_around_hits(self, text: str, chunks: list[str], start: int, end: int, hit: int) -> Iterator[T]:
        """Read a long line only where something can be found, from the first ``hit`` on.

        No match goes across a token that is in no row's pattern, so a stretch of chunks from one such token to the next
        can be read by itself, with some chunks on either side for the patterns that look around.
        """
        starts = _starts(chunks, start)
        kind_of, crossed, core = self._kinds.__getitem__, self._crossed, self._core
        outside = self._alphabet.letter("OUTSIDE")
        done, at = 0, start
        while hit >= 0:
            middle = bisect_right(starts, hit, done) - 1
            if core.isdisjoint(kind_of(chunks[middle])):
                hit = self._next_hit(text, starts[middle + 1], end)
                continue
            low = middle
            while low > done:
                low -= 1
                if not crossed.issuperset(kind_of(chunks[low])):
                    break
            high = middle + 1
            while high < len(chunks):
                kinds = kind_of(chunks[high])
                high += 1
                if not crossed.issuperset(kinds) and core.isdisjoint(kinds):
                    break
            left, right = max(0, low - _AROUND), min(len(chunks), high + _AROUND)
            seen = [kind_of(chunk) for chunk in chunks[left:right]]
            if left:
                seen[0] = outside  # the line begins before it
            stretch = _Stretch(self, chunks[left:right], seen, starts[left : right + 1])
            yield from stretch.results(text, low - left, high - left, at)
            done, at = high - 1, stretch.end
            hit = self._next_hit(text, starts[high], end)

    def parse(self, text: str) -> T | None:
        """Return the result of the first row that matches the whole of ``text`` and builds something, or ``None``."""
        chunks = text.split(" ")
        stretch = _Stretch(self, chunks, list(map(self._kinds.__getitem__, chunks)), _starts(chunks, 0))
        if not stretch.types:
            return None
        for row in self.rows_to_try(stretch.types[0], stretch.shown[0], self.needed.intersection(stretch.types)):
            if row.fullmatch(stretch.shown if row.sees_compounds else stretch.types):
                result = row.construction.build(text, stretch.tokens(0, len(stretch.types)))
                if result is not None and result is not PASS:
                    return result
        return None

    def rows_to_try(self, letter: str, shown: str, present: frozenset[str]) -> "list[_Row[T]]":
        """Return the rows that can begin with the type ``letter``, or with the compound ``shown`` there, remembered.

        ``present`` are the types of the line that rows may need.
        """
        rows = self._tried.get((letter, shown, present))
        if rows is None:
            if len(self._tried) >= _MOST_TRIED:
                self._tried.clear()
            rows = self._tried[letter, shown, present] = [
                row
                for row in self._rows
                if (shown if row.sees_compounds else letter) in row.first
                and (not row.needs or not row.needs.isdisjoint(present))
            ]
        return rows

    def compounded(self, types: str) -> tuple[str, Sequence[int]]:
        """Return ``types`` with a letter for each compound, and for each letter its place in ``types``, and the end."""
        if self._compound is None:
            return types, range(len(types) + 1)
        pattern, letter = self._compounds
        parts: list[str] = []
        places: list[int] = []
        at = 0
        for m in pattern.finditer(types):
            parts += types[at : m.start()], letter
            places += range(at, m.start() + 1)
            at = m.end()
        return "".join([*parts, types[at:]]), [*places, *range(at, len(types) + 1)]


_FIRST_CHUNK = re.compile(r"[^ \n]*+")
_AROUND = 2  # chunks that patterns look at before and after a match
_SHORT_LINE = 40  # chunks that are read as quickly as what stands around the hits in them
_MOST_KINDS = 1 << 15  # chunks with their types, of at most 60 characters: about 8 MB
_MOST_TRIED = 1 << 10  # lists of rows


def _starts(chunks: Sequence[str], offset: int) -> list[int]:
    """Return where each chunk starts, with a blank between them, and where one more would start."""
    return list(map(add, accumulate(map(len, chunks), initial=0), count(offset)))


class _Row(Generic[T]):
    """A construction ready to be tried; its expression is compiled on first use, for most texts need few of them."""

    def __init__(self, construction: Construction[T], alphabet: Alphabet, compound: str) -> None:
        self.construction = construction
        self.pattern = construction.pattern
        self.sees_compounds = compound in type_names(self.pattern)
        self.source = alphabet.compile(self.pattern)
        self.first = alphabet.expand("|".join(sorted(first_types(self.pattern))))
        self.letters = alphabet.expand("|".join(sorted(matched_types(self.pattern))))
        self.needs = frozenset(alphabet.expand(construction.needs) if construction.needs else "")
        self._pattern: re.Pattern[str] | None = None

    def match(self, types: str, at: int) -> re.Match[str] | None:
        """Match at a place in a string of types."""
        pattern = self._pattern = re.compile(self.source)
        self.match = pattern.match  # type: ignore[method-assign,assignment]
        return pattern.match(types, at)

    def fullmatch(self, types: str) -> re.Match[str] | None:
        """Match the whole of a string of types."""
        m = self.match(types, 0)
        return self._pattern.fullmatch(types) if m and self._pattern else None


class _Kinds(dict[str, str]):
    """Chunk -> the types of its tokens, a letter each; filled as chunks are met."""

    def __init__(self, lexer: Lexer, alphabet: Alphabet) -> None:
        self._lexer = lexer
        self._letter = alphabet.letter
        self._word = alphabet.letter("WORD")

    def __missing__(self, chunk: str) -> str:
        if len(self) >= _MOST_KINDS:
            self.clear()
        if self._lexer.is_plain_word(chunk):
            kinds = self._word
        else:
            types = self._lexer.plain_types(chunk)
            if types is None:
                types = [token.type for token in self._lexer.known(chunk)]
            kinds = "".join(map(self._letter, types))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = kinds
        return kinds


class _Stretch(Generic[T]):
    """A line or a part of one on its way to results: makes tokens with offsets for what matched."""

    def __init__(self, finder: Finder[T], chunks: list[str], kinds: list[str], text_starts: list[int]) -> None:
        self._finder = finder
        self._chunks = chunks
        self._long: dict[int, tuple[Token, ...]] = {}  # a long chunk is not remembered by the lexer
        self._text_starts = text_starts
        self._type_starts = _starts(kinds, 0)
        self.types = " ".join(kinds)
        self.shown, self._places = finder.compounded(self.types)
        self.end = 0

    def results(self, text: str, low: int, high: int, at: int) -> Iterator[T]:
        """Yield the results that begin in the chunks from ``low`` to ``high``, and at ``at`` in ``text`` or later.

        Afterwards ``end`` is where the last match ends.
        """
        search, shown, places = self._finder.search, self.shown, self._places
        present = self._finder.needed.intersection(self.types)
        stop = self._type_starts[high] - 1
        self.end = at
        place = bisect_left(places, self._type_starts[low])
        while (found := search(shown, place)) and places[found.start()] <= stop:
            place, result = self._read_at(text, found.start(), present)
            if result is not None:
                yield result

    def _read_at(self, text: str, start: int, present: frozenset[str]) -> tuple[int, T | None]:
        """Return where to go on, and the result of the best match at ``start`` in the shown types."""
        types, shown, places = self.types, self.shown, self._places
        end = begin = places[start]
        best: _Row[T] | None = None
        rows = self._finder.rows_to_try(types[begin], shown[start], present)
        for row in rows:
            if row.sees_compounds:
                m = row.match(shown, start)
                reached = places[m.end()] if m else -1
            else:
                m = row.match(types, begin)
                reached = m.end() if m else -1
            if reached > end:
                end, best = reached, row
        if best is None:
            return start + 1, None
        tokens = self.tokens(begin, end)
        if tokens[0].start < self.end:
            return start + 1, None
        result = best.construction.build(text, tokens)
        if result is PASS:
            end, tokens, result = self._next_best(text, start, [row for row in rows if row is not best])
            if not tokens:
                return start + 1, None
        self.end = tokens[-1].end
        return bisect_left(places, end), result

    def _next_best(self, text: str, start: int, rows: "list[_Row[T]]") -> tuple[int, list[Token], T | None]:
        """Return the end, the tokens and the result of the best match of ``rows`` that does not pass."""
        begin = self._places[start]
        found = []
        for row in rows:
            m = row.match(self.shown, start) if row.sees_compounds else row.match(self.types, begin)
            if m and m.end() > m.start():
                found.append((self._places[m.end()] if row.sees_compounds else m.end(), row))
        for end, row in sorted(found, key=lambda match: -match[0]):
            tokens = self.tokens(begin, end)
            result = row.construction.build(text, tokens)
            if result is not PASS:
                return end, tokens, result
        return begin, [], None

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
            return self._finder.lexer.known(text)
        if chunk not in self._long:
            self._long[chunk] = self._finder.lexer.known(text)
        return self._long[chunk]
