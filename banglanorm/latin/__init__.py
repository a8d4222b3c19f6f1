"""Bengali in Latin letters: transliteration, sounds, readable spelling."""
