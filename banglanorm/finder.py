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
        self._crossed = self._seen_behind = self._seen_ahead = ""  # types that only matter around hits
        if hits is not None:
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
            types, stretch = self._whole(text, start, start + len(line))
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
            left = text.rfind(" ", line.fresh, at) + 1 or line.fresh
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
        starts, kinds, before = self._look_left(text, line, left)
        starts.append(left)
        kinds.append(self.kinds[text[left:right]])
        line.fresh = left
        right, end, after = self._look_right(text, line, right, starts, kinds)
        types = " ".join(kinds)
        at, stop = len(before), len(types) - len(after)
        skipped = max(len(before.rstrip(self._seen_behind)) - 1, 0)
        unseen = len(after.lstrip(self._seen_ahead)) - 1
        types = types[skipped:-unseen] if unseen > 0 else types[skipped:]
        if skipped or starts[0] > line.start:
            types = self._outside + types
            skipped -= 1
        stretch = _Stretch(self, text, end, starts, kinds)
        line.last = stretch.read(types, skipped, found, at=at, stop=stop, last=line.last)
        return right

    def _look_left(self, text: str, line: "_Line", left: int) -> tuple[list[int], list[str], str]:
        """Return where the chunks before ``text[left:]`` start that are read with it, their types, and those beyond."""
        kind_of, crossed = self.kinds.__getitem__, self._crossed
        starts: list[int] = []
        kinds: list[str] = []
        before = ""
        while not before and left > line.fresh:
            stop = left - 1
            left = text.rfind(" ", line.fresh, stop) + 1 or line.fresh
            starts.append(left)
            kinds.append(kind_of(text[left:stop]))
            before = kinds[-1].rstrip(crossed)
        while before and len(before) < _AROUND and left > line.start and not before.strip(self._seen_behind):
            stop = left - 1
            left = text.rfind(" ", line.start, stop) + 1 or line.start
            starts.append(left)
            kinds.append(kind_of(text[left:stop]))
            before = f"{kinds[-1]} {before}"
        starts.reverse()
        kinds.reverse()
        return starts, kinds, before

    def _look_right(
        self, text: str, line: "_Line", right: int, starts: list[int], kinds: list[str]
    ) -> tuple[int, int, str]:
        """Add the chunks after ``text[:right]`` that are read with it; return where they end, and the types beyond.

        They end twice: the first that can be read again is that after the first end.
        """
        kind_of, crossed, core = self.kinds.__getitem__, self._crossed, self._core
        after = ""
        while not after and right < line.end:
            start = line.fresh = right + 1
            blank = text.find(" ", start, line.end)
            right = line.end if blank < 0 else blank
            starts.append(start)
            kinds.append(kind_of(text[start:right]))
            after = kinds[-1].lstrip(crossed) if core.isdisjoint(kinds[-1]) else ""
        end = right
        while after and len(after) < _AROUND and end < line.end and not after.strip(self._seen_ahead):
            start = end + 1
            blank = text.find(" ", start, line.end)
            end = line.end if blank < 0 else blank
            starts.append(start)
            kinds.append(kind_of(text[start:end]))
            after = f"{after} {kinds[-1]}"
        return right, end, after

    def parse(self, text: str) -> T | None:
        """Return the result of the first row that matches the whole of ``text`` and builds something, or ``None``."""
        types, stretch = self._whole(text, 0, len(text))
        for row in self.plans.plan(types).whole():
            result = row.build(text, stretch.tokens(0, len(types)))
            if result is not None and result is not PASS:
                return result
        return None

    def _whole(self, text: str, start: int, end: int) -> tuple[str, "_Stretch[T]"]:
        """Return the types of all chunks of ``text[start:end]``, and the stretch that they are."""
        chunks = text[start:end].split(" ")
        kinds = [self.kinds[chunk] for chunk in chunks]
        return " ".join(kinds), _Stretch(self, text, end, _starts(chunks[:-1], start), kinds)


_token = tuple.__new__
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
    """Chunks of a line, which is what stands between blanks, that are read together.

    It has where they start in the text, where the last one ends, and the types of each.
    """

    __slots__ = ("_chunk", "_end", "_finder", "_first", "_kinds", "_long", "_starts", "_text")

    def __init__(self, finder: Finder[T], text: str, end: int, starts: list[int], kinds: list[str]) -> None:
        self._finder = finder
        self._text = text
        self._end = end
        self._starts = starts
        self._kinds = kinds
        self._chunk = self._first = 0  # where the last match began: the chunk, and the place of its first type
        self._long: dict[int, tuple[Token, ...]] = {}  # a long chunk is not remembered by the lexer

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
        """Return the tokens that ``types[start:end]`` stands for, without blanks; ``start`` never goes back."""
        kinds = self._kinds
        while self._first + len(kinds[self._chunk]) <= start:
            self._first += len(kinds[self._chunk]) + 1
            self._chunk += 1
        chunk, first = self._chunk, self._first
        found: list[Token] = []
        while first < end:
            at, size = self._starts[chunk], len(kinds[chunk])
            tokens = self._tokens_of(chunk)
            if first < start or end < first + size:
                tokens = tokens[max(0, start - first) : end - first]
            for kind, begin, stop, value in tokens:
                if kind != "BLANK":
                    found.append(_token(Token, (kind, at + begin, at + stop, value)))  # less work than `Token()`
            first += size + 1
            chunk += 1
        return found

    def _tokens_of(self, chunk: int) -> tuple[Token, ...]:
        if chunk in self._long:
            return self._long[chunk]
        end = self._starts[chunk + 1] - 1 if chunk + 1 < len(self._starts) else self._end
        text = self._text[self._starts[chunk] : end]
        tokens = self._finder.lexer.known(text)
        if len(text) > LONGEST_WORD:
            self._long[chunk] = tokens
        return tokens
