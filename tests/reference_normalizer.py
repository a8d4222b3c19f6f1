"""A slow, plain normalizer: the rules of the profiles ``visual`` and ``standard``, one by one, as they are stated.

It shares no code with the library. It works on a whole line at a
time, until nothing changes, and cares nothing for speed. It makes no claim about addresses, the sandhi mark and marks
of another script on a Bengali letter: leave those out (``is_covered``) when comparing.
"""

import re
import string
import unicodedata
from pathlib import Path

import unicodedata2
from reference_marks import MARKS, rewritten

import banglanorm
from banglanorm.tables import read_table

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


NO_LETTER = "০১২৩৪৫৬৭৮৯0123456789ঀ৲৳৴৵৶৷৸৹৺৻ৼ৽।॥–—…‘’“”«»´‚ʼ‛′″„°₹×÷" + string.punctuation + string.whitespace
BIDI = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
FULL_WIDTH = {chr(0xFEE0 + ord(char)): char for char in "!#%&()*+,-./:;=?[]"}
FULL_WIDTH |= dict(zip("﹐﹒﹔﹕﹖﹗﹙﹚﹣︐︓︔︕︖", ",.;:?!()-,:;!?", strict=True))


def is_bengali(char: str) -> bool:
    return re.fullmatch(f"[{WORD}]", char) is not None


def is_idle(before: str, after: str) -> bool:
    """What is not seen does nothing beside Bengali, nor between two that are not both letters of Latin."""
    edges = [not char or char in NO_LETTER or char in FULL_WIDTH for char in (before, after)]
    latin = [char in set(string.ascii_letters) for char in (before, after)]
    known = all(edge or letter for edge, letter in zip(edges, latin, strict=True))
    return is_bengali(before) or is_bengali(after) or (known and any(edges))


def around(text: str, m: re.Match[str]) -> tuple[str, str]:
    return text[: m.start()][-1:], text[m.end() :][:1]


def bidi(line: str) -> str:
    """Controls of direction go from a line without right-to-left letters."""
    if re.search(RIGHT_TO_LEFT, line):
        return re.sub(f"(?<=[{WORD}])[\u200e\u200f\u061c]+(?=[{WORD}])", "", line)
    return re.sub(f"[{BIDI}]", "", line)


def unseen(token: str) -> str:
    """V12: where it is idle nothing unseen stays; a zero width space between a Bengali and another word is a space."""

    def deleted(m: re.Match[str]) -> str:
        return re.sub(f"[{DELETED}]", "", m[0]) if is_idle(*around(token, m)) else m[0]

    def spaced(m: re.Match[str]) -> str:
        before, after = around(without, m)
        if ZWSP not in m[0] or not is_idle(before, after):
            return m[0]
        word = [is_bengali(char) or (char.isalnum() and char not in NUMERATORS) for char in (before, after)]
        both = is_bengali(before) and is_bengali(after)
        if all(word) and not both and not (before.isdigit() and after.isdigit()):
            return " " if is_bengali(before) or is_bengali(after) else m[0]
        if before == H and re.match(f"[{CONSONANT}]", after):
            return ZWNJ  # it kept the letters apart, as ZWNJ does
        return m[0].replace(ZWSP, "")

    run = f"[{DELETED}{ZWSP}{ZWJ}{ZWNJ}]+"
    without = re.sub(run, deleted, token)
    return re.sub(run, spaced, without)


def pairs() -> dict[str, str]:
    """What ZWJ between two consonants is: nothing, ZWNJ; itself where the pair is not here."""
    written = {}
    table = Path(banglanorm.__file__).parent / "data/normalization/zwj_pairs.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            first, alike, explicit = line.split("\t")
            for cell, joiner in ((alike, ""), (explicit, ZWNJ)):
                for second in re.findall(r"\(..\)|.", cell):
                    written[first, second.strip("()")] = joiner
    return written


PAIRS = pairs()


def joiners(token: str) -> str:
    """V3, V1, V5, V9, K1: the first joiner of a run decides."""
    token = re.sub(f"\u09a4{H}{ZWJ}[{ZWJ}{ZWNJ}]*", "\u09ce", token)

    def replaced(m: re.Match[str]) -> str:
        before, after = around(token, m)
        if before == "\u09b0" and re.match(f"{H}[{ZWJ}{ZWNJ}]*\u09af", token[m.end() :]):
            return ZWJ
        if before == H and m[0][0] == ZWNJ and re.match(f"[{CONSONANT}{VOWEL_LETTER}]", after):
            return ZWNJ
        first = re.search(f"([{CONSONANT}]{N}?)[{ZWJ}{ZWNJ}]*\\Z", token[: max(m.start() - 1, 0)])
        if before == H and first and re.match(f"[{CONSONANT}]", after):
            second = after + (N if token[m.end() + 1 :].startswith(N) else "")
            return PAIRS.get((first[1], second), ZWJ)
        return "" if is_idle(before, after) else m[0]

    return re.sub(f"[{ZWJ}{ZWNJ}]+", replaced, token)


