"""Which words of a text are Bijoy: pairs of letters tell them from English, code and other Latin text.

Each word is scored by how much likelier its pairs of characters are in Bijoy than in other Latin text
(``data/legacy/bigrams.tsv``); a line is cut where that changes, with a cost for each change, so that a short word goes
with its neighbours. Only what is long enough, or has a glyph that no other text has there, is taken for Bijoy.

>>> fix_legacy("Name: Av`yj Kwig, †iv‡Kqv †eMg (Ltd.)")
'Name: আদুল করিম, রোকেয়া বেগম (Ltd.)'
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import repeat
from typing import NamedTuple

from banglanorm.errors import require_str
from banglanorm.legacy.bijoy import bijoy_to_unicode, without_c1
from banglanorm.legacy.glyphs import load_glyphs
from banglanorm.script.addresses import find_addresses
from banglanorm.tables import read_table


def looks_like_bijoy(text: str, /) -> bool:
    """Say whether ``text`` is Bijoy, for the most part.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> looks_like_bijoy("Avgvi †mvbvi evsjv"), looks_like_bijoy("Amar sonar bangla"), looks_like_bijoy("আমার সোনার বাংলা")
    (True, False, False)
    """
    require_str(text)
    found = sum(end - start for start, end in bijoy_spans(text))
    return 2 * found > sum(map(len, _LETTERS.findall(text)))


def fix_legacy(text: str, /) -> str:
    """Convert what is Bijoy in ``text`` to Unicode; all else stays, so that nothing is converted twice.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> fix_legacy("wkÿv †evW© (Education Board), শিক্ষা বোর্ড")
    'শিক্ষা বোর্ড (Education Board), শিক্ষা বোর্ড'
    """
    require_str(text)
    out, at = [], 0
    for start, end in bijoy_spans(text):
        out += [text[at:start], bijoy_to_unicode(text[start:end])]
        at = end
    return "".join([*out, text[at:]])


# --- words ------------------------------------------------------------------------------------------------------------

WORD = re.compile(r"[^\s!#%()*+,\-./:;<=>?@\[\]{|}0-9]++")
"""What is scored as one: these marks are no glyphs of Bijoy, or (the bar) only a danda."""
_TOKEN = re.compile(rf"(?P<mixed>[0-9]*+[A-Za-z]++[0-9]++[A-Za-z][0-9A-Za-z]*+)|{WORD.pattern}[|]*+|[0-9]++")
_LETTERS = re.compile(r"[^\W\d_]++")
_MAY_BE_BIJOY = re.compile(r"[A-Za-z\x80-\xff]")
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2c00-\ud7ff\uf900-\uffff]")
_MISREAD = re.compile("(?:‡[¶ß].){2}")  # Bengali in UTF-8 as MacRoman
_LONGEST_SCORED = 60
_FOREIGN = "\N{LATIN SMALL LETTER A WITH MACRON}"  # stands for every character that is no glyph
_SOFT_HYPHEN, _SAME_GLYPH = "\N{SOFT HYPHEN}", "¬"


@cache
def _folds() -> dict[str, str]:
    """Return the glyphs as pairs know them."""
    return {typed: typed for typed in load_glyphs("bijoy")} | {_SOFT_HYPHEN: _SAME_GLYPH}


def pairs(word: str) -> list[str]:
    """Return the pairs of neighbours in ``word``, its two ends as blanks.

    >>> pairs("bvg")
    [' b', 'bv', 'vg', 'g ']
    """
    folded = "".join(map(_folds().get, word, repeat(_FOREIGN)))
    return list(map(str.__add__, " " + folded, folded + " "))


@cache
def _weights() -> dict[str, int]:
    return {row["pair"].replace("␣", " "): int(row["weight"]) for row in read_table("legacy/bigrams")}


@lru_cache(maxsize=1 << 14)
def _score(word: str) -> int | None:
    """Return by how much a word is Bijoy rather than other Latin text, 0 where it says nothing, None if not Latin."""
    word = word.rstrip("|")
    if not word.isascii() and (_OTHER_SCRIPT.search(word) or _MISREAD.search(word)):
        return None
    if not _MAY_BE_BIJOY.search(word):
        return 0
    return sum(map(_weights().get, pairs(word), repeat(0)))


def _is_telling(word: str) -> bool:
    """Say whether a glyph outside ASCII stands in ``word`` as in Bijoy only."""
    weights = _weights()
    return any(
        not pair.isascii() and _PUNCTUATION.isdisjoint(pair) and weights.get(pair, 0) >= _TELLING
        for pair in pairs(word[:_LONGEST_SCORED])
    )


# --- lines ------------------------------------------------------------------------------------------------------------


_CHANGE = 40  # what a change between Bijoy and other text costs, in tenths of a natural logarithm
_NEVER = 1 << 40
_FOREIGN_AT_END = -20
_CERTAIN = (60, 220, 120)  # what a run weighs at least: with a telling glyph, of two words, of more
_TELLING = 40  # what a pair weighs that alone tells Bijoy
_PUNCTUATION = frozenset("‹›“”‘’–—…•„‚")  # glyphs that all Latin text has


class _Line(NamedTuple):
    """The words of a line: where they stand, and how much each is Bijoy (None: never)."""

    text: str
    spans: list[tuple[int, int]]
    scores: list[int | None]

    def is_certain(self, first: int, stop: int) -> bool:
        """Say whether these words are enough, or have a glyph that only Bijoy has beside letters."""
        words = {self.text[start:end]: score or 0 for (start, end), score in self._within(first, stop)}
        long = [word for word, score in words.items() if len(word) > 1 and score > 0]
        if any(map(_is_telling, long)):
            return sum(words.values()) >= _CERTAIN[0]
        return len(long) > 1 and sum(words.values()) >= _CERTAIN[min(len(long), len(_CERTAIN)) - 1]

    def _within(self, first: int, stop: int) -> Iterator[tuple[tuple[int, int], int | None]]:
        return zip(self.spans[first:stop], self.scores[first:stop], strict=True)


def bijoy_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text`` that are Bijoy beyond doubt, from left to right, never over a line break.

    >>> list(bijoy_spans("see wek¦we`¨vjq gÄyix Kwgkb."))
    [(4, 27)]
    """
    if not _MAY_BE_BIJOY.search(text):
        return
    text = without_c1(text)
    at = 0
    for line_text in text.split("\n"):
        if _MAY_BE_BIJOY.search(line_text):
            line = _line(line_text)
            for first, stop in _runs(line.scores):
                if line.is_certain(first, stop):
                    yield at + line.spans[first][0], at + line.spans[stop - 1][1]
        at += len(line_text) + 1


