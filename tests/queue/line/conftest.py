"""Lets the tests of this folder share the folder `line_proof`, which holds the watched day."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# With --import-mode=importlib no test folder is on the path, and `line_proof` is no test.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def a_town() -> Callable[..., Any]:
    """Make a center with rules changed as told: ``a_town(passed_limit=2)``."""
    from line_proof.town import Town

    return Town


@pytest.fixture
def town(a_town: Callable[..., Any]) -> Any:
    """Return a center with the usual rules, open at 07:00 with all its counters."""
    return a_town()
