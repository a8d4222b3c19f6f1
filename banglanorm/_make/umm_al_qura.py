"""Makes ``data/dates/umm_al_qura.tsv``, the published Hijri years: ``python -m banglanorm._make.umm_al_qura``.

The month starts are those of the package ``hijridate`` 2.6.0 (MIT licence).
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

_HEAD = """\
# table: dates/umm_al_qura | the years of the Umm al-Qura calendar: their first day and the lengths of their months
# source: month starts of the package hijridate 2.6.0, copyright Mohammed Alshehri
# licence: MIT
# made: python -m banglanorm._make.umm_al_qura
year\tfirst\tlengths
"""


def rows() -> Iterator[str]:
    """Yield a line for each year."""
    from hijridate import ummalqura

    shift = date(*ummalqura.GREGORIAN_RANGE[0]).toordinal() - ummalqura.MONTH_STARTS[0]
    starts = [start + shift for start in ummalqura.MONTH_STARTS]
    for at in range(0, len(starts) - 1, 12):
        lengths = " ".join(str(after - before) for before, after in pairwise(starts[at : at + 13]))
        yield f"{ummalqura.HIJRI_RANGE[0][0] + at // 12}\t{date.fromordinal(starts[at]).isoformat()}\t{lengths}\n"


def main() -> None:
    """Write the table."""
    path = Path(__file__).parent.parent / "data" / "dates" / "umm_al_qura.tsv"
    path.write_text(_HEAD + "".join(rows()), encoding="utf-8")


if __name__ == "__main__":
    main()
