r"""Shows text of the corpus in HTML: nothing of it can act, and what cannot be seen has a label.

>>> shown("<b>\N{ZERO WIDTH JOINER}")
'&lt;b&gt;<abbr class="unseen" title="U+200D ZERO WIDTH JOINER">ZWJ</abbr>'
"""

import re
from collections.abc import Sequence
from functools import cache
from html import escape

from banglanorm.edits import Explanation
from banglanorm.script import characters
from banglanorm.script.aksharas import find_malformed, split_aksharas
from banglanorm.script.letters import BENGALI_DIGITS, DANDA, WORD_CHARACTERS
from banglanorm.tables import read_table

_MOST_CODES = 6  # code points of an edit that are spelled out


def shown(text: str, /, *, spaces: bool = False) -> str:
    r"""Return ``text`` as HTML, with labels for characters that cannot be seen; with ``spaces``, for spaces too.

    >>> shown("<b>"), shown("\N{VARIATION SELECTOR-16}")
    ('&lt;b&gt;', '<abbr class="unseen" title="U+FE0F VARIATION SELECTOR-16">VS16</abbr>')
    >>> shown("ক খ", spaces=True)
    'ক<abbr class="unseen" title="U+0020 SPACE">␣</abbr>খ'
    """
    return _special().sub(lambda m: _label(m[0], spaces=spaces), text)


@cache
def _special() -> re.Pattern[str]:
    plain = WORD_CHARACTERS + BENGALI_DIGITS + DANDA  # what most text is made of needs no second look
    return re.compile(f"[^{plain}!#-%(-;=?-~]")


def _label(char: str, *, spaces: bool) -> str:
    if char == " " and not spaces:
        return char
    short = "␣" if char == " " else _labels().get(char)
    if short is None:
        if characters.is_visible(char):
            return escape(char)
        short = _code_point(char)
    return f'<abbr class="unseen" title="{described(char)}">{short}</abbr>'


def described(char: str, /) -> str:
    r"""Return the number and the name of ``char``, as far as it has one.

    >>> described("ক"), described("\0")
    ('U+0995 BENGALI LETTER KA', 'U+0000')
    """
    return f"{_code_point(char)} {characters.name(char)}".rstrip()


def _code_point(char: str) -> str:
    return f"U+{ord(char):04X}"


@cache
def _labels() -> dict[str, str]:
    rows = (row for row in read_table("report/characters") if row["kind"] != "group" and row["label"] != "-")
    return {chr(int(row["code"], 16)): row["label"] for row in rows}


def changed(explanation: Explanation, /) -> str:
    """Return the stretch with its one edit: the aksharas that go as ``del``, those that come as ``ins``.

    >>> from banglanorm import explain
    >>> changed(explain("দু’জন"))
    'দু<del title="U+2019">’</del><ins title="U+0027">&#x27;</ins>জন'
    """
    edit = explanation.edits[0]
    before, after = split_aksharas(explanation.original), split_aksharas(explanation.text)
    start, end = _borders(before, after)
    gone, come = "".join(before[start : len(before) - end]), "".join(after[start : len(after) - end])
    parts = [shown("".join(before[:start]))]
    parts += [_marked("del", gone, edit.before), _marked("ins", come, edit.after)]
    parts.append(shown("".join(before[len(before) - end :])))
    return "".join(parts)


def _borders(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """Return how many aksharas the two have in common at the start, and then at the end."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    end = next((i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start)
    return start, end


def _marked(tag: str, text: str, changed_part: str) -> str:
    return f'<{tag} title="{codes(changed_part)}">{shown(text, spaces=True)}</{tag}>' if text else ""


def codes(text: str, /) -> str:
    """Return the code points of a short text.

    >>> codes("কি"), codes("")
    ('U+0995 U+09BF', '∅')
    """
    spelled = " ".join(map(_code_point, text[:_MOST_CODES]))
    return (spelled + " …" if len(text) > _MOST_CODES else spelled) or "∅"


def misfits(word: str, /) -> str:
    """Return a malformed word with the signs that belong to no akshara marked.

    >>> misfits("শক্তিি")
    'শক্তি<mark>ি</mark>'
    """
    parts, at = [], 0
    for found in find_malformed(word):
        parts += [shown(word[at : found.start]), f"<mark>{shown(found.text)}</mark>"]
        at = found.end
    return "".join([*parts, shown(word[at:])])
