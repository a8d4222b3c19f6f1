"""What stands side by side and belongs together: a day and its clock time, the two ends of a period, the days of a set.

A row of the table below joins two finds with a link between them, and has the tokens of all three read as one. So a
day is described once, in its own construction, and not again in each that has a day in it. Loose finds (৫ থেকে,
১০:৩০) are none by themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from banglanorm.dates import compounds as many
from banglanorm.dates import readers as one
from banglanorm.dates.expressions import Apart, Expression
from banglanorm.dates.lexer import lexer
from banglanorm.dates.tokens import Number, base_type
from banglanorm.lexer import Token

LOOSE = frozenset({"open_days", "open_year", "open_set", "told", "colon", "about", "around"})
_LONGEST_LINK = 12  # characters

Reader = Callable[[str, Sequence[Token]], Expression | Apart | None]


@dataclass(slots=True)
class Found:
    """What a construction has read, before the reference is known."""

    kind: str
    tokens: Sequence[Token]
    expression: Expression | Apart


@dataclass(frozen=True, slots=True)
class Join:
    """A row: a find of kind ``left``, one of the ``links``, a find of kind ``right``, and what they are together.

    ``example`` is found by this row as one; ``counterexample`` is not.
    """

    left: str
    links: str
    right: str
    kind: str
    read: Reader
    example: str
    counterexample: str


_TO = "FROM DASH"
_PAUSE = "NOTHING COMMA BAR DASH"

JOINS = (
    Join("date said", _PAUSE, "clock colon", "moment", one.read_either_point, "৫ মে ২০২৪ রাত ৮টায়", "৫ মে ২০২৪; রাত ৮টায়"),
    Join("clock colon", _PAUSE, "date", "moment", one.read_point, "২১:৪৫, ৩ জুন ২০২৪", "২১:৪৫ ও ৩ জুন ২০২৪"),
    Join("date", "DANDA", "colon", "moment", one.read_point, "৫ জুলাই ২০২১ । ০৯:৪৫", "৫ জুলাই ২০২১ । ০৯-৪৫"),
    Join("date said", _TO, "date said", "period", many.read_period, "১ মে থেকে ৩ জুন", "১ মে এবং ৩ জুন"),
    Join("month", _TO, "month", "period", many.read_period, "গত মাস থেকে চলতি মাস", "গত মাস এবং চলতি মাস"),
    Join("year", "FROM", "month date", "period", many.read_year_on, "গত বছর থেকে এ বছরের জুন", "গত বছর ও এ বছরের জুন"),
    Join(
        "month date",
        "FROM",
        "year",
        "period",
        many.read_dated_on,
        "২০১৩ সালের জুন থেকে ২০১৮ সাল",
        "২০১৩ সালের জুন ও ২০১৮ সাল",
    ),
    Join(
        "moment", _TO, "moment clock told colon", "period", many.read_period, "আজ সকাল ১০টা থেকে ১২টা", "আজ সকাল ১০টা ও ১২টা"
    ),
    # Not yet a period: without a clock time after it, the two are finds of their own.
    Join(
        "moment",
        "FROM",
        "date said",
        "open_moment",
        many.read_period,
        "আজ রাত ৮টা থেকে ৬ মে সকাল ৬টা",
        "আজ রাত ৮টা ও ৬ মে সকাল ৬টা",
    ),
    Join(
        "open_moment",
        _PAUSE,
        "clock colon",
        "period",
        many.read_period,
        "৫ মে রাত ৮টা থেকে ৬ মে সকাল ৬টা",
        "৫ মে রাত ৮টা থেকে ৬ মে ও সকাল ৬টা",
    ),
    Join("clock", _TO, "clock told colon", "period", many.read_period, "রাত ১০টা থেকে ১২টা", "রাত ১০টা ও ১২টা"),
    Join("told colon", _TO, "clock", "period", many.read_period, "৩টা থেকে বিকেল ৫টা", "৩টা ও বিকেল ৫টা"),
    Join("open_days", "NOTHING", "date", "period", many.read_period, "৫-৭ মে ২০২৪", "৫-৭ জন"),
    Join(
        "open_year",
        "NOTHING",
        "month date",
        "period",
        many.read_period,
        "২০০৯ থেকে ২০২৪ সালের জুন",
        "২০০৯ ও ২০২৪ সালের জুন",
    ),
    Join("open_set", "NOTHING", "date", "set", many.read_several, "৪, ৫ ও ৮ মার্চ", "৪, ৫ ও ৮ জন"),
)
# Where nothing else is in the text, words that say "about" belong to the clock time.
WHOLE_JOINS = (
    *JOINS,
    Join("clock told moment", "NOTHING", "around", "clock", one.read_either_point, "রাত ৮টার দিকে", "রাত ৮টার, দিকে"),
    Join("about", "NOTHING", "clock told moment", "clock", one.read_either_point, "প্রায় রাত ৮টা", "প্রায়, রাত ৮টা"),
)


Joins = dict[tuple[str, str, str], Join]


def by_kinds(joins: Iterable[Join]) -> Joins:
    """Return the rows by the kinds of the two finds and of the link between them."""
    return {
        (left, link, right): join
        for join in joins
        for left in join.left.split()
        for link in join.links.split()
        for right in join.right.split()
    }


@cache
def running_joins() -> Joins:
    """Return the joins of running text."""
    return by_kinds(JOINS)


@cache
def whole_joins() -> Joins:
    """Return the joins of texts that hold nothing else."""
    return by_kinds(WHOLE_JOINS)


def join_finds(text: str, finds: Iterable[Found], joins: Joins) -> Iterator[Found]:
    """Yield the finds with those joined that belong together, and without those that are none by themselves."""
    left: Found | None = None
    for right in finds:
        joined = _joined(text, left, right, joins) if left else None
        if joined is None:
            if left and _stands_alone(left):
                yield left
            joined = right
        left = joined
    if left and _stands_alone(left):
        yield left


def _stands_alone(found: Found) -> bool:
    """Say whether a find is one by itself; একটায় may be "in one of them"."""
    one_oclock = found.kind == "clock" and len(found.tokens) == 2 and found.tokens[0].value == Number(1)
    return found.kind not in LOOSE and not one_oclock


def _joined(text: str, left: Found, right: Found, joins: Joins) -> Found | None:
    end = left.tokens[-1].end
    link = _link(text[end : right.tokens[0].start], end)
    if link is None:
        return None
    join = joins.get((left.kind, base_type(link[0].type) if link else "NOTHING", right.kind))
    if join is None:
        return None
    tokens = [*left.tokens, *link, *right.tokens]
    expression = join.read(text, tokens)
    return None if expression is None else Found(join.kind or right.kind, tokens, expression)


def _link(between: str, at: int) -> list[Token] | None:
    """Return the token between two finds as a list, an empty one where nothing is between them."""
    if not between or between == " ":
        return []
    if len(between) > _LONGEST_LINK or "\n" in between:
        return None
    tokens = [token for token in lexer().known(between) if token.type != "BLANK"]
    if len(tokens) > 1:
        return None
    return [token._replace(start=token.start + at, end=token.end + at) for token in tokens]
