"""``audit``: what is in a corpus and what normalization does to it, in one pass and bounded memory.

Lines are read in blocks of many, and the counts are those of each line by itself; a text of more lines is a block of
its own, since a quotation in it may run over its lines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Unpack

from banglanorm.corpus.reading import Row
from banglanorm.edits import Explanation
from banglanorm.errors import is_missing
from banglanorm.normalization.normalizer import Normalizer, explain_lines
from banglanorm.normalization.options import Asked, Options, shows_options
from banglanorm.report import census, effects
from banglanorm.report.census import Census
from banglanorm.report.effects import Effect
from banglanorm.report.places import Block, block_of
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
def audit(texts: Iterable[str | Row | None], /, **options: Unpack[Asked]) -> Audit:
    """Count what is in ``texts``, one or more lines each, and what normalization would do to them.

    Rows of :func:`banglanorm.corpus.read` are texts too; the examples then name their files and lines.

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
    auditor = Auditor(**options)
    tally = auditor.tally()
    for block in blocks(_rows(texts)):
        auditor.add(block, tally)
    return auditor.audit(tally)


class Auditor:
    """Counts blocks of texts, in one process or in many; it pickles as its options."""

    def __init__(self, **options: Unpack[Asked]) -> None:
        self._options = options
        repairing: Any = {**options, "profile": "repair"}
        chosen, further = Options(**options), Options(**repairing)  # type: ignore[arg-type]
        self._profile = chosen.profile
        self._active = chosen.active_rules()
        self._further = further.active_rules() - self._active
        self._normalizer, self._repairer = Normalizer(**options), Normalizer(**repairing)

    def __reduce__(self) -> tuple[Any, ...]:
        return _auditor, (self._options,)

    def tally(self, seed: str = "") -> "Tally":
        """Return a tally of nothing; those that are to be merged need different seeds."""
        effect, repair = effects.Tally(self._active, seed), effects.Tally(self._further, seed)
        return Tally(census.Tally(), census.Tally(), effect, repair)

    def add(self, block: Block, tally: "Tally", /) -> None:
        """Count a block."""
        explanation = _explained(block, self._normalizer)
        tally.lines += block.text.count("\n")
        tally.before.add(block.text)
        tally.after.add(explanation.text)
        tally.effect.add(explanation, block)
        tally.repair.add(_explained(block, self._repairer), block)

    def audit(self, tally: "Tally", /) -> Audit:
        """Return what was counted."""
        return Audit(
            profile=self._profile,
            lines=tally.lines,
            before=tally.before.census(),
            after=tally.after.census(),
            effect=tally.effect.effect(),
            repair=tally.repair.effect(),
        )


def _explained(block: Block, normalizer: Normalizer) -> Explanation:
    return normalizer.explain(block.text) if len(block.starts) == 1 else explain_lines(block.text, normalizer)


def _auditor(options: Asked) -> Auditor:
    return Auditor(**options)


@dataclass(slots=True)
class Tally:
    """What was counted so far; that of one process can be merged into that of another."""

    before: census.Tally
    after: census.Tally
    effect: effects.Tally
    repair: effects.Tally
    lines: int = 0

    def merge(self, other: "Tally", /) -> None:
        """Count what another tally has counted of the texts after these."""
        self.lines += other.lines
        self.before.merge(other.before)
        self.after.merge(other.after)
        self.effect.merge(other.effect)
        self.repair.merge(other.repair)


def blocks(rows: Iterable[tuple[str, int, str]], /) -> Iterator[Block]:
    r"""Bring rows, each a file, a line and a text, together into blocks; a text of more lines stays alone.

    >>> [block.text for block in blocks([("a.txt", 1, "এক"), ("a.txt", 2, "দুই"), ("b.csv", 2, "তিন\nচার")])]
    ['এক\nদুই\n', 'তিন\nচার\n']
    """
    waiting: list[tuple[str, int, str]] = []
    length = 0
    for row in rows:
        is_alone = "\n" in row[2].removesuffix("\n")
        if waiting and (is_alone or length > _BLOCK):
            yield block_of(waiting)
            waiting, length = [], 0
        if is_alone:
            yield block_of([row])
        else:
            waiting.append(row)
            length += len(row[2])
    if waiting:
        yield block_of(waiting)


def _rows(texts: Iterable[str | Row | None]) -> Iterator[tuple[str, int, str]]:
    line = 1
    for index, text in enumerate(texts):
        if isinstance(text, Row):
            yield text.path, text.line, text.text
        elif isinstance(text, str):
            yield "", line, text
            line += text.count("\n") + (not text.endswith("\n"))
        elif not is_missing(text):
            raise TypeError(f"item {index}: expected str or a missing value, got {type(text).__name__}")
