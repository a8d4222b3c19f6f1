"""Expressions of time: what they mean, where they stand in a text, and what looks like one and is none."""

import dataclasses
import json
import pickle
import re
import unicodedata
from datetime import date, datetime, timedelta, timezone

import pytest
from cases_reader import read_cases, when
from hypothesis import assume, given
from hypothesis import strategies as st
from rows import each_row
from strategies import texts, texts_without_bengali
from strategies_dates import date_noise, references, regions

from banglanorm import (
    BanglaDate,
    BanglanormError,
    ConfigError,
    DateParseError,
    dates_to_iso,
    find_dates,
    format_date,
    parse_date,
)
from banglanorm.dates.lexer import lexer
from banglanorm.script.letters import PRECOMPOSED_NUKTA_LETTERS, ZWJ, ZWNJ

ANY_TEXT = st.one_of(date_noise(), date_noise(), texts())
STYLES = ("full", "long", "ordinal", "year-first", "short")


def composed(text: str) -> str:
    for letter in PRECOMPOSED_NUKTA_LETTERS:
        text = text.replace(unicodedata.normalize("NFD", letter), letter)
    return text


# --- what expressions mean --------------------------------------------------------------------------------------------


@each_row("case", read_cases("dates/dates"))
def test_value(case):
    value = parse_date(case["text"], reference=when(case["reference"]), region=case["region"])
    assert (value.iso or "", "|".join(value.alternatives)) == (case["iso"], case["alternatives"])


def test_either_encoding_is_read():
    for case in read_cases("dates/dates"):
        options = {"reference": when(case["reference"]), "region": case["region"]}
        value = parse_date(unicodedata.normalize("NFC", case["text"]), **options)
        assert parse_date(composed(case["text"]), **options) == value, case


@each_row("case", read_cases("dates/dates_in_text"))
def test_finds(case):
    found = find_dates(case["text"], reference=when(case["reference"]), region=case["region"])
    assert " | ".join(f"{m.text}={m.value.iso or '-'}" for m in found) == case["found"]


@each_row("case", read_cases("dates/not_dates"))
@each_row("reference", [None, datetime(2024, 6, 5)])
def test_look_alikes_are_left_alone(case, reference):
    assert find_dates(case["text"], reference=reference) == []
    assert dates_to_iso(case["text"], reference=reference) == case["text"]


@each_row(
    "text,message",
    [
        ("৩১ ফেব্রুয়ারি ২০২৪", "no day 31 in month 2 of the year 2024"),
        ("২৯ ফেব্রুয়ারি ২০২৩", "no day 29 in month 2 of the year 2023"),
        ("৩০ ফাল্গুন ১৪২৯", "no day 30 in ফাল্গুন 1429"),
        ("৩১ মুহররম ১৪৪৫", "no day 31 in month 1 of the Hijri year 1445"),
        ("বাংলাদেশ", "not one expression of a date or time: 'বাংলাদেশ'"),
        ("", "not one expression"),
        ("৫ মে ২০২৪ ও আরও কিছু", "not one expression"),
        ("বৈশাখ ২০২৪", "not one expression"),
    ],
)
def test_what_is_no_date_is_refused(text, message):
    with pytest.raises(DateParseError, match=message):
        parse_date(text)


@pytest.mark.parametrize(
    "text,part",
    [
        ("৫ মে ২০২৪ ও আরও কিছু", "ও আরও কিছু"),
        ("  আমার ৫ মে ২০২৪", "আমার"),
        ("প্রকাশ: ৫ মে ২০২৪ নয়, ৬ মে", "নয়,"),
        ("প্রকাশ: ৩১ ফেব্রুয়ারি ২০২৪।", "৩১ ফেব্রুয়ারি ২০২৪"),
        ("বাংলাদেশ", "বাংলাদেশ"),
    ],
)
def test_an_error_says_which_part_is_not_understood(text, part):
    with pytest.raises(DateParseError) as caught:
        parse_date(text)
    assert text[caught.value.start : caught.value.end] == part
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.start, again.end) == (str(caught.value), caught.value.start, caught.value.end)


def test_a_text_longer_than_any_expression_is_refused_or_stripped():
    assert parse_date(" " * 10_000 + "৫ মে ২০২৪" + " \t" * 10_000).iso == "2024-05-05"
    with pytest.raises(DateParseError):
        parse_date("৫" + " " * 10_000 + "মে")


