r"""Lossless transliteration: Bengali script to Latin letters by ISO 15919, and back.

The letters are those of ISO 15919:2001 with its uniform-vowel option (ē, ō): the table ``data/latin/iso15919.tsv``.
What the standard leaves open is settled so that every text comes back as it was:

========  ======================================================================================================
``:``     keeps apart what would be read as one (the standard's colon rule): বই ``ba:i`` but বৈ ``bai``, বাক্হীন
          ``bāk:hīna``, অ্যা ``a:yā``, সূর্য ``sūrya``; and ড় beside a bare consonant, ``ṛ`` being ঋ in other schemes
``:’``    avagraha
``ṯ``     khanda ta (as ALA-LC writes it); ``ɹ`` Assamese ra, ``v`` Assamese wa
``|  +``  zero-width non-joiner, zero-width joiner (as nisaba writes them), as in ``ud|yāpana``
``=``     the vowel after it is a sign though no bare consonant stands before it
``◌̤``     nukta on a letter that ISO 15919 gives no letter of its own
``‹ ›``   what stands between is not transliterated: Latin words and ASCII digits that would be read as Bengali
========  ======================================================================================================

Signs that fit nowhere, dandas and currency signs stay as they are.

>>> to_iso15919("বাংলা বই, ১৯৭১")
'bāṁlā ba:i, 1971'
>>> from_iso15919("bāṁlā ba:i, 1971")
'বাংলা বই, ১৯৭১'
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from banglanorm.errors import TransliterationError, require_str, shown
from banglanorm.latin.lenient import as_iso15919
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
    AU_KAR,
    AU_LENGTH_MARK,
    AVAGRAHA,
    BASIC_CONSONANTS,
    BENGALI_DIGITS,
    E_KAR,
    HASANTA,
    JOINERS,
    NUKTA,
    O_KAR,
    PRECOMPOSED_NUKTA_LETTERS,
    RA,
    TO_ASCII_DIGITS,
    TO_BENGALI_DIGITS,
    WORD_CHARACTERS,
    YA,
    ZWJ,
    ZWNJ,
)
from banglanorm.tables import read_table

_OPEN, _CLOSE = "‹", "›"
_RIGHT_QUOTE = "\N{RIGHT SINGLE QUOTATION MARK}"
_GENERIC_NUKTA = "\N{COMBINING DIAERESIS BELOW}"
_JOINER_MARKS = {ZWNJ: "|", ZWJ: "+"}
_BACK_MARKS = {"|": ZWNJ, "+": ZWJ, f":{_RIGHT_QUOTE}": AVAGRAHA}

_RRA = "\N{LATIN SMALL LETTER R WITH DOT BELOW}"  # ড়; but other schemes write ঋ so
_RRA_ALONE = "^" + _RRA  # ড় that begins a run
_LINE_BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"

# --- the table, both ways ---------------------------------------------------------------------------------------------


@cache
def _letters(kind: str) -> dict[str, str]:
    """Bengali to Latin, for one kind of the table; composed and decomposed letters alike."""
    rows = {row["bengali"]: row["latin"] for row in read_table("latin/iso15919") if row["kind"] == kind}
    if kind == "consonant":
        rows |= {letter: rows[nfc(letter)] for letter in PRECOMPOSED_NUKTA_LETTERS}
    return rows


@cache
def _back(kind: str) -> dict[str, str]:
    """Latin to Bengali, for one kind of the table."""
    return {row["latin"]: row["bengali"] for row in read_table("latin/iso15919") if row["kind"] == kind}


@cache
def _alphabet() -> frozenset[str]:
    """Every Latin letter of the scheme, each with its marks."""
    return frozenset(g for row in read_table("latin/iso15919") for g in _graphemes(row["latin"]))


# --- to Latin ---------------------------------------------------------------------------------------------------------

_BENGALI_RUN = re.compile(f"([{WORD_CHARACTERS}][{WORD_CHARACTERS}{JOINERS}]*+)")
_UNIT = re.compile(
    f"{RA}{ZWJ}{HASANTA}(?={YA}(?!{NUKTA}))|[{BASIC_CONSONANTS}]{NUKTA}?|{AA_KAR}{NUKTA}|[{WORD_CHARACTERS}{JOINERS}]"
)


_REMEMBERED = 32  # runs and words of fewer characters are remembered: text repeats its words


def to_iso15919(text: str, /) -> str:
    """Write Bengali text in Latin letters by ISO 15919, so that :func:`from_iso15919` gives the same text back.

    Letters with nukta come back decomposed, as NFC has them; nothing else differs. What is not Bengali stays, in ‹ ›
    where it would be read as Bengali otherwise.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> to_iso15919("উদ্\N{ZERO WIDTH NON-JOINER}যাপন, হঠাৎ, অ্যাপ")
    'ud|yāpana, haṭhāṯ, a:yāpa'
    >>> to_iso15919("WhatsApp এ kim ২০২৩")
    'WhatsApp ē ‹kim› 2023'
    """
    require_str(text)
    pieces = _BENGALI_RUN.split(text)
    last = len(pieces) - 1
    for i in range(0, len(pieces), 2):
        pieces[i] = _protect(pieces[i], after_word=i > 0, before_word=i < last).translate(TO_ASCII_DIGITS)
    for i in range(1, len(pieces), 2):
        run = pieces[i]
        pieces[i] = _remembered(run) if len(run) < _REMEMBERED else transliterate_run(run)
    return "".join(pieces)


def transliterate_run(run: str) -> str:
    """Transliterate one run of Bengali letters and signs, whatever stands around it.

    >>> transliterate_run("ভর্ৎসনা")
    'bharṯsanā'
    """
    run = run.replace(E_KAR + AA_KAR, O_KAR).replace(E_KAR + AU_LENGTH_MARK, AU_KAR)
    units = _UNIT.findall(run)
    out: list[str] = []
    state = "start"
    begin = 0  # where reading begins in ``out``
    for unit, following in zip(units, [*units[1:], ""], strict=True):
        if state == "bare":  # a consonant waits for its vowel
            if unit == HASANTA:
                state = "dead"
                continue
            if unit in _letters("sign"):
                out.append(_letters("sign")[unit])
                state = "open"
                continue
            out.append("a")
            state = "a"
        before = _RRA_ALONE if out[begin:] == [_RRA] else out[-1] if out else ""
        latin, state = _write(unit, state, before, following)
        out.append(latin)
        if state == "start":
            begin = len(out)
    if state == "bare":
        out.append("a")
    return "".join(out)


_remembered = lru_cache(maxsize=1 << 14)(transliterate_run)


def _write(unit: str, state: str, before: str, following: str) -> tuple[str, str]:
    """Return the Latin letters of ``unit``, which is not part of the syllable before it, and the state after it."""
    if consonant := _consonant(unit):
        aspirates = consonant[0] == "h" and before.removeprefix(":") + "h" in _back("consonant")
        may_be_vowel = consonant[0] == _RRA or before == _RRA_ALONE
        return ":" * (state == "dead" and (aspirates or may_be_vowel)) + consonant, "bare"
    if vowel := _letters("vowel").get(unit):
        apart = state == "dead" or (state == "a" and vowel in ("i", "u"))
        return ":" * apart + vowel, "a" if vowel == "a" else "open"
    if final := _letters("final").get(unit):
        return final, "open"
    if sign := _letters("sign").get(unit):
        return "=" + sign, "open"
    if unit == AVAGRAHA:
        return ":" + _RIGHT_QUOTE, "open"
    if len(unit) > 1:  # full ra before ya-phala: the standard's r:y
        return "r:", "linked"
    if unit in _JOINER_MARKS and state != "start":
        return _JOINER_MARKS[unit], "open"
    if unit == HASANTA and state in ("a", "open") and _consonant(following):
        return ":", "linked"
    return unit, "start"  # a sign that fits nowhere stays as it is, and reading begins anew after it


def _consonant(unit: str) -> str:
    letters = _letters("consonant")
    if latin := letters.get(unit):
        return latin
    return letters[unit[0]] + _GENERIC_NUKTA if unit[1:] == NUKTA and unit[0] in letters else ""


# What from_iso15919 looks at: words, ASCII digits, the opening mark. A word may hold the scheme's marks inside.
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ\u0300-\u036f]"
_WORD = rf"(?:=?+{_LATIN}|:’)(?:{_LATIN}|:(?={_LATIN})|:’|[|+]|=(?={_LATIN}))*+"
_READABLE = re.compile(rf"(?P<word>{_WORD})|(?P<digits>[0-9]++)|(?P<open>{_OPEN})")
_MAY_BE_READABLE = re.compile(rf"{_LATIN}|[0-9:|+={_OPEN}]")
_APART = re.compile(rf"[{_CLOSE}{_LINE_BREAKS}{BENGALI_DIGITS}]")  # never within one pair of marks


def _protect(gap: str, *, after_word: bool, before_word: bool) -> str:
    """Put in marks what :func:`from_iso15919` would read as Bengali, in ``gap``, which holds no Bengali letter."""
    if not _MAY_BE_READABLE.search(gap):
        return gap
    spans: list[tuple[int, int]] = []
    for m in _READABLE.finditer("a" * after_word + gap + "a" * before_word):  # as it will stand between Latin letters
        start, end = m.start() - after_word, m.end() - after_word
        alone = start >= 0 and end <= len(gap)
        start, end = max(start, 0), min(end, len(gap))
        if start == end or (alone and m["word"] and not _is_read(m[0])):
            continue
        if spans and not _APART.search(gap, spans[-1][1], start):
            start = spans.pop()[0]
        spans.append((start, end))
    out, at = [], 0
    for start, end in spans:
        out += [gap[at:start], _OPEN, gap[start:end], _CLOSE]
        at = end
    return "".join([*out, gap[at:]])


# --- to Bengali -------------------------------------------------------------------------------------------------------

_GRAPHEME = re.compile(r"(?s:.)[\u0300-\u036f]*+")
_PROTECTED = re.compile(rf"{_OPEN}([^{_CLOSE}{_LINE_BREAKS}]*+){_CLOSE}")
_MARKS = frozenset(":|+=" + _RIGHT_QUOTE)


def from_iso15919(text: str, /, *, lenient: bool = False) -> str:
    """Write text in ISO 15919 in Bengali letters; the way back of :func:`to_iso15919`.

    Words with a letter that is not in the scheme (a capital, e, o, x) stay, and so does what stands in ‹ ›. Letters may
    be composed or decomposed. With ``lenient``, every Latin word is read as far as its letters go, in ISO 15919, ALA-LC
    or IAST: capitals, plain e and o, ṃ, n̐, sh, v, and ṛ for ঋ where a vowel stands.

    Raises:
        TypeError: ``text`` is not ``str``.
        TransliterationError: a word mixes letters of the scheme that have marks with letters outside it; ṛ stands where
            other schemes mean ঋ; a mark (: = + |) stands where it means nothing; ‹ is not closed on its line.

    >>> from_iso15919("kr̥ṣṇa ō bāk:hīna; Hello ‹123›")
    'কৃষ্ণ ও বাক্হীন; Hello 123'
    >>> from_iso15919("Kṛṣṇa o Viśva", lenient=True)
    'কৃষ্ণ ও বিশ্ব'
    >>> from_iso15919("Bāṁlā")
    Traceback (most recent call last):
    banglanorm.errors.TransliterationError: 'B' in 'Bāṁlā' is no letter of ISO 15919 for Bengali: write small letters, \
