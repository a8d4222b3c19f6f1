r"""What a text is made of, counted in bounded memory: scripts, digits, quotation marks, words, and what is odd.

Characters are counted one by one and told apart at the end. Words are kept as far as there is room; beyond it the
number of different words is estimated from those whose checksum ends in zeros.

>>> tally = Tally()
>>> tally.add("কাা ৫টি দু’জন\n")
>>> census = tally.census()
>>> census.words, census.digits, census.quotes, census.malformed
(4, (('bengali', 1),), (('’', 'apostrophe', 1),), (('vowel sign without a bare consonant before it', 1),))
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any
from zlib import crc32

from banglanorm.normalization.quotes import label_lines
from banglanorm.script import characters
from banglanorm.script.aksharas import find_malformed
from banglanorm.script.letters import ASCII_DIGITS, BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

_WORDS_KEPT = 1 << 16  # different words; beyond, every second, every fourth … is kept
_MALFORMED_KEPT = 1_000  # different malformed words, the first that come
_LONGEST_WORD = 60  # code points; what is longer is counted, not kept
_LINE_ENDS = "\n\r"

Counts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Census:
    """What a text is made of. Counts are sorted, the highest first; line ends count for nothing.

    ``characters`` and ``distinct_characters`` are code points, ``bytes`` is the size in UTF-8, ``words`` are runs of
    Bengali letters and ``distinct_words`` how many different ones there are, an estimate above 65,536. ``quotes`` has
    each mark with its role as :func:`banglanorm.label_quotes` gives it, ``malformed`` the reasons of
    :func:`banglanorm.find_malformed`, ``malformed_words`` the first thousand different words with such a place.
    ``invisible`` are formatting characters and odd spaces, ``unwanted`` code points that belong into no text.
    """

    __module__ = "banglanorm"

    characters: int
    distinct_characters: int
    bytes: int
    words: int
    distinct_words: int
    scripts: Counts
    digits: Counts
    quotes: tuple[tuple[str, str, int], ...]
    invisible: Counts
    unwanted: Counts
    malformed: Counts
    malformed_words: Counts

    def as_dict(self) -> dict[str, Any]:
        """Return the counts as plain JSON types.

        >>> from banglanorm import audit
        >>> audit(["এক"]).before.as_dict()["scripts"]
        [['bengali', 2]]
        """
        return {
            name: [list(row) for row in value] if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
        }


class Tally:
    """Counts texts that end where a line ends."""

    def __init__(self) -> None:
        self._characters: Counter[str] = Counter()
        self._quotes: Counter[tuple[str, str]] = Counter()
        self._words = 0
        self._vocabulary = _Vocabulary()
        self._reasons: Counter[str] = Counter()
        self._malformed: dict[str, int] = {}

    def add(self, text: str, /) -> None:
        """Count ``text``."""
        self._characters.update(text)
        self._quotes.update((mark.char, mark.role) for mark in label_lines(text.split("\n")))
        for word, count in Counter(_run().findall(text)).items():
            if word.strip(JOINERS):
                self._words += count
                self._add_malformed(word, count, self._vocabulary.reasons(word))

    def _add_malformed(self, word: str, count: int, reasons: tuple[str, ...]) -> None:
        if not reasons:
            return
        for reason in reasons:
            self._reasons[reason] += count
        if len(word) <= _LONGEST_WORD:
            self._keep_malformed(word, count)

    def _keep_malformed(self, word: str, count: int) -> None:
        if word in self._malformed or len(self._malformed) < _MALFORMED_KEPT:
            self._malformed[word] = self._malformed.get(word, 0) + count

    def merge(self, other: "Tally", /) -> None:
        """Count what another tally has counted of the texts after these."""
        self._characters.update(other._characters)
        self._quotes.update(other._quotes)
        self._words += other._words
        self._vocabulary.merge(other._vocabulary)
        self._reasons.update(other._reasons)
        for word, count in other._malformed.items():
            self._keep_malformed(word, count)

    def census(self) -> Census:
        """Return what was counted so far."""
        counts = {char: count for char, count in self._characters.items() if char not in _LINE_ENDS}
        return Census(
            characters=sum(counts.values()),
            distinct_characters=len(counts),
            bytes=sum(len(char.encode("utf-8", "surrogatepass")) * count for char, count in counts.items()),
            words=self._words,
            distinct_words=self._vocabulary.size(),
            scripts=_sorted(_grouped(counts.items(), script_of)),
            digits=_sorted(_grouped(counts.items(), _digits_of)),
            quotes=tuple(sorted(((*key, n) for key, n in self._quotes.items()), key=lambda row: (-row[2], row))),
            invisible=_sorted({char: n for char, n in counts.items() if is_invisible(char)}),
            unwanted=_sorted({char: n for char, n in counts.items() if is_unwanted(char)}),
            malformed=_sorted(self._reasons),
            malformed_words=_sorted(self._malformed),
        )


class _Vocabulary:
    """The different words of a text, or an even sample of them, each with the reasons why it is malformed."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, ...]] = {}
        self._zeros = 0  # how many bits of its checksum must be zero for a word to be kept

    def reasons(self, word: str) -> tuple[str, ...]:
        known = self._kept.get(word)
        if known is not None:
            return known
        reasons = tuple(misfit.reason for misfit in find_malformed(word))
        if len(word) <= _LONGEST_WORD and self._is_kept(word):
            self._kept[word] = reasons
            self._shrink()
        return reasons

    def merge(self, other: "_Vocabulary") -> None:
        zeros, self._zeros = self._zeros, max(self._zeros, other._zeros)
        self._kept.update(other._kept)
        if other._zeros != zeros:
            self._drop()
        self._shrink()

    def _shrink(self) -> None:
        while len(self._kept) > _WORDS_KEPT:
            self._zeros += 1
            self._drop()

    def _drop(self) -> None:
        """Drop the words that do not end in zeros enough."""
        self._kept = {each: why for each, why in self._kept.items() if self._is_kept(each)}

    def _is_kept(self, word: str) -> bool:
        return crc32(word.encode()) & ((1 << self._zeros) - 1) == 0

    def size(self) -> int:
        return len(self._kept) << self._zeros


