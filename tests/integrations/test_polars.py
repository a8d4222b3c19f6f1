"""polars: expressions give what the plain loop gives, with their type known before they run."""

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from engine_texts import TEXTS, plain_loop

import banglanorm.integrations.polars  # noqa: F401  # registers the namespace
from banglanorm.integrations.columns import FUNCTIONS, ColumnFunction

FRAME = pl.DataFrame({"body": TEXTS})


@pytest.mark.parametrize("name", FUNCTIONS)
def test_results_are_those_of_the_plain_loop_in_every_engine(name: str) -> None:
    expression = getattr(pl.col("body").bangla, name)(errors="null")
    result = FRAME.select(expression)
    assert result["body"].to_list() == ColumnFunction(name, errors="null")(TEXTS)
    lazy = FRAME.lazy().select(expression)
    assert lazy.collect_schema() == result.schema
    assert lazy.collect().equals(result)
    assert lazy.collect(engine="streaming").equals(result)


def test_options_are_those_of_the_function() -> None:
    options = {"nukta": "composed", "apostrophe": "’", "disable": ["danda_for_numerator_four"]}
    result = FRAME.select(pl.col("body").bangla.normalize(**options))
    assert result["body"].to_list() == plain_loop("normalize", **options)
    with pytest.raises(ValueError, match="profile: expected one of"):
        pl.col("body").bangla.normalize(profile="best")


def test_finds_are_lists_of_structs() -> None:
    found = (
        FRAME.with_row_index("row")
        .select("row", number=pl.col("body").bangla.find_numbers())
        .explode("number", empty_as_null=False)
        .drop_nulls()
        .unnest("number")
    )
    row = found.row(1, named=True)
    assert (row["row"], row["value"], row["unit"]) == (2, "15000000", "taka")
    assert "31/3" in found["value"].to_list()


def test_dates_are_dates() -> None:
    frame = pl.DataFrame({"day": ["গত শনিবার", None]})
    result = frame.select(pl.col("day").bangla.parse_date(reference=date(2024, 5, 1)).struct.field("iso", "earliest"))
    assert result.rows() == [("2024-04-27", date(2024, 4, 27)), (None, None)]


@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Enum(["দু’জন", "ক"])], ids=str)
def test_categories_are_texts(dtype: Any) -> None:
    series = pl.Series("body", ["দু’জন", None, "ক"], dtype=dtype)
    result = series.to_frame().select(pl.col("body").bangla.normalize())
    assert result["body"].dtype == pl.String
    assert result["body"].to_list() == ["দু'জন", None, "ক"]


@pytest.mark.parametrize("values", [[1, 2], [0.5], [b"x"], [["ক"]]], ids=str)
def test_what_is_no_text_is_refused(values: Any) -> None:
    with pytest.raises((TypeError, pl.exceptions.ComputeError), match="'bangla' works on texts, not on"):
        pl.DataFrame({"body": values}).select(pl.col("body").bangla.normalize())


@pytest.mark.parametrize("dtype", [pl.String, pl.Null])
def test_empty_and_missing_columns(dtype: Any) -> None:
    for values in ([], [None, None]):
        frame = pl.Series("body", values, dtype=dtype).to_frame()
        assert frame.select(pl.col("body").bangla.normalize())["body"].to_list() == values
        assert frame.select(pl.col("body").bangla.find_words())["body"].to_list() == values


def test_in_groups_in_lists_and_from_file_to_file(tmp_path: Path) -> None:
    grouped = FRAME.with_columns(group=pl.lit(1)).select(pl.col("body").bangla.normalize().over("group"))
    assert grouped["body"].to_list() == plain_loop("normalize")
    lists = pl.DataFrame({"bodies": [TEXTS, []]}).select(pl.col("bodies").list.eval(pl.element().bangla.normalize()))
    assert lists["bodies"].to_list() == [plain_loop("normalize"), []]
    FRAME.write_parquet(tmp_path / "in.parquet")
    scan = pl.scan_parquet(tmp_path / "in.parquet")
    scan.with_columns(pl.col("body").bangla.normalize()).sink_parquet(tmp_path / "out.parquet")
    assert pl.read_parquet(tmp_path / "out.parquet")["body"].to_list() == plain_loop("normalize")


def test_expressions_travel() -> None:
    expression = pl.col("body").bangla.normalize(digits="ascii")
    travelled = pickle.loads(pickle.dumps(expression))
    assert FRAME.select(travelled)["body"].to_list() == plain_loop("normalize", digits="ascii")
