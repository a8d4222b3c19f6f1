"""The version, read by the build and by the facade."""

__version__ = "0.2.0"
