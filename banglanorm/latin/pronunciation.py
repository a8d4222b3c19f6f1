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
from collections.abc import Iterable
from functools import cache, lru_cache

from banglanorm.errors import require_str
from banglanorm.latin.sound_model import Sound, load_model, pronounce_by
from banglanorm.latin.sound_units import INHERENT, VOWEL_CHARS, Phonemes, split_units
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


_REMEMBERED = 64  # words of fewer characters are remembered: text repeats its words


def pronounce(word: str) -> tuple[Sound, ...]:
    """Return the units of one Bengali word with their phonemes (O is ɔ, E æ, N ŋ, T and D retroflex, ^ a glide).

    >>> " ".join(p for sound in pronounce("ক্ষমা") for p in sound.phonemes)
    'kh O m a'
    """
    return _remembered(word) if len(word) < _REMEMBERED else _pronounced(word)


def _pronounced(word: str) -> tuple[Sound, ...]:
    units, nasal = split_units(word)
    known = _exceptions().get("".join(units))
    sounds = pronounce_by(load_model(), word) if known is None else map(Sound, units, known, nasal)
    return _with_inherent_vowels(sounds)


def _with_inherent_vowels(sounds: Iterable[Sound]) -> tuple[Sound, ...]:
    """Give a vowel at the head of a consonant's sounds to the silent inherent vowel before it, whose sound it is.

    The model learns from alignments, and those leave the vowel of পদ্ম (p O d d o) now with the one, now with the other.
    """
    settled: list[Sound] = []
    for sound in sounds:
        begins_with_vowel = sound.unit[0] not in VOWEL_CHARS and bool(_VOWELS & {*sound.phonemes[:1]})
        if begins_with_vowel and settled and settled[-1].unit == INHERENT and not settled[-1].phonemes:
            settled[-1] = settled[-1]._replace(phonemes=sound.phonemes[:1])
            sound = sound._replace(phonemes=sound.phonemes[1:])
        settled.append(sound)
    return tuple(settled)


_remembered = lru_cache(maxsize=1 << 15)(_pronounced)


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

    Digits are not read out: :func:`banglanorm.verbalize` makes words of them first.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> to_ipa("চাঁদ, কলম, ব্যাংক")
    't͡ʃãd̪, kɔlom, bæŋk'
    """
    require_str(text)
    return WORD.sub(lambda m: "".join(map(_ipa_of, pronounce(m[0]))), text)


@lru_cache(maxsize=1 << 12)
def _ipa_of(sound: Sound) -> str:
    letters = [_FLAP.get(sound.unit, _ipa()[p]) if p == "r" else _ipa()[p] for p in sound.phonemes]
    if sound.nasal:
        letters = [nfc(ipa + _TILDE) if p in _VOWELS else ipa for p, ipa in zip(sound.phonemes, letters, strict=True)]
    return "".join(letters)
