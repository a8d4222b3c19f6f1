"""What tokens of numbers are worth: numerals, decimals, fractions, products, ordinals, digits said one by one.

`number_value` adds up the words of one numeral: a scale multiplies everything smaller that stands before it since the
last larger one, so এক হাজার আটশত সত্তর কোটি is 1,870 × 10⁷. Both `parsing` and `matches` build on the functions here.

Values are exact whatever the caller's decimal context: a `Decimal` is only made from digits, never calculated with.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from banglanorm.errors import NumberParseError
from banglanorm.lexer import Token
from banglanorm.numbers.digits import MOST_DIGITS, TOO_LARGE, digits_of, int_of

Number = int | Decimal | Fraction
CRORE = 10**7

SCALES = frozenset({"THOUSAND", "LAKH", "LOKKHO", "CRORE", "WESTERN", "ARCHAIC"})
COLLECTIVES = frozenset({"DOZEN", "HALI", "JORA"})
MINUS_SIGNS = frozenset({"NEGATIVE", "OWED", "MINUS", "DASH"})


def exact(value: int | Fraction, /, *, decimal: bool = False) -> Number:
    """Return ``value`` as ``int`` if it is whole, else as ``Decimal`` if asked and possible, else unchanged.

    >>> exact(Fraction(2800000), decimal=True), exact(Fraction(5, 4), decimal=True), exact(Fraction(5, 4))
    (2800000, Decimal('1.25'), Fraction(5, 4))
    """
    if value.denominator == 1:
        return value.numerator
    places = _decimal_places(value.denominator)
    if not decimal or places is None:
        return Fraction(value)
    scaled = abs(value.numerator) * 10**places // value.denominator
    return Decimal((int(value < 0), tuple(map(int, digits_of(scaled))), -places))


def _decimal_places(denominator: int) -> int | None:
    """Return how many decimals a fraction needs, or ``None`` if no number of them is enough."""
    places = 0
    for prime in (2, 5):
        power = 0
        while denominator % prime == 0:
            denominator //= prime
            power += 1
        places = max(places, power)
    return places if denominator == 1 else None


def negated(value: Number, /) -> Number:
    """Return ``-value``; of a ``Decimal`` without rounding it in the caller's context.

    >>> negated(Decimal("0.00")), negated(5)
    (Decimal('-0.00'), -5)
    """
    return value.copy_negate() if isinstance(value, Decimal) else -value


# --- one numeral ----------------------------------------------------------------------------------------------------


def number_value(tokens: Iterable[Token], /) -> Number:
    """Return the value of the tokens of one numeral: number words, digits, hundreds, scales, quarters.

    Raises:
        NumberParseError: two parts stand side by side that do not add up, such as দশ বিশ; the value has more than
            4,000 digits.

    >>> from banglanorm.numbers.words import lexer
    >>> number_value(lexer().tokens("দেড়লাখ"))
    150000
    """
    adder = _Adder()
    for token in tokens:
        adder.add(token)
    return adder.total()


_TOO_LONG = f"more than {MOST_DIGITS:,} digits"
_MOST_BITS = TOO_LARGE.bit_length()


class _Adder:
    """The state of `number_value`: finished terms, and the group of at most three digits that is being built."""

    def __init__(self) -> None:
        self._terms: list[tuple[int, int | Fraction]] = []
        self._group: Number | None = None
        self._quarter: Fraction | None = None
        self._after_hundred = False
        self._decimal = False
        self._last: Token | None = None

    def add(self, token: Token) -> None:
        kind, value = token.type, token.value
        if kind == "APOSTROPHE":
            return
        self._last = token
        if kind in SCALES:
            self._scale(value)
        elif kind in ("SHO", "SHOTO"):
            self._hundred(bare=kind == "SHOTO")
        elif kind == "QUARTER":
            self._quarter = value
        elif self._group is None:
            self._start(kind, value)
        elif self._after_hundred and kind not in ("HUNDREDS", "MIXED", "DECIMAL") and value < 100:
            self._group = self._coefficient() + value
            self._after_hundred = False
        else:
            raise self._error("two numbers stand side by side")

    def _error(self, message: str) -> NumberParseError:
        at = self._last
        return NumberParseError(message, start=at.start, end=at.end) if at else NumberParseError(message)

    def _start(self, kind: str, value: Number) -> None:
        if self._quarter is not None:
            value = Fraction(value) + self._quarter * (100 if kind == "HUNDREDS" else 1)
            self._quarter = None
        self._group = value
        self._after_hundred = kind == "HUNDREDS"
        self._decimal = self._decimal or kind == "DECIMAL"

    def _coefficient(self) -> int | Fraction:
        if self._group is None and self._quarter is not None:
            self._group, self._quarter = 1 + self._quarter, None  # সোয়া লাখ is one lakh and a quarter
        group = 1 if self._group is None else self._group
        return group if isinstance(group, int) else Fraction(group)

    def _hundred(self, *, bare: bool) -> None:
        if self._group is None and self._quarter is None and not bare:
            raise self._error("a hundred stands without its number")
        if self._after_hundred:
            raise self._error("two hundreds stand side by side")
        self._group = exact(self._coefficient() * 100)
        self._after_hundred = True

    def _scale(self, scale: int) -> None:
        smaller = [value for size, value in self._terms if size < scale or size == scale == CRORE]
        bare = not smaller and self._group is None and self._quarter is None
        rest = [term for term in self._terms if not (term[0] < scale or term[0] == scale == CRORE)]
        if bare and self._terms:
            raise self._error("a scale stands without a number")
        if any(size == scale != CRORE for size, _ in self._terms):
            raise self._error("two numbers stand side by side")
        add = 0 if smaller and self._group is None and self._quarter is None else self._coefficient()
        term = (sum(smaller) + add) * scale
        if term.numerator.bit_length() > _MOST_BITS:
            raise self._error(_TOO_LONG)
        self._terms = [*rest, (scale, term)]
        self._group = None
        self._after_hundred = False

    def total(self) -> Number:
        """Return the sum; digits alone keep the zeros of their decimals."""
        if self._quarter is not None:
            raise self._error("a fraction word stands without its number")
        if not self._terms and self._group is not None:
            return exact(self._group) if isinstance(self._group, Fraction) else self._group
        group = self._group if isinstance(self._group, int) else Fraction(self._group or 0)
        value = sum([term for _, term in self._terms]) + group
        if abs(value.numerator) >= TOO_LARGE * value.denominator:
            raise self._error(_TOO_LONG)
        return exact(value, decimal=self._decimal)


# --- amounts: a numeral with its sign, its decimals, what is beside it ----------------------------------------------

_VALUELESS = frozenset({"ENDING", "LOOSE_ENDING", "MEASURE", "TIMES", "MULTIPLE", "PERSON", "BHAG", "SHARE", "PLUS"})
_VALUELESS |= MINUS_SIGNS | {"CURRENCY", "APOSTROPHE"}
_FEWEST_SPOKEN_DIGITS = 3  # two digits side by side are more often "five or seven"
_PLAIN = frozenset({"ONE", "SMALL", "TENS", "D1", "D2", "Z2", "D3", "D4", "D5UP", "GROUPED", "DECIMAL"})
_DIGITS_SAID = frozenset({"ZERO", "ONE", "NOY", "BAR", "SMALL", "TENS", "KURI", "ELIDED", "ELIDED_MARKED"})
_DIGITS_SAID |= {"D0", "D1", "D2", "Z2", "D3", "D4", "D5UP"}
_SINGLE_DIGITS = frozenset({"ZERO", "ONE", "SMALL", "NOY"})


def amount_value(tokens: Sequence[Token], /) -> Number:
    """Return the value of a numeral with its sign and decimals; endings and units beside it are passed over.

    Raises:
        NumberParseError: the parts do not make one number.

    >>> from banglanorm.numbers.words import lexer
    >>> amount_value([t for t in lexer().tokens("মাইনাস তিন দশমিক পাঁচ") if t.type != "BLANK"])
    Decimal('-3.5')
    """
    if len(tokens) == 1 and tokens[0].type in _PLAIN:
        plain: Number = tokens[0].value
        return plain
    parts = [token for token in tokens if token.type not in _VALUELESS]
    kinds = [token.type for token in parts]
    if "POINT" in kinds:
        value = _pointed(parts, kinds.index("POINT"))
    elif kinds[0] in ("HALF", "SIKI", "PORTION"):
        factor = number_value(parts[1:]) if len(parts) > 1 else 1
        value = exact(parts[0].value * Fraction(factor))
    else:
        digits = spoken_digits(parts)
        value = number_value(parts) if digits is None else int_of(digits)
    return negated(value) if tokens[0].type in MINUS_SIGNS else value


def _pointed(parts: list[Token], point: int) -> Number:
    """Read দশমিক: the words after it are digits one by one, or one cardinal whose digits they are (তিন দশমিক পঁচাত্তর)."""
    end = len(parts)
    while parts[end - 1].type in SCALES:
        end -= 1
    whole = number_value(parts[:point]) if point else 0
    if not isinstance(whole, int):
        raise NumberParseError("two decimal points", start=parts[point].start, end=parts[point].end)
    digits = digits_of(whole) + "." + "".join([_digits_said(token) for token in parts[point + 1 : end]])
    if len(digits) - 1 > MOST_DIGITS:
        raise NumberParseError(_TOO_LONG, start=parts[point].start, end=parts[-1].end)
    if end == len(parts):
        return Decimal(digits)
    scale = number_value(parts[end:])
    return exact(Fraction(Decimal(digits)) * Fraction(scale), decimal=True)


def _digits_said(token: Token) -> str:
    if token.type not in _DIGITS_SAID:
        raise NumberParseError("no digits after the decimal point", start=token.start, end=token.end)
    return digits_of(token.value)


def spoken_digits(parts: Sequence[Token], /) -> str | None:
    """Return the digits that three or more single digits spell one by one, or ``None``.

    Raises:
        NumberParseError: there are more than 4,000.

    >>> from banglanorm.numbers.words import lexer
    >>> spoken_digits([t for t in lexer().tokens("শূন্য ছয় তিন") if t.type != "BLANK"])
    '063'
    """
    if len(parts) < _FEWEST_SPOKEN_DIGITS or any(part.type not in _SINGLE_DIGITS for part in parts):
        return None
    if len(parts) > MOST_DIGITS:
        raise NumberParseError(_TOO_LONG, start=parts[0].start, end=parts[-1].end)
    return "".join([str(part.value) for part in parts])


# --- fractions, products, ordinals ----------------------------------------------------------------------------------


def _split_at(tokens: Sequence[Token], kinds: Iterable[str]) -> tuple[list[Token], Token, list[Token]]:
    wanted = frozenset(kinds)
    at = next(i for i, token in enumerate(tokens) if token.type in wanted)
    return list(tokens[:at]), tokens[at], list(tokens[at + 1 :])


def part_value(tokens: Sequence[Token], /) -> Number:
    """Return the value of দুই-তৃতীয়াংশ, of পাঁচ ভাগের তিন ভাগ, which names the whole first, of ২/৩ and of ২ ১/২.

    A sign is passed over.

    Raises:
        NumberParseError: the parts are none, or the numbers are no numerals.

    >>> from banglanorm.numbers.words import lexer
    >>> part_value([t for t in lexer().tokens("পাঁচ ভাগের তিন ভাগ") if t.type != "BLANK"])
    Fraction(3, 5)
    """
    unsigned = [token for token in tokens if token.type not in MINUS_SIGNS and token.type != "PLUS"]
    before, mark, after = _split_at(unsigned, ("PART", "BHAGER", "SLASH", "FRACTION_SLASH"))
    whole: int = 0
    if mark.type == "PART":
        part, parts = amount_value(before) if before else 1, mark.value
    elif mark.type == "BHAGER":
        part, parts = amount_value(after), amount_value(before)
    else:
        *wholes, numerator = [token for token in before if token.type not in _VALUELESS]
        whole, part, parts = wholes[0].value if wholes else 0, numerator.value, after[0].value
    if not parts:
        raise NumberParseError("a fraction of zero parts", start=mark.start, end=mark.end)
    return exact(whole + Fraction(part) / Fraction(parts))


def sign_value(tokens: Sequence[Token], /) -> Number:
    """Return the value of ½, of ১½ and of an anna (৵৹).

    >>> from banglanorm.numbers.words import lexer
    >>> sign_value(lexer().tokens("১½"))
    Fraction(3, 2)
    """
    before, sign, _ = _split_at(tokens, ("VULGAR", "ANNA"))
    value = exact(sign.value + sum(token.value for token in before if token.type not in _VALUELESS))
    return negated(value) if tokens[0].type in MINUS_SIGNS else value


def product_value(tokens: Sequence[Token], kinds: Iterable[str] = COLLECTIVES, /) -> Number:
    """Return the value of তিন ডজন.

    >>> from banglanorm.numbers.words import lexer
    >>> product_value([t for t in lexer().tokens("তিন ডজন") if t.type != "BLANK"])
    36
    """
    before, counted, _ = _split_at(tokens, kinds)
    factor = amount_value(before) if before else 1
    return exact(Fraction(factor) * counted.value)


def scale_value(tokens: Iterable[Token], /) -> Fraction:
    """Return what scales, hundreds and collectives without a number of their own multiply by.

    >>> from banglanorm.numbers.words import lexer
    >>> scale_value(lexer().tokens("শ")), scale_value([])
    (Fraction(100, 1), Fraction(1, 1))
    """
    product = Fraction(1)
    for token in tokens:
        product *= token.value
    return product


def ordinal_value(tokens: Sequence[Token], /) -> Number:
    """Return the rank of তৃতীয়, পঞ্চাশতম, ৭৬ তম.

    >>> from banglanorm.numbers.words import lexer
    >>> ordinal_value(lexer().tokens("পঞ্চাশতম"))
    50
    """
    if tokens[0].type in ("ORDINAL", "LUNAR_DAY", "DATE_ORDINAL"):
        rank: int = tokens[0].value
        return rank
    before, _, _ = _split_at(tokens, ("ORDINAL_MARK",))
    return number_value(token for token in before if token.type != "DASH")


# --- two numbers side by side ---------------------------------------------------------------------------------------

WIDEST = Fraction(5, 2)  # পাঁচ সাত is a loose range, দুই দশ is not
SHARED = SCALES | {"SHO", "SHOTO"}  # what the second of two numbers may have for both


def is_near(low: Number, high: Number, /) -> bool:
    """Say whether two numbers can be a loose range.

    >>> is_near(5, 7), is_near(2, 10), is_near(7, 5)
    (True, False, False)
    """
    return Fraction(low) < Fraction(high) <= Fraction(low) * WIDEST
