"""Measures what a joiner does between a hasanta and a consonant: ``data/normalization/zwj_pairs.tsv``.

    apt-get install fonts-beng fonts-noto-core; pip install uharfbuzz
    python -m banglanorm._make.zwj_pairs FONT.ttf …   # prints the table

Each pair of consonants is shaped by HarfBuzz with ZWJ, with nothing and with ZWNJ after the hasanta, in every font. The
table of the wheel was made with the eight regular faces Ani, Jamrul, Likhan, MitraMono, Mukti, Lohit Bengali, Noto Sans
Bengali and Noto Serif Bengali.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from banglanorm.script.letters import BASIC_CONSONANTS, HASANTA, NUKTA, TA, ZWJ, ZWNJ

_BENGALI = [letter for letter in BASIC_CONSONANTS if letter < "\u09f0"]  # no font measured here sets the Assamese ones
_CONSONANTS = [*_BENGALI, *(letter + NUKTA for letter in "ডঢয")]
_HEADER = """\
# table: what ZWJ does between hasanta and a consonant | source: shaped by HarfBuzz in eight fonts (Ani, Jamrul, Likhan,
# MitraMono, Mukti, Lohit Bengali, Noto Sans Bengali, Noto Serif Bengali) | licence: MIT
# made: python -m banglanorm._make.zwj_pairs; a second consonant with a nukta stands in parentheses
# alike: at least six fonts draw first + hasanta + second the same without it
# explicit: at least half of them draw it as they draw ZWNJ, a visible hasanta; what is in neither column is drawn in a
# form of its own
first	alike	explicit"""


def rows(fonts: Sequence[Any], /) -> list[str]:
    """Return the rows of the table, a first consonant each, from fonts as uharfbuzz loads them."""
    made = []
    for first in _CONSONANTS:
        if first == TA:
            continue  # the spelling of khanda ta before Unicode 4.1
        alike, explicit = "", ""
        for second in _CONSONANTS:
            with_joiner = [_shaped(font, first + HASANTA + ZWJ + second) for font in fonts]
            without = [_shaped(font, first + HASANTA + second) for font in fonts]
            shown = [_shaped(font, first + HASANTA + ZWNJ + second) for font in fonts]
            cell = second if len(second) == 1 else f"({second})"
            if sum(map(_same, with_joiner, without)) * 4 >= len(fonts) * 3:
                alike += cell
            elif sum(map(_same, with_joiner, shown)) * 2 >= len(fonts):
                explicit += cell
        made.append("\t".join((first, alike, explicit)))
    return made


def _same(one: object, other: object) -> bool:
    return one == other


def _shaped(font: Any, text: str) -> list[tuple[int, int, int, int]]:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(font, buffer, {})
    drawn = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, place.x_advance, place.x_offset, place.y_offset) for info, place in drawn]


def main() -> None:
    """Print the table for the fonts named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.zwj_pairs", description=__doc__.split("\n")[0])
    parser.add_argument("fonts", nargs="+", type=Path, metavar="FONT", help="font files")
    files = parser.parse_args().fonts
    import uharfbuzz

    fonts = [uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))) for path in files]
    print("\n".join([_HEADER, *rows(fonts)]))


if __name__ == "__main__":
    main()
