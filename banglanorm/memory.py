"""What was worked out before, kept as long as it does not take too much room."""

from collections.abc import Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_ENTRY = 300  # bytes of an entry of a dict with two small objects, about


class Memory(dict[K, V]):
    """A dict for results by their input that stays under ``limit`` bytes: when it is full, it starts afresh.

    >>> memory = Memory[str, str](1000)
    >>> for word in ("এক", "দুই", "তিন", "চার"):
    ...     memory.keep(word, word.upper(), size=len(word))
    >>> list(memory)
    ['চার']
    """

    __slots__ = ("_limit", "_used")

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit
        self._used = 0

    def keep(self, key: K, value: V, *, size: int) -> None:
        """Keep a result; ``size`` is the number of code points in key and value together."""
        self._used += _ENTRY + 4 * size
        if self._used > self._limit:
            self.clear()
            self._used = _ENTRY + 4 * size
        self[key] = value
