"""The glyphs of legacy fonts: what each stands for, by what stands around it (``data/legacy/<encoding>.tsv``).

Fonts from before Unicode give the codes of Latin letters and marks to pieces of Bengali writing: whole letters, ready
conjuncts, half forms that wait for their partner, forms that hang on the letter before. Which piece a glyph is, is told
by the letters it stands for; some stand for two, by their neighbours.
"""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from banglanorm.errors import require_one_of
from banglanorm.script.letters import (
    AI_KAR,
    ANUSVARA,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    CANDRABINDU,
    E_KAR,
    HASANTA,
    I_KAR,
    KHANDA_TA,
    NUKTA,
    RA,
    VISARGA,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
)
from banglanorm.tables import read_table

EncodingName = Literal["bijoy", "boishakhi", "bornosoft", "bangsee"]
Kind = Literal["base", "joined", "hasanta", "reph", "vowel", "before", "sign", "nasal", "final", "stroke", "other"]

SIGNS = frozenset(VOWEL_SIGNS + AU_LENGTH_MARK)
_FIXED_KINDS: dict[str, Kind] = {
    HASANTA: "hasanta",
    RA + HASANTA: "reph",
    I_KAR: "before",
    E_KAR: "before",
    AI_KAR: "before",
    CANDRABINDU: "nasal",
    ANUSVARA: "final",
    VISARGA: "final",
}


class Glyph(NamedTuple):
    """A glyph as it is read where a row of the table holds."""

    typed: str
    letters: str
    kind: Kind
    after: str = ""
    before: str = ""
    follows: str = ""

    @property
    def is_half(self) -> bool:
        """Whether it waits for a partner: a half form or the visible hasanta."""
        return self.letters.endswith(HASANTA) and self.kind != "reph"

    @property
    def is_consonant(self) -> bool:
        """Whether a vowel sign may come next: a consonant without a vowel of its own."""
        return self.kind in ("base", "joined") and self.letters[-1] not in SIGNS


def _kind(letters: str) -> Kind:
    """Return the kind of a glyph that stands for ``letters``."""
    if not letters:
        return "stroke"
    if letters in _FIXED_KINDS:
        return _FIXED_KINDS[letters]
    if letters[0] == HASANTA:
        return "joined"
    if letters[0] in BASIC_CONSONANTS + KHANDA_TA:
        return "base"
    if letters in VOWEL_LETTERS:
        return "vowel"
    return "sign" if letters in SIGNS else "other"


@cache
def load_glyphs(encoding: EncodingName) -> Mapping[str, tuple[Glyph, ...]]:
    """Return the rows of each glyph of ``encoding`` in the order in which they are tried.

    Raises:
        ConfigError: there is no such encoding.

    >>> [glyph.letters for glyph in load_glyphs("bijoy")["K"]]
    ['ক']
    """
    require_one_of("encoding", encoding, get_args(EncodingName))
    glyphs: dict[str, tuple[Glyph, ...]] = {}
    for row in read_table(f"legacy/{encoding}"):
        typed = row["typed"] if "typed" in row else chr(int(row["code"], 16))  # some glyphs are no text in NFC
        glyph = Glyph(typed, row["bengali"], _kind(row["bengali"]), row["after"], row["before"], row["follows"])
        glyphs[glyph.typed] = (*glyphs.get(glyph.typed, ()), glyph)
    return glyphs


@cache
def written_pairs(encoding: EncodingName) -> frozenset[tuple[str, str]]:
    """Return the pairs of consonants that ``encoding`` joins without a visible hasanta; ``*`` is any before.

    >>> ("ক", "ষ") in written_pairs("bijoy"), ("*", "র") in written_pairs("bijoy"), ("ক", "প") in written_pairs("bijoy")
    (True, True, False)
    """
    pairs: set[tuple[str, str]] = set()
    glyphs = load_glyphs(encoding)
    for rows in glyphs.values():
        for glyph in rows:
            if glyph.kind not in ("base", "joined"):
                continue
            letters = consonants(glyph.letters)
            pairs.update(pairwise(letters))
            for typed in glyph.follows.replace("-", ""):
                before = "*" if typed == "*" else consonants(glyphs[typed][-1].letters)[-1]
                pairs.add((before, letters[0]))
    return frozenset(pairs)


def consonants(cluster: str) -> list[str]:
    """Return the consonants of a cluster, each with its nukta.

    >>> consonants("ক্ষ্ম"), len(consonants("ড়্গ"))
    (['ক', 'ষ', 'ম'], 2)
    """
    letters: list[str] = []
    for char in cluster:
        if char == NUKTA and letters:
            letters[-1] += char
        elif char in BASIC_CONSONANTS + KHANDA_TA:
            letters.append(char)
    return letters
