"""The public functions that take a text, for the benchmarks that run all of them."""

import inspect
from collections.abc import Callable

import banglanorm


def text_functions() -> dict[str, Callable[[str], object]]:
    """Return every public function whose only required argument is a text, by its name."""
    found = {}
    for name in banglanorm.__all__:
        value = getattr(banglanorm, name)
        if inspect.isfunction(value):
            first, *rest = [*inspect.signature(value).parameters.values(), None]
            is_alone = all(each is None or each.kind is each.KEYWORD_ONLY for each in rest)
            if first is not None and first.name == "text" and is_alone:
                found[name] = value
    return found
