"""What a damaged word may have been: its readings, each by one kind of damage, and the likeliest of them.

All kinds of damage compete for a word, and the word list decides between them: চু্ক্তি is চুক্তি, its hasanta dropped,
and উলি্লখিত is উল্লিখিত, its hasanta moved. The rule that is named with the likeliest reading makes the change. Where no
reading is known the word stays as it is, but for damage that has one meaning (``certain``).
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache

from banglanorm.edits import Change
from banglanorm.normalization.rules.damages import (
    BARE,
    DOUBT,
    DROPPED,
    NO_TA,
    READINGS,
    Reading,
    has,
    possible_readings,
    substituted,
)
from banglanorm.normalization.rules.rule import Finder
from banglanorm.normalization.rules.visual import VOWEL_MARKS
from banglanorm.normalization.word_forms import UNKNOWN, has_known_parts, has_known_stem, level
from banglanorm.script.letters import (
    AA_KAR,
    ASSAMESE_RA,
    ASSAMESE_WA,
    AU_LENGTH_MARK,
    E_KAR,
    HASANTA,
    I_KAR,
    JOINERS,
    RA,
    TA,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)
from banglanorm.tables import read_table

WORD = re.compile(f"[{WORD_CHARACTERS}{JOINERS}]++")
LONGEST = 40  # code points of a word
_MOST_REMEMBERED = 4096
# Levels: of two words so nearly as likely neither is taken; the second where signs are dropped.
_CLOSE, _CLOSE_DROPPED = 3, 4
_MARGIN = 4  # levels: a known word is taken for the damage of another only if that is far more common
_COMMON_BY_TWO, _SHORTEST_OF_TWO = 2, 5  # level, code points of a word damaged in two ways
_SHORTEST_OF_DROPPED = 3  # code points
_RULES_OF_PARTS = ("reph_after_letter", "look_alike_letters")
_COMMON = 8  # level: nearly any two letters are a word of some collection
_BY_STEM, _LEAST, _IMPOSSIBLE = -3, -6, -99  # a reading must be likelier than the second


@lru_cache(maxsize=_MOST_REMEMBERED)
def likeliest_reading(word: str, /) -> tuple[str, str] | None:
    """Return the rule and the word of the likeliest reading of a damaged word, or None where no reading is known.

    >>> likeliest_reading("সূ্ত্র"), likeliest_reading("উলি্লখিত")
    (('stray_hasanta', 'সূত্র'), ('hasanta_after_vowel_sign', 'উল্লিখিত'))
    """
    own = level(word)
    read = _read(word)
    best, found = _best(read)
    if own > UNKNOWN:
        return found if best >= own + _MARGIN else None
    if found:
        return None if best == _BY_STEM and has_known_stem(word) else found
    if len(word) >= _SHORTEST_OF_TWO and _HAS_ODD_SIGN.search(word):
        return _first_of_two(read) or (_of_two_words(read) if has(_ORPHAN, word) else None)
    return None


_Read = list[tuple[Reading, str]]  # what a damaged word may have been, by each reading that it allows


def _read(word: str, first: int = 0) -> _Read:
    return [(reading, read) for reading in possible_readings(word, first) if (read := reading.read(word)) != word]


def _of_two_words(read: _Read) -> tuple[str, str] | None:
    """Return the reading that gives two words written as one, which is evidence if no other one does."""
    rules = {meant: reading.rule for reading, meant in reversed(read) if not reading.cost}
    known = [(rule, meant) for meant, rule in rules.items() if has_known_parts(meant)]
    return known[0] if len(known) == 1 and known[0][0] else None


def _best(read: _Read) -> tuple[int, tuple[str, str] | None]:
    """Return the likeliest reading and its likelihood; one of no rule where another one is as likely."""
    best, found = _LEAST, None
    likely: list[tuple[int, Reading, str]] = []
    for reading, meant in read:
        if reading.cost > 0 and len(meant) < _SHORTEST_OF_DROPPED:
            continue
        likelihood = likelihood_of(meant) - reading.cost
        if likelihood > _LEAST:
            likely.append((likelihood, reading, meant))
            if likelihood > best and (found is None or meant != found[1]):
                best, found = likelihood, (reading.rule, meant)
    if found and any(_is_rival(other, best, found) for other in likely):
        return best, (DOUBT, found[1])
    return best, found


def _is_rival(other: tuple[int, Reading, str], best: int, found: tuple[str, str]) -> bool:
    likelihood, reading, read = other
    if not reading.rule or read == found[1]:
        return False  # what a doubt is ahead by is in its cost
    dropped = reading.cost == DROPPED
    return likelihood > best - (_CLOSE_DROPPED if dropped else _CLOSE) and (dropped or reading.rule != found[0])


def _first_of_two(read: _Read) -> tuple[str, str] | None:
    """Return the first step where two kinds of damage, mended one after the other, give a common word."""
    best, found = _COMMON_BY_TWO, None
    for reading, step in read:
        if reading.rule:
            likelihood, last = _best(_read(step, READINGS.index(reading) + 1))
            if last and last[0] and likelihood - reading.cost > best:
                best, found = likelihood - reading.cost, (reading.rule, step)
    return found


def likelihood_of(word: str, /) -> int:
    """Return how likely a word is to be meant: its level, or that of a stem with an ending."""
    known = level(word)
    if known > UNKNOWN:
        return known if len(word) > 2 or known >= _COMMON else _IMPOSSIBLE
    return _BY_STEM if has_known_stem(word) else _IMPOSSIBLE


def is_likely(word: str, /) -> bool:
    """Say whether a word is known, or made of known parts."""
    return likelihood_of(word) > _LEAST or has_known_parts(word)


def by_word(
    rule: str,
    certain: str | Callable[[], str] = "",
    written: str | Callable[[re.Match[str]], str] = "",
) -> Finder:
    """Make the finder of a rule that mends a word where its reading is the likeliest one.

    ``certain`` is the damage that has one meaning, mended also where no reading of the word is known; it is some of the
    damage of the readings, and needs what they need.
    """

    @cache
    def pattern() -> str:
        return certain if isinstance(certain, str) else certain()

    def mended(word: str) -> str:
        return substituted(pattern(), written, word) if isinstance(written, str) else re.sub(pattern(), written, word)

    def find(text: str) -> list[Change]:
        changes = []
        for start, word, reading in _damage_of(text):
            if reading and reading[0] == rule:
                changes.append(trimmed(start, word, reading[1]))
            elif reading is None and certain:
                after = mended(word)
                if after != word:
                    changes.append(trimmed(start, word, after))
        return changes

    return find


@cache
def damaged_parts(*rules: str) -> tuple[str, ...]:
    """Return the parts of words that show damage by themselves, for these rules."""
    return tuple(row["part"] for row in read_table("normalization/damaged_parts") if row["rule"] in rules)


_ORPHAN = f"(?<!{BARE})(?!(?:(?<=[অএ])|(?<={RA}{ZWJ})){HASANTA}{YA})[{VOWEL_MARKS}{HASANTA}]|{AU_LENGTH_MARK}"
_HAS_ODD_SIGN = re.compile(
    f"{_ORPHAN}|[{ASSAMESE_RA}{ASSAMESE_WA}]|স{HASANTA}ন|{RA}ম{HASANTA}ন"
    f"|{TA}{HASANTA}{ZWNJ}?[{NO_TA}]|(?<!{RA})({HASANTA}[যরব])\\1"
)


def _is_damaged(word: str) -> bool:
    return bool(_HAS_ODD_SIGN.search(word)) or _has_damaged_part(word)


def _has_damaged_part(word: str) -> bool:
    """Say whether a word has one of the damaged parts; each is looked for where its end is."""
    for end, parts in _parts_by_end():
        at = word.find(end)
        while at >= 0:
            if word.endswith(parts, 0, at + len(end)):
                return True
            at = word.find(end, at + 1)
    return False


@cache
def _parts_by_end() -> list[tuple[str, tuple[str, ...]]]:
    parts = damaged_parts(*_RULES_OF_PARTS)
    ends = dict.fromkeys(RA + HASANTA if part.endswith(RA + HASANTA) else part[-1] for part in parts)
    return [(end, tuple(part for part in parts if part.endswith(end))) for end in ends]


# An ending that lost its word, as after Latin letters or in a grammar: the genitive, the locative, those of verbs.
ENDING = re.compile(f"{E_KAR}(?:{RA}[{AA_KAR}ইও]?|{TA}{E_KAR}|দ{E_KAR}{RA}|[ইও])?|{I_KAR}[বতল]{E_KAR}ন")


def _damage(text: str) -> Iterator[tuple[int, str, tuple[str, str] | None]]:
    """Yield where damaged words begin in a text, each with its likeliest reading."""
    for m in WORD.finditer(text):
        word = m[0]
        if len(word) <= LONGEST and _is_damaged(word) and not ENDING.fullmatch(word):
            yield m.start(), word, likeliest_reading(word)


def _damage_of(text: str) -> Iterable[tuple[int, str, tuple[str, str] | None]]:
    return _damage_remembered(text) if len(text) <= 2 * LONGEST else _damage(text)


@lru_cache(maxsize=256)
def _damage_remembered(text: str) -> tuple[tuple[int, str, tuple[str, str] | None], ...]:
    return tuple(_damage(text))  # each rule that mends it asks


def mending_rules(text: str, /) -> set[str]:
    """Return which of the rules that readings name may change a text.

    >>> mending_rules("সূ্ত্র"), mending_rules("সূত্র")
    ({'stray_hasanta'}, set())
    """
    mending: set[str] = set()
    for _, word, reading in _damage_of(text):
        mending.update([reading[0]] if reading else (possible.rule for possible in possible_readings(word)))
    return mending


def trimmed(start: int, before: str, after: str) -> Change:
    """Return the change without what stands at both ends of the two."""
    first, last = 0, 0
    shortest = min(len(before), len(after))
    while first < shortest and before[first] == after[first]:
        first += 1
    while last < shortest - first and before[-1 - last] == after[-1 - last]:
        last += 1
    return start + first, start + len(before) - last, after[first : len(after) - last]


def word_before(text: str, end: int) -> str:
    """Return what of a word ends at ``text[end]``, without joiners."""
    start = end
    while start > max(end - LONGEST, 0) and text[start - 1] in WORD_CHARACTERS:
        start -= 1
    return text[start:end]


def word_after(text: str, start: int) -> str:
    """Return the word that begins at ``text[start]``."""
    m = WORD.match(text, start, start + LONGEST)
    return m[0] if m else ""
