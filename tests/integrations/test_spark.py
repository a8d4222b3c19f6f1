"""Spark in local mode: from Parquet to Parquet, what the plain loop gives."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from engine_texts import TEXTS, plain_loop
from pyspark.sql import DataFrame, Row, SparkSession

from banglanorm.integrations.columns import FUNCTIONS, ColumnFunction
from banglanorm.integrations.spark import udf

pytestmark = pytest.mark.filterwarnings("ignore::FutureWarning:pyspark", "ignore::ResourceWarning")


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.log.level": "OFF",
        "spark.sql.shuffle.partitions": "2",
    }
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> DataFrame:
    path = tmp_path_factory.mktemp("spark") / "texts.parquet"
    pq.write_table(pa.table({"id": range(len(TEXTS)), "body": pa.array(TEXTS, pa.string())}), path)
    return spark.read.parquet(str(path))


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, Row):
        return value.asDict(recursive=True)
    return bytes(value) if isinstance(value, bytearray) else value


def test_results_are_those_of_the_plain_loop(frame: DataFrame) -> None:
    rows = frame.select("id", *[udf(name, errors="null")("body").alias(name) for name in FUNCTIONS]).collect()
    rows.sort(key=lambda row: row["id"])
    for name, kind in FUNCTIONS.items():
        expected = ColumnFunction(name, errors="null")(TEXTS)
        if kind == "record":
            expected = [record or dict.fromkeys(rows[0][name].asDict()) for record in expected]
        assert [plain(row[name]) for row in rows] == expected


def test_options_are_those_of_the_function(frame: DataFrame) -> None:
    dates = frame.sparkSession.createDataFrame([("গত শনিবার",), (None,)], "body string")
    found = dates.select(udf("find_dates", reference=date(2024, 5, 1))("body").alias("found")).collect()
    assert [row["found"] and row["found"][0]["earliest"] for row in found] == [date(2024, 4, 27), None]
    with pytest.raises(ValueError, match="profile: expected one of"):
        udf("normalize", profile="best")


def test_from_file_to_file_and_in_sql(frame: DataFrame, tmp_path: Path) -> None:
    clean = udf("normalize", digits="ascii")
    frame.withColumn("body", clean("body")).write.parquet(str(tmp_path / "clean"))
    assert pq.read_table(tmp_path / "clean").sort_by("id")["body"].to_pylist() == plain_loop(
        "normalize", digits="ascii"
    )
    frame.sparkSession.udf.register("bangla_normalize", clean)
    frame.createOrReplaceTempView("texts")
    rows = frame.sparkSession.sql("SELECT bangla_normalize(body) AS body FROM texts ORDER BY id").collect()
    assert [row["body"] for row in rows] == plain_loop("normalize", digits="ascii")


@pytest.mark.parametrize("name", ["normalize", "find_words", "parse_date"])
def test_empty_and_missing_columns(frame: DataFrame, name: str) -> None:
    function = udf(name)
    assert frame.where("false").select(function("body")).collect() == []
    missing = frame.where("body IS NULL").select(function("body").alias("result")).collect()
    assert [row["result"] and {*row["result"]} for row in missing] == [{None} if name == "parse_date" else None]
