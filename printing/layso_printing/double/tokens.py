"""Split a stream of printer bytes into commands, however the stream arrives.

Lengths: Epson ESC/POS command reference. Bytes within a command's data belong to it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

_FIXED: dict[bytes, int] = {
    b"\x1b@": 0, b"\x1bJ": 1, b"\x1bd": 1, b"\x1ba": 1, b"\x1b!": 1, b"\x1bE": 1,
    b"\x1b2": 0, b"\x1b3": 1, b"\x1bM": 1, b"\x1b-": 1, b"\x1bt": 1, b"\x1bR": 1,
    b"\x1b$": 2, b"\x1b\\": 2, b"\x1bp": 3, b"\x1b{": 1, b"\x1b ": 1,
    b"\x1d!": 1, b"\x1dB": 1, b"\x1dL": 2, b"\x1dW": 2, b"\x1dP": 2, b"\x1dr": 1, b"\x1da": 1,
    b"\x1dI": 1,
    b"\x1dh": 1, b"\x1dw": 1, b"\x1dH": 1, b"\x1df": 1,
    b"\x10\x04": 1, b"\x10\x05": 1,
}  # fmt: skip
"""Commands of a fixed length: the bytes that follow the two of the name."""

_LEADS = frozenset({0x10, 0x1B, 0x1C, 0x1D})
MOST_DATA = 4_000_000
"""A command that claims more data than this is not one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A command with its parameters and data, a run of text, or bytes nobody knows."""

    name: bytes
    """b"text", b"unknown", b"\\n", or the command's first bytes, such as b"\\x1bJ"."""
    raw: bytes
    arguments: bytes = b""
    data: bytes = b""


class Tokens:
    """One connection's stream."""

    def __init__(self) -> None:
        self._held = bytearray()

    @property
    def waiting(self) -> int:
        """Bytes of a command that is not complete yet."""
        return len(self._held)

    def feed(self, data: bytes) -> Iterator[Token]:
        """Yield every command that is complete with `data`."""
        self._held += data
        at = 0
        stream = bytes(self._held)
        while at < len(stream):
            token = _next(stream, at)
            if token is None:
                break
            at += len(token.raw)
            yield token
        del self._held[:at]


def _next(stream: bytes, at: int) -> Token | None:
    first = stream[at]
    if first not in _LEADS:
        return _plain(stream, at)
    if at + 1 >= len(stream):
        return None
    name = stream[at : at + 2]
    if name in _FIXED:
        return _token(stream, at, name, _FIXED[name], 0)
    if name == b"\x1dV":
        return _measured(stream, at, 1, lambda head: 1 if head[0] in (65, 66, 97, 98) else 0)
    if name == b"\x1d(":
        return _group(stream, at)
    if name == b"\x1dv":
        return _measured(
            stream, at, 6, lambda head: int.from_bytes(head[2:4], "little")
            * int.from_bytes(head[4:6], "little"),
        )  # fmt: skip
    return Token(b"unknown", name)


def _plain(stream: bytes, at: int) -> Token:
    if stream[at] < 0x20:
        known = stream[at : at + 1] in (b"\n", b"\r", b"\t", b"\0")
        return Token(stream[at : at + 1] if known else b"unknown", stream[at : at + 1])
    end = at
    while end < len(stream) and stream[end] >= 0x20:
        end += 1
    return Token(b"text", stream[at:end], data=stream[at:end])


def _group(stream: bytes, at: int) -> Token | None:
    """GS ( x pL pH: the length stands in the command."""
    if at + 5 > len(stream):
        return None
    size = int.from_bytes(stream[at + 3 : at + 5], "little")
    return _token(stream, at, stream[at : at + 3], 2, size)


def _measured(stream: bytes, at: int, head: int, size_of: Callable[[bytes], int]) -> Token | None:
    if at + 2 + head > len(stream):
        return None
    size = size_of(stream[at + 2 : at + 2 + head])
    if size > MOST_DATA:
        return Token(b"unknown", stream[at : at + 2])
    return _token(stream, at, stream[at : at + 2], head, size)


def _token(stream: bytes, at: int, name: bytes, head: int, size: int) -> Token | None:
    start = at + len(name)
    end = start + head + size
    if end > len(stream):
        return None
    return Token(name, stream[at:end], stream[start : start + head], stream[start + head : end])
