"""The server below the hub's application: how one process of it stops."""

import socket

import uvicorn

from layso_queue.hub.hub import Hub


class HubServer(uvicorn.Server):
    """Answers held pulls before it waits for what is open."""

    def __init__(self, config: uvicorn.Config, hub: Hub) -> None:
        super().__init__(config)
        self._hub = hub

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop as uvicorn does, with nobody held."""
        self._hub.let_go()
        await super().shutdown(sockets)
