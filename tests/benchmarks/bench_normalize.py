"""How fast is normalization beside ``unicodedata.normalize("NFC")``? Run by hand; pytest does not collect this.

    python tests/benchmarks/bench_normalize.py ../shared/corpora/*.txt          # every way, each line seen once
    python tests/benchmarks/bench_normalize.py --only standard repair FILE ...
    python tests/benchmarks/bench_normalize.py --warm --peers FILE ...

Cold, the default: every figure comes from a new process, which sees each line of the file once with every memory empty.
The lines are cut into slices; NFC, one call a line, and the function take turns on each slice. The figure is the time
of NFC over the time of the function, both summed over the file: the median of ``--rounds`` processes. What is built on
first use counts, the import does not. ``text`` and ``batch`` get a slice in one call, ``command`` the whole file.

Warm (``--warm``): one process reads the file again and again; words and lines are remembered from the rounds before.
"""

import argparse
import importlib.util
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from banglanorm import Normalizer

SLICES = 24
Lines = list[str]
Function = Callable[[Lines], object]


def each(function: Callable[[str], object], lines: Lines) -> None:
    for line in lines:
        function(line)


def nfc(lines: Lines) -> None:
    each(lambda line: unicodedata.normalize("NFC", line), lines)


def whole(function: Callable[[str], object], lines: Lines) -> None:
    function("\n".join(lines))


def command(lines: Lines) -> None:
    """Run the command on a file of the lines, writing to a file; the process is there already."""
    from banglanorm.cli import main as run

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.txt")
        source.write_text("\n".join(lines), encoding="utf-8")
        start = time.process_time()
        run(["normalize", str(source), "-o", str(Path(folder, "out.txt"))])
        command.seconds = time.process_time() - start  # type: ignore[attr-defined]


def by_line(**options: object) -> Callable[[], Function]:
    return lambda: partial(each, Normalizer(**options))  # type: ignore[arg-type]


WAYS: dict[str, Callable[[], Function]] = {
    "standard": by_line(),
    "canonical": by_line(profile="canonical"),
    "visual": by_line(profile="visual"),
    "repair": by_line(profile="repair"),
    "composed": by_line(nukta="composed"),
    "ascii": by_line(digits="ascii"),
    "explain": lambda: partial(each, Normalizer().explain),
    "text": lambda: partial(whole, Normalizer()),
    "batch": lambda: Normalizer().batch,
    "command": lambda: command,
}


def peers() -> dict[str, Callable[[], Function]]:
    """Return the normalizers of other packages that are installed here."""
    found: dict[str, Callable[[], Function]] = {}
    if importlib.util.find_spec("bnunicodenormalizer"):
        from bnunicodenormalizer import Normalizer as WordNormalizer

        word = WordNormalizer()
        found["bnunicodenormalizer"] = lambda: partial(each, lambda line: [word(part) for part in line.split()])
    if importlib.util.find_spec("indicnlp"):
        from indicnlp.normalize.indic_normalize import IndicNormalizerFactory

        factory = IndicNormalizerFactory()
        found["indic-nlp"] = lambda: partial(each, factory.get_normalizer("bn").normalize)
    if importlib.util.find_spec("ftfy"):
        import ftfy

        found["ftfy"] = lambda: partial(each, ftfy.fix_text)
    if importlib.util.find_spec("icu"):
        import icu

        found["icu-nfc"] = lambda: partial(each, icu.Normalizer2.getNFCInstance().normalize)
    return found


def seconds(function: Function, lines: Lines) -> float:
    start = time.process_time()
    function(lines)
    own: float | None = getattr(function, "seconds", None)
    return time.process_time() - start if own is None else own


def ratio(function: Function, lines: Lines) -> float:
    """Return the time of NFC over the time of the function, slice by slice in turns, each line once."""
    size = max(1, -(-len(lines) // (1 if function is command else SLICES)))
    base = own = 0.0
    for at in range(0, len(lines), size):
        part = lines[at : at + size]
        base += seconds(nfc, part) / 2
        own += seconds(function, part)
        base += seconds(nfc, part) / 2
    return base / own


def read(path: Path) -> Lines:
    return path.read_text(encoding="utf-8").split("\n")


def cold(way: str, path: Path, rounds: int) -> float:
    run = [sys.executable, __file__, "--one", way, str(path)]
    figures = [float(subprocess.run(run, check=True, capture_output=True).stdout) for _ in range(rounds)]
    return statistics.median(figures)


def warm(way: str, path: Path, rounds: int) -> float:
    function, lines = (WAYS | peers())[way](), read(path)
    return statistics.median([ratio(function, lines) for _ in range(rounds + 1)][1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--only", nargs="+", metavar="WAY", default=[*WAYS], help=f"of {', '.join(WAYS)}")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", action="store_true", help="measure what else is installed too")
    parser.add_argument("--cold", action="store_true", help="each line once in a new process (the default)")
    parser.add_argument("--warm", action="store_true", help="text that was seen before instead")
    parser.add_argument("--one", metavar="WAY", help=argparse.SUPPRESS)
    arguments = parser.parse_args()

    if arguments.one:
        print(ratio((WAYS | peers())[arguments.one](), read(arguments.files[0])))
        return
    ways = [*arguments.only, *(peers() if arguments.peers else ())]
    title = f"times as fast as NFC, {'warm' if arguments.warm else 'cold'}"
    print(f"{title:30s}" + "".join(f"{way:>11s}" for way in ways))
    for path in arguments.files:
        print(f"{path.name:30s}", end="", flush=True)
        for way in ways:
            print(f"{(warm if arguments.warm else cold)(way, path, arguments.rounds):11.2f}", end="", flush=True)
        print()


if __name__ == "__main__":
    main()
