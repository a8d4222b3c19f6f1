"""What expressions of time look like: patterns over the token types of `words`, put together from small ones.

The notation is that of `finder`: a blank between two parts lets blanks stand there, ``~`` forbids them. `dates` gives
each pattern the function that reads it.
"""

from banglanorm.dates.times import AMOUNT, BARE_CLOCK, CLOCK, COLON_CLOCK, SURE_CLOCK

_DAY = "(?:DAY_NUMBER (?:DAY_ENDING|ENDING_AT)?|DAY_WORD)"  # ১৭, ১৭ই, ১৭ ই, ২১-এ, পহেলা
_MONTH = "(?:MONTH(?:~DASH~CASE)?|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND)"
_MONTH_BARE = "(?:MONTH_BARE|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND_BARE)"

# --- years ----------------------------------------------------------------------------------------------------------

_WORD_YEAR = (  # উনিশশো একাত্তর, উনিশ শত একাত্তর, দুই হাজার পঁচিশ
    "(?:(?:W_HUNDREDS_BARE|(?:W12_BARE|W24_BARE) HUNDRED|W12_BARE THOUSAND) (?:WORD_BELOW_100)?)"
)
_CUE = "(?:YEAR_WORD|ERA (?:DOT)? (?:YEAR_WORD)?|ENGLISH (?:YEAR_WORD)?)"  # what makes a number a year
_CUED_YEAR = (
    f"(?:(?:(?:APOSTROPHE~)?TWO_DIGITS|D999|D9999|FOUR_DIGITS|{_WORD_YEAR}) {_CUE}"
    "|(?:W24_BARE|W31_BARE|W32_BARE|W59_BARE|W99_BARE) YEAR_WORD|YEAR_WORD_BARE FOUR_DIGITS"
    "|OLD_YEAR BANGLA (?:YEAR_WORD)?|BANGLA (?:YEAR_WORD)? OLD_YEAR (?:YEAR_WORD)?"
    "|HIJRI_ERA (?:YEAR_WORD)? (?:TWO_DIGITS|D999|OLD_YEAR) (?:YEAR_WORD)?)"
)
_BEFORE = "(?:BEFORE_ERA|CHRIST BEFORE_CHRIST)"
BCE_YEAR = f"(?:{_BEFORE} DIGITS (?:YEAR_WORD|ABDA)?|DIGITS {_BEFORE} (?:ABDA)?)"
_NO_YEAR = "(?!WORD|OCLOCK|DOT~TWO_DIGITS|DASH~TWO_DIGITS~DASH|SLASH)"  # what stands directly after other numbers
_BARE_YEAR = (
    f"(?:FOUR_DIGITS{_NO_YEAR}|APOSTROPHE~TWO_DIGITS|W12_BARE THOUSAND WORD_BELOW_100"
    "|(?:W_HUNDREDS_BARE|W24_BARE HUNDRED) WORD_BELOW_100)"
)
_YEAR_AFTER = f"(?:COMMA)? (?:{_CUED_YEAR}|{BCE_YEAR}|YEAR_WORD FOUR_DIGITS|{_BARE_YEAR})"
_YEAR_OF_QUANTITY = "(?!BLANK*+MORE)"  # ২০০০-এর বেশি is no year
_CASED_YEAR = f"APOSTROPHE~TWO_DIGITS CASE{_YEAR_OF_QUANTITY}"
# ১৯৩০-এর, ১৯৩০ এর, ২০০৬ থেকে: the reader takes no round numbers.
UNCUED_YEAR = f"YEAR_NUMBER (?:CASE{_YEAR_OF_QUANTITY}|(?=BLANK*+(?:FROM|UNTIL)(?!BLANK*+COUNT)))"
_COUNTED_YEAR = "SIDE YEAR_UNIT"  # গত বছর
_YEAR_BEFORE = (
    f"(?:{_CUED_YEAR}|{BCE_YEAR}|YEAR_NUMBER CASE|APOSTROPHE~TWO_DIGITS CASE|(?:D32|D59|D99) CASE|{_COUNTED_YEAR}"
    "|EVERY YEAR_UNIT)"
)
YEAR = f"(?:{_CUED_YEAR}|{BCE_YEAR}|{_CASED_YEAR}|{_COUNTED_YEAR})"

# --- months ---------------------------------------------------------------------------------------------------------

_YEAR_MONTH = f"{_YEAR_BEFORE} {_MONTH} (?:MONTH_UNIT)?"
_MONTH_YEAR = f"{_MONTH_BARE} (?:{_YEAR_AFTER}|DASH~FOUR_DIGITS)"
_SIDE_MONTH = f"SIDE (?:{_MONTH} (?:MONTH_UNIT)?|MONTH_UNIT)"
_BEFORE_BOUND = "GREGORIAN_MONTH_BARE(?=BLANK*+(?:UNTIL|FROM|AROUND))"  # ফেব্রুয়ারি পর্যন্ত
_NAMED_MONTH = f"(?:{_MONTH_BARE} MONTH_UNIT|GREGORIAN_MONTH_OF|GREGORIAN_MONTH_AT|{_BEFORE_BOUND})"
MONTH = f"(?:{_YEAR_MONTH}|{_MONTH_YEAR}|{_SIDE_MONTH}|{_NAMED_MONTH})"

