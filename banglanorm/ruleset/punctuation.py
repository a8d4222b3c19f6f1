"""Every mark in one role: dandas, spaces, apostrophes and quotation marks.

The rules for dandas and spaces look the same before and after, so they are part of the ``visual`` profile; the others
belong to ``standard``. Rules of a line see the whole line (``LINE_RULES``), the others a run of characters without a
space. All of them are applied to lines that hold Bengali, and to no others.
"""

import re
from functools import partial
from typing import Literal

from banglanorm.edits import Change, splice
from banglanorm.quotes import DOUBLE_MARKS, MARKS, Label, is_settled, label_line
from banglanorm.ruleset.rule import Rule, by_pattern
from banglanorm.script import DANDA, DOUBLE_DANDA, NUMERATOR_FOUR, WORD_CHARACTERS

NBSP = "\N{NO-BREAK SPACE}"
PIPE = "|"
_MONEY = "৲৳৴৵৶৸৹৻"

Apostrophe = Literal["'", "’", "ʼ", "keep"]
Quotes = Literal["curly", "ascii", "keep"]
_QUOTATION = {"curly": ("‘’", "“”"), "ascii": ("''", '""')}


def _danda_for_numerator(m: re.Match[str]) -> str:
    before, after = m.string[m.start() - 1 : m.start()], m.string[m.end() : m.end() + 1]
    is_money = any(char.isdigit() or (char and char in _MONEY) for char in (before, after))
    return m[0] if is_money else DANDA * len(m[0])


_PIPE = re.compile(r"\|")
_ENDS_SENTENCE = re.compile(rf"(?<=[{WORD_CHARACTERS}])\|(?=[\s{MARKS}]|\Z)")


def danda_for_pipes(line: str) -> list[Change]:
    """Change the pipes of a line that each end a Bengali sentence of two words or more; else they may be a table."""
    changes = []
    start = 0
    for m in _PIPE.finditer(line):
        sentence = line[start : m.start()].strip()
        if _ENDS_SENTENCE.match(line, m.start()) is None or " " not in sentence:
            return []
        changes.append((m.start(), m.end(), DANDA))
        start = m.end()
    return changes


# --- apostrophes and quotation marks ------------------------------------------------------------------------------------

NamedMark = tuple[int, int, str, str]  # a change and the name of its rule


def mark_changes(line: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes) -> list[NamedMark]:
    """Return the changes to the apostrophes and paired quotation marks of a line, each with the name of its rule.

    Roles depend on the marks around them, so a line whose marks would read differently once they are rewritten is left
    as it is.
    """
    if quotes == "curly" and is_settled(line):
        return []
    changes = _mark_changes(line, active, apostrophe, quotes)
    if changes and _mark_changes(splice(line, [c[:3] for c in changes]), active, apostrophe, quotes):
        return []
    return changes


def _mark_changes(line: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes) -> list[NamedMark]:
    labels = label_line(line)
    changes = []
    for label in labels:
        before = line[label.start : label.end]
        name, after = _rewritten(line, label, before, apostrophe, quotes)
        if after != before and name in active:
            changes.append((label.start, label.end, after, name))
    return changes


def _rewritten(line: str, label: Label, before: str, apostrophe: Apostrophe, quotes: Quotes) -> tuple[str, str]:
    if label.role == "apostrophe":
        if apostrophe == "keep" or label.foreign or _is_ayn(line, label):
            return "apostrophes", before
        return "apostrophes", apostrophe
    if label.partner < 0 or quotes == "keep":
        return "quotation_marks", before
    doubled = len(before) > 1
    single, double = _QUOTATION[quotes]
    pair = double if doubled or before in DOUBLE_MARKS else single
    return "doubled_quotation_marks" if doubled else "quotation_marks", pair[label.role == "close"]


def _is_ayn(line: str, label: Label) -> bool:
    """‘ between letters stands for the Arabic letter ʿayn (দু‘আ)."""
    around = line[label.start - 1 : label.start], line[label.end : label.end + 1]
    return line[label.start] == "‘" and all(char and char in WORD_CHARACTERS for char in around)


def _own_changes(line: str, name: str) -> list[Change]:
    return [change[:3] for change in mark_changes(line, frozenset({name}), "'", "curly")]


RULES = (
    Rule(
        name="no_break_spaces",
        family="punctuation",
        profile="visual",
        summary="Write a no-break space as a space.",
        example="এক" + NBSP + "দিন",
        counterexample="এক দিন",
        reference="P9",
        find=by_pattern(NBSP, " "),
    ),
    Rule(
        name="danda_for_numerator_four",
        family="punctuation",
        profile="visual",
        summary="Write । for the currency numerator ৷ where it stands in text, not in an amount.",
        example="করতেন" + NUMERATOR_FOUR,
        counterexample="৫৷৹",
        reference="P1; K15 keeps old accounts",
        find=by_pattern(f"{NUMERATOR_FOUR}++", _danda_for_numerator),
    ),
    Rule(
        name="double_danda",
        family="punctuation",
        profile="optional",
        summary="Write two dandas as one double danda.",
        example="সমাপ্ত" + DANDA + DANDA,
        counterexample="সমাপ্ত" + DANDA,
        reference="P3",
        find=by_pattern(f"(?<!{DANDA}){DANDA}{DANDA}(?!{DANDA})", DOUBLE_DANDA),
    ),
)

LINE_RULES = (
    Rule(
        name="danda_for_pipe",
        family="punctuation",
        profile="standard",
        summary="Write । for a vertical bar that ends a Bengali sentence.",
        example="সে আসে নাই| আমি যাই|",
        counterexample="নাম | ঠিকানা |",
        reference="P2",
        find=danda_for_pipes,
    ),
    Rule(
        name="apostrophes",
        family="punctuation",
        profile="standard",
        summary="Write every apostrophe of a Bengali word in one way.",
        example="দু’জনের",
        counterexample="‘শক্তিশালী’, দু‘আ",
        reference="apostrophes and quotations in the documentation; P4",
        find=partial(_own_changes, name="apostrophes"),
    ),
    Rule(
        name="quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write paired quotation marks as ‘ ’ and “ ”.",
        example='তিনি বলেন, "হ্যাঁ"',
        counterexample="‘শক্তিশালী’ ও “দুর্বল”",
        reference="CLDR delimiters for bn; P4",
        find=partial(_own_changes, name="quotation_marks"),
    ),
    Rule(
        name="doubled_quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write doubled single quotation marks as “ ”.",
        example="‘‘সীমা’’",
        counterexample="“সীমা”",
        reference="the Kolkata press sets ‘‘ ’’; P4",
        find=partial(_own_changes, name="doubled_quotation_marks"),
    ),
)
MARK_RULE_NAMES = frozenset({"apostrophes", "quotation_marks", "doubled_quotation_marks"})
