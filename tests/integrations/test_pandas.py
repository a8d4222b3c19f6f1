"""pandas: the accessor keeps dtype, index, name and missing values, and gives what the plain loop gives."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from engine_texts import TEXTS, plain_loop

import banglanorm.integrations.pandas  # noqa: F401  # registers the accessor
from banglanorm.integrations.columns import FIELDS, FUNCTIONS

DTYPES: list[Any] = [
    object,
    "str",
    "string",
    pd.StringDtype("pyarrow"),
    pd.ArrowDtype(pa.string()),
    pd.ArrowDtype(pa.large_string()),
]


def column(dtype: Any = object) -> "pd.Series[Any]":
    return pd.Series(TEXTS, index=[7, 7, "c", 3, 2, 1, 0, None], name="body", dtype=dtype)


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
@pytest.mark.parametrize("name", [name for name, kind in FUNCTIONS.items() if kind == "text"])
def test_texts_are_those_of_the_plain_loop(name: str, dtype: Any) -> None:
    before = column(dtype)
    kept = before.copy()
    after = getattr(before.bangla, name)()
    expected = pd.Series(plain_loop(name), index=before.index, name="body", dtype=before.dtype)
    pd.testing.assert_series_equal(after, expected)
    pd.testing.assert_series_equal(before, kept)


def test_options_are_those_of_the_function() -> None:
    options = {"nukta": "composed", "apostrophe": "’", "disable": ["danda_for_numerator_four"]}
    assert column().bangla.normalize(**options).tolist() == plain_loop("normalize", **options)
    with pytest.raises(ValueError, match="profile: expected one of"):
        column().bangla.normalize(profile="best")
    with pytest.raises(TypeError, match="colour"):
        column().bangla.normalize(colour="red")


def test_missing_values_stay_as_they_are() -> None:
    missing = [None, np.nan, pd.NA, pd.NaT]
    after = pd.Series([*missing, "৫"], dtype=object).bangla.to_ascii_digits()
    assert [after[index] is value for index, value in enumerate(missing)] == [True] * 4
    assert after[4] == "5"


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_empty_and_missing_columns(dtype: Any) -> None:
    for values in ([], [None, None]):
        series = pd.Series(values, dtype=dtype)
        assert series.bangla.normalize().dtype == series.dtype
        assert series.bangla.is_wellformed().isna().all()
        found = series.bangla.find_numbers()
        assert len(found) == 0
        assert [*found.columns] == [*FIELDS["find_numbers"]]
        assert found["start"].dtype == "Int64"


def test_categories_that_become_the_same_are_one() -> None:
    spelt = pd.Series(pd.Categorical(["দু’জন", "দু'জন", None, "ক"], ["ক", "দু’জন", "দু'জন"], ordered=True))
    after = spelt.bangla.normalize()
    assert [*after.cat.categories] == ["ক", "দু'জন"]
    assert after.cat.ordered
    assert after[:2].tolist() == ["দু'জন"] * 2
    assert after.isna().tolist() == [False, False, True, False]
    assert after[3] == "ক"


@pytest.mark.parametrize("values", [[1, 2], [0.5], [True], pd.Categorical([1, 2]), [date(2024, 5, 5)]], ids=str)
def test_what_is_no_text_is_refused(values: Any) -> None:
    with pytest.raises((AttributeError, TypeError), match=r"works on texts|expected str or a missing value"):
        pd.Series(values).bangla.normalize()


def test_finds_are_rows_with_the_index_of_their_text() -> None:
    series = pd.Series(["দেড় কোটি টাকা, ১০⅓", None, "নেই", "২.৫"], index=list("abcd"), name="body")
    found = series.bangla.find_numbers()
    assert [*found.index] == [("a", 0), ("a", 1), ("d", 0)]
    assert found.index.names == [None, "match"]
    assert found["value"].tolist() == [15_000_000, Fraction(31, 3), Decimal("2.5")]
    assert found.loc["a", "unit"].tolist() == ["taka", ""]
    for (row, _), start, end, text in zip(found.index, found["start"], found["end"], found["text"], strict=True):
        assert series[row][start:end] == text


def test_finds_of_an_index_of_several_levels() -> None:
    index = pd.MultiIndex.from_tuples([("dhaka", 1), ("dhaka", 2)], names=["town", "page"])
    found = pd.Series(["এক", "৫ মে ২০২৪"], index=index).bangla.find_dates()
    assert found.index.names == ["town", "page", "match"]
    assert [*found.index] == [("dhaka", 2, 0)]
    assert found[["iso", "earliest"]].to_numpy().tolist() == [["2024-05-05", date(2024, 5, 5)]]


def test_a_date_a_row_and_rows_without() -> None:
    series = pd.Series(["৫ মে ২০২৪", None, "গোলাপ"], index=[3, 2, 1])
    dates = series.bangla.parse_date(errors="null")
    assert dates.index.tolist() == [3, 2, 1]
    assert dates["iso"].isna().tolist() == [False, True, True]
    assert dates.loc[3, "iso"] == "2024-05-05"
    with pytest.raises(ValueError, match="গোলাপ"):
        series.bangla.parse_date()


def test_other_results_are_a_value_a_row() -> None:
    series = column("str")
    flags = series.bangla.is_wellformed()
    assert flags.dtype == "boolean"
    assert [None if flag is pd.NA else flag for flag in flags] == plain_loop("is_wellformed")
    assert series.bangla.split_words().tolist() == plain_loop("split_words")
    assert series.bangla.sort_key().tolist() == plain_loop("sort_key")
    assert series.bangla.split_words().index.tolist() == series.index.tolist()


def test_half_a_surrogate_pair_is_a_text_like_any_other() -> None:
    series = pd.Series(["দু’জন \ud800", "\x00"], dtype=object)
    assert series.bangla.normalize().tolist() == ["দু'জন \ud800", "\x00"]
    assert series.bangla.find_words()["text"].tolist() == ["দু’জন", "\ud800", "\x00"]


def test_a_frame_keeps_its_other_columns() -> None:
    frame = pd.DataFrame({"id": range(len(TEXTS)), "body": TEXTS}).assign(clean=lambda f: f["body"].bangla.normalize())
    assert [*frame.columns] == ["id", "body", "clean"]
    assert frame["clean"].isna().tolist() == frame["body"].isna().tolist()
