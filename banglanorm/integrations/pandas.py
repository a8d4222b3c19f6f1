"""pandas: ``series.bangla.normalize()`` and the other functions; importing this module registers the accessor.

Text comes back in the dtype it had. What a function finds comes as a table with one row for each find, indexed by the
row of the text and the number of the find (``match``), as ``Series.str.extractall`` does it.
"""

from itertools import chain
from typing import Any

from banglanorm.integrations.columns import FIELDS, ColumnFunction, Kind, Methods
from banglanorm.integrations.hosts import host

with host("pandas", extra="pandas"):
    import pandas as pd
    from pandas.api.types import is_object_dtype, is_string_dtype

# Text found in a column of objects may hold what Arrow cannot: half a surrogate pair.
_DTYPES: dict[Kind, str] = {"text": "string[python]", "integer": "Int64", "real": "Float64", "flag": "boolean"}


@pd.api.extensions.register_series_accessor("bangla")
class BanglaAccessor(Methods):
    """The functions of the library for a Series of texts: object, string, Arrow and categorical dtypes."""

    _exact = True

    def __init__(self, series: "pd.Series[Any]") -> None:
        texts = series.cat.categories if isinstance(series.dtype, pd.CategoricalDtype) else series
        if not (is_object_dtype(texts.dtype) or is_string_dtype(texts.dtype)):
            raise AttributeError(f"'bangla' works on texts, not on dtype {series.dtype}")
        self._series = series

    def _apply(self, function: ColumnFunction) -> Any:
        series = self._series
        if function.kind == "text" and isinstance(series.dtype, pd.CategoricalDtype):
            return _categorical(series, function)
        is_object = series.dtype == "object"
        values = function(series.tolist() if is_object else series.to_numpy(object, na_value=None).tolist())
        if function.kind == "records":
            return _table(values, function, series.index)
        if function.kind == "record":
            missing = dict.fromkeys(FIELDS[function.function])
            return _frame([value or missing for value in values], function, series.index)
        result = pd.Series(values, index=series.index, name=series.name, dtype="object")
        if function.kind != "text":
            return result.astype(_DTYPES.get(function.kind, "object"))
        if not is_object:
            return result.astype(series.dtype)
        return result.where(series.notna(), series) if series.hasnans else result  # NaN stays NaN, None stays None


def _categorical(series: "pd.Series[Any]", function: ColumnFunction) -> "pd.Series[Any]":
    """Work on the categories; those that become the same are one."""
    categories = series.cat.categories
    changed = function(categories.tolist())
    merged = pd.Index([*dict.fromkeys(text for text in changed if text is not None)], dtype=categories.dtype)
    codes = merged.get_indexer_for(pd.Index(changed, dtype=categories.dtype))
    values = pd.Categorical.from_codes([*codes, -1], merged, ordered=series.cat.ordered).take(series.cat.codes)
    return pd.Series(values, index=series.index, name=series.name)


def _frame(rows: list[dict[str, Any]], function: ColumnFunction, index: Any) -> pd.DataFrame:
    columns = {
        name: pd.Series([row[name] for row in rows], index=index, dtype=_DTYPES.get(kind, "object"))
        for name, kind in FIELDS[function.function].items()
    }
    return pd.DataFrame(columns, index=index)


def _table(values: list[Any], function: ColumnFunction, index: Any) -> pd.DataFrame:
    """Return one row for each find; the index says of which text it is, and which of its finds."""
    finds = [found or () for found in values]
    of_text = [position for position, found in enumerate(finds) for _ in found]
    number = pd.Index([number for found in finds for number in range(len(found))], dtype="int64", name="match")
    return _frame([*chain(*finds)], function, index.take(of_text)).set_index(number, append=True)
