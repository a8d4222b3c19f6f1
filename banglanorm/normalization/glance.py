"""The marks of a line read at a glance, by what stands beside each: enough for most news and prose.

Every character is reduced to its kind, and each mark between two kinds to a letter that says what it may be. The word
of these letters is scanned for quotations and apostrophes. Where a glance does not tell, and where straight marks may
be syntax, :mod:`banglanorm.normalization.labels` reads the line; what a glance tells is what that would say.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, product
from typing import NamedTuple

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
from banglanorm.normalization.rules.quotations import NamedMark
from banglanorm.normalization.syntax import has_line_evidence, may_hold_spans
from banglanorm.script.letters import DANDA

# Kinds as bytes; the ends of a line are kinds of their own.
_BYTES = {
    BENGALI: b"k",
    FOREIGN: b"a",
    BENGALI_DIGIT: b"0",
    ASCII_DIGIT: b"0",
    EDGE: b"_",
    END: b"e",
    BRACKET: b"(",
    DASH: b"-",
    COMMA: b",",
    STOP: b")",
    ANY_OTHER: b"*",
    "‘": b"1",
    "’": b"2",
    "“": b"3",
    "”": b"4",
    '"': b"5",
    "'": b"6",
}
_ODD_MARK = b"7"
_MARKS = b"1234567"
_WORD = b"ka0"
_SPACE = b" _e"
_NO_WORD = _SPACE + b"(-,.)*"


def _kinds() -> bytes:
    """Return the table from codes to kinds; dandas, ? and ! are no other stops, and tabs no spaces."""
    table = bytearray(b"?" * 256)
    for char in ALPHABET:
        kind = b" " if char == " " else b"." if char in DANDA + "?!" else _BYTES.get(kind_of(char), _ODD_MARK)
        table[codes(char)[0]] = kind[0]
    return bytes(table)


def _roles() -> Iterator[tuple[bytes, str]]:
    """Yield three kinds, of a mark and its neighbours, and what the mark may be; what is missing is odd."""
    for role, before, mark, after in (
        ("O", _NO_WORD + b"234", b"1", b"ka"),  # opens, or begins a word
        ("N", _NO_WORD + b"234", b"1", b"0"),  # opens, or stands for the century of a year
        ("Y", _WORD, b"1", b"k"),  # ʿayn, or opens where a space is missing
        ("A", b"k", b"2", b"k"),  # an apostrophe, or closes before an ending
        ("B", b"a0", b"2", b"k"),  # the same where a reading must say which
        ("B", b"k", b"2", b"a0"),
        ("F", _WORD, b"2", _SPACE),  # closes, or ends a word
        ("C", _WORD, b"2", b"(-,.)*134"),  # closes
        ("C", b"-,.)*4", b"2", _NO_WORD + b"134"),
        ("D", _SPACE + b"(-", b"3", _WORD + _NO_WORD + _MARKS),  # opens a double quotation
        ("D", _WORD + b",.)*" + _MARKS, b"3", _WORD + b"(-*" + _MARKS),
        ("E", _WORD + b".)*" + _MARKS, b"4", _WORD + _NO_WORD + _MARKS),  # closes one
        ("E", _SPACE + b"(-,", b"4", _NO_WORD + _MARKS),
        ("s", _SPACE, b"5", b"k"),  # straight marks: opens a double quotation
        ("t", b"k,.)", b"5", _NO_WORD),  # closes one
        ("o", _SPACE, b"6", b"k"),  # opens, or begins a word
        ("f", b"k", b"6", _SPACE),  # closes, or ends a word
        ("c", b"k", b"6", b"(-,.)*"),  # closes
        ("c", b",.)", b"6", _NO_WORD),
        ("a", b"k", b"6", b"k"),  # an apostrophe, or closes before an ending
    ):
        for kinds in product(before, mark, after):
            yield bytes(kinds), role


_KINDS = _kinds()
_KNOWN_KINDS = _KINDS  # where ? stands for itself
_UNKNOWN_KINDS = bytes(ord("?") if code == codes(UNKNOWN)[0] else kind for code, kind in enumerate(_KINDS))
_ROLES = dict(_roles())
_IS_MARK = bytes(kind in _MARKS for kind in range(256))
_LONGEST = 1 << 16  # places take room
_PAD = b"eee"
_PADDED = _PAD + b"%b" + _PAD
# Where straight marks stand in prose as in no data and no program: no pattern for a mark as syntax matches there.
_IN_PROSE = (
    rb"(?:(?<=ee)|(?<=k[k,.)24] ))[56](?=k)"
    rb"|(?<=[k.)])[56](?=e| [ka0e1234(-]|\.[ ek]|, k|-|\)(?:e| k))"
    rb"|(?<=,)[56](?= k)"
    rb"|(?<=k)6(?=k)"
)


@cache
def _in_prose() -> re.Pattern[bytes]:
    return re.compile(_IN_PROSE)


class Glance(NamedTuple):
    """What a glance tells of the marks of a line: where ’ is an apostrophe, and what straight marks are to be."""

    apostrophes: list[int]
    quotation_marks: list[tuple[int, str]]

    @property
    def is_nothing(self) -> bool:
        """Whether every mark stays as it is."""
        return not (self.apostrophes or self.quotation_marks)

    def changes(self) -> list[NamedMark]:
        """Return the changes to the line, for straight apostrophes and curly quotation marks."""
        changes = [(at, at + 1, "'", "apostrophes") for at in self.apostrophes]
        if not self.quotation_marks:
            return changes
        return sorted(changes + [(at, at + 1, mark, "quotation_marks") for at, mark in self.quotation_marks])


_NOTHING = Glance([], [])


def glance(line: str, coded: bytes, *, has_unknown: bool) -> Glance | None:
    """Say which marks of a line are written otherwise; all others stay as they are. None where a glance does not tell.

    ``coded`` are the codes of the line, ``has_unknown`` says whether some of its characters have none of their own.

    >>> lines = ("তিনি ‘শক্তিশালী’ হলেন।", "‘যদি’র কথা দু’জন জানে", "যদি’ কেন‘ ‘নয়")
    >>> [glance(line, codes(line), has_unknown=False) for line in lines]
    [Glance(apostrophes=[], quotation_marks=[]), Glance(apostrophes=[13], quotation_marks=[]), None]
    """
    if len(line) > _LONGEST:
        return None
    kinds = _PADDED % coded.translate(_UNKNOWN_KINDS if has_unknown else _KNOWN_KINDS)
    spots = kinds.translate(_IS_MARK)
    roles = ""
    places = []
    at = spots.find(1)
    while at > 0:
        role = _ROLES.get(kinds[at - 1 : at + 2])
        if role is None:
            return None
        roles += role
        places.append(at - len(_PAD))
        at = spots.find(1, at + 1)
    for role, is_odd in _IF_NOT:
        if role in roles and any(
            is_odd(line, place) for place, each in zip(places, roles, strict=True) if each == role
        ):
            return None
    roles = roles.translate(_THEN)
    if _MAY_CHANGE.isdisjoint(roles):
        return _NOTHING
    if may_hold_spans(line) or not (_MAY_BE_SYNTAX.isdisjoint(roles) or _is_prose(line, kinds, places, roles)):
        return None
    return _Scan(line, places, roles).read()


def _is_final(line: str, at: int) -> bool:
    """Say whether a mark at the end of a word may belong to it; the last characters tell of most."""
    tails = final_tails()
    return (line[at - 2 : at] in tails or line[at - 1] in tails) and may_end(line, at)


def _begins(line: str, at: int) -> bool:
    return begins(line, at, at + 1)


# Roles that are odd if something holds, and what they are otherwise.
_IF_NOT = (("F", _is_final), ("f", _is_final), ("N", _begins))
_THEN = str.maketrans("FfN", "CcO")
_MAY_CHANGE = frozenset("ABstoca")
_MAY_BE_SYNTAX = frozenset("stoc")


def _is_prose(line: str, kinds: bytes, places: Sequence[int], roles: str) -> bool:
    """Say whether no straight mark of the line may be syntax."""
    match = _in_prose().match
    for place, role in zip(places, roles, strict=True):
        if role.islower() and not match(kinds, place + len(_PAD)):
            return False
    return not (has_line_evidence(line, "doubt") or has_line_evidence(line, "line"))


def _spare_before(spare: int, role: str) -> int:
    return spare + 1 if role in "Cc" else max(0, spare - 1) if role in "Oo" else spare


class _Scan:
    """One pass over the marks of a line, left to right, with a stack of the quotations that are open."""

    def __init__(self, line: str, places: Sequence[int], roles: str) -> None:
        self._line, self._places, self._roles = line, places, roles
        self._stack: list[int] = []  # the numbers of the opening marks
        self._singles: list[int] = []  # those of them that are single
        self._spares: list[int] = []
        self._apostrophes: list[int] = []
        self._quotation_marks: list[tuple[int, str]] = []

    def read(self) -> Glance | None:
        """Scan the line; None where a glance does not tell what some mark is."""
        for number, role in enumerate(self._roles):
            if role in "Ds":
                self._stack.append(number)
            elif role in "EtCc":
                self._close(number, is_double=role in "Et")
            elif not (self._opens(number) if role in "Oo" else self._stands_in_word(number, role)):
                return None
        return Glance(self._apostrophes, self._quotation_marks)

    def _opens(self, number: int) -> bool:
        if not _begins(self._line, self._places[number]) or self._spare(number) > len(self._singles):
            self._stack.append(number)
            self._singles.append(number)
        return True

    def _stands_in_word(self, number: int, role: str) -> bool:
        """Take a mark between letters: an apostrophe, ʿayn, or the end of a quotation before an ending."""
        if role == "Y":
            return self._spare(number) <= len(self._singles)
        if self._singles and not self._continues(number, role):
            self._close(number, is_double=False)
            return True
        if role == "A":
            self._apostrophes.append(self._places[number])
        return role != "B"

    def _continues(self, number: int, role: str) -> bool:
        line, at = self._line, self._places[number]
        if clings(line, at + 1):
            return False
        if elides(line, at) or (role == "a" and self._roles[self._singles[-1]] == "O"):
            return True
        return self._spare(number) >= len(self._singles)

    def _spare(self, number: int) -> int:
        """Return how many closing marks are left over after this one when every later quotation has its own."""
        if not self._spares:
            after = accumulate(reversed(self._roles), _spare_before, initial=0)
            self._spares = list(after)[-2::-1]
        return self._spares[number]

    def _close(self, number: int, *, is_double: bool) -> None:
        """Close the innermost open quotation of this kind; what is still open inside it stays without a partner."""
        while len(self._stack) > len(self._singles) if is_double else self._singles:
            opening = self._stack.pop()
            opened_double = self._roles[opening] in "Ds"
            if not opened_double:
                self._singles.pop()
            if opened_double == is_double:
                self._pair(opening, number, "“”" if is_double else "‘’")
                return

    def _pair(self, opening: int, closing: int, pair: str) -> None:
        for number, mark in zip((opening, closing), pair, strict=True):
            if self._roles[number].islower():
                self._quotation_marks.append((self._places[number], mark))
