"""Results travel: frozen, small, with a short name of their own, through pickle and JSON."""

import dataclasses
import inspect
import json
import pickle
import pickletools
from datetime import datetime
from typing import Any

import pytest
from rows import each_row

import banglanorm
from banglanorm import (
    BanglaDate,
    Normalizer,
    annotate,
    audit,
    explain,
    find_conjuncts,
    find_dates,
    find_malformed,
    find_numbers,
    find_sentences,
    find_words,
    label_quotes,
    match_names,
    name_candidates,
    parse_date,
    rules,
)

TEXT = "ছ’দিনের ‘শক্তিশালী’ সফরে কিম জং উন, প্রায় ৫০০ জন; ৩–৫ লাখ টাকা, ০১৭১২-৩৪৫৬৭৮। ৫ আশ্বিন ১৪৩০, গত শনিবার! কাা"
EXPLAINED = explain(TEXT)
AUDITED = audit([TEXT])

RESULTS: list[Any] = [
    EXPLAINED,
    *EXPLAINED.edits,
    *label_quotes(TEXT),
    *find_conjuncts(TEXT),
    *find_malformed(TEXT),
    *find_words(TEXT),
    *find_sentences(TEXT),
    *find_numbers(TEXT),
    *find_dates(TEXT),
    *find_dates(TEXT, reference=datetime(2024, 8, 14, 9, 30)),
    parse_date("সকাল ১০টা থেকে বিকেল ৫টা"),
    BanglaDate(1431, 1, 1),
    *name_candidates("মমতা ব্যানার্জি"),
    rules()[0],
    *match_names(["মমতা ব্যানার্জি"], ["Mamata Banerjee"]),
    annotate(TEXT),
    annotate(TEXT).words[0],
    AUDITED,
    AUDITED.before,
    AUDITED.effect,
    AUDITED.effect.rules[0],
    AUDITED.effect.rules[0].examples[0],
    AUDITED.effect.changes[0],
]
KINDS = {type(result): result for result in RESULTS}


def modules_named(data: bytes) -> set[str]:
    """The modules that a pickle asks for; the names of a class follow each other on the stack."""
    strings: list[str] = []
    named = set()
    for operation, argument, _ in pickletools.genops(data):
        if isinstance(argument, str):
            strings.append(argument)
        if operation.name == "STACK_GLOBAL":
            named.add(next(text for text in reversed(strings[:-1]) if text.split(".")[0] in TOPS))
    return named


TOPS = ("banglanorm", "datetime", "decimal", "fractions", "copyreg", "builtins", "dateutil")


def test_every_public_result_is_here() -> None:
    public = {getattr(banglanorm, name) for name in banglanorm._HOMES}
    assert {kind for kind in public if dataclasses.is_dataclass(kind)} == set(KINDS)


@each_row("kind", KINDS)
def test_it_is_frozen_and_holds_nothing_else(kind: type) -> None:
    result = KINDS[kind]
    field = dataclasses.fields(result)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(result, field, None)
    assert not hasattr(result, "__dict__")
    assert hash(result) == hash(pickle.loads(pickle.dumps(result)))


@each_row("kind", KINDS)
def test_its_name_is_the_public_one(kind: type) -> None:
    assert (kind.__module__, getattr(banglanorm, kind.__name__)) == ("banglanorm", kind)


@each_row("result", RESULTS)
def test_it_comes_back_from_a_pickle(result: Any) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(result, protocol)) == result
    assert {name for name in modules_named(pickle.dumps(result, 4)) if name.startswith("banglanorm.")} == set()


@each_row("result", RESULTS)
def test_it_is_written_as_json(result: Any) -> None:
    row = result.as_dict()
    assert json.loads(json.dumps(row)) == row


@each_row("result", RESULTS)
def test_its_repr_is_short(result: Any) -> None:
    assert len(repr(result)) <= 300 + 3 * len(TEXT) or isinstance(result, banglanorm.Annotation)


def test_errors_come_back_from_a_pickle() -> None:
    for name in banglanorm._HOMES:
        kind = getattr(banglanorm, name)
        if not (inspect.isclass(kind) and issubclass(kind, banglanorm.BanglanormError)):
            continue
        error = kind("wrong", start=2, end=5) if hasattr(kind("wrong"), "start") else kind("wrong")
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), str(copy), vars(copy)) == (kind, "wrong", vars(error))


def test_a_normalizer_comes_back_from_a_pickle() -> None:
    tidy = Normalizer(profile="visual", quotes="keep")
    copy = pickle.loads(pickle.dumps(tidy))
    assert (copy, hash(copy), copy(TEXT)) == (tidy, hash(tidy), tidy(TEXT))
    assert Normalizer.__module__ == "banglanorm"
