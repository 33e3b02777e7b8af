"""Schemathesis walks a described API: right and wrong input, and every answer as described."""

from collections.abc import Callable, Iterable
from typing import Any

import requests
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


def walks_of(ways: Iterable[Any]) -> list[tuple[str, str, str]]:
    """Return (path, method, mode) of each walk: only body and query can be wrong in form."""
    return sorted(
        (way.path, way.method, mode.value)
        for way in ways
        for mode in (RIGHT, WRONG)
        if mode is RIGHT or way.body or way.query
    )


def walk(
    operation: Any,
    mode: str,
    base: str,
    session: requests.Session,
    headers: dict[str, str],
    prepare: Callable[[Any, int], None],
    examples: int,
) -> None:
    """Send so many inputs, each prepared with its number; refused answers and a shut door fail."""
    seen: list[int] = []

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy(generation_mode=GenerationMode(mode)))
    def each(case: Any) -> None:
        prepare(case, len(seen))
        answer = case.call_and_validate(base, session, headers=headers, checks=CHECKS)
        seen.append(answer.status_code)

    each()
    assert set(seen) - {401}, "nothing got past the door"
    assert max(seen) < 500
