"""What dates look like: patterns over the token types of `words`, put together from small ones.

The notation is that of `finder`: a blank between two parts lets blanks stand there, ``~`` forbids them. `constructions`
gives each pattern its reader and its examples.
"""

from banglanorm.dates.times import AMOUNT, CLOCK, ISO_CLOCK, SAID_TWICE, SURE_CLOCK
from banglanorm.dates.tokens import UNITS

_DAY = "(?:DAY_NUMBER (?:DAY_ENDING|ENDING_AT|LATIN_ENDING)?|DAY_WORD)"  # ১৭, ১৭ই, ১৭ ই, ২১-এ, পহেলা
# A word and a comma are no day of a month: বেশি নয়, মে দিবসে
_COMMA = "(?:(?<!W12_BARE)(?<!W24_BARE)(?<!W31_BARE)COMMA)?"
_MONTH = "(?:MONTH(?:~DASH~CASE)?|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND)"
_MONTH_BARE = "(?:MONTH_BARE|HIJRI_MONTH_FIRST HIJRI_MONTH_SECOND_BARE)"
# What may stand between the parts of a date that are said one after the other: আজ, বুধবার; রবিবার | ৪ঠা মে.
_BREAK = "(?:BLANK~DASH~BLANK|BLANK*+(?:COMMA|BAR|OPEN)?) "
_ONE_BREAK = "(?:BLANK~DASH~BLANK|BLANK*+(?:COMMA|BAR)?) "

_THAT = "THAT|AGO_OF"  # ওই, আগের
_UNIT_BARE = "|".join(f"{unit}_BARE" for unit in sorted(UNITS))

# --- years ----------------------------------------------------------------------------------------------------------

