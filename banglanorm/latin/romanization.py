"""Bengali text in Latin letters, for readers: four schemes.

``readable``   as it is spoken: o for the inherent vowel, ch/chh, sh, ng (কলম Kolom, হয়েছে Hoyechhe)
``hunterian``  the official South Asian spellings, without marks: a where the vowel is spoken (ময়মনসিংহ Maymansingha)
``ala-lc``     the Library of Congress table of 1997, letter by letter
``iso15919``   the standard's notation, letter by letter; :func:`banglanorm.to_iso15919` is the reversible form

Digits become ASCII digits, dandas full stops. All but the last begin a sentence with a capital.

>>> romanize("আমি ভাত খাই। তুমি?")
'Ami bhat khai. Tumi?'
"""

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from typing import Literal

from banglanorm.errors import ConfigError, require_str
from banglanorm.latin.iso15919 import transliterate_run
from banglanorm.latin.pronunciation import WORD, pronounce
from banglanorm.latin.sound_model import Sound
from banglanorm.latin.sound_units import INHERENT, drop_joiners, split_units
from banglanorm.script.letters import (
    AA_KAR,
    BASIC_CONSONANTS,
    DANDA,
    DOUBLE_DANDA,
    E_KAR,
    HASANTA,
    I_KAR,
    II_KAR,
    NUKTA,
    NUMERATOR_FOUR,
    O_KAR,
    TO_ASCII_DIGITS,
    U_KAR,
    UU_KAR,
    YA,
    ZWNJ,
)
from banglanorm.tables import read_table

_YYA = YA + NUKTA
_VOWEL_WITH_YA = tuple(vowel + HASANTA + YA for vowel in "অএ")
_STOPS = frozenset("কখগঘচছজঝটঠডঢতথদধ")  # candrabindu is n before these

Word = tuple[Sound, ...]
Scheme = Literal["readable", "hunterian", "ala-lc", "iso15919"]


def romanize(text: str, /, *, scheme: Scheme = "readable", capital_at: Collection[int] = ()) -> str:
    """Write Bengali text in Latin letters by ``scheme``; a word that begins at a place of ``capital_at`` is a name.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: there is no such scheme.

    >>> romanize("আমি ঢাকায় যাই", capital_at=[4])
    'Ami Dhakay jai'
    """
    require_str(text)
    spell = _SCHEMES.get(scheme)
    if spell is None:
        raise ConfigError(f"there is no scheme {scheme!r}: use one of {', '.join(_SCHEMES)}")
    capitals = scheme in _WITH_CAPITALS
    out, at = [], 0
    for m in WORD.finditer(text):
        gap = text[at : m.start()]
        latin = _remembered(scheme, m[0]) if len(m[0]) < _REMEMBERED else spell(m[0])
        out.append(gap.translate(PLAIN))
        capital = capitals and (m.start() in capital_at or _begins_sentence(gap, first=not at))
        out.append(latin[:1].upper() + latin[1:] if capital else latin)
        at = m.end()
    return "".join([*out, text[at:].translate(PLAIN)])


# Between words: digits and full stops as Latin text has them.
PLAIN = TO_ASCII_DIGITS | dict.fromkeys(map(ord, DANDA + DOUBLE_DANDA + NUMERATOR_FOUR), ".")
_SENTENCE_MARKS = ".!?…" + DANDA + DOUBLE_DANDA + NUMERATOR_FOUR
_AROUND = "\"'“”‘’()[]{}«»—–-*•"  # may stand between the mark and the first word


def _begins_sentence(gap: str, *, first: bool) -> bool:
    """Say whether the word after ``gap``, the text between it and the word before, begins a sentence."""
    if gap == " " and not first:
        return False
    before = gap.rstrip(_AROUND + " \t\r\n\N{NO-BREAK SPACE}")
    between = gap[len(before) :]
    if not before and first:
        return True
    return "\n" in between or (before[-1:] in _SENTENCE_MARKS and before != "" and any(c.isspace() for c in between))


# --- as it is spoken --------------------------------------------------------------------------------------------------


@cache
def _phoneme_letters() -> dict[str, str]:
    return {row["phoneme"]: row["readable"] for row in read_table("latin/phonemes")}


@cache
def _pair_letters() -> dict[tuple[str, str], str]:
    return {(row["first"], row["second"]): row["readable"] for row in read_table("latin/readable_pairs")}


def _is_vowel(sound: Sound) -> bool:
    return bool(sound.phonemes) and sound.phonemes[-1][0] in "OoaiueE"


def _w_or_y(word: Word, at: int) -> str:
    """Return w or y where a vowel letter and য় before another vowel are one sound: খাওয়া, ওয়েব, ইয়াসমিন."""
    if at + 2 >= len(word) or word[at + 1].unit != _YYA or word[at + 2].unit == INHERENT or not _is_vowel(word[at + 2]):
        return ""
    unit = word[at].unit
    return "w" if unit == "ও" else "y" if unit == "ই" and at == 0 else ""


