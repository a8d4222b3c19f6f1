"""How fast do many processes go through a large file, and in how much memory? Run by hand.

``python tests/benchmarks/bench_corpora.py --size 200 FILE…`` repeats the lines of the files until so many MB are there,
and lets ``banglanorm normalize`` rewrite them, with one process and with two. Wall time needs a machine with two idle
cores; the CPU time of the process that reads and writes says how far more processes would carry.
"""

import argparse
import json
import subprocess
import sys
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

# Runs the command, and tells what it and its workers took.
_RUN = """
import json, resource, sys, time
from banglanorm.cli import main
begun = time.perf_counter()
status = main(sys.argv[1:])
wall = time.perf_counter() - begun
mine, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = [used.ru_utime + used.ru_stime for used in (mine, theirs)]
print(json.dumps([status, wall, *cpu, mine.ru_maxrss / 1024, theirs.ru_maxrss / 1024]))
"""


def make(target: Path, files: list[Path], megabytes: int) -> None:
    """Write whole lines of the files, over and over, until there are enough."""
    wanted = megabytes * 1_000_000
    with target.open("wb") as stream:
        for file in cycle(files):
            for line in file.read_bytes().splitlines():
                wanted -= stream.write(line + b"\n")
                if wanted <= 0:
                    return


def measure(jobs: int, options: list[str], source: Path, target: Path) -> list[float]:
    """Return the exit status, the wall time, the CPU time of parent and workers, and the peak MB of each."""
    arguments = ["normalize", "-j", str(jobs), *options, "-o", str(target), str(source)]
    done = subprocess.run([sys.executable, "-c", _RUN, *arguments], capture_output=True, check=True, text=True)
    found: list[float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Print a line for each number of processes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--size", type=int, default=200, help="MB")
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--options", default="", help="of normalize, such as '--field text --summary'")
    args = parser.parse_args()
    suffix = args.files[0].suffix
    with TemporaryDirectory() as folder:
        source, target = Path(folder, f"in{suffix}"), Path(folder, f"out{suffix}")
        make(source, args.files, args.size)
        for _ in range(args.rounds):
            for jobs in args.jobs:
                _, wall, mine, theirs, peak, peaks = measure(jobs, args.options.split(), source, target)
                print(
                    f"-j {jobs}: {wall:.1f} s, {args.size / wall:.1f} MB/s; CPU {mine:.1f} s, workers {theirs:.1f} s; "
                    f"peak {peak:.0f} MB, of a worker {peaks:.0f} MB",
                    flush=True,
                )


if __name__ == "__main__":
    main()
