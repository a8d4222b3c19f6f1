"""Mojibake: Bengali in UTF-8 that was read as latin-1, cp1252, MacRoman or cp437, once or more often.

The work is ftfy's (the extra ``mojibake``); here is decided where it may: on a line that becomes Bengali by it.
"""

from collections.abc import Callable

from banglanorm.errors import require_str
from banglanorm.script.letters import WORD_CHARACTERS

_BENGALI = frozenset(WORD_CHARACTERS)
# The first byte of every Bengali character in UTF-8, as latin-1 and its kin, MacRoman and cp437 show it.
_SIGNS_OF_DAMAGE = ("à", "Ã", "‡", "α", "√", "├")


def fix_mojibake(text: str, /) -> str:
    """Return ``text`` with the lines that are damaged Bengali as they were; all other lines stay.

    What the wrong reading lost (bytes that cp1252 does not have, a cut line, letters made small) cannot come back: such
    lines are restored as far as they go, and may hold U+FFFD or leave words damaged.

    Raises:
        TypeError: ``text`` is not ``str``.
        ModuleNotFoundError: the extra ``mojibake`` is not installed.

    >>> fix_mojibake("à¦¬à¦¾à¦‚à¦²à¦¾ ভাষা")
    'বাংলা ভাষা'
    """
    require_str(text)
    fix = _fixer()
    return "\n".join([_fixed(line, fix) for line in text.split("\n")])


def _fixer() -> Callable[[str], str]:
    try:
        from ftfy import fix_encoding
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("fix_mojibake needs ftfy: pip install 'banglanorm[mojibake]'", name="ftfy") from error
    fix: Callable[[str], str] = fix_encoding
    return fix


def _fixed(line: str, fix: Callable[[str], str]) -> str:
    if not any(sign in line for sign in _SIGNS_OF_DAMAGE):
        return line
    fixed = fix(line)
    return fixed if _bengali_in(fixed) > _bengali_in(line) else line


def _bengali_in(line: str) -> int:
    return sum(map(_BENGALI.__contains__, line))