def _readable(word: str) -> str:
    sounds = pronounce(word)
    pieces: list[str] = []  # phonemes, or letters where the phoneme alone does not tell them
    at = 0
    while at < len(sounds):
        unit, phonemes, nasal = sounds[at]
        if glide := _w_or_y(sounds, at):
            pieces.append(glide)
            at += 2
            continue
        if unit == _YYA and at and at + 1 < len(sounds) and _is_vowel(sounds[at - 1]) and _is_vowel(sounds[at + 1]):
            pieces.append("y")
        else:
            pieces += [_open_e(sounds, at) if p == "E" else p for p in phonemes]
        if nasal and at + 1 < len(sounds) and sounds[at + 1].unit[0] in _STOPS:
            pieces.append("n")
        at += 1
    return _join(pieces)


def _open_e(sounds: Word, at: int) -> str:
    """Return the letters of æ: e where the spelling has এ, else ya after a consonant (ব্যাংক, জ্ঞান) and a (অ্যাপ)."""
    if sounds[at].unit in ("এ", E_KAR):
        return "e"
    before = sounds[at - 1].unit if at else ""
    return "ya" if before.endswith(_BEFORE_YA) and before not in _VOWEL_WITH_YA else "a"


_BEFORE_YA = (HASANTA + YA, HASANTA + "ঞ")  # ব্যাংক, জ্ঞান


def _join(pieces: Sequence[str]) -> str:
    letters, pairs = _phoneme_letters(), _pair_letters()
    out, at = [], 0
    while at < len(pieces):
        pair = pairs.get((pieces[at], pieces[at + 1])) if at + 1 < len(pieces) else None
        out.append(pair or letters.get(pieces[at], pieces[at]))
        at += 2 if pair else 1
    return "".join(out)


# --- letter by letter -------------------------------------------------------------------------------------------------


@cache
def _table(scheme: str) -> dict[str, str]:
    return {row["letter"]: row[scheme] for row in read_table("latin/romanization")}


def _cluster(unit: str, scheme: str, ba: str) -> str:
    """Return the letters of a consonant and its phalas; ``ba`` is what ব is as a phala, unless it doubles."""
    first, *phalas = unit.split(HASANTA)
    latin = _letter(first, scheme)
    for before, phala in zip([first, *phalas], phalas, strict=False):
        latin += {"ব": "b" if before == "ব" else ba, YA: "y"}.get(phala) or _letter(phala, scheme)
    return latin


def _letter(letter: str, scheme: str) -> str:
    """Return the letters of one character with its nukta; a nukta that the scheme does not know says nothing."""
    letters = _table(scheme)
    return letters.get(letter) or letters.get(letter[:1], "")


def _is_consonant(unit: str) -> bool:
    return unit[0] in BASIC_CONSONANTS


def _ala_lc(word: str) -> str:
    units, nasal = split_units(word)
    out: list[str] = []
    for at, unit in enumerate(units):
        if unit == INHERENT:
            out.append("a")
        elif unit[0] == "ব" and at and _is_consonant(units[at - 1]):  # joined to reph: no phala
            out.append("v" + _cluster(unit, "ala-lc", ba="v")[1:])
        else:
            out.append(_cluster(unit, "ala-lc", ba="v"))
        if nasal[at]:
            out.append("n̐" if at + 1 < len(units) and units[at + 1][0] in _STOPS else "m̐")
    return "".join(out)


def _hunterian(word: str) -> str:
    sounds = pronounce(word)
    out: list[str] = []
    at = 0
    while at < len(sounds):
        if glide := _w_or_y(sounds, at):
            out.append(glide)
            at += 2
            continue
        out.append(_hunterian_unit(sounds, at))
        if sounds[at].nasal and at + 1 < len(sounds) and sounds[at + 1].unit[0] in _STOPS:
            out.append("n")
        at += 1
    return "".join(out)


def _hunterian_unit(sounds: Word, at: int) -> str:
    unit, phonemes, _ = sounds[at]
    before = sounds[at - 1].unit if at else ""
    following = sounds[at + 1].unit if at + 1 < len(sounds) else ""
    if unit == INHERENT:
        return "a" if phonemes else ""
    if unit in _VOWEL_WITH_YA:
        return "" if following == AA_KAR else "a"
    if unit == "ঙ":
        return "n" if following and _is_consonant(following) else "ng"
    if unit == _YYA and before and following:
        return "" if (before in _I and following != INHERENT) or (before in _O_U and following == AA_KAR) else "y"
    return _cluster(unit, "hunterian", ba="b" if "b" in phonemes else "w")


_I = frozenset(("ই", "ঈ", I_KAR, II_KAR))  # য় after these is not written before a vowel: Kushtia
_O_U = frozenset(("উ", "ঊ", U_KAR, UU_KAR, O_KAR))  # nor after these before a: Noakhali, Patuakhali


# --- schemes ----------------------------------------------------------------------------------------------------------


def _iso15919(word: str) -> str:
    return transliterate_run(drop_joiners(word).replace(ZWNJ, ""))


_SCHEMES = {"readable": _readable, "hunterian": _hunterian, "ala-lc": _ala_lc, "iso15919": _iso15919}
_WITH_CAPITALS = frozenset(("readable", "hunterian", "ala-lc"))
_REMEMBERED = 32  # words of fewer characters are remembered: text repeats its words


@lru_cache(maxsize=1 << 14)
def _remembered(scheme: str, word: str) -> str:
    return _SCHEMES[scheme](word)
