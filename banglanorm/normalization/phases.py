"""The phases that a line goes through, with the rules that are on, and what a look at a line calls for in each.

The phases: rules over the whole line, its tokens one by one, the choices of a caller (digits, nukta letters), rules
over the line again, apostrophes and quotation marks, closing rules.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from banglanorm.edits import splice
from banglanorm.normalization.detector import ALPHABET, UNKNOWN, Detector, Look, codes
from banglanorm.normalization.glance import NOTHING, Glance, glance, marks_among
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules import canonical
from banglanorm.normalization.rules.catalogue import (
    CATALOGUE,
    CLOSING_STEPS,
    FIRST_STEPS,
    LAST_STEPS,
    LINE_STEPS,
    PROFILES,
    REPAIR_STEPS,
    VISUAL_STEPS,
)
from banglanorm.normalization.rules.languages import is_other_language
from banglanorm.normalization.rules.quotations import (
    MARK_RULE_NAMES,
    Apostrophe,
    MarksSeen,
    NamedMark,
    Quotations,
    Quotes,
)
from banglanorm.normalization.rules.rule import Rule
from banglanorm.normalization.rules.visual import NO_LETTER
from banglanorm.normalization.syntax import are_strings
from banglanorm.normalization.tokens import Tokens, is_foreign_piece, pieces
from banglanorm.script.addresses import has_address
from banglanorm.script.canonical import DECOMPOSED
from banglanorm.script.letters import CONSONANTS, HASANTA, RHA, RRA, VOWEL_LETTERS, WORD_CHARACTERS, YYA, ZWNJ

Spans = Callable[[], Iterable[tuple[int, int]]]  # very many on a long line, so they are found anew and not kept

BLOCK = 1 << 16  # code points that are looked at together

BENGALI = re.compile("[\u0980-\u09ff]")
_TOKEN = re.compile("[^ ]++")
_SCOPES = ("doubt", "line")  # of rows that tell whether straight marks are syntax
_UNKNOWN_CODE = codes(UNKNOWN)
_ZWNJ_CODE = codes(ZWNJ)
_EXPLICIT = re.compile(codes(HASANTA + ZWNJ) + b"(?=[" + re.escape(codes(CONSONANTS + VOWEL_LETTERS)) + b"])")
_AT_WORD_END = re.compile(
    re.escape(_ZWNJ_CODE)
    + b"(?<=[%b].)(?=[%b]|\\Z)"
    % (
        re.escape(codes(WORD_CHARACTERS)),
        re.escape(codes("".join(char for char in NO_LETTER if char in ALPHABET))),
    )
)
# What is done without a look: letters that decompose stand in every line, and every look finds other scripts.
_WITHOUT_LOOK = frozenset({"nukta_letters", "unicode_nfc"})

_CANONICAL_NAMES = frozenset(rule.name for rule in canonical.RULES)
_CHOICE_NAMES = frozenset(rule.name for rule in LAST_STEPS)
_REPAIR_NAMES = frozenset(rule.name for rule in REPAIR_STEPS if rule.profile == "repair")
# The rules of each profile: together they are known to leave nothing for a second look.
_SETTLED = [
    frozenset(rule.name for rule in CATALOGUE if rule.profile in PROFILES[: count + 1])
    for count in range(len(PROFILES))
]


class Phases:
    """The rules that are on, phase by phase."""

    def __init__(
        self, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes, named: Iterable[str] = ()
    ) -> None:
        def on(steps: Iterable[Rule]) -> tuple[Rule, ...]:
            return tuple(rule for rule in steps if rule.name in active)

        # A repair may take an explicit hasanta for a slip.
        self._keeps_explicit = active.isdisjoint(_REPAIR_NAMES)
        self.settles = active - _CHOICE_NAMES in _SETTLED
        self._drops_idle = self.settles and self._keeps_explicit and "idle_joiners" in active
        self.canonical = on(canonical.RULES)
        self.is_nfc_only = active == _CANONICAL_NAMES
        self.first = on(FIRST_STEPS)
        self._tokens = Tokens(active, settles=self.settles)
        # Lines of other languages have only the repairs that the caller named.
        likely = (active & _REPAIR_NAMES) - frozenset(named)
        self._plain_tokens = Tokens(active - likely, settles=self.settles) if likely else None
        self.choices = on(LAST_STEPS)
        self.composes = any(rule.name == "precomposed_nukta_letters" for rule in self.choices)
        self.line_rules = on(LINE_STEPS)
        marks = active & MARK_RULE_NAMES
        self.quotations = Quotations(marks, apostrophe, quotes) if marks else None
        self.closing = on(CLOSING_STEPS)
        # Whether a line of which nothing but marks was seen needs no other phase, nor a second look.
        self._has_marks_only = self.settles and not self.choices and not self.closing

        of_words = [rule for rule in on((*VISUAL_STEPS, *REPAIR_STEPS)) if rule.name not in _WITHOUT_LOOK]
        looked_for = [*of_words, *self.first, *self.line_rules, *self.closing]
        self.can_look = active >= _CANONICAL_NAMES and all(rule.says_what_it_needs for rule in looked_for)
        self.detector = Detector(looked_for, MARKS if marks else "")
        self.of_words = codes("".join(rule.triggers for rule in of_words))
        triggers = "".join(rule.triggers for rule in looked_for)
        self.only_marks = codes(MARKS).translate(None, codes(triggers))
        self.alone = self.only_marks if self._has_marks_only else b""  # marks that are the only work of a line
        self._beside_halves = self.only_marks + (_ZWNJ_CODE if self._keeps_explicit else b"")
        # Characters without a code only matter here where some trigger has none either.
        self.idle = b"" if any(codes(char) == _UNKNOWN_CODE for char in triggers) else _UNKNOWN_CODE
        in_phases = (*self.first, *self.line_rules)
        self._codes = {rule.name: frozenset(codes(rule.triggers)) for rule in in_phases}
        self._of_phases = frozenset[int]().union(*self._codes.values())
        self._asks_for_triggers = all(rule.triggers for rule in in_phases)
        # What is the work of rules over a line and of no other: beside it a line has that of marks alone.
        of_lines = codes("".join(rule.triggers for rule in self.line_rules)).replace(_UNKNOWN_CODE, b"")
        others = codes("".join(rule.triggers for rule in (*of_words, *self.first, *self.closing)))
        is_simple = self._has_marks_only and self._asks_for_triggers
        self.in_line = self.alone + of_lines.translate(None, others) if is_simple else b""

    def settles_on(self, line: str) -> bool:
        """Say whether it is known that what the rules make of a line would stay on a second look.

        In a line that may hold addresses it is not: what goes may make one of a half one.
        """
        return self.settles and not has_address(line)

    def without_joiners(self, line: str, seen: Look) -> tuple[str, Look]:
        """Return the line without ZWNJ at the end of words, and what is seen then; explicit hasantas are no work.

        The line comes back as it is where some ZWNJ is neither, where more than marks was seen beside those that go,
        and where an address is: it may begin between joiner and letter.
        """
        coded, pairs, special = seen
        joiners = special.count(_ZWNJ_CODE) if self._keeps_explicit else 0
        if not joiners or has_address(line):
            return line, seen
        rest = special.replace(_ZWNJ_CODE, b"")
        joiners -= len(_EXPLICIT.findall(coded))
        if not joiners:
            return line, (coded, pairs, rest)
        if not self._drops_idle or pairs or rest.strip(self.only_marks):
            return line, seen
        between = _AT_WORD_END.split(coded)
        if len(between) <= joiners:
            return line, seen
        kept = []
        at = 0
        for part in between:
            end = at + len(part)
            kept.append(line[at:end])
            at = end + 1  # without the joiner
        return "".join(kept), (b"".join(between), 0, rest)

    def has_marks_only(self, seen: Look) -> bool:
        """Say whether a line, but for pairs, has work for no phase but that of the marks."""
        return self._has_marks_only and not seen[2].strip(self.only_marks)

    def may_join(self, special: bytes) -> bool:
        """Say whether the halves of vowel signs may be joined before anything else is done."""
        return self._has_marks_only and not special.strip(self._beside_halves)

    def mark_changes(self, line: str, among: MarksSeen, coded: bytes, *, has_unknown: bool) -> Sequence[NamedMark]:
        """Return the changes to the marks of a line with these codes, by the cheapest means."""
        seen = self.glance(line, among, coded, has_unknown=has_unknown)
        if seen is not None:
            return seen.changes()
        return self.quotations.changes(line, among) if self.quotations else ()

    def mark(self, line: str, among: MarksSeen, coded: bytes, marks: bytes = b"", *, has_unknown: bool = False) -> str:
        """Return the line with its marks written in one way; ``marks`` are their codes in order, if known."""
        seen = self.glance(line, among, coded, marks, has_unknown=has_unknown)
        if seen is not None:
            return line if seen is NOTHING else seen.write(line)
        if len(line) > BLOCK:
            return self.quotations.rewritten(line, among) if self.quotations else line
        changes = self.quotations.changes(line, among) if self.quotations else ()
        return splice(line, [change[:3] for change in changes]) if changes else line

    def glance(
        self, line: str, among: MarksSeen, coded: bytes, marks: bytes = b"", *, has_unknown: bool
    ) -> Glance | None:
        """Say what changes by the cheapest means; None where the marks must be read."""
        quotations = self.quotations
        if quotations is None or (among.are_single and quotations.keeps_straight):
            return NOTHING
        scopes: tuple[str, ...] = _SCOPES
        if among.are_straight:
            if are_strings(line):
                return NOTHING
            scopes = _SCOPES if "'" in line else _SCOPES[1:]  # with it not all of them were asked
        if quotations.writes_plainly or (among.may_all_stay and quotations.keeps_curly):
            seen = glance(line, coded, marks or marks_among(coded), scopes, has_unknown=has_unknown)
            if seen is None or seen is NOTHING or quotations.writes_plainly:
                return seen
            if seen.quotation_marks:
                return None
            if quotations.writes_straight:
                return seen
            if quotations.keeps_typographic:
                return NOTHING
        return None

    def called_for(self, rules: Sequence[Rule], seen: Look | None) -> Sequence[Rule]:
        """Return the rules of a phase that may have something to do on the line."""
        if not self.can_look:
            return rules
        special = seen[2] if seen else b""
        if self._asks_for_triggers and self._of_phases.isdisjoint(special):
            return ()
        return [rule for rule in rules if not rule.triggers or not self._codes[rule.name].isdisjoint(special)]

    def words_of(self, line: str, spans: Spans) -> Callable[[str], Tokens]:
        """Return what says how to treat a token of the line: a line of another language has no repairs."""
        plain = self._plain_tokens
        if plain is None:
            return lambda token: self._tokens
        is_other: list[bool] = []  # once it was asked

        def tokens(token: str) -> Tokens:
            repaired = self._tokens.repair(token)
            if repaired == token or repaired == plain.repair(token):
                return self._tokens
            if not is_other:
                is_other.append(is_other_language(decompose(with_tokens(line, spans(), plain.repair))))
            return plain if is_other[0] else self._tokens

        return tokens

    def tokens_seen(self, line: str, seen: Look, *, foreign: bool) -> Spans:
        """Return what yields the spans of the tokens in which something was seen."""
        triggers = self.of_words + _UNKNOWN_CODE if foreign else self.of_words
        return partial(_tokens_at, line, self.detector.spots(seen, triggers))


def blocks(text: str) -> Iterator[str]:
    """Cut a text into blocks of whole lines, as long as one look takes in; a line is never cut."""
    at = 0
    while len(text) - at > BLOCK:
        end = text.rfind("\n", at, at + BLOCK) + 1 or text.find("\n", at + BLOCK) + 1 or len(text)
        yield text[at:end]
        at = end
    if at < len(text):
        yield text[at:]


def _tokens_at(line: str, spots: bytes) -> Iterator[tuple[int, int]]:
    """Yield the spans of the tokens that hold a spot, each token once."""
    end = 0
    spot = spots.find(1)
    while spot >= 0:
        start = line.rfind(" ", end, spot) + 1 or end
        end = line.find(" ", spot)
        if end < 0:
            end = len(line)
        yield start, end
        spot = spots.find(1, end + 1)


def with_tokens(line: str, spans: Iterable[tuple[int, int]], repair: Callable[[str], str]) -> str:
    """Return the line with the tokens at these spans repaired."""
    return splice(line, ((start, end, repair(line[start:end])) for start, end in spans))


def choosable(line: str) -> Iterator[tuple[str, bool]]:
    """Cut a line into parts, and say which of them the choices of a caller may change."""
    for number, token in enumerate(line.split(" ")):
        if number:
            yield " ", False
        for piece, is_address in pieces(token):
            yield piece, not is_address and not is_foreign_piece(piece)


def all_tokens(line: str) -> Spans:
    """Return what yields the spans of all tokens."""
    return lambda: (m.span() for m in _TOKEN.finditer(line))


def decompose(line: str) -> str:
    """Write the letters with nukta as letter and nukta."""
    if RRA in line:  # one by one, for every line comes here: a loop takes a quarter longer
        line = line.replace(RRA, DECOMPOSED[RRA])
    if RHA in line:
        line = line.replace(RHA, DECOMPOSED[RHA])
    if YYA in line:
        line = line.replace(YYA, DECOMPOSED[YYA])
    return line
