"""A damaged database: set aside, the newest copy restored, and no number given twice."""

import secrets
from pathlib import Path

import pytest

from layso_assets.languages import Texts
from layso_queue.center.api.app import open_app
from layso_queue.center.command import main
from layso_queue.center.folder import Folder
from layso_queue.center.keeping import keeper, restoring
from layso_queue.center.keeping.copies import CopyFolder
from layso_queue.center.keeping.mending import open_mended
from layso_queue.center.keeping.restoring import finish
from layso_queue.center.settings import read_settings
from layso_queue.center.storage import Check, DatabaseDamaged, Exchange, Restores
from layso_queue.center.storage.copying import examine
from layso_queue.sync.at_center.storage import Mode

pytestmark = pytest.mark.anyio

PATIENCE_S = 60.0
WAITS = ["DATABASE_RESTORED", "RESTORE_WAITS"]


@pytest.fixture
def stick(tmp_path: Path, place, monkeypatch) -> Path:
    """A folder for copies that the settings name; they are made by the tests alone."""
    monkeypatch.setattr(keeper, "FIRST_S", 3600.0)
    path = tmp_path / "stick"
    path.mkdir()
    file = place.path / "settings.toml"
    file.write_text(f'{file.read_text()}\n[backup]\nfolder = "{path}"\n')
    return path


def copy(place, stick):
    """Copy the database as it stands."""
    return CopyFolder(stick, "26041").make(place.path / "center.db", place.clock.now(), "")


def spoil(place):
    """Write nonsense over pages in the middle; the file may not be in use."""
    file = place.path / "center.db"
    with file.open("r+b") as raw:
        raw.seek(4096 * 3)
        raw.write(secrets.token_bytes(file.stat().st_size - 4096 * 3))


@pytest.fixture
def mended(place):
    """Opens the place as `serve` does, and says what was restored."""
    import contextlib

    import httpx

    @contextlib.asynccontextmanager
    async def opened(patience_s=PATIENCE_S):
        folder = Folder(place.path)
        folder.lock()
        try:
            finish(folder)
            settings = read_settings(folder.settings, Texts("vi"))
            check = Check(folder.database)
            center, restored = open_mended(folder, settings, place.clock, check, patience_s)
            app = open_app(center)
            transport = httpx.ASGITransport(app, raise_app_exceptions=False)
            async with (
                app.router.lifespan_context(app),
                httpx.AsyncClient(transport=transport, base_url="http://center") as client,
            ):
                place.center, place.app, place.client = center, app, client
                yield restored
        finally:
            place.center = place.app = place.client = None
            place.sessions.clear()
            folder.unlock()

    return opened


def slip(ticket, **more):
    names = ("id", "number", "service", "channel", "priority", "dossiers", "language", "key")
    return {name: ticket[name] for name in names} | {"issued_at": ticket["issued_at"]} | more


async def say_again(place, tickets, *, last=True):
    body = {"tickets": [slip(one) for one in tickets], "last": last}
    answer = await place.post("/v1/kiosk-journals", body)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def alerts(place):
    return [one["code"] for one in (await place.day())["alerts"]]


async def test_the_newest_copy_takes_the_place_of_a_damaged_file(place, stick, mended):
    async with place.opened():
        before = [await place.issue("A") for _ in range(3)]
        made = copy(place, stick)
        lost = [await place.issue("A") for _ in range(2)]
    spoil(place)
    place.clock.pass_minutes(5)
    async with mended() as restored:
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


async def test_a_check_that_takes_too_long_is_waited_for_when_nothing_opens(place, stick, mended):
    async with place.opened():
        ticket = await place.issue("A")
        copy(place, stick)
    spoil(place)
    async with mended(0.0) as restored:
        assert restored is not None
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"


async def test_without_a_word_of_the_kiosk_no_number_is_given_twice(place, stick, mended):
    async with place.opened():
        given = [(await place.issue("A"))["number"] for _ in range(3)]
        copy(place, stick)
        given += [(await place.issue("A"))["number"] for _ in range(20)]
    spoil(place)
    async with mended():
        after = [(await place.issue("A"))["number"] for _ in range(3)]
    assert after == ["A204", "A205", "A206"]
    assert not set(given) & set(after)
    async with mended():  # a restart leaps no further
        assert (await place.issue("A"))["number"] == "A207"


