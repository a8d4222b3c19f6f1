r"""`find_numbers`: the numbers in running text, with their place, exact value, kind, unit and ending.

Every way a number stands in a sentence is a row of `CONSTRUCTIONS`: a pattern over the tokens of `words` and
one of the builders of `matches`, which also judge whether a word that can mean something else is a number here.

>>> for m in find_numbers("দেড় লাখ টাকা, ৩০-৩৫ হাজার মানুষ, ছ’দিন; কিন্তু দশটি নয়।"):
...     print(m.text, "=", m.value, m.unit or m.kind)
দেড় লাখ = 150000 taka
৩০-৩৫ হাজার = (30000, 35000) range
ছ’দিন = 6 day
দশটি = 10 cardinal
"""

from functools import cache

from banglanorm.errors import require_str
from banglanorm.finder import Construction, Finder
from banglanorm.numbers import matches as build
from banglanorm.numbers.matches import Build, NumberMatch
from banglanorm.numbers.words import GROUPS, NUMERAL, lexer

__all__ = ["NumberMatch", "find_numbers"]


def find_numbers(text: str, /) -> list[NumberMatch]:
    """Return the numbers in ``text``, sorted and without overlap; of overlapping readings the longest.

    Left out is what is not certain: indefinite quantities (লক্ষ লক্ষ, কয়েক হাজার), একটি as an article, clock times in
    digits, scores, dates in digits, digits inside names and addresses. Lines are read one by one.

    Raises:
        TypeError: ``text`` is not ``str``.

    >>> [(m.start, m.text, m.value) for m in find_numbers("এক হাজার আটশত সত্তর কোটি ডলার, আর ৫.৫ শতাংশ")]
    [(0, 'এক হাজার আটশত সত্তর কোটি', 18700000000), (34, '৫.৫', Decimal('5.5'))]
    """
    require_str(text)
    return list(_finder().find(text))


@cache
def _finder() -> Finder[NumberMatch]:
    return Finder(lexer(), CONSTRUCTIONS, groups=GROUPS | _GROUPS)


# --- parts of patterns ------------------------------------------------------------------------------------------------

_GROUPS = {
    "HEAD": "UNIT|DIGITS|DECIMAL|HUNDREDS|MIXED|QUARTER|SHOTO|SHO|SCALE",
    "FIGURES": "DIGITS|D0|DECIMAL",
    "SPOKEN": "ZERO|ONE|SMALL|NOY",
    "LOOSELY": "ONE|SMALL|NOY|BAR|TENS|KURI|MIXED|ELIDED|ELIDED_MARKED|HUNDREDS|D1|D2|D3",
    "LETTERS": "WORD|LOOSE_ENDING|DIGIT_ORDINAL|DIGIT_DATE",
    "HEAT": "CELSIUS|FAHRENHEIT",
}
# Not inside a name (জি২০, ডি-৮), an address, a date, a code.
_APART = "(?<!LETTERS)(?<!DOT)(?<!SLASH)(?<!COLON)(?<!GLUE)(?<!PERCENT)(?<!(?:LETTERS|DIGITS)~DASH)"
_DECIMALS = "POINT (?:UNIT|DIGITS|D0)(?: (?:UNIT|DIGITS|D0)){0,9}(?: SCALE)?"
_NUMBER = f"(?:{NUMERAL}(?: {_DECIMALS})?|HALF)"
_UNIT = (
    "(?:(?:NATION )?CURRENCY|(?:SQUARE|CUBIC) MEASURE|SPOON DASH? MEASURE|MEASURE(?: HEAT)?|DEGREE(?: HEAT)?|PERCENT"
    "|PERCENT_WORD|TIMES|BAR(?:ENDING)?(?! BAR)|MULTIPLE|PERSON|YEAR_WORD|LABEL|CENTURY|DECADE|COMMA? MONTH|DATE_WORD"
    "|CURRENCY_SIGN|SLASH~DASH|CLOCK|COUNTED|COMPARED|BHAG)"
)
_ENDED = "(?!~(?:WORD|SHO|DIGIT_ORDINAL|DIGIT_DATE|BRACKET))(?!~(?:COLON|SLASH)~DIGITS)(?!~DOT~WORD)"
_AFTER = f"(?:ENDING|BLANK~LOOSE_ENDING)?(?: {_UNIT})?{_ENDED}"
_AMOUNT = f"{_NUMBER}{_AFTER}"
_STRAIGHT = "(?:DIGITS|DECIMAL)(?: SCALE)?"
_AFTER_MONTH = "(?:(?<=MONTH~BLANK)|(?<=MONTH~COMMA~BLANK))"
_FIRST_OF_LINE = "(?:^|(?<=^OPEN)|(?<=^BRACKET))"
_NOUN = "(?:WORD|MEASURE|COUNTED|PERSON|LABEL|CURRENCY|DAYPART)"
_NOT_A_WORD = "(?<!WORD)(?<!DIGITS)"


def _row(
    name: str, pattern: str, builder: Build, example: str = "", counterexample: str = "", *, needs: str = ""
) -> Construction[NumberMatch]:
    return Construction(name, pattern, build.lenient(builder), example, counterexample, needs)


# --- the table --------------------------------------------------------------------------------------------------------

