"""`serve`: one hub process on one port, until it is told to stop; any number may run."""

import errno
import secrets
import signal
import socket
import sys
from argparse import Namespace
from functools import partial

from layso_assets.languages import Texts
from layso_queue.hub.clock import WallClock
from layso_queue.hub.commands.opened import saying
from layso_queue.hub.commands.outcome import Said
from layso_queue.hub.commands.public import (
    AddressWrong,
    check_behind,
    check_links,
    check_public_url,
)
from layso_queue.hub.keys import Keys
from layso_queue.hub.storage import Database

GRACE_S = 3
"""So long an open page or a held pull keeps a stopping hub."""

KEEP_ALIVE_S = 75
"""A center's next heartbeat, a minute later, needs no new connection."""

KEEP_S = 5.0
"""What pages show is at most so old, and newer where the database tells of a change."""


def serve(asked: Namespace, texts: Texts) -> Said:
    """Run until SIGTERM or SIGINT; 0 after a clean stop."""
    try:
        safe = check_public_url(asked.public_url)
        check_behind(asked.behind)
    except AddressWrong as error:
        return Said(2, (texts.say(f"hub.command.{error.key}", **error.about),))
    if not safe:
        warning = texts.say("hub.command.public_url_plain", url=asked.public_url)
        sys.stderr.write(f"{warning}\n")
    try:
        listening = _listen(asked.host, asked.port)
    except OSError as error:
        about = {"port": asked.port, "host": asked.host, "why": error.strerror or str(error)}
        key = "port_taken" if error.errno == errno.EADDRINUSE else "port_unusable"
        return Said(2, (texts.say(f"hub.command.{key}", **about),))
    try:
        work = partial(_serve, asked, texts, listening)
        return saying(asked, texts, work, begins=True)
    finally:
        listening.close()


def _serve(
    asked: Namespace, texts: Texts, listening: socket.socket, database: Database, keys: Keys
) -> Said:
    import uvicorn

    from layso_queue.hub.hub import Hub
    from layso_queue.hub.log import log_to
    from layso_queue.hub.notices.posts import read_posts
    from layso_queue.hub.signin.offer import read_offer
    from layso_queue.hub.web.app import open_app
    from layso_queue.hub.web.server import HubServer

    with log_to(sys.stderr):
        clock = WallClock()
        posts = read_posts(asked.data / "notices.toml", asked.public_url, clock.now)
        try:
            check_links(asked.public_url, posts)
        except AddressWrong as error:
            return Said(2, (texts.say(f"hub.command.{error.key}", **error.about),))
        url = asked.public_url or f"http://{asked.host}:{listening.getsockname()[1]}"
        signin = read_offer(asked.data / "signin.toml", url, secrets.token_bytes, clock.now)
        keep_s = KEEP_S if database.is_postgresql else 0.0
        hub = Hub(
            database,
            keys,
            clock,
            public_url=asked.public_url,
            posts=posts,
            keep_s=keep_s,
            signin=signin,
        )

        def started() -> None:
            sys.stdout.write(f"{texts.say('hub.command.ready', url=url)}\n")
            sys.stdout.flush()

        config = uvicorn.Config(
            open_app(hub, started),
            loop="uvloop",
            http="httptools",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=True,
            forwarded_allow_ips=asked.behind,
            timeout_graceful_shutdown=GRACE_S,
            timeout_keep_alive=KEEP_ALIVE_S,
            backlog=1024,
        )

        server = HubServer(config, hub)
        # uvicorn raises the signal again when it has stopped; a clean stop should end with 0.
        old = {one: signal.signal(one, lambda *_: None) for one in (signal.SIGTERM, signal.SIGINT)}
        try:
            server.run(sockets=[listening])
        finally:
            for one, handler in old.items():
                signal.signal(one, handler)
    return Said(0, (texts.say("hub.command.stopped"),))


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)  # whoever read that the hub is ready may come at once
    except BaseException:
        listening.close()
        raise
    listening.set_inheritable(False)
    return listening
