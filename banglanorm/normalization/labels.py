"""Apostrophe or quotation mark: one scan of a line with a stack of open quotations.

Bengali writes one and the same mark for both: ’ between letters is an apostrophe in দু’জন and closes a quotation in
‘যদি’র, and in news the second is the more frequent. So what a mark is depends on what is open before it and on what
is left to close after it. The order of the questions follows a trial on 594 hand-labelled marks.

:func:`label_pieces` works on the description of one line (:mod:`banglanorm.normalization.marks`) and says which
opening mark goes with which closing one. Time is linear in the number of marks.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Literal

from banglanorm.normalization.marks import (
    BENGALI,
    BRACKET,
    COMMA,
    DASH,
    DIGITS,
    EDGE,
    END,
    FOREIGN,
    STOP,
    WORD,
    Piece,
)

Role = Literal["apostrophe", "open", "close", "other"]

_MOST_KEPT = 1 << 10  # labels of a line, where no quotation is open
_SINGLE_CLOSERS = "’'´"
_FOREIGN = FOREIGN + "0"
_BEFORE_OPENING = EDGE + BRACKET + DASH


@dataclass(slots=True)
class Label:
    """The role of the marks number ``first`` to ``last`` of a line; two marks where a doubled mark is one.

    ``text`` is how they are written. ``partner`` is the number of the label it is paired with, -1 where there is none.
    ``keeps`` is true for what no rule may touch: an apostrophe in a word of another script (Google's), ‘ for the Arabic
    letter ʿayn in a Bengali word (দু‘আ), straight marks that may be syntax.
    """

    first: int
    last: int
    text: str
    role: Role
    partner: int = -1
    keeps: bool = False


def label_pieces(pieces: Sequence[Piece], delimiters: str = "") -> list[Label]:
    """Label the marks of one line, in order, from what stands around them; ``delimiters`` are marks that stay as typed.

    >>> from banglanorm.normalization.marks import read_marks
    >>> [(label.text, label.role, label.partner) for label in label_pieces(read_marks("‘‘সীমা’’ দু’টি").pieces)]
    [('‘‘', 'open', 1), ('’’', 'close', 0), ('’', 'apostrophe', -1)]
    """
    return list(each_label(pieces, delimiters))


def each_label(pieces: Sequence[Piece], delimiters: str = "") -> Iterator[Label]:
    """Yield what :func:`label_pieces` returns, and keep few labels of a long line at a time."""
    return _Scan(pieces, delimiters).labels()


# --- what is left to close ------------------------------------------------------------------------------------------


def _spares(pieces: Sequence[Piece]) -> list[int]:
    """Return for each piece how many single closing marks after it no later opening mark needs."""
    after = accumulate(reversed(pieces), _spare_before, initial=0)
    return list(after)[-2::-1]


def _spare_before(spare: int, piece: Piece) -> int:
    if piece.is_code:
        return 0 if piece.ends_text else spare
    return max(0, spare - _weight(piece))


def _weight(piece: Piece) -> int:
    """Return +1 for a mark that can only open, -1 for one that can only close, 0 for the others."""
    char, before, after = piece.char, piece.before, piece.after
    if piece.length > 1 or char not in "‘`‛’'´":
        return 0
    if char in "‘`‛":
        return 0 if before in WORD or after in EDGE + END else 1
    if after in WORD:
        return 1 if char == "'" and before not in WORD else 0
    if before == EDGE:
        return 0
    return 0 if piece.may_end and after != END else -1


# --- the scan -------------------------------------------------------------------------------------------------------


class _Scan:
    """One pass over the pieces of a line, left to right, with a stack of the quotations that are open."""

    def __init__(self, pieces: Sequence[Piece], delimiters: str) -> None:
        self.pieces = pieces
        self.delimiters = delimiters
        self.found: list[Label] = []
        self.given = 0  # how many labels went out before those
        self.stack: list[tuple[int, bool]] = []  # the number of the opening label, and whether it is double
        self.open = [0, 0]  # how many single and double quotations are on the stack
        self.singles: list[Label] = []  # the opening labels of the single ones
        self.at = 0  # the number of the next mark
        self.number = 0  # the number of this piece
        self.spares: list[int] | None = None

    def labels(self) -> Iterator[Label]:
        """Scan the line and yield the labels of its marks, in order; they are final where nothing is open."""
        for number, piece in enumerate(self.pieces):
            self.number = number
            if piece.is_code:
                self._others(piece, piece.length)
                if piece.ends_text:
                    self._leave_open()
            else:
                _HANDLERS[piece.char](self, piece)
            if not self.stack and len(self.found) > _MOST_KEPT:
                yield from self.found
                self.given += len(self.found)
                self.found.clear()
        yield from self.found

    def _add(self, piece: Piece, role: Role, width: int = 1, *, keeps: bool = False) -> Label:
        char = piece.char
        at = self.at
        self.at = at + width
        last = at if width == 1 else at + width - 1
        label = Label(at, last, char * width, role, -1, keeps or char in self.delimiters)
        self.found.append(label)
        return label

    def _apostrophe(self, piece: Piece) -> None:
        """An apostrophe, or ‘ for the Arabic letter ʿayn at the beginning, in the middle or at the end of a word."""
        beside = (piece.before, piece.after)
        is_ayn = piece.char in "‘‛" and piece.after not in DIGITS and BENGALI in beside
        self._add(piece, "apostrophe", keeps=is_ayn or (FOREIGN in beside and BENGALI not in beside))

    def _label(self, number: int) -> Label:
        return self.found[number - self.given]

    def _others(self, piece: Piece, count: int) -> None:
        for _ in range(count):
            self._add(piece, "other")

    def _open(self, piece: Piece, *, double: bool, width: int = 1) -> None:
        self.stack.append((self.given + len(self.found), double))
        self.open[double] += 1
        label = self._add(piece, "open", width)
        if not double:
            self.singles.append(label)

    def _pop(self) -> tuple[int, bool]:
        """Take the innermost open quotation off the stack."""
        number, double = self.stack.pop()
        self.open[double] -= 1
        if not double:
            self.singles.pop()
        return number, double

    def _leave_open(self) -> None:
        """Forget the open quotations: the text they stand in has ended."""
        while self.stack:
            self._pop()

    def _close(self, piece: Piece, *, double: bool, width: int = 1) -> None:
        """Close the innermost open quotation of this kind; what is still open inside it stays without a partner."""
        number = self.given + len(self.found)
        self._add(piece, "close", width)
        while self.open[double]:
            opening, kind = self._pop()
            if kind == double:
                self._pair(opening, number)
                return

    def _pair(self, opening: int, closing: int) -> None:
        first, last = self._label(opening), self._label(closing)
        first.partner, last.partner = closing, opening
        is_markup = first.text == last.text == "''"  # of italics, or a quotation: who knows
        if is_markup or first.keeps or last.keeps:
            first.keeps = last.keeps = True

    def _may_be_markup(self, piece: Piece) -> bool:
        return piece.char == "`" and self.number < self._last_backquote

    @cached_property
    def _last_backquote(self) -> int:
        """Return the number of the last backquote that may close one, or -1."""
        marks = ((number, piece) for number, piece in enumerate(self.pieces) if piece.char == "`" and not piece.is_code)
        return max((number for number, piece in marks if piece.after not in WORD), default=-1)

    def _spare(self) -> int:
        """Return how many closing marks are left over after this piece when every later quotation has its own."""
        if self.spares is None:
            self.spares = _spares(self.pieces)
        return self.spares[self.number]

    # --- single marks -----------------------------------------------------------------------------------------------

    def single(self, piece: Piece) -> None:
        """Label a mark or run of ‘ ’ ' ` ´ ‛ by what stands before and after it."""
        if piece.length > 1:
            self._doubled(piece)
        elif piece.before in WORD:
            if piece.after in WORD:
                self._between(piece)
            else:
                self._ending(piece)
        elif piece.after in WORD:
            self._beginning(piece)
        else:
            self._loose(piece, double=False)

    def _between(self, piece: Piece) -> None:
        opened = self.open[False]
        if piece.before in DIGITS and piece.after in DIGITS:
            self._add(piece, "other")  # 5'10
        elif piece.before in _FOREIGN and piece.after in _FOREIGN:
            self._add(piece, "apostrophe", keeps=True)
        elif piece.char in "‘`‛":
            lacks_space = piece.is_long and not piece.elides and self._spare() > opened
            if lacks_space:
                self._open(piece, double=False)
            else:
                self._apostrophe(piece)
        elif self._continues(piece):
            self._add(piece, "apostrophe")
        else:
            self._close(piece, double=False)

    def _continues(self, piece: Piece) -> bool:
        """Say whether a closing mark between letters is an apostrophe: the word goes on behind it."""
        opened = self.open[False]
        if not opened:
            return True
        if piece.has_word:
            return False
        if piece.elides and not piece.has_suffix:
            return True
        if piece.char == "'" and self.singles[-1].text in "‘‛":
            return True
        return self._spare() >= opened

    def _beginning(self, piece: Piece) -> None:
        opened = self.open[False]
        if piece.char == "´":
            self._add(piece, "other")
        elif piece.begins and self._spare() <= opened and not self._may_be_markup(piece):
            self._apostrophe(piece)
        elif opened and piece.char in _SINGLE_CLOSERS and piece.before not in _BEFORE_OPENING + '"“«‘':
            self._close(piece, double=False)
        else:
            self._open(piece, double=False)

    def _ending(self, piece: Piece) -> None:
        opened = self.open[False]
        may_end = piece.char in "‘‛" or piece.may_end  # রুকূ‘, একশ’ টাকা
        if piece.char == "`":
            self._backquote(piece)
        elif piece.char == "'" and piece.before in DIGITS and not opened:
            self._add(piece, "other")
        elif may_end and (not opened or self._spare() >= opened):
            self._apostrophe(piece)
        elif not opened and piece.before in _FOREIGN:
            self._add(piece, "apostrophe", keeps=True)
        else:
            self._close(piece, double=False)

    def _backquote(self, piece: Piece) -> None:
        """A closing backquote: the pair is markup for code, whatever it holds."""
        self._add(piece, "other")
        if self.stack and self._label(self.stack[-1][0]).text == "`":
            opening, _ = self._pop()
            self._label(opening).role = "other"

    def _loose(self, piece: Piece, *, double: bool) -> None:
        """A mark with no letter on either side: space and brackets say where it belongs, and what is open."""
        has_text_after = piece.after not in EDGE + END
        is_end = self.open[double] > 0 and piece.after in COMMA + STOP
        if has_text_after and not is_end and (piece.before in EDGE + BRACKET or piece.char in "‘`‛“„«"):
            self._open(piece, double=double)
        elif self.open[double] or piece.before != EDGE or piece.after == END:
            if piece.char == "`":
                self._backquote(piece)
            else:
                self._close(piece, double=double)
        else:
            self._open(piece, double=double)

    # --- doubled and double marks -----------------------------------------------------------------------------------

    def _doubled(self, piece: Piece) -> None:
        char, length = piece.char, piece.length
        before, after = piece.before in WORD, piece.after in WORD
        if length > (3 if char in "‘’" else 2):
            self._others(piece, length)
        elif char in "‘`" and not (self.open[True] and before and not after):
            self._open(piece, double=True, width=2)
            if length == 3:
                self._open(piece, double=False)
        elif self.stack:
            self._close_run(piece)
        elif not before and after and length == 2:
            self._open(piece, double=True, width=2)
        elif not before and (after or char == "'"):
            self._others(piece, length)  # ’’’ of a wiki's bold text, '' for an empty string in code
        else:
            self._close(piece, double=True, width=2)
            self._others(piece, length - 2)

    def _close_run(self, piece: Piece) -> None:
        """Share a run of closing marks among the open quotations, the innermost first."""
        left = piece.length
        while left:
            double = self.stack[-1][1] if self.stack else False
            width = 2 if double and left > 1 else 1
            self._close(piece, double=width == 2, width=width)
            left -= width

    def straight(self, piece: Piece) -> None:
        """Label ": inches, a string in code, or a quotation that opens or closes."""
        before, after = piece.before, piece.after
        opened = self.open[True]
        if before in DIGITS and not opened:
            self._add(piece, "other")  # inches, seconds
        elif before in WORD:
            if opened or after not in WORD:
                self._close(piece, double=True)
            else:
                self._open(piece, double=True)
        elif after not in WORD:
            self._loose(piece, double=True)
        elif opened and before not in _BEFORE_OPENING + "'‘’“”«":
            self._close(piece, double=True)
        else:
            self._open(piece, double=True)

    def opening(self, piece: Piece) -> None:
        """Label “ „ «."""
        closes = piece.before not in _BEFORE_OPENING and piece.after in EDGE + END + COMMA + STOP
        if closes and self.open[True]:  # „…“, and “…“ typed the wrong way
            self._close(piece, double=True)
        else:
            self._open(piece, double=True)

    def closing(self, piece: Piece) -> None:
        """Label ” »."""
        opens = piece.before in _BEFORE_OPENING + COMMA and piece.after in WORD
        if opens and not self.open[True]:  # ”…” typed the wrong way
            self._open(piece, double=True)
        else:
            self._close(piece, double=True)

    def prime(self, piece: Piece) -> None:
        """Label ′: feet and minutes, but an apostrophe inside a Bengali word."""
        in_word = piece.before == BENGALI and piece.after in WORD
        self._add(piece, "apostrophe" if in_word else "other")

    def modifier(self, piece: Piece) -> None:
        """Label ʼ, which is an apostrophe everywhere."""
        self._add(piece, "apostrophe")

    def other(self, piece: Piece) -> None:
        """Label ‚ and ″, which are neither apostrophes nor quotation marks here."""
        self._add(piece, "other")


_HANDLERS: dict[str, Callable[[_Scan, Piece], None]] = {
    **dict.fromkeys("‘’'`´‛", _Scan.single),
    '"': _Scan.straight,
    **dict.fromkeys("“„«", _Scan.opening),
    **dict.fromkeys("”»", _Scan.closing),
    "′": _Scan.prime,
    "ʼ": _Scan.modifier,
    **dict.fromkeys("‚″", _Scan.other),
}
