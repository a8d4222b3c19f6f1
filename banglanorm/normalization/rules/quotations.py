"""Apostrophes and quotation marks, each mark in one role: what to write for the roles that the marks of a line have.

A line whose marks stay as they are is told by cheaper means where that is possible, and that is most lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from banglanorm.edits import Change, splice
from banglanorm.normalization.labels import Label, each_label
from banglanorm.normalization.marks import BENGALI, DOUBLE_MARKS, MARKS, Piece, read_marks
from banglanorm.normalization.rules.rule import Rule
from banglanorm.normalization.syntax import Syntax, find_syntax

Apostrophe = Literal["'", "’", "ʼ", "keep"]
Quotes = Literal["curly", "ascii", "keep"]
_QUOTATION = {"curly": ("‘’", "“”"), "ascii": ("''", '""')}

NamedMark = tuple[int, int, str, str]  # a change and the name of its rule
_MOST_REMEMBERED = 1 << 13
_MOST_PIECES_REMEMBERED = 16  # of a line: with these two the plans take 16 MB at most


class MarksSeen(NamedTuple):
    """Which marks a line may hold, as ``typed``, and what is known by that alone."""

    typed: str
    may_all_stay: bool  # they are among ‘ ’ “ ”
    are_straight: bool
    are_single: bool  # at most one ' and one ", which no other mark can pair with

    @classmethod
    def of(cls, typed: str) -> "MarksSeen":
        """Say what is known of a line with these marks, in any order.

        >>> MarksSeen.of("‘’‘’").marks, MarksSeen.of("'").are_single
        (('‘', '’'), True)
        """
        are_straight = not typed.strip("'\"")
        return cls(typed, not typed.strip("‘’“”"), are_straight, are_straight and len(typed) == len(set(typed)))

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks, each once."""
        return tuple(mark for mark in MARKS if mark in self.typed)


ANY_MARKS = MarksSeen.of(MARKS)


class Quotations:
    """The changes that the rules in ``active`` make to apostrophes and paired quotation marks."""

    def __init__(self, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes) -> None:
        self._active = active
        self._apostrophe: Apostrophe = apostrophe
        self._quotes: Quotes = quotes
        is_on = "apostrophes" in active
        self.keeps_straight = apostrophe in ("'", "keep")
        self.keeps_typographic = not is_on or apostrophe in ("’", "keep")
        self.writes_straight = is_on and apostrophe == "'"
        self.writes_plainly = self.writes_straight and quotes == "curly" and "quotation_marks" in active
        self.keeps_curly = quotes != "ascii"

    def changes(self, line: str, among: MarksSeen = ANY_MARKS) -> list[NamedMark]:
        """Return the changes to the marks of a line, each with the name of its rule; ``among`` says which are there.

        Roles depend on the marks around them, so the rewritten line is read again: where it would change once more,
        the line is left as it is.
        """
        places, (rewrites, settles), syntax = self._read(line, among)
        if not rewrites:
            return []
        is_settled = settles and not syntax.spans and "'" not in line and '"' not in line
        if not is_settled:
            again = splice(line, ((places[first], places[last] + 1, after) for first, last, after, _ in rewrites))
            if self._read(again, ANY_MARKS)[1].rewrites:
                return []
        return [(places[first], places[last] + 1, after, name) for first, last, after, name in rewrites]

    def _read(self, line: str, among: MarksSeen) -> tuple[Sequence[int], "Plan", Syntax]:
        """Return where the marks of a line are, what would change in them at a first look, and what is syntax."""
        syntax = find_syntax(line)
        if syntax.delimiters and all(mark in syntax.delimiters or mark not in line for mark in among.marks):
            return (), _NO_PLAN, syntax
        places, pieces, delimiters = read_marks(line, among.marks, syntax)
        make = _remembered_plan if len(pieces) <= _MOST_PIECES_REMEMBERED else _plan
        plan = make(pieces, delimiters, self._active, self._apostrophe, self._quotes)
        if plan.rewrites and "'" in line:
            plan = plan._replace(rewrites=tuple(_apart(line, places, plan.rewrites)))
        return places, plan, syntax

    def rewritten(self, line: str, among: MarksSeen = ANY_MARKS) -> str:
        """Return a long line with its changes made; they take no room of their own."""
        again = splice(line, self._each_change(line, among))
        return line if next(self._each_change(again, ANY_MARKS), None) else again

    def _each_change(self, line: str, among: MarksSeen) -> Iterator[Change]:
        syntax = find_syntax(line)
        places, pieces, delimiters = read_marks(line, among.marks, syntax)
        rewrites = _rewrites(pieces, delimiters, self._active, self._apostrophe, self._quotes)
        for first, last, after, _ in _apart(line, places, rewrites):
            yield places[first], places[last] + 1, after


