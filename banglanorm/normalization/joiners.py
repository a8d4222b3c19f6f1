"""ZWNJ in the codes of a line, told by its neighbours: most show an explicit hasanta, or stand idle at a word end."""

from banglanorm.normalization.detector import ALPHABET, codes
from banglanorm.normalization.rules.visual import NO_LETTER
from banglanorm.script.letters import CONSONANTS, HASANTA, VOWEL_LETTERS, WORD_CHARACTERS, ZWNJ

ZWNJ_CODE = codes(ZWNJ)
_HASANTA_CODE = codes(HASANTA)[0]
_WORD_CODES = frozenset(codes(WORD_CHARACTERS))
_SHOWS_HASANTA = frozenset(map(codes, CONSONANTS + VOWEL_LETTERS))
_ENDS_WORD = frozenset([b"", *(codes(char) for char in NO_LETTER if char in ALPHABET)])


def find_idle(coded: bytes) -> list[int] | None:
    r"""Return where ZWNJ does nothing, at the end of a word; None where some ZWNJ neither is idle nor shows a hasanta.

    >>> lines = ("বাক্\N{ZERO WIDTH NON-JOINER}।", "উদ্\N{ZERO WIDTH NON-JOINER}যাপন", "বা\N{ZERO WIDTH NON-JOINER}ক")
    >>> [find_idle(codes(line)) for line in lines]
    [[4], [], None]
    """
    idle = []
    at = coded.find(ZWNJ_CODE)
    while at > 0:
        before, after = coded[at - 1], coded[at + 1 : at + 2]
        if before != _HASANTA_CODE or after not in _SHOWS_HASANTA:
            if before not in _WORD_CODES or after not in _ENDS_WORD:
                return None
            idle.append(at)
        at = coded.find(ZWNJ_CODE, at + 1)
    return None if at == 0 else idle
