"""Lets the tests of this folder share the folder `line_proof`, which holds the watched day."""

import sys
from pathlib import Path

# With --import-mode=importlib no test folder is on the path, and `line_proof` is no test.
sys.path.insert(0, str(Path(__file__).parent))