def test_wrong_arguments_are_refused():
    for function in (parse_date, find_dates, dates_to_iso):
        with pytest.raises(TypeError, match="decode it first"):
            function(b"x")
        with pytest.raises(TypeError, match=r"got str: convert it first, for example with datetime\.fromisoformat"):
            function("আজ", reference="2024-01-02")
        with pytest.raises(TypeError, match="as reference, got int"):
            function("আজ", reference=2024)
        with pytest.raises(ConfigError, match="region: expected one of 'bd', 'in', got 'uk'"):
            function("আজ", region="uk")


# --- what else a value tells ------------------------------------------------------------------------------------------


@each_row(
    "text,kind,precision,calendar,earliest,latest",
    [
        ("৫ মে ২০২৪", "date", "day", "gregorian", date(2024, 5, 5), date(2024, 5, 5)),
        ("ফেব্রুয়ারি ২০২৪", "date", "month", "gregorian", date(2024, 2, 1), date(2024, 2, 29)),
        ("২০২৪ সাল", "date", "year", "gregorian", date(2024, 1, 1), date(2024, 12, 31)),
        ("নব্বইয়ের দশক", "date", "decade", "gregorian", date(1990, 1, 1), date(1999, 12, 31)),
        ("ঊনবিংশ শতাব্দী", "date", "century", "gregorian", date(1800, 1, 1), date(1899, 12, 31)),
        ("৩ মে", "date", "day", "gregorian", None, None),
        ("খ্রিস্টপূর্ব ৪৪ অব্দ", "date", "year", "gregorian", None, None),
        ("১ বৈশাখ ১৪৩১", "date", "day", "bd2019", date(2024, 4, 14), date(2024, 4, 14)),
        ("১ বৈশাখ ১৪০১", "date", "day", "bd1987", date(1994, 4, 14), date(1994, 4, 14)),
        ("১ বৈশাখ ১৩৫০", "date", "day", "traditional", date(1943, 4, 15), date(1943, 4, 15)),
        ("বৈশাখ ১৪৩১", "interval", "month", "bd2019", date(2024, 4, 14), date(2024, 5, 14)),
        ("১ রমজান ১৪৪৫", "date", "day", "hijri", date(2024, 3, 11), date(2024, 3, 13)),
        ("৫-৭ মে ২০২৪", "interval", "day", "gregorian", date(2024, 5, 5), date(2024, 5, 7)),
        ("৫ ও ৭ মে ২০২৪", "set", "day", "gregorian", date(2024, 5, 5), date(2024, 5, 7)),
        ("রাত ৮টা", "time", "hour", "gregorian", None, None),
        ("রাত ৮টা ৫ মিনিট", "time", "minute", "gregorian", None, None),
        ("৫ মে ২০২৪ রাত ৮টা", "datetime", "hour", "gregorian", date(2024, 5, 5), date(2024, 5, 5)),
        ("ছ’দিনের", "duration", "day", "gregorian", None, None),
        ("শনিবার", "weekday", None, "gregorian", None, None),
        ("গতকাল", "relative", None, "gregorian", None, None),
    ],
)
def test_fields(text, kind, precision, calendar, earliest, latest):
    value = parse_date(text)
    assert (value.kind, value.precision, value.calendar) == (kind, precision, calendar)
    assert (value.earliest, value.latest) == (earliest, latest)


def test_a_wrong_weekday_is_reported_and_the_date_kept():
    value = parse_date("সোমবার, ৫ মে ২০২৪")
    assert value.iso == "2024-05-05"
    assert value.conflicts == ("the text says সোমবার, but 2024-05-05 is রোববার",)
    assert parse_date("রবিবার, ৫ মে ২০২৪").conflicts == ()


def test_a_relative_day_that_contradicts_its_date_is_reported():
    value = parse_date("আজ ৫ মে ২০২৪", reference=date(2024, 5, 6))
    assert value.iso == "2024-05-05"
    assert value.conflicts == ("the text says a day that is 2024-05-06, and the date 2024-05-05",)


def test_a_date_far_from_the_reference_may_be_of_another_year():
    assert parse_date("৩ মে", reference=date(2024, 5, 20)).alternatives == ()
    value = parse_date("৩ মে", reference=date(2024, 12, 1))
    assert (value.iso, value.alternatives) == ("2025-05-03", ("2024-05-03",))


