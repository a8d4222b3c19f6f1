"""Hugging Face datasets: batches give what the plain loop gives, and the cache lives as long as the rules."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from datasets import Dataset, load_dataset
from datasets.fingerprint import Hasher
from engine_texts import TEXTS, plain_loop
from runner import HOME

from banglanorm.integrations import columns
from banglanorm.integrations.columns import FUNCTIONS, ColumnFunction
from banglanorm.integrations.datasets import BatchMap


@pytest.fixture
def dataset() -> Dataset:
    return Dataset.from_dict({"id": [*range(len(TEXTS))], "body": TEXTS})


@pytest.mark.parametrize("name", FUNCTIONS)
def test_results_are_those_of_the_plain_loop(dataset: Dataset, name: str) -> None:
    batches = BatchMap(name, column="body", result="found", errors="null")
    features = batches.features(dataset.features)
    mapped = dataset.map(batches, batched=True, batch_size=1, features=features)
    assert mapped["found"][:] == ColumnFunction(name, errors="null")(TEXTS)
    assert mapped["body"][:] == TEXTS
    assert mapped.features == features


def test_options_are_those_of_the_function(dataset: Dataset) -> None:
    mapped = dataset.map(BatchMap("normalize", column="body", digits="ascii"), batched=True)
    assert mapped["body"][:] == plain_loop("normalize", digits="ascii")
    with pytest.raises(ValueError, match="profile: expected one of"):
        BatchMap("normalize", column="body", profile="best")
    with pytest.raises(TypeError, match="item 0: expected str or a missing value, got int"):
        dataset.map(BatchMap("normalize", column="id"), batched=True)


def test_in_a_stream_and_in_two_processes(dataset: Dataset) -> None:
    batches = BatchMap("normalize", column="body")
    stream = dataset.to_iterable_dataset().map(batches, batched=True)
    assert [row["body"] for row in stream] == plain_loop("normalize")
    assert dataset.map(batches, batched=True, num_proc=2)["body"][:] == plain_loop("normalize")


def test_the_fingerprint_is_the_same_in_another_process() -> None:
    program = (
        "from datasets.fingerprint import Hasher\n"
        "from banglanorm.integrations.datasets import BatchMap\n"
        "print(Hasher.hash(BatchMap('normalize', column='body', quotes='keep', digits='ascii')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": HOME, "PYTHONHASHSEED": "7"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    batches = BatchMap("normalize", column="body", digits="ascii", quotes="keep")
    assert done.stdout.strip() == Hasher.hash(batches)
    batches({"body": TEXTS})
    assert done.stdout.strip() == Hasher.hash(batches)  # use does not change it


def test_the_fingerprint_changes_with_what_it_does_and_with_the_version(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = [
        BatchMap("normalize", column="body"),
        BatchMap("normalize", column="body", digits="ascii"),
        BatchMap("normalize", column="body", result="clean"),
        BatchMap("romanize", column="body"),
    ]
    before = [Hasher.hash(batches) for batches in kinds]
    assert len({*before}) == len(kinds)
    monkeypatch.setattr(columns, "__version__", "9999")
    assert not {Hasher.hash(batches) for batches in kinds} & {*before}


def test_what_was_made_is_found_in_the_cache(tmp_path: Path) -> None:
    (tmp_path / "texts.txt").write_text("ছ’দিনের\nসফর৷\n", encoding="utf-8")

    def mapped(**options: str) -> Dataset:
        texts = load_dataset(
            "text", data_files=str(tmp_path / "texts.txt"), split="train", cache_dir=str(tmp_path / "cache")
        )
        return texts.map(BatchMap("normalize", column="text", **options), batched=True)

    first, again, other = mapped(), mapped(), mapped(apostrophe="’")
    assert first["text"][:] == ["ছ'দিনের", "সফর।"]
    assert first.cache_files == again.cache_files != other.cache_files
