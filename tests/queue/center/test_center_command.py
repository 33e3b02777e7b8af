"""The command line: what it says when it cannot, and what it leaves when it can."""

import io
import re
import socket
import sqlite3
import stat
from contextlib import closing

import pytest

from layso_queue.center.command import main
from layso_queue.center.commands import ready
from layso_queue.center.folder import Folder, FolderInUse, FolderUnusable


@pytest.fixture
def said(capsys):
    """Runs a command; its exit code and what it said."""

    def run(*words):
        code = main(["--language", "en", *map(str, words)])
        out, err = capsys.readouterr()
        return code, out.strip(), err.strip()

    return run


def test_enrolling_prints_a_token_once_and_keeps_only_its_hash(said, tmp_path):
    data = tmp_path / "center"
    code, token, _ = said("enrol", "--data", data, "--role", "kiosk", "--name", "K1")
    assert code == 0
    assert re.fullmatch(r"[0-9a-f]{64}", token)
    kept = b"".join(file.read_bytes() for file in data.rglob("*") if file.is_file())
    assert token.encode() not in kept
    assert bytes.fromhex(token) not in kept
    code, _, error = said("enrol", "--data", data, "--role", "kiosk", "--name", "K1")
    assert (code, error[:31]) == (2, "There is a device named K1. Ple")
    words = ("enrol", "--data", data, "--role", "display", "--name", "K1", "--replace")
    code, other, _ = said(*words)
    assert code == 0
    assert other != token
    assert said("enrol", "--data", data, "--role", "kiosk", "--name", "a\nb")[0] == 2
    assert said("remove", "--data", data, "--name", "K1") == (0, "The device K1 was removed.", "")
    assert said("remove", "--data", data, "--name", "K1")[0] == 2


class Terminal(io.StringIO):
    """Somebody sits before it."""

    def isatty(self):
        return True


def test_staff_are_added_with_their_pin_kept_as_argon2id(said, tmp_path, monkeypatch):
    data = tmp_path / "center"
    assert said("staff", "add", "--data", data, "--code", "nv09", "--pin", "87654321")[0] == 0
    with closing(sqlite3.connect(data / "center.db")) as connection:
        kept = connection.execute("SELECT code, role, pin_hash FROM staff").fetchall()
    assert [row[:2] for row in kept] == [("nv09", "counter")]
    assert kept[0][2].startswith("$argon2id$")
    for code, pin in (("nv 9", "1234"), ("nv09", "12"), ("nv09", "abcd")):
        assert said("staff", "add", "--data", data, "--code", code, "--pin", pin)[0] == 2
    asked = []
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(
        "layso_queue.center.commands.staff.getpass", lambda text: asked.append(text) or "4321"
    )
    assert said("staff", "add", "--data", data, "--code", "nv10")[0] == 0
    assert asked == ["PIN: "]


def test_bookings_are_added_for_days_to_come(said, place):
    slot = "2026-10-06T09:00+07:00"
    words = ("booking", "add", "--data", place.path, "--code", "HEN-77")
    assert said(*words, "--service", "H", "--slot", slot)[:2] == (
        0, "Appointment HEN-77 is kept for 06/10/2026.",
    )  # fmt: skip
    assert said(*words, "--service", "H", "--slot", slot)[0] == 2
    assert "2026-09-30T09:00+07:00" in said(*words, "--service", "H", "--slot", "soon")[2]
    assert said(*words, "--service", "H", "--slot", "2026-10-06T09:00")[0] == 2
    assert "no service Q" in said(*words, "--service", "Q", "--slot", slot)[2]
    assert said(*words[:-1], "x y", "--service", "H", "--slot", slot)[0] == 2


def test_verify_says_whole_or_names_the_first_bad_entry(said, place, tmp_path):
    code, out, _ = said("verify", "--data", place.path)
    assert (code, out[:36]) == (0, "The journal is whole: 0 entries, las")
    assert said("verify", "--data", tmp_path / "none")[0] == 2
    with closing(sqlite3.connect(place.path / "center.db")) as connection, connection:
        connection.execute(
            "INSERT INTO journal VALUES (1,'d','k',1,'c','a',X'00',zeroblob(32),zeroblob(32))"
        )
    assert said("verify", "--data", place.path) == (1, "", "The journal was edited at entry 1.")
    (place.path / "center.db").write_bytes(b"nothing that SQLite knows" * 400)
    code, _, error = said("verify", "--data", place.path)
    assert code == 1
    assert "center.db is damaged" in error


def test_serve_says_why_it_cannot_and_ends_with_2(said, place, tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, _, error = said("serve", "--data", place.path, "--port", port)
    assert (code, f"uses port {port}" in error) == (2, True)
    code, _, error = said("serve", "--data", place.path, "--port", "0", "--host", "192.0.2.1")
    assert (code, "cannot be opened" in error) == (2, True)
    other = Folder(place.path)
    other.lock()
    code, _, error = said("serve", "--data", place.path, "--port", "0")
    other.unlock()
    assert (code, error[:14]) == (2, "Another center")
    settings = (place.path / "settings.toml").read_text("utf-8")
    (place.path / "settings.toml").write_text(settings.replace("[center]", "[centre]"))
    code, _, error = said("serve", "--data", place.path, "--port", "0")
    assert code == 2
    assert len(error.splitlines()) > 1, "every fault has its line"
    blocked = tmp_path / "file"
    blocked.write_text("")
    code, _, error = said("serve", "--data", blocked / "x", "--port", "0")
    assert (code, "cannot be used" in error) == (2, True)


def test_serve_names_a_damaged_or_too_new_database(said, place):
    with closing(sqlite3.connect(place.path / "center.db")) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    code, _, error = said("serve", "--data", place.path, "--port", "0")
    assert (code, "newer version (9999)" in error) == (2, True)
    (place.path / "center.db").write_bytes(b"x" * 9000)
    code, _, error = said("serve", "--data", place.path, "--port", "0")
    assert (code, "center.db is damaged" in error) == (1, True)


def test_an_empty_folder_becomes_the_demo_center(tmp_path):
    folder = Folder(tmp_path / "new")
    assert folder.prepare() is True
    assert folder.prepare() is False
    assert 'code = "26041"' in folder.settings.read_text("utf-8")


def test_a_folder_is_held_by_one_center_at_a_time(tmp_path):
    first, second = Folder(tmp_path), Folder(tmp_path)
    first.lock()
    with pytest.raises(FolderInUse):
        second.lock()
    first.unlock()
    first.unlock()
    second.lock()
    second.unlock()


def test_a_folder_where_nothing_can_be_written_is_said(tmp_path):
    (tmp_path / "center.lock").mkdir()
    with pytest.raises(FolderUnusable):
        Folder(tmp_path).lock()
    assert stat.S_ISDIR((tmp_path / "center.lock").stat().st_mode)


def test_enrolling_waits_for_a_center_that_is_just_starting(said, tmp_path, place, monkeypatch):
    held = Folder(place.path)
    held.lock()
    assert said("enrol", "--data", place.path, "--role", "kiosk", "--name", "K7")[0] == 0
    held.unlock()
    monkeypatch.setattr(ready, "PATIENCE_S", 0.1)
    empty = Folder(tmp_path / "empty")
    empty.prepare()
    empty.lock()
    code, _, error = said("enrol", "--data", empty.path, "--role", "kiosk", "--name", "K7")
    empty.unlock()
    assert (code, error[:14]) == (2, "Another center")
