"""Parts of the patterns of readings."""

from banglanorm.script.letters import BENGALI_DIGITS, JOINERS, WORD_CHARACTERS
from banglanorm.spoken.reading import one_of
from banglanorm.tables import read_table

D = f"[0-9{BENGALI_DIGITS}]"
LETTERS = f"[{WORD_CHARACTERS}{JOINERS}]"
DASH = "[-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}]"
JOIN = "[-'’\N{HYPHEN}\N{NON-BREAKING HYPHEN}]"
WHOLE = f"{D}++(?:,{D}{{2,3}}(?!{D}))*+"
NUMBER = f"{WHOLE}(?:\\.{D}++)?+"
# Where digits begin and end that are not a part of something longer.
BEGIN = f"(?<![0-9{BENGALI_DIGITS}A-Za-z_])(?<!{D}[.,:/])"
END = f"(?!{D})(?![.,:/]{D})(?![A-Za-z_])"
SCALE = one_of(
    [
        row["word"]
        for row in read_table("numbers/words")
        if row["type"] in ("THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN")
    ]
    + ["শত", "শ", "শো"]
)
# What is written onto digits: a case ending after a hyphen or an apostrophe, or any letters directly.
CASE = f"{JOIN}(?:র|এর|এ|তে|য়|কে|ও|ই|রা|এরও|এও|এই|টি|টা|টায়|টার|তেও|তম)(?!{LETTERS})"
TAIL = f"(?P<tail>{CASE}|{LETTERS}++)?"


def months() -> str:
    """Return a pattern for the name of a month of any calendar, bare or with an ending."""
    return one_of([row["word"] for row in read_table("dates/words") if row["class"] in _MONTHS])


_MONTHS = ("gregorian_month", "bangla_month", "hijri_month")
