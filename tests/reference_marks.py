"""Slow, plain labels of apostrophes and quotation marks, from the rules as the documentation states them.

It shares the tables of words and of syntax with the library, and no code. Every question looks at the line itself.
"""

import re
from dataclasses import dataclass

import unicodedata2

from banglanorm.tables import read_table

MARKS = "‘’'`´‚ʼ‛′“”\"″«»„"
LETTERS = "অ-ঌএঐও-নপ-রলশ-হ\u09bd\u09ce\u09dc\u09dd\u09df-\u09e1\u09f0\u09f1"
SIGNS = "\u0981-\u0983\u09bc\u09be-\u09c4\u09c7\u09c8\u09cb-\u09cd\u09d7\u09e2\u09e3"
BENGALI = re.compile(f"[{LETTERS}{SIGNS}\u200c\u200d]")
WORD = f"[{LETTERS}{SIGNS}\u200c\u200d০-৯0-9A-Za-z]"
ROWS = read_table("normalization/mark_syntax")


def words(kind: str) -> set[str]:
    found = {row["word"] for row in read_table("normalization/apostrophe_words") if row["kind"] == kind}
    return found | {word.replace("\u09af\u09bc", "\u09df") for word in found}


ELISION, FINAL, INITIAL, SUFFIX, CLINGING = map(words, ("elision", "final", "initial", "suffix", "word"))


@dataclass
class Mark:
    """A mark, or a run of one mark, and then its label: a doubled mark is one."""

    start: int
    end: int
    text: str
    role: str = ""
    partner: "Mark | None" = None
    keeps: bool = False


# --- syntax -----------------------------------------------------------------------------------------------------------


def syntax(line: str) -> tuple[set[int], str, bool]:
    """Return the places inside spans of syntax, the marks that may delimit strings, and whether they certainly do."""
    spans = "|".join(row["pattern"] for row in ROWS if row["scope"] == "span")
    inside = {at for m in re.finditer(spans, line) for at in range(*m.span())}
    loose = re.search(f"(?<!{WORD})'|'(?!{WORD})", line)
    delimiters = '"' * ('"' in line) + "'" * bool(loose)
    unwritten = "'" * any(row["scope"] == "plain" and re.match(row["pattern"], line) is not None for row in ROWS)
    for scope in ("line", "doubt"):
        for row in ROWS:
            if row["scope"] == scope and delimiters and _holds(row, line, delimiters, inside):
                return inside, delimiters + unwritten, scope == "line"
    return inside, unwritten, False


def _holds(row: dict[str, str], line: str, delimiters: str, inside: set[int]) -> bool:
    pattern = re.compile(row["pattern"])
    if row["where"] == "line":
        return pattern.match(line) is not None
    places = [at for at, char in enumerate(line) if char in delimiters and at not in inside]
    return any(pattern.match(line, at) for at in places)


# --- what stands beside a mark ----------------------------------------------------------------------------------------


def kind(char: str) -> str:
    """Return "bengali", "latin" (of any other script), "digit", "Digit" (0 to 9), "space", or the character."""
    if char and char in MARKS:
        return char
    if BENGALI.match(char):
        return "bengali"
    if re.match("[০-৯]", char):
        return "digit"
    if re.match("[0-9]", char):
        return "Digit"
    if not char or char.isspace():
        return "space"
    return "latin" if unicodedata2.category(char)[0] in "LN" else char