_HUNDREDS = "(?:W_HUNDREDS_BARE|(?:W12_BARE|W24_BARE) HUNDRED|W12_BARE THOUSAND)"
_WORD_YEAR = f"(?:{_HUNDREDS} (?:WORD_BELOW_100)?)"  # উনিশশো একাত্তর, উনিশ শত একাত্তর, দুই হাজার পঁচিশ
_CUE = "(?:YEAR_WORD|ERA (?:DOT)? (?:YEAR_WORD)?|ENGLISH (?:YEAR_WORD)?)"  # what makes a number a year
_CUED_YEAR = (
    f"(?:(?:(?:APOSTROPHE~)?TWO_DIGITS|TWO_DIGITS~APOSTROPHE|D999|D9999|FOUR_DIGITS|{_WORD_YEAR}) {_CUE}"
    "|(?:W24_BARE|W31_BARE|W32_BARE|W59_BARE|W99_BARE) YEAR_WORD|YEAR_WORD_BARE FOUR_DIGITS (?:BANGLA|YEAR_WORD|CASE)?"
    "|OLD_YEAR BANGLA (?:YEAR_WORD)?|BANGLA (?:YEAR_WORD)? OLD_YEAR (?:YEAR_WORD)?"
    "|HIJRI_ERA (?:YEAR_WORD)? (?:TWO_DIGITS|D999|OLD_YEAR)(?!~ORDINAL_MARK) (?:YEAR_WORD)?"
    "|BANGLA_ERA_BARE OLD_YEAR|SHAKA_ERA_BARE FOUR_DIGITS)"
)
_BEFORE = "(?:BEFORE_ERA|CHRIST BEFORE_CHRIST)"
BCE_YEAR = (
    f"(?:{_BEFORE} DIGITS(?!~(?:WORD|ORDINAL_MARK)|BLANK*+CENTURY) (?:YEAR_WORD|ABDA)?|DIGITS {_BEFORE} (?:ABDA)?)"
)
_SLASH_BEFORE_DAY = f"SLASH {_DAY} {_COMMA} {_MONTH}"  # ২৪ মে, ১৮৯৯/১১ জ্যৈষ্ঠ ১৩০৬
# What stands directly after other numbers.
_NO_YEAR = f"(?!WORD|OCLOCK|DOT~TWO_DIGITS|DASH~TWO_DIGITS~DASH|(?!{_SLASH_BEFORE_DAY})SLASH)"
_BARE_YEAR = (
    f"(?:(?:APOSTROPHE~)?FOUR_DIGITS{_NO_YEAR}(?:~ENDING(?!BLANK*+MORE))?|APOSTROPHE~TWO_DIGITS"
    "|W12_BARE THOUSAND WORD_BELOW_100|(?:W_HUNDREDS_BARE|W24_BARE HUNDRED) WORD_BELOW_100)"
)
# ২০০৯ সালের ২৩ জুন, ২০১০ সালের ১৫ জানুয়ারি: a year in the genitive belongs to the day after it.
_OF_NEXT_DAY = f"(?!(?:YEAR_NUMBER|{_WORD_YEAR}) YEAR_WORD_OF {_DAY} {_COMMA} {_MONTH})"
_YEAR_AFTER = f"(?:COMMA)? {_OF_NEXT_DAY}(?:{_CUED_YEAR}|{BCE_YEAR}|YEAR_WORD FOUR_DIGITS|{_BARE_YEAR})"
_YEAR_OF_QUANTITY = "(?!BLANK*+MORE)"  # ২০০০-এর বেশি is no year
_CASED_YEAR = f"APOSTROPHE~TWO_DIGITS CASE{_YEAR_OF_QUANTITY}"
# ১৯৩০-এর, ১৯৩০ এর, ২০০৬ থেকে: the reader takes no round numbers.
UNCUED_YEAR = f"(?<!SERIAL~BLANK)YEAR_NUMBER (?:CASE{_YEAR_OF_QUANTITY}|(?=BLANK*+(?:FROM|UNTIL)(?!BLANK*+COUNT)))"
_COUNTED_YEAR = "SIDE YEAR_UNIT"  # গত বছর
_YEAR_IN_WORDS_OF = f"(?:W59_OF|W99_OF|{_HUNDREDS} WORD_BELOW_100_OF)"  # একাত্তরের, উনিশশো একাত্তরের
_YEAR_OF_BANGLA_DAY = f"OLD_YEAR (?:CASE|OF_BANGLA)(?= {_DAY} {_COMMA} BANGLA_MONTH)"  # ১৪৩০-এর পয়লা বৈশাখ
# ২০২১, ১৬ ডিসেম্বর; সন ১৪৩১, ৭ আষাঢ়: no year that belongs to a date before it.
_YEAR_AND_COMMA = (
    f"(?<!MONTH~BLANK)(?<!COMMA~BLANK)(?:{_CUED_YEAR}|YEAR_NUMBER) COMMA(?= {_DAY} {_MONTH}(?! (?:COMMA)? DIGITS))"
)
_YEAR_BEFORE = (
    f"(?:{_CUED_YEAR}|{BCE_YEAR}|{_YEAR_OF_BANGLA_DAY}|YEAR_NUMBER CASE|APOSTROPHE~TWO_DIGITS CASE|(?:D32|D59|D99) CASE"
    f"|{_COUNTED_YEAR}|{_YEAR_IN_WORDS_OF}|(?:EVERY|{_THAT}|FOLLOWING|PRONOUN) YEAR_UNIT)"
)
YEAR = f"(?:{_CUED_YEAR}|{BCE_YEAR}|{_CASED_YEAR}|{_COUNTED_YEAR}|YEAR_NUMBER SEASON)"
# Of libraries: [১৯২৯], ১৯৩৬?, আনু. ১৯৫৭; after a sentence, or before a bracket, it is a reference.
_BRACKETED_YEAR = "(?<!DIGITS)(?<!DANDA)(?<!DANDA~BLANK)OPEN~YEAR_NUMBER(?:~QUESTION)?~CLOSE(?!BLANK*+OPEN)"
LIBRARY_YEAR = f"(?:{_BRACKETED_YEAR}|YEAR_NUMBER~QUESTION|ABOUT_SHORT (?:DOT)? YEAR_NUMBER)"

# --- months ---------------------------------------------------------------------------------------------------------

_YEAR_MONTH = f"{_YEAR_BEFORE} {_MONTH} (?:MONTH_UNIT)?"
_MONTH_YEAR = f"{_MONTH_BARE} (?:{_YEAR_AFTER}|DASH~FOUR_DIGITS)"
_SIDE_MONTH = f"SIDE (?:{_MONTH} (?:MONTH_UNIT)?|MONTH_UNIT)"
_BEFORE_BOUND = "GREGORIAN_MONTH_BARE(?=BLANK*+(?:UNTIL|FROM|AROUND))"  # ফেব্রুয়ারি পর্যন্ত
_NAMED_MONTH = (
    f"(?:{_MONTH_BARE} MONTH_UNIT|(?<!SLASH)(?<!WORD~DASH)(?:GREGORIAN_MONTH_OF|GREGORIAN_MONTH_AT)|{_BEFORE_BOUND})"
)
MONTH = f"(?:{_YEAR_MONTH}|{_MONTH_YEAR}|{_SIDE_MONTH}|{_NAMED_MONTH})"
# থেরেসা মে, লর্ড মে ১৯৯৫ সালে
PERSON = "(?:PERSON|ROLE (?:DOT)?(?= GREGORIAN_MONTH_BARE YEAR_NUMBER)) GREGORIAN_MONTH"

