"""What a numeral looks like: groups of token types and patterns that `parsing` and `finding` share."""

GROUPS = {
    "DIGITS": "D1|D2|Z2|D3|D4|D5UP|GROUPED",
    "UNIT": "ZERO|ONE|NOY|BAR|SMALL|TENS|KURI|ELIDED|ELIDED_MARKED",
    "HUNDRED": "SHO|SHOTO",
    "LAKHS": "LAKH|LOKKHO",
    "BIG": "CRORE|WESTERN",
    "SCALE": "THOUSAND|LAKH|LOKKHO|CRORE|WESTERN|ARCHAIC",
    "COLLECTIVE": "DOZEN|HALI|JORA",
    "COUNTED_BY": "UNIT|DIGITS|DECIMAL|HUNDREDS|HUNDRED|MIXED|SCALE",
}

# What a number below a thousand, or below a crore, is made of.
_HUNDRED = "(?:UNIT|DECIMAL) HUNDRED|D1(?: APOSTROPHE)? HUNDRED|D2(?: APOSTROPHE)? SHOTO|HUNDREDS|SHOTO"
_HUNDREDS = f"(?:{_HUNDRED})(?: (?:UNIT|D1|D2))?"
_WITH_QUARTER = "QUARTER(?: (?:(?:UNIT|DIGITS)(?: HUNDRED)?|HUNDREDS|HUNDRED)|(?= SCALE))"
_TEENS = "D2(?: APOSTROPHE)? SHO(?: (?:D1|D2))?(?= (?:CURRENCY|PERSON|MEASURE))"
_BELOW_THOUSAND = f"(?:{_HUNDREDS}|{_TEENS}|MIXED(?: HUNDRED)?|{_WITH_QUARTER}|UNIT|DIGITS|DECIMAL)"
# চার লাখ পাঁচ লাখ are two: what stands before a scale belongs to it.
_LAST = f"(?: {_BELOW_THOUSAND}(?! (?:THOUSAND|LAKHS)))?"
_BELOW_CRORE = f"(?:(?:{_BELOW_THOUSAND} )?(?:LAKHS(?: {_BELOW_THOUSAND} THOUSAND)?|THOUSAND){_LAST}|{_BELOW_THOUSAND})"
_NUMERAL = f"(?:(?:{_BELOW_CRORE} )?BIG(?: (?:{_BELOW_CRORE} )?BIG){{0,6}}(?: {_BELOW_CRORE})?|{_BELOW_CRORE})"
# For the rows of both tables a numeral is one token; বার after a number is "times", not its twelve.
NUMERAL = ("NUMERAL", f"(?:(?!BAR)|(?<!COUNTED_BY)(?<!COUNTED_BY~BLANK)){_NUMERAL}")
