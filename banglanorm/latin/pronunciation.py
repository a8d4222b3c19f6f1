"""How Bengali words are spoken: grapheme units to phonemes, and these to IPA.

The spelling leaves open which inherent vowels are spoken and how, what ya-, ba- and ma-phala do, whether এ is e or æ
and স is s or ʃ. A linear model over hashed features decides those units one after another, each with a look at its
neighbours and at what was decided before; all others have one sound (``data/latin/pronunciation_model.bin``, trained by
``banglanorm/_make/pronunciation.py``). Words that follow no rule stand in ``data/latin/pronunciation_exceptions.tsv``.

The pronunciation is the standard one of Bangladesh and West Bengal, as Google's lexicon has it.

>>> to_ipa("বিশ্ববিদ্যালয়")
'biʃʃobid̪d̪alɔe̯'
"""

import re
from functools import cache, lru_cache

from banglanorm.errors import require_str
from banglanorm.latin.sound_model import Sound, load_model, pronounce_by
from banglanorm.latin.sound_units import Phonemes, split_units
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import JOINERS, NUKTA, WORD_CHARACTERS
from banglanorm.tables import read_table


@cache
def _exceptions() -> dict[str, tuple[Phonemes, ...]]:
    """The sounds of irregular words, unit by unit, under the spelling that ``split_units`` sees."""
    return {
        "".join(split_units(row["word"])[0]): tuple(tuple(unit.split()) for unit in row["sounds"].split("|"))
        for row in read_table("latin/pronunciation_exceptions")
    }


def pronounce(word: str) -> tuple[Sound, ...]:
    """Return the units of one Bengali word with their phonemes (O is ɔ, E æ, N ŋ, T and D retroflex, ^ a glide).

    >>> " ".join(p for sound in pronounce("ক্ষমা") for p in sound.phonemes)
    'kh O m a'
    """
    units, nasal = split_units(word)
    known = _exceptions().get("".join(units))
    return pronounce_by(load_model(), word) if known is None else tuple(map(Sound, units, known, nasal))


WORD = re.compile(f"[{WORD_CHARACTERS}][{WORD_CHARACTERS}{JOINERS}]*+")
"""A run of Bengali letters and signs."""


@cache
def _ipa() -> dict[str, str]:
    return {row["phoneme"]: row["ipa"] for row in read_table("latin/phonemes")}


_FLAP = {"ড" + NUKTA: "ɽ", "ঢ" + NUKTA: "ɽ"}
_VOWELS = frozenset("OoaiueE")
_TILDE = "\N{COMBINING TILDE}"


def to_ipa(text: str, /) -> str:
    """Write how Bengali text is spoken, in the International Phonetic Alphabet; what is not a Bengali word stays.

    The result is in NFC, and the same for every encoding of the text. Digits are not read out:
    :func:`banglanorm.verbalize` makes words of them first.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> to_ipa("চাঁদ, কলম, ব্যাংক")
    't͡ʃãd̪, kɔlom, bæŋk'
    """
    require_str(text)
    spoken = WORD.sub(lambda m: _remembered(m[0]) if len(m[0]) < _REMEMBERED else _spoken(m[0]), nfc(text))
    return nfc(spoken)


_REMEMBERED = 32  # words of fewer characters are remembered: text repeats its words


def _spoken(word: str) -> str:
    return "".join(map(_ipa_of, pronounce(word)))


_remembered = lru_cache(maxsize=1 << 14)(_spoken)


@lru_cache(maxsize=1 << 12)
def _ipa_of(sound: Sound) -> str:
    letters = [_FLAP.get(sound.unit, _ipa()[p]) if p == "r" else _ipa()[p] for p in sound.phonemes]
    if sound.nasal:
        letters = [nfc(ipa + _TILDE) if p in _VOWELS else ipa for p, ipa in zip(sound.phonemes, letters, strict=True)]
    return "".join(letters)