class Plan(NamedTuple):
    """What changes in a line of some pieces: numbers of the first and last mark, the new mark, the rule.

    ``settles`` is true where all that is new are straight apostrophes for ’ inside Bengali words: in a line
    without straight marks these are no syntax, and they read as what they were written for.
    """

    rewrites: tuple[NamedMark, ...] = ()
    settles: bool = True


_NO_PLAN = Plan()


def _apart(line: str, places: Sequence[int], rewrites: Iterable[NamedMark]) -> Iterator[NamedMark]:
    """Yield the rewrites but for apostrophes that would run together with a mark that stays: ''’৭১'' in a wiki."""
    done = -1  # where the mark before ends, if it is rewritten
    for rewrite, following in pairwise(chain(rewrites, [None])):
        assert rewrite
        first, last, after, name = rewrite
        start, end = places[first], places[last] + 1
        left = done != start and line.startswith("'", start - 1) and start > 0
        right = line.startswith("'", end) and (following is None or places[following[0]] != end)
        done = end
        if after != "'" or name != "apostrophes" or not (left or right):
            yield rewrite


def _plan(
    pieces: tuple[Piece, ...], delimiters: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes
) -> Plan:
    rewrites = tuple(_rewrites(pieces, delimiters, active, apostrophe, quotes))
    settles = all(name == "apostrophes" and after == "'" for _, _, after, name in rewrites)
    return Plan(rewrites, settles and _are_inside_words(pieces, [first for first, *_ in rewrites]))


def _rewrites(
    pieces: Sequence[Piece], delimiters: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes
) -> Iterator[NamedMark]:
    for label in each_label(pieces, delimiters):
        name, after = _wanted(label, apostrophe, quotes)
        if name in active and after != label.text and not label.keeps and after not in delimiters:
            yield label.first, label.last, after, name


def _are_inside_words(pieces: Sequence[Piece], numbers: Iterable[int]) -> bool:
    """Say whether these marks are ’ between Bengali letters; for a line with runs of marks it is not asked."""
    if any(piece.length > 1 for piece in pieces):
        return False
    marks = [pieces[number] for number in numbers]
    return all(piece.char == "’" and piece.before == piece.after == BENGALI for piece in marks)


_remembered_plan = lru_cache(maxsize=_MOST_REMEMBERED)(_plan)


def _wanted(label: Label, apostrophe: Apostrophe, quotes: Quotes) -> tuple[str, str]:
    if label.role == "apostrophe":
        return "apostrophes", label.text if apostrophe == "keep" else apostrophe
    if label.partner < 0 or quotes == "keep":
        return "quotation_marks", label.text
    is_doubled = label.last > label.first
    single, double = _QUOTATION[quotes]
    pair = double if is_doubled or label.text in DOUBLE_MARKS else single
    return "doubled_quotation_marks" if is_doubled else "quotation_marks", pair[label.role == "close"]


def _own_changes(name: str, line: str) -> list[Change]:
    return [change[:3] for change in Quotations(frozenset({name}), "'", "curly").changes(line)]


RULES = (
    Rule(
        name="apostrophes",
        family="punctuation",
        profile="standard",
        summary="Write every apostrophe of a Bengali word in one way.",
        example="দু’জনের",
        counterexample="‘শক্তিশালী’, দু‘আ",
        reference="Apostrophes and quotations, a page of the documentation",
        find=partial(_own_changes, "apostrophes"),
    ),
    Rule(
        name="quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write paired quotation marks as ‘ ’ and “ ”.",
        example='তিনি বলেন, "হ্যাঁ"',
        counterexample="‘শক্তিশালী’ ও “দুর্বল”",
        reference="CLDR, delimiters for bn",
        find=partial(_own_changes, "quotation_marks"),
    ),
    Rule(
        name="doubled_quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write doubled single quotation marks as “ ”.",
        example="‘‘সীমা’’",
        counterexample="“সীমা”",
        reference="Usage of the Kolkata press; CLDR, delimiters for bn",
        find=partial(_own_changes, "doubled_quotation_marks"),
    ),
)
MARK_RULE_NAMES = frozenset({"apostrophes", "quotation_marks", "doubled_quotation_marks"})
