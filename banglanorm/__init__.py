"""Bengali text in one spelling; its numbers, dates and names as values; every change explained.

The public names are loaded on first use, so ``import banglanorm`` costs next to nothing.

>>> from banglanorm import normalize
>>> normalize("ছ’দিনের ‘শক্তিশালী’ সফর")
"ছ'দিনের ‘শক্তিশালী’ সফর"
"""

from importlib import import_module

from banglanorm.version import __version__ as __version__

TYPE_CHECKING = False  # what type checkers take for true by its name; typing is slow to import
if TYPE_CHECKING:
    from banglanorm.corpus.annotation import Annotated as Annotated
    from banglanorm.corpus.annotation import Annotation as Annotation
    from banglanorm.corpus.annotation import annotate as annotate
    from banglanorm.dates.calendars import BanglaDate as BanglaDate
    from banglanorm.dates.calendars import Calendar as Calendar
    from banglanorm.dates.finding import DateMatch as DateMatch
    from banglanorm.dates.finding import dates_to_iso as dates_to_iso
    from banglanorm.dates.finding import find_dates as find_dates
    from banglanorm.dates.finding import parse_date as parse_date
    from banglanorm.dates.lengths import Precision as Precision
    from banglanorm.dates.region import Region as Region
    from banglanorm.dates.spelling import DateStyle as DateStyle
    from banglanorm.dates.spelling import TimeStyle as TimeStyle
    from banglanorm.dates.spelling import format_date as format_date
    from banglanorm.dates.spelling import format_relative as format_relative
    from banglanorm.dates.spelling import format_time as format_time
    from banglanorm.dates.temporal import Temporal as Temporal
    from banglanorm.edits import Edit as Edit
    from banglanorm.edits import Explanation as Explanation
    from banglanorm.errors import BanglanormError as BanglanormError
    from banglanorm.errors import ConfigError as ConfigError
    from banglanorm.errors import CorpusError as CorpusError
    from banglanorm.errors import DataError as DataError
    from banglanorm.errors import DateParseError as DateParseError
    from banglanorm.errors import NumberParseError as NumberParseError
    from banglanorm.errors import TransliterationError as TransliterationError
    from banglanorm.keys.collation import sort_key as sort_key
    from banglanorm.keys.matching import matching_key as matching_key
    from banglanorm.latin.iso15919 import from_iso15919 as from_iso15919
    from banglanorm.latin.iso15919 import to_iso15919 as to_iso15919
    from banglanorm.latin.pronunciation import to_ipa as to_ipa
    from banglanorm.latin.romanization import Scheme as Scheme
    from banglanorm.legacy.bijoy import bijoy_to_unicode as bijoy_to_unicode
    from banglanorm.legacy.bijoy import bijoy_to_unicode_explained as bijoy_to_unicode_explained
    from banglanorm.legacy.detection import fix_legacy as fix_legacy
    from banglanorm.legacy.detection import looks_like_bijoy as looks_like_bijoy
    from banglanorm.legacy.mojibake import fix_mojibake as fix_mojibake
    from banglanorm.legacy.writing import unicode_to_bijoy as unicode_to_bijoy
    from banglanorm.names.candidates import NameCandidate as NameCandidate
    from banglanorm.names.capitals import romanize as romanize
    from banglanorm.names.matching import NamePair as NamePair
    from banglanorm.names.matching import match_names as match_names
    from banglanorm.names.reading import name_candidates as name_candidates
    from banglanorm.names.reading import romanize_name as romanize_name
    from banglanorm.names.similarity import name_similarity as name_similarity
    from banglanorm.normalization.normalizer import Normalizer as Normalizer
    from banglanorm.normalization.normalizer import explain as explain
    from banglanorm.normalization.normalizer import normalize as normalize
    from banglanorm.normalization.options import Digits as Digits
    from banglanorm.normalization.options import Nukta as Nukta
    from banglanorm.normalization.options import Profile as Profile
    from banglanorm.normalization.quotes import QuoteMark as QuoteMark
    from banglanorm.normalization.quotes import label_quotes as label_quotes
    from banglanorm.normalization.rules.catalogue import rules as rules
    from banglanorm.normalization.rules.quotations import Apostrophe as Apostrophe
    from banglanorm.normalization.rules.quotations import Quotes as Quotes
    from banglanorm.normalization.rules.rule import Rule as Rule
    from banglanorm.numbers.digits import to_ascii_digits as to_ascii_digits
    from banglanorm.numbers.digits import to_bengali_digits as to_bengali_digits
    from banglanorm.numbers.finding import find_numbers as find_numbers
    from banglanorm.numbers.match import NumberKind as NumberKind
    from banglanorm.numbers.match import NumberMatch as NumberMatch
    from banglanorm.numbers.match import Qualifier as Qualifier
    from banglanorm.numbers.parsing import parse_number as parse_number
    from banglanorm.numbers.spelling import format_number as format_number
    from banglanorm.numbers.spelling import number_to_words as number_to_words
    from banglanorm.report.auditing import Audit as Audit
    from banglanorm.report.auditing import audit as audit
    from banglanorm.report.census import Census as Census
    from banglanorm.report.effects import AuditExample as AuditExample
    from banglanorm.report.effects import ChangeCount as ChangeCount
    from banglanorm.report.effects import Effect as Effect
    from banglanorm.report.effects import RuleCount as RuleCount
    from banglanorm.script.aksharas import Conjunct as Conjunct
    from banglanorm.script.aksharas import Malformed as Malformed
    from banglanorm.script.aksharas import find_conjuncts as find_conjuncts
    from banglanorm.script.aksharas import find_malformed as find_malformed
    from banglanorm.script.aksharas import is_wellformed as is_wellformed
    from banglanorm.script.aksharas import split_aksharas as split_aksharas
    from banglanorm.segmentation.sentences import Sentence as Sentence
    from banglanorm.segmentation.sentences import find_sentences as find_sentences
    from banglanorm.segmentation.sentences import split_sentences as split_sentences
    from banglanorm.segmentation.words import Word as Word
    from banglanorm.segmentation.words import WordKind as WordKind
    from banglanorm.segmentation.words import find_words as find_words
    from banglanorm.segmentation.words import split_words as split_words
    from banglanorm.spoken.saying import money_to_words as money_to_words
    from banglanorm.spoken.saying import say_date as say_date
    from banglanorm.spoken.saying import say_time as say_time
    from banglanorm.spoken.verbalizing import verbalize as verbalize
    from banglanorm.spoken.verbalizing import verbalize_explained as verbalize_explained
    from banglanorm.spoken.writing import to_written as to_written
    from banglanorm.spoken.writing import to_written_explained as to_written_explained

