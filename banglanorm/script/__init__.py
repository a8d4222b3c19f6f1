"""The script itself: code points and classes, aksharas, canonical form, addresses."""
