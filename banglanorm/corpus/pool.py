"""Many processes for one task, with the order kept and little of the input in memory at any time.

What goes to a process and comes back lies in a few files of a folder that is gone at the end: a pipe takes 64 kB at a
time, and the process that reads and writes would spend more time on it than on all else. A file is written over as
soon as it was read, so that the system need not find room for it again and again.
"""

import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from banglanorm.errors import CorpusError

W = TypeVar("W")
D = TypeVar("D")

_AHEAD = 3  # blocks for each process that are read before the first is written

_task: Callable[[Any], Any]  # in a worker: what it was started for


@contextmanager
def pool(task: Callable[[W], D], number: int, /) -> Iterator[Callable[[Iterable[W]], Iterator[D]]]:
    """Give a function that runs ``task`` over an iterable in ``number`` processes.

    Raises:
        CorpusError: a process was killed, or there is no room for temporary files.
    """
    with TemporaryDirectory(prefix="banglanorm-", ignore_cleanup_errors=True) as folder:
        executor = ProcessPoolExecutor(number, initializer=_begin, initargs=(task,))
        try:
            yield lambda items: _in_order(executor, items, number * _AHEAD, Path(folder))
        except BrokenProcessPool as error:
            raise CorpusError(
                "a worker process died", "the system may have run out of memory: try fewer workers"
            ) from error
        finally:
            executor.shutdown(cancel_futures=True)


def _begin(task: Callable[[Any], Any]) -> None:
    global _task
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that reads and writes ends the run
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)


def _work(place: Path) -> None:
    _put(place, _task(_take(place)))


def _in_order(executor: ProcessPoolExecutor, items: Iterable[Any], ahead: int, folder: Path) -> Iterator[Any]:
    waiting: deque[tuple[Future[None], Path]] = deque()
    places = cycle([folder / str(number) for number in range(ahead)])
    for item, place in zip(items, places, strict=False):  # the places have no end
        _put(place, item)
        waiting.append((executor.submit(_work, place), place))
        if len(waiting) == ahead:
            yield _result(*waiting.popleft())
    while waiting:
        yield _result(*waiting.popleft())


def _result(future: Future[None], place: Path) -> Any:
    future.result()
    return _take(place)


def _put(place: Path, value: Any) -> None:
    try:
        with place.open("r+b" if place.exists() else "wb") as stream:
            pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    except OSError as error:
        raise CorpusError(
            f"cannot write to {place.parent}: {error.strerror}", "TMPDIR names another folder for temporary files"
        ) from error


def _take(place: Path) -> Any:
    with place.open("rb") as stream:
        return pickle.load(stream)  # only this run writes into the folder; what was there before may follow
