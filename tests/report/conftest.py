"""The tests in a real browser are collected where they are asked for; then a missing browser fails them."""

import os

collect_ignore = [] if os.environ.get("BANGLANORM_BROWSER") == "1" else ["test_browser.py"]
