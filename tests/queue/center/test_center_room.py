"""Room on the disk: held for a full one, given up in time, and said before it is gone."""

from collections import namedtuple

import pytest

from layso_queue.center.alerts import Alerts
from layso_queue.center.keeping.ballast import Ballast
from layso_queue.center.keeping.room import Room
from layso_queue.center.storage import DiskFull

pytestmark = pytest.mark.anyio

Usage = namedtuple("Usage", "total used free")
MEGABYTE = 1 << 20


class Disk:
    """A disk that tests fill."""

    def __init__(self):
        self.free = 500

    def __call__(self, _):
        return Usage(1000 * MEGABYTE, 0, self.free * MEGABYTE)


@pytest.fixture
def parts(tmp_path, clock):
    disk, alerts = Disk(), Alerts(clock, lambda: None)
    ballast = Ballast(tmp_path / "ballast", MEGABYTE)
    return disk, alerts, ballast, Room(tmp_path, ballast, alerts, disk)


def test_room_is_held_given_up_once_and_held_again(parts, tmp_path):
    _, _, ballast, room = parts
    room.look()
    assert (tmp_path / "ballast").stat().st_size == MEGABYTE
    assert room.relieve()
    assert not room.relieve()
    assert not (tmp_path / "ballast").exists()
    room.look()
    assert ballast.held, "made again when there is room"


def test_the_last_room_is_not_taken_for_it(parts):
    disk, _, ballast, room = parts
    disk.free = 2
    room.look()
    assert not ballast.held


def test_no_room_is_held_where_the_settings_say_so(tmp_path, clock):
    ballast = Ballast(tmp_path / "ballast", 0)
    Room(tmp_path, ballast, Alerts(clock, lambda: None), Disk()).look()
    assert not ballast.held


@pytest.mark.parametrize(
    ("free", "codes"),
    [
        (100, []), (99, ["DISK_LOW"]), (20, ["DISK_LOW"]), (19, ["DISK_ALMOST_FULL"]),
        (0, ["DISK_ALMOST_FULL"]),
    ],
)  # fmt: skip
def test_staff_hear_at_ten_and_at_two_percent(parts, free, codes):
    disk, alerts, _, room = parts
    disk.free = free
    room.look()
    assert [one.code for one in alerts.all()] == codes
    assert all(one.about == str(free) for one in alerts.all())
    disk.free = 500
    room.look()
    assert alerts.all() == []


async def test_a_disk_that_cannot_be_asked_is_no_reason_to_stop(parts, tmp_path, clock):
    def gone(_):
        raise OSError(5, "Input/output error")

    alerts = Alerts(clock, lambda: None)
    Room(tmp_path, Ballast(tmp_path / "b", MEGABYTE), alerts, gone).look()
    assert alerts.all() == []


class FullUntil:
    """A store whose disk is full for as long as the ballast lies on it."""

    def __init__(self, store, ballast):
        self.store, self.ballast = store, ballast

    def __getattr__(self, name):
        return getattr(self.store, name)

    def append(self, batch):
        if self.ballast.exists():
            raise DiskFull("database or disk is full")
        self.store.append(batch)


async def test_a_commit_goes_on_in_the_room_that_was_held(working):
    center, disk = working.center, Disk()
    ballast = working.path / "ballast"
    center.keeping.room._usage = disk
    center.keeping.room._ballast = Ballast(ballast, MEGABYTE)
    center.keeping.room.look()
    center.writer._store = FullUntil(center.writer._store, ballast)
    disk.free = 1
    ticket = await working.issue("A")
    assert ticket["number"] == "A001"
    assert not ballast.exists()
    assert [one["code"] for one in (await working.day())["alerts"]] == ["DISK_ALMOST_FULL"]
    assert (await working.ask("GET", "/v1/health", role=None)).status_code == 200
