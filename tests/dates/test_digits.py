"""Digits to tokens."""

from cases_reader import read_cases

from banglanorm.dates.numerals import read_digits
from banglanorm.dates.tokens import Dotted, Number
from banglanorm.lexer import Piece


def _shown(piece: Piece) -> str:
    match piece.value:
        case Dotted(parts=parts, digits=digits):
            value = f"{'.'.join(map(str, parts))}/{digits}"
        case Number(value=number, digits=digits):
            value = f"{number}/{digits}"
        case _:
            value = "-"
    return f"{piece.type}:{piece.length}:{value}"


def test_digits_are_told_apart() -> None:
    for case in read_cases("dates/digits"):
        assert " ".join(map(_shown, read_digits(case["digits"]))) == case["tokens"], case
