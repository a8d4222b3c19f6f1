"""Makers of the generated tables and models in ``data/``; not part of the wheel.

Each module is a command, ``python -m banglanorm._make.<name>``; with ``--check`` it says whether ``data/`` is fresh.
"""
