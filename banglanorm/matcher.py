r"""Patterns over token types as functions that match: made in a tenth of the time that `re` needs to compile them.

What is matched is remembered (see `plans`): a pattern is tried a few times, and most of its time is that to make it
ready. A matcher is a function of a string of types and a place; it returns where the match ends, or ``None``.
It matches what the expression over letters does that `notation.Alphabet` makes of the pattern: the first branch that
leads to a match, as many repetitions as do.

Each part is built with what has to match after it, from the last part to the first. A branch, and what may not be
there, is tried only where a type stands that it can begin with, and only built then.
"""

from collections.abc import Callable, Sequence
from functools import cache

from banglanorm.notation import Part, first_of_run, parsed

Matcher = Callable[[str, int], int | None]
Letters = Callable[[str], frozenset[str]]  # of a type or a group


def matcher(pattern: str, letters: Letters, *, whole: bool = False) -> Matcher:
    """Return what matches ``pattern``; ``whole`` for matches that end with the string.

    Raises:
        ValueError: ``pattern`` is not in the notation.

    >>> match = matcher("COUNT(?: FRUIT)?(?! DOT)", lambda name: frozenset(name[0]))
    >>> match("C F", 0), match("C F .", 0), match("F", 0)
    (3, 3, None)
    """
    return _group(parsed(pattern), _at_end if whole else _done, letters)


def _done(types: str, at: int) -> int | None:
    return at


def _at_end(types: str, at: int) -> int | None:
    return at if at == len(types) else None


def _run(parts: Sequence[Part], then: Matcher, letters: Letters) -> Matcher:
    for part in reversed(parts):
        then = _times(part, part.least, part.most, then, letters)
    return then


def _times(part: Part, least: int, most: int, then: Matcher, letters: Letters) -> Matcher:
    """Return the matcher of so many repetitions of a part, as many as possible."""
    if least == most == 1:
        return _once(part, then, letters)
    if part.possessive:
        return _blanks(then) if part.name == "BLANK" and not least else _possessive(part, then, letters)
    if most == 0:
        return then
    built: list[Matcher] = []
    begins = _beginning((part,), letters)

    def more(types: str, at: int) -> int | None:
        if begins and types[at : at + 1] not in begins:
            return None if least else then(types, at)
        if not built:
            built.append(_once(part, _times(part, max(least - 1, 0), most - 1, then, letters), letters))
        end = built[0](types, at)
        return then(types, at) if end is None and not least else end

    return more


def _possessive(part: Part, then: Matcher, letters: Letters) -> Matcher:
    once = _once(part, _done, letters)

    def repeat(types: str, at: int) -> int | None:
        count = 0
        while count < part.most and (end := once(types, at)) is not None:
            at = end
            count += 1
        return then(types, at) if count >= part.least else None

    return repeat


def _blanks(then: Matcher) -> Matcher:
    def skip(types: str, at: int) -> int | None:
        while types.startswith(" ", at):
            at += 1
        return then(types, at)

    return skip


def _once(part: Part, then: Matcher, letters: Letters) -> Matcher:
    if part.look:
        return _look(part, then, letters)
    if part.name:
        return _one_of(letters(part.name), then)
    return _group(part, then, letters)


def _one_of(wanted: frozenset[str], then: Matcher) -> Matcher:
    def one(types: str, at: int) -> int | None:
        return then(types, at + 1) if types[at : at + 1] in wanted else None

    return one


def _group(part: Part, then: Matcher, letters: Letters) -> Matcher:
    """Return the matcher of the branches of a group; only what begins with the type at a place is tried there."""
    if len(part.branches) == 1:
        return _run(part.branches[0], then, letters)
    choices = _choices(part, letters)
    built: list[Matcher | None] = [None] * len(choices)

    def either(types: str, at: int) -> int | None:
        letter = types[at : at + 1]
        for number, (begins, branch) in enumerate(choices):
            if begins and letter not in begins:
                continue
            match = built[number]
            if match is None:
                match = built[number] = _one_of(begins, then) if branch is None else _run(branch, then, letters)
            end = match(types, at)
            if end is not None:
                return end
        return None

    return either


@cache
def _choices(part: Part, letters: Letters) -> list[tuple[frozenset[str], tuple[Part, ...] | None]]:
    """Return the branches of a group with the letters they begin with; those of one type each side by side are one."""
    choices: list[tuple[frozenset[str], tuple[Part, ...] | None]] = []
    for branch in part.branches:
        is_type = len(branch) == 1 and branch[0].is_plain
        begins = letters(branch[0].name) if is_type else _beginning(branch, letters)
        if is_type and choices and choices[-1][1] is None:
            choices[-1] = (choices[-1][0] | begins, None)
        else:
            choices.append((begins, None if is_type else branch))
    return choices


@cache
def _beginning(run: tuple[Part, ...], letters: Letters) -> frozenset[str]:
    """Return the letters of what a run can begin with; none where it may match nothing or that is not known."""
    names = first_of_run(run)
    return frozenset().union(*map(letters, names)) if names else frozenset()


def _look(part: Part, then: Matcher, letters: Letters) -> Matcher:
    match part.look:
        case "^":
            return lambda types, at: None if at else then(types, at)
        case "$":
            return lambda types, at: then(types, at) if at == len(types) else None
        case "\\1":
            return _again(then)
    seen = _group(part, _done, letters)
    wanted = part.look.endswith("=")
    back = _width(part) if "<" in part.look else 0

    def look(types: str, at: int) -> int | None:
        is_there = at >= back and seen(types, at - back) is not None
        return then(types, at) if is_there == wanted else None

    return look


def _again(then: Matcher) -> Matcher:
    """Return the matcher of the type that was the last one before, whatever blanks are between."""

    def again(types: str, at: int) -> int | None:
        before = types[:at].rstrip(" ")[-1:]
        return then(types, at + 1) if before and types.startswith(before, at) else None

    return again


def _width(part: Part) -> int:
    """Return how many types a look behind sees: as in `re`, a fixed number."""
    widths = {sum(1 if inner.name else _width(inner) for inner in branch if not inner.look) for branch in part.branches}
    if len(widths) != 1:
        raise ValueError("a look behind whose branches differ in length")
    return widths.pop()
