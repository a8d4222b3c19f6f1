r"""A key for dictionaries and de-duplication: folds what ``normalize`` keeps.

>>> matching_key("উদ্\N{ZERO WIDTH NON-JOINER}যাপন") == matching_key("উদ্যাপন"), matching_key("বাংলা") == matching_key("বাঙ্লা")
(True, False)
"""

import re

import unicodedata2

from banglanorm.errors import require_str
from banglanorm.normalization.marks import MARKS
from banglanorm.normalization.normalizer import normalize
from banglanorm.normalization.quotes import DOUBLE_MARKS
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import (
    AA_KAR,
    ANUSVARA,
    CANDRABINDU,
    HASANTA,
    JOINERS,
    TO_ASCII_DIGITS,
    YA,
)

# The nasal of each row of stops: ং and ঁ before them sound as it (nisaba reading_norm for Bengali).
_NASALS = {"কখগঘ": "ঙ", "চছজঝ": "ঞ", "টঠডঢ": "ণ", "তথদধ": "ন", "পফবভ": "ম"}
_NASAL_BEFORE = {stop: nasal for stops, nasal in _NASALS.items() for stop in stops}
_NASAL_SIGN = re.compile(f"[{ANUSVARA}{CANDRABINDU}]([{''.join(_NASALS)}])")

_FOLDED = TO_ASCII_DIGITS | str.maketrans(dict.fromkeys(MARKS, "'") | dict.fromkeys(DOUBLE_MARKS, '"'))
_FOLDED |= dict.fromkeys(map(ord, JOINERS), "")
_E_YA_PHALA = "এ" + HASANTA + YA + AA_KAR
_A_YA_PHALA = "অ" + HASANTA + YA + AA_KAR


def matching_key(text: str, /) -> str:
    """Return a key that is equal for texts a reader would take for the same.

    Beside what ``normalize`` does, it folds joiners, the script of digits, all quotation marks and apostrophes, Latin
    case, এ্যা to অ্যা, and ং or ঁ before a stop to the nasal of its row (চ্যালেংজ, চ্যালেঞ্জ). The key is for comparing, not
    for reading.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> matching_key("দু’জন BBC ২০২৪") == matching_key("দু'জন bbc 2024")
    True
    """
    require_str(text)
    key = normalize(unicodedata2.normalize("NFD", text).casefold())
    key = key.translate(_FOLDED).replace("''", '"').replace(_E_YA_PHALA, _A_YA_PHALA)
    return nfc(_NASAL_SIGN.sub(lambda m: _NASAL_BEFORE[m[1]] + HASANTA + m[1], key))
