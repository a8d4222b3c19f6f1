"""Initialisms: names that Bengali writes with the names of Latin letters, and the letters of a person's initials.

>>> spell_initials("কেসিএনএ"), letter("কে.")
('KCNA', 'K.')
"""

from functools import cache

from banglanorm.names.keys import fold
from banglanorm.script.letters import VOWEL_LETTERS
from banglanorm.tables import read_table

_LONGEST_INITIALS = 60  # characters


def spell_initials(key: str, /) -> str | None:
    """Return the capitals that ``key`` spells by the names of letters, or None if it does not or may be a plain name.

    Dots and spaces between letters are left out.

    >>> spell_initials("ইউএনএইচসিআর"), spell_initials("এ.পি.জে"), spell_initials("বিবি")
    ('UNHCR', 'APJ', None)
    """
    letters = letters_in(key.replace(" ", ""))
    solid = key.replace(".", "").replace(" ", "")
    if letters is None or len(letters) < 2:
        return None
    return letters if len(letters) > 2 or "." in key[:-1] or _is_clear_pair(solid, letters) else None


def letters_in(key: str, /) -> str | None:
    """Return the capitals that ``key`` spells by the names of letters, though it may be a plain name as well.

    >>> letters_in("বিবি"), letters_in("জি"), letters_in("রায়")
    ('BB', 'G', None)
    """
    solid = key.replace(".", "")
    return _segment(solid) or None if len(solid) <= _LONGEST_INITIALS else None


def _segment(solid: str) -> str | None:
    """Return the letters whose names make up ``solid``; there is one way at the most."""
    spelled: list[str | None] = [None] * len(solid) + [""]
    for start in reversed(range(len(solid))):
        for length in _name_lengths():
            capital = _letters().get(solid[start : start + length])
            rest = spelled[start + length] if start + length <= len(solid) else None
            if capital is not None and rest is not None:
                spelled[start] = capital + rest
                break
    return spelled[0]


def letter(key: str, /) -> str | None:
    """Return the initials that ``key`` names, each with a full stop as in a person's name; or None.

    >>> letter("এ"), letter("কে."), letter("এ.পি.জে."), letter("রায়")
    ('A.', 'K.', 'A. P. J.', None)
    """
    capitals = [_letters().get(name) for name in key.rstrip(".").split(".")]
    return " ".join(f"{capital}." for capital in capitals) if all(capitals) else None


def _is_clear_pair(solid: str, letters: str) -> bool:
    """Say whether two ``letters`` are an initialism: they cannot be a common syllable pair, as বিবি (Bibi) is."""
    if letters[-1] in "EO":  # rather a particle: আরও is no RO
        return False
    return solid.startswith(_clear_openings()) or any(char in VOWEL_LETTERS for char in solid[1:])


@cache
def _letters() -> dict[str, str]:
    return {fold(row["bn"]): row["letter"] for row in read_table("names/letter_names")}


@cache
def _name_lengths() -> frozenset[int]:
    return frozenset(map(len, _letters()))


@cache
def _clear_openings() -> tuple[str, ...]:
    return tuple(fold(row["opening"]) for row in read_table("names/clear_openings"))
