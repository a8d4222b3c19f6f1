"""What the words around an expression of time say about it: the tense of the clause, and what it is counted from.

Both are read from endings alone and only decide where they are plain; otherwise the caller leaves the matter open.
"""

import re
from functools import cache

from banglanorm.script.letters import (
    AA_KAR,
    E_KAR,
    HASANTA,
    I_KAR,
    JOINERS,
    O_KAR,
    WORD_CHARACTERS,
)

_FARTHEST = 200  # characters of the clause that are looked at


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    word = f"[{WORD_CHARACTERS}{JOINERS}]"
    final = f"ল(?:{AA_KAR}ম|{E_KAR}ন|{O_KAR})?"  # করলাম, করলেন, করলো, করল
    perfect = f"{E_KAR}ছ(?:{E_KAR}ন?|{I_KAR}(?:ল({AA_KAR}ম|{E_KAR}ন)?)?)"  # করেছে, গেছেন, এসেছি, ছিল
    return (
        re.compile(f"{word}*+"),
        re.compile(f"{word}+?(?:ব|ব{O_KAR}|ব{E_KAR}ন?|ব{I_KAR})\\Z"),
        re.compile(f"{word}+?(?:{final}|{perfect})\\Z"),
        re.compile(f"({word}+) *+\\Z"),
    )


_ENDS_OF_CLAUSE = re.compile(r"[^\w\s" + WORD_CHARACTERS + JOINERS + r"]|\n")
_NO_VERBS = frozenset({"সব", "খুব", "তবে", "কবে", "যবে", "ভাব", "অভাব", "জবাব", "হিসাব", "হিসেবে", "হিসাবে", "ভাবে"})
_AFTER_THE_VERB = frozenset({"না", "নি", "তো", "কি", "নাকি", "যে", "হয়তো", "গো", "রে"})


def tense(text: str, end: int) -> int:
    """Return 1 if the verb that ends the clause after ``text[:end]`` is in the future, -1 in the past, else 0.

    >>> tense("কাল আমি যাব না।", 3), tense("কাল আমি গেলাম।", 3), tense("কাল রাতে", 3)
    (1, -1, 0)
    """
    word, future, past, _ = _patterns()
    stop = _ENDS_OF_CLAUSE.search(text, end, end + _FARTHEST)
    if stop is None and len(text) > end + _FARTHEST:
        return 0
    words = [m[0] for m in word.finditer(text, end, stop.start() if stop else len(text)) if m[0]]
    while words and words[-1] in _AFTER_THE_VERB:
        words.pop()
    if not words or words[-1] in _NO_VERBS:
        return 0
    return 1 if future.match(words[-1]) else -1 if past.match(words[-1]) else 0


def counted_from_event(text: str, start: int) -> bool:
    """Say whether a length before ``text[start:]`` is counted from an event: মৃত্যুর তিন দিন আগে.

    A genitive stands before it then. A word may also end in র by itself; that only leaves a date open.

    >>> counted_from_event("মৃত্যুর তিন দিন আগে", 8), counted_from_event("মাত্র তিন দিন আগে", 6)
    (True, False)
    """
    before = _patterns()[3].search(text, max(0, start - 40), start)
    if before is None:
        return False
    word = before[1].rstrip("ইও")
    return word.endswith("র") and not word.endswith(HASANTA + "র") and word not in _NO_GENITIVES


_NO_GENITIVES = frozenset({"আর", "আবার", "এবার", "খবর"})
