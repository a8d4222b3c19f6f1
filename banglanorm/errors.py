"""The exceptions of the library, and the one check every public function makes of its argument.

They live below everything else so that any module can raise them.
"""

from collections.abc import Iterable


class BanglanormError(ValueError):
    """The base of every error that banglanorm raises about the content of its input."""


class ConfigError(BanglanormError):
    """An option has a value that does not exist; the message lists those that do."""


class DataError(BanglanormError):
    """A file that comes with the package is damaged, empty or missing; the message names it."""


class _ParseError(BanglanormError):
    """Nothing was made of the text: ``text[start:end]`` of it is not understood, and the message says why."""

    def __init__(self, message: str = "", *, start: int = 0, end: int = 0) -> None:
        super().__init__(message)
        self.start = start
        self.end = end


class NumberParseError(_ParseError):
    """The text is not one number: ``text[start:end]`` is not understood, and the message says why.

    >>> error = NumberParseError("two decimal points", start=3, end=4)
    >>> str(error), error.start, error.end
    ('two decimal points', 3, 4)
    """


class DateParseError(_ParseError):
    """The text is not one expression of time: ``text[start:end]`` is not understood, and the message says why.

    >>> error = DateParseError("no such day", start=3, end=9)
    >>> str(error), error.start, error.end
    ('no such day', 3, 9)
    """


class TransliterationError(BanglanormError):
    """The text does not follow the transliteration scheme; the message says where."""


class CorpusError(BanglanormError):
    """A file, or a row of one, cannot be read or written: the message says why, and ``hint`` what to try.

    >>> CorpusError("cannot read a.txt: No such file or directory", hint="check the name").hint
    'check the name'
    """

    def __init__(self, message: str = "", hint: str = "") -> None:
        super().__init__(message, hint)
        self.hint = hint

    def __str__(self) -> str:
        return str(self.args[0])


def require_one_of(option: str, value: object, choices: Iterable[str], /) -> None:
    """Refuse a ``value`` of ``option`` that is not one of ``choices``, whatever its type.

    Raises:
        ConfigError: it is another; the message lists the choices.

    >>> require_one_of("digits", "bengali", ("bengali", "ascii"))
    >>> require_one_of("digits", None, ("bengali", "ascii"))
    Traceback (most recent call last):
    ...
    banglanorm.errors.ConfigError: digits: expected one of 'bengali', 'ascii', got None
    """
    choices = tuple(choices)
    if not (isinstance(value, str) and value in choices):
        raise ConfigError(f"{option}: expected one of {', '.join(map(repr, choices))}, got {short_repr(value)}")


def short_repr(value: object) -> str:
    """Return the ``repr`` of ``value`` as far as a message has room for it; some have none.

    >>> short_repr(None)
    'None'
    """
    try:
        text = repr(value)
    except Exception:
        return f"a value of type {type(value).__name__}"
    return text if len(text) <= _ROOM else text[:_ROOM] + "…"


_ROOM = 60


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
    if is_missing(text):
        raise TypeError(
            f"expected str, got {text!r}: skip missing values, or use Normalizer.batch, which passes them through"
        )
    raise TypeError(f"expected str, got {type(text).__name__}: convert it first, for example with str(value)")


def shown(text: str, /, *, limit: int = 40) -> str:
    """Return ``repr(text)``, shortened for an error message.

    >>> shown("ক" * 100, limit=5)
    "'ককককক…'"
    """
    return repr(text if len(text) <= limit else text[:limit] + "…")


def is_missing(value: object, /) -> bool:
    """Say whether ``value`` stands for a missing value in a column: ``None``, NaN, NaT, or the NA of a data frame.

    >>> is_missing(None), is_missing(float("nan")), is_missing("")
    (True, True, False)
    """
    if value is None or isinstance(value, str):
        return value is None
    try:
        return bool(value != value)  # NaN and NaT are not even what they are
    except (TypeError, ValueError):  # pandas.NA is neither true nor false, an array is several
        return type(value).__name__ == "NAType"
