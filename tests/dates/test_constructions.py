"""The table of constructions: every row proves itself by its examples, and every type of token is of use."""

import os
from datetime import date

import pytest
from constructions import check_row, find, idle_types, parse
from hypothesis import given
from hypothesis import strategies as st
from rows import each_row
from strategies import texts
from strategies_dates import date_noise

from banglanorm import DateParseError, find_dates, parse_date
from banglanorm.dates.constructions import closed_rows, open_rows, running_rows, whole_rows
from banglanorm.dates.finding import running_finder
from banglanorm.dates.joining import JOINS, WHOLE_JOINS, by_kinds, join_finds
from banglanorm.dates.lexer import groups, lexer
from banglanorm.dates.tokens import TYPES
from banglanorm.finder import Finder
from banglanorm.notation import type_names

STEP = 8 if os.environ.get("HYPOTHESIS_PROFILE") == "quick" else 1  # each check compiles all the patterns
RUNNING = running_rows()
WHOLE = (*closed_rows(), *whole_rows())
ALL = (*running_rows(), *whole_rows(), *open_rows())
OF_THE_ENGINE = {
    "BLANK",
    "WORD",
    "OTHER",
    "APOSTROPHE",
    "DANDA",
    "DASH",
    "COMMA",
    "DOT",
    "SLASH",
    "COLON",
    "PLUS",
    "MINUS",
}


@each_row("at", range(0, len(RUNNING), STEP))
def test_a_row_of_running_text_proves_itself(at):
    check_row(RUNNING, at, lexer(), groups(), read=find)


@each_row("at", range(len(closed_rows()), len(WHOLE), STEP))
def test_a_row_of_whole_texts_proves_itself(at):
    check_row(WHOLE, at, lexer(), groups(), read=parse)


@each_row("join", JOINS)
def test_a_join_proves_itself(join):
    others = tuple(other for other in JOINS if other is not join)

    def read(text, joins):
        return [found.tokens for found in join_finds(text, running_finder().find(text), by_kinds(joins))]

    assert len(find_dates(join.example, reference=date(2024, 5, 8))) == 1
    assert read(join.example, JOINS) != read(join.example, others)
    assert read(join.counterexample, JOINS) == read(join.counterexample, others)


@pytest.mark.parametrize("join", WHOLE_JOINS[len(JOINS) :], ids=lambda join: f"{join.left} + {join.right}")
def test_a_join_of_whole_texts_proves_itself(join):
    assert parse_date(join.example).iso == "T20:00"
    with pytest.raises(DateParseError):
        parse_date(join.counterexample)


PLAIN = Finder(lexer(), RUNNING, groups=groups())


@given(st.one_of(date_noise(), texts()))
def test_nothing_is_lost_where_only_the_surroundings_of_the_core_are_read(text):
    assert [found.tokens for found in running_finder().find(text)] == [found.tokens for found in PLAIN.find(text)]


def test_patterns_name_only_types_that_exist():
    known = OF_THE_ENGINE | TYPES | set(groups()) | {part for union in groups().values() for part in union.split("|")}
    for row in ALL:
        assert type_names(row.pattern) <= known, (row.name, type_names(row.pattern) - known)


def test_names_of_rows_are_used_once():
    names = [row.name for row in ALL]
    assert len(names) == len(set(names))


def test_every_type_of_every_table_is_of_use():
    kinds = {kind: set(types.split("|")) for kind, types in groups().items() if f"{kind}_BARE" in types.split("|")}
    unused = {kind for kind, types in kinds.items() if types <= idle_types(types, ALL, groups())}
    # A look-alike is there to be no other word; labels are read by parse_date itself.
    assert unused == {"LOOK_ALIKE", "BYLINE"}
