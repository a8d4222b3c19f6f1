r"""The notation of patterns over token types, as `finder` reads it: what it says, and what can be derived from it.

A name in capitals is one token of that type or group; a blank between two parts lets blanks stand there; ``~`` forbids
them; ``\1`` is the type before it again; the rest is as in `re`: ``(?:…|…)``, ``?``, ``{0,2}``, ``(?!…)``, ``(?<=…)``,
``^``.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

_NAME = re.compile("[A-Z][A-Z0-9_]*+")
_BLANKS = re.compile(r" *\| *| +")  # beside a bar they are only layout
_PARTS = re.compile(
    r"(?P<single>[A-Z][A-Z0-9_]*+|[ ~^$]|\\1)|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<bar>\|)"
    r"|(?P<times>(?:[?*+]|\{\d*,?\d*\})\+?)"
)
_BRACKETS = re.compile("[()]")
_MARKS = frozenset({"^", "$", "\\1"})
ENDLESS = 1 << 30  # repetitions without a bound


@dataclass(slots=True, eq=False)
class Part:
    r"""A type's name, or a group of branches that are runs of parts.

    ``look`` is how the bracket of a look begins, or what else matches nothing: ``^``, ``$``, ``\1``. The part stands
    ``least`` to ``most`` times; if it is ``possessive``, as often as it can whatever follows.
    """

    name: str = ""
    branches: tuple[tuple["Part", ...], ...] = ()
    least: int = 1
    most: int = 1
    possessive: bool = False
    look: str = ""
    consumed: tuple[tuple["Part", ...], ...] = ()  # the branches without the looks in them

    @property
    def optional(self) -> bool:
        """Say whether it may not be there."""
        return self.least == 0

    @property
    def repeated(self) -> bool:
        """Say whether it may be there more than once."""
        return self.most > 1

    @property
    def is_plain(self) -> bool:
        """Say whether it is one type, once."""
        return bool(self.name) and self.least == self.most == 1


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
    first, may_be_empty = _first(parsed(pattern))
    if may_be_empty or not first:
        raise ValueError(f"a pattern that may match nothing: {pattern!r}")
    return frozenset(first - {"BLANK"})


def beginnings(pattern: str, /) -> dict[str, set[str]]:
    """Return the names that matches of ``pattern`` begin with, and for each the names of what may be the second token.

    With ``""`` among them there need not be a second.

    >>> {first: sorted(second) for first, second in beginnings("(?:ABOUT )?COUNT(?: FRUIT)?(?! DOT)").items()}
    {'ABOUT': ['COUNT'], 'COUNT': ['', 'FRUIT']}
    """
    return _beginnings(parsed(pattern))[0]


def matched_types(pattern: str, /) -> frozenset[str]:
    """Return the names of the types and groups that a match of ``pattern`` can be made of.

    >>> sorted(matched_types("(?<!WORD)COUNT(?: FRUIT)?"))
    ['COUNT', 'FRUIT']
    """
    return frozenset(_names(parsed(pattern)) - {"BLANK"})


def always_has(pattern: str, wanted: Callable[[str], bool], /) -> bool:
    """Say whether every match of ``pattern`` has a token of a name that is ``wanted``.

    >>> always_has("(?:ABOUT )?COUNT|HALF", {"COUNT", "HALF"}.__contains__)
    True
    """
    return _certain(parsed(pattern), wanted)


def demands(pattern: str, /) -> list[frozenset[str]]:
    """Return sets of names: every match of ``pattern`` has a token of one name at least out of each.

    >>> [sorted(names) for names in demands("(?:ABOUT )?COUNT (?:FRUIT|DOT WORD)")]
    [['COUNT'], ['DOT', 'FRUIT']]
    """
    return list(map(frozenset, _demands(parsed(pattern))))


def types_seen_past(pattern: str, /) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of what looks behind and looks ahead in ``pattern`` may see something beyond of.

    >>> behind, ahead = types_seen_past("(?<!WORD~DASH)COUNT(?! (?:DOT WORD|DASH))(?=FRUIT)")
    >>> sorted(behind), sorted(ahead)
    (['BLANK', 'DASH'], ['BLANK', 'DOT'])
    """
    behind, ahead = {"BLANK"}, {"BLANK"}
    for look in _looks(parsed(pattern)):
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
def parsed(pattern: str) -> Part:
    """Return ``pattern`` as a tree; groups that stand in several patterns are one object, so that each is read once."""
    pattern = _BLANKS.sub(lambda m: m[0].strip() or " ", pattern)
    if pattern.count("(") != pattern.count(")"):
        raise ValueError(f"a pattern whose brackets do not close: {pattern!r}")
    return _group(pattern)