def test_a_value_is_text_data_and_a_key():
    value = parse_date("৫ মে ২০২৪")
    assert str(value) == "2024-05-05"
    assert str(parse_date("আজ")) == ""
    assert value.as_dict()["earliest"] == "2024-05-05"
    assert {value: 1}[pickle.loads(pickle.dumps(value))] == 1
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.iso = "x"


def test_a_reference_may_have_a_time_zone():
    dhaka = datetime(2024, 6, 5, 1, 0, tzinfo=timezone(timedelta(hours=6)))
    assert parse_date("দুই ঘণ্টা আগে", reference=dhaka).iso == "2024-06-04T23:00"
    assert parse_date("গতকাল", reference=dhaka).iso == "2024-06-04"


def test_days_that_python_cannot_hold_are_left_out():
    for text in ("৯৯৯৯৯ দিন আগে", "৫০০০ বছর ২ মাস আগে", "পঞ্চাশ হাজার বছর আগে", "গত ৯০০০ বছরে", "গত ৯০০০০ ঘণ্টায়"):
        values = [match.value for match in find_dates(text, reference=date(99, 1, 1))]
        assert all(value.iso is None or value.earliest for value in values)
    assert find_dates("৫০০০ বছর ২ মাস আগে", reference=date(2024, 1, 1)) == []


def test_hours_are_not_counted_from_a_day():
    assert parse_date("দুই ঘণ্টা আগে", reference=date(2024, 6, 5)).iso is None


def test_what_cannot_be_seen_changes_nothing():
    text = "\u200e১৬ ডিসেম্বর \u200e১৯৭১, আর ১\u200b৬ ডিসেম্বর ১৯৭২"
    found = find_dates(text)
    assert [match.value.iso for match in found] == ["1971-12-16", "1972-12-16"]
    assert all(text[match.start : match.end] == match.text for match in found)
    assert parse_date("১\u200b৬ ডিসেম্বর\u200e ১৯৭২").iso == "1972-12-16"


def test_joiners_beside_digits_join_nothing():
    text = "১২\u200d মে ২০২২\u200c সালে"
    (match,) = find_dates(text)
    assert match.value.iso == "2022-05-12"
    assert match.text == text[match.start : match.end]


@each_row(
    "text",
    [
        "report_17.09.2023.pdf",
        "a17.09.2023@example.com",
        "https://example.com/2023-09-17/x",
        "ছবি: IMG_17.09.2023.jpg দেখুন",
        "logs/2023-09-17.log",
        "v17.09.2023",
        "www.example.com/17.09.2023",
    ],
)
def test_addresses_and_file_names_hold_no_dates(text):
    assert find_dates(text) == []
    assert dates_to_iso(text) == text


def test_a_date_at_the_end_of_a_sentence_is_no_file_name():
    assert dates_to_iso("প্রকাশ ১৭.০৯.২০২৩.") == "প্রকাশ 2023-09-17."
    assert dates_to_iso("তাং১৭.০৯.২০২৩") == "তাং2023-09-17"
    assert dates_to_iso("২৪ মে, ১৮৯৯/১১ জ্যৈষ্ঠ ১৩০৬") == "1899-05-24 / 1899-05-24"


def test_members_are_values_too():
    interval = parse_date("৫ থেকে ৭ মে ২০২৪")
    assert [member.to_date() for member in interval.members] == [date(2024, 5, 5), date(2024, 5, 7)]
    assert [member.iso for member in parse_date("৪, ৫ ও ৮ মার্চ ২০২৪").members] == [
        "2024-03-04",
        "2024-03-05",
        "2024-03-08",
    ]
    assert [member.iso for member in parse_date("সকাল ১০টা থেকে বিকেল ৫টা").members] == ["T10:00", "T17:00"]


def test_what_is_known_of_an_unresolved_date_is_kept():
    value = parse_date("২৫ চৈত্র")
    assert (value.iso, value.calendar, value.month, value.day) == (None, "bangla", 12, 25)
    assert parse_date("২৫ চৈত্র", region="in").calendar == "traditional"
    assert parse_date("১০ রমজান").calendar == "hijri"
    assert parse_date("শনিবার").weekday == 6
    assert [member.weekday for member in parse_date("রোববার থেকে মঙ্গলবার").members] == [7, 2]


