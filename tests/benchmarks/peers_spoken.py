"""What `verbalize` and other tools for speech make of the same lines. Run by hand; pytest does not collect this.

    pip install '.[peers]'
    python tests/benchmarks/peers_spoken.py                # a table of what each says rightly
    python tests/benchmarks/peers_spoken.py --wrong NAME   # what one of them makes of the lines that it gets wrong
    python tests/benchmarks/peers_spoken.py FILE ...       # with the speed on the lines of the files, as in peers.py

The lines are ``tests/cases/peers_spoken.tsv``, with every reading that a speaker may choose; spellings of number words,
blanks and hyphens are not compared. Each tool is called as its own documentation says, with its default settings.
"""

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


def is_right(output: str, case: peers.Case) -> bool:
    """Say whether a reading is one that a speaker may choose; what was to be kept is the same to the character."""
    if case["kind"] == "keep":
        return unicodedata.normalize("NFC", output) == unicodedata.normalize("NFC", case["spoken"])
    return folded(output) in {folded(reading) for reading in case["spoken"].split(" | ")}


if __name__ == "__main__":
    peers.compare(TOOLS, peers.read_cases(TABLE), is_right, "said rightly", __doc__.splitlines()[0], str)
