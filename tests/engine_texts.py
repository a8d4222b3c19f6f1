"""What the adapters are tried on: a column of texts, and what the plain loop makes of it."""

from typing import Any

import banglanorm

TEXTS = [
    "ছ’দিনের ‘শক্তিশালী’ সফর৷",
    None,
    "দেড় কোটি টাকা, ৫ মে ২০২৪",
    "",
    "কাা, ৯৯টি বই; ১০⅓",
    "plain text, 12 May",
    "ছ’দিনের ‘শক্তিশালী’ সফর৷",
    "এক\nদুই\r\nতিন’শ",
]


def plain_loop(function: str, **options: Any) -> list[Any]:
    call = getattr(banglanorm, function)
    return [None if text is None else call(text, **options) for text in TEXTS]
