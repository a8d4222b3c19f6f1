"""Spark: ``udf("normalize")`` makes a function of columns; every worker runs it on batches of rows."""

from collections.abc import Iterator
from typing import Any, Literal

from banglanorm.integrations.columns import FIELDS, ColumnFunction, Kind
from banglanorm.integrations.hosts import host

with host("pyspark", "pandas", "pyarrow", extra="spark"):
    import pandas as pd
    import pyarrow  # noqa: F401  # carries the batches to the workers
    from pyspark.sql.functions import pandas_udf

_TYPES: dict[Kind, str] = {
    "text": "string",
    "number": "string",
    "flag": "boolean",
    "binary": "binary",
    "integer": "bigint",
    "real": "double",
    "day": "date",
    "texts": "array<string>",
}


def udf(function: str, /, *, errors: Literal["raise", "null"] = "raise", **options: Any) -> Any:
    """Return the function of the library called ``function`` as a function of columns, with its options.

    What is found in a text is an array of structs, a date is a struct (of nulls where there is none), exact numbers are
    strings. ``errors="null"`` gives null where the function refuses a text.

    Raises:
        ConfigError: no such function, or an option has a value that does not exist.
        TypeError: the function has no such option.
    """
    column_function = ColumnFunction(function, errors=errors, **options)

    if column_function.kind == "record":  # a struct is a frame to Spark
        missing = dict.fromkeys(FIELDS[function])

        def frames(texts: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
            for batch in texts:
                rows = [row or missing for row in _run(column_function, batch)]
                yield pd.DataFrame(rows, columns=[*missing], dtype=object)

        return pandas_udf(frames, returnType=_type(column_function))

    def columns(texts: Iterator[pd.Series]) -> Iterator[pd.Series]:
        for batch in texts:
            yield pd.Series(_run(column_function, batch), dtype=object)

    return pandas_udf(columns, returnType=_type(column_function))


def _run(function: ColumnFunction, batch: pd.Series) -> list[Any]:
    return function(batch.to_numpy(object, na_value=None).tolist())


def _type(function: ColumnFunction) -> str:
    if function.kind not in ("record", "records"):
        return _TYPES[function.kind]
    record = f"struct<{','.join(f'{name}:{_TYPES[kind]}' for name, kind in FIELDS[function.function].items())}>"
    return f"array<{record}>" if function.kind == "records" else record
