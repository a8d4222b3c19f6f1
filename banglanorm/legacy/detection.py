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
from itertools import pairwise
from typing import NamedTuple

from banglanorm.errors import require_str
from banglanorm.legacy.bijoy import bijoy_to_unicode, without_c1
from banglanorm.legacy.glyphs import load_glyphs
from banglanorm.script.addresses import ADDRESS, ADDRESS_SIGNS
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
    folds = _folds()
    folded = [" ", *(folds.get(char, _FOREIGN) for char in word), " "]
    return list(map("".join, pairwise(folded)))


@cache
def _weights() -> dict[str, int]:
    return {row["pair"].replace("␣", " "): int(row["weight"]) for row in read_table("legacy/bigrams")}


@lru_cache(maxsize=1 << 14)
def _score(word: str) -> int | None:
    """Return by how much ``word`` is Bijoy rather than other Latin text, 0 where it says nothing, None if not Latin."""
    if _OTHER_SCRIPT.search(word) or _MISREAD.search(word):
        return None
    if not _MAY_BE_BIJOY.search(word):
        return 0
    weights = _weights()
    return sum([weights.get(pair, 0) for pair in pairs(word[:_LONGEST_SCORED])])


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


class _Word(NamedTuple):
    start: int
    end: int
    score: int | None  # None: never Bijoy


class _Run(NamedTuple):
    """Words that are Bijoy together."""

    words: list[_Word]

    def is_certain(self, line: str) -> bool:
        """Say whether the run has words enough, or a glyph that only Bijoy has beside letters."""
        words = {line[word.start : word.end]: word.score or 0 for word in self.words}
        long = [word for word, score in words.items() if len(word) > 1 and score > 0]
        if any(map(_is_telling, long)):
            return sum(words.values()) >= _CERTAIN[0]
        return len(long) > 1 and sum(words.values()) >= _CERTAIN[min(len(long), len(_CERTAIN)) - 1]


def bijoy_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of ``text`` that are Bijoy beyond doubt, from left to right, never over a line break.

    >>> list(bijoy_spans("see wek¦we`¨vjq gÄyix Kwgkb."))
    [(4, 27)]
    """
    if not _MAY_BE_BIJOY.search(text):
        return
    text = without_c1(text)
    at = 0
    for line in text.split("\n"):
        if _MAY_BE_BIJOY.search(line):
            for run in _runs(_words(line)):
                if run.is_certain(line):
                    yield at + run.words[0].start, at + run.words[-1].end
        at += len(line) + 1


def _words(line: str) -> list[_Word]:
    addresses = [m.span() for m in ADDRESS.finditer(line)] if any(sign in line for sign in ADDRESS_SIGNS) else []
    words, passed = [], 0
    for m in _TOKEN.finditer(line):
        while passed < len(addresses) and addresses[passed][1] <= m.start():
            passed += 1
        inside = passed < len(addresses) and addresses[passed][0] < m.end()
        score = None if inside or m["mixed"] else _score(m[0][:_LONGEST_SCORED].rstrip("|"))
        words.append(_Word(m.start(), m.end(), score))
    return words


def _runs(words: list[_Word]) -> list[_Run]:
    """Return the runs of words that are Bijoy in the likeliest reading of a line.

    A word is Bijoy or not; each change costs, and half as much where a line begins with Bijoy.
    """
    other, bijoy = 0, -_CHANGE // 2
    before: list[tuple[bool, bool]] = []  # for each word, if it is not Bijoy and if it is: whether the one before it is
    for word in words:
        before.append((bijoy - _CHANGE > other, bijoy > other - _CHANGE))
        other, bijoy = max(other, bijoy - _CHANGE), max(bijoy, other - _CHANGE)
        bijoy = -_NEVER if word.score is None else bijoy + word.score
    runs: list[list[_Word]] = []
    is_bijoy, was_bijoy = bijoy > other, False
    for word, (if_other, if_bijoy) in zip(reversed(words), reversed(before), strict=True):
        if is_bijoy and was_bijoy:
            runs[-1].append(word)
        elif is_bijoy:
            runs.append([word])
        was_bijoy, is_bijoy = is_bijoy, if_bijoy if is_bijoy else if_other
    return [_Run(words) for words in map(_without_foreign_ends, reversed(runs)) if words]


def _without_foreign_ends(backwards: list[_Word]) -> list[_Word]:
    """Return the words of a run from left to right, without those at its ends that went with their neighbours only."""
    start, end = 0, len(backwards)
    while start < end and (backwards[start].score or 0) <= _FOREIGN_AT_END:
        start += 1
    while start < end and (backwards[end - 1].score or 0) <= _FOREIGN_AT_END:
        end -= 1
    return backwards[start:end][::-1]
