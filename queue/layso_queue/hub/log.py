"""The log: one JSON line a thing worth knowing, without personal data."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import structlog
from structlog.processors import ExceptionRenderer
from structlog.tracebacks import ExceptionDictTransformer


def fault_of(error: BaseException) -> dict[str, str]:
    """Return the kind of a fault and where it came from; its words could name a person."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return {"fault": type(error).__name__, "at": place}


@contextmanager
def log_to(stream: TextIO) -> Iterator[None]:
    """Write the log to `stream` in here: time, level, what happened; faults with their trace."""
    before = structlog.get_config()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            # Where it went wrong, not with what: values would be names and phone numbers.
            ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=False,
    )
    try:
        yield
    finally:
        structlog.configure(**before)
