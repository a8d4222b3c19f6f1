"""Shows an edit to people: where it is, what it turns into what, and by which rules."""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from banglanorm.edits import Edit

_RED, _GREEN, _PLAIN = "\033[31m", "\033[32m", "\033[0m"

# How much of the word around an edit is shown on either side, in code points.
_CONTEXT = 20
_BEFORE = re.compile(rf"\S{{0,{_CONTEXT}}}\Z")
_AFTER = re.compile(rf"\S{{0,{_CONTEXT}}}")
_SPELLED = 8  # edits longer than this are not spelled out in code points


def record(file: str, line: int, edit: "Edit", /) -> dict[str, Any]:
    """Return the edit as a row of JSON lines; ``start`` and ``end`` count code points of the text from 0."""
    return {"file": file, "line": line} | edit.as_dict()


def location(file: str, line: int, edit: "Edit", /) -> str:
    """Return ``file:line:column``, both counted from 1, the column in code points."""
    return f"{file}:{line}:{edit.start + 1}"


def change(line: str, edit: "Edit", /, *, colored: bool = False) -> str:
    """Return ``before → after`` as whole words, with the code points where the two may look alike.

    Whole words, because a colour that starts inside a conjunct would break its shape.
    """
    left = _BEFORE.search(line, max(0, edit.start - _CONTEXT), edit.start)
    right = _AFTER.match(line, edit.end)
    head, tail = (visible(m[0]) if m else "" for m in (left, right))
    before, after = (f"{head}{visible(part, spaces=True)}{tail}" for part in (edit.before, edit.after))
    if colored:
        before, after = f"{_RED}{before}{_PLAIN}", f"{_GREEN}{after}{_PLAIN}"
    return f"{before} → {after}{_spelled(edit.before, edit.after)}"


def visible(text: str, /, *, spaces: bool = False) -> str:
    r"""Return ``text`` with what cannot be seen as ``<U+200C>``, and with ``spaces`` each space as ``␣``.

    >>> visible("উদ্\N{ZERO WIDTH NON-JOINER}ঘাটন"), visible(" ।", spaces=True)
    ('উদ্<U+200C>ঘাটন', '␣।')
    """
    from banglanorm.script.characters import is_visible

    space = "␣" if spaces else " "
    return "".join(space if char == " " else char if is_visible(char) else f"<{code_point(char)}>" for char in text)


def code_point(char: str, /) -> str:
    """Return the number of ``char`` as Unicode writes it.

    >>> code_point("ক")
    'U+0995'
    """
    return f"U+{ord(char):04X}"


def _spelled(before: str, after: str) -> str:
    if len(before) > _SPELLED or len(after) > _SPELLED or not _look_alike(before, after):
        return ""
    shown = (" ".join(map(code_point, part)) or "nothing" for part in (before, after))
    return f" ({' → '.join(shown)})"


def _look_alike(before: str, after: str) -> bool:
    """Say whether the two may look the same: they do for NFC, and marks alone are hard to see."""
    from banglanorm.script.canonical import nfc
    from banglanorm.script.characters import is_mark

    return nfc(before) == nfc(after) or any(map(is_mark, before + after))