@cache
def _run() -> re.Pattern[str]:
    return re.compile(f"[{WORD_CHARACTERS}{JOINERS}]++")


def _grouped(counts: Iterable[tuple[str, int]], group_of: Any) -> dict[str, int]:
    groups: Counter[str] = Counter()
    for char, count in counts:
        groups[group_of(char)] += count
    groups.pop("", None)
    return groups


def _sorted(counts: dict[str, int]) -> Counts:
    return tuple(sorted(counts.items(), key=lambda row: (-row[1], row[0])))


# --- what a character counts as -------------------------------------------------------------------------------------


def script_of(char: str, /) -> str:
    """Return the key of the row of ``data/report/scripts.tsv`` that ``char`` is counted in.

    >>> script_of("ক"), script_of("é"), script_of("।"), script_of("৭")
    ('bengali', 'latin', 'punctuation', 'digits')
    """
    category = characters.category(char)
    if category[0] in "LM":
        word = characters.name(char).partition(" ")[0]
        return _script_words().get(word, "other_letters")
    return _KINDS.get(category, _KINDS.get(category[0], "unseen"))


_KINDS = {"Nd": "digits", "N": "symbols", "P": "punctuation", "S": "symbols", "Zs": "spaces"}


@cache
def _script_words() -> dict[str, str]:
    return {word: row["script"] for row in read_table("report/scripts") for word in row["words"].split()}


def _digits_of(char: str) -> str:
    if not characters.is_decimal(char):
        return ""
    return "bengali" if char in BENGALI_DIGITS else "ascii" if char in ASCII_DIGITS else "other"


def is_invisible(char: str, /) -> bool:
    r"""Say whether ``char`` is seen as nothing or as a space, and is not the space itself.

    >>> is_invisible("\N{NO-BREAK SPACE}"), is_invisible("\N{ZERO WIDTH JOINER}"), is_invisible(" ")
    (True, True, False)
    """
    return char != " " and (characters.category(char) in _UNSEEN or _kind(char) == "invisible")


_UNSEEN = frozenset(("Cf", "Zs", "Zl", "Zp"))


def is_unwanted(char: str, /) -> bool:
    r"""Say whether ``char`` belongs into no text: a control, a surrogate, private, unassigned, or a row of the table.

    >>> is_unwanted("\0"), is_unwanted("\N{REPLACEMENT CHARACTER}"), is_unwanted("\t"), is_unwanted("ক")
    (True, True, False, False)
    """
    return char != "\t" and (characters.category(char) in _ILL or _kind(char) == "unwanted")


_ILL = frozenset(("Cc", "Cn", "Co", "Cs"))


def _kind(char: str) -> str:
    return _kinds().get(char, "")


@cache
def _kinds() -> dict[str, str]:
    rows = (row for row in read_table("report/characters") if row["kind"] != "group")
    return {chr(int(row["code"], 16)): row["kind"] for row in rows}
