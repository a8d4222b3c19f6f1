"""Keys for sorting and matching."""
