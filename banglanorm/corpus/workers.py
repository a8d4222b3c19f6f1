"""Many processes for one task, with the order kept and little of the input in memory at any time."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

from banglanorm.errors import CorpusError

W = TypeVar("W")
D = TypeVar("D")

_AHEAD = 3  # blocks for each process that are read before the first is written

_task: Callable[[Any], Any]  # in a worker: what it was started for


@contextmanager
def workers(task: Callable[[W], D], number: int, /) -> Iterator[Callable[[Iterable[W]], Iterator[D]]]:
    """Give a function that runs ``task`` over an iterable in ``number`` processes; with 1 in this one.

    The results come in order. ``task`` and what it takes and returns must pickle.

    Raises:
        CorpusError: a process was killed.

    >>> with workers(str.upper, 1) as run:
    ...     list(run(["a", "b"]))
    ['A', 'B']
    """
    if number == 1:
        yield lambda items: map(task, items)
        return
    pool = ProcessPoolExecutor(number, initializer=_begin, initargs=(task,))
    try:
        yield lambda items: _in_order(pool, items, number * _AHEAD)
    except BrokenProcessPool as error:
        raise CorpusError(
            "a worker process died", "the system may have run out of memory: try fewer workers"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _begin(task: Callable[[Any], Any]) -> None:
    global _task
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that reads and writes ends the run
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


def _work(item: Any) -> Any:
    return _task(item)


def _in_order(pool: ProcessPoolExecutor, items: Iterable[Any], ahead: int) -> Iterator[Any]:
    waiting: deque[Future[Any]] = deque()
    for item in items:
        waiting.append(pool.submit(_work, item))
        if len(waiting) == ahead:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
