"""Calls of every public function, made from its signature: ``python tests/battery.py`` prints what each of them gives.

Functions of a text are called with each of ``TEXTS``, once for every value of every option that is a ``Literal``;
what another function is called with stands in ``ARGUMENTS``.
"""

import inspect
import typing
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

import banglanorm

REFERENCE = datetime(2024, 8, 14, 9, 30)

TEXTS = (
    "ছ’দিনের ‘শক্তিশালী’ সফর৷ দু’জনের \"কথা\" | 'হ্যাঁ'",
    "বাড়ি বাড়ি কোেন র\u200d্যাব উদ্\u200cঘাটন ড্\u09bcগ অাম",
    "৩,৪৫৬.৭৮ টাকা, দেড় লাখ, সাড়ে তিনশো, ২৩তম, ½ কাপ, ১২.৫%, ০১৭১১-১২৩৪৫৬",
    "গত শনিবার, ৫ আশ্বিন ১৪৩০, সকাল ১০টায়; ১৭.০৯.২০২৩; আড়াই ঘণ্টা; ১২.৫ সেকেন্ডের; ৯ রমজান ১৪৪৫",
    "কিম জং উন, ভ্লাদিমির পুতিনের, কেসিএনএ-র, আবদুল্লাহ আল মামুন",
    "৫ আশ্বিন ১৪৩০",
    "এক হাজার আটশত সত্তর কোটি",
    "bāṁlā ba:i kṣa",
    "https://example.com/বাংলা?ক=’১’ a17.09.2023@example.com",
    "Plain text, with “quotes” and 1,234.50.",
    "ক\U00011f02’ল \u1c89ক ক’\U0002ebf0 ৫\U00011f51 \U00016d63\U00016d67\U00016d67",
    "ক\ud800খ \x00\x1f\u2028ল",
    "ʼ’´`′‘“”„«»",
    "",
)

# What the functions that do not take a text are called with.
ARGUMENTS: dict[str, list[tuple[Any, ...]]] = {
    "format_date": [(date(2024, 4, 14),), (datetime(1971, 12, 16, 16, 31),), (banglanorm.BanglaDate(1431, 1, 1),)],
    "format_number": [(0,), (-1234567,), (Decimal("1234.50"),), (Fraction(7, 3),), (10**60,)],
    "number_to_words": [(0,), (-1971,), (Decimal("1234.50"),), (Fraction(7, 2),), (10**60,)],
    "money_to_words": [(0,), (Decimal("1234.50"),), (10**9,)],
    "name_similarity": [("মমতা ব্যানার্জি", "Mamata Banerjee"), ("শেখ হাসিনা", "শেখ হাসিনার"), ("", "x")],
    "match_names": [(["মমতা ব্যানার্জি", ""], ["Mamata Banerjee", "Sheikh Hasina"])],
    "rules": [()],
    "format_time": [(time(9, 20),), (time(0, 0, 30),)],
    "format_relative": [(datetime(2024, 8, 11, 9, 30),), (datetime(2024, 8, 14, 12),)],
    "say_date": [(date(1971, 12, 16),), (banglanorm.BanglaDate(1431, 1, 1),)],
    "say_time": [(time(13, 30),), (time(9, 5),)],
    "audit": [(TEXTS[:4],), ((),)],
}


# What gives an error without an extra, so that its absence is no surrounding.
NEED_AN_EXTRA = ("fix_mojibake",)


def calls() -> Iterator[tuple[str, str, Any]]:
    """Every call: the name of the function, the call as it is written, and the call itself."""
    for name in sorted(banglanorm.__all__):
        function = getattr(banglanorm, name)
        if not inspect.isfunction(function) or name in NEED_AN_EXTRA:
            continue
        for arguments in ARGUMENTS.get(name, [(text,) for text in TEXTS if takes_a_text(function)]):
            for chosen in options(function):
                written = f"{name}{arguments!r} {chosen!r}"
                yield name, written, lambda f=function, a=arguments, o=chosen: f(*a, **o)


def takes_a_text(function: Any) -> bool:
    """Whether a text is all that the function has to be called with."""
    needed = [p for p in inspect.signature(function).parameters.values() if p.default is p.empty]
    return len(needed) == 1 and needed[0].annotation is str


def options(function: Any) -> list[dict[str, Any]]:
    """No option, then each value of each option by itself; a reference is always given where one is taken."""
    named = [p for p in inspect.signature(function).parameters.values() if p.kind is p.KEYWORD_ONLY]
    always = {p.name: REFERENCE for p in named if p.name == "reference"}
    return [always, *(always | {p.name: value} for p in named for value in _values(p.annotation))]


def _values(hint: Any) -> list[str]:
    """The values of a ``Literal``, also where it is a part of a union."""
    if typing.get_origin(hint) is typing.Literal:
        return list(typing.get_args(hint))
    return [value for part in typing.get_args(hint) for value in _values(part)]


def answer(call: Any) -> str:
    """What the call gives or raises, as text that says all of it."""
    try:
        return repr(call())
    except banglanorm.BanglanormError as error:
        return f"{type(error).__name__}: {error}"
    except TypeError as error:
        return f"TypeError: {error}"


def plain(text: str) -> str:
    """The text in ASCII; which characters ``repr`` shows as they are depends on the Python that runs."""
    return text.encode("ascii", "backslashreplace").decode()


def answers() -> Iterator[str]:
    for _, written, call in calls():
        yield plain(f"{written} -> {answer(call)}")


def main() -> None:
    for line in answers():
        print(line)


if __name__ == "__main__":
    main()
