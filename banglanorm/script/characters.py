r"""What kind of character one is, in one version of Unicode, whatever the Python that runs.

``str.isalnum``, ``str.isalpha``, ``str.casefold``, ``\w`` and ``unicodedata`` know the letters of the Unicode version
that their Python was built with; the answers differ for what is newer. Every question about characters of any script
is asked here. ``str.isspace`` and ``\s`` may be asked anywhere: white space is the same in every version.
"""

import re
from functools import cache

import unicodedata2

from banglanorm.tables import read_table

UNICODE_VERSION: str = unicodedata2.unidata_version


def category(char: str, /) -> str:
    """Return the general category of ``char``; the empty string has none.

    >>> category("ক"), category("\N{BENGALI SIGN VIRAMA}"), category("")
    ('Lo', 'Mn', '')
    """
    found: str = unicodedata2.category(char) if char else ""
    return found


def is_letter(char: str, /) -> bool:
    """Say whether ``char`` is a letter of any script; the empty string is none.

    >>> is_letter("ক"), is_letter("é"), is_letter("৭"), is_letter("")
    (True, True, False, False)
    """
    return category(char)[:1] == "L"


def is_letter_or_number(char: str, /) -> bool:
    """Say whether ``char`` is a letter or a number of any script: what ``str.isalnum`` means to say.

    >>> is_letter_or_number("৭"), is_letter_or_number("½"), is_letter_or_number("_")
    (True, True, False)
    """
    return category(char)[:1] in _LETTER_OR_NUMBER


_LETTER_OR_NUMBER = frozenset("LN")


def is_decimal(char: str, /) -> bool:
    r"""Say whether ``char`` is a decimal digit of any script: what ``str.isdecimal`` and ``\d`` mean to say.

    >>> is_decimal("৭"), is_decimal("²")
    (True, False)
    """
    return category(char) == "Nd"


def is_digits(text: str, /) -> bool:
    """Say whether ``text`` is one decimal digit or more, of any script: what ``str.isdecimal`` means to say of texts.

    >>> is_digits("৭1"), is_digits(""), is_digits("৭.")
    (True, False, False)
    """
    return text != "" and all(map(is_decimal, text))


def is_mark(char: str, /) -> bool:
    """Say whether ``char`` is a combining mark of any script.

    >>> is_mark("\N{BENGALI VOWEL SIGN AA}"), is_mark("ক")
    (True, False)
    """
    return category(char)[:1] == "M"


def is_visible(char: str, /) -> bool:
    """Say whether ``char`` can be seen: not a separator, control, format, surrogate, private or unassigned character.

    >>> is_visible("ক"), is_visible("\N{ZERO WIDTH JOINER}"), is_visible(" ")
    (True, False, False)
    """
    return category(char)[:1] not in _UNSEEN


_UNSEEN = frozenset(("C", "Z", ""))


def name(char: str, /) -> str:
    """Return the name of ``char``, or the empty string where it has none.

    >>> name("ক")
    'BENGALI LETTER KA'
    """
    found: str = unicodedata2.name(char, "")
    return found


@cache
def word_class() -> str:
    r"""Return what stands between the brackets of a pattern's class for letters, numbers and ``_`` of any script.

    It is ``\w`` and the letters and numbers that some Python of today does not know: write ``[{word_class()}]`` for
    ``\w`` and ``[^{word_class()}]`` for ``\W``.

    >>> re.findall(f"[{word_class()}]++", "ভাত, rice \U00016d43")
    ['ভ', 'ত', 'rice', '𖵃']
    """
    return r"\w" + _new_letters()


@cache
def _new_letters() -> str:
    rows = read_table("script/new_letters")
    return "".join(f"{chr(int(row['first'], 16))}-{chr(int(row['last'], 16))}" for row in rows)


def casefold(text: str, /) -> str:
    """Return ``text.casefold()``, with the letters newer than some Python of today as they are.

    >>> casefold("Straße")
    'strasse'
    """
    parts = _runs_of_new_letters().split(text)
    parts[::2] = map(str.casefold, parts[::2])
    return "".join(parts)


@cache
def _runs_of_new_letters() -> re.Pattern[str]:
    return re.compile(f"([{_new_letters()}]++)")
