"""polars: ``pl.col("text").bangla.normalize()`` and the other functions; importing this module registers the namespace.

What a function finds comes as a list of structs; exact numbers are text.
"""

from functools import partial
from typing import Any

from banglanorm.integrations.columns import FIELDS, ColumnFunction, Kind, Methods
from banglanorm.integrations.hosts import host

with host("polars", extra="polars"):
    import polars as pl

_DTYPES: dict[Kind, Any] = {
    "text": pl.String,
    "number": pl.String,
    "flag": pl.Boolean,
    "binary": pl.Binary,
    "integer": pl.Int64,
    "real": pl.Float64,
    "day": pl.Date,
    "texts": pl.List(pl.String),
}
_TEXTS = (pl.String, pl.Categorical, pl.Enum, pl.Null)


@pl.api.register_expr_namespace("bangla")
class BanglaNamespace(Methods):
    """The functions of the library for an expression of texts: String, Categorical or Enum."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def _apply(self, function: ColumnFunction) -> pl.Expr:
        dtype = _dtype(function)
        return self._expression.map_batches(partial(_results, function, dtype), return_dtype=dtype, is_elementwise=True)


def _dtype(function: ColumnFunction) -> Any:
    if function.kind not in ("record", "records"):
        return _DTYPES[function.kind]
    record = pl.Struct({name: _DTYPES[kind] for name, kind in FIELDS[function.function].items()})
    return pl.List(record) if function.kind == "records" else record


def _results(function: ColumnFunction, dtype: Any, texts: pl.Series) -> pl.Series:
    if texts.dtype not in _TEXTS:
        raise TypeError(f"'bangla' works on texts, not on {texts.dtype}")
    return pl.Series(texts.name, function(texts.to_list()), dtype=dtype)
