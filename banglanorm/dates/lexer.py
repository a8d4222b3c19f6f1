"""The lexer of dates and times, the unions of types that patterns use, and where in a text a find can be.

>>> [token.type for token in lexer().tokens("১৭ই আগস্টের") if token.type != "BLANK"]
['D24', 'DAY_ENDING_BARE', 'GREGORIAN_MONTH_OF']
"""

from functools import cache

from banglanorm.dates.lexicon import lexicon
from banglanorm.dates.numerals import read_digits
from banglanorm.dates.tokens import INFLECTIONS, LIMITS, OF_DIGITS, UNITS
from banglanorm.dates.words import may_read, read_word
from banglanorm.lexer import SYMBOLS, Lexer

# The classes of which every find has a word, unless it has digits.
_CORE_CLASSES = frozenset(
    {
        *("gregorian_month", "bangla_month", "hijri_month", "hijri_month_first", "weekday", "near_day", "either_day"),
        *("second_unit", "minute_unit", "hour_unit", "day_unit", "week_unit", "month_unit", "year_unit"),
        *("workday_unit", "decade", "century", "fiscal_year", "fiscal_year_in", "quarter_year", "year_word"),
        *("common_era", "bangla_era", "hijri_era", "shaka_era", "english", "midnight", "oclock"),
        *("fixed_day", "fixed_day_second", "one_oclock"),
    }
)
CORE = "|".join(sorted({*(name.upper() for name in _CORE_CLASSES), *OF_DIGITS, "OCLOCK", "ABOUT_ONE"}))


@cache
def lexer() -> Lexer:
    """Return the lexer of dates and times."""
    return Lexer(
        read_word=read_word,
        read_digits=read_digits,
        may_read=may_read,
        symbols=SYMBOLS | {"[": "OPEN", "]": "CLOSE", "\N{VERTICAL LINE}": "BAR", "?": "QUESTION"},
    )


@cache
def groups() -> dict[str, str]:
    """Return the unions of token types that patterns use."""
    kinds = {kind.upper() for kind, _ in lexicon().values()}
    kinds |= {"ORDINAL", "ENDING", "OCLOCK", "W_HUNDREDS", *(f"W{limit}" for limit in LIMITS)}
    inflected = {kind: "|".join(kind + inflection for inflection in INFLECTIONS) for kind in kinds}
    return inflected | {
        "MONTH": "GREGORIAN_MONTH|BANGLA_MONTH|HIJRI_MONTH",
        "MONTH_BARE": "GREGORIAN_MONTH_BARE|BANGLA_MONTH_BARE|HIJRI_MONTH_BARE",
        "MONTH_SHORT": "GREGORIAN_MONTH_SHORT|LATIN_MONTH",
        "ERA": "COMMON_ERA|BANGLA_ERA|HIJRI_ERA|SHAKA_ERA",
        "THAT": f"{inflected['THAT']}|ONE_OCLOCK_BARE",  # একটা is mostly "a"
        "SIDE": "LAST|NEXT|THIS|GONE",
        "PAST_SIDE": "LAST|GONE",
        "CASE": "ENDING|GENITIVE_PRONOUN|CASE_ENDING",
        "DAY_NUMBER": "D12|D24|D31|W12_BARE|W24_BARE|W31_BARE",
        "HOUR_NUMBER": "ZERO|D12|D24|W12_BARE|W24_BARE",
        "MINUTE_NUMBER": "MINUTE_DIGITS|W12_BARE|W24_BARE|W31_BARE|W32_BARE|W59_BARE",
        "MINUTE_DIGITS": "ZERO|D12|D24|D31|D32|D59",
        "MINUTES_ONLY": "ZERO|D24|D31|D32|D59",
        "HOUR_DIGITS": "ZERO|D12|D24",
        "MINUTE_AT": "W12_AT|W24_AT|W31_AT|W32_AT|W59_AT",
        "TWO_DIGITS": "MINUTE_DIGITS|D99",
        "FOUR_DIGITS": "OLD_YEAR|YEAR_NUMBER",
        "WORD_BELOW_100": "W12_BARE|W24_BARE|W31_BARE|W32_BARE|W59_BARE|W99_BARE",
        "WORD_BELOW_100_OF": "W12_OF|W24_OF|W31_OF|W32_OF|W59_OF|W99_OF",
        "DIGITS": "TWO_DIGITS|D999|FOUR_DIGITS|D9999",
        "COUNT": "DIGITS|LONG_NUMBER|GROUPED|DECIMAL|DOTTED_TIME|WORD_BELOW_100|W_HUNDREDS_BARE",
        "MULTIPLIER": "HUNDRED|THOUSAND|LAKH_OR_CRORE",
        "LENGTH_OF": "|".join(f"{unit}_OF" for unit in sorted(UNITS | {"DECADE", "WORKDAY_UNIT"})),
        "UNIT": "|".join(sorted(UNITS)),
    }
