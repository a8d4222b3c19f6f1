"""The exceptions of the library, and the one check every public function makes of its argument.

They live below everything else so that any module can raise them.
"""


class BanglanormError(ValueError):
    """The base of every error that banglanorm raises about the content of its input."""


class ConfigError(BanglanormError):
    """An option has a value that does not exist; the message lists those that do."""


class NumberParseError(BanglanormError):
    """The text is not one number; the message says which part is not, and why."""


class DateParseError(BanglanormError):
    """The text is not one expression of time: ``text[start:end]`` is not understood, and the message says why.

    >>> error = DateParseError("no such day", start=3, end=9)
    >>> str(error), error.start, error.end
    ('no such day', 3, 9)
    """

    def __init__(self, message: str = "", *, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class TransliterationError(BanglanormError):
    """The text does not follow the transliteration scheme; the message says where."""


def require_str(text: object, /) -> None:
    """Refuse anything but ``str`` with a message that says what to do.

    Raises:
        TypeError: ``text`` is ``bytes``, ``None`` or another type.

    >>> require_str("বাংলা")
    """
    if isinstance(text, str):
        return
    if isinstance(text, (bytes, bytearray, memoryview)):
        raise TypeError("expected str, got bytes: decode it first, for example data.decode('utf-8')")
    if text is None:
        raise TypeError(
            "expected str, got None: skip missing values, or use Normalizer.batch, which passes them through"
        )
    raise TypeError(f"expected str, got {type(text).__name__}: convert it first, for example with str(value)")


def shown(text: str, /, *, limit: int = 40) -> str:
    """Return ``repr(text)``, shortened for an error message.

    >>> shown("ক" * 100, limit=5)
    "'ককককক…'"
    """
    return repr(text if len(text) <= limit else text[:limit] + "…")
