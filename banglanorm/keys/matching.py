r"""A key for look-ups and de-duplication: equal for texts that a reader, a search box or a listener takes for the same.

What is taken for the same is a set of folds, rows of ``data/keys/folds.tsv`` with an example each. They are done in the
order of the table on the normalized text; a preset is the folds that name it.

>>> matching_key("উদ্\N{ZERO WIDTH NON-JOINER}যাপন") == matching_key("উদ্যাপন"), matching_key("শাড়ী") == matching_key("শাড়ি")
(True, False)
>>> matching_key("শাড়ী", fold="loose") == matching_key("শাড়ি", fold="loose")
True
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial

from banglanorm.endings import split_endings
from banglanorm.errors import ConfigError, require_str
from banglanorm.normalization.marks import DOUBLE_MARKS, MARKS
from banglanorm.normalization.normalizer import normalize
from banglanorm.normalization.rules.visual import BIDI_CONTROLS, INVISIBLE
from banglanorm.numbers.digits import to_ascii_digits
from banglanorm.script.canonical import nfd
from banglanorm.script.characters import casefold, category
from banglanorm.script.letters import JOINERS, WORD_CHARACTERS
from banglanorm.tables import read_table

PRESETS = ("exact", "loose", "speech")
Step = Callable[[str], str]


def matching_key(text: str, /, *, fold: str | Iterable[str] = "exact") -> str:
    """Return a key that is equal for texts a reader, a search box or a listener would take for the same.

    ``fold`` is a preset or the names of folds. ``"exact"`` folds, beside what ``normalize`` does, joiners, the script
    of digits, quotation marks and apostrophes, case, এ্যা to অ্যা, and ং before a stop to the nasal of its row.
    ``"loose"`` is for search: also punctuation, white space, ী/ি, ূ/ু, ণ/ন, শ/ষ/স, ঙ/ং, ঁ, ৎ/ত and the ো at the end
    of verbs and common words. ``"speech"`` is for word error rates: the spellings that sound the same, with every vowel
    sign and candrabindu kept. The key is for comparing, not for reading; the key of a key is the key itself.

    Raises:
        TypeError: ``text`` is not ``str``.
        ConfigError: a fold does not exist.

    >>> matching_key("দু’জন BBC ২০২৪") == matching_key("দু'জন bbc 2024")
    True
    >>> matching_key("সে ভালো, বাড়ী গেলো!", fold="speech") == matching_key("সে ভাল বাড়ি গেল", fold="speech")
    True
    """
    require_str(text)
    normalized, *folds = _steps(fold if isinstance(fold, str) else tuple(fold))
    while (key := _folded(plain := normalized(text), folds)) not in (text, plain):
        text = key
    return key


def _folded(text: str, folds: Sequence[Step]) -> str:
    for step in folds:
        text = step(text)
    return text


@lru_cache(maxsize=64)
def _steps(fold: str | tuple[str, ...]) -> tuple[Step, ...]:
    """Return what is done in order, until nothing changes: normalization, which the folds build on, and the folds.

    A fold may bring together what normalization or an earlier fold then sees, a stray sign and a letter for example.
    """
    rows = read_table("keys/folds")
    names = {row["name"] for row in rows}
    wanted = {fold} if isinstance(fold, str) else set(fold)
    for name in sorted(wanted - names - set(PRESETS)):
        raise ConfigError(f"fold: expected one of {', '.join(map(repr, (*PRESETS, *sorted(names))))}, got {name!r}")
    chosen = [row for row in rows if row["name"] in wanted or not wanted.isdisjoint(row["presets"].split())]
    steps = [_IN_CODE.get(row["name"]) or partial(_replaced, *_pattern(row)) for row in chosen]
    first = tuple(step for step in steps if step in _SEEN_BY_NORMALIZATION)
    rest = [step for step in steps if step not in _SEEN_BY_NORMALIZATION]
    return (partial(_normalized, first), *rest)


def _normalized(first: Sequence[Step], text: str) -> str:
    """Normalize the text, and once more where what is folded first lets normalization see more."""
    text = folded = normalize(text)
    for step in first:
        folded = step(folded)
    return text if folded == text else normalize(folded)


def _pattern(row: dict[str, str]) -> tuple[re.Pattern[str], str]:
    return re.compile(row["before"]), _ESCAPE.sub(lambda m: chr(int(m[1], 16)), row["after"])


_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")  # as re reads it in a pattern


def _replaced(pattern: re.Pattern[str], after: str, text: str) -> str:
    return pattern.sub(after, text)


# --- the folds that no pattern can tell -------------------------------------------------------------------------------


def _without_case(text: str) -> str:
    """Fold case as Unicode's canonical caseless matching does."""
    return casefold(nfd(text)) if _MAY_HAVE_CASE.search(text) else text


_MAY_HAVE_CASE = re.compile("[A-Z]|[^\x00-\x7f\u0964\u0965\u0980-\u09fe\u2000-\u203e]")


def _with_plain_marks(text: str) -> str:
    return text.translate(_PLAIN_MARKS).replace("''", '"') if _MARK.search(text) else text


_MARK = re.compile(f"[{MARKS}]")
_PLAIN_MARKS = str.maketrans(dict.fromkeys(MARKS, "'") | dict.fromkeys(DOUBLE_MARKS, '"'))


def _without_punctuation(text: str) -> str:
    """Delete apostrophes between letters; write a space for other punctuation."""
    text = _INNER_APOSTROPHE.sub("", text)
    return _OTHER_MARK.sub(lambda m: " " if category(m[0])[0] == "P" else m[0], text)


_INNER_APOSTROPHE = re.compile(f"(?<=[{WORD_CHARACTERS}a-z])'(?=[{WORD_CHARACTERS}a-z])")
_OTHER_MARK = re.compile(f"[^\\s{WORD_CHARACTERS}0-9a-z]")


def _with_single_spaces(text: str) -> str:
    return " ".join(text.split())


def _without_endings(text: str) -> str:
    """Take endings off until none is left; what stood before one may join anew, as the signs of ā and e do to o."""
    while (stems := _WORD.sub(lambda m: _stem(m[0]), text)) != text:
        text = normalize(stems)
    return text


_WORD = re.compile(f"[{WORD_CHARACTERS}][{WORD_CHARACTERS}{JOINERS}]*+")
_SHORTEST_STEM, _LONGEST_WORD = 2, 40  # code points; what is longer is no word


def _stem(word: str) -> str:
    """Take endings off as long as a stem of some length is left."""
    while len(word) <= _LONGEST_WORD:
        stems: Sequence[str] = [split.stem for split in split_endings(word) if len(split.stem) >= _SHORTEST_STEM]
        if not stems:
            break
        word = min(stems, key=len).rstrip(JOINERS)
    return word


def _without_invisible(text: str) -> str:
    """Delete what shows nothing and joins nothing, so that what it kept apart can compose."""
    return text.translate(_INVISIBLE) if _IS_INVISIBLE.search(text) else text


_IS_INVISIBLE = re.compile(f"[{INVISIBLE}{BIDI_CONTROLS}]")
_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE + BIDI_CONTROLS))

_SEEN_BY_NORMALIZATION = (_without_invisible, _without_case)
_IN_CODE: dict[str, Step] = {
    "invisible": _without_invisible,
    "case": _without_case,
    "digits": to_ascii_digits,
    "quotes": _with_plain_marks,
    "punctuation": _without_punctuation,
    "spaces": _with_single_spaces,
    "endings": _without_endings,
}