def signs_first(m: re.Match[str]) -> str:
    """V10: all vowel signs of a run, then its candrabindus."""
    return re.sub("\u0981", "", m[0]) + "\u0981" * m[0].count("\u0981")


SIMPLE = (
    ("V8", f"([{NUKTA_LETTERS}]{N}?)([{VOWEL_SIGN}{FINAL_SIGN}]+){N}", rf"\1{N}\2"),
    ("V10", f"[{VOWEL_SIGN}\u0981]{{2,}}", signs_first),
    ("V11", "([\u0982\u0983]+)\u0981", "\u0981\\1"),
    ("V6", f"([\u0981{N}\u09c1-\u09c4{H}\u09e2\u09e3])\\1+", r"\1"),
    ("V4 o", f"\u09be\u09c7(?![{CONSONANT}\u09dc\u09dd\u09df])", "\u09cb"),
    ("V4 au", "\u09d7\u09c7", "\u09cc"),
    ("V2 aa", "\u0985\u09be", "\u0986"),
    ("V2 rr", "\u098b\u09c3", "\u09e0"),
    ("V2 ll", "\u098c\u09e2", "\u09e1"),
    ("V7", f"\u09ac{N}", "\u09b0"),
)


def plain(line: str) -> str:
    """Full-width marks of a token with Bengali, or alone, are plain ones, unless the line has East Asian letters."""
    if re.search("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]", line):
        return line

    def replaced(m: re.Match[str]) -> str:
        has_bengali = re.search(f"[{WORD}০-৯A-Za-z0-9]", m[0]) or all(char in FULL_WIDTH for char in m[0])
        return "".join(FULL_WIDTH.get(char, char) for char in m[0]) if has_bengali else m[0]

    return re.sub(r"\S+", replaced, line)


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
        money = any(char.isdecimal() or char in "৲৳৴৵৶৸৹৻" for char in around)
        return m[0] if money else "।" * len(m[0])

    return re.sub("৷+", replaced, line)


FINAL_WORDS = {row["text"] for row in read_table("normalization/sentence_ends") if row["kind"] == "word"}
FINAL_ENDINGS = {row["text"] for row in read_table("normalization/sentence_ends") if row["kind"] == "ending"}
NOT_FINAL = {row["text"] for row in read_table("normalization/sentence_ends") if row["kind"] == "other"}


def pipes(line: str) -> str:
    """P2: | is a danda where it ends a Bengali sentence and parts neither cells nor headings."""
    if re.match(r"\s*\|", line) or re.search(r"\[\[|\{\{|\{\|", line):
        return line
    if _pipes(line, 3) != line:
        return _pipes(line, 2)  # beside a bar that ends a sentence for sure, a shorter one is a sentence too
    return line


def _pipes(line: str, fewest: int) -> str:
    tight = re.search(r"\S\|\S", line)
    written = list(line)
    for m in re.finditer(rf"(?<=[{WORD}])( ?)\|(?=\s|[{MARKS}]*(?:\s|\Z))", line):
        words = re.split("[।?!|]", line[: m.start()])[-1].split()
        last = words[-1]
        verb = last in FINAL_WORDS or (
            any(last.endswith(e) and last != e for e in FINAL_ENDINGS) and last not in NOT_FINAL
        )
        rest = re.split("[।?!|]", line[m.end() :])[0].split()
        long = len(words) >= (fewest if m[1] or rest else 2)
        if m[1] and rest:
            ends = verb and len(words) > 1 and len(rest) > 1 and re.match(f"[{WORD}]", rest[0])
        else:
            ends = verb or (long and not tight)
        if ends:
            written[m.end() - 1] = "।"
    return "".join(written)


def marks(line: str) -> str:
    """Apostrophes as ', paired quotation marks as ‘ ’ “ ”, unless that changes how the line reads."""
    once = rewritten(line)
    return once if rewritten(once) == once else line


def visual(text: str) -> str:
    return "\n".join(map(_visual_line, text.split("\n")))


def _visual_line(line: str) -> str:
    if not BENGALI.search(line):
        return nfc(line)
    words = re.split("([ \N{NO-BREAK SPACE}])", bidi(line))
    return dandas("".join(map(letters, words)).replace("\N{NO-BREAK SPACE}", " "))


def standard(text: str) -> str:
    return "\n".join(map(_standard_line, text.split("\n")))


def _standard_line(line: str) -> str:
    return marks(pipes(plain(_visual_line(line)))) if BENGALI.search(line) else nfc(line)


def is_covered(text: str) -> bool:
    """Say whether the reference makes a claim about the text."""
    if any(sign in text for sign in ("://", "www.", "@", "\u09fe")):
        return False
    foreign = (char for char in unicodedata2.normalize("NFD", text) if not BENGALI.match(char))
    return not any(unicodedata.category(char)[0] == "M" or "\u1100" <= char <= "\u11ff" for char in foreign)
