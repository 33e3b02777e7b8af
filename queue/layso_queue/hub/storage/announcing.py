"""Every hub process hears at once that something of a center has changed: LISTEN and NOTIFY."""

import selectors
import socket
import threading
from collections.abc import Callable

import psycopg
import structlog
from sqlalchemy import Connection, text
from sqlalchemy.engine import make_url

from layso_queue.hub.log import fault_of

CHANNEL = "layso_center"
LOOK_S = 5.0
"""A listener looks at its connection at least this often."""

AGAIN_AFTER_S = 2.0
PATIENCE_S = 5
"""For the database to take a new connection."""

log = structlog.get_logger()


def announce(connection: Connection, center: str) -> None:
    """Tell all processes when this transaction commits; on SQLite there is only one process."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_notify('{CHANNEL}', :center)"), {"center": center})


class Listener:
    """Listens in a thread of its own, on a connection of its own, for as long as it is open."""

    def __init__(self, url: str, heard: Callable[[str], None], lost: Callable[[], None]) -> None:
        """`heard(center)` is called in the thread; `lost()` when some may have been missed."""
        self._url = make_url(url).set(drivername="postgresql")
        self._heard, self._lost = heard, lost
        self._stop = threading.Event()
        # Told to stop, it does so at once: a byte here ends its wait for the database.
        self._woken, self._waker = socket.socketpair()
        self.listening = threading.Event()
        self._thread = threading.Thread(target=self._run, name="listener")
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether it listens, or tries to."""
        return self._thread.is_alive()

    def close(self) -> None:
        """Stop listening."""
        self._stop.set()
        self._waker.send(b"x")
        self._thread.join()
        self._waker.close()
        self._woken.close()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except psycopg.Error as error:
                log.warning("the listener lost the database", why=str(error).partition("\n")[0])
            except Exception as error:  # whatever it is, it listens again
                log.error("the listener fell", **fault_of(error))
            self.listening.clear()
            self._lost()
            self._stop.wait(AGAIN_AFTER_S)

    def _listen(self) -> None:
        address = self._url.render_as_string(hide_password=False)
        with (
            psycopg.connect(address, autocommit=True, connect_timeout=PATIENCE_S) as connection,
            selectors.DefaultSelector() as either,
        ):
            either.register(connection.fileno(), selectors.EVENT_READ)
            either.register(self._woken, selectors.EVENT_READ)
            connection.execute(f"LISTEN {CHANNEL}")
            # What changed before we listened was heard by nobody.
            self._lost()
            self.listening.set()
            while not self._stop.is_set():
                either.select(LOOK_S)
                for told in connection.notifies(timeout=0):
                    self._heard(told.payload)
