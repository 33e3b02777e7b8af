"""A day in a few words, told from its journal."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest

from layso_assets.languages import Texts
from layso_queue.center.show.why import why
from layso_queue.line import from_record
from layso_queue.line.telling import Told, tell

NAMES = {
    "vi": {"copies": "Chứng thực", "civil": "Hộ tịch", "land": "Đất đai"},
    "en": {"copies": "Copies", "civil": "Civil status", "land": "Land"},
}


@pytest.fixture
def a_town() -> Callable[..., Any]:
    """Make a watched center with rules changed as told."""
    from line_proof.town import Town

    return Town


@pytest.fixture
def town(a_town: Callable[..., Any]) -> Any:
    """A center with the usual rules, open at 07:00 with all its counters."""
    return a_town()


@pytest.fixture
def told() -> Callable[[Any], Told]:
    """Read a town's journal from its bytes."""
    return lambda town: tell(from_record(orjson.loads(line)) for line in town.proof.journal)


@pytest.fixture
def said(told: Callable[[Any], Told]) -> Callable[..., str]:
    """Say why a ticket of a town was called."""

    def say(town: Any, ticket: str, language: str = "en", **more: Any) -> str:
        return why(told(town), ticket, Texts(language), NAMES[language], **more)

    return say
