"""The Bengali script: its code points by name and its letter classes, each a string of its members."""

import unicodedata2

# --- code points by name ------------------------------------------------------------------------------------------

CANDRABINDU = "\N{BENGALI SIGN CANDRABINDU}"
ANUSVARA = "\N{BENGALI SIGN ANUSVARA}"
VISARGA = "\N{BENGALI SIGN VISARGA}"
NUKTA = "\N{BENGALI SIGN NUKTA}"
HASANTA = "\N{BENGALI SIGN VIRAMA}"
SANDHI_MARK = "\N{BENGALI SANDHI MARK}"
AVAGRAHA = "\N{BENGALI SIGN AVAGRAHA}"
KHANDA_TA = "\N{BENGALI LETTER KHANDA TA}"
RA = "\N{BENGALI LETTER RA}"
YA = "\N{BENGALI LETTER YA}"
TA = "\N{BENGALI LETTER TA}"

AA_KAR = "\N{BENGALI VOWEL SIGN AA}"
I_KAR = "\N{BENGALI VOWEL SIGN I}"
II_KAR = "\N{BENGALI VOWEL SIGN II}"
U_KAR = "\N{BENGALI VOWEL SIGN U}"
UU_KAR = "\N{BENGALI VOWEL SIGN UU}"
RI_KAR = "\N{BENGALI VOWEL SIGN VOCALIC R}"
VOCALIC_RR_KAR = "\N{BENGALI VOWEL SIGN VOCALIC RR}"
VOCALIC_L_KAR = "\N{BENGALI VOWEL SIGN VOCALIC L}"
VOCALIC_LL_KAR = "\N{BENGALI VOWEL SIGN VOCALIC LL}"
E_KAR = "\N{BENGALI VOWEL SIGN E}"
AI_KAR = "\N{BENGALI VOWEL SIGN AI}"
O_KAR = "\N{BENGALI VOWEL SIGN O}"
AU_KAR = "\N{BENGALI VOWEL SIGN AU}"
AU_LENGTH_MARK = "\N{BENGALI AU LENGTH MARK}"

RRA = "\N{BENGALI LETTER RRA}"
RHA = "\N{BENGALI LETTER RHA}"
YYA = "\N{BENGALI LETTER YYA}"
ASSAMESE_RA = "\N{BENGALI LETTER RA WITH MIDDLE DIAGONAL}"
ASSAMESE_WA = "\N{BENGALI LETTER RA WITH LOWER DIAGONAL}"

ZWJ = "\N{ZERO WIDTH JOINER}"
ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
JOINERS = ZWNJ + ZWJ

DANDA = "\N{DEVANAGARI DANDA}"
DOUBLE_DANDA = "\N{DEVANAGARI DOUBLE DANDA}"
NUMERATOR_FOUR = "\N{BENGALI CURRENCY NUMERATOR FOUR}"  # looks like a danda and is typed for one

# --- classes, each a string of its members ------------------------------------------------------------------------


def _span(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


PRECOMPOSED_NUKTA_LETTERS = RRA + RHA + YYA
BASIC_CONSONANTS = _span("ক", "ন") + _span("প", "র") + "ল" + _span("শ", "হ") + ASSAMESE_RA + ASSAMESE_WA
CONSONANTS = BASIC_CONSONANTS + PRECOMPOSED_NUKTA_LETTERS
VOWEL_LETTERS = _span("অ", "ঌ") + "এঐওঔৠৡ"
VOWEL_SIGNS = _span(AA_KAR, VOCALIC_RR_KAR) + E_KAR + AI_KAR + O_KAR + AU_KAR + VOCALIC_L_KAR + VOCALIC_LL_KAR
FINAL_SIGNS = CANDRABINDU + ANUSVARA + VISARGA
LETTERS = VOWEL_LETTERS + CONSONANTS + KHANDA_TA + AVAGRAHA
SIGNS = VOWEL_SIGNS + FINAL_SIGNS + NUKTA + HASANTA + AU_LENGTH_MARK
WORD_CHARACTERS = LETTERS + SIGNS  # what a Bengali word is made of, joiners apart
BENGALI_DIGITS, ASCII_DIGITS = "০১২৩৪৫৬৭৮৯", "0123456789"
TO_ASCII_DIGITS: dict[int, str] = dict(zip(map(ord, BENGALI_DIGITS), ASCII_DIGITS, strict=True))  # for str.translate
TO_BENGALI_DIGITS: dict[int, str] = dict(zip(map(ord, ASCII_DIGITS), BENGALI_DIGITS, strict=True))
BENGALI_SYMBOLS = "ঀ" + _span("৲", "৽")  # anji, currency, fractions, abbreviation


def is_alphanumeric(char: str) -> bool:
    """Say whether a character is a letter or a number, by the one version of Unicode that everything here asks.

    >>> [is_alphanumeric(char) for char in ("ক", "৫", "a", "²", "।")]
    [True, True, True, True, False]
    """
    return unicodedata2.category(char)[0] in "LN"
