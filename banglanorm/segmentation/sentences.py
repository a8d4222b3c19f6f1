"""Sentences: where each begins and ends.

A line is read by itself, so headings and lines of verse are sentences of their own. Inside a line a sentence ends
after a danda, ``?``, ``!``, an ellipsis or a full stop, with the closing quotation marks and brackets that follow. A
full stop ends none after an abbreviation (``data/segmentation/abbreviations.tsv``), an initial, the number of a list
or inside a number, an address or a word; a question or exclamation that is quoted goes on where a verb of saying
follows.

>>> split_sentences("ড. ইউনূস এলেন। “যাব?” বলল সে। ৫.৫ ভাগ!")
['ড. ইউনূস এলেন। ', '“যাব?” বলল সে। ', '৫.৫ ভাগ!']
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from string import ascii_lowercase

from banglanorm.errors import require_str
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


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at ``text[start:end]``, without the white space around it."""

    start: int
    end: int
    text: str

    def as_dict(self) -> dict[str, object]:
        """Return the fields as plain JSON types.

        >>> from banglanorm import find_sentences
        >>> find_sentences("এসো!")[0].as_dict()
        {'start': 0, 'end': 4, 'text': 'এসো!'}
        """
        return asdict(self)


Sentence.__module__ = "banglanorm"


def find_sentences(text: str, /) -> list[Sentence]:
    """Find the sentences of ``text``: sorted, without the white space around them; nothing else is left out.

    A line break ends a sentence, so give a hard-wrapped text with its lines joined. Spans are code-point offsets.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> from banglanorm import find_sentences
    >>> [(s.start, s.end, s.text) for s in find_sentences("মো. করিম এলেন। কেন?")]
    [(0, 14, 'মো. করিম এলেন।'), (15, 19, 'কেন?')]
    """
    require_str(text)
    found = []
    for start, end in _spans(text):
        piece = text[start:end]
        kept = piece.strip()
        if kept:
            begin = start + len(piece) - len(piece.lstrip())
            found.append(Sentence(begin, begin + len(kept), kept))
    return found


def split_sentences(text: str, /) -> list[str]:
    """Cut ``text`` into sentences, each with the white space after it; joined they give the text.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> from banglanorm import split_sentences
    >>> split_sentences("এসো। বসো!")
    ['এসো। ', 'বসো!']
    """
    require_str(text)
    return [text[start:end] for start, end in _spans(text)]


# --- where sentences end ----------------------------------------------------------------------------------------------

_LETTERS = f"{WORD_CHARACTERS}{JOINERS}A-Za-z\u00c0-\u024f"
_CLOSERS = "\"'’”»)\\]}"
_DANDAS = f"{DANDA}{DOUBLE_DANDA}{NUMERATOR_FOUR}"
# A line break; a run of marks that may end a sentence, with what closes after it; a bar typed for a danda.
_END = re.compile(
    rf"(?P<line>(?<![ \t])[ \t]*+[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*+)"
    rf"|(?P<marks>[{_DANDAS}?!.…]++)(?P<close>(?:[{_CLOSERS}]++[{_DANDAS}]*+)*+)(?P<space>\s*+)"
    rf"|(?<=[{_LETTERS}{_CLOSERS}])(?P<bar>[ \t]*+\|\|?)[ \t]++(?=[{_LETTERS}])"
)
_ROW_OF_TABLE = re.compile(r"[ \t]*+\|")
_IS_CLAUSE = re.compile(r"\S++\s++\S")  # two words; a menu has one between its bars
_WORD_BEFORE = 24  # code points that are looked at for an abbreviation
_LIST_NUMBER = 5  # code points of the number of a section, before its danda


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the sentences with the white space after them, end to end."""
    start = line = clause = 0  # where the sentence, its line and what stands after the last bar begin
    for m in _END.finditer(text):
        end = m.end()
        if end == len(text):
            break
        if m["line"]:
            line, ends = end, True
        elif m["bar"]:
            ends = _ROW_OF_TABLE.match(text, line) is None and _IS_CLAUSE.match(text, clause, m.start()) is not None
            clause = end
        else:
            ends = _ends(text, m, start)
            line = end if "\n" in m["space"] else line
        if ends:
            yield start, end
            start = clause = end
    if start < len(text):
        yield start, len(text)


def _ends(text: str, m: re.Match[str], start: int) -> bool:
    """Say whether the marks ``m`` end the sentence that began at ``start``."""
    marks, close, space = m["marks"], m["close"], m["space"]
    if "\n" in space or "\r" in space:
        return True
    if not space and not (marks[-1] in _STRONG and text[m.end()] in WORD_CHARACTERS):
        return False  # এলো।সে ends, x.y, ?v=1 and ৫.৫ do not
    if marks == ".":
        return _is_full_stop(text, m, start)
    if m.start() - start <= _LIST_NUMBER and not text[start : m.start()].strip(_ALL_DIGITS):
        return False
    if _PAUSES.issuperset(marks):
        return not text[m.start() - 1 : m.start()].isspace()
    return not close or not _DANDA_SIGNS.isdisjoint(marks + close) or not _goes_on(text, m.end())


_DANDA_SIGNS = frozenset(_DANDAS)
_STRONG = _DANDA_SIGNS | {"?", "!"}
_PAUSES = frozenset(".…")


def _is_full_stop(text: str, m: re.Match[str], start: int) -> bool:
    """Say whether a full stop before white space ends the sentence that began at ``start``."""
    words = text[max(start, m.start() - _WORD_BEFORE) : m.start()].split()
    if len(words) < 2:
        return False  # the sign of a list: এক.
    if text[m.start() - 1].isspace():
        return True
    word = words[-1].lstrip("([{\"'‘“")
    if not word.strip(_ALL_DIGITS):  # ২০২৩. ends a sentence, the ১. of a list none
        return words[-2][-1] not in _BEFORE_LIST
    if word in abbreviations() or _is_dotted(word) or word in _letter_names() or len(word) == 1:
        return False
    follower = text[m.end()]
    return follower not in _SMALL_LETTERS and not (follower in _ALL_DIGITS and len(word) < _LONGEST_PART)


_ALL_DIGITS = ASCII_DIGITS + BENGALI_DIGITS
_SMALL_LETTERS = frozenset(ascii_lowercase)
_BEFORE_LIST = frozenset("-–—:;" + _DANDAS)
_LONGEST_PART = 4  # code points of a part of an abbreviation


def _is_dotted(word: str) -> bool:
    """Say whether the word is an abbreviation with points inside: এ.পি.জে, ই.ফা, পিএইচ.ডি."""
    *parts, last = word.split(".")
    return bool(parts) and len(last) <= _LONGEST_PART


def _goes_on(text: str, at: int) -> bool:
    """Say whether the word at ``at`` goes on with the sentence that was quoted before it (“যাবে?” বলল সে)."""
    m = _NEXT_WORD.match(text, at)
    return m is not None and m[0] in _speech_verbs()


_NEXT_WORD = re.compile(f"[{WORD_CHARACTERS}{JOINERS}]++")


@cache
def abbreviations() -> frozenset[str]:
    """Return the abbreviations that a full stop follows inside a sentence, without that stop."""
    return frozenset(row["abbreviation"] for row in read_table("segmentation/abbreviations"))


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("segmentation/speech_verbs"))


@cache
def _letter_names() -> frozenset[str]:
    return frozenset(row["bn"] for row in read_table("names/letter_names"))