# --- days -----------------------------------------------------------------------------------------------------------

# ২০১৯-এর শেষ দিন, ৩১ ডিসেম্বর; ২০২০ সালের প্রথম দিন, ১ জানুয়ারি
_LAST_DAY = "(?:(?:(?:FINAL|ORDINAL_BARE) DAY_UNIT|FINAL_DAY) (?:COMMA)?)?"
_DASHED_DAY = "(?<!DASH)(?<!SLASH)DAY_NUMBER~DASH~MONTH"  # ৩১-ডিসেম্বর
_DAY_32 = "(?:D32|W32_BARE) (?:DAY_ENDING)? (?:COMMA)? BANGLA_MONTH"  # the traditional calendar has such days
_DAY_MONTH = (
    f"(?:{_YEAR_AND_COMMA}|{_YEAR_BEFORE} {_LAST_DAY})?"
    f" (?:{_DAY} {_MONTH}|(?<!SERIAL~BLANK){_DAY} {_COMMA} {_MONTH}|{_DASHED_DAY}|{_DAY_32})"
    f" (?:MONTH_UNIT)? (?:{_YEAR_AFTER}|CLOSE {_CUED_YEAR})?"
)
_MONTH_DAY = f"(?:OPEN)? {_MONTH_BARE} (?:CLOSE)? {_DAY} {_YEAR_AFTER}"
# ২৫ জানু ২০১৯, ১৭ সেপ্ট. ২০২৩, 17 Sep 2023, Sep 17, 2023, ১৪ই ফেব
_SHORT_MONTH_DAY = (
    f"(?:{_DAY} MONTH_SHORT (?:DOT)? (?:COMMA)? (?:FOUR_DIGITS|APOSTROPHE~TWO_DIGITS){_NO_YEAR}"
    f"|MONTH_SHORT (?:DOT)? {_DAY} (?:COMMA)? FOUR_DIGITS{_NO_YEAR}"
    "|(?:D12|D24|D31) DAY_ENDING GREGORIAN_MONTH_SHORT_BARE)"
)
_SHORT_OR_LONG = "(?:FOUR_DIGITS|TWO_DIGITS)"
# ০১-এপ্রিল-২০২৩, ১২ - মার্চ - ২০২০, ১২/মার্চ/২০, ১২-মার্চ, ২০২০, ১২ মার্চ-২০২০, মার্চ-১২-২০২০, ২০২০-মার্চ-১২
_LINK = "(?:DASH|SLASH|DOT)"
_LINKED_MONTH = "(?:MONTH_BARE|MONTH_SHORT)"
_LINKED_DAY = (
    f"(?:DAY_NUMBER (?:DAY_ENDING)? {_LINK} {_LINKED_MONTH} {_LINK} {_SHORT_OR_LONG}"
    f"|DAY_NUMBER {_LINK} {_LINKED_MONTH} (?:COMMA)? FOUR_DIGITS|DAY_NUMBER {_LINKED_MONTH} {_LINK} FOUR_DIGITS"
    f"|{_LINKED_MONTH}~{_LINK}~DAY_NUMBER~{_LINK}~FOUR_DIGITS)(?!DASH|SLASH|WORD)"
    f"|(?<!DASH)(?<!SLASH)FOUR_DIGITS~{_LINK}~{_LINKED_MONTH}~{_LINK}~DAY_NUMBER(?!DASH|SLASH|WORD)"
)
SHORT_NUMERIC = "(?:D12|D24|D31)~DASH~D12~DASH~TWO_DIGITS"  # ২৭-০২-১৫
_ISO_DAY = "FOUR_DIGITS~DASH~D12~DASH~(?:D12|D24|D31)"
_NUMERIC = (
    "(?:(?<!DASH)(?<!SLASH)|(?<=DATE_WORD~DASH))(?:DOTTED_DATE"
    f"|(?:D12|D24|D31|D32)~SLASH~D12~SLASH~(?:{_SHORT_OR_LONG}|D9999)|(?:D12|D24|D31)~DASH~D12~DASH~FOUR_DIGITS"
    f"|{_ISO_DAY}|FOUR_DIGITS~SLASH~D12~SLASH~(?:D12|D24|D31))(?!DASH|SLASH|WORD)"
    " (?:ERA(?:~DOT(?=BLANK*+(?:DATE_WORD|DAY_PART|COMMA)))?|ENGLISH)?"
)
_WEEKDAY = "(?:WEEKDAY|WEEKDAY_SHORT (?:DOT)?)"
# Not the first of a list: গতকাল, সোমবার ও মঙ্গলবার.
_NOT_LISTED = "(?!BLANK*+(?:AND|OR|COMMA BLANK*+WEEKDAY))"
_NEAR_OR_EITHER = "(?:NEAR_DAY|EITHER_DAY|(?:PAST_SIDE|NEXT) EITHER_DAY)"
# গত শনিবার, আজ রোজ বুধবার, আজ
_SAID = f"(?:(?:SIDE (?:COMMA)?|{_NEAR_OR_EITHER}{_ONE_BREAK} (?:CALLED)?) {_WEEKDAY}|{_WEEKDAY}|NEAR_DAY)"
_YEAR_AT_LAST = "(?: (?:COMMA)? YEAR_NUMBER(?=BLANK*+(?:COMMA|DANDA|BAR|OPEN|CLOSE|$)))"  # ২৩শে মার্চ সোমবার ২০২০
DAY = (
    f"(?:{_SAID}{_BREAK}|SIDE)? (?:{_LINKED_DAY}|{_DAY_MONTH}|{_MONTH_DAY}|{_SHORT_MONTH_DAY}|{_NUMERIC})"
    f" (?:CLOSE)?(?: DATE_WORD)? (?:(?:COMMA|BAR)? (?:CALLED)? WEEKDAY{_YEAR_AT_LAST}?|OPEN {_WEEKDAY} CLOSE)?"
)
# তারিখ: ১২-৮-২৪, ১২.৮.২৪ তারিখে
SHORT_WITH_WORD = (
    f"DATE_WORD_BARE (?:COLON|DASH)? (?:{SHORT_NUMERIC}|SHORT_DATE)(?!DASH|SLASH|WORD)"
    f"|(?:{SHORT_NUMERIC}|SHORT_DATE)(?=BLANK*+DATE_WORD)"
)
COMPACT = "DATE_WORD (?:COLON|DASH)? COMPACT_DATE"  # তারিখ: ২০২৩০৪০১
# গত মাসের ১৫ তারিখে, নভেম্বরের সাত তারিখ, আগামী ৭ তারিখ
_OF_NAMED_MONTH = f"(?:SIDE MONTH_UNIT|(?:{_YEAR_BEFORE})? {_MONTH} (?:MONTH_UNIT)?)"
DAY_OF_MONTH = f"(?:{_OF_NAMED_MONTH} {_DAY}|(?:PAST_SIDE|NEXT) (?:D12|D24|D31) (?:DAY_ENDING)?) DATE_WORD"
# মার্চের ৪, ৫ ও ৮ তারিখে; চলতি মাসের ৪ থেকে ৮ তারিখ
# জুলাইয়ের উনিশ, where nothing comes after it
DAY_AT_END = f"(?:{_YEAR_BEFORE})? GREGORIAN_MONTH_OF (?:D12|D24|D31|W24_BARE|W31_BARE)(?=BLANK*+(?:DANDA|$))"
DAYS_OF_MONTH = f"{_OF_NAMED_MONTH} {_DAY} (?:COMMA {_DAY}){{0,6}} (?:AND|OR) {_DAY} DATE_WORD"
SAID_DAY = (
    f"(?:{_NEAR_OR_EITHER}(?:{_ONE_BREAK} (?:CALLED)? WEEKDAY{_NOT_LISTED}|(?: OPEN) WEEKDAY CLOSE)"
    "|NEAR_DAY|WEEKDAY OPEN NEAR_DAY CLOSE|(?:SIDE|FOLLOWING)? WEEKDAY|SIDE WEEK_UNIT (?:COMMA)? WEEKDAY"
    "|(?:PAST_SIDE|NEXT) EITHER_DAY)"
)
# কাল is also an age of time (আবহমান কাল ধরে), black (ঘন কাল মেঘ, কাল পাথর), ruin (কাল হয়ে দাঁড়াল), and the day of
# judgement (কাল কেয়ামতের দিন), and time beside place (স্থান, কাল, পাত্র).
EITHER_DAY = (
    "(?<!AGE_OF_TIME~BLANK)(?<!BLACK~BLANK)(?<!THIS~BLANK)(?<!AND~BLANK)(?<!THAT~BLANK)(?<!AGO_OF~BLANK)"
    "(?<!GREGORIAN_MONTH_OF~BLANK)(?<!COLOUR~BLANK~OR~BLANK)(?<!COLOUR~DASH)(?<!COLOUR~BLANK)(?<!CIRCUMSTANCE~COMMA~BLANK)(?<!CIRCUMSTANCE~DASH)"
    "(?<!CIRCUMSTANCE~BLANK)EITHER_DAY"
    "(?!BLANK*+(?:DURING|DASH|BECOMING|BLACK_THING|DOOMSDAY|AGO|(?:COMMA )?CIRCUMSTANCE))"
)
JULY_2024 = (  # ৩৬শে জুলাই, ২০২৪ সালের ৩৬ জুলাই
    "(?:YEAR_NUMBER (?:YEAR_WORD_OF|CASE))? (?:D32|D59|W32_BARE|W59_BARE|W59_AT) (?:DAY_ENDING)? GREGORIAN_MONTH"
    " (?:(?:COMMA)? FOUR_DIGITS)?"
)
# শুক্রবার মানেই, শুক্রবার শুক্রবার, প্রতি শুক্রবার, এক শুক্রবার,
# ওই শুক্রবার, পরের সপ্তাহের শুক্রবার, সেদিন ছিল শুক্রবার, প্রথম শুক্রবার, পরের এপ্রিলে; আজ কাল is "nowadays".
NOT_ONE_DAY = (
    "(?:EVERY (?:WEEK_UNIT|MONTH_UNIT) WEEKDAY|THAT_DAY (?:WAS )?WEEKDAY|WEEKDAY_AT WEEKDAY_AT"
    f"|(?:(?:FOLLOWING|{_THAT}) WEEK_UNIT (?:COMMA)?|WEEK_UNIT_OF) WEEKDAY"
    "|EITHER_DAY (?:DASH)? EITHER_DAY"
    "|EVERY WEEKDAY_SHORT (?:COMMA WEEKDAY_SHORT ){0,6}(?:AND|DASH|FROM) WEEKDAY"
    "|(?:EVERY|ORDINAL_BARE|D12 ORDINAL_MARK|FINAL_BARE|W12_BARE) WEEKDAY|(?<=WEEK_UNIT_OF~BLANK)WEEKDAY"
    f"|(?:{_THAT}) WEEKDAY|(?:{_THAT}|EVERY) GREGORIAN_MONTH|FOLLOWING GREGORIAN_MONTH"
    "|NEAR_DAY (?:AND|DASH)? EITHER_DAY|NEAR_DAY_OF NEWSPAPER|WEEKDAY_BARE (?:GENERALLY|WEEKDAY_BARE))"
)
# চৈত্র সংক্রান্তি, বিজয় দিবস, ২০২৪ সালের মে দিবসে
_FEAST = (
    "(?:BANGLA_MONTH_BARE SANKRANTI|FIXED_DAY"
    "|(?:FIXED_DAY_FIRST|GREGORIAN_MONTH_BARE|BANGLA|ENGLISH|PERSON) FIXED_DAY_SECOND)"
)
FIXED_DAY = f"(?:(?:{_YEAR_BEFORE}|SIDE) {_FEAST}|{_FEAST} (?:{_YEAR_AFTER})?)"

