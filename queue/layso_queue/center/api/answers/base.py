"""What every answer is, and the answer that says what is wrong."""

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """An answer's JSON."""

    model_config = ConfigDict(extra="allow")


class ProblemAnswer(Answer):
    """RFC 9457: `code` for programs, `title` and `detail` for people."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[dict[str, str]] | None = None
