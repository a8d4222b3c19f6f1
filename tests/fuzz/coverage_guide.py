"""What a call did for the first time: lines of the library that had not run, and results of a kind not seen."""

import re
import sys
from pathlib import Path
from typing import Any

import banglanorm

_LIBRARY = str(Path(banglanorm.__file__).parent)
_NAME = "banglanorm fuzz"
_KINDS = ("kind", "rules", "rule", "qualifier", "unit", "calendar", "precision", "state")


class Coverage:
    """Notices news. Python calls it once for each line and then no more, so that watching costs next to nothing."""

    def __init__(self) -> None:
        self.lines = 0
        self._kinds: set[tuple[str, ...]] = set()
        monitoring = sys.monitoring  # since Python 3.12
        monitoring.use_tool_id(monitoring.COVERAGE_ID, _NAME)
        monitoring.register_callback(monitoring.COVERAGE_ID, monitoring.events.LINE, self._line)
        monitoring.set_events(monitoring.COVERAGE_ID, monitoring.events.LINE)

    def _line(self, code: Any, _: int) -> Any:
        self.lines += code.co_filename.startswith(_LIBRARY)
        return sys.monitoring.DISABLE

    def is_news(self, lines: int, name: str, result: Any) -> bool:
        """Say whether a line has run beside the ``lines`` known before, or the result is of a kind not seen."""
        kinds = (name, *_kinds(result))
        fresh = kinds not in self._kinds
        self._kinds.add(kinds)
        return fresh or self.lines > lines


def _kinds(result: Any) -> list[str]:
    """What the parts of a result are: the rules of edits, the kinds of numbers, the shape of dates and strings."""
    if isinstance(result, str):
        return sorted(set(re.sub(r"\w", "w", result)))[:6]
    parts = getattr(result, "edits", result if isinstance(result, (list, tuple)) else [result])
    shapes = {str([getattr(part, kind, "") for kind in _KINDS]) + _shape(part) for part in parts}
    return sorted(shapes)


def _shape(part: Any) -> str:
    iso = getattr(getattr(part, "value", None), "iso", "")
    return re.sub(r"\d+", "0", str(iso)) if iso else ""
