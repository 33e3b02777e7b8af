"""What people can have done here: answer and handler."""

from layso_queue.center.api.answers import Answer
from layso_queue.center.api.reply import Reply
from layso_queue.center.api.ways import Asked


class ProcedureAnswer(Answer):
    """Something that people can have done; `documents` beside the identity card."""

    code: str
    service: str
    minutes: int
    online: bool
    portal: str
    name: dict[str, str]
    documents: dict[str, list[str]]
    words: str


class ProceduresAnswer(Answer):
    """The catalog; `version` is the one that the day names."""

    version: str
    procedures: list[ProcedureAnswer]


async def procedures(asked: Asked) -> Reply:
    """Show the catalog of procedures."""
    return Reply(200, asked.center.procedures.body)