# --- days -----------------------------------------------------------------------------------------------------------

_LAST_DAY = "(?:FINAL DAY_UNIT (?:COMMA)?)?"  # ২০১৯-এর শেষ দিন, ৩১ ডিসেম্বর
_DAY_32 = "(?:D32|W32_BARE) (?:DAY_ENDING)? (?:COMMA)? BANGLA_MONTH"  # the traditional calendar has such days
_DAY_MONTH = (
    f"(?:{_YEAR_BEFORE} {_LAST_DAY})? (?:{_DAY} (?:COMMA)? {_MONTH}|{_DAY_32}) (?:MONTH_UNIT)? (?:{_YEAR_AFTER})?"
)
_MONTH_DAY = f"(?:OPEN)? {_MONTH_BARE} (?:CLOSE)? {_DAY} {_YEAR_AFTER}"
_SHORT_OR_LONG = "(?:FOUR_DIGITS|TWO_DIGITS)"
SHORT_NUMERIC = "(?:D12|D24|D31)~DASH~D12~DASH~TWO_DIGITS"  # ২৭-০২-১৫
_NUMERIC = (
    "(?<!DASH)(?<!SLASH)(?:DOTTED_DATE"
    f"|(?:D12|D24|D31|D32)~SLASH~D12~SLASH~(?:{_SHORT_OR_LONG}|D9999)|(?:D12|D24|D31)~DASH~D12~DASH~FOUR_DIGITS"
    "|FOUR_DIGITS~(?:DASH~D12~DASH|SLASH~D12~SLASH)~(?:D12|D24|D31))(?!DASH|SLASH|WORD) (?:ERA|ENGLISH)?"
)
_WEEKDAY = "(?:WEEKDAY|WEEKDAY_SHORT)"
_SAID = f"(?:(?:SIDE|NEAR_DAY) (?:COMMA)? {_WEEKDAY}|{_WEEKDAY}|NEAR_DAY)"  # গত শনিবার, আজ
DAY = (
    f"(?:{_SAID} (?:COMMA|OPEN)?|SIDE)? (?:{_DAY_MONTH}|{_MONTH_DAY}|{_NUMERIC}) (?:CLOSE)?"
    f" (?:(?:COMMA)? WEEKDAY|OPEN {_WEEKDAY} CLOSE)?"
)
# গত মাসের ১৫ তারিখে, নভেম্বরের সাত তারিখ
_DAY_OF_MONTH = f"(?:SIDE MONTH_UNIT|(?:{_YEAR_BEFORE})? {_MONTH} (?:MONTH_UNIT)?) {_DAY} DATE_WORD"
_SAID_DAY = "(?:NEAR_DAY (?:WEEKDAY|OPEN WEEKDAY CLOSE)?|(?:SIDE)? WEEKDAY|(?:LAST|NEXT) EITHER_DAY)"
ANY_DAY = f"(?:{DAY}|{_DAY_OF_MONTH}|{_SAID_DAY})"
# কাল is also an age of time (আবহমান কাল ধরে) and black (কাল মেঘ).
EITHER_DAY = "(?<!AGE_OF_TIME~BLANK)(?<!THIS~BLANK)(?<!AND~BLANK)(?<!THAT~BLANK)EITHER_DAY(?!BLANK*+(?:DURING|DASH))"
JULY_2024 = "(?:D32|D59|W32_BARE|W59_BARE) (?:DAY_ENDING)? GREGORIAN_MONTH (?:(?:COMMA)? FOUR_DIGITS)?"  # ৩৬শে জুলাই
# প্রতি শুক্রবার, ওই শুক্রবার, প্রথম শুক্রবার, পরের এপ্রিলে; আজ কাল is "nowadays".
NOT_ONE_DAY = "(?:(?:EVERY|ORDINAL_BARE|FINAL) WEEKDAY|THAT (?:WEEKDAY|GREGORIAN_MONTH)|NEAR_DAY EITHER_DAY)"

# --- with the clock -------------------------------------------------------------------------------------------------

_ANY_CLOCK = f"(?:{CLOCK}|{SURE_CLOCK}|{COLON_CLOCK})"
DAY_CLOCK = f"(?:{ANY_DAY}|EITHER_DAY) (?:COMMA)? {_ANY_CLOCK}"
CLOCK_DAY = f"(?:{COLON_CLOCK}|{CLOCK}) (?:COMMA)? {DAY}"
SURE = f"(?:{CLOCK}|{SURE_CLOCK})"
CLOCK_ABOUT = f"(?:ABOUT)? (?:{DAY_CLOCK}|{CLOCK}|{SURE_CLOCK}|{BARE_CLOCK}) (?:AROUND)?"

# --- periods and sets -----------------------------------------------------------------------------------------------

