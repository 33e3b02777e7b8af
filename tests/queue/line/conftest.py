"""What the tests of the line share; the watched day itself is in `line_proof`."""

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def a_town() -> Callable[..., Any]:
    """Make a center with rules changed as told: ``a_town(passed_limit=2)``."""
    from line_proof.town import Town

    return Town


@pytest.fixture
def town(a_town: Callable[..., Any]) -> Any:
    """Return a center with the usual rules, open at 07:00 with all its counters."""
    return a_town()
