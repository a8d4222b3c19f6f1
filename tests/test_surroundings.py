"""Nothing depends on the surroundings: every public function gives the same in each of them, in a new process."""

import inspect
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import battery
import pytest
import unicodedata2
from depth import WHOLE
from rows import each_row
from runner import HOME

import banglanorm

HERE = Path(__file__).parent
PRINT = "import battery; battery.main()"
EVERY = 1 if WHOLE else 20  # of the calls, where each is made many times or under watch

# What a program may have done to its own process before it calls the library.
PROCESSES = {
    "no extra is installed": "import sys; sys.modules.update(dict.fromkeys(['hijridate', 'ftfy', 'phonenumbers']))",
    "one decimal digit": "import decimal; decimal.getcontext().prec = 1",
    "every decimal trap": """
import decimal
decimal.setcontext(decimal.Context(prec=3, traps=[decimal.Inexact, decimal.Rounded, decimal.Subnormal]))
""",
    "other rounding": "import decimal; decimal.getcontext().rounding = decimal.ROUND_UP",
    "no limit of digits": "import sys; sys.set_int_max_str_digits(0)",
    "another locale": """
import locale
for name in ('tr_TR.UTF-8', 'bn_BD.UTF-8', 'C.UTF-8', 'C'):
    try:
        locale.setlocale(locale.LC_ALL, name)
        break
    except locale.Error:
        pass
""",
    "a small stack": "import sys; sys.setrecursionlimit(220)",
}
VARIABLES = {
    "few digits of integers": {"PYTHONINTMAXSTRDIGITS": "640"},
    "one order of sets": {"PYTHONHASHSEED": "1"},
    "another order of sets": {"PYTHONHASHSEED": "4242"},
    "C locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
    "east": {"TZ": "Pacific/Kiritimati"},
    "west": {"TZ": "Pacific/Pago_Pago"},
}
OPTIONS = {"no assertions": ["-O"], "no docstrings": ["-OO"], "development": ["-X", "dev"], "isolated": ["-P", "-s"]}

SURROUNDINGS: dict[str, tuple[str, list[str], dict[str, str]]] = {
    **{name: (program, [], {}) for name, program in PROCESSES.items()},
    **{name: ("", [], variables) for name, variables in VARIABLES.items()},
    **{name: ("", options, {}) for name, options in OPTIONS.items()},
    "little else in memory": ("import gc; gc.set_threshold(1)", [], {}),
}
# The ordinary run asks only whether any of them matters; the last, which takes long, is left to the whole one.
ALL_AT_ONCE = (
    "\n".join(PROCESSES.values()),
    [option for options in OPTIONS.values() for option in options],
    {name: value for variables in VARIABLES.values() for name, value in variables.items()},
)

# Every call that asks what time it is, or what the environment says, is reported.
WATCH = """
import os, sys, types
import battery
calls = list(battery.calls())[::EVERY]
for _, _, call in calls:
    battery.answer(call)  # what is loaded on first use may look around
asked = set()
def watch(frame, event, function):
    if event == "c_call" and isinstance(function.__self__, (type, types.ModuleType)) and function.__name__ in {
        "now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "getlocale", "urandom",
    }:
        asked.add(f"{function.__name__} in {frame.f_code.co_filename}")
    if event == "call" and frame.f_code.co_filename == os.__file__:
        asked.add(frame.f_code.co_name)
sys.setprofile(watch)
for _, _, call in calls:
    battery.answer(call)
sys.setprofile(None)
print(sorted(asked))
"""

# Eight threads make the calls at once, each beginning somewhere else; a thread that got another answer says so.
THREADS = """
import sys, threading
import battery
calls = list(battery.calls())[::EVERY]
sys.setswitchinterval(1e-5)
answers = [None] * 8
def work(number):
    first = number * len(calls) // 8
    turned = calls[first:] + calls[:first]
    given = [battery.answer(call) for _, _, call in turned]
    answers[number] = given[len(calls) - first:] + given[:len(calls) - first]
threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
for (_, written, _), *given in zip(calls, *answers):
    if len(set(given)) != 1: sys.exit(ascii(written))
    print(battery.plain(f"{written} -> {given[0]}"))
"""


