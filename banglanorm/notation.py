r"""The notation of patterns over token types, as `finder` reads it: what it says, and what can be derived from it.

A name in capitals is one token of that type or group; a blank between two parts lets blanks stand there; ``~`` forbids
them; the rest is as in `re` (``(?:…|…)``, ``?``, ``{0,2}``, ``(?!…)``, ``(?<=…)``, ``\1``, ``^``).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_NAME = re.compile("[A-Z][A-Z0-9_]*+")
_BLANKS = re.compile(r" *\| *| +")  # beside a bar they are only layout
_PARTS = re.compile(
    r"(?P<name>[A-Z][A-Z0-9_]*+)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<bar>\|)"
    r"|(?P<times>(?:[?*+]|\{\d*,?\d*\})[+?]?)|(?P<back>\\\d)|(?P<start>\^)|(?P<empty>[ ~$])"
)


@dataclass(slots=True)
class _Part:
    """A type's name, or a group of branches that are runs of parts; ``look`` is how the bracket of a look begins."""

    name: str = ""
    branches: tuple[tuple["_Part", ...], ...] = ()
    optional: bool = False
    repeated: bool = False
    look: str = ""
    consumed: tuple[tuple["_Part", ...], ...] = ()  # the branches without the looks in them


def type_names(pattern: str, /) -> frozenset[str]:
    """Return the names of types and groups in ``pattern``.

    >>> sorted(type_names("(?<!WORD)COUNT(?: FRUIT)?"))
    ['COUNT', 'FRUIT', 'WORD']
    """
    return frozenset(_NAME.findall(pattern))


def first_types(pattern: str, /) -> frozenset[str]:
    """Return the names of the types and groups that a match of ``pattern`` can begin with.

    A match never begins with a blank.

    Raises:
        ValueError: ``pattern`` is not in the notation, or may match nothing.

    >>> sorted(first_types("(?<!WORD)(?:ABOUT )?COUNT(?= FRUIT)"))
    ['ABOUT', 'COUNT']
    """
    first, may_be_empty = _first(_parsed(pattern))
    if may_be_empty or not first:
        raise ValueError(f"a pattern that may match nothing: {pattern!r}")
    return frozenset(first - {"BLANK"})


def beginnings(pattern: str, /) -> dict[str, set[str]]:
    """Return the names that matches of ``pattern`` begin with, and for each the names of what may be the second token.

    With ``""`` among them there need not be a second.

    >>> {first: sorted(second) for first, second in beginnings("(?:ABOUT )?COUNT(?: FRUIT)?(?! DOT)").items()}
    {'ABOUT': ['COUNT'], 'COUNT': ['', 'FRUIT']}
    """
    return _beginnings(_parsed(pattern))[0]


def matched_types(pattern: str, /) -> frozenset[str]:
    """Return the names of the types and groups that a match of ``pattern`` can be made of.

    >>> sorted(matched_types("(?<!WORD)COUNT(?: FRUIT)?"))
    ['COUNT', 'FRUIT']
    """
    return frozenset(_names(_parsed(pattern)))


def always_has(pattern: str, wanted: Callable[[str], bool], /) -> bool:
    """Say whether every match of ``pattern`` has a token of a name that is ``wanted``.

    >>> always_has("(?:ABOUT )?COUNT|HALF", {"COUNT", "HALF"}.__contains__)
    True
    """
    return _certain(_parsed(pattern), wanted)


def demands(pattern: str, /) -> list[frozenset[str]]:
    """Return sets of names: every match of ``pattern`` has a token of one name at least out of each.

    >>> [sorted(names) for names in demands("(?:ABOUT )?COUNT (?:FRUIT|DOT WORD)")]
    [['COUNT'], ['DOT', 'FRUIT']]
    """
    return list(map(frozenset, _demands(_parsed(pattern))))


