"""A Bengali word as the units that give the letters of its Latin spelling: consonants, vowels, and the vowels between.

Each unit is one character. Letters stand for themselves (nukta letters composed); what is not one code point has a name
of its own: the inherent vowel after a consonant is ``@``, at the end of a word ``~``; অ্যা is ``æ`` and its sign ``Æ``;
ya-, ba- and ma-phala are ``y``, ``w`` and ``m``. Hasanta is told by the missing vowel, joiners say nothing here.

>>> split_units("রহমান"), split_units("অ্যান্ড্রু")
('র@হ@মান~', 'æনডরু')
"""

from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    HASANTA,
    JOINERS,
    NUKTA,
    PRECOMPOSED_NUKTA_LETTERS,
    RHA,
    RRA,
    VOWEL_SIGNS,
    YA,
    YYA,
)

INHERENT, FINAL_INHERENT = "@", "~"
AE_LETTER, AE_SIGN = "æ", "Æ"
_PHALAS = {YA: "y", "ব": "w", "ম": "m"}
_CONSONANTS = frozenset(BASIC_CONSONANTS + PRECOMPOSED_NUKTA_LETTERS)
_SILENCING = frozenset(VOWEL_SIGNS + AU_LENGTH_MARK + HASANTA + AE_SIGN)
_COMPOSED = (
    ("ড" + NUKTA, RRA),
    ("ঢ" + NUKTA, RHA),
    (YA + NUKTA, YYA),
    (NUKTA, ""),
    ("অ" + HASANTA + YA + AA_KAR, AE_LETTER),
    ("এ" + HASANTA + YA + AA_KAR, AE_LETTER),
    (HASANTA + YA + AA_KAR, AE_SIGN),
)
_NO_JOINERS = dict.fromkeys(map(ord, JOINERS))


def split_units(word: str, /) -> str:
    """Return the units of ``word``, one character each; the same for composed, decomposed and joined spellings.

    >>> split_units("ক্ষ্যাপা") == split_units("ক্ষ\N{BENGALI SIGN VIRAMA}\N{ZERO WIDTH JOINER}যাপা")
    True
    """
    word = nfc(word).translate(_NO_JOINERS)
    for spelling, unit in _COMPOSED:
        word = word.replace(spelling, unit)
    units: list[str] = []
    for place, char in enumerate(word):
        if char == HASANTA:
            continue
        if place and word[place - 1] == HASANTA and char in _PHALAS and units and units[-1] in _CONSONANTS:
            char = _PHALAS[char]
        elif char not in _CONSONANTS:
            units.append(char)
            continue
        units.append(char)
        after = word[place + 1 : place + 2]
        if after not in _SILENCING or not after:
            units.append(INHERENT if after else FINAL_INHERENT)
    return "".join(units)
