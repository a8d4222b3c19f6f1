"""The marks that make digits an ordinal or a day of the month: ২য়, ৪র্থ, ১লা, ২১শে, 3rd."""

from functools import cache

from banglanorm.tables import read_table


def ordinal_marks(n: int, /) -> tuple[str, ...]:
    """Return what may stand after the digits of ``n``: the ordinal marks (CLDR plural rules) and those of dates.

    >>> ordinal_marks(2), ordinal_marks(21)
    (('য়', 'রা', 'nd'), ('শে', 'st'))
    """
    latin = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return (*_marks("ordinal").get(n, ()), *_marks("slip").get(n, ()), *_marks("day").get(n, ()), latin)


def day_mark(n: int, /) -> str:
    """Return the mark of the day ``n`` of a month: ১লা, ২রা, ৪ঠা, ৫ই, ১৯শে.

    >>> day_mark(1), day_mark(18), day_mark(31)
    ('লা', 'ই', 'শে')
    """
    return _marks("day")[n][0]


def day_marks() -> frozenset[str]:
    """Return all marks of days: লা, রা, ঠা, ই, শে."""
    return _all_marks("day")


def marks_of_ordinals() -> frozenset[str]:
    """Return what makes digits an ordinal whatever the number: ম, য়, র্থ, ষ্ঠ."""
    return _all_marks("ordinal")


def _all_marks(use: str) -> frozenset[str]:
    return frozenset(mark for marks in _marks(use).values() for mark in marks)


@cache
def _marks(use: str) -> dict[int, tuple[str, ...]]:
    marks: dict[int, tuple[str, ...]] = {}
    for row in read_table("numbers/ordinal_marks"):
        if row["use"] == use:
            for n in range(int(row["first"]), int(row["last"]) + 1):
                marks[n] = (*marks.get(n, ()), row["mark"])
    return marks