@cache
def _group(text: str, look: str = "") -> Part:
    """Read what stands between the brackets of a group."""
    branches: list[tuple[Part, ...]] = []
    branch: list[Part] = []
    at = 0
    while at < len(text):
        m = _PARTS.match(text, at)
        if m is None:
            raise ValueError(f"not in the notation of patterns: {text!r}")
        at = m.end()
        match m.lastgroup:
            case "open" | "look":
                end = _closing(text, at)
                branch.append(_group(text[at:end], m[0] if m.lastgroup == "look" else ""))
                at = end + 1
            case "times":
                branch[-1] = _repeated(branch[-1], m[0])
            case "bar":
                branches.append(tuple(branch))
                branch = []
            case _:
                branch += _single(m[0])
    branches.append(tuple(branch))
    consumed = tuple([tuple([inner for inner in found if not inner.look]) for found in branches])
    return Part(branches=tuple(branches), look=look, consumed=consumed)


def _closing(text: str, at: int) -> int:
    """Return where the bracket closes that is open at a place."""
    depth = 1
    for m in _BRACKETS.finditer(text, at):
        depth += 1 if m[0] == "(" else -1
        if depth == 0:
            return m.start()
    raise ValueError(f"a pattern whose brackets do not close: {text!r}")


@cache
def _single(text: str) -> tuple[Part, ...]:
    """Return the part that a name, a blank or a mark is; ``~`` only separates names."""
    if text == "~":
        return ()
    if text == " ":
        return (Part("BLANK", least=0, most=ENDLESS, possessive=True),)
    return (Part(look=text) if text in _MARKS else Part(text),)


def _repeated(part: Part, times: str) -> Part:
    least, most = _bounds(times)
    return Part(part.name, part.branches, least, most, times[1:].endswith("+"), part.look, part.consumed)


def _bounds(times: str) -> tuple[int, int]:
    """Return the least and the most repetitions that ``?``, ``*+``, ``{0,2}`` and the like allow."""
    if times[0] != "{":
        return int(times[0] == "+"), 1 if times[0] == "?" else ENDLESS
    least, comma, most = times.rstrip("+?").strip("{}").partition(",")
    return int(least or 0), int(most or ENDLESS) if comma else int(least)


@cache
def _first(part: Part) -> tuple[set[str], bool]:
    """Return what a part begins with, and whether it may be empty."""
    if part.name:
        return {part.name}, part.optional or part.name == "BLANK"
    first: set[str] = set()
    empty = part.optional
    for branch in part.consumed:
        names, may_be_empty = _first_of(branch)
        first |= names
        empty = empty or may_be_empty
    return first, empty


def _first_of(run: Iterable[Part]) -> tuple[set[str], bool]:
    """Return what a run of parts without looks begins with, and whether it may be empty."""
    first: set[str] = set()
    for part in run:
        names, may_be_empty = _first(part)
        first |= names
        if not may_be_empty:
            return first, False
    return first, True


def first_of_run(run: Iterable[Part]) -> set[str]:
    r"""Return the names of what a run of parts begins with, blanks among them; nothing where it may be empty.

    A type that stands there again (``\1``) may be any, so nothing is returned either.
    """
    parts = list(run)
    if any(look.look == "\\1" for part in parts for look in _looks(part)):
        return set()
    first, may_be_empty = _first_of(part for part in parts if not part.look)
    return set() if may_be_empty else first


@cache
def _beginnings(part: Part) -> tuple[dict[str, set[str]], bool]:
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


def _run_beginnings(run: Iterable[Part]) -> tuple[dict[str, set[str]], bool]:
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


@cache
def _names(part: Part) -> set[str]:
    if part.name:
        return {part.name}
    return {name for branch in part.consumed for inner in branch for name in _names(inner)}


def _certain(part: Part, wanted: Callable[[str], bool]) -> bool:
    if part.optional:
        return False
    if part.name:
        return wanted(part.name)
    return all(any(_certain(inner, wanted) for inner in branch) for branch in part.consumed)


@cache
def _demands(part: Part) -> list[set[str]]:
    if part.optional or part.look:
        return []
    if part.name:
        return [{part.name}]
    branches = [[names for inner in branch for names in _demands(inner)] for branch in part.consumed]
    if len(branches) == 1:
        return branches[0]
    return [set().union(*(min(found, key=len) for found in branches))] if all(branches) else []


def _looks(part: Part) -> Iterator[Part]:
    if part.look:
        yield part
    for branch in part.branches:
        for inner in branch:
            yield from _looks(inner)


def _passed(part: Part, step: int) -> set[str]:
    """Return the names in a look after which it goes on, read forwards or (``step`` is -1) backwards."""
    if part.name or part.repeated:
        return _names(part) if part.repeated else set()
    passed: set[str] = set()
    for branch in part.branches:
        *before, last = branch[::step] or [Part()]
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
        self._sets: dict[str, frozenset[str]] = {}
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

    def letters_of(self, name: str) -> frozenset[str]:
        """Return the letters of a type or a group."""
        letters = self._sets.get(name)
        if letters is None:
            letters = self._sets[name] = frozenset(self.expand(name))
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
