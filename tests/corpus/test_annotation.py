"""Everything that is found in a text, with its places."""

import json
import pickle
from datetime import date

import pytest
import strategies
from hypothesis import given

from banglanorm import annotate, explain, find_dates, find_numbers, find_sentences, find_words

ARTICLE = "‘‘সভা’’ শনিবার৷ দু’জনের ভাড়া ৩৫০ টাকা, শুরু ৫ মে ২০২৪ রাত ৮টায়৷"


def test_what_is_found_is_what_the_finders_find() -> None:
    found = annotate(ARTICLE, reference=date(2024, 5, 1))
    assert (found.original, found.text, found.edits) == (ARTICLE, explain(ARTICLE).text, explain(ARTICLE).edits)
    assert [word.item for word in found.words] == find_words(found.text)
    assert [sentence.item for sentence in found.sentences] == find_sentences(found.text)
    assert [number.item for number in found.numbers] == find_numbers(found.text, region="bd")
    assert [day.item for day in found.dates] == find_dates(found.text, reference=date(2024, 5, 1))
    assert len(found.dates) == 2


def test_places_in_the_original() -> None:
    found = annotate(ARTICLE)
    words = {ARTICLE[word.original_start : word.original_end]: word.item.text for word in found.words}
    assert words["দু’জনের"] == "দু'জনের"
    assert words["‘‘"] == "“"
    number = next(number for number in found.numbers if number.item.kind == "currency")
    assert ARTICLE[number.original_start : number.original_end] == "৩৫০"


@given(strategies.texts())
def test_places_agree_with_offsets(text: str) -> None:
    found = annotate(text)
    explanation = explain(text)
    for kind in (found.words, found.sentences, found.numbers, found.dates):
        for each in kind:
            assert (each.original_start, each.original_end) == explanation.to_original(each.item.start, each.item.end)
            assert found.text[each.item.start : each.item.end] == each.item.text


def test_an_annotation_travels() -> None:
    found = annotate(ARTICLE)
    assert pickle.loads(pickle.dumps(found)) == found
    record = json.loads(json.dumps(found.as_dict()))
    assert record["dates"][1]["text"] == "৫ মে ২০২৪ রাত ৮টায়"
    assert ARTICLE[record["dates"][1]["original_start"] : record["dates"][1]["original_end"]] == "৫ মে ২০২৪ রাত ৮টায়"


def test_only_text_is_taken() -> None:
    with pytest.raises(TypeError, match="expected str, got None"):
        annotate(None)
