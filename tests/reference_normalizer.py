"""A slow, plain normalizer: the rules of the profiles ``visual`` and ``standard``, one by one, as they are stated.

It shares no code with the library but the labels of apostrophes and quotation marks. It works on a whole line at a
time, until nothing changes, and cares nothing for speed. It makes no claim about addresses, the sandhi mark and marks
of another script on a Bengali letter: leave those out (``is_covered``) when comparing.
"""

import re
import unicodedata

import unicodedata2

from banglanorm.normalization.marks import read_marks
from banglanorm.normalization.quotes import label_pieces

N, H = "\N{BENGALI SIGN NUKTA}", "\N{BENGALI SIGN VIRAMA}"
ZWJ, ZWNJ = "\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"
ZWSP = "\N{ZERO WIDTH SPACE}"
DELETED = "\N{SOFT HYPHEN}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
NUMERATORS = "৴৵৶৷৸৹"
BENGALI = re.compile("[\u0980-\u09ff]")

CONSONANT = "\u0995-\u09a8\u09aa-\u09b0\u09b2\u09b6-\u09b9\u09f0\u09f1"
VOWEL_LETTER = "\u0985-\u098c\u098f\u0990\u0993\u0994\u09e0\u09e1"
VOWEL_SIGN = "\u09be-\u09c4\u09c7\u09c8\u09cb\u09cc\u09d7\u09e2\u09e3"
FINAL_SIGN = "\u0981-\u0983"
LETTER = f"{CONSONANT}{VOWEL_LETTER}\u09bd\u09ce\u09dc\u09dd\u09df"
WORD = f"{LETTER}{VOWEL_SIGN}{FINAL_SIGN}{N}{H}"
NUKTA_LETTERS = "\u09a1\u09a2\u09af\u0995\u0996\u0997\u099c\u09ab"


def nfc(text: str) -> str:
    return unicodedata2.normalize("NFC", text)


def unseen(line: str) -> str:
    """V12: beside Bengali nothing unseen stays; a zero width space between a Bengali and another word is a space."""

    def replaced(m: re.Match[str]) -> str:
        before, after = line[: m.start()][-1:], line[m.end() :][:1]
        beside = [bool(char) and re.match(f"[{WORD}]", char) is not None for char in (before, after)]
        if not any(beside) or not m[0].strip(ZWJ + ZWNJ):
            return m[0]
        other = after if beside[0] else before
        if ZWSP in m[0] and before == H and re.match(f"[{CONSONANT}]", after):
            return ZWNJ  # it kept the letters apart, as ZWNJ does
        space = ZWSP in m[0] and not all(beside) and other.isalnum() and other not in NUMERATORS
        joined = re.sub(f"[{DELETED}{ZWSP}]", "", m[0]) if beside[0] else ""  # other rules judge the joiners
        return joined + " " * space

    return re.sub(f"[{DELETED}{ZWSP}{ZWJ}{ZWNJ}]+", replaced, line)


def joiners(line: str) -> str:
    """V3, V1, V5, V9, K1: the first joiner of a run decides."""
    line = re.sub(f"\u09a4{H}{ZWJ}[{ZWJ}{ZWNJ}]*", "\u09ce", line)

    def replaced(m: re.Match[str]) -> str:
        before, after = line[: m.start()][-1:], line[m.end() : m.end() + 2]
        if before == "\u09b0" and after == H + "\u09af":
            return ZWJ
        if m[0][0] == ZWNJ and before == H and re.match(f"[{CONSONANT}{VOWEL_LETTER}]", after):
            return ZWNJ
        return "" if re.search(f"[{WORD}]", before + after[:1]) else m[0]

    return re.sub(f"[{ZWJ}{ZWNJ}]+", replaced, line)


def signs_first(m: re.Match[str]) -> str:
    """V10: all vowel signs of a run, then its final signs."""
    return re.sub(f"[{FINAL_SIGN}]", "", m[0]) + re.sub(f"[{VOWEL_SIGN}]", "", m[0])


