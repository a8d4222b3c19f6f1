"""The one exception that a sub-command raises to end the run with a message, and how messages are shown."""

import re

# Controls, separators of lines, what turns the direction of the text, and bytes that are no characters.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str, /) -> str:
    r"""Return ``text`` with what could steer a terminal, or be mistaken for its lines, as escapes.

    >>> print(printable("a\33[31m.txt"))
    a\x1b[31m.txt
    """
    return _HARMFUL.sub(lambda m: m[0].encode("unicode_escape").decode(), text)


class CommandError(Exception):
    """What went wrong, as one line, and what to try, as another (or nothing); the run ends with status 2.

    >>> CommandError("a.txt: no such file", "check the name").hint
    'check the name'
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Interrupted(KeyboardInterrupt):
    """The user ended the run; ``hint`` says what is done and how to go on."""

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.hint = hint
