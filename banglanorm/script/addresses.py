"""Addresses: links and e-mail addresses, which keep their spelling and hold no numbers, dates or quotation marks."""

import re

ADDRESS_SIGNS = ("://", "www.", "@")  # without one of these a text holds no address

# A link up to the next white space, or an e-mail address.
ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)\S++|(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)++")
# A link as far as it is one beyond doubt: it stops at what closes a quotation or a sentence.
URL = re.compile(r"(?:(?:https?|ftp)://|www\.)(?:[^\s<>\"‘’“”'`।]|'(?=\w))*+")
