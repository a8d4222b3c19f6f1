"""The functions of the facade for whole columns: a list of texts and missing values in, a list of plain values out.

Hosts with types need to know what comes out before the first row is read: ``FUNCTIONS`` and ``FIELDS`` say it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal

import banglanorm
from banglanorm import BanglanormError, ConfigError, Normalizer, __version__

# An exact number is text in hosts with types (they have no fraction, and integers of 64 bits only).
Kind = Literal["text", "flag", "binary", "number", "integer", "real", "day", "texts", "record", "records"]

FUNCTIONS: Mapping[str, Kind] = {
    "normalize": "text",
    "to_ascii_digits": "text",
    "to_bengali_digits": "text",
    "to_iso15919": "text",
    "from_iso15919": "text",
    "to_ipa": "text",
    "romanize": "text",
    "romanize_name": "text",
    "bijoy_to_unicode": "text",
    "unicode_to_bijoy": "text",
    "fix_legacy": "text",
    "fix_mojibake": "text",
    "verbalize": "text",
    "to_written": "text",
    "dates_to_iso": "text",
    "matching_key": "text",
    "sort_key": "binary",
    "is_wellformed": "flag",
    "looks_like_bijoy": "flag",
    "parse_number": "number",
    "parse_date": "record",
    "split_aksharas": "texts",
    "split_words": "texts",
    "split_sentences": "texts",
    "explain": "records",
    "find_words": "records",
    "find_sentences": "records",
    "find_numbers": "records",
    "find_dates": "records",
    "find_malformed": "records",
    "find_conjuncts": "records",
    "label_quotes": "records",
    "name_candidates": "records",
}

_PLACE: dict[str, Kind] = {"start": "integer", "end": "integer", "text": "text"}
_TEMPORAL: dict[str, Kind] = {
    "iso": "text",
    "kind": "text",
    "precision": "text",
    "calendar": "text",
    "earliest": "day",
    "latest": "day",
    "conflicts": "texts",
    "alternatives": "texts",
    "members": "texts",
    "year": "integer",
    "month": "integer",
    "day": "integer",
    "weekday": "integer",
}

# The fields of one record of each function that gives records.
FIELDS: Mapping[str, Mapping[str, Kind]] = {
    "parse_date": _TEMPORAL,
    "explain": {"start": "integer", "end": "integer", "before": "text", "after": "text", "rules": "texts"},
    "find_words": _PLACE | {"kind": "text"},
    "find_sentences": _PLACE,
    "find_numbers": {
        **_PLACE,
        "kind": "text",
        "value": "number",
        "low": "number",
        "high": "number",
        "qualifier": "text",
        "digits": "text",
        "unit": "text",
        "suffix": "text",
    },
    "find_dates": _PLACE | _TEMPORAL | {"suffix": "text"},
    "find_malformed": _PLACE | {"reason": "text"},
    "find_conjuncts": _PLACE | {"letters": "texts"},
    "label_quotes": {"index": "integer", "char": "text", "role": "text"},
    "name_candidates": {"text": "text", "source": "text", "score": "real"},
}


class ColumnFunction:
    """A function of the facade with its options, for a list of texts: missing values give ``None``.

    It pickles as its name, its options and the version of the library, so that what is kept under its pickle is made
    again when the rules change.

    Args:
        function: the name of a public function that takes a text.
        errors: ``"raise"``, or ``"null"`` for a missing value where the function refuses a text, as ``parse_number``
            may.
        exact: whether exact numbers stay Python's numbers; they are text otherwise.
        options: those of the function.

    Raises:
        ConfigError: no such function, or an option has a value that does not exist.
        TypeError: the function has no such option.

    >>> numbers = ColumnFunction("parse_number", errors="null")
    >>> numbers(["দেড় লাখ", None, "নয়টা-ছয়টা"])
    ['150000', None, None]
    """

    def __init__(
        self,
        function: str,
        /,
        *,
        errors: Literal["raise", "null"] = "raise",
        exact: bool = False,
        **options: Any,
    ) -> None:
        if function not in FUNCTIONS:
            raise ConfigError(f"function: expected one of {', '.join(FUNCTIONS)}, got {function!r}")
        if errors not in ("raise", "null"):
            raise ConfigError(f"errors: expected 'raise' or 'null', got {errors!r}")
        options = {name: list(value) if isinstance(value, Iterator) else value for name, value in options.items()}
        self.function = function
        self.kind = FUNCTIONS[function]
        self.options = options
        self._errors = errors
        self._exact = exact
        self._call = getattr(banglanorm, function)
        self._plain = _plain_result(function, exact)
        try:
            self._call("", **options)  # a wrong option is refused here, not in the middle of the column
        except ConfigError:
            raise
        except BanglanormError:
            pass  # the empty text is no number and no date
        self._normalizer = _normalizer(_hashable(options)) if function == "normalize" else None

    def __call__(self, values: Iterable[Any], /) -> list[Any]:
        """Return what the function says of each text, in order.

        Raises:
            TypeError: an item is neither text nor missing; the message gives its index.
        """
        if self._normalizer:
            return self._normalizer.batch(values)
        values = list(values)
        if not all(isinstance(value, str) for value in values):
            _require_missing([None if isinstance(value, str) else value for value in values])
        return [self._of(value) if isinstance(value, str) else None for value in values]

    def _of(self, text: str) -> Any:
        try:
            result = self._call(text, **self.options)
        except BanglanormError:
            if self._errors == "raise":
                raise
            return None
        return self._plain(result) if self._plain else result

    def __reduce__(self) -> tuple[Any, ...]:
        state = self.function, self._errors, self._exact, tuple(sorted(self.options.items())), __version__
        return _rebuilt, state

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join([repr(self.function), *_shown(self.options)])})"


@lru_cache(maxsize=16)
def _normalizer(options: tuple[tuple[str, Any], ...]) -> Normalizer:
    """Return the normalizer of these options: to make one takes as long as to normalize a hundred lines."""
    return Normalizer(**dict(options))


def _hashable(options: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple([(name, value if isinstance(value, str) else tuple(value)) for name, value in options.items()])


def _rebuilt(function: str, errors: Any, exact: bool, options: Iterable[tuple[str, Any]], _: str) -> ColumnFunction:
    return ColumnFunction(function, errors=errors, exact=exact, **dict(options))


def _shown(options: Mapping[str, Any]) -> list[str]:
    return [f"{name}={value!r}" for name, value in options.items()]


_require_missing = Normalizer(profile="canonical").batch  # it knows what missing values there are


# --- plain values -----------------------------------------------------------------------------------------------------


def _plain_result(function: str, exact: bool) -> Callable[[Any], Any] | None:
    """Return what makes a result of the function plain, ``None`` where it is."""
    kind = FUNCTIONS[function]
    if kind not in ("record", "records"):
        return _converter(kind, exact)
    fields = FIELDS[function]
    names = tuple(fields)
    inner = "value." if function == "find_dates" else ""
    values = attrgetter(*[inner * (name in _TEMPORAL) + name for name in names])
    converters = {name: convert for name, kind in fields.items() if (convert := _converter(kind, exact))}

    def record(result: Any) -> dict[str, Any]:
        row = dict(zip(names, values(result), strict=True))
        for name, convert in converters.items():
            row[name] = convert(row[name])
        return row

    if kind == "record":
        return record
    if function == "explain":
        return lambda explanation: [record(edit) for edit in explanation.edits]
    return lambda results: [record(result) for result in results]


def _converter(kind: Kind, exact: bool) -> Callable[[Any], Any] | None:
    if kind == "texts":
        return _texts
    return _number if kind == "number" and not exact else None


def _texts(values: Iterable[Any]) -> list[str]:
    return [str(value) for value in values]


def _number(value: Any) -> str | None:
    return None if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


# --- methods ----------------------------------------------------------------------------------------------------------


class Methods:
    """The functions as methods, by their names; a host's namespace says in ``_apply`` how to run one."""

    _exact = False

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in FUNCTIONS:
            raise AttributeError(f"'bangla' has no function {name!r}; it has {', '.join(FUNCTIONS)}")

        def method(*, errors: Literal["raise", "null"] = "raise", **options: Any) -> Any:
            return self._apply(ColumnFunction(name, errors=errors, exact=self._exact, **options))

        method.__name__ = name
        method.__doc__ = getattr(banglanorm, name).__doc__
        return method

    def __dir__(self) -> list[str]:
        return [*FUNCTIONS]

    def _apply(self, function: ColumnFunction) -> Any:
        raise NotImplementedError
