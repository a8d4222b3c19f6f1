"""How the tables of names spell their keys: joiners, and the kind of a hyphen or apostrophe, make no difference."""

from banglanorm.endings import APOSTROPHES, HYPHENS
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import JOINERS

_FOLDS = str.maketrans(
    dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(HYPHENS, "-") | dict.fromkeys(JOINERS) | {"\N{NO-BREAK SPACE}": " "}
)


def fold(text: str, /) -> str:
    """Return ``text`` as keys of the tables are spelled: NFC, no joiners, plain hyphens and apostrophes, single spaces.

    >>> fold("জম্মু–কাশ্মীর  ")
    'জম্মু-কাশ্মীর'
    """
    return " ".join(nfc(text.translate(_FOLDS)).split())