class Line:
    """The marks of a line, labelled one after the other."""

    def __init__(self, line: str) -> None:
        self.line = line
        self.inside, self.delimiters, self.is_certain = syntax(line)
        self.runs = [Mark(*m.span(), m[0]) for m in re.finditer(f"‘+|’+|'+|`+|[{MARKS}]", line)]
        self.labels: list[Mark] = []
        self.open: list[Mark] = []
        for number, run in enumerate(self.runs):
            self.number = number
            self.label(run)

    def before(self, run: Mark) -> str:
        return kind(self.line[run.start - 1 : run.start])

    def after(self, run: Mark) -> str:
        return kind(self.line[run.end : run.end + 1])

    def at_end(self, run: Mark) -> bool:
        return run.end == len(self.line)

    def stem(self, run: Mark) -> str:
        m = re.search(f"{WORD}*\\Z", self.line[: run.start])
        return m[0] if m else ""

    def rest(self, run: Mark) -> str:
        m = re.match(f"{WORD}*", self.line[run.end :])
        return m[0] if m else ""

    def may_end(self, run: Mark) -> bool:
        stem = self.stem(run)
        return self.after(run) == "space" and (stem in FINAL or bool(re.fullmatch("[০-৯0-9]+শ|[A-Za-z]+s", stem)))

    def may_begin(self, run: Mark) -> bool:
        rest = self.line[run.end :]
        if re.match("([০-৯]{2}|[0-9]{2})(?![0-9০-৯])", rest):
            return run.text != "‘" or not re.search("(?:^|[^0-9০-৯])[,:] \\Z", self.line[: run.start])
        word = self.rest(run)
        if word and word[-1].isascii():
            return word in INITIAL and bool(re.search("[A-Za-z] \\Z", self.line[: run.start]))
        return word in INITIAL and rest[len(word) : len(word) + 1] not in ("’", "'")

    def is_code(self, run: Mark) -> bool:
        return run.start in self.inside or self.ends_text(run)

    def ends_text(self, run: Mark) -> bool:
        return self.is_certain and run.text[0] in self.delimiters

    def spare(self) -> int:
        """Count the single closing marks after this one that no later opening mark needs."""
        spare = 0
        for run in reversed(self.runs[self.number + 1 :]):
            if self.ends_text(run):
                spare = 0
            elif not self.is_code(run) and len(run.text) == 1:
                spare = max(0, spare + self.closes_or_opens(run))
        return spare

    def closes_or_opens(self, run: Mark) -> int:
        before, after = self.before(run) in IN_WORD, self.after(run) in IN_WORD
        if run.text in "‘`‛":
            return 0 if before or self.after(run) == "space" else -1
        if run.text not in "’'´":
            return 0
        if after:
            return -1 if run.text == "'" and not before else 0
        if self.before(run) == "space" or (self.may_end(run) and not self.at_end(run)):
            return 0
        return 1

    def opened(self, *, double: bool) -> int:
        return sum(is_double(mark) == double for mark in self.open)

    def innermost_single(self) -> str:
        return next(mark.text for mark in reversed(self.open) if not is_double(mark))

    # --- roles --------------------------------------------------------------------------------------------------------

    def add(self, run: Mark, role: str, text: str = "", *, keeps: bool = False) -> Mark:
        text = text or run.text
        start = self.labels[-1].end if self.labels and self.labels[-1].end > run.start else run.start
        keeps = keeps or text[0] in self.delimiters
        self.labels.append(Mark(start, start + len(text), text, role, None, keeps))
        return self.labels[-1]

    def others(self, run: Mark, count: int) -> None:
        for _ in range(count):
            self.add(run, "other", run.text[0])

    def opens(self, run: Mark, text: str = "") -> None:
        self.open.append(self.add(run, "open", text))

    def closes(self, run: Mark, text: str = "", *, double: bool | None = None) -> None:
        mark = self.add(run, "close", text)
        double = is_double(mark) if double is None else double
        while self.opened(double=double):
            opening = self.open.pop()
            if is_double(opening) == double:
                opening.partner, mark.partner = mark, opening
                if opening.keeps or mark.keeps or opening.text == mark.text == "''":
                    opening.keeps = mark.keeps = True
                return

    def label(self, run: Mark) -> None:
        char = run.text[0]
        if self.is_code(run):
            self.others(run, len(run.text))
            if self.ends_text(run):
                self.open.clear()
        elif len(run.text) > 1:
            self.doubled(run)
        elif char in "‘’'`´‛":
            self.single(run)
        elif char in "‚″":
            self.add(run, "other")
        elif char == "ʼ":
            self.add(run, "apostrophe")
        elif char == "′":
            inside = self.before(run) == "bengali" and self.after(run) in IN_WORD
            self.add(run, "apostrophe" if inside else "other")
        else:
            self.double(run)

    def apostrophe(self, run: Mark) -> None:
        beside = (self.before(run), self.after(run))
        ayn = run.text in "‘‛" and "bengali" in beside and beside[1] not in ("digit", "Digit")
        self.add(run, "apostrophe", keeps=ayn or ("latin" in beside and "bengali" not in beside))

    def single(self, run: Mark) -> None:
        before, after = self.before(run) in IN_WORD, self.after(run) in IN_WORD
        if before and after:
            self.between(run)
        elif before:
            self.ending(run)
        elif after:
            self.beginning(run)
        else:
            self.loose(run)

    def between(self, run: Mark) -> None:
        before, after, opened = self.before(run), self.after(run), self.opened(double=False)
        stem, rest = self.stem(run), self.rest(run)
        if {before, after} <= {"digit", "Digit"}:
            self.add(run, "other")
        elif {before, after} <= {"latin", "Digit"}:
            self.add(run, "apostrophe", keeps=True)
        elif run.text in "‘`‛":
            missing_space = len(stem) > 2 and stem not in ELISION and self.spare() > opened
            self.opens(run) if missing_space else self.apostrophe(run)
        elif not opened:
            self.add(run, "apostrophe")
        elif rest in CLINGING:
            self.closes(run)
        elif (
            (stem in ELISION and rest not in SUFFIX)
            or (run.text == "'" and self.innermost_single() in "‘‛")
            or self.spare() >= opened
        ):
            self.add(run, "apostrophe")
        else:
            self.closes(run)

    def ending(self, run: Mark) -> None:
        opened = self.opened(double=False)
        if run.text == "`":
            self.backquote(run)
        elif run.text == "'" and self.before(run) in ("digit", "Digit") and not opened:
            self.add(run, "other")
        elif (run.text in "‘‛" or self.may_end(run)) and (not opened or self.spare() >= opened):
            self.apostrophe(run)
        elif not opened and self.before(run) in ("latin", "Digit"):
            self.add(run, "apostrophe", keeps=True)
        else:
            self.closes(run)

    def backquote(self, run: Mark) -> None:
        self.add(run, "other")
        if self.open and self.open[-1].text == "`":
            self.open.pop().role = "other"

    def beginning(self, run: Mark) -> None:
        opened = self.opened(double=False)
        if run.text == "´":
            self.add(run, "other")
        elif self.may_begin(run) and self.spare() <= opened and not (run.text == "`" and self.may_be_closed()):
            self.apostrophe(run)
        elif opened and run.text in "’'´" and self.before(run) not in (*BEFORE_OPENING, *'"“«‘'):
            self.closes(run)
        else:
            self.opens(run)

    def may_be_closed(self) -> bool:
        """Say whether a backquote that begins no word comes after this one."""
        later = (run for run in self.runs[self.number + 1 :] if run.text[0] == "`" and not self.is_code(run))
        return any(self.after(run) not in IN_WORD for run in later)

    def loose(self, run: Mark) -> None:
        double = run.text in '“”"«»„'
        before, after, opened = self.before(run), self.after(run), self.opened(double=double)
        follows = after != "space" and not (opened and after in tuple(",:;।.?!)]"))
        if (follows and (before in ("space", *"([{") or run.text in "‘`‛“„«")) or not (
            opened or before != "space" or self.at_end(run)
        ):
            self.opens(run)
        elif run.text == "`":
            self.backquote(run)
        else:
            self.closes(run)

    def doubled(self, run: Mark) -> None:
        char, length = run.text[0], len(run.text)
        before, after = self.before(run) in IN_WORD, self.after(run) in IN_WORD
        if length > (3 if char in "‘’" else 2):
            self.others(run, length)
        elif char in "‘`" and not (self.opened(double=True) and before and not after):
            self.opens(run, char * 2)
            if length == 3:
                self.opens(run, char)
        elif self.open:
            left = length
            while left:
                width = 2 if self.open and is_double(self.open[-1]) and left > 1 else 1
                self.closes(run, char * width)
                left -= width
        elif not before and after and length == 2:
            self.opens(run, char * 2)
        elif not before and (after or char == "'"):
            self.others(run, length)
        else:
            self.closes(run, char * 2)
            self.others(run, length - 2)

    def double(self, run: Mark) -> None:
        before, after, opened = self.before(run), self.after(run), self.opened(double=True)
        if run.text == '"':
            self.straight(run, before, after, opened)
        elif run.text in "“„«":
            ends = after == "space" or after in "।,.;:?!)]"
            self.closes(run) if ends and opened and before not in BEFORE_OPENING else self.opens(run)
        else:
            begins = before in (*BEFORE_OPENING, *",:;") and after in IN_WORD
            self.opens(run) if begins and not opened else self.closes(run)

    def straight(self, run: Mark, before: str, after: str, opened: int) -> None:
        if before in ("digit", "Digit") and not opened:
            self.add(run, "other")
        elif before in IN_WORD:
            self.closes(run) if opened or after not in IN_WORD else self.opens(run)
        elif after not in IN_WORD:
            self.loose(run)
        elif opened and before not in (*BEFORE_OPENING, *"'‘’“”«"):
            self.closes(run)
        else:
            self.opens(run)


IN_WORD = {"bengali", "latin", "digit", "Digit"}
BEFORE_OPENING = ("space", *"([{-–—")


def is_double(mark: Mark) -> bool:
    return len(mark.text) == 2 or mark.text in '“”"«»„'


def rewritten(line: str) -> str:
    """Write apostrophes as ' and paired quotation marks as ‘ ’ “ ”."""
    original, read = line, Line(line)
    written = {mark.start: after for mark in read.labels if (after := _written(mark, read.delimiters)) != mark.text}
    changed = {at for mark in read.labels if mark.start in written for at in range(mark.start, mark.end)}
    for mark in reversed(read.labels):
        beside = [at for at in (mark.start - 1, mark.end) if original[at : at + 1] == "'" and at not in changed]
        if mark.start in written and not (mark.role == "apostrophe" and beside):
            line = line[: mark.start] + written[mark.start] + line[mark.end :]
    return line


def _written(mark: Mark, delimiters: str) -> str:
    if mark.keeps or mark.role == "other":
        return mark.text
    if mark.role == "apostrophe":
        return "'" if "'" not in delimiters else mark.text
    return ("“”" if is_double(mark) else "‘’")[mark.role == "close"] if mark.partner else mark.text