# --- with the clock -------------------------------------------------------------------------------------------------

ISO_MOMENT = f"{_ISO_DAY}~ISO_TIME~{ISO_CLOCK}"
SURE = f"(?:{CLOCK}|{SURE_CLOCK})"

# --- periods and sets -----------------------------------------------------------------------------------------------

_TO = "(?:FROM|DASH)"
_QUARTER_WORD = "(?:QUARTER_YEAR|QUARTERLY_AT|QUARTERLY_OF)"  # ত্রৈমাসিক without an ending is mostly "quarterly"
_LOOSE_MONTH = f"(?:(?:{_YEAR_BEFORE}|SIDE)? {_MONTH_BARE})"
_LOOSE_YEAR = "(?:(?:APOSTROPHE~)?FOUR_DIGITS|APOSTROPHE~TWO_DIGITS)"
_END_YEAR = f"(?:{YEAR}|(?:FOUR_DIGITS|TWO_DIGITS|APOSTROPHE~TWO_DIGITS) {_CUE})"
_BEFORE_DATE = f"(?= {_DAY} {_COMMA} {_MONTH})"
_OPEN_DAY = f"(?:{_YEAR_BEFORE}|SIDE)? (?:D12|D24|D31) (?:DAY_ENDING|ENDING_AT)?"
DAYS_OF_MONTH_ON = f"{_OF_NAMED_MONTH} {_DAY} {_TO} {_DAY} DATE_WORD"
OPEN_DAYS = f"{_OPEN_DAY} {_TO}{_BEFORE_DATE}"  # ৫ থেকে, before ৭ মে
_WORD_DAY = f"(?:{_YEAR_BEFORE}|SIDE)? (?:(?:W12_BARE|W24_BARE|W31_BARE) (?:DAY_ENDING)?|DAY_WORD)"
_LAST_DATE = f"{_DAY} {_MONTH} (?:{_YEAR_AFTER})?"
DAYS_IN_WORDS = f"{_WORD_DAY} {_TO} {_LAST_DATE}"  # পাঁচ থেকে সাত মে
WEEKDAY_TO_WEEKDAY = "WEEKDAY_SHORT (?:FROM|DASH) WEEKDAY"
_FOR_MONTHS = "(?=BLANK*+(?:AFTER_DATE_AT|(?:D12|W12_BARE)~BLANK~MONTH_UNIT))"  # জানুয়ারি-মার্চ সময়ে, তিন মাসে
MONTH_TO_MONTH = (
    f"{_LOOSE_MONTH} {_TO} (?:{MONTH} (?:{_QUARTER_WORD})?|{_MONTH_BARE} {_QUARTER_WORD}|{_MONTH_BARE}{_FOR_MONTHS})"
)
MONTHS_IN_BRACKETS = f"(?<=OPEN){_MONTH_BARE} {_TO} {_MONTH_BARE}(?=CLOSE)"
MONTH_TO_BARE_MONTH = f"(?:{_YEAR_BEFORE}|SIDE) {_MONTH_BARE} {_TO} {_MONTH_BARE}"
_FAR_YEAR = "(?:D999|D9999|FOUR_DIGITS)"
# ৫০০-৪০০ খ্রিস্টপূর্বাব্দ, ১০০ থেকে ৪৪ খ্রিস্টপূর্বাব্দ; ১০০-৪৪ may be short for 144
_TO_YEAR_BEFORE = f"(?:(?:D999|D9999) {_TO} {_FAR_YEAR}|{_FAR_YEAR} FROM TWO_DIGITS) {_BEFORE} (?:ABDA)?"
YEAR_TO_YEAR = f"(?:(?:{YEAR}|{_LOOSE_YEAR}) {_TO} {_END_YEAR}|{_TO_YEAR_BEFORE})(?! (?:{_DAY} )?{_MONTH})"
# খ্রিস্টপূর্ব ৩২১-১৮৫
YEARS_BEFORE = (
    f"{_BEFORE} {_FAR_YEAR} (?:{_TO} {_FAR_YEAR}|FROM TWO_DIGITS)"
    "(?!~(?:WORD|ORDINAL_MARK)|BLANK*+(?:CENTURY|ERA|CHRIST|UNIT))"
    " (?:YEAR_WORD|ABDA)?"
)
OPEN_YEAR = f"{_LOOSE_YEAR} FROM(?= {_CUED_YEAR} (?:{_DAY} )?{_MONTH})"  # ২০০৯ থেকে, before ২০২৪ সালের জুন
SHORT_YEARS = "(?<!DASH)TWO_DIGITS~DASH~TWO_DIGITS YEAR_WORD"  # ৭৩-৭৪ সালে
YEAR_UNTIL_YEAR = "YEAR_NUMBER FROM YEAR_NUMBER(?=BLANK*+UNTIL)"
BARE_YEAR_TO_YEAR = "(?<!DASH)YEAR_NUMBER (?:DASH) YEAR_NUMBER(?!DASH|WORD|UNIT)"  # (১৮৬১–১৯৪১)
MONTHS_BESIDE = "MONTH_BARE MONTH_BARE MONTH_UNIT"  # মে জুন মাসে
MONTH_FROM_MONTH = f"{_LOOSE_MONTH} FROM GREGORIAN_MONTH_BARE"
SEASON = f"YEAR_NUMBER~DASH~{_SHORT_OR_LONG} SEASON"

