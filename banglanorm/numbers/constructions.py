"""The table of everything that is found as a number in running text, a row for each way a number stands there.

A row is a pattern over the tokens of `words`, one of the builders of `amounts`, `ranges` and `parts`, and two examples
that prove the row. Of rows that match alike the first is tried first.
"""

from banglanorm.finder import Construction
from banglanorm.numbers import amounts, clocks, parts, ranges
from banglanorm.numbers.making import Build, lenient
from banglanorm.numbers.match import NumberMatch
from banglanorm.numbers.patterns import GROUPS as SHARED_GROUPS

# --- parts of patterns ------------------------------------------------------------------------------------------------

GROUPS = SHARED_GROUPS | {
    "FIGURES": "DIGITS|D0|DECIMAL|NUMERAL",
    "SPOKEN": "ZERO|ONE|SMALL|NOY",
    "LOOSELY": "ONE|SMALL|NOY|BAR|TENS|KURI|MIXED|ELIDED|ELIDED_MARKED|HUNDREDS|D1|D2|D3",
    "NUMBER_WORD": "ONE|SMALL|NOY|BAR|TENS|KURI|MIXED|HUNDREDS",
    "LETTERS": "WORD|NOT|LOOSE_ENDING|DIGIT_ORDINAL|DIGIT_DATE|HEAT|SHORT|MEASURE",
    "HEAT": "CELSIUS|FAHRENHEIT",
    "MONEY": "CURRENCY|CHANGE",
    "CODES": "DIGITS|D0",
    "SAID": "UNIT|CODES|NUMERAL",
    "ROUGH": "ROUGHLY|COUPLE|SOME",
    "BEFORE_NONE": "LETTERS|DOT|PLUS|SLASH|COLON|GLUE|EQUALS|PERCENT",
}
# What every find has one of.
CORE = (
    "UNIT|ELIDED_BARE|DIGITS|D0|DECIMAL|HUNDREDS|HUNDRED|MIXED|QUARTER|SCALE|HALF|SIKI|PORTION|COLLECTIVE|ORDINAL|LUNAR_DAY"
    "|DATE_ORDINAL|PART|VULGAR|ROUGH|MORE_THAN|MULTIPLE_WORD|PERCENTAGE|NUMERAL"
)
# Not inside a name (জি২০, ডি-৮), an address, a date, a code, a word (জামাআ’তের); after three dots
# a sentence begins.
_CLEAR = "(?:(?<!BEFORE_NONE)|(?<=DOT~DOT~DOT))(?<!SHO~BLANK)(?<!LETTERS~APOSTROPHE)"
_APART = f"{_CLEAR}(?<!(?:LETTERS|FIGURES)~DASH)"
# ৬ মাস-১ বছর: the word before the hyphen is the unit of a number.
_APART_OR_NEXT = f"{_CLEAR}(?:(?<!(?:LETTERS|FIGURES)~DASH)|(?<=NUMERAL~BLANK~MEASURE~DASH))"
_DECIMALS = "POINT SAID(?: SAID){0,9}"
_NUMBER = f"(?:NUMERAL(?: {_DECIMALS})?|HALF|SIKI)"
_ABBREVIATED = "(?:SHORT DOT? SHORT DOT?|SHORT~DOT MEASURE|SHORT~DOT)"  # কি.মি., মি. গ্রা., মি. গ্রাম, গ্রা.
_RATE = "(?:~SLASH~(?:MEASURE|SHORT~DOT?)|BLANK*+PER MEASURE)"  # কিমি/ঘণ্টা
_MEASURED = (
    f"(?:SPOON DOT? DASH? MEASURE|(?:(?:SQUARE|CUBIC|METRIC) )?(?:MEASURE|{_ABBREVIATED}){_RATE}?(?: DISTANCE)?)"
)
_HOT = "(?:DEGREE(?: (?:HEAT|SHORT~DOT|(?<=DEGREE)SHORT))?|(?<=BLANK)HEAT)"
_PERCENT = "PERCENT(?: (?:DASH~)?LOOSE_ENDING(?= COMPARED))?"  # ৫০%-এর বেশি
_UNIT = (
    f"(?:(?:NATION )?MONEY|CURRENCY_CODE|{_MEASURED}|{_HOT}|{_PERCENT}|PERCENT_WORD|TIMES|BAR(?:ENDING)?(?! BAR)"
    "|MULTIPLE|PERSON|YEAR_WORD|LABEL|CENTURY|DECADE|COMMA? MONTH|DATE_WORD|CURRENCY_SIGN|SLASH~(?:DASH|EQUALS)|CLOCK"
    "|COUNTED|BHAG)"
)
_ENDED = (
    "(?!~(?:WORD|NOT|SHORT|HEAT|SHO|DIGIT_ORDINAL|DIGIT_DATE|BRACKET|GLUE))(?!~(?:COLON|SLASH)~FIGURES)"
    "(?!~DOT~(?:WORD|SHORT))(?:(?<=MEASURE)|(?!~DASH~FIGURES))"
)
_ENDING = "(?:ENDING|BLANK~LOOSE_ENDING)"
_AFTER = f"(?:~PLUS(?!~FIGURES))?{_ENDING}?(?: {_UNIT})?(?: COMPARED)?{_ENDED}"
_AMOUNT = f"{_NUMBER}{_AFTER}"
_STRAIGHT = "(?:DIGITS|DECIMAL)(?: SCALE)?"
_AFTER_MONTH = "(?:(?<=MONTH~BLANK)|(?<=MONTH~COMMA~BLANK)|(?<=MONTH~DASH))"
_AFTER_DANDA = "(?:(?<=DANDA)|(?<=DANDA~BLANK))"
_FIRST_OF_LINE = "(?:^|(?<=^OPEN)|(?<=^BRACKET))"
_NOUN = "(?:WORD|DISTANCE|MEASURE|COUNTED|PERSON|LABEL|MONEY|DAYPART)"
_FREE = "(?:^|(?<=BLANK)|(?<=OPEN))"
_SIGN = f"(?:NEGATIVE|MINUS|{_FREE}DASH)"
_SIGN_BEFORE = f"(?:NEGATIVE|MINUS)BLANK*+|{_FREE}DASH~"
_LESS = f"(?:{_SIGN_BEFORE})?"
# পাঁচ-ছ মাস, আট-ন হাজার: what is counted shows that ছ and ন are numbers.
_CUT_SHORT = "ELIDED_BARE(?=ENDING|BLANK*+(?:MEASURE|MONEY|PERSON|TIMES|NUMERAL))(?: NUMERAL)?"
_SIGNED = f"(?:{_SIGN_BEFORE}|{_APART})"
_CLAUSE = "~OPEN CODES CLOSE"  # ধারা ৫(১)
_CLAUSES = f"(?:(?:{_CLAUSE}){{1,3}}(?:~CODES)?)?"  # মামলা নং ৪৫(৮)২৩
_COUNTS = "MONEY|PERSON|MEASURE|SCALE|PERCENT_WORD|PERCENT|NATION|YEAR_WORD"
_NO_COUNT = f"(?! DASH? CODES)(?!BLANK*+(?:{_COUNTS}))(?!~(?:WORD|COLON|SLASH|DOT~CODES))"


