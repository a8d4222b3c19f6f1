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
    from banglanorm.dates import DateMatch as DateMatch
    from banglanorm.dates import dates_to_iso as dates_to_iso
    from banglanorm.dates import find_dates as find_dates
    from banglanorm.dates import parse_date as parse_date
    from banglanorm.digits import to_ascii_digits as to_ascii_digits
    from banglanorm.digits import to_bengali_digits as to_bengali_digits
    from banglanorm.edits import Edit as Edit
    from banglanorm.edits import Explanation as Explanation
    from banglanorm.errors import BanglanormError as BanglanormError
    from banglanorm.errors import ConfigError as ConfigError
    from banglanorm.errors import DateParseError as DateParseError
    from banglanorm.errors import NumberParseError as NumberParseError
    from banglanorm.errors import TransliterationError as TransliterationError
    from banglanorm.iso15919 import from_iso15919 as from_iso15919
    from banglanorm.iso15919 import to_iso15919 as to_iso15919
    from banglanorm.matching import matching_key as matching_key
    from banglanorm.names import NameCandidate as NameCandidate
    from banglanorm.names import name_candidates as name_candidates
    from banglanorm.names import romanize_name as romanize_name
    from banglanorm.normalizer import Normalizer as Normalizer
    from banglanorm.normalizer import explain as explain
    from banglanorm.normalizer import normalize as normalize
    from banglanorm.number_matches import NumberMatch as NumberMatch
    from banglanorm.number_parsing import parse_number as parse_number
    from banglanorm.number_spelling import format_number as format_number
    from banglanorm.number_spelling import number_to_words as number_to_words
    from banglanorm.numbers import find_numbers as find_numbers
    from banglanorm.pronunciation import to_ipa as to_ipa
    from banglanorm.quotes import QuoteMark as QuoteMark
    from banglanorm.quotes import label_quotes as label_quotes
    from banglanorm.romanization import romanize as romanize
    from banglanorm.ruleset import rules as rules
    from banglanorm.ruleset.rule import Rule as Rule
    from banglanorm.script import Conjunct as Conjunct
    from banglanorm.script import Malformed as Malformed
    from banglanorm.script import find_conjuncts as find_conjuncts
    from banglanorm.script import find_malformed as find_malformed
    from banglanorm.script import is_wellformed as is_wellformed
    from banglanorm.script import split_aksharas as split_aksharas
    from banglanorm.temporal import Temporal as Temporal

# Public name -> the module that defines it. A row here, and one in the block above for type checkers.
_HOMES = {
    "BanglaDate": "calendars",
    "format_date": "calendars",
    "DateMatch": "dates",
    "dates_to_iso": "dates",
    "find_dates": "dates",
    "parse_date": "dates",
    "to_ascii_digits": "digits",
    "to_bengali_digits": "digits",
    "Edit": "edits",
    "Explanation": "edits",
    "BanglanormError": "errors",
    "ConfigError": "errors",
    "DateParseError": "errors",
    "NumberParseError": "errors",
    "TransliterationError": "errors",
    "from_iso15919": "iso15919",
    "to_iso15919": "iso15919",
    "matching_key": "matching",
    "NameCandidate": "names",
    "name_candidates": "names",
    "romanize_name": "names",
    "Normalizer": "normalizer",
    "explain": "normalizer",
    "normalize": "normalizer",
    "NumberMatch": "number_matches",
    "parse_number": "number_parsing",
    "format_number": "number_spelling",
    "number_to_words": "number_spelling",
    "find_numbers": "numbers",
    "to_ipa": "pronunciation",
    "QuoteMark": "quotes",
    "label_quotes": "quotes",
    "romanize": "romanization",
    "rules": "ruleset",
    "Rule": "ruleset.rule",
    "Conjunct": "script",
    "Malformed": "script",
    "find_conjuncts": "script",
    "find_malformed": "script",
    "is_wellformed": "script",
    "split_aksharas": "script",
    "Temporal": "temporal",
}

__all__ = [*_HOMES, "__version__"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'banglanorm' has no attribute {name!r}")
    value = getattr(import_module(f"banglanorm.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
