"""Writes files so that they are whole at every moment: into a draft beside the place, which takes it at the end.

The draft can be read by nobody else; before it takes the place of an older file it gets that file's mode, extended
attributes, owner and group, as far as the user may give them. A file with other names (hard links) is written
through, so that all of them keep naming one file. What is no regular file, a pipe, a device or a descriptor of the
process such as ``/dev/stdout``, is written itself.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from banglanorm.errors import CorpusError

_DESCRIPTOR = re.compile(r"/dev/fd/(\d+)|/proc/(?:self|thread-self)/fd/(\d+)|/dev/(stdout|stderr)")
_NUMBERS = {"stdout": 1, "stderr": 2}
_SET_IDS = stat.S_ISUID | stat.S_ISGID
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class Draft:
    """What is to take the place of a file, unless it turns out not to be ``wanted``."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.wanted = True


@contextmanager
def replacing(path: str, /, *, force: bool = False) -> Iterator[Draft]:
    """Open a draft that takes the place of ``path`` when the block ends well, whatever kind of file that is.

    Raises:
        CorpusError: the file cannot be written, or it is read-only and ``force`` is not set.
    """
    number = _descriptor(path)
    with _told(path):
        there = None if number is not None else _status(path)
    if number is not None:
        with _told(path), os.fdopen(os.dup(number), "wb") as stream:
            yield Draft(stream)
    elif there and not stat.S_ISREG(there.st_mode):
        with _told(path), Path(path).open("wb") as stream:
            yield Draft(stream)
    else:
        if there and not force:
            _refuse_read_only(path, there)
        with _told(path):
            yield from _beside(Path(os.path.realpath(path)), there)


def _beside(target: Path, there: os.stat_result | None) -> Iterator[Draft]:
    beside = target.with_name(f".banglanorm-{os.urandom(6).hex()}.tmp")
    try:  # before the draft is there: a signal may come at any moment
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            draft = Draft(stream)
            yield draft
            stream.flush()
            os.fsync(descriptor)
            if draft.wanted:
                _dress(descriptor, target, there)
        if draft.wanted:
            if there and there.st_nlink > 1:
                _write_through(beside, target, there)
            else:
                beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _dress(descriptor: int, target: Path, there: os.stat_result | None) -> None:
    """Give the draft what the file had; without one, what a new file gets."""
    if not hasattr(os, "fchown"):  # Windows has no such owners and modes
        return
    if there is None:
        mask = os.umask(0)
        os.umask(mask)
        os.fchmod(descriptor, 0o666 & ~mask)
        return
    for owner, group in ((there.st_uid, -1), (-1, there.st_gid)):
        with suppress(OSError):  # only the superuser gives files away; a group needs its member
            os.fchown(descriptor, owner, group)
    _copy_attributes(descriptor, target)
    mine = os.fstat(descriptor)
    kept = (mine.st_uid, mine.st_gid) == (there.st_uid, there.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(there.st_mode) & (~0 if kept else ~_SET_IDS))


def _copy_attributes(descriptor: int, target: Path) -> None:
    if not hasattr(os, "listxattr"):
        return
    with suppress(OSError):
        for name in os.listxattr(target):
            with suppress(OSError):
                os.setxattr(descriptor, name, os.getxattr(target, name))


def _write_through(draft: Path, target: Path, there: os.stat_result) -> None:
    mode = stat.S_IMODE(there.st_mode)
    if not mode & stat.S_IWUSR:  # only where it is forced
        target.chmod(mode | stat.S_IWUSR)
    from shutil import copyfileobj  # few runs need it, and all would wait for it to load

    with draft.open("rb") as source, target.open("r+b") as stream:
        copyfileobj(source, stream)
        stream.truncate()
    target.chmod(mode)  # writing takes the bits that run a program as its owner


def _descriptor(path: str) -> int | None:
    """Return the number of the descriptor of this process that ``path`` names."""
    m = _DESCRIPTOR.fullmatch(path)
    if not m:
        return None
    return _NUMBERS[m[3]] if m[3] else int(m[1] or m[2])


def status_of(path: str, /) -> os.stat_result | None:
    """Return what the system says of the file that would be written, or None where there is none yet.

    >>> status_of("no/such/file") is None
    True
    """
    number = _descriptor(path)
    with suppress(OSError):
        return os.fstat(number) if number is not None else _status(path)
    return None


def _status(path: str) -> os.stat_result | None:
    try:
        return Path(path).stat()
    except FileNotFoundError:
        return None


def _refuse_read_only(path: str, there: os.stat_result) -> None:
    if not there.st_mode & _WRITABLE or not os.access(path, os.W_OK):
        raise CorpusError(f"cannot write to {path}: it is read-only", "--force writes it all the same")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Name the file in what goes wrong with it, also what the system says only when the file is closed."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise CorpusError(f"cannot write to {path}: {error.strerror}") from error
