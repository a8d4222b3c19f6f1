"""A function for a column: every function is there, its results are plain, and its pickle tells versions apart."""

import inspect
import math
import pickle
import re
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from engine_texts import TEXTS, plain_loop
from rows import each_row

import banglanorm
from banglanorm import ConfigError, NumberParseError
from banglanorm.integrations import columns
from banglanorm.integrations.columns import FIELDS, FUNCTIONS, ColumnFunction, Methods

PLAIN: dict[str, tuple[type, ...]] = {
    "text": (str,),
    "number": (str,),
    "flag": (bool,),
    "binary": (bytes,),
    "integer": (int,),
    "real": (float,),
    "day": (date,),
    "texts": (list,),
    "record": (dict,),
    "records": (list,),
}
# Functions of one text whose results are nested, and those that are other functions with their edits.
LEFT_OUT = {"annotate", "bijoy_to_unicode_explained", "to_written_explained", "verbalize_explained"}


def test_every_function_of_a_text_is_there() -> None:
    functions = {name: getattr(banglanorm, name) for name in banglanorm.__all__}
    of_a_text = {
        name
        for name, function in functions.items()
        if inspect.isfunction(function) and [*inspect.signature(function).parameters][:1] == ["text"]
    }
    assert of_a_text - LEFT_OUT == set(FUNCTIONS)


@each_row("name", FUNCTIONS)
def test_results_are_of_the_kind_that_the_table_says(name: str) -> None:
    results = ColumnFunction(name, errors="null")([*TEXTS, "৫", "৫ মে ২০২৪"])
    assert results[1] is None
    assert any(result is not None for result in results)
    for result in results:
        assert result is None or type(result) in PLAIN[FUNCTIONS[name]]
    records = [record for result in results if result for record in result] if FUNCTIONS[name] == "records" else results
    if name in FIELDS:
        assert any(records)
        for record in filter(None, records):
            assert [*record] == [*FIELDS[name]]
            for field, value in record.items():
                assert value is None or type(value) in PLAIN[FIELDS[name][field]]
                if FIELDS[name][field] == "texts":
                    assert all(type(item) is str for item in value)


@each_row("name", [name for name in FIELDS if FUNCTIONS[name] == "records"])
def test_records_say_what_the_results_say(name: str) -> None:
    for records, found in zip(ColumnFunction(name)(TEXTS), plain_loop(name), strict=True):
        if found is None:
            assert records is None
            continue
        results = [result.as_dict() for result in getattr(found, "edits", found)]
        shared = [{key: value for key, value in record.items() if FIELDS[name][key] in SAME} for record in records]
        assert shared == [{key: result[key] for key in share} for result, share in zip(results, shared, strict=True)]


SAME = {"text", "integer", "real", "flag"}


def test_numbers_stay_exact() -> None:
    texts = ["১০⅓", "২.৫০", "১২,৩৪,৫৬,৭৮,৯০,১২,৩৪,৫৬,৭৮,৯০১"]
    assert ColumnFunction("parse_number")(texts) == ["31/3", "2.50", "123456789012345678901"]
    assert ColumnFunction("parse_number", exact=True)(texts)[0] == Fraction(31, 3)
    assert [found[0]["value"] for found in ColumnFunction("find_numbers")(texts)] == [
        "31/3",
        "2.50",
        "123456789012345678901",
    ]


@pytest.mark.parametrize("name", ["normalize", "to_ascii_digits"])
def test_missing_values_give_none_and_others_are_refused(name: str) -> None:
    assert ColumnFunction(name)(iter(["ক", None, math.nan])) == ["ক", None, None]
    with pytest.raises(TypeError, match="item 1: expected str or a missing value, got int"):
        ColumnFunction(name)(["ক", 5])


def test_errors_are_raised_or_are_missing_values() -> None:
    with pytest.raises(NumberParseError):
        ColumnFunction("parse_number")(["ক"])
    assert ColumnFunction("parse_number", errors="null")(["ক", "৫"]) == [None, "5"]


@pytest.mark.parametrize(
    ("arguments", "options", "message"),
    [
        (("normalise",), {}, "function: expected one of normalize, "),
        (("rules",), {}, "function: expected one of normalize, "),
        (("find_dates",), {"region": "uk"}, "region: expected one of 'bd', 'in', got 'uk'"),
        (("normalize",), {"profile": "best"}, "profile: expected one of"),
        (("parse_date",), {"errors": "coerce"}, "errors: expected 'raise' or 'null', got 'coerce'"),
    ],
)
def test_a_wrong_option_is_refused_at_once(arguments: Any, options: Any, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        ColumnFunction(*arguments, **options)


def test_the_pickle_changes_with_the_options_and_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def pickled(**options: Any) -> bytes:
        return pickle.dumps(ColumnFunction("normalize", **options))

    assert pickled(quotes="keep", digits="ascii") == pickled(digits="ascii", quotes="keep")
    before = pickled()
    assert before != pickled(digits="ascii")
    monkeypatch.setattr(columns, "__version__", "9999")
    assert before != pickled()


@each_row("name", FUNCTIONS)
def test_it_travels(name: str) -> None:
    function = ColumnFunction(name, errors="null", exact=True)
    travelled = pickle.loads(pickle.dumps(function))
    assert travelled(TEXTS) == function(TEXTS)
    assert repr(travelled) == repr(function) == f"ColumnFunction({name!r})"


def test_methods_are_named_and_documented_like_the_functions() -> None:
    methods = Methods()
    assert dir(methods) == sorted(FUNCTIONS)
    assert methods.find_dates.__name__ == "find_dates"
    assert methods.find_dates.__doc__ == banglanorm.find_dates.__doc__
    with pytest.raises(AttributeError, match="'bangla' has no function 'normalise'; it has normalize,"):
        methods.normalise  # noqa: B018
