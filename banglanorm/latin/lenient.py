"""Words in ALA-LC, IAST or loosely typed ISO 15919, spelled as ISO 15919 wants them.

>>> as_iso15919("Kr̥shṇa"), as_iso15919("Kṛṣṇa"), as_iso15919("Baṛo")
('kr̥ṣṇa', 'kr̥ṣṇa', 'baṛō')
"""

import re
from functools import cache

from banglanorm.script.canonical import nfc
from banglanorm.tables import read_table

_BESIDE = "[:aāiīuūeēoōă\N{COMBINING CANDRABINDU}\N{COMBINING RING BELOW}\N{COMBINING MACRON}]"
_VOCALIC = "[rl]\N{COMBINING RING BELOW}"


def as_iso15919(word: str, /) -> str:
    """Return ``word`` in small letters with the spellings of other schemes replaced, in NFC.

    >>> as_iso15919("Viśvavidyālaẏa")
    'biśbabidyālaẏa'
    """
    spellings = _spellings()
    return nfc(_pattern().sub(lambda m: spellings[m[0]], nfc(word.lower())))


@cache
def _spellings() -> dict[str, str]:
    return {nfc(row["spelling"]): nfc(row["iso15919"]) for row in read_table("latin/iso15919_lenient")}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all spellings, the longest first."""
    where = {nfc(row["spelling"]): row["where"] for row in read_table("latin/iso15919_lenient")}
    return re.compile(
        "|".join(
            rf"(?<!{_BESIDE}){spelling}(?!h|{_BESIDE}|{_VOCALIC})" if where[spelling] == "vowel" else spelling
            for spelling in sorted(where, key=len, reverse=True)
        )
    )
