"""Compressed files: the end of a name says how it is packed, and what is read or written through it."""

import io
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import PurePath
from typing import IO, Any, BinaryIO, cast

from banglanorm.errors import CorpusError

# Packing is what takes the time when a corpus is written: quick settings, whose files are a tenth longer.
# The modules are loaded when a packed file is met.
_READERS: dict[str, Callable[[BinaryIO], Any]] = {
    ".gz": lambda raw: import_module("gzip").GzipFile(fileobj=raw, mode="rb"),
    ".bz2": lambda raw: import_module("bz2").BZ2File(raw, "rb"),
    ".xz": lambda raw: import_module("lzma").LZMAFile(raw, "rb"),
    ".zst": lambda raw: io.BufferedReader(_ZstandardReader(raw), 1 << 17),
}
_WRITERS: dict[str, Callable[[BinaryIO], Any]] = {
    ".gz": lambda raw: import_module("gzip").GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=3, mtime=0),
    ".bz2": lambda raw: import_module("bz2").BZ2File(raw, "wb"),
    ".xz": lambda raw: import_module("lzma").LZMAFile(raw, "wb", preset=2),
    ".zst": lambda raw: _zstandard().ZstdCompressor(level=3).stream_writer(raw, closefd=False),
}


def damages() -> tuple[type[Exception], ...]:
    """Return what a damaged file raises; one that breaks off raises ``EOFError``.

    >>> EOFError in damages()
    True
    """
    import gzip
    import lzma

    return EOFError, zlib.error, lzma.LZMAError, gzip.BadGzipFile


def packing(name: str, /) -> str:
    """Return the end of ``name`` that says how the file is packed, or nothing.

    >>> packing("a.jsonl.gz"), packing("a.txt")
    ('.gz', '')
    """
    suffix = PurePath(name).suffix.lower()
    return suffix if suffix in _READERS else ""


def unpacking(raw: BinaryIO, name: str, /) -> BinaryIO:
    """Return a stream that reads what is packed in ``raw``, or ``raw`` itself, as the name of the file says.

    Raises:
        CorpusError: the package that reads such files is not installed.

    >>> import gzip
    >>> unpacking(io.BytesIO(gzip.compress(b"a")), "a.gz").read()
    b'a'
    """
    suffix = packing(name)
    return cast(BinaryIO, _READERS[suffix](raw)) if suffix else raw


@contextmanager
def packed(raw: BinaryIO, name: str, /) -> Iterator[BinaryIO]:
    """Open a stream that packs into ``raw`` as the name of the file says; ``raw`` stays open.

    Raises:
        CorpusError: the package that writes such files is not installed.

    >>> with packed(io.BytesIO(), "a.txt") as stream:
    ...     stream.write(b"a")
    1
    """
    suffix = packing(name)
    if not suffix:
        yield raw
        return
    with cast("IO[bytes]", _WRITERS[suffix](raw)) as stream:
        yield cast(BinaryIO, stream)


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise CorpusError(".zst files need the package zstandard", "pip install 'banglanorm[zstd]' brings it") from None
    return zstandard


class _ZstandardReader(io.RawIOBase):
    """Reads one frame after another, and notices a file that breaks off, which the reader of the package does not."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._module = _zstandard()
        self._frame: Any = None
        self._packed = b""
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any, /) -> int:
        while not self._ready:
            self._packed = self._packed or self._raw.read(1 << 16)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("the file ends before the end of its last frame")
                return 0
            self._unpack()
        size = min(len(target), len(self._ready))
        target[:size], self._ready = self._ready[:size], self._ready[size:]
        return size

    def _unpack(self) -> None:
        self._frame = self._frame or self._module.ZstdDecompressor().decompressobj()
        try:
            self._ready = self._frame.decompress(self._packed)
        except self._module.ZstdError as error:
            raise zlib.error(str(error)) from None
        self._packed = b""
        if self._frame.eof:
            self._packed, self._frame = self._frame.unused_data, None