def test_values_become_what_python_has():
    dhaka = timezone(timedelta(hours=6))
    assert parse_date("৫ মে ২০২৪").to_date() == date(2024, 5, 5)
    assert parse_date("১ রমজান ১৪৪৫").to_date() == date(2024, 3, 12)
    moment = parse_date("আজ রাত ৮টা", reference=datetime(2024, 5, 8, 9, tzinfo=dhaka)).to_datetime()
    assert moment == datetime(2024, 5, 8, 20, tzinfo=dhaka)
    assert parse_date("2023-09-17T17:57:00+06:00").to_datetime().tzinfo == dhaka
    assert parse_date("আড়াই ঘণ্টা").to_timedelta() == timedelta(hours=2, minutes=30)
    assert parse_date("দুই সপ্তাহ").to_timedelta() == timedelta(weeks=2)
    assert parse_date("১.২৫ সেকেন্ড").to_timedelta() == timedelta(seconds=1, microseconds=250_000)
    assert parse_date("২ সপ্তাহ ৩ দিন").to_timedelta() == timedelta(days=17)
    assert parse_date("দেড় মিনিট").to_timedelta() == timedelta(seconds=90)
    for text, method in [
        ("মে ২০২৪", "to_date"),
        ("৩ মে", "to_date"),
        ("গতকাল", "to_date"),
        ("৫ মে ২০২৪", "to_datetime"),
        ("তিন মাস", "to_timedelta"),
    ]:
        with pytest.raises(BanglanormError, match=r"no (date|datetime|timedelta): the value is"):
            getattr(parse_date(text), method)()


@pytest.mark.parametrize("text", ["৫-৭ মে ২০২৪", "গতকাল", "২৫ চৈত্র", "সোমবার, ৫ মে ২০২৪", "৪ ও ৫ মে"])
def test_values_travel(text):
    value = parse_date(text)
    assert pickle.loads(pickle.dumps(value)) == value
    assert b"banglanorm.dates" not in pickle.dumps(value)
    assert json.loads(json.dumps(value.as_dict()))["iso"] == value.iso
    assert len(repr(value)) < 200
    match = find_dates(text)[0]
    assert pickle.loads(pickle.dumps(match)) == match
    assert json.loads(json.dumps(match.as_dict()))["text"] == match.text


# --- writing them back ------------------------------------------------------------------------------------------------


def test_endings_stay_after_a_hyphen():
    text = "৫ মে ২০২৪ থেকে; ২০২৪ সালের মে মাসে; ৫ মে ২০২৪-এর; জুন ২০২৪; ১ জুলাই ২০২৪, রাত ৮টায়; ৫ মে ২০২৩ রোববারেরই"
    assert dates_to_iso(text) == (
        "2024-05-05 থেকে; 2024-05-এ; 2024-05-05-এর; 2024-06; 2024-07-01T20:00-এ; 2023-05-05-এরই"
    )


def test_what_is_open_stays_as_written():
    text = "গতকাল, কাল রাতে, ছ’দিনের, ৫ মে ২০২৪ রাত ২টায়"
    assert dates_to_iso(text) == text
    assert dates_to_iso("গতকালের", reference=date(2024, 5, 5)) == "2024-05-04-এর"


# --- promises ---------------------------------------------------------------------------------------------------------


@given(ANY_TEXT, references(), regions())
def test_spans(text, reference, region):
    end = 0
    for match in find_dates(text, reference=reference, region=region):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text == match.text.strip()
        end = match.end


@given(ANY_TEXT, references(), regions())
def test_any_text_is_read_or_refused(text, reference, region):
    dates_to_iso(text, reference=reference, region=region)
    try:
        value = parse_date(text, reference=reference, region=region)
    except DateParseError as error:
        assert str(error)  # noqa: PT017 - the refusal is one of two good outcomes
    else:
        assert value.iso is None or value.precision


@given(ANY_TEXT, references(), regions())
def test_bounds_are_in_order_and_in_the_iso_form(text, reference, region):
    for match in find_dates(text, reference=reference, region=region):
        value = match.value
        if value.earliest and value.latest:
            assert value.earliest <= value.latest
        if value.kind == "date" and value.precision == "day" and value.earliest == value.latest and value.earliest:
            assert value.iso is not None
            assert value.iso.removesuffix("~") == value.earliest.isoformat()