# ৪, ৫ ও, ১০-১২ ও, before ৮ মার্চ
_OR_DAYS = f"(?: {_TO} {_DAY})?"
OPEN_SET = (
    f"(?<!DASH)(?<!SERIAL~BLANK){_OPEN_DAY}{_OR_DAYS} (?:COMMA {_DAY}{_OR_DAYS}){{0,6}} (?:AND|OR|COMMA|SLASH)"
    f"{_BEFORE_DATE}"
)
SET_IN_WORDS = f"{_WORD_DAY} (?:COMMA {_DAY}){{0,6}} (?:AND|OR) {_LAST_DATE}"
# ২০১৯ সালের ৩ জুন, ৭ জুলাই ও ১ আগস্ট; ৯ মার্চ ও ১১ এপ্রিল ২০২২: one year for all
_DAYS = f"{_DAY}(?: (?:FROM|DASH) {_DAY}|(?: COMMA {_DAY}){{0,6}} (?:AND|OR) {_DAY})?"  # ৩, ৩-৫, ৩ ও ৫
_NAMED_DAY = f"{_DAYS} (?:COMMA)? {_MONTH_BARE}"
_NAMED_DAYS = f"(?<!DASH){_NAMED_DAY}(?: COMMA {_NAMED_DAY}){{0,6}} (?:AND|OR) {_DAYS} (?:COMMA)? {_MONTH}"
DATES_OF_YEAR = f"(?:(?:{_YEAR_BEFORE}|SIDE) {_NAMED_DAYS}(?! {_YEAR_AFTER})|{_NAMED_DAYS} {_YEAR_AFTER})"
MONTHS_AND_MONTH = f"{_LOOSE_MONTH} (?:COMMA {_MONTH_BARE}){{0,6}} (?:AND|OR) {MONTH}"
MONTHS_OF_YEAR = (
    f"(?:{_YEAR_BEFORE}|SIDE) {_MONTH_BARE} (?:COMMA {_MONTH_BARE}){{0,6}} (?:AND|OR) {_MONTH} (?:MONTH_UNIT)?"
)
YEARS_AND_YEAR = f"{_LOOSE_YEAR} (?:COMMA {_LOOSE_YEAR}){{0,6}} (?:AND|OR) {_END_YEAR}"
WEEKDAYS_AND_WEEKDAY = f"(?:SIDE|FOLLOWING) {_WEEKDAY} (?:COMMA {_WEEKDAY}){{0,6}} (?:AND|OR) WEEKDAY"
WEEKDAYS_IN_SHORT = f"WEEKDAY_SHORT (?:COMMA {_WEEKDAY}){{0,6}} AND WEEKDAY"  # রবি ও সোমবার

