"""Names and idioms that only look like numbers: জি ২৪ ঘণ্টা, উত্তর ২৪ পরগনা, আহ্লাদে আটখানা."""

import re
from functools import cache, lru_cache

from banglanorm.endings import ending_slots
from banglanorm.errors import DataError
from banglanorm.lexer import fold_word
from banglanorm.numbers.digits import to_ascii_digits, to_bengali_digits
from banglanorm.script.letters import ASCII_DIGITS, WORD_CHARACTERS
from banglanorm.tables import read_table

_ASCII_DIGITS = frozenset(ASCII_DIGITS)
_WINDOW = 20  # characters on either side of the number
_MOST_REMEMBERED = 1 << 10  # numbers, of some 10 characters
_PHRASE = re.compile(r"(.*)\[(.+)\](.*)")
_REST_OF_WORD = re.compile(f"[{WORD_CHARACTERS}]*+")
_LAST_LETTER = re.compile(f"[{WORD_CHARACTERS}]\\Z")


def is_name(text: str, start: int, end: int, /) -> bool:
    """Say whether the number at ``text[start:end]`` is part of a name or an idiom of the table.

    >>> is_name("উত্তর ২৪ পরগনায়", 6, 8), is_name("২৪ ঘণ্টা", 0, 2)
    (True, False)
    """
    found = _phrases_of(text[start:end])
    if not found:
        return False
    before = _folded(text[max(0, start - _WINDOW) : start])
    after = _folded(text[end : end + _WINDOW])
    return any(_ends(before, head) and _begins(after, tail) for head, tail in found)


@lru_cache(maxsize=_MOST_REMEMBERED)
def _phrases_of(number: str) -> tuple[tuple[str, str], ...]:
    """Return what stands before and after a number in the names that it is part of."""
    found = _phrases().get(number)
    if found is None and not _ASCII_DIGITS.isdisjoint(number):
        found = _phrases().get(to_bengali_digits(number))
    return found or ()


def _folded(text: str) -> str:
    return to_ascii_digits(fold_word(text))


def _ends(text: str, phrase: str) -> bool:
    return text.endswith(phrase) and not (phrase and _LAST_LETTER.search(text[: len(text) - len(phrase)]))


def _begins(text: str, phrase: str) -> bool:
    if not text.startswith(phrase):
        return False
    rest = _REST_OF_WORD.match(text, len(phrase))
    return (
        not phrase or phrase[-1] not in WORD_CHARACTERS or not rest or not rest[0] or ending_slots(rest[0]) is not None
    )


@cache
def _phrases() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return number, in words or Bengali digits -> what stands before and after it in the names."""
    phrases: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table("numbers/names"):
        m = _PHRASE.fullmatch(row["phrase"])
        if m is None:
            raise DataError(f"table numbers/names: no number in brackets: {row['phrase']!r}")
        number = m[2]
        phrases[number] = (*phrases.get(number, ()), (_folded(m[1]), _folded(m[3])))
    return phrases
