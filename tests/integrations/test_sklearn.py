"""scikit-learn: the transformer stands in pipelines, is cloned, searched over, pickled, and keeps shapes."""

import pickle
from typing import Any

import numpy as np
import pandas as pd
import pytest
from engine_texts import TEXTS, plain_loop
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV
from sklearn.pipeline import make_pipeline

from banglanorm import split_words
from banglanorm.integrations.columns import FUNCTIONS, ColumnFunction
from banglanorm.integrations.sklearn import BanglaTransformer


@pytest.mark.parametrize("name", FUNCTIONS)
def test_results_are_those_of_the_plain_loop(name: str) -> None:
    options = {"errors": "null"}
    assert BanglaTransformer(name, options).fit_transform(TEXTS).tolist() == ColumnFunction(name, **options)(TEXTS)


@pytest.mark.parametrize("kind", [list, np.array, pd.Series, lambda texts: pd.Series(texts, dtype="string")])
def test_lists_arrays_and_series(kind: Any) -> None:
    result = BanglaTransformer().fit_transform(kind([*TEXTS, np.nan]))
    assert result.shape == (len(TEXTS) + 1,)
    assert result.tolist() == [*plain_loop("normalize"), None]


def test_tables_keep_their_shape_and_names() -> None:
    frame = pd.DataFrame({"head": TEXTS, "body": TEXTS[::-1]})
    transformer = BanglaTransformer(options={"digits": "ascii"})
    expected = plain_loop("normalize", digits="ascii")
    assert transformer.fit_transform(frame).tolist() == [[*row] for row in zip(expected, expected[::-1], strict=True)]
    named = transformer.set_output(transform="pandas").fit_transform(frame)
    assert [*named.columns] == ["head", "body"]
    with pytest.raises(ValueError, match="feature names"):
        transformer.transform(frame.rename(columns={"body": "foot"}))
    assert BanglaTransformer().fit_transform(np.empty((0, 2), dtype=object)).shape == (0, 2)


def test_wrong_options_are_refused_when_it_is_fitted() -> None:
    with pytest.raises(ValueError, match="profile: expected one of"):
        BanglaTransformer(options={"profile": "best"}).fit(TEXTS)
    with pytest.raises(TypeError, match="item 0: expected str or a missing value, got int"):
        BanglaTransformer().fit_transform([5])


def test_it_is_cloned_and_pickled() -> None:
    transformer = BanglaTransformer("romanize", {"scheme": "hunterian"})
    for copy in (clone(transformer), pickle.loads(pickle.dumps(transformer.fit(TEXTS)))):
        assert copy.get_params() == {"function": "romanize", "options": {"scheme": "hunterian"}}
        assert copy.transform(["বাংলা"]).tolist() == transformer.transform(["বাংলা"]).tolist()


def test_a_pipeline_learns_the_same_from_both_spellings() -> None:
    texts = ["দু’জন এলো", "বৃষ্টি হলো", "দু'জন গেলো", "বৃষ্টি থামলো"] * 3
    labels = [0, 1, 0, 1] * 3
    words = TfidfVectorizer(tokenizer=split_words, token_pattern=None, lowercase=False)
    pipeline = make_pipeline(BanglaTransformer(), words, LogisticRegression())
    assert pipeline.fit(texts, labels).predict(["দু’জন", "দু'জন", "বৃষ্টি"]).tolist() == [0, 0, 1]
    grid = {"banglatransformer__options": [{"profile": "visual"}, {"profile": "repair"}]}
    assert GridSearchCV(pipeline, grid, cv=2).fit(texts, labels).best_score_ == 1


def test_in_a_transformer_of_columns() -> None:
    frame = pd.DataFrame({"head": TEXTS, "pages": range(len(TEXTS))})
    table = ColumnTransformer([("clean", BanglaTransformer(), ["head"])], remainder="passthrough").fit_transform(frame)
    assert table[:, 0].tolist() == plain_loop("normalize")
    assert table[:, 1].tolist() == [*range(len(TEXTS))]