def _line(text: str) -> _Line:
    spans, scores = [], []
    for m in _TOKEN.finditer(text):
        spans.append(m.span())
        scores.append(None if m.lastgroup else _score(m[0][:_LONGEST_SCORED]))
    _leave_addresses(text, spans, scores)
    return _Line(text, spans, scores)


def _leave_addresses(text: str, spans: list[tuple[int, int]], scores: list[int | None]) -> None:
    """Take the words of addresses for what is never Bijoy."""
    at = 0
    for m in find_addresses(text):
        while at < len(spans) and spans[at][1] <= m.start():
            at += 1
        while at < len(spans) and spans[at][0] < m.end():
            scores[at] = None
            at += 1


def _runs(scores: list[int | None]) -> list[tuple[int, int]]:
    """Return the runs of words, as half-open ranges, that are Bijoy in the likeliest reading of a line.

    A word is Bijoy or not; each change costs, and half as much where a line begins with Bijoy.
    """
    other, bijoy = 0, -_CHANGE // 2
    before: list[tuple[bool, bool]] = []  # for each word, if it is not Bijoy and if it is: whether the one before it is
    for score in scores:
        into, out_of = other - _CHANGE, bijoy - _CHANGE
        before.append((out_of > other, bijoy > into))
        if out_of > other:
            other = out_of
        if into > bijoy:
            bijoy = into
        bijoy = -_NEVER if score is None else bijoy + score
    runs: list[tuple[int, int]] = []
    is_bijoy, stop = bijoy > other, len(scores)
    for at in range(len(scores) - 1, -1, -1):
        was_bijoy = before[at][is_bijoy]
        if is_bijoy and not was_bijoy:
            runs.append((at, stop))
        if was_bijoy and not is_bijoy:
            stop = at
        is_bijoy = was_bijoy
    if is_bijoy:
        runs.append((0, stop))
    return [run for first, stop in reversed(runs) if (run := _without_foreign_ends(scores, first, stop))]


def _without_foreign_ends(scores: list[int | None], first: int, stop: int) -> tuple[int, int] | None:
    """Return the run without those words at its ends that went with their neighbours only."""
    while first < stop and (scores[first] or 0) <= _FOREIGN_AT_END:
        first += 1
    while first < stop and (scores[stop - 1] or 0) <= _FOREIGN_AT_END:
        stop -= 1
    return (first, stop) if first < stop else None
