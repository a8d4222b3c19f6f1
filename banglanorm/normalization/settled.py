"""Lines whose marks stay as they are, told at a glance: cheap, and true of most news."""

import re
from string import ascii_letters

from banglanorm.normalization.detector import codes
from banglanorm.normalization.marks import MARKS, final_tails, may_end
from banglanorm.script.letters import (
    ASCII_DIGITS,
    BENGALI_DIGITS,
    DANDA,
    DOUBLE_DANDA,
    JOINERS,
    WORD_CHARACTERS,
)

_OPENER, _CLOSER, _DOUBLE_OPENER, _DOUBLE_CLOSER = map(codes, "‘’“”")


def _one_of(chars: str) -> bytes:
    return b"[" + re.escape(codes(chars)) + b"]"


_LETTER = _one_of(WORD_CHARACTERS + JOINERS)
_BEFORE_CLOSER = _one_of(WORD_CHARACTERS + JOINERS + BENGALI_DIGITS + ASCII_DIGITS + ascii_letters + DANDA + "?!,;:.)…")
_AFTER_CLOSER = _one_of(" \t" + DANDA + DOUBLE_DANDA + "?!,;:.)]…–—-")
_NO_MARK = b"[^" + re.escape(codes(MARKS)) + b"]*+"
_LIKELY = re.compile(
    rb"%(no_mark)s(?:(?:"
    rb"(?<!%(opener)s)%(opener)s(?=%(letter)s)"
    rb"|(?<=%(before)s)%(closer)s(?=%(after)s|\Z)"
    rb"|(?<![^ \t])%(double_opener)s|%(double_closer)s(?=%(after)s|\Z))%(no_mark)s)*+\Z"
    % {
        b"no_mark": _NO_MARK,
        b"letter": _LETTER,
        b"before": _BEFORE_CLOSER,
        b"after": _AFTER_CLOSER,
        b"opener": _OPENER,
        b"closer": _CLOSER,
        b"double_opener": _DOUBLE_OPENER,
        b"double_closer": _DOUBLE_CLOSER,
    }
)


def are_settled(line: str, coded: bytes) -> bool:
    """Say of a line that all its marks are ‘ ’ “ ” and stay as they are, whatever their roles.

    ‘ before a Bengali letter opens a quotation or is ʿayn, ’ at the end of a word closes one unless the word may end in
    an apostrophe, “ after a space opens and ” before a space or mark closes one. ``coded`` are the codes of the line,
    where ``?`` stands for itself alone.

    >>> [are_settled(line, codes(line)) for line in ("তিনি ‘শক্তিশালী’ হলেন।", "দু’জন", "‘ক’ ও একশ’ টাকা")]
    [True, False, False]
    """
    if not _LIKELY.match(coded):
        return False
    at = coded.find(_CLOSER)
    if at >= 0:
        tails = final_tails()
        while at >= 0:
            if (line[at - 2 : at] in tails or line[at - 1] in tails) and may_end(line, at):
                return False
            at = coded.find(_CLOSER, at + 1)
    return True
