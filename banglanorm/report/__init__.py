"""The audit of a corpus: what is in it, what normalization does to it, as values and as one page."""
