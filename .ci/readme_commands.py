"""Write the README's two set-up commands, its blocks marked ``sh``, to ``command-1.sh`` and ``command-2.sh``."""

import re
import sys
from pathlib import Path

readme, target = map(Path, sys.argv[1:])
blocks = re.findall(r"^```sh\n(.*?)^```$", readme.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
if len(blocks) != 2:
    sys.exit(f"{readme} has {len(blocks)} blocks marked sh; it should have two, the two set-up commands")
for number, block in enumerate(blocks, 1):
    (target / f"command-{number}.sh").write_text(block, encoding="utf-8")
