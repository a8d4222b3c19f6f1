"""Makes ``data/numbers/phones.tsv`` from the numbering plans of the package ``phonenumbers`` (Apache-2.0).

Run ``python -m banglanorm._make.phones`` with ``phonenumbers`` installed; it writes the table anew.
"""

import argparse
from pathlib import Path
from typing import Any

COUNTRIES = ("BD", "IN")
KINDS = ("mobile", "fixed_line", "voip", "toll_free")
TABLE = Path(__file__).parents[1] / "data" / "numbers" / "phones.tsv"


def table() -> str:
    """Return the whole table as text."""
    import phonenumbers
    from phonenumbers.phonemetadata import PhoneMetadata

    lines = [
        "# table: numbers/phones | the phone numbers of two countries: country code, trunk prefix, pattern of the rest",
        f"# source: phonenumbers {phonenumbers.__version__}, metadata of libphonenumber",
        "# licence: Apache-2.0",
        "# made: python -m banglanorm._make.phones",
        "country\tkind\tcode\ttrunk\tpattern",
    ]
    for country in COUNTRIES:
        plan: Any = PhoneMetadata.metadata_for_region(country)
        for kind in KINDS:
            description = getattr(plan, kind)
            if description and description.national_number_pattern:
                trunk = plan.national_prefix
                pattern = description.national_number_pattern
                lines.append(f"{country}\t{kind}\t{plan.country_code}\t{trunk}\t{pattern}")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.phones", description=__doc__.split("\n")[0])
    parser.parse_args()
    TABLE.write_text(table(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
