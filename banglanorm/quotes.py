"""Apostrophe or quotation mark: one scan of a line with a stack of open quotations.

Bengali writes one and the same mark for both: ’ between letters is an apostrophe in দু’জন and closes a quotation in
‘যদি’র, and in news the second is the more frequent. So what a mark is depends on what is open before it and on what is
left to close after it. The order of the questions was tried on 594 hand-labelled marks of news; the words that decide
are rows of ``data/apostrophe_words.tsv``.

A paragraph is a line. ``label_quotes`` gives every mark its role; ``label_line`` is the same for one line, cheaper, and
says which opening mark goes with which closing mark. Every step looks at a bounded piece of text, or once at the whole
line, so time is linear in its length.

>>> [(mark.char, mark.role) for mark in label_quotes("দু’জনের ‘শক্তিশালী’ সফর")]
[('’', 'apostrophe'), ('‘', 'open'), ('’', 'close')]
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from string import ascii_letters, digits
from typing import Literal

from banglanorm.errors import require_str
from banglanorm.script import BENGALI_DIGITS, JOINERS, NUKTA, WORD_CHARACTERS, YA, YYA
from banglanorm.tables import read_table

Role = Literal["apostrophe", "open", "close", "other"]

MARKS = "‘’'`´‚ʼ‛′“”\"″«»„"
DOUBLE_MARKS = '“”"«»„'  # as quotation marks these are double by themselves, and ‘‘ ’’ '' `` are as pairs


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """The mark at ``text[index]`` and its role. The two halves of a doubled mark have the same role."""

    index: int
    char: str
    role: Role


# A mark at line[start:end], one character or two where a doubled mark is one quotation mark: start, end, role, the
# number of the label it is paired with (-1 where there is none), and whether it is an apostrophe in a word of another
# script (Google's), which is no business of a Bengali normalizer.
Label = tuple[int, int, Role, int, bool]


def label_quotes(text: str, /) -> list[QuoteMark]:
    """Give each apostrophe and quotation mark of ``text`` its role, in the order of the text.

    The role is ``"apostrophe"``, ``"open"``, ``"close"``, or ``"other"``: feet and minutes (৫′ ৬″, 5'10"), marks
    in URLs, tags and code, and ‚ that stands for a vowel sign. ``index`` counts code points in ``text``. Lines are
    labelled one by one, so a quotation that runs over several lines is not seen as one.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(mark.index, mark.role) for mark in label_quotes("‘যদি’র কথা, ’৭১ সাল")]
    [(0, 'open'), (4, 'close'), (12, 'apostrophe')]
    """
    require_str(text)
    found: list[QuoteMark] = []
    offset = 0
    for line in text.split("\n"):
        for start, end, role, _, _ in label_line(line):
            found += (QuoteMark(offset + at, line[at], role) for at in range(start, end))
        offset += len(line) + 1
    return found


def label_line(line: str) -> list[Label]:
    """Label the marks of one line, in order, as (start, end, role, partner, foreign).

    >>> label_line("‘‘সীমা’’ দু’টি")
    [(0, 2, 'open', 1, False), (6, 8, 'close', 0, False), (11, 12, 'apostrophe', -1, False)]
    """
    if _MARK.search(line) is None:
        return []
    return _Scan(line).labels()


def is_settled(line: str) -> bool:
    """Say whether the marks of ``line`` are nothing but plain pairs ‘…’ and “…” that hold no other mark.

    A quick test, true of many lines of news: their labels are open, close, open, close, each paired with the next.

    >>> is_settled("‘শক্তিশালী’ নেতা"), is_settled("দু’জন ‘নেতা’")
    (True, False)
    """
    return _settled().match(line) is not None


# --- patterns ---------------------------------------------------------------------------------------------------------

_WORD = frozenset(WORD_CHARACTERS + BENGALI_DIGITS + JOINERS + digits + ascii_letters)
_DIGITS = frozenset(BENGALI_DIGITS + digits)
_BENGALI = f"{WORD_CHARACTERS}{JOINERS}"
_SINGLE_CLOSERS = "’'´"
_CLOSERS = frozenset("’'")

_LONGEST = 16  # no word of the table is as long as this

# A run of one character is one piece: doubled marks, and the longer runs of wiki markup and rules.
_MARK = re.compile(f"‘++|’++|'++|`++|[{MARKS}]")
_REST_OF_WORD = re.compile(f"[{_BENGALI}{BENGALI_DIGITS}]{{0,{_LONGEST}}}")
_YEAR = re.compile(f"(?:[{BENGALI_DIGITS}]{{2}}|[0-9]{{2}})(?![0-9{BENGALI_DIGITS}])")
_SPEECH = re.compile(f"[^0-9{BENGALI_DIGITS}]?[,:] ")  # what comes before a speech; a list of years has digits there

# What is not running text: URLs, tags, pieces in backquotes that hold no Bengali.
_CODE = re.compile(
    r"(?:(?:https?|ftp)://|www\.)(?:[^\s<>\"‘’“”'`।]|'(?=\w))*+"
    r"|<[A-Za-z/!][^<>]*+>"
    r"|(?<!`)`++(?:[^`\u0980-\u09FF])*+`++"
)
_CODE_SIGNS = ("://", "www.", "<", "`")
_KEYS = re.compile(r'"[^"]*+"[ \t]*+:[ \t]*+["\[{]')  # "key": "value"


# --- the words that decide ------------------------------------------------------------------------------------------


@cache
def _words(kind: str) -> frozenset[str]:
    found = [row["word"] for row in read_table("apostrophe_words") if row["kind"] == kind]
    return frozenset(found + [word.replace(YA + NUKTA, YYA) for word in found])


@cache
def _settled() -> re.Pattern[str]:
    initial = "|".join(_words("initial"))
    bare = f"[^{MARKS}]*+"
    single = f"(?<![{_BENGALI}\\w])‘(?!(?:{initial})(?![{_BENGALI}]))(?=[{_BENGALI}]){bare}(?<=[{_BENGALI}])’"
    double = f"“(?=[{_BENGALI}]){bare}(?<=[{_BENGALI}।?!])”"
    return re.compile(f"{bare}(?:(?:{single}|{double})(?![{_BENGALI}\\w]){bare})*+\\Z")


def _is_word(char: str) -> bool:
    return char in _WORD or char.isalnum()


def _is_foreign(char: str) -> bool:
    return not "\u0980" <= char <= "\u09ff" and char not in JOINERS


def _spares(line: str) -> list[int]:
    """Return for each piece of ``_MARK`` how many single closing marks after it no later opening mark needs."""
    weights = [_weight(line, m.start(), m.end()) for m in _MARK.finditer(line)]
    after = accumulate(reversed(weights), lambda spare, weight: max(0, spare - weight), initial=0)
    return list(after)[-2::-1]


def _weight(line: str, start: int, end: int) -> int:
    """Return +1 for a mark that can only open, -1 for one that can only close, 0 for the others."""
    char = line[start]
    if end - start > 1 or char not in "‘`‛’'´":
        return 0
    before = line[start - 1] if start else "\n"
    after = line[end] if end < len(line) else "\n"
    if char in "‘`‛":
        return 0 if _is_word(before) or after.isspace() else 1
    if _is_word(after):
        return 1 if char == "'" and not _is_word(before) else 0
    if before.isspace():
        return 0
    return 0 if after == " " and _ends_in_apostrophe(line, start) else -1


def _word_before(line: str, at: int) -> str:
    """Return the word that ends at ``at``, or a longer piece than any word of the table."""
    least = max(0, at - _LONGEST)
    start = at
    while start > least and line[start - 1] in _WORD:
        start -= 1
    return line[start:at]


def _word_after(line: str, at: int) -> str:
    m = _REST_OF_WORD.match(line, at)
    return m[0] if m else ""


def _ends_in_apostrophe(line: str, at: int) -> bool:
    word = _word_before(line, at)
    if word in _words("final"):
        return True
    return word[-1:] == "শ" and len(word) > 1 and all(char in _DIGITS for char in word[:-1])  # ৫শ’


# --- the scan ---------------------------------------------------------------------------------------------------------


class _Scan:
    """One pass over the marks of a line, left to right, with a stack of the quotations that are open."""

    __slots__ = ("ends", "foreign", "line", "open", "partners", "piece", "roles", "spares", "stack", "starts")

    def __init__(self, line: str) -> None:
        self.line = line
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.roles: list[Role] = []
        self.partners: list[int] = []
        self.foreign: list[bool] = []
        self.stack: list[tuple[int, bool]] = []  # the number of the opening label, and whether it is double
        self.open = [0, 0]  # how many single and double quotations are on the stack
        self.piece = 0
        self.spares: list[int] | None = None

    def labels(self) -> list[Label]:
        line = self.line
        code = _code_spans(line)
        keys = _KEYS.search(line) is not None
        for self.piece, m in enumerate(_MARK.finditer(line)):
            start, end = m.span()
            char = line[start]
            while code and code[-1][1] <= start:
                code.pop()
            if (code and code[-1][0] <= start) or (char == '"' and keys):
                self._others(start, end)
            else:
                _HANDLERS[char](self, start, end)
        return list(zip(self.starts, self.ends, self.roles, self.partners, self.foreign, strict=True))

    def _add(self, start: int, end: int, role: Role, foreign: bool = False) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.roles.append(role)
        self.partners.append(-1)
        self.foreign.append(foreign)

    def _others(self, start: int, end: int) -> None:
        for at in range(start, end):
            self._add(at, at + 1, "other")

    def _open(self, start: int, end: int, double: bool) -> None:
        self.stack.append((len(self.starts), double))
        self.open[double] += 1
        self._add(start, end, "open")

    def _close(self, start: int, end: int, double: bool) -> None:
        """Close the innermost open quotation of this width; what is still open inside it stays without a partner."""
        number = len(self.starts)
        self._add(start, end, "close")
        while self.open[double]:
            opening, width = self.stack.pop()
            self.open[width] -= 1
            if width == double:
                self.partners[opening] = number
                self.partners[number] = opening
                return

    def _spare(self) -> int:
        """Return how many closing marks are left over after this piece when every later quotation has its own."""
        if self.spares is None:
            self.spares = _spares(self.line)
        return self.spares[self.piece]

    def _around(self, start: int, end: int) -> tuple[str, str]:
        line = self.line
        return (line[start - 1] if start else " ", line[end] if end < len(line) else " ")

    # --- single marks -------------------------------------------------------------------------------------------------

    def single(self, start: int, end: int) -> None:
        if end - start > 1:
            self._doubled(start, end)
            return
        before, after = self._around(start, end)
        if _is_word(before):
            if _is_word(after):
                self._between(start, end, before, after)
            else:
                self._ending(start, end, before, after)
        elif _is_word(after):
            self._beginning(start, end, before, after)
        else:
            self._loose(start, end, before, after, double=False)

    def _between(self, start: int, end: int, before: str, after: str) -> None:
        line, char, opened = self.line, self.line[start], self.open[False]
        if before in _DIGITS and after in _DIGITS:
            self._add(start, end, "other")  # 5'10
        elif _is_foreign(before) and _is_foreign(after):
            self._add(start, end, "apostrophe", foreign=True)
        elif char in "‘`‛":
            word = _word_before(line, start)
            missing_space = len(word) > 2 and word not in _words("elision") and self._spare() > opened
            if missing_space:
                self._open(start, end, double=False)
            else:
                self._add(start, end, "apostrophe")
        elif self._continues(start, end):
            self._add(start, end, "apostrophe")
        else:
            self._close(start, end, double=False)

    def _continues(self, start: int, end: int) -> bool:
        """Say whether a closing mark between letters is an apostrophe: the word goes on behind it."""
        opened = self.open[False]
        if not opened:
            return True
        rest = _word_after(self.line, end)
        if rest in _words("word"):
            return False
        if _word_before(self.line, start) in _words("elision") and rest not in _words("suffix"):
            return True
        if self.line[start] == "'" and self.line[self.starts[self._innermost()]] in "‘‛":
            return True
        return self._spare() >= opened

    def _innermost(self) -> int:
        return next(number for number, double in reversed(self.stack) if not double)

    def _beginning(self, start: int, end: int, before: str, after: str) -> None:
        char, opened = self.line[start], self.open[False]
        if char == "´" or (char == "'" and before in "=\\"):
            self._add(start, end, "other")
        elif self._is_initial(start, end) and self._spare() <= opened:
            self._add(start, end, "apostrophe")
        elif opened and char in _SINGLE_CLOSERS and not before.isspace() and before not in '([{-–—"“«‘':
            self._close(start, end, double=False)
        else:
            self._open(start, end, double=False)

    def _is_initial(self, start: int, end: int) -> bool:
        """Say whether a word or a year may begin with an apostrophe here: ’৭১, জীবন-’পরে, ‘আলাইহি."""
        line, word = self.line, _word_after(self.line, end)
        if _YEAR.match(line, end):
            return line[start] != "‘" or not _SPEECH.fullmatch(line, max(0, start - 3), start)
        return word in _words("initial") and line[end + len(word) : end + len(word) + 1] not in _CLOSERS

    def _ending(self, start: int, end: int, before: str, after: str) -> None:
        char, opened = self.line[start], self.open[False]
        if char == "`":
            self._backquote(start, end)
        elif char == "'" and before in _DIGITS and not opened:
            self._add(start, end, "other")
        elif self._may_end(start, after) and (not opened or self._spare() >= opened):
            self._add(start, end, "apostrophe")
        elif not opened and _is_foreign(before):
            self._add(start, end, "apostrophe", foreign=True)
        else:
            self._close(start, end, double=False)

    def _may_end(self, start: int, after: str) -> bool:
        """Say whether a word may end in an apostrophe here: একশ’ টাকা, ল’ ফার্ম, রুকূ‘."""
        return self.line[start] in "‘‛" or (after == " " and _ends_in_apostrophe(self.line, start))

    def _backquote(self, start: int, end: int) -> None:
        """A closing backquote: the pair is markup for code, whatever it holds."""
        self._add(start, end, "other")
        if self.stack and self.line[self.starts[self.stack[-1][0]]] == "`":
            opening, double = self.stack.pop()
            self.open[double] -= 1
            self.roles[opening] = "other"

    def _loose(self, start: int, end: int, before: str, after: str, *, double: bool) -> None:
        """A mark with no letter on either side: space and brackets say where it belongs, and what is open."""
        opens = (before.isspace() or before in "([{") and not after.isspace()
        if opens or (self.line[start] in "‘`‛“„«" and not after.isspace()):
            self._open(start, end, double)
        elif self.open[double] or end >= len(self.line) or not before.isspace():
            self._close(start, end, double)
        else:
            self._open(start, end, double)

    # --- doubled and double marks -------------------------------------------------------------------------------------

    def _doubled(self, start: int, end: int) -> None:
        char, length = self.line[start], end - start
        before, after = self._around(start, end)
        if length > (3 if char in "‘’" else 2):
            self._others(start, end)
        elif char in "‘`" and not (self.open[True] and _is_word(before) and not _is_word(after)):
            self._open(start, start + 2, double=True)
            if length == 3:
                self._open(start + 2, end, double=False)
        elif self.stack:
            self._close_run(start, end)
        elif not _is_word(before) and _is_word(after):
            self._open(start, start + 2, double=True)
            self._others(start + 2, end)
        elif not _is_word(before) and char == "'":
            self._others(start, end)  # an empty string in code
        else:
            self._close(start, start + 2, double=True)
            self._others(start + 2, end)

    def _close_run(self, start: int, end: int) -> None:
        """Share a run of closing marks among the open quotations, the innermost first."""
        while start < end:
            double = self.stack[-1][1] if self.stack else False
            width = 2 if double and end - start > 1 else 1
            self._close(start, start + width, double=width == 2)
            start += width

    def straight(self, start: int, end: int) -> None:
        before, after = self._around(start, end)
        opened = self.open[True]
        if before in _DIGITS and not opened:
            self._add(start, end, "other")  # inches, seconds
        elif _is_word(before):
            if opened or not _is_word(after):
                self._close(start, end, double=True)
            else:
                self._open(start, end, double=True)
        elif not _is_word(after):
            self._loose(start, end, before, after, double=True)
        elif self._in_call(start, before):
            self._add(start, end, "other")
        elif opened and not before.isspace() and before not in "([{-–—'‘’“”«":
            self._close(start, end, double=True)
        else:
            self._open(start, end, double=True)

    def _in_call(self, start: int, before: str) -> bool:
        """Say whether the mark begins a string in code: name="…", print("…"), an escape."""
        return before in "=\\" or (
            before in "([" and start > 1 and self.line[start - 2].isascii() and self.line[start - 2].isalnum()
        )

    def opening(self, start: int, end: int) -> None:
        before, after = self._around(start, end)
        closes = before not in " ([{-–—" and (
            after.isspace() or after in "।,.;:?!)]"
        )  # „…“, and “…“ typed the wrong way
        if closes and self.open[True]:
            self._close(start, end, double=True)
        else:
            self._open(start, end, double=True)

    def closing(self, start: int, end: int) -> None:
        before, after = self._around(start, end)
        opens = before in " ,:;([-–—" and _is_word(after)  # ”…” typed the wrong way
        if opens and not self.open[True]:
            self._open(start, end, double=True)
        else:
            self._close(start, end, double=True)

    def prime(self, start: int, end: int) -> None:
        before, after = self._around(start, end)
        in_word = _is_word(before) and _is_word(after) and not _is_foreign(before) and before not in _DIGITS
        self._add(start, end, "apostrophe" if in_word else "other")

    def modifier(self, start: int, end: int) -> None:
        self._add(start, end, "apostrophe")

    def other(self, start: int, end: int) -> None:
        self._add(start, end, "other")


def _code_spans(line: str) -> list[tuple[int, int]]:
    """Return the spans of URLs, tags and code, the last first."""
    if not any(sign in line for sign in _CODE_SIGNS):
        return []
    return [m.span() for m in _CODE.finditer(line)][::-1]


_HANDLERS = {
    **dict.fromkeys("‘’'`´‛", _Scan.single),
    '"': _Scan.straight,
    **dict.fromkeys("“„«", _Scan.opening),
    **dict.fromkeys("”»", _Scan.closing),
    "′": _Scan.prime,
    "ʼ": _Scan.modifier,
    **dict.fromkeys("‚″", _Scan.other),
}
