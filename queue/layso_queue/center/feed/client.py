"""One client of the feed, from hello to goodbye."""

import asyncio
from contextlib import suppress

from starlette.websockets import WebSocket, WebSocketDisconnect

from layso_assets.languages import Texts
from layso_queue.center.api import problems
from layso_queue.center.feed.audience import Audience
from layso_queue.center.feed.frames import (
    DEAD_AFTER_S,
    HEARTBEAT_S,
    Beat,
    FrameWrong,
    Resume,
    Start,
    read,
    written,
)
from layso_queue.center.feed.mailbox import Instead, Mailbox
from layso_queue.center.feed.publisher import Publisher
from layso_queue.center.people.devices import Device
from layso_queue.center.people.roles import Role
from layso_queue.center.printing import Prints

POLICY_VIOLATION = 1008
GOING_AWAY = 1001
TRY_AGAIN_LATER = 1013


async def serve(
    socket: WebSocket,
    publisher: Publisher,
    epoch: str,
    device: Device,
    texts: Texts,
    prints: Prints,
) -> None:
    """Serve an accepted client until it leaves, errs, falls silent or is too slow.

    It is always received from while it is sent to: a client that only sends, or only listens,
    holds nobody up.
    """
    role = device.role
    audience, mailbox = publisher.audience(role), Mailbox()
    hello = {
        "epoch": epoch,
        "role": role.value,
        "last_seq": audience.seq,
        "heartbeat_s": HEARTBEAT_S,
    }
    tasks: list[asyncio.Task[None]] = []
    try:
        await socket.send_text(written("hello", hello))
        first = await _next(socket)
        audience.mailboxes.add(mailbox)
        if role is Role.KIOSK and not isinstance(first, Beat) and first.prints:
            prints.came(device.name, mailbox)
        _answer(first, audience, mailbox)
        tasks.append(asyncio.create_task(_receive(socket, audience, mailbox)))
        tasks.append(asyncio.create_task(_send(socket, audience, mailbox, publisher)))
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    except FrameWrong:
        problem = problems.document(problems.Problem("FRAME_UNKNOWN"), texts, {})
        await _leave(socket, POLICY_VIOLATION, written("problem", problem | {"type": "problem"}))
    except TimeoutError:
        await _leave(socket, GOING_AWAY)
    except _Closing as closing:
        await _leave(socket, closing.code)
    except (WebSocketDisconnect, RuntimeError):
        pass  # the client has gone
    finally:
        audience.mailboxes.discard(mailbox)
        prints.went(device.name, mailbox)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


class _Closing(Exception):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


async def _next(socket: WebSocket) -> Start | Resume | Beat:
    async with asyncio.timeout(DEAD_AFTER_S):
        message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1006))
    return read(message.get("text"))


def _answer(frame: Start | Resume | Beat, audience: Audience, mailbox: Mailbox) -> None:
    match frame:
        case Start():
            mailbox.want_snapshot()
        case Resume(epoch, seq, _):
            missing = audience.since(epoch, seq)
            if missing is None or len(missing) >= 64:
                mailbox.want_snapshot()
            else:
                for delta in missing:
                    mailbox.put(delta)


async def _receive(socket: WebSocket, audience: Audience, mailbox: Mailbox) -> None:
    while True:
        _answer(await _next(socket), audience, mailbox)


async def _send(
    socket: WebSocket, audience: Audience, mailbox: Mailbox, publisher: Publisher
) -> None:
    while True:
        try:
            async with asyncio.timeout(HEARTBEAT_S):
                message = await mailbox.take()
        except TimeoutError:
            message = written("heartbeat", {"seq": audience.seq, "now": publisher.now()})
        match message:
            case Instead.GOING:
                raise _Closing(GOING_AWAY)
            case Instead.TOO_SLOW:
                raise _Closing(TRY_AGAIN_LATER)
            case Instead.SNAPSHOT:
                day = audience.snapshot(publisher.now())
                frame = {"epoch": day["epoch"], "seq": day["seq"], "day": day}
                message = written("snapshot", frame)
        await socket.send_text(str(message))


async def _leave(socket: WebSocket, code: int, last_word: str | None = None) -> None:
    with suppress(WebSocketDisconnect, RuntimeError, TimeoutError):
        async with asyncio.timeout(1):
            if last_word is not None:
                await socket.send_text(last_word)
            await socket.close(code)
