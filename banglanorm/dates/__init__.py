"""Dates and times in three calendars to ISO 8601, and back."""
