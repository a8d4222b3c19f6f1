"""What a rule of normalization is, and how one is made from a pattern."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from banglanorm.edits import Change, splice

Finder = Callable[[str], list[Change]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it does, where it comes from, an example it changes and one it must not touch.

    ``family`` is the kind of change; ``profile`` is the first profile that has the rule on (``"optional"``: none, it
    must be named in ``enable=``). Rules are equal by name.
    """

    name: str
    family: str = field(compare=False)
    profile: str = field(compare=False)
    summary: str = field(compare=False)
    example: str = field(compare=False)
    counterexample: str = field(compare=False)
    reference: str = field(compare=False)
    find: Finder = field(compare=False, repr=False)  # the changes this rule makes to a text, sorted, without overlap
    triggers: str = field(compare=False, repr=False, default="")  # without one of these there is nothing to find
    always: str | None = field(compare=False, repr=False, default=None)  # what is written for the only trigger

    def apply(self, text: str) -> str:
        """Apply this rule alone, in one pass."""
        if self.always is not None:
            return text.replace(self.triggers, self.always)
        return splice(text, self.find(text))


def by_pattern(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Finder:
    r"""Make the finder of a rule from a regular expression, compiled on first use.

    ``replacement`` is a template as in :func:`re.sub`, or a function of the match; a match that it leaves as it is
    counts for nothing.

    >>> by_pattern(r"a(b+)", r"\1")("abb ab")
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

    return find
