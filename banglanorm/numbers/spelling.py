r"""Numbers into words and into grouped digits: `number_to_words`, `format_number`.

The words come from the lexicon that also reads them (``data/numbers/words.tsv``, tier ``standard``), so
``parse_number(number_to_words(n)) == n`` for every n. Crores stack (এক লাখ কোটি is 10¹²); আরব and খরব, which two other
generators write, are not Bengali usage (reference/numbers.md, section 2).
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Literal

from banglanorm.errors import BanglanormError, ConfigError
from banglanorm.numbers.digits import group_digits, to_bengali_digits
from banglanorm.numbers.words import CRORE, Number
from banglanorm.tables import read_table

# --- styles ----------------------------------------------------------------------------------------------------------
# A style is a choice of words, a word for each choice that differs from the standard, which comes first.

_CHOICES = (("লাখ", "লক্ষ"), ("শো", "শত", "শ"), ("ঊন", "উন"), ("বিশ", "কুড়ি"))
_MANNERS = ("year", "digits")


@dataclass(frozen=True, slots=True)
class _Style:
    """The words of one style: ``below_thousand[n]`` spells n, ``lakh`` is the word for 100,000."""

    below_thousand: tuple[str, ...]
    lakh: str
    hundred: str
    manner: str


def _standard_words(kinds: frozenset[str]) -> dict[int, str]:
    return {
        int(row["value"]): row["word"]
        for row in read_table("numbers/words")
        if row["type"] in kinds and row["tier"] == "standard"
    }


@cache
def _cardinals() -> dict[int, str]:
    return _standard_words(frozenset({"ZERO", "ONE", "SMALL", "NOY", "TENS"}))


@cache
def _ordinals() -> dict[int, str]:
    return _standard_words(frozenset({"ORDINAL"}))


@cache
def _parts() -> dict[int, str]:
    return _standard_words(frozenset({"PART"}))


@lru_cache(maxsize=32)
def _style(name: str) -> _Style:
    chosen = name.split()
    known = {word for words in _CHOICES for word in words} | {"standard", *_MANNERS}
    unknown = [word for word in chosen if word not in known]
    if unknown or not chosen:
        choices = ", ".join("/".join(words) for words in _CHOICES)
        raise ConfigError(f"style {name!r} is not made of standard, year, digits, or words of {choices}")
    lakh, hundred, minus_one, twenty = (next((w for w in words if w in chosen), words[0]) for words in _CHOICES)
    words = {n: minus_one[0] + word[1:] if word[0] == "ঊ" else word for n, word in _cardinals().items()}
    words[20] = twenty
    below: list[str] = []
    for n in range(1000):
        hundreds, rest = divmod(n, 100)
        parts = ([words[hundreds] + hundred] if hundreds else []) + ([words[rest]] if rest or not n else [])
        below.append(" ".join(parts))
    manner = next((word for word in _MANNERS if word in chosen), "")
    return _Style(tuple(below), lakh, hundred, manner)


# --- words ------------------------------------------------------------------------------------------------------------


def number_to_words(n: Number, /, *, ordinal: bool = False, style: str = "standard") -> str:
    """Return ``n`` in Bengali words, in NFC.

    ``style`` is ``"standard"`` or a list of choices with blanks between: লক্ষ for লাখ, শত or শ for শো, উন for ঊন, কুড়ি for
    বিশ; ``"year"`` reads 1100 to 1999 in hundreds (উনিশশো একাত্তর); ``"digits"`` reads digit by digit. Decimals are read
    digit by digit and keep their zeros. Halves and quarters below a hundred are সাড়ে, সোয়া and পৌনে.

    Raises:
        TypeError: ``n`` is not ``int``, ``Decimal`` or ``Fraction``; a ``float`` has no exact value.
        BanglanormError: ``n`` is not finite, or ``ordinal=True`` and it is not a whole number of at least 1.
        ConfigError: ``style`` has a choice that does not exist.

    >>> number_to_words(12345678), number_to_words(12_000, style="শত কুড়ি")
    ('এক কোটি তেইশ লাখ পঁয়তাল্লিশ হাজার ছয়শো আটাত্তর', 'বারো হাজার')
    >>> number_to_words(Decimal("3.05")), number_to_words(Fraction(7, 2)), number_to_words(Fraction(2, 3))
    ('তিন দশমিক শূন্য পাঁচ', 'সাড়ে তিন', 'দুই-তৃতীয়াংশ')
    >>> number_to_words(3, ordinal=True), number_to_words(125, ordinal=True), number_to_words(1971, style="year")
    ('তৃতীয়', 'একশো পঁচিশতম', 'উনিশশো একাত্তর')
    """
    words = _style(style)
    if ordinal:
        return _ordinal(n, words)
    if isinstance(n, int):
        return _integer(n, words) if n >= 0 else f"{_MINUS} {_integer(-n, words)}"
    if isinstance(n, Decimal):
        return _decimal(n, words)
    if isinstance(n, Fraction):
        return _fraction(n, words) if n >= 0 else f"{_MINUS} {_fraction(-n, words)}"
    raise _type_error(n)


_MINUS = "মাইনাস"


def _type_error(n: object) -> TypeError:
    hint = ": use Decimal(str(value)), a float has no exact decimal value" if isinstance(n, float) else ""
    return TypeError(f"expected int, Decimal or Fraction, got {type(n).__name__}{hint}")


def _integer(n: int, style: _Style) -> str:
    if n < 1000 and not style.manner:
        return style.below_thousand[n]
    if style.manner == "digits":
        return _digit_by_digit(_digits(n), style)
    if style.manner == "year" and 1100 <= n < 2000:
        hundreds, rest = divmod(n, 100)
        spoken = style.below_thousand[hundreds] + style.hundred
        return f"{spoken} {style.below_thousand[rest]}" if rest else spoken
    if n < CRORE:
        return _below_crore(n, style)
    sections = []
    while n:
        n, rest = divmod(n, CRORE)
        sections.append(_below_crore(rest, style) if rest else "")
    return f" {_CRORE} ".join(reversed(sections)).replace("  ", " ").rstrip()


_CRORE = "কোটি"


def _below_crore(n: int, style: _Style) -> str:
    below = style.below_thousand
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return below[rest]
    lakhs, thousands = divmod(thousands, 100)
    parts = []
    if lakhs:
        parts.append(f"{below[lakhs]} {style.lakh}")
    if thousands:
        parts.append(f"{below[thousands]} হাজার")
    if rest:
        parts.append(below[rest])
    return " ".join(parts)


def _digits(n: int) -> str:
    """Return the decimal digits of ``n``, also beyond the 4,300 that ``str`` allows."""
    chunk = 10**4000
    if n < chunk:
        return str(n)
    parts = []
    while n >= chunk:
        n, rest = divmod(n, chunk)
        parts.append(f"{rest:04000d}")
    return str(n) + "".join(reversed(parts))


def _digit_by_digit(digits: str, style: _Style) -> str:
    return " ".join([style.below_thousand[int(digit)] for digit in digits])


def _decimal(n: Decimal, style: _Style) -> str:
    sign, digits, exponent = n.as_tuple()
    if not isinstance(exponent, int):
        raise BanglanormError(f"{n} has no words")
    if abs(exponent) > _MOST_PLACES:
        raise BanglanormError(f"{n!r} has more than {_MOST_PLACES} places")
    whole = _unsigned(digits[:exponent] if exponent < 0 else digits + (0,) * exponent)
    words = _integer(whole, style)
    if exponent < 0:
        decimals = "".join(map(str, digits)).zfill(-exponent)[exponent:]
        words = f"{words} দশমিক {_digit_by_digit(decimals, style)}"
    return f"{_MINUS} {words}" if sign else words


_MOST_PLACES = 4000


def _unsigned(digits: tuple[int, ...]) -> int:
    return int(Decimal((0, digits or (0,), 0)))


def _fraction(n: Fraction, style: _Style) -> str:
    whole, rest = divmod(n, 1)
    if not rest:
        return _integer(whole, style)
    if n in _NAMED_FRACTIONS:
        return _NAMED_FRACTIONS[n]
    if 0 < whole < 99 and rest in _QUARTERS and not style.manner:
        word, more = _QUARTERS[rest]
        return f"{word} {style.below_thousand[whole + more]}"
    part = _parts().get(n.denominator)
    if part:
        return f"{_integer(n.numerator, style)}-{part}"
    return f"{_integer(n.denominator, style)} ভাগের {_integer(n.numerator, style)} ভাগ"


_NAMED_FRACTIONS = {Fraction(1, 2): "অর্ধেক", Fraction(3, 2): "দেড়", Fraction(5, 2): "আড়াই"}
_QUARTERS = {Fraction(1, 2): ("সাড়ে", 0), Fraction(1, 4): ("সোয়া", 0), Fraction(3, 4): ("পৌনে", 1)}


def _ordinal(n: Number, style: _Style) -> str:
    if not isinstance(n, (int, Decimal, Fraction)):
        raise _type_error(n)
    if not isinstance(n, int) or n < 1:
        raise BanglanormError(f"an ordinal needs a whole number of at least 1, got {n!r}")
    word = _ordinals().get(n)
    if word:
        return word
    bare = {100: "শত", 1000: "হাজার", 10**5: style.lakh, CRORE: _CRORE}.get(n)
    return (bare or _integer(n, style)) + "তম"


# --- digits -----------------------------------------------------------------------------------------------------------


def format_number(
    n: Number,
    /,
    *,
    digits: Literal["bengali", "ascii"] = "bengali",
    grouping: Literal["lakh", "western", "none"] = "lakh",
) -> str:
    """Return ``n`` in digits with grouping commas; decimals are kept as they are, a fraction is written with a slash.

    ``parse_number`` reads the result back to the same value.

    Raises:
        TypeError: ``n`` is not ``int``, ``Decimal`` or ``Fraction``; a ``float`` has no exact value.
        BanglanormError: ``n`` is not finite.
        ConfigError: ``digits`` or ``grouping`` has a value that does not exist.

    >>> format_number(1234567), format_number(Decimal("-1234567.50"), digits="ascii", grouping="western")
    ('১২,৩৪,৫৬৭', '-1,234,567.50')
    """
    if digits not in ("bengali", "ascii"):
        raise ConfigError(f"digits {digits!r} is not one of bengali, ascii")
    if grouping not in ("lakh", "western", "none"):
        raise ConfigError(f"grouping {grouping!r} is not one of lakh, western, none")
    text = _grouped(n, grouping)
    return to_bengali_digits(text) if digits == "bengali" else text


def _grouped(n: Number, grouping: str) -> str:
    if isinstance(n, int):
        return ("-" if n < 0 else "") + group_digits(_digits(abs(n)), grouping)
    if isinstance(n, Fraction):
        below = f"/{n.denominator}" if n.denominator != 1 else ""
        return _grouped(n.numerator, grouping) + below
    if not isinstance(n, Decimal):
        raise _type_error(n)
    exponent = n.as_tuple().exponent
    if not isinstance(exponent, int):
        raise BanglanormError(f"{n} has no digits")
    if abs(exponent) > _MOST_PLACES:
        raise BanglanormError(f"{n!r} has more than {_MOST_PLACES} places")
    sign = "-" if n.is_signed() else ""
    whole, point, decimals = f"{n:f}".lstrip("-").partition(".")
    return f"{sign}{group_digits(whole, grouping)}{point}{decimals}"
