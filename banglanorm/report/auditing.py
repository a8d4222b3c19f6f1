"""``audit``: what is in a corpus and what normalization does to it, in one pass and bounded memory.

A paragraph is a line, so lines are read in blocks of many; the counts are those of each line by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Unpack

from banglanorm.errors import is_missing
from banglanorm.normalization.normalizer import Normalizer, explain_lines
from banglanorm.normalization.options import Asked, Options, shows_options
from banglanorm.report import census, effects
from banglanorm.report.census import Census
from banglanorm.report.effects import Effect
from banglanorm.report.wording import Language

_BLOCK = 1 << 16  # code points that are looked at together, and the end of the last line


@dataclass(frozen=True, slots=True)
class Audit:
    """What is in a corpus and what normalization does to it.

    ``lines`` are all its lines, ``before`` and ``after`` what it is made of as it is and as it would be, ``effect``
    what the rules of ``profile`` do, ``repair`` what the further rules of the profile ``"repair"`` would do.
    """

    __module__ = "banglanorm"

    profile: str
    lines: int
    before: Census
    after: Census
    effect: Effect
    repair: Effect

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain JSON types.

        >>> from banglanorm import audit
        >>> audit(["এক"]).as_dict()["lines"]
        1
        """
        parts = {name: getattr(self, name).as_dict() for name in ("before", "after", "effect", "repair")}
        return {"profile": self.profile, "lines": self.lines} | parts

    def to_html(self, *, title: str = "", language: Language = "en") -> str:
        """Return the audit as one page of HTML that needs nothing else, in English and Bengali.

        ``title`` names the corpus; ``language`` is shown until the reader takes the other. The page asks no other host
        for anything, is readable without JavaScript, and is the same for the same corpus.

        Raises:
            ConfigError: there is no such language.

        >>> from banglanorm import audit
        >>> audit(["দু’জন এলো৷"]).to_html(title="এক লাইন").splitlines()[0]
        '<!DOCTYPE html>'
        """
        from banglanorm.report.page import page  # only who wants the page waits for it

        return page(self, title, language)

    def __repr__(self) -> str:
        return f"Audit({self.lines} lines, {self.effect.lines} of them changed by {self.effect.edits} edits)"


@shows_options
def audit(texts: Iterable[str | None], /, **options: Unpack[Asked]) -> Audit:
    """Count what is in ``texts``, one or more lines each, and what normalization would do to them.

    The options are those of :class:`banglanorm.Normalizer`. Missing values (``None``, NaN, NaT, ``pandas.NA``) are left
    out. The memory does not grow with the number of lines.

    Raises:
        TypeError: ``texts`` is a single ``str``, or an item is neither ``str`` nor missing; the message gives its
            index.
        ConfigError: an option has a value that does not exist, or options contradict each other.

    >>> from banglanorm import audit
    >>> found = audit(["দু’জনের ছবি", "শক্তিি"])
    >>> found
    Audit(2 lines, 1 of them changed by 1 edits)
    >>> found.before.malformed, found.repair.edits
    ((('vowel sign without a bare consonant before it', 1),), 1)
    """
    if isinstance(texts, str):
        raise TypeError("expected many texts, got one str; give a list of one, or text.splitlines()")
    repairing: Any = {**options, "profile": "repair"}
    chosen, further = Options(**options), Options(**repairing)  # type: ignore[arg-type]
    active = chosen.active_rules()
    normalizer, repairer = Normalizer(**options), Normalizer(**repairing)
    before, after = census.Tally(), census.Tally()
    effect, repair = effects.Tally(active), effects.Tally(further.active_rules() - active)
    lines = 0
    for block in _blocks(texts):
        lines += block.count("\n")
        explanation = explain_lines(block, normalizer)
        before.add(block)
        after.add(explanation.text)
        effect.add(explanation)
        repair.add(explain_lines(block, repairer))
    return Audit(
        profile=chosen.profile,
        lines=lines,
        before=before.census(),
        after=after.census(),
        effect=effect.effect(),
        repair=repair.effect(),
    )


def _blocks(texts: Iterable[str | None]) -> Iterator[str]:
    """Yield the texts together, each with the end of its last line."""
    waiting: list[str] = []
    length = 0
    for index, text in enumerate(texts):
        if not isinstance(text, str):
            if not is_missing(text):
                raise TypeError(f"item {index}: expected str or a missing value, got {type(text).__name__}")
            continue
        waiting.append(text if text.endswith("\n") else text + "\n")
        length += len(text)
        if length > _BLOCK:
            yield "".join(waiting)
            waiting, length = [], 0
    if waiting:
        yield "".join(waiting)
