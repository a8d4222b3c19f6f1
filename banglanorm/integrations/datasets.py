"""Hugging Face datasets: ``dataset.map(BatchMap("normalize", column="text"), batched=True)``.

The fingerprint of such a map changes with the function, its options and the version of the library, and with nothing
else: what is in the cache is used again until the rules change.
"""

from collections.abc import Mapping
from typing import Any, Literal

from banglanorm.integrations.columns import FIELDS, ColumnFunction, Kind
from banglanorm.integrations.hosts import host

with host("datasets", extra="datasets"):
    from datasets import Features, Value

_TYPES: dict[Kind, Any] = {
    "text": Value("string"),
    "number": Value("string"),
    "flag": Value("bool"),
    "binary": Value("binary"),
    "integer": Value("int64"),
    "real": Value("float64"),
    "day": Value("date32"),
    "texts": [Value("string")],
}


class BatchMap:
    """A function of the library for batches: it reads ``column`` and writes ``result``, the same column by default.

    Exact numbers are strings. ``errors="null"`` gives a missing value where the function refuses a text.

    Raises:
        ConfigError: no such function, or an option has a value that does not exist.
        TypeError: the function has no such option.

    >>> from banglanorm.integrations.datasets import BatchMap
    >>> BatchMap("normalize", column="text", apostrophe="’")({"text": ["দু'জন", None]})
    {'text': ['দু’জন', None]}
    """

    def __init__(
        self,
        function: str,
        /,
        *,
        column: str,
        result: str | None = None,
        errors: Literal["raise", "null"] = "raise",
        **options: Any,
    ) -> None:
        self._function = ColumnFunction(function, errors=errors, **options)
        self._column = column
        self._result = result or column

    def __call__(self, batch: Mapping[str, list[Any]], /) -> dict[str, list[Any]]:
        """Return the result column of a batch."""
        return {self._result: self._function(batch[self._column])}

    def features(self, features: Features, /) -> Features:
        """Return the features of a dataset after the map.

        Give them to ``map(…, features=…)`` where a first batch may find nothing: its type would be guessed.
        """
        return Features({**features, self._result: _feature(self._function)})

    def __repr__(self) -> str:
        return f"BatchMap({self._function!r}, column={self._column!r}, result={self._result!r})"


def _feature(function: ColumnFunction) -> Any:
    if function.kind not in ("record", "records"):
        return _TYPES[function.kind]
    record = {name: _TYPES[kind] for name, kind in FIELDS[function.function].items()}
    return [record] if function.kind == "records" else record
