"""A real center behind a socket, in a thread of this process, with a clock that tests turn."""

import asyncio
import socket
import threading
from pathlib import Path

import uvicorn

from center_place import MONDAY_AT_NINE, Place, SetClock, model_center
from layso_queue.center.folder import Folder
from layso_queue.center.people.tokens import hashed
from layso_queue.center.storage import DeviceRow, Register

PATIENCE_S = 60


class ServedCenter:
    """As kiosks meet it: the token of kiosk K1 is "right-token"."""

    def __init__(self, folder: Path, settings: str) -> None:
        self.clock = SetClock(0)
        self.clock.turn_to(MONDAY_AT_NINE)
        path = folder / "center"
        self.place = Place(path, model_center(path), self.clock)
        register = Register(Folder(path).database)
        register.enrol(DeviceRow("K1", "kiosk", hashed("right-token"), 0))
        register.close()
        file = path / "settings.toml"
        file.write_text(f"{file.read_text()}\n{settings}")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._begun = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="center")

    def start(self) -> None:
        self._thread.start()
        assert self._begun.wait(PATIENCE_S)

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE_S)
        self._listener.close()

    async def _serve(self) -> None:
        async with self.place.opened():
            config = uvicorn.Config(
                self.place.app, log_level="critical", lifespan="off", ws="websockets-sansio"
            )
            config.timeout_graceful_shutdown = 1
            self._server = uvicorn.Server(config)
            self._begun.set()
            await self._server.serve(sockets=[self._listener])
