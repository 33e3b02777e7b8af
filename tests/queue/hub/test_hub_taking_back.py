"""What was given out is listed and taken back: keys, staff, centers."""

import io
import sys

import pytest
from argon2 import PasswordHasher

from hub_place import CENTER, TOKEN, place, sell, someone
from hub_reader import words
from layso_queue.hub.command import main
from layso_queue.hub.people import passwords
from layso_queue.hub.refusals import Refusal, Refused

PASSWORD = "mat-khau-rat-dai"
KEY = "k" * 64


@pytest.fixture
def url(new_url, monkeypatch):
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", lambda: quick)
    return new_url("sqlite")


@pytest.fixture
def run(capsys, hub, tmp_path):
    """Runs a command beside the hub; gives its code and all that it said."""

    def do(*given, language="en"):
        code = main(["--language", language, *map(str, given), "--data", str(tmp_path)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return do


def test_a_removed_key_is_answered_401_and_the_list_says_when_each_was_used(client, hub, run):
    made = run("key", "add", "--name", "dvc", "--scopes", "centers")[1].split()[-1]
    run("key", "add", "--name", "thanh-pho", "--scopes", "centers,bookings", "--per-minute", 60)
    ask = {"headers": {"authorization": f"Bearer {made}"}}
    assert client.get("/v1/centers", **ask).status_code == 200
    listed = run("key", "list")[1].splitlines()
    assert listed[0].split()[:3] == ["Name", "Scopes", "A"]
    assert "05/10/2026 08:00" in listed[1]
    assert "never" in listed[2]
    assert run("key", "remove", "--name", "dvc")[0] == 0
    assert client.get("/v1/centers", **ask).status_code == 401
    assert run("key", "remove", "--name", "dvc") == (2, "There is no key named dvc.\n")
    again = run("key", "add", "--name", "dvc", "--scopes", "tickets")[1].split()[-1]
    assert again != made
    assert client.get("/v1/centers", **ask).status_code == 401


def test_removed_staff_are_signed_out_at_once_and_so_is_whose_password_changed(
    client, hub, run, monkeypatch
):
    assert run("staff", "add", "--name", "an", "--password", PASSWORD)[0] == 0
    assert run("staff", "add", "--name", "an", "--password", PASSWORD)[0] == 2, "replaced silently"
    assert "never" in run("staff", "list")[1]
    session = hub.staff.sign_in("an", PASSWORD)
    assert hub.staff.signed_in(session) == "an"
    assert "05/10/2026 08:00" in run("staff", "list")[1]
    monkeypatch.setattr(sys, "stdin", io.StringIO("mat-khau-khac-hon\n"))
    assert run("staff", "password", "--name", "an")[0] == 0
    assert hub.staff.signed_in(session) is None
    session = hub.staff.sign_in("an", "mat-khau-khac-hon")
    assert run("staff", "remove", "--name", "an")[0] == 0
    assert hub.staff.signed_in(session) is None
    assert hub.staff.sign_in("an", "mat-khau-khac-hon") is None
    assert run("staff", "password", "--name", "an", "--password", PASSWORD)[0] == 2
    assert run("staff", "remove", "--name", "an")[1] == "There is nobody named an.\n"


def test_a_session_that_begins_while_its_person_is_removed_is_none(hub, monkeypatch):
    hub.staff.add("an", PASSWORD)
    look = hub.staff._accounts.password_hash

    def slowly(name):
        found = look(name)
        hub.staff.remove(name)
        return found

    monkeypatch.setattr(hub.staff._accounts, "password_hash", slowly)
    assert hub.staff.sign_in("an", PASSWORD) is None
    hub.database.close()


def test_a_password_that_nobody_types_changes_nothing(run, hub, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    code, said = run("staff", "add", "--name", "an")
    assert (code, said.startswith("No password was given")) == (2, True)
    assert not hub.staff.knows("an")
    hub.database.close()


def test_a_removed_center_sells_no_more_and_its_bookings_stay(client, hub, run):
    booked = sell(hub, place("06 09:00"))
    held = hub.sale.hold(place("06 09:00", "H"))
    assert "Trấn Biên" in run("center", "list", language="vi")[1]
    assert run("center", "remove", "--code", CENTER)[0] == 0
    assert "none yet" in run("center", "list")[1]
    hub.long_poll_s = 0.0
    pulled = client.post("/v1/sync/pull", headers={"authorization": f"Bearer {TOKEN}"})
    assert pulled.status_code == 401
    for act in (
        lambda: hub.sale.hold(place("06 09:30")),
        lambda: hub.sale.confirm(held.id, someone(7)),
        lambda: hub.sale.move(booked.code, place("06 14:00").slot),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.why is Refusal.CENTER_GONE
    for page, said in (
        (f"/vi/c/{CENTER}", "Trung tâm này không còn nhận đặt lịch qua mạng"),
        (f"/vi/c/{CENTER}/A", "Trung tâm này không còn nhận đặt lịch qua mạng"),
        (f"/vi/b/{booked.code}", "Lịch hẹn của bạn vẫn được giữ; trước khi đến"),
        (f"/en/b/{booked.code}", "This center no longer takes web bookings."),
    ):
        assert said in words(client.get(page)), page
    assert "/change" not in client.get(f"/vi/b/{booked.code}").text
    assert "Trấn Biên" not in words(client.get("/vi/centers?q=tran+bien+zz"))
    assert hub.sale.cancel(booked.code).state == "cancelled"
    token = run("center", "add", "--code", CENTER)[1].split()[-1]
    hub.sale.hold(place("06 09:30"))
    assert hub.centers.by_token(token).code == CENTER
    assert hub.centers.by_token(TOKEN) is None


def test_a_list_of_nothing_says_so(run, hub):
    assert run("key", "list") == (0, "There is none yet.\n")
    hub.database.close()


def test_a_removal_in_a_folder_without_a_hub_is_refused(capsys, tmp_path):
    typo = tmp_path / "no" / "hub"
    assert main(["key", "remove", "--data", str(typo), "--name", "x"]) == 2
    assert "không có hub nào" in capsys.readouterr().err
    assert not typo.exists()
    empty = tmp_path / "hub.db"
    assert main(["restored", "--data", str(tmp_path)]) == 2
    assert not empty.exists()
