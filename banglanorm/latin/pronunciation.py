"""How Bengali words are spoken: grapheme units to phonemes, and these to IPA.

The spelling leaves open which inherent vowels are spoken and how, what ya-, ba- and ma-phala do, whether এ is e or æ
and স is s or ʃ. A linear model over hashed features decides those units one after another, each with a look at its
neighbours and at what was decided before; all others have one sound (``data/latin/pronunciation_model.bin``, trained by
``banglanorm/_make/pronunciation.py``). Words that follow no rule stand in ``data/latin/pronunciation_exceptions.tsv``.

The pronunciation is the standard one of Bangladesh and West Bengal, as Google's lexicon has it.

>>> to_ipa("বিশ্ববিদ্যালয়")
'biʃʃobid̪d̪alɔe̯'
"""

import json
import lzma
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple
from unicodedata import normalize
from zlib import crc32

from banglanorm.errors import require_str
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
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
    WORD_CHARACTERS,
    YA,
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
_SIGN_CHARS = frozenset(VOWEL_SIGNS + AU_LENGTH_MARK)
_ONSET_CHARS = frozenset(BASIC_CONSONANTS)
_VOWEL_CHARS = frozenset(VOWEL_SIGNS + VOWEL_LETTERS + AU_LENGTH_MARK + INHERENT)


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
    """Return the 32-bit hashes of the features of the unit at ``at``.

    They are the units to the right and to the left in chains that grow, both around the unit, single neighbours, the
    vowels to come, how far the ends are, and the last two decisions with what stands around.
    """
    here = at + _CHAIN + 1
    right, left = context.units[here + 1 : here + _CHAIN + 1], context.units[here - 1 : here - _CHAIN - 1 : -1]
    seed = crc32(group)
    lefts = _growing(crc32(b"left", seed), left)
    hashes = [seed, *_growing(crc32(b"right", seed), right), *lefts]
    for h in lefts[:3]:
        hashes += _growing(crc32(b"|", h), right[:3])
    for k in (1, 2):
        hashes += (crc32(left[k], crc32(b"left %d" % k, seed)), crc32(right[k], crc32(b"right %d" % k, seed)))
    vowels = context.vowels[at]
    hashes += _growing(crc32(b"vowels", seed), vowels)
    from_begin, to_end = bytes((min(at, 5),)), bytes((min(len(context.vowels) - at, 6),))
    begin, end = crc32(from_begin, crc32(b"begin", seed)), crc32(to_end, crc32(b"end", seed))
    hashes += (begin, end, crc32(to_end, begin), crc32(left[0], end), crc32(right[0], begin))
    before_last, last = context.decided
    h = crc32(last, crc32(b"decided", seed))
    hashes += (h, crc32(before_last, h), *_growing(crc32(b"r", h), right[:2]))
    hashes += _growing(crc32(b"l", h), (left[0], right[0])) + _growing(crc32(b"v", h), vowels[:2])
    if context.units[here] != group:  # a cluster: its nearest features once more, with its letters
        hashes += [crc32(context.units[here], h) for h in hashes[:12]]
    return hashes


def _growing(h: int, parts: Sequence[bytes]) -> list[int]:
    """Return the hash of each beginning of ``parts``, after ``h``, up to the first edge of the word."""
    hashes = []
    for part in parts:
        h = crc32(part, h)
        hashes.append(h)
        if part in (_BEGIN, _END):
            break
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
    """Weights of hashed features; the labels each group of units chooses from; the units that have one sound.

    ``clusters`` are the pairs of consonants that may follow each other with no inherent vowel spoken after either.
    """

    weights: Sequence[int]
    labels: Mapping[str, tuple[Phonemes, ...]]
    fixed: Mapping[str, Phonemes]
    clusters: frozenset[tuple[str, str]]

    def score(self, context: Context, at: int, group: str) -> list[int]:
        """Return the score of each label for the unit at ``at``, which belongs to the open ``group``."""
        weight, mask = self.weights.__getitem__, len(self.weights) - 1
        places = [h & mask for h in features(context, at, group.encode())]
        scores = [sum(map(weight, places))]
        for label in range(1, len(self.labels[group])):
            seed = label_seed(label) & mask
            scores.append(sum([weight(place ^ seed) for place in places]))
        return scores


@cache
def load_model() -> Model:
    """Read the model that ships with the library: a line of JSON about it, then the compressed weights."""
    about, _, weights = read_bytes("latin/pronunciation_model.bin").partition(b"\n")
    header = json.loads(about)
    return Model(
        weights=memoryview(lzma.decompress(weights)).cast("b"),
        labels={group: tuple(tuple(label.split()) for label in labels) for group, labels in header["labels"].items()},
        fixed={unit: tuple(phonemes.split()) for unit, phonemes in header["fixed"].items()},
        clusters=frozenset((first, second) for first, second in header["clusters"]),
    )


def is_open(units: Sequence[str], at: int) -> bool:
    """Say whether the unit at ``at`` may have more than one sound: া only after ya-phala, য and জ্ঞ (ব্যাংক)."""
    return units[at] != AA_KAR or (at > 0 and (units[at - 1][-1] == YA or units[at - 1].endswith("ঞ")))


@cache
def _letters() -> dict[str, Phonemes]:
    return {row["letter"]: tuple(row["phonemes"].split()) for row in read_table("latin/pronunciation_letters")}


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
    spoken_units: list[Phonemes] = []
    silent = _Silent(-2, 0, ())
    for at, unit in enumerate(units):
        group = group_of(unit)
        if group not in model.labels or not is_open(units, at):
            spoken_units.append(model.fixed[unit] if unit in model.fixed else base_sound(unit))
            continue
        scores = model.score(context, at, group)
        label = model.labels[group][scores.index(max(scores))]
        if unit == INHERENT and not label:
            before, silent = silent, _Silent.of(at, scores, model.labels[group])
            if before.at == at - 2 and (units[at - 3], units[at - 1]) not in model.clusters:
                # Nobody says "thakl": the vowel that is less surely silent is spoken.
                if before.margin < silent.margin:
                    spoken_units[before.at] = before.instead
                else:
                    label = silent.instead
        context.decide(label)
        spoken_units.append(spoken(unit, label))
    return tuple(map(Sound, units, spoken_units, nasal))


class _Silent(NamedTuple):
    """An inherent vowel that is not spoken: its place, by how much that won, and what it would be otherwise."""

    at: int
    margin: int
    instead: Phonemes

    @classmethod
    def of(cls, at: int, scores: list[int], labels: Sequence[Phonemes]) -> "_Silent":
        score, instead = max((score, label) for score, label in zip(scores, labels, strict=True) if label)
        return cls(at, max(scores) - score, instead)


# --- words and text ---------------------------------------------------------------------------------------------------


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
        begins_with_vowel = sound.unit[0] not in _VOWEL_CHARS and bool(_VOWELS & {*sound.phonemes[:1]})
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
        letters = [
            normalize("NFC", ipa + _TILDE) if p in _VOWELS else ipa
            for p, ipa in zip(sound.phonemes, letters, strict=True)
        ]
    return "".join(letters)
