"""A Bengali word as the units that are pronounced one by one."""

import re

from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    ASSAMESE_RA,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    CANDRABINDU,
    HASANTA,
    JOINERS,
    NUKTA,
    RA,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    YA,
    ZWJ,
    ZWNJ,
)

Phonemes = tuple[str, ...]
INHERENT = "A"
"""The unit that stands for the vowel a consonant has without a sign."""

_PHALA = f"{HASANTA}(?:[বম](?!{NUKTA})|{YA}(?!{NUKTA}))"
_CONSONANT = f"(?:[{BASIC_CONSONANTS}]{NUKTA}?)"
_ONSET = f"(?:ক{HASANTA}ষ|জ{HASANTA}ঞ|{_CONSONANT})"
_REPH = f"(?<!{HASANTA}){RA}(?={HASANTA})"  # its neighbour's যফলা is no ya-phala: কার্য
_YA_AFTER_FULL_RA = f"{RA}{ZWJ}{HASANTA}{YA}|\\A{RA}{HASANTA}{YA}(?!{NUKTA})"  # no word begins with a reph: র্যাব
_JOINER = re.compile(
    f"(?P<full_ra>(?<={RA})[{JOINERS}](?={HASANTA}{YA}))|(?P<no_phala>(?<={HASANTA}){ZWNJ}(?=[বম{YA}]))|[{JOINERS}]"
)
_UNITS = re.compile(f"[অএ]{HASANTA}{YA}(?!{NUKTA})|{_YA_AFTER_FULL_RA}|{_REPH}|{_ONSET}(?:{_PHALA})*+|(?s:.)")
_SIGN_CHARS = frozenset(VOWEL_SIGNS + AU_LENGTH_MARK)
_ONSET_CHARS = frozenset(BASIC_CONSONANTS)
VOWEL_CHARS = frozenset(VOWEL_SIGNS + VOWEL_LETTERS + AU_LENGTH_MARK + INHERENT)


def drop_joiners(word: str) -> str:
    """Return ``word`` without the joiners that say nothing about its sound.

    Those stay that give a full র its ya-phala or keep য, ব, ম from being a phala (ud|yapan).

    >>> drop_joiners("উদ্" + ZWNJ + "ঘাটন") == "উদ্ঘাটন", drop_joiners("উদ্" + ZWNJ + "যাপন") == "উদ্যাপন"
    (True, False)
    """
    return _JOINER.sub(lambda m: ZWJ if m["full_ra"] else m["no_phala"] or "", word)


def split_units(word: str) -> tuple[list[str], list[bool]]:
    r"""Split a word into the units that are pronounced one by one, and tell which of them carry a candrabindu.

    A unit is a consonant with its phalas, a vowel sign or letter, the inherent vowel (``INHERENT``) or a final sign.

    >>> units, nasal = split_units("চাঁদ")
    >>> units == ["চ", "\N{BENGALI VOWEL SIGN AA}", "দ", INHERENT], nasal
    (True, [False, True, False, False])
    """
    word = drop_joiners(nfc(word).replace(ASSAMESE_RA, RA))
    units: list[str] = []
    nasal: list[bool] = []
    pending = False  # a consonant waits for its vowel
    for unit in _UNITS.findall(word):
        if unit in (NUKTA, ZWNJ):
            continue
        if unit == CANDRABINDU and not pending:
            if nasal:
                nasal[-1] = True
            continue
        if pending and unit not in _SIGN_CHARS and unit != HASANTA:
            units.append(INHERENT)
            nasal.append(unit == CANDRABINDU)
        pending = unit[0] in _ONSET_CHARS
        if unit not in (CANDRABINDU, HASANTA):
            units.append(unit.replace(ZWJ, ""))
            nasal.append(False)
    if pending:
        units.append(INHERENT)
        nasal.append(False)
    return units, nasal
