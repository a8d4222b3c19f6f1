r"""What normalization does to a text, counted in bounded memory: how often each rule fires, and examples.

Examples are a sample in which each firing of the rule has the same chance: those that drew the lowest numbers, with a
fixed seed, so that what was counted apart can be brought together. A kind of change is one text that becomes another;
the first few thousand kinds are counted.

>>> from banglanorm.normalization.normalizer import explain
>>> from banglanorm.report.places import block_of
>>> tally = Tally({"apostrophes"})
>>> text = "দু’জন এলো\nদু’টি গেল\n"
>>> tally.add(explain(text), block_of([("", 1, text)]))
>>> effect = tally.effect()
>>> effect.lines, effect.edits, effect.changes[0].before, effect.changes[0].count
(2, 2, '’', 2)
"""

from collections.abc import Collection
from dataclasses import dataclass
from random import Random
from typing import Any

from banglanorm.edits import Edit, Explanation
from banglanorm.report.places import Block

_EXAMPLES = 4  # of each rule
_CHANGES_KEPT = 4_000  # kinds of changes, the first that come
_LONGEST = 60  # code points of an edit that is shown
_ROOM = 36  # code points of the line shown on either side of an edit


@dataclass(frozen=True, slots=True)
class AuditExample:
    """A stretch of a line with one edit: ``change``, and the ``file`` and ``line`` where it stands.

    ``file`` is empty where the texts came without one; then ``line`` is counted through all texts, from 1.
    """

    __module__ = "banglanorm"

    file: str
    line: int
    change: Explanation

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types, those of the change among them.

        >>> from banglanorm import audit
        >>> audit(["এক", "দু’জন"]).effect.rules[0].examples[0].as_dict()["line"]
        2
        """
        return {"file": self.file, "line": self.line} | self.change.as_dict()


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often the rule ``name`` fires, with examples."""

    __module__ = "banglanorm"

    name: str
    count: int
    examples: tuple[AuditExample, ...]

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> from banglanorm import audit
        >>> audit(["দু’জন"]).effect.rules[0].as_dict()["name"]
        'apostrophes'
        """
        return {"name": self.name, "count": self.count, "examples": [each.as_dict() for each in self.examples]}


@dataclass(frozen=True, slots=True)
class ChangeCount:
    """How often ``before`` becomes ``after`` by ``rules``, with the first ``example``."""

    __module__ = "banglanorm"

    before: str
    after: str
    rules: tuple[str, ...]
    count: int
    example: AuditExample

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> from banglanorm import audit
        >>> audit(["দু’জন"]).effect.changes[0].as_dict()["before"]
        '’'
        """
        return {
            "before": self.before,
            "after": self.after,
            "rules": list(self.rules),
            "count": self.count,
            "example": self.example.as_dict(),
        }


