"""Addresses: links and e-mail addresses, which keep their spelling and hold no numbers, dates or quotation marks."""

import re

from banglanorm.script.characters import word_class

ADDRESS_SIGNS = ("://", "www.", "@")  # without one of these a text holds no address

_W = word_class()
# A link up to the next white space, or an e-mail address.
ADDRESS = re.compile(rf"(?:(?:https?|ftp)://|www\.)\S++|(?<![{_W}.+-])[{_W}.+-]++@[{_W}-]++(?:\.[{_W}-]++)++")
# A link as far as it is one beyond doubt: it stops at what closes a quotation or a sentence.
URL = re.compile(rf"(?:(?:https?|ftp)://|www\.)(?:[^\s<>\"‘’“”'`।]|'(?=[{_W}]))*+")