async def test_what_the_kiosk_says_again_comes_back_with_id_number_and_place(place, stick, mended):
    async with place.opened():
        first = await place.issue("A")
        copy(place, stick)
        place.clock.pass_minutes(1)
        lost = [await place.issue("A"), await place.issue("A", priority="elderly")]
    spoil(place)
    place.clock.pass_minutes(1)
    async with mended():
        newcomer = await place.issue("A")
        told = await say_again(place, [first, *lost])
        assert told == {"restored": [one["id"] for one in lost], "refused": []}
        day = await place.day()
        assert day["services"][0]["next"][:2] == [lost[1]["number"], first["number"]]
        assert {one["number"] for one in day["tickets"]} == {"A001", "A002", "A003", "A202"}
        again = await place.post("/v1/tickets", {"id": lost[0]["id"], "service": "A"})
        assert (again.status_code, again.json()["number"]) == (200, lost[0]["number"])
        assert await say_again(place, [first, *lost]) == {"restored": [], "refused": []}
        assert await alerts(place) == ["DATABASE_RESTORED"], "nobody is waited for any more"
        assert newcomer["number"] == "A202"
        assert (await place.issue("A"))["number"] == "A203"


async def test_numbers_go_on_above_the_highest_that_came_back(place, stick, mended):
    async with place.opened():
        copy(place, stick)
        lost = [await place.issue("A") for _ in range(4)]
    spoil(place)
    async with mended():
        await say_again(place, lost)
        assert (await place.issue("A"))["number"] == "A205", "desks may have given some after A004"


async def test_who_had_left_is_not_called_again(place, stick, mended):
    async with place.opened():
        known = await place.issue("A")
        copy(place, stick)
        lost = await place.issue("A")
    spoil(place)
    async with mended():
        body = {"tickets": [slip(one, gone=True) for one in (known, lost)]}
        answer = await place.post("/v1/kiosk-journals", body)
        assert answer.json()["restored"] == [lost["id"]]
        day = await place.day()
        assert day["tickets"] == []


async def test_a_center_that_lost_nothing_calls_nobody_off(working):
    ticket = await working.issue("A")
    body = {"tickets": [slip(ticket, gone=True)]}
    answer = await working.post("/v1/kiosk-journals", body)
    assert answer.json() == {"restored": [], "refused": []}
    assert [one["number"] for one in (await working.day())["tickets"]] == ["A001"]
    assert (await working.issue("A"))["number"] == "A002"


async def test_clashes_and_other_days_are_refused(working):
    ticket = await working.issue("A")
    other = slip(ticket, id=working.new_id())
    old = slip(ticket, id=working.new_id(), number="A009", issued_at="2026-10-04T09:00:00+07:00")
    odd = slip(ticket, id=working.new_id(), number="Q001")
    answer = await working.post("/v1/kiosk-journals", {"tickets": [other, old, odd]})
    refused = answer.json()["refused"]
    assert [one["code"] for one in refused] == ["NUMBER_TAKEN", "TOO_LATE", "NUMBER_UNKNOWN"]
    assert "A001" in refused[0]["detail"]


async def test_a_file_put_back_without_a_word_is_noticed_by_what_kiosks_say(place, stick):
    async with place.opened():
        await place.issue("A")
        made = copy(place, stick)
        lost = [await place.issue("A") for _ in range(3)]
    (place.path / "center.db").write_bytes(made.file.read_bytes())
    async with place.opened():
        assert len((await say_again(place, lost))["restored"]) == 3
        assert (await place.issue("A"))["number"] == "A205"


async def test_staff_end_the_waiting_and_time_does_too(place, stick, mended):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    spoil(place)
    async with mended():
        await place.sign_in(1, staff="truong", role="supervisor")
        shown = (await place.ask("GET", "/v1/restore", role="supervisor")).json()
        assert (shown["waits"], shown["copy_at"]) == (True, "2026-10-05T09:00:00.000+07:00")
        ended = await place.post("/v1/restore/go-on", role="supervisor")
        assert (ended.status_code, ended.json()["done_by"]) == (200, "truong")
        again = await place.post("/v1/restore/go-on", role="supervisor")
        assert (again.status_code, again.json()["code"]) == (409, "NOTHING_TO_WAIT_FOR")
        assert await alerts(place) == ["DATABASE_RESTORED"]
    spoil(place)
    async with mended():
        assert await alerts(place) == WAITS
        place.clock.pass_minutes(121)
        await place.center.keeping.returning.look()
        assert await alerts(place) == ["DATABASE_RESTORED"]


async def test_a_restore_before_the_doors_open_leaves_no_number_out(place, stick, mended):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    spoil(place)
    place.clock.turn_to("2026-10-06T06:30:00+07:00")
    async with mended():
        place.clock.turn_to("2026-10-06T07:30:00+07:00")
        await place.center.opening.once()
        assert (await place.issue("A"))["number"] == "A001"


async def test_a_day_that_the_copy_does_not_know_begins_above_its_lost_numbers(
    place, stick, mended
):
    async with place.opened():
        await place.issue("A")
        copy(place, stick)
    place.clock.turn_to("2026-10-06T09:00:00+07:00")
    async with place.opened():
        lost = [await place.issue("A") for _ in range(2)]
    spoil(place)
    async with mended():
        assert (await place.issue("A"))["number"] == "A201"
        assert len((await say_again(place, lost))["restored"]) == 2


