"""The log: one JSON line a thing worth knowing, without personal data."""

from typing import TextIO

import structlog


def write_log(stream: TextIO) -> None:
    """Write the log to `stream`: time, level, what happened; faults with their trace."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.dict_tracebacks,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(stream),
        cache_logger_on_first_use=True,
    )
