"""Files of any size: read the texts of one, or change them all; and everything the library finds in a text at once.

>>> from banglanorm import corpus
>>> sorted(corpus.__all__)
['BadRow', 'Row', 'Summary', 'read', 'transform']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from banglanorm.corpus.reading import Row as Row
    from banglanorm.corpus.reading import read as read
    from banglanorm.corpus.rows import BadRow as BadRow
    from banglanorm.corpus.transforming import Summary as Summary
    from banglanorm.corpus.transforming import transform as transform

# Public name -> the module of this folder that defines it; loaded on first use.
_HOMES = {
    "BadRow": "rows",
    "Row": "reading",
    "Summary": "transforming",
    "read": "reading",
    "transform": "transforming",
}

if not TYPE_CHECKING:  # type checkers read the imports above
    __all__ = list(_HOMES)


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'banglanorm.corpus' has no attribute {name!r}")
    value = getattr(import_module(f"banglanorm.corpus.{home}"), name)
    globals()[name] = value
    return value
