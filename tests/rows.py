"""Tests of tables: all rows of a table are one test, which names every row that fails.

A test of its own for each row costs pytest many times what most rows do. Where rows need fixtures or marks,
parametrize.
"""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest

Test = Callable[..., None]


def each_row(names: str, rows: Iterable[Any]) -> Callable[[Any], Any]:
    """Call a test, or the tests of a class, with each row; names and rows are as for ``pytest.mark.parametrize``."""
    parameters = names.replace(" ", "").split(",")
    calls = [dict(zip(parameters, row if len(parameters) > 1 else (row,), strict=True)) for row in rows]
    assert calls, "a table without rows"

    def decorate(tested: Any) -> Any:
        if not inspect.isclass(tested):
            return _of_all(tested, calls)
        for name, test in list(vars(tested).items()):
            if name.startswith("test_"):
                setattr(tested, name, _of_all(test, calls))
        return tested

    return decorate


def _of_all(test: Test, calls: list[dict[str, Any]]) -> Test:
    signature = inspect.signature(test)

    @functools.wraps(test)
    def test_of_all(*instance: Any, **others: Any) -> None:
        failures: list[BaseException] = []
        for call in calls:
            try:
                test(*instance, **others, **call)
            except (Exception, pytest.fail.Exception) as failure:
                failure.add_note(f"The row: {call!r}")
                failures.append(failure)
        if len(failures) == 1:
            raise failures[0]
        if failures:
            raise BaseExceptionGroup(f"{len(failures)} of {len(calls)} rows", failures)

    rest = [parameter for name, parameter in signature.parameters.items() if name not in calls[0]]
    test_of_all.__signature__ = signature.replace(parameters=rest)  # type: ignore[attr-defined]
    return test_of_all
