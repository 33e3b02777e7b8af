"""A plain HTTP/1.1 client on asyncio, light enough not to be what is measured."""

import asyncio
import time


class Wire:
    """One kept-alive connection; requests one after the other."""

    def __init__(self, host: str, port: int, headers: dict[str, str]) -> None:
        """Keep where to go and which headers go with every request."""
        self._host, self._port = host, port
        lines = [f"Host: {host}:{port}", "Content-Type: application/json"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        self._head = ("\r\n".join(lines) + "\r\n").encode()

    async def open(self) -> "Wire":
        """Connect."""
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)
        return self

    async def close(self) -> None:
        """Hang up."""
        self._writer.close()
        await self._writer.wait_closed()

    async def post(self, path: str, body: bytes) -> tuple[int, bytes, float]:
        """Send one POST; return status, body and the seconds it took."""
        started = time.perf_counter()
        self._writer.write(
            b"POST %b HTTP/1.1\r\n%bContent-Length: %d\r\n\r\n%b"
            % (path.encode(), self._head, len(body), body)
        )
        status, answer = await self._answer()
        return status, answer, time.perf_counter() - started

    async def ask(
        self, method: str, path: str, lines: bytes = b"", body: bytes = b""
    ) -> tuple[int, str, bytes]:
        """Send one request with more header `lines`; return status, head and body."""
        length = b"Content-Length: %d\r\n" % len(body) if body else b""
        start = f"{method} {path} HTTP/1.1\r\nHost: {self._host}:{self._port}\r\n".encode()
        self._writer.write(start + lines + length + b"\r\n" + body)
        status, head, answer = await self._heard()
        return status, head.decode("latin-1"), answer

    async def _answer(self) -> tuple[int, bytes]:
        status, _, answer = await self._heard()
        return status, answer

    async def _heard(self) -> tuple[int, bytes, bytes]:
        head = await self._reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        at = head.lower().find(b"content-length:")
        length = int(head[at + 15 : head.index(b"\r\n", at)])
        return status, head, await self._reader.readexactly(length)
