"""A program that uses every public name, for type checkers to read and for Python to run.

``mypy --strict`` and ``pyright`` read it as they read a user's program; run, it says which public names it lacks.
"""

import ast
import sys
import tempfile
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import assert_type

import banglanorm
from banglanorm import (
    Annotated,
    Annotation,
    Apostrophe,
    Audit,
    AuditExample,
    BanglaDate,
    BanglanormError,
    Calendar,
    Census,
    ChangeCount,
    ConfigError,
    Conjunct,
    CorpusError,
    DataError,
    DateMatch,
    DateParseError,
    DateStyle,
    Digits,
    Edit,
    Effect,
    Explanation,
    Malformed,
    NameCandidate,
    NamePair,
    Normalizer,
    Nukta,
    NumberKind,
    NumberMatch,
    NumberParseError,
    Precision,
    Profile,
    Qualifier,
    QuoteMark,
    Quotes,
    Region,
    Rule,
    RuleCount,
    Scheme,
    Sentence,
    Temporal,
    TimeStyle,
    TransliterationError,
    Word,
    WordKind,
    annotate,
    audit,
    bijoy_to_unicode,
    bijoy_to_unicode_explained,
    corpus,
    dates_to_iso,
    explain,
    find_conjuncts,
    find_dates,
    find_malformed,
    find_numbers,
    find_sentences,
    find_words,
    fix_legacy,
    fix_mojibake,
    format_date,
    format_number,
    format_relative,
    format_time,
    from_iso15919,
    is_wellformed,
    label_quotes,
    looks_like_bijoy,
    match_names,
    matching_key,
    money_to_words,
    name_candidates,
    name_similarity,
    normalize,
    number_to_words,
    parse_date,
    parse_number,
    romanize,
    romanize_name,
    rules,
    say_date,
    say_time,
    sort_key,
    split_aksharas,
    split_sentences,
    split_words,
    to_ascii_digits,
    to_bengali_digits,
    to_ipa,
    to_iso15919,
    to_written,
    to_written_explained,
    unicode_to_bijoy,
    verbalize,
    verbalize_explained,
)


def one_spelling(text: str) -> None:
    profile: Profile = "standard"
    nukta: Nukta = "decomposed"
    apostrophe: Apostrophe = "'"
    quotes: Quotes = "curly"
    digits: Digits = "keep"
    assert_type(normalize(text), str)
    assert_type(normalize(text, profile=profile, nukta=nukta, apostrophe=apostrophe, quotes=quotes), str)
    explained = explain(text, digits=digits, enable=["apostrophes"], disable=())
    assert_type(explained, Explanation)
    assert_type(explained.edits, tuple[Edit, ...])
    assert_type(explained.to_normalized(0, 1), tuple[int, int])
    assert_type(explained.to_original(0, 1), tuple[int, int])
    for edit in explained.edits:
        assert_type(
            (edit.start, edit.end, edit.before, edit.after, edit.rules), tuple[int, int, str, str, tuple[str, ...]]
        )
    tidy = Normalizer(profile="visual")
    assert_type(tidy(text), str)
    assert_type(tidy.explain(text), Explanation)
    assert_type([rule.name for rule in rules()], list[str])
    assert_type(rules(), tuple[Rule, ...])
    assert_type(label_quotes(text), list[QuoteMark])


def script(text: str) -> None:
    assert_type(split_aksharas(text), list[str])
    assert_type(find_conjuncts(text), list[Conjunct])
    assert_type(find_malformed(text), list[Malformed])
    assert_type(is_wellformed(text), bool)


def words(text: str) -> None:
    kinds: list[WordKind] = [word.kind for word in find_words(text)]
    assert_type(find_words(text), list[Word])
    assert_type(split_words(text), list[str])
    assert_type(find_sentences(text), list[Sentence])
    assert_type(split_sentences(text), list[str])
    assert_type(matching_key(text), str)
    sorted([text, *kinds], key=sort_key)


