"""A damaged or lost database: set aside, and the newest sound copy restored in its place."""

import contextlib
from pathlib import Path

import pytest

from center_mended import WAITS, copy, mended, spoil
from layso_queue.center.folder import Folder
from layso_queue.center.keeping import restoring
from layso_queue.center.storage import Check, DatabaseDamaged
from layso_queue.sync.at_center.storage import Mode

pytestmark = pytest.mark.anyio


@contextlib.asynccontextmanager
async def side_of(place):
    """The state of the exchange, inside one transaction."""
    with place.center.exchange.begin(place.clock.now(), place.new_id()) as side:
        yield side


async def test_the_newest_copy_takes_the_place_of_a_damaged_file(place, stick):
    async with place.opened():
        before = [await place.issue("A") for _ in range(3)]
        made = copy(place, stick)
        lost = [await place.issue("A") for _ in range(2)]
    spoil(place)
    place.clock.pass_minutes(5)
    async with mended(place) as restored:
        assert restored.copy == made.file
        assert restored.aside == place.path / "set-aside" / "center-20261005-090500.db"
        assert restored.aside.exists()
        for ticket in before:
            kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
            assert kept.json()["number"] == ticket["number"]
        gone = await place.ask("GET", f"/v1/tickets/{lost[0]['id']}")
        assert gone.status_code == 404
        shown = (await place.day())["alerts"]
        assert [one["code"] for one in shown] == WAITS
        assert "09:00 05/10/2026" in shown[0]["text"]["vi"]
        assert shown[1]["about"] == "D-kiosk"


async def test_a_check_that_takes_too_long_is_waited_for_when_nothing_opens(place, stick):
    async with place.opened():
        ticket = await place.issue("A")
        copy(place, stick)
    spoil(place)
    async with mended(place, 0.0) as restored:
        assert restored is not None
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"


async def test_the_hub_meets_a_center_that_begins_anew(place, stick):
    async with place.opened():
        exchange = place.center.exchange
        with exchange.begin(place.clock.now(), place.new_id()) as side:
            before = side.outbox.head().incarnation
        copy(place, stick)
    spoil(place)
    async with mended(place), side_of(place) as side:
        assert side.state.mode is Mode.RETURNING
        assert side.outbox.head().incarnation != before
        assert side.state.lineage[0] == before


async def test_a_spoilt_copy_is_passed_over_and_with_none_left_it_is_said(place, stick):
    async with place.opened():
        await place.issue("A")
        old = copy(place, stick)
        place.clock.pass_minutes(1)
        new = copy(place, stick)
    new.file.write_bytes(new.file.read_bytes()[:5000])
    spoil(place)
    async with mended(place) as restored:
        assert restored.copy == old.file
    old.file.write_bytes(b"nothing")
    spoil(place)
    before = (place.path / "center.db").read_bytes()
    with pytest.raises(DatabaseDamaged):
        async with mended(place):
            pass
    assert (place.path / "center.db").read_bytes() == before


async def test_a_database_that_is_gone_comes_back_too(place, stick):
    async with place.opened():
        ticket = await place.issue("A")
        copy(place, stick)
    for file in place.path.glob("center.db*"):
        file.unlink()
    async with mended(place) as restored:
        assert restored.aside is None
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"


@pytest.mark.parametrize("cut", ["fold", "replace", "make_durable"])
async def test_a_restore_cut_off_anywhere_is_begun_again_or_ended(place, stick, monkeypatch, cut):
    class PowerCut(BaseException):
        pass

    async with place.opened():
        ticket = await place.issue("A")
        copy(place, stick)
    spoil(place)

    def die(*_):
        raise PowerCut

    with monkeypatch.context() as patch:
        if cut == "replace":
            patch.setattr(Path, "replace", die)
        else:
            patch.setattr(restoring, cut, die)
        with pytest.raises(PowerCut):
            async with mended(place):
                pass
    async with mended(place):
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"
        assert (await place.issue("A"))["number"] == "A202"
    assert len(list((place.path / "set-aside").glob("*.db"))) == 1


async def test_damage_found_late_makes_the_next_start_look_first(place, stick, until):
    async with mended(place):
        await place.issue("A")
        copy(place, stick)
        bad = stick / "bad.db"
        bad.write_bytes(b"no database " * 1000)
        await place.center.keeping.heed(Check(bad))
        assert place.center.keeping.damaged
    marker = Folder(place.path).damaged
    assert marker.exists()
    async with mended(place) as restored:
        assert restored is None, "the check of the file itself was clean"
    assert not marker.exists()
