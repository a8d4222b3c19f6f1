"""How Bengali words are spoken: grapheme units to phonemes, and these to IPA.

The spelling leaves open which inherent vowels are spoken and how, what ya-, ba- and ma-phala do, whether এ is e or æ
and স is s or ʃ. A linear model over hashed features decides those units one after another, each with a look at its
neighbours and at what was decided before; all others have one sound (``data/pronunciation_model.bin``, trained by
``banglanorm/_make/pronunciation.py``). Words that follow no rule stand in ``data/pronunciation_exceptions.tsv``.

The pronunciation is the standard one of Bangladesh and West Bengal, as Google's lexicon has it.

>>> to_ipa("বিশ্ববিদ্যালয়")
'biʃʃobid̪d̪alɔe̯'
"""

import json
import lzma
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from banglanorm.errors import require_str
from banglanorm.script import (
    AA_KAR,
    ASSAMESE_RA,
    AU_KAR,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    CANDRABINDU,
    E_KAR,
    HASANTA,
    JOINERS,
    NUKTA,
    O_KAR,
    RA,
    RHA,
    RRA,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    WORD_CHARACTERS,
    YA,
    YYA,
    ZWJ,
    ZWNJ,
)
from banglanorm.tables import read_bytes, read_table

# --- units ------------------------------------------------------------------------------------------------------------

Phonemes = tuple[str, ...]
INHERENT = "A"
"""The unit that stands for the vowel a consonant has without a sign."""

_PHALA = f"{HASANTA}(?:[বম](?!{NUKTA})|{YA}(?!{NUKTA}))"
_CONSONANT = f"(?:[{BASIC_CONSONANTS}]{NUKTA}?)"
_ONSET = f"(?:ক{HASANTA}ষ|জ{HASANTA}ঞ|{_CONSONANT})"
_REPH = f"(?<!{HASANTA}){RA}(?={HASANTA})"  # its neighbour's যফলা is no ya-phala: কার্য
_YA_AFTER_FULL_RA = f"{RA}{ZWJ}{HASANTA}{YA}"
_JOINER = re.compile(
    f"(?P<full_ra>(?<={RA})[{JOINERS}](?={HASANTA}{YA}))|(?P<no_phala>(?<={HASANTA}){ZWNJ}(?=[বম{YA}]))|[{JOINERS}]"
)
_UNITS = re.compile(f"[অএ]{HASANTA}{YA}(?!{NUKTA})|{_YA_AFTER_FULL_RA}|{_REPH}|{_ONSET}(?:{_PHALA})*+|(?s:.)")
_SPELLINGS = (
    (RRA, "ড" + NUKTA),
    (RHA, "ঢ" + NUKTA),
    (YYA, YA + NUKTA),
    (E_KAR + AA_KAR, O_KAR),
    (E_KAR + AU_LENGTH_MARK, AU_KAR),
    (ASSAMESE_RA, RA),
)
_SIGN_CHARS = frozenset(VOWEL_SIGNS + AU_LENGTH_MARK)
_ONSET_CHARS = frozenset(BASIC_CONSONANTS)
_VOWEL_CHARS = frozenset(VOWEL_SIGNS + VOWEL_LETTERS + AU_LENGTH_MARK + INHERENT)


def drop_joiners(word: str) -> str:
    """Return ``word`` without the joiners that say nothing about its sound.

    Those stay that give র a ya-phala (র‍্যাব) or keep য, ব, ম from being a phala (উদ্‌যাপন).

    >>> drop_joiners("উদ্‌ঘাটন") == "উদ্ঘাটন", drop_joiners("উদ্‌যাপন") == "উদ্যাপন", drop_joiners("র‍্যাব") == "র্যাব"
    (True, False, False)
    """
    return _JOINER.sub(lambda m: ZWJ if m["full_ra"] else m["no_phala"] or "", word)


def split_units(word: str) -> tuple[list[str], list[bool]]:
    """Split a word into the units that are pronounced one by one, and tell which of them carry a candrabindu.

    A unit is a consonant with its phalas, a vowel sign or letter, the inherent vowel (``INHERENT``) or a final sign.

    >>> split_units("চাঁদ")
    (['চ', 'া', 'দ', 'A'], [False, True, False, False])
    """
    for spelling, one in _SPELLINGS:
        word = word.replace(spelling, one)
    word = drop_joiners(word)
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


# --- decisions --------------------------------------------------------------------------------------------------------

_BEGIN, _END = b"^", b"$"
_CHAIN = 5  # units that are looked at to each side


def label_seed(label: int) -> int:
    """Return what the hash of a feature is combined with to find its weight for ``label``; nothing for the first."""
    return label * 0x9E3779B1 & 0xFFFFFFFF


