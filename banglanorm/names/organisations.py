"""Names of organisations: generic nouns as English has them, in English order.

A name is an organisation's if it ends in a noun of the table ``names/organisation_words``, with or without a case
ending. One rule orders it: a noun stays last (Dhaka University), one that English follows with "of" goes first
(Ministry of Commerce). Words that the table does not have are read as names.

>>> read(["ঢাকা", "বিশ্ববিদ্যালয়ের"]), read(["বাণিজ্য", "মন্ত্রণালয়"])
([0, 'University'], ['Ministry of', 'Commerce'])
"""

from collections.abc import Sequence
from functools import cache

from banglanorm.endings import split_endings
from banglanorm.names.keys import fold
from banglanorm.tables import read_table

_LONGEST = 4  # words of a row
_NOUNS = ("noun", "of")


def read(keys: Sequence[str], /) -> list[str | int] | None:
    """Return the name of the folded words ``keys`` in English order: English words, and the places of names in it.

    None if it is no organisation's name: it has no name before its noun, or no noun.
    """
    for length in range(min(_LONGEST, len(keys) - 1), 0, -1):
        found = _noun(" ".join(keys[-length:]))
        if found is not None:
            noun, way = found
            rest = _words(keys[:-length], topics=way == "of")
            return [noun, *rest] if way == "of" else [*rest, noun]
    return None


def _noun(key: str) -> tuple[str, str] | None:
    stems = [key, *(split.stem for split in split_endings(key) if split.join != " ")]
    return next(((rows[way], way) for stem in stems for rows in (_rows(stem),) for way in _NOUNS if way in rows), None)


def _words(keys: Sequence[str], *, topics: bool) -> list[str | int]:
    """Translate the words that the table has, the longest rows first; the others are their places in ``keys``."""
    words: list[str | int] = []
    at = 0
    while at < len(keys):
        for length in range(min(_LONGEST, len(keys) - at), 0, -1):
            rows = _rows(" ".join(keys[at : at + length]))
            english = (rows.get("topic") if topics else None) or rows.get("word") or rows.get("noun")
            if english is not None:
                words.append(english)
                break
        else:
            length = 1
            words.append(at)
        at += length
    return words


def _rows(key: str) -> dict[str, str]:
    return _table().get(key, {})


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table("names/organisation_words"):
        table.setdefault(fold(row["bn"]), {})[row["way"]] = row["en"]
    return table
