"""How deep the tests look: at a sample in the ordinary run; at all in CI and with ``HYPOTHESIS_PROFILE=deep``."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")

WHOLE = os.environ.get("HYPOTHESIS_PROFILE") == "deep" or bool(os.environ.get("CI"))


def sample(items: Sequence[Item], count: int) -> list[Item]:
    """The same ``count`` of ``items`` in every ordinary run, in their order; all of them in a whole one."""
    if WHOLE or count >= len(items):
        return list(items)
    return [items[place] for place in sorted(random.Random(count).sample(range(len(items)), count))]
