"""What decides how the units of a word are spoken: a linear model over hashed features."""

import json
import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple
from zlib import crc32

from banglanorm.latin.sound_units import INHERENT, VOWEL_CHARS, Phonemes, split_units
from banglanorm.script.letters import AA_KAR, HASANTA, YA
from banglanorm.tables import read_sealed, read_table

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
            if unit[0] in VOWEL_CHARS:
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
    about, _, weights = read_sealed("latin/pronunciation_model.bin").partition(b"\n")
    header = json.loads(about)
    return Model(
        weights=memoryview(lzma.decompress(weights)).cast("b"),
        labels={group: tuple(tuple(label.split()) for label in labels) for group, labels in header["labels"].items()},
        fixed={unit: tuple(phonemes.split()) for unit, phonemes in header["fixed"].items()},
        clusters=frozenset((first, second) for first, second in header["clusters"]),
    )


def is_open(units: Sequence[str], at: int) -> bool:
    """Say whether the unit at ``at`` may have more than one sound: া only after ya-phala, য and জ্ঞ (ব্যাংক)."""
    if units[at] == AA_KAR:
        return at > 0 and (units[at - 1][-1] == YA or units[at - 1].endswith("ঞ"))
    return sound_in_cluster(units, at) is None


def sound_in_cluster(units: Sequence[str], at: int) -> Phonemes | None:
    """Return what the unit at ``at`` sounds like where a rule of its cluster says it, else ``None``.

    >>> sound_in_cluster(["গ্ম"], 0), sound_in_cluster(["হ", "ন"], 1), sound_in_cluster(["ত্ম"], 0)
    (('g', 'm'), ('n', 'h'), None)
    """
    rules = _cluster_rules()
    before, here, following = "".join(units[max(at - 1, 0) : at]), units[at], "".join(units[at + 1 : at + 2])
    for cluster, place in (((here,), 0), ((here, following), 0), ((before, here), 1)):
        if cluster in rules:
            return rules[cluster][place]
    return None


@cache
def _cluster_rules() -> dict[tuple[str, ...], tuple[Phonemes, ...]]:
    rules = {}
    for row in read_table("latin/pronunciation_clusters"):
        units = tuple(split_units(row["cluster"])[0][:-1])  # without the inherent vowel
        rules[units] = tuple(tuple(sound.split()) for sound in row["sounds"].split("|"))
    return rules


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
            spoken_units.append(_settled(model, units, at))
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


def _settled(model: Model, units: Sequence[str], at: int) -> Phonemes:
    """Return the one sound of the unit at ``at``."""
    in_cluster = sound_in_cluster(units, at)
    if in_cluster is not None:
        return in_cluster
    return model.fixed[units[at]] if units[at] in model.fixed else base_sound(units[at])


class _Silent(NamedTuple):
    """An inherent vowel that is not spoken: its place, by how much that won, and what it would be otherwise."""

    at: int
    margin: int
    instead: Phonemes

    @classmethod
    def of(cls, at: int, scores: list[int], labels: Sequence[Phonemes]) -> "_Silent":
        score, instead = max((score, label) for score, label in zip(scores, labels, strict=True) if label)
        return cls(at, max(scores) - score, instead)
