"""spaCy: the text and its offsets stay; norms, attributes and entities say what the library says."""

import pickle
from datetime import date
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from banglanorm import explain, find_dates, find_numbers, find_words, split_words
from banglanorm.integrations.spacy import add_words

TEXT = "ছ’দিনের ‘‘শক্তিশালী’’ সফর৷ গত শনিবার ৫ মে ২০২৪ রাত ৮টায় ৩৫০ টাকা, ৫০%, ১ম; ০১৭১২-৩৪৫৬৭৮"
WORDS = {"nlp": {"tokenizer": {"@tokenizers": "banglanorm.words.v1"}}}


def pipeline() -> Language:
    """Everything the adapter has, found by the names of its entry points."""
    nlp = spacy.blank("bn", config=WORDS)
    nlp.add_pipe("bangla_normalizer", config={"options": {"digits": "ascii"}})
    nlp.add_pipe("bangla_numbers", config={"options": {"region": "bd"}, "entities": True})
    nlp.add_pipe("bangla_dates", config={"options": {"reference": "2024-05-01"}, "entities": True})
    return nlp


def said(doc: Doc) -> list[object]:
    tokens = [(token.text, token.norm_) for token in doc]
    entities = [(entity.text, entity.label_) for entity in doc.ents]
    return [doc.text, tokens, entities, doc._.bangla_explanation, doc._.bangla_numbers, doc._.bangla_dates]


def test_norms_are_normalized_and_the_text_stays() -> None:
    doc = pipeline()(TEXT)
    assert doc.text == TEXT
    norms = {token.text: token.norm_ for token in doc if token.norm_ != token.text}
    assert norms["ছ’দিনের"] == "ছ'দিনের"
    assert (norms["৷"], norms["৮টায়"], norms["‘"]) == ("।", "8টায়", "“")
    assert "শক্তিশালী" not in norms
    assert doc._.bangla_explanation == explain(TEXT, digits="ascii")


@pytest.mark.parametrize("tokenizer", [{}, WORDS])
def test_attributes_are_the_results_of_the_functions(tokenizer: dict[str, object]) -> None:
    nlp = spacy.blank("bn", config=tokenizer)
    nlp.add_pipe("bangla_dates", config={"options": {"reference": "2024-05-01T10:30", "region": "in"}})
    doc = nlp(TEXT)
    assert doc.ents == ()
    assert doc._.bangla_numbers == find_numbers(TEXT)
    assert doc._.bangla_dates == find_dates(TEXT, reference=date(2024, 5, 1), region="in")
    assert all(doc.char_span(find.start, find.end, alignment_mode="expand") for find in doc._.bangla_dates)


def test_entities_do_not_overlap_and_the_longest_stay() -> None:
    assert [(entity.text, entity.label_) for entity in pipeline()(TEXT).ents] == [
        ("ছ’দিনের", "DATE"),
        ("গত শনিবার ৫ মে ২০২৪ রাত ৮টায়", "DATE"),
        ("৩৫০", "MONEY"),
        ("৫০%", "PERCENT"),
        ("১ম", "ORDINAL"),
    ]


def test_entities_of_others_stay() -> None:
    nlp = spacy.blank("bn")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "প্রথম আলো"}])
    nlp.add_pipe("bangla_numbers", config={"entities": True})
    assert [(entity.text, entity.label_) for entity in nlp("প্রথম আলো ৫ জন").ents] == [
        ("প্রথম আলো", "ORG"),
        ("৫", "CARDINAL"),
    ]


def test_a_wrong_option_is_refused_when_it_is_added() -> None:
    for component, options in (("bangla_normalizer", {"profile": "best"}), ("bangla_dates", {"region": "uk"})):
        with pytest.raises(ValueError, match="expected one of"):
            spacy.blank("bn").add_pipe(component, config={"options": options})


def test_pipelines_and_documents_are_kept(tmp_path: Path) -> None:
    nlp = pipeline()
    expected = said(nlp(TEXT))
    nlp.to_disk(tmp_path / "pipeline")
    assert said(spacy.load(tmp_path / "pipeline")(TEXT)) == expected
    assert said(pickle.loads(pickle.dumps(nlp))(TEXT)) == expected
    assert said(Doc(nlp.vocab).from_bytes(nlp(TEXT).to_bytes())) == expected
    assert [said(doc) for doc in nlp.pipe([TEXT, TEXT], n_process=2)] == [expected] * 2


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("মা-বাবা ২০২৩-এর", ["মা-বাবা", "২০২৩-এর"]),
        ("৳৫০০, ৫০%", ["৳", "৫০০", ",", "৫০", "%"]),
        ("বললেন,“না”।", ["বললেন", ",", "“", "না", "”", "।"]),
        ("  দুই  ফাঁক \n\nশেষ ", ["  ", "দুই", " ", "ফাঁক", "\n\n", "শেষ"]),
        ("", []),
    ],
)
def test_the_tokenizer_cuts_our_words(text: str, tokens: list[str]) -> None:
    doc = spacy.blank("bn", config=WORDS)(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


TOKENIZE = spacy.blank("bn", config=WORDS).tokenizer


@given(st.text(st.sampled_from("কখ া্ি’'-৫৳, .।\n\t\u200d\u00a0\u3000aZ👍") | st.characters(codec="utf-8"), max_size=40))
def test_the_text_is_whole_and_every_word_is_a_token(text: str) -> None:
    doc = TOKENIZE(text)
    assert doc.text == text
    words = [(token.idx, token.text) for token in doc if token.text.strip()]
    assert words == [(word.start, word.text) for word in find_words(text)]


@pytest.mark.parametrize("word", ["মা-বাবা", "২০২৩-এর", "দু’জন", "ক'টা-ও", "র\u200d\u09cd\u09afাব-৭-এর"])
@pytest.mark.parametrize("around", ["{}", "({}), ", "‘{}’।"])
def test_compounds_are_exceptions_of_the_own_tokenizer(word: str, around: str, tmp_path: Path) -> None:
    assert split_words(word) == [word]
    nlp = add_words(spacy.blank("bn"))
    nlp.to_disk(tmp_path)
    for pipe in (nlp, spacy.load(tmp_path), add_words(add_words(spacy.blank("bn")))):
        assert word in [token.text for token in pipe(around.format(word))]


@given(st.text(st.sampled_from("কখ৭-'’ .,(ab\u09cd\u200d"), max_size=12))
def test_what_holds_no_compound_is_cut_as_before(text: str) -> None:
    plain, taught = spacy.blank("bn")(text), add_words(spacy.blank("bn"))(text)
    assert taught.text == plain.text
    assert {token.idx for token in taught} <= {token.idx for token in plain}


def test_a_config_names_the_exceptions() -> None:
    config = {"nlp": {"after_creation": {"@callbacks": "banglanorm.words.v1"}}}
    assert len(spacy.blank("bn", config=config)("মা-বাবা")) == 1
