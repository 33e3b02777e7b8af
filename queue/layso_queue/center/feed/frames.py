"""The frames that the center sends and understands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

HEARTBEAT_S = 5
DEAD_AFTER_S = 15


@dataclass(frozen=True, slots=True)
class Start:
    """The client wants a snapshot; `prints` says that it has a printer."""

    prints: bool = False


@dataclass(frozen=True, slots=True)
class Resume:
    """The client has all up to `seq` of `epoch` and wants what is missing."""

    epoch: str
    seq: int
    prints: bool = False


@dataclass(frozen=True, slots=True)
class Beat:
    """The client is alive."""


class FrameWrong(Exception):
    """A frame that is none of ours."""


def read(text: str | None) -> Start | Resume | Beat:
    """Return what a client's frame says; raise FrameWrong for anything else."""
    if text is None or len(text) > 4096:
        raise FrameWrong
    try:
        frame = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise FrameWrong from error
    match frame:
        case {"type": "start"}:
            return Start(frame.get("prints") is True)
        case {"type": "resume", "epoch": str(epoch), "seq": int(seq)} if not isinstance(seq, bool):
            return Resume(epoch, seq, frame.get("prints") is True)
        case {"type": "heartbeat"}:
            return Beat()
    raise FrameWrong


def written(kind: str, fields: Mapping[str, Any]) -> str:
    """Write a frame."""
    return orjson.dumps({"type": kind, **fields}).decode()
