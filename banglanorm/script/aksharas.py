r"""The akshara grammar.

An akshara (orthographic syllable) is a consonant cluster with at most one vowel sign, or a vowel letter, each with its
final signs. The grammar follows Unicode chapter 12.2 as nisaba writes it down (``nisaba/scripts/brahmic``, Apache-2.0)
and ICANN's Root Zone rules for Bengali; it reads composed and decomposed spellings alike.

>>> split_aksharas("শক্তিশালী")
['শ', 'ক্তি', 'শা', 'লী']
>>> is_wellformed("হোয়াট্সঅ্যাপ"), is_wellformed("\N{BENGALI VOWEL SIGN I}ত")
(True, False)
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from banglanorm.errors import require_str
from banglanorm.script.letters import (
    AA_KAR,
    ANUSVARA,
    AU_LENGTH_MARK,
    AVAGRAHA,
    BASIC_CONSONANTS,
    CANDRABINDU,
    E_KAR,
    FINAL_SIGNS,
    HASANTA,
    JOINERS,
    KHANDA_TA,
    LETTERS,
    NUKTA,
    PRECOMPOSED_NUKTA_LETTERS,
    SIGNS,
    VISARGA,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)

# --- the akshara grammar, as fragments of regular expressions -------------------------------------------------------
# Each repetition is possessive and each alternative is told apart by its first letters, so matching is linear.

CONSONANT = f"(?:[{BASIC_CONSONANTS}]{NUKTA}?|[{PRECOMPOSED_NUKTA_LETTERS}])"
LINK = f"(?:{HASANTA}{ZWNJ}?|{ZWJ}{HASANTA})"  # hasanta, explicit hasanta, or the ya-phala after a full ra
ONSET = f"(?>{CONSONANT}(?:{LINK}{CONSONANT})*+)"
VOWEL_SIGN = (
    f"(?:{E_KAR}[{AA_KAR}{AU_LENGTH_MARK}]|{AA_KAR}{NUKTA}|[{VOWEL_SIGNS}{AU_LENGTH_MARK}])"  # Santali has the last two
)
TAIL = f"{CANDRABINDU}?[{ANUSVARA}{VISARGA}]?{AVAGRAHA}*+{KHANDA_TA}?"
VOWEL = f"(?:[অএ]{HASANTA}{YA}(?:{AA_KAR})?|[অআ]{AU_LENGTH_MARK}|উ{AA_KAR}|[{VOWEL_LETTERS}])"  # অ্যা, এ্যা; Santali
DEAD = f"{HASANTA}(?:{KHANDA_TA}|{ZWNJ}(?=[{VOWEL_LETTERS}]))?"  # the vowel is silenced: ধিক্, ভর্ৎসনা
AKSHARA = f"(?>{VOWEL}{TAIL}|{ONSET}(?:{VOWEL_SIGN}(?!{HASANTA}){TAIL}|(?!{HASANTA}){TAIL}|{DEAD}))"


@dataclass(frozen=True, slots=True)
class Conjunct:
    """A cluster of consonants joined by hasanta, at ``text[start:end]``."""

    start: int
    end: int
    text: str
    letters: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> find_conjuncts("উক্তি")[0].as_dict()
        {'start': 1, 'end': 4, 'text': 'ক্ত', 'letters': ['ক', 'ত']}
        """
        return {"start": self.start, "end": self.end, "text": self.text, "letters": list(self.letters)}

    def __repr__(self) -> str:
        return f"Conjunct({self.start}, {self.end}, {self.text!r})"


