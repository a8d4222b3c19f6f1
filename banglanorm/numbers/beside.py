"""Words near a number that tell what it is: rows of ``data/numbers/beside.tsv``.

>>> follows(" মানুষ ঘরছাড়া", "villagers"), follows(" চিনি", "villagers"), precedes("মোট ", "land of all")
(True, False, True)
"""

import re
from functools import cache

from banglanorm.endings import split_endings
from banglanorm.lexer import fold_word
from banglanorm.script.letters import JOINERS, WORD_CHARACTERS
from banglanorm.tables import cells

_WINDOW = 40  # characters on either side
_NEAR = 2  # words


def follows(text: str, kind: str, /, *, within: int = _NEAR) -> bool:
    """Say whether one of the first words of ``text``, so many of them, is of the kind, with or without an ending."""
    return any(_is_form_of(word, kind) for word in _words().findall(fold_word(text[:_WINDOW]))[:within])


def precedes(text: str, kind: str, /) -> bool:
    """Say whether one of the last words of ``text`` is of the kind."""
    return any(_is_form_of(word, kind) for word in _words().findall(fold_word(text[-_WINDOW:]))[-_NEAR:])


def is_of(word: str, kind: str, /) -> bool:
    """Say whether a word, as it is written, is one of the kind.

    >>> is_of("শতক", "century or land"), is_of("শতকে", "century or land")
    (True, False)
    """
    return fold_word(word) in _words_of(kind)


def ends_as(text: str, kind: str, /) -> bool:
    """Say whether the last word of ``text`` ends as those of the kind."""
    return fold_word(text[-_WINDOW:]).rstrip(" ").endswith(_words_of(kind))


def _is_form_of(word: str, kind: str) -> bool:
    words = _words_of(kind)
    return word in words or any(split.stem in words for split in split_endings(word))


@cache
def _words_of(kind: str) -> tuple[str, ...]:
    return cells("numbers/beside", "word", "kind", kind)


@cache
def _words() -> re.Pattern[str]:
    return re.compile(f"[{WORD_CHARACTERS}{JOINERS}]++")
