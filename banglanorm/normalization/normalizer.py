"""``normalize``, ``explain`` and ``Normalizer``: the rules of a profile, run once over a text.

The functions keep the normalizers they compile, so calling them again with the same options costs nothing extra.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from typing import Any, Unpack, cast

from banglanorm.edits import Edit, Explanation, NamedChange
from banglanorm.errors import is_missing, require_str
from banglanorm.normalization.options import Asked, Options, shows_options
from banglanorm.normalization.paragraphs import Paragraphs
from banglanorm.normalization.phases import Phases
from banglanorm.normalization.rules.quotations import MARK_RULE_NAMES

_MOST_TOGETHER = 1 << 10  # texts of a batch that are looked at in one go


class Normalizer:
    """A compiled set of options: call it with a text to normalize that text.

    It is hashable, equal to a normalizer with the same options, and pickles as its options. It remembers the words it
    repaired (a bounded number), which changes its speed and nothing else; threads may share it.

    Args:
        profile: ``"canonical"`` (exactly NFC), ``"visual"`` (one spelling for what looks the same), ``"standard"``
            (every punctuation mark in one role) or ``"repair"`` (likely typing errors too); each has the rules of those
            before it.
        nukta: ``"decomposed"`` as NFC wants, or ``"composed"`` for ড়, ঢ়, য় as one code point each (not NFC).
        apostrophe: the character for apostrophes in Bengali words, or ``"keep"``.
        quotes: ``"curly"`` (‘ ’ “ ”), ``"ascii"`` or ``"keep"``, for paired quotation marks.
        digits: ``"keep"``, ``"ascii"`` or ``"bengali"``.
        enable: names of rules to switch on beside those of the profile; see :func:`banglanorm.rules`.
        disable: names of rules to switch off.

    Raises:
        ConfigError: an option has a value that does not exist, or options contradict each other.

    >>> from banglanorm import Normalizer
    >>> normalizer = Normalizer(apostrophe="’")
    >>> normalizer("দু'জন")
    'দু’জন'
    """

    __module__ = "banglanorm"
    __slots__ = ("_by_line", "_is_seldom_work", "_line", "_options", "_text", "_trace", "_trace_by_line", "_trace_line")

    @shows_options
    def __init__(self, **options: Unpack[Asked]) -> None:
        self._options = chosen = Options(**options)  # type: ignore[arg-type] # any collection of names becomes a tuple
        active = chosen.active_rules()
        phases = partial(Phases, apostrophe=chosen.apostrophe, quotes=chosen.quotes, named=chosen.enable)
        paragraphs = Paragraphs(phases(active), partial(phases, active - MARK_RULE_NAMES))
        self._text, self._trace = paragraphs.text, paragraphs.trace
        self._by_line, self._trace_by_line = paragraphs.by_line, paragraphs.trace_by_line
        self._trace_line = paragraphs.trace_line
        self._line, self._is_seldom_work = paragraphs.line, paragraphs.is_seldom_work

    def __call__(self, text: str, /) -> str:
        """Return ``text`` in one spelling; the same object where nothing changes.

        Raises:
            TypeError: ``text`` is not ``str``.
        """
        if text.__class__ is not str:
            require_str(text)
        return self._text(text) if "\n" in text else self._line(text)

    def explain(self, text: str, /) -> Explanation:
        """Normalize ``text`` and return every edit with the rules that made it; spans are code-point offsets.

        Raises:
            TypeError: ``text`` is not ``str``.

        >>> from banglanorm import Normalizer
        >>> [(e.before, e.after, e.rules) for e in Normalizer().explain("দু’জন").edits]
        [('’', "'", ('apostrophes',))]
        """
        if text.__class__ is not str:
            require_str(text)
        return _explanation(text, self._trace(text) if "\n" in text else self._trace_line(text))

    def batch(self, texts: Iterable[str | None], /) -> list[str | None]:
        """Normalize many texts, in order; a missing value (``None``, NaN, NaT, ``pandas.NA``) gives ``None``.

        It is faster than one call a text: many short ones are looked at together.

        Raises:
            TypeError: ``texts`` is a single ``str``, or an item is neither ``str`` nor missing; the message gives its
                index.

        >>> from banglanorm import Normalizer
        >>> Normalizer().batch(["দু’জন", None])
        ["দু'জন", None]
        """
        if isinstance(texts, str):
            raise TypeError("expected many texts, got one str; call the normalizer itself, or give a list of one")
        items = list(texts)
        missing = [index for index, item in enumerate(items) if not isinstance(item, str)]
        for index in missing:
            if not is_missing(items[index]):
                raise TypeError(f"item {index}: expected str or a missing value, got {type(items[index]).__name__}")
            items[index] = ""
        normalized: list[str | None] = []
        for at in range(0, len(items), _MOST_TOGETHER):
            normalized += self._together(cast("list[str]", items[at : at + _MOST_TOGETHER]))
        for index in missing:
            normalized[index] = None
        return normalized

    def _together(self, texts: list[str]) -> list[str]:
        """Normalize texts, in one go as lines of one text where that pays; what does not change is the same object."""
        if self._is_seldom_work(texts):
            lines = self._by_line("\n".join(texts)).split("\n")
            if len(lines) == len(texts):  # none has lines of its own
                return [before if before == after else after for before, after in zip(texts, lines, strict=True)]
        whole, line = self._text, self._line
        return [whole(text) if "\n" in text else line(text) for text in texts]

    def __eq__(self, other: object) -> bool:
        return self._options == other._options if isinstance(other, Normalizer) else NotImplemented

    def __hash__(self) -> int:
        return hash((Normalizer, self._options))

    def __repr__(self) -> str:
        return f"Normalizer({', '.join(f'{name}={value!r}' for name, value in self._options.changed().items())})"

    def __reduce__(self) -> tuple[Any, ...]:
        from banglanorm.version import __version__

        # The version makes the pickle, and a cache keyed by it, differ when the rules do.
        return Normalizer._rebuilt, (self._options.changed(), __version__)

    @classmethod
    def _rebuilt(cls, options: dict[str, Any], _version: str) -> "Normalizer":
        return cls(**options)


def explain_lines(text: str, normalizer: Normalizer, /) -> Explanation:
    """Explain a text as :meth:`Normalizer.explain` does, each line as a text of its own."""
    return _explanation(text, normalizer._trace_by_line(text))


def _explanation(text: str, traced: tuple[str, list[NamedChange]]) -> Explanation:
    normalized, changes = traced
    if not changes:
        return Explanation(text, normalized, ())
    return Explanation(text, normalized, tuple([Edit(a, b, text[a:b], after, why) for a, b, after, why in changes]))


_remembered = lru_cache(maxsize=32)(Normalizer)


def _compiled(options: Mapping[str, Any]) -> Normalizer:
    """Return the normalizer of these options, made once."""
    hashable = dict(options)
    for option in ("enable", "disable"):
        names = hashable.get(option, ())
        if isinstance(names, Iterable) and not isinstance(names, str):
            hashable[option] = tuple(names)
    try:
        return _remembered(**hashable)
    except TypeError:  # some value does not hash: its error says which
        return Normalizer(**hashable)


_standard = Normalizer()
_standard_text, _standard_line = _standard._text, _standard._line


@shows_options
def normalize(text: str, /, **options: Unpack[Asked]) -> str:
    """Return ``text`` in one spelling; the same object where nothing changes.

    The options are those of :class:`Normalizer`. Lines are kept; what is not Bengali changes only as NFC does. A
    quotation that runs over lines of a wrapped paragraph is read in the whole of them, and fenced code keeps its marks;
    nothing else passes a line end.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist, or options contradict each other.

    >>> from banglanorm import normalize
    >>> normalize("ছ’দিনের ‘শক্তিশালী’ সফর৷")
    "ছ'দিনের ‘শক্তিশালী’ সফর।"
    """
    if not options and text.__class__ is str:
        return _standard_text(text) if "\n" in text else _standard_line(text)
    return _compiled(options)(text)


@shows_options
def explain(text: str, /, **options: Unpack[Asked]) -> Explanation:
    """Normalize ``text`` and return every edit with the rules that made it; spans are code-point offsets.

    The options are those of :class:`Normalizer`. The edits are sorted, do not overlap, and replay to
    ``normalize(text)``.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: an option has a value that does not exist, or options contradict each other.

    >>> from banglanorm import explain
    >>> [(e.start, e.before, e.after, e.rules) for e in explain("ছ’দিনের সফর৷").edits]
    [(1, '’', "'", ('apostrophes',)), (11, '৷', '।', ('danda_for_numerator_four',))]
    """
    return _compiled(options).explain(text)
