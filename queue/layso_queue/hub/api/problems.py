"""Problems after RFC 9457: a stable word for programs, two sentences for people."""

from collections.abc import Mapping
from typing import Any

from layso_assets.languages import Texts
from layso_queue.hub.web.reply import PROBLEM, Reply, in_json

STATUS = {
    "BAD_INPUT": 422,
    "KEY_NEEDED": 401,
    "TOKEN_NEEDED": 401,
    "SCOPE_MISSING": 403,
    "NOT_FOUND": 404,
    "CENTER_UNKNOWN": 404,
    "SERVICE_UNKNOWN": 404,
    "METHOD_NOT_ALLOWED": 405,
    "TOO_LARGE": 413,
    "KEY_KNOWN_OTHERWISE": 422,
    "MESSAGE_REFUSED": 422,
    "TOO_FAST": 429,
    "OUR_FAULT": 500,
    "STORE_FAILED": 503,
}
"""The HTTP status of each word; a refusal of a sale that is not here is a 409."""


class Problem(Exception):
    """Something that is answered with a problem document."""

    def __init__(
        self,
        code: str,
        about: Mapping[str, Any] | None = None,
        *,
        errors: list[dict[str, str]] | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """`code` is the stable word; `about` fills its sentence."""
        super().__init__(code)
        self.code = code
        self.about = dict(about or {})
        self.errors = errors
        self.headers = headers


def problem_reply(problem: Problem, texts: Texts) -> Reply:
    """Return the problem as an answer, in the language of `texts`."""
    status = STATUS.get(problem.code, 409)
    shown: dict[str, Any] = {
        "type": f"urn:layso:problem:{problem.code}",
        "title": texts.say(f"hub.titles.{problem.code}"),
        "status": status,
        "detail": texts.say(f"hub.refusals.{problem.code}", **problem.about),
        "code": problem.code,
    }
    if problem.errors is not None:
        shown["errors"] = [
            {"where": one["where"], "message": _message(texts, one["kind"])}
            for one in problem.errors
        ]
    reply = in_json(status, shown, PROBLEM)
    return Reply(status, reply.body, PROBLEM, headers=problem.headers)


_KINDS = {
    "missing": "missing",
    "json_invalid": "not_json",
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "string_type": "text_needed",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "wrong_form",
    "literal_error": "not_a_choice",
    "timezone_aware": "time_needed",
    "datetime_parsing": "time_needed",
    "datetime_type": "time_needed",
    "datetime_from_date_parsing": "time_needed",
    "date_from_datetime_parsing": "day_needed",
    "date_parsing": "day_needed",
    "date_type": "day_needed",
    "extra_forbidden": "unknown_field",
}
"""pydantic's words for a wrong input, and ours."""


def _message(texts: Texts, kind: str) -> str:
    return texts.say(f"hub.input.{_KINDS.get(kind, 'wrong_value')}")
