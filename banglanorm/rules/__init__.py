"""The rules of normalization."""
