"""Addresses: links, e-mail addresses and file names, which keep their spelling and hold no numbers or dates."""

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_letters

from banglanorm.script.characters import word_class

_W = word_class()
_LINK = r"(?:(?:https?|ftp)://|www\.)"
# A link as far as it is one beyond doubt: it stops at what closes a quotation or a sentence.
URL = rf"{_LINK}(?:[^\s<>\"‘’“”'`।]|'(?=[{_W}])|(?<=[\u0980-\u09FF])’(?=[\u0980-\u09FF]))*+"

_FILE_ENDINGS = frozenset(
    {
        *("csv", "doc", "docx", "epub", "htm", "html", "ipynb", "json", "jsonl", "log", "md", "ods", "odt", "parquet"),
        *("pdf", "po", "ppt", "pptx", "rtf", "sql", "srt", "tex", "toml", "tsv", "txt", "xls", "xlsx", "xml", "yaml"),
        *("yml", "bmp", "gif", "jpeg", "jpg", "mp3", "mp4", "png", "svg", "wav", "webp", "7z", "bak", "gz", "rar"),
        *("tar", "zip", "c", "cpp", "css", "go", "ini", "java", "js", "php", "py", "rb", "rs", "sh", "ts"),
    }
)
_LATIN = ascii_letters + "_"
_REACH = 300  # characters on either side; no address is longer
_PUNCTUATION = "\"'‘’“”()[]{}<>,;:!?।"


def has_address(text: str, /) -> bool:
    """Say whether an address may be in ``text``: without one of these signs it holds none.

    >>> has_address("ক@খ"), has_address("কখ")
    (True, False)
    """
    # Looking for one character takes a tenth of the time that more take.
    return "@" in text or (":" in text and "://" in text) or ("w" in text and "www." in text)


def find_addresses(text: str, /) -> Iterator[re.Match[str]]:
    """Yield the addresses in ``text``: links up to the next white space, and e-mail addresses.

    >>> [m[0] for m in find_addresses("ক@example.org বা www.example.org।")]
    ['ক@example.org', 'www.example.org।']
    """
    return _address().finditer(text) if has_address(text) else iter(())


@cache
def _address() -> re.Pattern[str]:
    return re.compile(rf"{_LINK}\S++|(?<![{_W}.+-])[{_W}.+-]++@[{_W}-]++(?:\.[{_W}-]++)++")


def is_in_address(text: str, start: int, end: int, /) -> bool:
    """Say whether ``text[start:end]`` is a part of a link, an e-mail address, a file name or a name with Latin letters.

    >>> is_in_address("report_17.09.2023.pdf", 7, 17), is_in_address("তারিখ 17.09.2023.", 6, 16)
    (True, False)
    """
    left, right = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    left = left.split()[-1] if left and not left[-1].isspace() else ""
    right = right.split()[0] if right and not right[0].isspace() else ""
    if not left and not right:
        return False
    if left and left[-1] in _LATIN:
        return True  # v17.09.2023
    chunk = (left + text[start:end] + right).strip(_PUNCTUATION).rstrip(".")
    name, dot, ending = chunk.rpartition(".")
    if dot and ending.lower() in _FILE_ENDINGS and not any(char.isspace() for char in name):
        return True
    found = next(find_addresses(left + text[start:end] + right), None)
    return found is not None and found.start() <= len(left) < found.end()
