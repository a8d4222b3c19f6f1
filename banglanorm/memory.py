"""What was worked out before, kept as long as it does not take too much room."""

from collections.abc import Hashable
from typing import TypeVar
from weakref import WeakValueDictionary

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_ENTRY = 300  # bytes of an entry of a dict with two small objects, about


class Room:
    """Room for one memory or several: once they need more than ``limit`` bytes together, all of them start afresh."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._used = 0
        self._memories: WeakValueDictionary[int, Memory[object, object]] = WeakValueDictionary()

    def open_to(self, memory: "Memory[K, V]") -> None:
        """Count what this memory keeps."""
        self._memories[id(memory)] = memory  # type: ignore[assignment] # only to be cleared

    def take(self, size: int) -> None:
        """Take ``size`` bytes for an entry; what was kept before goes where there is no room for it."""
        self._used += size
        if self._used > self._limit:
            for memory in list(self._memories.values()):
                memory.clear()
            self._used = size


class Memory(dict[K, V]):
    """A dict for results by their input that stays within its room, of which it is told the bytes or the whole.

    >>> memory = Memory[str, str](1000)
    >>> for word in ("এক", "দুই", "তিন", "চার"):
    ...     memory.keep(word, word.upper(), size=len(word))
    >>> list(memory)
    ['চার']
    """

    __slots__ = ("__weakref__", "_room")

    def __init__(self, room: int | Room) -> None:
        super().__init__()
        self._room = Room(room) if isinstance(room, int) else room
        self._room.open_to(self)

    def keep(self, key: K, value: V, *, size: int) -> None:
        """Keep a result; ``size`` is the number of code points in key and value together."""
        self._room.take(_ENTRY + 4 * size)
        self[key] = value