def _row(
    name: str, pattern: str, builder: Build, example: str, counterexample: str, *, needs: str = ""
) -> Construction[NumberMatch]:
    return Construction(name, pattern, lenient(builder), example, counterexample, needs)


# --- the table --------------------------------------------------------------------------------------------------------

CONSTRUCTIONS = (
    # phones and codes
    _row("phone", "D0", amounts.phone, "যোগাযোগ ০১৭১২৩৪৫৬৭৮", "কক্ষ ০০৭"),
    _row("phone in two parts", "(?:D0|Z2) DASH? CODES", amounts.phone, "যোগাযোগ ০১৭১২-৩৪৫৬৭৮", "কক্ষ ০১২-৩৪"),
    _row(
        "phone in three parts",
        "(?:D0|Z2) DASH? CODES DASH? CODES",
        amounts.phone,
        "যোগাযোগ ০৩৩ ২২১৪ ৫৪৮৬",
        "কক্ষ ০১২-৩৪-৫৬",
    ),
    _row(
        "phone in four parts",
        "(?:D0|Z2) DASH? CODES DASH? CODES DASH? CODES",
        amounts.phone,
        "যোগাযোগ ০১৭১ ২৩ ৪৫ ৬৭৮",
        "০১২-৩৪-৫৬-৭",
    ),
    _row(
        "phone with its area in brackets",
        "OPEN (?:D0|Z2) CLOSE DASH? CODES(?: DASH? CODES)?",
        amounts.phone,
        "(০২) ৯৫৫১২৩৪",
        "(০২) ৯৫",
    ),
    _row("phone in halves", "D5UP DASH? D5UP", amounts.phone, "যোগাযোগ ৯৮৩১০ ১২৩৪৫", "কক্ষ ১৮৩১০ ১২৩৪৫"),
    _row(
        "toll-free phone",
        "D4 DASH? CODES DASH? CODES",
        amounts.toll_free,
        "টোল ফ্রি ১৮০০ ৩৪৫ ৬৭৮৯",
        "কোড ১৯০০ ৩৪৫ ৬৭৮৯",
    ),
    _row("code in halves", "D3 D0(?! DASH? CODES)", amounts.halved, "কলকাতা ৭০০ ০৯১", "কলকাতা ৭০০ ০৯১২৩"),
    _row("phone abroad", "PLUS~DIGITS(?: DASH? CODES){0,3}", amounts.phone, "ফোন +৮৮০ ১৯১২-৩৪৫৬৭৮", "লাভ +৫০০"),
    _row(
        "number after its label",
        f"LABEL(?: COLON?|DASH) CODES{_NO_COUNT}{_CLAUSES}{_ENDING}?",
        amounts.label,
        "বাড়ি নং ১২",
        "বাড়ি নং ১২টি",
    ),
    _row(
        "number with clauses before its label",
        f"{_APART}CODES(?:{_CLAUSE}){{1,3}} LABEL",
        amounts.clause,
        "৯(১) ধারায়",
        "৯ ধারায়",
        needs="LABEL",
    ),
    _row(
        "code after its word",
        f"CODE LABEL?(?: COLON?|DASH) (?:D3|D4|D5UP|D0)(?:~DASH~CODES){{0,2}}{_NO_COUNT}{_ENDING}?",
        amounts.label,
        "পিন কোড ৭০০০৯১",
        "কোড ৭০০টি",
    ),
    _row(
        "page",
        f"(?<!COUNTED_BY~BLANK)(?<!PER~BLANK)MEASURE(?:BLANK|DASH)CODES{_NO_COUNT}{_ENDING}?",
        amounts.page,
        "পৃষ্ঠা ৪৫ দেখুন",
        "পৃষ্ঠা ৪৫টি",
    ),
    _row(
        "quarter more or less",
        f"QUARTER (?:{_MEASURED}|MONEY)",
        parts.quarter,
        "সোয়া কেজি",
        "সাড়ে কেজি",
        needs="QUARTER",
    ),
    _row(
        "digits one by one",
        "SPOKEN(?: SPOKEN){2,14}(?: TENS(?: SPOKEN){1,9})?",
        amounts.spoken,
        "ফ্লাইট তিন ছয় তিন",
        "এক দুই তিন",
    ),
    # what has no value, or is no number
    _row("reduplicated", r"(SCALE|SHOTO) \1", amounts.nothing, "হাজার হাজার টাকা", "দুই হাজার টাকা"),
    _row("indefinite", "INDEFINITE (?:HUNDRED|SCALE)(?: SCALE)?", amounts.nothing, "কয়েক হাজার টাকা", "দুই হাজার টাকা"),
    _row("enumerator", f"{_FIRST_OF_LINE}FIGURES(?:CLOSE|DOT|DANDA|ANNA|BRACKET)", amounts.nothing, "১. চা", "মোট ১. চা"),
    _row(
        "enumerator with a dash",
        f"{_FIRST_OF_LINE}(?:D1|D2)~DASH(?=BLANK)(?!BLANK*+COUNTED_BY)",
        amounts.nothing,
        "২- চা",
        "২- ৩ কেজি চা",
        needs="DASH",
    ),
    _row(
        "enumerator in a line",
        f"{_AFTER_DANDA}FIGURES~DOT(?!~FIGURES)",
        amounts.nothing,
        "শেষ। ২. চা",
        "শেষ। ২ চা",
        needs="DANDA",
    ),
    _row(
        "date or address",
        "FIGURES(?:(?:DOT|COLON|SLASH|DASH)FIGURES){2,9}+",
        amounts.nothing,
        "মোট ১.২.৩ টাকা",
        "মোট ২.৩ টাকা",
    ),
    _row("date with blanks", "(?:D1|D2|Z2) Z2 D4", amounts.nothing, "১৯ ০৬ ২০২৩", "১৯ ৬ ২০২৩"),
    _row("time or ratio", "FIGURES~COLON FIGURES", amounts.nothing, "১০: ৩০ টাকা", "১০, ৩০ টাকা", needs="COLON"),
    _row("footnote", "BRACKET FIGURES BRACKET", amounts.nothing, "দেখুন [ ১২ ]", "দেখুন ( ১২ )"),
    _row("verse", "(?<=DANDA)FIGURES~DANDA", amounts.nothing, "শেষ।।৪৭।।", "শেষ। ৪৭", needs="DANDA"),
    _row("ruined", "TENS~ENDING RUINED", amounts.nothing, "বারোটা বাজিয়ে দিল", "বারোটা দিল", needs="RUINED"),
    _row(
        "ruined by itself",
        "(?<!DAYPART~BLANK)TENS~ENDING CLOCK",
        clocks.ruined,
        "দেশের বারোটা বাজে",
        "রাতের বারোটা বাজে",
        needs="CLOCK",
    ),
    _row("score with two dashes", "FIGURES~DASH~DASH~FIGURES", amounts.nothing, "হার ২--১", "হার ২ - - ১", needs="DASH"),
    _row(
        "boundary",
        f"(?<=COUNTED_BY~ENDING~BLANK)SMALL(?!~ENDING)(?! (?:{_UNIT}|COUNTED_BY|COLLECTIVE|PART|BHAGER|DASH))",
        amounts.boundary,
        "৬টি চার মারলেন",
        "৬টি তিন মারলেন",
    ),
    _row(
        "boundaries in digits",
        f"{_APART}(?:D1|D2) SMALL(?!~ENDING)(?! (?:{_UNIT}|COUNTED_BY|COLLECTIVE|PART|BHAGER|DASH))",
        amounts.boundaries,
        "১১ চার মারলেন",
        "১১ তিন মারলেন",
    ),
    _row("from the first", "ORDINAL (?:SINCE|FROM(?! ORDINAL))", amounts.nothing, "প্রথম থেকেই জানি", "প্রথম দিন"),
    _row("name", "ORDINAL NAME_TAIL", amounts.nothing, "প্রথম আলো", "প্রথম দিন", needs="NAME_TAIL"),
    # amounts
    _row(
        "elided before a noun", f"ELIDED(?=APOSTROPHE~{_NOUN})", amounts.elided, "দু’পক্ষের", "দু’জনের", needs="APOSTROPHE"
    ),
    _row(
        "year after its month",
        f"{_AFTER_MONTH}NUMERAL{_AFTER}",
        amounts.year,
        "মার্চ ১৯৭১, ঢাকা",
        "মোট ১৯৭১, ঢাকা",
        needs="MONTH",
    ),
    _row("one of", "ONE~ENDING(?= DANDA)", amounts.one_of, "সেরা দলের একটি।", "এই তো একটি।", needs="DANDA"),
    _row(
        "hour with a point",
        f"DECIMAL{_AFTER}",
        clocks.pointed_clock,
        "মোট ৩.০০ টা",
        "মোট ৩.৫ জন",
    ),
    _row("amount", f"{_APART_OR_NEXT}{_AMOUNT}", amounts.amount, "পাঁচটি", "জি২০"),
    _row("negative", f"(?:NEGATIVE|MINUS) {_AMOUNT}", amounts.amount, "মাইনাস সাত", "সাত মাইনাস"),
    _row("below zero", f"{_FREE}DASH~NUMERAL{_AFTER}", amounts.signed, "লাভ -৫%", "লাভ -৫"),
    _row(
        "point first",
        f"(?<!LETTERS)(?<!CODES)(?<!DOT)(?<!CLOSE)DOT~CODES (?:{_UNIT})",
        amounts.point,
        "ওজন .৫ গ্রাম",
        "ওজন .৫",
    ),
    _row(
        "point said first",
        f"(?<!NUMERAL~BLANK){_DECIMALS}{_AFTER}",
        amounts.amount,
        "দশমিক পাঁচ",
        "দশমিক পদ্ধতি",
        needs="POINT",
    ),
    _row("hour", f"DAYPART {_NUMBER}{_ENDING}", clocks.clock, "সকাল নয়টায়", "সকালে নয়"),
    _row(
        "hour and minutes",
        f"DAYPART DECIMAL(?: MEASURE|(?!BLANK*+(?:{_UNIT}|SCALE|DEGREE|ENDING)))",
        clocks.clock_in_digits,
        "সকাল ১১.৩০",
        "বিকাল ৩.৩০ কেজি",
    ),
    _row(
        "hour elided",
        "DAYPART (?:QUARTER )?ELIDED_BARE~ENDING",
        clocks.clock,
        "সকাল নটায়",
        "সকাল নয়",
        needs="ELIDED_BARE",
    ),
    _row(
        "hour struck",
        "(?:QUARTER ELIDED_BARE~ENDING|ELIDED_BARE~ENDING(?= CLOCK))",
        clocks.clock,
        "নটা বাজে",
        "নটা গাছ",
        needs="ELIDED_BARE",
    ),
    _row(
        "twice",
        f"{_APART}NUMERAL OPEN NUMERAL CLOSE(?: NUMERAL)?{_AFTER}",
        amounts.twice,
        "৫ (পাঁচ) লাখ",
        "৫ (ছয়) লাখ",
        needs="OPEN",
    ),
    _row(
        "range of percent",
        "PERCENT_OF NUMERAL(?:~DASH~NUMERAL|BLANK*+FROM NUMERAL)(?: BHAG)?",
        ranges.percent_span,
        "শতকরা ১০-১৫ ভাগ",
        "শতকরা ১০ ভাগ",
        needs="PERCENT_OF",
    ),
    _row("percent of", f"PERCENT_OF {_NUMBER}(?: BHAG)?", amounts.percent_of, "শতকরা ১০ ভাগ", "শতকরা হিসাব"),
    _row(
        "portion",
        f"PORTION(?:ENDING)?(?: (?:{_UNIT}|BECOME|COMPARED))?",
        amounts.portion,
        "অর্ধেক মানুষ",
        "ভয়ে অর্ধেক হয়ে গেল",
    ),
    _row("all of it", "PERCENTAGE", amounts.all_of_it, "শতভাগ সফল", "শত ভাগ্য"),
    _row(
        "hour and its minutes",
        f"(?:DAYPART )?NUMERAL~ENDING NUMERAL{_ENDING}?(?: CLOCK)?{_ENDED}(?! (?:{_UNIT}|SCALE|NUMERAL|FROM))",
        clocks.clock_with_minutes,
        "ট্রেন ১০টা ৪৫ এর দিকে",
        "আম ১০টা ৪৫ টাকা",
    ),
    _row("only one", "(?:JUST|AMONG|ONLY) ONE~ENDING", amounts.only_one, "মাত্র একটি ফল", "একটি ফল", needs="ONE"),
    # money with its sign or word first
    _row("money", f"CURRENCY_SIGN {_NUMBER}{_ENDING}?(?: COMPARED)?{_ENDED}", amounts.money, "দাম ৳৫০০", "চিহ্ন ৳"),
    _row("money below zero", f"{_FREE}DASH~CURRENCY_SIGN~NUMERAL{_ENDED}", amounts.debt, "জমা -৳৫০০", "জমা – ৳৫০০"),
    _row("range of money", f"CURRENCY_SIGN NUMERAL DASH NUMERAL{_ENDED}", ranges.money_span, "দাম ৳৫০০-৭০০", "দাম ৳৫০০"),
    _row(
        "money after its code",
        f"CURRENCY_CODE DOT? {_NUMBER}(?:~SLASH~DASH)?{_ENDED}",
        amounts.money,
        "Tk. ৫০০",
        "Tk. দাম",
    ),
    _row(
        "money in a bill",
        f"CURRENCY COLON? {_NUMBER}(?:(?: OPEN NUMERAL CLOSE)? ONLY|~SLASH~(?:DASH|EQUALS)(?: ONLY)?)",
        amounts.money,
        "টাকা ৫০০ মাত্র",
        "টাকা ৫০০ জনের",
    ),
    _row(
        "money with change",
        f"{_APART}NUMERAL CURRENCY NUMERAL CHANGE",
        amounts.with_change,
        "২ টাকা ৫০ পয়সা",
        "২ টাকা ও ৫০ পয়সা",
        needs="CHANGE",
    ),
    # ranges
    _row(
        "range",
        f"{_APART}(?:NUMERAL|ELIDED_BARE)~DASH~(?:NUMERAL|{_CUT_SHORT}){_AFTER}",
        ranges.span,
        "দুই-তিন হাজার",
        "তিন-দুই গোলে",
        needs="DASH",
    ),
    _row(
        "range of what is counted twice",
        f"{_APART}NUMERAL(?:{_ENDING}|BLANK*+(?:PERCENT|CURRENCY_SIGN|CURRENCY|PERSON|PERCENT_WORD|{_HOT}|{_MEASURED}))~DASH~"
        f"NUMERAL{_AFTER}",
        ranges.counted_span,
        "৫ কেজি-৬ কেজি",
        "৬ কেজি-৫ মিটার",
        needs="DASH",
    ),
    _row(
        "range below zero",
        f"(?:NEGATIVE|MINUS) NUMERAL~DASH~NUMERAL{_AFTER}",
        ranges.span_below_zero,
        "মাইনাস তিন-চার ডিগ্রি",
        "তিন-চার ডিগ্রি",
        needs="NEGATIVE|MINUS",
    ),
    _row(
        "more than a range",
        f"{_APART}NUMERAL~DASH~NUMERAL MORE_THAN{_AFTER}",
        ranges.more_than,
        "দুই-তিন শতাধিক মানুষ",
        "দুই শতাধিক মানুষ",
        needs="MORE_THAN",
    ),
    _row(
        "range with a slash",
        f"{_APART}NUMBER_WORD~SLASH~NUMBER_WORD(?: HUNDRED)?(?: SCALE)?{_AFTER}",
        ranges.span,
        "তিন/চার হাজার টাকা",
        "চার/তিন হাজার টাকা",
        needs="SLASH",
    ),
    _row(
        "range with a slash in digits",
        f"{_APART}NUMERAL~SLASH~NUMERAL{_AFTER}",
        ranges.slash_span,
        "১০/১২ জন",
        "১২/১০ জন",
        needs="SLASH",
    ),
    _row(
        "spaced range",
        f"{_APART}{_STRAIGHT} DASH {_STRAIGHT}{_AFTER}",
        ranges.span,
        "১৮ - ৩০ বছর",
        "৩ - ০ গোলে",
        needs="DASH",
    ),
    _row(
        "from to",
        f"{_APART}NUMERAL(?: {_DECIMALS})? FROM NUMERAL(?: {_DECIMALS})?{_AFTER}",
        ranges.span,
        "১০ থেকে ১২ লাখ",
        "৭০ থেকে ১ লাখ",
        needs="FROM",
    ),
    _row(
        "either",
        f"{_APART}NUMERAL (?:OR|SHORT) NUMERAL{_AFTER}",
        ranges.either,
        "চার বা পাঁচশ টাকা",
        "চার বা পাঁচ টাকা",
        needs="OR|SHORT",
    ),
    _row(
        "from below zero",
        f"{_SIGN} NUMERAL FROM (?:(?:NEGATIVE|MINUS|DASH) )?NUMERAL{_AFTER}",
        ranges.span,
        "-৫ থেকে ৫ ডিগ্রি",
        "-৫ থেকে -৯ ডিগ্রি",
        needs="FROM",
    ),
    _row(
        "pair",
        f"{_APART}(?!ONE (?:D1|D2|D3))LOOSELY APOSTROPHE? LOOSELY(?: HUNDRED)?(?: SCALE)?{_AFTER}",
        ranges.pair,
        "পাঁচ সাত দিন",
        "পাঁচ সাত",
    ),
    _row(
        "pair with their scale",
        f"{_APART}NUMERAL NUMERAL{_AFTER}",
        ranges.scaled_pair,
        "চার লাখ পাঁচ লাখ টাকা",
        "চার লাখ পাঁচ হাজার টাকা",
    ),
    # fractions
    _row("fraction", "NUMERAL DASH? PART(?:ENDING)?", parts.fraction, "দুই-তৃতীয়াংশ", "তৃতীয়াংশ", needs="PART"),
    _row(
        "share",
        "NUMERAL DASH? BHAGER NUMERAL(?: (?:BHAG|SHARE))?",
        parts.fraction,
        "পাঁচ ভাগের তিন ভাগ",
        "তিন ভাগের পাঁচ ভাগ",
        needs="BHAGER",
    ),
    _row(
        "digits with slash",
        f"{_SIGNED}(?:DIGITS )?DIGITS~SLASH~DIGITS (?:SHARE|{_MEASURED})",
        parts.signed(parts.slashed),
        "১/২ কাপ",
        "২/৩ দিন",
        needs="SLASH",
    ),
    _row(
        "digits with fraction slash",
        f"{_LESS}(?:DIGITS )?DIGITS~FRACTION_SLASH~DIGITS(?: {_MEASURED})?",
        parts.signed(parts.slashed),
        "৩⁄৪",
        "৪⁄৩",
        needs="FRACTION_SLASH",
    ),
    _row(
        "whole and fraction",
        f"{_SIGNED}DIGITS DIGITS~SLASH~DIGITS(?!~(?:SLASH|DASH|FIGURES))",
        parts.signed(parts.mixed),
        "দৈর্ঘ্য ৩ ১/৪",
        "৩ ৩/৪ জন",
        needs="SLASH",
    ),
    _row(
        "fraction sign",
        f"{_LESS}(?:DIGITS )?VULGAR(?: (?:{_MEASURED}|PERCENT|PERCENT_WORD))?",
        parts.signed(parts.vulgar),
        "১½ কাপ",
        "১ কাপ",
        needs="VULGAR",
    ),
    # ordinals
    _row("ordinal", "ORDINAL(?:ENDING)?(?: CENTURY)?", parts.ordinal, "তৃতীয় দিন", "প্রথমে যাই"),
    _row("lunar day", "LUNAR_DAY~ENDING", parts.ordinal, "দশমীর দিন", "দশমী পাল"),
    _row(
        "ordinal in -tamo",
        "NUMERAL(?: DASH|~APOSTROPHE)? ORDINAL_MARK(?:ENDING)?",
        parts.ordinal,
        "পঞ্চাশতম",
        "পঞ্চাশটি",
        needs="ORDINAL_MARK",
    ),
    _row(
        "digit ordinal",
        f"(?:{_APART}|(?<=DIGIT_ORDINAL~DASH))DIGITS DIGIT_ORDINAL(?: CENTURY)?",
        parts.digit_ordinal,
        "২য়",
        "২ম",
        needs="DIGIT_ORDINAL",
    ),
    _row("digit century", f"{_APART}D2~SHO CENTURY", parts.digit_ordinal, "১৯শ শতক", "১৯শ টাকা", needs="CENTURY"),
    _row(
        "digit day",
        f"(?:{_APART}|(?<=DIGIT_DATE~DASH))DIGITS(?:~APOSTROPHE)?(?:DIGIT_DATE|(?:~DASH|BLANK)~DIGIT_DATE(?= MONTH))",
        parts.digit_ordinal,
        "১লা",
        "২লা",
        needs="DIGIT_DATE",
    ),
    _row("day of the month", "DATE_ORDINAL(?:ENDING)?", parts.day, "পহেলা বৈশাখ", "প্রথম বৈশাখ"),
    # about so many
    _row(
        "roughly", f"(?:ABOUT ROUGH|ROUGHLY)(?:ENDING)?(?: {_UNIT})?", parts.roughly, "জনা দশেক", "জনা দশ", needs="ROUGH"
    ),
    _row("roughly so many", f"NUMERAL ROUGHLY(?: {_UNIT})?", parts.roughly, "দুই হাজারখানেক", "দুই হাজার", needs="ROUGHLY"),
    _row(
        "scale first",
        f"(?:HUNDRED|SCALE|DOZEN) APOSTROPHE? DASH? ROUGH(?:ENDING)?(?: {_UNIT})?",
        parts.roughly,
        "লাখ দুয়েক",
        "লাখ দুই",
        needs="ROUGH",
    ),
    _row(
        "unit first",
        "(?:MEASURE|CURRENCY|BAR|PERSON) DASH? ROUGH(?:ENDING)?",
        parts.roughly,
        "ঘণ্টা দুয়েক",
        "ঘণ্টা দুই",
        needs="ROUGH",
    ),
    _row(
        "more than",
        f"(?:NUMERAL )?MORE_THAN(?:ENDING)?(?: {_UNIT})?",
        parts.roughly,
        "তিন শতাধিক",
        "তিন শত",
        needs="MORE_THAN",
    ),
    _row("count", "(?:NUMERAL|HALF) COLLECTIVE(?:ENDING)?", parts.count, "দুই ডজন", "ডজন ডজন", needs="COLLECTIVE"),
    _row("multiple", "MULTIPLE_WORD(?:ENDING)?", parts.multiple, "দ্বিগুণ", "গুণ"),
)