# Public name -> the module that defines it. A row here, and one in the block above for type checkers.
_HOMES = {
    "Annotated": "corpus.annotation",
    "Annotation": "corpus.annotation",
    "annotate": "corpus.annotation",
    "BanglaDate": "dates.calendars",
    "Calendar": "dates.calendars",
    "DateMatch": "dates.finding",
    "dates_to_iso": "dates.finding",
    "find_dates": "dates.finding",
    "parse_date": "dates.finding",
    "Precision": "dates.lengths",
    "Region": "dates.region",
    "DateStyle": "dates.spelling",
    "TimeStyle": "dates.spelling",
    "format_date": "dates.spelling",
    "format_relative": "dates.spelling",
    "format_time": "dates.spelling",
    "Temporal": "dates.temporal",
    "Edit": "edits",
    "Explanation": "edits",
    "BanglanormError": "errors",
    "ConfigError": "errors",
    "CorpusError": "errors",
    "DataError": "errors",
    "DateParseError": "errors",
    "NumberParseError": "errors",
    "TransliterationError": "errors",
    "sort_key": "keys.collation",
    "matching_key": "keys.matching",
    "from_iso15919": "latin.iso15919",
    "to_iso15919": "latin.iso15919",
    "to_ipa": "latin.pronunciation",
    "Scheme": "latin.romanization",
    "bijoy_to_unicode": "legacy.bijoy",
    "bijoy_to_unicode_explained": "legacy.bijoy",
    "fix_legacy": "legacy.detection",
    "looks_like_bijoy": "legacy.detection",
    "fix_mojibake": "legacy.mojibake",
    "unicode_to_bijoy": "legacy.writing",
    "NameCandidate": "names.candidates",
    "romanize": "names.capitals",
    "NamePair": "names.matching",
    "match_names": "names.matching",
    "name_candidates": "names.reading",
    "romanize_name": "names.reading",
    "name_similarity": "names.similarity",
    "Normalizer": "normalization.normalizer",
    "explain": "normalization.normalizer",
    "normalize": "normalization.normalizer",
    "Digits": "normalization.options",
    "Nukta": "normalization.options",
    "Profile": "normalization.options",
    "QuoteMark": "normalization.quotes",
    "label_quotes": "normalization.quotes",
    "rules": "normalization.rules.catalogue",
    "Apostrophe": "normalization.rules.quotations",
    "Quotes": "normalization.rules.quotations",
    "Rule": "normalization.rules.rule",
    "to_ascii_digits": "numbers.digits",
    "to_bengali_digits": "numbers.digits",
    "find_numbers": "numbers.finding",
    "NumberKind": "numbers.match",
    "NumberMatch": "numbers.match",
    "Qualifier": "numbers.match",
    "parse_number": "numbers.parsing",
    "format_number": "numbers.spelling",
    "number_to_words": "numbers.spelling",
    "Audit": "report.auditing",
    "audit": "report.auditing",
    "Census": "report.census",
    "AuditExample": "report.effects",
    "ChangeCount": "report.effects",
    "Effect": "report.effects",
    "RuleCount": "report.effects",
    "Conjunct": "script.aksharas",
    "Malformed": "script.aksharas",
    "find_conjuncts": "script.aksharas",
    "find_malformed": "script.aksharas",
    "is_wellformed": "script.aksharas",
    "split_aksharas": "script.aksharas",
    "Sentence": "segmentation.sentences",
    "find_sentences": "segmentation.sentences",
    "split_sentences": "segmentation.sentences",
    "Word": "segmentation.words",
    "WordKind": "segmentation.words",
    "find_words": "segmentation.words",
    "split_words": "segmentation.words",
    "money_to_words": "spoken.saying",
    "say_date": "spoken.saying",
    "say_time": "spoken.saying",
    "verbalize": "spoken.verbalizing",
    "verbalize_explained": "spoken.verbalizing",
    "to_written": "spoken.writing",
    "to_written_explained": "spoken.writing",
}

if not TYPE_CHECKING:  # type checkers read the imports above
    __all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'banglanorm' has no attribute {name!r}")
    value = getattr(import_module(f"banglanorm.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*_HOMES, "__version__"])