def numbers(text: str) -> None:
    assert_type(to_ascii_digits(text), str)
    assert_type(to_bengali_digits(text), str)
    region: Region = "in"
    for match in find_numbers(text, region=region):
        assert_type(match, NumberMatch)
        assert_type(match.value, int | Decimal | Fraction | None)
        kind: NumberKind = match.kind
        qualifier: Qualifier = match.qualifier
        print(kind, qualifier)
    assert_type(parse_number("দেড় লাখ"), int | Decimal | Fraction)
    assert_type(number_to_words(1971, ordinal=True), str)
    assert_type(format_number(Decimal("1.5"), digits="bengali", grouping="lakh"), str)


def dates(text: str) -> None:
    for match in find_dates(text, reference=datetime(2024, 8, 14)):
        assert_type(match, DateMatch)
        assert_type(match.value, Temporal)
    assert_type(parse_date("৫ মে ২০২০", region="bd"), Temporal)
    assert_type(dates_to_iso(text, reference=date(2024, 8, 14)), str)
    calendar: Calendar = "bd2019"
    style: DateStyle = "long"
    assert_type(BanglaDate(1431, 1, 1, calendar=calendar).to_gregorian(), date)
    assert_type(format_date(date(2024, 8, 14), style=style), str)
    precision: Precision | None = parse_date("১৯৭১ সাল").precision
    print(precision)


def latin(text: str) -> None:
    scheme: Scheme = "hunterian"
    assert_type(romanize(text, scheme=scheme), str)
    assert_type(romanize_name(text), str)
    assert_type(name_candidates(text, limit=3), list[NameCandidate])
    assert_type(name_similarity(text, "Kim"), float)
    assert_type(match_names([text], ["Kim Jong Un"], least=0.5), list[NamePair])
    assert_type(to_ipa(text), str)
    assert_type(from_iso15919(to_iso15919(text)), str)


def spoken(text: str) -> None:
    style: TimeStyle = "long"
    assert_type(format_time(time(13, 38), style=style), str)
    assert_type(format_relative(datetime(2024, 8, 11), reference=datetime(2024, 8, 14)), str)
    assert_type(money_to_words(Decimal("1250.50"), currency="BDT"), str)
    assert_type(say_date(BanglaDate(1431, 1, 1)) + say_time(time(9, 20)), str)
    assert_type(verbalize(text, years="hundreds"), str)
    assert_type(verbalize_explained(text), Explanation)
    assert_type(to_written(text, digits="ascii"), str)
    assert_type(to_written_explained(text), Explanation)


def legacy(text: str) -> None:
    assert_type(bijoy_to_unicode(unicode_to_bijoy(text)), str)
    assert_type(bijoy_to_unicode_explained(text), Explanation)
    assert_type(looks_like_bijoy(text), bool)
    assert_type(fix_legacy(fix_mojibake(text)), str)


def everything(text: str) -> None:
    found = annotate(text, reference=datetime(2024, 8, 14))
    assert_type(found, Annotation)
    assert_type(found.words, tuple[Annotated[Word], ...])
    assert_type(found.words[0].item.kind, WordKind)


def corpora(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "a.txt")
        path.write_text(f"{text}\n", encoding="utf-8")
        assert_type(corpus.transform(path, Normalizer(), in_place=True), corpus.Summary)
        assert_type([row.text for row in corpus.read(path)], list[str])
    found = audit([text], profile="visual")
    assert_type(found, Audit)
    assert_type(found.before, Census)
    assert_type(found.effect, Effect)
    assert_type(found.effect.rules, tuple[RuleCount, ...])
    assert_type(found.effect.changes, tuple[ChangeCount, ...])
    assert_type([change.example for change in found.effect.changes], list[AuditExample])


def errors() -> None:
    for kind in (ConfigError, CorpusError, DataError, DateParseError, NumberParseError, TransliterationError):
        assert issubclass(kind, BanglanormError)
    try:
        parse_number("ক")
    except NumberParseError as error:
        assert_type((error.start, error.end), tuple[int, int])


def missing() -> set[str]:
    """The public names that this program does not use."""
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return set(banglanorm._HOMES) - used


if __name__ == "__main__":
    TEXT = "কিম জং উন ৫ মে ২০২০, দেড় লাখ টাকা।"
    for use in (one_spelling, script, words, numbers, dates, latin, spoken, legacy, everything, corpora):
        use(TEXT)
    errors()
    sys.exit(f"not used: {', '.join(sorted(missing()))}" if missing() else 0)
