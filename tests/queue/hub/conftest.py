"""A hub on a database of its own: each test runs on SQLite and on a real PostgreSQL."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hub_place import MONDAY_AT_EIGHT, SetClock, fill
from layso_queue.hub.storage import Database, Sale, Sides, bring_up_to_date
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
def postgresql_model(cluster: Cluster) -> str:
    name = cluster.new_database()
    database = Database(cluster.url(name))
    bring_up_to_date(database)
    fill(database)
    database.close()
    return name


@pytest.fixture
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Gives the address of a fresh copy of the filled model."""

    def make(backend: str) -> str:
        if backend == "sqlite":
            model = request.getfixturevalue("sqlite_model")
            shutil.copyfile(model, tmp_path / "hub.db")
            return f"sqlite:///{tmp_path / 'hub.db'}"
        cluster: Cluster = request.getfixturevalue("cluster")
        return cluster.url(cluster.new_database(request.getfixturevalue("postgresql_model")))

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
