"""A Bengali word as the units that give the letters of its Latin spelling: consonants, vowels, and the vowels between.

Each unit is one character. Letters stand for themselves (nukta letters composed); what is not one code point has a name
of its own: the inherent vowel after a consonant is ``@``, at the end of a word ``~``; অ্যা is ``æ`` and its sign ``Æ``;
ya-, ba- and ma-phala are ``y``, ``w`` and ``m``. Hasanta is told by the missing vowel, joiners say nothing here.

>>> name_units("রহমান"), name_units("অ্যান্ড্রু")
('র@হ@মান~', 'æনডরু')
"""

from banglanorm.latin import sound_units
from banglanorm.script.letters import AA_KAR, BASIC_CONSONANTS, CANDRABINDU, HASANTA, NUKTA, RHA, RRA, YA, YYA

INHERENT, FINAL_INHERENT = "@", "~"
AE_LETTER, AE_SIGN = "æ", "Æ"
_YA_PHALA = "y"
_PHALAS = {YA: _YA_PHALA, "ব": "w", "ম": "m"}
_COMPOSED = {"ড" + NUKTA: RRA, "ঢ" + NUKTA: RHA, YA + NUKTA: YYA}
_CONSONANTS = frozenset(BASIC_CONSONANTS)


def name_units(word: str, /) -> str:
    """Return the units of ``word``, one character each; the same for composed, decomposed and joined spellings.

    >>> name_units("ক্ষ্যাপা") == name_units("ক্ষ\N{BENGALI SIGN VIRAMA}\N{ZERO WIDTH JOINER}যাপা")
    True
    """
    units: list[str] = []
    spoken, nasal = sound_units.split_units(word)
    linked = False  # the consonant before has no vowel
    for at, unit in enumerate(spoken):
        if unit == sound_units.INHERENT:
            units.append(FINAL_INHERENT if at == len(spoken) - 1 and not nasal[at] else INHERENT)
        elif unit == AA_KAR and units and units[-1] == _YA_PHALA:
            units[-1] = AE_SIGN
        elif unit == AA_KAR and units and units[-1] == AE_LETTER:
            pass
        elif unit[0] in _CONSONANTS:
            units += _consonants(unit, linked=linked)
        else:
            units.append(AE_LETTER if HASANTA in unit else unit)
        if nasal[at]:
            units.append(CANDRABINDU)
        linked = unit[0] in _CONSONANTS
    return "".join(units)


def _consonants(cluster: str, *, linked: bool) -> list[str]:
    """Return the letters of a consonant with its phalas; one that is ``linked`` to another before may be a phala."""
    first, *phalas = cluster.split(HASANTA)
    return [_consonant(first, phala=linked), *(_consonant(letter, phala=True) for letter in phalas)]


def _consonant(letter: str, *, phala: bool) -> str:
    return _PHALAS[letter] if phala and letter in _PHALAS else _COMPOSED.get(letter, letter[0])
