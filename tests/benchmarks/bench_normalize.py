"""How fast is normalization beside ``unicodedata.normalize("NFC")``? Run by hand; pytest does not collect this.

    python tests/benchmarks/bench_normalize.py ../shared/corpora/*.txt          # normalize, default profile
    python tests/benchmarks/bench_normalize.py --explain --peers FILE ...

Every function is called once a line. The runs of all functions take turns, and the figure is the median over the rounds
of (time of NFC / time of the function), so that a busy machine slows both sides of each ratio. A first round, which
fills the caches, does not count; ``--cold`` compiles a new normalizer for every round.
"""

import argparse
import importlib.util
import statistics
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

from banglanorm import Normalizer

LineFunction = Callable[[str], object]


def nfc(line: str) -> str:
    return unicodedata.normalize("NFC", line)


def peers() -> dict[str, LineFunction]:
    """Return the normalizers of other packages that are installed here."""
    found: dict[str, LineFunction] = {}
    if importlib.util.find_spec("bnunicodenormalizer"):
        from bnunicodenormalizer import Normalizer as WordNormalizer

        word = WordNormalizer()
        found["bnunicodenormalizer"] = lambda line: [word(part) for part in line.split()]
    if importlib.util.find_spec("indicnlp"):
        from indicnlp.normalize.indic_normalize import IndicNormalizerFactory

        found["indic-nlp-library"] = IndicNormalizerFactory().get_normalizer("bn").normalize
    if importlib.util.find_spec("ftfy"):
        import ftfy

        found["ftfy"] = ftfy.fix_text
    if importlib.util.find_spec("icu"):
        import icu

        found["PyICU NFC"] = icu.Normalizer2.getNFCInstance().normalize
    return found


def seconds(function: LineFunction, lines: list[str]) -> float:
    start = time.process_time()
    for line in lines:
        function(line)
    return time.process_time() - start


def ratios(functions: dict[str, Callable[[], LineFunction]], lines: list[str], rounds: int) -> dict[str, float]:
    """Return the median of the ratios to NFC; each entry makes the function to measure, anew for every round."""
    measured: dict[str, list[float]] = {name: [] for name in functions}
    for number in range(rounds + 1):
        for name, make in functions.items():
            function = make()
            base = seconds(nfc, lines)
            ratio = base / seconds(function, lines)
            if number:
                measured[name].append(ratio)
    return {name: statistics.median(values) for name, values in measured.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--explain", action="store_true", help="measure explain too")
    parser.add_argument("--peers", action="store_true", help="measure what else is installed too")
    parser.add_argument("--cold", action="store_true", help="a new normalizer for every round: nothing is remembered")
    parser.add_argument("--profile", default="standard")
    arguments = parser.parse_args()

    warm = Normalizer(profile=arguments.profile)

    def normalizer() -> Normalizer:
        return Normalizer(profile=arguments.profile) if arguments.cold else warm

    functions: dict[str, Callable[[], LineFunction]] = {"normalize": normalizer}
    if arguments.explain:
        functions["explain"] = lambda: normalizer().explain
    if arguments.peers:
        functions |= {name: (lambda function=function: function) for name, function in peers().items()}
    print(f"{'times as fast as NFC, one call a line':40s}" + "".join(f"{name:>20s}" for name in functions))
    for path in arguments.files:
        lines = path.read_text(encoding="utf-8").split("\n")
        lines *= max(1, 2_000_000 // max(1, path.stat().st_size))  # small files are read several times in a round
        result = ratios(functions, lines, arguments.rounds)
        print(f"{path.name:40s}" + "".join(f"{result[name]:20.2f}" for name in functions), flush=True)


if __name__ == "__main__":
    main()
