"""A center in this process, on a folder of its own, with a clock that tests turn."""

import json
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx

from layso_assets.languages import Texts
from layso_queue.center.api.app import open_app
from layso_queue.center.center import Center
from layso_queue.center.folder import Folder
from layso_queue.center.opened import open_center
from layso_queue.center.opening import uuid7
from layso_queue.center.people.pins import hash_of
from layso_queue.center.people.roles import Role
from layso_queue.center.people.tokens import hashed, new_token
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import DeviceRow, Register, StaffRow, bring_up_to_date

MONDAY_AT_NINE = "2026-10-05T09:00:00+07:00"
PIN = "260411"


@dataclass
class SetClock:
    """Stands still until it is turned."""

    ms: int

    def now(self) -> int:
        return self.ms

    def settle(self) -> None:
        return

    def turn_to(self, when: str) -> None:
        self.ms = int(datetime.fromisoformat(when).timestamp() * 1000)

    def pass_minutes(self, minutes: float) -> None:
        self.ms += int(minutes * 60_000)


@dataclass
class Place:
    """A center's folder with a device of every role, and two people who may sign in."""

    path: Path
    tokens: dict[str, str]
    clock: SetClock
    sessions: dict[str, str] = field(default_factory=dict)
    center: Center | None = None
    app: Any = None
    client: httpx.AsyncClient | None = None

    def new_id(self, ms: int | None = None) -> str:
        """A UUIDv7 whose time is the test's clock's."""
        id = uuid7(secrets.token_bytes)
        digits = f"{self.clock.now() if ms is None else ms:012x}"
        return f"{digits[:8]}-{digits[8:]}{id[13:]}"

    @asynccontextmanager
    async def opened(self, *, always_open: bool = False) -> AsyncIterator["Place"]:
        """The center at work, from start to stop."""

        def begin(folder: Folder) -> Center:
            settings = read_settings(folder.settings, Texts("vi"))
            return open_center(folder, settings, self.clock, always_open=always_open)

        async with self.begun(begin):
            yield self

    @asynccontextmanager
    async def begun(self, begin: Callable[[Folder], Center]) -> AsyncIterator[None]:
        """The center that `begin` opens in the folder, at work, from start to stop."""
        folder = Folder(self.path)
        folder.lock()
        try:
            center = begin(folder)
            app = open_app(center)
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with (
                app.router.lifespan_context(app),
                httpx.AsyncClient(transport=transport, base_url="http://center") as client,
            ):
                self.center, self.app, self.client = center, app, client
                yield
        finally:
            self.center = self.app = self.client = None
            self.sessions.clear()
            folder.unlock()

    async def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        role: str | None = "kiosk",
        signed_in: bool = True,
        headers: dict[str, str] | None = None,
        **more: Any,
    ) -> httpx.Response:
        """Send one request with the token of a role, and a session where somebody signed in."""
        assert self.client is not None
        sent = dict(headers or {})
        if role is not None:
            sent.setdefault("Authorization", f"Bearer {self.tokens[role]}")
        if signed_in and role in self.sessions:
            sent.setdefault("Layso-Session", self.sessions[role])
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return await self.client.request(method, path, content=body, headers=sent, **more)

    async def post(self, path: str, body: Any = None, **more: Any) -> httpx.Response:
        """Send an order; an id is made where the body has none."""
        return await self.ask("POST", path, {"id": self.new_id(), **(body or {})}, **more)

    async def sign_in(
        self, counter: int = 1, *, staff: str = "nv01", role: str = "counter"
    ) -> None:
        """Sign somebody in on the device of a role."""
        body = {"staff": staff, "pin": PIN, "counter": counter}
        answer = await self.ask("POST", "/v1/sessions", body, role=role)
        assert answer.status_code == 201, answer.text
        self.sessions[role] = answer.json()["session"]

    async def issue(self, service: str = "A", **body: Any) -> dict[str, Any]:
        """Take a number at the kiosk."""
        answer = await self.post("/v1/tickets", {"service": service, **body})
        assert answer.status_code == 201, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def open_counter(self, number: int = 1) -> None:
        """Sign in at a counter and open it."""
        await self.sign_in(number)
        answer = await self.post(f"/v1/counters/{number}/open", role="counter")
        assert answer.status_code == 200, answer.text

    async def day(self, role: str = "counter") -> dict[str, Any]:
        """The whole day, as a role sees it."""
        found: dict[str, Any] = (await self.ask("GET", "/v1/day", role=role)).json()
        return found


def model_center(path: Path) -> dict[str, str]:
    """Make a center's folder with a device of every role and three people; return the tokens."""
    folder = Folder(path)
    folder.prepare()
    bring_up_to_date(folder.database, folder.backups)
    register = Register(folder.database)
    tokens = {}
    for role in Role:
        tokens[role.value] = token = new_token()
        register.enrol(DeviceRow(f"D-{role.value}", role.value, hashed(token), 0))
    pin_hash = hash_of(PIN)
    for code, role_name in (("nv01", "counter"), ("nv02", "counter"), ("truong", "supervisor")):
        register.add_staff(StaffRow(code, role_name, pin_hash))
    register.close()
    return tokens
