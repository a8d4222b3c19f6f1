"""What normalization and the script give back: plain JSON, short to read, picklable under public names only."""

import json
import pickle
import pickletools
from dataclasses import FrozenInstanceError, fields

import pytest

import banglanorm
from banglanorm import Normalizer, explain, find_conjuncts, find_malformed, label_quotes, rules

EXPLAINED = explain("দু’জনের ছবি")
RESULTS = {
    "Edit": (EXPLAINED.edits[0], "Edit(2, 3, '’' -> \"'\", apostrophes)"),
    "Explanation": (EXPLAINED, "Explanation('দু’জনের ছবি' -> \"দু'জনের ছবি\", 1 edits)"),
    "Malformed": (find_malformed("কাা")[0], "Malformed(2, 3, 'া', 'vowel sign without a bare consonant before it')"),
    "Conjunct": (find_conjuncts("শক্তি")[0], "Conjunct(1, 4, 'ক্ত')"),
    "QuoteMark": (label_quotes("দু’জন")[0], "QuoteMark(2, '’', apostrophe)"),
    "Rule": (rules()[0], "Rule('nukta_letters', canonical)"),
}
EACH = pytest.mark.parametrize("name", RESULTS)


@EACH
def test_the_repr_is_short(name: str) -> None:
    value, shown = RESULTS[name]
    assert repr(value) == shown


@EACH
def test_it_is_plain_json(name: str) -> None:
    record = RESULTS[name][0].as_dict()
    assert json.loads(json.dumps(record)) == record
    public = [field.name for field in fields(RESULTS[name][0]) if not field.name.startswith("_")]
    assert [*record] == public[: len(record)]


def names_in(pickled: bytes) -> set[str]:
    """The modules that a pickle names."""
    strings = [argument for _, argument, _ in pickletools.genops(pickled) if isinstance(argument, str)]
    return {text for text in strings if text.startswith("banglanorm")}


@EACH
def test_it_pickles_under_its_public_name(name: str) -> None:
    value = RESULTS[name][0]
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        pickled = pickle.dumps(value, protocol)
        assert pickle.loads(pickled) == value
        if protocol >= 4:
            assert names_in(pickled) == {"banglanorm"}


def test_a_normalizer_pickles_under_its_public_name() -> None:
    assert names_in(pickle.dumps(Normalizer(quotes="keep"))) == {"banglanorm"}


@EACH
def test_it_is_frozen(name: str) -> None:
    value = RESULTS[name][0]
    for field in fields(value):
        with pytest.raises(FrozenInstanceError):
            setattr(value, field.name, None)
    with pytest.raises((FrozenInstanceError, TypeError)):
        value.another = 1  # slots: nothing can be added
    assert type(value) is getattr(banglanorm, name)
    assert hash(value) == hash(value)


def test_a_long_text_is_cut_short_in_the_repr() -> None:
    assert len(repr(explain("ক" * 1000))) < 120
    assert explain("ক" * 1000).as_dict()["text"] == "ক" * 1000


def test_offsets_map_after_a_pickle() -> None:
    doubled = explain("‘‘কই’’ গেল")
    assert doubled.to_normalized(0, 6) == pickle.loads(pickle.dumps(doubled)).to_normalized(0, 6) == (0, 4)
