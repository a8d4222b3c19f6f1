"""Tests of adapters need hosts: they run where BANGLANORM_ENGINES is set, and there a missing host is an error."""

import os
import sys
from pathlib import Path

NEED_NO_HOST = {"test_columns.py", "test_missing_hosts.py"}

collect_ignore = [
    path.name
    for path in Path(__file__).parent.glob("test_*.py")
    if path.name not in NEED_NO_HOST and not os.environ.get("BANGLANORM_ENGINES")
]

if not collect_ignore:  # nothing is asked of the network, and Spark's workers run the Python of the tests
    os.environ |= {"HF_HUB_OFFLINE": "1", "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
