"""A center in this process, on a folder of its own, with a clock that tests turn."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from center_place import MONDAY_AT_NINE, Place, SetClock, model_center
from feed_client import FeedClient
from hub_beside import model_hub
from layso_assets.languages import Texts
from layso_queue.center.keeping import keeper
from layso_queue.center.settings import Settings, read_settings
from layso_queue.center.storage import Batch, Exchange, Store, bring_up_to_date


@pytest.fixture(scope="session")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A folder made ready once, and copied for each test."""
    path = tmp_path_factory.mktemp("model") / "center"
    return path, model_center(path)


@pytest.fixture(scope="session")
def hub_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hub's database made ready once, and copied for each test that needs a hub beside."""
    return model_hub(tmp_path_factory.mktemp("hub"))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def clock() -> SetClock:
    clock = SetClock(0)
    clock.turn_to(MONDAY_AT_NINE)
    return clock


@pytest.fixture
def place(model_folder: tuple[Path, dict[str, str]], tmp_path: Path, clock: SetClock) -> Place:
    path = tmp_path / "center"
    shutil.copytree(model_folder[0], path)
    return Place(path, model_folder[1], clock)


@pytest.fixture
def settings(place: Place) -> Settings:
    """The settings in the center's folder."""
    return read_settings(place.path / "settings.toml", Texts("vi"))


@pytest.fixture
def exchange(tmp_path: Path) -> Iterator[Exchange]:
    """What a center keeps of its exchange with the hub, in a database without a day."""
    bring_up_to_date(tmp_path / "own.db", tmp_path / "backups")
    exchange = Exchange(tmp_path / "own.db", "26041")
    yield exchange
    exchange.close()


@pytest.fixture
async def working(place: Place) -> AsyncIterator[Place]:
    """A center at work on a Monday at nine."""
    async with place.opened():
        yield place


@pytest.fixture
def stick(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for copies that the settings name; they are made by the tests alone."""
    monkeypatch.setattr(keeper, "FIRST_S", 3600.0)
    path = tmp_path / "stick"
    path.mkdir()
    file = place.path / "settings.toml"
    file.write_text(f'{file.read_text()}\n[backup]\nfolder = "{path}"\n')
    return path


@pytest.fixture
def filled(place: Place) -> Iterator[Store]:
    """A database with a few entries, open in a store, as a running center has it."""
    store = Store(place.path / "center.db")
    for seq in range(1, 8):
        entry = (seq, "2026-10-05", "TicketIssued", seq, f"c{seq}", "K1", b"{}")
        store.append(Batch(entries=[entry], commands=[(f"c{seq}", "d", None, None)]))
    yield store
    store.close()


@pytest.fixture
def until() -> Callable[..., Any]:
    """Waits for a condition, twenty seconds at most."""
    import anyio

    async def wait(condition: Callable[[], Any]) -> None:
        with anyio.fail_after(20):
            while not condition():
                await anyio.sleep(0.005)

    return wait


@pytest.fixture
async def follow(working: Place) -> AsyncIterator[Callable[..., FeedClient]]:
    """Opens feeds on a working center; all are closed at the end."""
    clients: list[FeedClient] = []

    def open_feed(role: str | None = "counter") -> FeedClient:
        client = FeedClient(working.app, working.tokens[role] if role else None)
        clients.append(client)
        return client

    yield open_feed
    for client in clients:
        await client.leave()