@dataclass(frozen=True, slots=True)
class Effect:
    """What rules do to a text: how many ``lines`` change, by how many ``edits``, of which rules and kinds.

    ``rules`` and ``changes`` are sorted, the most frequent first. ``unlisted`` edits are in no row of ``changes``: they
    are long, or of a kind that came after the first 4,000.
    """

    __module__ = "banglanorm"

    lines: int
    edits: int
    rules: tuple[RuleCount, ...]
    changes: tuple[ChangeCount, ...]
    unlisted: int

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as plain JSON types.

        >>> from banglanorm import audit
        >>> audit(["এক"]).effect.as_dict()
        {'lines': 0, 'edits': 0, 'rules': [], 'changes': [], 'unlisted': 0}
        """
        return {
            "lines": self.lines,
            "edits": self.edits,
            "rules": [rule.as_dict() for rule in self.rules],
            "changes": [change.as_dict() for change in self.changes],
            "unlisted": self.unlisted,
        }


class Tally:
    """Counts the edits of explained texts, those alone in which one of ``rules`` is at work.

    Tallies that are to be merged need different seeds.
    """

    def __init__(self, rules: Collection[str], seed: str = "") -> None:
        self._rules = frozenset(rules)
        self._random = Random(seed)
        self._lines = self._edits = self._unlisted = 0
        self._counts: dict[str, int] = {}
        self._examples: dict[str, list[tuple[float, int, AuditExample]]] = {}  # what it drew, its place among all
        self._changes: dict[tuple[str, str, tuple[str, ...]], int] = {}
        self._first: dict[tuple[str, str, tuple[str, ...]], AuditExample] = {}

    def add(self, explanation: Explanation, block: Block, /) -> None:
        """Count the edits of the text of a block."""
        text = explanation.original
        line_end = -1
        for edit in explanation.edits:
            names = tuple(name for name in edit.rules if name in self._rules)
            if not names:
                continue
            self._edits += 1
            if edit.start > line_end:
                self._lines += 1
                line_end = text.find("\n", edit.start)
            self._add_edit(block, edit, names)

    def merge(self, other: "Tally", /) -> None:
        """Count what another tally has counted of the texts after these."""
        self._lines += other._lines
        self._edits += other._edits
        self._unlisted += other._unlisted
        for name, examples in other._examples.items():
            seen = self._counts.get(name, 0)
            kept = [*self._examples.get(name, ()), *((drawn, seen + at, each) for drawn, at, each in examples)]
            self._examples[name] = sorted(kept, key=lambda drawn: drawn[:2])[:_EXAMPLES]
        for name, count in other._counts.items():
            self._counts[name] = self._counts.get(name, 0) + count
        for kind, count in other._changes.items():
            self._add_kind(kind, count, other._first[kind])

    @property
    def lines(self) -> int:
        """The lines that change, of those counted so far."""
        return self._lines

    def _add_edit(self, block: Block, edit: Edit, names: tuple[str, ...]) -> None:
        is_short = len(edit.before) <= _LONGEST and len(edit.after) <= _LONGEST
        for name in names:
            seen = self._counts.get(name, 0)
            self._counts[name] = seen + 1
            if is_short:
                self._sample(self._examples.setdefault(name, []), seen, block, edit)
        kind = (edit.before, edit.after, names)
        if kind in self._changes:
            self._changes[kind] += 1
        elif is_short and len(self._changes) < _CHANGES_KEPT:
            self._add_kind(kind, 1, _example(block, edit))
        else:
            self._unlisted += 1

    def _add_kind(self, kind: tuple[str, str, tuple[str, ...]], count: int, first: AuditExample) -> None:
        if kind in self._changes:
            self._changes[kind] += count
        elif len(self._changes) < _CHANGES_KEPT:
            self._changes[kind] = count
            self._first[kind] = first
        else:
            self._unlisted += count

    def _sample(self, kept: list[tuple[float, int, AuditExample]], seen: int, block: Block, edit: Edit) -> None:
        drawn = self._random.random()
        if len(kept) < _EXAMPLES or drawn < kept[-1][0]:
            kept[_EXAMPLES - 1 :] = [(drawn, seen, _example(block, edit))]
            kept.sort(key=lambda each: each[:2])

    def effect(self) -> Effect:
        """Return what was counted so far."""
        rules = [RuleCount(name, count, self._examples_of(name)) for name, count in self._counts.items()]
        changes = [ChangeCount(*kind, count, self._first[kind]) for kind, count in self._changes.items()]
        return Effect(
            lines=self._lines,
            edits=self._edits,
            rules=tuple(sorted(rules, key=lambda rule: (-rule.count, rule.name))),
            changes=tuple(sorted(changes, key=lambda each: (-each.count, each.rules, each.before, each.after))),
            unlisted=self._unlisted,
        )

    def _examples_of(self, name: str) -> tuple[AuditExample, ...]:
        kept = sorted(self._examples.get(name, ()), key=lambda each: each[1])
        return tuple(example for _, _, example in kept)


def _example(block: Block, edit: Edit) -> AuditExample:
    return AuditExample(*block.at(edit.start), excerpt(block.text, edit))


def excerpt(text: str, edit: Edit, /) -> Explanation:
    r"""Return the edit with what stands around it in its line, cut between words where there is room.

    >>> found = excerpt("এক\nদুই তিন\n", Edit(3, 6, "দুই", "২", ("r",)))
    >>> found.original, found.text
    ('দুই তিন', '২ তিন')
    """
    left = text[max(0, edit.start - _ROOM) : edit.start]
    is_cut = edit.start > _ROOM and "\n" not in text[edit.start - _ROOM - 1] + left
    left = left.rpartition("\n")[2].rpartition("\r")[2]
    if is_cut and " " in left:
        left = left.partition(" ")[2]
    right = text[edit.end : edit.end + _ROOM]
    is_cut = edit.end + _ROOM < len(text) and "\n" not in right + text[edit.end + _ROOM]
    right = right.partition("\n")[0].partition("\r")[0]
    if is_cut and " " in right:
        right = right.rpartition(" ")[0]
    start = len(left)
    moved = Edit(start, start + len(edit.before), edit.before, edit.after, edit.rules)
    return Explanation(left + edit.before + right, left + edit.after + right, (moved,))
