"""``python -m banglanorm`` is the command ``banglanorm``."""

import sys

from banglanorm.cli import main

if __name__ == "__main__":
    sys.exit(main())
