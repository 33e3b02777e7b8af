"""A hub served over HTTP from a thread of this process, with a clock that tests turn."""

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uvicorn

from hub_place import SetClock
from layso_queue.hub.directory import read_directory
from layso_queue.hub.hub import Hub
from layso_queue.hub.keys import read_keys
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.storage import Database
from layso_queue.hub.web.app import open_app
from layso_queue.hub.web.server import HubServer

_directory = lru_cache(read_directory)


@dataclass
class Served:
    """A running hub: its address, and its parts for a look behind."""

    url: str
    hub: Hub
    clock: SetClock


def new_hub(
    url: str, folder: Path, clock: SetClock, seed: int = 26041, posts: Posts | None = None
) -> Hub:
    """Open a hub on a filled database."""
    keys = read_keys(folder / "hub.keys", random.Random(1).randbytes)
    return Hub(
        Database(url),
        keys,
        clock,
        random=random.Random(seed).randbytes,
        directory=_directory(),
        posts=posts,
        public_url="https://dat-lich.example.vn" if posts else "",
    )


@contextmanager
def served(hub: Hub, clock: SetClock) -> Iterator[Served]:
    """Serve it on a free port of the loopback until the end of the block."""
    ready = threading.Event()
    app = open_app(hub, ready.set)
    config = uvicorn.Config(app, log_config=None, access_log=False, timeout_graceful_shutdown=5)
    server = HubServer(config, hub)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)  # who comes before uvicorn itself listens waits, not fails
        port = listening.getsockname()[1]
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            assert ready.wait(30), "the hub never started"
            yield Served(f"http://127.0.0.1:{port}", hub, clock)
        finally:
            server.should_exit = True
            thread.join(30)
    assert not thread.is_alive()
