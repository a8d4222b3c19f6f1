"""The one exception that a sub-command raises to end the run with a message."""


class CommandError(Exception):
    """What went wrong, as one line, and what to try, as another (or nothing); the run ends with status 2.

    >>> CommandError("a.txt: no such file", "check the name").hint
    'check the name'
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
