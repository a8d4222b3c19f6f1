"""Texts and files whole: everything the library finds in them at once."""