SIMPLE = (
    ("V8", f"([{NUKTA_LETTERS}]{N}?)([{VOWEL_SIGN}{FINAL_SIGN}]+){N}", rf"\1{N}\2"),
    ("V10", f"[{VOWEL_SIGN}{FINAL_SIGN}]{{2,}}", signs_first),
    ("V11", "([\u0982\u0983]+)\u0981", "\u0981\\1"),
    ("V6", f"([\u0981{N}\u09c1-\u09c4{H}\u09e2\u09e3])\\1+", r"\1"),
    ("V4 o", "\u09be\u09c7", "\u09cb"),
    ("V4 au", "\u09d7\u09c7", "\u09cc"),
    ("V2 aa", "\u0985\u09be", "\u0986"),
    ("V2 rr", "\u098b\u09c3", "\u09e0"),
    ("V2 ll", "\u098c\u09e2", "\u09e1"),
    ("V7", f"\u09ac{N}", "\u09b0"),
)


def letters(line: str) -> str:
    """N and V rules, again and again until nothing changes."""
    while True:
        before = line
        line = nfc(joiners(unseen(nfc(line))))
        for _, pattern, replacement in SIMPLE:
            line = nfc(re.sub(pattern, replacement, line))
        if line == before:
            return line


def dandas(line: str) -> str:
    """P1: ৷ is a danda unless an amount of money is beside it."""

    def replaced(m: re.Match[str]) -> str:
        around = line[: m.start()][-1:] + line[m.end() : m.end() + 1]
        money = any(char.isdigit() or char in "৲৳৴৵৶৸৹৻" for char in around)
        return m[0] if money else "।" * len(m[0])

    return re.sub("৷+", replaced, line)


def pipes(line: str) -> str:
    """P2: | is a danda where every | of the line ends a Bengali sentence of two words or more."""
    *sentences, _ = line.split("|")
    ends = all(re.search(f"[{WORD}]\\Z", sentence) and len(sentence.split()) > 1 for sentence in sentences)
    follows = re.search(r"\|[^\s‘’'`´‚ʼ‛′“”\"″«»„]", line) is None
    return line.replace("|", "।") if ends and follows else line


def marks(line: str) -> str:
    """Apostrophes as ', paired quotation marks as ‘ ’ “ ”, unless that changes how the line reads."""
    once = _marks_once(line)
    return once if _marks_once(once) == once else line


def _marks_once(line: str) -> str:
    found = read_marks(line)
    written = list(line)
    for label in label_pieces(found.pieces()):
        places = found.places[label.first : label.last + 1]
        if label.role == "apostrophe" and not label.keeps:
            written[places[0]] = "'"
        elif label.partner >= 0:
            double = len(places) > 1 or line[places[0]] in '“”"«»„'
            for place in places:
                written[place] = ""
            written[places[0]] = ("“”" if double else "‘’")[label.role == "close"]
    return "".join(written)


def visual(text: str) -> str:
    return "\n".join(map(_visual_line, text.split("\n")))


def _visual_line(line: str) -> str:
    if not BENGALI.search(line):
        return nfc(line)
    return dandas(letters(line).replace("\N{NO-BREAK SPACE}", " "))


def standard(text: str) -> str:
    return "\n".join(map(_standard_line, text.split("\n")))


def _standard_line(line: str) -> str:
    return marks(pipes(_visual_line(line))) if BENGALI.search(line) else nfc(line)


def is_covered(text: str) -> bool:
    """Say whether the reference makes a claim about the text."""
    if any(sign in text for sign in ("://", "www.", "@", "\u09fe")):
        return False
    foreign = (char for char in unicodedata2.normalize("NFD", text) if not BENGALI.match(char))
    return not any(unicodedata.category(char)[0] == "M" or "\u1100" <= char <= "\u11ff" for char in foreign)
