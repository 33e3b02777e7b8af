"""What the center answered, and the sentence that a person reads about it."""

import json
from dataclasses import dataclass, field
from typing import Any, Protocol

from layso_assets.languages import TextMissing

Json = dict[str, Any]

UNREACHABLE = "CENTER_UNREACHABLE"
"""No answer within the caller's patience; the command may still have been done."""

UNREADABLE = "CENTER_UNREADABLE"
"""Something answered, but not in the center's words."""

_LONGEST = 400
_SIGNS_OF_INNARDS = ("Traceback", "<html", "<!DOCTYPE", "\n", "Exception", "Error:")


class Says(Protocol):
    """The texts of one language: `layso_assets.languages.Texts` or the ones on a screen."""

    def say(self, key: str, **values: object) -> str:
        """Return a text; raise TextMissing if there is none."""


@dataclass(frozen=True)
class Answer:
    """An answer to one request.

    `status` is the HTTP status, 0 when nothing answered. `body` is the JSON object, empty
    unless `ok`. `problem` is None when `ok`, else the problem with at least its "code".
    """

    status: int
    body: Json = field(default_factory=dict)
    problem: Json | None = None
    retry_after_s: int | None = None

    @property
    def ok(self) -> bool:
        """Whether the center did what it was asked to."""
        return self.problem is None

    @property
    def code(self) -> str:
        """The stable word of the refusal; empty when `ok`."""
        return "" if self.problem is None else str(self.problem.get("code", UNREADABLE))

    @property
    def reached(self) -> bool:
        """Whether the center itself answered, be it with a refusal."""
        return self.status > 0 and self.code not in (UNREACHABLE, UNREADABLE)


def unreachable() -> Answer:
    """Return the answer that stands for silence."""
    return Answer(0, problem={"code": UNREACHABLE})


def read_answer(status: int, raw: bytes, retry_after: str = "") -> Answer:
    """Read an HTTP answer; anything that is not the center's becomes UNREADABLE."""
    wait_s = int(retry_after) if retry_after.isascii() and retry_after.isdigit() else None
    try:
        body = json.loads(raw) if raw.strip() else {}
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        return Answer(status, problem={"code": UNREADABLE}, retry_after_s=wait_s)
    if 200 <= status < 300:
        return Answer(status, body)
    code = body.get("code")
    problem = body if isinstance(code, str) and code else {**body, "code": UNREADABLE}
    return Answer(status, problem=problem, retry_after_s=wait_s)


def _readable(text: object) -> str:
    """Return the sentence if a person can read it, else nothing."""
    if not isinstance(text, str):
        return ""
    text = text.strip()
    if len(text) > _LONGEST or any(sign in text for sign in _SIGNS_OF_INNARDS):
        return ""
    return text if not text or text[-1] in ".!?…" else f"{text}."


def sentence(problem: Answer | Json, texts: Says) -> str:
    """Return what happened and what to do, in the language of `texts`; never a code.

    The center's own sentences come first: it was asked in the reader's language. Where it
    has none, ours stands in; for a word that we do not know, one that is always true.
    """
    about = (problem.problem or {}) if isinstance(problem, Answer) else problem
    code = str(about.get("code", UNREADABLE))
    if code != UNREADABLE:
        # a detail is a whole sentence; its title before it would say the same twice
        told = _readable(about.get("detail")) or _readable(about.get("title"))
        if told:
            return told
    try:
        return texts.say(f"link.problems.{code}")
    except TextMissing:
        return texts.say(f"link.problems.{UNREADABLE}")