# --- lengths, and parts of years ------------------------------------------------------------------------------------

LENGTH = f"{AMOUNT}(?:(?<={_UNIT_BARE})BLANK*+{AMOUNT}){{0,2}}"  # in four years four days are two lengths
WHOLE_LENGTH = f"{LENGTH}(?: DURING)?|COUNT WORKDAY_UNIT"
RUNNING_LENGTH = f"{LENGTH}(?<=LENGTH_OF)|{LENGTH} DURING"
PLAIN_LENGTH = f"{LENGTH}(?<!MINUTE_UNIT_AT)(?<!SECOND_UNIT_AT)(?!BLANK*+{AMOUNT})"
# ৩ (তিন) মাসের; one that is counted from something is none by itself.
LENGTH_TWICE = f"{SAID_TWICE}(?: {SAID_TWICE}){{0,2}}(?!BLANK*+(?:AGO|AFTER))"
WORKDAYS = "COUNT WORKDAY_UNIT"
# ছয়-সাত বছরের, দেড় থেকে দুই দিন, দুই তিন দিন: a length that is not known exactly has no ISO form.
VAGUE_LENGTH = (
    f"(?:(?:COUNT|ONE_HALF|TWO_HALF|HALF_UNIT) (?:DASH|SLASH|FROM|OR|APOSTROPHE)|COUNT) {LENGTH} (?:AGO|AFTER)?"
)
RECURRENCE = f"EVERY (?:{LENGTH}|{SAID_TWICE})|{LENGTH} APART"  # প্রতি দশ মিনিট, এক ঘণ্টা পরপর
# দিন দশেক আগে, দিন পনেরো আগে, মাসখানেক পরে
_ROUGH_LENGTH = (
    f"(?:UNIT (?:ROUGHLY|ROUGHLY_TWO|ROUGHLY_ONE|W12_BARE|W24_BARE|W31_BARE)|(?:{_UNIT_BARE}) (?:D12|D24)|ABOUT_ONE)"
)
ROUGH_LENGTH = f"{_ROUGH_LENGTH} (?:AGO|AFTER)"
_FROM_TODAY = "(?:NEAR_DAY FROM (?:ABOUT|EXACTLY)?)?"
# A length in the genitive is none: দুই দিনের আগে is before they are over.
AGO = f"(?:ABOUT|PAST_SIDE)? {_FROM_TODAY} {LENGTH}(?<={_UNIT_BARE}|DECADE_BARE|WORKDAY_UNIT_BARE) AGO"
LATER = f"(?:ABOUT)? {_FROM_TODAY} {LENGTH} AFTER"
WINDOW = (
    f"(?:(?<!UNIT~BLANK)GONE {LENGTH}(?!BLANK*+AFTER)|(?:LAST|NEXT) {LENGTH})"  # দুই দিন গেলো তিন দিন গেলো has a verb
)
_FISCAL_YEAR = "(?:FISCAL_YEAR|FISCAL_YEAR_IN|FISCAL_YEAR_FIRST (?:DASH)? YEAR_UNIT)"  # অর্থবছর, অর্থ বছর, অর্থ-বৎসর
_TWO_YEARS = f"(?:YEAR_NUMBER~DASH~{_SHORT_OR_LONG}|{_HUNDREDS} WORD_BELOW_100 DASH WORD_BELOW_100)"
FISCAL_YEAR = f"(?:{_TWO_YEARS}|SIDE) {_FISCAL_YEAR}"
# ২০২৪ সালের প্রথম প্রান্তিকে, চলতি অর্থবছরের শেষ প্রান্তিকে
QUARTER = (
    f"(?:(?:{FISCAL_YEAR}|{_YEAR_BEFORE})? (?:ORDINAL_BARE|FINAL) QUARTER_YEAR"
    f"|(?:{FISCAL_YEAR}|{_CUED_YEAR}|{_COUNTED_YEAR}) (?:ORDINAL_BARE|FINAL) {_QUARTER_WORD})"
)
_OF_MONTH = f"(?:{_YEAR_MONTH}|{_MONTH_YEAR}|SIDE (?:{_MONTH} (?:MONTH_UNIT)?|MONTH_UNIT)|{_MONTH} (?:MONTH_UNIT)?)"
WEEK_OF_MONTH = f"{_OF_MONTH} (?:ORDINAL_BARE|FINAL) WEEK_UNIT"
_WHICH = "(?:ORDINAL_BARE|D12 ORDINAL_MARK|FINAL_BARE)"
NTH_WEEKDAY = f"(?<!EVERY~BLANK)(?:{_OF_MONTH}|{_YEAR_BEFORE}|{YEAR}) {_WHICH} WEEKDAY"
PART_OF_MONTH = f"{_OF_MONTH} (?:FINAL_AT|BEGIN_AT)(?!BLANK*+AROUND)"
_CENTURY_NUMBER = "(?:ORDINAL_BARE|(?:D12|D24) (?:ORDINAL_MARK|ENDING_AT))"  # ৩য় is written as a locative is
_CENTURY = f"(?:SIDE|{_CENTURY_NUMBER}|D12|D24|W12_BARE|W24_BARE|W31_BARE)"
CENTURY = (
    f"(?<!HIJRI_ERA~BLANK)(?:(?:{_BEFORE} (?:{_CENTURY_NUMBER} (?:AND|OR|DASH|FROM) )?)?{_CENTURY_NUMBER} CENTURY"
    f"|(?:{_BEFORE})? {_CENTURY} (?:CENTURY_OF|CENTURY_AT)(?!BLANK*+LAND)"
    "|W24_BARE CENTURY_BARE(?!BLANK*+LAND))"
)
_TENS = (
    "(?:W12_OF|W24_OF|W31_OF|W59|W99|W24_BARE|W31_BARE"
    "|(?:APOSTROPHE~)?(?:D24|D31|D59|D99) (?:CASE)?|FOUR_DIGITS (?:CASE|YEAR_WORD)?)"
)
DECADE = f"(?:{_CENTURY} CENTURY_OF)? {_TENS} DECADE"
# ষাট ও সত্তরের দশকে, আশি-নব্বইয়ের দশক; অষ্টাদশ ও ঊনবিংশ শতাব্দী, ১৮ ও ১৯ শতকে
_LISTED_TENS = f"(?:{_TENS}|W99_BARE|W59_BARE)"
DECADES = f"(?:{_CENTURY} CENTURY_OF)? {_LISTED_TENS}(?: COMMA {_LISTED_TENS}){{0,3}} (?:AND|OR|DASH) {_TENS} DECADE"
CENTURIES = (
    f"{_CENTURY_NUMBER}(?: COMMA {_CENTURY_NUMBER}){{0,3}} (?:AND|OR|DASH) {_CENTURY_NUMBER} CENTURY"
    "|D24 (?:AND|OR|DASH) D24 (?:CENTURY_OF|CENTURY_AT)(?!BLANK*+LAND)"
)
