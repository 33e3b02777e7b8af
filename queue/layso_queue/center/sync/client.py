"""One message to the hub over HTTPS, and its answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from layso_queue.center.storage.phones import FollowingPhone
from layso_queue.sync import wire
from layso_queue.sync.messages import LONG_POLL_S, MOST_BYTES, Answer, Fetch, Push, Request
from layso_queue.sync.packing import CODING, WORTH, pack, unpack
from layso_queue.sync.refusals import SyncRefused

if TYPE_CHECKING:
    import httpx

ANSWER_S = 20.0
"""How long an answer to a push or a fetch may take on a thin line."""

CONNECT_S = 8.0

KEPT_OPEN_S = 65.0
"""So long a connection is kept that nobody uses: until after the next heartbeat, and less long than
the hub keeps it. To open one costs a thin line three times the way there and back."""

LARGE = 4_096
"""Bytes that no message should have unpacked on a thin line."""

MOST_PHONES = 200
"""Numbers in one message; what is more waits for the next."""

CARD_BYTES = 32
"""Of the key under which ID cards are hashed."""


class HubAway(Exception):
    """The hub did not answer, or not with an answer of ours: try again later, with less.

    `there`: the line reached it, and only this message or its answer was lost.
    """

    def __init__(self, why: str, there: bool = False) -> None:
        super().__init__(why)
        self.there = there


class HubRefused(Exception):
    """The hub knows our key no more, or never did: staff must act. Tried again all the same."""


@dataclass(frozen=True, slots=True)
class HubKeys:
    """Public keys of QR codes by their names; the key of cards, empty from an older hub.

    `texts`: whether the hub can tell people by text message.
    """

    passes: dict[str, bytes]
    card: bytes = b""
    texts: bool = False


class HubClient:
    """Speaks to one hub. Follows no redirect and asks no proxy: the key goes nowhere else."""

    def __init__(
        self,
        url: str,
        key: str,
        long_poll_s: float = LONG_POLL_S,
        transport: "httpx.AsyncBaseTransport | None" = None,
    ) -> None:
        """`url` is the hub's address without a path, `key` the center's bearer token there.

        `transport` carries the requests in the place of the network.
        """
        # A fifth of a second to import: only a center that has a hub pays for it.
        import httpx

        self._away: tuple[type[Exception], ...] = (httpx.HTTPError, httpx.InvalidURL)
        self._lost = (httpx.ReadTimeout, httpx.WriteTimeout, httpx.ReadError, httpx.WriteError)
        self._hold_s = long_poll_s
        self._packs = False
        self._http: httpx.AsyncClient = httpx.AsyncClient(
            base_url=url.rstrip("/") + "/v1/sync/",
            headers={
                "Authorization": f"Bearer {key}",
                "Content-Type": "application/json",
                "Accept-Encoding": CODING,
            },
            limits=httpx.Limits(max_connections=8, keepalive_expiry=KEPT_OPEN_S),
            timeout=httpx.Timeout(ANSWER_S, connect=CONNECT_S),
            trust_env=False,
            transport=transport,
        )

    async def ask(self, request: Request) -> Answer:
        """Return the hub's answer; raise HubAway or HubRefused."""
        verb = {Push: "push", Fetch: "fetch"}.get(type(request), "pull")
        wait = self._hold_s + ANSWER_S if verb == "pull" else ANSWER_S
        body, coded = wire.write(request), {}
        if not self._packs and len(body) >= LARGE:
            await self.keys()  # a small question first: the hub says whether it unpacks
        if self._packs and len(body) >= WORTH:
            body, coded = pack(body), {"Content-Encoding": CODING}
        # Until it says so again: a hub of before cannot unpack.
        self._packs = False
        try:
            sent = self._http.stream("POST", verb, content=body, headers=coded, timeout=wait)
            async with sent as answer:
                if answer.status_code in (401, 403):
                    raise HubRefused(str(answer.status_code))
                if answer.status_code != 200:
                    raise HubAway(f"HTTP {answer.status_code}")
                data = await _whole(answer)
        except self._away as fault:
            lost = isinstance(fault, self._lost)
            raise HubAway(f"{type(fault).__name__}: {fault}", lost) from fault
        self._packs = CODING in answer.headers.get("accept-encoding", "")
        read = wire.read_answer(data)
        if isinstance(read, SyncRefused):
            raise HubAway(f"the answer cannot be read: {read.why}")
        return read

    async def keys(self) -> HubKeys:
        """Return what the hub lets this center know; raise HubAway or HubRefused."""
        try:
            answer = await self._http.get("keys")
            if answer.status_code in (401, 403):
                raise HubRefused(str(answer.status_code))
            if answer.status_code != 200:
                raise HubAway(f"HTTP {answer.status_code}")
            self._packs = CODING in answer.headers.get("accept-encoding", "")
            said = answer.json()
            keys = {str(name): bytes.fromhex(key) for name, key in said["keys"].items()}
            card = bytes.fromhex(said.get("card", ""))
            return HubKeys(
                keys, card if len(card) == CARD_BYTES else b"", said.get("texts") is True
            )
        except self._away as fault:
            raise HubAway(f"{type(fault).__name__}: {fault}") from fault
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise HubAway(f"the keys cannot be read: {fault}") from fault

    async def tell_phones(self, phones: Sequence[FollowingPhone]) -> None:
        """Tell the hub whom to tell of tickets; raise HubAway or HubRefused."""
        told = [
            {"ticket": one.ticket, "phone": one.phone, "language": one.language} for one in phones
        ]
        try:
            answer = await self._http.post("phones", json={"phones": told})
        except self._away as fault:
            raise HubAway(type(fault).__name__) from None  # its details could name what was sent
        if answer.status_code in (401, 403):
            raise HubRefused(str(answer.status_code))
        if answer.status_code != 200:
            raise HubAway(f"HTTP {answer.status_code}")

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()


async def _whole(answer: "httpx.Response") -> bytes:
    """Return what was answered, unpacked, never more than MOST_BYTES; raise HubAway."""
    data = b""
    async for part in answer.aiter_raw():
        data += part
        if len(data) > MOST_BYTES:
            raise HubAway("the answer is too large")
    if answer.headers.get("content-encoding", "") != CODING:
        return data
    unpacked = unpack(data, MOST_BYTES)
    if unpacked is None:
        raise HubAway("the answer cannot be unpacked")
    return unpacked