def run(program: str, *options: str, **variables: str) -> list[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((HOME, str(HERE)))} | variables
    done = subprocess.run(
        [sys.executable, *options, "-c", program], env=environment, capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode("ascii").splitlines()


@pytest.fixture(scope="module")
def answers() -> list[str]:
    given = run(PRINT) if WHOLE else list(battery.answers())
    assert len(given) > 500
    return given


@pytest.mark.parametrize("name", SURROUNDINGS if WHOLE else ["all at once"])
def test_each(answers: list[str], name: str) -> None:
    program, options, variables = SURROUNDINGS.get(name, ALL_AT_ONCE)
    assert run(f"{program}\n{PRINT}", *options, **variables) == answers


def test_threads(answers: list[str]) -> None:
    assert run(THREADS.replace("EVERY", str(EVERY))) == answers[::EVERY]


def test_no_clock_and_no_environment_is_asked() -> None:
    assert run(WATCH.replace("EVERY", str(EVERY))) == ["[]"]


def test_every_public_function_answers() -> None:
    """A function that takes no text needs a row in ``battery.ARGUMENTS``."""
    refused: dict[str, bool] = {}
    for name, _, call in battery.calls():
        error = battery.answer(call).partition(": ")[0]
        refused[name] = refused.get(name, True) and error.endswith("Error")
    assert [name for name, never in refused.items() if never] == []
    functions = {name for name in banglanorm.__all__ if inspect.isfunction(getattr(banglanorm, name))}
    assert functions - set(refused) == set(battery.NEED_AN_EXTRA)


# --- letters that the running Python may not know ---------------------------------------------------------------------


def _newer_than_this_python() -> Iterator[tuple[str, str]]:
    """Characters of Unicode 15 and later, each with one of the same kind that every Python knows."""
    plain = {"Lo": "ก", "Nd": "໗", "No": "፳", "So": "⌘", "Po": "፧"}
    for code in (*range(0x1C80, 0x1C90), *range(0x10D40, 0x33480)):
        char = chr(code)
        known = "" if unicodedata2.decomposition(char) else plain.get(unicodedata2.category(char), "")
        newer = code > 0x2EBEF or 0x11F00 <= code < 0x11F60  # than Unicode 14; the rest is newer than this Python
        if known and (newer or unicodedata.category(char) == "Cn"):
            yield char, known


FORMS = ("ক’{}", "‘{}’ ক", "ক{}ল ১২", "{}৭১", "‘ক’{} খ", '"{}ক"', "{} ৫ মে ২০২০", "কিম {}", "১২{}", "ক '{}'", "`{}ক'")


LETTERS = [
    "normalize",
    "label_quotes",
    "find_numbers",
    "find_dates",
    "find_malformed",
    "to_iso15919",
    "romanize_name",
    "matching_key",
]


@each_row("place, name", list(enumerate(LETTERS)))
def test_new_letters_are_as_good_as_old_ones(place: int, name: str) -> None:
    """What is said of a text with a new letter is what is said of it with an old one, on every Python.

    The newest Pythons know most of these letters, the oldest none. 5,000 texts over all functions.
    """
    function = getattr(banglanorm, name)
    pairs = list(_newer_than_this_python())[place :: len(LETTERS)]
    wrong = []
    for number in range(5_000 // len(LETTERS)):
        new, old = pairs[number * 7919 % len(pairs)]
        form = FORMS[number % len(FORMS)]
        said = repr(function(form.format(new))).replace(ascii(new)[1:-1], new).replace(new, old)
        if said != repr(function(form.format(old))):
            wrong.append(ascii(form.format(new)))
    assert wrong == []