CONSTRUCTIONS = (
    # what has no value, or is no number
    _row("reduplicated", r"(SCALE|SHOTO) \1", build.nothing),
    _row("indefinite", "INDEFINITE (?:HUNDRED|SCALE)(?: SCALE)?", build.nothing),
    _row("enumerator", f"{_FIRST_OF_LINE}FIGURES(?:CLOSE|DOT|DANDA|ANNA|BRACKET)", build.nothing),
    _row("date or address", "FIGURES(?:(?:DOT|COLON|SLASH|DASH)FIGURES){2,9}+", build.nothing),
    _row("time or ratio", "FIGURES~COLON FIGURES", build.nothing, needs="COLON"),
    _row("slashed", "FIGURES~SLASH~FIGURES", build.nothing, needs="SLASH"),
    _row("footnote", "BRACKET FIGURES BRACKET", build.nothing),
    _row("verse", "(?<=DANDA)FIGURES~DANDA", build.nothing, needs="DANDA"),
    _row("ruined", "TENS~ENDING RUINED", build.nothing, needs="RUINED"),
    _row("a day or two", "(?:SMALL|ELIDED)APOSTROPHE? DASH? ONE(?:ENDING)?", build.nothing, needs="ONE"),
    _row("from the first", "ORDINAL (?:SINCE|FROM(?! ORDINAL))", build.nothing),
    _row("name", "ORDINAL NAME_TAIL", build.nothing, needs="NAME_TAIL"),
    # phones and codes
    _row("phone", "D0(?: DASH (?:DIGITS|D0)){0,2}", build.phone),
    _row("phone abroad", "PLUS~DIGITS(?: DASH? (?:DIGITS|D0)){0,3}", build.phone),
    _row("digits one by one", "SPOKEN(?: SPOKEN){2,14}", build.spoken),
    # amounts
    _row("elided before a noun", f"ELIDED(?=APOSTROPHE~{_NOUN})", build.elided, needs="APOSTROPHE"),
    _row("year after its month", f"{_AFTER_MONTH}{NUMERAL}{_AFTER}", build.year, needs="MONTH"),
    _row("amount", f"{_APART}{_AMOUNT}", build.amount),
    _row("negative", f"(?:NEGATIVE|MINUS) {_AMOUNT}", build.amount),
    _row("below zero", f"{_NOT_A_WORD}DASH~(?:DIGITS|DECIMAL) DEGREE(?: HEAT)?", build.amount, needs="DEGREE"),
    _row("money", f"CURRENCY_SIGN {_NUMBER}{_ENDED}", build.money),
    _row("hour", f"DAYPART {_NUMBER}(?:ENDING|BLANK~LOOSE_ENDING)", build.clock),
    _row("hour elided", "DAYPART (?:QUARTER )?ELIDED_BARE~ENDING", build.clock, needs="ELIDED_BARE"),
    _row("hour struck", "(?:QUARTER )?ELIDED_BARE~ENDING(?= CLOCK)", build.clock, needs="ELIDED_BARE"),
    _row("range", f"{_APART}{NUMERAL}DASH{NUMERAL}{_AFTER}", build.span, needs="DASH"),
    _row("spaced range", f"{_APART}{_STRAIGHT} DASH {_STRAIGHT}{_AFTER}", build.span, needs="DASH"),
    _row("from to", f"{_APART}{NUMERAL} FROM {NUMERAL}{_AFTER}", build.span, needs="FROM"),
    _row("pair", f"{_APART}LOOSELY APOSTROPHE? LOOSELY(?: SCALE)?{_AFTER}", build.pair),
    _row("twice", f"{_APART}DIGITS OPEN {NUMERAL} CLOSE(?: SCALE){{0,2}}{_AFTER}", build.twice, needs="OPEN"),
    _row("percent of", f"PERCENT_OF {_NUMBER}(?: BHAG)?", build.percent_of),
    _row("only one", "(?:JUST|AMONG) ONE~ENDING", build.only_one, needs="ONE"),
    _row("one of", "ONE~ENDING(?= DANDA)", build.one_of, needs="DANDA"),
    # fractions
    _row("fraction", f"{NUMERAL} DASH? PART(?:ENDING)?", build.fraction, needs="PART"),
    _row("share", f"{NUMERAL} DASH? BHAGER {NUMERAL}(?: (?:BHAG|SHARE))?", build.share, needs="BHAGER"),
    _row("digits with slash", f"{_APART}DIGITS~SLASH~DIGITS SHARE", build.slashed, needs="SLASH"),
    _row("fraction sign", "(?:DIGITS )?VULGAR", build.vulgar, needs="VULGAR"),
    # ordinals
    _row("ordinal", "ORDINAL(?:ENDING)?(?: CENTURY)?", build.ordinal),
    _row("lunar day", "LUNAR_DAY~ENDING", build.ordinal),
    _row("ordinal in -tamo", f"{NUMERAL} DASH? ORDINAL_MARK(?:ENDING)?", build.ordinal, needs="ORDINAL_MARK"),
    _row("digit ordinal", f"{_APART}DIGITS DIGIT_ORDINAL(?: CENTURY)?", build.digit_ordinal, needs="DIGIT_ORDINAL"),
    _row("digit century", f"{_APART}D2~SHO CENTURY", build.digit_ordinal, needs="CENTURY"),
    _row(
        "digit day",
        f"{_APART}DIGITS(?:DIGIT_DATE|BLANK~DIGIT_DATE(?= MONTH))",
        build.digit_ordinal,
        needs="DIGIT_DATE",
    ),
    _row("day of the month", "DATE_ORDINAL(?:ENDING)?", build.day),
    # about so many
    _row("roughly", "(?:ABOUT )?ROUGHLY(?:ENDING)?", build.roughly, needs="ROUGHLY"),
    _row("roughly so many", f"{NUMERAL} ROUGHLY", build.roughly, needs="ROUGHLY"),
    _row("more than", f"(?:{NUMERAL} )?MORE_THAN", build.roughly, needs="MORE_THAN"),
    _row("count", f"(?:{NUMERAL}|HALF) (?:DOZEN|HALI|JORA)(?:ENDING)?", build.count, needs="DOZEN|HALI|JORA"),
    _row("multiple", "MULTIPLE_WORD(?:ENDING)?", build.multiple),
)
