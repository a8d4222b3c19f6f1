"""How deep the tests look: a sample in the ordinary run, everything with ``HYPOTHESIS_PROFILE=deep``."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"


def sample(items: Sequence[Item], count: int) -> list[Item]:
    """The same ``count`` of ``items`` in every ordinary run, in their order; all of them in a deep one."""
    if DEEP or count >= len(items):
        return list(items)
    return [items[place] for place in sorted(random.Random(count).sample(range(len(items)), count))]
