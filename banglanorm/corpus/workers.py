"""One process or many for one task."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

W = TypeVar("W")
D = TypeVar("D")


@contextmanager
def workers(task: Callable[[W], D], number: int, /) -> Iterator[Callable[[Iterable[W]], Iterator[D]]]:
    """Give a function that runs ``task`` over an iterable in ``number`` processes; with 1 in this one.

    The results come in order. ``task`` and what it takes and returns must pickle.

    Raises:
        CorpusError: a process was killed, or there is no room for temporary files.

    >>> with workers(str.upper, 1) as run:
    ...     list(run(["a", "b"]))
    ['A', 'B']
    """
    if number == 1:
        yield lambda items: map(task, items)
        return
    from banglanorm.corpus.pool import pool  # loading it takes as long as normalizing a megabyte

    with pool(task, number) as run:
        yield run
