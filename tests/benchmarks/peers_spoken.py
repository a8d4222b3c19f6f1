"""What `verbalize` and other tools for speech make of the same lines. Run by hand; pytest does not collect this.

    pip install '.[peers]'
    python tests/benchmarks/peers_spoken.py                # a table of what each says rightly
    python tests/benchmarks/peers_spoken.py --wrong NAME   # what one of them makes of the lines that it gets wrong
    python tests/benchmarks/peers_spoken.py FILE ...       # with the speed on the lines of the files, as in peers.py

The lines are ``tests/cases/peers_spoken.tsv``, with every reading that a speaker may choose; spellings of number words,
blanks and hyphens are not compared. Each tool is called as its own documentation says, with its default settings.
"""

import argparse
import contextlib
import io
import logging
import re
import unicodedata
from pathlib import Path

import peers

TABLE = Path(__file__).parents[1] / "cases" / "peers_spoken.tsv"


def banglanorm() -> peers.Function:
    from banglanorm import verbalize

    return verbalize


def pybangla() -> peers.Function:
    from loguru import logger
    from pybangla import Normalizer

    logger.remove()  # which would write down every line that it fails on
    normalizer = Normalizer()
    return lambda text: normalizer.text_normalizer(text, all_operation=True)


def bangla_normalizer() -> peers.Function:
    from bangla_normalizer import normalize_text

    return normalize_text


def bangla_text_normalizer() -> peers.Function:
    from bangla_text_normalizer import BanglaTextNormalizer

    return BanglaTextNormalizer().normalize


TOOLS = {
    "banglanorm": banglanorm,
    "pybangla": pybangla,
    "bangla-normalizer": bangla_normalizer,
    "bangla-text-normalizer": bangla_text_normalizer,
}


_SPELLINGS = {"ঊন": "উন", "কুড়ি": "বিশ", "লক্ষ": "লাখ", "শত": "শ", "শো": "শ", "নয়শ": "নশ"}


def folded(text: str) -> str:
    """Return what is compared of a reading: spellings of number words, blanks and hyphens do not count."""
    text = unicodedata.normalize("NFC", text)
    for spelling, other in _SPELLINGS.items():
        text = text.replace(spelling, other)
    return re.sub(r"[\s\-–ো]", "", text)


def is_right(function: peers.Function, case: dict[str, str]) -> tuple[bool, str]:
    """Run a tool on a line; what it raises is a wrong reading."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            output = str(function(case["text"]))
    except Exception as error:  # whatever a tool does with a text
        return False, f"{type(error).__name__}: {error}"
    if case["kind"] == "keep":
        return unicodedata.normalize("NFC", output) == unicodedata.normalize("NFC", case["spoken"]), output
    return folded(output) in {folded(reading) for reading in case["spoken"].split(" | ")}, output


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--wrong", choices=TOOLS)
    arguments = parser.parse_args()
    logging.disable()
    cases = peers.read_cases(TABLE)
    if arguments.wrong:
        function = TOOLS[arguments.wrong]()
        for case in cases:
            right, output = is_right(function, case)
            if not right:
                print(f"{case['kind']}: {case['text']} → {output}")
        return
    say = [case for case in cases if case["kind"] != "keep"]
    keep = [case for case in cases if case["kind"] == "keep"]
    files = {file.name: file.read_text(encoding="utf-8").splitlines() for file in arguments.files}
    print("| tool | version | said rightly | left alone |", *(f"{name} |" for name in files))
    print("|---|---|---|---|" + "---|" * len(files))
    for name, load in TOOLS.items():
        try:
            function = load()
        except ImportError:
            print(f"{name} is not installed")
            continue
        counts = [sum(is_right(function, case)[0] for case in group) for group in (say, keep)]
        release = peers.released(name)
        print(f"| {name} | {release} | {counts[0]} of {len(say)} | {counts[1]} of {len(keep)} |", end="")
        with contextlib.redirect_stdout(io.StringIO()):
            speeds = [peers.speed(function, lines) for lines in files.values()]
        print("".join(f" {speed:.3f} |" for speed in speeds))


if __name__ == "__main__":
    main()
