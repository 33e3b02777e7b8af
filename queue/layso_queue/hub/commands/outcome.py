"""What a command says at its end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Lines for people (stdout when `code` is 0, else stderr) and the exit code."""

    code: int
    lines: tuple[str, ...] = ()
