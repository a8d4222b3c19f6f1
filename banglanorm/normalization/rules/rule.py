"""What a rule of normalization is, and how one is made from a pattern."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from typing import Any

from banglanorm.edits import Change, splice

Finder = Callable[[str], list[Change]]
Pair = tuple[str, str]
# In a pair, or at an end of a literal with a hasanta: the end of a line, and every character that is no part of a
# Bengali word.
EDGE = "\n"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it does, where it comes from, an example it changes and one it must not touch.

    ``family`` is the kind of change; ``profile`` is the first profile that has the rule on (``"optional"``: none, it
    must be named in ``enable=``). Rules are equal by name.
    """

    __module__ = "banglanorm"

    name: str
    family: str = field(compare=False)
    profile: str = field(compare=False)
    summary: str = field(compare=False)
    example: str = field(compare=False)
    counterexample: str = field(compare=False)
    reference: str = field(compare=False)
    find: Finder = field(compare=False, repr=False)  # the changes this rule makes to a text, sorted, without overlap
    # Without any of these there is nothing to find: characters, pairs of neighbours (one of a first class, then one of
    # a second), strings. A rule that names none is asked everywhere.
    triggers: str = field(compare=False, repr=False, default="")
    pairs: tuple[Pair, ...] = field(compare=False, repr=False, default=())
    literals: tuple[str, ...] = field(compare=False, repr=False, default=())
    replaces: tuple[tuple[str, str], ...] = field(compare=False, repr=False, default=())  # all that the rule does

    def as_dict(self) -> dict[str, str]:
        """Return what there is to read about the rule, as plain JSON types.

        >>> from banglanorm import rules
        >>> rules()[0].as_dict()["name"]
        'nukta_letters'
        """
        return {name: getattr(self, name) for name in _READABLE}

    def __repr__(self) -> str:
        return f"Rule({self.name!r}, {self.profile})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Rule._by_name, (self.name,)

    @classmethod
    def _by_name(cls, name: str) -> "Rule":
        # A rule pickles as its name. The catalogue stands above this module, so the way to it is the front door.
        catalogue: tuple[Rule, ...] = import_module("banglanorm").rules()
        return next(rule for rule in catalogue if rule.name == name)

    @property
    def says_what_it_needs(self) -> bool:
        """Whether a text can be told to hold nothing for this rule without asking it."""
        return bool(self.triggers or self.pairs or self.literals)

    def apply(self, text: str) -> str:
        """Apply this rule alone, in one pass; the same object comes back where nothing changes."""
        if self.replaces:
            for before, after in self.replaces:
                if before in text:
                    text = text.replace(before, after)
            return text
        changes = self.find(text)
        return splice(text, changes) if changes else text


_READABLE = ("name", "family", "profile", "summary", "example", "counterexample", "reference")


def by_pattern(
    pattern: str, replacement: str | Callable[[re.Match[str]], str], *, needs: Collection[str] = ()
) -> Finder:
    r"""Make the finder of a rule from a regular expression, compiled on first use.

    ``replacement`` is a template as in :func:`re.sub`, or a function of the match; a match that it leaves as it is
    counts for nothing. ``needs`` are strings of which every other match holds one: a text without any is not searched,
    and the expression waits for one that has to be.

    >>> by_pattern(r"a(b+)", r"\1", needs=["ab"])("abb ab")
    [(0, 3, 'bb'), (4, 6, 'b')]
    """
    compiled: list[re.Pattern[str]] = []

    def find(text: str) -> list[Change]:
        if not compiled:
            compiled.append(re.compile(pattern))
        changes = []
        for m in compiled[0].finditer(text):
            after = m.expand(replacement) if isinstance(replacement, str) else replacement(m)
            if after != m[0]:
                changes.append((m.start(), m.end(), after))
        return changes

    @wraps(find)
    def find_where_needed(text: str) -> list[Change]:
        return find(text) if any(map(text.__contains__, needs)) else []

    return find_where_needed if needs else find
