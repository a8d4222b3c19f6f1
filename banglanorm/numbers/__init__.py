"""Digits and words to exact values, and back."""
