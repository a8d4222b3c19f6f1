"""The file of a model: a magic line, a header as a line of JSON, the sections compressed."""

import json
import sys
import zlib
from array import array
from collections.abc import Mapping
from typing import Any

MAGIC = b"banglanorm names 3\n"
NO_WEIGHT = 128  # the byte that stands for a weight of nothing


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


def read_weights(sections: Mapping[str, bytes]) -> dict[str, bytes]:
    r"""Return what a context weighs: the numbers of chunks in their unit, and after each the byte of its weight there.

    >>> read_weights({"contexts": b"k>", "weights": bytes([1, 0, 130])})
    {'k>': b'\x00\x82'}
    """
    weights, start, packed = {}, 0, sections["weights"]
    for context in sections["contexts"].decode("utf-8").split("\n"):
        end = start + 1 + 2 * packed[start]
        weights[context] = packed[start + 1 : end]
        start = end
    return weights


def read_array(content: bytes) -> "array[int]":
    """Read little-endian numbers of four bytes."""
    numbers = array("I", content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