ē and ō, or put a foreign word in ‹ ›
    """
    require_str(text)
    read, remembered = (_read_leniently, _read_leniently) if lenient else (_read, _read_remembered)
    out, at = [], 0
    while m := _READABLE.search(text, at):
        out.append(text[at : m.start()])
        if m["word"]:
            out.append(remembered(m[0]) if len(m[0]) < _REMEMBERED else read(m[0]))
        elif m["digits"]:
            out.append(m[0].translate(TO_BENGALI_DIGITS))
        else:
            m = _PROTECTED.match(text, m.start())
            if m is None:
                raise TransliterationError(f"{_OPEN} is not closed on its line: write {_CLOSE} after the foreign words")
            out.append(m[1])
        at = m.end()
    return "".join([*out, text[at:]])


def _graphemes(word: str) -> list[str]:
    """Letters with their marks, composed where a composed form exists."""
    return [g if len(g) == 1 else nfc(g) for g in _GRAPHEME.findall(word)]


def _is_read(word: str) -> bool:
    """Say whether ``word`` is to be read as Bengali, and not as a foreign word that stays."""
    graphemes = [g for g in _graphemes(word) if g not in _MARKS]
    known = [_plain(g) in _alphabet() for g in graphemes]
    return all(known) or any(k and not g.isascii() for k, g in zip(known, graphemes, strict=True))


def _plain(grapheme: str) -> str:
    return nfc(grapheme.removesuffix(_GENERIC_NUKTA))


def _read(word: str) -> str:
    return _read_word(word) if _is_read(word) else word


_read_remembered = lru_cache(maxsize=1 << 14)(_read)


def _read_leniently(word: str) -> str:
    """Read a word in one of several schemes, or leave it where it has other letters."""
    strict = as_iso15919(word)
    if not all(_plain(g) in _alphabet() for g in _graphemes(strict) if g not in _MARKS):
        return word
    try:
        return _read_word(strict)
    except TransliterationError:
        return word


def _read_word(word: str) -> str:
    """Read a word letter by letter; ``bare``: a consonant waits for its vowel; ``apart``: a colon came last."""
    out: list[str] = []
    bare = apart = False
    latin = "".join(_graphemes(word))
    at = 0
    while at < len(latin):
        m = _tokens().match(latin, at)
        if m is None or (apart and m.lastgroup not in ("consonant", "vowel")):
            raise _unreadable(latin[at], word)
        kind, start, at = m.lastgroup, at, m.end()
        letter = m[m.lastindex or 0]
        if kind == "apart":
            apart = True
            continue
        if kind == "vowel":
            out += _vowel(letter, bare=bare, apart=apart)
        elif kind == "consonant":
            alone = letter == _RRA and start == 0 and _begins_with_consonant(latin, at)
            if letter[0] == _RRA and not apart and (bare or alone):
                raise _ambiguous(word)
            out += [_link(out[-1] if out else "", letter, bare=bare, apart=apart), _back_consonant(letter)]
        else:
            out += [
                HASANTA * (bare and kind != "sign"),
                _BACK_MARKS.get(letter) or _back("final").get(letter) or _back("sign")[letter],
            ]
        bare, apart = kind == "consonant", False
    return "".join(out) + HASANTA * bare


def _begins_with_consonant(latin: str, at: int) -> bool:
    m = _tokens().match(latin, at)
    return m is not None and m.lastgroup == "consonant"


def _ambiguous(word: str) -> TransliterationError:
    return TransliterationError(
        f"{_RRA!r} in {shown(word)} is ঋ in other schemes: write 'r̥' for ঋ, or a colon beside it for ড় (':{_RRA}')"
    )


def _unreadable(char: str, word: str) -> TransliterationError:
    if char in _MARKS:
        return TransliterationError(f"{char!r} means nothing where it stands in {shown(word)}: leave it out")
    return TransliterationError(
        f"{char!r} in {shown(word)} is no letter of ISO 15919 for Bengali: write small letters, ē and ō, "
        f"or put a foreign word in {_OPEN} {_CLOSE}"
    )


def _vowel(latin: str, *, bare: bool, apart: bool) -> list[str]:
    if bare and not apart:
        return [_back("sign").get(latin, "")]  # the inherent vowel has no sign
    return [HASANTA * bare, _back("vowel")[latin]]


def _link(before: str, latin: str, *, bare: bool, apart: bool) -> str:
    """Return what stands between the letter ``before`` and the consonant ``latin``."""
    if not apart:
        return HASANTA * bare
    if bare and before == RA and latin == "y":
        return ZWJ + HASANTA
    return HASANTA


def _back_consonant(latin: str) -> str:
    known = _back("consonant").get(latin)
    return known or _back("consonant")[latin.removesuffix(_GENERIC_NUKTA)] + NUKTA


@cache
def _tokens() -> re.Pattern[str]:
    """One letter or mark of a word; its kind is the name of the group."""

    def either(letters: Iterable[str]) -> str:
        return "|".join(sorted(map(re.escape, letters), key=len, reverse=True))

    without_letter = set(_back("sign")) - set(_back("vowel"))
    return re.compile(
        f"(?P<sign>{either(without_letter)})|=(?P<stray>{either(_back('sign'))})|(?P<final>{either(_back('final'))})|"
        f"(?P<vowel>{either(_back('vowel'))})|(?P<consonant>(?:{either(_back('consonant'))}){_GENERIC_NUKTA}?)|"
        f"(?P<avagraha>:{_RIGHT_QUOTE})|(?P<apart>:)|(?P<joiner>[|+])"
    )
