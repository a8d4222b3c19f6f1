r"""A key whose order is the alphabetical order: that of CLDR's collations for Bengali and Assamese.

The weights are rows of ``data/keys/collation.tsv``, three levels as in UTS #10: which letter it is, which sign it bears
(ড় after ড), which case. A key is the primary weights of the text; the other levels follow only where they are not the
usual ones, so that most words cost one look and one translation. What the table does not hold (Han, Hangul, historic
scripts) comes last, by code point.

>>> sorted(["উহ্য", "উৎস", "উত্তর"], key=sort_key)
['উত্তর', 'উৎস', 'উহ্য']
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, NamedTuple

from banglanorm.errors import ConfigError, require_str
from banglanorm.script.canonical import nfd
from banglanorm.script.letters import HASANTA, JOINERS, NUKTA
from banglanorm.tables import read_table

Language = Literal["bn", "as"]

_SEPARATOR = "\x01"  # between levels, lower than any weight
_FIRST_WEIGHT = 2
_BEYOND = "\U0010fffd"  # before what the table does not hold: after everything it holds
# Noncharacters, which are in no text: they stand for the contractions of the table while a text is translated.
_STAND_INS = tuple(map(chr, (*range(0xFDD0, 0xFDF0), *range(0x1FFFE, 0x10FFFE, 0x10000))))


def sort_key(text: str, /, *, language: Language = "bn") -> bytes:
    """Return a key for :func:`sorted`, dictionaries and databases: bytes whose order is the order of the texts.

    The order is that of CLDR's collation: ং ঃ ঁ between the vowels and the consonants, ৎ as ত্, ড় ঢ় য় right after ড ঢ য,
    digits of every script by their value, small letters before capitals; joiners count for nothing, and Bengali comes
    before other scripts. With ``language="as"`` it is the Assamese order. Texts that are canonically equivalent have
    the same key.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: the language does not exist.

    >>> sorted(["আঁকা", "আকাশ", "অংশ"], key=sort_key)
    ['অংশ', 'আঁকা', 'আকাশ']
    """
    require_str(text)
    order = _order(language)
    is_complex = order.complex.search(text) is not None
    if is_complex:
        text = order.prepared(text)
    key = text.translate(order.primary)
    if is_complex or order.levelled.search(text):
        key += _levels(text.translate(order.secondary), text.translate(order.tertiary))
    return key.encode("utf-8", "surrogatepass")


def _levels(secondary: str, tertiary: str) -> str:
    """Return the second and third level; one that is usual throughout is less than any other, and left out."""
    usual = chr(_FIRST_WEIGHT)
    if tertiary.strip(usual):
        return f"{_SEPARATOR}{secondary if secondary.strip(usual) else ''}{_SEPARATOR}{tertiary}"
    return _SEPARATOR + secondary if secondary.strip(usual) else ""


class _Weights(dict[int, str]):
    """Code point -> its weights on one level, for :meth:`str.translate`."""

    def __init__(self, beyond: str, weights: Iterable[tuple[str, str]]) -> None:
        super().__init__((ord(char), weight) for char, weight in weights)
        self._beyond = beyond

    def __missing__(self, code: int) -> str:
        return self._beyond or _BEYOND + chr(code)


class _Order(NamedTuple):
    """What the key of one language is made from.

    ``complex`` finds what has to be decomposed or contracted, ``levelled`` in the other texts what has other than the
    usual secondary and tertiary weights.
    """

    primary: _Weights
    secondary: _Weights
    tertiary: _Weights
    contractions: Mapping[str, str]
    contraction: re.Pattern[str]
    complex: re.Pattern[str]
    levelled: re.Pattern[str]

    def prepared(self, text: str) -> str:
        """Decompose ``text`` and put a stand-in for each contraction."""
        decomposed = nfd(text)
        return self.contraction.sub(lambda m: self.contractions[m[0]], decomposed)


@cache
def _order(language: Language) -> _Order:
    levels = _rows(language)
    if levels is None:
        raise ConfigError(f"language: expected one of 'bn', 'as', got {language!r}")
    contractions = dict(zip((text for text in levels if len(text) > 1), _STAND_INS, strict=False))
    singles = {contractions.get(text, text): weights for text, weights in levels.items()}
    usual = (chr(_FIRST_WEIGHT),) * 2
    plain = {char: weights for char, weights in singles.items() if char.isascii() or _is_bengali(char)}
    levelled = "".join(char for char, weights in plain.items() if any(weights[1:]) and weights[1:] != usual)
    return _Order(
        primary=_Weights("", ((char, weights[0]) for char, weights in singles.items())),
        secondary=_Weights(usual[0], ((char, weights[1]) for char, weights in singles.items())),
        tertiary=_Weights(usual[1], ((char, weights[2]) for char, weights in singles.items())),
        contractions=contractions,
        contraction=re.compile("|".join(map(re.escape, sorted(contractions, key=len, reverse=True)))),
        complex=re.compile("|".join([_COMPLEX, *filter(_is_bengali, contractions)])),
        levelled=re.compile(f"[{re.escape(levelled)}]"),
    )


# What has to be decomposed: characters beyond ASCII and Bengali, and marks out of their canonical order.
_COMPLEX = rf"[^\x00-\x7f\u0980-\u09fd\u0964\u0965{JOINERS}]|{HASANTA}{NUKTA}"


def _is_bengali(text: str) -> bool:
    return all("\u0980" <= char <= "\u09ff" or char in JOINERS for char in text)


@cache
def _rows(language: str) -> dict[str, tuple[str, str, str]] | None:
    """Return text -> its weights on three levels, or ``None`` if there is no such language."""
    rows = read_table("keys/collation")
    if language not in {row["language"] for row in rows if row["language"]}:
        return None
    found = {}
    for row in rows:  # those of a language come after those of both
        if row["language"] in ("", language):
            text = "".join(chr(int(code, 16)) for code in row["text"].split())
            found[text] = (_weights(row["primary"]), _weights(row["secondary"]), _weights(row["tertiary"]))
    return found


def _weights(cell: str) -> str:
    return "".join(chr(int(number) - 1 + _FIRST_WEIGHT) for number in cell.split())
