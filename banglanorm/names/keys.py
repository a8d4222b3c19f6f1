"""How the tables of names spell their keys: joiners, and the kind of a hyphen or apostrophe, make no difference."""

from functools import cache

from banglanorm.endings import APOSTROPHES, HYPHENS, split_endings
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import JOINERS
from banglanorm.tables import read_table

_FOLDS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(JOINERS) | {"\N{NO-BREAK SPACE}": " "}
)


def fold(text: str, /) -> str:
    """Return ``text`` as keys of the tables are spelled: NFC, no joiners, plain hyphens and apostrophes, single spaces.

    >>> fold("জম্মু–কাশ্মীর  ")
    'জম্মু-কাশ্মীর'
    """
    return " ".join(nfc(text.translate(_FOLDS)).split())


def standard(key: str, /) -> str:
    """Return the folded ``key`` with the words of organisations' names as the tables spell them, endings kept.

    >>> standard("সোনালী ব্যাঙ্কের"), standard("অফিস")
    ('সোনালী ব্যাংকের', 'অফিস')
    """
    return " ".join(map(_standard_word, key.split(" ")))


def _standard_word(word: str) -> str:
    respellings, beginnings = _respellings()
    if not word.startswith(beginnings):
        return word
    stems = [word, *(split.stem for split in split_endings(word))]
    return next((respellings[stem] + word[len(stem) :] for stem in stems if stem in respellings), word)


@cache
def _respellings() -> tuple[dict[str, str], tuple[str, ...]]:
    rows = {fold(row["word"]): fold(row["standard"]) for row in read_table("names/respellings")}
    return rows, tuple(rows)
