"""Every mark in one role: dandas, spaces, apostrophes and quotation marks.

The rules for dandas and spaces look the same before and after, so they are part of the ``visual`` profile; the others
belong to ``standard``. They see a whole line, in this order, once its words are repaired, and only a line that holds
Bengali.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache, partial
from typing import Literal, NamedTuple

from banglanorm.edits import Change, splice
from banglanorm.normalization.marks import BENGALI, MARKS, Piece, read_marks, words_of
from banglanorm.normalization.quotes import DOUBLE_MARKS, Label, label_pieces
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.normalization.syntax import find_syntax
from banglanorm.script.characters import is_decimal
from banglanorm.script.letters import (
    ASCII_DIGITS,
    BENGALI_DIGITS,
    DANDA,
    DOUBLE_DANDA,
    JOINERS,
    NUMERATOR_FOUR,
    WORD_CHARACTERS,
)
from banglanorm.tables import read_table

NBSP = "\N{NO-BREAK SPACE}"
PIPE = "|"
_MONEY = "৲৳৴৵৶৸৹৻"

Apostrophe = Literal["'", "’", "ʼ", "keep"]
Quotes = Literal["curly", "ascii", "keep"]
_QUOTATION = {"curly": ("‘’", "“”"), "ascii": ("''", '""')}


def danda_for_numerators(text: str) -> list[Change]:
    """Change the numerators that are not part of an amount: no digit and no money sign is next to them."""
    changes = []
    start = text.find(NUMERATOR_FOUR)
    while start >= 0:
        end = start + 1
        while text[end : end + 1] == NUMERATOR_FOUR:
            end += 1
        if not (_is_amount(text[start - 1 : start]) or _is_amount(text[end : end + 1])):
            changes.append((start, end, DANDA * (end - start)))
        start = text.find(NUMERATOR_FOUR, end)
    return changes


def _is_amount(char: str) -> bool:
    return is_decimal(char) or (char != "" and char in _MONEY)


# A bar after a Bengali word, glued to it or behind one space, and before a space, the end, or a mark that closes.
_BAR = re.compile(rf"(?<=[{WORD_CHARACTERS}]) ?\|(?=\s|[{MARKS}]*+(?:\s|\Z))")
_TIGHT_BAR = re.compile(r"\S\|\S")
_SENTENCE_END = re.compile("[।?!|]")
_MARKUP = ("[[", "{{", "{|")


def danda_for_pipes(line: str) -> list[Change]:
    """Change the bars that end a Bengali sentence, each by what stands beside it; those of tables and markup stay."""
    if line.lstrip().startswith(PIPE) or any(sign in line for sign in _MARKUP):
        return []
    has_cells = _TIGHT_BAR.search(line) is not None
    bars = [m.span() for m in _BAR.finditer(line)]
    begins = [0, *(end for _, end in bars)]
    ends = [*(at for at, _ in bars), len(line)]
    changes = []
    for number, (at, end) in enumerate(bars):
        before = _SENTENCE_END.split(line[begins[number] : at])[-1].split()
        after = _SENTENCE_END.split(line[end : ends[number + 1]], maxsplit=1)[0].split()
        if _ends_sentence(before, after, is_spaced=end - at > 1, has_cells=has_cells):
            changes.append((end - 1, end, DANDA))
    return changes


def _ends_sentence(before: list[str], after: list[str], *, is_spaced: bool, has_cells: bool) -> bool:
    """Say whether a bar between these words ends a sentence. Bars with spaces around them part headings and cells too.

    So where the bar alone does not tell, the word before it must be one that ends sentences.
    """
    is_sentence = len(before) > (2 if is_spaced or after else 1)
    if not is_spaced or not after:
        return (is_sentence and not has_cells) or _is_final(before[-1])
    return len(before) > 1 and _is_final(before[-1]) and len(after) > 1 and after[0][0] in WORD_CHARACTERS


@cache
def _final_words() -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    rows = read_table("normalization/sentence_ends")
    words, endings, others = (
        [row["text"] for row in rows if row["kind"] == kind] for kind in ("word", "ending", "other")
    )
    return frozenset(words), tuple(endings), frozenset(others)


def _is_final(word: str) -> bool:
    """Say whether a sentence may well end with this word: a finite verb or a negation."""
    words, endings, others = _final_words()
    return word in words or (word.endswith(endings) and word not in endings and word not in others)


# --- apostrophes and quotation marks --------------------------------------------------------------------------------

NamedMark = tuple[int, int, str, str]  # a change and the name of its rule
_MOST_REMEMBERED = 1 << 13
_MOST_PIECES_REMEMBERED = 16  # of a line: with these two the plans take 16 MB at most
_AFTER_CLOSING = r"[\s।?!,;:.)\]…–—-]|\Z"


def mark_changes(
    line: str,
    active: frozenset[str],
    apostrophe: Apostrophe,
    quotes: Quotes,
    among: Iterable[str] = MARKS,
) -> list[NamedMark]:
    """Return the changes to the apostrophes and paired quotation marks of a line, each with the name of its rule.

    Roles depend on the marks around them, so the rewritten line is read again: where it would change once more, the
    line is left as it is. ``among`` names the marks that may be there.
    """
    changes, is_settled = _changes(line, active, apostrophe, quotes, among)
    if changes and not is_settled:
        again = splice(line, [change[:3] for change in changes])
        if _changes(again, active, apostrophe, quotes, MARKS)[0]:
            return []
    return changes


_NOTHING: tuple[list[NamedMark], bool] = ([], True)


def _changes(
    line: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes, among: Iterable[str]
) -> tuple[list[NamedMark], bool]:
    """Return the changes to a line at its first look, and whether a second look is known to change nothing."""
    if quotes != "ascii" and _unchanging().match(line):
        return _NOTHING
    syntax = find_syntax(line)
    if syntax.delimiters and all(mark in syntax.delimiters or mark not in line for mark in among):
        return _NOTHING
    places, pieces, delimiters = read_marks(line, among, syntax)
    plan = _remembered_plan if len(pieces) <= _MOST_PIECES_REMEMBERED else _plan
    rewrites, settles = plan(pieces, delimiters, active, apostrophe, quotes)
    changes = [(places[first], places[last] + 1, after, name) for first, last, after, name in rewrites]
    return changes, settles and not syntax.spans and "'" not in line and '"' not in line


@cache
def _unchanging() -> re.Pattern[str]:
    """Match a line of marks that stay as they are whatever their roles: a cheap test that is true of most news.

    ‘ before a Bengali letter opens a quotation or is ʿayn, ’ at the end of a word closes one unless the word may end in
    an apostrophe, “ after a space opens and ” before a space or mark closes one.
    """
    word = f"{WORD_CHARACTERS}{JOINERS}0-9A-Za-z{BENGALI_DIGITS}"
    finals = words_of("final")
    short = "".join(final for final in finals if len(final) == 1)
    tails = "|".join(f"[{befores}]{last}" for last, befores in _tails(finals).items())
    not_final = f"(?<!{tails})(?<![^{word}][{short}])(?<!^[{short}])"
    opening = f"(?<!‘)‘(?=[{WORD_CHARACTERS}{JOINERS}])"
    closing = f"(?<=[{word}।?!,;:.)…]){not_final}’(?={_AFTER_CLOSING})"
    double = rf"(?<!\S)“|”(?={_AFTER_CLOSING})"
    bare = f"[^{MARKS}]*+"
    return re.compile(rf"{bare}(?:(?:{opening}|{closing}|{double}){bare})*+\Z")


def _tails(finals: Iterable[str]) -> dict[str, str]:
    """Return by their last letters what may stand before them at the end of a word that may end in an apostrophe."""
    befores = {"শ": BENGALI_DIGITS + ASCII_DIGITS}  # ৮শ’
    for final in sorted(finals):
        if len(final) > 1:
            befores[final[-1]] = befores.get(final[-1], "") + final[-2]
    return befores


class Plan(NamedTuple):
    """What changes in a line of some pieces: numbers of the first and last mark, the new mark, the rule.

    ``settles`` is true where straight apostrophes inside Bengali words are all that is new: in a line without straight
    marks these are no syntax, and everything else reads as before.
    """

    rewrites: tuple[NamedMark, ...]
    settles: bool


def _plan(
    pieces: tuple[Piece, ...], delimiters: str, active: frozenset[str], apostrophe: Apostrophe, quotes: Quotes
) -> Plan:
    def find(read: Sequence[Piece]) -> tuple[NamedMark, ...]:
        rewrites = []
        for label in label_pieces(read, delimiters):
            name, after = _wanted(label, apostrophe, quotes)
            if name in active and after != label.text and not label.keeps and after not in delimiters:
                rewrites.append((label.first, label.last, after, name))
        return tuple(rewrites)

    rewrites = find(pieces)
    if not rewrites or apostrophe != "'" or any(piece.length > 1 for piece in pieces):
        return Plan(rewrites, False)
    new = {first for first, *_ in rewrites}
    if not all(pieces[number].before == pieces[number].after == BENGALI for number in new):
        return Plan(rewrites, False)
    again = [replace(piece, char="'") if number in new else piece for number, piece in enumerate(pieces)]
    return Plan(rewrites, not find(again))


_remembered_plan = lru_cache(maxsize=_MOST_REMEMBERED)(_plan)


def _wanted(label: Label, apostrophe: Apostrophe, quotes: Quotes) -> tuple[str, str]:
    if label.role == "apostrophe":
        return "apostrophes", label.text if apostrophe == "keep" else apostrophe
    if label.partner < 0 or quotes == "keep":
        return "quotation_marks", label.text
    is_doubled = label.last > label.first
    single, double = _QUOTATION[quotes]
    pair = double if is_doubled or label.text in DOUBLE_MARKS else single
    return "doubled_quotation_marks" if is_doubled else "quotation_marks", pair[label.role == "close"]


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
        reference="Own count: 1,070 in a million characters of collected text",
        find=by_pattern(NBSP, " "),
        triggers=NBSP,
        replaces=((NBSP, " "),),
    ),
    Rule(
        name="danda_for_numerator_four",
        family="punctuation",
        profile="visual",
        summary="Write । for the currency numerator ৷ where it stands in text, not in an amount.",
        example="করতেন" + NUMERATOR_FOUR,
        counterexample="৫৷৹",
        reference="Unicode NamesList: U+0964 is the danda of every Indic script; the numerators of old accounts stay",
        find=danda_for_numerators,
        triggers=NUMERATOR_FOUR,
    ),
    Rule(
        name="danda_for_pipe",
        family="punctuation",
        profile="standard",
        summary="Write । for a vertical bar that ends a Bengali sentence.",
        example="সে আসে নাই| আমি যাই|",
        counterexample="নাম | ঠিকানা |",
        reference="Own count: 25 in a million characters of collected text; tables and code keep their bars",
        find=danda_for_pipes,
        triggers=PIPE,
    ),
    Rule(
        name="double_danda",
        family="punctuation",
        profile="optional",
        summary="Write two dandas as one double danda.",
        example="সমাপ্ত" + DANDA + DANDA,
        counterexample="সমাপ্ত" + DANDA,
        reference="Richard Ishida, notes on Bengali: not found in modern text, so optional",
        find=by_pattern(f"(?<!{DANDA}){DANDA}{DANDA}(?!{DANDA})", DOUBLE_DANDA),
        triggers=DANDA,
    ),
    Rule(
        name="apostrophes",
        family="punctuation",
        profile="standard",
        summary="Write every apostrophe of a Bengali word in one way.",
        example="দু’জনের",
        counterexample="‘শক্তিশালী’, দু‘আ",
        reference="Apostrophes and quotations, a page of the documentation",
        find=partial(_own_changes, name="apostrophes"),
    ),
    Rule(
        name="quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write paired quotation marks as ‘ ’ and “ ”.",
        example='তিনি বলেন, "হ্যাঁ"',
        counterexample="‘শক্তিশালী’ ও “দুর্বল”",
        reference="CLDR, delimiters for bn",
        find=partial(_own_changes, name="quotation_marks"),
    ),
    Rule(
        name="doubled_quotation_marks",
        family="punctuation",
        profile="standard",
        summary="Write doubled single quotation marks as “ ”.",
        example="‘‘সীমা’’",
        counterexample="“সীমা”",
        reference="Usage of the Kolkata press; CLDR, delimiters for bn",
        find=partial(_own_changes, name="doubled_quotation_marks"),
    ),
)
MARK_RULE_NAMES = frozenset({"apostrophes", "quotation_marks", "doubled_quotation_marks"})