class Context:
    """The units of a word as the features see them: bytes, and for each place the vowels to come."""

    def __init__(self, units: Sequence[str]) -> None:
        padding = _CHAIN + 1
        self.units = [_BEGIN] * padding + [unit.encode() for unit in units] + [_END] * padding
        self.vowels: list[tuple[bytes, bytes, bytes]] = []
        ahead = (_END, _END, _END)
        for unit in reversed(units):
            self.vowels.append(ahead)
            if unit[0] in _VOWEL_CHARS:
                ahead = (unit.encode(), *ahead[:2])
        self.vowels.reverse()
        self.decided = (_BEGIN, _BEGIN)  # the last two labels given to units that are open

    def decide(self, label: Phonemes) -> None:
        """Remember the label of the last unit that was open."""
        self.decided = (self.decided[1], " ".join(label).encode() + b";")


def group_of(unit: str) -> str:
    """Return the group of units that ``unit`` shares its decisions with: clusters with a phala are one group.

    >>> group_of("ত্য"), group_of("স্ব"), group_of("এ")
    ('P', 'স', 'এ')
    """
    if unit[0] == "স":
        return "স"
    return "P" if HASANTA in unit and unit[0] not in "অএ" else unit


def features(context: Context, at: int, group: bytes) -> list[int]:
    """Return the 32-bit hashes of the features of the unit at ``at``."""
    units, at_padded = context.units, at + _CHAIN + 1
    seed = crc32(group)
    hashes = [seed]
    add = hashes.append
    for name, step in ((b"R", 1), (b"L", -1)):
        h = crc32(name, seed)
        edge = _END if step > 0 else _BEGIN
        for k in range(at_padded + step, at_padded + step * (_CHAIN + 1), step):
            h = crc32(units[k], h)
            add(h)
            if units[k] == edge:
                break
    l3, l2, l1, here, r1, r2, r3 = units[at_padded - 3 : at_padded + 4]
    for h in (
        crc32(l1, crc32(b"a", seed)),
        crc32(l1, crc32(l2, crc32(b"b", seed))),
        crc32(l1, crc32(l2, crc32(l3, crc32(b"c", seed)))),
    ):
        h1 = crc32(r1, h)
        h2 = crc32(r2, h1)
        hashes += (h1, h2, crc32(r3, h2))
    hashes += (
        crc32(l2, crc32(b"d", seed)),
        crc32(r2, crc32(b"e", seed)),
        crc32(l3, crc32(b"f", seed)),
        crc32(r3, crc32(b"g", seed)),
    )
    v1, v2, v3 = context.vowels[at]
    h1 = crc32(v1, crc32(b"n", seed))
    h2 = crc32(v2, h1)
    hashes += (h1, h2, crc32(v3, h2))
    begin, end = bytes((min(at, 5),)), bytes((min(len(context.vowels) - at, 6),))
    h1 = crc32(end, crc32(b"x", seed))
    h2 = crc32(begin, crc32(b"w", seed))
    hashes += (h1, h2, crc32(begin, h1), crc32(l1, h1), crc32(r1, h2))
    d2, d1 = context.decided
    h = crc32(d1, crc32(b"B", seed))
    h1, h2 = crc32(r1, h), crc32(l1, h)
    hashes += (
        h,
        crc32(d2, h),
        h1,
        crc32(r2, h1),
        h2,
        crc32(r1, h2),
        crc32(v2, crc32(v1, crc32(b"E", h))),
        crc32(v1, crc32(b"E", h)),
    )
    if here != group:  # a cluster: once more with its letters
        hashes += [crc32(here, h) for h in hashes[:12]]
    return hashes


# --- the model --------------------------------------------------------------------------------------------------------

SINGLE, GEMINATE = "1", "2"  # labels of a cluster that stand for its base sound, once or doubled: ত্য is t t