async def test_the_hub_meets_a_center_that_begins_anew(place, stick, mended):
    async with place.opened():
        exchange = place.center.exchange
        with exchange.begin(place.clock.now(), place.new_id()) as side:
            before = side.outbox.head().incarnation
        copy(place, stick)
    spoil(place)
    async with mended(), _side(place) as side:
        assert side.state.mode is Mode.RETURNING
        assert side.outbox.head().incarnation != before
        assert side.state.lineage[0] == before


def _side(place):
    import contextlib

    @contextlib.asynccontextmanager
    async def inside():
        with place.center.exchange.begin(place.clock.now(), place.new_id()) as side:
            yield side

    return inside()


async def test_a_spoilt_copy_is_passed_over_and_with_none_left_it_is_said(place, stick, mended):
    async with place.opened():
        await place.issue("A")
        old = copy(place, stick)
        place.clock.pass_minutes(1)
        new = copy(place, stick)
    new.file.write_bytes(new.file.read_bytes()[:5000])
    spoil(place)
    async with mended() as restored:
        assert restored.copy == old.file
    old.file.write_bytes(b"nothing")
    spoil(place)
    before = (place.path / "center.db").read_bytes()
    with pytest.raises(DatabaseDamaged):
        async with mended():
            pass
    assert (place.path / "center.db").read_bytes() == before


async def test_a_database_that_is_gone_comes_back_too(place, stick, mended):
    async with place.opened():
        ticket = await place.issue("A")
        copy(place, stick)
    for file in place.path.glob("center.db*"):
        file.unlink()
    async with mended() as restored:
        assert restored.aside is None
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"


@pytest.mark.parametrize("cut", ["fold", "replace", "make_durable"])
async def test_a_restore_cut_off_anywhere_is_begun_again_or_ended(
    place, stick, mended, monkeypatch, cut
):
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
            async with mended():
                pass
    async with mended():
        kept = await place.ask("GET", f"/v1/tickets/{ticket['id']}")
        assert kept.json()["number"] == "A001"
        assert (await place.issue("A"))["number"] == "A202"
    assert len(list((place.path / "set-aside").glob("*.db"))) == 1


async def test_damage_found_late_makes_the_next_start_look_first(place, stick, mended, until):
    async with mended():
        await place.issue("A")
        copy(place, stick)
        bad = stick / "bad.db"
        bad.write_bytes(b"no database " * 1000)
        await place.center.keeping.heed(Check(bad))
        assert place.center.keeping.damaged
    marker = Folder(place.path).damaged
    assert marker.exists()
    async with mended() as restored:
        assert restored is None, "the check of the file itself was clean"
    assert not marker.exists()


def test_restore_by_hand(place, stick, capsys, tmp_path):
    from layso_queue.center.storage import Batch, Store

    store = Store(place.path / "center.db")
    store.append(Batch(entries=[(1, "2026-10-05", "TicketIssued", 1, "c1", "K1", b"{}")]))
    store.close()
    words = ["--language", "en"]
    assert main([*words, "backup", "--data", str(place.path)]) == 0
    capsys.readouterr()
    new = tmp_path / "another computer"
    assert main([*words, "restore", "--data", str(new), "--from", str(stick)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Restored from ")
    assert examine(new / "center.db").entries == 1
    assert (new / "settings.toml").exists(), "settings come along"
    restores = Restores(new / "center.db")
    assert restores.newest().aside == ""
    restores.close()
    assert main([*words, "restore", "--data", str(new), "--from", str(tmp_path / "none")]) == 2
    assert "is not there" in capsys.readouterr().err
    (stick / "x.db").write_bytes(b"x")
    assert main([*words, "restore", "--data", str(new), "--from", str(stick / "x.db")]) == 1
    assert "x.db: damaged." in capsys.readouterr().err
    folder = Folder(new)
    folder.lock()
    assert main([*words, "restore", "--data", str(new), "--from", str(stick)]) == 2
    folder.unlock()
    assert "Another center is running" in capsys.readouterr().err


def test_a_sealed_copy_is_restored_with_its_passphrase(place, stick, capsys, tmp_path):
    made = CopyFolder(stick, "26041").make(
        place.path / "center.db", place.clock.now(), "một câu rất dài chỉ mình tôi biết"
    )
    new, key = tmp_path / "new", tmp_path / "key"
    words = ["--language", "en", "restore", "--data", str(new), "--from", str(made.file)]
    assert main(words) == 1
    assert "sealed with another key" in capsys.readouterr().err
    key.write_text("một câu rất dài chỉ mình tôi biết\n")
    assert main([*words, "--key-file", str(key)]) == 0
    exchange = Exchange(new / "center.db", "26041")
    exchange.close()
    assert examine(new / "center.db").entries == 0
