"""How `find_words`, `find_sentences` and other tools cut the same lines. Run by hand; pytest does not collect this.

    pip install '.[peers]'
    python tests/benchmarks/peers_words.py FILE ...

Sentences: the labelled lines of ``tests/cases/segmentation/sentences.tsv``; of the borders in them each tool finds
some, and sets some where none is. Words, on the lines of the files: how many words are cut before a vowel sign, a
hasanta or a nukta, which no reader would do, and how many lines lose characters or gain some. Speed as in
peers.py. Tools that must fetch a model first are left out.
"""

import argparse
import contextlib
import io
import logging
import re
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import peers

TABLE = Path(__file__).parents[1] / "cases" / "segmentation" / "sentences.tsv"
Cutter = Callable[[str], Iterable[str]]


def banglanorm() -> tuple[Cutter, Cutter]:
    from banglanorm import find_sentences, find_words

    return (
        lambda text: [word.text for word in find_words(text)],
        lambda text: [sentence.text for sentence in find_sentences(text)],
    )


def bnlp_toolkit() -> tuple[Cutter, Cutter | None]:
    from bnlp import BasicTokenizer

    return BasicTokenizer(), None


def indic_nlp_library() -> tuple[Cutter, Cutter]:
    from indicnlp.tokenize.indic_tokenize import trivial_tokenize
    from indicnlp.tokenize.sentence_tokenize import sentence_split

    return lambda text: trivial_tokenize(text, lang="bn"), lambda text: sentence_split(text, lang="bn")


def bkit() -> tuple[Cutter, Cutter]:
    from bkit.tokenizer import tokenize, tokenize_sentence

    return tokenize, tokenize_sentence


def regular_expression() -> tuple[Cutter, Cutter]:
    return re.compile(r"\w+").findall, re.compile("[^।?!]+[।?!]?").findall


TOOLS = {
    "banglanorm": banglanorm,
    "bnlp-toolkit": bnlp_toolkit,
    "indic-nlp-library": indic_nlp_library,
    "bkit": bkit,
    r"re, \w+": regular_expression,
}


def pieces(cut: Cutter, text: str) -> list[str]:
    """Cut a text; what a tool raises gives nothing."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return list(cut(text))
    except Exception:  # whatever a tool does with a text
        return []


def solid(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def borders(sentences: Iterable[str]) -> set[int]:
    """Return where sentences end, counted in characters that are no blanks."""
    ends, at = set(), 0
    for sentence in sentences:
        at += len(solid(sentence))
        ends.add(at)
    return ends


def sentence_counts(cut: Cutter) -> tuple[int, int, int]:
    """Return how many borders there are, how many are found, and how many are set where none is."""
    wanted_count = found_count = false_count = 0
    for case in peers.read_cases(TABLE):
        text = case["text"].replace("¦", "")
        wanted, found = borders(case["text"].split("¦")), borders(pieces(cut, text))
        wanted_count += len(wanted)
        found_count += len(wanted & found)
        false_count += len(found - wanted)
    return wanted_count, found_count, false_count


def word_counts(cut: Cutter, lines: Iterable[str]) -> tuple[int, int]:
    """Return how many words begin with a sign, and how many lines are another text than their words are together."""
    cuts = changed = 0
    for line in lines:
        words = pieces(cut, line)
        cuts += sum(unicodedata.category(word[0]) in ("Mn", "Mc") for word in words if word)
        changed += solid("".join(words)) != solid(line)
    return cuts, changed


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    arguments = parser.parse_args()
    logging.disable()
    lines = [line for file in arguments.files for line in file.read_text(encoding="utf-8").splitlines() if line]
    print(f"{len(lines)} lines")
    heads = ("tool", "borders found", "false borders", "words cut", "lines changed", "speed, words", "speed, sentences")
    print("|", " | ".join(heads), "|")
    print("|" + "---|" * len(heads))
    for name, load in TOOLS.items():
        try:
            words, sentences = load()
        except ImportError:
            print(f"{name} is not installed")
            continue
        cuts, changed = word_counts(words, lines)
        wanted, found, false = sentence_counts(sentences) if sentences else (0, 0, 0)
        about_sentences = f"{found} of {wanted} | {false}" if sentences else "– | –"
        speeds = " | ".join(f"{peers.speed(cut, lines):.2f}" if cut else "–" for cut in (words, sentences))
        print(f"| {name} | {about_sentences} | {cuts} | {changed} | {speeds} |")


if __name__ == "__main__":
    main()
