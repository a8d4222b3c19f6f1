"""The rules at work on a text, by the cheapest means the detector allows.

:mod:`banglanorm.normalization.tracing` leads the same way and keeps the changes.
"""

from collections.abc import Callable, Sequence

from banglanorm.normalization.detector import UNKNOWN, Look, codes, is_foreign, marks_in
from banglanorm.normalization.phases import (
    BENGALI,
    Phases,
    all_tokens,
    blocks,
    choosable,
    decompose,
    with_tokens,
)
from banglanorm.normalization.rules.quotations import ANY_MARKS
from banglanorm.normalization.tokens import apply
from banglanorm.script.addresses import has_address
from banglanorm.script.canonical import TWO_PART_VOWELS, nfc

_UNKNOWN_CODE = codes(UNKNOWN)
_TEXTS_A_SAMPLE, _LARGEST_SAMPLE = 24, 16
_LONG = 150  # code points: what a look at many texts saves is a price per text
_SELDOM = 16  # no more than one text in so many


class Pipeline:
    """The rules that are on, and the shortest way through them."""

    def __init__(self, phases: Phases) -> None:
        self._phases = phases
        self._look = phases.detector.look
        self._can_look = phases.can_look
        self._without_work = self._finish if phases.choices else decompose  # for lines in which nothing was seen
        self._alone = phases.alone
        self._is_separate = not phases.can_look or bool(phases.choices)  # each line needs more than a look at many
        self.line: Callable[[str], str] = self._compiled() if phases.can_look else self._by_rules_alone

    def _compiled(self) -> Callable[[str], str]:
        """Return the function that normalizes a text of one line. What it needs is at hand as locals."""
        look, work, without_work = self._look, self._line, self._without_work

        def line(text: str) -> str:
            if text.isascii():
                return text
            seen = look(text)
            if seen is None:
                return without_work(text)
            normalized = work(text, seen)
            return text if normalized == text else normalized

        return line

    def _by_rules_alone(self, line: str) -> str:
        normalized = line if line.isascii() else self._by_rules(line)
        return line if normalized == line else normalized

    def text(self, text: str) -> str:
        """Normalize a text line by line; the same object comes back where nothing changes."""
        if text.isascii():
            return text
        normalized = "".join(map(self._block, blocks(text)))
        return text if normalized == text else normalized

    def is_seldom_work(self, texts: Sequence[str]) -> bool:
        """Say whether one look at many of these texts pays: a few of them are short, and nearly all need nothing."""
        sample = texts[: min(1 + len(texts) // _TEXTS_A_SAMPLE, _LARGEST_SAMPLE)]
        if self._is_separate or sum(map(len, sample)) > _LONG * len(sample):
            return False
        return len(sample) - [*map(self._look, sample)].count(None) <= len(sample) // _SELDOM

    def _block(self, block: str) -> str:
        """Normalize a block of lines: one by one, or together where only some need more than to be decomposed."""
        lines = block.split("\n")
        if self._is_separate:
            return "\n".join(map(self.line, lines))
        if self.is_seldom_work(lines):
            seen = self._look(block)
            return decompose(block) if seen is None else self._lines(block, seen)
        look, work = self._look, self._line
        done = [line if line.isascii() or (seen := look(line)) is None else work(line, seen) for line in lines]
        return decompose("\n".join(done))

    def _lines(self, block: str, seen: Look) -> str:
        """Normalize lines that were looked at together: each line where something was seen, and all between them."""
        done = []
        for start, end, seen_there in self._phases.detector.parts(block, seen):
            part = block[start:end]
            done.append(part if seen_there is None else self._line(part, seen_there))
        return decompose("".join(done))

    def _line(self, line: str, seen: Look) -> str:
        """Normalize one line; a line that would change again on a second look has the canonical rules."""
        phases = self._phases
        _, pairs, special = seen
        if not (pairs or special.strip(self._alone)):
            return self._marked(line, seen)
        if not (pairs or special.strip(phases.in_line)) and phases.settles_on(line) and BENGALI.search(line):
            return self._ruled(line, seen)
        if pairs and phases.may_join(special) and (joined := _joined_vowels(line, pairs)) is not None:
            line, seen = joined, (codes(joined), 0, special)
        line, seen = phases.without_joiners(line, seen)
        if not seen[1] and phases.has_marks_only(seen):
            return self._marked(line, seen)
        once = self._once(line, seen)
        if phases.settles_on(line) or once == line or self.again(once) == once:
            return once
        return self._unsettled(line)

    def _unsettled(self, line: str) -> str:
        """Normalize a line that would change again: it has the canonical rules only, unless with them it settles."""
        canonical = apply(self._phases.canonical, line)
        return canonical if canonical == line else self.line(canonical)

    def _ruled(self, line: str, seen: Look) -> str:
        """Normalize a line in which nothing was seen but marks and what rules over the whole line are for."""
        phases = self._phases
        line = apply(phases.called_for(phases.line_rules, seen), decompose(line))
        among = marks_in(seen[2])
        return phases.mark(line, among, codes(line)) if among else line

    def _marked(self, line: str, seen: Look) -> str:
        """Normalize a line in which nothing but marks was seen."""
        coded, _, special = seen
        among = marks_in(special)
        marked = self._phases.mark(line, among, coded, special) if among else line
        return decompose(marked if marked is line or BENGALI.search(line) else line)

    def again(self, line: str) -> str:
        """Take a line through the phases, whatever a second look would make of it."""
        if not self._can_look:
            return self._once_by_rules(line)
        seen = self._look(line)
        return self._finish(line) if seen is None else self._once(line, seen)

    def _once(self, line: str, seen: Look) -> str:
        """Take a line through the phases, and in each do only what is called for by what was seen."""
        coded, pairs, special = seen
        phases = self._phases
        if not BENGALI.search(line):
            return nfc(line)
        foreign = _UNKNOWN_CODE in special and is_foreign(line, coded)
        if not (pairs or foreign or special.strip(phases.idle)):
            return self._finish(line)
        if phases.is_nfc_only:
            return nfc(line)
        if phases.first and (called_for := phases.called_for(phases.first, seen)):
            first = apply(called_for, line)
            if first != line:
                return self.again(first)
        if foreign or pairs or len(special.translate(None, phases.of_words)) < len(special):
            line = self._repair_words(line, seen, foreign=foreign)
        line = self._finish(line, foreign=foreign)
        line = apply(phases.called_for(phases.line_rules, seen), line)
        among = marks_in(special)
        if among:
            line = phases.mark(line, among, codes(line), has_unknown=_UNKNOWN_CODE in special)
        return apply(phases.closing, line)

    def _repair_words(self, line: str, seen: Look, *, foreign: bool) -> str:
        _, pairs, special = seen
        if pairs and not foreign and not special.strip(self._phases.only_marks):
            joined = _joined_vowels(line, pairs)
            if joined is not None:
                return joined
        spans = self._phases.tokens_seen(line, seen, foreign=foreign)
        words = self._phases.words_of(line, spans)
        return with_tokens(line, spans(), lambda token: words(token).repair(token))

    def _finish(self, lines: str, *, foreign: bool = False) -> str:
        """Do what is done without a look: write the letters with nukta, and what the caller chose."""
        if self._phases.choices:
            return "\n".join([self._choose(line, foreign=foreign) for line in lines.split("\n")])
        return decompose(lines)

    def _choose(self, line: str, *, foreign: bool) -> str:
        choices = self._phases.choices
        if foreign or has_address(line):
            parts = choosable(decompose(line))
            chosen = "".join(apply(choices, part) if may_change else part for part, may_change in parts)
            return line if chosen == line else chosen
        if not self._phases.composes:
            line = decompose(line)
        return apply(choices, line) if BENGALI.search(line) else line

    # --- rule by rule -----------------------------------------------------------------------------------------------

    def _by_rules(self, line: str) -> str:
        """Normalize one line without the detector."""
        once = self._once_by_rules(line)
        settles = self._phases.settles_on(line) or self._once_by_rules(once) == once
        return once if settles else self._unsettled(line)

    def _once_by_rules(self, line: str) -> str:
        phases = self._phases
        if not BENGALI.search(line):
            return apply(phases.canonical, line)
        line = apply(phases.first, line)
        spans = all_tokens(line)
        words = phases.words_of(line, spans)
        line = with_tokens(line, spans(), lambda token: words(token).repair(token))
        line = "".join(apply(phases.choices, part) if may_change else part for part, may_change in choosable(line))
        line = apply(phases.line_rules, line)
        return apply(phases.closing, phases.mark(line, ANY_MARKS, codes(line), has_unknown=True))


def _joined_vowels(line: str, pairs: int) -> str | None:
    """Return the line with the halves of vowel signs joined; None where some pair that was seen is none of them."""
    joined = line
    for halves, sign in TWO_PART_VOWELS.items():
        joined = joined.replace(halves, sign)
    return joined if len(line) - len(joined) == pairs.bit_count() else None