_TO = "(?:FROM|DASH)"
_LOOSE_DAY = f"(?:{_YEAR_BEFORE}|SIDE)? {_DAY}"  # its month comes later
_LOOSE_MONTH = f"(?:(?:{_YEAR_BEFORE}|SIDE)? {_MONTH_BARE})"
_LOOSE_YEAR = "(?:(?:APOSTROPHE~)?FOUR_DIGITS|APOSTROPHE~TWO_DIGITS)"
_END_YEAR = f"(?:{YEAR}|(?:FOUR_DIGITS|TWO_DIGITS|APOSTROPHE~TWO_DIGITS) {_CUE})"
PERIODS = (
    f"{_LOOSE_DAY} {_TO} {DAY}",
    f"{ANY_DAY} {_TO} {ANY_DAY}",
    f"{_LOOSE_MONTH} {_TO} (?:{MONTH} (?:QUARTER_YEAR)?|{_MONTH_BARE} QUARTER_YEAR)",
    f"(?:{_YEAR_BEFORE}|SIDE) {_MONTH_BARE} {_TO} {_MONTH_BARE}",
    f"{MONTH} {_TO} {MONTH}",
    f"(?:{YEAR}|{_LOOSE_YEAR}) {_TO} {_END_YEAR}",
    f"(?:{YEAR}|{_LOOSE_YEAR}) FROM (?:{_YEAR_MONTH}|{DAY})",
    "YEAR_NUMBER FROM YEAR_NUMBER(?=BLANK*+UNTIL)",
    "(?<=OPEN)YEAR_NUMBER DASH YEAR_NUMBER(?=CLOSE)",
    f"{_LOOSE_MONTH} FROM GREGORIAN_MONTH_BARE",
    f"YEAR_NUMBER~DASH~{_SHORT_OR_LONG} SEASON",
)
DAY_CLOCK_PERIODS = (
    f"{DAY_CLOCK} {_TO} (?:{DAY_CLOCK}|{_ANY_CLOCK}|{BARE_CLOCK})",
    f"{BARE_CLOCK} {_TO} {CLOCK}",
    f"{CLOCK} {_TO} (?:{CLOCK}|{SURE_CLOCK}|{BARE_CLOCK})",
)
SETS = (
    f"{_LOOSE_DAY} (?:COMMA {_DAY}){{0,6}} AND {DAY}",
    f"{_LOOSE_MONTH} (?:COMMA {_MONTH_BARE}){{0,6}} AND {MONTH}",
    f"(?:{_YEAR_BEFORE}|SIDE) {_MONTH_BARE} (?:COMMA {_MONTH_BARE}){{0,6}} AND {_MONTH} (?:MONTH_UNIT)?",
    f"{_LOOSE_YEAR} (?:COMMA {_LOOSE_YEAR}){{0,6}} AND {_END_YEAR}",
    f"SIDE {_WEEKDAY} (?:COMMA {_WEEKDAY}){{0,6}} AND WEEKDAY",
)
WEEKEND = f"WEEKDAY_SHORT (?:COMMA {_WEEKDAY}){{0,6}} AND WEEKDAY"  # শুক্র ও শনিবার: every week, as a rule

# --- lengths, decades, centuries, fiscal years ----------------------------------------------------------------------

LENGTH = f"{AMOUNT}(?:BLANK*+{AMOUNT}){{0,2}}"
# ছয়-সাত বছরের, দুই তিন দিন: a length that is not known exactly has no ISO form.
VAGUE_LENGTH = f"COUNT (?:DASH|SLASH|FROM)? {LENGTH} (?:AGO|AFTER)?"
AGO = f"(?:ABOUT|LAST)? (?:NEAR_DAY FROM)? {LENGTH} AGO"
LATER = f"(?:ABOUT)? (?:NEAR_DAY FROM)? {LENGTH} AFTER"
WINDOW = f"(?:LAST|NEXT) {LENGTH}"
FISCAL_YEAR = f"(?:YEAR_NUMBER~DASH~{_SHORT_OR_LONG}|SIDE) (?:FISCAL_YEAR|FISCAL_YEAR_IN)"
_CENTURY_NUMBER = "(?:ORDINAL_BARE|(?:D12|D24) ORDINAL_MARK)"
_CENTURY = f"(?:SIDE|{_CENTURY_NUMBER}|D12|D24|W12_BARE|W24_BARE|W31_BARE)"
CENTURY = f"(?:{_BEFORE})? {_CENTURY_NUMBER} CENTURY|{_CENTURY} (?:CENTURY_OF|CENTURY_AT)(?!BLANK*+LAND)"
_TENS = (
    "(?:W12_OF|W24_OF|W31_OF|W59|W99|W24_BARE|W31_BARE"
    "|(?:APOSTROPHE~)?(?:D24|D31|D59|D99) (?:CASE)?|FOUR_DIGITS (?:CASE|YEAR_WORD)?)"
)
DECADE = f"(?:{_CENTURY} CENTURY_OF)? {_TENS} DECADE"
