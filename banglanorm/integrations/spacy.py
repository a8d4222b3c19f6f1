"""spaCy: components ``bangla_normalizer``, ``bangla_numbers`` and ``bangla_dates``, a tokenizer, and exceptions.

spaCy finds them by their entry points. The text of a document stays as it is, so that every offset counts in the
original; what the library says of the text stands in ``token.norm_`` and in extension attributes of the document.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import banglanorm
from banglanorm import DateMatch, Normalizer, NumberMatch, split_words
from banglanorm.integrations.hosts import host

with host("spacy", extra="spacy"):
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.util import DummyTokenizer, filter_spans, registry
    from spacy.vocab import Vocab

# Attribute of the document and component of its options -> the function that it gives the results of.
_ATTRIBUTES = {"bangla_explanation": "explain", "bangla_numbers": "find_numbers", "bangla_dates": "find_dates"}

# The labels of OntoNotes, which trained pipelines use too; what is not here (phones, codes) is no entity.
_LABELS = {
    "cardinal": "CARDINAL",
    "decimal": "CARDINAL",
    "fraction": "CARDINAL",
    "multiple": "CARDINAL",
    "range": "CARDINAL",
    "ordinal": "ORDINAL",
    "percent": "PERCENT",
    "currency": "MONEY",
    "year": "DATE",
    "decade": "DATE",
    "ordinal_date": "DATE",
}


# --- the words --------------------------------------------------------------------------------------------------------


class WordTokenizer(DummyTokenizer):
    """Cuts a text into the words of the library: মা-বাবা and ২০২৩-এর are one, ৳৫০০ is two; the text is kept whole.

    >>> import spacy
    >>> nlp = spacy.blank("bn", config={"nlp": {"tokenizer": {"@tokenizers": "banglanorm.words.v1"}}})
    >>> [token.text for token in nlp("মা-বাবা ২০২৩-এর")]
    ['মা-বাবা', '২০২৩-এর']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Return the document of ``text``; white space beyond one blank is a token, as everywhere in spaCy."""
        words: list[str] = []
        spaces: list[bool] = []
        for piece in split_words(text):
            if words and not spaces[-1] and piece.startswith(" "):  # one blank belongs to the word before it
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words, spaces)


@registry.tokenizers("banglanorm.words.v1")
def make_tokenizer() -> Any:
    """Return what makes the tokenizer of a pipeline."""
    return _tokenizer_of


def _tokenizer_of(nlp: Language) -> WordTokenizer:
    return WordTokenizer(nlp.vocab)


# What spaCy's own tokenizer cuts at hyphens and apostrophes, and is one word to the library.
_COMPOUND = re.compile(r"[\u0980-\u09FF\u200C\u200D]++(?:[-'’ʼ][\u0980-\u09FF\u200C\u200D]++)++\Z")


@registry.callbacks("banglanorm.words.v1")
def make_exceptions() -> Any:
    """Return what teaches a pipeline the compounds of the library: see :func:`add_words`."""
    return add_words


def add_words(nlp: Language, /) -> Language:
    """Keep spaCy's own tokenizer, and let it leave the compounds of the library whole, such as মা-বাবা and ২০২৩-এর.

    What the tokenizer leaves whole already stays so; the pipeline is saved with what was added.

    >>> import spacy
    >>> [token.text for token in add_words(spacy.blank("bn"))("মা-বাবা, ৳৫০০")]
    ['মা-বাবা', ',', '৳৫০০']
    """
    before = nlp.tokenizer.token_match
    pattern = _COMPOUND if before is None else re.compile(f"{before.__self__.pattern}|{_COMPOUND.pattern}")
    nlp.tokenizer.token_match = pattern.match
    return nlp


# --- the components ---------------------------------------------------------------------------------------------------


class NormalizerComponent:
    """Sets ``token.norm_`` where normalization changes a token; ``doc._.bangla_explanation`` is the whole of it."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        self._options = dict(options)
        self._normalizer = Normalizer(**options)

    def __call__(self, doc: Doc) -> Doc:
        """Set the norms of the tokens of ``doc``."""
        doc.user_data["bangla_explanation"] = self._options
        explanation = self._normalizer.explain(doc.text)
        for edit in explanation.edits:
            for token in doc.char_span(edit.start, edit.end, alignment_mode="expand") or ():
                start, end = explanation.to_normalized(token.idx, token.idx + len(token))
                token.norm_ = explanation.text[start:end]
        return doc


class FinderComponent:
    """Keeps the options of a finder for the attribute of the document; makes entities of what it finds if asked to."""

    def __init__(self, name: str, options: Mapping[str, Any], entities: bool) -> None:
        self._name = name
        self._options = dict(options)
        self._entities = entities
        _found("", name, options)  # a wrong option is refused here

    def __call__(self, doc: Doc) -> Doc:
        """Keep the options in ``doc``, and set its entities."""
        doc.user_data[self._name] = self._options
        if self._entities:
            finds = _found(doc.text, self._name, self._options)
            labelled = [(find, label) for find in finds if (label := _label(find))]
            spans = [doc.char_span(f.start, f.end, label=label, alignment_mode="expand") for f, label in labelled]
            doc.ents = filter_spans([*spans, *doc.ents])  # the longest stay
        return doc


@Language.factory("bangla_normalizer", default_config={"options": {}})
def make_normalizer(nlp: Language, name: str, options: dict[str, Any]) -> NormalizerComponent:
    """Return a component that normalizes; ``options`` are those of ``banglanorm.normalize``."""
    return NormalizerComponent(options)


@Language.factory("bangla_numbers", default_config={"options": {}, "entities": False})
def make_numbers(nlp: Language, name: str, options: dict[str, Any], entities: bool) -> FinderComponent:
    """Return a component that finds numbers; ``options`` are those of ``banglanorm.find_numbers``."""
    return FinderComponent("bangla_numbers", options, entities)


@Language.factory("bangla_dates", default_config={"options": {}, "entities": False})
def make_dates(nlp: Language, name: str, options: dict[str, Any], entities: bool) -> FinderComponent:
    """Return a component that finds dates; ``options`` are those of ``banglanorm.find_dates``, ``reference`` in ISO."""
    return FinderComponent("bangla_dates", options, entities)


# --- the attributes ---------------------------------------------------------------------------------------------------


def _found(text: str, attribute: str, options: Mapping[str, Any]) -> Any:
    options = dict(options)
    if isinstance(reference := options.get("reference"), str):  # a config holds no dates
        options["reference"] = (date if len(reference) == len("2024-05-08") else datetime).fromisoformat(reference)
    return getattr(banglanorm, _ATTRIBUTES[attribute])(text, **options)


def _label(find: NumberMatch | DateMatch) -> str | None:
    if isinstance(find, NumberMatch):
        return _LABELS.get(find.kind)
    return "TIME" if find.value.kind == "time" else "DATE"


class _Attribute:
    """Finds when it is asked: what it gives are the library's results, which a stored document could not hold."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __call__(self, doc: Doc) -> Any:
        return _found(doc.text, self._name, doc.user_data.get(self._name, {}))


for _name in _ATTRIBUTES:
    Doc.set_extension(_name, getter=_Attribute(_name), force=True)
