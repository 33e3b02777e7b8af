"""A hub on a database of its own: each test runs on SQLite and on a real PostgreSQL."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from hub_center import FarCenter
from hub_place import MONDAY_AT_EIGHT, SetClock, fill
from hub_portal import KEY
from hub_server import new_hub, served
from layso_queue.hub.commands.portal import SCOPES
from layso_queue.hub.hub import Hub
from layso_queue.hub.notices.courier import Courier
from layso_queue.hub.notices.posts import Posts
from layso_queue.hub.storage import Centers, Database, Sale, Sides, bring_up_to_date
from private_postgres import Cluster, binaries, private_postgres

BOTH = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    if binaries() is None:
        pytest.skip("PostgreSQL is not installed here")
    with private_postgres() as found:
        yield found


@pytest.fixture(scope="session")
def sqlite_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database made ready once, and copied for each test."""
    file = tmp_path_factory.mktemp("model") / "hub.db"
    database = Database(f"sqlite:///{file}")
    bring_up_to_date(database)
    fill(database)
    database.close()
    return file


@pytest.fixture(scope="session")
def postgresql_model(cluster: Cluster) -> tuple[str, list[str]]:
    """A database made ready once, whose tables are put back for each test."""
    name = cluster.new_database()
    database = Database(cluster.url(name))
    bring_up_to_date(database)
    fill(database)
    database.close()
    return name, cluster.remember(name)


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a database that holds what the model holds."""

    def make(backend: str) -> str:
        if backend == "sqlite":
            model = request.getfixturevalue("sqlite_model")
            shutil.copyfile(model, tmp_path / "hub.db")
            return f"sqlite:///{tmp_path / 'hub.db'}"
        cluster: Cluster = request.getfixturevalue("cluster")
        name, tables = request.getfixturevalue("postgresql_model")
        cluster.recall(name, tables)
        return cluster.url(name)

    return make


@pytest.fixture(params=BOTH)
def url(request: pytest.FixtureRequest, new_url: Callable[[str], str]) -> str:
    return new_url(request.param)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    found = Database(url, pool=20)
    yield found
    found.close()


@pytest.fixture
def clock() -> SetClock:
    return SetClock(MONDAY_AT_EIGHT)


@pytest.fixture
def sale(database: Database, clock: SetClock) -> Sale:
    return Sale(database, clock, random.Random(26041).randbytes)


@pytest.fixture
def sides(clock: SetClock) -> Sides:
    return Sides(clock, random.Random(75).randbytes)


@pytest.fixture
def hub(url: str, tmp_path: Path, clock: SetClock) -> Hub:
    """A hub on each of the databases; whoever opens its application also closes it."""
    return new_hub(url, tmp_path, clock)


@pytest.fixture
def client(hub: Hub, clock: SetClock) -> Iterator[httpx.Client]:
    """A browser without script, on a working hub."""
    with (
        served(hub, clock) as at,
        httpx.Client(base_url=at.url, follow_redirects=True, timeout=30) as found,
    ):
        found.headers["origin"] = at.url
        yield found


@pytest.fixture(scope="module")
def browser():
    """A real browser."""
    from browsed_hub import launched

    with launched() as found:
        yield found


@pytest.fixture(scope="module")
def site(sqlite_model: Path, tmp_path_factory: pytest.TempPathFactory):
    """A hub with something on every page."""
    from browsed_hub import served_site

    with served_site(sqlite_model, tmp_path_factory.mktemp("site")) as found:
        yield found


@pytest.fixture
def far(client: httpx.Client, hub: Hub, clock: SetClock) -> FarCenter:
    """The center of the model, whose pulls are answered at once."""
    hub.long_poll_s = 0.0
    return FarCenter(client, clock)


@pytest.fixture
def portal(client, hub, clock):
    """A client that may ask for everything that portals may."""
    hub.portals.add("vneid", KEY, SCOPES, 600, clock.ms)
    client.headers["authorization"] = f"Bearer {KEY}"
    return client


@pytest.fixture
def post(database, clock):
    """Gives a courier of these ways, and bookings by a sale that tells in them."""

    def make(**adapters):
        posts = Posts(adapters)
        sale = Sale(database, clock, random.Random(5).randbytes, posts.ways)
        return sale, Courier(database, Centers(database), clock, posts, "https://x.vn")

    return make
