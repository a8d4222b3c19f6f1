r"""The engine that finders share: words become typed tokens, constructions turn runs of tokens into values.

A finder has two parts. The `Lexer` (in `lexer`) cuts text into tokens and asks its owner's ``read_word`` and
``read_digits`` what each is; a word nobody knows is a ``WORD``. The `Construction` rows say which runs of types mean
something, each with the function that builds the result. A new spelling is a row in the owner's lexicon; a new
construction is one row here. Numbers and dates are two owners.

A row's ``pattern`` is a regular expression over *types*, in the notation of `notation`. At each place the longest match
wins, then the earlier row. Where ``build`` returns ``None`` the matched tokens are used up and yield nothing: what is
not certain is left out. Where it returns `PASS`, the next best match is tried. Nothing is matched across a line break.

How it is fast: one expression finds the places in the text where something can be found, and only what stands around
them is read. What stands between two blanks is looked up in a memo that gives a letter for each token's type, so that
the surroundings become a short string of types. Where rows match in such a string is remembered too, for a language has
few of them; tokens with values and offsets are made only where a row matches. It is linear as long as no pattern has
an unbounded repetition.

>>> from banglanorm.lexer import Piece
>>> lexer = Lexer(read_word=lambda word, join: [Piece("FRUIT", len(word), "mango")] if word == "আম" else None,
...               read_digits=lambda run: [Piece("COUNT", len(run), int(run))])
>>> row = Construction("fruit", "COUNT FRUIT", lambda text, tokens: text[tokens[0].start : tokens[-1].end])
>>> list(Finder(lexer, [row]).find("আম নয়, ৩ আম"))
['৩ আম']
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add
from typing import Any, Generic, TypeVar

from banglanorm.lexer import LONGEST_WORD, Lexer, Token
from banglanorm.notation import Alphabet, always_has, matched_types, types_seen_past
from banglanorm.plans import Plans, Row

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
      surroundings are cut into tokens.

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
    ) -> None:
        self.lexer = lexer
        patterns = [text for row in constructions for text in (row.pattern, row.needs)]
        alphabet = Alphabet(groups or {}, [*patterns, *(compound or ()), core])
        self.kinds = _Kinds(lexer, alphabet)
        self._outside = alphabet.letter("OUTSIDE")
        self._hits = hits
        self._core = frozenset(alphabet.expand(core)) if core else frozenset()
        name = compound[0] if compound else ""
        rows = [Row(row, row.pattern, row.needs, alphabet, name) for row in constructions]
        self.plans = Plans(rows, alphabet, compound)
        patterns = [row.pattern for row in constructions]
        crossed = set[str]().union(*map(matched_types, [*patterns, *(compound or ())]))
        behind, ahead = (set[str]().union(*seen) for seen in zip(*map(types_seen_past, patterns), strict=True))
        letters = [alphabet.expand("|".join(sorted(names))) for names in (crossed | {"BLANK"}, behind, ahead)]
        self._crossed, self._seen_behind, self._seen_ahead = letters
        for row in rows:
            if core and not always_has(row.pattern, lambda name: self._core.issuperset(alphabet.expand(name))):
                raise ValueError(f"row {row.means.name!r} can match without a token of the core")

    # --- finding ----------------------------------------------------------------------------------------------------

    def find(self, text: str) -> list[T]:
        """Return the results of all matches in ``text``, from left to right."""
        found: list[T] = []
        if self._hits is not None:
            self._find_around_hits(text, self._hits.search, found)
            return found
        start = 0
        for line in text.split("\n"):
            stretch = _Stretch(self, text, start, start + len(line))
            types = stretch.types()
            stretch.read(types, 0, found, at=0, stop=len(types), last=start)
            start += len(line) + 1
        return found

    def _find_around_hits(self, text: str, search: Callable[..., re.Match[str] | None], found: list[T]) -> None:
        """Add to ``found`` what is found, reading only where something can be."""
        kind_of, core = self.kinds.__getitem__, self._core
        probe = " " + text  # ``hits`` needs a character before a word
        line = _Line(0, -1)
        hit = search(probe)
        while hit:
            at = hit.end() - 2
            if at > line.end:
                start, end = text.rfind("\n", max(line.end, 0), at) + 1, text.find("\n", at)
                line = _Line(start, len(text) if end < 0 else end)
            left = max(text.rfind(" ", line.fresh, at) + 1, line.fresh)
            right = text.find(" ", at, line.end)
            right = line.end if right < 0 else right
            if not core.isdisjoint(kind_of(text[left:right])):
                right = self._read_around(text, line, left, right, found)
            hit = search(probe, right + 1)

    def _read_around(self, text: str, line: "_Line", left: int, right: int, found: list[T]) -> int:
        """Read the chunk ``text[left:right]`` with what is around it, and return where that ends.

        No match goes across a token that is in no row's pattern, so a stretch of chunks from one such token to the next
        can be read by itself. Of what is beyond, only what looks around can see is kept: few strings of types remain.
        """
        crossed, core = self._crossed, self._core
        stretch = _Stretch(self, text, left, right)
        before = after = ""  # the types beyond
        while not before and stretch.start > line.fresh:
            before = stretch.grow_left(line.fresh).rstrip(crossed)
        while len(before) < _AROUND and stretch.start > line.start and not before.strip(self._seen_behind):
            before = f"{stretch.grow_left(line.start)} {before}"
        line.fresh = left
        while not after and stretch.end < line.end:
            line.fresh = stretch.end + 1
            kinds = stretch.grow_right(line.end)
            after = kinds.lstrip(crossed) if core.isdisjoint(kinds) else ""
        right = stretch.end
        while after and len(after) < _AROUND and stretch.end < line.end and not after.strip(self._seen_ahead):
            after = f"{after} {stretch.grow_right(line.end)}"
        types = stretch.types()
        at, stop = len(before), len(types) - len(after)
        skipped = max(len(before.rstrip(self._seen_behind)) - 1, 0)
        unseen = len(after.lstrip(self._seen_ahead)) - 1
        types = types[skipped:-unseen] if unseen > 0 else types[skipped:]
        if skipped or stretch.start > line.start:
            types = self._outside + types
            skipped -= 1
        line.last = stretch.read(types, skipped, found, at=at, stop=stop, last=line.last)
        return right

    def parse(self, text: str) -> T | None:
        """Return the result of the first row that matches the whole of ``text`` and builds something, or ``None``."""
        stretch = _Stretch(self, text, 0, len(text))
        types = stretch.types()
        for row in self.plans.plan(types).whole():
            result = row.build(text, stretch.tokens(0, len(types)))
            if result is not None and result is not PASS:
                return result
        return None


_AROUND = 8  # types and blanks that looks see at most beyond what matches can go across
_MOST_KINDS = 1 << 15  # chunks with their types, of at most 60 characters: about 8 MB


class _Line:
    """A line of the text: its start and end, where the last chunk starts that was read, where the last match ends."""

    __slots__ = ("end", "fresh", "last", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = self.fresh = self.last = start
        self.end = end


class _Kinds(dict[str, str]):
    """Chunk -> the types of its tokens, a letter each; filled as chunks are met."""

    def __init__(self, lexer: Lexer, alphabet: Alphabet) -> None:
        self._lexer = lexer
        self._letter = alphabet.letter

    def __missing__(self, chunk: str) -> str:
        if len(self) >= _MOST_KINDS:
            self.clear()
        kinds = "".join(map(self._letter, self._lexer.types(chunk)))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = kinds
        return kinds


def _starts(parts: Sequence[str], offset: int) -> list[int]:
    """Return where each part starts, with a blank between them, and where one more would start."""
    return list(map(add, accumulate(map(len, parts), initial=0), count(offset)))


class _Stretch(Generic[T]):
    """Chunks of a line that are read together: their types, and tokens with offsets for what matches in them.

    Chunks are what stands between blanks. A stretch begins with those of ``text[start:end]`` and grows on both sides.
    """

    __slots__ = ("_finder", "_kinds", "_left", "_long", "_starts", "_text", "_type_starts", "end", "start")

    def __init__(self, finder: Finder[T], text: str, start: int, end: int) -> None:
        self._finder = finder
        self._text = text
        self.start, self.end = start, end
        chunks = text[start:end].split(" ")
        self._starts = [start] if len(chunks) == 1 else _starts(chunks[:-1], start)
        self._kinds = [finder.kinds[chunk] for chunk in chunks]
        self._left: list[tuple[int, str]] = []  # the chunks before, with their types, the nearest first
        self._type_starts: list[int] = []  # worked out where something matches
        self._long: dict[int, tuple[Token, ...]] = {}  # a long chunk is not remembered by the lexer

    def grow_left(self, floor: int) -> str:
        """Add the chunk before, which begins at ``floor`` in the text at the earliest, and return its types."""
        stop = self.start - 1
        self.start = max(self._text.rfind(" ", floor, stop) + 1, floor)
        kinds = self._finder.kinds[self._text[self.start : stop]]
        self._left.append((self.start, kinds))
        return kinds

    def grow_right(self, limit: int) -> str:
        """Add the chunk after, which ends at ``limit`` in the text at the latest, and return its types."""
        start = self.end + 1
        blank = self._text.find(" ", start, limit)
        self.end = limit if blank < 0 else blank
        kinds = self._finder.kinds[self._text[start : self.end]]
        self._starts.append(start)
        self._kinds.append(kinds)
        return kinds

    def types(self) -> str:
        """Return the types of all chunks, which are complete now."""
        if self._left:
            self._left.reverse()
            self._starts = [start for start, _ in self._left] + self._starts
            self._kinds = [kinds for _, kinds in self._left] + self._kinds
            self._left = []
        return " ".join(self._kinds)

    def read(self, types: str, skipped: int, found: list[T], *, at: int, stop: int, last: int) -> int:
        """Add to ``found`` what begins in ``types`` between ``at`` and ``stop``, and at ``last`` in the text or later.

        ``types`` are those of the stretch without the first ``skipped``, to which the other two places count. Return
        where the last match ends in the text.
        """
        plan = self._finder.plans.plan(types)
        at -= skipped
        stop -= skipped
        while True:
            begin, matches = plan.step(at)
            if not matches or begin >= stop:
                return last
            at = begin + 1
            for end, row in matches:
                tokens = self.tokens(begin + skipped, end + skipped)
                if tokens[0].start < last:
                    break
                result = row.build(self._text, tokens)
                if result is PASS:
                    continue
                if result is not None:
                    found.append(result)
                at, last = end, tokens[-1].end
                break

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that ``types[start:end]`` stands for, without blanks."""
        found: list[Token] = []
        type_starts = self._type_starts = self._type_starts or _starts(self._kinds, 0)
        chunk = bisect_right(type_starts, start) - 1
        while (first := type_starts[chunk]) < end:
            at = self._starts[chunk]
            for kind, begin, stop, value in self._tokens_of(chunk)[max(0, start - first) : end - first]:
                if kind != "BLANK":
                    found.append(Token(kind, at + begin, at + stop, value))
            chunk += 1
        return found

    def _tokens_of(self, chunk: int) -> tuple[Token, ...]:
        if chunk in self._long:
            return self._long[chunk]
        end = self._starts[chunk + 1] - 1 if chunk + 1 < len(self._starts) else self.end
        text = self._text[self._starts[chunk] : end]
        tokens = self._finder.lexer.known(text)
        if len(text) > LONGEST_WORD:
            self._long[chunk] = tokens
        return tokens
