"""Copies are made when they are due, and staff hear of it when they are not."""

import sqlite3
from contextlib import closing

import pytest

from layso_queue.center.alerts import Alerts
from layso_queue.center.folder import Folder
from layso_queue.center.keeping import copies as copying
from layso_queue.center.keeping.copies import CopyFolder
from layso_queue.center.keeping.keeper import Keeper
from layso_queue.center.settings.keeping import BackupPart
from layso_queue.center.show.alerts import shown_alert
from layso_queue.center.storage import Batch
from layso_queue.center.storage.copying import examine

pytestmark = pytest.mark.anyio


@pytest.fixture
def keeper(place, stick, clock):
    part = BackupPart(folder=(str(stick),))
    alerts = Alerts(clock, lambda: None)
    return Keeper(Folder(place.path), part, "26041", clock, alerts), alerts


async def test_a_copy_is_made_when_it_is_due_and_something_happened(filled, keeper, stick, clock):
    work, alerts = keeper
    await work.once()
    await work.once()
    assert len(CopyFolder(stick, "26041").copies()) == 1
    clock.pass_minutes(16)
    await work.once()
    assert len(CopyFolder(stick, "26041").copies()) == 1, "a night without work needs no copies"
    filled.append(Batch(entries=[(8, "2026-10-05", "TicketIssued", 8, "c8", "K1", b"{}")]))
    clock.pass_minutes(16)
    await work.once()
    newest = CopyFolder(stick, "26041").copies()[0]
    assert examine(newest.file).entries == 8
    assert (stick / "settings.toml").exists()
    assert alerts.all() == []


async def test_staff_hear_of_a_stick_that_was_pulled_out_and_of_old_copies(
    filled, keeper, stick, clock
):
    work, alerts = keeper
    await work.once()
    stick.rename(stick.with_name("away"))
    clock.pass_minutes(16)
    await work.once()
    (gone,) = alerts.all()
    assert (gone.code, gone.about) == ("BACKUP_FOLDER_GONE", str(stick))
    clock.pass_minutes(50)
    await work.once()
    assert [one.code for one in alerts.all()] == ["BACKUP_FOLDER_GONE", "BACKUP_OLD"]
    assert alerts.all()[1].about == "2026-10-05T09:00:00.000+07:00"
    stick.with_name("away").rename(stick)
    clock.pass_minutes(2)
    await work.once()
    assert alerts.all() == []


async def test_a_full_stick_is_said_in_words(filled, keeper, clock, monkeypatch):
    work, alerts = keeper

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "copy_database", full)
    await work.once()
    (failed, old) = alerts.all()
    assert (failed.code, failed.about, old.code) == ("BACKUP_FAILED", "full", "BACKUP_OLD")
    said = shown_alert(failed)["text"]
    assert said["vi"] == "Chưa sao lưu được: ổ đĩa đã đầy. Bạn dọn bớt hoặc thay ổ lớn hơn."
    assert "disk is full" in said["en"]
    assert "bản cuối: chưa có" in shown_alert(old)["text"]["vi"]


async def test_a_running_center_copies_beside_its_work(place, stick):
    async with place.opened():
        ticket = await place.issue("A")
        await place.center.keeping.keeper.once()
        made = CopyFolder(stick, "26041").copies()[0]
        with closing(sqlite3.connect(made.file)) as copy:
            ids = copy.execute("SELECT id FROM tickets").fetchall()
        assert ids == [(ticket["id"],)]
