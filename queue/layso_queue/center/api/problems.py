"""Problems after RFC 9457: a stable word for programs, two sentences for people."""

from collections.abc import Mapping
from typing import Any

import orjson

from layso_assets.languages import Texts
from layso_queue.center.api.reply import PROBLEM, Reply
from layso_queue.center.stamps import local_date, written
from layso_queue.line import Refused
from layso_queue.line.states import TicketState

STATUS = {
    "BAD_INPUT": 422,
    "TOO_LARGE": 413,
    "NOT_FOUND": 404,
    "METHOD_NOT_ALLOWED": 405,
    "NOT_ENROLLED": 401,
    "SIGN_IN_NEEDED": 403,
    "ROLE_NOT_ALLOWED": 403,
    "PIN_WRONG": 403,
    "TOO_MANY_TRIES": 429,
    "CENTER_BUSY": 503,
    "STORE_FAILED": 503,
    "DISK_FULL": 507,
    "OUR_FAULT": 500,
    "TICKET_UNKNOWN": 404,
    "NUMBER_NOT_TODAY": 404,
    "SERVICE_UNKNOWN": 404,
    "COUNTER_UNKNOWN": 404,
    "HELP_UNKNOWN": 404,
    "PRINT_UNKNOWN": 404,
    "CLOSURE_UNKNOWN": 404,
    "ASIDE_UNKNOWN": 404,
}
"""The HTTP status of each word; a refusal of the line that is not here is a 409."""


FROM_HOME = (
    "NUMBER_NOT_YET",
    "NUMBER_NOT_GIVEN",
    *(f"NUMBER_{one.value.upper()}" for one in TicketState if one is not TicketState.WAITING),
)
"""Why a number taken from home is not shown at a kiosk: by what became of its ticket."""


class Problem(Exception):
    """Something that is answered with a problem document."""

    def __init__(
        self,
        code: str,
        about: Mapping[str, Any] | None = None,
        headers: tuple[tuple[bytes, bytes], ...] = (),
        errors: list[dict[str, str]] | None = None,
    ) -> None:
        """`code` is the stable word; `about` fills the sentence and goes along as it is."""
        super().__init__(code)
        self.code = code
        self.about = dict(about or {})
        self.headers = headers
        self.errors = errors

    @property
    def status(self) -> int:
        """The HTTP status of this problem."""
        return STATUS.get(self.code, 409)


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "…"


def of_refusal(refused: Refused) -> Problem:
    """Return the problem that a refusal of the line is."""
    about: dict[str, Any] = dict(refused.about)
    if isinstance(slot := about.get("slot"), int):
        about |= {"slot": written(slot), "day": f"{local_date(slot):%d/%m/%Y}"}
    return Problem(refused.why.value, about)


def document(
    problem: Problem, texts: Texts, names: Mapping[str, Mapping[str, str]]
) -> dict[str, Any]:
    """Return the problem as data, in the language of `texts`; `names` are those of services."""
    code, about = problem.code, problem.about
    values = _Blank(about)
    if "service" in about:
        values["service"] = names.get(str(about["service"]), {}).get(
            texts.language, about["service"]
        )
    if "state" in about:
        values["state"] = texts.say(f"problems.states.{about['state']}")
    shown: dict[str, Any] = {
        "type": f"urn:layso:problem:{code}",
        "title": texts.say(f"problems.titles.{code}"),
        "status": problem.status,
        "detail": texts.say(f"problems.{_table(code)}.{code}").format_map(values),
        "code": code,
        **{key: value for key, value in about.items() if key not in ("type", "status")},
    }
    if problem.errors is not None:
        shown["errors"] = [
            {"where": one["where"], "message": _message(texts, one["kind"])}
            for one in problem.errors
        ]
    return shown


def reply(problem: Problem, texts: Texts, names: Mapping[str, Mapping[str, str]]) -> Reply:
    """Return the problem as an answer over HTTP."""
    body = orjson.dumps(document(problem, texts, names))
    return Reply(problem.status, body, PROBLEM, problem.headers)


def _table(code: str) -> str:
    return "center" if code in CENTERS_OWN else "line"


CENTERS_OWN = frozenset(
    {
        "BAD_INPUT",
        "TOO_LARGE",
        "NOT_FOUND",
        "METHOD_NOT_ALLOWED",
        "NOT_ENROLLED",
        "SIGN_IN_NEEDED",
        "ROLE_NOT_ALLOWED",
        "PIN_WRONG",
        "TOO_MANY_TRIES",
        "CENTER_BUSY",
        "STORE_FAILED",
        "DISK_FULL",
        "OUR_FAULT",
        "HELP_UNKNOWN",
        "KIOSK_AWAY",
        "NO_KIOSK_PRINTS",
        "PRINT_UNKNOWN",
        "CLOSURE_UNKNOWN",
        "ASIDE_UNKNOWN",
        "STILL_SET_ASIDE",
        "NOT_SUPERSEDED",
        "NOTHING_TO_WAIT_FOR",
        "BOOKING_CODE_TAKEN",
        "BOOKING_PASS_UNREADABLE",
        "BOOKING_PASS_FALSE",
        "BOOKING_OTHER_CENTER",
        "BOOKING_MOVED",
        "BOOKING_CHOOSE",
        "CARD_WITHOUT_BOOKING",
        *FROM_HOME,
        "NUMBER_NOT_TODAY",
        "FRAME_UNKNOWN",
    }
)
"""Words that are not the line's."""

INPUT_KINDS = {
    "missing": "missing",
    "json_invalid": "not_json",
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "string_type": "text_needed",
    "string_too_short": "too_short",
    "string_too_long": "too_long",
    "string_pattern_mismatch": "wrong_form",
    "int_type": "number_needed",
    "int_parsing": "number_needed",
    "int_from_float": "number_needed",
    "bool_type": "yes_or_no",
    "enum": "not_a_choice",
    "literal_error": "not_a_choice",
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "timezone_aware": "time_needed",
    "datetime_from_date_parsing": "time_needed",
    "datetime_parsing": "time_needed",
    "datetime_type": "time_needed",
    "too_long": "too_many",
    "too_short": "too_few",
    "extra_forbidden": "unknown_field",
}
"""pydantic's words for a wrong input, and ours."""


def _message(texts: Texts, kind: str) -> str:
    return texts.say(f"problems.input.{INPUT_KINDS.get(kind, 'wrong_value')}")
