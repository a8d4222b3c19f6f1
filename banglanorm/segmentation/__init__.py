"""Words and sentences, with their places."""
