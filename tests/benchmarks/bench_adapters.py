"""What do the adapters cost? ``python tests/benchmarks/bench_adapters.py FILE [FUNCTION]``

The lines of the file are a column of each kind. An adapter is measured beside the plain loop over the same column that
makes a column of the same kind, each in a new process that sees a line once; reported is the time of the loop over that
of the adapter, the best of ``--runs``. It needs pandas, pyarrow and polars.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

KINDS = ("object", "str", "arrow", "polars")
WARM = 500  # lines that load what is loaded on first use


def series(kind: str) -> Callable[[Sequence[str]], Any]:
    """Return what makes a column of the kind."""
    if kind == "polars":
        import polars as pl

        return lambda lines: pl.DataFrame({"text": lines})
    import pandas as pd
    import pyarrow as pa

    dtypes = {"object": object, "str": "str", "arrow": pd.ArrowDtype(pa.string())}
    return lambda lines: pd.Series(lines, dtype=dtypes[kind])


def by_adapter(kind: str, name: str) -> Callable[[Any], Any]:
    """Return the adapter's way from a column to a column."""
    if kind == "polars":
        import polars as pl

        import_module("banglanorm.integrations.polars")
        return lambda frame: frame.select(getattr(pl.col("text").bangla, name)())
    import_module("banglanorm.integrations.pandas")
    return lambda column: getattr(column.bangla, name)()


def by_loop(kind: str, name: str) -> Callable[[Any], Any]:
    """Return the plain loop from a column to a column."""
    import banglanorm

    function = getattr(banglanorm, name)
    if kind == "polars":
        import polars as pl

        return lambda frame: frame.with_columns(text=pl.Series([function(text) for text in frame["text"]]))
    import pandas as pd

    return lambda column: pd.Series([function(text) for text in column], index=column.index, dtype=column.dtype)


def measure(way: str, kind: str, path: str, name: str) -> float:
    """Return the seconds of the processor that a way takes for the lines of the file, in this process."""
    lines = [line for line in Path(path).read_text(encoding="utf-8").split("\n") if line]
    make = series(kind)
    run = (by_adapter if way == "adapter" else by_loop)(kind, name)
    run(make(lines[:WARM]))
    column = make(lines[WARM:])
    start = time.process_time()
    run(column)
    return time.process_time() - start


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("function", nargs="?", default="normalize")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", nargs=2, metavar=("WAY", "KIND"), help="measure one way in this process")
    arguments = parser.parse_args()
    if arguments.one:
        print(measure(*arguments.one, arguments.file, arguments.function))
        return
    for kind in KINDS:
        best = {}
        for way in ("loop", "adapter"):
            command = [sys.executable, __file__, arguments.file, arguments.function, "--one", way, kind]
            runs = range(arguments.runs)
            best[way] = min(float(subprocess.run(command, check=True, capture_output=True).stdout) for _ in runs)
        print(f"{kind:8} {best['loop'] / best['adapter']:.2f} of the loop's speed")


if __name__ == "__main__":
    main()
