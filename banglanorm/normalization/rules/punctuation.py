"""Dandas and spaces, each in one spelling.

Rules whose text looks the same before and after are part of the ``visual`` profile; the others belong to ``standard``.
They see a whole line, in this order, once its words are repaired, and only a line that holds Bengali.
"""

import re
from functools import cache

from banglanorm.edits import Change
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.rules.rule import Rule, by_pattern
from banglanorm.script.characters import is_decimal
from banglanorm.script.letters import (
    DANDA,
    DOUBLE_DANDA,
    NUMERATOR_FOUR,
    WORD_CHARACTERS,
)
from banglanorm.tables import read_table

NBSP = "\N{NO-BREAK SPACE}"
PIPE = "|"
_MONEY = "৲৳৴৵৶৸৹৻"


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


# A bar after a Bengali word, glued to it or behind one space, and before a space, the end, or a mark that closes. The
# patterns begin with the bar, which is found in no time.
_BAR = re.compile(rf"\|(?:(?<=[{WORD_CHARACTERS}]\|)|(?<=[{WORD_CHARACTERS}] \|))(?=\s|[{MARKS}]*+(?:\s|\Z))")
_TIGHT_BAR = re.compile(r"\|(?=\S)(?<=\S\|)")
_SENTENCE_END = re.compile("[।?!|]")
_MARKUP = ("[[", "{{", "{|")


def danda_for_pipes(line: str) -> list[Change]:
    """Change the bars that end a Bengali sentence, each by what stands beside it; those of tables and markup stay."""
    if line.lstrip().startswith(PIPE) or any(sign in line for sign in _MARKUP):
        return []
    has_cells = _TIGHT_BAR.search(line) is not None
    bars = [(at - (line[at - 1] == " "), at + 1) for at in map(re.Match.start, _BAR.finditer(line))]
    begins = [0, *(end for _, end in bars)]
    ends = [*(at for at, _ in bars), len(line)]
    beside = []
    for number, (at, end) in enumerate(bars):
        before = _SENTENCE_END.split(line[begins[number] : at])[-1].split()
        after = _SENTENCE_END.split(line[end : ends[number + 1]], maxsplit=1)[0].split()
        beside.append((end, before, after, end - at > 1))
    for fewest in (3, 2):  # words of a sentence: beside a bar that ends one for sure, a shorter one is one too
        dandas = [
            end
            for end, before, after, is_spaced in beside
            if _ends_sentence(before, after, fewest, is_spaced=is_spaced, has_cells=has_cells)
        ]
        if not dandas:
            break
    return [(end - 1, end, DANDA) for end in dandas]


def _ends_sentence(before: list[str], after: list[str], fewest: int, *, is_spaced: bool, has_cells: bool) -> bool:
    """Say whether a bar between these words ends a sentence. Bars with spaces around them part headings and cells too.

    So where the bar alone does not tell, the word before it must be one that ends sentences.
    """
    if not is_spaced or not after:
        is_sentence = len(before) >= (fewest if is_spaced or after else 2)
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
)
