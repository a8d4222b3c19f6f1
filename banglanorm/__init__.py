"""Bengali text in one spelling; its numbers, dates and names as values; every change explained.

The public names are loaded on first use, so ``import banglanorm`` costs next to nothing.

>>> from banglanorm import normalize
>>> normalize("ছ’দিনের ‘শক্তিশালী’ সফর")
"ছ'দিনের ‘শক্তিশালী’ সফর"
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from banglanorm.calendars import BanglaDate as BanglaDate
    from banglanorm.calendars import format_date as format_date
    from banglanorm.digits import to_ascii_digits as to_ascii_digits
    from banglanorm.digits import to_bengali_digits as to_bengali_digits
    from banglanorm.errors import BanglanormError as BanglanormError
    from banglanorm.errors import ConfigError as ConfigError
    from banglanorm.errors import NumberParseError as NumberParseError
    from banglanorm.number_parsing import parse_number as parse_number
    from banglanorm.number_spelling import format_number as format_number
    from banglanorm.number_spelling import number_to_words as number_to_words
    from banglanorm.script import Conjunct as Conjunct
    from banglanorm.script import Malformed as Malformed
    from banglanorm.script import find_conjuncts as find_conjuncts
    from banglanorm.script import find_malformed as find_malformed
    from banglanorm.script import is_wellformed as is_wellformed
    from banglanorm.script import split_aksharas as split_aksharas

# Public name -> the module that defines it. A row here, and one in the block above for type checkers.
_HOMES = {
    "BanglaDate": "calendars",
    "BanglanormError": "errors",
    "ConfigError": "errors",
    "NumberParseError": "errors",
    "parse_number": "number_parsing",
    "number_to_words": "number_spelling",
    "format_number": "number_spelling",
    "to_ascii_digits": "digits",
    "to_bengali_digits": "digits",
    "Conjunct": "script",
    "Malformed": "script",
    "find_conjuncts": "script",
    "format_date": "calendars",
    "find_malformed": "script",
    "is_wellformed": "script",
    "split_aksharas": "script",
}

__all__ = [*_HOMES, "__version__"]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'banglanorm' has no attribute {name!r}")
    value = getattr(import_module(f"banglanorm.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