@dataclass(frozen=True, slots=True)
class Malformed:
    """Characters at ``text[start:end]`` that belong to no akshara, and why."""

    start: int
    end: int
    text: str
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> find_malformed("কাা")[0].as_dict()["reason"]
        'vowel sign without a bare consonant before it'
        """
        return {"start": self.start, "end": self.end, "text": self.text, "reason": self.reason}

    def __repr__(self) -> str:
        return f"Malformed({self.start}, {self.end}, {self.text!r}, {self.reason!r})"


Conjunct.__module__ = Malformed.__module__ = "banglanorm"  # pickles name the public home


# --- functions --------------------------------------------------------------------------------------------------------


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


@cache
def _units() -> Any:
    """Aksharas with the stray signs that follow them; elsewhere what Unicode calls a grapheme cluster.

    Flags are spelled out: for each letter of a flag the general rule counts all such letters before it.
    """
    import regex  # only who asks for grapheme clusters waits for it

    return regex.compile(
        rf"{AKSHARA}[{SIGNS}{JOINERS}]*+|{_FLAG}{{1,2}}+[\p{{GCB=Extend}}\p{{GCB=SpacingMark}}{ZWJ}]*+|\X"
    )


_FLAG = "[\N{REGIONAL INDICATOR SYMBOL LETTER A}-\N{REGIONAL INDICATOR SYMBOL LETTER Z}]"
_AKSHARAS = f"{AKSHARA}*+"
_CONJUNCT = f"{CONSONANT}(?:(?:{LINK}{CONSONANT})++(?:{HASANTA}{KHANDA_TA})?|{HASANTA}{KHANDA_TA})"

# First character of what does not fit -> why. The first row that holds the character answers.
_REASONS = (
    (JOINERS, "joiner with no function here"),
    (HASANTA, "hasanta without a consonant before it"),
    (NUKTA, "nukta not directly after its consonant"),
    (KHANDA_TA, "khanda ta without a syllable before it"),
    (VOWEL_SIGNS + AU_LENGTH_MARK, "vowel sign without a bare consonant before it"),
    (FINAL_SIGNS, "final sign without a syllable before it, or out of order"),
    (AVAGRAHA, "avagraha without a syllable before it"),
)


def split_aksharas(text: str, /) -> list[str]:
    """Split ``text`` into orthographic syllables; what is not Bengali is split into grapheme clusters.

    Nothing is lost: ``"".join(split_aksharas(text)) == text``. Signs that fit nowhere stay with the unit before them.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> split_aksharas("ক্ষমা চাই 👍🏽")
    ['ক্ষ', 'মা', ' ', 'চা', 'ই', ' ', '👍🏽']
    """
    require_str(text)
    return [m[0] for m in _units().finditer(text)]


def find_conjuncts(text: str, /) -> list[Conjunct]:
    """Find every consonant cluster of ``text``, with its place and its letters.

    No list of conjuncts is consulted: any consonants that hasanta joins are one. Spans are code-point offsets.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(c.text, c.letters) for c in find_conjuncts("ভর্ৎসনা, উজ্জ্বল")]
    [('র্ৎ', ('র', 'ৎ')), ('জ্জ্ব', ('জ', 'জ', 'ব'))]
    """
    require_str(text)
    return [Conjunct(m.start(), m.end(), m[0], tuple(_letters(m[0]))) for m in _pattern(_CONJUNCT).finditer(text)]


def _letters(conjunct: str) -> list[str]:
    return _pattern(f"{CONSONANT}|{KHANDA_TA}").findall(conjunct)


def is_wellformed(text: str, /) -> bool:
    """Say whether every Bengali run of ``text`` is a sequence of aksharas.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> is_wellformed("ভ্লাদিমির, খড়্গ, বাক্!"), is_wellformed("কাা")
    (True, False)
    """
    return not find_malformed(text)


def find_malformed(text: str, /) -> list[Malformed]:
    """Find the characters of ``text`` that belong to no akshara, each with the reason.

    Spans are code-point offsets; neighbouring misfits with one reason are one result.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(m.start, m.end, m.reason) for m in find_malformed("শক্তিি")]
    [(5, 6, 'vowel sign without a bare consonant before it')]
    """
    require_str(text)
    found = []
    for run in _bengali_runs(text):
        start, end = run
        at = _skip_aksharas(text, start, end)
        while at < end:
            reason = _reason(text[at])
            stop = at + 1
            # An akshara starts with a letter, so signs after a misfit are misfits too until a letter comes.
            while stop < end and text[stop] not in LETTERS and _reason(text[stop]) == reason:
                stop += 1
            found.append(Malformed(at, stop, text[at:stop], reason))
            at = _skip_aksharas(text, stop, end)
    return found


def _bengali_runs(text: str) -> list[tuple[int, int]]:
    runs = (m.span() for m in _pattern(f"[{WORD_CHARACTERS}{JOINERS}]++").finditer(text))
    return [(start, end) for start, end in runs if text[start:end].strip(JOINERS)]


def _skip_aksharas(text: str, start: int, end: int) -> int:
    m = _pattern(_AKSHARAS).match(text, start, end)
    return m.end() if m else start


def _reason(char: str) -> str:
    return next(reason for members, reason in _REASONS if char in members)
