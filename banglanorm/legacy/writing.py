"""Unicode to Bijoy: the way back of :mod:`banglanorm.legacy.bijoy`, syllable by syllable.

A cluster of consonants is written with as few glyphs as the table allows, and where two letters have no joint form with
the visible hasanta between them.

>>> unicode_to_bijoy("আমি তোমায় ভালোবাসি।")
'Avwg ‡Zvgvq fv‡jvevwm|'
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from banglanorm.errors import require_str
from banglanorm.legacy.glyphs import SIGNS, Glyph, consonants, load_glyphs
from banglanorm.script.canonical import TWO_PART_VOWELS, nfc
from banglanorm.script.letters import (
    AA_KAR,
    AU_LENGTH_MARK,
    BASIC_CONSONANTS,
    FINAL_SIGNS,
    HASANTA,
    JOINERS,
    KHANDA_TA,
    NUKTA,
    RA,
    TO_ASCII_DIGITS,
    VOWEL_LETTERS,
    VOWEL_SIGNS,
    YA,
    ZWNJ,
)

_CONSONANT = f"[{BASIC_CONSONANTS}]{NUKTA}?+"
_REPH = f"{RA}{HASANTA}(?=[{BASIC_CONSONANTS}{KHANDA_TA}{VOWEL_LETTERS}])"
_CLUSTER = f"(?:{_CONSONANT}|{KHANDA_TA})(?:[{JOINERS}]?+{HASANTA}{ZWNJ}?+{_CONSONANT}){{0,15}}+"  # longer ones are cut
_SYLLABLE = re.compile(
    f"(?P<reph>(?:{_REPH})?+)(?:(?P<cluster>{_CLUSTER})|(?P<vowel>[{VOWEL_LETTERS}])(?P<ya>(?:{HASANTA}{YA}(?!{NUKTA}))?+))"
    f"(?P<dead>(?:{HASANTA}[{JOINERS}]?+)?+)(?P<signs>[{VOWEL_SIGNS}{AU_LENGTH_MARK}]*+)(?P<finals>[{FINAL_SIGNS}]*+)"
)
_PIECES = re.compile(re.sub(r"\?P<\w+>", "?:", _SYLLABLE.pattern) + "|(?s:.)")


def unicode_to_bijoy(text: str, /) -> str:
    """Return Bengali ``text`` for a Bijoy font (SutonnyMJ); :func:`banglanorm.bijoy_to_unicode` reads it back.

    Composed and decomposed letters are taken alike. What Bijoy has no glyph for stays as it is, Latin letters too: they
    need another font. Not read back are Latin letters and marks that are Bijoy glyphs, digits that were ASCII, and
    joiners that Bijoy cannot show.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> unicode_to_bijoy("কর্মী, স্বাস্থ্য, ১৯৭১")
    'Kg©x, ¯^v¯’¨, 1971'
    """
    require_str(text)
    return "".join(map(_syllables().__getitem__, _PIECES.findall(nfc(text))))


_LONGEST_REMEMBERED = 24
_MOST_REMEMBERED = 1 << 14


class _Syllables(dict[str, str]):
    """Piece -> the same in Bijoy, filled as pieces are met: text repeats its syllables."""

    def __missing__(self, piece: str) -> str:
        written = _write(piece)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = written
        return written


@cache
def _syllables() -> _Syllables:
    return _Syllables()


def _write(piece: str) -> str:
    m = _SYLLABLE.fullmatch(piece)
    if m is None:
        return _symbols().get(piece, "" if piece in JOINERS else piece)
    written = _write_cluster(m["cluster"], m["signs"]) if m["cluster"] else _write_vowel(m["vowel"], m["ya"])
    signs = _SIGN_PARTS.get(m["signs"][:1], m["signs"][:1]) + m["signs"][1:]
    before, after = ("", signs) if signs[:1] not in _written("before") else (signs[0], signs[1:])
    if written is None or not all(sign in _written("sign") for sign in after):
        return piece
    if written.with_vowel:
        after = ""
    symbols = _symbols()
    tail = "".join(symbols[sign] for sign in m["finals"])
    reph = symbols[RA + HASANTA] if m["reph"] else ""
    last_part = written.glyphs.rfind(symbols[HASANTA]) + 1  # the eye sees a cluster end at a visible hasanta
    return (
        written.glyphs[:last_part]
        + (_written("before")[before][0].typed if before else "")
        + written.glyphs[last_part:]
        + (symbols[HASANTA] if m["dead"] else "")
        + reph
        + "".join(_sign_after(sign, written.last if at == 0 else "") for at, sign in enumerate(after))
        + tail
    )


_SIGN_PARTS = {whole: parts for parts, whole in TWO_PART_VOWELS.items()}


# --- the table, the other way -----------------------------------------------------------------------------------------


@cache
def _written(kind: str) -> dict[str, list[Glyph]]:
    """Return the glyphs of ``kind`` that are written, under the first letter (with nukta) that they stand for."""
    glyphs: dict[str, list[Glyph]] = {}
    for rows in load_glyphs("bijoy").values():
        for glyph in rows:
            if glyph.kind == kind and glyph.follows != "-":
                first = consonants(glyph.letters)[:1] if kind in ("base", "joined") else [glyph.letters]
                glyphs.setdefault(first[0], []).append(glyph)
    return glyphs


@cache
def _symbols() -> dict[str, str]:
    """Return how all is written that needs no choice: marks, digits, final signs, reph, the visible hasanta."""
    symbols = dict(zip(map(chr, TO_ASCII_DIGITS), TO_ASCII_DIGITS.values(), strict=True))
    for kind in ("other", "nasal", "final", "reph", "hasanta"):
        symbols |= {letters: rows[0].typed for letters, rows in _written(kind).items()}
    return symbols


def _sign_after(sign: str, last: str) -> str:
    """Return the form of a vowel sign that fits the glyph ``last`` before it."""
    rows = _written("sign")[sign]
    fitting = [row for row in rows if last and last in row.follows]
    return (fitting or [row for row in rows if row.follows in ("", "*")])[0].typed


# --- clusters ---------------------------------------------------------------------------------------------------------


class _Written(NamedTuple):
    """Glyphs, the last of them, and whether it holds the vowel sign too (গু); ``cost`` is what choosing goes by."""

    cost: int
    glyphs: str
    last: str
    is_half: bool = False
    with_vowel: bool = False


# What a glyph costs that is made for the one before it, one that follows any, and a visible hasanta.
_FITTING, _ANY, _VISIBLE = 2, 3, 20


def _write_vowel(letter: str, ya: str) -> _Written | None:
    vowel, sign = ("অ", AA_KAR) if letter == "আ" else (letter, "")
    rows = _written("vowel").get(vowel)
    if not rows:
        return None
    glyphs = rows[0].typed + (_written("joined")[YA][0].typed if ya else "") + (_sign_after(sign, "") if sign else "")
    return _Written(0, glyphs, glyphs[-1])


def _write_cluster(cluster: str, vowel: str) -> _Written | None:
    """Return the cheapest way to write ``cluster``, or ``None`` where the font lacks a letter."""
    glyphs = ""
    parts = cluster.split(HASANTA + ZWNJ)
    for part in parts[:-1]:
        written = _cheapest(consonants(part), "")
        if written is None:
            return None
        glyphs += written.glyphs + _symbols()[HASANTA]
    written = _cheapest(consonants(parts[-1]), vowel)
    return written and written._replace(glyphs=glyphs + written.glyphs)


def _cheapest(letters: list[str], vowel: str) -> _Written | None:
    """Return the cheapest way to write the letters of a cluster, found from left to right by what is written last."""
    ways: list[dict[str, _Written]] = [{} for _ in range(len(letters) + 1)]
    ways[0][""] = _Written(0, "", "")
    for at in range(len(letters)):
        for way in ways[at].values():
            for end, longer in _longer(way, letters, at, vowel):
                best = ways[end].get(longer.last)
                if best is None or longer.cost < best.cost:
                    ways[end][longer.last] = longer
    return min((way for way in ways[-1].values() if not way.is_half), default=None)


def _longer(way: _Written, letters: list[str], at: int, vowel: str) -> Iterator[tuple[int, _Written]]:
    """Yield ``way`` with one more glyph, and how many letters are written then."""
    visible = _symbols()[HASANTA]
    for glyph in _written("base").get(letters[at], ()):
        if not way.last or (way.is_half and way.last in glyph.follows):
            yield from _with(way, glyph, letters, at, vowel, _FITTING)
        elif not way.is_half:
            apart = _Written(way.cost + _VISIBLE, way.glyphs + visible, visible)
            yield from _with(apart, glyph, letters, at, vowel, _FITTING)
    if not way.last:
        return
    for glyph in _written("joined").get(letters[at], ()):
        if way.last in glyph.follows:
            yield from _with(way, glyph, letters, at, vowel, _FITTING)
        elif "*" in glyph.follows and not way.is_half:
            yield from _with(way, glyph, letters, at, vowel, _ANY)


def _with(
    way: _Written, glyph: Glyph, letters: list[str], at: int, vowel: str, cost: int
) -> Iterator[tuple[int, _Written]]:
    here = consonants(glyph.letters)
    end = at + len(here)
    with_vowel = glyph.letters[-1] in SIGNS
    if letters[at:end] == here and (not with_vowel or (end == len(letters) and glyph.letters[-1] == vowel)):
        glyphs = way.glyphs + glyph.typed
        yield end, _Written(way.cost + cost - with_vowel, glyphs, glyph.typed, glyph.is_half, with_vowel)
