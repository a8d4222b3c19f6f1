import sys

import pytest
import strategies_sounds as strategies
from hypothesis import given
from hypothesis import strategies as st

from banglanorm import fix_mojibake

SENTENCE = "নদীর ধারে পুরোনো বটগাছটির নিচে মেলা বসেছে, ‘দেখবে’?"


def misread(text: str, encoding: str) -> str:
    """Return ``text`` in UTF-8 as read in ``encoding``; cp1252 keeps the bytes it lacks, as browsers do."""
    raw = text.encode()
    if encoding == "cp1252":
        return "".join(bytes((b,)).decode("cp1252") if b not in (129, 141, 143, 144, 157) else chr(b) for b in raw)
    return raw.decode(encoding)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "mac-roman", "cp437"])
def test_one_wrong_reading_is_undone(encoding: str) -> None:
    assert fix_mojibake(misread(SENTENCE, encoding)) == SENTENCE


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_two_wrong_readings_are_undone(encoding: str) -> None:
    assert fix_mojibake(misread(misread(SENTENCE, encoding), encoding)) == SENTENCE


def test_only_damaged_lines_change() -> None:
    damaged = misread(SENTENCE, "cp1252")
    assert fix_mojibake(f"ভালো\n{damaged}\nMÃ¼nchen\r\n") == f"ভালো\n{SENTENCE}\nMÃ¼nchen\r\n"


def test_what_was_lost_stays_lost() -> None:
    lossy = SENTENCE.encode().decode("cp1252", "replace")
    fixed = fix_mojibake(lossy)
    assert "নদীর ধারে" in fixed
    assert fixed != SENTENCE


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ftfy", None)
    with pytest.raises(ModuleNotFoundError, match=r"banglanorm\[mojibake\]"):
        fix_mojibake("à¦¬")


@pytest.mark.parametrize("value", [None, b"K", 5])
def test_wants_str(value: object) -> None:
    with pytest.raises(TypeError, match="expected str"):
        fix_mojibake(value)  # type: ignore[arg-type]


class TestProperties:
    @given(strategies.words)
    def test_clean_words_stay(self, word: str) -> None:
        assert fix_mojibake(word) == word

    @given(strategies.texts)
    def test_nothing_is_fixed_twice(self, text: str) -> None:
        fixed = fix_mojibake(text)
        assert fix_mojibake(fixed) == fixed

    @given(st.text(max_size=30))
    def test_is_total(self, text: str) -> None:
        assert isinstance(fix_mojibake(text), str)
