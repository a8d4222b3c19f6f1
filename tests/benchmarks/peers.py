"""What banglanorm and other tools make of the same texts, and how fast. Run by hand; pytest does not collect this.

    pip install '.[peers]'
    python tests/benchmarks/peers.py                 # a table of what each gets right
    python tests/benchmarks/peers.py --wrong NAME    # what one of them makes of the texts that it gets wrong
    python tests/benchmarks/peers.py FILE ...        # with the speed on the lines of the files, each seen once

The texts are ``tests/cases/peers.tsv``: some hold a fault that has one remedy, in the others nothing is wrong. An
output is right if it is one of those that the table names, or canonically equivalent to it. Each tool is called as its
own documentation says, with its default settings; one that works on words gets them one by one. A tool that is not
installed is left out and named. Speed is the time of ``unicodedata.normalize("NFC")`` over that of the tool.
"""

import argparse
import contextlib
import io
import logging
import time
import unicodedata
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

TABLE = Path(__file__).parents[1] / "cases" / "peers.tsv"
SECONDS = 5.0  # of one tool on one file
Function = Callable[[str], object]
Case = dict[str, str]
Judge = Callable[[str, Case], bool]
Tools = dict[str, Callable[[], Function]]


def banglanorm() -> Function:
    from banglanorm import normalize

    return normalize


def nfc() -> Function:
    return lambda text: unicodedata.normalize("NFC", text)


def ftfy() -> Function:
    import ftfy

    return ftfy.fix_text


def indic_nlp_library() -> Function:
    from indicnlp.normalize.indic_normalize import IndicNormalizerFactory

    normalizer = IndicNormalizerFactory().get_normalizer("bn")
    return normalizer.normalize


def bnunicodenormalizer() -> Function:
    from bnunicodenormalizer import Normalizer

    by_word = Normalizer()
    return lambda text: " ".join(by_word(word)["normalized"] or "" for word in text.split(" ") if word)


def bangla_nlpkit() -> Function:
    from bangla_nlpkit import normalize

    return normalize


def bangla_text_toolkit() -> Function:
    from bangla_text_toolkit import BanglaTextNormalizer

    return BanglaTextNormalizer().normalize


def bkit() -> Function:
    from bkit.transform import Normalizer

    return Normalizer()


def bnlp_toolkit() -> Function:
    from bnlp import CleanText

    return CleanText()


TOOLS = {
    "banglanorm": banglanorm,
    "unicodedata": nfc,
    "ftfy": ftfy,
    "indic-nlp-library": indic_nlp_library,
    "bnunicodenormalizer": bnunicodenormalizer,
    "bangla-nlpkit": bangla_nlpkit,
    "bangla-text-toolkit": bangla_text_toolkit,
    "bkit": bkit,
    "bnlp-toolkit": bnlp_toolkit,
}


def read_cases(table: Path = TABLE) -> list[Case]:
    lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, map(unescaped, line.split("\t")), strict=True)) for line in lines[1:]]


def unescaped(cell: str) -> str:
    return cell.encode("raw_unicode_escape").decode("raw_unicode_escape").replace("\\n", "\n")


def released(name: str) -> str:
    """Return the version of a tool."""
    if name == "unicodedata":
        return unicodedata.unidata_version
    if name == "banglanorm":  # also where it is not installed
        from banglanorm import __version__

        return __version__
    return version(name)


def is_right(output: str, case: Case) -> bool:
    """Say whether an output is one of the right ones, or canonically equivalent to it."""
    right = [case["right"]] if case["kind"] == "keep" else case["right"].split(" | ")
    return unicodedata.normalize("NFC", output) in {unicodedata.normalize("NFC", text) for text in right}


def outcome(function: Function, case: Case, judge: Judge = is_right) -> tuple[bool, str]:
    """Run a tool on a text, and judge its output; what it raises is a wrong one."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            output = str(function(case["text"]))
    except Exception as error:  # whatever a tool does with a text
        return False, f"{type(error).__name__}: {error}"
    return judge(output, case), output


def speed(function: Function, lines: list[str]) -> float:
    """Return the time of NFC over that of a tool, on as many lines as it does in some seconds, in turns."""
    mine = others = 0.0
    for line in lines:
        start = time.process_time()
        unicodedata.normalize("NFC", line)
        middle = time.process_time()
        with contextlib.suppress(Exception):
            function(line)
        mine, others = mine + middle - start, others + time.process_time() - middle
        if others > SECONDS:
            break
    return mine / others


def compare(tools: Tools, cases: list[Case], judge: Judge, changed: str, about: str, show: Function) -> None:
    """Print what a command line asks for: a table of the tools, or what one of them gets wrong."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", choices=tools)
    arguments = parser.parse_args()
    logging.disable()
    if arguments.wrong:
        function = tools[arguments.wrong]()
        for case in cases:
            right, output = outcome(function, case, judge)
            if not right:
                print(f"{case['kind']}: {show(case['text'])} → {show(output)}")
        return
    files = {file.name: file.read_text(encoding="utf-8").splitlines() for file in arguments.files}
    groups = [[case for case in cases if (case["kind"] == "keep") is is_kept] for is_kept in (False, True)]
    print(f"| tool | version | {changed} | left alone |", *(f"{name} |" for name in files))
    print("|---|---|---|---|" + "---|" * len(files))
    missing = []
    for name, load in tools.items():
        try:
            function = load()
        except ImportError:
            missing.append(name)
            continue
        counts = [f"{sum(outcome(function, case, judge)[0] for case in group)} of {len(group)}" for group in groups]
        print(f"| {name} | {released(name)} | {' | '.join(counts)} |", end="")
        with contextlib.redirect_stdout(io.StringIO()):
            speeds = [speed(function, lines) for lines in files.values()]
        print("".join(f" {figure:.3f} |" for figure in speeds))
    for name in missing:
        print(f"{name} is not installed")


if __name__ == "__main__":
    compare(TOOLS, read_cases(), is_right, "mended", __doc__.splitlines()[0], ascii)
