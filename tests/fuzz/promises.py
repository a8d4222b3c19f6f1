"""The promises of every public function of a text, as checks that raise where one is broken.

``check(name, text, turn)`` calls the function with the options that ``turn`` chooses. What holds for all functions is
checked for all: no error but the function's own, spans that lie where they say, results that pickle and turn to JSON.
``PROMISES`` has what a function promises besides; a new public function is fuzzed without a row there.
"""

import dataclasses
import inspect
import json
import pickle
import random
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import battery

import banglanorm
from banglanorm import BanglanormError, Explanation, normalize
from banglanorm.script.canonical import nfc
from banglanorm.script.letters import WORD_CHARACTERS

Promise = Callable[[str, dict[str, Any], Any], None]
# Only these refuse a text; all other functions take any.
REFUSING = ("parse_number", "parse_date", "from_iso15919")
BENGALI = frozenset(WORD_CHARACTERS)
ENDS_OF_LINES = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def targets() -> list[str]:
    """The public functions of a text."""
    functions = {name: getattr(banglanorm, name) for name in banglanorm.__all__}
    return [name for name, value in functions.items() if inspect.isfunction(value) and battery.takes_a_text(value)]


def check(name: str, text: str, turn: int) -> Any:
    """Call the function and return its result or its error; raise where a promise is broken."""
    function = getattr(banglanorm, name)
    every = battery.options(function)
    options = every[turn % len(every)]
    if name in ("normalize", "explain"):
        options = options | _switches(turn)
    try:
        result = function(text, **options)
    except BanglanormError as error:
        if name not in REFUSING:
            raise
        _error(text, error)
        return error
    if isinstance(result, (list, tuple)):
        _spans(text, result)
    _travels(result)
    if name in PROMISES:
        PROMISES[name](text, options, result)
    return result


def _error(text: str, error: BanglanormError) -> None:
    """What is not understood is a part of the text."""
    start, end = getattr(error, "start", 0), getattr(error, "end", 0)
    if not 0 <= start <= end <= len(text):
        raise AssertionError(f"{start}:{end} of {len(text)}") from error


def _switches(turn: int) -> dict[str, Any]:
    """A subset of the rules switched off, in every other turn."""
    if turn % 2 == 0:
        return {}
    names = [rule.name for rule in banglanorm.rules()]
    return {"disable": random.Random(turn).sample(names, turn % 5)}


def _spans(text: str, results: Sequence[Any]) -> None:
    """Spans hold the text that they name, in order."""
    spans = [(item.start, item.end) for item in results if hasattr(item, "end")]
    for item in results:
        if hasattr(item, "end"):
            assert text[item.start : item.end] == item.text
            assert item.start < item.end
        if hasattr(item, "index"):
            assert not hasattr(item, "char") or text[item.index] == item.char
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


def _travels(result: Any) -> None:
    """Results are copied by pickle and written as JSON."""
    assert pickle.loads(pickle.dumps(result)) == result
    for item in result if isinstance(result, (list, tuple)) else [result]:
        if dataclasses.is_dataclass(item) and hasattr(item, "as_dict"):
            # Escaped, two lone surrogates side by side would come back as one character.
            assert json.loads(json.dumps(item.as_dict(), ensure_ascii=False)) == item.as_dict()


# --- what a function promises besides ---------------------------------------------------------------------------------


def _normalize(text: str, options: dict[str, Any], result: str) -> None:
    assert normalize(result, **options) == result
    if options.get("nukta") != "composed" and "disable" not in options:
        assert nfc(result) == result
    if not any("\u0980" <= char <= "\u09ff" for char in text) and options.get("digits") != "bengali":
        assert result == nfc(text) or set(options) & {"disable", "enable"}
    assert [c for c in result if c in ENDS_OF_LINES] == [c for c in text if c in ENDS_OF_LINES]


def _explain(text: str, options: dict[str, Any], result: Explanation) -> None:
    assert result.text == normalize(text, **options)
    parts, at = [], 0
    for edit in result.edits:
        assert at <= edit.start <= edit.end
        assert text[edit.start : edit.end] == edit.before != edit.after
        assert edit.rules
        parts += [text[at : edit.start], edit.after]
        at = edit.end
    assert "".join(parts) + text[at:] == result.text
    before = 0
    for place in range(0, len(text) + 1, 1 + len(text) // 8):
        start, end = result.to_normalized(place, len(text))
        assert before <= start <= end == len(result.text)
        before = start
        start, end = result.to_original(0, start)
        assert 0 <= start <= end <= len(text)


def _split_aksharas(text: str, _: dict[str, Any], result: list[str]) -> None:
    assert "".join(result) == text
    assert all(result)


def _is_wellformed(text: str, _: dict[str, Any], result: bool) -> None:
    assert result == (not banglanorm.find_malformed(text))


def _is_number(value: Any) -> bool:
    return type(value) in (int, Decimal, Fraction)


def _parse_number(_: str, __: dict[str, Any], result: Any) -> None:
    assert _is_number(result)
    assert banglanorm.parse_number(banglanorm.format_number(result)) == result


def _find_numbers(_: str, __: dict[str, Any], result: list[Any]) -> None:
    for match in result:
        low, high = getattr(match, "low", None), getattr(match, "high", None)
        assert all(value is None or _is_number(value) for value in (low, high))
        assert low is None or high is None or low <= high


def _dates_to_iso(text: str, _: dict[str, Any], result: str) -> None:
    assert result.count("\n") == text.count("\n")


def _to_ascii_digits(text: str, _: dict[str, Any], result: str) -> None:
    assert len(result) == len(text)
    assert banglanorm.to_ascii_digits(banglanorm.to_bengali_digits(text)) == result


def _to_iso15919(text: str, _: dict[str, Any], result: str) -> None:
    assert nfc(banglanorm.from_iso15919(result)) == nfc(text)


def _latin(text: str, _: dict[str, Any], result: str) -> None:
    if banglanorm.is_wellformed(text):  # a sign that belongs to no syllable has no sound
        assert not BENGALI & set(result)


def _name_candidates(text: str, __: dict[str, Any], result: list[Any]) -> None:
    scores = [candidate.score for candidate in result]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    for candidate in result:
        _latin(text, {}, candidate.text)


def _matching_key(text: str, options: dict[str, Any], result: str) -> None:
    assert banglanorm.matching_key(normalize(text), **options) == result


PROMISES: dict[str, Promise] = {
    "normalize": _normalize,
    "explain": _explain,
    "split_aksharas": _split_aksharas,
    "is_wellformed": _is_wellformed,
    "parse_number": _parse_number,
    "find_numbers": _find_numbers,
    "dates_to_iso": _dates_to_iso,
    "to_ascii_digits": _to_ascii_digits,
    "to_iso15919": _to_iso15919,
    "to_ipa": _latin,
    "romanize": _latin,
    "romanize_name": _latin,
    "name_candidates": _name_candidates,
    "matching_key": _matching_key,
}
