"""A short search in every run; the long ones are ``run.py``'s."""

import random

import promises
import pytest
import texts
from depth import sample
from rows import each_row

TURNS = sample(range(400), 25)


@each_row("name", promises.targets())
def test_promises(name: str) -> None:
    for turn in TURNS:
        promises.check(name, texts.fresh(random.Random(f"{name} {turn}")), turn)


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    import banglanorm

    monkeypatch.setattr(banglanorm, "split_aksharas", lambda text, /: text.split())
    with pytest.raises(AssertionError):
        promises.check("split_aksharas", "এক দুই", 0)
