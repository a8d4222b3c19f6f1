"""What an adapter says where its host is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def host(*packages: str, extra: str) -> Iterator[None]:
    """Import the ``packages`` of a host inside: where one is missing, the error names the extra that brings it.

    Raises:
        ModuleNotFoundError: one of them is not installed.

    >>> with host("pandas", extra="pandas"):
    ...     raise ModuleNotFoundError("No module named 'pandas'", name="pandas")
    Traceback (most recent call last):
    ...
    ModuleNotFoundError: pandas is not installed: pip install 'banglanorm[pandas]'
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in packages:  # the host is there and lacks something itself
            raise
        message = f"{error.name} is not installed: pip install 'banglanorm[{extra}]'"
        raise ModuleNotFoundError(message, name=error.name) from error
