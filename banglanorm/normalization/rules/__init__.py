"""The rules of normalization: a family a module, and the catalogue of them all."""
