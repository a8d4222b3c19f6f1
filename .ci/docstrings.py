"""Lets docstrings written for ``help()`` read well as Markdown: examples become code blocks, roles become code."""

import re
from typing import Any

from griffe import Extension, Object

# Lines from >>> to the next empty line; a docstring may hold several such blocks.
_EXAMPLE = re.compile(r"^>>> .*(?:\n(?! *$).*)*", re.MULTILINE)
_ROLE = re.compile(r":(?:func|class|meth|mod|data|attr):`~?([^`]+)`")


class ReadableDocstrings(Extension):
    """Rewrites each docstring before it is parsed."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Rewrite the docstring of ``obj``."""
        if obj.docstring:
            text = _ROLE.sub(r"``\1``", obj.docstring.value)
            obj.docstring.value = _EXAMPLE.sub(lambda m: f"```pycon\n{m[0]}\n```", text)
