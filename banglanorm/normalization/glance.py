"""The typographic marks of a line read at a glance, by what stands beside each: enough for most news and prose.

Every character is reduced to its kind, and each mark between two kinds to a letter that says what it may be. The word
of these letters says whether all is plain: quotations that open and close, and apostrophes. Where a glance does not
tell, :mod:`banglanorm.normalization.labels` reads the line; what a glance tells is what that would say.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from banglanorm.normalization.detector import ALPHABET, UNKNOWN, codes
from banglanorm.normalization.marks import (
    ANY_OTHER,
    ASCII_DIGIT,
    BENGALI,
    BENGALI_DIGIT,
    BRACKET,
    COMMA,
    DASH,
    EDGE,
    END,
    FOREIGN,
    STOP,
    begins,
    clings,
    elides,
    final_tails,
    kind_of,
    may_end,
)
from banglanorm.normalization.syntax import may_hold_spans

# Kinds as bytes; the end of a line is a space here.
_BYTES = {
    BENGALI: b"k",
    FOREIGN: b"a",
    BENGALI_DIGIT: b"0",
    ASCII_DIGIT: b"0",
    EDGE: b" ",
    END: b" ",
    BRACKET: b"(",
    DASH: b"-",
    COMMA: b",",
    STOP: b".",
    ANY_OTHER: b"*",
    "‘": b"1",
    "’": b"2",
    "“": b"3",
    "”": b"4",
}
_ODD_MARK = b"5"
_MARKS = b"12345"
_WORD = b"ka0"
_NO_WORD = b" (-,.*"


def _kinds() -> bytes:
    """Return the table from codes to kinds."""
    table = bytearray(b"?" * 256)
    for char in ALPHABET:
        table[codes(char)[0]] = _BYTES.get(kind_of(char), _ODD_MARK)[0]
    return bytes(table)


def _roles() -> Iterator[tuple[bytes, str]]:
    """Yield three kinds, of a mark and its neighbours, and what the mark may be; what is missing is odd."""
    for role, before, mark, after in (
        ("O", _NO_WORD + b"234", b"1", b"ka"),  # opens, or begins a word
        ("N", _NO_WORD + b"234", b"1", b"0"),  # opens, or stands for the century of a year
        ("Y", _WORD, b"1", b"k"),  # ʿ, or opens where a space is missing
        ("A", b"k", b"2", b"k"),  # an apostrophe, or closes before an ending
        ("B", b"a0", b"2", b"k"),  # the same where a reading must say which
        ("B", b"k", b"2", b"a0"),
        ("F", _WORD, b"2", b" "),  # closes, or ends a word
        ("C", _WORD, b"2", _NO_WORD[1:] + b"134"),  # closes
        ("C", b"-,.*4", b"2", _NO_WORD + b"134"),
        ("D", b" (-", b"3", _WORD + _NO_WORD + _MARKS),  # opens a double quotation
        ("D", _WORD + b",.*" + _MARKS, b"3", _WORD + b"(-*" + _MARKS),
        ("E", _WORD + b".*" + _MARKS, b"4", _WORD + _NO_WORD + _MARKS),  # closes one
        ("E", b" (-,", b"4", _NO_WORD + _MARKS),
    ):
        for kinds in product(before, mark, after):
            yield bytes(kinds), role


_KINDS = _kinds()
_KNOWN_KINDS = _KINDS  # where ? stands for itself
_UNKNOWN_KINDS = bytes(ord("?") if code == codes(UNKNOWN)[0] else kind for code, kind in enumerate(_KINDS))
_ROLES = dict(_roles())
_IS_MARK = bytes(kind in _MARKS for kind in range(256))
# A quotation: one with its end; one that ’ before an ending closes, for no other ’ is left.
_QUOTED = "O(?:[AY]|DE)*+C|O[ADE]*+C|O(?:DE)*+[AB]"
_QUOTATION = re.compile(_QUOTED)
# First what stands before an end without a beginning, where ‘ is no ʿ; last a beginning without an end.
_PLAIN = re.compile(f"(?:[ADEC]|O[ADE]*+C)*+(?:[ADEIY]|{_QUOTED})*+(?:O[DEOIY]*+)?")


def apostrophes(line: str, coded: bytes, *, has_unknown: bool) -> list[int] | None:
    """Return where ’ is an apostrophe in a line of which all other marks stay as they are.

    None where a glance does not tell, or other marks than ‘ ’ “ ” are there. ``coded`` are the codes of the line,
    ``has_unknown`` says whether some of its characters have none of their own.

    >>> lines = ("তিনি ‘শক্তিশালী’ হলেন।", "‘যদি’র কথা দু’জন জানে", "যদি’ কেন‘ ‘নয়")
    >>> [apostrophes(line, codes(line), has_unknown=False) for line in lines]
    [[], [13], None]
    """
    kinds = b" %b " % coded.translate(_UNKNOWN_KINDS if has_unknown else _KNOWN_KINDS)
    spots = kinds.translate(_IS_MARK)
    roles = ""
    places = []
    at = spots.find(1)
    while at > 0:
        role = _ROLES.get(kinds[at - 1 : at + 2])
        if role is None:
            return None
        roles += role
        places.append(at - 1)
        at = spots.find(1, at + 1)
    if "F" in roles:
        if _is_final(line, places, roles):
            return None
        roles = roles.replace("F", "C")
    if "N" in roles:
        if any(begins(line, place, place + 1) for place in _places_of("N", places, roles)):
            return None
        roles = roles.replace("N", "O")
    if "A" not in roles and "B" not in roles:
        return []
    return None if may_hold_spans(line) else _told(line, places, _with_initials(line, places, roles))


def _told(line: str, places: list[int], roles: str) -> list[int] | None:
    """Return where the apostrophes are if the roles make up a plain line."""
    if not _PLAIN.fullmatch(roles):
        return None
    is_apostrophe = [role == "A" for role in roles]
    for m in _QUOTATION.finditer(roles):
        if m[0][-1] != "C":  # ’ before an ending closes, unless the word before it is one of elision
            if elides(line, places[m.end() - 1]):
                return None
            is_apostrophe[m.end() - 1] = False
        elif any(clings(line, place + 1) for place in _places_of("A", places[m.start() : m.end()], m[0])):
            return None
    return [place for place, found in zip(places, is_apostrophe, strict=True) if found]


def _places_of(wanted: str, places: Iterable[int], roles: str) -> Iterator[int]:
    return (place for place, role in zip(places, roles, strict=True) if role == wanted)


def _is_final(line: str, places: Iterable[int], roles: str) -> bool:
    """Say whether some ’ at the end of a word may belong to it; the last characters tell of most."""
    tails = final_tails()
    for place in _places_of("F", places, roles):
        if (line[place - 2 : place] in tails or line[place - 1] in tails) and may_end(line, place):
            return True
    return False


def _with_initials(line: str, places: Iterable[int], roles: str) -> str:
    """Return the roles where ‘ before a word that begins with it is I."""
    if "O" not in roles:
        return roles
    found = [
        "I" if role == "O" and begins(line, place, place + 1) else role
        for place, role in zip(places, roles, strict=True)
    ]
    return "".join(found)