class Sound(NamedTuple):
    """A unit of spelling and the phonemes it is spoken as, perhaps none."""

    unit: str
    phonemes: Phonemes
    nasal: bool


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of hashed features; the labels each group of units chooses from; the units that have one sound."""

    weights: Sequence[int]
    labels: Mapping[str, tuple[Phonemes, ...]]
    fixed: Mapping[str, Phonemes]

    def choose(self, context: Context, at: int, group: str) -> Phonemes:
        """Return the best label for the unit at ``at``, which belongs to the open ``group``."""
        weight, mask = self.weights.__getitem__, len(self.weights) - 1
        places = [h & mask for h in features(context, at, group.encode())]
        best, choice = sum(map(weight, places)), 0
        for label in range(1, len(self.labels[group])):
            seed = label_seed(label) & mask
            score = sum([weight(place ^ seed) for place in places])
            if score > best:
                best, choice = score, label
        return self.labels[group][choice]


@cache
def load_model() -> Model:
    """Read the model that ships with the library: a line of JSON about it, then the compressed weights."""
    about, _, weights = read_bytes("pronunciation_model.bin").partition(b"\n")
    header = json.loads(about)
    return Model(
        weights=memoryview(lzma.decompress(weights)).cast("b"),
        labels={group: tuple(tuple(label.split()) for label in labels) for group, labels in header["labels"].items()},
        fixed={unit: tuple(phonemes.split()) for unit, phonemes in header["fixed"].items()},
    )


def is_open(units: Sequence[str], at: int) -> bool:
    """Say whether the unit at ``at`` may have more than one sound: া only after ya-phala, য and জ্ঞ (ব্যাংক)."""
    return units[at] != AA_KAR or (at > 0 and (units[at - 1][-1] == YA or units[at - 1].endswith("ঞ")))


@cache
def _letters() -> dict[str, Phonemes]:
    return {row["letter"]: tuple(row["phonemes"].split()) for row in read_table("pronunciation_letters")}


def base_sound(unit: str) -> Phonemes:
    """Return what ``unit`` sounds like where nothing else is known; of a cluster, its first letter.

    >>> base_sound("ত্য"), base_sound("ক্ষ্ম")
    (('t',), ('kh',))
    """
    letters = _letters()
    return next((letters[unit[:n]] for n in (3, 2, 1) if unit[:n] in letters), ())


def spoken(unit: str, label: Phonemes) -> Phonemes:
    """Return the phonemes that ``label`` stands for at ``unit``.

    >>> spoken("থ্য", (GEMINATE,))
    ('t', 'th')
    """
    if not {SINGLE, GEMINATE} & set(label):
        return label
    base = base_sound(unit)
    if label == (SINGLE,):
        return base
    plain = tuple(p[:-1] if p.endswith("h") and p not in ("h", "sh") else p for p in base)
    return plain + base


def pronounce_by(model: Model, word: str) -> tuple[Sound, ...]:
    """Pronounce a word by ``model`` alone."""
    units, nasal = split_units(word)
    context = Context(units)
    sounds = []
    for at, unit in enumerate(units):
        group = group_of(unit)
        if group in model.labels and is_open(units, at):
            label = model.choose(context, at, group)
            context.decide(label)
            phonemes = spoken(unit, label)
        else:
            phonemes = model.fixed[unit] if unit in model.fixed else base_sound(unit)
        sounds.append(Sound(unit, phonemes, nasal[at]))
    return tuple(sounds)


# --- words and text ---------------------------------------------------------------------------------------------------


@cache
def _exceptions() -> dict[str, tuple[Phonemes, ...]]:
    """The sounds of irregular words, unit by unit, under the spelling that ``split_units`` sees."""
    return {
        "".join(split_units(row["word"])[0]): tuple(tuple(unit.split()) for unit in row["sounds"].split("|"))
        for row in read_table("pronunciation_exceptions")
    }


_REMEMBERED = 64  # words of up to so many characters are remembered: text repeats its words


@lru_cache(maxsize=1 << 15)
def pronounce(word: str) -> tuple[Sound, ...]:
    """Return the units of one Bengali word with their phonemes (O is ɔ, E æ, N ŋ, T and D retroflex, ^ a glide).

    >>> " ".join(p for sound in pronounce("ক্ষমা") for p in sound.phonemes)
    'kh O m a'
    """
    units, nasal = split_units(word)
    sounds = _exceptions().get("".join(units))
    if sounds is None:
        return pronounce_by(load_model(), word)
    return tuple(map(Sound, units, sounds, nasal))


WORD = re.compile(f"[{WORD_CHARACTERS}][{WORD_CHARACTERS}{JOINERS}]*+")
"""A run of Bengali letters and signs."""


def spell_words(text: str, spell: Callable[[tuple[Sound, ...]], str]) -> str:
    """Replace each Bengali word of ``text`` by what ``spell`` makes of its sounds.

    >>> spell_words("আম, জাম", lambda sounds: str(len(sounds)))
    '3, 4'
    """

    def one(m: re.Match[str]) -> str:
        word = m[0]
        return spell(pronounce(word) if len(word) < _REMEMBERED else pronounce.__wrapped__(word))

    return WORD.sub(one, text)


@cache
def _ipa() -> dict[str, str]:
    return {row["phoneme"]: row["ipa"] for row in read_table("phonemes")}


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
    return spell_words(text, _to_ipa)


@lru_cache(maxsize=1 << 15)
def _to_ipa(sounds: tuple[Sound, ...]) -> str:
    return "".join(_ipa_of(sound) for sound in sounds)


def _ipa_of(sound: Sound) -> str:
    letters = [_FLAP.get(sound.unit, _ipa()[p]) if p == "r" else _ipa()[p] for p in sound.phonemes]
    if sound.nasal:
        letters = [
            normalize("NFC", ipa + _TILDE) if p in _VOWELS else ipa
            for p, ipa in zip(sound.phonemes, letters, strict=True)
        ]
    return "".join(letters)
