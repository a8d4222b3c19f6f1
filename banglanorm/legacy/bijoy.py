"""Bijoy (SutonnyMJ and its kin) to Unicode: glyphs in the order of the eye to letters in the order of the ear.

A word is read glyph by glyph into syllables. Signs that stand before their consonant wait for it, hanging letters go
into the cluster whatever was typed between, reph moves to its head, and the vowel signs and the candrabindu to its end.
What a glyph stands for beside its neighbours says the table (:mod:`banglanorm.legacy.glyphs`).

>>> bijoy_to_unicode("Avgvi †mvbvi evsjv, Avwg †Zvgvq fv‡jvevwm|")
'আমার সোনার বাংলা, আমি তোমায় ভালোবাসি।'
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from banglanorm.edits import Edit, Explanation
from banglanorm.errors import require_str
from banglanorm.legacy.glyphs import SIGNS, EncodingName, Glyph, consonants, load_glyphs, written_pairs
from banglanorm.script.canonical import TWO_PART_VOWELS
from banglanorm.script.letters import AA_KAR, ASCII_DIGITS, CANDRABINDU, HASANTA, RA, TO_BENGALI_DIGITS, YA, ZWJ, ZWNJ

Piece = tuple[int, int, str]
"""What ``word[start:end]`` became."""

_C1 = {
    code: bytes((code,)).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # no character of cp1252
}
_HAS_C1 = re.compile("[\x80-\x9f]")
_WORDS = re.compile(r"\s++|\S++")


def bijoy_to_unicode(text: str, /, *, encoding: EncodingName = "bijoy") -> str:
    """Return ``text``, all of it set in a Bijoy font, in Unicode; the whole of it is taken for Bijoy.

    Latin words in it become nonsense: :func:`banglanorm.fix_legacy` converts only what is Bijoy. C1 control characters
    are read as those of Windows-1252. Other fonts of that time go by ``encoding``: boishakhi, bornosoft, bangsee.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: there is no such encoding.

    >>> bijoy_to_unicode("wkÿv gš¿Yvjq, MYcÖRvZš¿x evsjv‡`k")
    'শিক্ষা মন্ত্রণালয়, গণপ্রজাতন্ত্রী বাংলাদেশ'
    >>> bijoy_to_unicode("Awxi gwvlwt Mwd MwB", encoding="boishakhi")
    'আমি বাংলায় গান গাই'
    """
    require_str(text)
    words = _converter(encoding).words
    return "".join(map(words.__getitem__, _WORDS.findall(without_c1(text))))


def bijoy_to_unicode_explained(text: str, /, *, encoding: EncodingName = "bijoy") -> Explanation:
    """Return what :func:`bijoy_to_unicode` makes of ``text``, syllable by syllable with their places.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: there is no such encoding.

    >>> [(edit.before, edit.after) for edit in bijoy_to_unicode_explained("iw½b").edits]
    [('i', 'র'), ('w½', 'ঙ্গি'), ('b', 'ন')]
    """
    require_str(text)
    edits = []
    for m in _converter(encoding).stretches.finditer(without_c1(text)):
        for start, end, after in _Reader(encoding, m[0]).pieces():
            before = text[m.start() + start : m.start() + end]
            if before != after:
                edits.append(Edit(m.start() + start, m.start() + end, before, after, (encoding,)))
    return Explanation(text, bijoy_to_unicode(text, encoding=encoding), tuple(edits))


def without_c1(text: str) -> str:
    r"""Return ``text`` with C1 controls as the characters of cp1252 they were read from, in the same places.

    >>> without_c1("\x87K")
    '‡K'
    """
    return text.translate(_C1) if _HAS_C1.search(text) else text


# --- words and stretches ----------------------------------------------------------------------------------------------

_LONGEST_REMEMBERED = 32
_MOST_REMEMBERED = 1 << 14


class _Memory(dict[str, str]):
    """Piece of text -> the same in Unicode, filled as pieces are met: text repeats its words and syllables."""

    def __init__(self, read: Callable[[str], str]) -> None:
        self._read = read

    def __missing__(self, piece: str) -> str:
        read = self._read(piece)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        if len(piece) <= _LONGEST_REMEMBERED:
            self[piece] = read
        return read


class _Converter:
    """Converts words by the stretches they are made of: one or a few syllables that can be read by themselves."""

    def __init__(self, encoding: EncodingName) -> None:
        self.stretches = re.compile(_stretch(load_glyphs(encoding)))
        self._read = _Memory(lambda stretch: "".join([p[2] for p in _Reader(encoding, stretch).pieces()]))
        self.words = _Memory(self._word)

    def _word(self, word: str) -> str:
        return "".join(map(self._read.__getitem__, self.stretches.findall(word)))


@cache
def _converter(encoding: EncodingName) -> _Converter:
    return _Converter(encoding)


def _stretch(glyphs: Mapping[str, tuple[Glyph, ...]]) -> str:
    """Return the pattern of a stretch: up to the next glyph that begins a syllable whatever stands before it."""
    kinds: defaultdict[str, str] = defaultdict(str)
    for typed, (first, *_) in glyphs.items():
        if first.kind in ("before", "nasal"):
            kinds[first.kind] += typed
        elif first.kind in ("base", "vowel") and not first.after:
            kinds["begins"] += typed
        elif first.after == "digit":
            kinds["begins but after a digit"] += typed
        else:
            kinds["goes on"] += typed
        if any(glyph.is_half or glyph.before for glyph in glyphs[typed]):
            kinds["waits"] += typed

    def one_of(*names: str) -> str:
        typed = re.escape("".join(kinds[name] for name in names))
        return f"[{typed}]" if typed else r"[^\s\S]"

    return (
        rf"(?:{one_of('before')}++{one_of('nasal')}?+(?!{one_of('before')})[^\s]?+|(?s:.))"
        rf"(?:{one_of('goes on', 'nasal')}|(?<=[0-9]){one_of('begins but after a digit')}"
        rf"|(?<={one_of('before', 'waits')}){one_of('before', 'begins', 'begins but after a digit')})*+"
    )


# --- syllables --------------------------------------------------------------------------------------------------------


class _Syllable:
    """What was read of one syllable, in whatever order it was typed."""

    __slots__ = ("before", "nasal", "onset", "reph", "sign", "start", "tail")

    def __init__(self, start: int) -> None:
        self.start = start
        self.before = self.onset = self.sign = self.tail = ""
        self.nasal = self.reph = False

    def text(self) -> str:
        """Return the syllable as Unicode wants it: reph, cluster, vowel sign, candrabindu, what follows."""
        onset, sign = self.onset, self.sign
        if self.before:
            sign = TWO_PART_VOWELS.get(self.before + sign[:1], self.before + sign[:1]) + sign[1:]
        if onset == "অ" and sign[:1] == AA_KAR:
            onset, sign = "আ", sign[1:]
        return (RA + HASANTA) * self.reph + onset + sign + CANDRABINDU * self.nasal + self.tail


_LONGEST_SYLLABLE = 32  # glyphs; what goes on longer is no syllable, and is cut


class _Reader:
    """Reads one word."""

    def __init__(self, encoding: EncodingName, word: str) -> None:
        self._glyphs = load_glyphs(encoding)
        self._pairs = written_pairs(encoding)
        self._word = word
        self._done: list[Piece] = []
        self._syllable = _Syllable(0)
        self._last: Glyph | None = None  # signs before their consonant and reph apart

    def pieces(self) -> list[Piece]:
        """Return the syllables and what stands between them, without a gap."""
        for at, typed in enumerate(self._word):
            glyph = self._choose(typed, at)
            self._take(glyph, at)
            if glyph.kind not in ("before", "reph", "stroke"):
                self._last = glyph
        self._close(len(self._word))
        return self._done

    def _choose(self, typed: str, at: int) -> Glyph:
        """Return the first row of the glyph that holds where it stands; digits and all else are no letters."""
        for glyph in self._glyphs.get(typed, ()):
            if (not glyph.after or self._is_after(glyph, at)) and (not glyph.before or self._is_before(glyph, at)):
                return glyph
        return Glyph(typed, TO_BENGALI_DIGITS.get(ord(typed), typed), "other")

    def _is_after(self, glyph: Glyph, at: int) -> bool:
        last = self._last
        match glyph.after:
            case "digit":
                return at > 0 and self._word[at - 1] in ASCII_DIGITS
            case _ if last is None or (glyph.kind == "sign" and self._syllable.before):
                return False
            case "letter":
                return last.kind != "other"
            case "consonant":
                return last.is_consonant
            case "র":
                return last.is_consonant and last.letters[-1] == RA
        return last.typed in glyph.after

    def _is_before(self, glyph: Glyph, at: int) -> bool:
        following = at + 1
        while following < len(self._word) and self._is_waiting(self._word[following]):
            following += 1
        if following == len(self._word):
            return False
        wanted = self._glyphs if glyph.before == "letter" else glyph.before
        return self._word[following] in wanted

    def _is_waiting(self, typed: str) -> bool:
        rows = self._glyphs.get(typed, ())
        return bool(rows) and rows[0].kind == "before"

    def _take(self, glyph: Glyph, at: int) -> None:
        if at - self._syllable.start >= _LONGEST_SYLLABLE:
            self._open(at)
        syllable, letters = self._syllable, glyph.letters
        linked = syllable.onset[-1:] == HASANTA and not syllable.tail
        match glyph.kind:
            case "base" | "vowel" if syllable.onset and not (linked and glyph.kind == "base"):
                self._open(at).onset = letters
                self._split_vowel()
            case "base" | "vowel":
                syllable.onset += self._joint(letters) + letters
                self._split_vowel()
            case "joined" if syllable.onset:
                full_ra = syllable.onset == RA and letters.startswith(HASANTA + YA)
                syllable.onset += ZWJ * full_ra + letters[linked:]
                self._split_vowel()
            case "hasanta" if syllable.onset and not syllable.sign and not linked:
                syllable.onset += letters
            case "before" if linked and not syllable.before:
                syllable.before = letters  # between a half form and its partner
            case "before" if syllable.onset or syllable.before != letters:
                self._open(at).before = letters
            case "before" | "stroke":
                pass  # typed twice, or a part of the glyph before
            case "sign" if (syllable.onset and not linked) or syllable.before:
                if syllable.sign[-1:] != letters:
                    syllable.sign += letters
            case "nasal" if syllable.onset or syllable.before:
                syllable.nasal = True
            case "reph" if syllable.onset:
                syllable.reph = True
            case "final" if syllable.onset:
                syllable.tail += letters
            case _:
                self._alone(glyph.typed if glyph.kind == "reph" else letters, at)

    def _joint(self, letters: str) -> str:
        """Return what keeps a hasanta visible that was typed where the font has a conjunct."""
        if self._last is None or self._last.kind != "hasanta" or self._syllable.onset[-1:] != HASANTA:
            return ""
        first, second = consonants(self._syllable.onset)[-1:], consonants(letters)[0]
        return ZWNJ * any((letter, second) in self._pairs for letter in [*first, "*"])

    def _split_vowel(self) -> None:
        """Tell the vowel sign of a glyph that has one (গু) from its cluster."""
        if self._syllable.onset[-1] in SIGNS:
            self._syllable.sign = self._syllable.onset[-1] + self._syllable.sign
            self._syllable.onset = self._syllable.onset[:-1]

    def _open(self, at: int) -> _Syllable:
        self._close(at)
        return self._syllable

    def _alone(self, letters: str, at: int) -> None:
        """Take what belongs to no syllable."""
        self._close(at)
        self._done.append((at, at + 1, letters))
        self._syllable = _Syllable(at + 1)

    def _close(self, end: int) -> None:
        if self._syllable.start < end:
            self._done.append((self._syllable.start, end, self._syllable.text()))
        self._syllable = _Syllable(end)
