"""Hypothesis strategies for dates: the words of the lexicon, digits and marks in any order, and dates that exist."""

from datetime import date, datetime

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from banglanorm.script.letters import BENGALI_DIGITS
from banglanorm.tables import read_table

_ENDINGS = ["", "", "", "ের", "ে", "র", "তে", "য়", "কে", "ই", "ও", "টা", "টায়"]


def _words() -> SearchStrategy[str]:
    spellings = [row["word"] for row in read_table("dates/words")]
    numbers = [row["word"] for row in read_table("numbers/words")]
    return st.builds("{}{}".format, st.sampled_from([*spellings, *numbers[:120]]), st.sampled_from(_ENDINGS))


def _digits() -> SearchStrategy[str]:
    endings = ["", "", "ই", "শে", "লা", "টা", "টায়", "টার", "-এর", "–এর", "’", ":", ": ", ".", ",", "শ", "তম"]
    digits = st.one_of(
        st.text(BENGALI_DIGITS, min_size=1, max_size=4),
        st.sampled_from(["১৭", "২০২৩", "১৪৩০", "২৯", "৩১", "১০:৩০", "১৭.০৯.২৩", "০১/০২/২০২০", "২০২৩-২৪", "১২", "৭১"]),
    )
    return st.builds("{}{}".format, digits, st.sampled_from(endings))


def date_noise() -> SearchStrategy[str]:
    """Words and digits of dates in any order: everything the patterns are made of, rarely a date."""
    token = st.one_of(
        _words(), _words(), _digits(), st.sampled_from(["(", ")", ",", "-", "–", "’", "ও", "থেকে", "ক", "।"])
    )
    glue = st.sampled_from([" ", " ", " ", "", "  ", "\t", "\n"])
    return st.lists(st.builds("{}{}".format, token, glue), min_size=1, max_size=12).map("".join)


def references() -> SearchStrategy[date | datetime | None]:
    """When a text may have been written: not known, a day, or a moment."""
    return st.one_of(st.none(), st.dates(), st.datetimes())


def regions() -> SearchStrategy[str]:
    """Both regions."""
    return st.sampled_from(["bd", "in"])
