r"""Words: where each begins and ends, and of what kind it is.

One pattern cuts a text at places that Bengali readers would cut it: signs and joiners stay with their letters, an
apostrophe or a hyphen between letters joins, digits keep the points between them and the ending after them, links,
addresses, mentions, hashtags and emoji are pieces of their own. Characters of other scripts are told apart by what
Unicode says they are. Everything but white space is in exactly one piece.

>>> split_words("ছ'দিনের মা-বাবা, ২০২৩-এর ১২টি!")
["ছ'দিনের", ' ', 'মা-বাবা', ',', ' ', '২০২৩-এর', ' ', '১২টি', '!']
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from typing import Literal

from banglanorm.endings import is_ending
from banglanorm.errors import require_str
from banglanorm.script.addresses import URL
from banglanorm.script.characters import category, is_mark
from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS

WordKind = Literal["word", "number", "punctuation", "symbol", "url", "email", "mention", "hashtag", "emoji"]


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a text at ``text[start:end]``, and what kind of piece it is.

    ``kind`` is ``"word"``, ``"number"`` (digits with their ending), ``"punctuation"``, ``"symbol"`` (also whatever is
    neither letter nor mark), ``"url"``, ``"email"``, ``"mention"``, ``"hashtag"`` or ``"emoji"``.
    """

    start: int
    end: int
    text: str
    kind: WordKind

    def as_dict(self) -> dict[str, object]:
        """Return the fields as plain JSON types.

        >>> from banglanorm import find_words
        >>> find_words("১২টি")[0].as_dict()
        {'start': 0, 'end': 4, 'text': '১২টি', 'kind': 'number'}
        """
        return asdict(self)


Word.__module__ = "banglanorm"


def find_words(text: str, /) -> list[Word]:
    """Find the words, numbers, marks and addresses of ``text``, sorted; between them is nothing but white space.

    Numbers keep their endings (২০২৩-এর), and words with a hyphen or an apostrophe inside are one (মা-বাবা, ছ'দিনের).
    Spans are code-point offsets. Whether ’ at the end of a word is an apostrophe only its neighbours can tell, so
    normalize the text first where that matters.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> from banglanorm import find_words
    >>> [(word.text, word.kind) for word in find_words("১২টি #বই 👍🏽")]
    [('১২টি', 'number'), ('#বই', 'hashtag'), ('👍🏽', 'emoji')]
    """
    require_str(text)
    return [Word(start, end, text[start:end], kind) for start, end, kind in _pieces(text) if kind]


def split_words(text: str, /) -> list[str]:
    """Cut ``text`` into words, marks and the white space between them; joined they give the text.

    The pieces are those of :func:`banglanorm.find_words`, and each run of white space is one piece more.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> from banglanorm import split_words
    >>> split_words("ক্ষমতা,  শক্তি।")
    ['ক্ষমতা', ',', '  ', 'শক্তি', '।']
    """
    require_str(text)
    return [text[start:end] for start, end, _ in _pieces(text)]


# --- the pattern ------------------------------------------------------------------------------------------------------

_LATIN = "A-Za-zªµº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff"
_DIGITS = f"0-9{BENGALI_DIGITS}"
_LETTER = f"[{WORD_CHARACTERS}{_LATIN}]"
_REST = f"[{WORD_CHARACTERS}{JOINERS}{_LATIN}{_DIGITS}_]"  # what goes on with a word
_APOSTROPHES = "'’ʼ"
_JOIN = f"[{_APOSTROPHES}\\-\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
_PICTURES = "\u231a-\u23ff\u2600-\u27bf\u2b05-\u2b55\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_PICTURE = f"[{_PICTURES}][\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*+"

_KINDS: dict[str, str] = {
    "space": r"\s++",
    "url": URL,
    "email": r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)++",
    "mention": f"(?<!{_REST})@[A-Za-z0-9_]++",
    "hashtag": f"(?<!{_REST})#(?=[{_DIGITS}_]*+{_LETTER}){_REST}++",
    "emoji": f"[0-9#*]\ufe0f?\u20e3|{_FLAG}{{2}}|{_PICTURE}(?:\N{ZERO WIDTH JOINER}{_PICTURE})*+",
    "number": f"[{_DIGITS}]++(?:[.,:][{_DIGITS}]++)*+(?:{_JOIN}?{_LETTER}{_REST}*+)?",
    "word": f"{_LETTER}{_REST}*+(?:{_JOIN}{_REST}++)*+",
    "mark": "[\x21-\x7e।॥‘’“”–—…]",
    "other": f"[^\\s\x00-\x7f{WORD_CHARACTERS}{_LATIN}{_DIGITS}{_PICTURES}\U0001f1e6-\U0001f1ff]++|(?s:.)",
}
_PIECE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))

Piece = tuple[int, int, WordKind | None]


def _pieces(text: str) -> Iterator[Piece]:
    """Yield the pieces of ``text`` end to end: start, end, and the kind, ``None`` for white space."""
    for m in _PIECE.finditer(text):
        start, end = m.span()
        kind = m.lastgroup
        if kind == "word":
            if text[start - 1 : start] == "‘" and "’" in m[0]:
                yield from _quoted(text, start, end)
            else:
                yield start, end, "word"
        elif kind == "space":
            yield start, end, None
        elif kind == "mark":
            yield start, end, _kind_of(text[start])
        elif kind == "other":
            yield from _others(text, start, end)
        else:
            yield start, end, kind  # type: ignore[misc]  # the other names of groups are kinds


def _quoted(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut ‘গীতাঞ্জলি’র before its closing mark: what follows the mark is an ending."""
    mark = text.index("’", start)
    if is_ending(text[mark + 1 : end], join="'"):
        yield start, mark, "word"
        yield mark, mark + 1, "punctuation"
        yield mark + 1, end, "word"
    else:
        yield start, end, "word"


def _others(text: str, start: int, end: int) -> Iterator[Piece]:
    """Cut a run of characters of other scripts by what they are; marks and joiners stay with their letters."""
    at = start
    while at < end:
        kind = _kind_of(text[at])
        stop = at + 1
        if kind in ("word", "number"):
            while stop < end and (_kind_of(text[stop]) == kind or text[stop] in JOINERS or is_mark(text[stop])):
                stop += 1
        yield at, stop, kind
        at = stop


@lru_cache(maxsize=4096)
def _kind_of(char: str) -> WordKind:
    match category(char)[0]:
        case "L" | "M":
            return "word"
        case "N":
            return "number"
        case "P":
            return "punctuation"
    return "symbol"
