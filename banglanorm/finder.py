r"""The engine that finders share: words become typed tokens, constructions turn runs of tokens into values.

A finder has two parts. The `Lexer` (in `lexer`) cuts text into tokens and asks its owner's ``read_word`` and
``read_digits`` what each is; a word nobody knows is a ``WORD``. The `Construction` rows say which runs of types mean
something, each with the function that builds the result. A new spelling is a row in the owner's lexicon; a new
construction is one row here. Numbers and dates are two owners.

A row's ``pattern`` is a regular expression over *types*, in the notation of `notation`. At each place the longest match
wins, then the earlier row. Where ``build`` returns ``None`` the matched tokens are used up and yield nothing: what is
not certain is left out. Where it returns `PASS`, the next best match is tried. Nothing is matched across a line break.

How it is fast: what stands between two blanks is looked up in a memo that gives a letter for each token's type, so that
a line becomes a string of types. One look at that string finds the tokens without which there is no match, and only the
stretches around them are read. Where rows match in such a stretch is remembered too, for a language has few of them;
tokens with values and offsets are made only where a row matches. It is linear as long as no pattern has an unbounded
repetition.

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
from itertools import accumulate, count
from operator import add
from typing import Any, Generic, TypeVar

from banglanorm.lexer import LONGEST_WORD, Lexer, Token, bengali_word
from banglanorm.notation import Alphabet, always_has, matched_types, types_seen_past
from banglanorm.plans import Plans, Row
from banglanorm.script.letters import DANDA

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
    - ``core``: types of which every match has one; only stretches with one of them are read.

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
        core: str = "",
    ) -> None:
        self.lexer = lexer
        patterns = [text for row in constructions for text in (row.pattern, row.needs)]
        alphabet = Alphabet(groups or {}, [*patterns, *(compound or ()), core])
        self.kinds = _Kinds(lexer, alphabet)
        name = compound[0] if compound else ""
        rows = [Row(row, row.pattern, row.needs, alphabet, name) for row in constructions]
        self.plans = Plans(rows, alphabet, compound)
        self._stretches = _Stretches(alphabet, [row.pattern for row in constructions], compound, core) if core else None
        wanted = frozenset(alphabet.expand(core)) if core else frozenset[str]()
        for row in rows:
            if core and not always_has(row.pattern, lambda name: wanted.issuperset(alphabet.expand(name))):
                raise ValueError(f"row {row.means.name!r} can match without a token of the core")

    # --- finding ----------------------------------------------------------------------------------------------------

    def find(self, text: str) -> list[T]:
        """Return the results of all matches in ``text``, from left to right."""
        found: list[T] = []
        stretches = self._stretches
        start = 0
        for part in text.split("\n"):
            chunks, kinds, types = self._cut(part)
            if stretches is None:
                self._read(_Line(self.lexer, text, start, chunks, kinds), types, 0, 0, len(types), found)
            elif hit := stretches.first(types):
                line = _Line(self.lexer, text, start, chunks, kinds)
                for seen, skipped, at, stop in stretches.around(types, hit):
                    self._read(line, seen, skipped, at, stop, found)
            start += len(part) + 1
        return found

    def _cut(self, line: str) -> tuple[list[str], list[str], str]:
        """Return the chunks of a line, the types of each, and the types of all."""
        chunks = line.split(" ")
        kinds = [*map(self.kinds.__getitem__, chunks)]
        return chunks, kinds, " ".join(kinds)

    def _read(self, line: "_Line", types: str, skipped: int, at: int, stop: int, found: list[T]) -> None:
        """Add to ``found`` what begins in ``types`` between ``at`` and ``stop``.

        ``types`` are those of the line without the first ``skipped``.
        """
        plan = self.plans.plan(types)
        while True:
            begin, matches = plan.step(at)
            if not matches or begin >= stop:
                return
            at = begin + 1
            for end, row in matches:
                result = row.build(line.text, line.tokens(begin + skipped, end + skipped))
                if result is PASS:
                    continue
                if result is not None:
                    found.append(result)
                at = end
                break

    def parse(self, text: str) -> T | None:
        """Return the result of the first row that matches the whole of ``text`` and builds something, or ``None``."""
        chunks, kinds, types = self._cut(text)
        line = _Line(self.lexer, text, 0, chunks, kinds)
        for row in self.plans.plan(types).whole():
            result = row.build(text, line.tokens(0, len(types)))
            if result is not None and result is not PASS:
                return result
        return None


_token = tuple.__new__
_BEFORE, _AFTER = "‘“(\"'", DANDA + ',!)”"'  # marks around a word that never belong to it
_AROUND = 8  # types and blanks that looks see at most beyond what matches can go across
_MOST_KINDS = 1 << 15  # chunks with their types, of at most 60 characters: about 8 MB


class _Kinds(dict[str, str]):
    """Chunk -> the types of its tokens, a letter each; filled as chunks are met."""

    def __init__(self, lexer: Lexer, alphabet: Alphabet) -> None:
        super().__init__()
        self.lexer = lexer
        self.letter = alphabet.letter
        self._word = alphabet.letter("WORD")
        self._marks = {mark: alphabet.letter(lexer.symbol(mark)) for mark in _BEFORE + _AFTER}
        self._is_word, self._may_read = bengali_word().fullmatch, lexer.may_read

    def __missing__(self, chunk: str) -> str:
        if len(self) >= _MOST_KINDS:
            self.clear()
        if self._is_word(chunk):
            known = self._may_read(chunk)  # of few words
            kinds = "".join(map(self.letter, self.lexer.types_of_word(chunk))) if known else self._word
        elif chunk[-1:] in _AFTER and (inner := chunk.rstrip(_AFTER)):
            kinds = self[inner] + self._of_marks(chunk[len(inner) :])
        elif chunk[:1] in _BEFORE and (inner := chunk.lstrip(_BEFORE)):
            kinds = self._of_marks(chunk[: -len(inner)]) + self[inner]
        else:
            kinds = "".join(map(self.letter, self.lexer.types(chunk)))
        if len(chunk) <= LONGEST_WORD:
            self[chunk] = kinds
        return kinds

    def _of_marks(self, marks: str) -> str:
        return self._marks.get(marks) or "".join([self.letter(self.lexer.symbol(mark)) for mark in marks])


class _Stretches:
    """Finds the stretches of a line that can be read by themselves: around tokens of the core, as far as rows go.

    No match goes across a token that is in no row's pattern. Of what is beyond, only what looks around can see is kept:
    few strings of types remain.
    """

    def __init__(self, alphabet: Alphabet, patterns: list[str], compound: tuple[str, str] | None, core: str) -> None:
        crossed = set[str]().union(*map(matched_types, [*patterns, *(compound or ())]))
        behind, ahead = (set[str]().union(*seen) for seen in zip(*map(types_seen_past, patterns), strict=True))
        self._crossed = alphabet.expand("|".join(sorted(crossed | {"BLANK"})))
        self._behind, self._ahead = (alphabet.expand("|".join(sorted(names))) for names in (behind, ahead))
        self._outside = alphabet.letter("OUTSIDE")
        self._past_crossed = re.compile(f"[{self._crossed}]*+").match
        self.first = re.compile(f"[{alphabet.expand(core)}]").search

    def around(self, types: str, hit: re.Match[str] | None) -> Iterator[tuple[str, int, int, int]]:
        """Yield the stretches of a line, from its first token of the core on.

        Each is its types with those around it that are seen, how many types of the line are before these, and between
        which places in them a match may begin.
        """
        done = 0
        while hit:
            at = done + len(types[done : hit.start()].rstrip(self._crossed))
            stop = self._past_crossed(types, hit.end()).end()  # type: ignore[union-attr] # it matches everywhere
            before = types[max(0, at - _AROUND) : at]
            after = types[stop : stop + _AROUND]
            start = at - min(len(before) - len(before.rstrip(self._behind)) + 1, len(before))
            end = stop + min(len(after) - len(after.lstrip(self._ahead)) + 1, len(after))
            seen = types[start:end]
            if start:
                seen = self._outside + seen
                start -= 1
            yield seen, start, at - start, stop - start
            done = stop
            hit = self.first(types, stop)


class _Line:
    """A line of a text, cut into chunks, which are what stands between blanks; ``kinds`` are the types of each."""

    __slots__ = ("_chunks", "_first", "_kinds", "_lexer", "_long", "_start", "_starts", "text")

    def __init__(self, lexer: Lexer, text: str, start: int, chunks: list[str], kinds: list[str]) -> None:
        self.text = text
        self._lexer = lexer
        self._start = start
        self._chunks = chunks
        self._kinds = kinds
        self._starts: list[int] = []  # where each chunk starts in the text, and the place of its first type
        self._first: list[int] = []
        self._long: dict[int, tuple[Token, ...]] = {}  # a long chunk is not remembered by the lexer

    def tokens(self, start: int, end: int) -> list[Token]:
        """Return the tokens that the types of the line between two places stand for, without blanks."""
        if not self._starts:
            self._starts, self._first = _starts(self._chunks, self._start), _starts(self._kinds, 0)
        chunk = bisect_right(self._first, start) - 1
        found: list[Token] = []
        while (first := self._first[chunk]) < end:
            at = self._starts[chunk]
            tokens = self._tokens_of(chunk)
            if first < start or end < first + len(tokens):
                tokens = tokens[max(0, start - first) : end - first]
            for kind, begin, stop, value in tokens:
                if kind != "BLANK":
                    found.append(_token(Token, (kind, at + begin, at + stop, value)))  # less work than `Token()`
            chunk += 1
        return found

    def _tokens_of(self, number: int) -> tuple[Token, ...]:
        if number in self._long:
            return self._long[number]
        chunk = self._chunks[number]
        tokens = self._lexer.known(chunk)
        if len(chunk) > LONGEST_WORD:
            self._long[number] = tokens
        return tokens


def _starts(parts: Sequence[str], offset: int) -> list[int]:
    """Return where each part starts, with a blank between them, and where one more would start."""
    return list(map(add, accumulate(map(len, parts), initial=0), count(offset)))
