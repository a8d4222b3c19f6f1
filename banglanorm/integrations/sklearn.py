"""scikit-learn: a transformer that runs a function of the library on every text of a table or a list."""

from collections.abc import Mapping
from typing import Any

from banglanorm.integrations.columns import ColumnFunction
from banglanorm.integrations.hosts import host

with host("numpy", "sklearn", extra="sklearn"):
    import numpy as np
    from sklearn.base import BaseEstimator, OneToOneFeatureMixin, TransformerMixin
    from sklearn.utils.validation import validate_data


class BanglaTransformer(OneToOneFeatureMixin, TransformerMixin, BaseEstimator):
    """Runs a function of the library on each text of a list, an array or a data frame; there is nothing to learn.

    Args:
        function: its name.
        options: its options, and ``errors``; a search over parameters may try several mappings.

    >>> from banglanorm.integrations.sklearn import BanglaTransformer
    >>> BanglaTransformer(options={"apostrophe": "’"}).fit_transform(["দু'জন", None])
    array(['দু’জন', None], dtype=object)
    """

    def __init__(self, function: str = "normalize", options: Mapping[str, Any] | None = None) -> None:
        self.function = function
        self.options = options

    def fit(self, X: Any, y: Any = None) -> "BanglaTransformer":  # noqa: N803
        """Check the options and remember the names of the columns.

        Raises:
            ConfigError: no such function, or an option has a value that does not exist.
            TypeError: the function has no such option.
        """
        self._column_function()
        validate_data(self, X, skip_check_array=True)
        return self

    def transform(self, X: Any) -> Any:  # noqa: N803
        """Return an array of the same shape with what the function says of each text, ``None`` for a missing value.

        Raises:
            TypeError: an item is neither text nor missing.
            ValueError: the columns are not those it was fitted on.
        """
        if hasattr(self, "n_features_in_"):
            validate_data(self, X, skip_check_array=True, reset=False)
        texts = np.asarray(X, dtype=object)
        results = np.empty(texts.size, dtype=object)
        for index, result in enumerate(self._column_function()(texts.ravel().tolist())):
            results[index] = result
        return results.reshape(texts.shape)

    def _column_function(self) -> ColumnFunction:
        return ColumnFunction(self.function, **(self.options or {}))

    def __sklearn_is_fitted__(self) -> bool:
        return True
