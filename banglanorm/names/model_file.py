"""The file of a model: a magic line, a header as a line of JSON, the sections compressed."""

import json
import sys
import zlib
from array import array
from collections.abc import Mapping
from typing import Any

MAGIC = b"banglanorm names 2\n"


def pack(header: dict[str, Any], sections: Mapping[str, bytes]) -> bytes:
    """Return the bytes of a model file.

    >>> unpack(pack({"end": 3}, {"names": b"kim"}))
    ({'end': 3}, {'names': b'kim'})
    """
    packed = {name: zlib.compress(content, 9) for name, content in sections.items()}
    sizes = {name: len(content) for name, content in packed.items()}
    line = json.dumps(header | {"sections": sizes}, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return MAGIC + line + b"\n" + b"".join(packed.values())


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Return the header and the sections of a model file.

    Raises:
        ValueError: ``data`` does not begin as a model file does.
    """
    if not data.startswith(MAGIC):
        raise ValueError(f"not a name model: {data[:20]!r}")
    line, _, rest = data[len(MAGIC) :].partition(b"\n")
    header = json.loads(line)
    sections, start = {}, 0
    for name, size in header.pop("sections").items():
        sections[name] = zlib.decompress(rest[start : start + size])
        start += size
    return header, sections


def read_array(content: bytes) -> "array[int]":
    """Read little-endian numbers of four bytes."""
    numbers = array("I", content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
