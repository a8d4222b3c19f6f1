"""The marks of a line read at a glance, by what stands beside each: enough for most news and prose.

Every character is reduced to its kind, and each mark between two kinds to a letter that says what it may be. The word
of these letters is scanned for quotations and apostrophes. Where a glance does not tell, and where straight marks may
be syntax, :mod:`banglanorm.normalization.labels` reads the line; what a glance tells is what that would say.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
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
from banglanorm.normalization.syntax import LINK_SIGNS, SPAN_SIGNS, has_line_evidence, in_prose
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
        ("O", _NO_WORD + b"2345", b"1", b"ka"),  # opens, or begins a word
        ("N", _NO_WORD + b"2345", b"1", b"0"),  # opens, or stands for the century of a year
        ("Y", _WORD, b"1", b"k"),  # ʿayn, or opens where a space is missing
        ("Z", b"k", b"1", _NO_WORD),  # ʿayn at the end of a word, or closes
        ("A", b"k", b"2", b"k"),  # an apostrophe, or closes before an ending
        ("B", b"a0", b"2", b"k"),  # the same where a reading must say which
        ("B", b"k", b"2", b"a0"),
        ("F", _WORD, b"2", b" _"),  # closes, or ends a word
        ("L", _WORD, b"2", b"e"),  # the same at the end of the line
        ("C", _WORD, b"2", b"(-,.)*1345"),  # closes
        ("C", b"-,.)*4", b"2", _NO_WORD + b"1345"),
        ("D", _SPACE + b"(-", b"3", _WORD + _NO_WORD + _MARKS),  # opens a double quotation
        ("D", _WORD + b",.)*" + _MARKS, b"3", _WORD + b"(-*" + _MARKS),
        ("E", _WORD + b".)*" + _MARKS, b"4", _WORD + _NO_WORD + _MARKS),  # closes one
        ("E", _SPACE + b"(-,", b"4", _NO_WORD + _MARKS),
        ("P", _WORD + b",.)*" + _MARKS, b"3", _SPACE + b",.)"),  # closes what is open, else opens
        ("Q", _SPACE + b"(-,", b"4", _WORD),
        ("s", _SPACE + b"(-", b"5", _WORD),  # straight marks: opens a double quotation
        ("s", _SPACE + b"(", b"5", _MARKS),
        ("t", _WORD + b",.)", b"5", _NO_WORD + _MARKS),  # closes one
        ("t", b"24", b"5", _NO_WORD),
        ("t", _SPACE, b"5", b"e"),
        ("p", _SPACE, b"5", b" _"),  # closes what is open, else opens
        ("p", b",.)*", b"5", b"k"),
        ("o", _SPACE + b"(-3", b"6", b"ka"),  # opens, or begins a word
        ("f", _WORD, b"6", _SPACE),  # closes, or ends a word
        ("c", _WORD, b"6", b"(-,.)*1345"),  # closes
        ("c", b",.)", b"6", _NO_WORD + b"1345"),
        ("a", b"k", b"6", b"k"),  # an apostrophe, or closes before an ending
    ):
        for kinds in product(before, mark, after):
            yield bytes(kinds), role


_KINDS = _kinds()  # where ? stands for itself
_UNKNOWN_KINDS = bytes(ord("?") if code == codes(UNKNOWN)[0] else kind for code, kind in enumerate(_KINDS))
_ROLES = dict(_roles())
_ROLES |= {kinds[:2]: role for kinds, role in _ROLES.items() if kinds.endswith(_BYTES[END])}  # at the end of a line
_LINE_END = codes(END)
_LONGEST = 1 << 16  # places take room
_MOST_REMEMBERED_ROLES = 32  # of a line: with these the plans take 2 MB at most
_ODD = "x"
_NO_MARKS = bytes(code for code, kind in enumerate(_KINDS) if kind not in _MARKS)


class Glance(NamedTuple):
    """What a glance tells of the marks of a line: where ’ is an apostrophe, and what straight marks are to be."""

    apostrophes: Sequence[int]
    quotation_marks: Sequence[tuple[int, str]]

    def changes(self) -> list[NamedMark]:
        """Return the changes to the line, for straight apostrophes and curly quotation marks."""
        changes = [(at, at + 1, "'", "apostrophes") for at in self.apostrophes]
        if not self.quotation_marks:
            return changes
        return sorted(changes + [(at, at + 1, mark, "quotation_marks") for at, mark in self.quotation_marks])

    def write(self, line: str) -> str:
        """Return the line with these changes."""
        marks = [(at, "'") for at in self.apostrophes]
        if self.quotation_marks:
            marks = sorted([*marks, *self.quotation_marks])
        pieces: list[str] = []
        done = 0
        for at, mark in marks:
            pieces += line[done:at], mark
            done = at + 1
        return "".join(pieces) + line[done:]


NOTHING = Glance((), ())


def marks_among(coded: bytes) -> bytes:
    """Return the codes of the marks in the codes of a line, in order."""
    return coded.translate(None, _NO_MARKS)


def glance(line: str, coded: bytes, marks: bytes, scopes: tuple[str, ...], *, has_unknown: bool) -> Glance | None:
    """Say which marks of a line are written otherwise; all others stay as they are. None where a glance does not tell.

    ``coded`` are the codes of the line, ``marks`` those of its marks in order, ``scopes`` those of the rows of syntax
    that are still to be asked about it as a whole; ``has_unknown`` says whether some character has no code of its own.

    >>> lines = ("তিনি ‘শক্তিশালী’ হলেন।", "‘যদি’র কথা দু’জন জানে", "‘যদি কেন‘ নয়")
    >>> coded = [(line, codes(line)) for line in lines]
    >>> [glance(line, code, marks_among(code), ("doubt", "line"), has_unknown=False) for line, code in coded]
    [Glance(apostrophes=(), quotation_marks=()), Glance(apostrophes=[13], quotation_marks=[]), None]
    """
    if len(line) > _LONGEST:
        return None
    places, roles = _roles_in(coded, marks, _UNKNOWN_KINDS if has_unknown else _KINDS)
    if not _FINAL_OR_YEAR.isdisjoint(roles):
        roles = _told_apart(line, places, roles, _FINAL_OR_YEAR)
    if _ODD in roles:
        return None
    if _MAY_CHANGE.isdisjoint(roles):
        return NOTHING
    if coded.translate(None, _IN_NO_SPAN_SIGN) and _may_stand_in_span(coded, places, roles):
        return None
    if not _MAY_BE_SYNTAX.isdisjoint(roles) and not _is_prose(line, places, roles, scopes):
        return None
    if not _OPENERS.isdisjoint(roles):
        roles = _told_apart(line, places, roles, _OPENERS)
        # A word that begins with a mark opens nothing where no mark is left over to close it.
        if not (_INSIDE.isdisjoint(roles) or (_OPENERS.isdisjoint(roles) and _CLOSERS.isdisjoint(roles))):
            roles = _told_apart(line, places, roles, _INSIDE)
    plan = _plan(roles) if len(roles) <= _MOST_REMEMBERED_ROLES else _Scan(roles).plan()
    if plan is None:
        return None
    apostrophes, quotation_marks = plan
    if not (apostrophes or quotation_marks):
        return NOTHING
    return Glance(
        [places[number] for number in apostrophes],
        [(places[number], mark) for number, mark in quotation_marks],
    )


def _roles_in(coded: bytes, marks: bytes, kinds: bytes) -> tuple[list[int], str]:
    """Return where the marks are, and what each may be by the ``kinds`` of the codes beside it."""
    places, roles = [], ""
    at = -1
    for mark in marks:
        at = coded.find(mark, at + 1)
        places.append(at)
        beside = coded[at - 1 : at + 2] if at else _LINE_END + coded[:2]
        roles += _ROLES.get(beside.translate(kinds), _ODD)
    return places, roles


def _told_apart(line: str, places: Sequence[int], roles: str, among: frozenset[str]) -> str:
    """Return the roles with those ``among`` them told apart by the words beside their marks."""
    told = ""
    for at, role in zip(places, roles, strict=True):
        told += _BY_WORD[role](line, at) if role in among else role
    return told


def _is_final(line: str, at: int) -> bool:
    """Say whether a mark at the end of a word may belong to it; the last characters tell of most."""
    tails = final_tails()
    return (line[at - 2 : at] in tails or line[at - 1] in tails) and may_end(line, at)


def _at_end(role: str) -> Callable[[str, int], str]:
    """Return what tells a mark at the end of a word apart; those of Latin plurals stay as typed, which no role says."""
    return lambda line, at: "C" if not _is_final(line, at) else _ODD if line[at - 1].isascii() else role


def _inside(role: str, closes: str, elided: str) -> Callable[[str, int], str]:
    """Return what tells a mark between letters apart: before what clings to a quotation, and behind an elided word."""
    return lambda line, at: closes if clings(line, at + 1) else elided if elides(line, at) else role


# Roles that depend on the words beside the marks, and what they are told to be.
_BY_WORD: dict[str, Callable[[str, int], str]] = {
    "F": _at_end("G"),
    "L": _at_end("H"),
    "f": lambda line, at: _ODD if _is_final(line, at) else "c",
    "N": lambda line, at: _ODD if begins(line, at, at + 1) else "O",
    "O": lambda line, at: "I" if begins(line, at, at + 1) else "O",
    "o": lambda line, at: "i" if begins(line, at, at + 1) else "o",
    "A": _inside("A", "U", "V"),
    "a": _inside("a", "u", "v"),
    "B": _inside("B", "W", "X"),
}
_FINAL_OR_YEAR = frozenset("FLfN")
_OPENERS = frozenset("Oo")
_CLOSERS = frozenset("CcH")
_INSIDE = frozenset("AaB")
_IN_WORDS = frozenset("AaBUuVvWX")
_MAY_CHANGE = frozenset("ABGHPQZstpoca")
_MAY_BE_SYNTAX = frozenset("GHstpoc")  # or may be taken for it once written
_MAY_STAND_IN_LINK = frozenset("aABo")  # all others end it
_SPAN_SIGNS = [codes(sign) for sign in SPAN_SIGNS]
_LINK_SIGNS = frozenset(map(codes, LINK_SIGNS))
_IN_NO_SPAN_SIGN = bytes(set(range(256)) - set(codes("<`{]:/w")))  # which are the rarest in each sign


def _may_stand_in_span(coded: bytes, places: Sequence[int], roles: str) -> bool:
    """Say whether some mark may stand in a tag, a code span or a link."""
    signs = [sign for sign in _SPAN_SIGNS if sign in coded]
    if not signs:
        return False
    link = min(map(coded.find, signs)) if _LINK_SIGNS.issuperset(signs) else 0
    return not link or any(role in _MAY_STAND_IN_LINK for at, role in zip(places, roles, strict=True) if at > link)


def _is_prose(line: str, places: Sequence[int], roles: str, scopes: tuple[str, ...]) -> bool:
    """Say whether no straight mark of the line may be syntax."""
    is_in_prose = in_prose().match
    for at, role in zip(places, roles, strict=True):
        if (role.islower() or role in "GH") and not is_in_prose(line, at):
            return False
    return not has_line_evidence(line, *scopes)


# The numbers of the marks that are apostrophes; the numbers of straight marks, and what they are to be.
_Plan = tuple[list[int], list[tuple[int, str]]]


class _Scan:
    """One pass over the roles of a line, left to right, with a stack of the quotations that are open."""

    def __init__(self, roles: str) -> None:
        self._roles = roles
        self._stack: list[int] = []  # the numbers of the opening marks
        self._singles: list[int] = []  # those of them that are single
        self._spares: list[int] = []
        self._apostrophes: list[int] = []
        self._quotation_marks: list[tuple[int, str]] = []

    def plan(self) -> _Plan | None:
        """Scan the line; None where a glance does not tell what some mark is."""
        for number, role in enumerate(self._roles):
            if role in "Ds" or (role in "PQp" and len(self._stack) == len(self._singles)):
                self._stack.append(number)
            elif role in "EPQtpCc":
                self._close(number, is_double=role not in "Cc")
            elif role in "Oo" or (role in "Ii" and self._spare(number) > len(self._singles)):
                self._stack.append(number)
                self._singles.append(number)
            elif role == "Y":
                if self._spare(number) > len(self._singles):
                    return None
            elif role == "Z":
                if self._spare(number) < len(self._singles):
                    return None
            elif role in "GH":
                self._ends_word(number)
            elif role in _IN_WORDS and not self._stands_in_word(number, role):
                return None
        return self._apostrophes, self._quotation_marks

    def _ends_word(self, number: int) -> None:
        """Take a mark at the end of a word that may belong to it."""
        if not self._singles or self._spare(number) >= len(self._singles):
            self._apostrophes.append(number)
        else:
            self._close(number, is_double=False)

    def _stands_in_word(self, number: int, role: str) -> bool:
        """Take a mark between letters: an apostrophe, or the end of a quotation before an ending."""
        if self._singles and not self._continues(number, role):
            self._close(number, is_double=False)
            return True
        if role in "AUV":
            self._apostrophes.append(number)
        return role not in "BWX"

    def _continues(self, number: int, role: str) -> bool:
        """Say whether the word goes on behind a mark inside it, and the quotation it stands in as well."""
        if role in "UuWVvX":
            return role in "VvX"
        in_curly = role == "a" and self._roles[self._singles[-1]] in "OI"
        return in_curly or self._spare(number) >= len(self._singles)

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
            opened_double = self._roles[opening] in "DPQsp"
            if not opened_double:
                self._singles.pop()
            if opened_double == is_double:
                self._pair(opening, number, "“”" if is_double else "‘’")
                return

    def _pair(self, opening: int, closing: int, pair: str) -> None:
        for number, mark, typed_otherwise in zip((opening, closing), pair, "QP", strict=True):
            if self._roles[number].islower() or self._roles[number] == typed_otherwise:
                self._quotation_marks.append((number, mark))


def _spare_before(spare: int, role: str) -> int:
    return spare + 1 if role in "CcH" else max(0, spare - 1) if role in "OoIi" else spare


@lru_cache(maxsize=2048)
def _plan(roles: str) -> _Plan | None:
    return _Scan(roles).plan()