def types_seen_past(pattern: str, /) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of what looks behind and looks ahead in ``pattern`` may see something beyond of.

    >>> behind, ahead = types_seen_past("(?<!WORD~DASH)COUNT(?! (?:DOT WORD|DASH))(?=FRUIT)")
    >>> sorted(behind), sorted(ahead)
    (['BLANK', 'DASH'], ['BLANK', 'DOT'])
    """
    behind, ahead = {"BLANK"}, {"BLANK"}
    for look in _looks(_parsed(pattern)):
        if "<" in look.look:
            behind |= _passed(look, -1)
        else:
            ahead |= _passed(look, 1)
    return frozenset(behind), frozenset(ahead)


def expanded(names: str, groups: Mapping[str, str], /) -> frozenset[str]:
    """Return the types that ``names``, types and groups with ``|`` between them, stand for.

    >>> sorted(expanded("COUNT|HALF", {"COUNT": "DIGITS|WORDS"}))
    ['DIGITS', 'HALF', 'WORDS']
    """
    found: frozenset[str] = frozenset()
    for name in names.split("|"):
        found |= expanded(groups[name], groups) if name in groups else {name}
    return found


@cache
def _parsed(pattern: str) -> _Part:
    parts = [(m.lastgroup or "", m[0]) for m in _PARTS.finditer(pattern)]
    if "".join(text for _, text in parts) != pattern:
        raise ValueError(f"not in the notation of patterns: {pattern!r}")
    depth = 0
    for kind, _ in parts:
        depth += (kind in ("open", "look")) - (kind == "close")
        if depth < 0:
            break
    if depth:
        raise ValueError(f"a pattern whose brackets do not close: {pattern!r}")
    return _group(iter([*parts, ("close", ")")]))


def _group(parts: Iterator[tuple[str, str]], look: str = "") -> _Part:
    """Read up to the bracket that closes a group."""
    branches: list[tuple[_Part, ...]] = []
    branch: list[_Part] = []
    for kind, text in parts:
        match kind:
            case "name":
                branch.append(_Part(text))
            case "open":
                branch.append(_group(parts))
            case "look":
                branch.append(_group(parts, text))
            case "start":
                branch.append(_Part(look=text))
            case "times":
                branch[-1].repeated = branch[-1].repeated or text[0] != "?"
                branch[-1].optional = branch[-1].optional or text[0] in "?*" or text.startswith(("{0", "{,"))
            case "bar" | "close":
                branches.append(tuple(branch))
                branch = []
                if kind == "close":
                    break
    consumed = tuple([tuple([inner for inner in found if not inner.look]) for found in branches])
    return _Part(branches=tuple(branches), look=look, consumed=consumed)


def _first(part: _Part) -> tuple[set[str], bool]:
    """Return what a part begins with, and whether it may be empty."""
    if part.name:
        return {part.name}, part.optional or part.name == "BLANK"
    first: set[str] = set()
    empty = part.optional
    for branch in part.consumed:
        for inner in branch:
            names, may_be_empty = _first(inner)
            first |= names
            if not may_be_empty:
                break
        else:
            empty = True
    return first, empty


def _beginnings(part: _Part) -> tuple[dict[str, set[str]], bool]:
    """Return what `beginnings` does, and whether the part may be empty."""
    if part.name == "BLANK":
        return {}, True
    if part.name:
        return {part.name: {"", part.name} if part.repeated else {""}}, part.optional
    found: dict[str, set[str]] = {}
    empty = part.optional
    for branch in part.consumed:
        begun, may_be_empty = _run_beginnings(branch)
        _merge(found, begun)
        empty = empty or may_be_empty
    if part.repeated:
        _follow(found, list(found))
    return found, empty


def _run_beginnings(run: Iterable[_Part]) -> tuple[dict[str, set[str]], bool]:
    found: dict[str, set[str]] = {}
    empty = True
    for part in run:
        begun, may_be_empty = _beginnings(part)
        _follow(found, begun)
        if not may_be_empty:
            for seconds in found.values():
                seconds.discard("")
        if empty:
            _merge(found, begun)
        empty = empty and may_be_empty
        if not empty and not any("" in seconds for seconds in found.values()):
            break
    return found, empty


def _follow(found: dict[str, set[str]], names: Iterable[str]) -> None:
    """Add ``names`` to what may be second after what may stand alone."""
    for seconds in found.values():
        if "" in seconds:
            seconds.update(names)


def _merge(found: dict[str, set[str]], more: dict[str, set[str]]) -> None:
    for first, seconds in more.items():
        found.setdefault(first, set()).update(seconds)


def _names(part: _Part) -> set[str]:
    if part.name:
        return {part.name}
    return {name for branch in part.consumed for inner in branch for name in _names(inner)}


def _certain(part: _Part, wanted: Callable[[str], bool]) -> bool:
    if part.optional:
        return False
    if part.name:
        return wanted(part.name)
    return all(any(_certain(inner, wanted) for inner in branch) for branch in part.consumed)


def _demands(part: _Part) -> list[set[str]]:
    if part.optional or part.look:
        return []
    if part.name:
        return [{part.name}]
    branches = [[names for inner in branch for names in _demands(inner)] for branch in part.consumed]
    if len(branches) == 1:
        return branches[0]
    return [set().union(*(min(found, key=len) for found in branches))] if all(branches) else []


def _looks(part: _Part) -> Iterator[_Part]:
    if part.look:
        yield part
    for branch in part.branches:
        for inner in branch:
            yield from _looks(inner)


def _passed(part: _Part, step: int) -> set[str]:
    """Return the names in a look after which it goes on, read forwards or (``step`` is -1) backwards."""
    if part.name or part.repeated:
        return _names(part) if part.repeated else set()
    passed: set[str] = set()
    for branch in part.branches:
        *before, last = branch[::step] or [_Part()]
        for inner in before:
            passed |= _passed(inner, step) | (set() if inner.look else _names(inner))
        passed |= _passed(last, step)
    return passed


class Alphabet:
    """Turns patterns over type names into regular expressions over letters.

    Types that none of ``patterns`` tells apart share a letter; those in no pattern share one too.

    >>> alphabet = Alphabet({"COUNT": "DIGITS|WORDS"}, ["COUNT(?: FRUIT)?"])
    >>> alphabet.compile("COUNT(?: FRUIT)?"), alphabet.letter("DIGITS"), alphabet.letter("HALF")
    ('A(?: *+B)?', 'A', 'C')
    """

    def __init__(self, groups: Mapping[str, str], patterns: Iterable[str]) -> None:
        self._groups = groups
        self._classes: dict[str, str] = {}
        self._expanded: dict[str, str] = {}
        letters: dict[tuple[str, ...], str] = {}
        self._letters = {
            kind: letters.setdefault(tuple(names), _LETTERS[len(letters)])
            for kind, names in _occurrences(patterns, groups).items()
        }
        self._letters["BLANK"] = " "
        self._other = _LETTERS[len(letters)]

    def letter(self, name: str) -> str:
        """Return the letter that stands for the type ``name``."""
        return self._letters.get(name, self._other)

    def expand(self, names: str) -> str:
        """Return the letters of ``names``, types and groups with ``|`` between them, each once."""
        letters = self._expanded.get(names)
        if letters is None:
            if "|" in names:
                letters = "".join(dict.fromkeys("".join(map(self.expand, names.split("|")))))
            else:
                letters = self.expand(self._groups[names]) if names in self._groups else self.letter(names)
            self._expanded[names] = letters
        return letters

    def compile(self, pattern: str) -> str:
        """Return ``pattern`` as a regular expression over letters."""
        pattern = _BLANKS.sub(lambda m: m[0].strip() or " *+", pattern)
        return _NAME.sub(lambda m: self._class(m[0]), pattern).replace("~", "")

    def _class(self, name: str) -> str:
        if name not in self._classes:
            letters = self.expand(name)
            self._classes[name] = letters if len(letters) == 1 else f"[{letters}]"
        return self._classes[name]


def _occurrences(patterns: Iterable[str], groups: Mapping[str, str]) -> dict[str, list[str]]:
    """Return type -> the names in ``patterns`` that it is meant by; and itself, where what is found is sought again."""
    found: dict[str, list[str]] = {}
    done: set[str] = set()
    for pattern in patterns:
        names = type_names(pattern)
        apart = {kind for name in names for kind in expanded(name, groups)} if "\\" in pattern else set()
        for name in sorted(names | apart):
            if name not in done:
                done.add(name)
                for kind in sorted(expanded(name, groups)):
                    found.setdefault(kind, []).append(name)
    return found


# Letters without meaning in a regular expression; those below U+0100 first, for classes of others compile slowly.
_LETTERS = [chr(n) for n in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x7F, 0x100), *range(0x0E, 0x20))]
_LETTERS += map(chr, range(0x100, 0x400))
