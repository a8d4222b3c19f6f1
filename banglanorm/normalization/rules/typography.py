"""Typing habits around the words: full-width marks, stray spaces, runs of marks, marks typed for one another.

They see a whole line that holds Bengali. Full-width marks become plain ones before quotation marks are read; the rest
is optional and runs last, since it changes what a writer may have meant.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from string import ascii_letters, digits

from banglanorm.edits import Change
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.normalization.rules.visual import MARK_FORMS, outside_addresses
from banglanorm.script.characters import category
from banglanorm.script.letters import (
    AA_KAR,
    BENGALI_DIGITS,
    DANDA,
    DOUBLE_DANDA,
    HASANTA,
    LETTERS,
    NUKTA,
    SIGNS,
    VISARGA,
    WORD_CHARACTERS,
)
from banglanorm.tables import cells

_BENGALI = WORD_CHARACTERS + BENGALI_DIGITS

# --- full-width marks -----------------------------------------------------------------------------------------------

_FORM = re.compile(f"[{''.join(MARK_FORMS)}]")
_TOKEN = re.compile(r"\S++")
_HAS_LETTER = re.compile(f"[{_BENGALI}A-Za-z0-9]")
# First and last of their blocks.
_EAST_ASIAN = (
    ("\u3040", "\u30ff"),
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7af"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)


def _plain_marks(line: str) -> list[Change]:
    """Change the marks of words and those alone, not faces; a line with East Asian letters keeps its marks."""
    if any(first <= char <= last for char in set(line) for first, last in _EAST_ASIAN):
        return []
    return [
        (token.start() + m.start(), token.start() + m.end(), MARK_FORMS[m[0]])
        for token in _TOKEN.finditer(line)
        if _HAS_LETTER.search(token[0]) or not _FORM.sub("", token[0])
        for m in _FORM.finditer(token[0])
    ]


FORM_RULES = (
    Rule(
        name="full_width_marks",
        family="typography",
        profile="standard",
        summary="Write full-width, small and vertical forms of punctuation as the plain marks.",
        example="কেন？",
        counterexample="বাংলা 日本語，東京。本当？",
        reference="Unicode 15.0, blocks Halfwidth and Fullwidth Forms, Small Form Variants, Vertical Forms",
        find=_plain_marks,
        triggers="".join(MARK_FORMS),
    ),
)

# --- entities -------------------------------------------------------------------------------------------------------

_ENTITY = re.compile(
    r"&(?:amp;)*+(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));|&(?:amp;)++"
    r"|<[A-Za-z/!?][^<>]*+>"  # whose attributes need their entities
)

_BREAKS = "\u2028\u2029"  # lines are kept


def _decoded(m: re.Match[str]) -> str:
    if m.lastindex is None:
        return "&" if m[0][0] == "&" else m[0]
    if m[3]:
        from html.entities import html5  # a large table that few texts need

        return html5.get(m[3] + ";", m[0])
    code = int(m[1]) if m[1] else int(m[2], 16)
    return chr(code) if code <= sys.maxunicode else m[0]


def _entities(line: str) -> list[Change]:
    return [
        (m.start(), m.end(), after)
        for m in outside_addresses(line, _ENTITY)
        if (after := _decoded(m)) != m[0] and all(category(char)[0] != "C" and char not in _BREAKS for char in after)
    ]


ENTITY_RULES = (
    Rule(
        name="html_entities",
        family="typography",
        profile="optional",
        summary="Write the characters that HTML entities stand for.",
        example="মা&#039;র",
        counterexample="এটিঅ্যান্ডটি AT&T, R&D; https://example.org/?a=1&lt;=2",
        reference="HTML Living Standard, named character references; a page that shows HTML keeps its entities",
        find=_entities,
        triggers="&",
    ),
)

# --- spaces ---------------------------------------------------------------------------------------------------------

_CLOSING = "’”'\")\\]»"
_OPERATORS = ("==", "!=", "<=", ">=", " < ", " > ")  # code sets its marks apart on purpose,
_IN_ORDER = ((" ? ", " : "), (" = ", " ;"))  # as it does where both stand in this order
_SPACE = (
    f"(?<=[{_BENGALI}A-Za-z0-9%….{_CLOSING}]) ++(?=[{DANDA}{DOUBLE_DANDA},?!]++(?:[\\s{_CLOSING}]|\\Z))"
    f"|(?<=[{_BENGALI}{_CLOSING}]) ++(?=;(?:\\s|\\Z))"
    f"|(?<=[{WORD_CHARACTERS}{_CLOSING}]) ++(?=:(?:\\s|\\Z))"
)
_spaces_in_prose = by_pattern(_SPACE, "")


def _spaces_before_marks(line: str) -> list[Change]:
    changes = _spaces_in_prose(line)
    return [] if changes and _is_code(line) else changes


def _is_code(line: str) -> bool:
    if any(map(line.__contains__, _OPERATORS)):
        return True
    return any((at := line.find(first)) >= 0 and line.find(then, at) >= 0 for first, then in _IN_ORDER)


_PAIRS = {")": "(", "]": "[", "”": "“", "’": "‘"}
_BRACKET = re.compile(r"[(\[“‘)\]”’]")
_LATIN = ascii_letters + digits
_BESIDE_CODE = "$:{=;-_" + _LATIN  # a bracket after one of these is that of a call or a face
_FIRST, _LAST = "“‘(", "।?!,.…%:’”)"  # what may stand there inside, beside letters and digits


def _spaces_inside(line: str) -> list[Change]:
    """Delete the spaces inside a pair of brackets or quotation marks that Bengali begins or ends; code keeps them."""
    changes: list[Change] = []
    opened: list[int] = []
    for m in _BRACKET.finditer(line):
        if m[0] not in _PAIRS:
            opened.append(m.start())
        elif opened and line[opened[-1]] == _PAIRS[m[0]]:
            changes += _inner_edges(line, opened.pop(), m.start())
    return [] if changes and ("=" in line or _is_code(line)) else sorted(set(changes))


def _inner_edges(line: str, opening: int, end: int) -> Iterator[Change]:
    start = first = opening + 1
    last = end
    while first < end and line[first] == " ":
        first += 1
    while last > first and line[last - 1] == " ":
        last -= 1
    if first == last or (opening and line[opening - 1] in _BESIDE_CODE):
        return
    ends = line[first], line[last - 1]
    if _may_stand(ends[0], _FIRST) and _may_stand(ends[1], _LAST) and (ends[0] in _BENGALI or ends[1] in _BENGALI):
        if start < first:
            yield start, first, ""
        if last < end:
            yield last, end, ""


def _may_stand(char: str, marks: str) -> bool:
    return char in marks or char in _BENGALI or char in _LATIN


# --- colons and visargas --------------------------------------------------------------------------------------------

_WORD_START = f"(?<![{WORD_CHARACTERS}])"


@cache
def _words(kind: str) -> tuple[str, ...]:
    return cells("normalization/visarga_words", "word", "kind", kind)


@cache
def _colon() -> re.Pattern[str]:
    inside, final = "|".join(_words("inside")), "|".join(_words("final"))
    in_brackets = f"\\((?:{final})(:)(?=\\))"  # else it is a face
    return re.compile(f"{_WORD_START}(?:(?:{inside})(:)(?=[{LETTERS}])|(?:{final})(:)(?=\\s|\\Z))|{in_brackets}")


def _visargas(line: str) -> list[Change]:
    return [(*m.span(m.lastindex or 0), VISARGA) for m in outside_addresses(line, _colon())]


@cache
def _visarga() -> re.Pattern[str]:
    digit = f"(?<=[{BENGALI_DIGITS}0-9]){VISARGA}(?=[{BENGALI_DIGITS}0-9])"
    labels, final = "|".join(_words("label")), "|".join(_words("final"))
    sanskrit = f"(?!\\s(?!(?:{labels}|{final}){VISARGA})[{WORD_CHARACTERS}]++(?<={VISARGA}))"
    return re.compile(f"{digit}|{_WORD_START}(?:{labels})({VISARGA})(?=[\\s\\-–—]|\\Z){sanskrit}")


def _colons(line: str) -> list[Change]:
    return [(*m.span(m.lastindex or 0), ":") for m in _visarga().finditer(line)]


# --- the optional rules ---------------------------------------------------------------------------------------------

RULES = (
    Rule(
        name="space_before_marks",
        family="typography",
        profile="optional",
        summary="Delete the space before । , ? ! ; : after a word.",
        example="সে এসেছে ।",
        counterexample="আচ্ছা :), ১ : ২, বাড়ি ,৫, x ? ক : খ",
        reference="Own count: 168 in a million bytes of prose; a line may set its marks apart on purpose",
        find=_spaces_before_marks,
        triggers=" ",
    ),
    Rule(
        name="space_inside_marks",
        family="typography",
        profile="optional",
        summary="Delete spaces inside brackets and typographic quotation marks around Bengali.",
        example="সে ( আজ ) এসেছে",
        counterexample="- [ ] কাজ, ( x ) ও (আজ), f( ক )",
        reference="CLDR, delimiters for bn, stand directly beside the text",
        find=_spaces_inside,
        triggers=" ",
    ),
    Rule(
        name="repeated_dandas",
        family="typography",
        profile="optional",
        summary="Write a run of dandas as one.",
        example="সে এসেছে" + DANDA * 3,
        counterexample="শ্লোক শেষ" + DOUBLE_DANDA,
        reference="Two dandas end a verse, so optional; double_danda makes them one double danda before",
        find=by_pattern(f"{DANDA}{{2,}}+", DANDA),
        triggers=DANDA,
    ),
    Rule(
        name="ellipsis",
        family="typography",
        profile="optional",
        summary="Write three full stops beside Bengali as one ellipsis.",
        example="সে এসেছে...",
        counterexample="বিষয় ........ পৃষ্ঠা, f(...args)",
        reference="CLDR, ellipsis for bn",
        find=by_pattern(
            f"(?:(?<=[{WORD_CHARACTERS}])|(?<=[{WORD_CHARACTERS}] ))\\.{{3}}(?!\\.)"
            f"|(?<![.(\\[{{])\\.{{3}}(?=[{LETTERS}])|^\\.{{3}}(?= [{LETTERS}])",
            "…",
        ),
        triggers=".",
    ),
    Rule(
        name="visarga_for_colon",
        family="typography",
        profile="optional",
        summary="Write ঃ for a colon in the words of a list (দুঃখ, আঃ).",
        example="দু:খ",
        counterexample="নাম:করিম, সময় ১০:৩০, হা:)",
        reference="Keyboards without ঃ; table visarga_words",
        find=_visargas,
        triggers=":",
    ),
    Rule(
        name="colon_for_visarga",
        family="typography",
        profile="optional",
        summary="Write a colon for ঃ between digits and after the labels of a list (নাম, তারিখ).",
        example="নাম" + VISARGA + " করিম",
        counterexample="মোঃ করিম, দুঃখ, বস্তুতঃ, ধর্মঃ সনাতনঃ",
        reference="Typewriters had no colon; table visarga_words",
        find=_colons,
        triggers=VISARGA,
    ),
    Rule(
        name="stretched_letters",
        family="typography",
        profile="optional",
        summary="Write a letter or sign once that stands three times or more.",
        example="না" + AA_KAR * 3,
        counterexample="মমতা, ককক্ষ",
        reference="Stretched for emphasis in comments: নাাাা, খুববব",
        find=by_pattern(f"([{LETTERS}{SIGNS}]{NUKTA}?+)\\1{{2,}}+(?!{HASANTA})", r"\1"),
    ),
)
