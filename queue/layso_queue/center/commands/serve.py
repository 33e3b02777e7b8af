"""`serve`: one center on one folder and one port, until it is told to stop."""

import errno
import signal
import socket
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from layso_assets.languages import Texts
from layso_assets.reasons import reason
from layso_queue.center.clock import SteadyClock
from layso_queue.center.commands.faults import FORESEEN, sentence
from layso_queue.center.commands.outcome import Said
from layso_queue.center.commands.restore import said_of
from layso_queue.center.folder import Folder
from layso_queue.center.keeping.restoring import finish
from layso_queue.center.settings import read_settings
from layso_queue.center.settings.doubts import doubts
from layso_queue.center.storage import Check

if TYPE_CHECKING:
    import uvicorn

GRACE_S = 3
"""Without an end to its patience uvicorn waits for open feeds for ever."""

CHECK_S = 0.8
"""So long a start waits for the quick check; a large file on a slow disk is served meanwhile."""

SWITCH_S = 0.0005
"""Writer and loop hand Python to each other this fast, so that a commit's answer is not late."""


def serve(asked: Namespace, texts: Texts) -> Said:
    """Run until SIGTERM or SIGINT; 0 after a clean stop."""
    folder = Folder(asked.data)
    try:
        folder.prepare()
        settings = read_settings(folder.settings, texts)
        texts = texts if asked.language != "vi" else Texts(settings.center.language)
        folder.lock()
    except FORESEEN as error:
        return sentence(error, folder, texts)
    try:
        listening = _listen(asked.host, asked.port)
    except OSError as error:
        folder.unlock()
        return _port_fault(error, asked, texts)
    try:
        return _serve(asked, texts, folder, settings.center.name.model_dump(), listening)
    except FORESEEN as error:
        return sentence(error, folder, texts)
    finally:
        listening.close()
        folder.unlock()


def _serve(
    asked: Namespace,
    texts: Texts,
    folder: Folder,
    name: dict[str, str],
    listening: socket.socket,
) -> Said:
    finish(folder)
    check = Check(folder.database)
    # What follows takes its time, and the check goes on meanwhile.
    import uvicorn

    from layso_queue.center.api.app import open_app
    from layso_queue.center.keeping.mending import open_mended
    from layso_queue.center.log import log_to

    settings = read_settings(folder.settings, texts)
    with log_to(sys.stderr):
        center, restored = open_mended(
            folder, settings, SteadyClock(), check, CHECK_S, always_open=asked.always_open
        )
        for line in said_of(restored, texts) if restored else ():
            sys.stderr.write(f"{line}\n")
        kiosks = {one.name for one in center.register.devices() if one.role == "kiosk"}
        for line in doubts(settings, kiosks, texts):
            sys.stderr.write(f"{line}\n")
        port = listening.getsockname()[1]

        def started() -> None:
            url = f"http://{asked.host}:{port}"
            ready = texts.say("center.command.ready", name=name[texts.language], url=url)
            sys.stdout.write(f"{ready}\n")
            sys.stdout.flush()
            if restored is None:
                center.beside(center.keeping.heed(check))

        config = uvicorn.Config(
            open_app(center, started),
            loop="uvloop",
            http="httptools",
            ws="websockets-sansio",
            ws_max_size=16 * 1024,
            ws_ping_interval=None,  # heartbeats are frames of ours, seen by both sides
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            timeout_graceful_shutdown=GRACE_S,
            timeout_keep_alive=75,  # kiosks and counters ask again and again
            backlog=512,
        )
        _run(uvicorn.Server(config), listening)
    return Said(0, (texts.say("center.command.stopped"),))


def _run(server: "uvicorn.Server", listening: socket.socket) -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH_S)
    # uvicorn raises the signal again when it has stopped; a clean stop should end with 0.
    old = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGTERM, signal.SIGINT)}
    try:
        server.run(sockets=[listening])
    finally:
        sys.setswitchinterval(before)
        for one, handler in old.items():
            signal.signal(one, handler)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
    except BaseException:
        listening.close()
        raise
    listening.set_inheritable(False)
    return listening


def _port_fault(error: OSError, asked: Namespace, texts: Texts) -> Said:
    about = {"port": asked.port, "host": asked.host, "why": reason(error, texts)}
    key = "port_taken" if error.errno == errno.EADDRINUSE else "port_unusable"
    return Said(2, (texts.say(f"center.command.{key}", **about),))
