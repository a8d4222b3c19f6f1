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
from banglanorm.names import lexicon
from banglanorm.names.keys import fold, standard
from banglanorm.tables import read_table

_NOUNS = ("noun", "of")
_OF = "অব"
_AFFAIRS = "Affairs"  # once only: ধর্ম is Religious Affairs, with বিষয়ক as well as without


def read(keys: Sequence[str], /) -> list[str | int] | None:
    """Return the name of the folded words ``keys`` in English order: English words, and the places of names in it.

    None if it is no organisation's name: it has no name before its noun, or no noun.
    """
    keys = [standard(key) for key in keys]
    return _of_a_country(keys) or _with_of(keys) or _in_order(keys)


def _of_a_country(keys: Sequence[str]) -> list[str | int] | None:
    """Read a country in the genitive and generic words: ভারতের নির্বাচন কমিশন is the Election Commission of India."""
    genitives = (split.stem for split in split_endings(keys[0]) if split.slots == ("case",) and split.ending[-1] == "র")
    found = (entry.text for stem in genitives if (entry := lexicon.find(stem)) is not None and entry.kind == "country")
    country = next(found, None)
    noun = _noun(" ".join(keys[1:])) if country is not None else None
    words: list[str | int] | None = [noun[0]] if noun is not None and noun[1] == "noun" else _in_order(keys[1:])
    if country is None or words is None or not all(isinstance(word, str) for word in words):
        return None
    return [*words, "of", country]


def _with_of(keys: Sequence[str]) -> list[str | int] | None:
    """Read a name that has English's own order: প্রেস ট্রাস্ট অব ইন্ডিয়া is the Press Trust of India."""
    at = keys.index(_OF) if _OF in keys[1:-1] else 0
    if not at or _noun(keys[at - 1]) is None:
        return None
    after = [word + at + 1 if isinstance(word, int) else word for word in _words(keys[at + 1 :], topics=True)]
    return [*_words(keys[:at], topics=False), "of", *after]


def _in_order(keys: Sequence[str]) -> list[str | int] | None:
    for length in range(min(_longest(), len(keys) - 1), 0, -1):
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
    """Translate the words that the tables have, the longest rows first; the others are their places in ``keys``."""
    words: list[str | int] = []
    at = 0
    while at < len(keys):
        for length in range(min(_longest(), len(keys) - at), 0, -1):
            english = _english(" ".join(keys[at : at + length]), topics=topics)
            if english is not None:
                if not (english == _AFFAIRS and words and str(words[-1]).endswith(_AFFAIRS)):
                    words.append(english)
                break
        else:
            length = 1
            words.append(at)
        at += length
    return words


def _english(key: str, *, topics: bool) -> str | None:
    """Return the English of a row, or of a known name of several words (উত্তর প্রদেশ পুলিশ)."""
    if key.endswith(","):
        listed = _english(key[:-1], topics=topics)
        return listed and listed + ","
    rows = _rows(key)
    english = (rows.get("topic") if topics else None) or rows.get("word") or rows.get("noun")
    entry = lexicon.find(key) if english is None and " " in key else None
    return entry.text if entry is not None else english


def _rows(key: str) -> dict[str, str]:
    return _table().get(key, {})


@cache
def _longest() -> int:
    """Return how many words the longest row has."""
    return max(len(key.split(" ")) for key in _table())


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in read_table("names/organisation_words"):
        table.setdefault(standard(fold(row["bn"])), {})[row["way"]] = row["en"]
    return table
