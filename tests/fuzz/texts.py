"""Texts to begin with, and how they are changed: what the cases hold, and pieces that have broken something before."""

import random
from functools import cache
from pathlib import Path

from cases_reader import unescaped

CASES = Path(__file__).parents[1] / "cases"
LONGEST = 400

PIECES = (
    *"‘’'`´‚ʼ‛′“”\"″«»„।॥|৷.,;:!?()[]{}<>=+-–—/\\%৳$₹&*@#_~^",
    *"\u200c\u200d\u200b\u00ad\u2060\ufeff\u200e\u202e\u00a0\u2028\u0085\n\r\t\x00\x1b\ud800\udfff\ufffd",
    *"\u09cd\u09bc\u09be\u09c7\u09cb\u09d7\u0981\u0982\u0983\u09fe\u09bd\u09ce",
    *"\u0301\u0327\u0345\u3099\u1100\u1161\u11a8\uac00\u212b\u0344",
    *"ড়ঢ়য়ক০১৫৯059½¼Ⅳⅻ²aéßİ",
    *("\U00011f02", "\U0002ebf0", "\U00016d63\U00016d67", "👍🏽", "🇧🇩", "👨\u200d👩\u200d👧"),
    *(
        "https://",
        "www.",
        "a@b.c",
        ".pdf",
        "```",
        "\n```\n",
        "\n~~~ x\n",
        "\n~~~\n",
        "\nনাম: '",
        "<item>",
        "&nbsp;",
        "<b>",
        '": "',
        "{%",
        "%s",
        "$x",
        "``",
        "''",
    ),
    *("হাজার", "লাখ", "কোটি", "দেড়", "সাড়ে", "দশমিক", "শতাংশ", "টাকা", "কেজি", "টি", "তম", "শো", "খানেক", "প্রায়"),
    *("সাল", "মে", "বৈশাখ", "শনিবার", "গত", "আগামী", "থেকে", "পর্যন্ত", "সকাল", "টায়", "ঘণ্টা", "আগে", "এর", "-র"),
    *("ʼʼ", "  ", "-এর", "’৭১", "ছ’দিনের", "১৯৭১", "১২:৩০", "১০/১২/২০২০", "০১৭১১-১২৩৪৫৬", "kṣa", "ba:i"),
)


@cache
def seeds() -> tuple[str, ...]:
    """Every cell of every case that is text of some length, and a few hostile ones."""
    cells: dict[str, None] = {}
    for path in sorted(CASES.rglob("*.tsv")):
        if path.stem in ("normalization_test", "equivalent_mutants"):
            continue
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.startswith("# "):
                continue
            cells.update((unescaped(cell)[:LONGEST], None) for cell in line.split("\t") if len(cell) > 3)
    hostile = ("ক" + "\u0301\u0327" * 100, "৫" + " " * 200 + "x", "’" * 100, "ক\u09cd" * 100, "এক কোটি " * 30)
    return (*cells, *hostile)


def changed(text: str, chance: random.Random) -> str:
    """Change the text in one to four places."""
    for _ in range(chance.randint(1, 4)):
        first, last = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
        match chance.randrange(7):
            case 0 | 1:
                text = text[:first] + chance.choice(PIECES) + text[first:]
            case 2:
                text = text[:first] + text[min(last, first + 5) :]
            case 3:
                text = text[:first] + chance.choice(PIECES) + text[min(last, first + 2) :]
            case 4:
                other = chance.choice(seeds())
                text = text[:first] + other[chance.randint(0, len(other)) :]
            case 5:
                text = text[:last] + text[first:last] * chance.randint(1, 3) + text[last:]
            case 6:
                text = text[last:] + text[first:last] + text[:first]
    return text[:LONGEST]


def fresh(chance: random.Random) -> str:
    """A seed, changed."""
    return changed(chance.choice(seeds()), chance)