ISO = re.compile(
    r"(?P<day>-?[\dX]{4}(-[\dX]{2}(-\d\d)?|-W\d\d)?~?)(?P<time>T\d\d:\d\d(:\d\d)?)?|T\d\d:\d\d(:\d\d)?"
    r"|P(\d+(\.\d+)?[YMWD])*(T(\d+(\.\d+)?[HMS])+)?"
)


@given(ANY_TEXT, references(), regions())
def test_the_iso_form_is_well_formed(text, reference, region):
    for match in find_dates(text, reference=reference, region=region):
        value = match.value
        if value.iso is None:
            continue
        parts = value.iso[1:-1].split(",") if value.kind == "set" else value.iso.split("/")
        assert all(ISO.fullmatch(part) for part in parts), value
        assert (value.kind == "set") == value.iso.startswith("{")


@given(ANY_TEXT, regions())
def test_without_a_reference_no_relative_date_is_settled(text, region):
    today, long_ago = date(2024, 6, 5), date(1911, 3, 1)
    for match in find_dates(text, region=region):
        if match.value.kind in ("weekday", "relative"):
            assert match.value.iso is None
    # Nor does the clock of the machine say anything: two references differ, no reference does not.
    assert find_dates(text, region=region) == find_dates(text, region=region)
    if re.search("গতকাল", text) and find_dates("গতকাল", reference=today, region=region):
        assert parse_date("গতকাল", reference=today) != parse_date("গতকাল", reference=long_ago)


@given(texts_without_bengali())
def test_text_without_bengali_holds_no_words_of_dates(text):
    assume(not re.search(r"\d", text))
    assert find_dates(text) == []


@given(
    st.dates(min_value=date(594, 6, 1)), st.sampled_from(["gregorian", "bangla"]), regions(), st.sampled_from(STYLES)
)
def test_a_written_date_is_read_back(day, calendar, region, style):
    written = BanglaDate.from_gregorian(day, region=region)
    # On the last days before the reform of 1987 the old calendar had begun its year 1394 already in some years.
    assume(
        calendar == "gregorian" or not (region == "bd" and written.calendar == "traditional" and written.year > 1393)
    )
    text = format_date(day, calendar=calendar, region=region, style=style)
    value = parse_date(text, region=region)
    assert value.iso == day.isoformat(), text
    assert value.conflicts == ()
    assert [match.value.iso for match in find_dates(f"ঢাকা, {text}।", region=region)] == [day.isoformat()]


@given(st.datetimes(min_value=datetime(1600, 1, 1)), regions(), st.sampled_from(STYLES))
def test_a_written_moment_is_read_back(moment, region, style):
    moment = moment.replace(microsecond=0)
    text = format_date(moment, region=region, style=style)
    assert parse_date(text, region=region).iso == moment.isoformat(timespec="seconds" if moment.second else "minutes")


@given(st.sampled_from(read_cases("dates/dates")), st.sampled_from([ZWNJ, ZWJ]), st.data())
def test_joiners_inside_words_change_nothing(case, joiner, data):
    places = [m.end() for m in re.finditer(r"[ক-হ](?=[ক-হ])", case["text"])]
    assume(places)
    at = data.draw(st.sampled_from(places))
    text = case["text"][:at] + joiner + case["text"][at:]
    options = {"reference": when(case["reference"]), "region": case["region"]}
    assert parse_date(text, **options) == parse_date(case["text"], **options)


# --- the tables -------------------------------------------------------------------------------------------------------


def test_a_word_is_one_kind_of_word():
    kinds = [[token.type for token in lexer().tokens(text)] for text in ("মের", "মেতে", "দশকে", "এর", "একদিন")]
    assert kinds == [
        ["GREGORIAN_MONTH_OF"],
        ["LOOK_ALIKE_BARE"],
        ["DECADE_AT"],
        ["GENITIVE_PRONOUN_BARE"],
        ["LOOK_ALIKE_BARE"],
    ]


@pytest.mark.parametrize("hour", ["দে\u09dcটায়", "দেড\u09bcটা\u09df", "আ\u09dcাইটায়", "আড\u09bcাইটার"])
def test_half_hours_are_found_in_every_encoding(hour: str) -> None:
    (found,) = find_dates(f"যা বেলা {hour} বেড়ে")
    assert found.text == f"বেলা {hour}"
